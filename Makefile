# run: the app.  test: everything.  check: format, lint, types.  atlas: the data, from their packages.
# Each sets up what it needs, once.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
SETUP := .venv/.runtime
SETUP_DEV := .venv/.dev

.PHONY: run test check format lock bench atlas clean

run: $(SETUP)
	$(BIN)/streamlit run app.py

test: $(SETUP_DEV)
	$(BIN)/python -m pytest

check: $(SETUP_DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy

format: $(SETUP_DEV)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

$(SETUP): requirements.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

$(SETUP_DEV): requirements-dev.txt $(SETUP)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	touch $@

lock: $(SETUP_DEV)
	$(BIN)/uv pip compile --quiet --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements.in -o requirements.txt
	$(BIN)/uv pip compile --quiet --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements-dev.in -o requirements-dev.txt

# The gold sets for reading are not part of the project; a folder beside it, or one named, is used if it is there.
GOLD := $(or $(DATELINE_GOLD),$(abspath $(wildcard ../shared/bench)))
bench: $(SETUP_DEV)
	$(if $(GOLD),export DATELINE_GOLD=$(GOLD);) for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

# In this order: the basemap draws the railways of the networks, the fonts have the letters of the basemap.
atlas: $(SETUP_DEV)
	$(BIN)/python tools/packages.py
	for data in networks gazetteer basemap fonts lexicon; do $(BIN)/uv run --quiet --python $(BIN)/python tools/build_$$data.py || exit 1; done

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .cache screenshots
