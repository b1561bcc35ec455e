/* SPDX-License-Identifier: MIT */
#include "model/implied-private.h"
#include "model/theory-private.h"

/*
 * Limits and colimits of a diagram where morphisms cannot be listed: two nodes are a product, two
 * parallel edges an equalizer, two edges that meet a pullback; and a node from which all others are
 * reached is the limit of what commutes. All is said of limits, a colimit is the dual.
 */

typedef struct
{
  ChaseTheory *theory;
  const ChaseProposition *said;
  const ChaseDiagram *diagram;
  ChaseSaying saying;
  GArray *edges; /* indices of the cells that are arrows */
} Limit;

static const ChaseCell *
edge (const Limit *limit, guint i)
{
  return chase_diagram_get_cell (limit->diagram, g_array_index (limit->edges, guint32, i));
}

/* Where the edge starts and ends, as the limit sees it. */
static guint32
start_of (const Limit *limit, const ChaseCell *cell)
{
  return limit->saying.dual ? cell->target : cell->source;
}

static guint32
end_of (const Limit *limit, const ChaseCell *cell)
{
  return limit->saying.dual ? cell->source : cell->target;
}

/* What the cell shows. Caller owns it. */
static ChaseTerm *
shown (const ChaseCell *cell)
{
  return cell->value != NULL ? chase_term_ref (cell->value) : chase_term_new_name (cell->name);
}

static const ChaseTerm *
leg (const Limit *limit, guint32 node)
{
  return g_ptr_array_index (limit->said->legs, node);
}

/* The edge goes from one leg to the other. */
static ChaseProposition *
follows (const Limit *limit, const ChaseCell *cell)
{
  g_autoptr (ChaseTerm) arrow = shown (cell);
  g_autoptr (ChaseTerm) along
      = chase_saying_after (&limit->saying, arrow, leg (limit, start_of (limit, cell)));

  return chase_saying_equal (&limit->saying, along, leg (limit, end_of (limit, cell)));
}

/* It is a @shape of what the cells @base (@n_base of them) show, with legs to the nodes @feet. The
 * legs to the other nodes have to follow. */
static void
is_like (const Limit *limit, ChaseUniversalShape shape, const guint32 *base, guint n_base,
         const guint32 *feet, guint n_feet)
{
  ChaseProposition *like = chase_proposition_copy (limit->said);
  ChaseImplication *all;

  like->shape = limit->saying.dual ? shape ^ 1 : shape;
  chase_term_set (&like->in, limit->saying.in);
  g_clear_pointer (&like->base, g_ptr_array_unref);
  g_clear_pointer (&like->legs, g_ptr_array_unref);
  for (guint i = 0; i < n_base; i++)
    chase_proposition_take (&like->base, shown (chase_diagram_get_cell (limit->diagram, base[i])));
  if (limit->said->kind == CHASE_PROPOSITION_EXISTS)
    {
      chase_imply_same (limit->saying.list, like);
      return;
    }
  for (guint i = 0; i < n_feet; i++)
    chase_proposition_take (&like->legs, chase_term_ref (leg (limit, feet[i])));
  for (guint i = 0; i < limit->edges->len; i++)
    chase_imply_one (limit->saying.list, FALSE, FALSE, follows (limit, edge (limit, i)));
  chase_imply_one (limit->saying.list, FALSE, FALSE, chase_proposition_ref (like));
  all = chase_imply (limit->saying.list, TRUE);
  chase_imply_part (all, TRUE, like);
  for (guint i = 0; i < limit->edges->len; i++)
    chase_imply_part (all, TRUE, follows (limit, edge (limit, i)));
}

static void
of_two_edges (const Limit *limit)
{
  guint32 starts[2], ends[2], base[2];

  for (guint i = 0; i < 2; i++)
    {
      base[i] = g_array_index (limit->edges, guint32, i);
      starts[i] = start_of (limit, edge (limit, i));
      ends[i] = end_of (limit, edge (limit, i));
    }
  if (ends[0] != ends[1] || starts[0] == ends[0] || starts[1] == ends[0])
    return;
  if (limit->diagram->n_nodes == 2)
    is_like (limit, CHASE_SHAPE_EQUALIZER, base, 2, starts, 1);
  else if (limit->diagram->n_nodes == 3 && starts[0] != starts[1])
    is_like (limit, CHASE_SHAPE_PULLBACK, base, 2, starts, 2);
}

/* Does the node reach all others, and not itself? */
static gboolean
is_first (const Limit *limit, guint32 node)
{
  g_autofree gboolean *seen = g_new0 (gboolean, limit->diagram->n_nodes + 1);
  gboolean changed = TRUE, start = TRUE;

  while (changed)
    {
      changed = FALSE;
      for (guint i = 0; i < limit->edges->len; i++)
        {
          guint32 from = start_of (limit, edge (limit, i)), to = end_of (limit, edge (limit, i));

          if ((from != node && !seen[from]) || seen[to])
            continue;
          seen[to] = changed = TRUE;
        }
    }
  for (guint32 i = 0; i < limit->diagram->n_nodes; i++)
    start = start && (i == node ? !seen[i] : seen[i]);
  return start;
}

/* Where the diagram commutes, cones are morphisms to its first node: that is the limit, or what is
 * isomorphic to it by its leg. */
static void
of_first_node (const Limit *limit, guint32 node)
{
  ChaseProposition *commutes = chase_proposition_new (CHASE_PROPOSITION_COMMUTES);
  ChaseImplication *all = chase_imply (limit->saying.list, TRUE);

  commutes->strictly = TRUE;
  chase_proposition_take (&commutes->terms,
                          chase_term_ref (g_ptr_array_index (limit->said->base, 0)));
  chase_imply_part (all, TRUE, commutes);
  if (limit->said->kind == CHASE_PROPOSITION_EXISTS)
    return;
  for (guint i = 0; i < limit->edges->len; i++)
    {
      chase_imply_one (limit->saying.list, FALSE, FALSE, follows (limit, edge (limit, i)));
      chase_imply_part (all, TRUE, follows (limit, edge (limit, i)));
    }
  chase_imply_part (all, TRUE,
                    chase_saying_is (&limit->saying, leg (limit, node), CHASE_ADJECTIVE_ISO));
  all = chase_imply (limit->saying.list, FALSE);
  chase_imply_part (all, TRUE, chase_proposition_ref (commutes));
  chase_imply_part (all, FALSE,
                    chase_saying_is (&limit->saying, leg (limit, node), CHASE_ADJECTIVE_ISO));
}

static void
of_diagram (const Limit *limit)
{
  static const guint32 nodes[] = { 0, 1 };

  if (limit->edges->len == 0 && limit->diagram->n_nodes == 2)
    is_like (limit, CHASE_SHAPE_PRODUCT, nodes, 2, nodes, 2);
  if (limit->edges->len == 2)
    of_two_edges (limit);
  for (guint32 i = 0; i < limit->diagram->n_nodes; i++)
    if (is_first (limit, i))
      of_first_node (limit, i);
}

/* Does it show morphisms of a category with generators, each by a term? */
static gboolean
is_understood (ChaseTheory *theory, ChaseItem *item, const ChaseDiagram *diagram)
{
  g_autoptr (ChaseShape) shape = chase_theory_shape (theory, item, NULL, NULL);

  for (guint32 i = 0; i < diagram->cells->len; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      if (cell->level <= 1 && cell->value == NULL && cell->name == NULL)
        return FALSE;
    }
  return shape != NULL;
}

void
chase_imply_limit (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *list)
{
  gboolean given = proposition->kind == CHASE_PROPOSITION_UNIVERSAL;
  const ChaseTerm *base;
  ChaseItem *item;
  g_autoptr (ChaseTerm) in = NULL;
  Limit limit = { .theory = theory, .said = proposition, .saying = { .list = list } };

  if ((!given && proposition->kind != CHASE_PROPOSITION_EXISTS)
      || proposition->shape < CHASE_SHAPE_LIMIT || proposition->base == NULL)
    return;
  base = g_ptr_array_index (proposition->base, 0);
  item = base->kind == CHASE_TERM_NAME ? chase_theory_find (theory, base->name) : NULL;
  limit.diagram = item != NULL ? g_hash_table_lookup (theory->diagrams, item) : NULL;
  if (limit.diagram == NULL || !is_understood (theory, item, limit.diagram))
    return;
  in = item->to != NULL ? chase_term_ref (item->to) : chase_term_ref (base);
  limit.saying.in = in;
  limit.saying.dual = proposition->shape == CHASE_SHAPE_COLIMIT;
  limit.edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = limit.diagram->n_nodes; i < limit.diagram->cells->len; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (limit.diagram, i);

      if (chase_cell_is_arrow (cell))
        g_array_append_val (limit.edges, i);
    }
  if (!given || (proposition->legs != NULL && proposition->legs->len == limit.diagram->n_nodes))
    of_diagram (&limit);
  g_array_unref (limit.edges);
}
