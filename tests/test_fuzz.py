"""Whatever is written: reading and checking end with findings, never with a traceback, and what passes makes inert pages and exports.

The small record is broken at random: a text replaced by a hostile one, a part deleted, doubled or of another
type. The examples are the same every time, so that a failure can be had again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from functools import cache, reduce
from operator import getitem
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_timeline import address, checks, cldr, edtf, fix, from_issue, load, prose, read, tree
from mkdocs_timeline.dataset import build
from mkdocs_timeline.emit import emit
from mkdocs_timeline.finding import Finding, report
from mkdocs_timeline.load import KINDS, Kind
from mkdocs_timeline.pages.context import Context, Writer
from mkdocs_timeline.site import Site

from .conftest import BASE
from .hostile import inert, record
from .hostile.record import Text

Factory = pytest.TempPathFactory

SITE = Site("The small record", address="https://example.org/", repository="https://github.com/example/record/")
FILES = {path.relative_to(BASE).as_posix(): path.read_bytes() for path in sorted(BASE.rglob("*.yml"))}
DATA = {path: read.parse(raw.decode())[0] for path, raw in FILES.items()}

steady = settings(deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
few, some, many = (settings(steady, max_examples=examples) for examples in (40, 120, 400))

markup = st.lists(
    st.sampled_from(
        ["<script>", "</script>", "<!--", "-->", "<p onclick=x>", "]]>", "javascript:", "{{", "}}", "{%", "&lt;", "&#60;", "[@babel]", "[[ukraine]]", "[[", "|",
         "]]", "**", "*", "_", "\n\n", "\n- ", "\n1. ", "--8<--", "=1+1", "{:", "\r", "\x00", "\u202e", "а", "http://x.example", "<iframe src=//x>", " ", "x"]
    ),
    max_size=8,
).map("".join)  # fmt: skip
hostile = st.one_of(
    st.sampled_from([text.line for text in record.texts()]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.text(st.sampled_from("<>&\"'`[](){}|*_-+=@#:;,.!?%$~^/\\ \n\t0a"), max_size=60),
    markup,
)
words = hostile.map(lambda text: " ".join(read.HIDDEN.sub("", text).split())).filter(bool)
values = st.recursive(
    hostile,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(hostile, inner, max_size=3),
    max_leaves=5,
)


@st.composite
def changed_records(draw: st.DrawFn) -> dict[str, Any]:
    """The small record with one to four things in it changed."""
    files = deepcopy(DATA)
    for _ in range(draw(st.integers(1, 4))):
        holder = draw(st.sampled_from(list(containers(files[draw(st.sampled_from(sorted(files)))]))))
        if not holder:
            continue
        key = draw(st.sampled_from(list(holder) if isinstance(holder, dict) else range(len(holder))))
        change = draw(st.sampled_from(["replace", "append", "append", "delete", "double", "retype", "rename"]))
        if change == "delete":
            del holder[key]
        elif change == "retype":
            holder[key] = draw(values)
        elif change == "double" and isinstance(holder, list):
            holder.append(deepcopy(holder[key]))
        elif change == "rename" and isinstance(holder, dict):
            holder[draw(hostile)] = holder.pop(key)
        elif isinstance(holder[key], str):
            holder[key] = draw(hostile) if change == "replace" else f"{holder[key]} {draw(hostile)}"
    return files


def containers(data: Any) -> Iterator[Any]:
    """Every list and every mapping of ``data``, itself among them."""
    if not isinstance(data, str):
        yield data
        for inner in data.values() if isinstance(data, dict) else data:
            yield from containers(inner)


@st.composite
def broken_files(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the small record with pieces of it cut out, doubled, or replaced by others."""
    path = draw(st.sampled_from(sorted(FILES)))
    raw = FILES[path]
    for _ in range(draw(st.integers(1, 3))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(raw))] * 2)))
        own = raw[start:end]
        piece = draw(st.binary(max_size=8) | hostile.map(str.encode) | st.sampled_from([own, own * 2, b""]))
        raw = raw[:start] + piece + raw[end:]
    return path, raw


any_files = st.tuples(st.sampled_from(sorted(FILES)), st.binary(max_size=300) | st.text(max_size=99).map(str.encode))

issues = st.fixed_dictionaries(
    {
        "What happened": hostile,
        "When": st.sampled_from(["2022-03-29", "29.03.2022", "2022", "2022-03/2022-04"]) | hostile,
        "What sort of event": st.sampled_from(["talks", "x"]),
        "Who took part": st.just("Ukraine, Türkiye, somebody") | hostile,
        "Tell it": hostile,
        "First source": hostile.map("https://babel.ua/x ".__add__) | hostile,
        "Second source": hostile.map("(uk) https://www.a.example/x".__add__) | hostile,
        "What the sources say": hostile,
    }
).map(lambda given: "".join(f"### {name}\n\n{text}\n\n" for name, text in given.items()))


def laid(folder: Path, files: dict[str, bytes]) -> Path:
    """A new data folder of these files."""
    for path, raw in files.items():
        target = folder / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(raw)
    return folder / "data"


def checked(folder: Path) -> list[Finding]:
    """The findings about a folder, each in the shape that outside tools read and inside its file."""
    found = checks.check(load.load(folder, "data"))
    lines = report(found).split("\n")[:-1]
    assert len(lines) == len(found)
    for line, finding in zip(lines, sorted(found), strict=True):
        assert re.fullmatch(r"data/[^:]+:[1-9]\d*:[1-9]\d*: (?:error|warning) [A-Z]\d{3} .+", line)
        assert not any(unicodedata.category(letter) == "Cc" for letter in line)
        text = (folder.parent / finding.path).read_bytes().decode("utf-8", "replace").splitlines()
        assert finding.line <= max(len(text), 1) + 1
    return found


def made(folder: Path) -> None:
    """Builds all pages and exports of a folder that passed, and holds that they are inert."""
    context = Context(build(load.load(folder, "data")), SITE)
    for path, content in tree.files(context):
        if path.startswith("assets/"):
            break
        look(path, content)


def look(path: str, content: str | bytes) -> None:
    if not path.endswith((".md", ".html")):
        inert.shape(path, content)
        return
    text = content if isinstance(content, str) else content.decode()
    front, body = re.fullmatch(r"(---\n.*?\n---\n)?(.*)", text, re.DOTALL).groups("")  # type: ignore[union-attr]
    assert "<" not in front
    assert "{{" not in text
    assert "{%" not in text
    assert not front or "\n\n" not in body.strip(), "a blank line ends the block of HTML"
    assert set(inert.read(body).elements) <= vocabulary()


@cache
def vocabulary() -> frozenset[str]:
    """Every element with its attributes that the templates make, seen in a record that has every field."""
    with TemporaryDirectory() as folder:
        record.write(Path(folder) / "data", [Text("case", "Words", "Words")])
        context = Context(build(load.load(Path(folder) / "data", "data")), SITE)
        pages = [str(content) for path, content in tree.files(context) if path.endswith((".md", ".html"))]
    return frozenset(element for page in pages for element in inert.read(page).elements)


@cache
def small_record() -> load.Records:
    return load.load(BASE, "data")


@cache
def small_context() -> Context:
    return Context(build(small_record()), SITE)


def kind_of(path: str) -> Kind[Any]:
    return next(kind for kind in KINDS.values() if kind.matches(path))


def flat(data: Any) -> Any:
    """``data`` with all white space alike and without the parameters that `check --fix` takes out of addresses."""
    return record.mapped(
        data,
        lambda leaf: re.sub(r"https?://\S+", lambda match: address.without_tracking(match[0]), " ".join(leaf.split())),
    )


@given(changed_records())
@some
def test_a_record_changed_at_random_gives_findings_or_inert_pages(
    tmp_path_factory: Factory, files: dict[str, Any]
) -> None:
    folder = laid(tmp_path_factory.mktemp("fuzz"), {path: record.dump(data).encode() for path, data in files.items()})
    if not any(finding.is_error for finding in checked(folder)):
        made(folder)


@given(hostile, hostile)
@few
def test_any_text_in_every_field_gives_findings_or_inert_pages(tmp_path_factory: Factory, line: str, text: str) -> None:
    for case in (Text("case", line, text), Text("case", line, "Words")):
        folder = tmp_path_factory.mktemp("fuzz") / "data"
        record.write(folder, [case])
        if not any(finding.is_error for finding in checked(folder)):
            made(folder)
            break


@given(broken_files() | any_files)
@many
def test_any_bytes_in_a_file_give_findings(tmp_path_factory: Factory, file: tuple[str, bytes]) -> None:
    checked(laid(tmp_path_factory.mktemp("fuzz"), FILES | dict([file])))


@given(hostile)
@many
def test_prose_becomes_balanced_elements_and_links_inside_the_site(text: str) -> None:
    page = Writer(small_context(), "about/")
    for html in (page.prose(text), page.line(text)):
        assert "{" not in html
        for element in ElementTree.fromstring(f"<p>{read.HIDDEN.sub('', html)}</p>").iter():
            assert element.tag in inert.PROSE_TAGS | {"a"}
            assert all(value.startswith("../") for value in element.attrib.values())


@given(hostile | hostile.map("https://".__add__) | hostile.map("https://a.example/?".__add__))
@many
def test_an_address_is_judged_and_a_fine_one_is_safe_in_an_attribute(url: str) -> None:
    clean = address.without_tracking(url)
    assert address.without_tracking(clean) == clean
    assert address.same(url) == address.same(clean)
    if address.problem(url) is None:
        assert re.match(r"https?://[a-z0-9]", url, re.IGNORECASE)
        assert not set(url) & set("<>\"'`{}|\\^ \n\t")
        assert address.owner(address.host(url), {address.host(url): "own"}) == "own"


@given(hostile)
@many
def test_small_readers_take_any_text(text: str) -> None:
    with suppress(edtf.EdtfError):
        assert edtf.parse(text).start <= edtf.parse(text).stop
    assert cldr.is_language(text) <= (cldr.language(text) != text)
    assert cldr.is_country(text) <= (cldr.country(text) != text)
    assert "".join("".join(prose.sentences(text)).split()) == "".join(text.split())


@given(issues | st.text(max_size=200))
@some
def test_any_issue_becomes_a_record_that_the_checks_can_read_or_one_line_of_why(
    tmp_path_factory: Factory, body: str
) -> None:
    try:
        result = from_issue.record(body, small_record())
    except from_issue.IssueError as error:
        assert len(str(error).splitlines()) == 1
        return
    found = checked(laid(tmp_path_factory.mktemp("fuzz"), {**FILES, result.path: result.text.encode()}))
    errors = [
        finding
        for finding in found
        if finding.is_error and (finding.code[0] in "YNFD" or finding.code in ("W707", "S604"))
    ]
    assert [finding for finding in errors if "'actors' is missing" not in finding.message] == []
    given = from_issue.answers(body)
    assert flat(read.parse(result.text)[0]["title"]) in flat(re.sub(r"[<>\[\]{}`|\\]", " ", given["title"]))


@given(broken_files(), st.lists(words, max_size=3))
@some
def test_mending_twice_is_mending_once_and_keeps_data_and_comments(
    file: tuple[str, bytes], comments: list[str]
) -> None:
    path, raw = file
    raw += "".join(f"\n# {comment}" for comment in comments).encode()
    mended = fix.mend(raw, kind_of(path))
    assert fix.mend(mended, kind_of(path)) == mended
    before, after = read.read(path, raw), read.read(path, mended)
    if isinstance(before, read.Document):
        assert isinstance(after, read.Document)
        assert flat(after.data) == flat(before.data)
        assert all(f"# {flat(comment)}" in mended.decode() for comment in comments)


@given(st.sampled_from([path for path in FILES if "/" in path]), st.lists(words, min_size=1, max_size=5))
@some
def test_what_is_emitted_reads_back(path: str, texts: list[str]) -> None:
    data = deepcopy(DATA[path])
    for number, (location, _) in enumerate(list(record.leaves(data))):
        reduce(getitem, location[:-1], data)[location[-1]] = texts[number % len(texts)]
    assert flat(read.parse(emit(data, kind_of(path).model))[0]) == flat(data)
