/* SPDX-License-Identifier: MIT */
#include "model/theory-private.h"

/*
 * Computed diagrams as shapes, so that one can ask whether they commute. Nodes and edges come in
 * the order in which the picture of the same view has them.
 */

static ChaseShape *
shape_of_category (ChaseTheory *theory, const ChaseItem *item)
{
  const ChaseCategory *category = chase_theory_category (theory, item->expression, NULL);

  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED)
    return NULL;
  return chase_shape_new_whole (category->presentation);
}

static ChaseWord
reversed (ChaseWord word, GArray *letters)
{
  g_array_set_size (letters, 0);
  for (guint32 i = word.length; i > 0; i--)
    g_array_append_val (letters, word.letters[i - 1]);
  return (ChaseWord){ (const guint32 *)(gpointer)letters->data, letters->len };
}

static ChaseShape *
shape_of_opposite (ChaseTheory *theory, const ChaseItem *item)
{
  ChaseItem *subject = item->expression->kind == CHASE_TERM_NAME
                           ? chase_theory_find (theory, item->expression->name)
                           : NULL;
  g_autoptr (ChaseShape) original = NULL;
  g_autoptr (ChasePresentation) presentation = NULL;
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChaseShape *shape;

  if (subject == NULL || subject->kind != CHASE_ITEM_DIAGRAM || subject->view != CHASE_VIEW_NONE)
    return NULL;
  original = chase_theory_shape (theory, subject, NULL, NULL);
  if (original == NULL)
    return NULL;
  presentation = chase_presentation_opposite (original->presentation);
  shape = chase_shape_new (presentation);
  for (guint i = 0; i < chase_shape_n_nodes (original); i++)
    {
      const ChaseNode *node = chase_shape_node (original, i);

      chase_shape_add_node (shape, node->name, node->object);
    }
  for (guint i = 0; i < chase_shape_n_edges (original); i++)
    {
      const ChaseEdge *edge = chase_shape_edge (original, i);

      chase_shape_add_edge (shape, edge->name, edge->target, edge->source,
                            reversed (edge->word, letters));
    }
  return shape;
}

/* The naturality square of @alpha at @path, a path of the functors' source from object @ends[0] to
 * @ends[1]. */
static gboolean
add_square (ChaseShape *shape, const ChaseTransformation *alpha, ChaseWord path,
            const guint32 ends[2], gboolean nodes)
{
  g_autoptr (GArray) top = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) bottom = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 corner = 0;

  if (nodes)
    {
      for (guint i = 0; i < 4; i++)
        chase_shape_add_node (shape, NULL, (i < 2 ? alpha->from : alpha->to)->objects[ends[i % 2]]);
      return TRUE;
    }
  if (!chase_functor_map (alpha->from, path, top) || !chase_functor_map (alpha->to, path, bottom))
    return FALSE;
  corner = chase_shape_n_edges (shape);
  chase_shape_add_edge (shape, NULL, corner, corner + 1,
                        (ChaseWord){ (const guint32 *)(gpointer)top->data, top->len });
  chase_shape_add_edge (shape, NULL, corner, corner + 2, alpha->words[ends[0]]);
  chase_shape_add_edge (shape, NULL, corner + 1, corner + 3, alpha->words[ends[1]]);
  chase_shape_add_edge (shape, NULL, corner + 2, corner + 3,
                        (ChaseWord){ (const guint32 *)(gpointer)bottom->data, bottom->len });
  return TRUE;
}

/* All squares: their corners in a first pass, their sides in a second one. */
static gboolean
add_generator_squares (ChaseShape *shape, const ChaseTransformation *alpha)
{
  const ChasePresentation *source = alpha->from->source->presentation;

  for (guint pass = 0; pass < 2; pass++)
    for (guint32 i = 0; i < chase_presentation_n_arrows (source); i++)
      {
        const ChaseArrow *arrow = chase_presentation_arrow (source, i);
        guint32 ends[2] = { arrow->source, arrow->target };

        if (!arrow->formal && !add_square (shape, alpha, (ChaseWord){ &i, 1 }, ends, pass == 0))
          return FALSE;
      }
  return TRUE;
}

static gboolean
add_square_at (ChaseTheory *theory, ChaseShape *shape, const ChaseTransformation *alpha,
               const ChaseTerm *at)
{
  const ChaseCategory *argument = chase_theory_argument (theory, alpha->from);
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) turned = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 ends[2];
  ChaseWord path;

  if (argument == NULL || argument->kind != CHASE_CATEGORY_PRESENTED
      || !chase_theory_path (theory, argument, at, &ends[0], &ends[1], word, NULL))
    return FALSE;
  path = (ChaseWord){ (const guint32 *)(gpointer)word->data, word->len };
  if (argument != alpha->from->source)
    {
      guint32 first = ends[0];

      path = reversed (path, turned);
      ends[0] = ends[1];
      ends[1] = first;
    }
  return add_square (shape, alpha, path, ends, TRUE)
         && add_square (shape, alpha, path, ends, FALSE);
}

static ChaseShape *
shape_of_naturality (ChaseTheory *theory, const ChaseItem *item)
{
  const ChaseTransformation *alpha
      = chase_theory_transformation (theory, item->expression, NULL, NULL, NULL);
  g_autoptr (ChaseShape) shape = NULL;
  gboolean good;

  if (alpha == NULL || alpha->form != CHASE_TRANSFORMATION_WORDS
      || alpha->from->source->kind != CHASE_CATEGORY_PRESENTED
      || alpha->from->target->kind != CHASE_CATEGORY_PRESENTED)
    return NULL;
  shape = chase_shape_new (alpha->from->target->presentation);
  good = item->at != NULL ? add_square_at (theory, shape, alpha, item->at)
                          : add_generator_squares (shape, alpha);
  return good ? g_steal_pointer (&shape) : NULL;
}

ChaseShape *
chase_theory_view_shape (ChaseTheory *theory, const ChaseItem *item)
{
  if (item->expression == NULL)
    return NULL;
  switch (item->view)
    {
    case CHASE_VIEW_CATEGORY:
      return shape_of_category (theory, item);
    case CHASE_VIEW_OPPOSITE:
      return shape_of_opposite (theory, item);
    case CHASE_VIEW_NATURALITY:
      return shape_of_naturality (theory, item);
    default:
      return NULL;
    }
}
