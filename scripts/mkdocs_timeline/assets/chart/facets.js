// @ts-check
import { fold } from "./filter.js";
import { make } from "./prose.js";

const SEARCH_FROM = 12;

/**
 * The facets as disclosures with boxes and live counts, and the chips of what is chosen.
 * @param {HTMLElement} root @param {HTMLElement} chips @param {import("./filter.js").Facet[]} facets
 * @param {() => import("./filter.js").Chosen} chosen @param {(name: string, ids: string[]) => void} choose @param {() => void} clear
 */
export function facetsIn(root, chips, facets, chosen, choose, clear) {
  /** @type {(index: number) => number[]} */
  let counts = () => [];
  const idsOf = (/** @type {string} */ name) => chosen()[name] ?? [];

  const parts = facets.map((facet, index) => {
    const summary = make("summary", [facet.label]);
    const list = make("ul");
    const find = /** @type {HTMLInputElement} */ (make("input", [], { type: "search", "aria-label": `Find in ${facet.label}`, placeholder: "Find" }));
    const box = make("div", [list]);
    const details = /** @type {HTMLDetailsElement} */ (make("details", [summary, box], { name: "tl-facet", class: "tl-facet" }));
    details.addEventListener("toggle", () => details.open && fill());
    details.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      summary.focus();
      event.stopPropagation();
    });
    find.addEventListener("input", () => {
      const text = fold(find.value);
      for (const item of list.children) /** @type {HTMLElement} */ (item).hidden = !fold(item.textContent ?? "").includes(text);
    });
    /** @type {Map<string, { item: HTMLElement, input: HTMLInputElement, count: HTMLElement, bar: HTMLElement }>} */
    const rows = new Map();
    const fill = () => {
      const now = counts(index);
      const most = Math.max(...now, 1);
      if (!rows.size) {
        const order = facet.values.map((value, at) => ({ value, at }));
        if (facet.values.length >= SEARCH_FROM) {
          order.sort((a, b) => now[b.at] - now[a.at]);
          box.prepend(find);
        }
        for (const { value } of order) {
          const input = /** @type {HTMLInputElement} */ (make("input", [], { type: "checkbox", value: value.id }));
          const number = make("span", [], { class: "tl-number" });
          const bar = make("i");
          const item = make("li", [make("label", [input, make("span", [value.name]), number, bar])]);
          input.addEventListener("change", () => choose(facet.name, input.checked ? [...idsOf(facet.name), value.id] : idsOf(facet.name).filter((id) => id !== value.id)));
          rows.set(value.id, { item, input, count: number, bar });
          list.append(item);
        }
      }
      facet.values.forEach((value, at) => {
        const row = rows.get(value.id);
        if (!row) return;
        row.input.checked = idsOf(facet.name).includes(value.id);
        row.count.textContent = String(now[at]);
        row.item.classList.toggle("is-none", now[at] === 0);
        row.bar.style.inlineSize = `${(100 * now[at]) / most}%`;
      });
    };
    root.append(details);
    return { facet, summary, details, fill };
  });

  document.addEventListener("pointerdown", (event) => {
    for (const { details } of parts) if (details.open && !details.contains(/** @type {Node} */ (event.target))) details.open = false;
  });

  return {
    /** @param {(index: number) => number[]} now what each value of a facet would match */
    update(now) {
      counts = now;
      const on = parts.filter(({ facet }) => idsOf(facet.name).length);
      for (const { facet, summary, details, fill } of parts) {
        const number = idsOf(facet.name).length;
        summary.textContent = facet.label + (number ? ` ${number}` : "");
        details.classList.toggle("is-on", number > 0);
        if (details.open) fill();
      }
      chips.replaceChildren(
        ...on.flatMap(({ facet }, position) => [
          ...(position ? [make("span", ["and"])] : []),
          ...idsOf(facet.name).flatMap((id, at) => {
            const name = facet.values.find((value) => value.id === id)?.name ?? id;
            const chip = make("button", [at ? name : `${facet.label[0].toUpperCase()}${facet.label.slice(1)}: ${name}`, make("span", ["×"], { "aria-hidden": "true" })], { type: "button", "aria-label": `Leave out ${facet.label} ${name}` });
            chip.addEventListener("click", () => choose(facet.name, idsOf(facet.name).filter((other) => other !== id)));
            return at ? [make("span", ["or"]), chip] : [chip];
          }),
        ]),
      );
      if (on.length) {
        const all = make("button", ["Clear all"], { type: "button", class: "tl-link" });
        all.addEventListener("click", clear);
        chips.append(all);
      }
      chips.hidden = on.length === 0;
    },
  };
}
