#include "ingest/fetch/fetcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "base/encoding.h"
#include "base/json.h"
#include "base/text.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/version.h"
#include "ingest/fetch/warc_writer.h"
#include "ingest/fetch/web_address.h"
#include "ingest/http_message.h"
#include "ingest/payload.h"

namespace stemma::cli {
namespace {

// What is written as an address is no file, even where it is none that may be fetched.
bool is_address(const std::string& input) { return !scheme_of(input).empty(); }

bool is_header_text(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// Writes one page as a line that `extract` reads: what the page holds and what its list said.
class LineWriter {
 public:
  LineWriter(Output& output, Observer& observer) : output_(output), observer_(observer) {}

  Result<void> write(const Fetched& fetched) {
    const HttpExchange& exchange = fetched.exchange;
    const auto response = read_response_head(exchange.head);
    if (!response || exchange.status / 100 != 2 || fetched.is_list) return {};
    Payload payload;
    payload.is_asked_for = true;
    payload.path = payload.url = exchange.url;
    payload.media = media_type(header(response->headers, "Content-Type"));
    const ReadLimits limits;
    auto body = decode_body(exchange.body, response->headers, limits);
    if (!body) {
      observer_.refused({body.error().fault, exchange.url + ": " + body.error().message});
      return {};
    }
    payload.bytes = std::move(body->bytes);
    for (const Result<Document>& document : documents_of(std::move(payload), limits)) {
      if (!document) {
        observer_.refused(document.error());
      } else if (auto done = output_.line(line_of(*document, fetched.listed)); !done) {
        return done;
      }
    }
    return {};
  }

 private:
  static std::string line_of(const Document& document, const ListedAddress& listed) {
    const Article& given = document.given;
    JsonWriter writer;
    const JsonWriter::Value page = writer.object();
    const auto set = [&](const char* name, const std::optional<std::string>& own,
                         const std::string& said) {
      const std::string value = own.value_or(said);
      if (!value.empty()) writer.set(page, name, repair_utf8(value));
    };
    writer.set(page, "path", document.path);
    set("url", given.url, document.path);
    set("title", given.title, listed.title);
    set("published", given.published, listed.published);
    set("outlet", given.outlet, listed.outlet);
    set("language", given.language, listed.language);
    set("modified", given.modified, "");
    set("outlet_name", given.outlet_name, "");
    set("section", given.section, "");
    if (!given.authors.empty()) {
      const JsonWriter::Value authors = writer.array();
      for (const std::string& each : given.authors)
        writer.push(authors, writer.text(repair_utf8(each)));
      writer.set(page, "authors", authors);
    }
    if (given.partial) writer.set(page, "partial", writer.boolean(true));
    const bool is_html = document.kind == Document::Kind::html;
    writer.set(page, is_html ? "html" : "text", text_of(document));
    return writer.write(page);
  }

  static std::string text_of(const Document& document) {
    if (document.kind == Document::Kind::article) return document.given.text;
    return decode_text(document.bytes, document.charset, document.kind == Document::Kind::html)
        .text;
  }

  Output& output_;
  Observer& observer_;
};

// The addresses of all inputs; inputs that cannot be read are refused and counted.
std::uint64_t add_inputs(const CommandLine& line, Fetcher& fetcher, const Observer& observer) {
  std::uint64_t refusals = 0;
  for (const std::string& input : line.inputs) {
    if (is_address(input)) {
      AddressList list;
      list.addresses.push_back({input, {}, {}, {}, {}});
      fetcher.add(list);
      continue;
    }
    const auto list = read_address_file(input, {});
    if (!list) {
      observer.refused(list.error());
      ++refusals;
      continue;
    }
    for (const std::string& loss : list->losses) observer.warned(loss);
    fetcher.add(*list);
  }
  return refusals;
}

}  // namespace

int run_fetch(const CommandLine& line, const Settings& settings) {
  Console console(settings, line.quiet);
  const auto impossible = [&](const Error& error) {
    console.say(error.message);
    return kImpossible;
  };
  FetchOptions options;
  options.user_agent = line.fetch.user_agent;
  if (options.user_agent.empty()) options.user_agent = std::string("stemma/") + kVersion;
  if (!is_header_text(options.user_agent)) {
    console.say("--user-agent may hold plain characters only");
    return kUsage;
  }
  options.allow_private = line.fetch.allow_private;
  options.pages = line.fetch.pages;
  options.host_delay =
      std::chrono::milliseconds(static_cast<std::int64_t>(line.fetch.delay_seconds * 1000));
  KnownPages known;
  if (!line.fetch.state.empty()) {
    auto read = KnownPages::read(line.fetch.state);
    if (!read) return impossible(read.error());
    known = std::move(*read);
  }
  auto output = Output::open(line.output);
  if (!output) return impossible(output.error());

  std::uint64_t refusals = 0, answers = 0;
  Observer messages = console.observer();
  Observer observer = messages;
  observer.refused = [&](const Error& error) {
    ++refusals;
    messages.refused(error);
  };
  const WarcWriter warc(std::string("stemma/") + kVersion, line.output.ends_with(".gz"));
  LineWriter lines(*output, observer);
  bool begun = false;
  const auto take = [&](const Fetched& fetched) -> Result<void> {
    observer.progressed(++answers);
    if (line.fetch.as_lines) return lines.write(fetched);
    std::string records = warc.exchange(fetched.exchange, fetched.date);
    if (!std::exchange(begun, true)) records.insert(0, warc.info(fetched.date));
    return output->write(records);
  };
  Fetcher fetcher(std::move(options), known, {take, observer.refused, observer.warned});
  refusals += add_inputs(line, fetcher, messages);
  Result<void> done = fetcher.run();
  if (done) done = output->finish();
  // Only now is what was fetched safe; pages that are lost must be asked for again.
  if (done && !line.fetch.state.empty()) done = known.write(line.fetch.state);
  if (!done) return impossible(done.error());
  return refusals == 0 ? kDone : kRefused;
}

}  // namespace stemma::cli
