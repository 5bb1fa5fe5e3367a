#include "extract/body/furniture.h"

#include <array>

#include "extract/phrases.h"

namespace stemma {
namespace {

constexpr PhraseRow row(Furniture kind, std::string_view phrases) {
  return {static_cast<int>(kind), phrases};
}

// What lines that are no article text begin with or hold, in newspapers of many languages.
constexpr std::array kPhrases{
    row(Furniture::elsewhere,
        "^read=more ^read=also ^also=read ^read=next ^related ^see=also ^more=from ^more=on "
        "^more=about ^more=stories ^more=coverage "
        "^recommended ^watch= ^listen= ^you=may=also ^you=might=also ^don=t=miss ^click=here "
        "^see=more ^view=more ^up=next ^most=read ^most=popular ^latest= ^trending ^top=stories "
        "^mehr=zum ^mehr=dazu ^lesen=sie ^lies=auch ^auch=interessant ^siehe=auch ^weitere= "
        "^das=könnte ^zum=thema ^lire=aussi ^à=lire ^lire=la=suite ^voir=aussi "
        "^lea=también ^lee=también ^lee=además ^lea=además ^te=puede=interesar ^también=lee "
        "^mira=también ^ver=también ^le=puede=interesar "
        "^leia=também ^leia=mais ^veja=também ^saiba=mais ^leggi=anche ^leggi=di=più ^guarda=anche "
        "^lees=ook ^lees=verder ^bekijk=ook ^läs=också ^läs=även ^läs=mer ^les=også ^læs=også "
        "^læs=mere ^les=mer ^lue=myös ^katso=myös ^czytaj=też ^czytaj=także ^zobacz=też "
        "^zobacz=także ^czytaj=więcej ^čtěte=také ^čtěte=i ^přečtěte=si ^prečítajte=si "
        "^olvasta=már ^kapcsolódó ^citește=și ^citeşte=şi ^vezi=și ^ilgili=haber ^i̇lgili=haber "
        "^ayrıca=oku ^baca=juga ^simak=juga ^lihat=juga ^xem=thêm ^đọc=thêm ^có=thể=bạn "
        "^читайте=также ^читать=также ^смотрите=также ^читайте=ещё ^подробнее= ^по=теме "
        "^читайте=також ^дивіться=також ^прочетете=още ^διαβάστε=ακόμα ^διαβάστε=επίσης "
        "^δείτε=επίσης ^اقرأ=أيضا ^اقرأ=المزيد ^إقرأ=أيضا ^شاهد=أيضا ^بیشتر=بخوانید ^קרא=עוד "
        "^קראו=גם ^相关阅读 ^延伸阅读 ^相關 ^延伸閱讀 ^関連記事 ^あわせて読みたい ^관련기사 "
        "^관련=기사 "
        "^continue=reading ^keep=reading ^read=the=full ^find=out=more ^learn=more"),
    row(Furniture::share,
        "^share= =share=this= ^follow= ^tweet= ^like=us ^teilen ^partager ^print= ^email= "
        "^e=mail= ^compartir ^comparte ^compartilh ^condividi ^delen= ^dela= ^del= ^udostępnij "
        "^поделиться ^paylaş ^bagikan ^chia=sẻ ^شارك ^分享 ^síguenos ^siga=nos ^suivez=nous "
        "^seguici ^подписывайтесь ^подпишитесь ^copy=link ^copier=le=lien ^link=copied"),
    row(Furniture::appeal,
        "=subscribe= =sign=up= =newsletter= =newsletters= =log=in= =register= =download=our "
        "=download=the=app =donate= =donation =support=our =abonnieren =anmelden =inscrivez "
        "=free=trial =inbox= =become=a=member =contribution =contribute=to =as=little=as "
        "=independent=journalism =your=support =help=keep= =support=us= =suscríbete =suscribirse "
        "=boletín =assine= =inscreva =iscriviti =abonnez =réservé=aux=abonnés =schrijf=je=in "
        "=prenumerera =subskrybuj =подписаться =nonprofit =tax=deductible =your=gift"),
    row(Furniture::advertisement,
        "^advert ^anzeige= ^sponsored ^werbung ^publicit ^publicidad ^publicidade ^pubblicità "
        "^advertentie ^annons= ^annonse= ^annonce= ^mainos= ^reklam ^reclam ^iklan= ^реклама "
        "^quảng=cáo ^广告 ^廣告 ^광고 ^広告 ^إعلان "
        "^story=continues ^article=continues ^la=suite=après ^tekst=gaat=verder "
        "^promoted ^paid=content =affiliate =scroll=to=continue"),
    row(Furniture::picture,
        "^file= ^in=this=photo ^photo= ^photos= ^image= ^images= ^picture= ^pictured= ^credit= "
        "=getty= =file=photo "
        "=all=rights=reserved ^copyright= =photograph=by =photo=by =photos=by =shutterstock= "
        "=photo=credit =image=credit ^foto= ^bild= =handout= =courtesy=of ^screenshot ^video= "
        "^фото= ^crédit=photo ^imagem= ^imagen= ^fotografía ^zdjęcie ^kuva= ^foto=di ^写真"),
    row(Furniture::byline,
        "^by= ^von= ^par= ^por= ^di= ^door= ^written=by ^reported=by ^updated= ^published= "
        "^posted= ^last=updated "
        "^veröffentlicht ^publi ^stand= ^first=published ^author= ^text= =min=read= =minute=read= "
        "^aktualisiert ^actualizado ^atualizado ^aggiornato ^mis=à=jour ^опубликовано ^автор"),
    row(Furniture::comments,
        "=comments= =leave=a=reply ^reply= ^comment= =kommentare= =post=a=comment ^kommentar "
        "^commentaires ^comentarios ^comentários ^commenti= ^комментарии ^laisser=un"),
    row(Furniture::notice,
        "^correction ^clarification ^editor=s=note =contributed=to=this ^for=more "
        "^this=article=was "
        "^this=story=was =originally=published =originally=appeared ^have=a=tip ^contact= "
        "=email=us "
        "=letter=to=the ^reporting=by ^editing=by ^additional=reporting ^with=reporting ^source= "
        "^sources= ^quelle= ^fuente= ^fonte= ^bron= ^источник =republished= ^topics=covered "
        "^riproduzione=riservata =tous=droits=réservés =alle=rechte=vorbehalten"),
    row(Furniture::biography,
        "=is=a=reporter =is=a=writer =is=a=senior =is=an=editor =is=a=journalist =is=a=columnist "
        "=is=a=staff =is=the=author ^about=the=author =is=a=freelance =is=a=correspondent =covers= "
        "=is=a=contributor =is=a=professor =is=an=associate =is=director"),
    row(Furniture::topics,
        "^tags= ^topics= ^filed=under ^categories= ^category= ^in= ^tag= ^schlagw ^themen= "
        "^posted=in ^etiquetas ^temas= ^mots=clés ^argomenti ^теги ^etiketler "
        "^keywords"),
    row(Furniture::consent,
        "=cookies= =cookie= =consent= =opt=out= =do=not=sell =advertising=partners "
        "=privacy=preferences =javascript= =your=browser =privacy=policy =terms=of =adblock "
        "=ad=blocker =partners=store= =our=partners= =personal=data= =information=on=a=device "
        "=manage=your=choices =unsere=partner= =nos=partenaires= =nuestros=socios= "
        "=datenschutz =terms=and"),
    PhraseRow{
        kFurnitureAlone,
        "^related=$ ^related=articles=$ ^related=stories=$ ^more=stories=$ ^ad=$ ^ads=$ "
        "^advertisement=$ ^advertising=$ ^advertisements=$ ^sponsored=$ "
        "^sponsored=content=$ "
        "^advertisement=scroll=to=continue=$ ^advertisement=continue=reading=below=$ "
        "^advertisement=article=continues=below=$ ^advertisement=story=continues=below=$ "
        "^story=continues=below=advertisement=$ ^story=continues=below=$ "
        "^article=continues=below=advertisement=$ ^article=continues=below=$ "
        "^article=continues=after=advertisement=$ ^story=continues=after=advertisement=$ "
        "^scroll=to=continue=$ ^continue=reading=$ ^read=more=$ ^share=$ ^share=this=$ "
        "^share=this=article=$ ^share=this=story=$ ^copy=link=$ ^link=copied=$ ^print=$ "
        "^listen=to=this=article=$ ^sign=up=here=$ ^subscribe=$ ^log=in=$ ^sign=in=$ "
        "^anzeige=$ ^werbung=$ ^artikel=teilen=$ ^teilen=$ ^publicité=$ "
        "^la=suite=après=cette=publicité=$ "
        "^article=réservé=aux=abonnés=$ ^copier=le=lien=$ ^partager=$ ^lire=la=suite=$ "
        "^publicidad=$ ^compartir=$ ^publicidade=$ ^continua=após=a=publicidade=$ ^compartilhar=$ "
        "^compartilhe=$ ^pubblicità=$ ^condividi=$ ^riproduzione=riservata=$ ^advertentie=$ "
        "^tekst=gaat=verder=onder=de=advertentie=$ ^tekst=gaat=verder=onder=de=foto=$ "
        "^annons=$ ^annonse=$ ^annonce=$ ^artikeln=fortsätter=efter=annonsen=$ "
        "^artikkelen=fortsetter=under=annonsen=$ ^mainos=$ ^reklama=$ ^reklam=$ ^reklame=$ "
        "^hirdetés=$ "
        "^publicitate=$ ^iklan=$ ^quảng=cáo=$ ^реклама=$ ^поделиться=$ ^διαφήμιση=$ ^إعلان=$ "
        "^広告=$ "
        "^广告=$ ^廣告=$ ^광고=$"},
};

}  // namespace

std::uint32_t furniture_in(std::string_view line) {
  static const PhraseSet phrases(kPhrases);
  return phrases.kinds_in(line.substr(0, 400));
}

}  // namespace stemma
