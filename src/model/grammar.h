#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace stemma {

/// Universal part of speech, as spaCy's English models print it (with SPACE).
enum class Pos : std::uint8_t {
  none,
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  space,
  sym,
  verb,
  x,
};

/// Dependency label of the CLEAR scheme that spaCy's English models use. `other` is a label the
/// models of today do not have; it is never printed by them.
enum class Dep : std::uint8_t {
  none,
  root,
  acl,
  acomp,
  advcl,
  advmod,
  agent,
  amod,
  appos,
  attr,
  aux,
  auxpass,
  case_,
  cc,
  ccomp,
  compound,
  conj,
  csubj,
  csubjpass,
  dative,
  dep,
  det,
  dobj,
  expl,
  intj,
  mark,
  meta,
  neg,
  nmod,
  npadvmod,
  nsubj,
  nsubjpass,
  nummod,
  oprd,
  parataxis,
  pcomp,
  pobj,
  poss,
  preconj,
  predet,
  prep,
  prt,
  punct,
  quantmod,
  relcl,
  xcomp,
  other,
};

/// Names as printed: "NOUN", "nsubj", "ROOT", "case".
std::string_view name_of(Pos pos);
std::string_view name_of(Dep dep);
std::optional<Pos> pos_named(std::string_view name);
std::optional<Dep> dep_named(std::string_view name);

}  // namespace stemma
