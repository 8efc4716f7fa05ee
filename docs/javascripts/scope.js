// Material's pages expect these three functions before anything else runs; its own version is an
// inline script that differs page by page, which a Content-Security-Policy without hashes refuses.
// The site's root is where this file stands: one folder up from "javascripts/".
const scope = new URL("..", /** @type {HTMLScriptElement} */ (document.currentScript).src);

Object.assign(window, {
  __md_scope: scope,
  /** @param {string} text */
  __md_hash: (text) => [...text].reduce((hash, letter) => ((hash << 5) - hash + letter.charCodeAt(0)) | 0, 0),
  /** @param {string} key @param {Storage} store @param {URL} base */
  __md_get: (key, store = localStorage, base = scope) => {
    try {
      return JSON.parse(store.getItem(`${base.pathname}.${key}`) ?? "null");
    } catch {
      return null;
    }
  },
  /** @param {string} key @param {unknown} value @param {Storage} store @param {URL} base */
  __md_set: (key, value, store = localStorage, base = scope) => {
    try {
      store.setItem(`${base.pathname}.${key}`, JSON.stringify(value));
    } catch {
      // Private windows refuse to store: the choice then lasts as long as the page.
    }
  },
});

// Material's script takes ?q= for a search of the whole site; on the timeline it is the timeline's own filter,
// and out of sight until that script has run.
if (location.pathname === new URL("timeline/", scope).pathname) {
  const { href } = location;
  history.replaceState(null, "", location.pathname + location.hash);
  document.addEventListener("readystatechange", () => history.replaceState(null, "", href), { once: true });
}

// The labels that open the menu and the search become buttons. Without scripts their checkboxes take the focus instead (frame.css).
document.addEventListener(
  "readystatechange",
  () => {
    for (const label of /** @type {NodeListOf<HTMLLabelElement>} */ (document.querySelectorAll(".frame-menu, .frame-search"))) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: label.className });
      button.append(...label.childNodes);
      button.addEventListener("click", () => document.getElementById(label.htmlFor)?.click());
      label.replaceWith(button);
    }
  },
  { once: true },
);
