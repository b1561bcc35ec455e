/* SPDX-License-Identifier: MIT */
#include "engine/view-private.h"

static void
fill_from_model (ChaseSetPicture *picture, const ChaseModel *model)
{
  gsize first = 0;

  for (guint32 i = 0; i < picture->n_objects; i++)
    {
      chase_set_picture_set_size (picture, i, model->sizes[i]);
      picture->titles[i] = chase_view_object_label (picture->category, i);
      for (guint32 x = 0; x < model->sizes[i]; x++)
        picture->names[i][x]
            = chase_view_element_label (model->names != NULL ? model->names[first + x] : NULL, x);
      first += model->sizes[i];
    }
  for (guint32 f = 0; f < picture->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (picture->category->presentation, f);

      picture->labels[f]
          = chase_view_declared_label (picture->category, CHASE_STATEMENT_ARROW, arrow->name);
      if (!arrow->formal)
        picture->functions[f] = g_memdup2 (model->functions + model->offsets[f],
                                           model->sizes[arrow->source] * sizeof (guint32));
    }
}

ChaseDiagram *
chase_view_countermodel (const ChaseCategory *category, const ChaseModel *model, guint32 source,
                         ChaseWord left, ChaseWord right)
{
  g_autoptr (ChaseItem) item = chase_item_new (CHASE_ITEM_DIAGRAM);
  g_autoptr (ChaseDiagram) diagram = NULL;
  g_autoptr (ChaseSetPicture) picture = NULL;
  guint32 at = G_MAXUINT32;

  g_return_val_if_fail (category->kind == CHASE_CATEGORY_PRESENTED, NULL);
  g_return_val_if_fail (model->n_objects == chase_presentation_n_objects (category->presentation),
                        NULL);
  item->view = CHASE_VIEW_SETS;
  diagram = chase_diagram_new_empty (item);
  picture = chase_set_picture_new (category);
  fill_from_model (picture, model);
  chase_set_picture_prepare_marks (picture);
  if (model->at != NULL)
    at = chase_model_find (model, source, model->at);
  if (at != G_MAXUINT32)
    {
      chase_set_picture_follow (picture, source, at, left, CHASE_COLOUR_FIRST);
      chase_set_picture_follow (picture, source, at, right, CHASE_COLOUR_SECOND);
    }
  chase_set_picture_bring_forward (picture);
  chase_set_picture_draw (picture, diagram);
  return g_steal_pointer (&diagram);
}

/* A walk through the shape that spells a word. */
typedef struct
{
  const ChaseShape *shape;
  const guint32 *cells;
  ChaseWord word;
  guint8 *seen; /* of each node and place in the word */
  GArray *walk; /* cells of edges */
  guint32 end;  /* the node to end at, or G_MAXUINT32 */
} Walk;

static gboolean
spells (const ChaseEdge *edge, ChaseWord word, guint32 at)
{
  if (edge->word.length > word.length - at)
    return FALSE;
  for (guint32 i = 0; i < edge->word.length; i++)
    if (edge->word.letters[i] != word.letters[at + i])
      return FALSE;
  return TRUE;
}

static gboolean
walk_on (Walk *walk, guint32 node, guint32 at)
{
  gsize state = (gsize)node * (walk->word.length + 1) + at;

  if (walk->seen[state])
    return FALSE;
  walk->seen[state] = TRUE;
  if (at == walk->word.length && (walk->end == G_MAXUINT32 || walk->end == node))
    {
      walk->end = node;
      return TRUE;
    }
  for (guint i = 0; i < chase_shape_n_edges (walk->shape); i++)
    {
      const ChaseEdge *edge = chase_shape_edge (walk->shape, i);
      guint32 cell = walk->cells[chase_shape_n_nodes (walk->shape) + i];

      if (edge->source != node || !spells (edge, walk->word, at))
        continue;
      g_array_append_val (walk->walk, cell);
      if (walk_on (walk, edge->target, at + edge->word.length))
        return TRUE;
      g_array_set_size (walk->walk, walk->walk->len - 1);
    }
  return FALSE;
}

/* Finds a walk from @node that spells @word, its cells in @result, its end in *@end. */
static gboolean
find_walk (const ChaseShape *shape, const guint32 *cells, guint32 node, ChaseWord word,
           GArray *result, guint32 *end)
{
  g_autofree guint8 *seen
      = g_new0 (guint8, (gsize)chase_shape_n_nodes (shape) * (word.length + 1) + 1);
  Walk walk = { shape, cells, word, seen, result, *end };

  g_array_set_size (result, 0);
  if (!walk_on (&walk, node, 0))
    return FALSE;
  *end = walk.end;
  return TRUE;
}

gboolean
chase_view_path (const ChaseShape *shape, const guint32 *cells, ChaseWord word, guint32 source,
                 GArray *walk)
{
  for (guint32 node = 0; node < chase_shape_n_nodes (shape); node++)
    {
      guint32 end = G_MAXUINT32;

      if (chase_shape_node (shape, node)->object == source
          && find_walk (shape, cells, node, word, walk, &end))
        return TRUE;
    }
  g_array_set_size (walk, 0);
  return FALSE;
}

gboolean
chase_view_proof_step (const ChaseShape *shape, const guint32 *cells, const ChaseProof *proof,
                       guint step, guint32 source, GArray *before, GArray *after)
{
  ChaseWord from, to;

  g_return_val_if_fail (step < proof->n_steps, FALSE);
  from = step > 0 ? proof->steps[step - 1].path : proof->start;
  to = proof->steps[step].path;
  for (guint32 node = 0; node < chase_shape_n_nodes (shape); node++)
    {
      guint32 end = G_MAXUINT32;

      if (chase_shape_node (shape, node)->object == source
          && find_walk (shape, cells, node, from, before, &end)
          && find_walk (shape, cells, node, to, after, &end))
        return TRUE;
    }
  g_array_set_size (before, 0);
  g_array_set_size (after, 0);
  return FALSE;
}
