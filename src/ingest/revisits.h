#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace stemma {

/// What web archives hold only by reference. A `revisit` record (WARC 1.1, section 6.7) says that a
/// page was got again and was the same as before; its text is in an earlier record, often of the
/// same archive, sometimes of one that is not at hand. It gives no document: the text is given
/// where it is, once. What is said about them all is one sentence at the end of the run.
/// Memory is bounded: 1,000,000 marks of records, and 16 MB of revisits whose text was not read.
class Revisits {
 public:
  struct Record {
    std::string place;    ///< `archive#record`
    std::string url;      ///< of the revisited record where it is said, else its own
    std::string date;     ///< of the revisited record; may be empty
    std::string payload;  ///< digest, as written; may be empty
  };

  /// A record with a payload of its own was read.
  void saw_payload(std::string_view url, std::string_view digest);
  /// A revisit of what may be a page was passed over.
  void passed_over(Record revisit);

  /// How many were passed over and what they repeat; nothing when there were none.
  std::optional<std::string> summary() const;

 private:
  using Mark = std::uint64_t;
  void remember(Mark mark);
  bool is_at_hand(const Record& revisit) const;

  std::unordered_set<Mark> marks_;
  std::vector<Record> open_;  // repeated nothing that was read before them
  std::uint64_t open_bytes_ = 0;
  std::uint64_t count_ = 0, unremembered_ = 0;
};

}  // namespace stemma
