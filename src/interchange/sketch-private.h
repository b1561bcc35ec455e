/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"
#include "model/presentation.h"

G_BEGIN_DECLS

/**
 * ChaseSketchCell:
 *
 * A cell as another program's format gives it: a label and ends by number, no names. A hole stands
 * for a cell that could not be read, so that the numbers of the others stay right.
 */
typedef struct
{
  guint hole : 1;
  guint node : 1;
  guint placed : 1;
  guint wanted : 1;     /* an edge that needs a name */
  guint iso : 1;        /* an edge that says "isomorphism" beside its label */
  guint properties : 8; /* ChaseProperty, of the first cell that shows a morphism; this and what
                           follows is there once names are given */
  guint higher : 1;     /* an edge that stands on another */
  guint32 same;         /* the first cell that shows the same thing */
  ChaseName *name;      /* as the format itself calls it, or NULL; then the one that was given */
  ChaseName *label;     /* LaTeX; never NULL; equal ones are one */
  union
  {
    struct
    {
      double x, y; /* of a node */
    };
    struct
    {
      guint32 source, target; /* of an edge; smaller than its own number */
      ChaseTerm *value;       /* the path that it shows, or NULL */
    };
  };
  const ChaseStyle *style; /* never NULL; see chase_sketch_own_style () */
} ChaseSketchCell;

/* Nodes that are a category together, with the arrows between them. */
typedef struct
{
  char *name;
  GArray *nodes; /* of guint32: their numbers, where all nodes come before all edges */
  GArray *edges; /* of guint32, in order: those between them */
} ChaseSketchGroup;

/* The last styles that were different: many arrows look the same, and one style serves them all. */
typedef struct
{
  ChaseStyle *styles[8];
  guint next;
} ChaseRecentStyles;

/** Takes @style. Returns it, or one that is equal and already there. Caller owns it, and may change
 * it no more. */
ChaseStyle *
chase_recent_styles_share (ChaseRecentStyles *recent, ChaseStyle *style);
void
chase_recent_styles_clear (ChaseRecentStyles *recent);

/**
 * ChaseSketch:
 *
 * One diagram as it was read, before it gets names: what every reader of this room makes.
 */
typedef struct
{
  ChaseSketchCell *cells;
  guint32 n, room;
  ChaseNameTable *labels;
  ChaseRecentStyles styles;
  GPtrArray *groups; /* of ChaseSketchGroup, or NULL */
  GPtrArray *notes;  /* of char: comment lines to stand above the diagram */
  char *name;        /* as the text calls the diagram, or NULL */
  char *title;       /* what stands above it, or NULL */
  gboolean labelled; /* it is a name as it is, whatever signs it has */
  gsize start, stop; /* the LaTeX text that it was read from, to be kept as it is; else both 0 */
  guint line;        /* where it stands in the text */
  gboolean defined;  /* the text around it defines what it may mean, see chase_verbatim_seal () */
} ChaseSketch;

ChaseSketch *
chase_sketch_new (void);
/** Takes NULL quietly. */
void
chase_sketch_free (ChaseSketch *sketch);
ChaseSketch *
chase_sketch_copy (const ChaseSketch *sketch);
/** Appends a node; copies @label; takes @style (NULL: the default). Returns its number. */
guint32
chase_sketch_add_node (ChaseSketch *sketch, const char *label, double x, double y,
                       ChaseStyle *style);
/** Appends an edge between two cells that are there. */
guint32
chase_sketch_add_edge (ChaseSketch *sketch, guint32 source, guint32 target, const char *label,
                       ChaseStyle *style);
guint32
chase_sketch_add_hole (ChaseSketch *sketch);
/** Returns the one name that says @label here, until names are given. Caller owns it. */
ChaseName *
chase_sketch_intern (ChaseSketch *sketch, const char *label);
ChaseSketchCell *
chase_sketch_get (const ChaseSketch *sketch, guint32 cell);
void
chase_sketch_set_label (ChaseSketch *sketch, guint32 cell, const char *label);
/** Returns the style of @cell to be changed: it may be one that many share. */
ChaseStyle *
chase_sketch_own_style (ChaseSketchCell *cell);
/** Drops the cells from @n on. Cost: what they are. */
void
chase_sketch_truncate (ChaseSketch *sketch, guint32 n);
/** Adds a group without a node. Returns it; the sketch owns it. */
ChaseSketchGroup *
chase_sketch_add_group (ChaseSketch *sketch, const char *name);
/** Sees to it that the arrows inside of the groups get names. */
void
chase_sketch_name_groups (ChaseSketch *sketch);
/** Returns @group as a category called @name, @diagram being what its sketch became. Caller owns
 * it. */
ChaseItem *
chase_sketch_group_to_item (const ChaseSketchGroup *group, const char *name,
                            const ChaseItem *diagram);
/** Returns 0 for a node and 1 + the greater level of the ends for an edge, for every cell. Caller
 * frees. O(n). */
guint *
chase_sketch_levels (const ChaseSketch *sketch);
/**
 * Returns @sketch, which is used up but must still be freed, as a `diagram NAME { ... }` without
 * `in`, with the meaning of its labels (see chase_meaning_new ()) unless @drawing_only. A node is
 * called by its label where that can be a name; a second node with the same label shows the same
 * object, a second edge with the same label between the same objects the same morphism. An edge
 * that shows no morphism of its own and is no end of another has no name. Labels are given where
 * the names do not derive them. Caller owns it. O(n) expected.
 */
ChaseItem *
chase_sketch_to_item (ChaseSketch *sketch, const char *name, gboolean drawing_only);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseSketch, chase_sketch_free)

G_END_DECLS
