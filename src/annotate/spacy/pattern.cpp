#include "annotate/spacy/pattern.h"

#include <fmt/format.h>

#include <array>
#include <new>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace stemma::spacy {
namespace {

constexpr std::size_t kJitStackStartBytes = std::size_t{32} << 10;
constexpr std::size_t kJitStackLimitBytes = std::size_t{1} << 20;
constexpr std::uint32_t kMatchLimit = 1'000'000;

// White space of Python (characters.h), as the inside of a class.
constexpr std::string_view kBlanks =
    "\\x{09}-\\x{0D}\\x{1C}-\\x{20}\\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}"
    "\\x{202F}\\x{205F}\\x{3000}";

}  // namespace

void PatternScratch::Free::operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
void PatternScratch::Free::operator()(pcre2_match_context* context) const {
  pcre2_match_context_free(context);
}
void PatternScratch::Free::operator()(pcre2_jit_stack* stack) const { pcre2_jit_stack_free(stack); }
void Pattern::Free::operator()(pcre2_code* code) const { pcre2_code_free(code); }

PatternScratch::PatternScratch()
    : stack_(pcre2_jit_stack_create(kJitStackStartBytes, kJitStackLimitBytes, nullptr)),
      context_(pcre2_match_context_create(nullptr)),
      data_(pcre2_match_data_create(1, nullptr)) {
  if (!stack_ || !context_ || !data_) throw std::bad_alloc();
  pcre2_jit_stack_assign(context_.get(), nullptr, stack_.get());
  pcre2_set_match_limit(context_.get(), kMatchLimit);
}

std::string translate_pattern(std::string_view python) {
  std::string out;
  if (python.starts_with("(?u)")) python.remove_prefix(4);
  for (std::size_t i = 0; i < python.size(); ++i) {
    if (python[i] != '\\' || i + 1 == python.size()) {
      out += python[i];
      continue;
    }
    const char escape = python[++i];
    const std::size_t digits = escape == 'u' ? 4 : escape == 'U' ? 8 : 0;
    if (digits != 0) {
      out += fmt::format("\\x{{{}}}", python.substr(i + 1, digits));
      i += digits;
    } else if (escape == 'd') {
      out += "\\p{Nd}";
    } else if (escape == 'w') {  // occurs inside classes only
      out += "\\p{L}\\p{N}_";
    } else if (escape == 'S') {
      out += fmt::format("[^{}]", kBlanks);
    } else {
      out += '\\';
      out += escape;
    }
  }
  return out;
}

Result<Pattern> Pattern::compile(std::string_view python) {
  const std::string translated = translate_pattern(python);
  int error = 0;
  PCRE2_SIZE at = 0;
  pcre2_code* code =
      pcre2_compile(reinterpret_cast<PCRE2_SPTR>(translated.data()), translated.size(),
                    PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C, &error, &at, nullptr);
  if (code == nullptr) {
    std::array<PCRE2_UCHAR, 128> message{};
    pcre2_get_error_message(error, message.data(), message.size());
    return failure(Fault::model, fmt::format("a pattern cannot be compiled: {} at {}",
                                             reinterpret_cast<const char*>(message.data()), at));
  }
  Pattern pattern;
  pattern.code_.reset(code);
  // Without a compiler for this machine the interpreter answers the same, slower.
  (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
  return pattern;
}

std::optional<Pattern::Match> Pattern::search(std::string_view text, PatternScratch& scratch,
                                              std::size_t from) const {
  const int found =
      pcre2_match(code_.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from,
                  PCRE2_NO_UTF_CHECK, scratch.data_.get(), scratch.context_.get());
  if (found < 0) return std::nullopt;
  const PCRE2_SIZE* range = pcre2_get_ovector_pointer(scratch.data_.get());
  if (range[0] > range[1]) return std::nullopt;
  return Match{range[0], range[1]};
}

}  // namespace stemma::spacy
