#include "nn/kernels.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdint>
#include <utility>

#include "nn/targets.h"
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "nn/kernels.cpp"
#include "hwy/foreach_target.h"  // must come before highway.h
#include "hwy/highway.h"
#include "nn/vectors-inl.h"

HWY_BEFORE_NAMESPACE();
namespace stemma::nn {
namespace HWY_NAMESPACE {

std::int64_t target() { return HWY_TARGET; }
bool is_fused() { return kFused; }

}  // namespace HWY_NAMESPACE
}  // namespace stemma::nn
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace stemma::nn {
namespace {

HWY_EXPORT(target);
HWY_EXPORT(is_fused);

// In Highway a better target has a lower bit, and its versions add some at either side of those
// that are named here (of AVX-512 and of NEON): a family has one name.
std::string name_of(std::int64_t target) {
#if HWY_ARCH_X86
  if (target < HWY_AVX2) return "AVX-512";
  if (target == HWY_AVX2) return "AVX2";
#endif
#if HWY_ARCH_ARM
  if (target < HWY_EMU128) return "NEON";
#endif
  return "baseline";
}

void use_targets(std::int64_t targets) {
  hwy::SetSupportedTargetsForTest(targets);  // 0: all of this machine's
  hwy::GetChosenTarget().DeInit();           // the next call chooses anew
}

// Those that kernels were built for and that the machine has, best first, one of each name. Looked
// up once, before any other use of them here.
const std::vector<std::int64_t>& usable_targets() {
  static const std::vector<std::int64_t> usable = [] {
    std::vector<std::int64_t> targets;
    const std::int64_t all = hwy::SupportedTargets() & HWY_TARGETS;
    for (std::int64_t rest = all; rest != 0; rest &= rest - 1) {
      if (targets.empty() || name_of(targets.back()) != name_of(rest & -rest)) {
        targets.push_back(rest & -rest);
      }
    }
    return targets;
  }();
  return usable;
}

}  // namespace

std::vector<std::string> kernel_names() {
  std::vector<std::string> names;
  for (const std::int64_t each : usable_targets()) names.push_back(name_of(each));
  return names;
}

std::string kernel_name() { return name_of(HWY_DYNAMIC_DISPATCH(target)()); }

Result<void> use_kernels(std::string_view name) {
  for (const std::int64_t each : usable_targets()) {
    if (!name.empty() && name_of(each) != name) continue;
    use_targets(name.empty() ? 0 : each);
    return {};
  }
  return failure(Fault::malformed, fmt::format("there are no kernels '{}' on this machine, but {}",
                                               name, fmt::join(kernel_names(), ", ")));
}

bool kernels_are_fused() { return HWY_DYNAMIC_DISPATCH(is_fused)(); }

}  // namespace stemma::nn
#endif
