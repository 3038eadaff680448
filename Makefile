# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
# Everything a newcomer needs. A fresh machine has Python 3.11 or newer, Node and make.

SHELL := /bin/sh
.SHELLFLAGS := -eu -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV ?= .venv
BIN := $(VENV)/bin
BUILD := build
STAMPS := $(BUILD)/stamps
CHECK_HOME := $(abspath $(BUILD)/check-home)
HOST ?= 127.0.0.1
PORT ?= 8000
STAGE ?= busy
N ?= 1
PYTEST ?= $(BIN)/pytest
# files in order of their names: by number of tests, the long stories would all come last
PYTEST_ARGS ?= -n 2 --dist loadfile --no-loadscope-reorder
export PIP_DISABLE_PIP_VERSION_CHECK := 1

PYTHON_SOURCES := src tests benchmarks evidence tools docs/conf.py
FRONTEND_SOURCES := $(shell find frontend/src frontend/build.mjs -type f 2>/dev/null)
MESSAGES := $(shell find src -name '*.po' 2>/dev/null)

.PHONY: help setup demo run test thorough axe-all check lint types contracts licences glossary frontend-check \
	news docs docs-check bench bench-analysis bench-evening bench-kill bench-ledger evidence clean

help: ## say what there is
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /|/' \
		| awk -F'|' '{ printf "  make %-12s %s\n", $$1, $$2 }'

# --- installing ------------------------------------------------------------------------------

setup: $(STAMPS)/static ## install everything, build the frontend; running it again is quick

$(STAMPS)/python: requirements/dev.txt pyproject.toml
	@mkdir -p $(STAMPS)
	@found=""; \
	for python in python3.11 python3.12 python3.13 python3.14 python3 python; do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			found="$$python"; break; fi; done; \
	if [ -z "$$found" ]; then echo "Python 3.11 or newer is needed." >&2; exit 1; fi; \
	if ! $(BIN)/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
		echo "Making $(VENV) with $$found"; "$$found" -m venv --clear $(VENV); fi
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

# esbuild's platform binary is an optional dependency, so it needs no install script
$(STAMPS)/node: frontend/package-lock.json frontend/package.json frontend/.npmrc
	@mkdir -p $(STAMPS)
	cd frontend && npm ci --ignore-scripts --no-progress
	@touch $@

$(STAMPS)/frontend: $(STAMPS)/node $(FRONTEND_SOURCES)
	cd frontend && npm run --silent build
	@touch $@

$(STAMPS)/messages: $(STAMPS)/python $(MESSAGES)
	$(if $(MESSAGES),$(BIN)/pybabel --quiet compile --domain django --directory src/voelspriet/locale)
	@touch $@

# tools read the settings, the settings read a key file: this one protects nothing
$(STAMPS)/check-home: $(STAMPS)/python
	@$(BIN)/python -c 'import sys; from pathlib import Path; \
		from voelspriet.ground.privacy.keys import ensure_keyring; \
		ensure_keyring(Path(sys.argv[1]))' $(CHECK_HOME)
	@touch $@

$(STAMPS)/static: $(STAMPS)/frontend $(STAMPS)/messages $(STAMPS)/check-home
	VOELSPRIET_HOME=$(CHECK_HOME) DJANGO_SETTINGS_MODULE=voelspriet.config.settings \
		$(BIN)/python -m django collectstatic --noinput --verbosity 0
	@touch $@

# --- running ---------------------------------------------------------------------------------

demo: setup ## a fictional municipality, served at http://HOST:PORT/ until you stop it
	@VOELSPRIET_HOME=$${VOELSPRIET_HOME:-var/demo} $(BIN)/voelspriet demo --stage $(STAGE) \
		--host $(HOST) --port $(PORT)

run: setup ## serve this installation at http://HOST:PORT/ (web and worker)
	@$(BIN)/voelspriet setup
	@$(BIN)/voelspriet serve --host $(HOST) --port $(PORT)

# --- testing and checking --------------------------------------------------------------------

test: setup ## run every test; what is left out is said at the end
	$(PYTEST) -p tests.left_out $(PYTEST_ARGS)

thorough: setup ## run what an ordinary run tries a part of: every random set, script and attack
	VOELSPRIET_THOROUGH=1 $(PYTEST) -p tests.left_out tests/analysis tests/benchmarks tests/doors/commands tests/doors/jobs tests/pages \
		tests/e2e/test_ask_first.py $(PYTEST_ARGS)

axe-all: setup ## every page in every language and state through axe, on both databases
	VOELSPRIET_AXE=all $(PYTEST) -p tests.left_out tests/e2e tests/pages $(PYTEST_ARGS)

check: lint types contracts licences glossary frontend-check news docs-check ## everything but tests
	@echo "All checks passed."

lint: $(STAMPS)/check-home
	$(BIN)/ruff format --check $(wildcard $(PYTHON_SOURCES))
	$(BIN)/ruff check $(wildcard $(PYTHON_SOURCES))

types: $(STAMPS)/check-home
	VOELSPRIET_HOME=$(CHECK_HOME) $(BIN)/mypy

contracts: $(STAMPS)/check-home
	$(BIN)/lint-imports

licences: $(STAMPS)/python
	$(BIN)/reuse lint --quiet || $(BIN)/reuse lint

glossary: $(STAMPS)/check-home
	VOELSPRIET_HOME=$(CHECK_HOME) $(BIN)/python -m tools.glossary --check

frontend-check: $(STAMPS)/node
	cd frontend && npm run --silent check

news: $(STAMPS)/python
	$(BIN)/python -m tools.news

docs: $(STAMPS)/check-home ## build the manual into build/docs
	VOELSPRIET_HOME=$(CHECK_HOME) $(BIN)/sphinx-build -q -W --keep-going -b html docs $(BUILD)/docs
	@echo "The manual: $(BUILD)/docs/index.html"

docs-check: docs

# --- measuring -------------------------------------------------------------------------------

bench: bench-analysis ## measure speed and memory: calculations against peers, the site on both databases
	$(BIN)/python -m benchmarks.speed

bench-analysis: setup ## measure the calculations against R survey and svy, where they are
	$(BIN)/python -m benchmarks.analysis

evidence: setup ## draw thousands of samples, and see that intervals hold what they promise
	$(BIN)/python -m evidence

bench-evening: setup ## measure a hall of 500 phones behind one address, and prove no answer counts twice
	$(BIN)/python -m benchmarks.evening

bench-kill: setup ## kill -9 server and worker amid 300 reports, N times, and prove nothing is lost
	$(BIN)/python -m benchmarks.kill --rounds $(N)

bench-ledger: setup ## measure lists, agendas and figures after years of use (on VOELSPRIET_DATABASE_URL, or SQLite)
	$(BIN)/python -m benchmarks.ledger

clean: ## remove what was built; your data in var/ stays
	rm -rf $(BUILD) $(VENV) frontend/node_modules .mypy_cache .ruff_cache .import_linter_cache
	find src -name '*.mo' -delete
