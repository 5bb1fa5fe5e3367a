#include "ingest/inflate.h"

#include <brotli/encode.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <zstd.h>

#include "ingest/testing.h"

namespace stemma {
namespace {

using testing::HasSubstr;

Result<std::string> unpacked(std::string_view bytes, Coding coding, ReadLimits limits = {}) {
  Input input(inflate(view_bytes(bytes), coding, limits));
  std::string out;
  if (auto taken = take_all(input, limits.document_bytes, out); !taken) {
    return tl::unexpected(taken.error());
  }
  return out;
}

std::string packed_zstd(std::string_view bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

std::string packed_brotli(std::string_view bytes) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size()) + 16;
  std::string out(size, '\0');
  BrotliEncoderCompress(5, 22, BROTLI_MODE_TEXT, bytes.size(),
                        reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                        reinterpret_cast<std::uint8_t*>(out.data()));
  out.resize(size);
  return out;
}

TEST(Inflate, GzipMembersAreOneStream) {
  EXPECT_EQ(unpacked(packed("The vote ") + packed("was close."), Coding::gzip),
            "The vote was close.");
}

TEST(Inflate, DeflateIsReadWithAndWithoutItsHeader) {
  EXPECT_EQ(unpacked(packed("The vote was close.", 15), Coding::deflate), "The vote was close.");
  EXPECT_EQ(unpacked(packed("The vote was close.", -15), Coding::deflate), "The vote was close.");
}

TEST(Inflate, BytesAfterTheLastMemberArePassedOver) {
  EXPECT_EQ(unpacked(packed("kept") + std::string(512, '\0'), Coding::gzip), "kept");
  EXPECT_EQ(unpacked(packed_brotli("kept") + "trailing", Coding::brotli), "kept");
}

TEST(Inflate, TruncatedGzipGivesWhatWasWholeAndFails) {
  std::string long_text;
  for (int i = 0; i < 20000; ++i) long_text += std::to_string(i * 7919) + " ";
  const std::string whole = packed(long_text);
  Input input(inflate(own_bytes(whole.substr(0, whole.size() / 2)), Coding::gzip, {}));
  std::string out;
  const auto taken = take_all(input, 1 << 30, out);
  ASSERT_FALSE(taken);
  EXPECT_THAT(taken.error().message, HasSubstr("ends early"));
  EXPECT_GT(out.size(), 1000U);
  EXPECT_TRUE(long_text.starts_with(out));
}

TEST(Inflate, DamagedGzipFails) {
  std::string bytes = packed(std::string(5000, 'a') + "The vote was close.");
  for (std::size_t i = 12; i < 20; ++i) bytes[i] = static_cast<char>(~bytes[i]);
  const auto out = unpacked(bytes, Coding::gzip);
  ASSERT_FALSE(out);
  EXPECT_EQ(out.error().fault, Fault::malformed);
}

TEST(Inflate, AGzipBombIsStoppedByItsRatio) {
  // 64 MiB of one letter in 64 KiB.
  ReadLimits limits;
  limits.inflate_ratio = 500;
  const auto out = unpacked(packed(std::string(std::size_t{64} << 20, 'a')), Coding::gzip, limits);
  ASSERT_FALSE(out);
  EXPECT_EQ(out.error().fault, Fault::too_large);
  EXPECT_THAT(out.error().message, HasSubstr("more than 500 times"));
}

TEST(Inflate, AZstdWindowLargerThanAllowedFails) {
  std::string out(1 << 16, '\0');
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, 30);
  ZSTD_inBuffer in{"abc", 3, 0};
  ZSTD_outBuffer to{out.data(), out.size(), 0};
  ZSTD_compressStream2(context, &to, &in, ZSTD_e_flush);
  ZSTD_freeCCtx(context);
  out.resize(to.pos);
  ASSERT_FALSE(unpacked(out, Coding::zstd));
}

TEST(Inflate, AZstdArchiveMayBringItsDictionary) {
  const std::string dictionary = "The harbour of Port Aldane was closed on Tuesday.";
  const std::string text = dictionary + " Nobody was hurt.";
  std::string frame(ZSTD_compressBound(text.size()), '\0');
  ZSTD_CCtx* context = ZSTD_createCCtx();
  frame.resize(ZSTD_compress_usingDict(context, frame.data(), frame.size(), text.data(),
                                       text.size(), dictionary.data(), dictionary.size(), 3));
  ZSTD_freeCCtx(context);
  for (const std::string& held : {dictionary, packed_zstd(dictionary)}) {
    std::string head("\x5D\x2A\x4D\x18\0\0\0\0", 8);
    head[4] = static_cast<char>(held.size());
    std::string out;
    EXPECT_EQ(unpacked(head + held + frame + frame, Coding::zstd).value_or("damaged"), text + text);
    EXPECT_FALSE(unpacked(head + held.substr(1), Coding::zstd));
  }
}

RC_GTEST_PROP(Inflate, WhatIsPackedComesBack, (const std::string& bytes)) {
  RC_ASSERT(unpacked(packed(bytes), Coding::gzip).value() == bytes);
  RC_ASSERT(unpacked(packed_zstd(bytes) + packed_zstd(bytes), Coding::zstd).value() ==
            bytes + bytes);
  RC_ASSERT(unpacked(packed_brotli(bytes), Coding::brotli).value() == bytes);
}

RC_GTEST_PROP(Inflate, AnyBytesEnd, (const std::string& bytes)) {
  for (const Coding coding : {Coding::gzip, Coding::deflate, Coding::brotli, Coding::zstd}) {
    (void)unpacked(bytes, coding);
  }
}

}  // namespace
}  // namespace stemma
