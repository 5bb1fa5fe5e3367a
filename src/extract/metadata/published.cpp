#include "extract/metadata/published.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "extract/metadata/date_candidates.h"
#include "extract/metadata/date_rules.h"
#include "model/written_date.h"

namespace stemma {
namespace {

using Candidate = DateCandidate;
using Source = DateCandidate::Source;

// What a source says for its day. Fitted by hand on the development pages: any weights near these
// choose the same days.
int weight_of(const Candidate& candidate) {
  switch (candidate.source) {
    case Source::linked_data:
    case Source::meta:
      return 6;
    case Source::element:
      return candidate.rank <= date_rank::kMachine ? 6 : candidate.rank <= date_rank::kLine ? 4 : 0;
    case Source::line:
      return candidate.rank <= date_rank::kLine ? 4 : candidate.rank < date_rank::kFar ? 2 : 0;
    default:
      return 6;
  }
}

class DateVote {
 public:
  DateVote(DateCandidates candidates, std::optional<Day> latest)
      : published_(std::move(candidates.published)),
        modified_(std::move(candidates.modified)),
        unreal_(std::move(candidates.unreal)),
        url_day_(candidates.url_day),
        latest_(latest) {
    std::erase_if(modified_,
                  [](const Candidate& m) { return m.is_aside || m.rank >= date_rank::kNowhere; });
    for (std::vector<Candidate>* each : {&published_, &modified_}) {
      std::stable_sort(each->begin(), each->end(),
                       [](const Candidate& a, const Candidate& b) { return a.rank < b.rank; });
    }
  }

  PublicationDates result() const;

 private:
  std::string doubt_of(const Candidate& candidate) const;
  DateEvidence evidence_of(const Candidate& candidate) const;
  const Candidate* earlier_below(const Candidate& above) const;
  const Candidate* best(const std::vector<Candidate>& plausible) const;
  static const Candidate& local_day(const Candidate& best, const std::vector<Candidate>& plausible);

  std::vector<Candidate> published_, modified_;
  std::vector<DateEvidence> unreal_;
  std::optional<Day> url_day_;
  std::optional<Day> latest_;  // the day on which the page was got
};

Said<std::string> said_by(const Candidate& candidate) {
  return {candidate.date.iso, candidate.source_name()};
}

// Why a candidate cannot be. Only machine-written modification days are precise enough to refute
// another, and they refute no other machine: what is published later than it is written has been
// planned. One that the address refutes is none itself.
std::string DateVote::doubt_of(const Candidate& candidate) const {
  if (latest_ && candidate.date.day > *latest_ + std::chrono::days(1)) {
    return "later than the page was got, on " + iso_of(*latest_);
  }
  if (candidate.is_above_headline) {
    if (const Candidate* other = earlier_below(candidate)) {
      return "stands above the headline, which " + other->date.iso +
             " dates: the day of showing it";
    }
  }
  using date_rank::kMachine;
  if (modified_.empty() || modified_.front().rank >= kMachine || candidate.rank < kMachine)
    return "";
  const WrittenDate& modified = modified_.front().date;
  if (url_day_ && *url_day_ > modified.day + std::chrono::days(1)) return "";
  if (candidate.date.day <= modified.day + std::chrono::days(1)) return "";
  return "later than the page's own modification date " + modified.iso;
}

// A date beside the headline that is before one above it, which then is the day on which the page
// was shown.
const Candidate* DateVote::earlier_below(const Candidate& above) const {
  for (const std::vector<Candidate>* candidates : {&published_, &modified_}) {
    for (const Candidate& other : *candidates) {
      const int limit = candidates == &modified_ ? date_rank::kNowhere : date_rank::kLine + 1;
      if (other.is_shown() && !other.is_above_headline && other.rank < limit &&
          other.date.day < above.date.day) {
        return &other;
      }
    }
  }
  return nullptr;
}

// The best-ranked candidate of the day that most speaks for; each source speaks once for a day.
const Candidate* DateVote::best(const std::vector<Candidate>& plausible) const {
  const Candidate* best = nullptr;
  int most = -1;
  for (const Candidate& candidate : plausible) {
    std::array<int, Candidate::kSources> voices{};
    for (const Candidate& other : plausible) {
      int& voice = voices[static_cast<std::size_t>(other.source)];
      if (other.date.day == candidate.date.day) voice = std::max(voice, weight_of(other));
    }
    const int sum = std::accumulate(voices.begin(), voices.end(), 0);
    if (sum > most) {
      most = sum;
      best = &candidate;
    }
  }
  return best;
}

// An instant near midnight in UTC is the day before or after for the outlet's readers. Where the
// page shows them that day first, it is the day of publication.
const Candidate& DateVote::local_day(const Candidate& best,
                                     const std::vector<Candidate>& plausible) {
  const std::string& instant = best.date.iso;
  constexpr std::size_t kHourAt = 11;
  if (!instant.ends_with('Z') || instant.size() < kHourAt + 2) return best;
  const int hour = (instant[kHourAt] - '0') * 10 + instant[kHourAt + 1] - '0';
  const auto shown = std::find_if(plausible.begin(), plausible.end(), [](const Candidate& other) {
    return !other.date.iso.ends_with('Z') && other.rank < date_rank::kFar;
  });
  if (shown == plausible.end()) return best;
  const auto later = shown->date.day - best.date.day;
  const bool is_neighbour = (later == std::chrono::days(-1) && hour < 14) ||
                            (later == std::chrono::days(1) && hour >= 10);
  return is_neighbour ? *shown : best;
}

DateEvidence DateVote::evidence_of(const Candidate& candidate) const {
  DateEvidence evidence{candidate.date.iso, candidate.source_name(), false, doubt_of(candidate)};
  if (evidence.reason.empty() && candidate.date.other) {
    evidence.reason =
        "day and month may stand the other way round: " + iso_of(*candidate.date.other);
  }
  evidence.doubtful = !evidence.reason.empty();
  return evidence;
}

PublicationDates DateVote::result() const {
  PublicationDates dates;
  const auto possible = std::find_if(modified_.begin(), modified_.end(), [&](const Candidate& m) {
    return !latest_ || m.date.day <= *latest_ + std::chrono::days(1);
  });
  if (possible != modified_.end()) dates.modified = said_by(*possible);
  std::vector<Candidate> plausible;
  for (const Candidate& candidate : published_) {
    DateEvidence evidence = evidence_of(candidate);
    if (doubt_of(candidate).empty() && candidate.rank < date_rank::kNowhere)
      plausible.push_back(candidate);
    const auto same = [&](const DateEvidence& e) {
      return e.value == evidence.value && e.source == evidence.source;
    };
    constexpr std::size_t kMostEvidence = 12;
    if (dates.evidence.size() < kMostEvidence &&
        std::none_of(dates.evidence.begin(), dates.evidence.end(), same)) {
      dates.evidence.push_back(std::move(evidence));
    }
  }
  if (const Candidate* chosen = best(plausible)) {
    dates.published = said_by(local_day(*chosen, plausible));
  }
  dates.evidence.insert(dates.evidence.end(), unreal_.begin(), unreal_.end());
  if (!dates.published && dates.modified) {
    dates.published = dates.modified;
    dates.evidence.push_back({dates.modified->value, dates.modified->source, true,
                              "the page says only when it was modified"});
  }
  return dates;
}

}  // namespace

PublicationDates dates_of(const html::Page& page, const Head& head, const LinkedData& data,
                          const std::optional<std::string>& url, std::string_view received) {
  std::optional<Day> latest = day_of(received);
  if (!latest && url) latest = archived_on(*url);
  return DateVote(date_candidates(page, head, data, url), latest).result();
}

}  // namespace stemma
