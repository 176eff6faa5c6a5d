# make run      build the example's dossier and report (or your own: make run SOURCES=folder)
# make test     all tests            make check    format, lint, types
# make score    accuracy on the cases and benches of RASHOMON_DATA, where they are
# make bench    speed and scale      make docs     pictures, and the examples in docstrings and pages
# Every target sets up what it needs in .venv first.

PYTHON ?= python3
RASHOMON_DATA ?= ../shared
SOURCES ?= examples/orlinka-mine
WORKERS ?= 2
NAME := $(if $(filter examples/orlinka-mine,$(SOURCES)),example,$(basename $(notdir $(patsubst %/,%,$(SOURCES)))))
BIN := .venv/bin
READY := .venv/.ready

export RASHOMON_DATA

.PHONY: run test browser check score bench docs clean

$(READY): pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $@

# Exit status 1 says that some documents could not be read; they are listed, and the rest is worth a report.
run: $(READY)
	mkdir -p out
	$(if $(filter example,$(NAME)),rm -f out/example.rashomon)
	$(BIN)/rashomon build $(SOURCES) --out out/$(NAME).rashomon || test $$? -eq 1
	$(BIN)/rashomon report out/$(NAME).rashomon -o out/$(NAME).html
	@echo "Open out/$(NAME).html, or: $(BIN)/rashomon show out/$(NAME).rashomon"

test: $(READY) browser
	$(BIN)/pytest -n $(WORKERS) --dist loadgroup

# Debian's Chromium, where there is none and apt-get may install it; without it the tests in a browser are skipped.
browser:
	@command -v chromium >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
	  && apt-get install --yes --quiet --no-install-recommends chromium; } \
	  || echo "no Chromium and no right to install it: the tests in a browser will be skipped"

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

score: $(READY)
	$(BIN)/python benchmarks/score.py

bench: $(READY)
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/read_pages.py
	$(BIN)/python benchmarks/join_names.py
	$(BIN)/python benchmarks/growth.py

docs: $(READY) browser
	$(BIN)/python scripts/make_screenshots.py
	$(BIN)/pytest -q --doctest-modules --doctest-glob="*.md" src docs README.md

clean:
	rm -rf .venv out .mypy_cache .pytest_cache .ruff_cache .hypothesis
