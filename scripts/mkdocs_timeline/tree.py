"""Everything that is generated, as files: pages, open data, assets. Both shells take it from here."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from . import checks, load
from .dataset import Dataset, build
from .exports import export
from .finding import Finding
from .pages import render
from .site import Site


class DataError(Exception):
    """The data has errors; ``findings`` holds all that was found, warnings included."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{sum(finding.is_error for finding in findings)} errors in the data")
        self.findings = findings


def dataset_of(folder: Path, shown: str) -> tuple[Dataset, list[Finding]]:
    """The dataset of a data folder, and the warnings about it.

    Raises:
        NotADirectoryError: when ``folder`` is not a folder.
        DataError: when a check found an error.
    """
    records = load.load(folder, shown)
    findings = checks.check(records)
    if any(finding.is_error for finding in findings):
        raise DataError(findings)
    return build(records), findings


def files(dataset: Dataset, site: Site) -> Iterator[tuple[str, str | bytes]]:
    """Every generated file: its path in the docs folder, and its text or bytes."""
    for page in render(dataset, site):
        yield page.path, page.text
    yield from export(dataset, site)
    yield from assets().items()


@cache
def assets() -> dict[str, bytes]:
    """Style sheets and scripts of the package, under ``assets/timeline/``."""
    return dict(_assets(resources.files(__package__) / "assets", "assets/timeline/"))


def _assets(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _assets(item, f"{prefix}{item.name}/")
        elif item.name.endswith((".css", ".js", ".svg")):
            yield prefix + item.name, item.read_bytes()
