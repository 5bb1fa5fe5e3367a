#pragma once

#include <string>

#include "base/result.h"

namespace stemma::spacy {

/// That a package cannot be converted: the file, the part of it, and what was expected there.
inline tl::unexpected<Error> refused(const std::string& why) { return failure(Fault::model, why); }

}  // namespace stemma::spacy
