// Memory that is not to be had, at every place where the runtime asks for it.
#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

#include "annotate/language_model.h"
#include "annotate/test_models.h"

namespace {

// Allocations of this thread until one fails; below zero none does.
thread_local long allocations_left = -1;

}  // namespace

void* operator new(std::size_t size) {
  const bool fails = allocations_left >= 0 && allocations_left-- == 0;
  void* memory = fails ? nullptr : std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return std::malloc(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace stemma {
namespace {

constexpr std::string_view kFirst =
    "Rebels from Colombia seized Port Aldane on Tuesday, killing 37 policemen, officials said.";
constexpr std::string_view kSecond =
    "Colombia's officials said that policemen seized 37 rebels; Aldane denied it on Tuesday.";

std::string parsed(const LanguageModel& model, std::string_view text, ParseWorkspace& workspace) {
  Annotations a;
  model.parse(text, workspace, a);
  std::string out;
  for (const Token& token : a.tokens) {
    out += std::string(a.lemma(token)) + "/" + std::string(a.tag(token)) + "/" +
           std::to_string(token.head) + " ";
  }
  for (const Entity& entity : a.entities) out += entity.type + " ";
  return out;
}

TEST(Memory, AWorkspaceAnswersRightAfterAnyAllocationFailed) {
  const auto model = LanguageModel::load(test_model("sm"));
  if (!model) GTEST_SKIP() << "no model: run `make setup`";
  ParseWorkspace fresh;
  const std::string wanted = parsed(**model, kSecond, fresh);
  long failed_at = 0;
  for (bool failed = true; failed; ++failed_at) {
    ParseWorkspace workspace;
    Annotations annotations;
    failed = false;
    allocations_left = failed_at;
    try {
      (*model)->parse(kFirst, workspace, annotations);
    } catch (const std::bad_alloc&) {
      failed = true;
    }
    allocations_left = -1;
    ASSERT_EQ(parsed(**model, kSecond, workspace), wanted) << "after allocation " << failed_at;
  }
  EXPECT_GT(failed_at, 100);
}

TEST(Memory, AWorkspaceThatWasMovedFromServesAgain) {
  const auto model = LanguageModel::load(test_model("sm"));
  if (!model) GTEST_SKIP() << "no model: run `make setup`";
  ParseWorkspace first;
  const std::string wanted = parsed(**model, kFirst, first);
  const ParseWorkspace second = std::move(first);
  EXPECT_EQ(first.remembered_words(), 0U);  // NOLINT(bugprone-use-after-move)
  EXPECT_EQ(parsed(**model, kFirst, first), wanted);
}

}  // namespace
}  // namespace stemma
