#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

struct yyjson_doc;
struct yyjson_val;
struct yyjson_mut_doc;
struct yyjson_mut_val;

namespace stemma {

/// A value inside a parsed JSON text (RFC 8259). A view: valid while its `Json` lives. A lookup
/// that does not fit (a member of a number, text of an object) answers with an absent value or
/// nullopt, so a reader can ask first and complain once.
class JsonView {
 public:
  JsonView() = default;
  explicit JsonView(yyjson_val* value) : value_(value) {}

  explicit operator bool() const { return value_ != nullptr; }
  bool is_null() const;  ///< absent counts as null
  bool is_object() const;
  bool is_array() const;
  bool is_string() const;
  bool is_number() const;

  std::optional<std::string_view> text() const;
  std::optional<double> number() const;
  std::optional<std::int64_t> integer() const;  ///< a whole number that fits, also as 3.0
  std::optional<bool> boolean() const;

  JsonView operator[](std::string_view key) const;  ///< member of an object; O(members)
  std::vector<JsonView> items() const;              ///< of an array, in order
  std::vector<std::pair<std::string_view, JsonView>> members() const;  ///< in the text's order

 private:
  yyjson_val* value_ = nullptr;
};

/// Owns a parsed JSON text. Depth is bounded by kMaxDepth; invalid UTF-8 is an error.
class Json {
 public:
  static constexpr std::size_t kMaxDepth = 128;
  /// The error's message is the reason and the byte it stands at, for the caller to prefix.
  static Result<Json> parse(std::string_view text);
  JsonView root() const;

 private:
  struct Free {
    void operator()(yyjson_doc* doc) const;
  };
  std::unique_ptr<yyjson_doc, Free> doc_;
};

/// Builds one JSON text whose members keep the order they were set in. Nested values are made by
/// the same writer: `writer.object()` starts a value, `set` and `push` fill it, `write` prints it.
class JsonWriter {
 public:
  /// A value under construction; cheap to copy; belongs to its writer.
  class Value {
   public:
    Value() = default;

   private:
    friend class JsonWriter;
    explicit Value(yyjson_mut_val* value) : value_(value) {}
    yyjson_mut_val* value_ = nullptr;
  };

  JsonWriter();

  Value object();
  Value array();
  Value null();
  Value text(std::string_view text);  ///< copied
  Value number(double number);        ///< whole numbers print without a point
  Value integer(std::int64_t number);
  Value boolean(bool value);

  void set(Value object, std::string_view key, Value value);
  void set(Value object, std::string_view key, std::string_view value);
  void set(Value object, std::string_view key, const char* value) {
    set(object, key, std::string_view(value));
  }
  void push(Value array, Value value);

  /// On one line without blanks, or indented by two.
  std::string write(Value value, bool pretty = false) const;

 private:
  struct Free {
    void operator()(yyjson_mut_doc* doc) const;
  };
  std::unique_ptr<yyjson_mut_doc, Free> doc_;
};

}  // namespace stemma
