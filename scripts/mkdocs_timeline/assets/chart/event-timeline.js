// @ts-check
import { Timeline } from "./timeline.js";

/** Lets the browser do what waits, so that no task of ours is a long one. */
const pause = () => new Promise((resolve) => setTimeout(resolve));

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
    const data = source ? await (await fetch(source)).json() : JSON.parse(this.querySelector('[data-part="data"]')?.textContent ?? "");
    await pause();
    if (!this.isConnected || this.timeline) return;
    const timeline = (this.timeline = new Timeline(this, data));
    await pause();
    if (this.timeline !== timeline) return;
    timeline.start();
    requestAnimationFrame(() => this.setAttribute("ready", "")); // after the first drawing, in the same frame
  }

  disconnectedCallback() {
    this.timeline?.stop();
    this.timeline = undefined;
  }
}

customElements.define("event-timeline", EventTimeline);
