#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace stemma::spacy {

/// A package's config.cfg: sections of keys whose values are JSON (the format of confection).
class PackageConfig {
 public:
  explicit PackageConfig(std::string_view text);

  /// The value as JSON without blanks, references to other values followed; empty when there is
  /// none. A section may be written as an object in its parent: `tokenizer = {"@tokenizers": ...}`.
  std::string value(std::string_view section, std::string_view key) const;

  /// The value as a list of texts; nothing when it is no such list.
  std::optional<std::vector<std::string>> texts(std::string_view section,
                                                std::string_view key) const;

 private:
  std::string value(std::string_view section, std::string_view key, int references) const;

  std::map<std::string, std::string, std::less<>> values_;  // by "section:key"
};

/// Refuses, by name and value, a pipeline that would not be computed as spaCy does: components,
/// their order, architectures, sizes, attributes, callbacks, the tokenizer, the lemmatizer's mode.
Result<void> check_config(const PackageConfig& config);

}  // namespace stemma::spacy
