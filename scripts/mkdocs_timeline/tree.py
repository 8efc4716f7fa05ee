"""Everything that is generated, as files: pages, open data, assets. Both shells take it from here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from . import chart, checks, load, static, words
from .dataset import Dataset, build
from .exports import export
from .finding import Finding
from .pages import Context, render
from .pages.redirects import redirects
from .pages.timeline import chart_data, embed, is_paged
from .schema import schemas


class DataError(Exception):
    """The data has errors; ``findings`` holds all that was found, warnings included."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(f"{words.count(sum(finding.is_error for finding in findings), 'error')} in the data")
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


def files(context: Context) -> Iterator[tuple[str, str | bytes]]:
    """Every generated file: its path in the docs folder, and its text or bytes."""
    dataset, site = context.dataset, context.site
    for page in render(context):
        yield page.path, page.text
    yield "timeline/embed/index.html", embed(context)
    yield from redirects(context)
    yield from export(dataset, site)
    for name, content in schemas().items():
        yield f"data/schema/{name}", content
    yield "timeline/words.json", chart.words(dataset)
    if is_paged(dataset):
        yield "timeline/chart.json", chart_data(context)
    yield from static.assets().items()
