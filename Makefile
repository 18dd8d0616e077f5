# The two commands: `make report` prints the report over seeds/, `make test` runs every check.
# Both need Python 3.11 or newer, pip and make, and set up .venv themselves.
PYTHON ?= python3
BIN := .venv/bin
INSTALL = $(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: report test format golden packs messages clean

report: .venv/.runtime
	@$(BIN)/crosscheck report

test: .venv/.development
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

format: .venv/.development
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# Writes the golden files and the JSON Schema anew. Read the difference line by line before committing it.
golden: .venv/.development
	$(BIN)/python tests/reports/golden.py
	git diff --stat -- tests/golden src/crosscheck/reports

# Compiles the packs anew after one was edited.
packs: .venv/.development
	$(BIN)/python tools/packs.py

# pip compiles no editable install: where the environment forbids it at run time too, each start would take twice as long.
.venv/.runtime: pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv --without-pip .venv
	@$(INSTALL) --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

.venv/.development: .venv/.runtime
	@$(INSTALL) --editable '.[dev]'
	@touch $@

# Takes new messages of the code into the catalogues and compiles these; says what is left to translate.
messages: .venv/.development
	$(BIN)/python tools/messages.py

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
