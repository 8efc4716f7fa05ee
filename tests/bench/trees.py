"""What the measures are taken on: synthetic records, and sites built once and kept until what they are made of changes."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from .. import synthetic
from ..site import ROOT

CACHE = ROOT / ".cache" / "bench"
PACKAGE = ROOT / "scripts" / "mkdocs_timeline"
DATA = ROOT / "data"
SITE_PARTS = (PACKAGE, ROOT / "docs", ROOT / "mkdocs.yml")
MKDOCS = (sys.executable, "-m", "mkdocs")
TIMELINE = (sys.executable, "-c", "import sys; from mkdocs_timeline.cli import main; sys.exit(main())")


@dataclass(frozen=True)
class Used:
    """What a command took: seconds of processor time, and the largest memory it held, in MB."""

    seconds: float
    memory: float


def environment(data: Path = DATA) -> dict[str, str]:
    """The environment of a build over a data folder: quiet, and the same at any time."""
    settings = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1795305600", "TIMELINE_DATA": str(data)}
    return os.environ | settings


def run(*command: str | Path, data: Path = DATA) -> Used:
    """Run a command to its end.

    Processor time, not time on the clock: these commands work on one core and wait for nothing, and others use the machine.
    """
    process = subprocess.Popen([*map(str, command)], cwd=ROOT, env=environment(data), stdin=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    to_mb = 1e-6 if sys.platform == "darwin" else 1024e-6
    return Used(used.ru_utime + used.ru_stime, used.ru_maxrss * to_mb)


def build(site: Path, config: Path = ROOT / "mkdocs.yml", data: Path = DATA) -> Used:
    """The site that MkDocs makes of ``config``."""
    return run(*MKDOCS, "build", "--quiet", "--config-file", config, "--site-dir", site, data=data)


def record(size: int) -> Path:
    """The data folder of a synthetic record."""
    return kept(f"record-{size}", (PACKAGE, Path(synthetic.__file__)), lambda folder: synthetic.write(folder, size))


def site(size: int) -> Path:
    """The built site of a synthetic record."""
    data = record(size)
    return kept(f"site-{size}", (*SITE_PARTS, data), lambda folder: build(folder, data=data))


def real_site() -> Path:
    return kept("site-real", (*SITE_PARTS, DATA), lambda folder: build(folder))


def tree() -> Path:
    """The tree that ``timeline docs`` writes of the whole record."""
    return kept("tree", (*SITE_PARTS, DATA), lambda folder: run(*TIMELINE, "docs", folder))


def kept(name: str, parts: Iterable[Path], make: Callable[[Path], object]) -> Path:
    """A folder made of ``parts``, from the cache where they have not changed since."""
    target = CACHE / f"{name}-{_digest(parts)}"
    if not target.exists():
        for old in CACHE.glob(f"{name}-*"):
            shutil.rmtree(old)
        unfinished = CACHE / f"unfinished-{os.getpid()}"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        make(unfinished)
        unfinished.rename(target)
    return target


def _digest(parts: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        files = [part] if part.is_file() else sorted(path for path in part.rglob("*") if path.is_file())
        for file in files:
            if "__pycache__" not in file.parts:
                digest.update(f"{file.relative_to(part.parent)}\n".encode() + file.read_bytes())
    return digest.hexdigest()[:12]
