#include "ingest/mbox_reader.h"

#include <fmt/format.h>

#include <utility>

#include "base/text.h"
#include "ingest/mail_reader.h"

namespace stemma {
namespace {

constexpr std::string_view kMark = "From ";

bool digits_at(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return false;
  for (const char c : text.substr(at, count)) {
    if (!is_ascii_digit(c)) return false;
  }
  return true;
}

bool holds_time(std::string_view line) {
  for (std::size_t at = line.find(':'); at != std::string_view::npos; at = line.find(':', at + 1)) {
    if (at >= 2 && digits_at(line, at - 2, 2) && digits_at(line, at + 1, 2)) return true;
  }
  return false;
}

bool holds_year(std::string_view line) {
  for (const std::string_view word : split(line, ' ')) {
    const std::string_view year = trim(word);
    if (year.size() == 4 && digits_at(year, 0, 4)) return true;
  }
  return false;
}

bool begins_message(std::string_view line) {
  return line.starts_with(kMark) && holds_time(line) && holds_year(line);
}

// ">From " and ">>From " lose one ">".
std::string_view unquoted(std::string_view line) {
  const std::size_t text = line.find_first_not_of('>');
  const bool is_quoted =
      text != 0 && text != std::string_view::npos && line.substr(text).starts_with(kMark);
  return is_quoted ? line.substr(1) : line;
}

}  // namespace

bool begins_as_mailbox(std::string_view head) { return head.starts_with(kMark); }

MboxReader::MboxReader(Input input, std::string path, const ReadLimits& limits)
    : input_(std::move(input)), path_(std::move(path)), limits_(limits) {
  std::string mark;
  over_ = input_.take_line(limits_.line_bytes, mark) == Input::Line::end;
}

std::optional<Result<Document>> MboxReader::next() {
  while (ready_.empty() && !over_) read_message();
  if (ready_.empty()) return std::nullopt;
  auto first = std::move(ready_.front());
  ready_.pop_front();
  return first;
}

// From behind the line that begins it to behind the one that begins the next.
void MboxReader::read_message() {
  const std::string place = fmt::format("{}#{}", path_, ++number_);
  std::string message, line;
  bool after_blank = false, too_large = false;
  while (true) {
    const Input::Line taken = input_.take_line(limits_.line_bytes, line);
    over_ = taken == Input::Line::end;
    if (over_ || (after_blank && begins_message(line))) break;
    after_blank = line.empty() && taken == Input::Line::whole;
    too_large = too_large || taken == Input::Line::too_long ||
                message.size() + line.size() > limits_.document_bytes;
    if (!too_large) message.append(unquoted(line)).push_back('\n');
  }
  if (too_large) {
    ready_.emplace_back(failure(
        Fault::too_large,
        fmt::format("{}: larger than the limit of {} bytes", place, limits_.document_bytes)));
  } else {
    for (auto& document : read_mail(message, place)) ready_.push_back(std::move(document));
  }
  if (over_ && input_.error()) {
    ready_.emplace_back(
        failure(input_.error()->fault, fmt::format("{}: {}", place, input_.error()->message)));
  }
}

}  // namespace stemma
