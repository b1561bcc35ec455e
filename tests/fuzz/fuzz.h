/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* The entry of a fuzz target, called by libFuzzer or by replay.c. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* An input may be read with so many times its size, beside what any reading takes. */
#define FUZZ_MEMORY_FACTOR 100
#define FUZZ_MEMORY_FIXED ((gsize)256 << 10)

/** What is allocated from now on is counted. */
void
fuzz_memory_begin (void);
/** Ends the counting. Returns how much was held at most since it began. */
gsize
fuzz_memory_peak (void);
/** The same; aborts where it was more than an input of @size bytes may take. */
void
fuzz_memory_end (gsize size);
