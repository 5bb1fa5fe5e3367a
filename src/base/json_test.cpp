#include "base/json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "base/utf8.h"

namespace stemma {
namespace {

TEST(Json, MembersKeepTheOrderTheyWereSetIn) {
  JsonWriter writer;
  const JsonWriter::Value object = writer.object();
  writer.set(object, "z", writer.integer(1));
  writer.set(object, "a", "two");
  EXPECT_EQ(writer.write(object), R"({"z":1,"a":"two"})");
}

TEST(Json, WholeNumbersPrintWithoutAPoint) {
  JsonWriter writer;
  EXPECT_EQ(writer.write(writer.number(1000.0)), "1000");
  EXPECT_EQ(writer.write(writer.number(0.5)), "0.5");
}

TEST(Json, ABrokenTextSaysWhere) {
  const auto json = Json::parse(R"({"a": )");
  ASSERT_FALSE(json);
  EXPECT_NE(json.error().message.find("byte"), std::string::npos);
}

TEST(Json, DeepNestingIsRefusedBeforeItIsParsed) {
  const std::string deep(100000, '[');
  const auto json = Json::parse(deep);
  ASSERT_FALSE(json);
  EXPECT_EQ(json.error().fault, Fault::too_large);
}

TEST(Json, BracketsInsideStringsAreNoNesting) {
  const std::string text = "\"" + std::string(1000, '[') + "\"";
  EXPECT_TRUE(Json::parse(text));
}

TEST(Json, InvalidUtf8IsRefused) { EXPECT_FALSE(Json::parse("\"\xFF\"")); }

TEST(Json, AMissingMemberIsNull) {
  const auto json = Json::parse(R"({"a": 3.0})");
  ASSERT_TRUE(json);
  EXPECT_TRUE(json->root()["b"].is_null());
  EXPECT_EQ(json->root()["a"].integer(), 3);
  EXPECT_FALSE(json->root()["a"].text());
}

RC_GTEST_PROP(Json, AnyTextComesBackAsItWas, (const std::string& bytes)) {
  const std::string text = repair_utf8(bytes);
  JsonWriter writer;
  const std::string written = writer.write(writer.text(text));
  const auto json = Json::parse(written);
  RC_ASSERT(json.has_value());
  RC_ASSERT(json->root().text() == text);
}

RC_GTEST_PROP(Json, AnyBytesAreParsedOrRefused, (const std::string& bytes)) {
  (void)Json::parse(bytes);
}

}  // namespace
}  // namespace stemma
