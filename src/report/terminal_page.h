#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace stemma {

/// Columns that one code point takes on a terminal: 0 for combining and invisible ones, 2 for wide
/// ones (Unicode UAX 11), else 1.
std::size_t columns_of(char32_t c);
std::size_t columns_of(std::string_view text);

/// The text, or as much of it as fits with a closing "…".
std::string fit(std::string_view text, std::size_t columns);

/// What a run of text is, from which its colour follows. Meaning never rests on colour alone.
enum class Ink : std::uint8_t { plain, heading, strong, faint, warning, alarm, good, gone, added };

struct Run {
  std::string text;
  Ink ink = Ink::plain;
};
using Line = std::vector<Run>;

/// Lays paragraphs out on a terminal of so many columns. Text is made printable here, whatever it
/// holds: no control character reaches the output but line ends and, with colour, our own marks.
class TerminalPage {
 public:
  static constexpr std::size_t kLeastColumns = 40;

  TerminalPage(std::size_t columns, bool color);

  /// One paragraph: its first line starts at column `indent`, the others at `hang`. Breaks at
  /// blanks and around wide characters; a word longer than a line is cut.
  void write(const Line& line, std::size_t indent = 0, std::size_t hang = 0);
  /// A name and a place in a left column and the paragraph beside them; below them on a narrow
  /// page. The name is shortened to fit, the place never.
  void write_beside(std::string_view name, std::string_view place, const Line& line,
                    std::size_t indent);
  /// One empty line; none after another or at the start.
  void blank();
  std::string take() && { return std::move(out_); }

 private:
  struct Piece;  // one unbreakable stretch
  std::vector<Piece> pieces_of(const Line& line) const;
  void put(const Piece& piece);
  void lay(const Line& line, std::size_t column, std::size_t hang);  // from `column` on

  std::size_t columns_;
  bool color_;
  std::string out_;
};

}  // namespace stemma
