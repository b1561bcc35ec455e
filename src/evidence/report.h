/* SPDX-License-Identifier: MIT */
#pragma once

#include "evidence/evidence.h"
#include "model/theory.h"

G_BEGIN_DECLS

/**
 * chase_verify_result:
 * @theory: the meaning of the file that the report is about
 * @proposition: the statement of one result
 * @negated: whether the statement says `not`
 * @verdict: "holds", "fails" or "undecided": of the statement as written
 * @value: what a count found, or NULL
 * @evidence: the result's evidence; NULL or JSON's null where there is none
 *
 * TRUE when @evidence proves @verdict, or when @verdict is undecided and claims nothing. Otherwise
 * FALSE and
 * @error (CHASE_EVIDENCE_ERROR, MALFORMED or REFUSED) says why. Uses the model and the verifier
 * alone.
 */
gboolean
chase_verify_result (ChaseTheory *theory, const ChaseProposition *proposition, gboolean negated,
                     const char *verdict, const char *value, JsonNode *evidence, GError **error);

G_END_DECLS
