/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/theory-private.h"

G_BEGIN_DECLS

/* A functor that is given by its values on generators. */

/* The values of a block, while they are gathered: for each object and arrow the statement that
 * gives it. */
typedef struct
{
  ChaseTheory *theory;
  ChaseItem *item;
  const char *name;      /* of the functor, or of the part of it that is read */
  const ChaseTerm *term; /* the same as a term */
  ChaseFunctor *functor;
  const ChaseCategory *argument;
  const ChaseStatement **objects;
  const ChaseStatement **arrows;
  const ChaseTerm **at_objects; /* the values, or what of them belongs to this part */
  const ChaseTerm **at_arrows;
  gboolean good;
} ChaseFunctorReading;

/* theory-functor-block.c */

/** Returns the functor that the block @item gives by values, and keeps it in @theory; NULL, with
 * the errors reported, where it gives none. Borrowed. */
const ChaseFunctor *
chase_theory_functor_block (ChaseTheory *theory, ChaseItem *item, const ChaseCategory *source,
                            const ChaseCategory *target);

/* theory-functor-values.c */

/** Fills the functor of @reading, whose form is words: it goes to a category with generators. What
 * is wrong is reported, and @reading is then not good. */
void
chase_functor_read_words (ChaseFunctorReading *reading);
/** The same of one whose form is sets. */
void
chase_functor_read_sets (ChaseFunctorReading *reading);
/** The same of one whose form is tables: it goes to a category of functors. */
void
chase_functor_read_tables (ChaseFunctorReading *reading);

G_END_DECLS
