#include "annotate/spacy/msgpack.h"

#include <fmt/format.h>

#include <bit>

namespace stemma::spacy {
namespace {

using Kind = MsgpackView::Kind;

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  bool value(MsgpackView& out, int depth) {
    if (depth > kMaxMsgpackDepth || left() < 1) return false;
    const auto type = static_cast<std::uint8_t>(bytes_[at_++]);
    if (type < 0x80) return integer(out, type);
    if (type >= 0xe0) return integer(out, static_cast<std::uint64_t>(std::int64_t{type} - 256));
    if (type < 0x90) return map(out, type & 15U, depth);
    if (type < 0xa0) return array(out, type & 15U, depth);
    if (type < 0xc0) return block(out, Kind::text, type & 31U);
    return sized(out, type, depth);
  }

  std::size_t at() const { return at_; }
  std::size_t left() const { return bytes_.size() - at_; }

 private:
  bool sized(MsgpackView& out, std::uint8_t type, int depth) {
    switch (type) {
      case 0xc0:
        return true;
      case 0xc2:
      case 0xc3:
        out.kind = Kind::boolean;
        out.boolean = type == 0xc3;
        return true;
      case 0xc4:
      case 0xc5:
      case 0xc6:
        return block(out, Kind::binary, big_endian(1U << (type - 0xc4)));
      case 0xca:
        return real(out, std::bit_cast<float>(static_cast<std::uint32_t>(big_endian(4))));
      case 0xcb:
        return real(out, std::bit_cast<double>(big_endian(8)));
      case 0xcc:
      case 0xcd:
      case 0xce:
      case 0xcf:
        return integer(out, big_endian(1U << (type - 0xcc)));
      case 0xd0:
      case 0xd1:
      case 0xd2:
      case 0xd3:
        return integer(out, sign_extended(1U << (type - 0xd0)));
      case 0xd9:
      case 0xda:
      case 0xdb:
        return block(out, Kind::text, big_endian(1U << (type - 0xd9)));
      case 0xdc:
      case 0xdd:
        return array(out, big_endian(2U << (type - 0xdc)), depth);
      case 0xde:
      case 0xdf:
        return map(out, big_endian(2U << (type - 0xde)), depth);
      default:
        return false;
    }
  }

  // Of the next `size` bytes; a text that ends early marks the reader as broken.
  std::uint64_t big_endian(std::size_t size) {
    if (left() < size) {
      broken_ = true;
      return 0;
    }
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      value = value << 8 | static_cast<std::uint8_t>(bytes_[at_++]);
    }
    return value;
  }

  std::uint64_t sign_extended(std::size_t size) {
    const std::uint64_t value = big_endian(size);
    const std::uint64_t sign = std::uint64_t{1} << (8 * size - 1);
    return (value ^ sign) - sign;
  }

  bool integer(MsgpackView& out, std::uint64_t value) {
    out.kind = Kind::integer;
    out.integer = value;
    return !broken_;
  }

  bool real(MsgpackView& out, double value) {
    out.kind = Kind::real;
    out.real = value;
    return !broken_;
  }

  bool block(MsgpackView& out, Kind kind, std::uint64_t size) {
    if (broken_ || size > left()) return false;
    out.kind = kind;
    out.bytes = bytes_.substr(at_, size);
    at_ += size;
    return true;
  }

  bool array(MsgpackView& out, std::uint64_t count, int depth) {
    if (broken_ || count > left()) return false;  // each item takes a byte or more
    out.kind = Kind::array;
    out.items.resize(count);
    for (MsgpackView& item : out.items) {
      if (!value(item, depth + 1)) return false;
    }
    return true;
  }

  bool map(MsgpackView& out, std::uint64_t count, int depth) {
    if (broken_ || count > left() / 2) return false;
    out.kind = Kind::map;
    out.members.resize(count);
    for (auto& [key, member] : out.members) {
      if (!value(key, depth + 1) || !value(member, depth + 1)) return false;
    }
    return true;
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool broken_ = false;
};

}  // namespace

const MsgpackView* MsgpackView::find(std::string_view key) const {
  for (const auto& [name, member] : members) {
    if ((name.is(Kind::text) || name.is(Kind::binary)) && name.bytes == key) return &member;
  }
  return nullptr;
}

const MsgpackView* MsgpackView::find(std::uint64_t key) const {
  for (const auto& [name, member] : members) {
    if (name.is(Kind::integer) && name.integer == key) return &member;
  }
  return nullptr;
}

std::optional<std::string_view> MsgpackView::text(std::string_view key) const {
  const MsgpackView* member = find(key);
  if (member == nullptr || !member->is(Kind::text)) return std::nullopt;
  return member->bytes;
}

std::optional<std::uint64_t> MsgpackView::number(std::string_view key) const {
  const MsgpackView* member = find(key);
  if (member == nullptr || !member->is(Kind::integer)) return std::nullopt;
  return member->integer;
}

Result<MsgpackView> read_msgpack(std::string_view bytes) {
  Reader reader(bytes);
  MsgpackView value;
  if (!reader.value(value, 0)) {
    return failure(Fault::model, fmt::format("damaged msgpack before byte {}", reader.at()));
  }
  if (reader.left() != 0) {
    return failure(Fault::model, fmt::format("msgpack goes on after byte {}", reader.at()));
  }
  return value;
}

std::optional<MsgpackArray> float_array(const MsgpackView& value) {
  const MsgpackView* nd = value.find("nd");
  const MsgpackView* shape = value.find("shape");
  const MsgpackView* data = value.find("data");
  if (nd == nullptr || !nd->boolean || value.text("type") != "<f4" || shape == nullptr ||
      !shape->is(Kind::array) || data == nullptr || !data->is(Kind::binary)) {
    return std::nullopt;
  }
  MsgpackArray array;
  array.floats = data->bytes;
  std::uint64_t count = 1;
  for (const MsgpackView& size : shape->items) {
    if (!size.is(Kind::integer) || size.integer == 0 || size.integer > data->bytes.size() / count) {
      return std::nullopt;
    }
    count *= size.integer;
    array.shape.push_back(size.integer);
  }
  if (count * sizeof(float) != data->bytes.size()) return std::nullopt;
  return array;
}

}  // namespace stemma::spacy
