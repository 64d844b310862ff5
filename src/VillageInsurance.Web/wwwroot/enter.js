// In a form that says so, Enter goes on to the next field instead of sending; the save has its own chord. An empty row is passed over.
// Behind a filled last row the next one comes from the server: over a slow line Enter waits for it. Alt+N begins the new record that the page offers.
const fieldsOf = form => [...form.querySelectorAll("[data-next]")].filter(field => !field.disabled && field.checkVisibility());

const following = (form, target, isPassed) => fieldsOf(form)
    .find(field => field !== target && target.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING && !isPassed(field));

const goOn = (form, target, patience = 40) => {
    const row = target.closest(".desk-row");
    const isEmpty = row && [...row.querySelectorAll("[data-next]")].every(field => !field.value);
    const isLast = row && row === row.parentElement.lastElementChild;
    if (isLast && !isEmpty && patience > 0 && ![...row.querySelectorAll("[data-next]")].some(field => target.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING)) {
        if (document.activeElement === target) target.blur();
        setTimeout(() => goOn(form, target, patience - 1), 50);
        return;
    }
    (following(form, target, field => isEmpty && row.contains(field)) ?? form.querySelector("[data-shortcut=save]"))?.focus();
};

document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.isComposing) return;
    const form = event.target.closest?.("form[data-enter-next]");
    if (event.key === "Enter" && !event.altKey && form && event.target.matches("input:not([type=checkbox]):not([type=radio]), select")) {
        event.preventDefault();
        goOn(form, event.target);
    }
    if (!event.altKey || event.key.toLowerCase() !== "n") return;
    const begin = document.querySelector("[data-shortcut=new]");
    if (!begin) return;
    event.preventDefault();
    begin.click();
});
