// @ts-check
/** @typedef {{ id: string, name: string, aside: string, phase: number }} Lane */
/** @typedef {{ lanes: Lane[], of: (event: number) => number[] }} Parting `of` gives the lanes of an event, its home first */
/** @typedef {Parting & { mode: string }} Lanes */

const MOST_LANES = 12;

export const MODES = ["phase", "party", "country", "kind"];

/**
 * The lanes of a way of parting the events.
 * @param {import("./record.js").EventRecord} record @param {string} mode @returns {Lanes}
 */
export function lanesBy(record, mode) {
  const { lanes, of } = part(record, mode);
  const found = Array.from(record.start, (_, i) => of(i));
  return { mode, lanes, of: (i) => found[i] };
}

/** @param {import("./record.js").EventRecord} record @param {string} mode @returns {Parting} */
function part(record, mode) {
  const { data } = record;
  if (mode === "kind") return frequent(record, (i) => [data.kinds[record.kind[i]]], (kind) => kind, "other kinds");
  if (mode === "country") return frequent(record, (i) => (data.rows[i][11] < 0 ? [] : [data.places[data.rows[i][11]][2]]), countryName(data), "elsewhere, or no place");
  if (mode === "party") {
    const isParty = (/** @type {number} */ actor) => data.actors[actor][2] > 0;
    const parties = (/** @type {number} */ i) => [...new Set([...data.rows[i][9], ...data.rows[i][10]])].filter(isParty);
    return frequent(record, parties, (actor) => data.actors[actor][1], "others");
  }
  const used = data.phases.map((_, phase) => data.rows.some((row) => row[5] === phase || row[6].includes(phase)));
  const lanes = data.phases.flatMap(([id, name, aside], phase) => (used[phase] ? [{ id, name, aside, phase }] : []));
  const place = data.phases.map((_, phase) => lanes.findIndex((lane) => lane.phase === phase));
  return { lanes, of: (i) => record.phases(i).map((phase) => place[phase]) };
}

/** @param {import("./record.js").Data} data */
const countryName = (data) => {
  const names = new Map(data.countries.map(([code, name], index) => [index, name]));
  return (/** @type {number} */ index) => names.get(index) ?? "";
};

/**
 * Lanes for the dozen most frequent keys, and one for the rest.
 * @template {number | string} Key
 * @param {import("./record.js").EventRecord} record @param {(event: number) => Key[]} keys @param {(key: Key) => string} name @param {string} rest
 * @returns {Parting}
 */
function frequent(record, keys, name, rest) {
  /** @type {Map<Key, number>} */
  const count = new Map();
  for (let i = 0; i < record.size; i++) for (const key of keys(i)) count.set(key, (count.get(key) ?? 0) + 1);
  const most = [...count].sort((a, b) => b[1] - a[1]).slice(0, MOST_LANES).map(([key]) => key);
  const lane = new Map(most.map((key, index) => [key, index]));
  const lanes = most.map((key) => ({ id: String(key), name: name(key), aside: "", phase: -1 }));
  lanes.push({ id: "others", name: rest, aside: "", phase: -1 });
  const of = (/** @type {number} */ i) => {
    const own = keys(i).flatMap((key) => lane.get(key) ?? []);
    return own.length ? own : [most.length];
  };
  return { lanes, of };
}
