/* SPDX-License-Identifier: MIT */
#pragma once

#include "evidence/rule-index.h"
#include "evidence/verifier.h"

G_BEGIN_DECLS

/** Sets @error (REFUSED) and returns FALSE. */
gboolean
chase_refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** Counts @steps; FALSE and @error when the patience is over. */
gboolean
chase_is_patient (const ChasePatience *patience, guint32 *steps, GError **error);
/** The part of the verifier that judges normal forms. */
gboolean
chase_verify_normal (const ChasePresentation *presentation, guint32 source, ChaseWord left,
                     ChaseWord right, const ChaseNormal *normal, const ChasePatience *patience,
                     GError **error);
/** Is the system complete, and does it make true what is given? Where it is, *@index is its index,
 * to be cleared by the caller. */
gboolean
chase_verify_complete (const ChasePresentation *presentation, const ChaseNormal *normal,
                       const ChasePatience *patience, ChaseRuleIndex *index, GError **error);
/** Does each rule of @normal follow from the given equations and what is declared, by its
 * derivation? The sides of the rules are known to be parallel paths. */
gboolean
chase_verify_derivations (const ChasePresentation *presentation, const ChaseNormal *normal,
                          const ChasePatience *patience, GError **error);
/** Do the laws, once true, make every two parallel diagram paths equal? */
gboolean
chase_laws_suffice (const ChaseShape *shape, gboolean strictly, const ChaseLaws *laws,
                    const ChasePatience *patience, GError **error);

/** The same for a diagram with cycles. */
gboolean
chase_laws_suffice_cyclic (const ChaseShape *shape, gboolean strictly, const ChaseLaws *laws,
                           GError **error);

G_END_DECLS
