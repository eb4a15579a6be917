# `make run` starts the portal, `make test` checks and tests everything, `make help` tells the rest.
# Needs Python 3.11 or newer; what is installed goes into .venv, what the portal stores into var (LOTSE_HOME).

SHELL    := /bin/sh
PYTHON   := .venv/bin/python
PYTHONS  := python3.11 python3.12 python3.13 python3.14 python3 python
PORT     := 8501
# Who has settings of their own wants no demonstration; and its made-up people are for this machine alone.
DEMO     := test -e .env || test -n "$${LOTSE_DEMO+set}" || export LOTSE_DEMO=true STREAMLIT_SERVER_ADDRESS=$${STREAMLIT_SERVER_ADDRESS:-localhost};
PACKAGES := $(wildcard commands core deliveries knowledge retriever trainings ui pages benchmarks bootstrap.py doctor.py manage.py streamlit_app.py)
# All tests run two at a time; one file of them is quicker alone: make pytest ARGS="tests/core/test_settings.py"
ARGS     ?= -n 2 --dist worksteal
QUIETPIP := $(PYTHON) -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help run prepare sync test check lint types pytest format evaluate constraints clean ready ready-dev ready-speech

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | awk -F'\t' '{ printf "  make %-12s %s\n", $$1, $$2 }'

run: ready ## install what is missing, prepare, start on http://localhost:8501 (PORT=… for another)
	@$(DEMO) $(PYTHON) manage.py prepare
	@$(DEMO) exec $(PYTHON) -m streamlit run streamlit_app.py --server.port $(PORT)

prepare: ready ## database, model and starter library, without starting the portal
	@$(PYTHON) manage.py prepare

sync: ready ## take a folder of manuals into the library: make sync FOLDER=/path/to/manuals
	@test -n "$(FOLDER)" || { echo 'Which folder? For example: make sync FOLDER=/srv/manuals' >&2; exit 2; }
	@$(PYTHON) manage.py sync "$(FOLDER)"

test: check pytest ## style, types and all tests, as CI does

check: lint types ## style and types only

lint: ready-dev
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types: ready-dev
	$(PYTHON) -m mypy $(PACKAGES)

pytest: ready-dev
	$(PYTHON) -m pytest $(ARGS)

format: ready-dev ## put the code into the house's format
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

evaluate: ready ## how good answers are; of your own library: make evaluate DOCUMENTS=folder QUESTIONS="file …" (KEEP=folder)
	@$(PYTHON) -m benchmarks.quality $(if $(KEEP),--home "$(KEEP)") $(if $(DOCUMENTS),--documents "$(DOCUMENTS)") $(QUESTIONS)

clean: ## remove .venv and caches; var, with library and database, stays
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

constraints: ready ## renew constraints.txt from a clean environment
	@work=$$(mktemp -d) && trap 'rm -rf "$$work"' EXIT && \
	for file in requirements*.txt; do sed '/^-c /d' $$file > $$work/$$file; done && \
	$(PYTHON) -m venv $$work/venv && \
	$$work/venv/bin/python -m pip install --quiet -r $$work/requirements-dev.txt -r $$work/requirements-speech.txt && \
	{ grep '^#' constraints.txt; $$work/venv/bin/python -m pip freeze --all | sed '/^pip==/d; s/+cpu$$//'; } > $$work/new && \
	cp $$work/new constraints.txt

# What is installed is known by a checksum of the requirements, so that a second start installs nothing.
ready:
	@sum=$$(cat constraints.txt requirements.txt | cksum); \
	test -x $(PYTHON) && test "$$sum" = "$$(cat .venv/.ready 2>/dev/null)" && exit 0; \
	$(MAKE) --no-print-directory .environment && \
	echo 'Installing what the portal needs. The first time takes a few minutes and about 2.5 GB.' && \
	$(QUIETPIP) -r requirements.txt && echo "$$sum" > .venv/.ready

ready-dev: ready
	@sum=$$(cat constraints.txt requirements-dev.txt | cksum); \
	test "$$sum" = "$$(cat .venv/.ready-dev 2>/dev/null)" && exit 0; \
	echo 'Installing what the tests need.' && \
	$(QUIETPIP) -r requirements-dev.txt && echo "$$sum" > .venv/.ready-dev

ready-speech: ready ## optional: text of recordings without subtitles (docs/operation.md)
	$(QUIETPIP) -r requirements-speech.txt

# A name may be found and yet not run (pyenv's shims), so each candidate is tried.
.PHONY: .environment
.environment:
	@$(PYTHON) -m pip --version >/dev/null 2>&1 && exit 0; \
	rm -rf .venv; \
	for python in $(PYTHONS); do \
	  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
	  echo "Setting up .venv with $$($$python --version)."; \
	  $$python -m venv .venv && exit 0; \
	  rm -rf .venv; \
	  echo 'This Python cannot set up an environment. On Debian and Ubuntu: apt-get install python3-venv' >&2; \
	  exit 1; \
	done; \
	echo 'Python 3.11 or newer was not found. Please install it (python.org, or your system'"'"'s packages).' >&2; \
	exit 1
