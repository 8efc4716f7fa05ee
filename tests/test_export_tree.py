"""``timeline docs``: a tree that any engine builds, written whole or not at all."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from .conftest import ROOT, SMALL, Edit, Timeline

WITHOUT_US = """
import sys
sys.modules["mkdocs_timeline"] = None  # whoever imports it now gets an ImportError
from mkdocs.__main__ import cli
cli()
"""


class Loader(yaml.SafeLoader):
    """Reads the engine's own tags as plain lists."""


Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node))


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def searched(site: Path) -> dict[str, str]:
    """What the search finds, by its address."""
    entries = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    return {entry["location"]: entry["text"] for entry in entries}


@pytest.fixture
def small_config(tmp_path: Path) -> Path:
    """A site beside the record: a page with a block, and a theme's folder outside the pages."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/about.md").write_text("# About\n\n<!-- timeline: numbers -->\n", "utf-8")
    path = tmp_path / "mkdocs.yml"
    path.write_text(
        "site_name: The record # its name\nsite_url: !ENV [SITE_URL, '']\ntheme: {name: mkdocs, custom_dir: overrides}\n"
        "extra: {mine: true}\nplugins:\n  - search\n  - timeline: {data: data, branch: trunk}\n",
        "utf-8",
    )
    return path


def test_plain_mkdocs_builds_from_it_the_very_same_site(
    timeline: Timeline, small_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in SMALL.items():
        monkeypatch.setenv(name, value)
    assert timeline("docs", "out", "--config", ROOT / "mkdocs.yml", "--data", SMALL["TIMELINE_DATA"]) == (0, "", "")
    command = [sys.executable, "-c", WITHOUT_US, "build", "--quiet", "--site-dir", str(tmp_path / "site")]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=tmp_path / "out", env=environment, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    assert names(tmp_path / "site") == names(small_site)
    in_another_order = {"search/search_index.json", "sitemap.xml", "sitemap.xml.gz"}
    different = {
        name
        for name in names(small_site)
        if (tmp_path / "site" / name).read_bytes() != (small_site / name).read_bytes()
    }
    assert different <= in_another_order
    assert searched(tmp_path / "site") == searched(small_site)


@pytest.mark.usefixtures("small_config")
def test_the_configuration_keeps_what_is_not_ours(
    timeline: Timeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", SMALL["SOURCE_DATE_EPOCH"])
    timeline("docs", "out")
    text = (tmp_path / "out/mkdocs.yml").read_text("utf-8")
    found = yaml.load(text, Loader)
    assert found["plugins"] == ["search"]
    assert found["site_url"] == ["SITE_URL", ""]
    assert found["theme"] == {"name": "mkdocs", "custom_dir": str(tmp_path / "overrides")}
    assert {key: str(value) for key, value in found["extra"].items()} == {"mine": "True", "built": "2023-03-30"}
    assert text.startswith("# Written by `timeline docs`, which replaces this folder")


@pytest.mark.usefixtures("small_config")
def test_options_of_the_plugin_and_blocks_of_pages_are_carried_out(
    timeline: Timeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPO_URL", "https://github.com/example/record")
    timeline("docs", "out")
    assert "The record holds 4 events" in (tmp_path / "out/docs/about.md").read_text("utf-8")
    page = (tmp_path / "out/docs/events/2022-03-29-istanbul-talks.md").read_text("utf-8")
    assert "/edit/trunk/data/events/2022/2022-03-29-istanbul-talks.yml" in page


@pytest.mark.usefixtures("small_config")
def test_writing_again_leaves_nothing_of_the_last_time(timeline: Timeline, tmp_path: Path, data: Path) -> None:
    timeline("docs", "out")
    (tmp_path / "out/site").mkdir()
    before = names(tmp_path / "out")
    (data / "stories/the-talks.yml").unlink()
    (data / "questions.yml").unlink()
    assert timeline("docs", "out") == (0, "", "")
    assert names(tmp_path / "out") == before
    assert "anything-initialled" not in (tmp_path / "out/docs/questions/index.md").read_text("utf-8")
    assert not (tmp_path / "out/site").exists()


@pytest.mark.usefixtures("small_config")
@pytest.mark.parametrize(
    ("standing", "said"),
    [
        ({"out/notes.txt": "mine"}, "out holds something else: name a new or empty folder"),
        ({"out/mkdocs.yml": "site_name: Mine\n", "out/docs/index.md": "# Mine\n"}, "out holds something else"),
        ({"out/docs/index.md": "# Mine\n"}, "out holds something else"),
        ({"out": "a file"}, "out holds something else"),
    ],
    ids=["another file", "a site of somebody's own", "pages of somebody's own", "a file"],
)
def test_nothing_that_it_did_not_write_is_replaced(
    timeline: Timeline, tmp_path: Path, standing: dict[str, str], said: str
) -> None:
    for name, text in standing.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    code, _, errors = timeline("docs", "out")
    assert (code, errors.partition(said)[0]) == (2, "timeline: ")
    assert {name: (tmp_path / name).read_text("utf-8") for name in standing} == standing


@pytest.mark.usefixtures("small_config")
@pytest.mark.parametrize("inside", ["docs/out", "docs/a/b"])
def test_it_is_not_written_among_the_pages_it_is_made_of(timeline: Timeline, tmp_path: Path, inside: str) -> None:
    code, _, errors = timeline("docs", inside)
    assert (code, errors) == (2, f"timeline: {inside} is inside the hand-written pages: name a folder elsewhere\n")
    assert names(tmp_path / "docs") == {"about.md"}


@pytest.mark.usefixtures("small_config")
@pytest.mark.parametrize("fails", ["a page", "the data", "the configuration"])
def test_the_old_tree_stays_when_writing_fails(timeline: Timeline, tmp_path: Path, edit: Edit, fails: str) -> None:
    timeline("docs", "out")
    before = {name: (tmp_path / "out" / name).read_bytes() for name in names(tmp_path / "out")}
    if fails == "a page":
        (tmp_path / "docs/zebra.md").write_text("# Z\n\n<!-- timeline: nombers -->\n", "utf-8")
    elif fails == "the data":
        edit("actors/turkiye.yml", "kind: state", "kind: sate")
    else:
        (tmp_path / "mkdocs.yml").write_text("plugins: [", "utf-8")
    code, _, errors = timeline("docs", "out")
    assert code in (1, 2)
    assert re.match(r"timeline: (zebra/: there is no block|1 error in the data|mkdocs.yml is not YAML)", errors)
    assert {name: (tmp_path / "out" / name).read_bytes() for name in names(tmp_path / "out")} == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".timeline-")] == []
