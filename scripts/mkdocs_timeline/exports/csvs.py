"""How the open data writes CSV (RFC 4180), with a byte order mark so that spreadsheets take it for UTF-8."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any


def to_bytes(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """A table; cells that a spreadsheet would take for a formula get an apostrophe in front (OWASP, "CSV Injection")."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _safe(cell: Any) -> Any:
    return (
        f"'{cell}"
        if isinstance(cell, str) and cell.lstrip()[:1] in ("=", "+", "-", "@", "\t", "\r") and not _is_number(cell)
        else cell
    )


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
