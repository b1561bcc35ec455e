/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* The entry of a fuzz target, called by libFuzzer or by replay.c. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/**
 * What is allocated between the two calls is counted, under the address sanitizer: an input of
 * @size bytes that is read with more than 100 times as much memory, and what any reading takes, is
 * a defect.
 */
void
fuzz_memory_begin (void);
void
fuzz_memory_end (gsize size);
