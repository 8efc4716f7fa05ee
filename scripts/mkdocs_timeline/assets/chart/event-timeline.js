// @ts-check
import { Timeline } from "./timeline.js";

/**
 * The interactive timeline over a list of events that is complete without it.
 *
 * Its parts carry `data-part`; the data is a JSON block in the element. Attributes: `small` for a chart beside a list, each event a link to
 * its page; `list` for the id of a list that stands elsewhere; `ready` once it is painted and usable.
 */
export class EventTimeline extends HTMLElement {
  connectedCallback() {
    if (this.timeline) return;
    this.timeline = new Timeline(this);
    requestAnimationFrame(() => requestAnimationFrame(() => this.setAttribute("ready", "")));
  }

  disconnectedCallback() {
    this.timeline?.stop();
    this.timeline = undefined;
  }
}

customElements.define("event-timeline", EventTimeline);
