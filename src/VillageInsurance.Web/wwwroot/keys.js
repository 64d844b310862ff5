// Ctrl+S saves the form that is open, instead of the page as a file.
document.addEventListener("keydown", event => {
    if (event.key !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const save = document.querySelector("[data-shortcut=save]");
    if (!save) return;
    event.preventDefault();
    // What is being typed counts: a field tells its new value when it is left.
    const field = document.activeElement;
    field?.blur?.();
    save.click();
    field?.focus?.();
});

// "/" leads to the search box, unless somebody is typing.
document.addEventListener("keydown", event => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const search = document.querySelector("[data-shortcut=search]");
    if (!search) return;
    event.preventDefault();
    search.focus();
});
