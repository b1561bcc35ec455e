/* SPDX-License-Identifier: MIT */
#include "engine/cancel.h"

#include "engine/shorten.h"
#include "engine/trail.h"

enum
{
  MAX_FOUND = 40,
  MAX_STEPS = 100000, /* of the derivation of one of them */
};

typedef struct
{
  ChaseCompletion *system;
  const ChaseIndex *index;
  ChaseClock *clock;
  GHashTable *by_value[2]; /* side -> what a path with the arrow at that side becomes -> Ending */
  GArray *found;
} Finder;

/* A path with an arrow at one of its sides, and what it becomes. */
typedef struct
{
  guint32 arrow;
  ChaseWord value;
  ChaseWord path;
} Ending;

static guint
ending_hash (gconstpointer key)
{
  const Ending *ending = key;

  return chase_word_hash (ending->arrow, ending->value);
}

static gboolean
ending_equal (gconstpointer a, gconstpointer b)
{
  const Ending *one = a, *other = b;

  return one->arrow == other->arrow && chase_word_equal (one->value, other->value);
}

static void
cancelled_clear (gpointer data)
{
  chase_evidence_unref (((ChaseCancelled *)data)->of);
}

static ChaseWord
stripped (ChaseWord word, ChaseSide side)
{
  return (ChaseWord){ word.letters + (side == CHASE_SIDE_LEFT), word.length - 1 };
}

static guint32
arrow_at (ChaseWord word, ChaseSide side)
{
  return word.letters[side == CHASE_SIDE_LEFT ? 0 : word.length - 1];
}

/* Whether @word has an arrow at @side that may be cancelled there. */
static gboolean
may_strip (const Finder *f, ChaseWord word, ChaseSide side)
{
  ChaseProperty mono = CHASE_PROPERTY_MONO | CHASE_PROPERTY_SPLIT_MONO;
  ChaseProperty epi = CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI;
  const ChaseArrow *arrow;

  if (word.length == 0)
    return FALSE;
  arrow = chase_presentation_arrow (f->index->presentation, arrow_at (word, side));
  return (arrow->properties & (side == CHASE_SIDE_LEFT ? epi : mono)) != 0
         && arrow->inverse == G_MAXUINT32;
}

/* The two paths, which have one reduced form, begin (end) with one arrow: takes note of what is
   left without it, unless the system knows that already. */
static void
note (Finder *f, ChaseWord one, ChaseWord other, ChaseSide side)
{
  ChaseWord left = stripped (one, side), right = stripped (other, side);
  g_autoptr (ChaseTrail) trail = NULL;
  ChaseCancelled cancelled = { arrow_at (one, side), side, NULL };
  guint32 source = f->index->source[one.letters[0]];

  if (f->found->len >= MAX_FOUND || chase_completion_joins (f->system, left, right))
    return;
  trail = chase_trail_new ();
  if (!chase_completion_explain (f->system, one, other, MAX_STEPS, trail))
    return;
  chase_trail_reduce (trail, f->index, f->clock);
  cancelled.of = chase_trail_to_proof (trail, f->index, one, other, f->clock);
  if (cancelled.of == NULL)
    return;
  cancelled.of = chase_proof_shorten (cancelled.of, f->index, source, f->clock);
  g_array_append_val (f->found, cancelled);
}

static void
look_at (Finder *f, ChaseWord left, ChaseWord right, ChaseSide side)
{
  Ending *ending, *known;

  if (!may_strip (f, left, side))
    return;
  if (right.length > 0 && arrow_at (right, side) == arrow_at (left, side))
    {
      note (f, left, right, side);
      return;
    }
  ending = g_new (Ending, 1);
  *ending = (Ending){ arrow_at (left, side), right, left };
  known = g_hash_table_lookup (f->by_value[side], ending);
  if (known == NULL)
    {
      g_hash_table_add (f->by_value[side], ending);
      return;
    }
  note (f, known->path, left, side);
  g_free (ending);
}

GArray *
chase_cancel_in (ChaseCompletion *system, const ChaseIndex *index, ChaseClock *clock)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (ChaseCancelled));
  Finder f = { .system = system, .index = index, .clock = clock, .found = found };
  guint32 n = chase_completion_version (system);

  g_array_set_clear_func (found, cancelled_clear);
  for (guint side = 0; side < 2; side++)
    f.by_value[side] = g_hash_table_new_full (ending_hash, ending_equal, g_free, NULL);
  for (guint32 i = 0; i < n && !chase_clock_tick (clock); i++)
    {
      ChaseWord left, right;

      if (!chase_completion_rule (system, i, &left, &right))
        continue;
      look_at (&f, left, right, CHASE_SIDE_LEFT);
      look_at (&f, left, right, CHASE_SIDE_RIGHT);
    }
  for (guint side = 0; side < 2; side++)
    g_hash_table_unref (f.by_value[side]);
  return found->len > 0 ? g_steal_pointer (&found) : NULL;
}
