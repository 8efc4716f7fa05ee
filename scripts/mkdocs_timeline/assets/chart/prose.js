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

/**
 * @param {string} text @param {string[]} keys keys of the record's sources, in order
 * @returns {HTMLElement[]}
 */
export function paragraphs(text, keys) {
  return text.split(/\n\s*\n/).map((part) => make("p", inline(part, keys)));
}

/** @param {string} text @param {string[]} keys @returns {(Node | string)[]} */
export function inline(text, keys) {
  /** @type {(Node | string)[]} */
  const found = [];
  let done = 0;
  for (const match of text.matchAll(MARKS)) {
    found.push(text.slice(done, match.index).replace(match[1] ? / $/ : /^$/, ""));
    done = match.index + match[0].length;
    const [, cited, target, shown, strong, soft] = match;
    if (cited) found.push(...cited.split(/[;, ]*@|[;, ]+/).filter(Boolean).flatMap((key) => (keys.includes(key) ? [make("sup", [String(keys.indexOf(key) + 1)], { class: "cite" })] : [])));
    else if (target) found.push(shown ?? target);
    else found.push(make(strong ? "strong" : "em", [strong ?? soft]));
  }
  return [...found, text.slice(done)];
}

/** The text as read aloud. @param {string} text */
export const plain = (text) => text.replace(MARKS, (_, cited, target, shown, strong, soft) => (cited ? "" : (shown ?? strong ?? soft ?? ""))).replace(/\s+([.,;])/g, "$1").replace(/\s+/g, " ").trim();
