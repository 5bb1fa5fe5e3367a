#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "annotate/language_model.h"
#include "annotate/model_package.h"
#include "annotate/test_models.h"
#include "base/files.h"

namespace stemma {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLimitBytes = std::uint64_t{1} << 28U;

/// The package sm, linked file by file into a folder of its own, so that single files can be
/// changed.
class Package : public testing::Test {
 protected:
  void SetUp() override {
    const fs::path original = test_package("sm");
    if (!fs::exists(original / "config.cfg")) GTEST_SKIP() << "no package: run `make setup`";
    const auto* info = testing::UnitTest::GetInstance()->current_test_info();
    scratch = fs::temp_directory_path() / ("stemma_package_test_" + std::string(info->name()));
    fs::remove_all(scratch);
    fs::create_directories(scratch);
    for (const auto& entry : fs::recursive_directory_iterator(original)) {
      const fs::path to = folder() / fs::relative(entry.path(), original);
      if (!entry.is_regular_file()) continue;
      fs::create_directories(to.parent_path());
      fs::create_symlink(fs::absolute(entry.path()), to);
    }
  }
  void TearDown() override { fs::remove_all(scratch); }

  fs::path folder() const { return scratch / "package"; }
  fs::path converted() const { return scratch / "out.stemma"; }

  std::string text_of(const std::string& name) const {
    return read_file(folder() / name, kLimitBytes).value_or("");
  }
  void write(const std::string& name, std::string_view bytes) const {
    fs::remove(folder() / name);
    std::ofstream(folder() / name, std::ios::binary) << bytes;
  }
  void change(const std::string& name, std::string_view from, std::string_view to) const {
    std::string text = text_of(name);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    write(name, text.replace(at, from.size(), to));
  }
  /// Why the package is refused; empty when it is not. A refused one leaves no file.
  std::string refusal() const {
    fs::remove(converted());
    const auto made = convert_package(folder(), converted());
    EXPECT_EQ(fs::exists(converted()), made.has_value());
    return made ? "" : made.error().message;
  }

  fs::path scratch;
};

TEST_F(Package, IsConvertedToTheSameBytesEveryTime) {
  ASSERT_EQ(refusal(), "");
  const std::string first = read_file(converted(), kLimitBytes).value_or("");
  ASSERT_EQ(refusal(), "");
  EXPECT_TRUE(read_file(converted(), kLimitBytes).value_or("") == first);
  EXPECT_TRUE(LanguageModel::load(converted()));
  const auto described = describe_model(converted());
  ASSERT_TRUE(described);
  EXPECT_EQ(described->version, "3.8.0");
  EXPECT_EQ(described->size_bytes, first.size());
}

TEST_F(Package, AnUnknownComponentIsRefusedByItsName) {
  change("config.cfg", "\"lemmatizer\",", "\"lemmatizer\",\"textcat\",");
  EXPECT_NE(refusal().find("'textcat'"), std::string::npos) << refusal();
}

TEST_F(Package, AMissingComponentIsRefusedByItsName) {
  change("config.cfg", "\"lemmatizer\",", "");
  EXPECT_NE(refusal().find("'lemmatizer'"), std::string::npos) << refusal();
}

TEST_F(Package, AnUnknownArchitectureIsRefusedByItsName) {
  change("config.cfg", "spacy.MaxoutWindowEncoder.v2", "spacy.MishWindowEncoder.v2");
  EXPECT_NE(refusal().find("spacy.MishWindowEncoder.v2"), std::string::npos) << refusal();
}

TEST_F(Package, AnArchitectureOfAnotherVersionIsRefusedByItsName) {
  change("config.cfg", "[components.tagger.model]\n@architectures = \"spacy.Tagger.v2\"",
         "[components.tagger.model]\n@architectures = \"spacy.Tagger.v9\"");
  EXPECT_NE(refusal().find("spacy.Tagger.v9"), std::string::npos) << refusal();
}

TEST_F(Package, AnotherModeOfTheLemmatizerIsRefusedByItsName) {
  change("config.cfg", "mode = \"rule\"", "mode = \"lookup\"");
  EXPECT_NE(refusal().find("lookup"), std::string::npos) << refusal();
}

TEST_F(Package, ComponentsInAnotherOrderAreRefused) {
  change("config.cfg", "\"tagger\",\"parser\",", "\"parser\",\"tagger\",");
  EXPECT_NE(refusal().find("parser, tagger"), std::string::npos) << refusal();
}

// A pipeline of the same architectures that spaCy would compute otherwise.
TEST_F(Package, SettingsThatChangeWhatIsComputedAreRefusedByName) {
  const std::string config = text_of("config.cfg");
  const struct {
    const char *from, *to, *named;
  } changes[] = {
      {"\"SHAPE\",\"SPACY\",\"IS_SPACE\"]", "\"SHAPE\",\"IS_SPACE\",\"SPACY\"]", "attrs"},
      {"attrs = [\"NORM\",\"PREFIX\",\"SUFFIX\",\"SHAPE\"]\nrows = [5000",
       "attrs = [\"LOWER\",\"PREFIX\",\"SUFFIX\",\"SHAPE\"]\nrows = [5000", "LOWER"},
      {"spacy.Tokenizer.v1", "acme.Tokenizer.v1", "acme.Tokenizer.v1"},
      {"after_pipeline_creation = null",
       "after_pipeline_creation = {\"@callbacks\":\"acme.change.v1\"}", "acme.change.v1"},
      {"extra_state_tokens = false", "extra_state_tokens = true", "extra_state_tokens"},
      {"state_type = \"ner\"", "state_type = \"foo\"", "foo"},
      {"window_size = 1", "window_size = 2", "window_size"},
      {"overwrite = false\nscorer = {\"@scorers\":\"spacy.lemmatizer",
       "overwrite = true\nscorer = {\"@scorers\":\"spacy.lemmatizer", "overwrite"},
      {"learn_tokens = false", "learn_tokens = true", "learn_tokens"},
      {"pipeline = [", "pipeline = [[", "no list"},
  };
  for (const auto& each : changes) {
    write("config.cfg", config);
    change("config.cfg", each.from, each.to);
    EXPECT_NE(refusal().find(each.named), std::string::npos) << each.to << ": " << refusal();
    EXPECT_NE(refusal().find("config.cfg"), std::string::npos) << refusal();
  }
}

TEST_F(Package, FilesBesideTheConfigurationAreRefusedByName) {
  const struct {
    const char *file, *from, *to, *named;
  } changes[] = {
      {"vocab/vectors.cfg", "default", "floret", "floret"},
      {"parser/cfg", "\"beam_width\":1", "\"beam_width\":4", "beam_width"},
      {"ner/cfg", "\"beam_width\":1", "\"beam_width\":4", "beam_width"},
      {"tagger/model", "<f4", "<f8", "the type '<f8', not '<f4'"},
  };
  for (const auto& each : changes) {
    const std::string whole = text_of(each.file);
    change(each.file, each.from, each.to);
    EXPECT_NE(refusal().find(each.named), std::string::npos) << each.to << ": " << refusal();
    EXPECT_NE(refusal().find(each.file), std::string::npos) << refusal();
    write(each.file, whole);
  }
}

TEST_F(Package, WeightsForAnotherNumberOfTagsAreRefused) {
  change("tagger/cfg", "\"$\",", "");
  EXPECT_NE(
      refusal().find("tagger/model: 'W' of layer 'softmax' has the shape 50 x 96, not 49 x 96"),
      std::string::npos)
      << refusal();
}

TEST_F(Package, ATableOfAnotherSizeIsRefused) {
  change("config.cfg", "rows = [5000,1000,2500,2500,50,50]", "rows = [5000,1000,2500,2500,50,60]");
  EXPECT_NE(refusal().find("50 x 96, not 60 x 96"), std::string::npos) << refusal();
}

// 96 x 64 weights for 64 x 96: as many, in another order.
TEST_F(Package, TransposedWeightsAreRefused) {
  const std::string whole = text_of("parser/model");
  const std::string shape = {'\xC4', '\x05', 's', 'h', 'a', 'p', 'e', '\x92', '\x40', '\x60'};
  std::string turned = whole;
  const std::size_t at = turned.find(shape), size = shape.size();
  ASSERT_NE(at, std::string::npos);
  std::swap(turned[at + size - 1], turned[at + size - 2]);
  write("parser/model", turned);
  EXPECT_NE(refusal().find("96 x 64, not 64 x 96"), std::string::npos) << refusal();
}

TEST_F(Package, AnotherLanguageIsRefused) {
  change("meta.json", "\"lang\":\"en\"", "\"lang\":\"de\"");
  EXPECT_NE(refusal().find("'de'"), std::string::npos) << refusal();
}

TEST_F(Package, AConditionOfTheRulerThatIsNotKnownIsRefusedByItsName) {
  change("attribute_ruler/patterns", "LOWER", "SHAPE");
  EXPECT_NE(refusal().find("'SHAPE'"), std::string::npos) << refusal();
}

TEST_F(Package, AFileCutShortOrMissingIsRefused) {
  for (const std::string name :
       {"config.cfg", "meta.json", "tokenizer", "vocab/lookups.bin", "tok2vec/model",
        "tagger/model", "tagger/cfg", "parser/model", "parser/moves", "ner/model", "ner/moves",
        "attribute_ruler/patterns", "lemmatizer/lookups/lookups.bin"}) {
    const std::string whole = text_of(name);
    ASSERT_FALSE(whole.empty()) << name;
    write(name, std::string_view(whole).substr(0, whole.size() / 3));
    EXPECT_NE(refusal(), "") << name << " cut";
    fs::remove(folder() / name);
    EXPECT_NE(refusal(), "") << name << " missing";
    write(name, whole);
  }
  EXPECT_EQ(refusal(), "");
}

TEST_F(Package, AFolderThatIsNoPackageIsNamed) {
  const auto made = convert_package(scratch / "nowhere", converted());
  ASSERT_FALSE(made);
  EXPECT_NE(made.error().message.find("nowhere"), std::string::npos) << made.error().message;
}

}  // namespace
}  // namespace stemma
