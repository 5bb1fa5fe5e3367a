#include "annotate/spacy/transitions.h"

#include <algorithm>
#include <array>

#include "model/annotations.h"
#include "nn/rows.h"

namespace stemma::spacy {
namespace {

constexpr std::size_t kMaxLabels = 255;

// Tokens whose products are made at once. The parser comes to every token; a name ends soon.
constexpr std::uint32_t kParserBatch = 64, kNamesBatch = 4;
// Tokens that are scored at once as if no name were open.
constexpr std::uint32_t kOutsideBatch = 128;

}  // namespace

Result<Moves> Moves::load(JsonView array, std::uint8_t last_action) {
  const auto damaged = [] { return failure(Fault::model, "damaged model file: moves"); };
  Moves moves;
  moves.labels.emplace_back();
  for (const JsonView item : array.items()) {
    const auto parts = item.items();
    const auto action = parts.size() == 2 ? parts[0].integer() : std::nullopt;
    const auto label = parts.size() == 2 ? parts[1].text() : std::nullopt;
    if (!action || !label || *action < 0 || *action > last_action) return damaged();
    auto found = std::find(moves.labels.begin(), moves.labels.end(), *label);
    if (found == moves.labels.end()) {
      if (moves.labels.size() == kMaxLabels) return damaged();
      found = moves.labels.insert(moves.labels.end(), std::string(*label));
    }
    moves.moves.push_back({static_cast<std::uint8_t>(*action),
                           static_cast<std::uint8_t>(found - moves.labels.begin())});
  }
  if (moves.moves.empty()) return damaged();
  return moves;
}

namespace {

enum Action : std::uint8_t { kShift, kReduce, kLeft, kRight, kBreak, kActions };

constexpr std::size_t bit(Action action, bool is_set = true) {
  return is_set ? std::size_t{1} << action : 0;
}

}  // namespace

/// The stack, the buffer and the arcs so far. The buffer is `returned` (tokens that were put back,
/// last first) and then the tokens from `next` on.
class ArcEagerParser::State {
 public:
  State(Scratch& scratch, Arcs& arcs, std::uint32_t size) : s_(scratch), arcs_(arcs), size_(size) {
    s_.stack.clear();
    s_.returned.clear();
    s_.unshiftable.assign(size, 0);
    s_.starts.assign(size, 0);
    s_.newest_left.assign(size, kNone);
    s_.newest_right.assign(size, kNone);
    s_.older.assign(size, kNone);
    arcs_.heads.assign(size, kNone);
    arcs_.labels.assign(size, 0);
  }

  bool is_final() const { return s_.stack.empty() && buffer_size() == 0; }

  std::array<std::uint32_t, kFeatures> features() const {
    const std::uint32_t b0 = buffer(0), s0 = stack(0);
    const auto newest = [](const std::vector<std::uint32_t>& lists, std::uint32_t token) {
      return token == kNone ? kNone : lists[token];
    };
    return {b0,
            buffer(1),
            s0,
            stack(1),
            stack(2),
            newest(s_.newest_left, b0),
            newest(s_.newest_left, s0),
            newest(s_.newest_right, s0)};
  }

  /// The set of actions, one bit each.
  std::size_t allowed() const {
    const std::uint32_t b0 = buffer(0), b1 = buffer(1);
    const std::size_t left = buffer_size(), depth = s_.stack.size();
    const bool may_attach = depth > 0 && left > 0 && s_.starts[b0] == 0;
    const bool may_shift =
        depth == 0 || (left >= 2 && s_.starts[b0] == 0 && s_.unshiftable[b0] == 0);
    const bool may_break = left >= 2 && b1 == b0 + 1 && s_.starts[b1] == 0;
    return bit(kShift, may_shift) | bit(kReduce, depth > 0) | bit(kLeft, may_attach) |
           bit(kRight, may_attach) | bit(kBreak, may_break);
  }

  void apply(const Move& move) {
    const std::uint32_t b0 = buffer(0), s0 = stack(0);
    switch (move.action) {
      case kShift:
        s_.stack.push_back(take_next());
        break;
      case kReduce:
        s_.stack.pop_back();
        if (arcs_.heads[s0] == kNone && !s_.stack.empty()) {
          s_.unshiftable[s0] = 1;
          s_.returned.push_back(s0);
        }
        break;
      case kLeft:
        if (arcs_.heads[s0] != kNone) remove_newest_right(arcs_.heads[s0], s0);
        attach(b0, s0, move.label, s_.newest_left);
        s_.unshiftable[b0] = 0;
        s_.stack.pop_back();
        break;
      case kRight:
        attach(s0, b0, move.label, s_.newest_right);
        s_.stack.push_back(take_next());
        break;
      default:
        s_.starts[buffer(1)] = 1;
    }
  }

 private:
  std::size_t buffer_size() const { return size_ - next_ + s_.returned.size(); }

  std::uint32_t buffer(std::size_t i) const {
    const std::size_t back = s_.returned.size();
    if (i < back) return s_.returned[back - 1 - i];
    const std::size_t at = next_ + (i - back);
    return at < size_ ? static_cast<std::uint32_t>(at) : kNone;
  }

  std::uint32_t stack(std::size_t i) const {
    return i < s_.stack.size() ? s_.stack[s_.stack.size() - 1 - i] : kNone;
  }

  std::uint32_t take_next() {
    if (s_.returned.empty()) return next_++;
    const std::uint32_t token = s_.returned.back();
    s_.returned.pop_back();
    return token;
  }

  void attach(std::uint32_t head, std::uint32_t child, std::uint8_t label,
              std::vector<std::uint32_t>& newest) {
    arcs_.heads[child] = head;
    arcs_.labels[child] = label;
    s_.older[child] = newest[head];
    newest[head] = child;
  }

  // The arc that LEFT replaces is always its old head's newest to the right.
  void remove_newest_right(std::uint32_t head, std::uint32_t child) {
    if (s_.newest_right[head] == child) s_.newest_right[head] = s_.older[child];
  }

  Scratch& s_;
  Arcs& arcs_;
  std::uint32_t size_;
  std::uint32_t next_ = 0;
};

Result<ArcEagerParser> ArcEagerParser::load(const ModelFile& file, JsonView description) {
  auto moves = Moves::load(description["moves"], kBreak);
  if (!moves) return tl::unexpected(moves.error());
  auto scorer =
      TransitionScorer::load(file, "parser", kFeatures, moves->moves.size(), kParserBatch);
  if (!scorer) return tl::unexpected(scorer.error());
  // Every state must have a way on: SHIFT with an empty stack, REDUCE otherwise.
  for (const Action action : {kShift, kReduce}) {
    if (std::none_of(moves->moves.begin(), moves->moves.end(),
                     [&](const Move& move) { return move.action == action; })) {
      return failure(Fault::model, "damaged model file: the parser lacks a move");
    }
  }
  ArcEagerParser parser;
  parser.masks_ = MoveMasks(scorer->score_floats());
  for (std::size_t set = 0; set < bit(kActions); ++set) {
    parser.masks_.add(moves->moves, [&](const Move& move) {
      return (set & bit(static_cast<Action>(move.action))) != 0;
    });
  }
  parser.moves_ = std::move(*moves);
  parser.scorer_ = std::move(*scorer);
  return parser;
}

void ArcEagerParser::parse(Scratch& scratch, Arcs& arcs) const {
  const auto size =
      static_cast<std::uint32_t>(scratch.scores.reduced.size() / TransitionScorer::kHidden);
  scorer_.start(scratch.scores);
  State state(scratch, arcs, size);
  while (!state.is_final()) {
    scorer_.score(state.features(), scratch.scores);
    const std::size_t best = rows_.masked_argmax(scratch.scores.scores.data(),
                                                 masks_[state.allowed()], scorer_.score_floats());
    state.apply(moves_.moves[best]);
  }
}

namespace {

enum NameAction : std::uint8_t { kMissing, kBegin, kIn, kLast, kUnit, kOut };

}  // namespace

Result<NameFinder> NameFinder::load(const ModelFile& file, JsonView description) {
  auto moves = Moves::load(description["moves"], kOut);
  if (!moves) return tl::unexpected(moves.error());
  const auto has = [&](std::uint8_t action, std::uint8_t label) {
    return std::any_of(moves->moves.begin(), moves->moves.end(), [&](const Move& move) {
      return move.action == action && move.label == label;
    });
  };
  bool whole = has(kOut, 0);
  for (const Move& move : moves->moves) {
    if (move.action == kBegin) whole = whole && has(kLast, move.label);
  }
  if (!whole) return failure(Fault::model, "damaged model file: the name finder lacks a move");
  auto scorer = TransitionScorer::load(file, "ner", kFeatures, moves->moves.size(), kNamesBatch);
  if (!scorer) return tl::unexpected(scorer.error());
  NameFinder finder;
  finder.masks_ = MoveMasks(scorer->score_floats());
  for (const bool goes_on : {false, true}) {
    for (const bool blank : {false, true}) {
      finder.masks_.add(moves->moves, [&](const Move& move) {
        return move.action == kOut || (move.action == kBegin && goes_on && !blank) ||
               (move.action == kUnit && move.label != 0 && !blank);
      });
    }
  }
  for (std::size_t label = 0; label < moves->labels.size(); ++label) {
    for (const bool goes_on : {false, true}) {
      finder.masks_.add(moves->moves, [&](const Move& move) {
        return move.label == label && (move.action == kLast || (move.action == kIn && goes_on));
      });
    }
  }
  finder.moves_ = std::move(*moves);
  finder.scorer_ = std::move(*scorer);
  return finder;
}

std::size_t NameFinder::mask_of(bool inside, std::uint8_t label, bool goes_on, bool blank) const {
  const std::size_t on = goes_on ? 1 : 0;
  return inside ? 4 + std::size_t{label} * 2 + on : on * 2 + (blank ? 1 : 0);
}

void NameFinder::find(const std::vector<std::uint8_t>& sentence_starts,
                      const std::vector<std::uint8_t>& blanks, Scratch& scratch,
                      std::vector<NameSpan>& names) const {
  names.clear();
  scorer_.start(scratch.scores);
  const auto size = static_cast<std::uint32_t>(sentence_starts.size());
  const std::size_t floats = scorer_.score_floats();
  scratch.outside.assign(kOutsideBatch * floats, 0.0F);
  std::uint32_t open_at = kNone;
  std::uint8_t open_label = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    if (i % kOutsideBatch == 0) {
      scorer_.score_alone(i, std::min(kOutsideBatch, size - i), scratch.scores,
                          scratch.outside.data());
    }
    const bool inside = open_at != kNone;
    const bool goes_on = i + 1 < size && sentence_starts[i + 1] == 0;
    const float* scores = scratch.outside.data() + i % kOutsideBatch * floats;
    if (inside) {
      const std::array<std::uint32_t, kFeatures> features = {i, open_at, i - 1};
      scorer_.score(features, scratch.scores);
      scores = scratch.scores.scores.data();
    }
    const float* mask = masks_[mask_of(inside, open_label, goes_on, blanks[i] != 0)];
    const Move& move = moves_.moves[rows_.masked_argmax(scores, mask, floats)];
    if (move.action == kBegin) {
      open_at = i;
      open_label = move.label;
    } else if (move.action == kUnit) {
      names.push_back({i, i + 1, move.label});
    } else if (move.action == kLast) {
      names.push_back({open_at, i + 1, move.label});
      open_at = kNone;
    }
  }
}

}  // namespace stemma::spacy
