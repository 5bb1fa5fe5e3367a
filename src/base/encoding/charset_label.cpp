#include "base/encoding/charset_label.h"

#include "base/text.h"
#include "base/utf8.h"

namespace stemma {
namespace {

// Labels whose meaning on the web is not what their registration says.
struct Label {
  std::string_view written, means;
};
constexpr Label kLabels[] = {
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"latin1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"l1", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"iso88591", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"x-cp1252", "windows-1252"},
    {"ansi", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"iso8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"iso-8859-11", "windows-874"},
    {"tis-620", "windows-874"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"ks_c_5601-1987", "windows-949"},
    {"euc-kr", "windows-949"},
    {"ksc5601", "windows-949"},
    {"x-sjis", "shift_jis"},
    {"windows-31j", "shift_jis"},
    {"big5", "big5-hkscs"},
    {"utf8", "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"},
};

// The value of `name=` in a tag, quoted or not.
std::string_view value_after(std::string_view tag, std::string_view name) {
  for (std::size_t at = 0; at < tag.size(); ++at) {
    if (!starts_with_ignoring_case(tag.substr(at), name)) continue;
    std::string_view rest = trim(tag.substr(at + name.size()));
    if (!rest.starts_with('=')) continue;
    rest = trim(rest.substr(1));
    if (!rest.empty() && (rest[0] == '"' || rest[0] == '\'')) rest.remove_prefix(1);
    return trim(rest.substr(0, rest.find_first_of("\"'; \t\r\n/>?")));
  }
  return {};
}

}  // namespace

std::string charset_meant_by(std::string_view label) {
  std::string lower = to_lower(trim(label));
  for (const Label& known : kLabels) {
    if (lower == known.written) return std::string(known.means);
  }
  return lower;
}

std::string_view charset_in_text(std::string_view text, bool is_html) {
  if (trim(text.substr(0, kDeclarationBytes)).starts_with("<?xml")) {
    const auto value = value_after(text.substr(0, text.find("?>")), "encoding");
    if (!value.empty()) return value;
  }
  if (!is_html) return {};
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    if (text.substr(at).starts_with("<!--")) {
      at = text.find("-->", at + 4);
      if (at == std::string_view::npos) break;
    } else if (starts_with_ignoring_case(text.substr(at), "<meta")) {
      const std::string_view tag = text.substr(at, text.find('>', at) - at);
      if (const auto value = value_after(tag, "charset"); !value.empty()) return value;
    }
  }
  return {};
}

}  // namespace stemma
