// @ts-check
import { Timeline } from "./timeline.js";

/**
 * The interactive timeline over a list of events that is complete without it.
 *
 * Its parts carry `data-part`; the data is a JSON block in the element. Attributes: `root` for the way to the site's root; `src` for data in a
 * file of its own; `small` for a chart beside a list, each event a link to its page; `list` for the id of a list that stands elsewhere;
 * `ready` once it is painted and usable.
 */
export class EventTimeline extends HTMLElement {
  async connectedCallback() {
    if (this.timeline) return;
    const source = this.getAttribute("src");
    const asked = location.search; // what a script of the page may take away while the data comes
    const data = source ? await (await fetch(source)).json() : JSON.parse(this.querySelector('[data-part="data"]')?.textContent ?? "");
    if (!this.isConnected || this.timeline) return;
    this.timeline = new Timeline(this, data);
    this.timeline.start(asked);
    this.setAttribute("ready", "");
  }

  disconnectedCallback() {
    this.timeline?.stop();
    this.timeline = undefined;
  }
}

customElements.define("event-timeline", EventTimeline);
