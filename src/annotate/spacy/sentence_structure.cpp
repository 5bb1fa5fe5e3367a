#include "annotate/spacy/sentence_structure.h"

#include <algorithm>
#include <numeric>

namespace stemma::spacy {
namespace {

constexpr int kMaxPasses = 12;

// A search below a head visits few tokens in real text; past this much work in one document the
// heads stay as they are.
constexpr std::size_t kSearchSteps = 1'000'000;

void widen_edges(ParsedTokens& tokens, std::uint32_t i) {
  const std::uint32_t head = tokens.heads[i];
  tokens.left[head] = std::min(tokens.left[head], tokens.left[i]);
  tokens.right[head] = std::max(tokens.right[head], tokens.right[i]);
}

// No arc leaves the stretch between two sentence starts.
bool sentences_are_closed(const ParsedTokens& tokens, const std::vector<std::uint8_t>& is_start) {
  const auto size = static_cast<std::uint32_t>(tokens.size());
  std::uint32_t begin = 0;
  for (std::uint32_t i = 1; i < size; ++i) {
    if (is_start[i] == 0 && i != size - 1) continue;
    for (std::uint32_t j = begin; j < i; ++j) {
      if (tokens.heads[j] < begin || tokens.heads[j] > i) return false;
    }
    begin = i;
  }
  return true;
}

void mark_starts(const ParsedTokens& tokens, std::vector<std::uint8_t>& starts) {
  starts.assign(tokens.size(), 0);
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (tokens.heads[i] == i) starts[tokens.left[i]] = 1;
  }
}

// Dependents of every token in ascending order, as lists that can be changed.
class ChildLists {
 public:
  explicit ChildLists(const std::vector<std::uint32_t>& heads)
      : first_(heads.size(), kEnd), next_(heads.size(), kEnd) {
    for (auto i = static_cast<std::uint32_t>(heads.size()); i-- > 0;) {
      if (heads[i] != i) push_front(heads[i], i);
    }
  }

  static constexpr std::uint32_t kEnd = ~std::uint32_t{0};
  std::uint32_t first(std::uint32_t head) const { return first_[head]; }
  std::uint32_t next(std::uint32_t child) const { return next_[child]; }

  // Returns the steps it took.
  std::size_t move(std::uint32_t child, std::uint32_t from, std::uint32_t to) {
    std::size_t steps = 0;
    std::uint32_t* at = &first_[from];
    for (; *at != kEnd && *at != child; ++steps) at = &next_[*at];
    if (*at == child) *at = next_[child];
    at = &first_[to];
    for (; *at != kEnd && *at < child; ++steps) at = &next_[*at];
    next_[child] = *at;
    *at = child;
    return steps;
  }

 private:
  void push_front(std::uint32_t head, std::uint32_t child) {
    next_[child] = first_[head];
    first_[head] = child;
  }
  std::vector<std::uint32_t> first_, next_;
};

bool heads_chunk(Dep dep) {
  switch (dep) {
    case Dep::oprd:
    case Dep::nsubj:
    case Dep::dobj:
    case Dep::nsubjpass:
    case Dep::pcomp:
    case Dep::pobj:
    case Dep::dative:
    case Dep::appos:
    case Dep::attr:
    case Dep::root:
      return true;
    default:
      return false;
  }
}

}  // namespace

void set_structure(ParsedTokens& tokens) {
  const auto size = static_cast<std::uint32_t>(tokens.size());
  tokens.left.resize(size);
  tokens.right.resize(size);
  std::iota(tokens.left.begin(), tokens.left.end(), 0U);
  std::iota(tokens.right.begin(), tokens.right.end(), 0U);
  for (int pass = 0; pass < kMaxPasses; ++pass) {
    for (std::uint32_t i = 0; i < size; ++i) widen_edges(tokens, i);
    for (std::uint32_t i = size; i-- > 0;) widen_edges(tokens, i);
    mark_starts(tokens, tokens.starts);
    if (sentences_are_closed(tokens, tokens.starts)) break;
  }
}

void deprojectivize(ParsedTokens& tokens, std::vector<std::uint8_t>& labels,
                    const std::vector<DecoratedLabel>& decorated) {
  const auto is_decorated = [&](std::uint8_t label) { return decorated[label].is_decorated; };
  if (std::none_of(labels.begin(), labels.end(), is_decorated)) return;
  ChildLists children(tokens.heads);
  std::size_t steps_left = kSearchSteps + 4 * tokens.size();
  std::vector<std::uint32_t> queue;
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    if (!is_decorated(labels[i])) continue;
    const std::uint8_t wanted = decorated[labels[i]].head_label;
    labels[i] = decorated[labels[i]].label;
    queue.assign(1, tokens.heads[i]);
    std::uint32_t found = ChildLists::kEnd;
    for (std::size_t at = 0; at < queue.size() && found == ChildLists::kEnd; ++at) {
      const std::uint32_t head = queue[at];
      for (std::uint32_t c = children.first(head); c != ChildLists::kEnd && steps_left > 0;
           c = children.next(c), --steps_left) {
        if (c == i || c < tokens.left[head] || c > tokens.right[head] || tokens.blanks[c] != 0) {
          continue;
        }
        if (labels[c] == wanted) {
          found = c;
          break;
        }
        queue.push_back(c);
      }
    }
    if (found == ChildLists::kEnd) continue;
    steps_left -= std::min(steps_left, children.move(i, tokens.heads[i], found));
    tokens.heads[i] = found;
  }
}

std::vector<Chunk> noun_chunks(const ParsedTokens& tokens, const std::vector<Pos>& pos,
                               const std::vector<Dep>& dep) {
  const auto size = static_cast<std::uint32_t>(tokens.size());
  // Whether the first conjunct of the coordination that a token belongs to heads a chunk; a head
  // before its token is known already.
  std::vector<bool> first_heads(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    const std::uint32_t head = tokens.heads[i];
    first_heads[i] = dep[i] == Dep::conj && head < i ? first_heads[head] : heads_chunk(dep[i]);
  }
  std::vector<Chunk> chunks;
  std::int64_t last = -1;
  for (std::uint32_t i = 0; i < size; ++i) {
    if (pos[i] != Pos::noun && pos[i] != Pos::propn && pos[i] != Pos::pron) continue;
    if (static_cast<std::int64_t>(tokens.left[i]) <= last) continue;
    const bool is_chunk =
        heads_chunk(dep[i]) || (dep[i] == Dep::conj && first_heads[tokens.heads[i]]);
    if (!is_chunk) continue;
    chunks.push_back({tokens.left[i], i});
    last = i;
  }
  return chunks;
}

}  // namespace stemma::spacy
