// @ts-check
import { queryOf, stateOf } from "./address.js";
import { Card } from "./card.js";
import { Chart } from "./chart.js";
import { Cursor } from "./cursor.js";
import { parse, spanWords, words } from "./dates.js";
import { drawHeads } from "./heads.js";
import { facetsIn } from "./facets.js";
import { count, Filter, has } from "./filter.js";
import { watchKeys, watchPageKeys } from "./keyboard.js";
import { lanesBy } from "./lanes.js";
import { EventList } from "./list.js";
import { Overview } from "./overview.js";
import { Panel } from "./panel.js";
import { watchBrush, watchPointer } from "./pointer.js";
import { EventRecord, MINOR } from "./record.js";
import { TimeScale } from "./scale.js";
import { showStory } from "./story.js";
import { Tools } from "./tools.js";

/** @typedef {import("./address.js").State} State */

/** The closest view, in days, and how long a glide takes, in ms. */
export const CLOSEST = 6;
const GLIDE = 250;

/** One state, and everything that follows from it: chart, overview, list, panel, counts and address. */
export class Timeline {
  /** @param {HTMLElement} element @param {import("./record.js").Data} data */
  constructor(element, data) {
    this.element = element;
    this.isSmall = element.hasAttribute("small");
    this.record = new EventRecord(data, element.getAttribute("root") ?? "");
    // On pages with a small chart the list may stand elsewhere.
    this.list = new EventList(document.getElementById(element.getAttribute("list") ?? "") ?? this.part("list"), this.record);
    this.record.title = (event) => data.rows[event][15] ?? this.list.title(event);
    this.filter = new Filter(this.record);
    this.passed = this.filter.all;
    this.lanes = lanesBy(this.record, "phase");
    this.scale = new TimeScale(this.record.extent[0], this.record.extent[1], 1);
    this.points = { hover: -1, focus: -1, chosen: -1 };
    this.chart = new Chart(element, this.record, this.canvas("axis"), this.canvas("lanes"));
    this.overview = new Overview(this.record, this.canvas("overview-canvas"), this.part("brush"));
    this.card = new Card(this);
    this.cursor = new Cursor(this);
    this.tools = new Tools(this);
    this.panel = this.maybe("panel") && new Panel(this);
    this.ending = new AbortController();
    this.gliding = 0;
    this.painting = 0;
    this.opened = false;
    /** @type {State} */
    this.state = stateOf("", [], { hasEvent: () => false, hasStory: () => false }).state;
    this.facets = this.maybe("facets") && facetsIn(this.part("facets"), this.part("chips"), this.filter.facets, () => this.state.chosen, (name, ids) => this.go({ chosen: { ...this.state.chosen, [name]: ids } }), () => this.clear());
  }

  /** Takes the measures of the page and of the flags. What is below the window is drawn after the chart (timeline.css). */
  measure() {
    const { element, list: { root }, record, chart } = this;
    const waits = !this.isSmall && !location.hash;
    root.classList.toggle("is-waiting", waits);
    this.resize();
    root.classList.toggle("is-waiting", waits && element.getBoundingClientRect().bottom > innerHeight);
    if (record.size < 1000) record.importance.forEach((importance, event) => importance < MINOR && record.label(event) && chart.widthOf(event));
  }

  /** Once the chart is painted, or could not be. */
  showList() {
    requestAnimationFrame(() => setTimeout(() => this.list.root.classList.remove("is-waiting")));
  }

  /** Shows what the address asked for, and listens from then on. @param {string} query */
  start(query) {
    this.connect();
    this.arrive(query);
    this.opened = true;
    this.watchSize();
  }

  stop() {
    this.ending.abort();
    cancelAnimationFrame(this.gliding);
    cancelAnimationFrame(this.painting);
  }

  /** @param {string} name */
  maybe(name) {
    return /** @type {HTMLElement | null} */ (this.element.querySelector(`[data-part="${name}"]`));
  }

  /** @param {string} name */
  part(name) {
    const part = this.maybe(name);
    if (!part) throw new Error(`<event-timeline> has no part "${name}"`);
    return part;
  }

  /** @param {string} name */
  canvas(name) {
    return /** @type {HTMLCanvasElement} */ (this.part(name));
  }

  /** @param {string} name @param {string} text */
  write(name, text) {
    const part = this.part(name);
    if (part.textContent !== text) part.textContent = text;
  }

  // State and address

  /** Takes the state from the address, and says what in it means nothing. @param {string} query */
  arrive(query) {
    const { byId, data } = this.record;
    const known = { hasEvent: (/** @type {string} */ id) => byId.has(id), hasStory: (/** @type {string} */ id) => data.stories.some(([story]) => story === id) };
    const { state, unknown } = stateOf(this.isSmall ? "" : query, this.filter.facets, known);
    this.state = state;
    this.tools.arrive(unknown);
    this.update(true);
  }

  /** A new state: shown, and put into the address, where Back undoes it. @param {Partial<State>} change @param {boolean} [replaces] */
  go(change, replaces = false) {
    this.state = { ...this.state, ...change };
    this.remember(replaces);
    this.update(Object.keys(change).some((name) => name !== "event"));
  }

  clear() {
    this.go({ chosen: {}, q: "" });
  }

  /** @param {boolean} replaces */
  remember(replaces) {
    if (!this.isSmall) history[replaces ? "replaceState" : "pushState"](null, "", location.pathname + queryOf(this.state) + location.hash);
  }

  /** @param {boolean} everything whether more than the choice of an event may have changed */
  update(everything) {
    const { state, record } = this;
    this.points.chosen = record.byId.get(state.event) ?? -1;
    if (everything) {
      const { passed, counts } = this.filter.run(state.chosen, state.q);
      this.passed = passed;
      if (this.lanes.mode !== state.lanes) this.lanes = lanesBy(record, state.lanes);
      this.chart.show(this.lanes, passed);
      this.facets?.update(counts);
      this.tools.update();
      this.show(this.viewOf(state), this.opened);
    } else {
      this.settle();
    }
    this.panel?.show(this.points.chosen);
    this.list.mark(this.points.chosen);
    showStory(this);
  }

  /** @param {State} state */
  viewOf({ from, to }) {
    const { extent, data } = this.record;
    const { width } = this.scale;
    if (!Number.isNaN(from)) return new TimeScale(from, to + 1, width);
    const margin = (extent[1] - extent[0]) * 0.02;
    return data.focus ? new TimeScale(data.focus[0], data.focus[1] + 1, width) : new TimeScale(extent[0] - margin, extent[1] + margin, width);
  }

  /** @returns {[number, number]} the days that can be shown */
  get bounds() {
    const [first, last] = this.record.extent;
    const [from, to] = this.record.data.focus ?? [first, last];
    return [Math.min(first, from) - 40, Math.max(last, to + 1) + 40];
  }

  /** Shows a part of time, and puts it into the address. @param {number} from @param {number} to day after the last @param {boolean} [replaces] */
  showDays(from, to, replaces = false) {
    const first = Math.round(from);
    this.go({ from: first, to: Math.max(Math.round(to) - 1, first) }, replaces);
  }

  // Movement

  /** Shows a view, gliding there unless motion is unwelcome. @param {TimeScale} target @param {boolean} glides */
  show(target, glides) {
    cancelAnimationFrame(this.gliding);
    const end = target.within(this.bounds, CLOSEST);
    const start = this.scale;
    const stays = start.from === end.from && start.to === end.to;
    if (!glides || stays || matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.scale = end;
      return this.settle();
    }
    const begun = performance.now();
    const step = (/** @type {number} */ now) => {
      const part = Math.min(Math.max(now - begun, 0) / GLIDE, 1);
      this.scale = part < 1 ? start.towards(end, 1 - (1 - part) ** 3) : end;
      if (part === 1) return this.settle();
      this.paint();
      this.gliding = requestAnimationFrame(step);
    };
    this.gliding = requestAnimationFrame(step);
  }

  /** While a finger or a wheel moves it. @param {TimeScale} scale */
  move(scale) {
    cancelAnimationFrame(this.gliding);
    this.scale = scale.within(this.bounds, CLOSEST);
    this.card.hide();
    this.paint();
  }

  /** After a drag or a wheel: the address takes the new extent, without a step for Back. */
  rested() {
    const { from, to } = this.scale;
    this.state = { ...this.state, from: Math.round(from), to: Math.max(Math.round(to) - 1, Math.round(from)) };
    this.remember(true);
    this.settle();
  }

  /** @param {number} factor */
  zoom(factor) {
    const { focus } = this.points;
    const x = focus >= 0 ? this.scale.x(this.record.at(focus)) : this.scale.width / 2;
    const { from, to } = this.scale.zoom(factor, x).within(this.bounds, CLOSEST);
    this.showDays(from, to, true);
  }

  /** At rest: rows, flags and heights anew; list, overview and numbers in step. */
  settle() {
    this.chart.rest(this.scale, this.points.chosen);
    this.paint();
    drawHeads(this);
    this.follow();
  }

  /** Draws the next frame. */
  paint() {
    this.painting ||= requestAnimationFrame(() => this.drawNow());
  }

  drawNow() {
    cancelAnimationFrame(this.painting);
    this.painting = 0;
    this.chart.scale = this.scale;
    this.chart.draw(this.points);
    this.overview.frame(this.scale.from, this.scale.to);
  }

  get isFiltered() {
    return this.passed.some((word, i) => word !== this.filter.all[i]);
  }

  /** @param {number} event */
  isInView(event) {
    return this.record.stop[event] > this.scale.from && this.record.start[event] < this.scale.to;
  }

  /** Events that pass and are in view, in time. */
  shown() {
    return Array.from({ length: this.record.size }, (_, event) => event).filter((event) => has(this.passed, event) && this.isInView(event));
  }

  follow() {
    const { scale, record, passed, chart, isFiltered } = this;
    this.overview.draw(passed, isFiltered, chart.palette, chart.font);
    this.overview.frame(scale.from, scale.to);
    this.write("extent", spanWords(scale.from, scale.to - 1));
    if (this.isSmall) return;
    const shown = this.list.show(passed, (event) => this.isInView(event));
    const matching = count(passed);
    this.write("count", isFiltered ? `${matching} of ${record.size} match, ${shown} in view` : `${shown} of ${record.size} in view`);
    this.write("in-view", `${shown} event${shown === 1 ? "" : "s"} in view, oldest first. Choosing one marks it above.`);
    this.tools.follow(matching);
  }

  // Size

  watchSize() {
    const { signal } = this.ending;
    const sizes = new ResizeObserver(() => this.resize() && this.settle());
    sizes.observe(this.part("chart"));
    const recolour = () => {
      this.chart.recolour();
      this.chart.laidOut = NaN;
      this.settle();
    };
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", `(resolution: ${devicePixelRatio}dppx)`]) matchMedia(query).addEventListener("change", recolour, { signal });
    const scheme = () => document.body.getAttribute("data-md-color-scheme");
    const schemes = new MutationObserver(([first]) => first.oldValue !== scheme() && recolour());
    schemes.observe(document.body, { attributeFilter: ["data-md-color-scheme"], attributeOldValue: true });
    signal.addEventListener("abort", () => {
      sizes.disconnect();
      schemes.disconnect();
    });
  }

  /** Takes the room there is: the one place that asks for it, before anything is written. @returns {boolean} whether it changed */
  resize() {
    const { chart, scale } = this;
    const plot = this.part("plot");
    const width = plot.clientWidth || 1;
    const isNarrow = this.part("chart").clientWidth < 600;
    const isStacked = plot.offsetLeft < 8;
    this.overview.measure(this.part("overview"));
    if (width === scale.width && isNarrow === chart.narrow && isStacked === chart.stacked) return false;
    chart.narrow = isNarrow;
    chart.stacked = isStacked;
    chart.laidOut = NaN;
    this.scale = new TimeScale(scale.from, scale.to, width);
    return true;
  }

  // What the reader does

  connect() {
    const { signal } = this.ending;
    const chart = this.part("chart");
    watchPointer(this.part("plot"), {
      move: (px) => this.move(this.scale.translate(px)),
      zoom: (factor, x) => this.move(this.scale.zoom(factor, x)),
      rest: () => this.rested(),
      tap: (x, y, touch) => this.tap(x, y, touch ? 24 : 12),
      over: (x, y) => this.point(x, y),
      out: () => this.unpoint(),
    });
    watchBrush(this.part("overview"), this.part("brush"), (x) => this.overview.invert(x), () => this.scale, (from, to) => this.move(new TimeScale(from, to, this.scale.width)), () => this.rested());
    watchKeys(chart, {
      along: (step) => this.cursor.along(step),
      across: (step) => this.cursor.across(step),
      end: (last) => this.cursor.toEnd(last),
      zoom: (factor) => this.zoom(factor),
      page: (step) => {
        const { from, to } = this.scale.translate(0.8 * step * this.scale.width).within(this.bounds, CLOSEST);
        this.showDays(from, to);
      },
      choose: () => {
        if (this.points.focus < 0) return;
        this.choose(this.points.focus);
        this.panel?.enter();
      },
      leave: () => this.go({ event: "", story: "" }),
    });
    chart.addEventListener("focus", () => chart.matches(":focus-visible") && this.points.focus < 0 && this.cursor.along(0));
    chart.addEventListener("blur", () => {
      this.points.focus = -1;
      this.card.hide();
      this.paint();
    });
    this.list.root.addEventListener("click", (event) => this.listClick(event));
    if (this.isSmall) return;
    addEventListener("popstate", () => this.arrive(location.search), { signal });
    watchPageKeys(() => this.part("filter").focus(), () => this.tools.dialog("keys"), signal);
  }

  /** @param {number} x @param {number} y @param {number} reach */
  tap(x, y, reach) {
    const hit = this.chart.hit(x, y, reach);
    if (!hit) return this.card.hide();
    if ("event" in hit) return this.choose(hit.event);
    if ("band" in hit) return location.assign(`${this.record.root}timeline/#battlefield-${this.record.data.bands[hit.band][5]}`);
    const { from, to, events } = hit.cluster;
    if (to - from < 0.5 || this.scale.to - this.scale.from < CLOSEST * 1.2) return this.card.list(words(from, "full"), events, x, y);
    const room = Math.max((to - from) * 0.15, 2);
    this.showDays(from - room, to + room);
  }

  /** @param {number} event */
  choose(event) {
    this.card.hide();
    if (this.isSmall) location.assign(this.record.url(event));
    else this.go({ event: this.record.id(event) });
  }

  /** @param {number} x @param {number} y */
  point(x, y) {
    const hit = this.chart.hit(x, y, 12);
    const event = hit && "event" in hit ? hit.event : -1;
    this.part("plot").style.cursor = hit ? "pointer" : "";
    if (event === this.points.hover) return;
    this.points.hover = event;
    this.paint();
    if (event < 0) this.card.hide();
    else this.card.soon(event, x, y);
  }

  unpoint() {
    this.points.hover = -1;
    this.card.hide();
    this.paint();
  }

  /** Tells a screen reader. @param {string} text */
  say(text) {
    this.write("spoken", text);
  }

  /** Choosing an entry of the list opens the panel; with a modifier, or chosen already, its link leads to the page. @param {MouseEvent} click */
  listClick(click) {
    const entry = /** @type {HTMLElement} */ (click.target).closest("[data-event]");
    const event = this.record.byId.get(entry?.getAttribute("data-event") ?? "");
    if (this.isSmall || event === undefined || event === this.points.chosen || click.ctrlKey || click.metaKey || click.shiftKey || click.button) return;
    click.preventDefault();
    this.choose(event);
    // A click without a pointer is the Enter key.
    if (!click.detail) this.panel?.enter();
  }

  /** @param {string} extent days from/to as ISO dates */
  showExtent(extent) {
    const [from, to] = extent.split("/").map(parse);
    if (from) this.showDays(from, to + 1);
  }
}
