#include "base/encoding/charset_reader.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "base/encoding/charset_label.h"
#include "base/encoding/windows_1252.h"
#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

/// How much of a text the detector sees.
constexpr std::size_t kDetectionBytes = std::size_t{64} << 10;
/// The detector's confidence (0 to 100) below which its guess is not used.
constexpr int kLeastConfidence = 30;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

bool keeps_ascii(UConverter* converter) {
  constexpr std::string_view kProbe = "AZaz09 <>&\"=/-";
  std::array<UChar, 64> out{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t size =
      ucnv_toUChars(converter, out.data(), static_cast<std::int32_t>(out.size()), kProbe.data(),
                    static_cast<std::int32_t>(kProbe.size()), &status);
  if (U_FAILURE(status) || size != static_cast<std::int32_t>(kProbe.size())) return false;
  return std::equal(kProbe.begin(), kProbe.end(), out.begin(),
                    [](char a, UChar b) { return static_cast<UChar>(a) == b; });
}

Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  // ICU takes options after a comma or other marks: only plain labels go in.
  const bool plain = !name.empty() && name.size() < 60 &&
                     std::all_of(
                         name.begin(), name.end(),
                         [](char c) {
                           return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' ||
                                  c == ':' || c == '.';
                         });
  if (!plain) return nullptr;
  Converter converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status)) return nullptr;
  return converter;
}

struct Substitution {
  std::size_t count = 0;
};

// Counts what the encoding does not define and puts U+FFFD in its place.
void U_CALLCONV substitute(const void* context, UConverterToUnicodeArgs* arguments, const char*,
                           std::int32_t, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  ++static_cast<Substitution*>(const_cast<void*>(context))->count;
  *status = U_ZERO_ERROR;
  constexpr UChar kReplacement = 0xFFFD;
  ucnv_cbToUWriteUChars(arguments, &kReplacement, 1, 0, status);
}

void append_utf16(std::string& text, const UChar* begin, const UChar* end, UChar& lead) {
  for (const UChar* at = begin; at != end; ++at) {
    if ((*at & 0xFC00) == 0xD800) {
      lead = *at;
    } else if ((*at & 0xFC00) == 0xDC00 && lead != 0) {
      append_utf8(text, 0x10000U + ((lead - 0xD800U) << 10U) + (*at - 0xDC00U));
      lead = 0;
    } else {
      append_utf8(text, *at);
      lead = 0;
    }
  }
}

DecodedText read_by_converter(std::string_view bytes, UConverter* converter,
                              const std::string& charset) {
  DecodedText read;
  read.charset = charset;
  Substitution lost;
  UErrorCode status = U_ZERO_ERROR;
  ucnv_reset(converter);
  ucnv_setToUCallBack(converter, substitute, &lost, nullptr, nullptr, &status);
  std::array<UChar, 4096> units{};
  const char* at = bytes.data();
  UChar lead = 0;
  do {
    status = U_ZERO_ERROR;
    UChar* out = units.data();
    ucnv_toUnicode(converter, &out, units.data() + units.size(), &at, bytes.data() + bytes.size(),
                   nullptr, true, &status);
    append_utf16(read.text, units.data(), out, lead);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (lost.count != 0) {
    read.losses.push_back(fmt::format("{} characters that {} does not have; each became U+FFFD",
                                      lost.count, charset));
  }
  return read;
}

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

}  // namespace

std::optional<DecodedText> read_as(const std::string& charset, std::string_view bytes) {
  if (charset == "utf-8") return std::nullopt;  // they are not, or they would have been read so
  if (charset == "windows-1252") return DecodedText{read_windows_1252(bytes), charset, {}};
  const Converter converter = open_converter(charset);
  if (!converter || !keeps_ascii(converter.get())) return std::nullopt;
  return read_by_converter(bytes, converter.get(), charset);
}

std::optional<DecodedText> read_utf32(std::string_view bytes, ByteOrder order) {
  const std::string charset = order == ByteOrder::big_endian ? "utf-32be" : "utf-32le";
  const Converter converter = open_converter(charset);
  if (!converter) return std::nullopt;
  return read_by_converter(bytes, converter.get(), charset);
}

std::string detected_charset(std::string_view bytes, bool is_html) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  if (U_FAILURE(status)) return "windows-1252";
  // The first bytes past ASCII may stand far into a page.
  const auto high =
      std::find_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
  auto begin = static_cast<std::size_t>(high - bytes.begin());
  begin = begin > kDetectionBytes / 2 ? begin - kDetectionBytes / 2 : 0;
  const std::string_view sample = bytes.substr(begin, kDetectionBytes);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  ucsdet_enableInputFilter(detector.get(), static_cast<UBool>(is_html));
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return "windows-1252";
  if (ucsdet_getConfidence(match, &status) < kLeastConfidence) return "windows-1252";
  const char* name = ucsdet_getName(match, &status);
  return U_FAILURE(status) ? "windows-1252" : charset_meant_by(name);
}

}  // namespace stemma
