// @ts-check
import { has } from "./filter.js";
import { make } from "./prose.js";

/** Entries shown at most where the page holds none of its own. */
const MOST_ENTRIES = 100;

/** The list of the page, which holds the text: shown as far as it matches, the chosen entry marked. */
export class EventList {
  /** @param {HTMLElement} root @param {import("./record.js").EventRecord} record */
  constructor(root, record) {
    this.root = root;
    /** entries by event @type {(HTMLElement | undefined)[]} */
    this.entries = [];
    const find = (/** @type {Element} */ group) => {
      const events = [];
      for (const entry of group.querySelectorAll("[data-event]")) {
        const event = record.byId.get(entry.getAttribute("data-event") ?? "");
        if (event === undefined) continue;
        this.entries[event] = /** @type {HTMLElement} */ (entry);
        events.push(event);
      }
      return events;
    };
    this.record = record;
    /** whether the list is too long for the page: then what is in view is written here @type {boolean} */
    this.isPaged = record.data.rows[0]?.length > 15;
    this.groups = [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".month"))].map((group) => ({ group, count: group.querySelector(".month__head p"), events: find(group) }));
    if (!this.groups.length) find(root);
  }

  /** The title of an event, as the page gives it. @param {number} event */
  title(event) {
    return this.entries[event]?.querySelector(".entry__title")?.textContent ?? "";
  }

  /** What is said of an event below its title. @param {number} event */
  facts(event) {
    const entry = this.entries[event];
    return [entry?.querySelector(".entry__facts"), entry?.querySelector(".entry__sources")].map((part) => part?.textContent?.replace(/\s+/g, " ").trim() ?? "");
  }

  /** @param {Uint32Array} passed @param {(event: number) => boolean} isInView @returns {number} how many are shown */
  show(passed, isInView) {
    if (this.isPaged) return this.write(passed, isInView);
    let shown = 0;
    const isShown = (/** @type {number} */ event) => has(passed, event) && isInView(event);
    this.entries.forEach((entry, event) => {
      if (!entry) return;
      const shows = isShown(event);
      if (entry.hidden === shows) entry.hidden = !shows;
      if (shows) shown++;
    });
    for (const { group, count, events } of this.groups) {
      const here = events.filter(isShown).length;
      if (group.hidden === here > 0) group.hidden = here === 0;
      const text = here === events.length ? `${here} event${here === 1 ? "" : "s"}` : `${here} of ${events.length} events`;
      if (count && count.textContent !== text) count.textContent = text;
    }
    return shown;
  }

  /** The first entries of what is in view. @param {Uint32Array} passed @param {(event: number) => boolean} isInView */
  write(passed, isInView) {
    const { record } = this;
    const shown = Array.from(record.start.keys()).filter((event) => has(passed, event) && isInView(event));
    const entries = shown.slice(0, MOST_ENTRIES).map((event) => (this.entries[event] ??= this.entryOf(event)));
    const more = shown.length > MOST_ENTRIES ? [make("p", [`${shown.length - MOST_ENTRIES} more: come closer, or filter.`], { class: "hint" })] : [];
    this.root.replaceChildren(make("ol", entries, { class: "entries" }), ...more);
    return shown.length;
  }

  /** @param {number} event */
  entryOf(event) {
    const { record } = this;
    const title = make("h3", [make("a", [record.title(event)], { href: record.url(event) })], { class: "entry__title" });
    const facts = make("p", [`${record.data.kinds[record.kind[event]]} · ${record.data.phases[record.phase[event]][1]}`], { class: "entry__facts" });
    const date = make("p", [record.date(event)], { class: "entry__date" });
    return make("li", [date, make("span"), make("div", [title, facts], { class: "entry__text" })], { class: "entry", "data-event": record.id(event) });
  }

  /** @param {number} event -1 for none */
  mark(event) {
    this.root.querySelector(".is-chosen")?.classList.remove("is-chosen");
    this.entries[event]?.classList.add("is-chosen");
  }
}
