// Up, Down, Home and End walk along the rows of a table; Enter opens the row's link, as every link.
document.addEventListener("keydown", event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const step = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity }[event.key];
    if (!step) return;
    const target = event.target;
    if (target.closest("input, textarea, select, [role=menu], [role=listbox], [role=dialog], [contenteditable]")) return;
    const inRow = target.closest("table.rows .row-link");
    // From nowhere in particular, Down enters the first table.
    if (!inRow && (target !== document.body && !target.closest("h1") || event.key !== "ArrowDown")) return;
    const table = inRow ? inRow.closest("table.rows") : document.querySelector("table.rows:has(.row-link)");
    if (!table) return;
    const links = [...table.querySelectorAll(".row-link")];
    const next = inRow ? Math.min(links.length - 1, Math.max(0, links.indexOf(inRow) + step)) : 0;
    links[next]?.focus();
    event.preventDefault();
});
