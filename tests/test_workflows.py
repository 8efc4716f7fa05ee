"""What runs on other people's machines: workflows, lock files, the Makefile."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from .conftest import ROOT

WORKFLOWS = {path.stem: path for path in sorted((ROOT / ".github" / "workflows").glob("*.yml"))}
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))

RIGHTS = {
    "check": {"data": {"contents": "read"}, "tests": {"contents": "read"}},
    "comment": {"comment": {"actions": "read", "pull-requests": "write"}},
    "links": {"links": {"contents": "read", "issues": "write"}},
    "publish": {"build": {"contents": "read", "pages": "read"}, "deploy": {"pages": "write", "id-token": "write"}},
    "suggestion": {"record": {"contents": "write", "issues": "write", "pull-requests": "write"}},
}
"""What each job may do, and no more."""


def read(name: str) -> dict[Any, Any]:
    """A workflow; YAML takes its key ``on`` for the word true."""
    found: dict[Any, Any] = yaml.safe_load(WORKFLOWS[name].read_text("utf-8"))
    return found


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in read(name)["jobs"].values() for step in job["steps"]]


def scripts(name: str) -> str:
    return "\n".join(step["run"] for step in steps(name) if "run" in step)


def test_the_auditor_finds_nothing_above_low() -> None:
    command = [str(Path(sys.executable).with_name("zizmor")), "--offline", "--no-progress", "--min-severity=medium"]
    done = subprocess.run([*command, "--format=json", ".github"], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert json.loads(done.stdout) == []
    assert done.returncode == 0


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_pinned_by_commit_and_says_which_version(name: str) -> None:
    used = re.findall(r"uses: (.*)", WORKFLOWS[name].read_text("utf-8"))
    assert [line for line in used if not re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_each_job_has_the_rights_it_needs_and_no_more() -> None:
    assert {name: read(name)["permissions"] for name in WORKFLOWS} == {name: {} for name in RIGHTS}
    assert {name: {id: job["permissions"] for id, job in read(name)["jobs"].items()} for name in WORKFLOWS} == RIGHTS


def test_each_job_ends_by_itself() -> None:
    jobs = [job for name in WORKFLOWS for job in read(name)["jobs"].values()]
    assert all(job["timeout-minutes"] <= 60 for job in jobs)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_checkout_leaves_its_token_behind(name: str) -> None:
    checkouts = [step for step in steps(name) if step.get("uses", "").startswith("actions/checkout@")]
    assert [step for step in checkouts if step["with"].get("persist-credentials") is not False] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_nothing_is_expanded_into_a_command(name: str) -> None:
    assert "${{" not in scripts(name)


def test_a_pull_request_runs_without_secrets_or_a_token() -> None:
    """A fork's pull request changes this very file: what it may do has to be nothing."""
    on_pull_request = {name for name in WORKFLOWS if "pull_request" in read(name)[True]}
    assert on_pull_request == {"check"}
    text = WORKFLOWS["check"].read_text("utf-8")
    assert re.findall(r"secrets\.|github\.token|GITHUB_TOKEN|GH_TOKEN", text) == []


def test_no_workflow_runs_a_pull_request_with_the_rights_of_main() -> None:
    assert [name for name in WORKFLOWS if "pull_request_target" in read(name)[True]] == []


def test_the_comment_is_written_by_a_run_that_runs_nothing_of_the_pull_request() -> None:
    assert list(read("comment")[True]) == ["workflow_run"]
    assert read("comment")[True]["workflow_run"]["workflows"] == [read("check")["name"]]
    assert [step for step in steps("comment") if "uses" in step] == []
    words = set(re.findall(r"[\w./-]+", scripts("comment")))
    assert (
        words & {"make", "git", "python", "python3", "node", "eval", "source", "sh", "bash", "exec", "xargs", "chmod"}
        == set()
    )


@pytest.mark.parametrize("name", [name for name in WORKFLOWS if name != "comment"])
def test_the_projects_work_is_done_by_targets_that_exist(name: str) -> None:
    made = re.findall(r"\bmake ([a-z]+)", scripts(name))
    assert made
    assert set(made) - TARGETS == set()
    assert re.findall(r"\.venv|\bpip\b|\bmkdocs\b|\btimeline\b|\bpytest\b|\bpython3?\b", scripts(name)) == []


def test_what_is_published_was_checked_and_built_by_the_same_targets() -> None:
    assert re.findall(r"make ([a-z]+)", scripts("publish")) == ["check", "site"]
    assert {"annotate", "review", "site", "test"} <= set(re.findall(r"make ([a-z]+)", scripts("check")))


# Dependencies


def test_updates_are_looked_for_wherever_something_is_pinned() -> None:
    updates = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"pip", "npm", "github-actions"}


def pinned(file: str) -> dict[str, str]:
    """The requirements of a lock file by name, each with what stands behind it up to the next."""
    text = re.sub(r"^\s*#.*\n", "", (ROOT / file).read_text("utf-8"), flags=re.MULTILINE)
    return {item.partition("==")[0].lower(): item for item in re.split(r"\n(?=\S)", text.strip())}


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_one_version_with_its_hashes(file: str) -> None:
    shape = re.compile(r"[\w.-]+==\S+( ;[^\\]*)? \\(\n    --hash=sha256:[0-9a-f]{64}( \\)?)+")
    assert [item for item in pinned(file).values() if not shape.fullmatch(item)] == []


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt", "package-lock.json"])
def test_no_lock_file_names_where_packages_come_from(file: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    assert (
        re.findall(r"--index-url|--extra-index-url|--find-links|\"resolved\"|^[^#\n]*@ ?https?:", text, re.MULTILINE)
        == []
    )


def test_every_package_of_the_browser_tests_has_its_hash() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    without = [name for name, package in packages.items() if name and "integrity" not in package]
    assert (without, len(packages) > 1) == ([], True)


def test_the_lock_files_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    def names(requirements: list[str]) -> set[str]:
        return {re.split(r"[<>=!~\[ ;]", requirement)[0].lower() for requirement in requirements}

    extra = project["optional-dependencies"]
    assert names(project["dependencies"]) | names(extra["build"]) <= pinned("requirements.txt").keys()
    assert names(extra["dev"]) <= pinned("requirements-dev.txt").keys()
    shared = pinned("requirements.txt")
    assert {name: item for name, item in pinned("requirements-dev.txt").items() if name in shared} == shared


# The Makefile


def test_help_lists_the_targets_with_what_they_are_for() -> None:
    done = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    listed = set(re.findall(r"^  make ([a-z]+)\t\S", done.stdout, re.MULTILINE))
    assert listed == set(re.findall(r"^([a-z]+):.*## ", MAKEFILE, re.MULTILINE))
    assert {"serve", "site", "test", "check", "bench"} <= listed


def test_no_file_can_stand_in_for_a_target() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == TARGETS


def test_continuous_integration_runs_what_the_readme_says() -> None:
    assert (ROOT / ".ci/run").read_text("utf-8").rstrip().endswith("exec make test")
