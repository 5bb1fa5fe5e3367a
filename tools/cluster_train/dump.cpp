// What fit.py fits on, as tab-separated lines:
//
//   cluster_dump words FILE               stem, articles, articles with it, times inside a
//   sentence, of these capitalized cluster_dump pairs FILE               article, candidate, the
//   values of Likeness cluster_dump joins FILE [GOLD.tsv]    article, its story, best other story
//   or "-", dated, the values of JoinEvidence
//
// FILE has one article a line. With GOLD (article, story) its articles are put into those stories.
#include <cstdio>
#include <fstream>
#include <map>
#include <set>

#include "base/json.h"
#include "cluster/live_stories.h"
#include "fingerprint/fingerprint.h"
#include "fingerprint/words.h"

namespace stemma {
namespace {

std::optional<std::string> text_of(JsonView object, const char* name) {
  const auto text = object[name].text();
  return text ? std::optional(std::string(*text)) : std::nullopt;
}

std::vector<Article> read_articles(const char* path) {
  std::vector<Article> articles;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto json = Json::parse(line);
    if (!json) continue;
    Article article;
    article.id = text_of(json->root(), "id").value_or("");
    article.title = text_of(json->root(), "title");
    article.published = text_of(json->root(), "published");
    article.text = text_of(json->root(), "text").value_or("");
    articles.push_back(std::move(article));
  }
  return articles;
}

void print_values(std::span<const double> values) {
  for (const double value : values) std::printf("\t%.6g", value);
  std::printf("\n");
}

// More than the stream looks at, for the regression to see.
constexpr std::size_t kCandidates = 40;

struct WordCounts {
  unsigned articles = 0, inside = 0, capitalized = 0;
};

void print_words(const std::vector<Article>& articles) {
  std::map<std::string, WordCounts> counts;
  for (const Article& article : articles) {
    std::set<std::string> own;
    for (WordReader word(article.title.value_or("")); word.next();) {
      own.emplace(stem_of(word.folded()));
    }
    std::uint32_t read = 0;
    for (WordReader word(article.text); read < kMaxWords && word.next(); ++read) {
      const std::string stem(stem_of(word.folded()));
      own.insert(stem);
      if (word.begins_sentence()) continue;
      ++counts[stem].inside;
      if (word.is_capitalized()) ++counts[stem].capitalized;
    }
    for (const std::string& stem : own) ++counts[stem].articles;
  }
  for (const auto& [stem, count] : counts) {
    if (count.articles * 1000 < articles.size()) continue;
    std::printf("%s\t%zu\t%u\t%u\t%u\n", stem.c_str(), articles.size(), count.articles,
                count.inside, count.capitalized);
  }
}

void print_pairs(const std::vector<Article>& articles) {
  Vocabulary vocabulary;
  LiveArticles live;
  for (const Article& article : articles) {
    const Fingerprint made = fingerprint(article);
    vocabulary.count(made);
    ArticleVector vector = vocabulary.weigh(made);
    for (const Arrival other : live.candidates(vector, kCandidates)) {
      std::printf("%s\t%s", article.id.c_str(), articles[other].id.c_str());
      print_values(likeness(vector, live[other]).value);
    }
    live.add(std::move(vector));
  }
}

std::map<std::string, std::string> read_gold(const char* path) {
  std::map<std::string, std::string> gold;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) gold[line.substr(0, tab)] = line.substr(tab + 1);
  }
  return gold;
}

void print_joins(const std::vector<Article>& articles,
                 const std::map<std::string, std::string>& gold) {
  Vocabulary vocabulary;
  LiveStories stories;
  std::map<std::string, StoryNumber> told;
  for (const Article& article : articles) {
    const Fingerprint made = fingerprint(article);
    vocabulary.count(made);
    ArticleVector vector = vocabulary.weigh(made);
    const std::optional<Fit> fit = stories.best_fit(vector);
    std::optional<StoryNumber> joined;
    if (fit && join_score(fit->evidence) > 0) joined = fit->story;
    const auto given = gold.find(article.id);
    if (given != gold.end()) {
      const auto known = told.find(given->second);
      joined = known == told.end() ? std::nullopt : std::optional(known->second);
    }
    const StoryNumber story = stories.add(std::move(vector), joined);
    if (given != gold.end()) told[given->second] = story;
    std::printf("%s\t%u\t", article.id.c_str(), story);
    if (fit) {
      std::printf("%u\t%d", fit->story, fit->evidence.dated ? 1 : 0);
      print_values(fit->evidence.value);
    } else {
      std::printf("-\t0\n");
    }
  }
}

}  // namespace
}  // namespace stemma

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const std::string mode = argv[1];
  const auto articles = stemma::read_articles(argv[2]);
  if (mode == "words") {
    stemma::print_words(articles);
  } else if (mode == "pairs") {
    stemma::print_pairs(articles);
  } else if (mode == "joins") {
    stemma::print_joins(
        articles, argc > 3 ? stemma::read_gold(argv[3]) : std::map<std::string, std::string>());
  } else {
    return 2;
  }
  return 0;
}
