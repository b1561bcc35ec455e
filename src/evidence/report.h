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

/**
 * ChaseFaceJudge:
 *
 * Verifies faces of the diagrams of a file, each {"from", "to", "left", "right", "verdict",
 * "evidence"} as `chase faces` writes it.
 */
typedef struct _ChaseFaceJudge ChaseFaceJudge;

/** Borrows @theory. */
ChaseFaceJudge *
chase_face_judge_new (ChaseTheory *theory);
void
chase_face_judge_free (ChaseFaceJudge *judge);
/**
 * TRUE when the diagram @item (NULL: some diagram of the file) has the two paths of @object between
 * the nodes that it names, and its evidence shows its verdict; else FALSE and @error says why.
 */
gboolean
chase_face_judge_verify (ChaseFaceJudge *judge, ChaseItem *item, JsonObject *object,
                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseFaceJudge, chase_face_judge_free)

G_END_DECLS
