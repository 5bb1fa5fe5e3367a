#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

struct pcre2_real_code_8;
struct pcre2_real_match_data_8;
struct pcre2_real_match_context_8;
struct pcre2_real_jit_stack_8;

namespace stemma::spacy {

/// Scratch memory of one thread for matching.
class PatternScratch {
 public:
  PatternScratch();

 private:
  friend class Pattern;
  struct Free {
    void operator()(pcre2_real_match_data_8* data) const;
    void operator()(pcre2_real_match_context_8* context) const;
    void operator()(pcre2_real_jit_stack_8* stack) const;
  };
  std::unique_ptr<pcre2_real_jit_stack_8, Free> stack_;
  std::unique_ptr<pcre2_real_match_context_8, Free> context_;
  std::unique_ptr<pcre2_real_match_data_8, Free> data_;
};

/// A regular expression as spaCy's tokenizer tables and rules write it (Python's `re`), run by
/// PCRE2 with its compiler. Read-only after compiling.
class Pattern {
 public:
  static Result<Pattern> compile(std::string_view python);

  struct Match {
    std::size_t begin, end;
  };
  /// The leftmost match that starts at `from` or later; look-behind may see what stands before. The
  /// text is valid UTF-8. A match that would cost more than kMatchLimit steps counts as none.
  std::optional<Match> search(std::string_view text, PatternScratch& scratch,
                              std::size_t from = 0) const;

 private:
  struct Free {
    void operator()(pcre2_real_code_8* code) const;
  };
  std::unique_ptr<pcre2_real_code_8, Free> code_;
};

/// The same expression in PCRE2's syntax: Python's escapes of code points and Unicode classes are
/// spelled out, since PCRE2 has other ideas of them.
std::string translate_pattern(std::string_view python);

}  // namespace stemma::spacy
