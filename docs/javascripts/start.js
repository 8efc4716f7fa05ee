// @ts-check
// What is done once the page has been read. The charts have been drawn by then: their script stands before this one.

// The labels that open the menu and the search become buttons. Without scripts their checkboxes take the focus instead (frame.css).
for (const label of /** @type {NodeListOf<HTMLLabelElement>} */ (document.querySelectorAll(".frame-menu, .frame-search"))) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: label.className });
  button.append(...label.childNodes);
  button.addEventListener("click", () => document.getElementById(label.htmlFor)?.click());
  label.replaceWith(button);
}

// Material's script, which holds the page up for a while, starts when the page has been painted.
requestAnimationFrame(() => setTimeout(startMaterial));

function startMaterial() {
  const { content } = /** @type {HTMLTemplateElement} */ (document.getElementById("material-scripts"));
  const scripts = Array.from(content.querySelectorAll("script:not([type=module])"), (waiting) =>
    Object.assign(document.createElement("script"), { src: waiting.getAttribute("src"), async: false }),
  );
  // It takes ?q= for a search of the whole site. On the timeline that is the timeline's own filter, and out of sight until the script has run.
  const { href, pathname, hash } = location;
  const isTimeline = pathname === new URL("../timeline/", import.meta.url).pathname;
  if (isTimeline) history.replaceState(history.state, "", pathname + hash);
  const done = () => {
    if (isTimeline && !location.search) history.replaceState(history.state, "", href);
    // It waits for an event that has passed, and takes no other sign that the page has been read.
    setTimeout(() => document.dispatchEvent(new Event("DOMContentLoaded")));
  };
  for (const sign of ["load", "error"]) scripts.at(-1)?.addEventListener(sign, done);
  document.body.append(...scripts);
}
