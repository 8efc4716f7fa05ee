"""What tests share: the small record they start from, golden files, and one built site for all browser tests."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from mkdocs_timeline import cli, edtf, tree
from mkdocs_timeline.dataset import Dataset
from mkdocs_timeline.pages import Context
from mkdocs_timeline.site import Site

from . import site
from .hostile import record as hostile_record

# The same examples in each run, however slow the machine.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.load_profile("steady")

TESTS = Path(__file__).parent
ROOT = TESTS.parent
BASE = TESTS / "golden" / "base"

RECORD = Site(
    name="The record",
    description="What was tried, by whom, and what came of it.",
    heading="The record",
    address="https://example.org/record/",
    repository="https://github.com/example/record/",
    built=date(2023, 3, 30),
    focus=edtf.parse("2022"),
    day_one=date(2022, 2, 24),
    day_words="day {}",
    sides={"ukraine": "Kyiv", "russia": "Moscow"},
    asked={"Where did the delegations meet?": "events/2022-03-29-istanbul-talks/"},
)
"""The site that pages and exports of the small record are made for."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write the golden files anew; review them in the diff")


@pytest.fixture
def regenerate(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--regenerate"))


Golden = Callable[[str, str | bytes], None]


@pytest.fixture
def golden(regenerate: bool) -> Golden:
    """Holds a text against the golden file of that name; line ends are git's business and not compared."""

    def compare(name: str, found: str | bytes) -> None:
        path = TESTS / "golden" / name
        text = (found.decode() if isinstance(found, bytes) else found).replace("\r\n", "\n")
        if regenerate:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert path.is_file(), f"golden/{name} is not there yet: write it with --regenerate and read it"
        assert text == path.read_text("utf-8")

    return compare


@pytest.fixture(scope="session")
def dataset() -> Dataset:
    """The small record."""
    return tree.dataset_of(BASE, "data")[0]


@pytest.fixture(scope="session")
def context(dataset: Dataset) -> Context:
    """The small record on its site."""
    return Context(dataset, RECORD)


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """A copy of the small valid record, to break."""
    folder = tmp_path / "data"
    shutil.copytree(BASE, folder)
    yield folder


Edit = Callable[[str, str, str], None]


@pytest.fixture
def edit(data: Path) -> Edit:
    """Replaces a text in a file of the small record; the text has to be there."""

    def replace(file: str, old: str, new: str) -> None:
        path = data / file
        text = path.read_text("utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), "utf-8")

    return replace


Timeline = Callable[..., tuple[int, str, str]]


class Terminal(io.StringIO):
    """Standard input at which somebody sits."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def timeline(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Timeline:
    """Runs ``timeline`` beside the copy of the small record: exit code, standard output, standard error.

    ``typed`` is what somebody types; without it nobody sits there.
    """
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIMELINE_DATA", raising=False)

    def run(*arguments: str | Path, typed: str | None = None) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO() if typed is None else Terminal(typed))
        try:
            code = cli.main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = int(left.code or 0)
        return code, *capsys.readouterr()

    return run


SMALL = {
    "TIMELINE_DATA": str(BASE),
    "SITE_URL": RECORD.address,
    "REPO_URL": RECORD.repository,
    "SOURCE_DATE_EPOCH": str(int(datetime(2023, 3, 30, tzinfo=UTC).timestamp())),
}
"""The environment in which this project's site is built of the small record."""


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small record as a site."""
    target = tmp_path_factory.mktemp("small") / "site"
    done = site.build(target, SMALL)
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole record as a site, built strictly, at a project page's address under a sub-path."""
    target = tmp_path_factory.mktemp("site") / "record"
    done = site.build(
        target, {"SITE_URL": "https://example.org/record/", "REPO_URL": "https://github.com/example/record"}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return target


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Where the built site is served: under the sub-path that it was built for."""
    server, root = site.serve(built.parent)
    yield f"{root}{built.name}/"
    server.shutdown()


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the small record with hostile words in every field of every kind, where the checks let them pass."""
    return hostile_record.site_of(tmp_path_factory.mktemp("hostile"), hostile_record.texts())
