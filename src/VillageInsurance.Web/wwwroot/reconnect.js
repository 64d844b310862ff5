// The calm bar of a lost connection. It never covers or reloads a page in which something was typed, unless its person says so.
(() => {
    const bar = document.getElementById("components-reconnect-modal");
    let typed = false, trying = false;
    const show = state => state ? bar.setAttribute("data-state", state) : bar.removeAttribute("data-state");
    const here = () => encodeURIComponent(location.pathname + location.search);

    async function signedOut() {
        try { return (await fetch("session", { cache: "no-store", redirect: "manual" })).status === 401; }
        catch { return false; }
    }

    async function lost() {
        if (await signedOut()) {
            if (typed) show("signed-out");
            else location.assign(`sign-in?ReturnUrl=${here()}`);
        }
        else if (typed) show("lost");
        else location.reload();
    }

    async function retry() {
        if (trying) return;
        trying = true;
        try {
            if (await Blazor.reconnect() || await Blazor.resumeCircuit()) show(null);
            else await lost();
        }
        catch {
            if (await signedOut()) await lost();
            else show("failed");
        }
        finally { trying = false; }
    }

    const actions = { retry, reload: () => location.reload(), "sign-in": () => location.assign(`sign-in?ReturnUrl=${here()}`) };

    document.addEventListener("input", () => { typed = true; }, true);
    bar.addEventListener("click", event => actions[event.target.dataset.do]?.());
    bar.addEventListener("components-reconnect-state-changed", async ({ detail: { state } }) => {
        if (state === "hide") show(null);
        else if (state === "show" || state === "retrying") {
            show("retrying");
            if (await signedOut()) await lost();
        }
        else if (state === "failed") await retry();
        else if (state === "rejected") await lost();
    });
    for (const comeBack of ["online", "visibilitychange"])
        (comeBack === "online" ? window : document).addEventListener(comeBack, () => {
            if (bar.getAttribute("data-state") === "failed" && document.visibilityState === "visible") retry();
        });
    // Another page is a fresh start.
    document.addEventListener("click", event => { if (event.target.closest?.("a[href]")) typed = false; });
})();
