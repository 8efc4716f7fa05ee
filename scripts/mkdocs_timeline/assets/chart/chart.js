// @ts-check
import { ticks } from "./axis.js";
import { words } from "./dates.js";
import { bar, cut, extentOf, paletteOf, prepare, shapesIn, Stamps } from "./draw.js";
import { has } from "./filter.js";
import { placeFlags } from "./flags.js";
import { GUEST_RADIUS, inWindow, layout, NAMES_FROM, RADIUS, rowGap } from "./layout.js";
import { ABOUT, COARSE, LANDMARK, MAJOR, MINOR, SOFT_END, SOFT_START } from "./record.js";
import { TimeScale } from "./scale.js";

/** @typedef {import("./layout.js").LaneLayout} LaneLayout */
/** @typedef {{ top: number, height: number, first: number, bars: number, pills: number, flags: (import("./flags.js").Flag & { day: number })[], isEmpty: boolean }} Box
 * a lane in the window at rest: px from the top; `first`, `bars` and `pills` are where its first row of each stands */
/** @typedef {{ event: number } | { cluster: import("./layout.js").Cluster } | { band: number }} Hit */
/** @typedef {{ hover: number, focus: number, chosen: number }} Points events pointed at, under the keyboard, and chosen; -1 for none */

const FLAG = 13;
const SPAN = 7.5;
const PILL_ROW = 22;
const STRIP = 17;

/** Lays out and draws the lanes and their axis, and finds what is under a point. */
export class Chart {
  /**
   * @param {HTMLElement} host carries the colours and the type
   * @param {import("./record.js").EventRecord} record
   * @param {HTMLCanvasElement} axis @param {HTMLCanvasElement} body
   */
  constructor(host, record, axis, body) {
    this.host = host;
    this.record = record;
    this.axis = axis;
    this.body = body;
    this.scale = new TimeScale(0, 1, 1);
    /** @type {LaneLayout[]} */
    this.layouts = [];
    /** @type {Box[]} */
    this.boxes = [];
    this.laidOut = NaN;
    /** on a phone: fewer rows */
    this.narrow = false;
    /** names of lanes above them, not beside */
    this.stacked = false;
    this.battlefield = true;
    this.height = 0;
    this.battles = record.data.kinds.indexOf("battlefield");
    /** @type {{ top: number, height: number, rows: number[] }} the battlefield's strip below the lanes */
    this.strip = { top: 0, height: 0, rows: [] };
    /** @type {import("./lanes.js").Lanes} */
    this.lanes = { mode: "", lanes: [], of: () => [] };
    /** @type {Uint32Array} */
    this.passed = new Uint32Array(0);
    this.look = lookOf(host, record);
    /** px of flags by event, once they are asked for @type {number[]} */
    this.widths = [];
  }

  get palette() {
    return this.look.palette;
  }

  get font() {
    return this.look.font;
  }

  get em() {
    return this.look.em;
  }

  /** Labels and lines of the axis. */
  get ticks() {
    return ticks(this.scale, this.em);
  }

  /** Takes the colours and the size of type anew: after a change of scheme or zoom. */
  recolour() {
    this.look = lookOf(this.host, this.record);
    this.widths = [];
  }

  /** px that an event's flag takes. @param {number} event */
  widthOf(event) {
    const context = /** @type {CanvasRenderingContext2D} */ (this.body.getContext("2d"));
    if (!this.widths[event]) context.font = this.fontOf(event);
    return (this.widths[event] ??= context.measureText(this.record.label(event)).width + 9);
  }

  /** @param {import("./lanes.js").Lanes} lanes @param {Uint32Array} passed */
  show(lanes, passed) {
    this.lanes = lanes;
    this.passed = passed;
    this.laidOut = NaN;
  }

  /** Rows and flags of the view at rest; the height that it needs. @param {TimeScale} scale @param {number} chosen */
  rest(scale, chosen) {
    this.scale = scale;
    const { record, lanes, passed } = this;
    if (this.laidOut !== scale.perDay) {
      this.layouts = layout(record, lanes, scale.perDay, (event) => has(passed, event), this.narrow ? 2 : 6);
      this.laidOut = scale.perDay;
    }
    const gap = rowGap(scale.perDay);
    const name = this.stacked ? 20 : 0;
    let top = 0;
    this.boxes = this.layouts.map((lane, index) => {
      const flags = this.flagsOf(lane, chosen);
      const flagRows = flags.reduce((most, flag) => Math.max(most, flag.row + 1), 0);
      const { rows, spans, pills } = inWindow(record, lane, scale);
      const isEmpty = !rows && !spans && !pills;
      const first = top + name + 4 + flagRows * FLAG + 12;
      const bars = first + Math.max(rows - 1, 0) * gap + 14;
      const below = bars + (spans ? (spans - 1) * SPAN + 12 : 0);
      const height = isEmpty ? (this.stacked ? 30 : 40) : Math.max(below + (pills ? PILL_ROW : 0) + 2 - top, this.stacked ? 48 : lanes.lanes[index].phase < 0 ? 62 : 92);
      const box = { top, height, first, bars, pills: below + 6, flags, isEmpty };
      top += height;
      return box;
    });
    const strip = this.battlefield && (record.data.bands.length || this.battles >= 0) ? this.stripOf() : { height: 0, rows: [] };
    this.strip = { ...strip, top };
    this.height = top + this.strip.height;
    return this.height;
  }

  /** @param {LaneLayout} lane @param {number} chosen */
  flagsOf(lane, chosen) {
    const { record, scale } = this;
    // Majors that carry their name in line need no flag.
    const most = scale.perDay < NAMES_FROM[MAJOR] && !this.narrow ? MAJOR : LANDMARK;
    const wears = (/** @type {number} */ importance) => importance <= most;
    const candidates = [...lane.marks, ...lane.spans]
      .filter(({ event, shared }) => !shared && record.label(event) && (wears(record.importance[event]) || event === chosen) && scale.shows(record.at(event)))
      .map(({ event }) => ({ event, x: scale.x(record.at(event)), rank: event === chosen ? 0 : record.key.has(event) ? 1 : 2 + record.importance[event] }));
    return placeFlags(candidates, (event) => this.widthOf(event), scale.width, this.narrow ? 3 : 5).map((flag) => ({ ...flag, day: record.at(flag.event) }));
  }

  /** The type of an event's flag. @param {number} event */
  fontOf(event) {
    return this.record.key.has(event) ? `600 ${this.font}` : this.font;
  }

  /** Room for the strip's name, where it stands above and not beside. */
  get stripTop() {
    return this.stacked ? 13 : 0;
  }

  /** The battlefield's strip: its bands in rows, where no title meets the next. */
  stripOf() {
    /** @type {number[]} */
    const rows = [];
    const ends = /** @type {number[]} */ ([]);
    for (const [title, , from, to] of this.record.data.bands) {
      const end = Math.max(to + 1, from + (title.length * 5.6 + 8) / this.scale.perDay);
      let row = ends.findIndex((taken) => taken <= from);
      if (row < 0) row = ends.length;
      ends[row] = end;
      rows.push(row);
    }
    return { height: Math.max(this.stripTop + 18 + ends.length * STRIP + 4, this.stacked ? 0 : 42), rows };
  }

  /** @param {Points} points */
  draw(points) {
    const { scale, palette, record } = this;
    const context = prepare(this.body, scale.width, this.height);
    context.font = this.font;
    context.textBaseline = "middle";
    this.drawGround(context);
    if (points.chosen >= 0) {
      context.fillStyle = palette.second;
      context.fillRect(Math.round(scale.x(record.at(points.chosen))), 0, 1, this.placeOf(points.chosen).y);
    }
    this.layouts.forEach((lane, index) => this.drawLane(context, lane, this.boxes[index], points));
    this.drawRug(context);
    if (this.strip.height) this.drawStrip(context);
    this.drawAxis(points.chosen);
  }

  /** Tints, lines of the axis, lanes and the first day. @param {CanvasRenderingContext2D} context */
  drawGround(context) {
    const { scale, palette, record } = this;
    if (this.battlefield) {
      const seen = new Set();
      for (const [, , from, to, soft] of record.data.bands) {
        const key = `${from} ${to}`;
        if (seen.has(key)) continue;
        seen.add(key);
        bar(context, palette.ink, scale.x(from), scale.x(to + 1), this.height / 2, this.height, Boolean(soft & SOFT_START), Boolean(soft & SOFT_END), 0.028);
      }
    }
    const { coarse, fine } = this.ticks;
    context.fillStyle = palette.rule;
    for (const { day, strong } of [...fine, ...coarse]) {
      context.globalAlpha = strong ? 1 : 0.6;
      context.fillRect(Math.round(scale.x(day)), 0, 1, this.height);
    }
    context.globalAlpha = 1;
    for (const { top, height } of this.boxes) context.fillRect(0, Math.round(top + height) - 1, scale.width, 1);
    if (record.data.dayOne) {
      context.strokeStyle = palette.third;
      context.setLineDash([1, 3]);
      const x = Math.round(scale.x(record.data.dayOne)) + 0.5;
      context.beginPath();
      context.moveTo(x, 0);
      context.lineTo(x, this.height);
      context.stroke();
      context.setLineDash([]);
    }
  }

  /** @param {CanvasRenderingContext2D} context @param {LaneLayout} lane @param {Box} box @param {Points} points */
  drawLane(context, lane, box, points) {
    const { scale, palette, record } = this;
    const { stamps } = this.look;
    const gap = rowGap(scale.perDay);
    const [from, to] = [scale.from - 40 / scale.perDay, scale.to + 40 / scale.perDay];
    const isIn = (/** @type {number} */ event) => record.stop[event] >= from && record.start[event] <= to;
    for (const { day, ...flag } of box.flags) this.drawFlag(context, box, { ...flag, x: scale.x(day) }, points.chosen === flag.event);
    for (const { event, row, shared } of lane.spans) {
      if (!isIn(event)) continue;
      const y = box.bars + row * SPAN;
      const colour = palette.phases[record.phase[event]];
      const soft = record.soft[event];
      bar(context, colour, scale.x(record.start[event]), scale.x(record.stop[event]), y, 3, Boolean(soft & SOFT_START), Boolean(soft & SOFT_END), 0.42);
      const x = Math.max(scale.x(soft & COARSE ? record.at(event) : record.start[event]) + 4, Math.min(5, scale.x(record.stop[event]) - 4));
      this.drawPoints(context, event, x, y, shared ? GUEST_RADIUS : RADIUS[MINOR], points);
      stamps.put(context, record.kind[event], record.phase[event], shared ? 3 : MINOR, x, y);
    }
    for (const { event, row, shared, text } of lane.marks) {
      if (!isIn(event)) continue;
      const y = box.first + row * gap;
      const x = scale.x(record.at(event));
      extentOf(context, record, event, scale, y, palette.phases[record.phase[event]]);
      if (shared) {
        context.fillStyle = palette.phases[record.phase[event]];
        context.fillRect(x - 0.5, shared < 0 ? y - 7 : y, 1, 7);
      }
      const radius = shared ? GUEST_RADIUS : RADIUS[record.importance[event]];
      this.drawPoints(context, event, x, y, radius, points);
      stamps.put(context, record.kind[event], record.phase[event], shared ? 3 : record.importance[event], x, y);
      if (text) {
        context.fillStyle = palette.ink;
        context.textAlign = "left";
        const after = Math.max(x + radius + 4, record.soft[event] & (COARSE | ABOUT) ? x + radius + 4 : scale.x(record.stop[event]) + 3);
        context.fillText(cut(context, record.label(event) || record.title(event), text), after, y + 0.5);
      }
    }
    for (const cluster of lane.clusters) if (cluster.to >= from && cluster.from <= to) this.drawPill(context, cluster, box.pills);
  }

  /** Rings: thin where pointed at, square under the keyboard, heavy where chosen. @param {CanvasRenderingContext2D} context @param {number} event @param {number} x @param {number} y @param {number} radius @param {Points} points */
  drawPoints(context, event, x, y, radius, { hover, focus, chosen }) {
    const { palette } = this;
    if (event === chosen) {
      context.fillStyle = palette.page;
      context.strokeStyle = palette.ink;
      context.lineWidth = 2.2;
      circle(context, x, y, radius + 4.5);
      context.fill();
      context.stroke();
    } else if (event === hover) {
      context.strokeStyle = palette.ink;
      context.lineWidth = 1;
      circle(context, x, y, radius + 3.5);
      context.stroke();
    }
    if (event === focus) {
      context.strokeStyle = palette.accent;
      context.lineWidth = 2;
      const side = radius + 5;
      context.strokeRect(x - side, y - side, 2 * side, 2 * side);
    }
    context.lineWidth = 1;
  }

  /** @param {CanvasRenderingContext2D} context @param {Box} box @param {import("./flags.js").Flag} flag @param {boolean} isChosen */
  drawFlag(context, box, { event, x, width, row, left }, isChosen) {
    const { palette, record } = this;
    if (x < -width || x > this.scale.width + width) return;
    const y = box.first - 12 - row * FLAG - 5;
    context.strokeStyle = palette.strong;
    context.beginPath();
    context.moveTo(Math.round(x) + 0.5, y - 5);
    context.lineTo(Math.round(x) + 0.5, box.first - 5);
    context.stroke();
    context.font = this.fontOf(event);
    context.textAlign = left ? "right" : "left";
    const textX = x + (left ? -4 : 4);
    if (isChosen) {
      context.fillStyle = palette.ink;
      context.fillRect(left ? x - width : x, y - 7, width, 13);
      context.fillStyle = palette.page;
    } else {
      context.strokeStyle = palette.page;
      context.lineWidth = 3;
      context.lineJoin = "round";
      context.strokeText(record.label(event), textX, y);
      context.lineWidth = 1;
      context.fillStyle = palette.ink;
    }
    context.fillText(record.label(event), textX, y);
    context.font = this.font;
  }

  /** @param {CanvasRenderingContext2D} context @param {import("./layout.js").Cluster} cluster @param {number} y */
  drawPill(context, cluster, y) {
    const { scale, palette } = this;
    const [from, to] = [scale.x(cluster.from), scale.x(cluster.to)];
    context.strokeStyle = palette.strong;
    context.beginPath();
    if (to - from > 20) {
      context.moveTo(from, y - 4);
      context.lineTo(from, y);
      context.lineTo(to, y);
      context.lineTo(to, y - 4);
    }
    context.stroke();
    const label = `+${cluster.events.length}`;
    const half = context.measureText(label).width / 2 + 5;
    const at = scale.x(cluster.at);
    const x = Math.abs(at - scale.width / 2) < scale.width / 2 ? Math.min(Math.max(at, half), scale.width - half) : at;
    context.beginPath();
    context.roundRect(x - half, y - 7, 2 * half, 14, 7);
    context.fillStyle = palette.page;
    context.fill();
    context.fillStyle = palette.surface;
    context.fill();
    context.stroke();
    context.fillStyle = palette.second;
    context.textAlign = "center";
    context.fillText(label, x, y + 0.5);
  }

  /** What the filter leaves out: pale ticks at the lane's foot. @param {CanvasRenderingContext2D} context */
  drawRug(context) {
    const { record, scale, palette, passed, lanes } = this;
    context.fillStyle = palette.strong;
    for (let event = 0; event < record.size; event++) {
      if (has(passed, event)) continue;
      const box = this.boxes[lanes.of(event)[0]];
      const x = scale.x(record.at(event));
      if (x >= 0 && x <= scale.width) context.fillRect(Math.round(x), box.top + box.height - 6, 1, 4);
    }
  }

  /** Campaigns as grey bars, battles as small crosses. @param {CanvasRenderingContext2D} context */
  drawStrip(context) {
    const { record, scale, palette, strip } = this;
    context.fillStyle = palette.surface;
    context.fillRect(0, strip.top, scale.width, strip.height);
    context.textAlign = "left";
    record.data.bands.forEach(([title, short, from, to, soft], index) => {
      const y = strip.top + this.stripTop + 18 + strip.rows[index] * STRIP + 7;
      const [start, end] = [scale.x(from), scale.x(to + 1)];
      if (end < 0 || start > scale.width) return;
      bar(context, palette.strong, start, end, y, 14, Boolean(soft & SOFT_START), Boolean(soft & SOFT_END), 0.55);
      context.fillStyle = palette.ink;
      const text = (this.narrow && short) || title;
      context.fillText(start < 0 ? cut(context, text, end - 8) : text, Math.max(start, 0) + 5, y + 0.5);
    });
    context.strokeStyle = palette.second;
    context.lineWidth = 1.4;
    context.beginPath();
    for (let event = 0; event < record.size; event++) {
      if (record.kind[event] !== this.battles) continue;
      const x = scale.x(record.at(event));
      const y = strip.top + this.stripTop + 9;
      context.moveTo(x - 2.5, y - 2.5);
      context.lineTo(x + 2.5, y + 2.5);
      context.moveTo(x + 2.5, y - 2.5);
      context.lineTo(x - 2.5, y + 2.5);
    }
    context.stroke();
    context.lineWidth = 1;
  }

  /** @param {number} chosen */
  drawAxis(chosen) {
    const { scale, palette, em, record } = this;
    const height = Math.round(em * 3.2);
    const context = prepare(this.axis, scale.width, height);
    context.fillStyle = palette.page;
    context.fillRect(0, 0, scale.width, height);
    context.textBaseline = "alphabetic";
    const { coarse, fine } = this.ticks;
    /** @param {import("./axis.js").Tick[]} line @param {number} y @param {boolean} sticks */
    const write = (line, y, sticks) => {
      let free = -Infinity;
      line.forEach(({ day, label, strong }, index) => {
        const x = Math.round(scale.x(day));
        const next = line[index + 1] ? scale.x(line[index + 1].day) : Infinity;
        context.fillStyle = strong ? palette.strong : palette.rule;
        context.fillRect(x, y + 4, 1, height - y);
        if (!label || x > scale.width) return;
        context.font = strong ? `600 ${this.font}` : this.font;
        const width = context.measureText(label).width;
        const at = Math.max(x + 4, sticks ? 4 : x + 4);
        if (at < free || at + width > Math.min(next, scale.width + (sticks ? width : 0)) || (x < -width && !sticks) || (sticks && next < 4 + width)) return;
        context.fillStyle = strong ? palette.ink : palette.second;
        context.fillText(label, at, y);
        free = at + width + 8;
      });
    };
    write(coarse, em * 1.15, true);
    write(fine, em * 2.5, false);
    context.fillStyle = palette.strong;
    context.fillRect(0, height - 1, scale.width, 1);
    if (chosen < 0) return;
    const label = words(record.start[chosen], "short");
    context.font = `600 ${this.font}`;
    const half = context.measureText(label).width / 2 + 5;
    const x = Math.min(Math.max(scale.x(record.at(chosen)), half), scale.width - half);
    context.fillStyle = palette.ink;
    context.fillRect(x - half, height - em * 1.6, 2 * half, em * 1.5);
    context.fillStyle = palette.page;
    context.textAlign = "center";
    context.fillText(label, x, height - em * 0.5);
    context.textAlign = "left";
  }

  /** What is under a point: the nearest mark within `reach` px (landmarks win ties), a pill, a flag or a band. @param {number} x @param {number} y @param {number} reach @returns {Hit | null} */
  hit(x, y, reach) {
    const { record, scale } = this;
    const index = this.boxes.findIndex(({ top, height }) => y >= top && y < top + height);
    if (index < 0) return this.hitStrip(x, y);
    const box = this.boxes[index];
    const lane = this.layouts[index];
    for (const { event, day, width, row, left } of box.flags) {
      const at = scale.x(day);
      const middle = box.first - 17 - row * FLAG;
      if (Math.abs(y - middle) < 7 && x >= (left ? at - width : at) && x <= (left ? at : at + width)) return { event };
    }
    /** @type {Hit | null} */
    let best = null;
    let least = reach;
    const gap = rowGap(scale.perDay);
    for (const { event, row, text } of lane.marks) {
      const dx = x - scale.x(record.at(event));
      const dy = y - (box.first + row * gap);
      const away = text && dx > 0 && dx < text + 8 && Math.abs(dy) < 7 ? 0 : Math.hypot(dx, dy);
      if (away - (record.importance[event] === LANDMARK ? 1 : 0) < least) [best, least] = [{ event }, away];
    }
    for (const { event, row } of lane.spans) {
      const dy = Math.abs(y - (box.bars + row * SPAN));
      if (dy < 5 && dy < least && x >= scale.x(record.start[event]) - 5 && x <= scale.x(record.stop[event]) + 5) [best, least] = [{ event }, dy];
    }
    for (const cluster of lane.clusters) {
      if (Math.abs(y - box.pills) < Math.max(9, reach / 2) && Math.abs(x - scale.x(cluster.at)) < Math.max(16, reach / 2) && least > 4) return { cluster };
    }
    return best;
  }

  /** @param {number} x @param {number} y @returns {Hit | null} */
  hitStrip(x, y) {
    const { strip, scale } = this;
    if (y < strip.top) return null;
    const row = Math.floor((y - strip.top - this.stripTop - 18) / STRIP);
    const band = this.record.data.bands.findIndex(([, , from, to], index) => strip.rows[index] === row && x >= scale.x(from) && x <= scale.x(to + 1));
    return band < 0 ? null : { band };
  }

  /** @param {number} event */
  laneOf(event) {
    return this.lanes.of(event)[0];
  }

  /** Where an event's mark stands, in px of the canvas; the middle of its lane where it is counted in a pill. @param {number} event @param {number} [lane] */
  placeOf(event, lane = this.laneOf(event)) {
    const box = this.boxes[lane];
    const mark = this.layouts[lane]?.marks.find((other) => other.event === event);
    const span = this.layouts[lane]?.spans.find((other) => other.event === event);
    const y = mark ? box.first + mark.row * rowGap(this.scale.perDay) : span ? box.bars + span.row * SPAN : (box?.pills ?? 0);
    return { x: this.scale.x(this.record.at(event)), y };
  }
}

/** Colours, type and stamps as they are now. @param {HTMLElement} host @param {import("./record.js").EventRecord} record */
function lookOf(host, record) {
  const palette = paletteOf(host, record.data.phases.length);
  const style = getComputedStyle(host);
  const em = (parseFloat(style.fontSize) / 16.5) * 11.5;
  const stamps = new Stamps(shapesIn(host, record.data.kinds), palette, Math.min(devicePixelRatio || 1, 3));
  return { palette, em, font: `${em}px ${style.fontFamily}`, stamps };
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} radius */
function circle(context, x, y, radius) {
  context.beginPath();
  context.arc(x, y, radius, 0, 7);
}
