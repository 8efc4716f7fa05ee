// @ts-check
import { make } from "./prose.js";

/** The names of the lanes, beside them or above, with what each holds. @param {import("./timeline.js").Timeline} timeline */
export function drawHeads(timeline) {
  const { chart, lanes, isFiltered } = timeline;
  const heads = timeline.part("heads");
  const totals = isFiltered ? totalsOf(timeline) : [];
  while (heads.children.length > lanes.lanes.length) heads.lastElementChild?.remove();
  lanes.lanes.forEach((lane, index) => {
    const head = /** @type {HTMLElement} */ (heads.children[index] ?? heads.appendChild(make("div", [make("b"), make("span"), make("span"), make("span")])));
    const { top, height, isEmpty } = chart.boxes[index];
    const { total, guests } = chart.layouts[index];
    head.style.insetBlockStart = `${top}px`;
    head.style.blockSize = `${height}px`;
    head.toggleAttribute("data-phase", lane.phase >= 0);
    if (lane.phase >= 0) head.setAttribute("data-phase", String(lane.phase + 1));
    const count = isFiltered ? `${total} of ${totals[index]}` : `${total} event${total === 1 ? "" : "s"}`;
    (isEmpty ? [lane.name, "", `none of ${count} in view`, ""] : [lane.name, lane.aside, count, guests ? `+ ${guests} from others` : ""]).forEach((text, at) => {
      if (head.children[at].textContent !== text) head.children[at].textContent = text;
    });
  });
  timeline.part("plot").style.blockSize = `${chart.height}px`;
  const strip = timeline.part("strip-head");
  strip.style.insetBlockStart = `${chart.strip.top}px`;
  strip.hidden = !chart.strip.height;
}

/** How many events each lane has without a filter. @param {import("./timeline.js").Timeline} timeline */
function totalsOf({ lanes, record }) {
  const totals = lanes.lanes.map(() => 0);
  for (let event = 0; event < record.size; event++) totals[lanes.of(event)[0]]++;
  return totals;
}
