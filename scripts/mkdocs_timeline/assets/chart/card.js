// @ts-check
import { make } from "./prose.js";

const AFTER = 220;
const WIDTH = 262;

/** A short card beside a mark: while it is pointed at or under the keyboard, and for the events of a full day. */
export class Card {
  /** @param {import("./timeline.js").Timeline} timeline */
  constructor(timeline) {
    this.timeline = timeline;
    this.element = timeline.part("card");
    this.waiting = 0;
  }

  hide() {
    clearTimeout(this.waiting);
    this.element.hidden = true;
  }

  /** Once the pointer rests. @param {number} event @param {number} x @param {number} y */
  soon(event, x, y) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.show(event, x, y), AFTER);
  }

  /** @param {number} event @param {number} x @param {number} y */
  show(event, x, y) {
    const { record, list } = this.timeline;
    const [facts, sources] = list.facts(event);
    this.put([make("p", [record.date(event)]), make("p", [make("b", [record.title(event)])]), make("p", [facts]), make("p", [sources])], x, y);
  }

  /** @param {string} title @param {number[]} events @param {number} x @param {number} y */
  list(title, events, x, y) {
    const items = events.map((event) => {
      const button = make("button", [this.timeline.record.title(event)], { type: "button", class: "tl-link" });
      button.addEventListener("click", () => this.timeline.choose(event));
      return make("li", [button]);
    });
    this.put([make("p", [title]), make("ul", items)], x, y);
    this.element.querySelector("button")?.focus();
  }

  /** @param {Node[]} inside @param {number} x @param {number} y */
  put(inside, x, y) {
    clearTimeout(this.waiting);
    const { element } = this;
    const { width } = this.timeline.scale;
    element.replaceChildren(...inside);
    element.hidden = false;
    element.style.insetInlineStart = `${Math.max(x + WIDTH + 14 > width ? x - WIDTH - 14 : x + 14, 0)}px`;
    element.style.insetBlockStart = `${y + 16}px`;
  }
}
