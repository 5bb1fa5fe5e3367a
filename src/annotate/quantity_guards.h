#pragma once

#include "annotate/quantity_measures.h"

namespace stemma {

/// Whether a number counts or measures here: not a name's number ("Airbase 101"), a year, an
/// ordinal or a pronoun ("one of them").
bool is_quantity(const QuantitySetting& setting, const QuantityCore& core,
                 const Measured& measured);

}  // namespace stemma
