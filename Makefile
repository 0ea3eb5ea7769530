# Every target first makes .venv; nothing but Python 3.11+ and make is needed.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

.PHONY: help install run test check bench bench-full words format lock clean
.DEFAULT_GOAL := help

help: $(STAMP)  ## say what the targets do
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

install: $(STAMP)  ## make .venv from the lock file

$(STAMP): requirements.lock pyproject.toml $(wildcard src/hanse/workspace/locale/*/LC_MESSAGES/django.po)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

run: $(STAMP)  ## migrate, load the example, start server and worker, print the address; PORT=8001 for another port
	$(BIN)/hanse up --example $(if $(PORT),--port $(PORT))

test: $(STAMP)  ## run the tests
	$(BIN)/python -m pytest -n 2 --dist loadgroup

check: $(STAMP)  ## lint, format, types, and the floors of the house
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m scripts.catalogues check

bench: $(STAMP)  ## quick figures, as a table; kept in var/benchmarks.json
	$(BIN)/python -m benchmarks all

bench-full: $(STAMP)  ## every figure, and the docs' tables written anew
	$(BIN)/python -m benchmarks full --write-docs

words: $(STAMP)  ## gather the words of the workspace into the catalogues of its languages
	$(BIN)/python -m scripts.catalogues

format: $(STAMP)  ## format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(STAMP)  ## make the lock file anew from pyproject.toml
	scripts/lock

clean:  ## remove .venv and what was built
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
