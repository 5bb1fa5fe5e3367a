#include "model/grammar.h"

#include <array>

namespace stemma {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 19> kPos = {
    "",     "ADJ",  "ADP",   "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SPACE", "SYM", "VERB", "X"};
static_assert(kPos.size() == static_cast<std::size_t>(Pos::x) + 1);

constexpr std::array<std::string_view, 47> kDep = {
    "",       "ROOT",  "acl",       "acomp",    "advcl", "advmod",   "agent",   "amod",
    "appos",  "attr",  "aux",       "auxpass",  "case",  "cc",       "ccomp",   "compound",
    "conj",   "csubj", "csubjpass", "dative",   "dep",   "det",      "dobj",    "expl",
    "intj",   "mark",  "meta",      "neg",      "nmod",  "npadvmod", "nsubj",   "nsubjpass",
    "nummod", "oprd",  "parataxis", "pcomp",    "pobj",  "poss",     "preconj", "predet",
    "prep",   "prt",   "punct",     "quantmod", "relcl", "xcomp",    "other"};
static_assert(kDep.size() == static_cast<std::size_t>(Dep::other) + 1);

template <class Enum, class Names>
std::optional<Enum> find(const Names& names, std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name_of(Pos pos) { return kPos[static_cast<std::size_t>(pos)]; }
std::string_view name_of(Dep dep) { return kDep[static_cast<std::size_t>(dep)]; }
std::optional<Pos> pos_named(std::string_view name) { return find<Pos>(kPos, name); }
std::optional<Dep> dep_named(std::string_view name) { return find<Dep>(kDep, name); }

}  // namespace stemma
