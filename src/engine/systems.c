/* SPDX-License-Identifier: MIT */
#include "engine/systems.h"

#include "engine/completion.h"

#include <string.h>

/* Complete systems for questions that look at the rules themselves. */

static ChaseEvidence *
complete (const ChaseIndex *index, ChaseOrder *order, guint64 work, ChaseClock *clock)
{
  g_autoptr (ChaseCompletion) completion = chase_completion_new (index, order, clock);
  ChaseEvidence *system;

  if (chase_completion_run (completion, work) != CHASE_COMPLETION_COMPLETE)
    return NULL;
  system = chase_completion_normal (completion, (ChaseWord){ NULL, 0 }, (ChaseWord){ NULL, 0 });
  if (system != NULL && index->cancels
      && !chase_system_keeps_declared (&system->normal, index->presentation))
    g_clear_pointer (&system, chase_evidence_unref);
  return system;
}

gboolean
chase_system_keeps_declared (const ChaseNormal *system, const ChasePresentation *presentation)
{
  const guint split = CHASE_PROPERTY_SPLIT_MONO | CHASE_PROPERTY_SPLIT_EPI;

  for (guint32 f = 0; f < chase_presentation_n_arrows (presentation); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (presentation, f);

      if (arrow->inverse != G_MAXUINT32)
        continue;
      if ((arrow->properties & split) != 0
          || ((arrow->properties & CHASE_PROPERTY_MONO) != 0
              && !chase_system_cancels (system, f, TRUE))
          || ((arrow->properties & CHASE_PROPERTY_EPI) != 0
              && !chase_system_cancels (system, f, FALSE)))
        return FALSE;
    }
  return TRUE;
}

GPtrArray *
chase_systems_find (const ChaseIndex *index, guint64 work, ChaseClock *clock)
{
  GPtrArray *systems = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_evidence_unref);

  for (guint i = 0; i < CHASE_N_ORDERS; i++)
    {
      ChaseOrder order;
      ChaseEvidence *system;

      if (chase_clock_look (clock) || !chase_order_init (&order, index, i))
        continue;
      system = complete (index, &order, work, clock);
      if (system != NULL)
        g_ptr_array_add (systems, system);
    }
  return systems;
}

ChaseEvidence *
chase_system_ranking (const ChaseIndex *index, guint32 arrow, gboolean highest, guint64 work,
                      ChaseClock *clock)
{
  ChaseOrder order = { .kind = CHASE_ORDER_SHORTLEX };

  if (chase_clock_look (clock))
    return NULL;
  order.rank = g_new (guint32, index->n_arrows + 1);
  for (guint32 f = 0; f < index->n_arrows; f++)
    order.rank[f]
        = f == arrow ? (highest ? index->n_arrows - 1 : 0) : f + (highest ? 0 : 1) - (f > arrow);
  return complete (index, &order, work, clock);
}

static gboolean
occurs (const GArray *word, guint at, ChaseWord side)
{
  return at + side.length <= word->len
         && memcmp (&g_array_index (word, guint32, at), side.letters,
                    side.length * sizeof (guint32))
                == 0;
}

static gboolean
rewrite_once (const ChaseNormal *system, GArray *word)
{
  for (guint at = 0; at < word->len; at++)
    for (guint32 r = 0; r < system->n_rules; r++)
      {
        const ChaseRule *rule = &system->rules[r];

        if (!occurs (word, at, rule->left))
          continue;
        g_array_remove_range (word, at, rule->left.length);
        if (rule->right.length > 0)
          g_array_insert_vals (word, at, rule->right.letters, rule->right.length);
        return TRUE;
      }
  return FALSE;
}

void
chase_system_reduce (const ChaseNormal *system, GArray *word)
{
  while (rewrite_once (system, word))
    ;
}

gboolean
chase_system_touches (const ChaseNormal *system, guint32 arrow, gboolean end)
{
  for (guint32 r = 0; r < system->n_rules; r++)
    {
      ChaseWord left = system->rules[r].left;

      if (left.letters[end ? left.length - 1 : 0] == arrow)
        return TRUE;
    }
  return FALSE;
}

gboolean
chase_system_cancels (const ChaseNormal *system, guint32 arrow, gboolean end)
{
  for (guint32 r = 0; r < system->n_rules; r++)
    {
      ChaseWord left = system->rules[r].left;
      ChaseWord rest = chase_word_part (left, !end, left.length - 1);

      if (left.letters[end ? left.length - 1 : 0] != arrow)
        continue;
      if (rest.length == 0 || !chase_word_equal (rest, system->rules[r].right)
          || rest.letters[end ? rest.length - 1 : 0] == arrow)
        return FALSE;
    }
  return TRUE;
}
