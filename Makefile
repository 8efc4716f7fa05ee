# Every target sets up what it needs. A machine needs Python 3.11 or newer, make and git; nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
export NO_MKDOCS_2_WARNING := 1
# The date of the last commit is the date of the build: two builds of one commit are the same to the byte.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

.DEFAULT_GOAL := help
.PHONY: help serve site check test bench annotate review suggestion addresses lock clean

help: ## what there is to make
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST)

serve: $(VENV)/.site ## the live site on http://127.0.0.1:8000, rebuilt as data/ or docs/ change
	$(BIN)/mkdocs serve --livereload

site: $(VENV)/.site ## the whole site, strictly, into site/
	rm -rf .cache/site
	$(BIN)/mkdocs build --strict --site-dir .cache/site
	rm -rf site && mv .cache/site site

check: $(VENV)/.site ## the data alone, in seconds
	$(BIN)/timeline check

test: $(VENV)/.dev ## everything: data, code, site, browsers
	$(BIN)/ruff check scripts tests
	$(BIN)/ruff format --check scripts tests
	$(BIN)/mypy
	$(BIN)/python tests/prepare.py
	$(BIN)/pytest

bench: $(VENV)/.dev ## how fast and how heavy, beside its peers
	$(BIN)/python tests/prepare.py
	$(BIN)/python -m tests.bench

# What the workflows run; each can be run at home.

annotate: $(VENV)/.site
	$(BIN)/timeline check --format github

review: $(VENV)/.site # into review/: the findings, and what changed since BASE
	mkdir -p review
	$(BIN)/timeline check > review/findings.txt || true
	rm -rf .cache/base && mkdir -p .cache/base
	git archive "$${BASE:-HEAD^}" data | tar -x -C .cache/base
	$(BIN)/timeline diff .cache/base/data data > review/changes.md
	printf '%s' "$${NUMBER:-}" > review/number

suggestion: $(VENV)/.site # the answers in the file ISSUE as a record; what is missing into review/suggestion.md
	mkdir -p review
	echo 'The answers do not make a record yet.' > review/suggestion.md
	$(BIN)/timeline from-issue "$(ISSUE)" > review/notes.txt 2> review/why.txt || { cat review/why.txt >> review/suggestion.md; exit 1; }
	{ echo 'Thank you. The answers are a record now:'; echo; sed '1s/^/file: /' review/notes.txt; echo; echo 'The checks say:'; echo; $(BIN)/timeline check 2> /dev/null | grep -F "$$(head -n 1 review/notes.txt)" || echo 'nothing to mend.'; } > review/suggestion.md

addresses: $(VENV)/.site # every address of the record into review/addresses.txt
	mkdir -p review .cache/export
	$(BIN)/timeline export .cache/export --format sources.json
	$(BIN)/python -c 'import json; print(*[item["URL"] for item in json.load(open(".cache/export/sources.json"))], sep="\n")' > review/addresses.txt

lock: $(VENV)/.dev ## the lock files anew, from pyproject.toml
	$(PIP) install uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra build -o requirements.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra build --extra dev -o requirements-dev.txt pyproject.toml

clean: ## remove everything that was made
	rm -rf $(VENV) site .cache review node_modules

$(VENV)/.site: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version.split()[0])'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.site requirements-dev.txt
	$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@
