#include "annotate/claims.h"

namespace stemma {

std::vector<Claim> find_claims(const Article&, const Annotations&) { return {}; }

}  // namespace stemma
