// Signing in a frame: each line of a finger, a pen or the mouse becomes numbers in the frame's hidden field, which tells the server.
(() => {
    const width = 1000, height = 400, step = 6;
    const signed = new WeakMap();
    let line = null;

    const linesOf = pad => {
        if (!signed.has(pad)) signed.set(pad, pad.querySelector("input").value.split(";").filter(Boolean).map(text => text.split(" ").map(point => point.split(",").map(Number))));
        return signed.get(pad);
    };
    const show = pad => pad.querySelector(".fresh").setAttribute("d", linesOf(pad).map(points => points.map(([x, y], i) => `${i ? "L" : "M"}${x} ${y}`).join("")).join(""));
    const part = (value, of, most) => Math.min(most, Math.max(0, Math.round(value / of * most)));

    function add(pad, event) {
        const frame = pad.querySelector("svg").getBoundingClientRect();
        const point = [part(event.clientX - frame.left, frame.width, width), part(event.clientY - frame.top, frame.height, height)];
        const last = line.at(-1);
        if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < step) return;
        if (linesOf(pad).flat().length < Number(pad.dataset.most)) line.push(point);
        show(pad);
    }

    document.addEventListener("pointerdown", event => {
        const svg = event.target.closest?.(".signature-pad svg");
        if (!svg || event.button) return;
        event.preventDefault();
        svg.setPointerCapture(event.pointerId);
        const pad = svg.parentElement;
        line = [];
        linesOf(pad).push(line);
        add(pad, event);
    });
    document.addEventListener("pointermove", event => {
        const pad = line && event.target.closest?.(".signature-pad");
        if (pad) for (const one of event.getCoalescedEvents?.() ?? [event]) add(pad, one);
    });
    for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, event => {
        const pad = line && event.target.closest?.(".signature-pad");
        if (!pad) return;
        line = null;
        const field = pad.querySelector("input");
        field.value = linesOf(pad).filter(points => points.length).map(points => points.map(point => point.join(",")).join(" ")).join(";");
        field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    document.addEventListener("click", event => {
        const pad = event.target.closest?.(".signature-pad button")?.parentElement;
        if (!pad) return;
        signed.set(pad, []);
        show(pad);
    });
})();
