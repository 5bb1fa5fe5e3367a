#include <algorithm>

#include "base/text.h"
#include "report/escape.h"
#include "report/html_page.h"

namespace stemma {
namespace {

// What is marked lightly in the text of a report, one bit each.
enum Layer : std::uint8_t {
  quoted = 1,
  source = 2,
  number = 4,
  time = 8,
  copied = 16,
  furniture = 32
};

struct LayerName {
  Layer layer;
  std::string_view name;
};
constexpr LayerName kLayers[] = {{quoted, "quoted"}, {source, "source"}, {number, "number"},
                                 {time, "time"},     {copied, "copied"}, {furniture, "furniture"}};

// The layers of every byte of a report.
class Layers {
 public:
  Layers(const ReportView& view, Index article) : bytes_(view.article(article).text.size()) {
    const Annotations& a = view.annotations(article);
    for (const Attribution& each : a.attributions) {
      if (each.source) set(*each.source, source);
      if (each.kind != Attribution::Kind::direct) continue;
      for (const Span& content : each.content) set(content, quoted);
    }
    for (const Quantity& each : a.quantities) set(each.span, number);
    for (const Time& each : a.times) set(each.span, time);
    for (const Span& each : view.article(article).furniture) set(each, furniture);
    for (const Span& each : view.copied(article)) set(each, copied);
  }

  std::uint8_t operator[](std::uint32_t at) const { return bytes_[at]; }

 private:
  void set(Span span, Layer layer) {
    const std::size_t end = std::min<std::size_t>(span.end, bytes_.size());
    for (std::size_t i = span.begin; i < end; ++i) {
      bytes_[i] = static_cast<std::uint8_t>(bytes_[i] | layer);
    }
  }
  std::vector<std::uint8_t> bytes_;
};

void add_words(HtmlPage& page, std::string_view text, Span span, const Layers& layers) {
  for (std::uint32_t at = span.begin; at < span.end;) {
    const std::uint8_t now = layers[at];
    const std::uint32_t begin = at;
    while (at < span.end && layers[at] == now) ++at;
    const std::string words = escape_xml(cut(text, {begin, at}));
    std::string classes;
    for (const LayerName& each : kLayers) {
      if ((now & each.layer) == 0) continue;
      if (!classes.empty()) classes += ' ';
      classes += each.name;
    }
    if (classes.empty()) {
      page.raw(words);
    } else {
      page.add("<span class=\"{}\">{}</span>", classes, words);
    }
  }
}

void add_references(HtmlPage& page, Index article, Index unit) {
  const auto& references = page.references(article, unit);
  if (references.empty()) return;
  page.raw(" <span class=\"refs\">");
  for (const HtmlPage::Reference& each : references) {
    page.add("<a href=\"#{}\" title=\"{}\">{}</a> ", each.anchor, escape_xml(each.title),
             each.label);
  }
  page.raw("</span>");
}

void add_paragraphs(HtmlPage& page, Index article) {
  const ReportView& view = page.view();
  const std::string_view text = view.article(article).text;
  const std::vector<Span>& units = view.units(article);
  const Layers layers(view, article);
  Index unit = 0;
  for (const Span& paragraph : paragraphs_of(text)) {
    page.raw("<p dir=\"auto\">");
    for (std::uint32_t done = paragraph.begin;
         unit < units.size() && units[unit].begin < paragraph.end; ++unit) {
      page.raw(escape_xml(cut(text, {done, units[unit].begin})));
      page.add("<span class=\"unit\" id=\"s-{}-{}\">", article, unit);
      add_words(page, text, units[unit], layers);
      add_references(page, article, unit);
      page.raw("</span>");
      done = units[unit].end;
    }
    page.raw("</p>\n");
  }
}

void add_report(HtmlPage& page, Index at) {
  const ReportView& view = page.view();
  const Article& article = view.article(at);
  page.add("<article class=\"report\" id=\"text-{0}\" aria-labelledby=\"head-{0}\">\n", at);
  page.add("<h3 id=\"head-{}\"><b class=\"key\">{}</b> {}</h3>\n", at, view.key(at),
           escape_xml(view.outlet(at)));
  if (article.title && *article.title != view.outlet(at))
    page.add("<p class=\"title\" dir=\"auto\">{}</p>\n", escape_xml(*article.title));
  page.raw("<p class=\"about\">");
  const std::string published = view.published(at);
  page.add("{}", published.empty() ? "no date" : escape_xml(published));
  for (const std::string& author : article.authors) page.add(" · {}", escape_xml(author));
  page.add(" · id {}", escape_xml(article.id));
  if (const auto url = web_address(article.url.value_or("")); !url.empty()) {
    page.add(" · <a rel=\"external noopener noreferrer\" href=\"{0}\">{0}</a>", escape_xml(url));
  }
  page.raw("</p>\n");
  add_paragraphs(page, at);
  page.raw("</article>\n");
}

}  // namespace

void add_texts(HtmlPage& page) {
  page.raw(
      "<h2 id=\"reports\">The reports</h2>\n"
      "<p class=\"legend\">Marked in the text: <span class=\"quoted\">quotation</span>, "
      "<span class=\"source\">source</span>, <span class=\"number\">number</span>, "
      "<span class=\"time\">time</span>, <span class=\"copied\">copied passage</span>, "
      "<span class=\"furniture\">page furniture</span>. "
      "The small links after a sentence lead to what it says.</p>\n");
  for (const Index at : page.view().by_time()) add_report(page, at);
}

}  // namespace stemma
