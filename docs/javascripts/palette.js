// Shows the page in the colours chosen on an earlier visit, before the first paint.
{
  const { color } = /** @type {any} */ (window).__md_get("__palette") ?? {};
  if (color) {
    let { media, scheme } = color;
    if (media === "(prefers-color-scheme)") {
      const light = matchMedia("(prefers-color-scheme: light)").matches;
      scheme = light ? "default" : "slate";
      media = `(prefers-color-scheme: ${light ? "light" : "dark"})`;
    }
    document.body.setAttribute("data-md-color-scheme", scheme);
    document.body.setAttribute("data-md-color-media", media);
  }
}
