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

}  // namespace
}  // namespace stemma
