#include "cli/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/version.h"

namespace stemma::cli {
namespace {

constexpr const char* kInputs =
    "files, folders (read recursively) or - for standard input, each found by its content: HTML, "
    "plain text, JSON Lines, RSS, Atom, JSON Feed, ninjs, NewsML-G2, WARC, WACZ, ZIP, MHTML, mail, "
    "mbox, PDF";

struct Command {
  const char* name;
  const char* help;
  const char* examples;
  std::vector<std::string_view> settings;  ///< which of the settings are flags of this command
};

const std::vector<Command>& commands() {
  static const std::vector<Command> all = {
      {"collate",
       "Lay the reports of one story side by side: claims, origins, differences",
       "Examples:\n"
       "  stemma collate reports/                          findings on the terminal\n"
       "  stemma collate *.html --format html -o report.html\n"
       "  stemma collate page.html archive.warc.gz articles.jsonl | jq .claims\n"
       "  stemma collate reports/ --fail-on conflict       status 4 when reports conflict\n"
       "  stemma collate reports/ --format csv-mentions -o mentions.csv\n",
       {"threads", "model", "models", "kernels", "color", "progress", "width", "format",
        "fail_on"}},
      {"extract",
       "Print the article of each page: text, title, authors, dates, outlet",
       "Examples:\n"
       "  stemma extract page.html | jq -r .text\n"
       "  stemma extract crawl.warc.gz > articles.jsonl\n"
       "  stemma extract --batch pages/ > articles.jsonl   what an outlet's pages repeat is cut\n"
       "  curl -s https://example.org/news | stemma extract -\n",
       {"threads", "progress"}},
      {"annotate",
       "Print each article with its layers: sentences, names, times, attributions, claims",
       "Examples:\n"
       "  stemma annotate articles.jsonl > annotated.jsonl\n"
       "  stemma annotate page.html --layers attributions | jq .attributions\n"
       "  stemma annotate page.html --layers model --model sm\n",
       {"threads", "model", "models", "kernels", "progress"}},
      {"cluster",
       "Place each article of a stream into a story",
       "Examples:\n"
       "  stemma cluster articles.jsonl                    each answer uses earlier articles only\n"
       "  stemma cluster --batch week/*.jsonl              all articles are known at once\n",
       {"threads", "progress"}},
      {"reuse",
       "Print every passage that two articles share",
       "Examples:\n"
       "  stemma reuse articles.jsonl\n"
       "  stemma reuse a.html b.html | jq -r '[.a,.b,.kind,.similarity]|@tsv'\n",
       {"threads", "progress"}},
      {"fetch",
       "Fetch the pages at addresses, in lists of them or in sitemaps, into a web archive (WARC)",
       "Examples:\n"
       "  stemma fetch https://example.org/news/1 -o news.warc.gz\n"
       "  stemma fetch sitemap.xml addresses.txt --state seen.jsonl -o today.warc.gz\n"
       "  stemma fetch https://example.org/news-sitemap.xml --jsonl | stemma extract -\n",
       {"progress"}},
      {"model",
       "Convert, list and check language models: add NAME..., list, check",
       "Examples:\n"
       "  stemma model list\n"
       "  stemma model check md\n"
       "  stemma model add md                              from its package, packages/md\n"
       "  stemma model add ./en_core_web_md --into models  from any spaCy package, unpacked\n",
       {"models"}},
      {"config",
       "Print each setting with its value and where it comes from",
       "Examples:\n"
       "  stemma config\n"
       "  STEMMA_MODEL=sm stemma config --threads 2\n",
       {"threads", "model", "models", "kernels", "color", "progress", "width", "format",
        "fail_on"}},
      {"doctor",
       "Check models, libraries, kernels and permissions",
       "Examples:\n"
       "  stemma doctor\n",
       {"model", "models", "kernels"}},
      {"completion",
       "Print the completions of a shell: bash, zsh or fish",
       "Examples:\n"
       "  stemma completion bash > /etc/bash_completion.d/stemma\n",
       {}},
      {"man",
       "Print the manual page",
       "Examples:\n"
       "  stemma man | man -l -\n",
       {}},
  };
  return all;
}

// The program's definition, and where CLI11 puts what it reads.
struct Definition {
  CLI::App app{
      "Reads many reports of one event and shows what is claimed, on whose word, and where "
      "the reports differ.",
      "stemma"};
  CommandLine line;
  std::map<std::string, std::string> flags;
  std::string config_file;

  Definition();
  void define(const Command& command);
  void define_fetch(CLI::App& sub);
};

void Definition::define_fetch(CLI::App& sub) {
  CommandLine::Fetch& fetch = line.fetch;
  sub.add_option(
         "inputs", line.inputs,
         "addresses (http or https), files of addresses a line, sitemaps, or - for standard "
         "input; a sitemap that is fetched adds what it lists")
      ->required()
      ->type_name("ADDRESS");
  sub.add_option("-o,--output", line.output,
                 "write to this file instead of standard output; .gz packs each record")
      ->type_name("FILE");
  sub.add_flag("-q,--quiet", line.quiet, "no warnings; refusals are still said");
  sub.add_flag("--jsonl", fetch.as_lines,
               "print pages as JSON Lines, with what a sitemap says of them, instead of WARC");
  sub.add_option("--state", fetch.state,
                 "remember here what servers said of pages, and ask only for what changed")
      ->type_name("FILE");
  sub.add_option("--delay", fetch.delay_seconds,
                 "seconds from one answer of a host to the next request (default: 1)")
      ->check(CLI::Range(0.0, 3600.0))
      ->type_name("SECONDS");
  sub.add_option("--limit", fetch.pages, "fetch at most this many pages (default: 1000)")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000}))
      ->type_name("N");
  sub.add_option("--user-agent", fetch.user_agent,
                 "how to present ourselves, best with a way to reach you (default: stemma/VERSION)")
      ->type_name("TEXT");
  sub.add_flag("--allow-private", fetch.allow_private,
               "fetch from this machine and private networks too");
}

void Definition::define(const Command& command) {
  CLI::App* sub = app.add_subcommand(command.name, command.help);
  sub->footer(command.examples);
  const std::string_view name = command.name;
  if (name == "model") {
    sub->add_option("action", line.action, "add, list or check")
        ->required()
        ->check(CLI::IsMember({"add", "list", "check"}));
    sub->add_option("models", line.inputs,
                    "names (md), or with a / in them paths: of package folders to add, of model "
                    "files or folders of them to list and check");
    sub->add_option("--into", line.into, "folder to write converted models to")->type_name("DIR");
  } else if (name == "completion") {
    sub->add_option("shell", line.inputs, "bash, zsh or fish")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  } else if (name == "fetch") {
    define_fetch(*sub);
  } else if (name != "config" && name != "doctor" && name != "man") {
    sub->add_option("inputs", line.inputs, kInputs)->required()->type_name("INPUT");
    sub->add_option("-o,--output", line.output, "write to this file instead of standard output")
        ->type_name("FILE");
    sub->add_flag("-q,--quiet", line.quiet, "no warnings; refusals are still said");
  }
  if (name == "annotate") {
    sub->add_option(
           "--layers", line.layers,
           "layers to print, with commas: model, sentences, tokens, noun_chunks, entities, "
           "times, quantities, attributions, claims (default: all)")
        ->type_name("LIST");
  }
  if (name == "cluster") {
    sub->add_flag("--batch", line.batch, "all articles are known: later ones may decide too");
  }
  if (name == "extract") {
    sub->add_flag("--batch", line.batch,
                  "read all inputs first: what several pages of one outlet repeat is cut");
  }
  for (const Setting& setting : all_settings()) {
    const auto& wanted = command.settings;
    if (std::find(wanted.begin(), wanted.end(), setting.name) == wanted.end()) continue;
    const std::string help = setting.fallback.empty() || setting.fallback == "0"
                                 ? std::string(setting.help)
                                 : fmt::format("{} (default: {})", setting.help, setting.fallback);
    CLI::Option* option = sub->add_option(setting.flag(), flags[std::string(setting.name)], help);
    option->type_name(setting.is_number ? "N" : setting.choices.empty() ? "VALUE" : "NAME");
  }
  sub->add_option("--config", config_file, "configuration file to read")->type_name("FILE");
  sub->add_flag("--no-config", line.settings.without_config, "read no configuration file");
}

Definition::Definition() {
  app.set_version_flag("-V,--version", std::string("stemma ") + kVersion);
  app.set_help_flag("-h,--help", "print this help and exit");
  app.require_subcommand(0, 1);
  app.footer("Run `stemma COMMAND --help` for a command's options and examples.");
  for (const Command& command : commands()) define(command);
}

// Edits that turn one word into the other: insertion, deletion, change, swap of neighbours.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

// The known word nearest to a mistyped one, when it is near enough to be meant.
std::string nearest(std::string_view typed, const std::vector<std::string>& known) {
  constexpr std::size_t kLongestWord = 40;
  if (typed.size() > kLongestWord) return "";
  std::size_t best = std::max<std::size_t>(2, typed.size() / 4) + 1;
  std::string found;
  for (const std::string& word : known) {
    const std::size_t distance = edit_distance(typed, word);
    if (distance < best) {
      best = distance;
      found = word;
    }
  }
  return found;
}

std::vector<std::string> command_names() {
  std::vector<std::string> names;
  for (const Command& command : commands()) names.emplace_back(command.name);
  return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

// The first word that looks like an option and is none of the command's.
std::string mistyped_option(const CLI::App& app, int argc, const char* const* argv) {
  const std::vector<std::string> known = option_names(app);
  for (int i = 1; i < argc; ++i) {
    std::string word = argv[i];
    if (word == "--") break;
    if (word.rfind("--", 0) != 0) continue;
    word = word.substr(0, word.find('='));
    if (std::find(known.begin(), known.end(), word) == known.end()) return word;
  }
  return "";
}

std::string complaint(CLI::App& app, int argc, const char* const* argv,
                      const CLI::ParseError& error) {
  const auto chosen = app.get_subcommands();
  if (chosen.empty() && argc > 1 && argv[1][0] != '-') {
    const std::string near = nearest(argv[1], command_names());
    return fmt::format(
        "stemma: there is no command '{}'{}\n", argv[1],
        near.empty() ? "; see stemma --help" : fmt::format("; did you mean '{}'?", near));
  }
  const CLI::App& scope = chosen.empty() ? app : *chosen.front();
  const std::string help =
      chosen.empty() ? "stemma --help" : fmt::format("stemma {} --help", scope.get_name());
  if (const std::string word = mistyped_option(scope, argc, argv); !word.empty()) {
    const std::string near = nearest(word, option_names(scope));
    return fmt::format("stemma: there is no option '{}' here{}\n", word,
                       near.empty() ? "; see " + help : fmt::format("; did you mean '{}'?", near));
  }
  return fmt::format("stemma: {}; see {}\n", error.what(), help);
}

}  // namespace

std::string examples() {
  return "Stemma reads many reports of one event and shows what is claimed, on whose word, and "
         "where\n"
         "the reports differ. Five things to do with it:\n\n"
         "  stemma collate reports/                              compare the reports of one story\n"
         "  stemma collate *.html --format html -o report.html   the same as one page to keep\n"
         "  stemma extract crawl.warc.gz > articles.jsonl        pages to articles\n"
         "  stemma cluster articles.jsonl                        which articles tell one story\n"
         "  stemma annotate page.html --layers attributions      who said what in one article\n\n"
         "stemma --help lists the commands, stemma COMMAND --help their options.\n";
}

Parsed parse_command_line(int argc, const char* const* argv) {
  const auto definition = std::make_unique<Definition>();
  CLI::App& app = definition->app;
  Parsed parsed;
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    parsed.text = app.help();  // of the chosen command, where there is one
    return parsed;
  } catch (const CLI::CallForVersion& version) {
    parsed.text = std::string(version.what()) + "\n";
    return parsed;
  } catch (const CLI::ParseError& error) {
    parsed.status = 2;
    parsed.text = complaint(app, argc, argv, error);
    return parsed;
  }
  CommandLine& line = definition->line;
  const auto chosen = app.get_subcommands();
  if (!chosen.empty()) {
    line.command = chosen.front()->get_name();
    for (const CLI::Option* option : chosen.front()->get_options()) {
      if (option->count() == 0) continue;
      for (const Setting& setting : all_settings()) {
        if (option->get_name() == setting.flag()) {
          line.settings.flags[std::string(setting.name)] =
              definition->flags[std::string(setting.name)];
        }
      }
    }
    if (!definition->config_file.empty()) line.settings.config_file = definition->config_file;
  }
  parsed.line = std::move(line);
  return parsed;
}

std::vector<CommandManual> manual() {
  const auto definition = std::make_unique<Definition>();
  const auto describe = [](const CLI::App& app, std::string name) {
    CommandManual manual{std::move(name), app.get_description(), app.get_footer(), {}};
    for (const CLI::Option* option : app.get_options()) {
      CommandManual::Option entry;
      entry.names = option->get_name(false, true);
      const bool positional = option->get_lnames().empty() && option->get_snames().empty();
      if (positional) continue;
      if (option->get_items_expected_max() > 0) entry.value = option->get_type_name();
      // A choice's type name carries its alternatives: "NAME:{sm,md}".
      entry.value = entry.value.substr(0, entry.value.find(':'));
      entry.help = option->get_description();
      for (const Setting& setting : all_settings()) {
        if (entry.names == setting.flag()) {
          entry.choices.assign(setting.choices.begin(), setting.choices.end());
        }
      }
      manual.options.push_back(std::move(entry));
    }
    return manual;
  };
  std::vector<CommandManual> all{describe(definition->app, "")};
  for (const CLI::App* sub : definition->app.get_subcommands({})) {
    all.push_back(describe(*sub, sub->get_name()));
  }
  return all;
}

}  // namespace stemma::cli
