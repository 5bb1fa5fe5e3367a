#include "extract/html/class_words.h"

#include <array>

#include "extract/phrases.h"

namespace stemma::html {
namespace {

constexpr PhraseRow row(Role role, std::string_view words) {
  return {static_cast<int>(role), words};
}

constexpr std::array kVocabulary{
    row(Role::content,
        "article artikel content inhalt contenu body entry post story =text= texte main "
        "paragraph =copy= =blog= =news= beitrag noticia corpo cuerpo fliesstext richtext "
        "rte prose wysiwyg =single="),
    row(Role::title, "title titel titre headline heading =hed= ueberschrift"),
    row(Role::summary,
        "summary =lead= =lede= intro =dek= =deck= standfirst subtitle subhead excerpt "
        "description abstract teaser vorspann chapo entradilla kicker"),
    row(Role::author,
        "author autor auteur byline =bio= biography profile contributor writer vcard "
        "reporter credits staff"),
    row(Role::meta,
        "=meta= metadata date datum =time= timestamp =tag= =tags= taglist topic category "
        "categories kategorie keyword published =info= label =labels= postmeta entrymeta"),
    row(Role::caption,
        "caption credit figure image =img= photo gallery slideshow picture carousel "
        "thumb bild legende copyright slider =media="),
    row(Role::comment,
        "comment kommentar commentaire disqus reply replies respond discuss livefyre "
        "spotim coral feedback reaction"),
    row(Role::share,
        "share sharing social facebook twitter whatsapp pinterest linkedin addthis "
        "teilen partage follow reddit =print= =tools= toolbar"),
    row(Role::related,
        "related recommend popular trending =more= readmore readalso read=more read=next "
        "=also= similar latest outbrain taboola upnext =next= ranking top=stories "
        "topstories verwandt weitere =mehr= =auch= seealso see=also most=read mostread "
        "suggest promoted crosslink inline=link further"),
    row(Role::navigation,
        "=nav= navi menu breadcrumb crumb pager pagination paging =skip= sitemap =tabs= "
        "toc"),
    row(Role::header, "header =head= masthead topbar =top= logo branding"),
    row(Role::footer, "footer =foot= =bottom= legal imprint impressum colophon endmatter"),
    row(Role::side,
        "sidebar =aside= widget =rail= secondary complementary =side= =right= =extra= "
        "marginal randspalte"),
    row(Role::advertisement,
        "=ad= =ads= =adv= advert sponsor promo =dfp= banner commercial anzeige werbung "
        "=gpt= adslot adunit adbox publicidad affiliate shopping product =deal= =deals="),
    row(Role::newsletter,
        "newsletter subscri signup sign=up register login paywall donat =cta= piano "
        "regwall =offer= premium abonn =abo= membership email =form= mailing support"),
    row(Role::consent,
        "cookie consent gdpr modal popup overlay lightbox privacy notice dialog =toast= "
        "tooltip disclaimer alert"),
    row(Role::hidden,
        "hidden =hide= invisible sr=only visually screen=reader noprint =print=only= "
        "collapsed =offscreen="),
    row(Role::box,
        "=box= infobox factbox =inset= pullquote pull=quote =quote= blockquote =pull= "
        "callout =note= factoid embed =card= module component"),
    row(Role::list, "list =feed= stream =grid= =item= =items= archive =loop= river"),
    row(Role::video, "video player audio podcast =live= liveblog livestream"),
    row(Role::published,
        "publi pubdate =posted= =post=date =entry=date created issued erschienen veröffentlicht "
        "veroeffentlicht "
        "erstellt"),
    row(Role::modified, "modif updat aktualisiert =mise= actualiz geändert geaendert changed"),
    row(Role::dated,
        "date datum =time= timestamp =fecha= =stand= =dateline= byline =meta= =info= postmeta"),
    row(Role::not_dating,
        "comment kommentar related sidebar widget event expire copyright footer teaser archive "
        "recent popular")};

}  // namespace

Roles roles_of(std::string_view class_or_id) {
  static const PhraseSet words(kVocabulary);
  return words.kinds_in(class_or_id, true);
}

}  // namespace stemma::html
