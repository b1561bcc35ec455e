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

/* Which rules the complete system's are derived by: those themselves among them. */
static guint8 *
needed_rules (const ChaseCompletion *c)
{
  guint8 *needed = g_new0 (guint8, (gsize)c->n_rules + 1);

  for (guint32 i = c->n_rules; i-- > 0;)
    {
      needed[i] |= c->rules[i].active;
      for (guint32 k = 0; k < c->rules[i].n_why && needed[i]; k++)
        {
          guint32 rule = c->whys.data[c->rules[i].why + k].rule;

          if (!(rule & CHASE_IS_RELATION))
            needed[rule] = TRUE;
        }
    }
  return needed;
}

/* The step of evidence that @rewrite is, with the rules by the numbers of their derivations; FALSE
 * where there is none. */
static gboolean
step_of (const ChaseCompletion *c, const ChaseRewrite *rewrite, const guint32 *number,
         ChaseRuleStep *step)
{
  static const ChaseRuleReason reasons[]
      = { CHASE_RULE_BY_EQUATION, CHASE_RULE_BY_INVERSE, CHASE_RULE_BY_IDEMPOTENT };
  const ChaseRelation *relation;

  *step = (ChaseRuleStep){ .at = rewrite->at, .reverse = rewrite->reverse != 0 };
  if (!(rewrite->rule & CHASE_IS_RELATION))
    {
      step->reason = CHASE_RULE_BY_DERIVED;
      step->number = number[rewrite->rule];
      return TRUE;
    }
  relation = &c->index->relations[rewrite->rule & ~CHASE_IS_RELATION];
  if (relation->origin == CHASE_ORIGIN_CANCELLED)
    return FALSE;
  step->reason = reasons[relation->origin];
  step->number = relation->number;
  return TRUE;
}

/* Adds how the rules follow, in the order in which they were found; FALSE where by cancelling. */
static gboolean
add_derivations (const ChaseCompletion *c, ChaseEvidence *normal)
{
  g_autofree guint8 *needed = needed_rules (c);
  g_autofree guint32 *number = g_new (guint32, (gsize)c->n_rules + 1);
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (ChaseRuleStep));
  guint32 n_active = 0;

  for (guint32 i = 0; i < c->n_rules; i++)
    {
      const ChaseRewriteRule *rule = &c->rules[i];
      ChaseRule sides = { chase_rule_left (c, i), chase_rule_right (c, i) };

      if (!needed[i])
        continue;
      number[i] = normal->normal.n_derivations;
      g_array_set_size (steps, rule->n_why);
      for (guint32 k = 0; k < rule->n_why; k++)
        if (!step_of (c, &c->whys.data[rule->why + k], number,
                      &g_array_index (steps, ChaseRuleStep, k)))
          return FALSE;
      chase_normal_add_derivation (normal, rule->active ? n_active++ : CHASE_LEMMA, sides,
                                   (ChaseRuleStep *)(gpointer)steps->data, steps->len);
    }
  return TRUE;
}

ChaseEvidence *
chase_completion_normal (ChaseCompletion *c, ChaseWord left, ChaseWord right)
{
  g_autofree ChaseRule *rules = g_new (ChaseRule, (gsize)c->n_active + 1);
  g_autoptr (ChaseEvidence) normal = NULL;
  guint32 n = 0;

  for (guint32 i = 0; i < c->n_rules; i++)
    if (c->rules[i].active)
      rules[n++] = (ChaseRule){ chase_rule_left (c, i), chase_rule_right (c, i) };
  c->x.length = c->y.length = 0;
  if (!chase_completion_trace (c, left, &c->x, NULL)
      || !chase_completion_trace (c, right, &c->y, NULL))
    return NULL;
  normal = chase_normal_new (rules, n, &c->order, c->index->n_arrows, chase_vector_word (&c->x),
                             chase_vector_word (&c->y));
  return add_derivations (c, normal) ? g_steal_pointer (&normal) : NULL;
}

gboolean
chase_completion_rule (const ChaseCompletion *c, guint32 number, ChaseWord *left, ChaseWord *right)
{
  *left = chase_rule_left (c, number);
  *right = chase_rule_right (c, number);
  return c->rules[number].active;
}
