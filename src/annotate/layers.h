#pragma once

#include <cstdint>

#include "model/annotations.h"

namespace stemma {

/// Adds the wanted layers (a mask of Annotations::Layer) that are missing, in the order they need
/// one another. `Annotations::model` must be there. Total: any article gets an answer.
void add_layers(AnnotatedArticle& annotated, std::uint32_t wanted);

}  // namespace stemma
