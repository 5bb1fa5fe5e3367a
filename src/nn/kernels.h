#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace stemma::nn {

/// The kernels that this machine can run, best first: "AVX-512", "AVX2", "NEON", "baseline".
std::vector<std::string> kernel_names();

/// The kernels that weights are packed for from now on: the best unless others were asked for.
std::string kernel_name();

/// Uses other kernels for all weights that are packed from now on, in the whole process; what was
/// packed before keeps its own. For tests and measurements: not while another thread packs. A name
/// that is not among kernel_names() is an error that lists them and changes nothing; an empty one
/// means the best.
Result<void> use_kernels(std::string_view name);

/// False where products and sums are rounded apart (the baseline of x86-64). Kernels with a fused
/// multiply-add give equal bits; those without may differ from them in the last ones.
bool kernels_are_fused();

}  // namespace stemma::nn
