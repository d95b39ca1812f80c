# Targets a newcomer guesses. Everything installs into .venv from locked versions with hashes.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# Else every process that the tests begin would compile all that it loads once more.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help ablation demo test test-compiled check lint compiled bench-dates bench-units bench-archive bench-parse bench-store bench-crawl fuzz kills replay-peers reader-peers lock clean

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

demo: $(VENV)/run ## set up, then crawl, archive, read and show the demo site
	$(BIN)/archiver demo

test: $(VENV)/test lint ## set up what is missing, check the code, pass the tests
	$(BIN)/python -m pytest -n auto --dist loadfile

check: lint test ## the same as test

lint: $(VENV)/test ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench-dates: $(VENV)/run .venv-bench-dates/peers ## dates a second, beside dateparser and jionlp
	$(BIN)/python -m benchmarks.bench_dates --peers .venv-bench-dates/bin/python

bench-units: $(VENV)/run ## contributor names taken apart and resolved a second
	$(BIN)/python -m benchmarks.bench_units

bench-archive: $(VENV)/test ## what capturing, proving, reading and resuming cost, beside warcio and FastWARC
	$(BIN)/python -m benchmarks.bench_archive
	$(BIN)/python -m benchmarks.bench_resume

bench-parse: .compiled/done .venv-bench-parse/done ## pages read a second, beside trafilatura, GNE and readability
	$(BIN)/python -m benchmarks.bench_parse --compiled .compiled --peers .venv-bench-parse/bin/python

ablation: $(VENV)/test ## leave out every clause of the parsers' rules in turn, and tell which pages need it
	$(BIN)/python -m benchmarks.ablation

compiled: .compiled/done ## the package with its parsers compiled, in .compiled (needs a C compiler)

COMPILED := PYTHONSAFEPATH=1 PYTHONPATH=$(CURDIR)/.compiled:$(CURDIR) $(BIN)/python
test-compiled: .compiled/done ## the tests of reading, once more with the compiled package
	$(COMPILED) -c 'from archiver.parsers.markup import walk; assert walk.__file__.endswith(".so"), walk'
	$(COMPILED) -m pytest -o pythonpath= -n auto --dist loadfile tests/parsers tests/chinese/test_date_laws.py

ARTICLES ?= 9000
bench-store: $(VENV)/run .venv-bench-store/done ## storing, near copies, search, coverage and export; ARTICLES=1000000 for more
	PYTHONPATH=.venv-bench-store $(BIN)/python -m benchmarks.bench_store --articles $(ARTICLES)

bench-crawl: .compiled/done ## pages crawled a second, beside bare Scrapy and the usual chain
	$(BIN)/python -m benchmarks.bench_crawl --compiled .compiled

fuzz: $(VENV)/test ## read 12 000 damaged pages; the test suite reads 1 000
	FUZZ_PAGES=12000 $(BIN)/python -m pytest tests/parsers/test_fuzz.py

kills: $(VENV)/test ## kill a crawl 50 times at random moments and count what is lost; the test suite kills 4 times
	KILLS=50 $(BIN)/python -m pytest tests/spiders/test_kills.py

replay-peers: .venv-replay/done .replayweb/done ## pywb, py-wacz and replayweb.page for tests/replay (needs npm)

reader-peers: .venv-readers/done ## frictionless, pandas, DuckDB, networkx, igraph for tests/exports

lock: ## write the lock files anew from pyproject.toml (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" pyproject.toml requirements/build.in -o requirements/run.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" --extra test pyproject.toml requirements/build.in \
		-c requirements/run.lock -o requirements/test.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" requirements/bench-dates.in -o requirements/bench-dates.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" requirements/bench-parse.in -o requirements/bench-parse.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" requirements/bench-store.in -o requirements/bench-store.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" requirements/replay.in -o requirements/replay.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--custom-compile-command "make lock" requirements/readers.in -o requirements/readers.lock

clean: ## remove the virtual environment and caches
	rm -rf $(VENV) .venv-bench-dates .venv-bench-parse .venv-bench-store .venv-replay .venv-readers .replayweb .compiled \
		.mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.12 …") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

.venv-bench-store/done: $(VENV)/bin/python requirements/bench-store.lock
	$(INSTALL) --target .venv-bench-store --require-hashes -r requirements/bench-store.lock
	touch $@

# Built from a source archive, so that no compiled file comes to lie beside the sources.
.compiled/done: $(VENV)/test $(shell find archiver spiders pipelines exports -type f ! -name '*.pyc')
	rm -rf .compiled
	$(BIN)/hatchling build --target sdist --directory .compiled/source
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(INSTALL) --no-deps --no-build-isolation --target .compiled \
		.compiled/source/*.tar.gz
	touch $@

.venv-bench-parse/done: requirements/bench-parse.lock
	$(PYTHON) -m venv .venv-bench-parse
	.venv-bench-parse/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
		--require-hashes -r requirements/bench-parse.lock
	touch $@

$(VENV)/run: $(VENV)/bin/python requirements/run.lock pyproject.toml
	$(INSTALL) --require-hashes -r requirements/run.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/test: $(VENV)/run requirements/test.lock
	$(INSTALL) --require-hashes -r requirements/test.lock
	touch $@

.venv-bench-dates/peers: requirements/bench-dates.lock
	$(PYTHON) -m venv .venv-bench-dates
	.venv-bench-dates/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements/bench-dates.lock
	touch $@

.venv-replay/done: requirements/replay.lock
	$(PYTHON) -m venv .venv-replay
	.venv-replay/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements/replay.lock
	touch $@

.venv-readers/done: requirements/readers.lock
	$(PYTHON) -m venv .venv-readers
	.venv-readers/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		-r requirements/readers.lock
	touch $@

# Its package is the built site; what npm would install beside it is only for building it.
.replayweb/done: requirements/replayweb.sha512
	rm -rf .replayweb && mkdir .replayweb
	cd .replayweb && npm pack --silent "$$(sed -E 's/.*  (.*)-(.*)\.tgz/\1@\2/' ../$<)" \
		&& sha512sum --check --quiet ../$< && tar xzf *.tgz
	touch $@
