"""What is published of the package's scripts and styles."""

from __future__ import annotations

import gzip
import re

from mkdocs_timeline import static

from .conftest import ROOT

SOURCES = sorted((ROOT / "scripts/mkdocs_timeline/assets").rglob("*.js"))


def test_no_template_literal_is_inside_another() -> None:
    """The minifier (rjsmin) does not know them and would take spaces out of the inner text."""
    nested = [
        f"{path.name}:{number}"
        for path in SOURCES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if re.search(r"\$\{[^}]*`", line)
    ]
    assert nested == []


def _template_literals(script: str) -> list[str]:
    """The texts between backticks; backticks in comments, quotes and classes of a regular expression do not count."""
    plain = re.sub(r"/\*\*?.*?\*/|^\s*//.*$|\"`\"|\[[^\]\n`]*`\]", "", script, flags=re.M | re.S)
    return plain.split("`")[1::2]


def test_minifying_leaves_the_text_of_template_literals_alone() -> None:
    for path in SOURCES:
        published = static.assets()[
            "assets/timeline/" + path.relative_to(ROOT / "scripts/mkdocs_timeline/assets").as_posix()
        ].decode()
        kept = published.replace(" ", "")
        for literal in _template_literals(path.read_text("utf-8")):
            text = [part for part in re.split(r"\$\{[^}]*\}", literal) if part.strip()]
            assert all(part in published for part in text), (path.name, literal)
            assert literal.replace(" ", "") in kept, (path.name, literal)


def test_the_timeline_stays_within_its_weight() -> None:
    scripts = [content for path, content in static.assets().items() if path.startswith(static.CHART)]
    assert len(gzip.compress(b"".join(scripts), 9)) <= 25 * 1024


def test_browser_code_has_no_dependency_and_no_address() -> None:
    for path in SOURCES:
        text = path.read_text("utf-8")
        assert not re.search(r"from \"(?!\./)", text), path.name
        assert not re.search(r"https?://(?!www\.w3\.org)", text.replace("https?:", "")), path.name
