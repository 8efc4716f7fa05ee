// @ts-check
import { Timeline } from "./timeline.js";

/** ms of work after which the browser may do what is urgent, so that no task of ours is a long one (50 ms, Long Tasks API) where the machine is slow. */
const WORK = 25;

/** @returns {Promise<void>} */
const pause = () => /** @type {any} */ (window).scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));

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
    let since = performance.now();
    const timeline = (this.timeline = new Timeline(this, data));
    try {
      for (const step of [() => timeline.measure(), () => timeline.start(asked), () => timeline.painting && timeline.drawNow()]) {
        if (performance.now() - since > WORK) {
          await pause();
          since = performance.now();
        }
        if (this.timeline !== timeline) return;
        step();
      }
      this.setAttribute("ready", "");
    } finally {
      timeline.showList();
    }
  }

  disconnectedCallback() {
    this.timeline?.stop();
    this.timeline = undefined;
  }
}

customElements.define("event-timeline", EventTimeline);
