"""The rows of the benchmark's table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

_WIDTHS = (62, 11, 11, 7, 9, 15)


def _line(*cells: str) -> str:
    return "  ".join([cells[0].ljust(_WIDTHS[0]), *map(str.rjust, cells[1:], _WIDTHS[1:])])


COLUMNS = _line("measure", "value", "beside", "ratio", "limit", "spread") + "  verdict"


@dataclass(frozen=True)
class Row:
    """A measure: its value, the one beside it, their ratio, what is wanted, how far the runs went apart."""

    measure: str
    value: str
    beside: str = ""
    ratio: str = ""
    limit: str = ""
    spread: str = ""
    holds: bool = True
    note: str = ""

    def again(self) -> Row:
        return replace(self, note=" (measured twice)")

    def __str__(self) -> str:
        verdict = ("pass" if self.holds else "MISS") if self.limit else ""
        return (
            f"{_line(self.measure, self.value, self.beside, self.ratio, self.limit, self.spread)}  {verdict}{self.note}"
        )


def reported(measure: str, unit: str, values: Sequence[float]) -> Row:
    """A measure without a limit."""
    return Row(measure, _number(median(values), unit), spread=_spread(values))


def at_most(measure: str, unit: str, values: Sequence[float], limit: float) -> Row:
    """The median of ``values`` has a limit."""
    value = median(values)
    return Row(measure, _number(value, unit), limit=_number(limit, unit), spread=_spread(values), holds=value <= limit)


def beside(measure: str, unit: str, ours: Sequence[float], theirs: Sequence[float], limit: float) -> Row:
    """The ratio of two medians has a limit; the spread is that of the ratios, run by run."""
    ratio = median(ours) / median(theirs)
    runs = [one / other for one, other in zip(ours, theirs, strict=True)]
    return Row(
        measure,
        _number(median(ours), unit),
        _number(median(theirs), unit),
        f"{ratio:.2f}",
        f"{limit:g} ×",
        _spread(runs),
        ratio <= limit,
    )


def _spread(values: Sequence[float]) -> str:
    return f"{_figure(min(values))}–{_figure(max(values))}" if len(values) > 1 else ""


def _number(value: float, unit: str) -> str:
    return f"{_figure(value)} {unit}".strip()


def _figure(value: float) -> str:
    """Three significant digits, never a power of ten."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
