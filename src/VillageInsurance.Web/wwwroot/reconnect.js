// The calm bar of a lost connection. It never covers or reloads a page in which something was typed, unless its person says so.
// What was entered while nobody heard it is told again once the line is back; where that cannot be, its fields are marked.
(() => {
    const bar = document.getElementById("components-reconnect-modal");
    // A lost line is noticed late; what was entered shortly before may not have been heard either.
    const noticedLate = 60_000;
    const unheard = new Map();
    let typed = false, trying = false, down = false;
    const show = state => state ? bar.setAttribute("data-state", state) : bar.removeAttribute("data-state");
    const here = () => encodeURIComponent(location.pathname + location.search);

    async function signedOut() {
        try { return (await fetch("session", { cache: "no-store", redirect: "manual" })).status === 401; }
        catch { return false; }
    }

    const isSwitch = field => field.type === "checkbox" || field.type === "radio";

    function entered({ target: field }) {
        if (!field.closest?.("main") || field.type === "file") return;
        for (const [old, told] of unheard) if (!told.down && Date.now() - told.at > noticedLate) unheard.delete(old);
        // A switch that was heard would turn back if it were told twice: only while the line is known to be down.
        if (down || !isSwitch(field)) unheard.set(field, { value: field.value, checked: field.checked, at: Date.now(), path: location.pathname, down });
    }

    const stands = (field, { value, checked }) => isSwitch(field) ? field.checked === checked : field.value === value;

    // After a resumed circuit the page begins anew, a moment later and with other fields under the old ids: told until it stands there for two seconds.
    async function tell(old, what) {
        for (let i = 0, since = 0, heard = null; i < 40 && since < 8; i++, since++) {
            const field = old.isConnected ? old : document.getElementById(old.id);
            if (what.path !== location.pathname || unheard.has(field)) return;
            if (field && (field !== heard || !stands(field, what))) {
                if (isSwitch(field)) field.checked = what.checked; else field.value = what.value;
                field.dispatchEvent(new Event("change", { bubbles: true }));
                [heard, since] = [field, 0];
                unheard.delete(field);
            }
            await new Promise(later => setTimeout(later, 250));
        }
    }

    function tellAgain() {
        down = false;
        const told = [...unheard];
        unheard.clear();
        return Promise.all(told.map(([old, what]) => tell(old, what)));
    }

    // The bar stays until everything has been told.
    async function back() {
        if (down) await tellAgain();
        show(null);
    }

    async function lost() {
        for (const field of unheard.keys()) field.setAttribute("data-unheard", "");
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
            if (await Blazor.reconnect() || await Blazor.resumeCircuit()) await back();
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
    document.addEventListener("change", entered, true);
    bar.addEventListener("click", event => actions[event.target.dataset.do]?.());
    bar.addEventListener("components-reconnect-state-changed", async ({ detail: { state } }) => {
        if (state === "hide") await back();
        else if (state === "show" || state === "retrying") {
            down = true;
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
    document.addEventListener("click", event => {
        if (!event.target.closest?.("a[href]")) return;
        typed = false;
        unheard.clear();
    });
})();
