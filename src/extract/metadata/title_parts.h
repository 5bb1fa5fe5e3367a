#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace stemma {

/// The names under which an outlet signs its pages' titles: its own, its application's, its domain
/// without what follows the dot. They are compared by their letters alone: case, spaces, marks and
/// accents do not matter ("Süddeutsche" is "sueddeutsche").
class OutletNames {
 public:
  OutletNames() = default;
  OutletNames(std::initializer_list<std::string_view> names);

  /// Whole sentences, names of one or two letters and repetitions are passed over.
  void add(std::string_view name);

  /// One of the names and nothing else.
  bool have(std::string_view name) const;

  /// The words of a name and little else: "The Norrhavn Courier" of the outlet "Norrhavn Courier".
  bool are(std::string_view part) const;

  /// A name and somewhat more, or a part of a name: "Courier Sports Desk", "Norrhavn".
  bool include(std::string_view part) const;

 private:
  // Whether a part is short enough to be a name with so many letters more.
  bool may_be(std::string_view part, std::size_t more) const;

  std::vector<std::string> letters_;
  std::size_t longest_ = 0;
};

/// How long a title is, in words. What is written without spaces counts a word for two characters.
std::size_t length_in_words(std::string_view title);

/// A page title without the parts that name the outlet and the section: "Coup in Niger | World |
/// The Daily" → "Coup in Niger". Behind any mark where the outlet is known, else a short name
/// behind one that parts titles.
std::string without_outlet(std::string_view title, const OutletNames& outlet);

/// " | Norrhavn Courier": whether a mark that may part titles comes first.
bool opens_with_mark(std::string_view text);

/// What stands between the marks of a page's title, where it is long enough for a headline.
std::vector<std::string> parts_of(std::string_view title);

}  // namespace stemma
