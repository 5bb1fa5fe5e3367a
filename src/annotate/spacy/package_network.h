#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/spacy/msgpack.h"
#include "base/result.h"

namespace stemma::spacy {

/// One layer of a component's network (thinc's `Model.to_bytes`), with its own parameters. They are
/// views into the bytes that it was read from.
struct NetworkLayer {
  std::string file;  ///< of the package, for messages
  std::string name;  ///< "maxout"
  std::map<std::string, MsgpackArray> parameters;
  std::map<std::string, std::string> others;  ///< parameters of another form, each with its type
  std::map<std::string, std::uint64_t> attributes;

  /// The bytes of a parameter that has to be float32 and of this shape.
  Result<std::string_view> floats(const std::string& parameter,
                                  const std::vector<std::uint64_t>& shape) const;
};

/// The layers of the network in a component's file, in file order.
Result<std::vector<NetworkLayer>> read_network(std::string_view bytes,
                                               const std::string& component);

/// Those of one name, in file order.
std::vector<const NetworkLayer*> layers_named(std::string_view name,
                                              const std::vector<NetworkLayer>& layers);

}  // namespace stemma::spacy
