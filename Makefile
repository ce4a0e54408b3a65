# make setup        install what running needs and is missing
# make demo         the above, load the sample and serve it (ARGS=--lan: to the whole network)
# make run          serve the site of DATABASE_URL (BIND=0.0.0.0:8000 WORKERS=4)
# make setup-test   install what the tests need besides
# make lint         style, types, layers, migrations, nothing newer than Chromium 86
# make test         everything the project is held to
# make bench        print how long pages, saves and files of a long speech take, beside other programs
# make format       let ruff set the code
# make lock         choose the newest versions that pyproject.toml allows

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.PHONY: help setup setup-test python demo run lint test bench format lock

PYTHON ?= python3
PY := .venv/bin/python
PIP := $(PY) -m pip --disable-pip-version-check install --quiet

# WeasyPrint's libraries, then the faces of an official document: Fandol and Noto CJK.
PACKAGES ?= libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 texlive-lang-chinese fonts-noto-cjk tzdata
TEST_PACKAGES ?= postgresql chromium poppler-utils libreoffice-writer-nogui
# Debian's Python comes without what makes a virtual environment.
PYTHON_PACKAGES = $(shell $(PYTHON) -c 'import ensurepip' 2>/dev/null || echo python3 python3-venv)

help:
	@sed -n '/^$$/q;s/^# //p' Makefile

# --- Set up ----------------------------------------------------------------------------------

setup: python
	@$(MAKE) --silent .venv/run.lock

setup-test: setup
	@$(if $(TEST_PACKAGES),.setup/debian $(TEST_PACKAGES))
	@$(MAKE) --silent .venv/test.lock

# What make cannot see from dates: packages of the system, and an environment that moved or broke.
python:
	@$(if $(PACKAGES),.setup/debian $(PACKAGES) $(PYTHON_PACKAGES))
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	    || { echo '需要 Python 3.11 或更新的版本，可用 make PYTHON=python3.12 指定。' >&2; exit 1; }
	@$(PY) -c '' 2>/dev/null || { rm -rf .venv; $(PYTHON) -m venv .venv; }

.venv/run.lock: requirements.lock
	echo '安装 Python 软件包（requirements.lock）'
	sed '/^# Tests/,$$d' requirements.lock > .venv/run.part
	$(PIP) --no-deps --requirement .venv/run.part
	mv .venv/run.part $@

.venv/test.lock: requirements.lock
	echo '安装测试用的 Python 软件包'
	$(PIP) --no-deps --requirement requirements.lock
	cp requirements.lock $@

# Made once, where the operator gives no key.
var/secret-key: | setup
	@umask 077; mkdir -p var; $(PY) -c 'import secrets; print(secrets.token_urlsafe(48))' > $@

# --- Serve -----------------------------------------------------------------------------------

BIND ?= 127.0.0.1:8000
WORKERS ?= 2
ARGS ?=

# Where none are given: the key above, and the names and addresses this machine has.
AS_OPERATOR = SECRET_KEY="$${SECRET_KEY:-$$(cat var/secret-key)}" ALLOWED_HOSTS="$${ALLOWED_HOSTS:-$(OWN_NAMES)}"
OWN_NAMES = localhost,127.0.0.1$(shell { hostname; hostname -I; } 2>/dev/null | tr ' ' '\n' | sed -n '/:/d;/./s/^/,/p' | tr -d '\n')

demo: setup var/secret-key
	@$(AS_OPERATOR) $(PY) manage.py demo $(ARGS)

run: setup var/secret-key
	@$(AS_OPERATOR) $(PY) manage.py migrate --verbosity 0
	@$(AS_OPERATOR) exec $(PY) -m gunicorn --no-control-socket --preload --bind $(BIND) --workers $(WORKERS) --threads 4 \
	    --timeout 120 reportsite.wsgi

# --- Check -----------------------------------------------------------------------------------

comma := ,
empty :=
PURE := document typeset export checks importing
PURE_FILES := $(subst $(empty) $(empty),$(comma),$(PURE:%=speeches/%/*))
AS_TEST := DJANGO_SETTINGS_MODULE=tests.settings
PYTEST := $(PY) -m pytest --quiet --numprocesses 2

lint: setup-test
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(PY) -m tests.browsers
	$(PY) -c 'from importlinter.cli import lint_imports_command as check; check()'
	$(AS_TEST) $(PY) manage.py check --fail-level WARNING
	$(AS_TEST) $(PY) manage.py makemigrations --check --dry-run

test: lint
	$(PY) -m coverage erase
	$(PYTEST) --cov --cov-report= -m 'not e2e'
	$(PYTEST) -m e2e
	$(PY) -m tests.postgres -- $(PYTEST) -m 'database and not e2e'
	$(PY) -m coverage report --include='$(PURE_FILES)' --fail-under=100
	$(PY) -m coverage report --omit='$(PURE_FILES)' --fail-under=95

bench: setup-test
	$(AS_TEST) $(PY) -m tests.benchmarks

format: setup-test
	$(PY) -m ruff check --fix-only
	$(PY) -m ruff format

# --- Versions --------------------------------------------------------------------------------

NAMES := import tomllib; p = tomllib.load(open("pyproject.toml", "rb"))

# The run part first, alone in its environment; what the tests add is what is new after them.
lock: setup
	rm -rf var/lock && $(PYTHON) -m venv var/lock
	var/lock/bin/python -c '$(NAMES); print(*p["project"]["dependencies"], sep="\n")' > var/lock/run
	var/lock/bin/python -c '$(NAMES); print(*p["dependency-groups"]["test"], sep="\n")' > var/lock/test
	var/lock/bin/python -m pip install --quiet --requirement var/lock/run
	var/lock/bin/python -m pip freeze | LC_ALL=C sort --ignore-case > var/lock/run.part
	var/lock/bin/python -m pip install --quiet --requirement var/lock/run --requirement var/lock/test
	var/lock/bin/python -m pip freeze | LC_ALL=C sort --ignore-case > var/lock/all.part
	{ sed -n '/^#/!q;p' requirements.lock; cat var/lock/run.part; echo; echo '# Tests'; \
	    grep -vxFf var/lock/run.part var/lock/all.part; } > var/lock/requirements.lock
	mv var/lock/requirements.lock requirements.lock && rm -rf var/lock
