/* SPDX-License-Identifier: MIT */
#include "model/of-legs.h"

#include "model/theory-private.h"

typedef struct
{
  const ChaseDiagram *diagram;
  gboolean limit;
  ChaseTerm **legs; /* of each node, owned, or NULL */
} Legs;

static guint32
end_of (const Legs *legs, const ChaseCell *cell)
{
  return legs->limit ? cell->target : cell->source;
}

/* Gives @given, in order, to the nodes that no edge leads to. FALSE where there are not as many. */
static gboolean
give (Legs *legs, const GPtrArray *given)
{
  g_autofree gboolean *reached = g_new0 (gboolean, legs->diagram->n_nodes + 1);
  guint next = 0;

  for (guint32 i = legs->diagram->n_nodes; i < legs->diagram->cells->len; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (legs->diagram, i);

      if (chase_cell_is_arrow (cell))
        reached[end_of (legs, cell)] = TRUE;
    }
  for (guint32 i = 0; i < legs->diagram->n_nodes; i++)
    {
      if (reached[i])
        continue;
      if (next == given->len)
        return FALSE;
      legs->legs[i] = chase_term_ref (g_ptr_array_index (given, next++));
    }
  return next == given->len && next < legs->diagram->n_nodes;
}

/* The leg at the end of @cell, where it is not known yet. TRUE when it is known now. */
static gboolean
follow (Legs *legs, const ChaseCell *cell)
{
  guint32 start = legs->limit ? cell->source : cell->target;
  g_autoptr (ChaseTerm) arrow = NULL;
  ChaseTerm **end, *leg;

  if (!chase_cell_is_arrow (cell) || (cell->value == NULL && cell->name == NULL))
    return FALSE;
  end = &legs->legs[end_of (legs, cell)];
  leg = legs->legs[start];
  if (*end != NULL || leg == NULL)
    return FALSE;
  arrow = cell->value != NULL ? chase_term_ref (cell->value) : chase_term_new_name (cell->name);
  *end = chase_term_new (CHASE_TERM_COMPOSE,
                         (ChaseTerm *[]){ legs->limit ? arrow : leg, legs->limit ? leg : arrow }, 2,
                         0);
  return TRUE;
}

static gboolean
follow_all (Legs *legs)
{
  gboolean changed = TRUE;

  while (changed)
    {
      changed = FALSE;
      for (guint32 i = legs->diagram->n_nodes; i < legs->diagram->cells->len; i++)
        changed = follow (legs, chase_diagram_get_cell (legs->diagram, i)) || changed;
    }
  for (guint32 i = 0; i < legs->diagram->n_nodes; i++)
    if (legs->legs[i] == NULL)
      return FALSE;
  return TRUE;
}

ChaseProposition *
chase_proposition_with_all_legs (ChaseTheory *theory, const ChaseProposition *proposition)
{
  const ChaseTerm *base;
  ChaseItem *item;
  ChaseProposition *copy = NULL;
  Legs legs = { .limit = proposition->shape == CHASE_SHAPE_LIMIT };

  if (proposition->kind != CHASE_PROPOSITION_UNIVERSAL || proposition->shape < CHASE_SHAPE_LIMIT
      || proposition->base == NULL || proposition->legs == NULL)
    return NULL;
  base = g_ptr_array_index (proposition->base, 0);
  item = base->kind == CHASE_TERM_NAME ? chase_theory_find (theory, base->name) : NULL;
  legs.diagram = item != NULL ? g_hash_table_lookup (theory->diagrams, item) : NULL;
  if (legs.diagram == NULL || proposition->legs->len >= legs.diagram->n_nodes)
    return NULL;
  legs.legs = g_new0 (ChaseTerm *, legs.diagram->n_nodes + 1);
  if (give (&legs, proposition->legs) && follow_all (&legs))
    {
      copy = chase_proposition_copy (proposition);
      g_clear_pointer (&copy->legs, g_ptr_array_unref);
      for (guint32 i = 0; i < legs.diagram->n_nodes; i++)
        chase_proposition_take (&copy->legs, chase_term_ref (legs.legs[i]));
    }
  for (guint32 i = 0; i < legs.diagram->n_nodes; i++)
    chase_term_unref (legs.legs[i]);
  g_free (legs.legs);
  return copy;
}
