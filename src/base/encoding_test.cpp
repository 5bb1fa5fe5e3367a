#include "base/encoding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "base/encoding/charset_label.h"
#include "base/utf8.h"

namespace stemma {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

DecodedText text(std::string_view bytes, std::string_view declared = "") {
  return decode_text(bytes, declared, false);
}
DecodedText page(std::string_view bytes, std::string_view declared = "") {
  return decode_text(bytes, declared, true);
}

std::string utf16(std::u16string_view units, bool big_endian) {
  std::string bytes;
  for (const char16_t unit : units) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}

TEST(Encoding, ValidUtf8IsKeptWhateverIsDeclared) {
  const DecodedText decoded = page("<meta charset=iso-8859-1>Le café rouvre lundi", "windows-1252");
  EXPECT_THAT(decoded.text, HasSubstr("café"));
  EXPECT_EQ(decoded.charset, "utf-8");
  EXPECT_THAT(decoded.losses, IsEmpty());
}

TEST(Encoding, AByteOrderMarkIsDropped) {
  EXPECT_EQ(text("\xEF\xBB\xBFMayor resigns").text, "Mayor resigns");
}

TEST(Encoding, AnInvalidByteAfterAMarkIsCountedFromTheStartOfTheFile) {
  const DecodedText decoded = text(
      "\xEF\xBB\xBF"
      "ab\xFFz");
  EXPECT_EQ(decoded.text, "ab\uFFFDz");
  EXPECT_THAT(decoded.losses, ElementsAre(HasSubstr("at byte 5")));
}

TEST(Encoding, Utf16IsReadWithAndWithoutAMark) {
  const std::u16string_view words = u"Minister quits — “enough”";
  for (const bool big_endian : {false, true}) {
    const std::string mark = big_endian ? "\xFE\xFF" : "\xFF\xFE";
    EXPECT_EQ(text(mark + utf16(words, big_endian)).text, "Minister quits — “enough”");
    EXPECT_EQ(text(utf16(words, big_endian)).text, "Minister quits — “enough”");
    EXPECT_EQ(text(utf16(words, big_endian)).charset, big_endian ? "utf-16be" : "utf-16le");
  }
}

TEST(Encoding, Utf16PairsBecomeOneCharacter) {
  EXPECT_EQ(text(utf16(u"\uFEFFfire \U0001F525 out", false)).text, "fire \U0001F525 out");
}

TEST(Encoding, HalfAPairOfUtf16IsALossWithItsPlace) {
  std::u16string words = u"the vote was close";
  words[4] = 0xD800;
  const DecodedText decoded = text(utf16(words, false));
  EXPECT_EQ(decoded.text, "the \uFFFDote was close");
  EXPECT_THAT(decoded.losses, ElementsAre(HasSubstr("at byte 8")));
}

TEST(Encoding, AnOddLastByteOfUtf16IsALoss) {
  EXPECT_THAT(text(utf16(u"\uFEFFclosed", false) + "x").losses,
              ElementsAre(HasSubstr("half of a UTF-16 unit")));
}

TEST(Encoding, TheHttpCharsetIsUsedWhenBytesAreNotUtf8) {
  EXPECT_EQ(text("\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2", "windows-1251").text, "Президент");
}

TEST(Encoding, TheMetaCharsetIsUsedWhenNothingElseIsSaid) {
  const DecodedText decoded = page(
      "<!-- <meta charset=koi8-r> --><meta http-equiv=\"Content-Type\" "
      "content=\"text/html; charset=windows-1250\"><p>\xC8tvrtek");
  EXPECT_THAT(decoded.text, HasSubstr("Čtvrtek"));
  EXPECT_THAT(decoded.losses, IsEmpty());
}

TEST(Encoding, AnXmlDeclarationCountsOutsideHtmlToo) {
  EXPECT_EQ(charset_in_text("<?xml version=\"1.0\" encoding='ISO-8859-2'?><rss/>", false),
            "ISO-8859-2");
}

TEST(Encoding, Latin1MeansWindows1252AsOnTheWeb) {
  EXPECT_EQ(text("\x93It is over,\x94 she said", "ISO-8859-1").text, "“It is over,” she said");
}

TEST(Encoding, Windows1252CalledUtf8IsReadAndSaid) {
  const DecodedText decoded =
      text("The minister\x92s aide called it \x93untrue\x94 \x96 and left the room.", "utf-8");
  EXPECT_EQ(decoded.text, "The minister’s aide called it “untrue” – and left the room.");
  EXPECT_EQ(decoded.charset, "windows-1252");
  EXPECT_THAT(decoded.losses, ElementsAre(HasSubstr("declared as UTF-8 but not UTF-8 at byte 12")));
}

TEST(Encoding, AGuessedCharsetIsSaid) {
  const DecodedText decoded =
      text("The caf\xE9 in the old town reopened on Monday, its owner said.");
  EXPECT_THAT(decoded.text, HasSubstr("café"));
  EXPECT_THAT(decoded.losses, ElementsAre(HasSubstr("no charset is declared")));
}

TEST(Encoding, ShiftJisIsDetectedWithoutADeclaration) {
  // "首相は会見で述べた" three times, in Shift_JIS.
  const std::string once =
      "\x8E\xF1\x91\x8A\x82\xCD\x89\xEF\x8C\xA9\x82\xC5\x8F\x71\x82\xD7\x82\xBD\x81\x42";
  EXPECT_THAT(text(once + once + once).text, HasSubstr("首相は会見で述べた"));
}

TEST(Encoding, SevenBitJapaneseIsReadWhenDeclared) {
  EXPECT_EQ(text("\x1B$B<sAj\x1B(B", "ISO-2022-JP").text, "首相");
}

TEST(Encoding, ALabelThatDoesNotKeepAsciiIsNotBelieved) {
  for (const char* label : {"ibm-37", "utf-7", "utf-16", "no-such-charset", "windows-1252,swap"}) {
    EXPECT_THAT(page("<p>caf\xE9 society", label).text, HasSubstr("<p>caf")) << label;
  }
}

TEST(Encoding, DamagedUtf8KeepsTheRestAndNamesTheFirstPlace) {
  const DecodedText decoded = text("café, naïve, \xC3(, “x”");
  EXPECT_EQ(decoded.text, "café, naïve, \uFFFD(, “x”");
  EXPECT_THAT(decoded.losses, ElementsAre(HasSubstr("the first at byte 15")));
}

TEST(Encoding, Utf8CutInsideItsLastCharacterIsStillUtf8) {
  EXPECT_EQ(text("“Yes” caf\xC3").text, "“Yes” caf\uFFFD");
}

TEST(Encoding, AnUndefinedCharacterOfADeclaredCharsetIsALoss) {
  const DecodedText decoded = text("\x82\xA0\x82\xA2 \xFF\xFF", "shift_jis");
  EXPECT_THAT(decoded.text, HasSubstr("あい"));
  EXPECT_THAT(decoded.losses, ElementsAre(HasSubstr("characters that shift_jis does not have")));
}

TEST(Encoding, NulIsRemovedAndCounted) {
  const DecodedText decoded = text("The council\0 met on\0 Friday."sv);
  EXPECT_EQ(decoded.text, "The council met on Friday.");
  EXPECT_THAT(decoded.losses, ElementsAre(HasSubstr("2 NUL characters removed")));
}

TEST(Encoding, TextEncodedTwiceIsRepaired) {
  const DecodedText decoded = text("The ministerâ€™s cafÃ© is closed.");
  EXPECT_EQ(decoded.text, "The minister’s café is closed.");
  EXPECT_THAT(decoded.losses, ElementsAre(HasSubstr("twice")));
}

TEST(Encoding, TextThatMentionsADoubledCharacterIsLeftAlone) {
  const char* written = "The café site printed ‘cafÃ©’ and ‘naÃ¯ve’.";
  EXPECT_EQ(text(written).text, written);
}

TEST(Encoding, EmptyBytesAreEmptyText) {
  EXPECT_EQ(text("").text, "");
  EXPECT_THAT(text("").losses, IsEmpty());
}

RC_GTEST_PROP(Encoding, AnyBytesGiveValidUtf8WithoutNul, (const std::string& bytes, bool is_html)) {
  for (const char* declared : {"", "utf-8", "gb18030", "windows-1251", "shift_jis"}) {
    const DecodedText decoded = decode_text(bytes, declared, is_html);
    RC_ASSERT(is_valid_utf8(decoded.text));
    RC_ASSERT(decoded.text.find('\0') == std::string::npos);
  }
}

RC_GTEST_PROP(Encoding, DecodingADecodedTextChangesNothing, (const std::string& bytes)) {
  const std::string once = decode_text(bytes, "", false).text;
  const DecodedText again = decode_text(once, "windows-1251", false);
  // What looks encoded twice is repaired once more; anything else stays.
  if (again.losses.empty()) RC_ASSERT(again.text == once || once.starts_with("\uFEFF"));
}

TEST(Encoding, Utf16WithoutAMarkIsToldByItsScript) {
  const std::u16string_view russian =
      u"Порт был закрыт во вторник, сказала капитан.\nНикто не пострадал.";
  const std::u16string_view japanese =
      u"港を出た船が、火曜日に座礁した。乗客は無事だと、当局は述べた。\n";
  for (const std::u16string_view written : {russian, japanese}) {
    for (const bool big_endian : {false, true}) {
      const DecodedText decoded = text(utf16(written, big_endian));
      EXPECT_EQ(decoded.charset, big_endian ? "utf-16be" : "utf-16le");
      EXPECT_THAT(decoded.losses, IsEmpty());
    }
  }
  EXPECT_THAT(text(utf16(russian, false)).text, HasSubstr("Порт был закрыт"));
}

TEST(Encoding, StrayNulMakesNoUtf16) {
  const std::string report =
      "The harbour was closed on Tuesday \0and \0the ferry waited \0outside until the evening, the "
      "coast guard said.\0\n"s;
  EXPECT_EQ(text(report).charset, "utf-8");
  std::string shift_jis;
  for (int i = 0; i < 40; ++i) shift_jis += "\x8D\x60\x82\xF0\x8F\x6F\x82\xBD\x91\x44\x82\xAA"s;
  EXPECT_NE(text(shift_jis + "\0\n"s, "shift_jis").charset, "utf-16be");
}

TEST(Encoding, AMetaFarIntoThePageIsFoundWhereTheBytesAreNotUtf8) {
  const std::string script = "<script>" + std::string(6000, 'x') + "</script>";
  const DecodedText decoded =
      page("<html><head>" + script + "<meta charset=windows-1251></head><p>\xCF\xEE\xF0\xF2</p>");
  EXPECT_EQ(decoded.charset, "windows-1251");
  EXPECT_THAT(decoded.text, HasSubstr("Порт"));
  EXPECT_THAT(decoded.losses, IsEmpty());
}

TEST(Encoding, ALabelUnderWhichTheTextIsRubbishYieldsToDetection) {
  std::string japanese;  // "港を出た船が" in Shift_JIS
  for (int i = 0; i < 20; ++i)
    japanese += "\x8D\x60\x82\xF0\x8F\x6F\x82\xBD\x91\x44\x82\xAA\x81\x42";
  for (const char* label : {"iso-8859-1", "euc-jp"}) {
    const DecodedText decoded = page("<p>" + japanese + "</p>", label);
    EXPECT_EQ(decoded.charset, "shift_jis") << label;
    EXPECT_THAT(decoded.text, HasSubstr("港を出た船が"));
    EXPECT_THAT(decoded.losses,
                ElementsAre(HasSubstr("which it is not; it was read as shift_jis")));
  }
}

TEST(Encoding, ALabelWithOneBadByteStays) {
  const DecodedText decoded = page("<p>The caf\xE9 at \x81 re-opens</p>", "windows-1252");
  EXPECT_EQ(decoded.charset, "windows-1252");
  EXPECT_THAT(decoded.losses, IsEmpty());
}

TEST(Encoding, TextEncodedTwiceThroughTrueLatin1IsRepaired) {
  std::string twice;
  for (const char c : std::string_view("She said “no” at the café – twice.")) {
    append_utf8(twice, static_cast<unsigned char>(c));
  }
  EXPECT_EQ(text(twice).text, "She said “no” at the café – twice.");
}

TEST(Encoding, StrayPunctuationOfWindows1252IsReadWhereNothingElseCanBe) {
  const DecodedText decoded =
      text("Le café d\x92hier \x97 déjà fermé, désolé, répété, été enfin\x85");
  EXPECT_EQ(decoded.charset, "utf-8");
  EXPECT_EQ(decoded.text, "Le café d’hier — déjà fermé, désolé, répété, été enfin…");
  EXPECT_THAT(decoded.losses,
              ElementsAre("3 runs of bytes not UTF-8, the first at byte 10; read as punctuation of "
                          "windows-1252"));
}

TEST(Encoding, ReferencesToHalvesOfACharacterAreJoinedInAPage) {
  EXPECT_EQ(page("<p>Ship &#55357;&#56832;").text, "<p>Ship 😀");
  EXPECT_EQ(text("&#55357;&#56832;").text, "&#55357;&#56832;");
}

TEST(Encoding, OtherStrayBytesBecomeReplacements) {
  const DecodedText decoded =
      text("Été déjà passé, désolé, répété, d\x92hier, ferm\xE9 à midi, après \xE2\x80 dîner");
  EXPECT_EQ(decoded.text,
            "Été déjà passé, désolé, répété, d’hier, ferm\uFFFD à midi, après \uFFFD dîner");
  EXPECT_THAT(decoded.losses, ElementsAre(HasSubstr("3 runs of bytes not UTF-8")));
  EXPECT_THAT(decoded.losses, ElementsAre(HasSubstr("1 read as punctuation of windows-1252")));
}

}  // namespace
}  // namespace stemma
