// @ts-check
/** @typedef {{ along: (step: number) => void, across: (step: number) => void, end: (last: boolean) => void, zoom: (factor: number) => void, page: (step: number) => void,
 *   choose: () => void, leave: () => void }} Actions */

/** What the keys of the chart do; the list of keys in the page says the same. @type {Record<string, (act: Actions) => void>} */
const KEYS = {
  ArrowRight: (act) => act.along(1),
  ArrowLeft: (act) => act.along(-1),
  ArrowDown: (act) => act.across(1),
  ArrowUp: (act) => act.across(-1),
  Home: (act) => act.end(false),
  End: (act) => act.end(true),
  PageDown: (act) => act.page(1),
  PageUp: (act) => act.page(-1),
  "+": (act) => act.zoom(1.6),
  "=": (act) => act.zoom(1.6),
  "-": (act) => act.zoom(1 / 1.6),
  Enter: (act) => act.choose(),
  " ": (act) => act.choose(),
  Escape: (act) => act.leave(),
};

/** @param {HTMLElement} chart @param {Actions} act */
export function watchKeys(chart, act) {
  chart.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const run = KEYS[event.key];
    if (!run) return;
    event.preventDefault();
    run(act);
  });
}

/** Keys that work anywhere on the page but in a text: "/" to the filter, "?" for the list of keys. @param {() => void} toFilter @param {() => void} showKeys @param {AbortSignal} signal */
export function watchPageKeys(toFilter, showKeys, signal) {
  document.addEventListener(
    "keydown",
    (event) => {
      const target = /** @type {HTMLElement} */ (event.target);
      if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, textarea, select, [contenteditable]")) return;
      if (event.key !== "/" && event.key !== "?") return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "/") toFilter();
      else showKeys();
    },
    { signal, capture: true },
  );
}
