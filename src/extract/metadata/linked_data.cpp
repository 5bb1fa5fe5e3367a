#include "extract/metadata/linked_data.h"

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <utility>

#include "base/character_references.h"
#include "base/json.h"
#include "base/text.h"
#include "extract/metadata/address.h"
#include "extract/metadata/script_json.h"

namespace stemma {
namespace {

using html::Attribute;
using html::Tag;

constexpr std::size_t kMostObjects = 4096;
constexpr std::size_t kMostScripts = 64;
constexpr int kDeepestObject = 12;

std::string text_of_value(JsonView value) {
  if (const auto text = value.text()) return plain_of(*text);
  if (value.is_array()) {
    for (const JsonView item : value.items()) {
      if (std::string text = text_of_value(item); !text.empty()) return text;
      break;
    }
  }
  return {};
}

std::vector<std::string_view> types_of(JsonView object) {
  std::vector<std::string_view> types;
  const JsonView type = object["@type"];
  if (const auto text = type.text()) types.push_back(*text);
  for (const JsonView item : type.items()) {
    if (const auto text = item.text()) types.push_back(*text);
  }
  for (std::string_view& name : types) {
    if (const auto slash = name.find_last_of("/:"); slash != std::string_view::npos) {
      name.remove_prefix(slash + 1);
    }
  }
  return types;
}

enum class Kind { other, media, page, site, posting, article };

Kind kind_of(std::string_view type) {
  if (type.ends_with("Article")) return Kind::article;
  constexpr std::array<std::string_view, 4> kPostings{"BlogPosting", "LiveBlogPosting",
                                                      "SocialMediaPosting", "Report"};
  if (std::find(kPostings.begin(), kPostings.end(), type) != kPostings.end()) return Kind::posting;
  if (type.ends_with("WebPage") || type == "ItemPage" || type == "Recipe" || type == "Review") {
    return Kind::page;
  }
  if (type == "VideoObject" || type == "AudioObject") return Kind::media;
  if (type == "WebSite" || type.ends_with("Organization")) return Kind::site;
  return Kind::other;
}

Kind kind_of(JsonView object) {
  Kind best = Kind::other;
  for (const std::string_view type : types_of(object)) best = std::max(best, kind_of(type));
  return best;
}

// All objects of one script that may describe the page, outermost first.
class Objects {
 public:
  explicit Objects(JsonView root) {
    std::deque<std::pair<JsonView, int>> queue{{root, 0}};
    while (!queue.empty() && all_.size() < kMostObjects) {
      const auto [value, depth] = queue.front();
      queue.pop_front();
      if (depth > kDeepestObject) continue;
      if (value.is_array()) {
        for (const JsonView item : value.items()) queue.emplace_back(item, depth + 1);
      } else if (value.is_object()) {
        all_.push_back(value);
        for (const std::string_view member : {"@graph", "mainEntity", "mainEntityOfPage", "author",
                                              "publisher", "isPartOf", "creator"}) {
          if (const JsonView child = value[member]) queue.emplace_back(child, depth + 1);
        }
      }
    }
    for (const JsonView object : all_) {
      const auto id = object["@id"].text();
      if (id && object["name"]) named_.emplace_back(*id, object);
    }
    std::stable_sort(named_.begin(), named_.end(),
                     [](const Named& a, const Named& b) { return a.first < b.first; });
  }

  const std::vector<JsonView>& all() const { return all_; }

  // The object another one refers to by "@id"; the object itself when it is none. O(log objects).
  JsonView resolve(JsonView reference) const {
    const auto id = reference["@id"].text();
    if (!id || reference["name"]) return reference;
    const auto found = std::lower_bound(
        named_.begin(), named_.end(), *id,
        [](const Named& named, std::string_view wanted) { return named.first < wanted; });
    return found != named_.end() && found->first == *id ? found->second : reference;
  }

 private:
  using Named = std::pair<std::string_view, JsonView>;

  std::vector<JsonView> all_;
  std::vector<Named> named_;  // those that have a name, by their "@id"; of several the first
};

// Longer lists are cut: they name no authors of one article.
constexpr std::size_t kMostNames = 64;

void add_names(JsonView value, const Objects& objects, std::vector<std::string>& names) {
  if (value.is_array()) {
    for (const JsonView item : value.items()) {
      if (names.size() >= kMostNames) return;
      if (!item.is_array()) add_names(item, objects, names);
    }
    return;
  }
  std::string name;
  if (value.is_object()) {
    const JsonView named = objects.resolve(value)["name"];
    if (named.is_array()) {
      for (const JsonView item : named.items()) {
        if (names.size() >= kMostNames) return;
        if (const auto text = item.text()) names.push_back(plain_of(*text));
      }
      return;
    }
    name = text_of_value(named);
  } else {
    name = text_of_value(value);
  }
  if (!name.empty()) names.push_back(std::move(name));
}

void fill(std::string& field, JsonView value) {
  if (field.empty()) field = text_of_value(value);
}

void fill_url(std::string& field, JsonView value) {
  if (!field.empty()) return;
  field = text_of_value(value);
  if (field.empty()) field = text_of_value(value["@id"]);
  if (field.empty()) field = text_of_value(value["url"]);
}

// A Boolean of schema.org in all the ways it is written: true, "True", "http://schema.org/True", 1,
// "yes", ["False"], {"@value": "False"}; nothing for all else.
std::optional<bool> free_access(JsonView value) {
  if (value.is_object()) value = value["@value"];
  if (value.is_array()) {
    const std::vector<JsonView> items = value.items();
    if (items.size() != 1 || items[0].is_array() || items[0].is_object()) return std::nullopt;
    value = items[0];
  }
  if (const auto number = value.number()) return *number != 0;
  if (const auto text = value.text()) return truth_of(*text);
  return value.boolean();
}

void fill_article(LinkedData& data, JsonView object, const Objects& objects) {
  if (data.type.empty()) {
    const auto types = types_of(object);
    data.type = types.empty() ? std::string() : std::string(types.front());
  }
  fill(data.headline, object["headline"]);
  fill(data.headline, object["name"]);
  fill(data.description, object["description"]);
  fill(data.body, object["articleBody"]);
  fill(data.published, object["datePublished"]);
  fill(data.published, object["dateCreated"]);
  fill(data.published, object["uploadDate"]);
  fill(data.modified, object["dateModified"]);
  fill(data.section, object["articleSection"]);
  fill(data.language, object["inLanguage"]);
  fill_url(data.url, object["url"]);
  fill_url(data.url, object["mainEntityOfPage"]);
  std::vector<std::string>& authors = data.authors.empty() ? data.authors : data.more_authors;
  if (authors.empty()) add_names(object["author"], objects, authors);
  if (authors.empty()) add_names(object["creator"], objects, authors);
  const JsonView publisher = objects.resolve(object["publisher"]);
  fill(data.publisher, publisher["name"]);
  fill_url(data.publisher_url, publisher["url"]);
  constexpr std::size_t kMostPosts = 1000;
  for (const JsonView update : object["liveBlogUpdate"].items()) {
    if (data.posts.size() == kMostPosts) break;
    LinkedData::Post post;
    fill(post.published, update["datePublished"]);
    fill(post.headline, update["headline"]);
    fill(post.body, update["articleBody"]);
    data.posts.push_back(std::move(post));
  }
  if (!data.is_free) data.is_free = free_access(object["isAccessibleForFree"]);
  // A part of the page may be locked: the body of the article.
  const JsonView parts = object["hasPart"];
  std::vector<JsonView> items = parts.items();
  if (parts.is_object()) items.push_back(parts);
  for (const JsonView part : items) {
    if (free_access(part["isAccessibleForFree"]) == false) data.is_free = false;
  }
}

void fill_site(LinkedData& data, JsonView object) {
  fill(data.publisher, object["name"]);
  fill_url(data.publisher_url, object["url"]);
}

// Of a script that no parser reads, what dates, names and signs the article.
void fill_from_broken(LinkedData& data, std::string_view json) {
  if (json.find("Article\"") == std::string_view::npos &&
      json.find("Posting\"") == std::string_view::npos) {
    return;
  }
  const auto fill_text = [&](std::string& field, std::string_view key) {
    if (field.empty()) field = text_for_key(json, key);
  };
  fill_text(data.headline, "\"headline\"");
  fill_text(data.published, "\"datePublished\"");
  fill_text(data.modified, "\"dateModified\"");
  const auto author = json.find("\"author\"");
  if (author == std::string_view::npos || !data.authors.empty()) return;
  const std::string_view value = member_at(json.substr(author));
  std::string name = text_for_key(value, "\"name\"");
  if (name.empty()) name = text_for_key(value, "\"author\"");
  if (!name.empty()) data.authors.push_back(std::move(name));
}

// An object that describes an article, and those it may refer to.
struct Described {
  JsonView object;
  const Objects* among;
};

// "https://www.courier.example/ferry/?a=b#c" → "courier.example/ferry"
std::string_view bare_address(std::string_view url) {
  return essence_of(url.substr(0, url.find('?')));
}

// What the page calls itself: titles, headings, addresses.
struct PageNames {
  std::vector<std::vector<std::string>> titles;  // sorted words
  std::vector<std::string> addresses;
};

std::vector<std::string> sorted_words(std::string_view text) {
  std::vector<std::string> words;
  for (Word& word : words_of(text)) words.push_back(std::move(word.folded));
  std::sort(words.begin(), words.end());
  return words;
}

PageNames names_of(const html::Page& page) {
  constexpr std::size_t kMostTitles = 8, kLongest = 400;
  PageNames names;
  const auto add_title = [&](std::string_view text) {
    if (names.titles.size() < kMostTitles && text.size() < kLongest) {
      names.titles.push_back(sorted_words(text));
    }
  };
  for (std::uint32_t i = 0; i < page.nodes.size(); ++i) {
    const Tag tag = page.nodes[i].tag;
    if (tag == Tag::meta) {
      const std::string_view name = page.attribute(i, Attribute::property);
      const std::string_view content = page.attribute(i, Attribute::content);
      if (name == "og:title") add_title(plain_of(content));
      if (name == "og:url") names.addresses.emplace_back(bare_address(trim(content)));
    } else if (tag == Tag::link && page.attribute(i, Attribute::rel) == "canonical") {
      names.addresses.emplace_back(bare_address(trim(page.attribute(i, Attribute::href))));
    } else if ((tag == Tag::h1 || tag == Tag::title) && page.nodes[i].end - i < kLongest) {
      add_title(html::text_of(page, i));
    }
  }
  return names;
}

// How much an object speaks of this page, in [0, 1]: by its address, or by how many of its
// headline's words a title of the page has.
double belonging(const Described& described, const PageNames& names) {
  for (const std::string_view member : {"url", "@id", "mainEntityOfPage"}) {
    std::string url;
    fill_url(url, described.object[member]);
    const std::string_view bare = bare_address(url);
    if (bare.find('/') == std::string_view::npos) continue;  // a site's first page
    if (std::find(names.addresses.begin(), names.addresses.end(), bare) != names.addresses.end()) {
      return 1;
    }
  }
  const std::vector<std::string> words = sorted_words(text_of_value(described.object["headline"]));
  double most = 0;
  for (const std::vector<std::string>& title : names.titles) {
    std::vector<std::string> both;
    std::set_intersection(words.begin(), words.end(), title.begin(), title.end(),
                          std::back_inserter(both));
    if (!words.empty()) {
      most = std::max(most, static_cast<double>(both.size()) / static_cast<double>(words.size()));
    }
  }
  return most;
}

// Pages describe other reports too. Where one of several articles is clearly this page's, those
// that clearly are not are dropped, and it comes first.
void keep_this_pages(const html::Page& page, std::vector<Described>& described) {
  constexpr double kThis = 0.6, kOther = 0.3;
  constexpr std::size_t kMost = 64;
  const auto headline = [](const Described& d) { return text_of_value(d.object["headline"]); };
  if (described.size() < 2 || described.size() > kMost) return;
  const std::string first = headline(described.front());
  if (std::all_of(described.begin(), described.end(),
                  [&](const Described& d) { return headline(d) == first; })) {
    return;
  }
  const PageNames names = names_of(page);
  std::vector<std::pair<double, Described>> ranked;
  double most = 0;
  for (const Described& each : described) {
    ranked.emplace_back(belonging(each, names), each);
    most = std::max(most, ranked.back().first);
  }
  if (most < kThis) return;
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  described.clear();
  for (const auto& [score, each] : ranked) {
    if (score >= kOther || headline(each).empty()) described.push_back(each);
  }
}

std::string without_tags(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const auto last_end = text.rfind('>');
  const std::size_t tags_end = last_end == std::string_view::npos ? 0 : last_end;
  for (std::size_t i = 0; i < text.size(); ++i) {
    // Past the last ">" no tag ends: looking for one there again and again would be quadratic.
    const bool opens = text[i] == '<' && i < tags_end &&
                       (is_ascii_letter(text[i + 1]) || text[i + 1] == '/' || text[i + 1] == '!');
    const auto close = opens ? text.find('>', i) : std::string_view::npos;
    if (close != std::string_view::npos) {
      out.push_back(' ');
      i = close;
    } else {
      out.push_back(text[i]);
    }
  }
  return out;
}

}  // namespace

std::string plain_of(std::string_view text) {
  std::string out(text);
  if (out.find('<') != std::string::npos) out = without_tags(out);
  // Some systems encode twice: "&amp;#8217;".
  for (int round = 0; round < 2 && out.find('&') != std::string::npos; ++round) {
    out = unescape(out);
  }
  // No-break spaces are as good as any in a field.
  constexpr std::string_view kNoBreak = "\xC2\xA0";
  for (auto at = out.find(kNoBreak); at != std::string::npos; at = out.find(kNoBreak, at)) {
    out.replace(at, kNoBreak.size(), " ");
  }
  return std::string(trim(out));
}

std::optional<bool> truth_of(std::string_view text) {
  text = trim(text);
  if (const auto slash = text.rfind('/'); slash != std::string_view::npos) {
    text.remove_prefix(slash + 1);
  }
  for (const std::string_view yes : {"true", "yes", "1"}) {
    if (equal_ignoring_case(text, yes)) return true;
  }
  for (const std::string_view no : {"false", "no", "0"}) {
    if (equal_ignoring_case(text, no)) return false;
  }
  return std::nullopt;
}

LinkedData linked_data_of(const html::Page& page) {
  LinkedData data;
  std::vector<Json> scripts;
  std::vector<std::string> broken;
  for (std::uint32_t i = 0; i < page.nodes.size() && scripts.size() < kMostScripts; ++i) {
    if (page.nodes[i].tag != Tag::script || page.nodes[i].end == i + 1) continue;
    std::string json = json_in_script(page.text(i + 1));
    if (auto good = parse_forgivingly(json)) {
      scripts.push_back(std::move(*good));
    } else if (!json.empty() && broken.size() < kMostScripts) {
      broken.push_back(std::move(json));
    }
  }
  std::vector<Objects> objects;
  for (const Json& json : scripts) objects.emplace_back(json.root());
  std::vector<std::pair<Kind, Described>> all;
  for (const Objects& each : objects) {
    for (const JsonView object : each.all()) all.push_back({kind_of(object), {object, &each}});
  }
  bool has_page = false;
  for (const Kind kind : {Kind::article, Kind::posting, Kind::page, Kind::media}) {
    // What a page shows beside its text was not published with it.
    if (kind == Kind::media && has_page) break;
    std::vector<Described> described;
    for (const auto& [its, each] : all) {
      if (its == kind) described.push_back(each);
    }
    has_page = has_page || !described.empty();
    data.is_of_media = kind == Kind::media && !described.empty();
    if (kind == Kind::article || kind == Kind::posting) keep_this_pages(page, described);
    for (const auto& [object, among] : described) fill_article(data, object, *among);
  }
  for (const std::string& json : broken) fill_from_broken(data, json);
  for (const auto& [kind, each] : all) {
    if (kind == Kind::site) fill_site(data, each.object);
  }
  return data;
}

}  // namespace stemma
