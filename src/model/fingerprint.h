#pragma once

namespace stemma {

/// What `cluster` compares of an article, made once from its text.
struct Fingerprint {};

}  // namespace stemma
