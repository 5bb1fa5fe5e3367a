#include "annotate/spacy/transitions.h"

#include <algorithm>
#include <array>

#include "model/annotations.h"

namespace stemma::spacy {
namespace {

constexpr std::size_t kMaxLabels = 255;

// The best-scored class whose action is allowed; the first of equals.
template <class Allowed>
std::size_t best_move(const std::vector<Move>& moves, const std::vector<float>& scores,
                      Allowed allowed) {
  std::size_t best = moves.size();
  for (std::size_t i = 0; i < moves.size(); ++i) {
    if (allowed(moves[i]) && (best == moves.size() || scores[i] > scores[best])) best = i;
  }
  return best;
}

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

enum Action : std::uint8_t { kShift, kReduce, kLeft, kRight, kBreak };

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

  std::array<bool, 5> allowed() const {
    const std::uint32_t b0 = buffer(0), b1 = buffer(1);
    const std::size_t left = buffer_size(), depth = s_.stack.size();
    const bool may_attach = depth > 0 && left > 0 && s_.starts[b0] == 0;
    std::array<bool, 5> allowed{};
    allowed[kShift] = depth == 0 || (left >= 2 && s_.starts[b0] == 0 && s_.unshiftable[b0] == 0);
    allowed[kReduce] = depth > 0;
    allowed[kLeft] = allowed[kRight] = may_attach;
    allowed[kBreak] = left >= 2 && b1 == b0 + 1 && s_.starts[b1] == 0;
    return allowed;
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
  auto scorer = TransitionScorer::load(file, "parser", kFeatures, moves->moves.size());
  if (!scorer) return tl::unexpected(scorer.error());
  // Every state must have a way on: SHIFT with an empty stack, REDUCE otherwise.
  for (const Action action : {kShift, kReduce}) {
    if (std::none_of(moves->moves.begin(), moves->moves.end(),
                     [&](const Move& move) { return move.action == action; })) {
      return failure(Fault::model, "damaged model file: the parser lacks a move");
    }
  }
  ArcEagerParser parser;
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
    const auto allowed = state.allowed();
    state.apply(moves_.moves[best_move(moves_.moves, scratch.scores.scores,
                                       [&](const Move& move) { return allowed[move.action]; })]);
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
  auto scorer = TransitionScorer::load(file, "ner", kFeatures, moves->moves.size());
  if (!scorer) return tl::unexpected(scorer.error());
  NameFinder finder;
  finder.moves_ = std::move(*moves);
  finder.scorer_ = std::move(*scorer);
  return finder;
}

void NameFinder::find(const std::vector<std::uint8_t>& sentence_starts,
                      const std::vector<std::uint8_t>& blanks, TransitionScorer::Scratch& scores,
                      std::vector<NameSpan>& names) const {
  names.clear();
  scorer_.start(scores);
  const auto size = static_cast<std::uint32_t>(sentence_starts.size());
  std::uint32_t open_at = kNone;
  std::uint8_t open_label = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    const bool inside = open_at != kNone;
    const bool goes_on = i + 1 < size && sentence_starts[i + 1] == 0;
    const std::array<std::uint32_t, kFeatures> features = {i, open_at, inside ? i - 1 : kNone};
    scorer_.score(features, scores);
    const std::size_t best = best_move(moves_.moves, scores.scores, [&](const Move& move) {
      switch (move.action) {
        case kBegin:
          return !inside && goes_on && blanks[i] == 0;
        case kIn:
          return inside && goes_on && move.label == open_label;
        case kLast:
          return inside && move.label == open_label;
        case kUnit:
          return !inside && blanks[i] == 0 && move.label != 0;
        case kOut:
          return !inside;
        default:
          return false;
      }
    });
    const Move& move = moves_.moves[best];
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
