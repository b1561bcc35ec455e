/* SPDX-License-Identifier: MIT */
#pragma once

#include "evidence/evidence.h"
#include "evidence/paths.h"
#include "evidence/roll.h"
#include "evidence/verifier.h"
#include "model/enumerated.h"
#include "model/theory.h"

G_BEGIN_DECLS

/**
 * The verifier's own list of the morphisms of a category: for a composition table, the table (which
 * it tests first), else by the plainest form of Todd and Coxeter's method, without any of the
 * engine's. NULL and
 * @error (REFUSED) where the category has more than @limit morphisms out of one object or does not
 * end. What is declared mono, epi or split is cancelled (cancelled.h).
 */
ChaseEnumerated *
chase_enumerate (const ChaseCategory *category, guint32 limit, GError **error);
/** The rows that the verifier makes to check a list. */
#define CHASE_COUNT_ROWS 4000000

/**
 * By the same means the roll of the morphisms from @from to @to (G_MAXUINT32: any object), one
 * source after the other, so that only the largest has to fit: with at most @limit rows, while
 * @patience (which may be NULL) lasts. With letters in @along, an invertible path from the source
 * to itself, its powers share rows (rows.h). NULL and @error as above. Caller owns it.
 */
ChaseRoll *
chase_enumerate_roll (const ChaseCategory *category, guint32 from, guint32 to, ChaseWord along,
                      guint32 limit, const ChasePatience *patience, GError **error);

/**
 * The paths from @source alone. With @table, @presentation is a composition table. NULL and @error
 * as above. Caller owns the result.
 */
ChasePaths *
chase_enumerate_from (ChasePresentation *presentation, gboolean table, guint32 source,
                      guint32 limit, GError **error);

G_END_DECLS
