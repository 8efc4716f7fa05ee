// @ts-check
import { has } from "./filter.js";

/** The keyboard's way through the chart: in time along a lane, and from lane to lane. */
export class Cursor {
  /** @param {import("./timeline.js").Timeline} timeline */
  constructor(timeline) {
    this.timeline = timeline;
  }

  /** Events of each lane that pass, in time. */
  get order() {
    const { lanes, record, passed } = this.timeline;
    const order = lanes.lanes.map(() => /** @type {number[]} */ ([]));
    for (let event = 0; event < record.size; event++) if (has(passed, event)) order[lanes.of(event)[0]].push(event);
    return order;
  }

  /** The event before or after in its lane; without one, the weightiest in view. @param {number} step */
  along(step) {
    const { points, passed, record, lanes } = this.timeline;
    const start = points.focus >= 0 ? points.focus : points.chosen;
    const order = this.order;
    if (start >= 0 && has(passed, start)) {
      const lane = order[lanes.of(start)[0]];
      const next = lane[lane.indexOf(start) + step];
      if (next !== undefined) this.put(next);
      return;
    }
    const shown = this.timeline.shown();
    const first = shown.sort((a, b) => record.importance[a] - record.importance[b] || a - b)[0] ?? order.flat()[0];
    if (first !== undefined) this.put(first);
  }

  /** The event nearest in time in the next lane that has one. @param {number} step */
  across(step) {
    const { points, record, lanes } = this.timeline;
    if (points.focus < 0) return this.along(0);
    const order = this.order;
    const day = record.at(points.focus);
    for (let lane = lanes.of(points.focus)[0] + step; lane >= 0 && lane < order.length; lane += step) {
      if (!order[lane].length) continue;
      return this.put(order[lane].reduce((best, event) => (Math.abs(record.at(event) - day) < Math.abs(record.at(best) - day) ? event : best)));
    }
  }

  /** @param {boolean} last */
  toEnd(last) {
    const { points, lanes } = this.timeline;
    const lane = this.order[points.focus < 0 ? 0 : lanes.of(points.focus)[0]];
    if (lane.length) this.put(lane[last ? lane.length - 1 : 0]);
  }

  /** @param {number} event */
  put(event) {
    const { timeline } = this;
    const { record, scale, lanes, chart } = timeline;
    timeline.points.focus = event;
    const x = scale.x(record.at(event));
    if (x < 20 || x > scale.width - 20) {
      const half = (scale.to - scale.from) / 2;
      timeline.showDays(record.at(event) - half, record.at(event) + half, true);
    } else {
      timeline.paint();
    }
    const lane = lanes.of(event)[0];
    const order = this.order[lane];
    const place = chart.placeOf(event);
    if (x >= 0 && x <= scale.width) timeline.card.show(event, place.x, place.y);
    timeline.say(`${record.date(event)}. ${record.title(event)}. ${record.data.kinds[record.kind[event]]}, ${lanes.lanes[lane].name}. ${order.indexOf(event) + 1} of ${order.length}.`);
  }
}
