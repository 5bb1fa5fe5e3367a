#include "model/byline/words.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/date_words.h"

namespace stemma::byline {
namespace {

struct Row {
  std::uint32_t kinds;
  std::string_view words;
};

// The commonest words of each kind in the languages of larger presses.
constexpr Row kRows[] = {
    {kBy | kOnlyBy, "by oleh przez מאת"},
    {kBy, "von par por di da dal de door av af"},
    {kWriting,
     "story stories article articles post posts review opinion analysis commentary column "
     "interview "
     "report beitrag beiträge gastbeitrag bericht kommentar artikel analyse kolumne essay "
     "reportage "
     "propos recueillis billet tribune chronique enquête informe crónica cura articolo intervista "
     "reportagem haber 取材"},
    {kWriting | kCredit,
     "written word words text reported reporting curated compiled submitted added byline "
     "geschrieben verfasst gespeichert eingereicht rédigé écrit texte "
     "escrito redactado texto scritto redatto testo skrevet skriven geschreven tekst teksti "
     "napisał napisała napsal "
     "tác giả írta yazan yazar penulis pewarta كتب كتبت کاتب نویسنده γράφει κείμενο 글"},
    {kWriting | kLabel | kCredit,
     "author authors autor autorin autoren autora autores autorka auteur auteure auteurs autore "
     "autrice autori forfatter skribent kirjoittaja toimittaja oprac opracował opracowała szerző "
     "автор авторы автори текст بقلم 作者 记者 記者 文 撰文"},
    {kWriting | kDating,
     "published posted created veröffentlicht erstellt publié publiée publicado publicada "
     "pubblicato gepubliceerd geplaatst publicerad publisert udgivet opublikowano"},
    {kDating,
     "updated modified aktualisiert geändert stand modifié modifiée mis mise actualizado "
     "actualizada atualizado atualizada aggiornato modificato bijgewerkt uppdaterad opdateret "
     "oppdatert julkaistu päivitetty aktualizacja publikováno aktualizováno megjelent frissítve "
     "yayınlanma güncelleme güncellenme опубликовано обновлено опубліковано date datum fecha"},
    {kOther,
     "photo photos photograph photographs photography photographed picture pictures image images "
     "video videos illustration illustrations illustrated graphic graphics edited editing "
     "checked reviewed medically translated translation produced production music camera design "
     "source quelle fonte fuente bron kilde foto fotos fotografie fotografía bild bilder bilde "
     "billede kuva kép kuvat übersetzt übersetzung traduit traduction traducido traducción "
     "tradotto traduzione redigiert фото редактор 编辑 責任編集 责任编辑 編集 摄影"},
    {kSmall,
     "a all an and as the view und ein eine alle zeige un une et los las le la ver todas tous y e "
     "i og och en"},
    {kJob,
     "reporter editor writer correspondent producer columnist journalist contributor photographer "
     "bureau chief director analyst professor staff contributing redakteur redakteurin "
     "chefredakteur reporterin korrespondent korrespondentin experte expertin journalistin "
     "rédacteur rédactrice correspondant correspondante envoyé envoyée journaliste corresponsal "
     "enviado enviada redactor redactora periodista corrispondente inviato inviata redattore "
     "redacteur correspondente repórter jornalista redaktør redaktör redaktor dziennikarz "
     "корреспондент редактор"},
    {kJob | kJobs, "reporters editors writers correspondents journalists columnists producers"},
    {kBeat,
     "senior deputy managing executive associate assistant chief special national foreign "
     "international world global local metro political politics policy health science business "
     "economics economic economy finance financial technology tech education environment climate "
     "energy defense defence diplomatic security legal crime courts justice investigative "
     "investigations data features arts culture entertainment music film food travel sports sport "
     "football baseball basketball religion social affairs home news digital online web general "
     "assignment multimedia visual opinion lead staff freelance washington"},
    {kParticle,
     "da de di do dos das del della der den du el la le las los van von vom zu zur zum bin bint "
     "ibn al ten ter te af av y e i o d of the"},
    {kNever,
     "twitter facebook follow email subscribe newsletter comments comment share minutes view all "
     "profile bio http https www com ago am pm reporting image admin administrator uhr "
     "kommentare archive about name login redaktion agencies agency phd managing "
     "special author authors by opinion posts posted published updated articles photo"},
    {kNewsroom,
     "redazione redacción redacció redação rédaction redactie redactia redacția redakcja redakce "
     "redakcia redakcija redaksjonen redaktionen redaksi toimitus szerkesztőség редакция редакція"},
    {kRarely, "more read guest md senior host"},
    {kLeading, "for on at avec am vom special"},
};

using Entry = std::pair<std::string_view, std::uint32_t>;

std::vector<Entry> sorted_table() {
  std::vector<Entry> table;
  for (const Row& row : kRows) {
    for (const std::string_view word : split(row.words, ' ')) {
      if (!word.empty()) table.emplace_back(word, row.kinds);
    }
  }
  std::sort(table.begin(), table.end());
  std::vector<Entry> merged;
  for (const Entry& entry : table) {
    if (!merged.empty() && merged.back().first == entry.first) {
      merged.back().second |= entry.second;
    } else {
      merged.push_back(entry);
    }
  }
  return merged;
}

class Table {
 public:
  Table() : entries_(sorted_table()) {
    for (const Entry& entry : entries_) ++begins_[first_byte(entry.first) + 1];
    for (std::size_t i = 1; i < begins_.size(); ++i) {
      begins_[i] = static_cast<std::uint16_t>(begins_[i] + begins_[i - 1]);
    }
  }

  std::uint32_t kinds_of(std::string_view word) const {
    if (word.empty()) return 0;
    const std::size_t first = first_byte(word);
    for (std::size_t i = begins_[first]; i < begins_[first + 1]; ++i) {
      if (entries_[i].first == word) return entries_[i].second;
    }
    return 0;
  }

 private:
  static std::size_t first_byte(std::string_view word) {
    return static_cast<unsigned char>(word.front());
  }

  std::vector<Entry> entries_;
  std::array<std::uint16_t, 257> begins_{};  // where words of each first byte begin
};

// Persons are called June and Monday, and no one "Sept"; Jan and May are names like any other.
bool is_month_or_day_in_full(std::string_view word) {
  constexpr std::size_t kAbbreviation = 3;
  return word.size() > kAbbreviation && (english_month(word) != 0 || english_weekday(word) != 0);
}

}  // namespace

std::uint32_t kinds_of(std::string_view word) {
  static const Table table;
  if (const std::uint32_t kinds = table.kinds_of(word); kinds != 0) return kinds;
  return is_month_or_day_in_full(word) ? std::uint32_t{kRarely} : 0;
}

}  // namespace stemma::byline
