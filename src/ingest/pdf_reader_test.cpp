#include "ingest/pdf_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "base/program.h"

namespace stemma {
namespace {

using ::testing::HasSubstr;

// A PDF of one page with these lines. Readers rebuild the missing table of offsets.
std::string pdf_of(const std::vector<std::string>& lines) {
  std::string stream = "BT /F1 12 Tf 14 TL 72 700 Td\n";
  for (const std::string& line : lines) stream += "(" + line + ") Tj T*\n";
  stream += "ET";
  return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
         "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
         "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
         "/Resources<</Font<</F1 5 0 R>>>>>>endobj\n4 0 obj<</Length " +
         std::to_string(stream.size()) + ">>stream\n" + stream +
         "\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
         "trailer<</Root 1 0 R>>\n%%EOF\n";
}

TEST(PdfReader, LinesAreMadeParagraphsAgain) {
  if (!find_program(kPdfProgram)) GTEST_SKIP() << "pdftotext is not installed";
  const auto read = read_pdf(pdf_of({"The harbour of Port Aldane was closed on",
                                     "Tuesday after a freigh-", "ter ran aground."}),
                             "report.pdf");
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->bytes,
            "The harbour of Port Aldane was closed on Tuesday after a freighter ran aground.");
}

TEST(PdfReader, ADamagedPdfIsRefusedByName) {
  if (!find_program(kPdfProgram)) GTEST_SKIP() << "pdftotext is not installed";
  const auto read = read_pdf("%PDF-1.7\nnothing", "report.pdf");
  ASSERT_FALSE(read);
  EXPECT_THAT(read.error().message, HasSubstr("report.pdf: a PDF document; pdftotext ended"));
}

TEST(PdfReader, APdfOfPicturesIsSaidToHaveNoText) {
  if (!find_program(kPdfProgram)) GTEST_SKIP() << "pdftotext is not installed";
  const auto read = read_pdf(pdf_of({}), "scan.pdf");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().message, "scan.pdf: a PDF document without text; it may be a scan");
}

TEST(PdfReader, WithoutTheProgramThatIsSaid) {
  const std::string path = std::getenv("PATH");
  ::setenv("PATH", "/nowhere", 1);
  const auto read = read_pdf("%PDF-1.7\n", "report.pdf");
  ::setenv("PATH", path.c_str(), 1);
  ASSERT_FALSE(read);
  EXPECT_THAT(read.error().message, HasSubstr("pdftotext of poppler-utils; it is not installed"));
}

}  // namespace
}  // namespace stemma
