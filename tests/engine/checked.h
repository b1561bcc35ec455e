/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/check.h"

/**
 * Reads, validates and checks @text, which must have no errors, and compares the verdicts, one
 * letter each: h(olds), f(ails), u(ndecided). Every result must be accepted by the verifier, and
 * refused with the other verdict.
 */
void
assert_verdicts (const char *text, const char *verdicts);
/** The same, with the values that counts found, in order, separated by spaces. */
void
assert_values (const char *text, const char *verdicts, const char *values);
