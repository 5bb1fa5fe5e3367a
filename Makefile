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
	@echo 'make sanitize  the tests again under the address and undefined-behaviour sanitizers, then under the thread sanitizer'
	@echo 'make bench     build and run the benchmarks'
	@echo 'make fuzz      run each fuzz target for FUZZ_SECONDS=$(FUZZ_SECONDS) seconds'
	@echo 'make neon      compile the kernels for 64-bit ARM and, under qemu-user, compare their bits with those of x86-64'
	@echo 'make lint      clang-format, clang-tidy and clang'"'"'s analyzer over what changed since they found nothing; make format: clang-format'
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

test sanitize bench fuzz lint format: GROUPS := build test
test sanitize bench lint: TESTS := ON

test: models
	@cmake --build $(BUILD) --parallel $(JOBS)
	@STEMMA_REQUIRE_MODELS=1 ctest --preset release --parallel $(JOBS)
	@FUZZ_SEED=1 tools/fuzz.sh $(FUZZ_SECONDS)

# The tests once more in builds of their own. The thread sanitizer judges the unit tests alone (CMakePresets.json says why).
sanitize: models
	@for preset in dev tsan; do \
	  echo "== build/$$preset"; \
	  cmake --preset $$preset >build/$$preset.log 2>&1 || { cat build/$$preset.log; exit 1; }; \
	  cmake --build --preset $$preset --parallel $(JOBS) && \
	  STEMMA_REQUIRE_MODELS=1 ctest --preset $$preset --parallel $(JOBS) || { echo "make sanitize: build/$$preset failed" >&2; exit 1; }; \
	done

bench: models
	@$(call configure,release,-DSTEMMA_BENCH=ON)
	@cmake --build $(BUILD) --parallel $(JOBS) --target benchmarks
	@bench/run.sh $(BUILD)/bench

fuzz: models
	@tools/fuzz.sh $(FUZZ_SECONDS)

# Needs Debian's g++-aarch64-linux-gnu and, to run what was compiled, qemu-user; set-up installs neither.
neon:
	@tools/neon/check.sh

lint:
	@tools/setup.sh $(GROUPS)
	@$(call configure,release,-DSTEMMA_TESTS=ON)
	@tools/lint.py --jobs $(JOBS)

format:
	@tools/setup.sh $(GROUPS)
	@git ls-files '*.cpp' '*.h' | xargs clang-format-19 -i

install: models
	@cmake --install $(BUILD) --prefix $(DESTDIR)$(PREFIX)

clean:
	rm -rf build
