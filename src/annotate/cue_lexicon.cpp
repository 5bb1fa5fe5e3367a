#include "annotate/cue_lexicon.h"

#include <string>
#include <unordered_map>

#include "base/text.h"

namespace stemma {
namespace {

struct Entry {
  CueClass cue;
  std::string_view lemmas;  // parted by blanks
};

// General English, after the verb classes of Levin (1993) 37 and 33 and the propositional attitude
// types of PolNeAR's guidelines (Newell et al. 2018).
constexpr Entry kVerbs[] = {
    {CueClass::speak,
     "say tell add state report announce declare claim assert explain note write remark comment "
     "observe mention reply respond answer confirm acknowledge admit concede confess argue contend "
     "insist maintain affirm reaffirm reiterate repeat stress emphasize emphasise underscore "
     "underline highlight point describe characterize characterise recall recount relate narrate "
     "testify swear attest certify allege aver avow warn caution predict forecast project estimate "
     "calculate count disclose reveal divulge inform notify brief advise assure reassure remind "
     "tweet retweet post blog text email publish broadcast quote cite paraphrase quip joke jest "
     "conclude determine rule find decide judge opine suggest propose recommend hint imply "
     "insinuate intimate indicate signal speculate theorize posit postulate hypothesize guess "
     "boast brag gloat complain gripe grumble lament bemoan mourn regret apologize protest object "
     "counter rebut retort interject interrupt chime continue proceed begin conclude elaborate "
     "clarify specify detail outline summarize summarise sum describe dub call label brand term "
     "christen title name deem portray depict paint cast style liken compare equate talk speak "
     "discuss address chat converse lecture preach proclaim profess pronounce herald trumpet tout "
     "vouch reckon relay convey communicate release issue deliver read sing shout scream yell cry "
     "whisper mutter murmur mumble exclaim gush rave rant vent fume thunder bellow bark snap sniff "
     "sigh laugh chuckle muse ponder reflect reminisce concur agree disagree differ dissent "
     "volunteer offer venture concur counter submit plead claim refer allude invoke express voice "
     "utter air articulate phrase formulate word echo second parrot chant greet thank congratulate "
     "introduce present pitch tease spell rail lash opine caution headline editorialize pen "
     "interview narrate witness hear learn understand gather cover"},
    {CueClass::deny,
     "deny reject refute dismiss dispute contradict disavow disown repudiate rebut rebuff debunk "
     "discredit discount disprove retract recant renounce disclaim deride scoff pooh-pooh downplay "
     "challenge contest counter doubt disbelieve question"},
    {CueClass::ask,
     "ask inquire enquire wonder question query quiz press probe ponder grill poll survey"},
    {CueClass::believe,
     "think believe feel know suspect expect anticipate assume presume suppose imagine envision "
     "envisage foresee consider regard view see perceive deem judge reckon figure guess estimate "
     "fear worry dread hope trust doubt recognize recognise realize realise understand remember "
     "forget recall notice sense conclude infer deduce surmise speculate contemplate dream fancy "
     "find learn discover hear read agree disagree accept care mind bet gamble count appreciate "
     "grasp misunderstand misread rate rank credit interpret construe treat weigh evaluate assess "
     "concern alarm surprise convince persuade satisfy confuse disappoint upset anger"},
    {CueClass::intend,
     "plan intend want wish hope seek aim aspire mean vow promise pledge swear commit undertake "
     "resolve determine decide choose elect opt prefer refuse decline agree consent threaten offer "
     "volunteer propose attempt try strive endeavor prepare expect desire need consider "
     "contemplate hesitate yearn long crave schedule set guarantee vote push fight lobby campaign "
     "move bid pursue plot scheme conspire angle look"},
    {CueClass::order,
     "order urge demand command direct instruct require request ask tell beg implore plead entreat "
     "beseech appeal call press pressure push encourage exhort advise counsel recommend invite "
     "summon warn remind challenge dare persuade convince allow permit authorize authorise let "
     "approve sanction license forbid prohibit ban bar block veto outlaw discourage dissuade "
     "caution mandate decree legislate dictate rule oblige compel force prompt advocate lobby "
     "petition nominate appoint name designate assign sentence subpoena impose propose "
     "insist warn sue"},
    {CueClass::praise,
     "praise commend applaud hail laud salute welcome celebrate cheer admire support back endorse "
     "favor favour champion defend advocate embrace promote tout approve respect honor honour "
     "appreciate like love enjoy prefer cherish value recommend credit congratulate thank uphold "
     "justify vindicate bless compliment extol glorify acclaim toast espouse"},
    {CueClass::blame,
     "criticize criticise condemn denounce decry deplore blast slam rip attack assail lambaste "
     "lambast bash rebuke reprimand chide scold castigate berate excoriate chastise upbraid "
     "censure blame accuse fault charge indict allege impugn mock ridicule deride lampoon taunt "
     "insult belittle disparage denigrate malign smear vilify demonize defame slander knock pan "
     "trash skewer needle target hit oppose resist reject dislike hate despise loathe detest "
     "resent fear disapprove object protest lament bemoan question challenge suspect mourn "
     "regret curse snub shun spurn mistrust distrust convict cite decry tar savage hammer pummel "
     "swipe jab skewer lash"},
    {CueClass::show,
     "show reveal find suggest indicate demonstrate prove confirm document record reflect imply "
     "illustrate display establish disclose depict expose signal point underscore highlight "
     "detail allege conclude estimate project predict list contain include read state note "
     "mention describe say report cite feature present"},
};

constexpr Entry kNouns[] = {
    {CueClass::speak,
     "claim assertion statement allegation announcement argument contention declaration comment "
     "remark suggestion report revelation disclosure admission acknowledgment confession testimony "
     "warning prediction forecast estimate explanation description assurance promise reminder "
     "answer response reply insistence complaint conclusion finding ruling decision verdict "
     "opinion message news word rumor rumour speculation tweet quote quip joke hint indication "
     "assessment advice account story call talk mention note reference confirmation affirmation "
     "proclamation pronouncement observation apology analysis theory notion"},
    {CueClass::deny,
     "denial rejection dismissal refutation repudiation rebuttal doubt skepticism scepticism"},
    {CueClass::ask, "question inquiry query"},
    {CueClass::believe,
     "belief view thought feeling opinion fear hope concern worry suspicion expectation assumption "
     "conviction confidence faith understanding impression perception sense idea knowledge "
     "anxiety dream hunch presumption attitude"},
    {CueClass::intend,
     "plan intention intent vow pledge promise threat desire wish decision effort bid proposal "
     "offer commitment willingness refusal reluctance goal aim ambition resolve attempt push "
     "campaign agreement"},
    {CueClass::order,
     "order demand call request appeal plea instruction directive ban recommendation invitation "
     "mandate proposal requirement decree injunction subpoena sentence permission approval"},
    {CueClass::praise,
     "support praise endorsement approval backing defense defence admiration love respect "
     "preference welcome advocacy applause"},
    {CueClass::blame,
     "criticism condemnation accusation attack opposition charge denunciation rebuke anger outrage "
     "disapproval complaint objection resistance hatred blame indictment"},
    {CueClass::show, "evidence proof sign poll survey study data record finding signal"},
};

constexpr Entry kAdjectives[] = {
    {CueClass::believe,
     "confident sure certain convinced afraid aware unaware hopeful optimistic pessimistic "
     "skeptical sceptical doubtful worried concerned fearful wary suspicious mindful conscious "
     "disappointed surprised shocked glad happy sorry proud angry upset frustrated adamant unsure "
     "uncertain unconvinced persuaded satisfied comfortable cautious clear unclear apologetic "
     "grateful thankful sad excited eager alarmed appalled outraged furious puzzled"},
    {CueClass::intend,
     "willing unwilling ready prepared determined reluctant eager keen likely committed set open"},
    {CueClass::praise, "supportive fond appreciative complimentary laudatory"},
    {CueClass::blame,
     "critical dismissive scornful contemptuous opposed hostile guilty responsible"},
    {CueClass::speak, "adamant clear emphatic blunt vocal insistent"},
};

constexpr std::string_view kManner =
    "add agree answer argue ask assert begin bark bellow boast brag call caution chime chuckle "
    "claim comment complain conclude confess continue correct counter cry declare demand exclaim "
    "explain fire fume gasp go groan grumble gush huff insist interject interrupt intone jest joke "
    "lament laugh mock mumble murmur muse mutter note observe offer opine plead point post press "
    "proclaim protest quip rant read recall reflect remark remember reply report respond retort "
    "riff say scoff scream shoot shout shrug sigh smile snap sneer sniff sob speak state stress "
    "sum suggest tell text thunder tweet urge utter vent volunteer vow wail warn whisper wonder "
    "write yell";

constexpr std::string_view kHearsay =
    "reportedly allegedly purportedly supposedly apparently ostensibly";

constexpr std::string_view kDocuments =
    "report statement email e-mail letter memo memorandum document filing lawsuit complaint "
    "indictment affidavit transcript study survey poll data record log review analysis article "
    "story book op-ed editorial column essay tweet post message text release note paper survey "
    "census ad advertisement commercial video tape recording audio footage image photo photograph "
    "map chart graph table figure statistic number research finding law bill ruling order "
    "opinion brief agreement contract treaty constitution act statute regulation rule policy "
    "website site page blog ledger receipt invoice notice warrant petition resolution "
    "declaration communique speech testimony interview newspaper magazine paper headline dossier "
    "file archive bulletin broadcast report sign banner sticker slogan evidence";

constexpr std::string_view kSpeakers =
    "official spokesman spokeswoman spokesperson aide adviser advisor source resident witness "
    "lawyer attorney analyst expert critic supporter opponent lawmaker senator congressman "
    "congresswoman representative governor mayor president minister secretary ambassador diplomat "
    "general colonel officer commander soldier police prosecutor judge justice sheriff chief "
    "director chairman chairwoman chair executive manager owner leader activist organizer "
    "protester demonstrator worker employee colleague friend neighbor neighbour relative mother "
    "father son daughter brother sister wife husband parent student teacher professor researcher "
    "scientist doctor nurse author writer reporter journalist editor columnist historian economist "
    "investigator detective agent inspector person people man woman voter candidate politician "
    "strategist operative consultant pollster donor insider whistleblower veteran survivor victim "
    "family authority government ministry agency department company firm group organization "
    "campaign committee party administration union court rescuer captain priest pastor bishop "
    "rebel militant insurgent fighter trader investor farmer driver passenger pilot customer "
    "member delegate envoy observer monitor negotiator mediator coach player fan nominee";

using Table = std::unordered_map<std::string_view, CueClass>;

template <class Entries>
Table index(const Entries& entries) {
  Table table;
  for (const Entry& entry : entries) {
    for (const std::string_view lemma : split(entry.lemmas, ' ')) {
      if (!lemma.empty()) table.emplace(lemma, entry.cue);  // the first class named wins
    }
  }
  return table;
}

Table index(std::string_view lemmas) {
  const Entry entry[] = {{CueClass::speak, lemmas}};
  return index(entry);
}

CueClass find(const Table& table, std::string_view lemma) {
  const auto found = table.find(lemma);
  return found == table.end() ? CueClass::none : found->second;
}

}  // namespace

CueClass verb_cue(std::string_view lemma) {
  static const Table table = index(kVerbs);
  return find(table, lemma);
}
CueClass noun_cue(std::string_view lemma) {
  static const Table table = index(kNouns);
  return find(table, lemma);
}
CueClass adjective_cue(std::string_view lemma) {
  static const Table table = index(kAdjectives);
  return find(table, lemma);
}
bool is_manner_of_speech(std::string_view lemma) {
  static const Table table = index(kManner);
  return table.contains(lemma);
}
bool is_hearsay_adverb(std::string_view lower) {
  static const Table table = index(kHearsay);
  return table.contains(lower);
}
bool is_document_noun(std::string_view lemma) {
  static const Table table = index(kDocuments);
  return table.contains(lemma);
}
bool is_speaker_noun(std::string_view lemma) {
  static const Table table = index(kSpeakers);
  return table.contains(lemma);
}

}  // namespace stemma
