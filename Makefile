# Every target sets up what it needs. A machine needs Python 3.11 or newer, make and git; nothing else.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
export NO_MKDOCS_2_WARNING := 1
# The date of the last commit is the date of the build: two builds of one commit are the same to the byte.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

.DEFAULT_GOAL := help
.PHONY: help serve site check test bench lock clean

help: ## what there is to make
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST)

serve: $(VENV)/.site ## the live site on http://127.0.0.1:8000, rebuilt as data/ or docs/ change
	$(BIN)/mkdocs serve --livereload

site: $(VENV)/.site ## the whole site, strictly, into site/
	$(BIN)/timeline build

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
	$(BIN)/python tests/bench.py

lock: $(VENV)/.dev ## the lock files anew, from pyproject.toml
	$(PIP) install uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra build -o requirements.txt pyproject.toml
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra build --extra dev -o requirements-dev.txt pyproject.toml

clean: ## remove everything that was made
	rm -rf $(VENV) site .cache node_modules

$(VENV)/.site: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version.split()[0])'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.site requirements-dev.txt
	$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@
