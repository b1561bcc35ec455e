/* SPDX-License-Identifier: MIT */
#pragma once

/* What the files share that check what propositions say; no others include this. */

#include "model/theory-private.h"

G_BEGIN_DECLS

typedef struct
{
  ChaseTheory *theory;
  GPtrArray *problems; /* NULL only while a category is looked for */
} ChaseChecking;

/* What adjectives are said of. */
typedef enum
{
  CHASE_SUBJECT_OBJECTS,
  CHASE_SUBJECT_MORPHISMS,
  CHASE_SUBJECT_CATEGORIES,
  CHASE_SUBJECT_FUNCTORS,
  CHASE_SUBJECT_TRANSFORMATIONS,
  CHASE_SUBJECT_MANY, /* functors and transformations */
} ChaseSubject;

ChaseSubject
chase_said_subject (ChaseAdjective adjective);

/* The term number @i of a list, or NULL; and how many there are, of a list that may be NULL. */
const ChaseTerm *
chase_said_nth (const GPtrArray *list, guint i);
guint
chase_said_length (const GPtrArray *list);

/* theory-where.c */
/* Does @term speak of a transformation? */
gboolean
chase_said_is_transformation (ChaseTheory *theory, const ChaseTerm *term);
/* Of a limit or colimit of a diagram: the category that the diagram is drawn in, or its own; else
 * NULL. */
const ChaseCategory *
chase_said_category_of_diagram (ChaseTheory *theory, const ChaseProposition *proposition);

/* theory-named.c. Each reports what is wrong, and returns FALSE where that is anything. */
gboolean
chase_check_path_ends (ChaseChecking *checking, const ChaseCategory *category,
                       const ChaseTerm *term, guint32 *from, guint32 *to);
gboolean
chase_check_object (ChaseChecking *checking, const ChaseCategory *category, const ChaseTerm *term);
gboolean
chase_check_morphism (ChaseChecking *checking, const ChaseCategory *category,
                      const ChaseProposition *proposition, const ChaseTerm *term);
/* Morphisms of a slice of Set, all of which run between the same objects. */
void
chase_check_slice_paths (ChaseChecking *checking, const ChaseCategory *slice,
                         const GPtrArray *terms);
/* Two paths have other @ends: of the first, then of the second. */
void
chase_check_not_parallel (ChaseChecking *checking, const ChaseCategory *category,
                          const ChaseTerm *one, const ChaseTerm *two, const guint32 *ends);
/* The item called @term, or NULL. */
ChaseItem *
chase_check_named (ChaseChecking *checking, const ChaseTerm *term);
void
chase_check_diagram (ChaseChecking *checking, const ChaseTerm *term);
/* A functor to Set, and an object of its source. */
void
chase_check_to_sets (ChaseChecking *checking, const ChaseTerm *functor_term,
                     const ChaseTerm *object_term);

/* theory-adjectives.c, theory-universal.c */
void
chase_check_is (ChaseChecking *checking, const ChaseProposition *proposition);
void
chase_check_universal (ChaseChecking *checking, const ChaseProposition *proposition);
void
chase_check_exists (ChaseChecking *checking, const ChaseProposition *proposition);

G_END_DECLS
