/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* The entry that libFuzzer and replay.c call, in entry.c. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/** What a target does with an input: each defines it. */
void
fuzz_one (const uint8_t *data, size_t size);

/* All that a target can ask is asked of each input, as replay.c wants it; else only some of it. */
extern gboolean fuzz_thorough;

/**
 * Of @n things that a target can ask about an input beside reading it, is this, the @k-th, asked?
 * One of them, which the bytes of the input choose, so that a fuzzer that tries many inputs tries
 * all; every one where fuzz_thorough.
 */
gboolean
fuzz_asks (const uint8_t *data, size_t size, guint k, guint n);

/* An input may be read with so many times its size, beside what any reading takes. */
#define FUZZ_MEMORY_FACTOR 100
#define FUZZ_MEMORY_FIXED ((gsize)256 << 10)

/** What is allocated from now on is counted. */
void
fuzz_memory_begin (void);
/** Ends the counting. Returns how much was held at most since it began. */
gsize
fuzz_memory_peak (void);
/** What is held now that was not when fuzz_live_begin () was called. 0 under the sanitizer, which
 * looks for leaks itself. */
void
fuzz_live_begin (void);
gssize
fuzz_live_end (void);
/** The same as fuzz_memory_peak (); aborts where it was more than an input of @size bytes may take.
 */
void
fuzz_memory_end (gsize size);
