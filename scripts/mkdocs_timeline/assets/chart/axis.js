// @ts-check
import { dayOf, toDate, words } from "./dates.js";

/** @typedef {{ day: number, label: string, strong: boolean }} Tick */

/** How many years between two labels, so that they keep `room` px apart. @param {number} perDay @param {number} room */
const yearStep = (perDay, room) => [1, 2, 5, 10, 20, 50, 100].find((step) => step * 365 * perDay >= room) ?? 200;

/**
 * Ticks of a view: a coarse line (years, or months with their year) and a fine one below (quarters, months, days).
 * @param {import("./scale.js").TimeScale} scale @param {number} em px of the axis's type
 * @returns {{ coarse: Tick[], fine: Tick[] }}
 */
export function ticks(scale, em) {
  const { from, to, perDay } = scale;
  const first = toDate(from).getUTCFullYear();
  const last = toDate(to).getUTCFullYear();
  if (perDay < 0.55) {
    const step = yearStep(perDay, 4 * em);
    const coarse = years(first, last, step).map((day) => ({ day, label: words(day, "year"), strong: true }));
    const fine = perDay > 0.12 ? months(from, to, 3).map((day) => ({ day, label: "", strong: false })) : [];
    return { coarse, fine };
  }
  if (perDay < 8) {
    const room = perDay * 30;
    const as = room > 6 * em ? "month" : "shortMonth";
    const step = room > 3 * em ? 1 : 3;
    const fine = months(from, to, step).map((day) => ({ day, label: words(day, as), strong: toDate(day).getUTCMonth() === 0 }));
    return { coarse: years(first, last, 1).map((day) => ({ day, label: words(day, "year"), strong: true })), fine };
  }
  const step = perDay * 1 > 2.2 * em ? 1 : perDay * 3 > 2.2 * em ? 3 : 5;
  const coarse = months(from, to, 1).map((day) => ({ day, label: words(day, "monthYear"), strong: true }));
  return { coarse, fine: days(from, to, step) };
}

/** @param {number} first @param {number} last @param {number} step */
function years(first, last, step) {
  const found = [];
  for (let year = Math.floor(first / step) * step; year <= last; year += step) found.push(dayOf(year));
  return found;
}

/** @param {number} from @param {number} to @param {number} step */
function months(from, to, step) {
  const found = [];
  const start = toDate(from);
  for (let month = Math.floor(start.getUTCMonth() / step) * step; ; month += step) {
    const day = dayOf(start.getUTCFullYear(), month);
    if (day > to) return found;
    found.push(day);
  }
}

/** Days of a month counted from its first: 1, 4, 7 … or 1, 6, 11 …; the last before a new month is left out where it would crowd. @param {number} from @param {number} to @param {number} step */
function days(from, to, step) {
  /** @type {Tick[]} */
  const found = [];
  for (let day = Math.floor(from); day <= to; day++) {
    const date = toDate(day).getUTCDate();
    const left = toDate(day + Math.max(1, step - 1)).getUTCDate();
    if ((date - 1) % step === 0 && (step === 1 || left > date)) found.push({ day, label: String(date), strong: date === 1 });
  }
  return found;
}
