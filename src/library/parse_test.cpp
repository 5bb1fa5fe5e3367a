#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stemma/parse.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

// What a program sees that has the header and the shared library alone.
namespace stemma::parsing {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

constexpr std::string_view kText = "Rebels seized Port Aldane on Tuesday.";

// A model's bytes at an address of which only `shift` more is known than alignment.
class Bytes {
 public:
  explicit Bytes(std::size_t shift = 0) : shift_(shift) {
    const char* folder = std::getenv("STEMMA_MODELS");
    file_ = std::filesystem::path(folder != nullptr ? folder : STEMMA_SOURCE_DIR "/models") /
            "sm.stemma";
    std::error_code code;
    const auto size = std::filesystem::file_size(file_, code);
    if (code) return;
    size_ = static_cast<std::size_t>(size);
    blocks_.resize((shift_ + size_) / sizeof(Block) + 1);
    std::ifstream(file_, std::ios::binary)
        .read(reinterpret_cast<char*>(begin()), static_cast<std::streamsize>(size_));
  }
  std::byte* begin() { return blocks_.front().bytes + shift_; }
  std::span<const std::byte> all() { return {begin(), size_}; }
  bool are_there() const { return size_ != 0; }
  const std::filesystem::path& file() const { return file_; }

 private:
  struct alignas(Model::kAlignment) Block {
    std::byte bytes[Model::kAlignment];
  };
  std::filesystem::path file_;
  std::vector<Block> blocks_;
  std::size_t shift_ = 0, size_ = 0;
};

#define SKIP_WITHOUT(bytes)                                                    \
  if (!(bytes).are_there()) {                                                  \
    if (std::getenv("STEMMA_REQUIRE_MODELS") != nullptr) FAIL() << "no model"; \
    GTEST_SKIP() << "no model: run `make setup`";                              \
  }

// Everything a parse says.
std::string told(const Model& model, std::string_view text = kText) {
  Workspace workspace;
  const Parse parse = model.parse(text, workspace);
  std::string all;
  for (const Token& token : parse.tokens) {
    for (const std::uint32_t name : {token.lemma, token.tag, token.pos, token.dep, token.morph}) {
      all.append(parse.name(name)).append(" ");
    }
    all += std::to_string(token.head) + '\n';
  }
  for (const Entity& name : parse.entities) {
    all += std::to_string(name.range.begin).append(" ").append(parse.name(name.type)) + '\n';
  }
  return all;
}

TEST(Library, AModelOfMemorySaysWhatThatOfTheFileSays) {
  const auto bytes = std::make_shared<Bytes>();
  SKIP_WITHOUT(*bytes);
  const auto from_file = Model::load(bytes->file());
  ASSERT_TRUE(from_file);
  const std::string expected = told(*from_file);
  EXPECT_THAT(expected, HasSubstr("seize VBD VERB ROOT"));
  const auto copied = Model::load_copy(bytes->all());
  ASSERT_TRUE(copied);
  EXPECT_EQ(told(*copied), expected);
  const auto in_place = Model::load_in_place(bytes->all(), bytes);
  ASSERT_TRUE(in_place);
  EXPECT_EQ(told(*in_place), expected);
  EXPECT_EQ(in_place->name(), from_file->name());
}

TEST(Library, ACopyNeedsNeitherAlignmentNorItsSource) {
  auto bytes = std::make_unique<Bytes>(3);
  SKIP_WITHOUT(*bytes);
  const auto model = Model::load_copy(bytes->all());
  ASSERT_TRUE(model);
  std::fill_n(bytes->begin(), bytes->all().size(), std::byte{0xFF});
  bytes.reset();
  EXPECT_THAT(told(*model), HasSubstr("seize VBD VERB ROOT"));
}

TEST(Library, AModelInPlaceKeepsTheOwnerOfItsBytes) {
  auto bytes = std::make_shared<Bytes>();
  SKIP_WITHOUT(*bytes);
  const std::weak_ptr<Bytes> alive = bytes;
  Workspace workspace;
  auto model = Model::load_in_place(bytes->all(), bytes);
  ASSERT_TRUE(model);
  bytes.reset();
  EXPECT_FALSE(alive.expired());
  const Parse parse = model->parse(kText, workspace);
  const auto labels = model->labels();
  model.reset();
  EXPECT_TRUE(alive.expired());
  // What was taken from it is the caller's own, and the workspace serves another model.
  EXPECT_EQ(parse.name(parse.tokens[1].lemma), "seize");
  EXPECT_EQ(labels.entities.size(), 18U);
  const auto again = std::make_shared<Bytes>();
  const auto next = Model::load_in_place(again->all(), again);
  ASSERT_TRUE(next);
  EXPECT_EQ(next->parse(kText, workspace).tokens.size(), parse.tokens.size());
}

TEST(Library, BytesInPlaceMustBeAligned) {
  const auto bytes = std::make_shared<Bytes>(8);
  SKIP_WITHOUT(*bytes);
  std::string why;
  EXPECT_FALSE(Model::load_in_place(bytes->all(), bytes, &why));
  EXPECT_THAT(why, HasSubstr("64"));
  EXPECT_EQ(bytes.use_count(), 1);
}

TEST(Library, BytesThatAreNoModelAreRefusedWithTheReason) {
  std::string why;
  EXPECT_FALSE(Model::load_copy({}, &why));
  EXPECT_THAT(why, HasSubstr("empty"));
  EXPECT_FALSE(Model::load_in_place({}, nullptr));
  Bytes bytes;
  SKIP_WITHOUT(bytes);
  EXPECT_FALSE(Model::load_copy(bytes.all().first(bytes.all().size() - 1), &why));
  EXPECT_THAT(why, HasSubstr("damaged"));
  *bytes.begin() = std::byte{0};
  EXPECT_FALSE(Model::load_copy(bytes.all(), &why));
  EXPECT_THAT(why, HasSubstr("not a model file"));
}

TEST(Library, LabelsAreThoseThatTokensAndNamesHave) {
  Bytes bytes;
  SKIP_WITHOUT(bytes);
  const auto model = Model::load_copy(bytes.all());
  ASSERT_TRUE(model);
  const Labels& labels = model->labels();
  EXPECT_EQ(labels.tags.size(), 50U);
  EXPECT_EQ(labels.deps.size(), 45U);
  EXPECT_EQ(labels.entities.size(), 18U);
  Workspace workspace;
  const Parse parse = model->parse(kText, workspace);
  ASSERT_FALSE(parse.entities.empty());
  for (const Token& token : parse.tokens) {
    EXPECT_THAT(labels.tags, Contains(parse.name(token.tag)));
    EXPECT_THAT(labels.pos, Contains(parse.name(token.pos)));
    EXPECT_THAT(labels.deps, Contains(parse.name(token.dep)));
    if (!parse.name(token.morph).empty()) {
      EXPECT_THAT(labels.morphs, Contains(parse.name(token.morph)));
    }
  }
  for (const Entity& name : parse.entities) {
    EXPECT_THAT(labels.entities, Contains(parse.name(name.type)));
  }
}

}  // namespace
}  // namespace stemma::parsing
