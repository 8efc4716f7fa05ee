"""Old addresses of renamed records lead to the new ones."""

from __future__ import annotations

from collections.abc import Iterator

from .context import Context, Writer

_FOLDERS = {
    "events": "events",
    "actors": "actors",
    "places": "places",
    "topics": "topics",
    "documents": "documents",
    "publishers": "sources",
}


def redirects(context: Context) -> Iterator[tuple[str, str]]:
    """A small file at each old address: its path in the docs folder, and its HTML."""
    template = context.templates.get_template("redirect.html.jinja")
    for kind, folder in _FOLDERS.items():
        for record in getattr(context.dataset, kind).values():
            for old in record.formerly:
                page = Writer(context, f"{folder}/{old}/")
                new = f"{folder}/{record.id}/"
                canonical = context.site.absolute(new) if context.site.address else ""
                yield f"{folder}/{old}/index.html", template.render(href=page.to(new), canonical=canonical)
