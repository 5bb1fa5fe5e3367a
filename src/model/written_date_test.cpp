#include "model/written_date.h"

#include <gtest/gtest.h>

namespace stemma {
namespace {

std::string date(std::string_view text, bool month_first = false) {
  const auto date = read_date(text, month_first);
  return date ? date->iso : "none";
}

TEST(WrittenDates, AreReadInTheWaysOutletsWriteThem) {
  EXPECT_EQ(date("2024-05-03"), "2024-05-03");
  EXPECT_EQ(date("3. Mai 2024"), "2024-05-03");
  EXPECT_EQ(date("3 de mayo de 2024"), "2024-05-03");
  EXPECT_EQ(date("8 février 2019"), "2019-02-08");
  EXPECT_EQ(date("20240503"), "2024-05-03");
  EXPECT_EQ(date("Opublikowano: 3 września 2024"), "2024-09-03");
  EXPECT_EQ(date("15 августа 2016"), "2016-08-15");
  EXPECT_EQ(date("3 січня 2024"), "2024-01-03");
  EXPECT_EQ(date("12. července 2023"), "2023-07-12");
  EXPECT_EQ(date("12. června 2023"), "2023-06-12");
}

TEST(WrittenDates, KeepTheClockAndTheZoneThatFollow) {
  EXPECT_EQ(date("2024-05-03T10:08:00+0200"), "2024-05-03T10:08:00+02:00");
  EXPECT_EQ(date("2024-05-03T10:08:00.000Z"), "2024-05-03T10:08:00Z");
  EXPECT_EQ(date("20240503T1008"), "2024-05-03T10:08:00");
  EXPECT_EQ(date("Fri, 03 May 2024 10:08:00 GMT"), "2024-05-03T10:08:00Z");
  EXPECT_EQ(date("Published May 3rd, 2024 at 10:08 a.m."), "2024-05-03T10:08:00");
  EXPECT_EQ(date("May 3, 2024 | 12:08 pm EDT"), "2024-05-03T12:08:00-04:00");
  EXPECT_EQ(date("May 3, 2024 | 12:08 am"), "2024-05-03T00:08:00");
  EXPECT_EQ(date("03.05.2024, 10:08"), "2024-05-03T10:08:00");
  EXPECT_EQ(date("Fri May 03 2024 10:08:00 GMT+0200"), "2024-05-03T10:08:00+02:00");
}

TEST(WrittenDates, AreReadInTheScriptsThatOutletsWriteThem) {
  EXPECT_EQ(date("2024年5月3日 10:08"), "2024-05-03T10:08:00");
  EXPECT_EQ(date("２０２４年５月３日付"), "2024-05-03");
  EXPECT_EQ(date("입력 2024년 5월 3일"), "2024-05-03");
  EXPECT_EQ(date("3 مايو 2024"), "2024-05-03");
  EXPECT_EQ(date("٣ أغسطس ٢٠٢٤"), "2024-08-03");
  EXPECT_EQ(date("12 يونيو 2024"), "2024-06-12");
  EXPECT_EQ(date("12 يوليو 2024"), "2024-07-12");
  EXPECT_EQ(date("5 كانون الأول/ديسمبر 2024"), "2024-12-05");
  EXPECT_EQ(date("Publié le 3 mai 2024 à 10h15"), "2024-05-03T10:15:00");
}

TEST(WrittenDates, HaveNoMonthThatIsADayOfTheWeek) {
  for (const char* line : {"mardi 7 mai 2024", "mar. 7 mai 2024", "martedì 7 maggio 2024",
                           "martes 7 de mayo de 2024", "marți, 7 mai 2024", "Mar 7 maggio 2024"}) {
    EXPECT_EQ(read_written_date(line), "2024-05-07") << line;
  }
  EXPECT_EQ(read_written_date("maandag 3 juni 2024"), "2024-06-03");
  EXPECT_EQ(read_written_date("Mar 7, 2024"), "2024-03-07");
}

TEST(WrittenDates, MayHaveTheYearAfterTheClock) {
  EXPECT_EQ(date("Fri May 03 10:15:00 CEST 2024"), "2024-05-03T10:15:00+02:00");
  EXPECT_EQ(date("Fri May  3 10:15:00 2024"), "2024-05-03T10:15:00");
  EXPECT_EQ(date("May 3 10:15 2024"), "none");
}

TEST(WrittenDates, OfALineAreAllFound) {
  const auto dates = read_dates("Updated 5 May 2024 09:00 | Published 3 May 2024 10:15");
  ASSERT_EQ(dates.size(), 2u);
  EXPECT_EQ(dates[0].date.iso, "2024-05-05T09:00:00");
  EXPECT_EQ(dates[1].date.iso, "2024-05-03T10:15:00");
  EXPECT_EQ(dates[1].span, (Span{37, 47}));
}

TEST(WrittenDates, SayWhereDayAndMonthMayStandInEitherOrder) {
  const auto either = read_date("03/05/2024 10:15", true);
  EXPECT_EQ(either->other, day_of("2024-05-03"));
  EXPECT_EQ(in_other_order(*either).iso, "2024-05-03T10:15:00");
  for (const char* clear : {"2024-05-03", "03.05.2024", "13/05/2024", "05/05/2024"}) {
    EXPECT_EQ(read_date(clear)->other, std::nullopt) << clear;
  }
}

TEST(WrittenDates, OfMachinesMayBeSecondsSince1970) {
  const auto iso = [](std::string_view text) {
    const auto date = read_posix_time(text);
    return date ? date->iso : "none";
  };
  EXPECT_EQ(iso("1714731300"), "2024-05-03T10:15:00Z");
  EXPECT_EQ(iso("1714731300000"), "2024-05-03T10:15:00Z");
  for (const char* none : {"0000000000", "171473130", "17147313001", "9999999999", "17147313ab"}) {
    EXPECT_EQ(iso(none), "none") << none;
  }
}

TEST(WrittenDates, TakeNoLengthOfAFilmAndNoEndOfAnEventForATimeOrAZone) {
  EXPECT_EQ(date("3 May 2024 4:32"), "2024-05-03");
  EXPECT_EQ(date("3 May 2024, 10:08 - 12:30"), "2024-05-03T10:08:00");
  EXPECT_EQ(date("3 May 2024, 25:08"), "2024-05-03");
}

TEST(WrittenDates, WithStrokesAreReadByTheReadersCountryUnlessOnlyOneOrderIsADay) {
  EXPECT_EQ(date("05/03/2024", false), "2024-03-05");
  EXPECT_EQ(date("05/03/2024", true), "2024-05-03");
  EXPECT_EQ(date("05/31/2024", false), "2024-05-31");
}

TEST(WrittenDates, AreNoneOfWhatIsNoDay) {
  for (const char* none : {"", "2024-13-40", "May 2024", "Call 555-0199", "1,000 troops in 2013",
                           "31.02.2024", "1066-10-14", "99999999"}) {
    EXPECT_EQ(date(none), "none") << none;
  }
}

TEST(WrittenDates, ReadAsThemselves) {
  for (const char* text : {"Fri, 03 May 2024 10:08:00 EST", "May 3, 2024", "3/5/2024 10:08:60"}) {
    const auto once = read_written_date(text);
    ASSERT_TRUE(once.has_value()) << text;
    EXPECT_EQ(read_written_date(*once), once);
  }
}

TEST(WrittenDates, AreFoundInAddresses) {
  EXPECT_EQ(date_in_url("https://example.com/world/2024/05/03/ferry-aground/")->iso, "2024-05-03");
  EXPECT_EQ(date_in_url("https://example.com/2024-05-03-ferry")->iso, "2024-05-03");
  EXPECT_EQ(date_in_url("https://example.com/2024/may/03/ferry")->iso, "2024-05-03");
  EXPECT_EQ(date_in_url("https://example.com/ferry-12345678?d=2024/05/03"), std::nullopt);
}

TEST(WrittenDate, IsReadInGreekFinnishHungarianAndShortDutch) {
  for (const char* text : {"3 Μαρτίου 2024", "3 ΜΑΡΤΙΟΥ 2024", "3. maaliskuuta 2024",
                           "2024. március 3.", "3 mrt. 2024", "March 3 '24"}) {
    const auto date = read_date(text);
    ASSERT_TRUE(date.has_value()) << text;
    EXPECT_EQ(date->iso, "2024-03-03") << text;
  }
  for (const char* text : {"3 Νοεμβρίου 2024", "3. marraskuuta 2024", "2024. november 3."}) {
    const auto date = read_date(text);
    ASSERT_TRUE(date.has_value()) << text;
    EXPECT_EQ(date->iso, "2024-11-03") << text;
  }
  EXPECT_EQ(read_date("in 2019 May 3, 2024")->iso, "2024-05-03");
}

TEST(WrittenDate, HasItsClockBehindTheWordsOfOtherLanguages) {
  for (const char* text : {"03/05/2024 às 10h15", "3. mai 2024 kl. 10.15", "3.5.2024 klo 10.15",
                           "3 maggio 2024 alle ore 10.15", "3 mei 2024 om 10:15",
                           "2024年5月3日(金) 10時15分", "3 мая 2024 в 10:15"}) {
    const auto date = read_date(text);
    ASSERT_TRUE(date.has_value()) << text;
    EXPECT_EQ(date->iso, "2024-05-03T10:15:00") << text;
  }
}

}  // namespace
}  // namespace stemma
