# The two commands a newcomer needs: `make demo` and `make test`. Both install what is missing first.
PREFIX ?= /usr/local
BUILD := build/release
STEMMA := $(BUILD)/stemma
JOBS ?= $(shell nproc)
FUZZ_SECONDS ?= 10
# What to install and build; the goals that need more say so and their prerequisites inherit it.
GROUPS := build
TESTS := OFF
export CCACHE_BASEDIR := $(CURDIR)

.PHONY: help setup build models demo test sanitize bench fuzz neon lint format install clean
.DEFAULT_GOAL := help

help:
	@echo 'make demo      install what is missing, build, collate the example story into an HTML report'
	@echo 'make test      the same set-up, then every test'
	@echo 'make build     the release program, $(STEMMA)'
	@echo 'make bench     build and run the benchmarks'
	@echo 'make fuzz      run each fuzz target for FUZZ_SECONDS=$(FUZZ_SECONDS) seconds'
	@echo 'make neon      compile the kernels for 64-bit ARM and, under qemu-user, compare their bits with those of x86-64'
	@echo 'make lint      clang-tidy over the sources; make format: clang-format'
	@echo 'make install   install under PREFIX=$(PREFIX), DESTDIR is honoured'

setup:
	@tools/setup.sh $(GROUPS)
	@tools/models/fetch.sh

# The configuration says little when all is well and everything when it is not.
configure = mkdir -p build && { cmake --preset $(1) $(2) >build/$(1).log 2>&1 || { cat build/$(1).log; exit 1; }; }

build: setup
	@$(call configure,release,-DSTEMMA_TESTS=$(TESTS))
	@cmake --build $(BUILD) --parallel $(JOBS) --target stemma

models: build
	@$(STEMMA) model add models/packages/sm models/packages/md --into models

demo: models
	@mkdir -p build/demo
	@$(STEMMA) collate examples/port-aldane --format html -o build/demo/report.html
	@$(STEMMA) collate examples/port-aldane --format text
	@echo
	@echo 'The same as a page to open in a browser: build/demo/report.html'

test sanitize bench fuzz lint: GROUPS := build test
test sanitize bench lint: TESTS := ON

test: models
	@cmake --build $(BUILD) --parallel $(JOBS)
	@STEMMA_REQUIRE_MODELS=1 ctest --preset release --parallel $(JOBS)
	@FUZZ_SEED=1 tools/fuzz.sh $(FUZZ_SECONDS)

# The unit tests once more under the address and undefined-behaviour sanitizers, and under the thread sanitizer.
sanitize: models
	@for preset in dev tsan; do \
	  cmake --preset $$preset >build/$$preset.log 2>&1 || { cat build/$$preset.log; exit 1; }; \
	  cmake --build build/$$preset --parallel $(JOBS) && ctest --preset $$preset --parallel $(JOBS) || exit 1; \
	done

bench: models
	@$(call configure,release,-DSTEMMA_BENCH=ON)
	@cmake --build $(BUILD) --parallel $(JOBS)
	@for each in $(BUILD)/bench/*_bench; do echo "== $$each"; "$$each" || exit 1; done

fuzz: models
	@tools/fuzz.sh $(FUZZ_SECONDS)

# Needs Debian's g++-aarch64-linux-gnu and, to run what was compiled, qemu-user; set-up installs neither.
neon:
	@tools/neon/check.sh

lint: setup
	@$(call configure,release,-DSTEMMA_TESTS=ON)
	@git ls-files 'src/*.cpp' | grep -v _test.cpp | xargs -P $(JOBS) -n 4 clang-tidy-19 -p $(BUILD) --quiet \
	    --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-deprecated-declarations

format:
	@git ls-files '*.cpp' '*.h' | xargs clang-format-19 -i

install: models
	@cmake --install $(BUILD) --prefix $(DESTDIR)$(PREFIX)

clean:
	rm -rf build
