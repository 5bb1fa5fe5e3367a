#include "extract/metadata/dated_line.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "base/utf8.h"
#include "model/date_words.h"

namespace stemma {
namespace {

struct Label {
  std::string_view word;  // lower case, or a part of a word
  DateLabel says;
};
constexpr auto kPublished = DateLabel::published, kModified = DateLabel::modified;
constexpr std::array kLabels{Label{"publi", kPublished},        Label{"posted", kPublished},
                             Label{"created", kPublished},      Label{"issued", kPublished},
                             Label{"erschienen", kPublished},   Label{"veröffentlicht", kPublished},
                             Label{"erstellt", kPublished},     Label{"pubblicat", kPublished},
                             Label{"geplaatst", kPublished},    Label{"udgivet", kPublished},
                             Label{"julkaistu", kPublished},    Label{"yayın", kPublished},
                             Label{"zveřejn", kPublished},      Label{"опубликован", kPublished},
                             Label{"опубліковано", kPublished}, Label{"نشر", kPublished},
                             Label{"公開", kPublished},         Label{"发布", kPublished},
                             Label{"입력", kPublished},         Label{"updated", kModified},
                             Label{"update:", kModified},       Label{"last update ", kModified},
                             Label{"modif", kModified},         Label{"revised", kModified},
                             Label{"amended", kModified},       Label{"changed", kModified},
                             Label{"aktualisier", kModified},   Label{"geändert", kModified},
                             Label{"mis à jour", kModified},    Label{"mise à jour", kModified},
                             Label{"actualiz", kModified},      Label{"atualiz", kModified},
                             Label{"aggiorn", kModified},       Label{"bijgewerkt", kModified},
                             Label{"gewijzigd", kModified},     Label{"opdatere", kModified},
                             Label{"oppdatert", kModified},     Label{"uppdatera", kModified},
                             Label{"päivitet", kModified},      Label{"aktualizac", kModified},
                             Label{"aktualizov", kModified},    Label{"zaktualizow", kModified},
                             Label{"обновлен", kModified},      Label{"изменен", kModified},
                             Label{"оновлен", kModified},       Label{"güncelle", kModified},
                             Label{"تحديث", kModified},         Label{"更新", kModified},
                             Label{"수정", kModified}};

const std::array<std::vector<Label>, 256>& labels_by_first_byte() {
  static const auto table = [] {
    std::array<std::vector<Label>, 256> by_byte;
    for (const Label& label : kLabels) {
      by_byte[static_cast<unsigned char>(label.word.front())].push_back(label);
    }
    return by_byte;
  }();
  return table;
}

bool is_copyright(const std::string& lowered) {
  for (const std::string_view sign : {"©", "copyright", "(c) ", "all rights reserved"}) {
    if (lowered.find(sign) != std::string::npos) return true;
  }
  return false;
}

// What a date line says beside its date: "on", "at", "last", "min read".
bool is_date_word(std::string_view word) {
  constexpr std::array<std::string_view, 9> kOthers{"min", "le", "el", "de", "del",
                                                    "il",  "by", "th", "von"};
  return stands_beside_dates(word) ||
         std::find(kOthers.begin(), kOthers.end(), word) != kOthers.end();
}

// "29.11.2022 – The council …": a dateline.
bool opens_report(std::string_view line, const DateInText& date) {
  const std::string_view rest = trim(line.substr(date.span.end));
  return date.span.begin == 0 &&
         (rest.starts_with("–") || rest.starts_with("—") || rest.starts_with("- "));
}

// A sentence in which a day is named: words in lower case that no date line has.
bool is_prose(std::string_view line, const std::vector<DateInText>& dates) {
  if (opens_report(line, dates.front())) return false;
  constexpr std::size_t kFew = 2, kMany = 5;
  std::size_t lower = 0;
  for (const Word& word : words_of(line)) {
    const auto inside = [&](const DateInText& date) { return date.span.overlaps(word.span); };
    if (std::any_of(dates.begin(), dates.end(), inside)) continue;
    const bool is_lower_word = is_lower(decode_utf8(line, word.span.begin).code_point);
    lower += is_lower_word && !is_date_word(word.folded) ? 1 : 0;
  }
  const bool ends = line.ends_with('.') || line.ends_with('!') || line.ends_with('?');
  return lower >= (ends ? kFew : kMany);
}

// "Updated June 1, 2019, the rule names all ferries": what follows a date and a comma is prose.
bool runs_on(std::string_view rest) {
  constexpr std::ptrdiff_t kFew = 4;
  if (!trim(rest).starts_with(',')) return false;
  const std::vector<Word> words = words_of(rest);
  return std::count_if(words.begin(), words.end(), [&](const Word& word) {
           return is_lower(decode_utf8(rest, word.span.begin).code_point) &&
                  !is_date_word(word.folded);
         }) > kFew;
}

}  // namespace

DateLabel label_of(std::string_view words) {
  if (words.empty()) return DateLabel::none;
  const std::string lowered = to_lower(words) + ' ';
  const std::string_view all = lowered;
  for (std::size_t at = all.size(); at-- > 0;) {
    for (const Label& label : labels_by_first_byte()[static_cast<unsigned char>(all[at])]) {
      if (all.substr(at).starts_with(label.word)) return label.says;
    }
  }
  return DateLabel::none;
}

std::vector<LabelledDate> labelled_dates(std::string_view line, bool month_first, DateLabel label) {
  line = trim(line);
  std::vector<LabelledDate> labelled;
  const std::vector<DateInText> dates = read_dates(line, month_first);
  if (dates.empty() || is_copyright(to_lower(line))) return labelled;
  std::size_t begin = 0;
  for (const DateInText& date : dates) {
    const DateLabel own = label_of(line.substr(begin, date.span.begin - begin));
    const bool first = begin == 0;
    begin = date.span.end;
    labelled.push_back({date.date, own != DateLabel::none || !first ? own : label});
  }
  // "May 5, 2024 (updated)". With a clock after it, "updated" is of a later hour.
  const std::string_view rest = line.substr(begin);
  if (labelled.back().label == DateLabel::none) {
    const DateLabel after = label_of(rest);
    const bool has_clock = std::any_of(rest.begin(), rest.end(), is_ascii_digit);
    if (!has_clock || after == DateLabel::published) labelled.back().label = after;
  }
  if (runs_on(rest)) return {};
  const auto has_label = [](const LabelledDate& date) { return date.label != DateLabel::none; };
  if (std::none_of(labelled.begin(), labelled.end(), has_label) && is_prose(line, dates)) return {};
  return labelled;
}

}  // namespace stemma
