/* SPDX-License-Identifier: MIT */
#include "engine/completion-private.h"

/* Takes the rewrite apart into those of the rule's derivation, to be done in order from the stack's
 * end. */
static void
take_apart (ChaseCompletion *c, const ChaseRewrite *rewrite, ChaseRewrites *stack)
{
  const ChaseRewriteRule *rule = &c->rules[rewrite->rule];

  for (guint32 i = 0; i < rule->n_why; i++)
    {
      gsize which = rewrite->reverse ? rule->why + i : rule->why + rule->n_why - 1 - i;
      const ChaseRewrite *part = &c->whys.data[which];

      chase_rewrites_add (stack, part->rule, rewrite->at + part->at,
                          part->reverse != rewrite->reverse);
    }
}

static gboolean
expand (ChaseCompletion *c, ChaseRewrites *stack, gsize limit, ChaseTrail *trail)
{
  while (stack->length > 0)
    {
      ChaseRewrite rewrite = stack->data[--stack->length];

      if (chase_clock_tick (c->clock) || trail->len > limit || stack->length > limit)
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
  ChaseRewrites stack = { NULL };
  gboolean told;

  g_return_val_if_fail (c->proofs, FALSE);
  c->x.length = c->y.length = 0;
  c->trace_x.length = c->trace_y.length = 0;
  if (!chase_completion_trace (c, left, &c->x, &c->trace_x)
      || !chase_completion_trace (c, right, &c->y, &c->trace_y))
    return FALSE;
  for (gsize i = 0; i < c->trace_y.length; i++)
    chase_rewrites_add (&stack, c->trace_y.data[i].rule, c->trace_y.data[i].at, TRUE);
  for (gsize i = c->trace_x.length; i-- > 0;)
    chase_rewrites_add (&stack, c->trace_x.data[i].rule, c->trace_x.data[i].at, FALSE);
  told = expand (c, &stack, limit, trail);
  g_free (stack.data);
  return told;
}

ChaseEvidence *
chase_completion_normal (ChaseCompletion *c, ChaseWord left, ChaseWord right)
{
  g_autofree ChaseRule *rules = g_new (ChaseRule, (gsize)c->n_active + 1);
  guint32 n = 0;

  for (guint32 i = 0; i < c->n_rules; i++)
    if (c->rules[i].active)
      rules[n++] = (ChaseRule){ chase_rule_left (c, i), chase_rule_right (c, i) };
  c->x.length = c->y.length = 0;
  if (!chase_completion_trace (c, left, &c->x, NULL)
      || !chase_completion_trace (c, right, &c->y, NULL))
    return NULL;
  return chase_normal_new (rules, n, &c->order, c->index->n_arrows, chase_vector_word (&c->x),
                           chase_vector_word (&c->y));
}

gboolean
chase_completion_rule (const ChaseCompletion *c, guint32 number, ChaseWord *left, ChaseWord *right)
{
  *left = chase_rule_left (c, number);
  *right = chase_rule_right (c, number);
  return c->rules[number].active;
}
