/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>
#include <stddef.h>
#include <stdint.h>

/* The entry of a fuzz target, called by libFuzzer or by replay.c. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
