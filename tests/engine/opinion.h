/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/check.h"

/**
 * A second opinion on evidence that was changed and is still accepted: TRUE where the tests' own
 * plain code, which knows nothing of the verifier, finds that @evidence shows what @result says. It
 * knows only the kinds of which a change can leave a right one; FALSE for all others.
 */
gboolean
opinion_is_right (ChaseTheory *theory, const ChaseResult *result, JsonNode *evidence);
