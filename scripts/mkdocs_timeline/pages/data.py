"""The open data: what there is to take away, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..exports import FORMATS
from .context import Context, Page, Writer


def pages(context: Context) -> Iterator[Page]:
    yield context.page(
        "data/",
        "data.html.jinja",
        title="Open data",
        description="The whole record as files, free to use under CC BY 4.0: " + ", ".join(FORMATS) + ".",
        boost=1,
        view=_view,
    )


def _view(page: Writer) -> dict[str, Any]:
    return {
        "files": [
            {"name": name, "href": page.to(f"data/{name}"), "about": module.ABOUT} for name, module in FORMATS.items()
        ]
    }
