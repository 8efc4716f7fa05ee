"""The site as MkDocs builds it: from the environment it is given, the same each time, and never half."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mkdocs_timeline import edtf
from mkdocs_timeline.site import Site, build_date, from_options

from . import site
from .conftest import BASE, ROOT, SMALL, Edit


def hashes(folder: Path) -> dict[str, str]:
    """Every file of a folder by its path, with the hash of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def checkout(folder: Path) -> Path:
    """The project without its data at another place, all files of another day."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "docs", folder / "docs", copy_function=shutil.copyfile)
    shutil.copyfile(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    # Hand-written pages link to records that the small one lacks: not strict.
    make = (ROOT / "Makefile").read_text("utf-8")
    assert " --strict " in make
    (folder / "Makefile").write_text(make.replace(" --strict ", " --quiet "), "utf-8")
    for path in folder.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    return folder


def make_site(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """``make site`` with the tools that run the tests."""
    command = ["make", f"--old-file={sys.prefix}/.site", f"VENV={sys.prefix}", "site"]
    return subprocess.run(
        command, cwd=folder, env=os.environ | SMALL | environment, capture_output=True, text=True, timeout=120
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout elsewhere with the site that ``make site`` built there, on a machine with other habits."""
    folder = checkout(tmp_path_factory.mktemp("elsewhere") / "another name")
    data = shutil.copytree(BASE, folder / "data", copy_function=shutil.copyfile)
    habits = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}
    done = make_site(folder, TIMELINE_DATA=str(data), **habits)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_two_builds_of_one_commit_are_the_same_to_the_byte(small_site: Path, made: Path) -> None:
    one, other = hashes(small_site), hashes(made / "site")
    assert {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)} == set()
    assert len(one) > 100


def test_the_day_of_the_build_stands_nowhere_in_it(small_site: Path) -> None:
    today = date.today()
    texts = [
        path for path in small_site.rglob("*") if path.suffix in (".html", ".xml", ".json", ".ics", ".bib", ".csv")
    ]
    found = [
        path
        for path in texts
        if today.isoformat() in path.read_text("utf-8") or f"{today:%Y%m%d}" in path.read_text("utf-8")
    ]
    assert found == []
    assert "2023-03-30" in (small_site / "data/feed.xml").read_text("utf-8")


@pytest.fixture
def broken(data: Path, edit: Edit) -> str:
    """A data folder with two errors in two files."""
    edit("actors/turkiye.yml", "kind: state", "kind: sate")
    edit("events/2022/2022-05-17-talks-suspended.yml", "kind: statement", "kind: statemant")
    return str(data)


def test_errors_in_the_data_leave_the_last_good_site(made: Path, broken: str) -> None:
    before = hashes(made / "site")
    done = make_site(made, TIMELINE_DATA=broken)
    assert (done.returncode != 0, hashes(made / "site") == before) == (True, True)


def test_a_page_that_can_not_be_built_leaves_the_last_good_site(made: Path) -> None:
    """The engine notices it late, when it has emptied the folder that it writes to."""
    before = hashes(made / "site")
    page = made / "docs/late.md"
    page.write_text("# Late\n\n<!-- timeline: nombers -->\n", "utf-8")
    done = make_site(made)
    page.unlink()
    assert (done.returncode != 0, hashes(made / "site") == before) == (True, True)


def test_errors_in_the_data_stop_the_engine_before_it_touches_anything(tmp_path: Path, broken: str) -> None:
    target = tmp_path / "site"
    target.mkdir()
    (target / "index.html").write_text("the last good site", "utf-8")
    done = site.build(target, SMALL | {"TIMELINE_DATA": broken})
    assert done.returncode == 1
    assert [line.split(" ")[1:3] for line in done.stderr.splitlines() if ".yml:" in line] == [["error", "F303"]] * 2
    assert "2 errors in the data: nothing was built" in done.stderr
    assert "Traceback" not in done.stderr
    assert hashes(target) == {"index.html": hashlib.sha256(b"the last good site").hexdigest()}


def test_a_data_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = site.build(tmp_path / "site", SMALL | {"TIMELINE_DATA": "nowhere"})
    assert done.returncode == 1
    assert "there is no data folder nowhere: set the plugin's option 'data' or TIMELINE_DATA" in done.stderr


def test_a_hand_written_page_that_asks_for_an_unknown_block_is_named(tmp_path: Path) -> None:
    folder = checkout(tmp_path / "project")
    (folder / "docs/about.md").write_text("# About\n\n<!-- timeline: nombers -->\n", "utf-8")
    done = site.build(tmp_path / "site", SMALL, folder / "mkdocs.yml")
    assert done.returncode == 1
    assert "about/: there is no block 'timeline: nombers'" in done.stderr


def test_a_broken_link_fails_the_build_of_the_projects_own_record(tmp_path: Path) -> None:
    folder = checkout(tmp_path / "project")
    shutil.copytree(BASE, folder / "data")
    (folder / "docs/glossary.md").write_text("# Glossary\n\n[Nowhere](nowhere.md)\n", "utf-8")
    done = site.build(tmp_path / "site", config=folder / "mkdocs.yml")
    assert done.returncode == 1
    assert "'glossary.md' contains a link 'nowhere.md', but the target is not found" in done.stderr


# What the environment says


def test_the_sites_address_is_on_every_page_of_a_site_under_a_sub_path(small_site: Path) -> None:
    page = (small_site / "events/2022-03-29-istanbul-talks/index.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/record/events/2022-03-29-istanbul-talks/">' in page
    assert 'href="https://github.com/example/record/edit/main/data/events/2022/2022-03-29-istanbul-talks.yml"' in page
    assert 'href="/' not in page


def made_of(environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch, **options: Any) -> Site:
    for name in ("REPO_URL", "GITHUB_REPOSITORY", "GITHUB_SERVER_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    return from_options("The record", "", options.pop("address", ""), ROOT, options)


@pytest.mark.parametrize(
    ("environment", "option", "repository"),
    [
        ({}, "", ""),
        ({"REPO_URL": "https://git.example/a/b"}, "", "https://git.example/a/b/"),
        ({"REPO_URL": "https://git.example/a/b/"}, "", "https://git.example/a/b/"),
        ({"GITHUB_REPOSITORY": "a/b"}, "", "https://github.com/a/b/"),
        ({"GITHUB_REPOSITORY": "a/b", "GITHUB_SERVER_URL": "https://git.example"}, "", "https://git.example/a/b/"),
        ({"GITHUB_REPOSITORY": "a/b", "REPO_URL": "https://git.example/c/d"}, "", "https://git.example/c/d/"),
        ({"GITHUB_REPOSITORY": "a/b", "REPO_URL": "https://git.example/c/d"}, "https://own.example/e", "https://own.example/e/"),
    ],
)  # fmt: skip
def test_the_repository_is_the_configured_one_or_that_of_the_environment(
    environment: dict[str, str], option: str, repository: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = made_of(environment, monkeypatch, repository=option)
    assert found.repository == repository
    assert found.edit("actors/ukraine.yml") == (repository and f"{repository}edit/main/data/actors/ukraine.yml")
    assert bool(found.report("actors/ukraine", "Ukraine", "actors/ukraine/")) == bool(repository)


@pytest.mark.parametrize(
    ("address", "absolute"),
    [
        ("", "/events/x/"),
        ("https://example.org", "https://example.org/events/x/"),
        ("https://example.org/record", "https://example.org/record/events/x/"),
        ("https://example.org/record/", "https://example.org/record/events/x/"),
    ],
)
def test_addresses_start_at_the_site_with_or_without_a_slash(
    address: str, absolute: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert made_of({}, monkeypatch, address=address).absolute("events/x/") == absolute


@pytest.mark.parametrize(
    ("epoch", "built"),
    [("1680134400", date(2023, 3, 30)), ("1680220799", date(2023, 3, 30)), ("0", None), ("soon", None)],
)
def test_the_build_stands_for_the_day_it_is_told(epoch: str, built: date | None, tmp_path: Path) -> None:
    assert build_date(tmp_path, {"SOURCE_DATE_EPOCH": epoch}) == built


def test_without_being_told_it_stands_for_the_day_of_the_last_commit(tmp_path: Path) -> None:
    assert build_date(tmp_path, {}) is None
    author = ["-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false"]
    when = os.environ | {"GIT_COMMITTER_DATE": "2022-03-29T12:00:00Z", "GIT_AUTHOR_DATE": "2020-01-01T12:00:00Z"}
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    subprocess.run(
        ["git", "-C", str(tmp_path), *author, "commit", "-q", "--allow-empty", "-m", "x"], env=when, check=True
    )
    assert build_date(tmp_path, {}) == date(2022, 3, 29)


def test_days_are_counted_from_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    found = made_of({}, monkeypatch, day_one="2022-02-24", day_words="day {} of the invasion")
    days = {text: found.nth_day(edtf.parse(text)) for text in ("2022-02-24", "2022-03-29", "2022-02-23", "2022-03")}
    assert days == {
        "2022-02-24": "day 1 of the invasion",
        "2022-03-29": "day 34 of the invasion",
        "2022-02-23": "",
        "2022-03": "",
    }
