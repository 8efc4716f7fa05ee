// @ts-check
/** Days as numbers, and their words. The record's language is English; the platform's own Intl does the rest. */

/** @satisfies {Record<string, Intl.DateTimeFormatOptions>} */
const forms = /** @type {const} */ ({
  day: { day: "numeric", month: "long", year: "numeric" },
  short: { day: "numeric", month: "short" },
  full: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  month: { month: "long" },
  shortMonth: { month: "short" },
  monthYear: { month: "long", year: "numeric" },
  year: { year: "numeric" },
});

/** Made when first asked for: each takes a few ms. @type {Partial<Record<keyof typeof forms, Intl.DateTimeFormat>>} */
const formats = {};

/** @param {keyof typeof forms} as */
const format = (as) => (formats[as] ??= new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...forms[as] }));

/** @param {number} day */
export const toDate = (day) => new Date(Math.floor(day) * 86400000);

/** @param {number} day @param {keyof typeof forms} as */
export const words = (day, as) => format(as).format(toDate(day));

/** A span in words: "1 March – 30 April 2022". @param {number} from @param {number} to the last day */
export const spanWords = (from, to) => format("day").formatRange(toDate(from), toDate(to));

/** @param {number} year @param {number} [month] from 0 @param {number} [date] */
export const dayOf = (year, month = 0, date = 1) => Date.UTC(year, month, date) / 86400000;

/** @param {number} day */
export const iso = (day) => toDate(day).toISOString().slice(0, 10);

/** The day of an ISO date, or NaN. @param {string | null} text */
export const parse = (text) => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text ?? "")) return NaN;
  const day = Date.parse(`${text}T00:00:00Z`) / 86400000;
  return iso(Number.isNaN(day) ? 0 : day) === text ? day : NaN;
};
