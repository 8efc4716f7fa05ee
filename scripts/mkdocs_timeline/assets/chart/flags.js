// @ts-check
/** @typedef {{ event: number, x: number, rank: number }} Waiting px in the window */
/** @typedef {Waiting & { width: number }} Candidate */
/** @typedef {Candidate & { row: number, left: boolean, start: number, end: number }} Flag a text hanging left or right of its leader, from `start` to `end`, rows counted from the lane upwards */

const ROOM = 5;

/** From this rank on a flag only takes room that is left, in the lower rows. */
const LATE = 3;
const LATE_ROWS = 3;

/** Where one found no room, the next within so many px are not tried: a crowd of thousands has no room for more than dozens. */
const NEAR = 12;

/**
 * Flags for as many candidates as find room, lower ranks first: no text on text, no leader through a text, nothing cut off.
 * In a crowd the early ones hang left, each below the next, the late ones right, each below the one before; every split is tried.
 * @param {Waiting[]} candidates @param {(event: number) => number} widthOf @param {number} width px of the window @param {number} rows at most
 * @returns {Flag[]}
 */
export function placeFlags(candidates, widthOf, width, rows) {
  /** @type {Flag[]} */
  let best = [];
  /** where early and late ones found no room */
  const refused = [new Set(), new Set()];
  for (const waiting of [...candidates].sort((a, b) => a.rank - b.rank || a.x - b.x)) {
    const isLate = waiting.rank >= LATE;
    const near = Math.floor(waiting.x / NEAR);
    const full = refused[Number(isLate)];
    if (full.has(near)) continue;
    const candidate = { ...waiting, width: widthOf(waiting.event) };
    if (isLate) {
      const flag = fit(candidate, best, width, Math.min(rows, LATE_ROWS));
      if (flag) {
        best.push(flag);
        continue;
      }
    } else {
      const placed = arrange(candidate, best, width, rows);
      if (placed) {
        best = placed;
        continue;
      }
    }
    full.add(near);
  }
  return best;
}

/** @param {Candidate} mark @param {number} row @param {boolean} left @returns {Flag} */
const hang = (mark, row, left) => ({ ...mark, row, left, start: left ? mark.x - mark.width : mark.x, end: left ? mark.x : mark.x + mark.width });

/** A flag between those that stand already, as low as it can. @param {Candidate} mark @param {Flag[]} others @param {number} width @param {number} rows */
function fit(mark, others, width, rows) {
  for (let row = 0; row < rows; row++) {
    for (const left of [false, true]) {
      const flag = hang(mark, row, left);
      if (isFree(flag, others, width)) return flag;
    }
  }
  return null;
}

/**
 * The flags with one more mark: its crowd is placed anew, between those that stand elsewhere.
 * @param {Candidate} mark @param {Flag[]} standing @param {number} width @param {number} rows @returns {Flag[] | null}
 */
function arrange(mark, standing, width, rows) {
  const crowd = crowdOf(mark, [...standing, mark].sort((a, b) => a.x - b.x));
  const others = standing.filter((flag) => !crowd.includes(flag));
  /** @type {Flag[] | null} */
  let best = null;
  let cost = Infinity;
  for (let cut = 0; cut <= crowd.length; cut++) {
    const option = split(crowd, cut, width, rows, others);
    const price = option ? Math.max(...option.map((flag) => flag.row)) + 0.01 * cut : Infinity;
    if (price < cost) [best, cost] = [option, price];
  }
  return best && [...others, ...best];
}

/** The run of marks around one whose texts could meet. @param {Candidate} mark @param {Candidate[]} marks in time */
function crowdOf(mark, marks) {
  /** @type {Candidate[]} */
  let group = [];
  let widest = 0;
  for (const next of marks) {
    const before = group.at(-1);
    widest = Math.max(widest, next.width);
    if (before && next.x - before.x >= widest + ROOM) {
      if (group.includes(mark)) break;
      group = [];
      widest = next.width;
    }
    group.push(next);
  }
  return group;
}

/** @param {Candidate[]} crowd @param {number} cut @param {number} width @param {number} rows @param {Flag[]} others @returns {Flag[] | null} */
function split(crowd, cut, width, rows, others) {
  /** @type {Flag[]} */
  const placed = [];
  const order = [...crowd.slice(0, cut), ...crowd.slice(cut).reverse()];
  for (const [at, mark] of order.entries()) {
    const flag = hang(mark, 0, at < cut);
    while (flag.row < rows && !(isFree(flag, others, width) && isFree(flag, placed, width))) flag.row++;
    if (flag.row === rows) return null;
    placed.push(flag);
  }
  return placed;
}

/** Whether a flag is inside the window and clear of the others. @param {Flag} flag @param {Flag[]} others @param {number} width */
const isFree = (flag, others, width) => flag.start >= 0 && flag.end <= width && others.every((other) => isApart(flag, other));

/** Whether neither text covers the other, nor either leader crosses the other's text. @param {Flag} a @param {Flag} b */
function isApart(a, b) {
  if (a.row === b.row) return a.end + ROOM < b.start || b.end + ROOM < a.start;
  const [low, high] = a.row < b.row ? [a, b] : [b, a];
  return high.x < low.start - 2 || high.x > low.end + 2;
}
