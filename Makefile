# What a newcomer needs: make run, make test. `make help` lists the rest.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
WORKERS ?= 2
PYTEST := $(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal
MANAGE := $(BIN)/python manage.py
ON_POSTGRES := tests/accounts tests/api tests/articles tests/search tests/security tests/reliability

.PHONY: help run prepare serve lint check test test-postgres format requirements clean

help: ## list what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

run: prepare serve ## set up, import the seeds, index them and serve on 127.0.0.1:8000

prepare: .venv/installed .env ## all of `run` but the serving
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) import_articles seeds/
	@$(MANAGE) find_copies
	@$(MANAGE) link_people
	@$(MANAGE) sync_index
	@$(MANAGE) make_editor

# The follower keeps the index in step with the archive, the worker does the jobs. Whatever ends this shell ends them and
# the server, and the shell waits for all three: a signal sends it to EXIT, which asks them to stop once; one more signal
# is handed on. The trap is set before there is anything to stop, so that a signal can't fall in between ($$! is the one
# that has no name yet).
serve: .venv/installed .env
	@echo "The archive is at http://127.0.0.1:$(PORT)/ – stop it with Ctrl-C."
	@ask() { kill $$follower $$worker $$server $$! 2>/dev/null; }; \
	any() { for one in $$follower $$worker $$server; do kill -0 $$one 2>/dev/null && return; done; return 1; }; \
	stop() { \
		trap ask HUP INT TERM; ask; \
		while any; do wait; done; \
	}; \
	trap stop EXIT; trap 'exit 129' HUP; trap 'exit 130' INT; trap 'exit 143' TERM; \
	$(MANAGE) sync_index --follow & follower=$$!; \
	$(MANAGE) run_jobs & worker=$$!; \
	$(MANAGE) runserver --noreload 127.0.0.1:$(PORT) & server=$$!; \
	wait $$server

lint: .venv/installed-dev ## the house rules that a machine can check: form, types, layers, migrations
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/djlint --lint --quiet templates
	@contracts=$$($(BIN)/lint-imports --no-logo) || { echo "$$contracts"; exit 1; }
	@DEBUG=1 SECRET_KEY=lint $(BIN)/mypy
	@DEBUG=1 SECRET_KEY=lint DATABASE_URL=sqlite://:memory: $(MANAGE) makemigrations --check --dry-run

check: lint ## lint and the fast tests, those not marked slow or browser: before every commit
	@$(PYTEST) -m "not slow and not browser" $(ARGS)

test: lint ## lint and the whole suite as CI runs it: a real browser too, and many more examples
	@HYPOTHESIS_PROFILE=ci $(PYTEST) $(ARGS)

test-postgres: .venv/installed-dev ## the tests that use a database, but for the browser's, on a PostgreSQL of their own
	@HYPOTHESIS_PROFILE=dev $(BIN)/python -m tests.postgres $(PYTEST) -m "database and not browser" $(ON_POSTGRES) $(ARGS)

format: .venv/installed-dev ## bring the code into form
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .

requirements: .venv/installed-dev ## compile the pinned requirements from pyproject.toml (UPGRADE=--upgrade for newer ones)
	@$(BIN)/uv pip compile --quiet $(UPGRADE) --generate-hashes --no-header -o requirements.txt pyproject.toml
	@$(BIN)/uv pip compile --quiet $(UPGRADE) --generate-hashes --no-header --extra dev -o requirements-dev.txt pyproject.toml

clean: ## take away the environment and all that was made, the archive's data with it
	@rm -rf .venv var .env staticfiles

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed (PYTHON=… names one)."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' || { echo "Python's venv is missing: apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/installed: requirements.txt | .venv/bin/python
	@echo "Installing what the archive stands on …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt | .venv/bin/python
	@echo "Installing what its tests stand on …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	@touch $@ .venv/installed

# A first look wants no settings; the secret is made here and never in the tree.
.env: | .venv/bin/python
	@umask 077; printf 'DEBUG=1\nSECRET_KEY=%s\nALLOWED_HOSTS=127.0.0.1,localhost\n' \
		"$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))')" > $@
