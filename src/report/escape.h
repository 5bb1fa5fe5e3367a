#pragma once

#include <string>
#include <string_view>

namespace stemma {

/// Text from an article made harmless for the place it is put in. Each takes any valid UTF-8.

/// Without what could steer a terminal or hide in a line: control characters, escape sequences'
/// first bytes and characters that turn the direction of text (Unicode TR 36, 2.10) become U+FFFD;
/// line ends and tabs become a blank.
std::string printable(std::string_view text);

/// For the text and the quoted attributes of XML 1.0 and HTML: the five marks as references;
/// characters that XML forbids as U+FFFD. Line ends stay.
std::string escape_xml(std::string_view text);

/// One field of a CSV table (RFC 4180), quoted where it must be. A field that a spreadsheet would
/// take for a formula (=, +, -, @ and their full-width forms) gets an apostrophe before it.
std::string csv_field(std::string_view text);

/// Inline Markdown (CommonMark 0.31) that shows exactly this text, on one line.
std::string escape_markdown(std::string_view text);

/// A quoted string of the DOT language, on one line.
std::string dot_string(std::string_view text);

/// The address when it is http or https and has no blank or control character; empty otherwise.
std::string web_address(std::string_view url);

}  // namespace stemma
