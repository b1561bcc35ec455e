/* SPDX-License-Identifier: MIT */
#include "model/shape.h"

static void
node_clear (gpointer data)
{
  chase_name_unref (((ChaseNode *)data)->name);
}

static void
edge_clear (gpointer data)
{
  ChaseEdge *edge = data;

  chase_name_unref (edge->name);
  g_free ((gpointer)edge->word.letters);
}

ChaseShape *
chase_shape_new (ChasePresentation *presentation)
{
  ChaseShape *shape = g_new0 (ChaseShape, 1);

  g_atomic_ref_count_init (&shape->ref_count);
  shape->presentation = chase_presentation_ref (presentation);
  shape->nodes = g_array_new (FALSE, TRUE, sizeof (ChaseNode));
  g_array_set_clear_func (shape->nodes, node_clear);
  shape->edges = g_array_new (FALSE, TRUE, sizeof (ChaseEdge));
  g_array_set_clear_func (shape->edges, edge_clear);
  return shape;
}

ChaseShape *
chase_shape_new_whole (ChasePresentation *presentation)
{
  ChaseShape *shape = chase_shape_new (presentation);

  for (guint32 i = 0; i < chase_presentation_n_objects (presentation); i++)
    chase_shape_add_node (shape, chase_presentation_object_name (presentation, i), i);
  for (guint32 i = 0; i < chase_presentation_n_arrows (presentation); i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (presentation, i);

      if (!arrow->formal)
        chase_shape_add_edge (shape, arrow->name, arrow->source, arrow->target,
                              (ChaseWord){ &i, 1 });
    }
  return shape;
}

ChaseShape *
chase_shape_ref (ChaseShape *shape)
{
  g_atomic_ref_count_inc (&shape->ref_count);
  return shape;
}

void
chase_shape_unref (ChaseShape *shape)
{
  if (shape == NULL || !g_atomic_ref_count_dec (&shape->ref_count))
    return;
  chase_presentation_unref (shape->presentation);
  g_array_unref (shape->nodes);
  g_array_unref (shape->edges);
  g_free (shape);
}

guint32
chase_shape_add_node (ChaseShape *shape, const ChaseName *name, guint32 object)
{
  ChaseNode node = { NULL, object };

  g_return_val_if_fail (object < chase_presentation_n_objects (shape->presentation), G_MAXUINT32);
  node.name = chase_name_ref (name);
  g_array_append_val (shape->nodes, node);
  return shape->nodes->len - 1;
}

guint32
chase_shape_add_edge (ChaseShape *shape, const ChaseName *name, guint32 source, guint32 target,
                      ChaseWord word)
{
  ChaseEdge edge = { NULL, source, target, { NULL, word.length } };
  guint32 end;

  g_return_val_if_fail (source < shape->nodes->len && target < shape->nodes->len, G_MAXUINT32);
  g_return_val_if_fail (chase_presentation_path_target (shape->presentation,
                                                        chase_shape_node (shape, source)->object,
                                                        word, &end),
                        G_MAXUINT32);
  g_return_val_if_fail (end == chase_shape_node (shape, target)->object, G_MAXUINT32);
  edge.name = chase_name_ref (name);
  edge.word.letters = g_memdup2 (word.letters, word.length * sizeof (guint32));
  g_array_append_val (shape->edges, edge);
  return shape->edges->len - 1;
}

guint
chase_shape_n_nodes (const ChaseShape *shape)
{
  return shape->nodes->len;
}

guint
chase_shape_n_edges (const ChaseShape *shape)
{
  return shape->edges->len;
}

const ChaseNode *
chase_shape_node (const ChaseShape *shape, guint32 node)
{
  return &g_array_index (shape->nodes, ChaseNode, node);
}

const ChaseEdge *
chase_shape_edge (const ChaseShape *shape, guint32 edge)
{
  return &g_array_index (shape->edges, ChaseEdge, edge);
}

gboolean
chase_shape_path_target (const ChaseShape *shape, guint32 node, ChaseWord path, guint32 *target)
{
  guint32 at = node;

  if (node >= shape->nodes->len)
    return FALSE;
  for (guint32 i = 0; i < path.length; i++)
    {
      if (path.letters[i] >= shape->edges->len
          || chase_shape_edge (shape, path.letters[i])->source != at)
        return FALSE;
      at = chase_shape_edge (shape, path.letters[i])->target;
    }
  *target = at;
  return TRUE;
}

void
chase_shape_spell (const ChaseShape *shape, ChaseWord path, GArray *letters)
{
  for (guint32 i = 0; i < path.length; i++)
    {
      ChaseWord word = chase_shape_edge (shape, path.letters[i])->word;

      if (word.length > 0)
        g_array_append_vals (letters, word.letters, word.length);
    }
}

guint32 *
chase_shape_topological_order (const ChaseShape *shape)
{
  guint n = shape->nodes->len;
  guint m = shape->edges->len;
  g_autofree guint32 *incoming = g_new0 (guint32, n + 1);
  g_autofree guint32 *first = g_new0 (guint32, n + 2);
  g_autofree guint32 *outgoing = g_new (guint32, m + 1);
  g_autofree guint32 *order = g_new (guint32, n + 1);
  guint tail = 0;

  for (guint i = 0; i < m; i++)
    {
      incoming[chase_shape_edge (shape, i)->target]++;
      first[chase_shape_edge (shape, i)->source + 2]++;
    }
  for (guint i = 1; i <= n; i++)
    first[i + 1] += first[i];
  for (guint i = 0; i < m; i++)
    outgoing[first[chase_shape_edge (shape, i)->source + 1]++]
        = chase_shape_edge (shape, i)->target;
  for (guint i = 0; i < n; i++)
    if (incoming[i] == 0)
      order[tail++] = i;
  for (guint head = 0; head < tail; head++)
    for (guint32 i = first[order[head]]; i < first[order[head] + 1]; i++)
      if (--incoming[outgoing[i]] == 0)
        order[tail++] = outgoing[i];
  return tail == n ? g_steal_pointer (&order) : NULL;
}
