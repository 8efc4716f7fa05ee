// @ts-check
import { has } from "./filter.js";

/** The list of the page, which holds the text: shown as far as it matches, the chosen entry marked. */
export class EventList {
  /** @param {HTMLElement} root @param {import("./record.js").EventRecord} record */
  constructor(root, record) {
    this.root = root;
    /** entries by event @type {(HTMLElement | undefined)[]} */
    this.entries = [];
    for (const entry of root.querySelectorAll("[data-event]")) {
      const event = record.byId.get(entry.getAttribute("data-event") ?? "");
      if (event !== undefined) this.entries[event] = /** @type {HTMLElement} */ (entry);
    }
    this.groups = [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".month"))].map((group) => ({
      group,
      count: group.querySelector(".month__head p"),
      events: [...group.querySelectorAll("[data-event]")].flatMap((entry) => record.byId.get(entry.getAttribute("data-event") ?? "") ?? []),
    }));
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

  /** @param {number} event -1 for none */
  mark(event) {
    this.root.querySelector(".is-chosen")?.classList.remove("is-chosen");
    this.entries[event]?.classList.add("is-chosen");
  }
}
