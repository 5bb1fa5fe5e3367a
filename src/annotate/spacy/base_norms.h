#pragma once

#include <optional>
#include <string_view>

namespace stemma::spacy {

/// The norm that spaCy's shared language data gives marks of punctuation and currency: quotation
/// marks become straight, dashes "-", currencies "$".
std::optional<std::string_view> base_norm(std::string_view text);

}  // namespace stemma::spacy
