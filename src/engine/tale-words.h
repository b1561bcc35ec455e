/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/diagram.h"
#include "model/shape.h"

G_BEGIN_DECLS

/**
 * The LaTeX of the path along the cells @path (of guint32, in the order of travel) of the drawing
 * @diagram, composed as one writes it, the first arrow last: by the labels of the drawing, where an
 * edge shows one arrow or an identity, and arrow by arrow where it shows a composite; arrows that
 * are called the same have a subscript that tells them apart, unless it is long and the path does.
 * Where an arrow is drawn without a label, the objects that are passed stand for the path. @shape and @cells are what
 * chase_theory_shape () gives of the drawing, @source the object it starts at. Caller frees.
 */
char *
chase_tale_spell_path (const ChaseShape *shape, const guint32 *cells, const ChaseDiagram *diagram,
                       guint32 source, const GArray *path);

/** The LaTeX of the part @word of a path, arrow by arrow; empty for that of none. The others as for
 * chase_tale_spell_path (). Caller frees. */
char *
chase_tale_spell_word (const ChaseShape *shape, const guint32 *cells, const ChaseDiagram *diagram,
                       ChaseWord word);

/** The LaTeX of the morphism that a Hom functor calls @name, "h . f" or "id(A)", by the labels of
 * the drawing. The others as for chase_tale_spell_path (). Caller frees. */
char *
chase_tale_spell_morphism (const ChaseShape *shape, const guint32 *cells,
                           const ChaseDiagram *diagram, const char *name);

G_END_DECLS
