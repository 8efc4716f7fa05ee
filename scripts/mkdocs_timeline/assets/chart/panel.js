// @ts-check
import { inline, make, paragraphs } from "./prose.js";

/** The chosen event in full: what the page's list does not hold comes from the event's own JSON. */
export class Panel {
  /** @param {import("./timeline.js").Timeline} timeline */
  constructor(timeline) {
    this.timeline = timeline;
    this.element = timeline.part("panel");
    /** where the reader came from with the keyboard @type {HTMLElement | null} */
    this.origin = null;
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.leave());
  }

  /** For the keyboard: the panel is read from its title, and Escape leads back. */
  enter() {
    this.origin = /** @type {HTMLElement | null} */ (document.activeElement);
    this.timeline.part("panel-title").focus();
  }

  leave() {
    const { origin, timeline } = this;
    timeline.go({ event: "", story: "" });
    (origin?.isConnected && !origin.closest("[hidden]") ? origin : timeline.part("chart")).focus();
    this.origin = null;
  }

  /** @param {number} event -1 for none */
  show(event) {
    const { timeline, element } = this;
    element.hidden = event < 0;
    timeline.element.classList.toggle("has-panel", event >= 0);
    if (event < 0) return element.removeAttribute("data-event");
    const shown = timeline.shown();
    const at = shown.indexOf(event);
    timeline.write("panel-place", at < 0 ? "" : `${at + 1} of ${shown.length}`);
    /** @type {HTMLButtonElement} */ (timeline.part("previous")).disabled = at < 1;
    /** @type {HTMLButtonElement} */ (timeline.part("next")).disabled = at < 0 || at === shown.length - 1;
    if (element.getAttribute("data-event") !== timeline.record.id(event)) this.fill(event);
  }

  /** @param {number} event */
  async fill(event) {
    const { timeline, element } = this;
    const { record, list } = timeline;
    const page = record.url(event);
    element.setAttribute("data-event", record.id(event));
    element.scrollTop = 0;
    timeline.part("panel-title").replaceChildren(make("a", [record.title(event)], { href: page }));
    timeline.write("panel-facts", `${record.date(event)} · ${list.facts(event)[0] || record.data.kinds[record.kind[event]]}`);
    const body = timeline.part("panel-body");
    body.replaceChildren();
    try {
      const answer = await fetch(record.json(event));
      if (!answer.ok) throw new Error(String(answer.status));
      const details = await answer.json();
      if (element.getAttribute("data-event") === details.id) body.replaceChildren(...contentsOf(details, page, record));
    } catch {
      body.replaceChildren(make("p", ["The rest could not be loaded. ", make("a", ["Open the event’s page"], { href: page })]));
    }
  }

  /** @param {number} step */
  turn(step) {
    const shown = this.timeline.shown();
    const next = shown[shown.indexOf(this.timeline.points.chosen) + step];
    if (next !== undefined) this.timeline.choose(next);
  }
}

/** @param {any} event in the shape of events.json @param {string} page @param {import("./record.js").EventRecord} record @returns {Node[]} */
function contentsOf(event, page, record) {
  const known = { keys: event.sources.map((/** @type {any} */ source) => source.key), record };
  /** @param {string} title @param {Node[]} inside */
  const part = (title, inside) => (inside.length ? [make("h3", [title]), ...inside] : []);
  return [
    ...paragraphs(event.summary, known),
    ...part("What came of it", event.outcome ? paragraphs(event.outcome, known) : []),
    ...part("Where accounts differ", event.disputes.map((/** @type {any} */ dispute) => disputeOf(dispute, known))),
    ...part("Sources", [make("ol", event.sources.map(sourceOf), { class: "tl-sources" })]),
    make("p", [make("a", ["Open the event’s page"], { href: page })]),
  ];
}

/** @param {any} dispute @param {import("./prose.js").Known} known */
function disputeOf(dispute, known) {
  /** @param {string} title @param {string} text */
  const side = (title, text) => make("div", [make("dt", [title]), make("dd", inline(text, known))]);
  return make("div", [make("p", inline(dispute.claim, known)), make("dl", [side("says so", dispute.by), side("says otherwise", dispute.against)])], { class: "tl-dispute" });
}

/** @param {any} source */
function sourceOf(source) {
  const about = [source.publisher_name, source.published, `${source.reliability} reliability`].filter(Boolean).join(" · ");
  const href = /^https?:\/\//.test(source.url) ? source.url : "#";
  return make("li", [make("a", [source.title], { href, rel: "noopener nofollow", lang: source.lang }), make("span", [about])]);
}
