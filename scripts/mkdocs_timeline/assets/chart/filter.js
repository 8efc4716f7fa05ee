// @ts-check
import { CONFIDENCE, IMPORTANCE } from "./record.js";

/** @typedef {{ id: string, name: string, bits: Uint32Array }} Value */
/** @typedef {{ name: string, label: string, readonly values: Value[] }} Facet its values are counted out once they are asked for */
/** @typedef {Record<string, string[]>} Chosen ids by facet */

/** Letters that folding by Unicode leaves apart. @type {Record<string, string>} */
const LETTERS = { ı: "i", ł: "l", ø: "o", ß: "ss", æ: "ae", đ: "d", є: "е", ґ: "г", "’": "", "'": "", ʼ: "", "`": "" };

/** A text without accents, case and script variants: "Erdoğan" and "erdogan", "Зеленський" and "зеленскии" come closer. @param {string} text */
export const fold = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ıłøßæđєґ’'ʼ`]/g, (letter) => LETTERS[letter])
    // Not replaced: that would leave each text a chain of pieces, several times its size.
    .split(/\s+/)
    .join(" ");

/** @param {Uint32Array} bits @param {number} i */
const set = (bits, i) => (bits[i >> 5] |= 1 << (i & 31));

/** @param {Uint32Array} bits @param {number} i */
export const has = (bits, i) => ((bits[i >> 5] >>> (i & 31)) & 1) === 1;

/** @param {number} word */
const ones = (word) => {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return (((word + (word >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
};

/** @param {Uint32Array} bits */
export const count = (bits) => bits.reduce((sum, word) => sum + ones(word), 0);

/** Which events pass: or within a facet, and between facets and text. */
export class Filter {
  /** @param {import("./record.js").EventRecord} record */
  constructor(record) {
    this.record = record;
    this.words = Math.ceil(record.size / 32) || 1;
    this.facets = facetsOf(record, this.words);
    this.all = new Uint32Array(this.words);
    for (let i = 0; i < record.size; i++) set(this.all, i);
    /** @type {string[] | null} */
    this.folded = null;
  }

  /** Folded texts by event, made once somebody searches. */
  get texts() {
    const { record } = this;
    return (this.folded ??= Array.from({ length: record.size }, (_, i) => fold(`${record.title(i)} ${record.label(i)} ${names(record, i)}`)));
  }

  /** More text to search, by event. @param {string[]} texts */
  addTexts(texts) {
    this.folded = this.texts.map((text, i) => `${text} ${fold(texts[i])}`);
  }

  /** @param {string} query */
  matchText(query) {
    const parts = fold(query).split(" ").filter(Boolean);
    if (!parts.length) return this.all;
    const bits = new Uint32Array(this.words);
    this.texts.forEach((text, i) => parts.every((part) => text.includes(part)) && set(bits, i));
    return bits;
  }

  /** @param {Facet} facet @param {Chosen} chosen */
  ofFacet(facet, chosen) {
    const ids = chosen[facet.name] ?? [];
    if (!ids.length) return this.all;
    const bits = new Uint32Array(this.words);
    for (const value of facet.values) if (ids.includes(value.id)) value.bits.forEach((word, i) => (bits[i] |= word));
    return bits;
  }

  /**
   * The events that pass, and for each facet what each value would match if the facet's own choice were left out.
   * @param {Chosen} chosen @param {string} query
   */
  run(chosen, query) {
    const text = this.matchText(query);
    const sides = this.facets.map((facet) => this.ofFacet(facet, chosen));
    const passed = Uint32Array.from(text, (word, i) => sides.reduce((rest, side) => rest & side[i], word));
    const counts = (/** @type {number} */ index) => {
      const others = Uint32Array.from(text, (word, i) => sides.reduce((rest, side, at) => (at === index ? rest : rest & side[i]), word));
      return this.facets[index].values.map((value) => value.bits.reduce((sum, word, i) => sum + ones(word & others[i]), 0));
    };
    return { passed, counts };
  }
}

/** @param {import("./record.js").EventRecord} record @param {number} i */
function names({ data }, i) {
  const row = data.rows[i];
  return [...row[9], ...row[10]].map((actor) => data.actors[actor][1]).join(" ") + (row[11] < 0 ? "" : ` ${data.places[row[11]][1]}`);
}

/** @param {import("./record.js").EventRecord} record @param {number} words @returns {Facet[]} */
function facetsOf(record, words) {
  const { data } = record;
  /** @param {string} name @param {string} label @param {[string, string][]} values @param {(i: number) => number[]} of */
  const facet = (name, label, values, of) => {
    /** @type {Value[] | undefined} */
    let used;
    const find = () => {
      const found = values.map(([id, shown]) => ({ id, name: shown, bits: new Uint32Array(words) }));
      for (let i = 0; i < record.size; i++) for (const value of of(i)) set(found[value].bits, i);
      return found.filter((value) => value.bits.some(Boolean));
    };
    return { name, label, get values() { return (used ??= find()); } };
  };
  /** @param {string[]} values @returns {[string, string][]} */
  const plain = (values) => values.map((value) => [value, value]);
  const actors = /** @type {[string, string][]} */ (data.actors.map(([id, name]) => [id, name]));
  return [
    facet("phase", "phase", data.phases.map(([id, name]) => [id, name]), (i) => record.phases(i)),
    facet("kind", "kind", plain(data.kinds), (i) => [record.kind[i]]),
    facet("actor", "party or person", actors, (i) => [...data.rows[i][9], ...data.rows[i][10]]),
    facet("mediator", "mediator", actors, (i) => data.rows[i][10]),
    facet("place", "place", data.places.map(([id, name]) => [id, name]), (i) => (data.rows[i][11] < 0 ? [] : [data.rows[i][11]])),
    facet("topic", "topic", data.topics, (i) => data.rows[i][12]),
    facet("importance", "importance", plain(IMPORTANCE), (i) => [record.importance[i]]),
    facet("confidence", "confidence", plain(CONFIDENCE), (i) => [data.rows[i][13]]),
    facet("lang", "source language", data.langs, (i) => data.rows[i][14]),
  ];
}
