// @ts-check
/**
 * Drag, pinch and wheel. A plain wheel and a finger moving up or down scroll the page (`touch-action: pan-y` on the element);
 * a wheel with Ctrl or ⌘ zooms, with Shift or sideways moves along.
 * @param {HTMLElement} element
 * @param {{ move: (px: number) => void, zoom: (factor: number, x: number) => void, rest: () => void, tap: (x: number, y: number, touch: boolean) => void,
 *   over: (x: number, y: number) => void, out: () => void }} act positions are px from the element's corner
 */
export function watchPointer(element, act) {
  /** @type {Map<number, { x: number, y: number }>} */
  const down = new Map();
  let travelled = 0;
  let apart = 0;
  const at = (/** @type {MouseEvent} */ event) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const spread = () => {
    const [a, b] = [...down.values()];
    return { distance: Math.abs(a.x - b.x), middle: (a.x + b.x) / 2 };
  };

  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (down.size === 0) travelled = 0;
    down.set(event.pointerId, at(event));
    if (down.size === 2) apart = spread().distance;
  });
  element.addEventListener("pointermove", (event) => {
    const now = at(event);
    const before = down.get(event.pointerId);
    if (!before) return void (event.pointerType === "mouse" && act.over(now.x, now.y));
    down.set(event.pointerId, now);
    travelled += Math.abs(now.x - before.x);
    if (travelled > 3 && !element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
    if (down.size === 2) {
      const { distance, middle } = spread();
      if (apart > 10 && distance > 10) act.zoom(distance / apart, middle);
      apart = distance;
      act.move((before.x - now.x) / 2);
    } else if (travelled > 3) {
      act.move(before.x - now.x);
    }
  });
  const up = (/** @type {PointerEvent} */ event) => {
    const was = down.delete(event.pointerId);
    if (!was || down.size) return;
    const { x, y } = at(event);
    if (event.type === "pointerup" && travelled <= 3) act.tap(x, y, event.pointerType === "touch");
    else act.rest();
  };
  element.addEventListener("pointerup", up);
  element.addEventListener("pointercancel", up);
  element.addEventListener("pointerleave", () => down.size || act.out());
  element.addEventListener("dblclick", (event) => {
    act.zoom(2, at(event).x);
    act.rest();
  });
  let resting = 0;
  element.addEventListener(
    "wheel",
    (event) => {
      const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
      const zooms = event.ctrlKey || event.metaKey;
      if (!zooms && Math.abs(sideways) <= Math.abs(event.shiftKey ? 0 : event.deltaY)) return;
      event.preventDefault();
      const unit = event.deltaMode === 1 ? 16 : 1;
      if (zooms) act.zoom(Math.exp((-event.deltaY * unit) / 300), at(event).x);
      else act.move(sideways * unit);
      clearTimeout(resting);
      resting = setTimeout(act.rest, 160);
    },
    { passive: false },
  );
}

/**
 * The frame of the overview: drag it along, pull its ends, or press beside it.
 * @param {HTMLElement} strip @param {HTMLElement} brush
 * @param {(x: number) => number} invert px of the strip to days
 * @param {() => { from: number, to: number }} view @param {(from: number, to: number) => void} show @param {() => void} rest
 */
export function watchBrush(strip, brush, invert, view, show, rest) {
  /** @type {{ part: string, day: number, from: number, to: number } | null} */
  let held = null;
  const dayAt = (/** @type {PointerEvent} */ event) => invert(event.clientX - strip.getBoundingClientRect().left);
  strip.addEventListener("pointerdown", (event) => {
    const part = /** @type {HTMLElement} */ (event.target).closest("[data-end]")?.getAttribute("data-end") ?? (brush.contains(/** @type {Node} */ (event.target)) ? "both" : "new");
    const day = dayAt(event);
    let { from, to } = view();
    if (part === "new") {
      const half = (to - from) / 2;
      show(day - half, day + half);
      ({ from, to } = view());
    }
    held = { part, day, from, to };
    strip.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  strip.addEventListener("pointermove", (event) => {
    if (!held) return;
    const day = dayAt(event);
    const moved = day - held.day;
    if (held.part === "from") show(Math.min(day, held.to - 1), held.to);
    else if (held.part === "to") show(held.from, Math.max(day, held.from + 1));
    else show(held.from + moved, held.to + moved);
  });
  const done = () => {
    if (held) rest();
    held = null;
  };
  strip.addEventListener("pointerup", done);
  strip.addEventListener("pointercancel", done);
}
