#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "base/result.h"
#include "extract/repeated_lines.h"
#include "ingest/reader.h"
#include "model/document.h"

namespace stemma {

/// Whether every input can be opened again and gives the same: files and folders can, standard
/// input and pipes cannot.
bool can_be_read_twice(const std::vector<std::string>& inputs);

/// What the outlets' pages of a run repeat. Reads to the end and holds of each page the hashes of
/// its lines alone, a few KB; at most `in_flight` documents are open at once. Neither their order
/// nor the threads matter. What is refused here is refused again when it is read for good.
RepeatedLines repeated_in(Reader& reader, std::size_t in_flight);

/// All documents of a run whose inputs cannot be read twice, at most `limit_bytes` of them.
Result<std::deque<Result<Document>>> held_documents(Reader& reader, std::uint64_t limit_bytes);
RepeatedLines repeated_in(const std::deque<Result<Document>>& documents);

}  // namespace stemma
