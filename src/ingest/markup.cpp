#include "ingest/markup.h"

#include "base/character_references.h"
#include "base/text.h"

namespace stemma {
namespace {

bool begins_tag(std::string_view text, std::size_t at) {
  if (text[at] != '<' || at + 1 >= text.size()) return false;
  const char next = text[at + 1];
  return is_ascii_letter(next) || next == '/' || next == '!';
}

// Every tag becomes a blank; a "<" that begins none stays.
std::string without_tags(std::string_view markup) {
  std::string text;
  const std::size_t last_end = markup.rfind('>');
  const std::size_t tags_end = last_end == std::string_view::npos ? 0 : last_end;
  for (std::size_t at = 0; at < markup.size();) {
    // Past the last ">" no tag ends: looking for one there again and again would be quadratic.
    const std::size_t end =
        at < tags_end && begins_tag(markup, at) ? markup.find('>', at) : std::string_view::npos;
    if (end == std::string_view::npos) {
      text += markup[at++];
    } else {
      text += ' ';
      at = end + 1;
    }
  }
  return text;
}

}  // namespace

std::string plain_line(std::string_view markup) {
  std::string text = unescape(without_tags(markup));
  if (text.find('&') != std::string::npos) text = unescape(text);
  return collapse_space(text);
}

bool has_markup(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '&' && character_reference_at(text, at).size != 0) return true;
    if (text[at] == '<' && begins_tag(text, at)) return true;
  }
  return false;
}

}  // namespace stemma
