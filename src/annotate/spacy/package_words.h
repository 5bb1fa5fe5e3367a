#pragma once

#include "annotate/spacy/model_file.h"
#include "annotate/spacy/package_files.h"
#include "base/result.h"

namespace stemma::spacy {

/// Writes what a package knows of words by themselves: norms, the tokenizer's and the ruler's own
/// files.
Result<void> write_vocabulary(const PackageFiles& files, ModelFileWriter& out);

/// Writes the lemmatizer's tables: rules, exceptions, known lemmas, by part of speech.
Result<void> write_lemmas(const PackageFiles& files, ModelFileWriter& out);

}  // namespace stemma::spacy
