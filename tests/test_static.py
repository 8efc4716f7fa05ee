"""What is published of the package's scripts and styles."""

from __future__ import annotations

import gzip
import re

import pytest

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
    published = "".join(content.decode() for path, content in static.assets().items() if path.endswith(".js"))
    for path in SOURCES:
        kept = published.replace(" ", "")
        for literal in _template_literals(path.read_text("utf-8")):
            text = [part for part in re.split(r"\$\{[^}]*\}", literal) if part.strip()]
            assert all(part in published for part in text), (path.name, literal)
            assert literal.replace(" ", "") in kept, (path.name, literal)


def test_the_timeline_stays_within_its_weight() -> None:
    assert len(gzip.compress(static.assets()[static.CHART], 9)) <= 25 * 1024


def test_browser_code_has_no_dependency_and_no_address() -> None:
    for path in SOURCES:
        text = path.read_text("utf-8")
        assert not re.search(r"from \"(?!\./)", text), path.name
        assert not re.search(r"https?://(?!www\.w3\.org)", text.replace("https?:", "")), path.name


def test_a_script_is_published_in_one_file_with_what_it_imports() -> None:
    scripts = {path: content.decode() for path, content in static.assets().items() if path.endswith(".js")}
    assert set(scripts) == {
        "assets/timeline/chart/event-timeline.js",
        "assets/timeline/editor/event-editor.js",
        "assets/timeline/positions-matrix.js",
    }
    assert not any(re.search(r"^(import|export)\b", script, re.M) for script in scripts.values())


def test_modules_are_joined_in_the_order_of_their_imports_each_once() -> None:
    modules = {
        "entry.js": 'import { two } from "./two.js";\nimport { one } from "./one.js";\ntwo(one);\n',
        "one.js": "export const one = 1;\n",
        "two.js": 'import { one } from "./one.js";\nexport function two() {}\n',
        "other.js": "export const other = 3;\n",
    }
    assert static.joined("entry.js", modules) == "const one = 1;\nfunction two() {}\ntwo(one);\n"


@pytest.mark.parametrize(
    ("modules", "said"),
    [
        (
            {"entry.js": 'import { a } from "./a.js";\nconst b = 1;\n', "a.js": "export const a = 1;\nlet b;\n"},
            "entry.js and a.js both declare b: give one another name",
        ),
        (
            {"entry.js": 'import * as a from "./a.js";\n', "a.js": ""},
            'entry.js: this form can\'t be joined: import * as a from "./a.js";',
        ),
        (
            {"entry.js": 'import { a } from "./a.js";\n', "a.js": 'import { b } from "./entry.js";\n'},
            "entry.js imports itself: entry.js → a.js → entry.js",
        ),
    ],
)
def test_modules_that_cannot_share_a_scope_are_refused(modules: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        static.joined("entry.js", modules)
