// Prints who did what: each token with its lemma, part of speech, dependency and head, then the
// names.
#include <stemma/parse.h>

#include <iostream>

int main(int argc, char** argv) {
  if (argc != 3) return 2;  // parse_example MODEL.stemma TEXT
  std::string why;
  const auto model = stemma::parsing::Model::load(argv[1], &why);
  if (!model) return std::cerr << why << '\n', 1;
  const std::string_view text = argv[2];
  stemma::parsing::Workspace workspace;
  const auto parse = model->parse(text, workspace);
  if (parse.status != stemma::parsing::Status::parsed) return std::cerr << "not UTF-8\n", 1;
  const auto cut = [&](auto range) { return text.substr(range.begin, range.end - range.begin); };
  for (const auto& token : parse.tokens) {
    std::cout << cut(token.range) << '\t' << parse.name(token.lemma) << '\t'
              << parse.name(token.pos) << '\t' << parse.name(token.dep) << '\t'
              << cut(parse.tokens[token.head].range) << '\n';
  }
  for (const auto& name : parse.entities)
    std::cout << cut(name.range) << ": " << parse.name(name.type) << '\n';
}
