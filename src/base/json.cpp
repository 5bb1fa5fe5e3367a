#include "base/json.h"

#include <fmt/format.h>
#include <yyjson.h>

#include <cmath>
#include <cstdlib>

namespace stemma {
namespace {

// Deepest nesting by a scan that knows strings only; runs before the parser, which has no bound.
std::size_t depth_of(std::string_view text) {
  std::size_t depth = 0, deepest = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        in_string = false;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      deepest = std::max(deepest, ++depth);
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return deepest;
}

}  // namespace

bool JsonView::is_null() const { return value_ == nullptr || yyjson_is_null(value_); }
bool JsonView::is_object() const { return yyjson_is_obj(value_); }
bool JsonView::is_array() const { return yyjson_is_arr(value_); }
bool JsonView::is_string() const { return yyjson_is_str(value_); }
bool JsonView::is_number() const { return yyjson_is_num(value_); }

std::optional<std::string_view> JsonView::text() const {
  if (!yyjson_is_str(value_)) return std::nullopt;
  return std::string_view(yyjson_get_str(value_), yyjson_get_len(value_));
}

std::optional<double> JsonView::number() const {
  if (!yyjson_is_num(value_)) return std::nullopt;
  return yyjson_get_num(value_);
}

std::optional<std::int64_t> JsonView::integer() const {
  if (!yyjson_is_num(value_)) return std::nullopt;
  if (yyjson_is_uint(value_)) {
    const std::uint64_t u = yyjson_get_uint(value_);
    if (u > static_cast<std::uint64_t>(INT64_MAX)) return std::nullopt;
    return static_cast<std::int64_t>(u);
  }
  if (yyjson_is_sint(value_)) return yyjson_get_sint(value_);
  const double real = yyjson_get_real(value_);
  if (!(std::abs(real) < 9e15) || std::floor(real) != real) return std::nullopt;
  return static_cast<std::int64_t>(real);
}

std::optional<bool> JsonView::boolean() const {
  if (!yyjson_is_bool(value_)) return std::nullopt;
  return yyjson_get_bool(value_);
}

JsonView JsonView::operator[](std::string_view key) const {
  return JsonView(yyjson_obj_getn(value_, key.data(), key.size()));
}

std::vector<JsonView> JsonView::items() const {
  std::vector<JsonView> items;
  if (!yyjson_is_arr(value_)) return items;
  items.reserve(yyjson_arr_size(value_));
  yyjson_arr_iter iterator = yyjson_arr_iter_with(value_);
  while (yyjson_val* item = yyjson_arr_iter_next(&iterator)) items.emplace_back(item);
  return items;
}

std::vector<std::pair<std::string_view, JsonView>> JsonView::members() const {
  std::vector<std::pair<std::string_view, JsonView>> members;
  if (!yyjson_is_obj(value_)) return members;
  yyjson_obj_iter iterator = yyjson_obj_iter_with(value_);
  while (yyjson_val* key = yyjson_obj_iter_next(&iterator)) {
    members.emplace_back(std::string_view(yyjson_get_str(key), yyjson_get_len(key)),
                         JsonView(yyjson_obj_iter_get_val(key)));
  }
  return members;
}

void Json::Free::operator()(yyjson_doc* doc) const { yyjson_doc_free(doc); }

Result<Json> Json::parse(std::string_view text) {
  if (depth_of(text) > kMaxDepth) {
    return failure(Fault::too_large, fmt::format("nested deeper than {}", kMaxDepth));
  }
  yyjson_read_err error{};
  // Without the in-situ flag the parser does not write to its input.
  yyjson_doc* doc = yyjson_read_opts(const_cast<char*>(text.data()), text.size(),
                                     YYJSON_READ_NOFLAG, nullptr, &error);
  if (doc == nullptr) {
    return failure(Fault::malformed, fmt::format("{} at byte {}", error.msg, error.pos));
  }
  Json json;
  json.doc_.reset(doc);
  return json;
}

JsonView Json::root() const { return JsonView(yyjson_doc_get_root(doc_.get())); }

void JsonWriter::Free::operator()(yyjson_mut_doc* doc) const { yyjson_mut_doc_free(doc); }

JsonWriter::JsonWriter() : doc_(yyjson_mut_doc_new(nullptr)) {
  if (!doc_) throw std::bad_alloc();
}

JsonWriter::Value JsonWriter::object() { return Value(yyjson_mut_obj(doc_.get())); }
JsonWriter::Value JsonWriter::array() { return Value(yyjson_mut_arr(doc_.get())); }
JsonWriter::Value JsonWriter::null() { return Value(yyjson_mut_null(doc_.get())); }

JsonWriter::Value JsonWriter::text(std::string_view text) {
  return Value(yyjson_mut_strncpy(doc_.get(), text.data(), text.size()));
}

JsonWriter::Value JsonWriter::number(double number) {
  if (!std::isfinite(number)) return null();
  if (std::abs(number) < 9e15 && std::floor(number) == number) {
    return integer(static_cast<std::int64_t>(number));
  }
  return Value(yyjson_mut_real(doc_.get(), number));
}

JsonWriter::Value JsonWriter::integer(std::int64_t number) {
  return Value(yyjson_mut_sint(doc_.get(), number));
}

JsonWriter::Value JsonWriter::boolean(bool value) {
  return Value(yyjson_mut_bool(doc_.get(), value));
}

void JsonWriter::set(Value object, std::string_view key, Value value) {
  yyjson_mut_obj_add(object.value_, yyjson_mut_strncpy(doc_.get(), key.data(), key.size()),
                     value.value_);
}

void JsonWriter::set(Value object, std::string_view key, std::string_view value) {
  set(object, key, text(value));
}

void JsonWriter::push(Value array, Value value) {
  yyjson_mut_arr_append(array.value_, value.value_);
}

std::string JsonWriter::write(Value value, bool pretty) const {
  std::size_t size = 0;
  const yyjson_write_flag flags = pretty ? YYJSON_WRITE_PRETTY_TWO_SPACES : YYJSON_WRITE_NOFLAG;
  char* bytes = yyjson_mut_val_write_opts(value.value_, flags, nullptr, &size, nullptr);
  if (bytes == nullptr) throw std::bad_alloc();
  std::string out(bytes, size);
  std::free(bytes);
  return out;
}

}  // namespace stemma
