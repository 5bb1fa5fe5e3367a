#include <fmt/format.h>

#include <cstdio>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/version.h"

namespace stemma::cli {
namespace {

// A word in roff: a backslash and a leading point would be commands, a bare '-' a hyphen.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) {
      out += std::string("\\&") + c;
    } else {
      out += c;
    }
  }
  return out;
}

std::string options_in_roff(const CommandManual& manual) {
  std::string out;
  for (const CommandManual::Option& option : manual.options) {
    out += fmt::format(".TP\n\\fB{}\\fR", roff(option.names));
    if (!option.value.empty()) out += fmt::format(" \\fI{}\\fR", roff(option.value));
    out += fmt::format("\n{}", roff(option.help));
    std::string choices;
    for (const std::string& each : option.choices) choices += (choices.empty() ? "" : ", ") + each;
    if (!choices.empty()) out += fmt::format("\n(one of {})", roff(choices));
    out += "\n";
  }
  return out;
}

std::string man_page() {
  std::string out = fmt::format(
      ".TH STEMMA 1 \"\" \"stemma {}\" \"User Commands\"\n.SH NAME\nstemma \\- {}\n"
      ".SH SYNOPSIS\n.B stemma\n.I COMMAND\n[options]\n.I INPUT...\n.SH DESCRIPTION\n"
      "Inputs are files, folders or \\- for standard input; what each is, is found from its "
      "content.\n"
      "Results go to standard output, messages to standard error.\n",
      kVersion, "compare news reports of one event, claim by claim");
  for (const CommandManual& command : manual()) {
    if (command.name.empty()) continue;
    out += fmt::format(".SH {}\n{}\n", command.name, roff(command.help));
    out += options_in_roff(command);
    out += fmt::format(".PP\n.nf\n{}\n.fi\n", roff(command.footer));
  }
  out +=
      ".SH EXIT STATUS\n"
      ".TP\n0\nall inputs were read\n.TP\n1\nsome input was refused, the rest was done\n"
      ".TP\n2\nthe command line was wrong\n.TP\n3\nno work was possible\n"
      ".TP\n4\nthe collation has what \\-\\-fail\\-on names\n.SH ENVIRONMENT\n";
  for (const Setting& setting : all_settings()) {
    out += fmt::format(".TP\n.B {}\n{}\n", setting.variable(), roff(setting.help));
  }
  out +=
      ".TP\n.B NO_COLOR\nno colour on a terminal\n.SH FILES\n"
      ".I $XDG_CONFIG_HOME/stemma/config.toml\nholds the same settings as keys.\n";
  return out;
}

// The long and short names of an option, each alone: "-o,--output" gives both.
std::vector<std::string> words_of_option(const CommandManual::Option& option) {
  std::vector<std::string> words;
  for (const std::string_view name : split(option.names, ',')) words.emplace_back(name);
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string bash_completion() {
  std::string commands, cases;
  for (const CommandManual& command : manual()) {
    if (command.name.empty()) continue;
    commands += (commands.empty() ? "" : " ") + command.name;
    std::vector<std::string> words;
    for (const CommandManual::Option& option : command.options) {
      for (const std::string& word : words_of_option(option)) {
        words.push_back(word);
        if (!option.choices.empty()) {
          cases +=
              fmt::format("    {},{}) COMPREPLY=($(compgen -W \"{}\" -- \"$word\")); return ;;\n",
                          command.name, word, joined(option.choices));
        }
      }
    }
    cases += fmt::format("    {},*) options=\"{}\" ;;\n", command.name, joined(words));
  }
  return fmt::format(
      "_stemma() {{\n"
      "  local word=\"${{COMP_WORDS[COMP_CWORD]}}\" before=\"${{COMP_WORDS[COMP_CWORD-1]}}\"\n"
      "  local command=\"${{COMP_WORDS[1]}}\" options=\"\"\n"
      "  if ((COMP_CWORD == 1)); then COMPREPLY=($(compgen -W \"{} --help --version\" -- "
      "\"$word\")); return; fi\n"
      "  case \"$command,$before\" in\n{}  esac\n"
      "  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W \"$options\" -- \"$word\"));\n"
      "  else COMPREPLY=($(compgen -f -- \"$word\")); fi\n"
      "}}\ncomplete -o filenames -F _stemma stemma\n",
      commands, cases);
}

// zsh reads bash completions; fish wants one line an option.
std::string zsh_completion() {
  return "#compdef stemma\nautoload -U +X bashcompinit && bashcompinit\n" + bash_completion();
}

std::string fish_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text)
    out += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return out + "'";
}

std::string fish_completion() {
  std::string out;
  for (const CommandManual& command : manual()) {
    if (command.name.empty()) continue;
    out += fmt::format("complete -c stemma -n __fish_use_subcommand -f -a {} -d {}\n", command.name,
                       fish_quoted(command.help));
    for (const CommandManual::Option& option : command.options) {
      out += fmt::format("complete -c stemma -n '__fish_seen_subcommand_from {}'", command.name);
      for (const std::string& word : words_of_option(option)) {
        out += word.rfind("--", 0) == 0 ? " -l " + word.substr(2) : " -s " + word.substr(1);
      }
      if (!option.choices.empty()) out += fmt::format(" -x -a '{}'", joined(option.choices));
      if (option.choices.empty() && !option.value.empty()) out += " -r";
      out += fmt::format(" -d {}\n", fish_quoted(option.help));
    }
  }
  return out;
}

int print(const std::string& text) {
  (void)std::fputs(text.c_str(), stdout);  // whether it arrives is asked at the end, in main.cpp
  return kDone;
}

}  // namespace

int run_man(const CommandLine&, const Settings&) { return print(man_page()); }

int run_completion(const CommandLine& line, const Settings&) {
  const std::string& shell = line.inputs.front();
  return print(shell == "bash"  ? bash_completion()
               : shell == "zsh" ? zsh_completion()
                                : fish_completion());
}

}  // namespace stemma::cli
