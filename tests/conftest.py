"""What tests share: the small record they start from, golden files, and one built site for all browser tests."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from . import site

TESTS = Path(__file__).parent
ROOT = TESTS.parent
BASE = TESTS / "golden" / "base"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write the golden files anew; review them in the diff")


@pytest.fixture
def regenerate(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--regenerate"))


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
