// Vectors of float32 for the instruction set that is being compiled: read once for each target.
#include <cstddef>
#include <cstring>

#include "hwy/highway.h"

#if defined(STEMMA_NN_VECTORS_INL_H_) == defined(HWY_TARGET_TOGGLE)
#ifdef STEMMA_NN_VECTORS_INL_H_
#undef STEMMA_NN_VECTORS_INL_H_
#else
#define STEMMA_NN_VECTORS_INL_H_
#endif

HWY_BEFORE_NAMESPACE();
namespace stemma::nn {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_NATIVE_FMA && HWY_TARGET != HWY_SCALAR
using Tag = hn::ScalableTag<float>;
using Vector = hn::Vec<Tag>;
constexpr std::size_t kLanes = HWY_MAX_BYTES / sizeof(float);
constexpr bool kFused = true;
HWY_INLINE Vector load(const float* from) { return hn::Load(Tag(), from); }
HWY_INLINE Vector load_any(const float* from) { return hn::LoadU(Tag(), from); }
HWY_INLINE Vector splat(float x) { return hn::Set(Tag(), x); }
HWY_INLINE Vector fma(Vector a, Vector b, Vector c) { return hn::MulAdd(a, b, c); }
HWY_INLINE Vector add(Vector a, Vector b) { return hn::Add(a, b); }
HWY_INLINE Vector subtract(Vector a, Vector b) { return hn::Sub(a, b); }
HWY_INLINE Vector times(float factor, Vector v) { return hn::Mul(splat(factor), v); }
HWY_INLINE Vector max(Vector a, Vector b) { return hn::Max(a, b); }
HWY_INLINE void store(Vector v, float* to) { hn::StoreU(v, Tag(), to); }
HWY_INLINE Vector load_once(const float* from) {
  Vector v = load(from);
#if HWY_ARCH_X86  // GCC would otherwise load again for every row of a small tile
  asm("" : "+v"(v.raw));
#endif
  return v;
}
#else
// The baseline has no fused instruction: products are rounded before they are added.
constexpr std::size_t kLanes = 4;
constexpr bool kFused = false;
typedef float Vector __attribute__((vector_size(16)));
HWY_INLINE Vector load(const float* from) { return *reinterpret_cast<const Vector*>(from); }
HWY_INLINE Vector load_any(const float* from) {
  Vector v;
  std::memcpy(&v, from, sizeof v);
  return v;
}
HWY_INLINE Vector splat(float x) { return Vector{x, x, x, x}; }
HWY_INLINE Vector fma(Vector a, Vector b, Vector c) { return a * b + c; }
HWY_INLINE Vector add(Vector a, Vector b) { return a + b; }
HWY_INLINE Vector subtract(Vector a, Vector b) { return a - b; }
HWY_INLINE Vector times(float factor, Vector v) { return splat(factor) * v; }
HWY_INLINE Vector max(Vector a, Vector b) { return a > b ? a : b; }
HWY_INLINE void store(Vector v, float* to) { std::memcpy(to, &v, sizeof v); }
HWY_INLINE Vector load_once(const float* from) { return load(from); }
#endif

// Rows of a register tile: with three vectors of columns, 32 registers hold 8 x 3 sums, 16 hold
// 4 x 3.
constexpr std::size_t kRows = kLanes == 16 || HWY_ARCH_ARM_A64 ? 8 : 4;

HWY_INLINE Vector load_some(const float* from, std::size_t room) {
  if (HWY_LIKELY(room >= kLanes)) return load_any(from);
  float lanes[kLanes] = {};
  std::memcpy(lanes, from, room * sizeof(float));
  return load_any(lanes);
}

HWY_INLINE void store_some(Vector v, float* to, std::size_t room) {
  if (HWY_LIKELY(room >= kLanes)) return store(v, to);
  float lanes[kLanes];
  store(v, lanes);
  std::memcpy(to, lanes, room * sizeof(float));
}

}  // namespace HWY_NAMESPACE
}  // namespace stemma::nn
HWY_AFTER_NAMESPACE();

#endif
