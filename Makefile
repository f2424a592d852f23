# Headship's commands. `make run` and `make test` need Python 3.11 or later; the rest they install.

ADDRESS ?= 127.0.0.1:8000
WORKERS ?= 2

BIN := .venv/bin
STAMPS := .venv/stamps
MANAGE := $(BIN)/python manage.py
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm --prefix frontend
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check
PYTEST := $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal
ASSETS := static/build/headship.css
SOURCES := $(shell find frontend -path frontend/node_modules -prune -o -type f -print)

.PHONY: help run test lint tools postgres docs format

help:  ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

run: $(STAMPS)/packages $(ASSETS)  ## the server, with its demonstration, at http://127.0.0.1:8000
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) play --demonstration
	@echo "Headship is at http://$(ADDRESS)"
	@DEBUG=false DJANGO_RUNSERVER_HIDE_WARNING=true $(MANAGE) runserver $(ADDRESS)

test: tools lint  ## every check and every test
	$(PYTEST)

lint: $(STAMPS)/packages-dev  ## style, types, contracts between the parts, migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MANAGE) makemigrations --check --dry-run

postgres: tools  ## every test on PostgreSQL, which DATABASE_URL may name
	scripts/postgres $(PYTEST)

docs: $(STAMPS)/packages  ## the documents that are made from the code
	$(BIN)/python -m law.report > docs/law.md
	$(MANAGE) make_docs
	$(MANAGE) make_cycle_docs
	$(MANAGE) make_story_docs

format: $(STAMPS)/packages-dev  ## the house style, put on
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

tools: $(STAMPS)/packages-dev $(ASSETS)
	@$(BIN)/python -m scripts.tools

.venv/bin/python:
	@scripts/python

$(STAMPS)/packages: requirements.txt constraints.txt | .venv/bin/python
	@echo "Installing packages"
	@$(PIP) -r requirements.txt
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/packages-dev: requirements-dev.txt $(STAMPS)/packages
	@echo "Installing packages for the tests"
	@$(PIP) -r requirements-dev.txt
	@touch $@

$(STAMPS)/node: frontend/package-lock.json $(STAMPS)/packages
	@$(NPM) ci --omit=optional --silent
	@touch $@

$(ASSETS): $(SOURCES) $(STAMPS)/node
	@echo "Building the style sheet"
	@$(NPM) run build --silent
