// @ts-check
/** @typedef {{ event: number, x: number, width: number, rank: number }} Candidate px in the window */
/** @typedef {Candidate & { row: number, left: boolean, start: number, end: number }} Flag a text hanging left or right of its leader, from `start` to `end`, rows counted from the lane upwards */

const ROOM = 5;

/** From this rank on a flag only takes room that is left, in the lower rows. */
const LATE = 3;
const LATE_ROWS = 3;

/**
 * Flags for as many candidates as find room, lower ranks first: no text on text, no leader through a text, nothing cut off.
 * In a crowd the early ones hang left, each below the next, the late ones right, each below the one before; every split is tried.
 * @param {Candidate[]} candidates @param {number} width px of the window @param {number} rows at most
 * @returns {Flag[]}
 */
export function placeFlags(candidates, width, rows) {
  /** @type {Candidate[]} */
  let chosen = [];
  /** @type {Flag[]} */
  let best = [];
  for (const candidate of [...candidates].sort((a, b) => a.rank - b.rank || a.x - b.x)) {
    if (candidate.rank >= LATE) {
      const flag = fit(candidate, best, width, Math.min(rows, LATE_ROWS));
      if (flag) best.push(flag);
      continue;
    }
    const trial = [...chosen, candidate].sort((a, b) => a.x - b.x);
    const placed = arrange(trial, width, rows);
    if (placed) {
      chosen = trial;
      best = placed;
    }
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

/** @param {Candidate[]} marks @param {number} width @param {number} rows @returns {Flag[] | null} */
function arrange(marks, width, rows) {
  /** @type {Flag[]} */
  const flags = [];
  for (const crowd of crowds(marks)) {
    /** @type {Flag[] | null} */
    let best = null;
    let cost = Infinity;
    for (let cut = 0; cut <= crowd.length; cut++) {
      const option = split(crowd, cut, width, rows, flags);
      const price = option ? Math.max(...option.map((flag) => flag.row)) + 0.01 * cut : Infinity;
      if (price < cost) [best, cost] = [option, price];
    }
    if (!best) return null;
    flags.push(...best);
  }
  return flags;
}

/** Runs of marks whose texts could meet. @param {Candidate[]} marks */
function crowds(marks) {
  /** @type {Candidate[][]} */
  const groups = [];
  for (const mark of marks) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && mark.x - before.x < Math.max(mark.width, ...group.map((other) => other.width)) + ROOM) group.push(mark);
    else groups.push([mark]);
  }
  return groups;
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
