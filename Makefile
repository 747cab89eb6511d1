# make demo: set up, compare the sample story, print the report, write report.html
# make test: set up, then all checks and tests

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SAMPLE := examples/vessin/articles.jsonl

.PHONY: demo test check lock clean

demo: $(VENV)/.run
	$(BIN)/crossread compare $(SAMPLE)
	$(BIN)/crossread compare $(SAMPLE) --output report.html
	@echo "The same as one HTML file: report.html"

test: check
	$(BIN)/pytest

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

$(VENV)/.run: pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "crossread needs Python 3.11 or newer; say which with: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	touch $@

# one lock for every platform and Python from 3.11 on; needs uv (pip install uv). The workbench and feeds come with it
lock:
	uv pip compile pyproject.toml --extra web --extra feeds --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements.lock
	uv pip compile pyproject.toml --group dev --constraint requirements.lock --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet --output-file requirements-dev.lock

clean:
	rm -rf $(VENV) report.html
