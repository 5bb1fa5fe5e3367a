#include "annotate/language_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "annotate/spacy/attribute_ruler.h"
#include "annotate/spacy/characters.h"
#include "annotate/spacy/lemmatizer.h"
#include "annotate/spacy/lexicon.h"
#include "annotate/spacy/model_file.h"
#include "annotate/spacy/sentence_structure.h"
#include "annotate/spacy/tok2vec.h"
#include "annotate/spacy/tokenizer.h"
#include "annotate/spacy/transitions.h"
#include "base/json.h"
#include "base/utf8.h"
#include "model/tree.h"
#include "nn/rows.h"

namespace stemma {

using namespace spacy;

namespace {

// Lemmas are remembered until there are this many.
constexpr std::size_t kMaxLemmas = 100'000;
constexpr std::size_t kMaxLemmaBytes = std::size_t{8} << 20;  // of their texts

// Spans count in 32 bits.
constexpr std::size_t kMaxTextBytes = UINT32_MAX;

constexpr std::uint8_t kNoLabel = 255;

}  // namespace

/// All that one thread needs beside the model. Vectors keep their memory from text to text.
struct ParseWorkspace::Buffers {
  std::shared_ptr<const int> model;  // whose lexicon this is: Parts::identity
  Tokenizer::Scratch tokenizer;
  std::vector<TokenSlice> tokens;
  Lexicon lexicon;
  // Of each token from the start; numbers are void when the lexicon was emptied on the way.
  std::vector<std::uint32_t> types;
  bool was_emptied = false;
  Tok2Vec::TypeMemory shared_memory, name_memory;
  Tok2Vec::Scratch encoder;
  std::vector<float> vectors, tag_scores;
  std::vector<std::uint8_t> tags;
  ArcEagerParser::Scratch parser;
  Arcs arcs;
  ParsedTokens structure;
  std::vector<RuledToken> ruled;
  AttributeRuler::Scratch ruler;
  std::vector<Analysis> analyses;
  NameFinder::Scratch finder;
  std::vector<NameSpan> names;
  // Lemmas by (lexeme, part of speech, base form), each with its number in the strings of one
  // answer.
  struct KnownLemma {
    std::string text;
    std::uint64_t answer = 0;
    std::uint32_t number = 0;
  };
  std::unordered_map<std::uint64_t, KnownLemma> lemmas;
  std::size_t lemma_bytes = 0;
  std::uint64_t answer = 0;  // how many have been written
  std::array<std::chrono::nanoseconds, kStages.size()> times{};
};

ParseWorkspace::ParseWorkspace() = default;
ParseWorkspace::~ParseWorkspace() = default;
ParseWorkspace::ParseWorkspace(ParseWorkspace&&) noexcept = default;
ParseWorkspace& ParseWorkspace::operator=(ParseWorkspace&&) noexcept = default;

std::array<std::chrono::nanoseconds, ParseWorkspace::kStages.size()> ParseWorkspace::stage_times()
    const {
  return buffers_ ? buffers_->times : decltype(Buffers::times){};
}

std::size_t ParseWorkspace::remembered_words() const {
  return buffers_ ? buffers_->lexicon.types() : 0;
}

ParseWorkspace::Buffers& ParseWorkspace::buffers() {
  if (!buffers_) buffers_ = std::make_unique<Buffers>();
  return *buffers_;
}

void ParseWorkspace::forget() { buffers_.reset(); }

struct LanguageModel::Parts {
  explicit Parts(ModelFile mapped) : file(std::move(mapped)) {}

  // An address of its own for as long as any workspace remembers it.
  std::shared_ptr<const int> identity = std::make_shared<const int>(0);

  using Buffers = ParseWorkspace::Buffers;
  Result<void> load();
  Result<void> load_tagger(JsonView about);
  Result<void> load_labels();
  void list_labels();

  void tokenize(std::string_view text, Buffers& b) const;
  void look_up(std::string_view text, std::size_t begin, std::size_t end, Buffers& b) const;
  static void forget(Buffers& b);
  void tag_and_reduce(std::string_view text, Buffers& b) const;
  void parse(Buffers& b) const;
  void analyse(Buffers& b) const;
  void find_names(std::string_view text, Buffers& b) const;
  void parse_text(std::string_view text, Buffers& b, Annotations& annotations) const;
  void write(std::string_view text, Buffers& b, Annotations& annotations) const;
  std::uint32_t lemma(std::string_view text, std::size_t token, Buffers& b, Strings& strings) const;

  ModelFile file;
  std::string pipeline, pipeline_version;  // as the package calls itself
  MsgpackView tokenizer_tables;
  NormTable norms;
  Tokenizer tokenizer;
  Tok2Vec shared, for_names;
  nn::PackedMatrix tagger;
  std::size_t tagger_labels = 0;
  ArcEagerParser parser;
  NameFinder name_finder;
  AttributeRuler ruler;
  Lemmatizer lemmatizer;
  Names tags, deps;
  ModelLabels listed;
  std::vector<Morphology> morphologies;    // of the ruler's morphs
  std::vector<DecoratedLabel> decorated;   // by the parser's label
  std::vector<std::uint8_t> dep_of_label;  // the parser's label to a number in deps
  std::vector<Dep> dep_values;             // by number in deps
  std::uint8_t root_label = 0;             // the parser's label of a root
};

Result<void> LanguageModel::Parts::load_tagger(JsonView about) {
  for (const JsonView& tag : about["tags"].items()) {
    if (!tags.add(tag.text().value_or(""))) return failure(Fault::model, "too many tags");
  }
  tagger_labels = about["tags"].items().size();
  if (tagger_labels == 0 || tags.size() != tagger_labels) {
    return failure(Fault::model, "damaged model file: tags");
  }
  auto weights = file.floats("tagger/W", tagger_labels * kWidth);
  auto bias = file.floats("tagger/b", tagger_labels);
  if (!weights) return tl::unexpected(weights.error());
  if (!bias) return tl::unexpected(bias.error());
  tagger = nn::pack(nn::rows_of(weights->data(), kWidth, tagger_labels, bias->data()));
  return {};
}

// Takes the decoration off the parser's labels and numbers what remains.
Result<void> LanguageModel::Parts::load_labels() {
  std::vector<std::string> labels = parser.labels();
  const auto number_of = [&](std::string_view name) {
    const auto found = std::find(labels.begin(), labels.end(), name);
    if (found == labels.end()) labels.emplace_back(name);
    return static_cast<std::uint8_t>(std::find(labels.begin(), labels.end(), name) -
                                     labels.begin());
  };
  root_label = number_of("ROOT");
  for (std::size_t i = 0; i < labels.size() && labels.size() < kNoLabel; ++i) {
    DecoratedLabel parts{static_cast<std::uint8_t>(i), kNoLabel, false};
    if (const std::size_t bar = labels[i].find("||"); bar != std::string::npos) {
      const std::string own = labels[i].substr(0, bar), of_head = labels[i].substr(bar + 2);
      parts = {number_of(own), number_of(of_head), true};
    }
    decorated.push_back(parts);
  }
  if (decorated.size() != labels.size()) return failure(Fault::model, "too many labels");
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (decorated[i].is_decorated) {
      dep_of_label.push_back(0);
      continue;
    }
    if (!dep_named(labels[i])) {
      return failure(Fault::model, fmt::format("the label '{}' is not known here", labels[i]));
    }
    const auto number = deps.add(labels[i]);
    if (!number) return failure(Fault::model, "too many labels");
    dep_of_label.push_back(*number);
  }
  return {};
}

Result<void> LanguageModel::Parts::load() {
  const auto about = Json::parse(file.bytes("about"));
  if (!about) return failure(Fault::model, "damaged model file: no description");
  const auto take = [](auto loaded, auto& into) -> Result<void> {
    if (!loaded) return tl::unexpected(loaded.error());
    into = std::move(*loaded);
    return {};
  };
  const JsonView root = about->root();
  pipeline = root["name"].text().value_or("");
  pipeline_version = root["version"].text().value_or("");
  Result<void> done = take(read_msgpack(file.bytes("tokenizer")), tokenizer_tables);
  if (done) done = take(Tokenizer::load(tokenizer_tables), tokenizer);
  if (done) done = take(NormTable::load(file), norms);
  if (done) done = take(Tok2Vec::load(file, "tok2vec", root["tok2vec"]), shared);
  if (done) done = take(Tok2Vec::load(file, "ner_tok2vec", root["ner_tok2vec"]), for_names);
  if (done) done = load_tagger(root);
  if (done) done = take(ArcEagerParser::load(file, root["parser"]), parser);
  if (done) done = take(NameFinder::load(file, root["ner"]), name_finder);
  if (done) done = load_labels();
  if (done) {
    const auto rules = read_msgpack(file.bytes("ruler"));
    done = rules ? take(AttributeRuler::load(*rules, tags, deps), ruler)
                 : Result<void>(tl::unexpected(rules.error()));
  }
  if (done) done = take(Lemmatizer::load(file), lemmatizer);
  if (!done) return done;
  for (const std::string& morph : ruler.morphs()) morphologies.push_back(read_morphology(morph));
  for (std::size_t i = 0; i < deps.size(); ++i) {
    dep_values.push_back(dep_named(deps[i]).value_or(Dep::other));
  }
  list_labels();
  return {};
}

void LanguageModel::Parts::list_labels() {
  const auto sort = [](std::vector<std::string>& names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::erase(names, "");
  };
  const auto is_in = [](std::uint64_t set, std::size_t i) { return (set >> i & 1U) != 0; };
  const AttributeRuler::Outcomes outcomes = ruler.outcomes();
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (i < tagger_labels || is_in(outcomes.tags, i)) listed.tags.push_back(tags[i]);
  }
  // Names that rules only look for have numbers too, and are given to no token.
  std::uint64_t given = outcomes.deps;
  for (std::size_t i = 0; i < decorated.size(); ++i) {
    if (!decorated[i].is_decorated) given |= std::uint64_t{1} << dep_of_label[i];
  }
  for (std::size_t i = 0; i < deps.size(); ++i) {
    if (is_in(given, i)) listed.deps.emplace_back(name_of(dep_values[i]));
  }
  for (const Pos pos : outcomes.pos) listed.pos.emplace_back(name_of(pos));
  listed.entities = name_finder.labels();
  listed.morphs = ruler.morphs();
  for (auto* names : {&listed.deps, &listed.entities, &listed.pos, &listed.morphs}) sort(*names);
}

void LanguageModel::Parts::tokenize(std::string_view text, Buffers& b) const {
  tokenizer.split(text, b.tokenizer, b.tokens);
  if (b.model != identity) {
    b.model = identity;
    forget(b);
  }
  b.types.clear();
  b.was_emptied = false;
  b.structure.blanks.resize(b.tokens.size());
  b.ruled.resize(b.tokens.size());
}

void LanguageModel::Parts::forget(Buffers& b) {
  b.lexicon.clear();
  b.shared_memory.clear();
  b.name_memory.clear();
  b.lemmas.clear();
  b.lemma_bytes = 0;
}

// Sees to it that the types of what the encoders read for the tokens [begin, end) are known, in any
// text and with a lexicon of bounded size.
void LanguageModel::Parts::look_up(std::string_view text, std::size_t begin, std::size_t end,
                                   Buffers& b) const {
  const std::size_t last = std::min(b.tokens.size(), end + Tok2Vec::kReach);
  if (b.types.size() >= last) return;
  if (b.lexicon.is_full()) {
    forget(b);
    b.was_emptied = b.was_emptied || !b.types.empty();
    b.types.resize(std::min(b.types.size(), begin - std::min(begin, Tok2Vec::kReach)));
  }
  for (std::size_t i = b.types.size(); i < last; ++i) {
    const TokenSlice& token = b.tokens[i];
    const std::uint32_t type = b.lexicon.type_of(cut(text, token.span), token.norm, token.space,
                                                 norms, ruler, b.tokenizer.patterns);
    const Lexeme& lexeme = b.lexicon.lexeme_of_type(type);
    b.types.push_back(type);
    b.structure.blanks[i] = lexeme.is_blank ? 1 : 0;
    b.ruled[i].word = lexeme.word;
  }
}

// Tags every token, and leaves the reduced vectors for the parser.
void LanguageModel::Parts::tag_and_reduce(std::string_view text, Buffers& b) const {
  const std::size_t size = b.tokens.size();
  b.tags.resize(size);
  b.vectors.resize(Tok2Vec::kBlock * kWidth);
  b.tag_scores.resize(Tok2Vec::kBlock * tagger_labels);
  b.parser.scores.reduced.resize(size * TransitionScorer::kHidden);
  for (std::size_t begin = 0; begin < size; begin += Tok2Vec::kBlock) {
    const std::size_t end = std::min(size, begin + Tok2Vec::kBlock), count = end - begin;
    look_up(text, begin, end, b);
    shared.mix(b.lexicon, b.shared_memory);
    shared.encode(b.types, size, b.shared_memory, begin, end, b.encoder, b.vectors.data());
    nn::multiply(tagger, b.vectors.data(), kWidth, count, b.tag_scores.data(), tagger_labels);
    for (std::size_t i = 0; i < count; ++i) {
      const float* scores = b.tag_scores.data() + i * tagger_labels;
      b.tags[begin + i] = static_cast<std::uint8_t>(nn::argmax(scores, 0, tagger_labels));
    }
    parser.scorer().reduce(b.vectors.data(), count,
                           b.parser.scores.reduced.data() + begin * TransitionScorer::kHidden);
  }
}

void LanguageModel::Parts::parse(Buffers& b) const {
  parser.parse(b.parser, b.arcs);
  ParsedTokens& s = b.structure;
  const std::size_t size = b.tokens.size();
  s.heads.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    const bool is_root = b.arcs.heads[i] == kNone;
    s.heads[i] = is_root ? static_cast<std::uint32_t>(i) : b.arcs.heads[i];
    if (is_root) b.arcs.labels[i] = root_label;
  }
  set_structure(s);
  deprojectivize(s, b.arcs.labels, decorated);
  set_structure(s);
}

void LanguageModel::Parts::analyse(Buffers& b) const {
  const std::size_t size = b.tokens.size();
  for (std::size_t i = 0; i < size; ++i) {
    RuledToken& token = b.ruled[i];
    token.tag = b.tags[i];
    token.dep = dep_of_label[b.arcs.labels[i]];
    token.blank = b.structure.blanks[i] != 0;
  }
  b.analyses.clear();
  for (std::size_t i = 0; i < size; ++i) b.analyses.push_back(ruler.analyse(b.ruled, i, b.ruler));
}

void LanguageModel::Parts::find_names(std::string_view text, Buffers& b) const {
  const std::size_t size = b.tokens.size();
  TransitionScorer::Scratch& scores = b.finder.scores;
  scores.reduced.swap(b.parser.scores.reduced);  // which is large, and of no more use there
  scores.reduced.resize(size * TransitionScorer::kHidden);
  if (b.was_emptied) b.types.clear();
  for (std::size_t begin = 0; begin < size; begin += Tok2Vec::kBlock) {
    const std::size_t end = std::min(size, begin + Tok2Vec::kBlock);
    look_up(text, begin, end, b);
    for_names.mix(b.lexicon, b.name_memory);
    for_names.encode(b.types, size, b.name_memory, begin, end, b.encoder, b.vectors.data());
    name_finder.scorer().reduce(b.vectors.data(), end - begin,
                                scores.reduced.data() + begin * TransitionScorer::kHidden);
  }
  name_finder.find(b.structure.starts, b.structure.blanks, b.finder, b.names);
  scores.reduced.swap(b.parser.scores.reduced);
}

// The id of the token's lemma.
std::uint32_t LanguageModel::Parts::lemma(std::string_view text, std::size_t token, Buffers& b,
                                          Strings& strings) const {
  const Analysis& analysis = b.analyses[token];
  if (analysis.lemma) return strings.id(ruler.lemmas()[*analysis.lemma]);
  const bool base = Lemmatizer::is_base_form(analysis.pos, morphologies[analysis.morph]);
  if (b.was_emptied) {  // there is no number to remember it by
    const std::string_view word = cut(text, b.tokens[token].span);
    return strings.id(lemmatizer.lemma(word, lower(word), analysis.pos, base));
  }
  const std::uint32_t lexeme = b.lexicon.type(b.types[token]).lexeme;
  const std::uint64_t key = (std::uint64_t{lexeme} << 16U) |
                            (static_cast<std::uint64_t>(analysis.pos) << 1U) | (base ? 1U : 0U);
  if (b.lemmas.size() >= kMaxLemmas || b.lemma_bytes >= kMaxLemmaBytes) {
    b.lemmas.clear();
    b.lemma_bytes = 0;
  }
  const auto [entry, is_new] = b.lemmas.try_emplace(key);
  Buffers::KnownLemma& known = entry->second;
  if (is_new) {
    const Lexeme& word = b.lexicon.lexeme(lexeme);
    known.text = lemmatizer.lemma(word.text, word.lower, analysis.pos, base);
    b.lemma_bytes += known.text.size();
  }
  if (known.answer != b.answer) {
    known.answer = b.answer;
    known.number = strings.id(known.text);
  }
  return known.number;
}

void LanguageModel::Parts::write(std::string_view text, Buffers& b, Annotations& out) const {
  const auto size = static_cast<std::uint32_t>(b.tokens.size());
  ++b.answer;
  const ParsedTokens& s = b.structure;
  std::vector<Pos> pos(size);
  std::vector<Dep> dep(size);
  std::vector<std::uint32_t> tag_ids, morph_ids;
  for (std::size_t i = 0; i < tags.size(); ++i) tag_ids.push_back(kNone);
  for (std::size_t i = 0; i < ruler.morphs().size(); ++i) morph_ids.push_back(kNone);
  const auto id_of = [&](std::uint32_t& id, const std::string& name) {
    if (id == kNone) id = out.strings.id(name);
    return id;
  };
  out.tokens.reserve(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    const Analysis& analysis = b.analyses[i];
    pos[i] = analysis.pos;
    dep[i] = dep_values[analysis.dep];
    Token token;
    token.span = b.tokens[i].span;
    token.head = s.heads[i];
    token.lemma = lemma(text, i, b, out.strings);
    token.tag = id_of(tag_ids[analysis.tag], tags[analysis.tag]);
    token.morph = id_of(morph_ids[analysis.morph], ruler.morphs()[analysis.morph]);
    token.pos = pos[i];
    token.dep = dep[i];
    out.tokens.push_back(token);
  }
  for (std::uint32_t i = 0, begin = 0; i < size; ++i) {
    if (i + 1 < size && s.starts[i + 1] == 0) continue;
    std::uint32_t first = begin, last = i + 1;
    while (first < last && s.blanks[first] != 0) ++first;
    while (last > first && s.blanks[last - 1] != 0) --last;
    if (first < last) out.sentences.push_back(hull(b.tokens[first].span, b.tokens[last - 1].span));
    begin = i + 1;
  }
  for (const NameSpan& name : b.names) {
    out.entities.push_back({hull(b.tokens[name.first].span, b.tokens[name.last - 1].span),
                            name_finder.labels()[name.label], kNone});
  }
  for (const Chunk& chunk : noun_chunks(s, pos, dep)) {
    out.noun_chunks.push_back(hull(b.tokens[chunk.first].span, b.tokens[chunk.last].span));
  }
  set_edges(out.tokens);
}

void LanguageModel::Parts::parse_text(std::string_view text, Buffers& b,
                                      Annotations& annotations) const {
  auto before = std::chrono::steady_clock::now();
  const auto end_of = [&](ParseWorkspace::Stage stage) {
    const auto now = std::chrono::steady_clock::now();
    b.times[stage] += now - before;
    before = now;
  };
  tokenize(text, b);
  end_of(ParseWorkspace::tokens);
  if (b.tokens.empty()) return;
  tag_and_reduce(text, b);
  end_of(ParseWorkspace::vectors);
  parse(b);
  end_of(ParseWorkspace::arcs);
  analyse(b);
  end_of(ParseWorkspace::rules);
  find_names(text, b);
  end_of(ParseWorkspace::names);
  write(text, b, annotations);
  end_of(ParseWorkspace::output);
}

LanguageModel::LanguageModel() = default;
LanguageModel::~LanguageModel() = default;

Result<std::shared_ptr<const LanguageModel>> LanguageModel::from(std::unique_ptr<Parts> parts) {
  if (auto loaded = parts->load(); !loaded) return tl::unexpected(loaded.error());
  auto model = std::shared_ptr<LanguageModel>(new LanguageModel());
  model->parts_ = std::move(parts);
  return std::shared_ptr<const LanguageModel>(std::move(model));
}

Result<std::shared_ptr<const LanguageModel>> LanguageModel::load(
    const std::filesystem::path& path) {
  auto file = ModelFile::open(path);
  auto model = file ? from(std::make_unique<Parts>(std::move(*file)))
                    : Result<std::shared_ptr<const LanguageModel>>(tl::unexpected(file.error()));
  if (model) return model;
  return failure(Fault::model, fmt::format("{}: {}", path.string(), model.error().message));
}

Result<std::shared_ptr<const LanguageModel>> LanguageModel::from_bytes(std::string_view bytes) {
  auto file = ModelFile::from_bytes(bytes);
  if (!file) return tl::unexpected(file.error());
  return from(std::make_unique<Parts>(std::move(*file)));
}

Result<std::shared_ptr<const LanguageModel>> LanguageModel::in_place(
    std::string_view bytes, std::shared_ptr<const void> owner) {
  auto file = ModelFile::in_place(bytes, std::move(owner));
  if (!file) return tl::unexpected(file.error());
  return from(std::make_unique<Parts>(std::move(*file)));
}

const std::string& LanguageModel::name() const { return parts_->pipeline; }
const std::string& LanguageModel::version() const { return parts_->pipeline_version; }
const ModelLabels& LanguageModel::labels() const { return parts_->listed; }

ParseStatus LanguageModel::parse(std::string_view text, ParseWorkspace& workspace,
                                 Annotations& annotations) const {
  if (text.size() > kMaxTextBytes) return ParseStatus::too_long;
  if (!is_valid_utf8(text)) return ParseStatus::not_utf8;
  try {
    parts_->parse_text(text, workspace.buffers(), annotations);
  } catch (...) {
    // What is remembered of words may be half written.
    workspace.forget();
    throw;
  }
  return ParseStatus::parsed;
}

}  // namespace stemma
