/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/theory.h"

G_BEGIN_DECLS

/**
 * ChaseGap:
 *
 * A value that a functor or a transformation lacks: that at @argument, in the definition that is
 * item @item of the document. @choices (of ChaseTerm, at most a dozen, short ones first) are values
 * that would make sense there; none are known while those that it depends on are missing.
 */
typedef struct
{
  guint item;
  gboolean component; /* of a transformation */
  ChaseTerm *argument;
  GPtrArray *choices;
} ChaseGap;

void
chase_gap_free (ChaseGap *gap);
/** All values that the definitions of @theory's document lack (of ChaseGap); a function that has no
 * value for some elements is among them, and its choices keep those that it has. Caller unrefs. */
GPtrArray *
chase_theory_gaps (ChaseTheory *theory);
/** What may be said at @argument in the definition @item, whatever is said there now; NULL where it
 * has nothing to say there. Caller owns it. */
ChaseGap *
chase_theory_choices (ChaseTheory *theory, guint item, const char *argument);
/** @document with @argument |-> @value in the definition that is item @item, in the place of what
 * it said of it. Caller owns it. */
ChaseDocument *
chase_document_assign (ChaseDocument *document, guint item, const ChaseTerm *argument,
                       const ChaseTerm *value);
/** TRUE when equations can be added to the text of @category. */
gboolean
chase_category_can_be_told (const ChaseCategory *category);
/** @document in which the two paths from @source are given to be equal in @category; NULL where
 * that cannot be told. Caller owns it. */
ChaseDocument *
chase_document_give (ChaseDocument *document, const ChaseCategory *category, guint32 source,
                     ChaseWord left, ChaseWord right);
/** @word as a path of @category. Caller frees. */
ChaseTerm *
chase_word_to_term (const ChaseCategory *category, guint32 source, ChaseWord word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseGap, chase_gap_free)

G_END_DECLS
