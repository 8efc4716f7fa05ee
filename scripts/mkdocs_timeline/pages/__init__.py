"""Every page of the record, as Markdown with a front matter and HTML blocks that any engine passes through.

Each module gives the pages of one kind through ``pages(context)``; :func:`render` runs them all.
Templates hold the markup, these modules decide what stands in it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

from .context import Context, Page

__all__ = ["Context", "Page", "render"]


def render(context: Context) -> Iterator[Page]:
    """All pages of the record, in a fixed order."""
    for module in _MODULES:
        yield from module.pages(context)


_MODULES = [
    module
    for info in pkgutil.iter_modules(__path__)
    if hasattr(module := importlib.import_module(f"{__name__}.{info.name}"), "pages")
]
