// @ts-check
/** Days as numbers, and their words: the record's own (words.py). The platform's Intl would take some 15 ms of the first drawing to say the same. */

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** @typedef {"year" | "month" | "shortMonth" | "monthYear" | "short" | "dayMonth" | "day" | "full"} Form */
/** @type {Record<Form, (date: Date) => string>} */
const forms = {
  year: (date) => String(date.getUTCFullYear()),
  month: (date) => MONTHS[date.getUTCMonth()],
  shortMonth: (date) => forms.month(date).slice(0, 3),
  monthYear: (date) => `${forms.month(date)} ${forms.year(date)}`,
  short: (date) => `${date.getUTCDate()} ${forms.shortMonth(date)}`,
  dayMonth: (date) => `${date.getUTCDate()} ${forms.month(date)}`,
  day: (date) => `${date.getUTCDate()} ${forms.monthYear(date)}`,
  full: (date) => `${WEEKDAYS[date.getUTCDay()]} ${forms.day(date)}`,
};

/** @param {number} day */
export const toDate = (day) => new Date(Math.floor(day) * 86400000);

/** @param {number} day @param {Form} as */
export const words = (day, as) => forms[as](toDate(day));

/** A span in words: "28–30 March 2022", "1 March – 30 April 2022". @param {number} from @param {number} to the last day */
export function spanWords(from, to) {
  const [first, last] = [toDate(from), toDate(to)];
  if (forms.day(first) === forms.day(last)) return forms.day(first);
  if (forms.monthYear(first) === forms.monthYear(last)) return `${first.getUTCDate()}–${forms.day(last)}`;
  return `${forms[forms.year(first) === forms.year(last) ? "dayMonth" : "day"](first)} – ${forms.day(last)}`;
}

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
