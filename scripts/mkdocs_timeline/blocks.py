"""Pieces of the record in hand-written pages: a comment ``<!-- timeline: NAME -->`` on a line of its own is replaced."""

from __future__ import annotations

import re
from typing import Any

from . import words
from .pages.context import Context, Writer

_MARK = re.compile(r"^<!-- timeline: ([a-z-]+) -->$", re.MULTILINE)
_NAMES = ("wanted", "report", "numbers")


class BlockError(Exception):
    """A hand-written page asks for a block that does not exist."""


def fill(markdown: str, url: str, context: Context) -> str:
    """The page with its blocks.

    Raises:
        BlockError: for a block of another name.
    """

    def replace(mark: re.Match[str]) -> str:
        if mark[1] not in _NAMES:
            raise BlockError(
                f"{url or 'the home page'}: there is no block 'timeline: {mark[1]}', there are {', '.join(_NAMES)}"
            )
        page = Writer(context, url)
        html = context.templates.get_template("blocks.html.jinja").render(page=page, block=mark[1], **_view(page))
        return re.sub(r"\n\s*", "\n", html).strip()

    return _MARK.sub(replace, markdown)


def _view(page: Writer) -> dict[str, Any]:
    dataset, site = page.context.dataset, page.context.site
    return {
        "wanted": [
            {
                "id": item.id,
                "title": item.title,
                "date": words.date_words(item.date),
                "phase": page.phase(item.phase),
                "summary": page.prose(item.summary),
                "needs": page.line(item.needs),
            }
            for item in dataset.wanted.values()
        ],
        "suggest": site.form("suggest-an-event.yml"),
        "report": site.form("report-an-error.yml"),
        "repository": site.repository,
        "counts": {kind: len(getattr(dataset, kind)) for kind in ("events", "actors", "documents", "publishers")},
    }
