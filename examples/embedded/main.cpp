// A program that has its model in itself: prints what the model can say. For ELF systems; the
// assembler puts the file's bytes among the program's constants, at a multiple of 64.
#include <stemma/parse.h>

#include <iostream>

__asm__(".section .rodata\n.balign 64\nmodel_begin: .incbin \"" MODEL
        "\"\nmodel_end:\n.previous\n");
extern "C" const std::byte model_begin[], model_end[];

int main() {
  std::string why;
  const auto model = stemma::parsing::Model::load_in_place({model_begin, model_end}, nullptr, &why);
  if (!model) return std::cerr << why << '\n', 1;
  const auto print = [](std::string_view title, const std::vector<std::string>& labels) {
    std::cout << title;
    for (const auto& label : labels) std::cout << ' ' << label;
    std::cout << '\n';
  };
  std::cout << model->name() << ' ' << model->version() << '\n';
  print("tags:", model->labels().tags);
  print("parts of speech:", model->labels().pos);
  print("dependencies:", model->labels().deps);
  print("names:", model->labels().entities);
}
