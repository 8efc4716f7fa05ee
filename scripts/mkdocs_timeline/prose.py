"""Contributed text: a small, closed part of Markdown, with citations and links to records.

Paragraphs, lists, *emphasis* and **strong** come from CommonMark (markdown-it-py); HTML, links to
addresses, images, headings and code do not exist here, so nothing active can be written. Two marks
are the record's own:

``[@key]`` or ``[@key; @other]``
    cites sources of the record by their keys;
``[[id]]`` or ``[[id|words]]``, and ``[[places/id]]`` where an id has several kinds of record
    links to another record.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_CITE = re.compile(r"\[@([a-z0-9-]+(?:[;,]? *@[a-z0-9-]+)*)\]", re.ASCII)
_REF = re.compile(r"\[\[([a-z0-9/-]+)(?:\|([^\[\]|]+))?\]\]", re.ASCII)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s+[\"'“‘«(]*[\w]|\s*$)")
_ABBREVIATION = re.compile(r"\b(?:St|Mr|Mrs|Ms|Dr|Gen|Col|No|Art|approx|ca|vs|U\.S|U\.N|a\.m|p\.m|e\.g|i\.e|[A-Z])\.$")


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation: the keys between ``[@`` and ``]``, and the mark as written."""

    keys: tuple[str, ...]
    written: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to a record: ``target`` is ``id`` or ``kind/id``; ``words`` may be empty."""

    target: str
    words: str
    written: str


def _cite(written: re.Match[str]) -> Cite:
    return Cite(tuple(part.strip(" ;,") for part in written[1].split("@") if part.strip(" ;,")), written[0])


def cites(text: str) -> Iterator[Cite]:
    """All citations of a text, in order."""
    return map(_cite, _CITE.finditer(text)) if "[@" in text else iter(())


def refs(text: str) -> Iterator[Ref]:
    """All links to records of a text, in order."""
    if "[[" not in text:
        return iter(())
    return (Ref(match[1], (match[2] or "").strip(), match[0]) for match in _REF.finditer(text))


def is_cited(text: str) -> bool:
    """Whether the text cites a source or leads to a record that does."""
    return _CITE.search(text) is not None or _REF.search(text) is not None


def without_marks(text: str) -> str:
    """The text as read aloud: no citations, the words of links, no emphasis marks, one line."""
    text = _REF.sub(lambda match: match[2] or "", _CITE.sub("", text))
    text = " ".join(text.replace("**", "").split())
    text = re.sub(r"(?<!\w)[*_]([^*_]+)[*_](?!\w)", r"\1", text)
    return re.sub(r" ([.,;:?!)])", r"\1", text)


def blank_marks(text: str) -> str:
    """The text with its citations and links blanked out, as long as before."""
    return _REF.sub(lambda match: " " * len(match[0]), _CITE.sub(lambda match: " " * len(match[0]), text))


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each in one line."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph, each with the citations that follow its full stop."""
    found: list[str] = []
    start = 0
    plain = _CITE.sub(lambda match: "\x00" * len(match[0]), paragraph)
    for end in _SENTENCE_END.finditer(
        re.sub(r" ?\x00+", lambda match: "\x00" * len(match[0]), plain).replace("\x00", " ")
    ):
        if _ABBREVIATION.search(paragraph[start : end.start() + 1]):
            continue
        stop = end.end()
        while following := re.match(r"\s*(?:\[@[^\]]*\])", paragraph[stop:]):
            stop += following.end()
        if stop > start:
            found.append(paragraph[start:stop].strip())
        start = stop
    if rest := paragraph[start:].strip():
        found.append(rest)
    return found


Show = Callable[[Cite | Ref], str]
"""Gives the HTML of a citation or link, already safe."""


def render(text: str, show: Show) -> str:
    """The text as HTML blocks (``<p>``, ``<ul>``, ``<ol>``) without a line break, safe in any page."""
    return _render(_blocks(text), show)


def render_line(text: str, show: Show) -> str:
    """The text as inline HTML: its paragraphs run on."""
    return " ".join(_render(block.children or [], show) for block in _blocks(text) if block.type == "inline")


def _render(tokens: list[Token], show: Show) -> str:
    parts: list[str] = []
    for token in tokens:
        if token.type == "inline":
            parts.append(_render(token.children or [], show))
        elif token.type == "text":
            parts.append(escape(token.content, quote=False))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type in ("cite", "ref"):
            shown = show(token.meta["mark"])
            if parts and shown.startswith("<sup"):
                parts[-1] = parts[-1].rstrip(" ")  # a number stands close to the word that it is about
            parts.append(shown)
        elif not token.hidden and token.tag:
            parts.append(f"<{'/' if token.nesting < 0 else ''}{token.tag}>")
    return "".join(parts)


@lru_cache(maxsize=32768)
def _blocks(text: str) -> list[Token]:
    return _parser.parse(text)


def _inline_mark(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    match = _CITE.match(state.src, state.pos) or _REF.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        mark = _cite(match) if match[0].startswith("[@") else Ref(match[1], (match[2] or "").strip(), match[0])
        token = state.push("cite" if isinstance(mark, Cite) else "ref", "", 0)
        token.meta = {"mark": mark}
    state.pos = match.end()
    return True


_parser = MarkdownIt("zero", {"html": False}).enable(["list", "emphasis", "newline", "escape"])
_parser.inline.ruler.before("emphasis", "record_mark", _inline_mark)
