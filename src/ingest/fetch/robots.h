#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stemma {

/// What a robots.txt file asks of one crawler (RFC 9309). Rules are those of the groups that name
/// the crawler's product, else those for "*". The longest pattern that matches decides; "allow"
/// wins between two of one length. `*` stands for any bytes, `$` at the end for the end.
class RobotsRules {
 public:
  /// Nothing is forbidden.
  RobotsRules() = default;
  /// Reads at most the first kMaxBytes. Cannot fail: lines that are no rule are passed over.
  RobotsRules(std::string_view text, std::string_view product);
  static RobotsRules forbidding_all();

  static constexpr std::size_t kMaxBytes = std::size_t{500} << 10;
  static constexpr std::size_t kMaxRules = 10'000;
  static constexpr std::chrono::seconds kMaxDelay{30};

  /// `target` is an address's path with its query: "/a?b".
  bool allows(std::string_view target) const;
  /// The pause between requests that "Crawl-delay" asks for, at most kMaxDelay.
  std::optional<std::chrono::milliseconds> delay() const { return delay_; }

 private:
  struct Rule {
    std::string pattern;
    bool allows = false;
  };
  std::vector<Rule> rules_;
  std::optional<std::chrono::milliseconds> delay_;
};

}  // namespace stemma
