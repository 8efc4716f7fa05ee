// @ts-check
/** @typedef {import("./timeline.js").Timeline} Timeline */

const SWIPE = 40;

/** Arrow keys and swipes turn the pages of a tour. @param {Timeline} timeline */
export function watchStory(timeline) {
  const box = timeline.part("story");
  box.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowRight" || key === "ArrowLeft") turnStory(timeline, key === "ArrowRight" ? 1 : -1);
    else if (key === "Escape") endStory(timeline);
  });
  let from = 0;
  box.addEventListener("pointerdown", (event) => (from = event.clientX));
  box.addEventListener("pointerup", ({ clientX }) => Math.abs(clientX - from) > SWIPE && turnStory(timeline, clientX < from ? 1 : -1));
}

/** @param {Timeline} timeline @param {string} id */
export function startStory(timeline, id) {
  timeline.go({ story: id, step: 1 });
  timeline.part("story").scrollIntoView({ block: "nearest" });
  timeline.part("story-next").focus({ preventScroll: true });
}

/** @param {Timeline} timeline @param {number} step 1 for on, -1 for back */
export function turnStory(timeline, step) {
  const { state, record } = timeline;
  const steps = record.data.stories.find(([id]) => id === state.story)?.[2] ?? [];
  const next = state.step + step;
  if (next >= 1 && next <= steps.length) timeline.go({ step: next });
}

/** @param {Timeline} timeline */
export function endStory(timeline) {
  timeline.go({ story: "", event: "" });
  timeline.part("chart").focus();
}

/** A guided tour: events in order, a sentence each, the chart moving along. @param {Timeline} timeline */
export function showStory(timeline) {
  const { record, state } = timeline;
  const box = timeline.maybe("story");
  if (!box) return;
  const story = record.data.stories.find(([id]) => id === state.story);
  box.hidden = !story;
  timeline.element.classList.toggle("has-story", !!story);
  if (!story) return box.removeAttribute("data-at");
  const [id, title, steps] = story;
  const step = Math.min(Math.max(state.step, 1), steps.length);
  const at = `${id} ${step}`;
  if (box.getAttribute("data-at") === at) return;
  box.setAttribute("data-at", at);
  const [event, sentence] = steps[step - 1];
  timeline.write("story-title", title);
  timeline.write("story-place", `${step} of ${steps.length}`);
  timeline.write("story-sentence", sentence);
  timeline.part("story-event").setAttribute("href", record.url(event));
  timeline.part("story-previous").setAttribute("aria-disabled", String(step === 1));
  timeline.part("story-next").setAttribute("aria-disabled", String(step === steps.length));
  // The neighbours set how much is shown: where they are far apart, the view is wide.
  const middle = record.at(event);
  const away = steps.slice(Math.max(step - 2, 0), step + 1).map(([other]) => Math.abs(record.at(other) - middle));
  const half = Math.min(Math.max(...away, 12) * 1.15, 400);
  timeline.go({ event: record.id(event), from: Math.round(middle - half), to: Math.round(middle + half), step }, true);
}
