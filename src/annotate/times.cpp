#include "annotate/times.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "annotate/lexemes.h"
#include "annotate/time_context.h"
#include "annotate/time_guards.h"
#include "annotate/time_modifiers.h"
#include "annotate/time_parts.h"
#include "annotate/time_patterns.h"
#include "annotate/time_values.h"
#include "base/text.h"

namespace stemma {
namespace {

class Finder {
 public:
  Finder(const Article& article, const Annotations& annotations)
      : article_(article),
        annotations_(annotations),
        lexemes_(lexemes_of(article.text, annotations.tokens)),
        today_(today_of(article, lexemes_)) {}

  std::vector<Time> find() {
    for (std::size_t at = 0; at < lexemes_.size();) {
      const auto match = lexemes_[at].sorts == 0 ? std::nullopt : match_time(lexemes_, at);
      if (match && take(*match)) {
        at = match->end;
      } else {
        ++at;
      }
    }
    return std::move(times_);
  }

 private:
  bool take(const Match& match) {
    const TimeParts parts = parts_of(lexemes_, match);
    const TimeSetting setting{article_.text, annotations_, lexemes_};
    if (!is_time(setting, match, parts)) return false;
    const Index head = lexemes_[match.end - 1].last_token;
    const auto value =
        value_of(match.meaning, parts, today_, memory_, tense_of(annotations_, head));
    if (!value) return false;
    const Modified modified = with_modifiers(setting, match);
    Time time;
    time.span = modified.span;
    if (!times_.empty() && times_.back().span.overlaps(time.span)) {
      time.span.begin = times_.back().span.end;
    }
    time.span = trim(article_.text, time.span);
    if (time.span.empty() || article_.in_furniture(time.span)) return false;
    time.type = value->type;
    time.value = value->value;
    if (!modified.mod.empty()) time.mod = std::string(modified.mod);
    time.doubtful = value->from_today && today_.doubtful;
    if (!value->is_comparison) remember(time);
    times_.push_back(std::move(time));
    return true;
  }

  void remember(const Time& time) {
    if (time.type != "DATE" && time.type != "TIME") return;
    const auto range = range_of(time.value);
    if (!range) return;
    memory_.last = range;
    if (range->grain == Grain::quarter) memory_.last_quarter = range->begin;
  }

  const Article& article_;
  const Annotations& annotations_;
  std::vector<Lexeme> lexemes_;
  Today today_;
  TimeMemory memory_;
  std::vector<Time> times_;
};

}  // namespace

std::vector<Time> find_times(const Article& article, const Annotations& annotations) {
  return Finder(article, annotations).find();
}

}  // namespace stemma
