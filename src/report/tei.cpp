#include "report/tei.h"

#include <fmt/format.h>

#include <iterator>
#include <set>

#include "report/escape.h"

namespace stemma {
namespace {

// "#A #B": the witnesses that have a reading, each once, by key.
std::string witnesses(const ReportView& view, const std::vector<Mention>& mentions) {
  std::set<std::string> keys;
  for (const Mention& each : mentions) keys.insert(view.key(each.article));
  std::string text;
  for (const std::string& key : keys) text += (text.empty() ? "#" : " #") + key;
  return text;
}

class TeiFile {
 public:
  explicit TeiFile(const ReportView& view) : view_(view) {}
  std::string write() &&;

 private:
  template <class... Parts>
  void add(fmt::format_string<Parts...> markup, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out_), markup, std::forward<Parts>(parts)...);
  }
  void header();
  void reading(std::string_view tag, const std::string& text, const std::vector<Mention>& mentions);
  void quote(const Quote& quote, std::size_t number);
  void variant(const Variant& variant, std::size_t number);

  const ReportView& view_;
  std::string out_;
};

void TeiFile::header() {
  add("<teiHeader><fileDesc>\n<titleStmt><title>Collation of {}</title></titleStmt>\n"
      "<publicationStmt><p>Unpublished; made by Stemma from the reports listed.</p>"
      "</publicationStmt>\n<sourceDesc><listWit>\n",
      counted(view_.size(), "report", "reports"));
  for (const Index at : view_.by_time()) {
    const Article& article = view_.article(at);
    add("<witness xml:id=\"{}\"><bibl><publisher>{}</publisher>", view_.key(at),
        escape_xml(view_.outlet(at)));
    if (article.title) add(" <title>{}</title>", escape_xml(*article.title));
    if (const std::string time = view_.published(at); !time.empty()) {
      add(" <date>{}</date>", escape_xml(time));
    }
    add(" <idno>{}</idno></bibl></witness>\n", escape_xml(article.id));
  }
  add("</listWit></sourceDesc>\n</fileDesc>\n<encodingDesc><variantEncoding "
      "method=\"parallel-segmentation\" location=\"internal\"/></encodingDesc></teiHeader>\n");
}

void TeiFile::reading(std::string_view tag, const std::string& text,
                      const std::vector<Mention>& mentions) {
  const std::string all = witnesses(view_, mentions);
  add("<{}", tag);
  if (!all.empty()) add(" wit=\"{}\"", all);
  add(">{}</{}>\n", escape_xml(text), tag);
}

void TeiFile::quote(const Quote& quote, std::size_t number) {
  add("<div type=\"quotation\" xml:id=\"quote-{}\" n=\"{}\">\n<head>{}</head>\n<p><app "
      "type=\"{}\">\n",
      number, escape_xml(quote.id), escape_xml(speakers_of(quote)),
      quote.verbatim ? "orthographic" : "substantive");
  bool is_first = true;
  for (const QuoteReading& each : quote.readings) {
    reading(is_first ? "lem" : "rdg", each.text, each.mentions);
    is_first = false;
  }
  add("</app></p>\n</div>\n");
}

void TeiFile::variant(const Variant& variant, std::size_t number) {
  add("<div type=\"difference\" xml:id=\"variant-{}\" n=\"{}\">\n<head>{}</head>\n<p><app "
      "type=\"{}\" subtype=\"{}\">\n",
      number, escape_xml(variant.id), escape_xml(variant.about), name_of(variant.kind),
      name_of(variant.relation));
  for (const Reading& each : variant.readings) reading("rdg", each.value, each.mentions);
  add("</app></p>\n</div>\n");
}

std::string TeiFile::write() && {
  add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n");
  header();
  add("<text><body>\n");
  std::size_t number = 0;
  for (const Quote* each : view_.quotes()) quote(*each, ++number);
  number = 0;
  for (const Variant* each : view_.variants()) variant(*each, ++number);
  if (view_.quotes().empty() && view_.variants().empty()) add("<p/>\n");
  add("</body></text>\n</TEI>\n");
  return std::move(out_);
}

}  // namespace

std::string tei_apparatus(const ReportView& view) { return TeiFile(view).write(); }

}  // namespace stemma
