#include "annotate/outlet_mentions.h"

#include <algorithm>
#include <map>

#include "annotate/names.h"
#include "base/utf8.h"
#include "model/outlets.h"

namespace stemma {
namespace {

using Range = Annotations::Range;

template <std::size_t N>
bool among(std::string_view word, const std::string_view (&words)[N]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view w) { return equal_ignoring_case(w, word); });
}

// Nouns that make the name before them an outlet: "the Norlin newspaper".
constexpr std::string_view kOutletNouns[] = {
    "newspaper", "daily",   "weekly",      "tabloid", "broadsheet", "magazine",
    "website",   "outlet",  "broadcaster", "network", "station",    "channel",
    "newswire",  "gazette", "newsletter",  "radio",   "television", "blog"};

// Last words of newspapers' and broadcasters' names.
constexpr std::string_view kNameEnds[] = {
    "Times",      "Post",     "Herald",   "Tribune",   "Gazette",     "Chronicle",   "Journal",
    "Star",       "Courier",  "Examiner", "Sentinel",  "Register",    "Dispatch",    "Inquirer",
    "Reporter",   "Bulletin", "Observer", "Advocate",  "Telegraph",   "Telegram",    "Mirror",
    "Daily",      "Weekly",   "News",     "Newspaper", "Magazine",    "Radio",       "TV",
    "Television", "Pravda",   "Zeitung",  "Presse",    "Independent", "Enquirer",    "Monitor",
    "Argus",      "Echo",     "Mercury",  "Leader",    "Citizen",     "Standard",    "Recorder",
    "Beacon",     "Ledger",   "Record",   "Bee",       "Today",       "Post-Gazette"};

constexpr std::string_view kStateMedia[] = {"television", "tv", "media", "radio", "broadcaster"};

// How far back the country of "state television" is looked for, in tokens.
constexpr Index kMaxLookBack = 400;

// Names one article teaches.
class Reader {
 public:
  Reader(const Article& article, const SyntaxView& syntax) : article_(article), s_(syntax) {}
  std::vector<OutletMention> read();

 private:
  void known();
  void state_media(Index token);
  void named_by_noun(Index token);
  void named_by_ending(Index token);
  void call_letters(Index token);
  void web_address(Index token);
  void short_forms();
  void add(Range tokens, std::string name, bool weak);
  Range capitals_before(Index token) const;
  std::string country_before(Index token) const;
  std::string_view entity_type_at(std::uint32_t byte) const;

  const Article& article_;
  const SyntaxView& s_;
  std::vector<OutletMention> found_;
  std::vector<OutletName> ambiguous_;
};

// Type of the entity that holds the byte; empty when there is none.
std::string_view Reader::entity_type_at(std::uint32_t byte) const {
  const auto& entities = s_.annotations().entities;
  const auto after = std::partition_point(entities.begin(), entities.end(),
                                          [&](const Entity& e) { return e.span.end <= byte; });
  return after != entities.end() && after->span.contains(byte) ? after->type : std::string_view();
}

void Reader::add(Range tokens, std::string name, bool weak) {
  const Span span = s_.span_of(tokens);
  if (span.empty() || if_short(name).empty()) return;
  found_.push_back({span, std::move(name), weak, false});
}

void Reader::known() {
  for (const OutletName& name : find_outlet_names(article_.text)) {
    if (name.ambiguous) {
      ambiguous_.push_back(name);
    } else {
      found_.push_back({name.span, std::string(name.outlet->name), name.weak, name.programme});
    }
  }
}

bool is_capital(std::string_view word) {
  return !word.empty() && is_upper(decode_utf8(word, 0).code_point);
}

// The capitalized words that end right before the token, a leading "The" aside.
Range Reader::capitals_before(Index token) const {
  constexpr Index kMaxWords = 5;
  Range range{token, token};
  while (range.first > 0 && range.last - range.first < kMaxWords) {
    const Index before = range.first - 1;
    const bool joint = s_.is_word(before, "of") || s_.is_word(before, "de") ||
                       s_.is_word(before, "&") || s_.is_word(before, "-");
    const bool name = is_capital(s_.word(before)) && !s_.is_punct(before) &&
                      s_.pos(before) != Pos::pron && s_.pos(before) != Pos::det &&
                      !s_.is_word(before, "the");
    if (!name &&
        !(joint && before > 0 && is_capital(s_.word(before - 1)) && range.first < range.last)) {
      break;
    }
    --range.first;
  }
  return range;
}

// The country whose state media speak: the last one that was the subject of a sentence.
std::string Reader::country_before(Index token) const {
  const Index first = token - std::min(token, kMaxLookBack - 1);
  for (Index at = token; at > first;) {
    --at;
    if (s_.is(at, {Dep::nsubj, Dep::nsubjpass}) && entity_type_at(s_[at].span.begin) == "GPE") {
      return std::string(s_.text(s_.span_of({at, at + 1})));
    }
  }
  return "";
}

// "Iranian state television", "State television last month reported"
void Reader::state_media(Index token) {
  if (!s_.is_word(token, "state") || token + 1 >= s_.size()) return;
  Index next = token + 1;
  if (s_.is_word(next, "-") && next + 2 < s_.size()) next += 2;  // "state-run"
  const bool news_agency =
      next + 1 < s_.size() && s_.is_word(next, "news") && s_.is_word(next + 1, "agency");
  if (!news_agency && !among(s_.word(next), kStateMedia)) return;
  const Index last = news_agency ? next + 1 : next;
  Range words{token, last + 1};
  std::string country;
  Index before = token;
  if (before > 0 && s_.dep(before - 1) == Dep::case_) --before;
  const Range named = capitals_before(before);
  if (!named.empty() && s_.pos(named.last - 1) != Pos::punct) {
    words.first = named.first;
    country = s_.text(s_.span_of(named));
  } else {
    country = country_before(token);
  }
  std::string kind = ascii_lower(s_.text(s_.span_of({token, last + 1})));
  if (kind.ends_with(" tv")) kind = "state television";
  add(words, country.empty() ? kind : country + " " + kind, true);
}

void Reader::named_by_noun(Index token) {
  if (s_.pos(token) != Pos::noun || !among(s_.lemma(token), kOutletNouns)) return;
  // "the Norlin newspaper", "newspaper Norlin Dagblad"
  Index end = token;
  if (end > 0 && (s_.is_word(end - 1, "news") || s_.is_word(end - 1, "daily"))) --end;
  const Range name = capitals_before(end);
  if (name.empty()) return;
  // A place or a nationality alone does not name an outlet ("the German newspaper").
  if (name.last - name.first == 1 && s_.pos(name.first) == Pos::adj) return;
  const std::string_view type = entity_type_at(s_[name.last - 1].span.begin);
  if (type == "NORP" || type == "GPE" || type == "PERSON" || type == "DATE") return;
  add(name, canonical_outlet(s_.text(s_.span_of(name))), true);
}

void Reader::named_by_ending(Index token) {
  // "Press Agency" and "News Agency" end a name; "Agency" alone is any office.
  const bool is_agency = token > 0 && s_.word(token) == "Agency" &&
                         (s_.word(token - 1) == "Press" || s_.word(token - 1) == "News");
  if (!is_agency && (!among(s_.word(token), kNameEnds) || !is_capital(s_.word(token)))) return;
  Range name = capitals_before(token);
  if (name.empty()) return;
  name.last = token + 1;
  add(name, canonical_outlet(s_.text(s_.span_of(name))), true);
}

// WXYZ, KABC-TV: call letters of North American stations (47 CFR 73.3550).
void Reader::call_letters(Index token) {
  std::string_view word = s_.word(token);
  const std::size_t hyphen = word.find('-');
  const std::string_view tail = hyphen == std::string_view::npos ? "" : word.substr(hyphen + 1);
  if (hyphen != std::string_view::npos) word = word.substr(0, hyphen);
  const bool letters = (word.size() == 4 || (word.size() == 3 && !tail.empty())) &&
                       (word[0] == 'W' || word[0] == 'K') &&
                       std::all_of(word.begin(), word.end(), is_ascii_upper);
  if (!letters || !(tail.empty() || tail == "TV" || tail == "FM" || tail == "AM")) return;
  add({token, token + 1}, std::string(word), true);
}

void Reader::web_address(Index token) {
  const std::string_view word = s_.word(token);
  const std::size_t dot = word.rfind('.');
  if (dot == std::string_view::npos || dot < 3 || dot + 3 > word.size()) return;
  const std::string_view top = word.substr(dot + 1);
  constexpr std::string_view kTops[] = {"com", "org", "net", "info", "news", "tv", "fm",
                                        "uk",  "ru",  "ua",  "de",   "fr",   "ir", "cn"};
  if (!among(top, kTops) || word.find('@') != std::string_view::npos) return;
  add({token, token + 1}, canonical_outlet(word), true);
}

std::string_view last_word(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  return blank == std::string_view::npos ? std::string_view() : name.substr(blank + 1);
}

// Gives each short form the last full name before it that ends in the same word, else the article's
// own outlet if it does, else the best known one.
void Reader::short_forms() {
  std::map<std::string, std::string, std::less<>> full_names;  // by last word
  const auto learn = [&](const std::string& full) {
    if (const std::string_view word = last_word(if_short(full)); !word.empty()) {
      full_names[std::string(word)] = full;
    }
  };
  if (article_.outlet) learn(canonical_outlet(*article_.outlet));
  std::vector<OutletMention> all;
  auto next = found_.begin();
  for (const OutletName& name : ambiguous_) {
    for (; next != found_.end() && next->span.begin < name.span.end; ++next) {
      learn(next->outlet);
      all.push_back(std::move(*next));
    }
    if (!all.empty() && all.back().span.overlaps(name.span)) continue;
    const auto full = full_names.find(cut(article_.text, name.span));
    all.push_back({name.span,
                   full != full_names.end() ? full->second : std::string(name.outlet->name), false,
                   false});
  }
  all.insert(all.end(), std::make_move_iterator(next), std::make_move_iterator(found_.end()));
  found_ = std::move(all);
}

std::vector<OutletMention> Reader::read() {
  known();
  std::vector<OutletMention> certain = std::move(found_);
  found_.clear();
  for (Index token = 0; token < s_.size(); ++token) {
    if (s_.is_punct(token)) continue;
    state_media(token);
    named_by_noun(token);
    named_by_ending(token);
    call_letters(token);
    web_address(token);
  }
  // Known names win; of two learned ones that overlap the longer.
  std::vector<OutletMention> learned = std::move(found_);
  std::stable_sort(learned.begin(), learned.end(), [](const auto& a, const auto& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  found_.clear();
  auto next = certain.begin();
  for (OutletMention& mention : learned) {
    while (next != certain.end() && next->span.end <= mention.span.begin) {
      found_.push_back(std::move(*next++));
    }
    const bool known_there = next != certain.end() && next->span.overlaps(mention.span);
    const bool clash = !found_.empty() && found_.back().span.overlaps(mention.span);
    if (!known_there && !clash) found_.push_back(std::move(mention));
  }
  for (; next != certain.end(); ++next) found_.push_back(std::move(*next));
  short_forms();
  return std::move(found_);
}

}  // namespace

std::vector<OutletMention> find_outlet_mentions(const Article& article, const SyntaxView& syntax) {
  return Reader(article, syntax).read();
}

}  // namespace stemma
