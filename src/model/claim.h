/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/**
 * ChaseClaim:
 *
 * One statement that a document makes and that has to be decided: a `check` as it is written, or
 * the law of a definition (@implicit): a table is a category, a functor is a functor, a
 * transformation is natural.
 */
typedef struct
{
  guint item; /* index of the check or of the definition */
  guint line;
  gboolean implicit;
  gboolean negated;
  ChaseProposition *proposition;
} ChaseClaim;

/** Returns a new claim that says what is given. Takes a reference of @proposition. Caller owns it.
 */
ChaseClaim *
chase_claim_new (ChaseProposition *proposition, gboolean negated);
void
chase_claim_free (ChaseClaim *claim);
/** Returns all claims of @document (of ChaseClaim), in the order of the document. Caller owns the
 * array. */
GPtrArray *
chase_document_claims (const ChaseDocument *document);
/** The word of the report for what @proposition is: "equation", "commutes", "category", "functor",
 * ... */
const char *
chase_proposition_report_kind (const ChaseProposition *proposition);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseClaim, chase_claim_free)

G_END_DECLS
