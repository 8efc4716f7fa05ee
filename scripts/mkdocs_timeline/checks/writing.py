"""How the record writes: cited, in own words, in plain and neutral language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from .. import prose
from ..finding import Finding
from ..load import Entry, Records
from ..models.base import IsProse
from ..models.walk import leaves
from . import rule

MAX_QUOTED_WORDS: Final = 6

_QUOTE = re.compile(r"“([^”]+)”|\"([^\"]+)\"|«([^»]+)»|(?<!\w)‘([^’]+(?:’\w[^’]*)*)’")
_MARKUP: Final = (
    (re.compile(r"</?[a-zA-Z!][^>]*>?"), "HTML has no effect here and is shown as it is typed"),
    (
        re.compile(r"!?\[[^\]@\[]*\]\([^)]*\)?"),
        "a link or picture has no effect here: make the page a source and cite it as [@key]",
    ),
    (
        re.compile(r"(?:https?|ftp)://|\bwww\.\w", re.I),
        "an address in the text: make the page a source and cite it as [@key]",
    ),
    (re.compile(r"\b(?:javascript|vbscript|data):\S", re.I), "an address that runs code has no place here"),
    (re.compile(r"\{[{%#:][^}]*\}*"), "template and attribute marks have no effect here"),
    (re.compile(r"-{1,2}8<-{1,2}.*"), "files can't be included"),
    (re.compile(r"^#{1,6} .*", re.M), "headings have no effect here: the page makes its own"),
    (re.compile(r"^(?:```|~~~).*", re.M), "code has no effect here"),
    (
        re.compile(r"\[@[^\]]*\]|\[\[[^\]]*\]\]?"),
        "is no citation: write [@key], [@key; @other] or [[id]], in small letters",
    ),
)
_SPELLINGS: Final = {
    "Kiev": "Kyiv", "Odessa": "Odesa", "Kharkov": "Kharkiv", "Lvov": "Lviv", "Dnepr": "Dnipro", "Nikolaev": "Mykolaiv",
    "Chernigov": "Chernihiv", "Zaporozhye": "Zaporizhzhia", "Zaporizhia": "Zaporizhzhia", "Severodonetsk": "Sievierodonetsk",
    "Chernobyl": "Chornobyl", "Dnieper": "Dnipro", "Zelenskyy": "Zelensky", "Zelenskiy": "Zelensky", "Zelenskyi": "Zelensky",
    "Turkey": "Türkiye", "Byelorussia": "Belarus", "Czech Republic": "Czechia",
}  # fmt: skip
_SPELLING = re.compile(r"\b(" + "|".join(map(re.escape, _SPELLINGS)) + r")\b")
_LOADED: Final = (
    (
        re.compile(r"\bspecial (?:military )?operation\b", re.I),
        "is Russia's term: write war or invasion, or put it in quotation marks and say whose it is",
    ),
    (
        re.compile(r"\b(?:Kiev|Kyiv|Putin|Zelensky|Moscow)(?:'s|’s)? regime\b|\bregime in (?:Kyiv|Moscow)\b", re.I),
        "takes a side: write government, or attribute the word",
    ),
    (re.compile(r"\bso-called\b", re.I), "judges: write self-declared, or put the name in quotation marks"),
    (re.compile(r"\bliberat(?:ed|ion|es|ing)\b", re.I), "takes a side: write retook or took, or attribute the word"),
    (
        re.compile(r"\b(?:puppet|quisling|orcs?|ruscist|rashist|ukronazi|banderite)s?\b", re.I),
        "is abuse: describe, or attribute the word",
    ),
    (
        re.compile(r"\bterrorists?\b", re.I),
        "takes a side unless somebody is named who uses it: attribute it, in quotation marks",
    ),
    (
        re.compile(
            r"\b(?:shockingly|brutal(?:ly)?|heroic(?:ally)?|barbaric|shameless(?:ly)?|cynical(?:ly)?|of course|obviously|clearly)\b",
            re.I,
        ),
        "is a judgement: leave it out, or say whose it is",
    ),
)
_SCRIPTS = {
    "LATIN": "Latin", "CYRILLIC": "Cyrillic", "GREEK": "Greek", "ARMENIAN": "Armenian", "CHEROKEE": "Cherokee", "COPTIC": "Coptic",
    "FULLWIDTH": "full-width", "MATHEMATICAL": "mathematical",
}  # fmt: skip


def _prose(records: Records) -> Iterator[tuple[str, Entry[Any], tuple[str | int, ...], str]]:
    for kind, entry in records.all():
        for leaf in leaves(entry.record):
            if isinstance(leaf.mark, IsProse):
                yield kind, entry, leaf.location, leaf.value


def _finding(entry: Entry[Any], code: str, message: str, *location: str | int, needle: str = "") -> Finding:
    """An error in a record that was read, a warning in one that was imported."""
    is_imported = getattr(entry.record, "review", "read") == "imported"
    return (entry.warning if is_imported else entry.error)(code, message, *location, needle=needle)


@rule(
    "W701",
    "uncited",
    severity="error, or warning while imported",
    wants="Every statement of fact is cited: each paragraph ends with a citation, and no more than two sentences in a row go without.",
    bad="summary: The delegations met for five hours. Nothing was signed.",
    good="summary: The delegations met for five hours. Nothing was signed [@reuters].",
)
def uncited(records: Records) -> Iterator[Finding]:
    for kind, entry, location, text in _prose(records):
        if not _wants_citation(kind, location):
            continue
        for paragraph in prose.paragraphs(text):
            without = 0
            for sentence in prose.sentences(paragraph):
                without = 0 if prose.is_cited(sentence) else without + 1
                if without == 3:
                    break
            if without:
                first = " ".join(paragraph.split()[:4])
                what = "goes three sentences without a citation" if without == 3 else "ends without a citation"
                yield _finding(
                    entry, "W701", f"the paragraph '{first} …' {what}: say where it comes from, as [@key]", *location
                )


def _wants_citation(kind: str, location: tuple[str | int, ...]) -> bool:
    name = location[0]
    if kind == "events":
        return name in ("summary", "outcome")
    if kind == "phases":
        return name in ("summary", "status") or (name == "sections" and location[-1] == "body")
    return (kind, name) in (("documents", "summary"), ("battlefield", "summary"), ("questions", "known"))


@rule(
    "W702",
    "long-quotation",
    severity="error, or warning while imported",
    wants=f"Own words: a quoted phrase has at most {MAX_QUOTED_WORDS} words and names its speaker.",
    bad="summary: Medinsky said “the talks were constructive and we will report to the president” [@tass].",
    good="summary: Medinsky called the talks “constructive” and said he would report to the president [@tass].",
)
def long_quotation(records: Records) -> Iterator[Finding]:
    for _, entry, location, text in _prose(records):
        for match in _QUOTE.finditer(text):
            quoted = next(group for group in match.groups() if group)
            if len(quoted.split()) > MAX_QUOTED_WORDS:
                yield _finding(
                    entry,
                    "W702",
                    f"a quotation of {len(quoted.split())} words: say it in own words, or quote at most {MAX_QUOTED_WORDS}",
                    *location,
                    needle=quoted.split("\n")[0][:20],
                )


@rule(
    "W703",
    "spelling-of-names",
    severity="error, or warning while imported",
    wants="Names as their bearers and the United Nations write them in English: Kyiv, Kharkiv, Odesa, Lviv, Zelensky, Türkiye. Other spellings are aliases.",
    bad="summary: Talks went on in Kiev [@bbc].",
    good="summary: Talks went on in Kyiv [@bbc].",
)
def spelling_of_names(records: Records) -> Iterator[Finding]:
    for _, entry, location, text in _own_words(records):
        for match in _SPELLING.finditer(text):
            yield _finding(
                entry, "W703", f"'{match[1]}': this record writes {_SPELLINGS[match[1]]}", *location, needle=match[1]
            )


def _own_words(records: Records) -> Iterator[tuple[str, Entry[Any], tuple[str | int, ...], str]]:
    """Prose, titles and labels: what the record itself says."""
    yield from _prose(records)
    for kind, entry in records.all():
        for name in ("title", "label", "name", "short"):
            is_own = kind not in ("sources", "publishers") and (kind, name) != ("documents", "title")
            if is_own and (text := getattr(entry.record, name, "")):
                yield kind, entry, (name,), text


@rule(
    "W704",
    "loaded-word",
    severity="warning",
    wants="Neutral words; a side's own term stands in quotation marks with its speaker.",
    bad="summary: The special military operation began [@tass].",
    good="summary: Putin announced what he called a “special military operation” [@tass].",
)
def loaded_word(records: Records) -> Iterator[Finding]:
    for _, entry, location, text in _own_words(records):
        plain = _QUOTE.sub(lambda match: " " * len(match[0]), text)
        for pattern, advice in _LOADED:
            if match := pattern.search(plain):
                yield entry.warning("W704", f"'{match[0]}' {advice}", *location, needle=match[0])


@rule(
    "W705",
    "no-label",
    wants="Landmark and major events have a label, the short name the chart shows.",
    bad="importance: landmark  # and no label",
    good="importance: landmark\nlabel: Istanbul talks",
)
def no_label(records: Records) -> Iterator[Finding]:
    from ..models import MAX_LABEL

    for entry in records.of("events").values():
        event = entry.record
        if event.is_prominent and not event.label:
            yield entry.error(
                "W705", f"a {event.importance} event needs a label of at most {MAX_LABEL} characters", "importance"
            )
        elif len(event.label) > MAX_LABEL:
            yield entry.error("W705", f"the label has {len(event.label)} characters: at most {MAX_LABEL}", "label")


@rule(
    "W706",
    "summary-length",
    severity="warning",
    wants="A summary has two to five sentences; a landmark's may have eight.",
    bad="summary: They met [@bbc].",
    good="summary: They met for five hours near the border. Nothing was signed [@bbc].",
)
def summary_length(records: Records) -> Iterator[Finding]:
    for entry in records.of("events").values():
        count = sum(len(prose.sentences(paragraph)) for paragraph in prose.paragraphs(entry.record.summary))
        most = 8 if entry.record.importance == "landmark" else 5
        if entry.record.review == "read" and not 2 <= count <= most:
            yield entry.warning(
                "W706",
                f"the summary has {count} sentence{'s' * (count != 1)}: two to {'eight' if most == 8 else 'five'} are wanted",
                "summary",
            )


@rule(
    "W707",
    "markup",
    wants="Texts are paragraphs, lists, *emphasis*, **strong**, [@key] and [[id]]; nothing else has an effect.",
    bad="summary: See <a href=…>the page</a>.",
    good="summary: The page says so [@un-news].",
)
def markup(records: Records) -> Iterator[Finding]:
    for _, entry, location, text in _prose(records):
        rest = prose.blank_marks(text)
        for pattern, message in _MARKUP:
            if match := pattern.search(rest):
                shown = match[0].split("\n")[0][:40]
                yield entry.error("W707", f"'{shown}': {message}", *location, needle=shown)
                break


@rule(
    "W708",
    "mixed-scripts",
    wants="A word is written in one script: a Cyrillic а in a Latin word looks right and is found by nobody.",
    bad="name: V\u043elodymyr Zelensky  # the first o is Cyrillic",
    good="name: Volodymyr Zelensky",
)
def mixed_scripts(records: Records) -> Iterator[Finding]:
    for _, entry in records.all():
        if entry.document.text.isascii():
            continue
        for location, text in _all_texts(entry.document.data, entry.base):
            if text.isascii():
                continue
            for word in re.findall(r"[^\W\d_]+", text):
                scripts = {script for letter in word if (script := _script(letter))}
                if len(scripts) > 1:
                    names = " and ".join(sorted(scripts))
                    yield entry.document.finding(
                        "error", "W708", f"'{word}' mixes {names} letters: type it again in one script", location, word
                    )
                    break


@rule(
    "W709",
    "frame-left",
    severity="warning",
    wants="The words that `timeline new` puts in are replaced by yours.",
    bad="says: Write here what this page supports.",
    good="says: Who met where, and for how long.",
)
def frame_left(records: Records) -> Iterator[Finding]:
    for entry in records.of("events").values():
        if "Write here " not in entry.document.text:
            continue
        for location, text in _all_texts(entry.document.data, entry.base):
            if text.startswith("Write here "):
                message = "these are still the words of the frame: put your own there"
                yield entry.document.finding("warning", "W709", message, location)


def _all_texts(data: Any, base: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every text of one record, below ``base`` in its file."""
    for step in base:
        data = data[step]
    stack: list[tuple[tuple[str | int, ...], Any]] = [(base, data)]
    while stack:
        location, value = stack.pop()
        if isinstance(value, str):
            yield location, value
        else:
            items = value.items() if isinstance(value, dict) else enumerate(value)
            stack += [((*location, key), item) for key, item in items]


@cache
def _script(letter: str) -> str:
    return (
        ""
        if letter.isascii() and not letter.isalpha()
        else _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0], "")
    )
