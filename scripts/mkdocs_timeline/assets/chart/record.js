// @ts-check
import { spanWords, words } from "./dates.js";

/**
 * The events as the chart needs them, in columns: read once from the compact data of the page.
 * Titles are put in from the list in the page, which holds the text; only a paged record brings them along.
 */

/** @typedef {[id: string, start: number, end: number, soft: number, kind: number, phase: number, also: number[], importance: number,
 *   label: string, actors: number[], mediators: number[], place: number, topics: number[], confidence: number, langs: number[], title?: string]} Row */
/** @typedef {{ phases: [string, string, string][], kinds: string[], actors: [string, string, number][], places: [string, string, number][],
 *   countries: [string, string][], topics: [string, string][], langs: [string, string][], bands: [string, string, number, number, number, string][],
 *   focus: [number, number] | null, dayOne: number, stories: [string, string, [number, string][]][], key: number[], dates: Record<number, string>, rows: Row[] }} Data
 * `dates` has the words of those that are not simply days */

/** Bits of a date's uncertainty. */
export const SOFT_START = 1, SOFT_END = 2, COARSE = 4, ABOUT = 8;

export const LANDMARK = 0, MAJOR = 1, MINOR = 2;
export const IMPORTANCE = ["landmark", "major", "minor"];
export const CONFIDENCE = ["high", "medium", "low"];

export class EventRecord {
  /** @param {Data} data @param {string} root the way to the site's root */
  constructor(data, root) {
    this.root = root;
    const { rows } = data;
    const n = rows.length;
    this.data = data;
    /** events that carry the story: their flags come first, and bold */
    this.key = new Set(data.key);
    this.size = n;
    this.start = new Int32Array(n);
    /** the day after the last */
    this.stop = new Int32Array(n);
    this.soft = new Uint8Array(n);
    this.kind = new Uint8Array(n);
    this.phase = new Uint8Array(n);
    this.importance = new Uint8Array(n);
    /** @type {Map<string, number>} */
    this.byId = new Map();
    for (let i = 0; i < n; i++) {
      const row = rows[i];
      this.byId.set(row[0], i);
      this.start[i] = row[1];
      this.stop[i] = row[2] + 1;
      this.soft[i] = row[3];
      this.kind[i] = row[4];
      this.phase[i] = row[5];
      this.importance[i] = row[7];
    }
    let last = -Infinity;
    for (let i = 0; i < n; i++) last = Math.max(last, this.stop[i]);
    /** the whole record's days @type {[number, number]} */
    this.extent = n ? [this.start[0], last] : [0, 365];
  }

  /** The day on which an event's mark stands. @param {number} i */
  at(i) {
    const coarse = this.soft[i] & COARSE;
    return coarse ? (this.start[i] + this.stop[i]) / 2 : this.start[i] + 0.5;
  }

  /** @param {number} i */
  id(i) {
    return this.data.rows[i][0];
  }

  /** @param {number} i */
  label(i) {
    return this.data.rows[i][8];
  }

  /** @param {number} i */
  title(i) {
    return this.data.rows[i][15] ?? "";
  }

  /** All phases of an event, its own first. @param {number} i */
  phases(i) {
    const row = this.data.rows[i];
    return [row[5], ...row[6]];
  }

  /** The date in words, as exact as it is known. @param {number} i */
  date(i) {
    const [from, to] = [this.start[i], this.stop[i] - 1];
    return this.data.dates[i] ?? (from === to ? words(from, "full") : spanWords(from, to));
  }

  /** @param {number} i */
  url(i) {
    return `${this.root}events/${this.id(i)}/`;
  }

  /** @param {number} i */
  json(i) {
    return `${this.root}data/events/${this.id(i)}.json`;
  }
}
