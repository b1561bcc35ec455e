/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/sketch-private.h"
#include "model/presentation.h"

G_BEGIN_DECLS

/**
 * ChaseMeaning:
 *
 * What the cells of a sketch show, by their labels and looks. Arrays by cell.
 */
typedef struct
{
  guint32 n;
  ChaseName **senses; /* the label as a name has it, see chase_label_sense (); equal ones are one */
  guint32 *same; /* the first cell that shows the same thing; the cell itself where there is none */
  guint8 *morphism; /* an edge that shows a morphism of its own, to be named */
  GArray **paths;   /* of ChaseFactor, in diagram order: an edge that shows a composite or, with no
                       factors, an identity; else NULL */
  guint8 *properties;   /* ChaseProperty, of the first cell that shows a morphism */
  GPtrArray *equations; /* of GArray of ChaseFactor: two at a time are equal */
} ChaseMeaning;

/**
 * Reads the meaning of @sketch: equal labels are one object, and between equal objects one
 * morphism, except signs that stand for anything; composites, identities and inverses are read as
 * such (chase_labels_read ()); a line of two strokes without heads says that its ends are one
 * object; hooks and tails are monos, two heads epis, a `\sim` makes an iso. With @drawing_only each
 * cell shows something of its own. @levels is chase_sketch_levels (). Caller owns it. O(n) expected
 * for labels of bounded length. The names of @sketch grow by what the labels say.
 */
ChaseMeaning *
chase_meaning_new (ChaseSketch *sketch, const guint *levels, gboolean drawing_only);
/** Frees the senses, which only the giving of names needs. */
void
chase_meaning_drop_senses (ChaseMeaning *meaning);
void
chase_meaning_free (ChaseMeaning *meaning);
/** TRUE for an edge that draws something other than a morphism: a sign, or a label alone. */
gboolean
chase_sketch_is_decoration (const ChaseSketchCell *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseMeaning, chase_meaning_free)

G_END_DECLS
