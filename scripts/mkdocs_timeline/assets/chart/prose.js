// @ts-check
/** Contributed text from the one-record JSON as nodes: paragraphs, emphasis, citations and links, never HTML (prose.py does the same for the pages). */

const MARKS = /\[@([a-z0-9-]+(?:[;,]? *@[a-z0-9-]+)*)\]|\[\[([a-z0-9/-]+)(?:\|([^\[\]|]+))?\]\]|\*\*([^*]+)\*\*|\*([^*]+)\*/g;

/** @param {string} tag @param {(Node | string)[]} inside @param {Record<string, string>} [attributes] */
export function make(tag, inside = [], attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

/** @typedef {{ keys: string[], record: import("./record.js").EventRecord }} Known keys of the record's sources in order, and the events that a link may mean */

/** @param {string} text @param {Known} known @returns {HTMLElement[]} */
export function paragraphs(text, known) {
  return text.split(/\n\s*\n/).map((part) => make("p", inline(part, known)));
}

/** @param {string} text @param {Known} known @returns {(Node | string)[]} */
export function inline(text, { keys, record }) {
  /** @type {(Node | string)[]} */
  const found = [];
  let done = 0;
  for (const match of text.matchAll(MARKS)) {
    found.push(text.slice(done, match.index).replace(match[1] ? / $/ : /^$/, ""));
    done = match.index + match[0].length;
    const [, cited, target, shown, strong, soft] = match;
    if (cited) found.push(...cited.split(/[;, ]*@|[;, ]+/).filter(Boolean).flatMap((key) => (keys.includes(key) ? [make("sup", [String(keys.indexOf(key) + 1)], { class: "cite" })] : [])));
    else if (target) {
      const event = record.byId.get(target.replace("events/", ""));
      if (event === undefined) found.push(shown ?? "");
      else found.push(make("a", [shown ?? (record.label(event) || record.id(event))], { href: record.url(event) }));
    }
    else found.push(make(strong ? "strong" : "em", [strong ?? soft]));
  }
  return [...found, text.slice(done)];
}

/** The text as read aloud. @param {string} text */
export const plain = (text) => text.replace(MARKS, (_, cited, target, shown, strong, soft) => (cited ? "" : (shown ?? strong ?? soft ?? ""))).replace(/\s+([.,;])/g, "$1").replace(/\s+/g, " ").trim();
