/* SPDX-License-Identifier: MIT */
#include "engine/rule-automaton.h"

#define NONE G_MAXUINT32

static inline ChaseRuleState *
info_of (const ChaseRuleAutomaton *a, guint32 state)
{
  return &a->states[a->cell.data[state + 1]];
}

static inline guint32 *
cell_of (const ChaseRuleAutomaton *a, guint32 state, guint32 slot)
{
  return &a->cell.data[state + 2 + slot];
}

static guint32
add_state (ChaseRuleAutomaton *a, guint32 object, guint32 depth)
{
  guint32 state = (guint32)a->cell.length;

  if (a->n_states == a->capacity)
    {
      a->capacity = MAX (2 * a->capacity, a->index->n_objects + 32);
      a->states = g_renew (ChaseRuleState, a->states, a->capacity);
    }
  chase_vector_push (&a->cell, 0);
  chase_vector_push (&a->cell, a->n_states);
  chase_vector_fill (&a->cell, 0, a->index->out_first[object + 1] - a->index->out_first[object]);
  a->states[a->n_states++] = (ChaseRuleState){ object, depth, NONE, NONE, NONE, NONE, NONE };
  return state;
}

/* Makes @fail what @state fails to, and nothing else any more. */
static void
fail_to (ChaseRuleAutomaton *a, guint32 state, guint32 fail)
{
  ChaseRuleState *s = info_of (a, state), *f = info_of (a, fail);

  if (s->before != NONE)
    info_of (a, s->before)->after = s->after;
  else if (s->fail != NONE)
    info_of (a, s->fail)->child = s->after;
  if (s->after != NONE)
    info_of (a, s->after)->before = s->before;
  s->fail = fail;
  s->before = NONE;
  s->after = f->child;
  if (f->child != NONE)
    info_of (a, f->child)->before = state;
  f->child = state;
}

static void
push_children (ChaseRuleAutomaton *a, guint32 state)
{
  for (guint32 s = info_of (a, state)->child; s != NONE; s = info_of (a, s)->after)
    chase_vector_push (&a->stack, s);
}

/* The new state @made prolongs @state by the arrow with @slot: whatever ends with @state leads to
   it by that arrow, or to a longer state that fails to it now. */
static guint64
lead_to (ChaseRuleAutomaton *a, guint32 state, guint32 slot, guint32 made)
{
  guint32 depth = info_of (a, made)->depth;
  guint64 work = 0;

  *cell_of (a, state, slot) = made;
  a->stack.length = 0;
  push_children (a, state);
  while (a->stack.length > 0)
    {
      guint32 s = chase_vector_pop (&a->stack), next = *cell_of (a, s, slot);
      guint32 longer = info_of (a, next)->depth;

      work++;
      if (longer > depth && longer == info_of (a, s)->depth + 1)
        {
          if (info_of (a, info_of (a, next)->fail)->depth < depth)
            fail_to (a, next, made);
          continue;
        }
      if (longer < depth)
        *cell_of (a, s, slot) = made;
      push_children (a, s);
    }
  return work;
}

/* @state, by the arrow with @slot to @object, in a state of its own. */
static guint32
prolong (ChaseRuleAutomaton *a, guint32 state, guint32 slot, guint32 object, guint64 *work)
{
  guint32 made = add_state (a, object, info_of (a, state)->depth + 1);
  guint32 fail = *cell_of (a, state, slot);
  guint32 degree = a->index->out_first[object + 1] - a->index->out_first[object];

  a->cell.data[made] = a->cell.data[fail];
  memcpy (a->cell.data + made + 2, a->cell.data + fail + 2, degree * sizeof (guint32));
  fail_to (a, made, fail);
  *work += degree / 4 + lead_to (a, state, slot, made);
  return made;
}

/* Pushes the states that prolong the one of @state by a letter. */
static guint64
push_longer (ChaseRuleAutomaton *a, guint32 state)
{
  const ChaseRuleState *info = info_of (a, state);
  guint32 degree = a->index->out_first[info->object + 1] - a->index->out_first[info->object];
  guint32 depth = info->depth;

  for (guint32 k = 0; k < degree; k++)
    {
      guint32 next = *cell_of (a, state, k);

      if (info_of (a, next)->depth == depth + 1)
        chase_vector_push (&a->stack, next);
    }
  return degree;
}

/* Takes out the paths that go on from @state. */
static guint64
take_out (ChaseRuleAutomaton *a, guint32 state, ChaseVector *wholes)
{
  gsize bottom = a->stack.length;
  guint64 work = push_longer (a, state);

  while (a->stack.length > bottom)
    {
      guint32 s = chase_vector_pop (&a->stack), number = info_of (a, s)->number;

      if (number != NONE)
        chase_vector_push (wholes, number);
      info_of (a, s)->number = NONE;
      work += push_longer (a, s);
    }
  return work;
}

/* Whatever ends with @end has the path number @number at its end, and no path goes on from there.
 */
static guint64
name_all (ChaseRuleAutomaton *a, guint32 end, guint32 number, ChaseVector *wholes)
{
  guint64 work = 0;

  a->stack.length = 0;
  chase_vector_push (&a->stack, end);
  while (a->stack.length > 0)
    {
      guint32 state = chase_vector_pop (&a->stack);
      guint32 *own = &info_of (a, state)->number;

      if (state != end && *own != NONE)
        chase_vector_push (wholes, *own);
      *own = state == end ? number : NONE;
      a->cell.data[state] = number + 1;
      push_children (a, state);
      work += 1 + take_out (a, state, wholes) / 2;
    }
  return work;
}

guint64
chase_rule_automaton_add (ChaseRuleAutomaton *a, ChaseWord path, guint32 number,
                          ChaseVector *wholes)
{
  guint32 state = a->start[a->index->source[path.letters[0]]];
  guint64 work = path.length;

  for (guint32 i = 0; i < path.length; i++)
    {
      guint32 slot = a->index->slot[path.letters[i]], next = *cell_of (a, state, slot);

      if (info_of (a, next)->depth != i + 1)
        next = prolong (a, state, slot, a->index->target[path.letters[i]], &work);
      state = next;
    }
  return work + name_all (a, state, number, wholes);
}

gsize
chase_rule_automaton_bytes (const ChaseRuleAutomaton *a)
{
  return a->cell.capacity * sizeof (guint32) + a->capacity * sizeof (ChaseRuleState);
}

void
chase_rule_automaton_init (ChaseRuleAutomaton *a, const ChaseIndex *index)
{
  *a = (ChaseRuleAutomaton){ .index = index };
  a->start = g_new (guint32, (gsize)index->n_objects + 1);
  for (guint32 o = 0; o < index->n_objects; o++)
    a->start[o] = add_state (a, o, 0);
  for (guint32 f = 0; f < index->n_arrows; f++)
    *cell_of (a, a->start[index->source[f]], index->slot[f]) = a->start[index->target[f]];
}

void
chase_rule_automaton_clear (ChaseRuleAutomaton *a)
{
  chase_vector_clear (&a->cell);
  chase_vector_clear (&a->stack);
  g_clear_pointer (&a->states, g_free);
  g_clear_pointer (&a->start, g_free);
}
