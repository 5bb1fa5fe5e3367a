#include "annotate/spacy/package_network.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

#include "annotate/spacy/package_refusal.h"

namespace stemma::spacy {
namespace {

using Kind = MsgpackView::Kind;

}  // namespace

Result<std::vector<NetworkLayer>> read_network(std::string_view bytes,
                                               const std::string& component) {
  const auto broken = [&](const std::string& why) {
    return refused(fmt::format("{}: {}", component, why));
  };
  const auto model = read_msgpack(bytes);
  if (!model) return broken(model.error().message);
  const MsgpackView* nodes = model->find("nodes");
  const MsgpackView* attributes = model->find("attrs");
  const MsgpackView* parameters = model->find("params");
  if (nodes == nullptr || attributes == nullptr || parameters == nullptr ||
      attributes->items.size() != nodes->items.size() ||
      parameters->items.size() != nodes->items.size()) {
    return broken("not a network");
  }
  std::vector<NetworkLayer> all;
  for (std::size_t i = 0; i < nodes->items.size(); ++i) {
    NetworkLayer layer;
    layer.file = component;
    layer.name = std::string(nodes->items[i].text("name").value_or(""));
    for (const auto& [key, value] : parameters->items[i].members) {
      const std::string name(key.bytes);
      if (const auto array = float_array(value)) {
        layer.parameters[name] = *array;
      } else if (!value.is(Kind::nil)) {
        layer.others[name] = value.text("type").value_or("unknown");
      }
    }
    for (const auto& [key, value] : attributes->items[i].members) {
      if (!value.is(Kind::binary)) continue;
      const auto inner = read_msgpack(value.bytes);
      if (inner && inner->is(Kind::integer)) {
        layer.attributes[std::string(key.bytes)] = inner->integer;
      }
    }
    all.push_back(std::move(layer));
  }
  return all;
}

std::vector<const NetworkLayer*> layers_named(std::string_view name,
                                              const std::vector<NetworkLayer>& layers) {
  std::vector<const NetworkLayer*> found;
  for (const NetworkLayer& layer : layers) {
    if (layer.name == name) found.push_back(&layer);
  }
  return found;
}

Result<std::string_view> NetworkLayer::floats(const std::string& parameter,
                                              const std::vector<std::uint64_t>& shape) const {
  const std::string what = fmt::format("{}: '{}' of layer '{}'", file, parameter, name);
  if (const auto other = others.find(parameter); other != others.end()) {
    return refused(fmt::format("{} has the type '{}', not '<f4'", what, other->second));
  }
  const auto found = parameters.find(parameter);
  if (found == parameters.end()) return refused(what + " is missing");
  if (found->second.shape != shape) {
    return refused(fmt::format("{} has the shape {}, not {}", what,
                               fmt::join(found->second.shape, " x "), fmt::join(shape, " x ")));
  }
  return found->second.floats;
}

}  // namespace stemma::spacy
