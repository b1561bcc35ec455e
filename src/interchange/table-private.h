/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/node-outline-private.h"
#include "interchange/tikz-private.h"

G_BEGIN_DECLS

/* A table on its way into a sketch. */

/* One end of an arrow: a cell of the table, or another arrow. */
typedef struct
{
  guint known : 1;
  guint on_arrow : 1;
  guint midpoint : 1; /* of the curve between the objects, not of what is drawn of it */
  guint row : 29;
  union
  {
    guint column;
    guint arrow;
  };
} ChaseTableEnd;

/* An arrow on its way into the sketch. */
typedef struct
{
  ChaseTikzArrow *arrow;
  ChaseTableEnd ends[2];
  guint done : 1;
  guint helper : 1; /* only there for others to stand on: drawn as nothing */
  guint32 edge;
} ChaseTableDraft;

/* The middle of an arrow, on which others may stand. */
typedef struct
{
  double x, y;      /* in columns and rows */
  ChaseSpot points; /* and in points, in print */
} ChaseTableMiddle;

typedef struct
{
  ChaseTable *table;
  ChaseSketch *sketch;
  ChaseNodeOutline outline; /* of every cell */
  GHashTable *names;        /* name -> ChaseTableEnd */
  GString *mentions;        /* keys that are kept, in which places may be named */
  ChaseTableDraft *drafts;
  ChaseTableMiddle *middles; /* of the drafts, or NULL where none stands on another */
  guint n;
} ChaseTableBuilder;

/* table-ends.c: where arrows end */

/** Notes what the text calls its cells and its arrows. */
void
chase_table_note_names (ChaseTableBuilder *builder);
/** Finds both ends of every arrow, as far as names are known. */
void
chase_table_find_ends (ChaseTableBuilder *builder);
/** Quiver writes an invisible copy of an arrow, called `0p`, for those that stand on its middle
 * between the objects: finds them, whose names then mean that. */
void
chase_table_find_helpers (ChaseTableBuilder *builder);
/** Every cell at which an arrow ends is an object. */
void
chase_table_mark_cells (ChaseTableBuilder *builder);
gboolean
chase_table_same_cell (const ChaseTableEnd *a, const ChaseTableEnd *b);
/** Finds where the cell or the arrow that is called @name is, in points, y down. FALSE: nothing is,
 * or it is not known yet. */
gboolean
chase_table_find_place (const ChaseTableBuilder *builder, const ChaseTikzArrow *arrow,
                        const char *name, ChaseSpot *place);
/** Returns where @end is, in points. */
ChaseSpot
chase_table_end_points (const ChaseTableBuilder *builder, const ChaseTableEnd *end);

/** Says that @arrow is left out, because nothing is at its end @text (NULL: of no name). */
void
chase_table_report_end (ChaseTableBuilder *builder, const ChaseTikzArrow *arrow, const char *text);

/** Is there a `(name)` or `(name.east)` in the keys that are kept? */
gboolean
chase_table_is_mentioned (const ChaseTableBuilder *builder, const char *name);

/* table-controls.c: curves by their controls */

/** Puts into the arrow of @draft in which directions the controls of its path, if it has any, let
 * it leave and arrive, and how far. */
void
chase_table_set_controls (ChaseTableBuilder *builder, const ChaseTableDraft *draft);

/* table-nodes.c: the objects */

void
chase_table_add_nodes (ChaseTableBuilder *builder);

/* table-outline.c: the outlines of cells */

/** Applies one option of a cell. FALSE where it says nothing of an outline, or more than that. */
gboolean
chase_table_outline_apply (const ChaseTexStyles *styles, ChaseNodeOutline *outline,
                           const char *option);
/** Reads what @options (may be NULL) of a diagram say of all its cells; to be cleared. FALSE where
 * they say more. */
gboolean
chase_table_outline_read (const ChaseTexStyles *styles, ChaseNodeOutline *outline,
                          const char *options);
/** Does the option of a diagram say what outline its cells have, and no more? */
gboolean
chase_table_outline_is_all (const ChaseTexStyles *styles, const char *option);

/* table-labels.c: the labels of an arrow in direction (@dx, @dy) */

/**
 * Finds the label that the arrow itself carries, takes the signs and marks among the others into
 * @style. Returns NULL where there is none, or it is a sign that the style says now; *@from_target:
 * which stands at the target.
 */
const ChaseTikzLabel *
chase_table_take_labels (const ChaseTableDraft *draft, double dx, double dy, ChaseStyle *style,
                         gboolean *from_target);
/** Adds the labels of the arrow beside @first to @style. */
void
chase_table_add_more_labels (const ChaseTableDraft *draft, const ChaseTikzLabel *first, double dx,
                             double dy, ChaseStyle *style);

G_END_DECLS
