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
