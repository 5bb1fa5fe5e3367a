#include "extract/live_posts.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "model/written_date.h"

namespace stemma {
namespace {

using html::Attribute;
using html::Tag;

// The lines of a text in the order of their bytes, to find those that begin with some words.
class LinesByBeginning {
 public:
  static constexpr std::size_t kKeyBytes = 40;

  explicit LinesByBeginning(std::string_view text) : text_(text), lines_(lines_of(text)) {
    std::stable_sort(lines_.begin(), lines_.end(), [&](Span a, Span b) { return key(a) < key(b); });
  }

  // Where the first such line begins; `words` has at most kKeyBytes. O(log lines).
  std::optional<std::uint32_t> find(std::string_view words) const {
    constexpr std::ptrdiff_t kMostAlike = 64;
    auto line = std::lower_bound(lines_.begin(), lines_.end(), words,
                                 [&](Span a, std::string_view b) { return key(a) < b; });
    const auto end = lines_.end() - line > kMostAlike ? line + kMostAlike : lines_.end();
    std::optional<std::uint32_t> first;
    for (; line != end && key(*line).starts_with(words); ++line) {
      first = std::min(first.value_or(line->begin), line->begin);
    }
    return first;
  }

 private:
  std::string_view key(Span line) const { return cut(text_, line).substr(0, kKeyBytes); }

  std::string_view text_;
  std::vector<Span> lines_;
};

// Where the linked data has a live blog's posts with their times: each begins with the line that
// has its headline or its first words.
std::vector<Post> linked_posts(std::string_view text, const LinkedData& data) {
  constexpr std::size_t kFirstBytes = LinesByBeginning::kKeyBytes;
  std::vector<Post> posts;
  if (data.posts.empty()) return posts;
  const LinesByBeginning lines(text);
  for (const LinkedData::Post& post : data.posts) {
    const auto time = read_date(post.published);
    if (!time) continue;
    for (const std::string& words : {post.headline, post.body}) {
      std::string start;
      append_collapsed(start, 0, std::string_view(words).substr(0, words.find('\n')));
      if (const auto blank = start.rfind(' ', kFirstBytes); start.size() > kFirstBytes) {
        start.resize(blank == std::string::npos ? 0 : blank);
      }
      if (words_of(start).size() < 3) continue;
      const auto at = lines.find(start);
      if (!at) continue;
      posts.push_back({time->iso, {*at, static_cast<std::uint32_t>(text.size())}});
      break;
    }
  }
  std::sort(posts.begin(), posts.end(),
            [](const Post& a, const Post& b) { return a.span.begin < b.span.begin; });
  return posts;
}

// Whether a text is a clock and nothing else: "8:02PM", "14.05 GMT", "9:30 a.m. ET".
bool is_clock(std::string_view text) {
  std::size_t at = 0;
  const auto digits = [&] {
    const std::size_t begin = at;
    while (at < text.size() && is_ascii_digit(text[at])) ++at;
    return at - begin;
  };
  const std::size_t hours = digits();
  if (hours == 0 || hours > 2 || at == text.size() || (text[at] != ':' && text[at] != '.')) {
    return false;
  }
  ++at;
  if (digits() != 2) return false;
  constexpr std::size_t kMostAfter = 9;  // " a.m. EST"
  const std::string_view after = text.substr(at);
  return after.size() <= kMostAfter && std::all_of(after.begin(), after.end(), [](char c) {
           return is_ascii_letter(c) || c == '.' || c == ' ';
         });
}

bool has_clock(std::string_view iso) { return iso.find('T') != std::string_view::npos; }

// The instant of a `time` element that the block's text stands in.
std::optional<std::string> marked_time(const html::Page& page, const Block& block) {
  for (std::uint32_t i = block.first; i <= block.last; ++i) {
    if (page.nodes[i].tag != Tag::text) continue;
    for (std::uint32_t node = page.nodes[i].parent; node > block.node;
         node = page.nodes[node].parent) {
      if (page.nodes[node].tag != Tag::time) continue;
      const auto time = read_date(page.attribute(node, Attribute::datetime));
      if (time && has_clock(time->iso)) return time->iso;
    }
  }
  return std::nullopt;
}

// The time that a line is, if it is no more.
std::optional<std::string> time_of(const html::Page& page, const Blocks& blocks,
                                   const Block& block) {
  constexpr std::uint32_t kMostWords = 10;
  if (block.counts.words > kMostWords || block.counts.words == 0) return std::nullopt;
  if (auto time = marked_time(page, block)) return time;
  const std::string_view line = blocks.of(block);
  if (!is_clock(line)) return std::nullopt;
  constexpr std::string_view kAnyDay = "2000-01-01";
  const auto time = read_date(std::string(kAnyDay) + ' ' + std::string(line));
  if (!time || !has_clock(time->iso)) return std::nullopt;
  return time->iso.substr(kAnyDay.size());
}

// Times of posts run one way; those of other things on a page do as they like.
bool are_in_order(const std::vector<TimeLine>& times) {
  std::size_t up = 0, down = 0;
  for (std::size_t i = 0; i + 1 < times.size(); ++i) {
    up += times[i].time < times[i + 1].time ? 1 : 0;
    down += times[i].time > times[i + 1].time ? 1 : 0;
  }
  return std::min(up, down) <= 1 && std::max(up, down) >= 2;
}

// The article's lines are met in order: each post begins at the first that follows its time.
std::vector<Post> timed_posts(const Blocks& blocks, const Body& body, std::string_view text,
                              const std::vector<TimeLine>& times, std::string_view day) {
  constexpr std::size_t kDayBytes = 10;
  std::vector<Post> posts;
  auto next = times.begin();
  std::size_t at = 0;
  for (const std::uint32_t i : body.blocks) {
    // A line that the outlet repeats was cut from the text.
    const std::string_view line = blocks.of(blocks.items[i]);
    if (text.substr(at, line.size()) != line) continue;
    const TimeLine* time = nullptr;
    for (; next != times.end() && next->block < i; ++next) time = &*next;
    const bool dayless = time != nullptr && time->time.front() == 'T';
    if (time != nullptr && (!dayless || day.size() >= kDayBytes)) {
      posts.push_back({dayless ? std::string(day.substr(0, kDayBytes)) + time->time : time->time,
                       {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(text.size())}});
    }
    at = std::min(text.size(), at + line.size() + 2);
  }
  return posts;
}

}  // namespace

std::vector<TimeLine> time_lines_of(const html::Page& page, const Blocks& blocks,
                                    const Body& body) {
  constexpr std::uint32_t kBefore = 5;  // lines that may stand between the first time and its post
  constexpr std::size_t kFewest = 3;
  std::vector<TimeLine> times;
  if (body.blocks.empty()) return times;
  std::optional<TimeLine> open;  // no line of the article has followed it yet
  auto taken = body.blocks.begin();
  for (std::uint32_t i = *taken - std::min(*taken, kBefore); taken != body.blocks.end(); ++i) {
    const bool is_taken = i == *taken;
    if (is_taken) ++taken;
    if (auto time = time_of(page, blocks, blocks.items[i])) {
      open = {i, std::move(*time)};
    } else if (is_taken && open) {
      times.push_back(std::move(*open));
      open.reset();
    }
  }
  if (times.size() < kFewest || !are_in_order(times)) times.clear();
  return times;
}

std::vector<Post> posts_of(const Blocks& blocks, const Body& body, std::string_view text,
                           const LinkedData& data, const std::vector<TimeLine>& times,
                           std::string_view day) {
  std::vector<Post> posts = linked_posts(text, data);
  if (posts.empty()) posts = timed_posts(blocks, body, text, times, day);
  for (std::size_t i = 0; i + 1 < posts.size(); ++i) {
    posts[i].span = trim(text, Span{posts[i].span.begin, posts[i + 1].span.begin});
  }
  std::erase_if(posts, [](const Post& post) { return post.span.empty(); });
  return posts;
}

}  // namespace stemma
