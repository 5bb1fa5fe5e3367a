# Flags that every target shares.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

# -ffp-contract=off: the same sums in the same order on every machine (docs/architecture.md).
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror -ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # False alarms on std::string's operator+ and assignment (GCC bug 105651).
  add_compile_options(-Wno-restrict)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # Tables whose size is deduced have more entries than clang folds by itself; and clang calls what
  # std::stable_sort of libstdc++ 12 does inside deprecated.
  add_compile_options(-fbracket-depth=1024 -Wno-deprecated-declarations)
endif()
# Debug builds run the sanitized tests over whole models: -O1 keeps them usable.
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")

if(STEMMA_SANITIZE)
  add_compile_options(-fsanitize=${STEMMA_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Its own instrumentation, between a test and the use, makes it see uninitialized optionals.
    add_compile_options(-Wno-maybe-uninitialized)
  endif()
  add_link_options(-fsanitize=${STEMMA_SANITIZE})
endif()
if(STEMMA_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
if(STEMMA_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()
