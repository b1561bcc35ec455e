/* SPDX-License-Identifier: MIT */
#include "engine/search.h"

#include "engine/automaton.h"

#include <string.h>

/* Paths can grow without end: what is looked at is limited in letters as well. */
enum
{
  LETTERS_EACH = 100,
};

/* A path that was found, and the step that gave it. */
typedef struct
{
  gsize first; /* of its letters */
  guint32 length;
  guint32 parent; /* or G_MAXUINT32 */
  guint32 relation;
  guint32 at;
  guint8 reverse;
  guint8 end; /* which of the two paths it comes from */
} Found;

typedef struct
{
  const ChaseIndex *index;
  guint32 source;
  ChaseClock *clock;
  guint32 limit;
  guint64 work;    /* letters looked at */
  GArray *letters; /* guint32 */
  GArray *found;   /* Found */
  guint32 *table;  /* hash -> found + 1 */
  guint32 mask;
  GArray *layer[2]; /* of found paths that are to be expanded */
  GArray *scratch;
  guint32 meeting[2];
} Search;

static const guint32 *
letters_of (const Search *s, const Found *f)
{
  return (const guint32 *)(gpointer)s->letters->data + f->first;
}

static ChaseWord
word_of (const Search *s, const Found *f)
{
  return (ChaseWord){ letters_of (s, f), f->length };
}

static Found *
found_at (const Search *s, guint32 i)
{
  return &g_array_index (s->found, Found, i);
}

static void
grow_table (Search *s)
{
  g_free (s->table);
  s->mask = 2 * s->mask + 1;
  s->table = g_new0 (guint32, (gsize)s->mask + 1);
  for (guint32 i = 0; i < s->found->len; i++)
    {
      const Found *f = found_at (s, i);
      guint32 slot = chase_word_hash (0, word_of (s, f)) & s->mask;

      while (s->table[slot] != 0)
        slot = (slot + 1) & s->mask;
      s->table[slot] = i + 1;
    }
}

/* Takes in the path in the scratch array; TRUE when it joins the two ends. */
static gboolean
take_in (Search *s, const Found *like)
{
  ChaseWord word = { (const guint32 *)(gpointer)s->scratch->data, s->scratch->len };
  guint32 number = s->found->len;
  guint32 slot;
  Found f = *like;

  s->work += word.length;
  if (2 * s->found->len >= s->mask)
    grow_table (s);
  for (slot = chase_word_hash (0, word) & s->mask; s->table[slot] != 0; slot = (slot + 1) & s->mask)
    {
      const Found *other = found_at (s, s->table[slot] - 1);

      if (!chase_word_equal (word_of (s, other), word))
        continue;
      if (other->end == f.end)
        return FALSE;
      s->meeting[other->end] = s->table[slot] - 1;
      s->meeting[f.end] = number;
      break;
    }
  f.first = s->letters->len;
  f.length = word.length;
  if (word.length > 0)
    g_array_append_vals (s->letters, word.letters, word.length);
  g_array_append_val (s->found, f);
  if (s->table[slot] != 0)
    return TRUE;
  s->table[slot] = number + 1;
  g_array_append_val (s->layer[f.end], number);
  chase_clock_take (s->clock, (gssize)(sizeof f + (word.length + 4) * sizeof (guint32)));
  return FALSE;
}

/* Applies a side of a relation to found path @number at @at, where it may or may not stand. */
static gboolean
try_side (Search *s, guint32 number, guint32 at, guint32 side)
{
  const ChaseRelation *r = &s->index->relations[side / 2];
  ChaseWord from = r->side[side & 1], to = r->side[1 - (side & 1)];
  const Found *f = found_at (s, number);
  const guint32 *letters = letters_of (s, f);
  Found next
      = { .parent = number, .relation = side / 2, .at = at, .reverse = side & 1, .end = f->end };

  if (from.length > f->length - at
      || (from.length > 0
          && memcmp (letters + at, from.letters, from.length * sizeof (guint32)) != 0))
    return FALSE;
  g_array_set_size (s->scratch, 0);
  if (at > 0)
    g_array_append_vals (s->scratch, letters, at);
  if (to.length > 0)
    g_array_append_vals (s->scratch, to.letters, to.length);
  if (f->length > at + from.length)
    g_array_append_vals (s->scratch, letters + at + from.length, f->length - at - from.length);
  return take_in (s, &next);
}

static gboolean
try_sides (Search *s, guint32 number, guint32 at, guint32 key)
{
  for (guint32 i = s->index->begin_first[key]; i < s->index->begin_first[key + 1]; i++)
    if (try_side (s, number, at, s->index->begin[i]))
      return TRUE;
  return FALSE;
}

static gboolean
expand (Search *s, guint32 number)
{
  guint32 length = found_at (s, number)->length;
  guint32 object = s->source;

  for (guint32 at = 0; at <= length; at++)
    {
      guint32 letter;

      if (try_sides (s, number, at, s->index->n_arrows + object))
        return TRUE;
      if (at == length)
        break;
      letter = letters_of (s, found_at (s, number))[at];
      if (try_sides (s, number, at, letter))
        return TRUE;
      object = s->index->target[letter];
    }
  return FALSE;
}

/* Expands one whole layer of one end; TRUE when the ends met. */
static gboolean
expand_layer (Search *s, guint end, gboolean *full)
{
  g_autoptr (GArray) layer = s->layer[end];

  s->layer[end] = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < layer->len; i++)
    {
      if (expand (s, g_array_index (layer, guint32, i)))
        return TRUE;
      *full = chase_clock_tick (s->clock) || s->found->len >= s->limit
              || s->work >= (guint64)s->limit * LETTERS_EACH;
      if (*full)
        return FALSE;
    }
  return FALSE;
}

static void
trail_from (const Search *s, guint32 number, gboolean backwards, ChaseTrail *trail)
{
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (; found_at (s, number)->parent != G_MAXUINT32; number = found_at (s, number)->parent)
    g_array_append_val (chain, number);
  for (guint i = 0; i < chain->len; i++)
    {
      const Found *f
          = found_at (s, g_array_index (chain, guint32, backwards ? i : chain->len - 1 - i));

      chase_trail_add (trail, f->relation, f->at, f->reverse != backwards);
    }
}

static ChaseEvidence *
class_model (const Search *s, guint end, ChaseWord left, ChaseWord right)
{
  g_autoptr (ChaseAutomaton) automaton = chase_automaton_new (s->index, s->source);

  for (guint32 i = 0; i < s->found->len; i++)
    {
      const Found *f = found_at (s, i);

      if (f->end == end)
        chase_automaton_accept (automaton, word_of (s, f));
    }
  return chase_automaton_model (automaton, left, right, s->clock);
}

static void
search_init (Search *s)
{
  s->letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  s->found = g_array_new (FALSE, FALSE, sizeof (Found));
  s->scratch = g_array_new (FALSE, FALSE, sizeof (guint32));
  s->layer[0] = g_array_new (FALSE, FALSE, sizeof (guint32));
  s->layer[1] = g_array_new (FALSE, FALSE, sizeof (guint32));
  s->mask = 63;
  s->table = g_new0 (guint32, 64);
}

static void
search_clear (Search *s)
{
  chase_clock_take (s->clock, -(gssize)((s->letters->len + 4 * s->found->len) * sizeof (guint32)
                                        + s->found->len * sizeof (Found)));
  g_array_unref (s->letters);
  g_array_unref (s->found);
  g_array_unref (s->scratch);
  g_array_unref (s->layer[0]);
  g_array_unref (s->layer[1]);
  g_free (s->table);
}

static gboolean
begin (Search *s, ChaseWord word, guint end)
{
  Found f = { .parent = G_MAXUINT32, .end = (guint8)end };

  g_array_set_size (s->scratch, 0);
  if (word.length > 0)
    g_array_append_vals (s->scratch, word.letters, word.length);
  return take_in (s, &f);
}

static ChaseSearchResult
run (Search *s, guint *exhausted)
{
  gboolean full = FALSE;

  while (!full)
    {
      guint end = s->layer[0]->len <= s->layer[1]->len ? 0 : 1;

      if (s->layer[end]->len == 0)
        {
          *exhausted = end;
          return CHASE_SEARCH_DIFFERENT;
        }
      if (expand_layer (s, end, &full))
        return CHASE_SEARCH_EQUAL;
    }
  return CHASE_SEARCH_OPEN;
}

ChaseSearchResult
chase_search (const ChaseIndex *index, guint32 source, ChaseWord left, ChaseWord right,
              guint32 limit, ChaseClock *clock, ChaseEvidence **evidence)
{
  Search s = { .index = index, .source = source, .clock = clock, .limit = limit };
  ChaseSearchResult result;
  guint exhausted;

  search_init (&s);
  if (begin (&s, left, 0) || begin (&s, right, 1))
    result = CHASE_SEARCH_EQUAL;
  else
    result = run (&s, &exhausted);
  *evidence = NULL;
  if (result == CHASE_SEARCH_EQUAL)
    {
      g_autoptr (ChaseTrail) trail = chase_trail_new ();

      trail_from (&s, s.meeting[0], FALSE, trail);
      trail_from (&s, s.meeting[1], TRUE, trail);
      *evidence = chase_trail_to_proof (trail, index, left, right, clock);
    }
  else if (result == CHASE_SEARCH_DIFFERENT)
    *evidence = class_model (&s, exhausted, left, right);
  search_clear (&s);
  return result;
}
