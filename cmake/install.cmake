# `cmake --install`: the program, its models, manual page and completions. The last two are printed by
# the program itself, so they cannot lag behind it.
include(GNUInstallDirs)

install(TARGETS stemma RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY models/ DESTINATION ${CMAKE_INSTALL_DATADIR}/stemma/models
        FILES_MATCHING PATTERN "*.stemma" PATTERN "packages" EXCLUDE)
install(FILES LICENSE NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR})

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
