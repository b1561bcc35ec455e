/* SPDX-License-Identifier: MIT */
#include "engine/automaton.h"

#include "engine/quotient.h"

typedef struct
{
  guint32 object;
  guint32 child;   /* first child, or 0 (the root is nobody's child) */
  guint32 sibling; /* next one, by growing letter */
  guint32 letter;
  guint32 state;
  gboolean accepting;
} Knot;

struct _ChaseAutomaton
{
  const ChaseIndex *index;
  GArray *knots;
};

ChaseAutomaton *
chase_automaton_new (const ChaseIndex *index, guint32 source)
{
  ChaseAutomaton *automaton = g_new0 (ChaseAutomaton, 1);
  Knot root = { .object = source };

  automaton->index = index;
  automaton->knots = g_array_new (FALSE, FALSE, sizeof (Knot));
  g_array_append_val (automaton->knots, root);
  return automaton;
}

void
chase_automaton_free (ChaseAutomaton *automaton)
{
  g_array_unref (automaton->knots);
  g_free (automaton);
}

static Knot *
knot (const ChaseAutomaton *automaton, guint32 i)
{
  return &g_array_index (automaton->knots, Knot, i);
}

static guint32
child_by (ChaseAutomaton *automaton, guint32 at, guint32 letter)
{
  guint32 before = 0, next = knot (automaton, at)->child;
  Knot added = { .letter = letter, .object = automaton->index->target[letter] };
  guint32 number = automaton->knots->len;

  for (; next != 0 && knot (automaton, next)->letter < letter;
       next = knot (automaton, next)->sibling)
    before = next;
  if (next != 0 && knot (automaton, next)->letter == letter)
    return next;
  added.sibling = next;
  g_array_append_val (automaton->knots, added);
  if (before == 0)
    knot (automaton, at)->child = number;
  else
    knot (automaton, before)->sibling = number;
  return number;
}

void
chase_automaton_accept (ChaseAutomaton *automaton, ChaseWord path)
{
  guint32 at = 0;

  for (guint32 i = 0; i < path.length; i++)
    at = child_by (automaton, at, path.letters[i]);
  knot (automaton, at)->accepting = TRUE;
}

/* What a state is known by: whether it accepts, and the letters and states that follow. */
static GBytes *
signature (const ChaseAutomaton *automaton, const Knot *k)
{
  g_autoptr (GArray) key = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 accepting = k->accepting;

  g_array_append_val (key, accepting);
  for (guint32 c = k->child; c != 0; c = knot (automaton, c)->sibling)
    {
      g_array_append_val (key, knot (automaton, c)->letter);
      g_array_append_val (key, knot (automaton, c)->state);
    }
  return g_bytes_new (key->data, key->len * sizeof (guint32));
}

/* Children have greater numbers than their parents, so states are found from the last knot on.
   Returns one knot of each state. */
static GArray *
find_states (ChaseAutomaton *automaton)
{
  g_autoptr (GHashTable) known
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
  GArray *states = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = automaton->knots->len; i-- > 0;)
    {
      GBytes *key = signature (automaton, knot (automaton, i));
      gpointer state;

      if (g_hash_table_lookup_extended (known, key, NULL, &state))
        {
          knot (automaton, i)->state = GPOINTER_TO_UINT (state);
          g_bytes_unref (key);
          continue;
        }
      knot (automaton, i)->state = states->len;
      g_hash_table_insert (known, key, GUINT_TO_POINTER (states->len));
      g_array_append_val (states, i);
    }
  return states;
}

ChaseEvidence *
chase_automaton_model (ChaseAutomaton *automaton, ChaseWord left, ChaseWord right,
                       ChaseClock *clock)
{
  g_autoptr (GArray) states = find_states (automaton);
  g_autoptr (ChaseAction) functor = chase_action_new (automaton->index);

  for (guint32 q = 0; q < states->len; q++)
    chase_action_add (functor, knot (automaton, g_array_index (states, guint32, q))->object);
  for (guint32 q = 0; q < states->len; q++)
    for (guint32 c = knot (automaton, g_array_index (states, guint32, q))->child; c != 0;
         c = knot (automaton, c)->sibling)
      chase_action_set (functor, q, knot (automaton, c)->letter, knot (automaton, c)->state);
  return chase_action_separate (functor, knot (automaton, 0)->state, left, right, clock);
}
