/* SPDX-License-Identifier: MIT */
#pragma once

#include "evidence/refuse.h"

G_BEGIN_DECLS

/** Whether an arrow without a formal inverse is declared mono, epi or split: more than equations
 * say, so that a list by them alone does not count. */
gboolean
chase_declares_more (const ChasePresentation *presentation);
/**
 * The verifier's own way to say by equations what @presentation declares mono, epi or split: the
 * same objects, arrows and equations, isos and idempotents, and then an equation for each pair of
 * paths that are equal behind an epi or before a mono, until there are none, found by listing all
 * paths from every object by the equations there are (rows.h). NULL and @error (REFUSED) where one
 * object has more than @limit rows, or no path splits what is declared split. Caller owns it.
 */
ChasePresentation *
chase_cancelled (const ChasePresentation *presentation, guint32 limit,
                 const ChasePatience *patience, GError **error);
/**
 * Whether @said presents the same category as @presentation by equations, isos and idempotents
 * alone: every equation of it is true by the verifier's own, and from no object has it more paths.
 * FALSE and
 * @error (REFUSED) else, and where @limit rows do not do.
 */
gboolean
chase_cancelled_are_said (const ChasePresentation *presentation, const ChasePresentation *said,
                          guint32 limit, GError **error);

G_END_DECLS
