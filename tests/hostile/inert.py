"""What a page or an export does beside saying something: tags, attributes, addresses, columns, properties.

Each function gives the shape of a file without the words in it. Hostile text is inert when the shape
is that of the same file with plain words.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from html.parser import HTMLParser
from typing import Any, Final
from urllib.parse import urlsplit
from xml.etree import ElementTree

PROSE_TAGS: Final = frozenset({"p", "ul", "ol", "li", "em", "strong"})
"""What contributed text may make, without any attribute."""

_ADDRESSES: Final = frozenset({"href", "src", "action", "formaction", "data", "xlink:href", "srcset", "poster", "cite"})
_SCHEMES: Final = frozenset({"", "http", "https"})
_ICALENDAR_LINE: Final = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[A-Z-]+)*):(.*)")
_ICALENDAR_TEXTS: Final = frozenset({"SUMMARY", "DESCRIPTION", "X-WR-CALNAME"})
_BIBTEX_ITEM: Final = re.compile(r"@misc\{[a-z0-9-]+,\n(?:  [a-z]+ = .*,\n)+\}\n?")


class Reader(HTMLParser):
    """The elements of a page by tag and names of attributes, the schemes of its addresses, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()
        self.text = ""
        self._script = ""

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in PROSE_TAGS and not attributes:
            return
        names = " ".join(sorted(name for name, _ in attributes))
        self.elements[f"<{tag} {names}>"] += 1
        for name, value in attributes:
            if name in _ADDRESSES:
                scheme = urlsplit(value or "").scheme
                assert scheme in _SCHEMES or (tag, value) == ("link", "data:,"), f"{tag} {name}={value}"
        self._script = dict(attributes).get("type") or "" if tag == "script" else ""

    def handle_endtag(self, tag: str) -> None:
        self._script = ""

    def handle_data(self, data: str) -> None:
        if self._script.endswith("json"):
            json.loads(data)
            assert "<" not in data
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.elements[f"<!--{data}-->"] += 1

    def handle_decl(self, decl: str) -> None:
        self.elements[f"<!{decl}>"] += 1

    def unknown_decl(self, data: str) -> None:
        self.elements[f"<![{data}]>"] += 1

    def handle_pi(self, data: str) -> None:
        self.elements[f"<?{data}>"] += 1


def read(html: str) -> Reader:
    """A page, read as a browser would, without the frame that is the same on all pages of the site."""
    reader = Reader()
    frame = html.find("<body"), html.find("<article")
    reader.feed(html if min(frame) < 0 else html[: frame[0]] + html[frame[1] :])
    reader.close()
    return reader


def shape(path: str, content: str | bytes) -> Any:
    """The shape of a file of the site by the kind that its name tells.

    Raises:
        AssertionError, ValueError, SyntaxError: where a strict reader refuses the file.
    """
    kind = path.rpartition(".")[2]
    if kind not in _SHAPES:
        return None
    return _SHAPES[kind](content.decode() if isinstance(content, bytes) else content)


def _html(text: str) -> Any:
    return read(text).elements


def _json(text: str) -> Any:
    """Keys and types; the order of a list may follow the words."""

    def of(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: of(inner) for key, inner in value.items()}
        return sorted(repr(of(inner)) for inner in value) if isinstance(value, list) else type(value).__name__

    return of(json.loads(text, parse_constant=_refuse))


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _csv(text: str) -> Any:
    """Rows and columns; no cell is a formula to a spreadsheet."""
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    for row in rows:
        for cell in row:
            assert not re.match(r"\s*[=+\-@\t\r]", cell) or re.fullmatch(r"-?[0-9.]+", cell), f"a formula: {cell}"
    return [len(row) for row in rows]


def _icalendar(text: str) -> Any:
    """Names of properties in order (RFC 5545, section 3.1)."""
    assert text.endswith("\r\n")
    lines = text[:-2].split("\r\n")
    assert not any("\n" in line or "\r" in line for line in lines), "a bare line end"
    assert max(len(line.encode()) for line in lines) <= 75, "a line of more than 75 octets"
    found = [_ICALENDAR_LINE.fullmatch(line) for line in text[:-2].replace("\r\n ", "").split("\r\n")]
    assert all(found), "a line that is no property"
    for match in filter(None, found):
        if match[1] in _ICALENDAR_TEXTS:
            assert re.fullmatch(r"(?:[^\\;,]|\\[\\;,nN])*", match[3]), f"not escaped: {match[3]}"
    return [(match[1], match[2], match[3] if match[1] in ("BEGIN", "END") else "") for match in found if match]


def _xml(text: str) -> Any:
    assert "<!ENTITY" not in text
    return [(element.tag, sorted(element.attrib)) for element in ElementTree.fromstring(text).iter()]


def _bibtex(text: str) -> Any:
    """Names of fields in order; every value stands in braces of its own."""
    items = text.split("\n\n")
    for item in items:
        assert not item or _BIBTEX_ITEM.fullmatch(item), f"no BibTeX: {item}"
        for line in item.splitlines()[1:-1]:
            value = line.partition(" = ")[2].removesuffix(",")
            assert _closes_at_its_end(value), f"braces: {line}"
    return [re.findall(r"^  ([a-z]+) = ", item, re.MULTILINE) for item in items]


def _closes_at_its_end(value: str) -> bool:
    """Whether the brace that opens the value is closed by its last one (BibTeX counts escaped ones too)."""
    depth = 0
    for position, letter in enumerate(value):
        depth += (letter == "{") - (letter == "}")
        if depth == 0:
            return position == len(value) - 1
    return False


_SHAPES: Final = {
    "html": _html,
    "json": _json,
    "jsonld": _json,
    "geojson": _json,
    "csv": _csv,
    "ics": _icalendar,
    "xml": _xml,
    "bib": _bibtex,
}
