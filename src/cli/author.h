/* SPDX-License-Identifier: MIT */
#pragma once

#include "cli/faces.h"

G_BEGIN_DECLS

/*
 * The faces of a paper's diagram in the words of its author: objects and arrows by their labels, or
 * where they stand.
 */

/** "g ∘ f = k": the two sides of @face. Caller frees. */
char *
cli_author_equation (const CliFaces *faces, const ChaseCheckedFace *face);
/** "A → D": its ends. Caller frees. */
char *
cli_author_ends (const CliFaces *faces, const ChaseCheckedFace *face);
/** Whether an arrow has nothing to be told by but its ends. */
typedef gboolean (*CliIsUntold) (const ChaseCell *cell);

/** Which of the untold arrows between its two ends @cell is, from 1; 0 where it is the only one. */
guint
cli_number_among_parallel (const ChaseDiagram *diagram, guint32 cell, CliIsUntold is_untold);
/**
 * Puts into the results on a paper's diagrams (of ChaseResult) what they mean to its author, who
 * did not claim that these commute: which equations have to be verified for it. @pairs is of
 * cli_pairs_find ().
 */
void
cli_author_reasons (const GPtrArray *results, const GPtrArray *pairs);

G_END_DECLS
