# Everything is installed into .venv, pinned by hash; nothing outside this folder is touched.

PYTHON ?= python3
# Another Python than the system's has a folder of its own, so that both can be tried side by side.
VENV := .venv$(if $(filter-out python3,$(PYTHON)),-$(shell $(PYTHON) -c 'import sys; print(*sys.version_info[:2], sep=".")' 2>/dev/null))
BIN := $(VENV)/bin
RUN := $(VENV)/.run-installed
DEV := $(VENV)/.dev-installed

INSTALL := $(BIN)/python -m pip install --disable-pip-version-check --no-input
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url $(if $(UPGRADE),--upgrade)

# Looks for what a job needs of the system before anything is downloaded: resources/system_packages.txt.
PREPARE := @PYTHON=$(PYTHON) VENV=$(VENV) tools/prepare_system.sh

# The same commit makes the same bytes: its time stands for every file's, and no order is left to chance.
SETTLED := SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) PYTHONHASHSEED=0

# What one process compiled, the next one reads: tests start the app some hundred times.
unexport PYTHONDONTWRITEBYTECODE

# In several processes, each taking whole files: what a module builds is built once.
FAULTS ?= short
PYTEST := QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder --faults $(FAULTS)

# The tests that cover content, checkin, vault and document by themselves; measuring takes the others a fifth longer.
MEASURED := $(wildcard tests/test_*.py) $(addprefix tests/,checkin/ content/ document/ vault/)

.DEFAULT_GOAL := help
.PHONY: help run test lint check build deb ages release bench torture screenshots translations requirements hooks clean
.PHONY: ready-to-run ready-to-test ready-to-build installed
.NOTPARALLEL: # first what the system needs, then what Python needs

help: ## list what make can do
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

run: ready-to-run $(RUN) ## open the window
	@$(BIN)/python -m evolve_desktop

test: ready-to-test $(DEV) ## run the tests, or those in TESTS; no screen is needed; FAULTS=long tries more faults
	$(PYTEST) $(TESTS)

installed: $(DEV)

lint: $(DEV) ## look at format, lint, types and import contracts
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/zizmor --offline --quiet .github/workflows

check: ready-to-test lint ## all that a change must pass: format, lint, types, contracts, tests with coverage
	$(PYTEST) $(MEASURED) --cov
	$(PYTEST) $(filter-out $(MEASURED),$(wildcard tests/test_*.py tests/*/))

build: ready-to-build $(DEV) ## build the folder dist/evolve/ and the single file dist/evolve-desktop
	$(SETTLED) PYINSTALLER_CONFIG_DIR=$(CURDIR)/build/cache $(BIN)/pyinstaller --noconfirm --log-level ERROR build.spec

deb: build ## make a Debian package of the folder, in dist/release/
	$(SETTLED) $(BIN)/python -m tools.release.debian dist

ages: $(DEV)
	@$(BIN)/python -m tools.release.ask_about_ages resources/content

release: ages build ## make all that is handed out on Linux, in dist/release/; asks about help lines that are too old
	$(SETTLED) $(BIN)/python -m tools.release.archive dist

bench: $(if $(COUNT),$(DEV),build) ## measure start, page, saves and size against the least that could do the same; COUNT=1 counts instructions
	$(BIN)/python -m benchmarks.bench $(if $(COUNT),--count)

torture: $(DEV) ## kill, cut, damage and fuzz the vault for some minutes, and print a table
	$(BIN)/python -m tools.fault_injection

screenshots: $(DEV) ## draw every place in every theme and size into build/screens, and the pictures of docs/screens
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tools.screenshots

translations: $(DEV) ## collect the words of the window in every window.toml, and make what the app loads
	$(BIN)/python -m tools.translations

requirements: $(DEV) ## pin requirements/*.txt again from pyproject.toml; UPGRADE=1 takes newer releases
	$(COMPILE) --output-file requirements/run.txt pyproject.toml
	$(COMPILE) --output-file requirements/dev.txt --constraint requirements/run.txt --group dev pyproject.toml

hooks: $(DEV) ## have git check each commit as it is made: format, lint, imports
	$(BIN)/pre-commit install

clean: ## remove all that make made
	rm -rf .venv .venv-* build dist .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

ready-to-run ready-to-test ready-to-build:
	$(PREPARE) $(@:ready-to-%=%)

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo 'Evolve Desktop needs Python 3.11 or newer. Install it, or name one: make run PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo 'Python cannot make its own folder of packages here. On Debian: apt install python3-venv' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(RUN): $(VENV)/.created requirements/run.txt
	$(INSTALL) --require-hashes --no-deps --requirement requirements/run.txt
	@touch $@

# uv takes 8 s of processor for this, and pip 45; pip serves where its own settings name the place that has the packages.
$(DEV): $(VENV)/.created requirements/dev.txt pyproject.toml
	@sed -n '/^uv==/,/[^\\]$$/p' requirements/dev.txt > $(VENV)/uv.txt
	{ $(INSTALL) --quiet --require-hashes --no-deps --requirement $(VENV)/uv.txt && \
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes --no-deps --requirement requirements/dev.txt; } || \
	$(INSTALL) --require-hashes --no-deps --requirement requirements/dev.txt
	$(INSTALL) --quiet --no-deps --no-build-isolation --editable .
	@touch $@
