/* SPDX-License-Identifier: MIT */
#include "engine/completion-private.h"

static void
push (GArray *stack, guint32 rule, guint32 at, guint32 reverse)
{
  ChaseRewrite rewrite = { rule, at, reverse };

  g_array_append_val (stack, rewrite);
}

/* Takes the rewrite apart into those of the rule's derivation, to be done in order from the stack's
 * end. */
static void
take_apart (ChaseCompletion *c, const ChaseRewrite *rewrite, GArray *stack)
{
  const ChaseRewriteRule *rule = chase_rule (c, rewrite->rule);

  for (guint32 i = 0; i < rule->n_why; i++)
    {
      gsize which = rewrite->reverse ? rule->why + i : rule->why + rule->n_why - 1 - i;
      const ChaseRewrite *part = &g_array_index (c->whys, ChaseRewrite, which);

      push (stack, part->rule, rewrite->at + part->at, part->reverse != rewrite->reverse);
    }
}

static gboolean
expand (ChaseCompletion *c, GArray *stack, gsize limit, ChaseTrail *trail)
{
  while (stack->len > 0)
    {
      ChaseRewrite rewrite = g_array_index (stack, ChaseRewrite, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      if (chase_clock_tick (c->clock) || trail->len > limit || stack->len > limit)
        return FALSE;
      if (rewrite.rule & CHASE_IS_RELATION)
        chase_trail_add (trail, rewrite.rule & ~CHASE_IS_RELATION, rewrite.at,
                         rewrite.reverse != 0);
      else
        take_apart (c, &rewrite, stack);
    }
  return TRUE;
}

gboolean
chase_completion_explain (ChaseCompletion *c, ChaseWord left, ChaseWord right, gsize limit,
                          ChaseTrail *trail)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (ChaseRewrite));
  g_autoptr (GArray) out = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) from_left = g_array_new (FALSE, FALSE, sizeof (ChaseRewrite));
  g_autoptr (GArray) from_right = g_array_new (FALSE, FALSE, sizeof (ChaseRewrite));

  if (!chase_completion_trace (c, left, out, from_left))
    return FALSE;
  g_array_set_size (out, 0);
  if (!chase_completion_trace (c, right, out, from_right))
    return FALSE;
  for (guint i = 0; i < from_right->len; i++)
    {
      const ChaseRewrite *rewrite = &g_array_index (from_right, ChaseRewrite, i);

      push (stack, rewrite->rule, rewrite->at, TRUE);
    }
  for (guint i = from_left->len; i-- > 0;)
    {
      const ChaseRewrite *rewrite = &g_array_index (from_left, ChaseRewrite, i);

      push (stack, rewrite->rule, rewrite->at, FALSE);
    }
  return expand (c, stack, limit, trail);
}

ChaseEvidence *
chase_completion_normal (ChaseCompletion *c, ChaseWord left, ChaseWord right)
{
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (ChaseRule));
  g_autoptr (GArray) x = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) y = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < c->rules->len; i++)
    {
      ChaseRule rule = { chase_rule_left (c, i), chase_rule_right (c, i) };

      if (chase_rule (c, i)->active)
        g_array_append_val (rules, rule);
    }
  if (!chase_completion_trace (c, left, x, NULL) || !chase_completion_trace (c, right, y, NULL))
    return NULL;
  return chase_normal_new ((ChaseRule *)(gpointer)rules->data, rules->len, &c->order,
                           c->index->n_arrows, (ChaseWord){ (guint32 *)(gpointer)x->data, x->len },
                           (ChaseWord){ (guint32 *)(gpointer)y->data, y->len });
}
