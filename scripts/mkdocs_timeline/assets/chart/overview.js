// @ts-check
import { dayOf, toDate, words } from "./dates.js";
import { prepare } from "./draw.js";
import { has } from "./filter.js";

/** Share of the width that the opening time takes; the years beside it are compressed. */
const FOCUS = 0.64;

/** The whole extent in one strip: events a week, stacked by phase, and the part in view. */
export class Overview {
  /**
   * @param {import("./record.js").EventRecord} record @param {HTMLCanvasElement} canvas @param {HTMLElement} brush
   */
  constructor(record, canvas, brush) {
    this.record = record;
    this.canvas = canvas;
    this.brush = brush;
    const [first, last] = record.extent;
    const [from, to] = record.data.focus ?? [first, last - 1];
    /** days where the strip changes its scale, and the share of the width at each */
    this.days = [first, Math.max(from, first), Math.min(to + 1, last), last];
    const before = this.days[1] - this.days[0];
    const after = this.days[3] - this.days[2];
    this.width = this.height = 0;
    const beside = before + after ? 1 - FOCUS : 0;
    this.shares = [0, (beside * before) / (before + after || 1), 1 - (beside * after) / (before + after || 1), 1];
  }

  /** Takes the room there is. @param {HTMLElement} strip */
  measure({ clientWidth, clientHeight }) {
    this.width = clientWidth;
    this.height = clientHeight;
  }

  /** @param {number} day */
  x(day) {
    const { days, shares, width } = this;
    const part = day < days[1] ? 0 : day < days[2] ? 1 : 2;
    const along = (day - days[part]) / (days[part + 1] - days[part] || 1);
    return (shares[part] + along * (shares[part + 1] - shares[part])) * width;
  }

  /** @param {number} x */
  invert(x) {
    const { days, shares, width } = this;
    const share = Math.min(Math.max(x / (width || 1), 0), 1);
    const part = share < shares[1] ? 0 : share < shares[2] ? 1 : 2;
    return days[part] + ((share - shares[part]) / (shares[part + 1] - shares[part] || 1)) * (days[part + 1] - days[part]);
  }

  /** @param {Uint32Array} passed @param {boolean} filtered @param {import("./draw.js").Palette} palette @param {string} font */
  draw(passed, filtered, palette, font) {
    const { record, width, height } = this;
    const context = prepare(this.canvas, width, height);
    const base = height - 17;
    context.fillStyle = palette.surface;
    for (const part of [0, 2]) context.fillRect(this.shares[part] * width, 4, (this.shares[part + 1] - this.shares[part]) * width, base - 4);
    const bins = this.bins();
    const phases = record.data.phases.length;
    /** @type {number[][]} */
    const counts = bins.map(() => new Array(phases).fill(0));
    const all = bins.map(() => 0);
    let bin = 0;
    for (let event = 0; event < record.size; event++) {
      while (bin < bins.length - 1 && record.start[event] >= bins[bin + 1]) bin++;
      all[bin]++;
      if (has(passed, event)) counts[bin][record.phase[event]]++;
    }
    const weeks = bins.map((from, i) => ((bins[i + 1] ?? record.extent[1]) - from) / 7);
    const most = Math.max(...all.map((count, i) => count / Math.max(weeks[i], 0.5)), 1);
    const unit = (base - 6) / most;
    bins.forEach((from, i) => {
      const x = this.x(from);
      const wide = Math.max(this.x(bins[i + 1] ?? record.extent[1]) - x - 0.6, 0.6);
      const tall = (/** @type {number} */ count) => (count / Math.max(weeks[i], 0.5)) * unit;
      if (filtered) {
        context.fillStyle = palette.rule;
        context.fillRect(x, base - tall(all[i]), wide, tall(all[i]));
      }
      let y = base;
      counts[i].forEach((count, phase) => {
        y -= tall(count);
        context.fillStyle = palette.phases[phase];
        context.fillRect(x, y, wide, tall(count));
      });
    });
    context.fillStyle = palette.second;
    context.fillRect(0, base, width, 1);
    this.label(context, base, palette, font);
  }

  /** First days of the columns: weeks in the opening time, wider ones beside it, so that none is thinner than a few px. */
  bins() {
    const { days, shares, width } = this;
    /** @type {number[]} */
    const found = [];
    for (const part of [0, 1, 2]) {
      const perDay = ((shares[part + 1] - shares[part]) * width) / (days[part + 1] - days[part] || 1);
      const step = part === 1 && perDay * 7 > 2 ? 7 : Math.max(7, Math.ceil(5 / perDay / 7) * 7);
      for (let day = days[part]; day < days[part + 1]; day += step) found.push(day);
    }
    return found;
  }

  /** @param {CanvasRenderingContext2D} context @param {number} base @param {import("./draw.js").Palette} palette @param {string} font */
  label(context, base, palette, font) {
    const { days, width } = this;
    let free = 0;
    /** @param {number} day @param {string} text @param {boolean} strong */
    const write = (day, text, strong) => {
      const x = this.x(day);
      context.font = strong ? `600 ${font}` : font;
      const wide = context.measureText(text).width;
      if (x < free || x + wide + 4 > width) return;
      context.fillStyle = strong ? palette.ink : palette.third;
      context.fillText(text, x + 3, base + 13);
      context.fillRect(x, base, 1, 5);
      free = x + wide + 10;
    };
    const first = toDate(days[0]).getUTCFullYear();
    const last = toDate(days[3]).getUTCFullYear();
    const isFocus = (/** @type {number} */ day) => day >= days[1] && day < days[2];
    for (let year = first; year <= last; year++) {
      const day = Math.max(dayOf(year), days[0]);
      write(day, String(year), isFocus(day) && this.shares[1] > 0);
      if (!isFocus(day)) continue;
      for (let month = 1; month < 12; month++) if (dayOf(year, month) > day && dayOf(year, month) < days[2]) write(dayOf(year, month), words(dayOf(year, month), "shortMonth"), false);
    }
  }

  /** Puts the frame around the part in view. @param {number} from @param {number} to */
  frame(from, to) {
    const { style } = this.brush;
    const start = this.x(Math.max(from, this.days[0]));
    style.insetInlineStart = `${start}px`;
    style.inlineSize = `${Math.max(this.x(Math.min(to, this.days[3])) - start, 6)}px`;
  }
}
