/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/grading.h"

G_BEGIN_DECLS

/* What is common to the equations for degrees (grading-solve.c), and to the cycles that have them
 * (grading.c). */

/* An arrow, followed from one element of the model: its degree is one unknown. */
typedef struct
{
  guint32 source, target; /* elements of all sets, numbered one set after the other */
  guint32 arrow;
} ChaseArc;

typedef struct
{
  ChasePresentation *p;
  const ChaseModel *model;
  guint32 *first; /* of each object: the number of its first element */
  guint32 n_elements;
  ChaseArc *arcs; /* the arrow f from its x-th element is arcs[offsets[f] + x] */
  guint32 n;
  guint32 *begins[2]; /* of each element: where the arcs that leave it (reach it) begin, in */
  guint32 *beside[2]; /* the arcs, ordered by source (by target) */
  guint32 prime;      /* by which all residues are */
  GPtrArray *rows;    /* of guint32 *: reduced, each 1 at its pivot */
  guint32 *pivot_of;  /* of each unknown: its row, or NONE */
  guint64 work;
} ChaseGrading;

/** Borrows both. */
void
chase_grading_init (ChaseGrading *grading, ChasePresentation *p, const ChaseModel *model);
void
chase_grading_clear (ChaseGrading *grading);
/** The element where an arc begins, or ends. */
static inline guint32
chase_arc_end (const ChaseArc *arc, gboolean target)
{
  return target ? arc->target : arc->source;
}
/** Draws up what the equations and what is declared demand of the degrees, modulo a prime, as
 * reduced rows. FALSE where that is too much. */
gboolean
chase_grading_demand (ChaseGrading *grading);
/** One element for every object. Caller unrefs. */
ChaseEvidence *
chase_grading_trivial_model (const ChasePresentation *p);
/** Functors to the cyclic group of order @prime: each arrow adds its degree modulo @prime to the
 * elements 0, 1, .., of every object. As many as there are independent ones, of ChaseEvidence.
 * Caller owns the array. */
GPtrArray *
chase_grading_cyclic (ChasePresentation *p, guint32 prime);
/** The solution in which the unknown @free (which has no pivot) is 1 and the other free ones are 0,
 * times what makes it whole, by arc; NULL where there is none in small integers. Caller frees. */
gint64 *
chase_grading_solution (const ChaseGrading *grading, guint32 free);

G_END_DECLS
