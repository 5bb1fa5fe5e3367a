#include "extract/body/furniture.h"

#include <array>

#include "extract/phrases.h"

namespace stemma {
namespace {

constexpr PhraseRow row(Furniture kind, std::string_view phrases) {
  return {static_cast<int>(kind), phrases};
}

// What lines that are no article text begin with or hold, in general newspaper English, German,
// French and Spanish.
constexpr std::array kPhrases{
    row(Furniture::elsewhere,
        "^read=more ^read=also ^also=read ^read=next ^related ^see=also ^more=from ^more=on "
        "^more=about "
        "^recommended ^watch= ^listen= ^you=may=also ^you=might=also ^don=t=miss ^click=here "
        "^see=more ^view=more ^up=next ^most=read ^most=popular ^latest= ^trending ^top=stories "
        "^mehr=zum ^lesen=sie ^auch=interessant ^siehe=auch ^weitere= ^das=k ^lire=aussi ^a=lire "
        "^lea=tambi ^continue=reading ^keep=reading ^read=the=full ^find=out=more ^learn=more"),
    row(Furniture::share,
        "^share= =share=this= ^follow= ^tweet= ^like=us ^teilen ^partager ^print= ^email= "
        "^e=mail="),
    row(Furniture::appeal,
        "=subscribe= =sign=up= =newsletter= =log=in= =register= =download=our =download=the=app "
        "=donate= =donation =support=our =abonnieren =anmelden =inscrivez =free=trial =inbox= "
        "=become=a=member =contribution =contribute=to =as=little=as =independent=journalism "
        "=your=support =help=keep= =support=us="),
    row(Furniture::advertisement,
        "^advert ^anzeige= ^sponsored ^werbung ^publicit ^story=continues ^article=continues "
        "^promoted ^paid=content =affiliate"),
    row(Furniture::picture,
        "^file= ^in=this=photo ^photo= ^photos= ^image= ^images= ^picture= ^pictured= ^credit= "
        "=getty= =file=photo "
        "=all=rights=reserved ^copyright= =photograph=by =photo=by =photos=by =shutterstock= "
        "=photo=credit =image=credit ^foto= ^bild= =handout= =courtesy=of ^screenshot ^video="),
    row(Furniture::byline,
        "^by= ^von= ^par= ^por= ^written=by ^reported=by ^updated= ^published= ^posted= "
        "^last=updated "
        "^ver=ffentlicht ^publi ^stand= ^first=published ^author= ^text= =min=read= =minute=read="),
    row(Furniture::comments,
        "=comments= =leave=a=reply ^reply= ^comment= =kommentare= =post=a=comment ^kommentar"),
    row(Furniture::notice,
        "^correction ^clarification ^editor=s=note =contributed=to=this ^for=more "
        "^this=article=was "
        "^this=story=was =originally=published =originally=appeared ^have=a=tip ^contact= "
        "=email=us "
        "=letter=to=the ^reporting=by ^editing=by ^additional=reporting ^with=reporting ^source= "
        "^sources= ^quelle= =republished= ^topics=covered"),
    row(Furniture::biography,
        "=is=a=reporter =is=a=writer =is=a=senior =is=an=editor =is=a=journalist =is=a=columnist "
        "=is=a=staff =is=the=author ^about=the=author =is=a=freelance =is=a=correspondent =covers= "
        "=is=a=contributor =is=a=professor =is=an=associate =is=director"),
    row(Furniture::topics,
        "^tags= ^topics= ^filed=under ^categories= ^category= ^in= ^tag= ^schlagw ^themen= "
        "^posted=in "
        "^keywords"),
    row(Furniture::consent,
        "=cookies= =cookie= =consent= =opt=out= =do=not=sell =advertising=partners "
        "=privacy=preferences =javascript= =your=browser =privacy=policy =terms=of =adblock "
        "=ad=blocker "
        "=datenschutz =terms=and"),
};

}  // namespace

std::uint32_t furniture_in(std::string_view line) {
  static const PhraseSet phrases(kPhrases);
  return phrases.kinds_in(line.substr(0, 400));
}

}  // namespace stemma
