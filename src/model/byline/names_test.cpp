#include "model/byline/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace stemma {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Bylines, GiveNamesWithoutJobsOutletsAndDates) {
  EXPECT_THAT(names_in_byline("By Ann Lee and Bo Li"), ElementsAre("Ann Lee", "Bo Li"));
  EXPECT_THAT(names_in_byline("By Ann Lee, Staff Writer"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_byline("By Ann Lee for the Norrhavn Courier"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_byline("Ann Lee | Updated May 3, 2024"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_byline("Von Jörg Öhm"), ElementsAre("Jörg Öhm"));
  EXPECT_THAT(names_in_byline("by"), IsEmpty());
  EXPECT_THAT(names_in_byline("https://example.com/ann"), IsEmpty());
  EXPECT_THAT(names_in_byline("Veröffentlicht vonAnn Lee"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_byline("Auteur : Ann Lee"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_byline("Von Ann\u00ADe Lee"), ElementsAre("Anne Lee"));
  EXPECT_THAT(names_in_byline("Diana Ross"), ElementsAre("Diana Ross"));
}

TEST(Bylines, LoseDatesWhateverTheirFormAndKeepEveryPerson) {
  EXPECT_THAT(names_in_byline("By Ann Lee May 3, 2024"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_byline("By Ann Lee Tue 3 Apr"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_byline("Ann Lee Fr, 03.05.2024"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_byline("By April Ryan and June Kelly"),
              ElementsAre("April Ryan", "June Kelly"));
  EXPECT_THAT(names_in_byline("Ann Lee in Kyiv and Bob Ray in Moscow"),
              ElementsAre("Ann Lee", "Bob Ray"));
  EXPECT_THAT(names_in_byline("Ann Lee in Bosnia and Herzegovina"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_byline("Written by Ann Lee Edited by Bob Ray"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_byline("By Dr. Ann Lee, M.D."), ElementsAre("Dr. Ann Lee"));
  EXPECT_THAT(names_in_byline("By Ann Lee, Kyiv"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_byline("Read More"), IsEmpty());
  EXPECT_THAT(names_in_byline("Guest Post"), IsEmpty());
  EXPECT_THAT(names_in_byline("By Staff Writer"), IsEmpty());
}

TEST(Bylines, AreReadInOtherLanguages) {
  EXPECT_THAT(names_in_byline("De Ana López y Juan Gil"), ElementsAre("Ana López", "Juan Gil"));
  EXPECT_THAT(names_in_byline("Door Jan de Vries en Piet Bakker"),
              ElementsAre("Jan de Vries", "Piet Bakker"));
  EXPECT_THAT(names_in_byline("Av Ola Nordmann og Kari Nordmann"),
              ElementsAre("Ola Nordmann", "Kari Nordmann"));
  EXPECT_THAT(names_in_byline("Текст: Анна Петрова и Олег Иванов"),
              ElementsAre("Анна Петрова", "Олег Иванов"));
  EXPECT_THAT(names_in_byline("Von Miller"), ElementsAre("Von Miller"));
}

TEST(AuthorFields, AreOneNameUnlessTheyAreClearlyAList) {
  for (const char* name :
       {"April Ryan", "June Kelly", "Md Kamruzzaman", "Thomas More", "Piers Read", "Susan Guest",
        "Di Webster", "Par Lindh", "Von Miller", "José Ortega y Gasset", "Martin King, Jr.",
        "Ben van der Post", "Sunday Dare"}) {
    EXPECT_THAT(names_in_field(name), ElementsAre(name));
  }
  EXPECT_THAT(names_in_field("Ann Lee, Kyiv"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_field("Ann Lee, Head of Harbour Research"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_field("Ann Lee, Chief Officer and Head of Research"),
              ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_field("Ann Lee | Courier Media for courier.example"),
              ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_field("Ann Lee | Bo Li"), ElementsAre("Ann Lee", "Bo Li"));
  EXPECT_THAT(names_in_field("Ann Lee, Bo Li and Cy Young"),
              ElementsAre("Ann Lee", "Bo Li", "Cy Young"));
  EXPECT_THAT(names_in_field("By Ann Lee, Political Editor"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_field("Ana López y Juan Gil"), ElementsAre("Ana López", "Juan Gil"));
  EXPECT_THAT(names_in_field("Lee, Ann"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_field("Ann Lee Staff Writer"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_field("Senior Reporter"), IsEmpty());
  EXPECT_THAT(names_in_field("Guest Author"), IsEmpty());
  EXPECT_THAT(names_in_field("Posted by admin"), IsEmpty());
}

TEST(Bylines, LoseJobsWithTheirBeats) {
  for (const char* line :
       {"By Ann Lee Health Correspondent", "Ann Lee Deputy Political Editor",
        "By Ann Lee, Chief Harbour Correspondent", "Ann Lee, Social Affairs Editor",
        "By Ann Lee, Senior Staff Technologist, Speech, and Privacy Project",
        "By Ann Lee Special to the Ledger", "By our reporter Ann Lee",
        "von unserem Redakteur Ann Lee", "dal nostro inviato Ann Lee"}) {
    EXPECT_THAT(names_in_byline(line), ElementsAre("Ann Lee")) << line;
  }
  EXPECT_THAT(names_in_byline("By Ann Lee, Bo Ray Staff Writers"),
              ElementsAre("Ann Lee", "Bo Ray"));
  EXPECT_THAT(names_in_byline("By Norrhavn Courier Staff"), IsEmpty());
  EXPECT_THAT(names_in_byline("By ANN LEE Gazette Harbour Bureau"), ElementsAre("ANN LEE"));
}

TEST(Bylines, EndAtLines) {
  EXPECT_THAT(names_in_byline("By Ann Lee\nWorcester Gazette"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_byline("By Ann Lee\nGazette Harbour Bureau"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_byline("By\nAnn Lee\nand\nBo Ray"), ElementsAre("Ann Lee", "Bo Ray"));
  EXPECT_THAT(names_in_byline("By Ann Lee\n, Bo Ray\n, Health Editor"),
              ElementsAre("Ann Lee", "Bo Ray"));
  EXPECT_THAT(names_in_byline("Von\nGerd Öhm"), ElementsAre("Gerd Öhm"));
}

TEST(Bylines, MayHaveTheDateFirst) {
  for (const char* line :
       {"May 3, 2024 by Ann Lee", "Posted on May 3, 2024 by Ann Lee in Politics",
        "Published 3 May 2024 by Ann Lee", "Submitted by Ann Lee on June 14, 2022 - 10:00am",
        "Veröffentlicht am 3. Mai 2024 von Ann Lee", "Publié le 15/05/2024 à 18:12 par Ann Lee",
        "Par Ann Lee Publié le 15/05/2024 à 18:12", "Stand: 14.05.2024, 17:20 Uhr Von: Ann Lee",
        "Ann Lee\nPublished 11:34 PM EST Nov 19, 2019"}) {
    EXPECT_THAT(names_in_byline(line), ElementsAre("Ann Lee")) << line;
  }
  EXPECT_THAT(names_in_byline("06.11.2023 13:30 von Ann"), ElementsAre("Ann"));
  EXPECT_THAT(names_in_byline("Veröffentlicht am 3. Mai 2024"), IsEmpty());
}

TEST(Bylines, LeaveOutWhoTookThePicturesOrEdited) {
  for (const char* line :
       {"By Ann Lee Photographs by Bo Ray", "Story by Ann Lee, photos by Bo Ray",
        "Story and photos by Ann Lee", "Words: Ann Lee Pictures: Bo Ray",
        "Reported By: Ann Lee Edited By: Bo Ray", "Text: Ann Lee Foto: Bo Ray",
        "Texto: Ann Lee Fotos: Bo Ray", "Written by Ann Lee. Medically reviewed by Bo Ray, MD"}) {
    EXPECT_THAT(names_in_byline(line), ElementsAre("Ann Lee")) << line;
  }
  EXPECT_THAT(names_in_byline("责任编辑：李强"), IsEmpty());
}

TEST(Bylines, MayHaveAnAddressBesideTheName) {
  EXPECT_THAT(names_in_byline("By Ann St. John astjohn@courier.example"),
              ElementsAre("Ann St. John"));
  EXPECT_THAT(names_in_byline("By Ann Lee, alee@courier.example and Bo Ray, bray@courier.example"),
              ElementsAre("Ann Lee", "Bo Ray"));
  EXPECT_THAT(names_in_byline("Ann Lee @annlee"), ElementsAre("Ann Lee"));
}

TEST(Bylines, AreOpenedByWordsOnWritingInAnyOrder) {
  for (const char* line :
       {"Rédigé par Ann Lee", "Propos recueillis par Ann Lee", "Escrito por Ann Lee",
        "Scritto da Ann Lee", "A cura di Ann Lee", "Ein Gastbeitrag von Ann Lee",
        "Skrevet av Ann Lee", "Texto de Ann Lee", "View all posts by Ann Lee", "Oleh: Ann Lee",
        "Teksti: Ann Lee", "Írta: Ann Lee", "Oprac. Ann Lee", "Auteur(s) : Ann Lee",
        "Tác giả: Ann Lee", "Door Ann Lee"}) {
    EXPECT_THAT(names_in_byline(line), ElementsAre("Ann Lee")) << line;
    EXPECT_TRUE(opens_byline(line)) << line;
  }
  EXPECT_FALSE(opens_byline("Door wind en regen viel de markt stil"));
  EXPECT_FALSE(opens_byline("De Ann Lee"));
  EXPECT_FALSE(opens_byline("Photos by Ann Lee"));
}

TEST(Bylines, MayStandApartFromTheirOpener) {
  for (const char* text : {"By", "by:", "Von:", "Written by", "Autor"}) {
    EXPECT_TRUE(is_byline_opener(text)) << text;
  }
  for (const char* text : {"By Ann Lee", "Photos by", "Harbour", ""}) {
    EXPECT_FALSE(is_byline_opener(text)) << text;
  }
}

TEST(Bylines, AreReadInScriptsWithoutCapitals) {
  EXPECT_THAT(names_in_byline("بقلم: ليلى منصور"), ElementsAre("ليلى منصور"));
  EXPECT_THAT(names_in_byline("本报记者王晓梅"), ElementsAre("王晓梅"));
  EXPECT_THAT(names_in_byline("文・田中美咲"), ElementsAre("田中美咲"));
  EXPECT_THAT(names_in_byline("박지훈 기자"), ElementsAre("박지훈"));
  EXPECT_THAT(names_in_byline("Мария Коваль(Редактор)"), ElementsAre("Мария Коваль"));
}

TEST(Bylines, CutNoName) {
  for (const char* name : {"Jonathan V. Last", "María José de la Cruz y Vega", "A. J. Liebling Jr.",
                           "Jean-Marie de La Tour d’Auvergne", "RONAN McALLISTER"}) {
    EXPECT_THAT(names_in_byline(std::string("By ") + name), ElementsAre(name));
  }
}

TEST(AuthorFields, LoseAddressesJobsAndOutlets) {
  EXPECT_THAT(names_in_field("Ann Lee alee@courier.example"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_field("https://www.social.example/annlee"), IsEmpty());
  EXPECT_THAT(names_in_field("Ann Lee, Deputy Health Editor"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_field("Ann Lee Political Editor"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_field("Ann Lee - Norrhavn Courier"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_field("Courier - Ann Lee"), ElementsAre("Courier - Ann Lee"));
  EXPECT_THAT(names_in_field("Von Courier-Experte Ann Lee"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_field("Ann Senior"), ElementsAre("Ann Senior"));
  EXPECT_THAT(names_in_field("Ann Lee / Madrid"), ElementsAre("Ann Lee"));
}

TEST(Bylines, AreNotOpenedByAGenreAndAColon) {
  for (const char* line :
       {"Report: Harbour Signs Pilots", "Review: Dune Part Two", "Analysis: Mayor Wins Debate",
        "Posts: Ferries", "Interview: Ann Lee", "Opinion: Harbour Lights", "Posted: Ferries",
        "Chronique: Ann Lee", "Story: The Long Way Home", "Report:"}) {
    EXPECT_FALSE(opens_byline(line)) << line;
    EXPECT_FALSE(is_byline_opener(line)) << line;
    EXPECT_THAT(names_in_byline(std::string("By Ann Lee\n") + line), ElementsAre("Ann Lee"));
  }
  EXPECT_THAT(names_in_byline("Report by: Ann Lee"), ElementsAre("Ann Lee"));
  EXPECT_THAT(names_in_byline("Posted: 3 May 2024 by Ann Lee"), ElementsAre("Ann Lee"));
}

TEST(Bylines, KeepNamesWithACapitalInside) {
  for (const char* name : {"Melissa deWitte", "Dylan VonAllmen", "Ana daSilva", "Bo diGiacomo",
                           "Cy DalPorto", "DeAnn Smith", "deWitte Jones"}) {
    EXPECT_THAT(names_in_byline(std::string("By ") + name), ElementsAre(name));
    EXPECT_THAT(names_in_byline(name), ElementsAre(name));
  }
  EXPECT_THAT(names_in_byline("vonAnn Lee"), ElementsAre("Ann Lee"));
}

TEST(AuthorFields, MayHaveFamilyNamesFirst) {
  EXPECT_THAT(names_in_field("Wu, Jane"), ElementsAre("Jane Wu"));
  EXPECT_THAT(names_in_field("Li, Bo"), ElementsAre("Bo Li"));
  EXPECT_THAT(names_in_field("Lee, Ann; Li, Bo"), ElementsAre("Ann Lee", "Bo Li"));
  EXPECT_THAT(names_in_field("Lee, Ann and Li, Bo"), ElementsAre("Ann Lee", "Bo Li"));
  EXPECT_THAT(names_in_field("Ann Lee; Bo Li"), ElementsAre("Ann Lee", "Bo Li"));
  EXPECT_THAT(names_in_field("Ann, Bo and Cyd"), ElementsAre("Ann", "Bo", "Cyd"));
  EXPECT_THAT(names_in_field("Redacción, EFE"), ElementsAre("Redacción", "EFE"));
}

TEST(Newsrooms, AreToldFromPersons) {
  for (const char* name :
       {"Redazione", "La Redacción", "Rédaction", "Redactie Sport", "Редакция"}) {
    EXPECT_TRUE(is_newsroom(name)) << name;
  }
  EXPECT_FALSE(is_newsroom("Ann Lee"));
}

TEST(FullNames, AreOnePersonAlone) {
  EXPECT_TRUE(is_full_name("Ann van der Lee"));
  EXPECT_FALSE(is_full_name("Ann"));
  EXPECT_FALSE(is_full_name("Ann Lee, Editor"));
  EXPECT_FALSE(is_full_name("Ann Lee and Bo Ray"));
  EXPECT_FALSE(is_full_name("Ann walks home"));
  EXPECT_FALSE(is_full_name("Department of Trade"));
}

}  // namespace
}  // namespace stemma
