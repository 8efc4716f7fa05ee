// @ts-check
import { MODES } from "./lanes.js";
import { iso, parse } from "./dates.js";

/** @typedef {{ from: number, to: number, lanes: string, q: string, event: string, story: string, step: number, chosen: import("./filter.js").Chosen }} State
 * `from` and `to` are the first and last day in view; NaN stands for the opening view */

/**
 * The state that an address asks for, and what in it means nothing here (design.md, "Fixed points").
 * @param {string} query @param {import("./filter.js").Facet[]} facets @param {{ hasEvent: (id: string) => boolean, hasStory: (id: string) => boolean }} known
 * @returns {{ state: State, unknown: string[] }}
 */
export function stateOf(query, facets, known) {
  const params = new URLSearchParams(query);
  /** @type {string[]} */
  const unknown = [];
  /** @param {string} name @param {(value: string) => boolean} isFine */
  const one = (name, isFine) => {
    const value = params.get(name) ?? "";
    if (!value || isFine(value)) return value;
    unknown.push(`${name}=${value.slice(0, 40)}`);
    return "";
  };
  const isDay = (/** @type {string} */ value) => !Number.isNaN(parse(value));
  let from = parse(one("from", isDay) || null);
  let to = parse(one("to", isDay) || null);
  if (from > to) {
    unknown.push(`from=${params.get("from")} after to=${params.get("to")}`);
    from = to = NaN;
  }
  /** @type {import("./filter.js").Chosen} */
  const chosen = {};
  for (const facet of facets) {
    const ids = (params.get(facet.name) ?? "").split(",").filter(Boolean);
    const fine = ids.filter((id) => facet.values.some((value) => value.id === id));
    unknown.push(...ids.filter((id) => !fine.includes(id)).map((id) => `${facet.name}=${id.slice(0, 40)}`));
    if (fine.length) chosen[facet.name] = [...new Set(fine)];
  }
  const story = one("story", known.hasStory);
  const step = Number(one("step", (value) => /^\d{1,3}$/.test(value)) || "1");
  return {
    state: { from, to, lanes: one("lanes", (value) => MODES.includes(value)) || "phase", q: (params.get("q") ?? "").slice(0, 200), event: one("event", known.hasEvent), story, step, chosen },
    unknown,
  };
}

/** The query of a state, without what is as it opens; "" for the opening state. @param {State} state */
export function queryOf({ from, to, lanes, q, event, story, step, chosen }) {
  /** @type {[string, string][]} */
  const pairs = [];
  if (!Number.isNaN(from)) pairs.push(["from", iso(from)], ["to", iso(to)]);
  if (lanes !== "phase") pairs.push(["lanes", lanes]);
  if (q) pairs.push(["q", q]);
  for (const [name, ids] of Object.entries(chosen)) if (ids.length) pairs.push([name, ids.join(",")]);
  if (event) pairs.push(["event", event]);
  if (story) pairs.push(["story", story], ["step", String(step)]);
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%20", "+")}`).join("&");
  return query && `?${query}`;
}
