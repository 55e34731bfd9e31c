# The two commands of the README are `make run` and `make test`.
SWIFT ?= swift
PREFIX ?= $(HOME)/.local
ZHIBIAO = .build/release/zhibiao
BUILD_PACKAGES = libsqlite3-dev libreadline-dev libxml2-dev zlib1g-dev
TEST_PACKAGES = sqlite3 tmux poppler-utils pandoc pango1.0-tools fonts-wqy-microhei python3-venv
# Programs from PyPI that tests read exports and databases with.
TEST_PYTHON = pandas==3.1.1 duckdb==2.0.1 datasette==0.65.5

SECONDS ?= 60

# Suites that keep both cores busy for minutes: they run after the others, which would wait for them.
LONG_TESTS = KillTests|TogetherTests

.PHONY: run test pages bench fuzz build release setup setup-test lint install docs clean

## run: install what is missing, build, import the sample reports into ./metrics.db, show what is in it
run: release
	@$(ZHIBIAO) import --db metrics.db seeds/reports
	@printf '\nFigures by category:\n\n'
	@$(ZHIBIAO) sql --db metrics.db "$$(cat scripts/by-category.sql)"
	@cat scripts/next-steps.txt

## test: the same set-up, then all tests
test: setup-test
	$(SWIFT) test --skip '$(LONG_TESTS)'
	$(SWIFT) test --skip-build --filter '$(LONG_TESTS)'

## pages: write docs/commands.md, the man pages, and into the sessions of README and docs/ what the program prints now
pages: release
	@$(ZHIBIAO) --experimental-dump-help | scripts/manual.py docs "$$($(ZHIBIAO) --version | sed -n '1s/.* //p')"
	@scripts/console_blocks.py write $(ZHIBIAO) README.md README.zh.md docs/*.md

## bench: how fast reports are read, beside wc, and figures stored and streamed, beside SQLite's C API
bench: setup-test release
	@Benchmarks/run

## fuzz: feeds the core made-up bytes for a time: make fuzz SECONDS=600
fuzz: setup
	@Fuzz/run $(SECONDS)

## build: a debug build
build: setup
	$(SWIFT) build

## release: the program as a person uses it, at .build/release/zhibiao; with Swift's library in it, which halves the time of its start
release: setup
	$(SWIFT) build -c release --static-swift-stdlib --product zhibiao

## install: put the program, its man pages and completions for bash, zsh and fish below PREFIX (~/.local unless given)
install: release
	install -D $(ZHIBIAO) $(DESTDIR)$(PREFIX)/bin/zhibiao
	scripts/install-help.sh $(ZHIBIAO) $(DESTDIR)$(PREFIX)/share

## docs: the library's documentation as web pages in .build/docs
docs: build
	@scripts/docs.sh .build/docs
	@echo "Look at it with: python3 -m http.server --directory .build/docs, then http://localhost:8000/documentation/zhibiao"

## lint: check the style of the Swift files
lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks Fuzz

setup:
	@scripts/setup.sh $(BUILD_PACKAGES)

setup-test:
	@scripts/setup.sh $(BUILD_PACKAGES) $(TEST_PACKAGES)
	@scripts/python.sh $(TEST_PYTHON)

clean:
	rm -rf .build metrics.db
