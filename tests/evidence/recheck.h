/* SPDX-License-Identifier: MIT */
#pragma once

#include "evidence/evidence.h"

/**
 * A second opinion on the evidence that the paths @left and @right from @source are equal (@holds)
 * or not: everything is tried out by brute force, with no code of the verifier. Of a rewriting
 * system the order is not looked at: that it ends is tried on what is rewritten.
 */
gboolean
recheck_equation (const ChasePresentation *presentation, guint32 source, ChaseWord left,
                  ChaseWord right, gboolean holds, const ChaseEvidence *evidence);
/** TRUE when no path of @proof occurs twice in it. */
gboolean
recheck_no_rounds (const ChaseEvidence *proof);
