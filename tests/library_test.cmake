# Installs the public library into an empty folder, builds the examples of it as anyone would, and runs them.
#
#   cmake -D BUILD=... -D SOURCE=... -D SCRATCH=... -D CXX=... -P library_test.cmake
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGN}\n${out}")
  endif()
  set(out "${out}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${SCRATCH})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${SCRATCH}/usr --component library)
function(build example)
  run(${CMAKE_COMMAND} -S ${SOURCE}/examples/${example} -B ${SCRATCH}/${example} -D CMAKE_PREFIX_PATH=${SCRATCH}/usr
      -D CMAKE_CXX_COMPILER=${CXX} -D "CMAKE_CXX_FLAGS=-Wall -Wextra -Wpedantic -Werror" ${ARGN})
  run(${CMAKE_COMMAND} --build ${SCRATCH}/${example})
endfunction()
build(parse)

# The same by pkg-config; one shared library of one minor version.
file(GLOB_RECURSE installed RELATIVE ${SCRATCH}/usr ${SCRATCH}/usr/*)
foreach(wanted "lib.*/libstemma\\.so\\.0\\.1;" "lib.*/pkgconfig/stemma\\.pc")
  if(NOT "${installed};" MATCHES "${wanted}")
    message(FATAL_ERROR "there is no ${wanted} among ${installed}")
  endif()
endforeach()
find_program(PKG_CONFIG pkg-config REQUIRED)
file(GLOB_RECURSE pc ${SCRATCH}/usr/*/stemma.pc)
cmake_path(GET pc PARENT_PATH pc)
run(${CMAKE_COMMAND} -E env PKG_CONFIG_PATH=${pc} ${PKG_CONFIG} --cflags --libs "stemma = 0.1.0")
if(NOT out MATCHES "-I${SCRATCH}/usr/include" OR NOT out MATCHES "-lstemma")
  message(FATAL_ERROR "pkg-config says ${out}")
endif()

set(model ${SOURCE}/models/sm.stemma)
if(NOT EXISTS ${model})
  if(DEFINED ENV{STEMMA_REQUIRE_MODELS})
    message(FATAL_ERROR "${model} is not there")
  endif()
  message("skipped: ${model} is not there")  # built and linked, at least
  return()
endif()
run(${SCRATCH}/parse/parse_example ${model} "Rebels seized Port Aldane on Tuesday.")
foreach(wanted "seized\tseize\tVERB\tROOT\tseized" "Rebels\trebel\tNOUN\tnsubj\tseized" "Tuesday: DATE")
  if(NOT out MATCHES "${wanted}")
    message(FATAL_ERROR "the example does not print '${wanted}' but\n${out}")
  endif()
endforeach()

execute_process(COMMAND ${SCRATCH}/parse/parse_example ${SCRATCH}/none.stemma "" RESULT_VARIABLE status
                ERROR_VARIABLE why)
if(NOT status EQUAL 1 OR NOT why MATCHES "none.stemma")
  message(FATAL_ERROR "a missing model is not named: ${why}")
endif()

execute_process(COMMAND sh -c "${SCRATCH}/parse/parse_example ${model} $(printf 'caf\\351')" RESULT_VARIABLE status
                ERROR_VARIABLE why)
if(NOT status EQUAL 1 OR NOT why MATCHES "not UTF-8")
  message(FATAL_ERROR "text that is no UTF-8 is not named: ${why}")
endif()

# A program that has the model in itself, and says what it can say.
build(embedded -D MODEL=${model})
run(${SCRATCH}/embedded/embedded_example)
foreach(wanted "core_web_sm" "tags:.* VBD " "parts of speech:.* VERB" "dependencies:.* nsubj " "names:.* PERSON ")
  if(NOT out MATCHES "${wanted}")
    message(FATAL_ERROR "the example does not print '${wanted}' but\n${out}")
  endif()
endforeach()
