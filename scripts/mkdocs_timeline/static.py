"""Styles and scripts of the package, as they are published under ``assets/timeline/``: comments and spare space taken out.

The style sheets become one file, and so does a script with the modules that it imports: each file of its own would cost every reader a
request, and the reader of a chart some two dozen. The modules stay as they are written, plain and loadable one by one.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final, NamedTuple

import rcssmin
import rjsmin
from markupsafe import Markup

FOLDER: Final = "assets/timeline/"
CHART: Final = FOLDER + "chart/event-timeline.js"
STYLE: Final = FOLDER + "record.css"
_SHEETS: Final = ("tokens.css", "record.css", "timeline.css")

_IMPORT: Final = re.compile(r'^import \{[^}]*\} from "\./([^"]+)";\n', re.M)
_EXPORT: Final = re.compile(r"^export (?=(?:async )?(?:class|const|function|let) )", re.M)
_DECLARED: Final = re.compile(r"^(?:export )?(?:async )?(?:class|const|function|let) (\w+)", re.M)


@cache
def assets() -> dict[str, bytes]:
    """The files by their path in the site."""
    folder = resources.files(__package__) / "assets"
    style = "".join((folder / name).read_text("utf-8") for name in _SHEETS)
    return {STYLE: rcssmin.cssmin(style).encode() + b"\n", **dict(_scripts(folder, FOLDER))}


class Inline(NamedTuple):
    """A style sheet or script to stand in a page, and the source expression that lets it (Content Security Policy Level 3, section 2.3.1)."""

    text: Markup
    hash: str


def inline_style() -> Inline:
    """The style sheet."""
    return _inline(assets()[STYLE].decode())


def inline_script() -> Inline:
    """The chart's script as no module: it runs where it stands, before the page is painted, and keeps its names to itself."""
    return _inline(f'"use strict";{{{assets()[CHART].decode()}}}')


def _inline(text: str) -> Inline:
    return Inline(Markup(text), "sha256-" + b64encode(sha256(text.encode()).digest()).decode())


def _scripts(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    modules = {item.name: item.read_text("utf-8") for item in _items(folder) if item.name.endswith(".js")}
    imported = {name for text in modules.values() for name in _IMPORT.findall(text)}
    for name in sorted(modules.keys() - imported):
        yield prefix + name, rjsmin.jsmin(joined(name, modules)).encode() + b"\n"
    for item in _items(folder):
        if item.is_dir():
            yield from _scripts(item, f"{prefix}{item.name}/")


def _items(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda item: item.name)


def joined(entry: str, modules: dict[str, str]) -> str:
    """The module ``entry`` after all that it imports, each module once, as one script. They share one scope then.

    Args:
        entry: The name of a module.
        modules: The text of each module of the folder by its name.

    Raises:
        ValueError: Two of the modules declare the same name, or one imports or exports in another form than
            ``import { name } from "./module.js"`` and ``export`` before a declaration.
    """
    order: dict[str, str] = {}

    def visit(name: str, path: tuple[str, ...]) -> None:
        if name in path:
            raise ValueError(f"{name} imports itself: {' → '.join((*path, name))}")
        if name not in order:
            for imported in _IMPORT.findall(modules[name]):
                visit(imported, (*path, name))
            order[name] = _EXPORT.sub("", _IMPORT.sub("", modules[name]))

    visit(entry, ())
    declared: dict[str, str] = {}
    for name, text in order.items():
        if other := re.search(r"^(?:import|export)\b.*", text, re.M):
            raise ValueError(f"{name}: this form can't be joined: {other[0]}")
        for declaration in _DECLARED.findall(text):
            if declaration in declared:
                raise ValueError(
                    f"{name} and {declared[declaration]} both declare {declaration}: give one another name"
                )
            declared[declaration] = name
    return "".join(order.values())
