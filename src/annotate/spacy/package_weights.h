#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "annotate/spacy/model_file.h"
#include "annotate/spacy/package_files.h"
#include "annotate/spacy/package_network.h"
#include "annotate/spacy/package_vectors.h"
#include "base/json.h"
#include "base/result.h"

namespace stemma::spacy {

/// Writes the weights of a package's networks under the names that the runtime loads them by, and
/// what it must know of their form into the members of `about`. A network of another form is
/// refused by name. What the constructor is given must live as long.
class WeightsWriter {
 public:
  WeightsWriter(const PackageFiles& files, ModelFileWriter& out, JsonWriter& json,
                JsonWriter::Value about)
      : files_(files), out_(out), json_(json), about_(about) {}

  /// The encoder of the component whose network is in `file`, as `name`.
  Result<void> add_encoder(const std::string& file, const std::string& name,
                           const StaticVectors& vectors);
  Result<void> add_tagger();
  /// The scorer of the parser's or the name finder's transitions and the list of these.
  Result<void> add_transitions(const std::string& name, bool with_first_action);

 private:
  Result<void> add(const std::string& section, const NetworkLayer& layer,
                   const std::string& parameter, const std::vector<std::uint64_t>& shape);
  Result<void> add_tables(const std::vector<const NetworkLayer*>& tables, const std::string& file,
                          const std::string& name, bool with_vectors);
  Result<void> add_projected(const StaticVectors& vectors, const NetworkLayer& layer,
                             const std::string& name);
  JsonWriter::Value moves_of(JsonView actions, bool with_first_action, std::uint64_t& classes);

  const PackageFiles& files_;
  ModelFileWriter& out_;
  JsonWriter& json_;
  JsonWriter::Value about_;
};

}  // namespace stemma::spacy
