// @ts-check
/** A guided tour: events in order, a sentence each, the chart moving along. @param {import("./timeline.js").Timeline} timeline */
export function showStory(timeline) {
  const { record, state } = timeline;
  const box = timeline.maybe("story");
  if (!box) return;
  const story = record.data.stories.find(([id]) => id === state.story);
  box.hidden = !story;
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
  const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (box.querySelectorAll("[data-do=story-previous], [data-do=story-next]"));
  buttons[0].disabled = step === 1;
  buttons[1].disabled = step === steps.length;
  // The neighbours set how much is shown: where they are far apart, the view is wide.
  const middle = record.at(event);
  const away = steps.slice(Math.max(step - 2, 0), step + 1).map(([other]) => Math.abs(record.at(other) - middle));
  const half = Math.min(Math.max(...away, 12) * 1.15, 400);
  timeline.go({ event: record.id(event), from: Math.round(middle - half), to: Math.round(middle + half), step }, true);
}
