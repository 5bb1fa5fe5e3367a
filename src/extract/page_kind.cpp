#include "extract/page_kind.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"
#include "extract/phrases.h"

namespace stemma {
namespace {

using html::Tag;

enum Kind : int { kError, kCheck, kLogin, kConsent };
constexpr std::array<std::string_view, 4> kNames{"an error page", "a check for robots",
                                                 "a log-in page", "a request for consent"};

// What such a page is headed, between the marks that part a title; what may begin a report's
// headline counts only alone.
constexpr std::array<PhraseRow, 3> kHeadings{{
    {kError,
     "=page=not=found= =page=could=not=be=found= =page=cannot=be=found= =page=can=t=be=found= "
     "=page=doesn=t=exist= =page=does=not=exist= =page=no=longer=exists= =page=unavailable=$ "
     "^forbidden=$ ^access=denied=$ ^not=found=$ ^internal=server=error=$ ^bad=gateway=$ "
     "^service=unavailable=$ ^temporarily=unavailable=$ ^service=temporarily=unavailable=$ "
     "=seite=nicht=gefunden= =page=introuvable= =página=no=encontrada= =pagina=non=trovata="},
    {kCheck,
     "^just=a=moment=$ ^attention=required=$ ^checking=your=browser ^verify=you=are=human "
     "^are=you=a=robot=$ ^are=you=human=$ ^robot=check=$ ^security=check=$ ^please=verify=you "
     "^ddos=protection=by= ^bot=verification=$ ^pardon=our=interruption="},
    {kLogin,
     "^sign=in=$ ^sign=in=to= ^log=in=$ ^log=in=to= ^login=$ ^please=log=in= ^please=sign=in= "
     "^subscriber=login= ^anmelden=$ ^se=connecter=$ ^iniciar=sesión=$"},
}};

// What its few words say.
constexpr std::array<PhraseRow, 2> kTexts{{
    {kCheck,
     "=checking=your=browser= =enable=javascript=and=cookies= =verify=that=you=are=human= "
     "=verifying=you=are=human= =you=are=not=a=robot= =unusual=traffic= =reference=id= =ray=id="},
    {kConsent,
     "=our=partners=store= =partners=store=and= =accept=or=manage=your=choices= =use=of=cookies= "
     "=personal=data=processing= =consent=to=the=use= =information=on=a=device="},
}};

std::string first_heading(const html::Page& page) {
  for (std::uint32_t i = 0; i < page.nodes.size(); ++i) {
    if (page.nodes[i].tag != Tag::h1) continue;
    if (std::string text = html::text_of(page, i); !text.empty()) return text;
  }
  return {};
}

// "404", "503 Service Unavailable", "Error 404".
bool has_status(std::string_view heading) {
  constexpr std::array<std::string_view, 7> kStatuses{"403", "404", "410", "500",
                                                      "502", "503", "504"};
  constexpr std::array<std::string_view, 9> kBeside{
      "not", "error", "page", "forbidden", "gone", "bad", "service", "gateway", "internal"};
  const auto is_among = [](const auto& all, const std::string& word) {
    return std::find(all.begin(), all.end(), word) != all.end();
  };
  const std::vector<Word> words = words_of(heading);
  if (words.empty() || words.size() > 6) return false;
  if (words.size() == 1) return is_among(kStatuses, words[0].folded);
  return (is_among(kStatuses, words[0].folded) && is_among(kBeside, words[1].folded)) ||
         (words[0].folded == "error" && is_among(kStatuses, words[1].folded));
}

// "Access denied | Courier" in its parts.
std::vector<std::string_view> parts_of(std::string_view heading) {
  std::vector<std::string_view> parts;
  while (true) {
    std::size_t end = heading.size(), next = heading.size();
    for (const std::string_view mark : {" | ", " - ", " – ", " — "}) {
      if (const auto at = heading.find(mark); at < end) {
        end = at;
        next = at + mark.size();
      }
    }
    parts.push_back(heading.substr(0, end));
    if (end == heading.size()) return parts;
    heading.remove_prefix(next);
  }
}

// The parts of which all others are as short as an outlet's name: "Access denied – why reporters
// were kept out" is a headline.
std::vector<std::string_view> parts_beside_a_name(std::string_view heading) {
  constexpr std::size_t kLongestName = 3;
  const std::vector<std::string_view> parts = parts_of(heading);
  const auto is_long = [](std::string_view part) { return words_of(part).size() > kLongestName; };
  const auto longer = std::count_if(parts.begin(), parts.end(), is_long);
  std::vector<std::string_view> beside;
  for (const std::string_view part : parts) {
    if (longer - (is_long(part) ? 1 : 0) == 0) beside.push_back(part);
  }
  return beside;
}

int lowest_kind(std::uint32_t kinds) {
  for (int kind = 0; kind < static_cast<int>(kNames.size()); ++kind) {
    if ((kinds >> kind & 1U) != 0) return kind;
  }
  return -1;
}

// Headings that lead elsewhere, with no more than a teaser between any two.
bool is_list_of_links(const html::Page& page, const Blocks& blocks, const Body& body) {
  constexpr std::size_t kFewestLinks = 8;
  constexpr std::uint32_t kLongestTeaser = 60;  // words
  if (body.blocks.empty()) return false;
  std::size_t leading = 0;
  std::uint32_t words = 0;  // of the body since the last heading
  auto taken = body.blocks.begin();
  for (std::uint32_t index = *taken; taken != body.blocks.end(); ++index) {
    const Block& block = blocks.items[index];
    const Tag tag = page.nodes[block.node].tag;
    const bool is_heading = tag >= Tag::h1 && tag <= Tag::h6;
    const bool is_taken = *taken == index;
    taken += is_taken ? 1 : 0;
    if (is_heading && block.link_bytes * 5 >= block.text.size() * 4) {
      ++leading;
      words = 0;
    } else if (is_taken && (words += block.counts.words) > kLongestTeaser) {
      return false;
    }
  }
  return leading >= kFewestLinks;
}

}  // namespace

std::string_view other_kind_of(const html::Page& page, const Head& head, const Blocks& blocks,
                               const Body& body) {
  constexpr std::uint32_t kMostWords = 90, kMostHeadingWords = 10;
  std::uint32_t words = 0;
  std::string text;
  for (const std::uint32_t index : body.blocks) {
    words += blocks.items[index].counts.words;
    if (words > kMostWords) break;
    text += blocks.of(blocks.items[index]);
    text += '\n';
  }
  if (words > kMostWords) {
    return is_list_of_links(page, blocks, body) ? "a list of links" : std::string_view();
  }
  static const PhraseSet headings(kHeadings), texts(kTexts);
  for (const std::string& heading : {head.title, first_heading(page)}) {
    if (words_of(heading).size() > kMostHeadingWords) continue;
    if (has_status(heading)) return kNames[kError];
    for (const std::string_view part : parts_beside_a_name(heading)) {
      if (const int kind = lowest_kind(headings.kinds_in(part)); kind >= 0) {
        return kNames[static_cast<std::size_t>(kind)];
      }
    }
  }
  const int kind = lowest_kind(texts.kinds_in(text));
  return kind >= 0 ? kNames[static_cast<std::size_t>(kind)] : std::string_view();
}

}  // namespace stemma
