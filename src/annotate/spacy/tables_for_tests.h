#pragma once

#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/spacy/msgpack.h"

namespace stemma::spacy {

// Msgpack values as tests write them. Text is viewed, not copied: pass literals.
inline MsgpackView text_value(std::string_view text) {
  MsgpackView value;
  value.kind = MsgpackView::Kind::text;
  value.bytes = text;
  return value;
}

inline MsgpackView number_value(std::uint64_t number) {
  MsgpackView value;
  value.kind = MsgpackView::Kind::integer;
  value.integer = number;
  return value;
}

inline MsgpackView boolean_value(bool boolean) {
  MsgpackView value;
  value.kind = MsgpackView::Kind::boolean;
  value.boolean = boolean;
  return value;
}

inline MsgpackView list_value(std::vector<MsgpackView> items) {
  MsgpackView value;
  value.kind = MsgpackView::Kind::array;
  value.items = std::move(items);
  return value;
}

inline MsgpackView map_value(std::vector<MsgpackView::Member> members) {
  MsgpackView value;
  value.kind = MsgpackView::Kind::map;
  value.members = std::move(members);
  return value;
}

}  // namespace stemma::spacy
