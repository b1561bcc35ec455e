/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/enumerated.h"
#include "model/theory.h"

G_BEGIN_DECLS

/** How many letters may be followed for one functor that a document means. */
#define CHASE_HOM_STEPS 2000000

/**
 * Lists the paths from the object @source of what @presentation presents, by tracing every given
 * equation at every row (Todd and Coxeter, as in Sims, Computation with Finitely Presented Groups,
 * chapter 5). With @table it is a composition table, and read instead. Rows come in the order of
 * shortest paths, first letters first. NULL where that takes more than *@steps letters, of which
 * what is used is taken away, or where what is declared mono, epi or split is not said by equations
 * (by-equations.h). Caller frees the result.
 */
ChaseHomTable *
chase_hom_table_list (ChasePresentation *presentation, gboolean table, guint32 source,
                      guint64 *steps);
/**
 * The same by the equations, isos and idempotents alone, and traced at the first @limit rows only:
 * *@closed says whether these are all. Cells that are not known yet are G_MAXUINT32. NULL where the
 * steps do not do. Caller frees the result.
 */
ChaseHomTable *
chase_hom_table_begin (const ChasePresentation *presentation, guint32 source, guint32 limit,
                       guint64 *steps, gboolean *closed);
/** Numbers the rows of @table anew, in the order of shortest paths from row 0, first letters first;
 * what is not reached is dropped. */
void
chase_hom_table_sort (ChaseHomTable *table, guint32 n_arrows);
/**
 * The rows of @table as paths: row i is row before[i], then the arrow last[i] (before[0] is
 * G_MAXUINT32). The caller frees both arrays.
 */
void
chase_hom_table_paths (const ChaseHomTable *table, guint32 n_arrows, guint32 **before,
                       guint32 **last);
/** The row of the path @word that starts at row @row. */
guint32
chase_hom_table_follow (const ChaseHomTable *table, guint32 n_arrows, guint32 row, ChaseWord word);
/** Which element of its set each row is: in the order of the rows, the identity last. Caller frees.
 */
guint32 *
chase_hom_table_places (const ChaseHomTable *table, guint32 n_objects);
/**
 * The functor Hom (source, -) that @table lists: the same elements in the same order and with the
 * same names as chase_enumerated_hom () gives. Caller frees with chase_listed_sets_free ().
 */
ChaseSets *
chase_hom_table_sets (const ChasePresentation *presentation, const ChaseHomTable *table,
                      guint32 source, gboolean turned);

G_END_DECLS
