#include "annotate/spacy/model_file.h"

#include <gtest/gtest.h>

namespace stemma::spacy {
namespace {

std::string sample() {
  ModelFileWriter writer;
  writer.add("about", "{}");
  writer.add("weights", std::vector<float>{1.5F, -2.0F, 0.25F});
  StringTableView::write(writer, "words", {"", "bank", "banks", "river"});
  return writer.finish();
}

TEST(ModelFile, GivesBackWhatWasPutIn) {
  const auto file = ModelFile::from_bytes(sample());
  ASSERT_TRUE(file);
  EXPECT_EQ(file->bytes("about"), "{}");
  EXPECT_EQ(file->bytes("absent"), "");
  const auto weights = file->floats("weights", 3);
  ASSERT_TRUE(weights);
  EXPECT_EQ((*weights)[1], -2.0F);
}

TEST(ModelFile, NamesASectionOfAnotherSize) {
  const auto file = ModelFile::from_bytes(sample());
  ASSERT_TRUE(file);
  const auto weights = file->floats("weights", 4);
  ASSERT_FALSE(weights);
  EXPECT_NE(weights.error().message.find("weights"), std::string::npos);
  EXPECT_FALSE(file->keys("weights"));  // 12 bytes are no 8-byte numbers
}

TEST(ModelFile, EveryTurnedBitIsRefused) {
  std::string bytes = sample();
  for (std::size_t i = 0; i < bytes.size() * 8; ++i) {
    bytes[i / 8] = static_cast<char>(bytes[i / 8] ^ (1 << (i % 8)));
    EXPECT_FALSE(ModelFile::from_bytes(bytes)) << "bit " << i;
    bytes[i / 8] = static_cast<char>(bytes[i / 8] ^ (1 << (i % 8)));
  }
}

TEST(ModelFile, EveryCutIsRefused) {
  const std::string bytes = sample();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(ModelFile::from_bytes(std::string_view(bytes).substr(0, size))) << size;
  }
  EXPECT_FALSE(ModelFile::from_bytes(bytes + "x"));
}

struct alignas(ModelFile::kAlignment) Aligned {
  char bytes[1024];
};

TEST(ModelFile, ReadsBytesWhereTheyAreAndKeepsTheirOwner) {
  const std::string bytes = sample();
  const auto own = std::make_shared<Aligned>();
  ASSERT_LE(bytes.size(), sizeof own->bytes);
  bytes.copy(own->bytes, bytes.size());
  {
    const auto file = ModelFile::in_place({own->bytes, bytes.size()}, own);
    ASSERT_TRUE(file);
    EXPECT_EQ(own.use_count(), 2);
    const std::string_view about = file->bytes("about");
    EXPECT_EQ(about, "{}");
    EXPECT_TRUE(about.data() > own->bytes && about.data() < own->bytes + bytes.size());
  }
  EXPECT_EQ(own.use_count(), 1);
  EXPECT_FALSE(ModelFile::in_place({own->bytes, bytes.size() - 1}, own));
  EXPECT_EQ(own.use_count(), 1);
}

TEST(ModelFile, RefusesBytesThatAreNotAligned) {
  const std::string bytes = sample();
  Aligned own{};
  ASSERT_LT(bytes.size(), sizeof own.bytes - 8);
  bytes.copy(own.bytes + 8, bytes.size());
  const auto file = ModelFile::in_place({own.bytes + 8, bytes.size()}, nullptr);
  ASSERT_FALSE(file);
  EXPECT_NE(file.error().message.find("64"), std::string::npos);
}

TEST(ModelFile, NoBytesAreRefused) {
  EXPECT_FALSE(ModelFile::from_bytes({}));
  EXPECT_FALSE(ModelFile::in_place({}, nullptr));
}

TEST(ModelFile, ASectionOutsideOfTheFileIsRefusedThoughTheChecksumIsRight) {
  std::string bytes = sample();
  bytes[64 + 48 + 7] = '\x7F';  // the highest byte of the first section's offset
  ModelFileWriter::seal(bytes);
  EXPECT_FALSE(ModelFile::from_bytes(bytes));
}

TEST(StringTable, FindsItsWordsAndNoOthers) {
  const auto file = ModelFile::from_bytes(sample());
  ASSERT_TRUE(file);
  const auto words = StringTableView::load(*file, "words");
  ASSERT_TRUE(words);
  EXPECT_EQ(words->find("banks"), 2U);
  EXPECT_TRUE(words->contains(""));
  EXPECT_FALSE(words->contains("ban"));
  EXPECT_FALSE(words->contains("zoo"));
}

TEST(StringTable, EndsOutsideOfItsCharactersAreRefused) {
  ModelFileWriter writer;
  writer.add("words", "abc");
  writer.add("words/ends", std::vector<std::uint32_t>{1, 9});
  const auto file = ModelFile::from_bytes(writer.finish());
  ASSERT_TRUE(file);
  EXPECT_FALSE(StringTableView::load(*file, "words"));
}

}  // namespace
}  // namespace stemma::spacy
