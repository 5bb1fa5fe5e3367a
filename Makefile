# The two commands a newcomer needs: `make demo` and `make test`. Both install what is missing first.
PREFIX ?= /usr/local
BUILD := build/release
STEMMA := $(BUILD)/stemma
JOBS ?= $(shell nproc)
FUZZ_SECONDS ?= 10
export CCACHE_BASEDIR := $(CURDIR)

.PHONY: help setup setup-test build models demo test bench fuzz lint format install clean
.DEFAULT_GOAL := help

help:
	@echo 'make demo      install what is missing, build, collate the example story into an HTML report'
	@echo 'make test      the same set-up, then every test'
	@echo 'make build     the release program, $(STEMMA)'
	@echo 'make bench     build and run the benchmarks'
	@echo 'make fuzz      run each fuzz target for FUZZ_SECONDS=$(FUZZ_SECONDS) seconds'
	@echo 'make lint      clang-tidy over the sources; make format: clang-format'
	@echo 'make install   install under PREFIX=$(PREFIX), DESTDIR is honoured'

setup:
	@tools/setup.sh build
	@tools/models/fetch.sh

setup-test:
	@tools/setup.sh build test
	@tools/models/fetch.sh

build:
	@cmake --preset release -DSTEMMA_TESTS=OFF >$(BUILD).log 2>&1 || { mkdir -p build; cmake --preset release -DSTEMMA_TESTS=OFF; }
	@cmake --build $(BUILD) --parallel $(JOBS)

models: build
	@$(STEMMA) model add models/packages/sm models/packages/md --into models

demo: setup models
	@mkdir -p build/demo
	@$(STEMMA) collate examples/harbour --format html -o build/demo/report.html
	@$(STEMMA) collate examples/harbour --format text
	@echo
	@echo 'The same as a page: $(CURDIR)/build/demo/report.html'

clean:
	rm -rf build
