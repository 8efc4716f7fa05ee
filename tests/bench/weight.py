"""What the chart's script weighs on the wire."""

from __future__ import annotations

import gzip

from mkdocs_timeline import static

from .table import Row, at_most


def rows() -> list[Row]:
    weight = len(gzip.compress(static.assets()[static.CHART], 9)) / 1024
    return [at_most("the chart's script, gzipped", "kB", [weight], 25)]
