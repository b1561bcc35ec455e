/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/check.h"

G_BEGIN_DECLS

/**
 * Tells the evidence of @result as a person would write it, each line indented by @indent spaces
 * and ended by a newline: a proof one path a line, with the equation that changes it, by its name
 * or its line in the file, and cancellations in words; a model as its sets and functions, with the
 * ways that an element goes along the two paths; normal forms with their rewriting rules; laws one
 * after the other; what follows from declared properties. Returns NULL where the reason of the result has said it all. Caller frees.
 */
char *
chase_result_explain (const ChaseResult *result, guint indent);

/** The same for the proof (a CHASE_EVIDENCE_PROOF) of an equation of paths from @source. */
char *
chase_proof_explain (const ChaseEvidence *proof, ChasePresentation *presentation, guint32 source,
                     guint indent);

/** @word, a path from @source, in the notation: "g . f", "x^5", "id(A)". Caller frees. */
char *
chase_path_to_text (const ChasePresentation *presentation, guint32 source, ChaseWord word);
/** The same for a reader, not for a parser: "g ∘ f". Caller frees. */
char *
chase_path_to_words (const ChasePresentation *presentation, guint32 source, ChaseWord word);

G_END_DECLS
