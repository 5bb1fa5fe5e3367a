#include "ingest/revisits.h"

#include <fmt/format.h>

#include <functional>
#include <utility>

#include "base/utf8.h"

namespace stemma {
namespace {

constexpr std::size_t kMaxMarks = 1'000'000;
constexpr std::uint64_t kMaxOpenBytes = std::uint64_t{16} << 20;

/// What a mark is made of.
enum class Of : char { payload = 'p', address = 'a', address_without_digest = 'n' };

std::uint64_t mark_of(Of kind, std::string_view text) {
  constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15;  // 2^64 / golden ratio
  return std::hash<std::string_view>()(text) ^ (static_cast<std::uint64_t>(kind) * kSpread);
}

}  // namespace

void Revisits::remember(Mark mark) {
  if (marks_.size() < kMaxMarks) marks_.insert(mark);
}

void Revisits::saw_payload(std::string_view url, std::string_view digest) {
  remember(mark_of(Of::address, url));
  remember(digest.empty() ? mark_of(Of::address_without_digest, url)
                          : mark_of(Of::payload, digest));
}

// A digest says which of several captures of an address is meant; where it is not known on one side
// the address decides.
bool Revisits::is_at_hand(const Record& revisit) const {
  if (revisit.payload.empty()) return marks_.contains(mark_of(Of::address, revisit.url));
  return marks_.contains(mark_of(Of::payload, revisit.payload)) ||
         marks_.contains(mark_of(Of::address_without_digest, revisit.url));
}

void Revisits::passed_over(Record revisit) {
  ++count_;
  if (is_at_hand(revisit)) return;
  open_bytes_ += sizeof(Record) + revisit.place.size() + revisit.url.size() + revisit.date.size() +
                 revisit.payload.size();
  if (open_bytes_ > kMaxOpenBytes) {
    ++unremembered_;
  } else {
    open_.push_back(std::move(revisit));
  }
}

std::optional<std::string> Revisits::summary() const {
  if (count_ == 0) return std::nullopt;
  const Record* first = nullptr;
  std::uint64_t missing = unremembered_;
  for (const Record& revisit : open_) {
    // An archive read later may hold it.
    if (is_at_hand(revisit)) continue;
    if (first == nullptr) first = &revisit;
    ++missing;
  }
  std::string said = fmt::format("{} revisit record{} without a text of {} own passed over", count_,
                                 count_ == 1 ? "" : "s", count_ == 1 ? "its" : "their");
  if (missing == 0)
    return said + fmt::format("; what {} was read", count_ == 1 ? "it repeats" : "they repeat");
  said += fmt::format("; of {} the text is in no archive that was read", missing);
  if (first == nullptr) return said;
  return said + fmt::format(", first {}: {}{}{}", first->place, repair_utf8(first->url),
                            first->date.empty() ? "" : " of ", repair_utf8(first->date));
}

}  // namespace stemma
