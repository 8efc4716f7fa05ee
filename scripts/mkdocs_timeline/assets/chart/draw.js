// @ts-check
import { ABOUT, COARSE, SOFT_END, SOFT_START } from "./record.js";
import { GUEST_RADIUS, RADIUS, SMEAR } from "./layout.js";

/** @typedef {{ ink: string, second: string, third: string, rule: string, strong: string, page: string, surface: string, deeper: string, accent: string, phases: string[] }} Palette */
/** @typedef {{ fill: Path2D | null, stroke: Path2D | null }} Shape */

/** The shapes of the kinds, from the legend in the page. @param {ParentNode} root @param {string[]} kinds @returns {Shape[]} */
export function shapesIn(root, kinds) {
  return kinds.map((kind) => {
    const [fill, stroke] = ['[fill="currentColor"]', "[stroke]"].map((part) => root.querySelector(`[data-kind="${kind}"] path${part}`)?.getAttribute("d"));
    return { fill: fill ? new Path2D(fill) : null, stroke: stroke ? new Path2D(stroke) : null };
  });
}

/** Colours by token, and the system's where colours are forced. */
const TOKENS = [["ink", "CanvasText"], ["second", "CanvasText"], ["third", "CanvasText"], ["rule", "GrayText"], ["strong-rule", "GrayText"], ["page", "Canvas"], ["surface", "Canvas"], ["deeper", "GrayText"], ["accent", "Highlight"]];

/** The colours in use, resolved: the same tokens in light, dark and forced colours. @param {Element} element @param {number} count of phases @returns {Palette} */
export function paletteOf(element, count) {
  const forced = matchMedia("(forced-colors: active)").matches;
  const probes = document.createElement("i");
  for (const [name, system] of [...TOKENS, ...Array.from({ length: count }, (_, phase) => [`phase-${phase + 1}`, "CanvasText"])]) {
    probes.appendChild(document.createElement("i")).style.color = forced ? system : `var(--${name})`;
  }
  // All are put in before one is read: each change in between would cost the page a new reckoning of its styles.
  element.append(probes);
  const [ink, second, third, rule, strong, page, surface, deeper, accent, ...phases] = Array.from(probes.children, (probe) => getComputedStyle(probe).color);
  probes.remove();
  return { ink, second, third, rule, strong, page, surface, deeper, accent, phases };
}

/** Radius of a stamp by size: the importances, then a guest in another lane. */
const RADII = [...RADIUS, GUEST_RADIUS];

/** px that a stamp takes on the sheet */
const SIDE = 2 * RADIUS[0] + 6;

/** Marks drawn once each, all on one sheet, and then copied: the same kind, phase and size is the same picture. */
export class Stamps {
  /** @param {Shape[]} shapes @param {Palette} palette @param {number} ratio device px a px */
  constructor(shapes, { phases }, ratio) {
    this.side = SIDE * ratio;
    this.sheet = document.createElement("canvas");
    this.sheet.width = shapes.length * this.side;
    this.sheet.height = phases.length * RADII.length * this.side;
    const context = /** @type {CanvasRenderingContext2D} */ (this.sheet.getContext("2d"));
    shapes.forEach(({ fill, stroke }, kind) =>
      phases.forEach((colour, phase) =>
        RADII.forEach((radius, size) => {
          const [x, y] = this.corner(kind, phase, size);
          const scale = (radius / 6) * ratio;
          context.setTransform(scale, 0, 0, scale, x + this.side / 2, y + this.side / 2);
          context.fillStyle = context.strokeStyle = colour;
          context.lineWidth = (1.45 * 6) / radius;
          if (fill) context.fill(fill);
          if (stroke) context.stroke(stroke);
        }),
      ),
    );
  }

  /** Where a stamp begins on the sheet, in device px. @param {number} kind @param {number} phase @param {number} size */
  corner(kind, phase, size) {
    return [kind * this.side, (phase * RADII.length + size) * this.side];
  }

  /** @param {CanvasRenderingContext2D} context @param {number} kind @param {number} phase @param {number} size 0–2 by importance, 3 for a guest @param {number} x @param {number} y */
  put(context, kind, phase, size, x, y) {
    const [left, top] = this.corner(kind, phase, size);
    context.drawImage(this.sheet, left, top, this.side, this.side, x - SIDE / 2, y - SIDE / 2, SIDE, SIDE);
  }
}

/**
 * A bar from day to day, soft only where an end is uncertain.
 * @param {CanvasRenderingContext2D} context @param {string} colour @param {number} from @param {number} to px @param {number} y @param {number} height @param {boolean} softStart @param {boolean} softEnd @param {number} alpha
 */
export function bar(context, colour, from, to, y, height, softStart, softEnd, alpha) {
  context.globalAlpha = alpha;
  if (softStart || softEnd) {
    const fade = Math.min(14, (to - from) / 2) / Math.max(1, to - from);
    const gradient = context.createLinearGradient(from, 0, to, 0);
    const clear = clearOf(colour);
    gradient.addColorStop(0, softStart ? clear : colour);
    gradient.addColorStop(softStart ? fade : 0, colour);
    gradient.addColorStop(softEnd ? 1 - fade : 1, colour);
    gradient.addColorStop(1, softEnd ? clear : colour);
    context.fillStyle = gradient;
  } else {
    context.fillStyle = colour;
  }
  context.fillRect(from, y - height / 2, Math.max(1, to - from), height);
  context.globalAlpha = 1;
}

/** The colour, wholly transparent. @param {string} colour rgb(…) or color(…) as the browser resolves it */
const clearOf = (colour) => colour.replace(/^rgb\((.*)\)$/, "rgba($1, 0)").replace(/^color\((.*)\)$/, "color($1 / 0)");

/**
 * What of an event's date is not a point: its days, a month known without its day, or "about".
 * @param {CanvasRenderingContext2D} context @param {import("./record.js").EventRecord} record @param {number} event @param {import("./scale.js").TimeScale} scale @param {number} y @param {string} colour
 */
export function extentOf(context, record, event, scale, y, colour) {
  const soft = record.soft[event];
  const x = scale.x(record.at(event));
  const from = scale.x(record.start[event]);
  const to = scale.x(record.stop[event]);
  if (soft & ABOUT && !(soft & COARSE) && record.stop[event] - record.start[event] <= 1) bar(context, colour, x - SMEAR, x + SMEAR, y, 3, true, true, 0.42);
  else if (soft & COARSE) bar(context, colour, from, to, y, 3, true, true, 0.42);
  else if (record.stop[event] - record.start[event] > 1) bar(context, colour, x, to, y, 3, Boolean(soft & SOFT_START), Boolean(soft & SOFT_END), 0.42);
}

/** Cuts a text at a word so that it fits. @param {CanvasRenderingContext2D} context @param {string} text @param {number} width */
export function cut(context, text, width) {
  if (context.measureText(text).width <= width) return text;
  const words = text.split(" ");
  while (words.length > 1 && context.measureText(`${words.join(" ")}…`).width > width) words.pop();
  return `${words.join(" ")}…`;
}

/** A canvas of the given size, sharp on this screen, ready to draw on in CSS px. @param {HTMLCanvasElement} canvas @param {number} width @param {number} height */
export function prepare(canvas, width, height) {
  const ratio = Math.min(devicePixelRatio || 1, 3);
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}
