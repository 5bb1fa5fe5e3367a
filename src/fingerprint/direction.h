#pragma once

#include <string>

#include "model/article.h"
#include "model/reuse.h"

namespace stemma {

/// The outlet in the form it is compared by; empty where it is not known.
std::string outlet_key(const Article& article);

/// Which of two articles that share text had it first. One that credits the other's outlet is the
/// later one; else the times of publication tell, where both are known as precisely as needed.
SharedPassage::Earlier earlier_of(const Article& a, const Article& b);

}  // namespace stemma
