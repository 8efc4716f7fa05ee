// @ts-check
import { ABOUT, COARSE, LANDMARK, MAJOR } from "./record.js";

/** @typedef {{ event: number, row: number, shared: number, text: number }} Mark
 * `shared` is -1 or 1 where the mark stands for an event of a lane above or below (its stem points there), else 0; `text` is the px kept for a label in line */
/** @typedef {{ event: number, row: number, shared: number }} Span */
/** @typedef {{ events: number[], from: number, to: number, at: number }} Cluster what found no row: its events, its days, and the day of its pill */
/** @typedef {{ marks: Mark[], spans: Span[], clusters: Cluster[], total: number, guests: number }} LaneLayout */

/** Radius of a mark by importance, and of one that stands for an event of another lane; px. */
export const RADIUS = [6, 4.7, 3.8];
export const GUEST_RADIUS = 3.1;

/** From how many px a day on majors and minors show in other phases' lanes, and carry their name in line. */
const GUESTS_FROM = [0, 9, 24];
export const NAMES_FROM = [Infinity, 6, 24];

const GAP = 1.4;
const PILL_ROOM = 30;

/** px between two rows of marks. @param {number} perDay */
export const rowGap = (perDay) => (perDay >= NAMES_FROM[MAJOR] ? 15 : 10.6);

/** Half the width of the smear of an "about" date, px. */
export const SMEAR = 14;

/** A row of a lane: which px are taken, in order. */
class Row {
  /** @type {number[]} */
  starts = [];
  /** @type {number[]} */
  ends = [];

  /** Takes the room, if it is free. @param {number} start @param {number} end */
  take(start, end) {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] < start) low = middle + 1;
      else high = middle;
    }
    if ((low > 0 && this.ends[low - 1] > start) || (low < this.starts.length && this.starts[low] < end)) return false;
    this.starts.splice(low, 0, start);
    this.ends.splice(low, 0, end);
    return true;
  }
}

/**
 * Places the marks of every lane. It depends on the scale and the filter alone, never on the window: nothing jumps while one pans.
 * @param {import("./record.js").EventRecord} record
 * @param {import("./lanes.js").Lanes} lanes
 * @param {number} perDay px a day
 * @param {(event: number) => boolean} matches
 * @param {number} mostRows rows of a lane where names are not shown
 * @returns {LaneLayout[]}
 */
export function layout(record, lanes, perDay, matches, mostRows) {
  const named = perDay >= NAMES_FROM[MAJOR];
  const most = mostRows < 6 ? mostRows : named ? 9 : 6;
  /** @type {LaneLayout[]} */
  const found = lanes.lanes.map(() => ({ marks: [], spans: [], clusters: [], total: 0, guests: 0 }));
  /** @type {{ event: number, home: number }[][]} by order: landmarks, majors, minors, guests of each */
  const waiting = [[], [], [], [], [], []];
  for (let event = 0; event < record.size; event++) {
    if (!matches(event)) continue;
    const importance = record.importance[event];
    lanes.of(event).forEach((lane, position) => {
      if (position === 0) {
        found[lane].total++;
        waiting[importance].push({ event, home: -1 - lane });
      } else {
        found[lane].guests++;
        if (perDay >= GUESTS_FROM[importance]) waiting[3 + importance].push({ event, home: lane });
      }
    });
  }
  const rows = found.map(() => Array.from({ length: most }, () => new Row()));
  const spanRows = found.map(() => /** @type {Row[]} */ ([]));
  /** @type {{ event: number, shared: number }[][]} */
  const left = found.map(() => []);
  for (const group of waiting) {
    for (const { event, home } of group) {
      const lane = home < 0 ? -1 - home : home;
      const shared = home < 0 ? 0 : Math.sign(lanes.of(event)[0] - lane) || 1;
      const importance = record.importance[event];
      const isNamed = !shared && perDay >= NAMES_FROM[importance];
      const begin = record.start[event] * perDay;
      const end = record.stop[event] * perDay;
      const isBar = record.soft[event] & COARSE || record.stop[event] - record.start[event] > 1;
      if (isBar && end - begin > (isNamed ? 90 : 34)) {
        let row = spanRows[lane].findIndex((taken) => taken.take(begin - 6, end + 4));
        if (row < 0) {
          row = spanRows[lane].length;
          spanRows[lane].push(new Row());
          spanRows[lane][row].take(begin - 6, end + 4);
        }
        found[lane].spans.push({ event, row, shared });
        continue;
      }
      const radius = shared ? GUEST_RADIUS : RADIUS[importance];
      const x = record.at(event) * perDay;
      const smear = record.soft[event] & ABOUT ? SMEAR : 0;
      const text = isNamed && importance !== LANDMARK ? nameWidth(record, event) : 0;
      const from = Math.min(x - radius, isBar ? begin : x) - GAP - smear;
      const to = Math.max(x + radius, isBar ? end : x) + GAP + Math.max(smear, text);
      const row = rows[lane].findIndex((taken) => taken.take(from, to));
      if (row >= 0) found[lane].marks.push({ event, row, shared, text });
      else left[lane].push({ event, shared });
    }
  }
  found.forEach((lane, index) => gather(record, lane, left[index], perDay, most));
  return found;
}

/** px kept for a name in line. @param {import("./record.js").EventRecord} record @param {number} event */
const nameWidth = (record, event) => Math.min(Math.max(6 * (record.label(event) || record.title(event)).length, 40), 190) + 6;

/**
 * Counts what found no row: pills, merged where they would touch; one alone is drawn after all.
 * @param {import("./record.js").EventRecord} record @param {LaneLayout} lane @param {{ event: number, shared: number }[]} left @param {number} perDay @param {number} row
 */
function gather(record, lane, left, perDay, row) {
  left.sort((a, b) => record.at(a.event) - record.at(b.event));
  /** @type {(Cluster & { guests: number[] })[]} */
  const pills = [];
  for (const { event, shared } of left) {
    const at = record.at(event);
    pills.push({ events: [event], from: at, to: at, at, guests: [shared] });
    while (pills.length > 1) {
      const [before, last] = pills.slice(-2);
      if ((last.at - before.at) * perDay >= PILL_ROOM) break;
      pills.pop();
      before.events.push(...last.events);
      before.guests.push(...last.guests);
      before.to = last.to;
      before.at = (before.from + before.to) / 2;
    }
  }
  for (const pill of pills) {
    if (pill.events.length === 1) lane.marks.push({ event: pill.events[0], row, shared: pill.guests[0], text: 0 });
    else lane.clusters.push(pill);
  }
}

/** How many rows of marks and of bars, and whether pills, stand in the window. @param {import("./record.js").EventRecord} record @param {LaneLayout} lane @param {import("./scale.js").TimeScale} scale */
export function inWindow(record, lane, { from, to }) {
  let rows = 0;
  let spans = 0;
  for (const { event, row } of lane.marks) if (row >= rows && record.stop[event] >= from && record.start[event] <= to) rows = row + 1;
  for (const { event, row } of lane.spans) if (row >= spans && record.stop[event] >= from && record.start[event] <= to) spans = row + 1;
  const pills = lane.clusters.some((cluster) => cluster.to >= from && cluster.from <= to);
  return { rows, spans, pills };
}
