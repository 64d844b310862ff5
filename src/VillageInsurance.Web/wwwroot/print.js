// Opens the printer: at once after a number was given, and when its button is pressed.
const ready = () => {
    document.querySelectorAll("[data-print]").forEach(button => button.addEventListener("click", () => window.print()));
    if (document.querySelector("[data-print-now]")) window.print();
};
if (document.readyState === "complete") ready();
else window.addEventListener("load", ready);
