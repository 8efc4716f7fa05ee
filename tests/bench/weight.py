"""What the chart's scripts weigh on the wire."""

from __future__ import annotations

import gzip

from mkdocs_timeline import static

from .table import Row, at_most, reported


def rows() -> list[Row]:
    scripts = [content for path, content in static.assets().items() if path.startswith(static.CHART)]
    together = len(gzip.compress(b"".join(scripts), 9)) / 1024
    each = sum(len(gzip.compress(script, 9)) for script in scripts) / 1024
    return [
        at_most("the chart's scripts, gzipped as one", "kB", [together], 25),
        reported(f"the chart's {len(scripts)} scripts, gzipped each by itself", "kB", [each]),
    ]
