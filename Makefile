# make report    sets up, builds, makes the example reports and says where they are
# make install   installs the tool, its manual and completions under PREFIX=/usr/local; uninstall
# make docs      writes the reference of the library
# make test      sets up, builds and passes the tests
# make bench     measures how fast texts are read, and reports, data and messages written
# make sanitize  passes the tests under the address and the thread sanitizer
# make fuzz      looks for input that breaks a reader, SECONDS=60 for each; READERS=word for one
# make attack    attacks the tool with what is hostile; CLASSES=stores for one class
# make evaluate  says how well documents are read that the weights were not trained on
# make train     trains the weights on the annotated documents
# make tables    reads tables with known truth, printed by LibreOffice and Chromium, COUNT=60 documents
# make workbooks  recalculates the reports' workbooks in LibreOffice, and changes figures in them
# make lint, make format, make clean

SWIFT ?= swift
TOOL = .build/release/nyckeltal
# With its own libraries in it where the toolchain has them (on Linux), Swift starts and runs faster.
SWIFT_LIBRARIES = $(dir $(shell readlink -f "$$(command -v $(SWIFT))"))../lib/swift_static/linux
STATIC = $(if $(wildcard $(SWIFT_LIBRARIES)),--static-swift-stdlib)
FROM ?= Examples/minutes
REPORTS ?= reports
SECONDS ?= 60
ANNOTATED ?= Tests/Annotated Tests/NyckeltalExtractionTests/Corpus
READERS ?= text markdown word web pdf extractor

# What the libraries need beyond the Swift toolchain, by Debian's and Homebrew's names.
APT_PACKAGES = libxlsxwriter-dev libsqlite3-dev libgmime-3.0-dev libcurl4-openssl-dev pkg-config \
  libarchive-dev libxml2-dev poppler-utils
BREW_PACKAGES = libxlsxwriter gmime curl pkg-config libarchive libxml2 poppler
# Reading a workbook back in the tests; reading and receiving messages; checking exports against
# their schema; the review page in a browser.
APT_TEST_PACKAGES = unzip openssl python3 python3-aiosmtpd python3-jsonschema chromium \
  chromium-driver

# Printing the documents of `make tables`; nothing else needs them.
APT_TABLE_PACKAGES = libreoffice-writer chromium fonts-liberation python3
# Recalculating workbooks in `make workbooks`.
APT_WORKBOOK_PACKAGES = libreoffice-calc python3
COUNT ?= 60
SEED ?= 1

# Where `make install` puts the tool; DESTDIR stands before it for those who make packages.
PREFIX ?= /usr/local
DESTDIR ?=
ROOT = $(DESTDIR)$(PREFIX)
INSTALLED = bin/nyckeltal share/man/man1/nyckeltal.1 share/man/sv/man1/nyckeltal.1 \
  share/bash-completion/completions/nyckeltal share/zsh/site-functions/_nyckeltal \
  share/fish/vendor_completions.d/nyckeltal.fish

.PHONY: all setup test-setup build install uninstall test-install report test test-kill test-readme \
  test-exports attack evaluate train tables workbooks sanitize lint format docs bench fuzz clean

all: report

setup:
	@./.ci/install apt "$(APT_PACKAGES)" brew "$(BREW_PACKAGES)"

test-setup: setup
	@./.ci/install apt "$(APT_TEST_PACKAGES)" brew ""

build: setup
	@$(SWIFT) build -c release $(STATIC) --product nyckeltal

# Puts the tool without its symbols, the manual in both languages and the completions in place.
install: build
	@mkdir -p $(addprefix $(ROOT)/,$(sort $(dir $(INSTALLED))))
	@strip -o $(ROOT)/bin/nyckeltal $(TOOL) && chmod 755 $(ROOT)/bin/nyckeltal
	@$(TOOL) manual --language en >$(ROOT)/share/man/man1/nyckeltal.1
	@$(TOOL) manual --language sv >$(ROOT)/share/man/sv/man1/nyckeltal.1
	@$(TOOL) --generate-completion-script bash \
	  >$(ROOT)/share/bash-completion/completions/nyckeltal
	@$(TOOL) --generate-completion-script zsh >$(ROOT)/share/zsh/site-functions/_nyckeltal
	@$(TOOL) --generate-completion-script fish \
	  >$(ROOT)/share/fish/vendor_completions.d/nyckeltal.fish
	@echo "installed $(ROOT)/bin/nyckeltal, its manual and completions"

uninstall:
	@rm -f $(addprefix $(ROOT)/,$(INSTALLED))

# Installs the tool into a folder of its own, uses it there from elsewhere, and takes it out again.
test-install: build
	@./Tests/Install/run "$(MAKE)"

report: build
	@mkdir -p $(REPORTS)
	@$(TOOL) report tertial --year 2015 --tertial 1 --from $(FROM) --quiet \
	  --output $(REPORTS)/tertial-2015-1.xlsx --output $(REPORTS)/tertial-2015-1.txt \
	  --output $(REPORTS)/tertial-2015-1.html
	@$(TOOL) report compare --years 2015 2019 --from $(FROM) --quiet \
	  --output $(REPORTS)/jamforelse-2015-2019.xlsx --output $(REPORTS)/jamforelse-2015-2019.txt
	@$(TOOL) report topic --topic sommarjobb --from $(FROM) --quiet \
	  --output $(REPORTS)/sommarjobb.xlsx --output $(REPORTS)/sommarjobb.txt
	@cat $(REPORTS)/tertial-2015-1.txt
	@echo
	@echo "Made from the documents in $(FROM):"
	@ls -1 $(REPORTS)/*.xlsx $(REPORTS)/*.txt $(REPORTS)/*.html

test: test-setup
	@$(SWIFT) test

# Ends an import of 500 documents at 50 random moments, and looks at what it leaves.
test-kill: build test-setup
	@NYCKELTAL_KILLS=50 NYCKELTAL_TOOL=$(TOOL) $(SWIFT) test --filter StoreKillTests

# Attacks the tool in ten classes, some 5 300 cases: it must not crash, hang, take a gigabyte, write
# controls to a terminal or lose anything without a word.
attack: build test-setup
	@Tests/Attack/attack $(TOOL) $(CLASSES)

# Runs every command of README, as printed, and compiles its snippets in a package of its own that
# takes this one by URL and version tag; README_ONLY=commands leaves the snippets out.
test-readme: build
	@python3 Tests/Readme/check.py $(if $(README_ONLY),,--compile $(SWIFT)) $(TOOL)

# The reference with its articles, in .build/docs; a warning or a broken link is an error.
docs:
	@./Tests/Docs/run $(SWIFT)

# Reads exports and a store with polars, DuckDB, frictionless and datasette, which come from PyPI.
test-exports: build
	@python3 -m venv .build/exports
	@.build/exports/bin/pip install --quiet polars duckdb pandas pyarrow frictionless datasette
	@.build/exports/bin/python Tests/NyckeltalCLITests/check_exports.py --with-libraries $(TOOL) $(FROM)

# Makes documents with tables of every shape, reads them and compares with what they hold.
tables: build
	@./.ci/install apt "$(APT_TABLE_PACKAGES)" brew ""
	@python3 Tests/TableTruth/tables.py $(TOOL) .build/tables --count $(COUNT) --seed $(SEED) --errors

# What is read from each annotated document with weights that were trained on the others, held
# against the floors in Tests/Annotated; `train` writes the weights of all of them, which are then compiled in.
evaluate: build
	@$(TOOL) train $(ANNOTATED) >.build/evaluation.txt
	@python3 Tests/Annotated/floors.py <.build/evaluation.txt

train: build
	@$(TOOL) train $(ANNOTATED) --output Sources/CJudgeWeights/weights.tsv

# Has LibreOffice work out all formulas of the example reports anew, and sets outcomes to other values.
workbooks: build
	@./.ci/install apt "$(APT_WORKBOOK_PACKAGES)" brew ""
	@python3 Tests/Recalculation/recalculate.py $(TOOL) $(FROM) .build/workbooks

# Passes the tests under the address and the thread sanitizer. Leaks are looked for in the tool and
# by `make fuzz`, not in the tests' own process: pointers in which Swift keeps a mark are not known
# as such there.
sanitize: test-setup
	@ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --disable-xctest --no-parallel \
	  --sanitize=address --scratch-path .build-asan
	@TSAN_OPTIONS=suppressions=$(CURDIR)/Tests/Sanitizers/thread.supp \
	  $(SWIFT) test --disable-xctest --sanitize=thread --scratch-path .build-tsan

lint:
	@$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Examples

format:
	@$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests Examples

# How fast texts are read and reports and data written; BENCH=--large measures 1 GB too,
# BENCH=--exports only what is written, BENCH=--documents only PDFs.
bench: setup
	@$(SWIFT) build -c release $(STATIC) --product NyckeltalBenchmarks
	@.build/release/NyckeltalBenchmarks $(BENCH) $(FROM)

# Looks for input that breaks a reader, SECONDS for each; what it finds it writes to .build-fuzz.
# The compiler takes the last -sanitize alone, so that one names both.
fuzz: test-setup
	@NYCKELTAL_FUZZING=1 $(SWIFT) build -c release --scratch-path .build-fuzz \
	  --product NyckeltalFuzzing --sanitize=fuzzer -Xcc -fsanitize=address \
	  -Xswiftc -sanitize=fuzzer,address
	@for reader in $(READERS); do Tests/Fuzzing/run $$reader $(SECONDS) || exit 1; done

clean:
	@rm -rf .build .build-asan .build-fuzz .build-tsan $(REPORTS)
