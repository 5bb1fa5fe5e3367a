#pragma once

#include "model/annotations.h"

namespace stemma {

/// Gives the names of one entity one chain, numbered by first mention: equal names; a person's
/// surname or first name after the full name; initials of a name ("United Nations", "U.N."); an
/// organisation without its last words ("Wagner Group", "Wagner"); spellings of one country. A
/// short form that fits several names takes the one that was named last. Peoples stay apart from
/// their countries.
void chain_names(const Article& article, Annotations& annotations);

}  // namespace stemma
