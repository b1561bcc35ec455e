/* SPDX-License-Identifier: MIT */
#include "engine/lift.h"

#include <string.h>

typedef struct
{
  guint32 *node; /* object -> the node that shows it */
  guint32 *edge; /* arrow -> the edge that shows it */
} Places;

/* Finds the node of each object and the edge of each arrow; FALSE when one has two, or an edge a
 * longer path. */
static gboolean
find_places (const ChaseIndex *index, const ChaseShape *shape, Places *places)
{
  memset (places->node, 0xff, index->n_objects * sizeof (guint32));
  memset (places->edge, 0xff, index->n_arrows * sizeof (guint32));
  for (guint32 i = 0; i < chase_shape_n_nodes (shape); i++)
    {
      guint32 *node = &places->node[chase_shape_node (shape, i)->object];

      if (*node != G_MAXUINT32)
        return FALSE;
      *node = i;
    }
  for (guint32 i = 0; i < chase_shape_n_edges (shape); i++)
    {
      ChaseWord word = chase_shape_edge (shape, i)->word;

      if (word.length != 1 || places->edge[word.letters[0]] != G_MAXUINT32)
        return FALSE;
      places->edge[word.letters[0]] = i;
    }
  return TRUE;
}

static gboolean
has_every (const guint32 *places, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    if (places[i] == G_MAXUINT32)
      return FALSE;
  return TRUE;
}

static gboolean
lift_side (ChaseLift *lift, const Places *places, ChaseWord side)
{
  for (guint32 i = 0; i < side.length; i++)
    {
      guint32 edge = places->edge[side.letters[i]];

      if (edge == G_MAXUINT32)
        return FALSE;
      g_array_append_val (lift->letters, edge);
    }
  return TRUE;
}

static void
lift_relation (ChaseLift *lift, const Places *places, const ChaseRelation *r, guint32 number)
{
  ChaseLifted lifted = { places->node[r->source],
                         places->node[r->target],
                         number,
                         { { NULL, r->side[0].length }, { NULL, r->side[1].length } } };
  guint before = lift->letters->len;

  if (lifted.from == G_MAXUINT32 || lifted.to == G_MAXUINT32
      || !lift_side (lift, places, r->side[0]) || !lift_side (lift, places, r->side[1]))
    g_array_set_size (lift->letters, before);
  else
    g_array_append_val (lift->lifted, lifted);
}

void
chase_lift_init (ChaseLift *lift, const ChaseIndex *index, const ChaseShape *shape)
{
  g_autofree guint32 *node = g_new (guint32, (gsize)index->n_objects + 1);
  g_autofree guint32 *edge = g_new (guint32, (gsize)index->n_arrows + 1);
  Places places = { node, edge };
  const guint32 *letters;

  lift->lifted = g_array_new (FALSE, FALSE, sizeof (ChaseLifted));
  lift->letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  lift->embedded = find_places (index, shape, &places);
  lift->whole = lift->embedded && has_every (node, index->n_objects)
                && has_every (edge, index->n_arrows) && !index->cancels;
  if (!lift->embedded)
    return;
  for (guint32 i = 0; i < index->n_relations; i++)
    if (index->relations[i].origin == CHASE_ORIGIN_EQUATION)
      lift_relation (lift, &places, &index->relations[i], i);
  letters = (const guint32 *)(gconstpointer)lift->letters->data;
  for (guint i = 0; i < lift->lifted->len; i++)
    for (guint k = 0; k < 2; k++)
      {
        ChaseWord *side = &g_array_index (lift->lifted, ChaseLifted, i).side[k];

        side->letters = letters;
        letters += side->length;
      }
}

void
chase_lift_clear (ChaseLift *lift)
{
  g_clear_pointer (&lift->lifted, g_array_unref);
  g_clear_pointer (&lift->letters, g_array_unref);
}
