#pragma once

#include "model/annotations.h"

namespace stemma {

/// Mends the borders of the model's names: marks and possessives at the ends, words without a
/// capital
/// ("north Africa"), numbers of bases and roads ("Air Base 101"), places of several words that were
/// cut. Drops what has no capital and no digit at all.
void mend_borders(const Article& article, Annotations& annotations);

/// Gives each name the type that the whole article, its last word or a gazetteer tells.
void mend_types(const Article& article, Annotations& annotations);

/// Adds places where a name stands that the article names elsewhere and the model missed here.
void add_missed(const Article& article, Annotations& annotations);

}  // namespace stemma
