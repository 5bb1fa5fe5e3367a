# One folder of src/ is one library target: its .cpp files, and a test program of its _test.cpp files.
#
#   stemma_library(extract USES base model LIBRARIES lexbor::lexbor)
#
# makes the library stemma_extract and the test program extract_test. A file is found by its name,
# so adding one needs no edit here.
if(STEMMA_TESTS)
  add_custom_target(unit_tests)
endif()
function(stemma_library name)
  cmake_parse_arguments(arg "" "" "USES;LIBRARIES;TEST_USES;TEST_LIBRARIES" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cpp)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")

  set(uses ${arg_USES})
  list(TRANSFORM uses PREPEND stemma_)
  if(sources)
    add_library(stemma_${name} STATIC ${sources})
    set(kind PUBLIC)
  else()
    add_library(stemma_${name} INTERFACE)
    set(kind INTERFACE)
  endif()
  target_include_directories(stemma_${name} ${kind} ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(stemma_${name} ${kind} ${uses} ${arg_LIBRARIES} Threads::Threads)

  if(STEMMA_TESTS AND tests)
    set(test_uses ${arg_TEST_USES})
    list(TRANSFORM test_uses PREPEND stemma_)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE stemma_${name} ${test_uses} ${arg_TEST_LIBRARIES}
                          GTest::gmock_main rapidcheck)
    target_compile_definitions(${name}_test PRIVATE STEMMA_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    add_dependencies(unit_tests ${name}_test)
    add_test(NAME ${name} COMMAND ${name}_test)
    set_tests_properties(${name} PROPERTIES TIMEOUT 600)
  endif()
endfunction()
