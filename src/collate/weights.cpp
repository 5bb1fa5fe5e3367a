#include "collate/weights.h"

namespace stemma {

const Weights& fitted_weights() {
  static constexpr Weights kFitted = {
#include "collate/weights.inc"
  };
  return kFitted;
}

}  // namespace stemma
