/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/interchange.h"

/** Reads @text with the memory that it may take; whatever is read can be written. */
void
fuzz_read_and_write (ChaseFormat format, const char *text, gsize length);
