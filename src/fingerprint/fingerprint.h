#pragma once

#include "model/article.h"
#include "model/fingerprint.h"

namespace stemma {

/// Terms, weights, names, numbers and time of one article. Depends on that article alone.
Fingerprint fingerprint(const Article& article);

}  // namespace stemma
