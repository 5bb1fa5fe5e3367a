# `cmake --install`: the program, its models, manual page and completions. The last two are printed by
# the program itself, so they cannot lag behind it.

install(TARGETS stemma RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY models/ DESTINATION ${CMAKE_INSTALL_DATADIR}/stemma/models
        FILES_MATCHING PATTERN "*.stemma" PATTERN "packages" EXCLUDE)
# What obtains the packages of sm and md, for an installation without them.
install(PROGRAMS tools/models/fetch.sh DESTINATION ${CMAKE_INSTALL_DATADIR}/stemma/fetch-models)
install(FILES tools/models/sm.sha256 tools/models/md.sha256 DESTINATION ${CMAKE_INSTALL_DATADIR}/stemma/fetch-models)
install(FILES LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})

# The public library and its CMake package: `find_package(stemma)` gives stemma::stemma.
include(CMakePackageConfigHelpers)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/stemma)
set(STEMMA_INSTALLED_MODELS ${CMAKE_INSTALL_DATADIR}/stemma/models)
install(TARGETS stemma_library EXPORT stemmaTargets COMPONENT library LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(FILES include/stemma/parse.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/stemma COMPONENT library)
install(EXPORT stemmaTargets NAMESPACE stemma:: DESTINATION ${package} COMPONENT library)
configure_package_config_file(cmake/stemmaConfig.cmake.in ${PROJECT_BINARY_DIR}/stemmaConfig.cmake
                              INSTALL_DESTINATION ${package} PATH_VARS STEMMA_INSTALLED_MODELS)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/stemmaConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/stemmaConfig.cmake ${PROJECT_BINARY_DIR}/stemmaConfigVersion.cmake
        DESTINATION ${package} COMPONENT library)
# The prefix is known only now: `cmake --install --prefix` may name another.
install(CODE "
  set(CMAKE_INSTALL_LIBDIR \"${CMAKE_INSTALL_LIBDIR}\")
  set(CMAKE_INSTALL_INCLUDEDIR \"${CMAKE_INSTALL_INCLUDEDIR}\")
  set(CMAKE_INSTALL_DATADIR \"${CMAKE_INSTALL_DATADIR}\")
  set(PROJECT_VERSION \"${PROJECT_VERSION}\")
  configure_file(\"${PROJECT_SOURCE_DIR}/cmake/stemma.pc.in\" \"${PROJECT_BINARY_DIR}/stemma.pc\" @ONLY)"
        COMPONENT library)
install(FILES ${PROJECT_BINARY_DIR}/stemma.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT library)

set(generated ${PROJECT_BINARY_DIR}/generated)
install(CODE "
  file(MAKE_DIRECTORY \"${generated}\")
  foreach(what \"man\" \"completion bash\" \"completion zsh\" \"completion fish\")
    string(REPLACE \" \" \";\" arguments \"\${what}\")
    string(REPLACE \" \" \"-\" name \"\${what}\")
    execute_process(COMMAND \"${PROJECT_BINARY_DIR}/stemma\" \${arguments} OUTPUT_FILE \"${generated}/\${name}\"
                    COMMAND_ERROR_IS_FATAL ANY)
  endforeach()")
install(FILES ${generated}/man DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 RENAME stemma.1)
install(FILES ${generated}/completion-bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        RENAME stemma)
install(FILES ${generated}/completion-zsh DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions RENAME _stemma)
install(FILES ${generated}/completion-fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
        RENAME stemma.fish)
