// @ts-check
import { queryOf } from "./address.js";
import { count, has } from "./filter.js";
import { make, plain } from "./prose.js";
import { endStory, startStory, turnStory, watchStory } from "./story.js";
import { csv, ics, save } from "./takeaway.js";

/** The buttons and fields around the chart: filter, presets, notices, dialogs, copies, files, print. */
export class Tools {
  /** @param {import("./timeline.js").Timeline} timeline */
  constructor(timeline) {
    this.timeline = timeline;
    this.hasWords = false;
    if (!timeline.isSmall) this.connect();
  }

  connect() {
    const { timeline } = this;
    timeline.element.addEventListener("click", (event) => this.press(/** @type {HTMLElement} */ (event.target).closest("[data-do], [data-extent]")));
    const filter = this.input("filter");
    filter.addEventListener("focus", () => this.loadWords());
    filter.addEventListener("input", () => timeline.go({ q: filter.value.trim() }, true));
    filter.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !filter.value) return;
      filter.value = "";
      timeline.go({ q: "" }, true);
    });
    this.input("lanes-by").addEventListener("change", () => timeline.go({ lanes: this.input("lanes-by").value }));
    const extents = this.input("phase-extent");
    extents.addEventListener("change", () => {
      timeline.showExtent(extents.value);
      extents.value = "";
    });
    const battlefield = this.input("battlefield");
    battlefield.addEventListener("change", () => {
      timeline.chart.battlefield = battlefield.checked;
      timeline.settle();
    });
    watchStory(timeline);
    addEventListener("beforeprint", () => this.onPaper(true));
    addEventListener("afterprint", () => this.onPaper(false));
  }

  /** @param {string} name */
  input(name) {
    return /** @type {HTMLInputElement} */ (this.timeline.part(name));
  }

  /** The address was read: the fields show it, and what in it meant nothing is said. @param {string[]} unknown */
  arrive(unknown) {
    const { timeline } = this;
    if (timeline.isSmall) return;
    const notice = timeline.part("notice");
    notice.hidden = !unknown.length;
    timeline.write("notice", unknown.length ? `The address asks for something this record does not have, which is left out: ${unknown.slice(0, 5).join("; ")}.` : "");
    this.input("filter").value = timeline.state.q;
    if (timeline.state.q) this.loadWords();
  }

  update() {
    if (!this.timeline.isSmall) this.input("lanes-by").value = this.timeline.state.lanes;
  }

  /** @param {number} matching how many events pass */
  follow(matching) {
    const { scale, element } = this.timeline;
    const empty = this.timeline.part("empty");
    empty.hidden = matching > 0;
    if (!matching) empty.replaceChildren(...this.nothing());
    for (const button of element.querySelectorAll("button[data-extent]")) {
      const [from, to] = (button.getAttribute("data-extent") ?? "").split("/").map((day) => Date.parse(day) / 86400000);
      button.setAttribute("aria-pressed", String(Math.abs(from - scale.from) < 1 && Math.abs(to + 1 - scale.to) < 1));
    }
  }

  /** No match: what was asked, and what to leave out. */
  nothing() {
    const { state, filter } = this.timeline;
    const button = (/** @type {string} */ text, /** @type {import("./filter.js").Chosen} */ chosen, q = state.q) => {
      const made = make("button", [text], { type: "button" });
      made.addEventListener("click", () => this.timeline.go({ chosen, q }));
      return made;
    };
    const asked = filter.facets.filter((facet) => state.chosen[facet.name]?.length);
    const names = asked.flatMap((facet) => facet.values.filter((value) => state.chosen[facet.name].includes(value.id)).map((value) => value.name));
    const offers = asked.flatMap((facet) => {
      const rest = { ...state.chosen, [facet.name]: [] };
      const matching = count(filter.run(rest, state.q).passed);
      return matching ? [button(`Leave out ${facet.label} (${matching} events)`, rest), " "] : [];
    });
    if (state.q && asked.length) offers.push(button(`Leave out “${state.q}”`, state.chosen, ""), " ");
    const words = state.q ? [`“${state.q}”`, ...names] : names;
    return [make("p", [make("b", ["No event matches"])]), make("p", [words.join(", ")]), make("p", [...offers, button("Clear all", {}, "")])];
  }

  /** @param {Element | null} button */
  press(button) {
    const { timeline } = this;
    const extent = button?.getAttribute("data-extent");
    if (extent) return timeline.showExtent(extent);
    /** @type {Record<string, () => unknown>} */
    const actions = {
      "zoom-in": () => timeline.zoom(1.6),
      "zoom-out": () => timeline.zoom(1 / 1.6),
      close: () => timeline.panel?.leave(),
      previous: () => timeline.panel?.turn(-1),
      next: () => timeline.panel?.turn(1),
      filters: () => button?.setAttribute("aria-expanded", String(timeline.element.classList.toggle("has-filters"))),
      "copy-link": () => this.copy(location.href, "The link is copied."),
      "copy-snippet": () => this.copy(this.input("snippet").value, "The snippet is copied."),
      keys: () => this.dialog("keys"),
      embed: () => this.dialog("embed"),
      csv: () => this.download("csv"),
      json: () => this.download("json"),
      ics: () => this.download("ics"),
      print: () => this.print(),
      story: () => startStory(timeline, button?.getAttribute("data-story") ?? ""),
      "story-next": () => turnStory(timeline, 1),
      "story-previous": () => turnStory(timeline, -1),
      "story-end": () => endStory(timeline),
    };
    actions[button?.getAttribute("data-do") ?? ""]?.();
  }

  /** @param {string} text @param {string} done */
  async copy(text, done) {
    const toast = this.timeline.part("toast");
    try {
      await navigator.clipboard.writeText(text);
      toast.textContent = done;
    } catch {
      toast.textContent = text;
    }
    setTimeout(() => (toast.textContent = ""), 4000);
  }

  /** @param {string} name */
  dialog(name) {
    const { timeline } = this;
    if (name === "embed") {
      const source = new URL(`${timeline.record.root}timeline/embed/${queryOf(timeline.state)}`, location.href);
      const frame = make("iframe", [], { src: source.href, width: "100%", height: "640", title: document.title, loading: "lazy" });
      this.input("snippet").value = frame.outerHTML;
    }
    /** @type {HTMLDialogElement} */ (timeline.part(name)).showModal();
  }

  /** The events that pass, with all that is known of them, in time. @returns {Promise<any[]>} */
  async details() {
    const { record, passed } = this.timeline;
    const { events } = await (await fetch(`${record.root}data/events.json`)).json();
    return events.filter((/** @type {any} */ event) => has(passed, record.byId.get(event.id) ?? -1));
  }

  /** @param {"csv" | "json" | "ics"} format */
  async download(format) {
    const events = await this.details();
    if (format === "csv") save("events.csv", "text/csv", csv(events));
    else if (format === "ics") save("events.ics", "text/calendar", ics(events, new URL(this.timeline.record.root, location.href)));
    else save("events.json", "application/json", JSON.stringify({ events }, null, 1));
  }

  /** Prints the list with summaries, sources and addresses; waits for them. */
  async print() {
    const { record, list } = this.timeline;
    for (const event of await this.details()) {
      const entry = list.entries[record.byId.get(event.id) ?? -1];
      if (!entry || entry.querySelector(".entry__print")) continue;
      const sources = event.sources.map((/** @type {any} */ source, /** @type {number} */ at) => make("li", [`${at + 1}. ${source.publisher_name}: ${source.title}. ${source.url}`]));
      entry.querySelector(".entry__text")?.append(make("div", [make("p", [plain(event.summary)]), make("ol", sources)], { class: "entry__print" }));
    }
    print();
  }

  /** On paper: drawn in light, with what is filtered in words. @param {boolean} starts */
  onPaper(starts) {
    const { timeline } = this;
    const { body } = document;
    if (starts) {
      this.scheme = body.getAttribute("data-md-color-scheme");
      const chosen = [...timeline.part("chips").querySelectorAll("button:not(.tl-link)")].map((chip) => chip.firstChild?.textContent);
      timeline.write("asked", [timeline.part("extent").textContent, timeline.part("count").textContent, ...chosen].filter(Boolean).join(" · "));
      body.setAttribute("data-md-color-scheme", "default");
    } else if (this.scheme) {
      body.setAttribute("data-md-color-scheme", this.scheme);
    }
    timeline.chart.recolour();
    timeline.settle();
    timeline.drawNow();
  }

  /** Summaries and all names for the text filter, once somebody types. */
  async loadWords() {
    const { record, filter, state } = this.timeline;
    if (this.hasWords) return;
    this.hasWords = true;
    try {
      filter.addTexts(await (await fetch(`${record.root}timeline/words.json`)).json());
      if (state.q || this.timeline.state.q) this.timeline.update(true);
    } catch {
      this.hasWords = false;
    }
  }
}
