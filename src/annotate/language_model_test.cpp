#include "annotate/language_model.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstring>
#include <ctime>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "annotate/spacy/lexicon.h"
#include "annotate/spacy/model_file.h"
#include "annotate/test_models.h"
#include "base/files.h"
#include "base/json.h"
#include "base/text.h"
#include "base/utf8.h"
#include "model/tree.h"
#include "nn/kernels.h"

namespace stemma {
namespace {

std::shared_ptr<const LanguageModel> model_named(const std::string& name) {
  auto model = LanguageModel::load(test_model(name));
  return model ? *model : nullptr;
}

Annotations parse(const LanguageModel& model, std::string_view text) {
  ParseWorkspace workspace;
  Annotations annotations;
  model.parse(text, workspace, annotations);
  return annotations;
}

std::string describe(const Annotations& a) {
  std::ostringstream out;
  for (const Token& t : a.tokens) {
    out << fmt::format("token {} {} {} {} {} {} {} {}\n", t.span.begin, t.span.end, a.lemma(t),
                       name_of(t.pos), a.tag(t), a.morph(t), t.head, name_of(t.dep));
  }
  for (const Span& s : a.sentences) out << fmt::format("sentence {} {}\n", s.begin, s.end);
  for (const Entity& e : a.entities) {
    out << fmt::format("entity {} {} {}\n", e.span.begin, e.span.end, e.type);
  }
  for (const Span& s : a.noun_chunks) out << fmt::format("chunk {} {}\n", s.begin, s.end);
  return out.str();
}

// The same of one line of golden/{sm,md}.jsonl.
std::string describe(JsonView answer) {
  std::ostringstream out;
  const auto write = [&](const char* kind, JsonView list) {
    for (const JsonView& item : list.items()) {
      out << kind;
      for (const JsonView& field : item.items()) {
        out << ' ';
        if (field.text()) out << *field.text();
        if (field.integer()) out << *field.integer();
      }
      out << '\n';
    }
  };
  write("token", answer["tokens"]);
  write("sentence", answer["sentences"]);
  write("entity", answer["entities"]);
  write("chunk", answer["noun_chunks"]);
  return out.str();
}

std::vector<Json> golden(const std::string& name) {
  const auto file = read_file(
      std::string(STEMMA_SOURCE_DIR) + "/src/annotate/spacy/golden/" + name + ".jsonl", 1U << 22U);
  std::vector<Json> lines;
  if (!file) return lines;
  for (const std::string_view line : split(*file, '\n')) {
    if (line.empty()) continue;
    auto json = Json::parse(line);
    if (json) lines.push_back(std::move(*json));
  }
  return lines;
}

class EachModel : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    model = model_named(GetParam());
    if (!model) GTEST_SKIP() << test_model(GetParam()) << " is not there: run `make setup`";
  }
  std::shared_ptr<const LanguageModel> model;
};
INSTANTIATE_TEST_SUITE_P(Golden, EachModel, testing::Values("sm", "md"));

TEST_P(EachModel, SaysWhatSpacySaysOfNewsroomEnglish) {
  const auto texts = golden("texts"), answers = golden(GetParam());
  ASSERT_EQ(texts.size(), answers.size());
  ASSERT_GT(texts.size(), 40U);
  ParseWorkspace workspace;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string text(texts[i].root()["text"].text().value_or(""));
    Annotations annotations;
    model->parse(text, workspace, annotations);
    EXPECT_EQ(describe(annotations), describe(answers[i].root())) << text;
  }
}

TEST_P(EachModel, AUsedWorkspaceAnswersAsAFreshOne) {
  const auto texts = golden("texts");
  ParseWorkspace used;
  for (int round = 0; round < 2; ++round) {  // the second finds every word known
    for (const Json& json : texts) {
      const std::string text(json.root()["text"].text().value_or(""));
      Annotations annotations;
      model->parse(text, used, annotations);
      EXPECT_EQ(describe(annotations), describe(parse(*model, text)));
    }
  }
}

TEST_P(EachModel, SaysTheSameWithEveryKernel) {
  const auto texts = golden("texts"), answers = golden(GetParam());
  ASSERT_EQ(texts.size(), answers.size());
  for (const std::string& kernels : nn::kernel_names()) {
    ASSERT_TRUE(nn::use_kernels(kernels));
    const auto packed_anew = model_named(GetParam());
    ParseWorkspace workspace;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      Annotations annotations;
      packed_anew->parse(texts[i].root()["text"].text().value_or(""), workspace, annotations);
      EXPECT_EQ(describe(annotations), describe(answers[i].root())) << kernels;
    }
  }
  ASSERT_TRUE(nn::use_kernels(""));
}

// A word of its own for every number.
std::string word_of(std::size_t number) {
  std::string word;
  for (; number > 0; number /= 20) word += "bcdfghjklmnpqrstvwxz"[number % 20];
  return word;
}

TEST(LanguageModel, MoreWordsThanAreRememberedChangeNothing) {
  const auto model = model_named("sm");
  if (!model) GTEST_SKIP() << "no model: run `make setup`";
  std::string text;
  for (std::size_t i = 1; i < spacy::Lexicon::kMaxTypes; ++i) {
    text += i % 9 == 0 ? "said Mr. " : "";
    text += word_of(i) + (i % 7 == 0 ? ". " : " ");
  }
  ParseWorkspace fresh, used;
  Annotations first, second;
  model->parse(text, fresh, first);
  // Here the memory is full, and so emptied, at another place of the text.
  model->parse(text.substr(0, text.size() / 3), used, second);
  second = {};
  model->parse(text, used, second);
  EXPECT_TRUE(describe(first) == describe(second));
  for (const ParseWorkspace* workspace : {&fresh, &used}) {
    EXPECT_LT(workspace->remembered_words(), spacy::Lexicon::kMaxTypes + 1'000);
  }
  EXPECT_GT(fresh.remembered_words(), 1'000U);
}

TEST(LanguageModel, LongWordsAreNotRememberedWithoutEnd) {
  const auto model = model_named("sm");
  if (!model) GTEST_SKIP() << "no model: run `make setup`";
  ParseWorkspace workspace;
  for (std::size_t i = 0; i < 40; ++i) {
    Annotations annotations;
    model->parse(word_of(i + 1) + std::string(1'000'000, 'a'), workspace, annotations);
    EXPECT_EQ(annotations.tokens.size(), 1U);
  }
  EXPECT_LT(workspace.remembered_words(), 10U);
}

TEST(LanguageModel, OneWorkspaceServesTwoModels) {
  const auto sm = model_named("sm"), md = model_named("md");
  if (!sm || !md) GTEST_SKIP() << "no models: run `make setup`";
  const std::string text = "Rebels seized the town, the army admitted on Wednesday.";
  ParseWorkspace workspace;
  for (const auto& model : {sm, md, sm}) {
    Annotations annotations;
    model->parse(text, workspace, annotations);
    EXPECT_EQ(describe(annotations), describe(parse(*model, text)));
  }
}

bool is_on_characters(std::string_view text, const Span& span) {
  const auto starts_one = [&](std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  };
  return span.end <= text.size() && starts_one(span.begin) && starts_one(span.end);
}

// What must hold of any text.
void expect_lawful(std::string_view text, const Annotations& a) {
  std::uint32_t at = 0;
  for (const Token& token : a.tokens) {
    // A token follows at once or after one blank; nothing else is left out.
    if (token.span.begin != at) {
      ASSERT_EQ(token.span.begin, at + 1);
      ASSERT_EQ(text[at], ' ');
    }
    ASSERT_LT(token.span.begin, token.span.end);
    ASSERT_TRUE(is_on_characters(text, token.span));
    ASSERT_LT(token.head, a.tokens.size());
    at = token.span.end;
  }
  ASSERT_TRUE(at == text.size() || (at + 1 == text.size() && text.back() == ' '));
  std::vector<Token> mended = a.tokens;
  set_edges(mended);  // mends cycles
  for (std::size_t i = 0; i < mended.size(); ++i) ASSERT_EQ(mended[i].head, a.tokens[i].head);
  const auto ascending = [](const auto& spans, auto span_of) {
    std::uint32_t end = 0;
    for (const auto& each : spans) {
      const Span span = span_of(each);
      if (span.begin < end || span.empty()) return false;
      end = span.end;
    }
    return true;
  };
  const auto itself = [](const Span& span) { return span; };
  ASSERT_TRUE(ascending(a.sentences, itself));
  ASSERT_TRUE(ascending(a.noun_chunks, itself));
  ASSERT_TRUE(ascending(a.entities, [](const Entity& entity) { return entity.span; }));
}

TEST(LanguageModel, LawsHoldForAnyText) {
  const auto model = model_named("sm");
  if (!model) GTEST_SKIP() << "no model: run `make setup`";
  ParseWorkspace workspace;
  rc::check([&] {
    std::string text;
    // Words, marks and any code points, in any order.
    const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(
        rc::gen::element<std::string>(" ", "\n", "\"", "don't", "U.S.", "...", "$5m", "said", "\t",
                                      "http://a.b/c", "he", ",", "\xE2\x80\x9D", "Reuters",
                                      "gonna"),
        rc::gen::map(rc::gen::inRange<std::uint32_t>(0, 0x110000), [](std::uint32_t c) {
          std::string out;
          append_utf8(out, c);
          return out;
        })));
    for (const std::string& part : parts) text += part;
    Annotations annotations;
    model->parse(text, workspace, annotations);
    expect_lawful(text, annotations);
    RC_ASSERT(!testing::Test::HasFatalFailure());
  });
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

// `size` is about the length in bytes.
struct HostileText {
  const char* name;
  std::string (*of)(std::size_t size);
};

constexpr HostileText kHostileTexts[] = {
    {"no blank", [](std::size_t size) { return std::string(size, 'a'); }},
    {"quotation marks", [](std::size_t size) { return std::string(size, '"'); }},
    {"full stops", [](std::size_t size) { return std::string(size, '.'); }},
    {"opening brackets", [](std::size_t size) { return std::string(size, '(') + "said"; }},
    {"marks about a stop",
     [](std::size_t size) {
       return std::string(size / 2, ':') + "." + std::string(size / 2, '@');
     }},
    {"emoji", [](std::size_t size) { return repeated("\xF0\x9F\x94\xA5", size / 4); }},
    {"line breaks", [](std::size_t size) { return std::string(size, '\n'); }},
    {"exceptions in a row", [](std::size_t size) { return repeated("don't", size / 5); }},
    {"an address without an end",
     [](std::size_t size) { return "http://" + repeated("a.b/", size / 4); }},
    {"hyphens", [](std::size_t size) { return repeated("a-", size / 2); }},
    {"figures", [](std::size_t size) { return repeated("1,", size / 2); }},
};

double seconds_for(const LanguageModel& model, const std::string& text, int runs = 2) {
  double best = 1e9;
  for (int i = 0; i < runs; ++i) {
    ParseWorkspace workspace;
    Annotations annotations;
    const std::clock_t before = std::clock();
    model.parse(text, workspace, annotations);
    best = std::min(best, static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC);
    expect_lawful(text, annotations);
  }
  return best;
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t kScale = 1;  // instrumented kernels are some fifty times slower
#else
constexpr std::size_t kScale = 10;
#endif

TEST(LanguageModel, HostileTextsTakeLinearTime) {
  const auto model = model_named("sm");
  if (!model) GTEST_SKIP() << "no model: run `make setup`";
  for (const HostileText& hostile : kHostileTexts) {
    const double once = seconds_for(*model, hostile.of(kScale * 500));
    const double eight_times = seconds_for(*model, hostile.of(kScale * 4'000));
    // Linear is 8, quadratic is 64; short times are not measured well.
    EXPECT_LT(eight_times, 24 * once + 0.02) << hostile.name;
  }
}

// What one long sentence holds grows with the text, which shorter texts do not show.
TEST(LanguageModel, ListsWithoutAnEndTakeLinearTime) {
  const auto model = model_named("sm");
  if (!model) GTEST_SKIP() << "no model: run `make setup`";
  for (const char* item : {"apples, ", "Smith and Jones, "}) {
    const double once = seconds_for(*model, repeated(item, kScale * 2'000));
    const double four_times = seconds_for(*model, repeated(item, kScale * 8'000), 1);
    EXPECT_LT(four_times, 6 * once) << item;  // quadratic is 16
  }
}

TEST(LanguageModel, TextsOfAMegabyteGetAnAnswer) {
  const auto model = model_named("sm");
  if (!model) GTEST_SKIP() << "no model: run `make setup`";
  for (const std::string& text : {std::string(1'000'000, 'a'), std::string(1'000'000, '.'),
                                  std::string(kScale * 10'000, '"')}) {
    ParseWorkspace workspace;
    Annotations annotations;
    model->parse(text, workspace, annotations);
    expect_lawful(text, annotations);
  }
}

TEST(LanguageModel, EveryBlockOfUnicodeGetsAnAnswer) {
  const auto model = model_named("sm");
  if (!model) GTEST_SKIP() << "no model: run `make setup`";
  std::string text;
  for (std::uint32_t block = 0; block < 0x110000; block += 0x80) {
    for (std::uint32_t c = block; c < block + 0x80; c += 0x0D) {
      if (c < 0xD800 || c > 0xDFFF) append_utf8(text, c);
    }
    text += ' ';
  }
  ParseWorkspace workspace;
  Annotations annotations;
  model->parse(text, workspace, annotations);
  expect_lawful(text, annotations);
}

TEST(LanguageModel, TextThatIsNoUtf8GetsNoAnswer) {
  const auto model = model_named("sm");
  if (!model) GTEST_SKIP() << "no model: run `make setup`";
  ParseWorkspace workspace;
  Annotations annotations;
  EXPECT_EQ(model->parse("caf\xE9 said", workspace, annotations), ParseStatus::not_utf8);
  // Nothing of it is read.
  const std::string_view long_text("x", std::size_t{1} << 32U);
  EXPECT_EQ(model->parse(long_text, workspace, annotations), ParseStatus::too_long);
  EXPECT_TRUE(annotations.tokens.empty());
  EXPECT_EQ(model->parse("", workspace, annotations), ParseStatus::parsed);
}

TEST(LanguageModel, SaysWhichItIs) {
  const auto model = model_named("md");
  if (!model) GTEST_SKIP() << "no model: run `make setup`";
  EXPECT_EQ(model->name(), "en_core_web_md");
  EXPECT_EQ(model->version(), "3.8.0");
}

// The package's meta.json has what spaCy's nlp.pipe_labels gave when it was made.
TEST(LanguageModel, ListsTheLabelsThatThePackageLists) {
  for (const char* name : {"sm", "md"}) {
    const auto model = model_named(name);
    const auto text = read_file(test_package(name) / "meta.json", 1 << 20);
    if (!model || !text) GTEST_SKIP() << "no model: run `make setup`";
    const auto meta = Json::parse(*text);
    ASSERT_TRUE(meta);
    const auto list = [&](const char* component) {
      std::vector<std::string> names;
      for (const JsonView label : meta->root()["labels"][component].items()) {
        names.emplace_back(label.text().value_or(""));
      }
      return names;
    };
    EXPECT_EQ(model->labels().tags, list("tagger"));
    EXPECT_EQ(model->labels().deps, list("parser"));
    EXPECT_EQ(model->labels().entities, list("ner"));
  }
}

TEST(LanguageModel, SaysNothingThatItsLabelsDoNotList) {
  const auto model = model_named("sm");
  if (!model) GTEST_SKIP() << "no model: run `make setup`";
  const auto& [tags, deps, entities, pos, morphs] = model->labels();
  const auto expect_in = [](const std::vector<std::string>& names, std::string_view name) {
    EXPECT_NE(std::find(names.begin(), names.end(), name), names.end()) << name;
  };
  const Annotations a =
      parse(*model,
            "\"We didn't,\" she told U.S. officials on Friday...\n\nGonna rain, wrote A.\u00A0B.; "
            "100,000 of them\u2019ve cost $5 a piece \u2014 the books whose covers\tfell off.");
  for (const Token& token : a.tokens) {
    expect_in(tags, a.tag(token));
    expect_in(deps, name_of(token.dep));
    expect_in(pos, name_of(token.pos));
    if (!a.morph(token).empty()) expect_in(morphs, a.morph(token));
  }
  EXPECT_FALSE(a.entities.empty());
  for (const Entity& entity : a.entities) expect_in(entities, entity.type);
}

TEST(LanguageModel, AMissingFileIsNamed) {
  const auto model = LanguageModel::load("/nowhere/xx.stemma");
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().fault, Fault::model);
  EXPECT_NE(model.error().message.find("/nowhere/xx.stemma"), std::string::npos);
}

std::size_t setting(const char* name, std::size_t usual) {
  const char* wanted = std::getenv(name);
  return wanted != nullptr ? std::strtoul(wanted, nullptr, 10) : usual;
}

// More rounds: STEMMA_DAMAGE_ROUNDS=10000; other damage: STEMMA_DAMAGE_SEED=2.
std::size_t rounds(std::size_t usual) { return setting("STEMMA_DAMAGE_ROUNDS", usual); }
std::size_t seed(std::size_t usual) { return setting("STEMMA_DAMAGE_SEED", usual); }

// Any numbers, the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t end) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return (state_ >> 16U) % end;
  }

 private:
  std::uint64_t state_;
};

TEST(DamagedModel, AnyTurnedBitAndAnyCutIsRefused) {
  const auto file = read_file(test_model("sm"), std::uint64_t{1} << 28U);
  if (!file) GTEST_SKIP() << "no model: run `make setup`";
  std::string bytes = *file;
  Dice dice(seed(1));
  for (std::size_t i = 0; i < rounds(100); ++i) {
    const std::size_t at = dice.below(bytes.size());
    const auto bit = static_cast<char>(1U << dice.below(8));
    bytes[at] = static_cast<char>(bytes[at] ^ bit);
    EXPECT_FALSE(LanguageModel::from_bytes(bytes)) << "byte " << at;
    bytes[at] = static_cast<char>(bytes[at] ^ bit);
    EXPECT_FALSE(LanguageModel::from_bytes(std::string_view(bytes).substr(0, at)));
  }
  constexpr std::size_t kTableBytes = 64 * 256;  // header and sections lie before that
  for (std::size_t size = 0; size < kTableBytes; ++size) {
    EXPECT_FALSE(LanguageModel::from_bytes(std::string_view(bytes).substr(0, size))) << size;
  }
  // Where nothing is copied there is time for all of them.
  struct alignas(spacy::ModelFile::kAlignment) Block {
    char bytes[spacy::ModelFile::kAlignment];
  };
  std::vector<Block> blocks(bytes.size() / sizeof(Block) + 1);
  std::memcpy(blocks.data(), bytes.data(), bytes.size());
  const std::string_view whole(blocks.front().bytes, bytes.size());
  const std::size_t step = rounds(0) == 0 ? 1'009 : 1;
  for (std::size_t size = 0; size < whole.size(); size += step) {
    ASSERT_FALSE(spacy::ModelFile::in_place(whole.substr(0, size), nullptr)) << size;
  }
  EXPECT_TRUE(spacy::ModelFile::in_place(whole, nullptr));
}

// Refused, or a lawful answer to any text; whether it was refused.
bool expect_harmless(std::string& bytes) {
  spacy::ModelFileWriter::seal(bytes);
  const auto model = LanguageModel::from_bytes(bytes);
  if (!model) return true;
  for (const std::string_view text :
       {"\"We didn't,\" he told U.S. officials on Friday...\n\nGonna rain.",
        "\u201CWe\u201D said x\u20AC\U0001D11Ex \u4E16\u754Cx, na\u00EFve\u00A0caf\u00E9s\u2026"}) {
    const Annotations annotations = parse(**model, text);
    EXPECT_FALSE(annotations.tokens.empty());
    expect_lawful(text, annotations);
  }
  return false;
}

// The model sm with the first `from` in it replaced by as many bytes.
std::string with_change(std::string bytes, std::string_view from, std::string_view to) {
  EXPECT_EQ(from.size(), to.size());
  const std::size_t at = bytes.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return bytes.replace(at, from.size(), to);
}

// Prefixes that match in the middle of a word, and suffixes that match before its
// end.
TEST(DamagedModel, PatternsThatAreNotAnchoredCutNoCharacter) {
  const auto file = read_file(test_model("sm"), std::uint64_t{1} << 28U);
  if (!file) GTEST_SKIP() << "no model: run `make setup`";
  for (const auto& [from, to] : {std::pair{"^%|^=|", "x|^%=|"}, std::pair{"\u00BF$|", "\u20AC|"}}) {
    std::string bytes = with_change(*file, from, to);
    EXPECT_FALSE(expect_harmless(bytes)) << to;
  }
}

// A file can be wrong although its checksum is right: made by a broken or a hostile program.
TEST(DamagedModel, BehindARightChecksumIsHarmless) {
  const auto file = read_file(test_model("sm"), std::uint64_t{1} << 28U);
  if (!file) GTEST_SKIP() << "no model: run `make setup`";
  Dice dice(seed(7));
  for (std::size_t i = 0; i < rounds(25); ++i) {
    std::string bytes = *file;
    // Half of the changes strike the first kilobytes, where the tables are that steer the rest.
    for (int change = 0; change < 8; ++change) {
      const std::size_t range = change % 2 == 0 ? bytes.size() : 150'000;
      bytes[64 + dice.below(range - 64)] = static_cast<char>(dice.below(256));
    }
    expect_harmless(bytes);
  }
  // Cut short, with a header that says so.
  for (std::size_t i = 0; i < rounds(25); ++i) {
    std::string bytes = file->substr(0, 64 + dice.below(i % 2 == 0 ? file->size() - 64 : 20'000));
    const std::uint64_t size = bytes.size();
    std::memcpy(bytes.data() + 16, &size, sizeof size);
    expect_harmless(bytes);
  }
}

}  // namespace
}  // namespace stemma
