#include "ingest/address_list.h"

#include <fmt/format.h>

#include <utility>

#include "base/address.h"
#include "base/encoding.h"
#include "base/text.h"
#include "base/utf8.h"
#include "ingest/byte_source.h"
#include "ingest/inflate.h"
#include "ingest/input.h"
#include "ingest/markup.h"
#include "ingest/sniff.h"
#include "ingest/xml.h"
#include "model/written_date.h"

namespace stemma {
namespace {

bool is_http_address(std::string_view text) {
  return is_web_address(text) && text.find_first_of(" \t") == std::string_view::npos;
}

ListedAddress read_entry(pugi::xml_node entry) {
  ListedAddress address;
  address.url = collapse_space(text_of(child_named(entry, "loc")));
  const pugi::xml_node news = child_named(entry, "news");
  address.title = plain_line(text_of(child_named(news, "title")));
  const pugi::xml_node publication = child_named(news, "publication");
  address.outlet = plain_line(text_of(child_named(publication, "name")));
  address.language = collapse_space(text_of(child_named(publication, "language")));
  // `lastmod` tells when the page changed, not when the report appeared.
  const auto date = read_written_date(text_of(child_named(news, "publication_date")));
  address.published = date.value_or("");
  return address;
}

void note_too_many(AddressList& list) {
  list.losses.push_back(
      fmt::format("more than {} addresses; those after are left out", kMaxListedAddresses));
}

}  // namespace

Result<AddressList> read_sitemap(std::string_view bytes, std::string_view charset,
                                 const ReadLimits& limits) {
  const auto xml = XmlText::read(bytes, charset, "a sitemap", limits);
  if (!xml) return tl::unexpected(xml.error());
  AddressList list;
  list.losses = xml->losses();
  list.is_index = local_name(xml->root()) == "sitemapindex";
  const std::string_view wanted = list.is_index ? "sitemap" : "url";
  for (const pugi::xml_node entry : xml->root().children()) {
    if (local_name(entry) != wanted) continue;
    if (list.addresses.size() == kMaxListedAddresses) {
      note_too_many(list);
      break;
    }
    ListedAddress address = read_entry(entry);
    if (is_http_address(address.url)) list.addresses.push_back(std::move(address));
  }
  if (!xml->is_whole()) list.losses.push_back(xml->complaint());
  if (list.addresses.empty()) return failure(Fault::empty, "a sitemap without addresses");
  return list;
}

AddressList read_address_lines(std::string_view text) {
  AddressList list;
  std::size_t number = 0;
  for (const std::string_view each : split(text, '\n')) {
    ++number;
    const std::string_view line = trim(each);
    if (line.empty() || line.starts_with('#')) continue;
    if (list.addresses.size() == kMaxListedAddresses) {
      note_too_many(list);
      break;
    }
    if (is_http_address(line)) {
      list.addresses.push_back({std::string(line), {}, {}, {}, {}});
    } else {
      list.losses.push_back(fmt::format("line {} is no http or https address", number));
    }
  }
  return list;
}

bool begins_as_address_lines(std::string_view head, bool is_whole) {
  // The last line may break off where the beginning ends.
  if (!is_whole) head = head.substr(0, head.rfind('\n') + 1);
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  bool found = false;
  for (const std::string_view each : split(head, '\n')) {
    const std::string_view line = trim(each);
    if (line.empty() || line.starts_with('#')) continue;
    if (!is_http_address(line)) return false;
    found = true;
  }
  return found;
}

Result<AddressList> read_address_file(const std::string& path, const ReadLimits& limits) {
  const std::string name = repair_utf8(path);
  const auto refuse = [&](const Error& error) {
    return failure(error.fault, fmt::format("{}: {}", name, error.message));
  };
  auto source = open_file(path);
  if (!source) return refuse(source.error());
  Input input(std::move(*source));
  if (begins_as(input.peek(kSniffBytes), Coding::gzip)) {
    input = Input(inflate(rest_of(std::move(input)), Coding::gzip, limits));
  }
  std::string bytes;
  if (const auto taken = take_all(input, limits.feed_bytes, bytes); !taken) {
    return refuse(taken.error());
  }
  const bool is_sitemap =
      sniff(std::string_view(bytes).substr(0, kSniffBytes), path).format == Format::sitemap;
  auto list = is_sitemap
                  ? read_sitemap(bytes, "", limits)
                  : Result<AddressList>(read_address_lines(decode_text(bytes, "", false).text));
  if (!list) return refuse(list.error());
  if (list->addresses.empty()) return refuse({Fault::empty, "no addresses"});
  for (std::string& loss : list->losses) loss = fmt::format("{}: {}", name, loss);
  return list;
}

}  // namespace stemma
