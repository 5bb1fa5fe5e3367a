#include "report/terminal_page.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"
#include "report/escape.h"

namespace stemma {
namespace {

constexpr std::size_t kWidestMeasure = 110;  // longer lines are hard to read
constexpr std::size_t kLabelColumns = 36;
constexpr std::size_t kLeastBeside = 60;  // narrower text goes below its label

std::string_view mark_of(Ink ink) {
  switch (ink) {
    case Ink::plain:
      return "";
    case Ink::heading:
      return "\x1b[1;36m";
    case Ink::strong:
      return "\x1b[1m";
    case Ink::faint:
      return "\x1b[2m";
    case Ink::warning:
      return "\x1b[33m";
    case Ink::alarm:
      return "\x1b[1;31m";
    case Ink::good:
      return "\x1b[32m";
    case Ink::gone:
      return "\x1b[9;31m";
    case Ink::added:
      return "\x1b[1;32m";
  }
  return "";
}

constexpr std::string_view kPlainMark = "\x1b[0m";

bool is_wide(char32_t c) {
  const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE;
}

}  // namespace

std::size_t columns_of(char32_t c) {
  if (c < 0x300) return c == 0xAD ? 0 : 1;
  const auto type = u_charType(static_cast<UChar32>(c));
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  if (c >= 0x1160 && c <= 0x11FF) return 0;  // vowels and finals join the syllable before them
  return is_wide(c) ? 2 : 1;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_utf8(text, i);
    columns += columns_of(decoded.code_point);
    i += decoded.size;
  }
  return columns;
}

std::string fit(std::string_view text, std::size_t columns) {
  if (columns_of(text) <= columns) return std::string(text);
  std::size_t used = 1, end = 0;  // one column for the ellipsis
  while (end < text.size()) {
    const Decoded decoded = decode_utf8(text, end);
    used += columns_of(decoded.code_point);
    if (used > columns) break;
    end += decoded.size;
  }
  return std::string(text.substr(0, end)) + "…";
}

// Code points that stay together, each with its ink, and whether a blank stands before them.
struct TerminalPage::Piece {
  std::vector<Run> runs;
  std::size_t columns = 0;
  bool blank_before = false;
  Ink blank_ink = Ink::plain;  // of the blank: a struck-out stretch is struck through its blanks

  void add(std::string_view bytes, std::size_t width, Ink ink) {
    if (runs.empty() || runs.back().ink != ink) runs.push_back({"", ink});
    runs.back().text += bytes;
    columns += width;
  }
};

TerminalPage::TerminalPage(std::size_t columns, bool color)
    : columns_(std::max(columns, kLeastColumns)), color_(color) {}

std::vector<TerminalPage::Piece> TerminalPage::pieces_of(const Line& line) const {
  // No piece is wider than the narrowest line, so the loop that places them needs no cutting.
  const std::size_t widest = columns_ / 2;
  std::vector<Piece> pieces;
  Piece piece;
  const auto close = [&] {
    if (piece.runs.empty()) return;
    pieces.push_back(std::move(piece));
    piece = {};
  };
  for (const Run& run : line) {
    const std::string text = printable(run.text);
    for (std::size_t i = 0; i < text.size();) {
      const Decoded decoded = decode_utf8(text, i);
      const std::string_view bytes = std::string_view(text).substr(i, decoded.size);
      const std::size_t width = columns_of(decoded.code_point);
      i += decoded.size;
      if (bytes == " ") {
        close();
        piece.blank_before = true;
        piece.blank_ink = run.ink;
        continue;
      }
      if (width == 0 && piece.runs.empty() && !piece.blank_before && !pieces.empty()) {
        pieces.back().add(bytes, 0, run.ink);  // a mark on the wide character before it
        continue;
      }
      if (width == 2 || piece.columns + width > widest) close();
      piece.add(bytes, width, run.ink);
      if (width == 2) close();
    }
  }
  close();
  return pieces;
}

void TerminalPage::put(const Piece& piece) {
  for (const Run& run : piece.runs) {
    const std::string_view mark = color_ ? mark_of(run.ink) : "";
    out_ += mark;
    out_ += run.text;
    if (!mark.empty()) out_ += kPlainMark;
  }
}

void TerminalPage::lay(const Line& line, std::size_t column, std::size_t hang) {
  const std::size_t right = std::min(columns_, hang + kWidestMeasure);
  bool starts_line = true;
  for (const Piece& piece : pieces_of(line)) {
    const std::size_t blank = piece.blank_before && !starts_line ? 1 : 0;
    if (!starts_line && column + blank + piece.columns > right) {
      out_ += '\n';
      out_.append(hang, ' ');
      column = hang;
      starts_line = true;
    } else if (blank != 0) {
      put(Piece{{{" ", piece.blank_ink}}, 1, false, Ink::plain});
      ++column;
    }
    put(piece);
    column += piece.columns;
    starts_line = false;
  }
  out_ += '\n';
}

void TerminalPage::blank() {
  if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
}

void TerminalPage::write(const Line& line, std::size_t indent, std::size_t hang) {
  indent = std::min(indent, columns_ / 2);
  out_.append(indent, ' ');
  lay(line, indent, std::min(hang, columns_ / 2));
}

void TerminalPage::write_beside(std::string_view name, std::string_view place, const Line& line,
                                std::size_t indent) {
  const std::string shown = printable(place);
  const std::size_t right = indent + kLabelColumns;
  if (columns_ < right + kLeastBeside || columns_of(shown) + 8 > kLabelColumns) {
    write({{std::string(name), Ink::strong}, {" "}, {shown, Ink::faint}}, indent, indent + 2);
    write(line, indent + 2, indent + 2);
    return;
  }
  const std::string fitted = fit(printable(name), kLabelColumns - columns_of(shown) - 3);
  out_.append(indent, ' ');
  put(Piece{{{fitted, Ink::strong}, {" "}, {shown, Ink::faint}}, 0, false, Ink::plain});
  out_.append(kLabelColumns - columns_of(fitted) - 1 - columns_of(shown), ' ');
  lay(line, right, right);
}

}  // namespace stemma
