#include "annotate/spacy/msgpack.h"

#include <gtest/gtest.h>

#include <string>

namespace stemma::spacy {
namespace {

using Kind = MsgpackView::Kind;
using namespace std::string_literals;

TEST(Msgpack, ReadsTheKindsThatPackagesUse) {
  const std::string bytes = "\x88\xA1"s + "a\x07\xA1" + "b\xFF\xA1" + "c\xC3\xA1" + "d\xC0"s +
                            "\xA1" + "e\xC4\x02" + "xy\xA1" +
                            "f\xCF\x01\x02\x03\x04\x05\x06\x07\x08\xA1"s +
                            "g\xCB\x3F\xF8\0\0\0\0\0\0\xA1"s + "h\x92\x01\x02"s;
  const auto value = read_msgpack(bytes);
  ASSERT_TRUE(value);
  EXPECT_EQ(value->number("a"), 7U);
  EXPECT_EQ(value->number("b"), ~std::uint64_t{0});
  EXPECT_TRUE(value->find("c")->boolean);
  EXPECT_TRUE(value->find("d")->is(Kind::nil));
  EXPECT_EQ(value->find("e")->bytes, "xy");
  EXPECT_EQ(value->number("f"), 0x0102030405060708U);
  EXPECT_EQ(value->find("g")->real, 1.5);
  EXPECT_EQ(value->find("h")->items.size(), 2U);
  EXPECT_EQ(value->find("i"), nullptr);
}

TEST(Msgpack, ReadsNegativeNumbersOfEverySize) {
  for (const std::string& bytes : {"\xD0\xFE"s, "\xD1\xFF\xFE"s, "\xD2\xFF\xFF\xFF\xFE"s,
                                   "\xD3\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFE"s}) {
    const auto value = read_msgpack(bytes);
    ASSERT_TRUE(value);
    EXPECT_EQ(static_cast<std::int64_t>(value->integer), -2);
  }
}

TEST(Msgpack, ATextThatIsCutAnywhereIsRefused) {
  const std::string bytes =
      "\x82\xA1"s + "a\xDC\0\x02\xD9\x03xyz\xC5\0\x02vw\xA1"s + "b\xCD\x01\x02";
  ASSERT_TRUE(read_msgpack(bytes));
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(read_msgpack(std::string_view(bytes).substr(0, size))) << size;
  }
  EXPECT_FALSE(read_msgpack(bytes + "x"));
}

TEST(Msgpack, ACountThatTheBytesCannotHoldIsRefusedAtOnce) {
  EXPECT_FALSE(read_msgpack("\xDD\xFF\xFF\xFF\xFF\x01"));
  EXPECT_FALSE(read_msgpack("\xDF\xFF\xFF\xFF\xFF\x01"));
  EXPECT_FALSE(read_msgpack("\xC6\xFF\xFF\xFF\xFF\x01"));
}

TEST(Msgpack, DeepNestingIsRefused) {
  EXPECT_FALSE(read_msgpack(std::string(100'000, '\x91') + '\x01'));
}

TEST(Msgpack, AnUnknownTypeIsRefused) { EXPECT_FALSE(read_msgpack("\xC1")); }

std::string array_of(const std::string& shape, const std::string& floats) {
  return "\x85\xC4\x02nd\xC3\xC4\x04type\xA3<f4\xC4\x04kind\xC4\0\xC4\x05shape"s + shape +
         "\xC4\x04" + "data\xC4" + static_cast<char>(floats.size()) + floats;
}

TEST(MsgpackArray, HasAShapeThatItsFloatsFill) {
  const std::string bytes = array_of("\x92\x01\x02", std::string(8, '\0'));
  const auto value = read_msgpack(bytes);
  ASSERT_TRUE(value);
  const auto array = float_array(*value);
  ASSERT_TRUE(array);
  EXPECT_EQ(array->shape, (std::vector<std::uint64_t>{1, 2}));
}

TEST(MsgpackArray, AShapeWhoseProductOverflowsIsRefused) {
  const std::string huge = "\x92\xCF\x80\0\0\0\0\0\0\0\xCF\x80\0\0\0\0\0\0\0"s;
  const std::string bytes = array_of(huge, std::string(8, '\0'));
  const auto value = read_msgpack(bytes);
  ASSERT_TRUE(value);
  EXPECT_FALSE(float_array(*value));
}

}  // namespace
}  // namespace stemma::spacy
