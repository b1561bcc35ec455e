/* SPDX-License-Identifier: MIT */
#pragma once

#include "evidence/refuse.h"
#include "model/enumerated.h"

G_BEGIN_DECLS

/** What is said of a row: it is t to the power @by times the row @row. */
typedef struct
{
  guint32 row;
  gint32 by;
} ChasePlace;

/**
 * ChaseRows:
 *
 * The verifier's own table of the paths from one object, by the plainest form of Todd and Coxeter's
 * method: all relations at one row after the other (Haselgrove), rows merged by union-find.
 *
 * It may be enumerated along an invertible path h from the source to itself: then a row x stands
 * for all of x, t x, t t x, .., where t commutes with the arrows, and t is what h does to the first
 * row. So rows are as many times fewer as h has powers, and a row knows after how many they begin
 * anew (Neubüser, An elementary introduction to coset table methods in computational group theory,
 * section 5, for a cyclic subgroup).
 */
typedef struct
{
  const ChasePresentation *presentation;
  guint32 n_objects, n_arrows;
  guint32 *source, *target; /* of each arrow */
  guint32 *out_first, *out; /* arrows that are followed, by source */
  guint32 *slot;            /* arrow -> its place among those with its source, or NOWHERE */
  guint32 *inverse;         /* arrow -> its inverse by what is given, or NOWHERE */
  guint8 *leads;            /* objects that are looked at */
  guint32 *letters;         /* of what is declared of arrows */
  GArray *relations;        /* pairs of words: by source, short ones first */
  guint32 *relations_first;
  gboolean along;
  gboolean failed; /* a power grew too large, or there is no room */
  /* rows */
  guint32 n, capacity;
  guint32 *object;
  ChasePlace *root; /* what the row was merged into, or itself */
  guint32 *period;  /* t to this power leaves the row as it is, or 0 */
  guint32 *first;   /* its first cell */
  ChasePlace *cell; /* where each arrow leads, or NOWHERE */
  guint32 n_cells, cell_capacity;
  GArray *pending; /* pairs of rows that are to become one */
  const ChasePatience *patience;
  guint32 steps;
} ChaseRows;

/** For paths that end in @to (G_MAXUINT32: anywhere). */
void
chase_rows_init (ChaseRows *rows, const ChasePresentation *presentation, guint32 to,
                 const ChasePatience *patience);
void
chase_rows_clear (ChaseRows *rows);
/**
 * Lists the paths from @source along @along (no letters: plainly), whose arrows must be invertible
 * by equations that are given. FALSE where that takes more than @limit rows.
 */
gboolean
chase_rows_list (ChaseRows *rows, guint32 source, ChaseWord along, guint32 limit);
/** Where @arrow leads from the row @row; its row is a root, or G_MAXUINT32 where listing was cut
 * short before that. */
ChasePlace
chase_rows_follow (ChaseRows *rows, guint32 row, guint32 arrow);
/** How many paths the row stands for: 0 where it was merged into another, or for no end of them. */
guint32
chase_rows_size (const ChaseRows *rows, guint32 row);
/** All rows that were listed plainly, in any order but for the identity, which comes first; cells
 * that are not known are G_MAXUINT32. Caller frees. */
ChaseHomTable *
chase_rows_table (ChaseRows *rows);

G_END_DECLS
