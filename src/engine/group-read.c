/* SPDX-License-Identifier: MIT */
#include "engine/group-private.h"

/* Arrows that are equal, or each other's inverses, are one generator: a forest in which an arrow is
 * its parent, or (@turned) its parent's inverse. */
typedef struct
{
  guint32 *parent;
  guint8 *turned;
  guint8 *own; /* of a root: it is its own inverse */
} Generators;

static guint32
find (const Generators *g, guint32 arrow, gboolean *turned)
{
  *turned = FALSE;
  for (; g->parent[arrow] != arrow; arrow = g->parent[arrow])
    *turned ^= g->turned[arrow];
  return arrow;
}

/* @f is @other, or, @turned, its inverse. */
static void
join (Generators *g, guint32 f, guint32 other, gboolean turned)
{
  gboolean one, two;
  guint32 x = find (g, f, &one), y = find (g, other, &two);

  turned ^= one ^ two;
  if (x == y)
    {
      g->own[x] |= turned;
      return;
    }
  g->parent[MAX (x, y)] = MIN (x, y);
  g->turned[MAX (x, y)] = (guint8)turned;
  g->own[MIN (x, y)] |= g->own[MAX (x, y)];
}

static void
find_generators (const ChaseIndex *index, Generators *g)
{
  for (guint32 f = 0; f < index->n_arrows; f++)
    g->parent[f] = f;
  for (guint32 i = 0; i < index->n_relations; i++)
    {
      ChaseWord left = index->relations[i].side[0], right = index->relations[i].side[1];

      if (left.length == 1 && right.length == 1)
        join (g, left.letters[0], right.letters[0], FALSE);
      else if (left.length == 2 && right.length == 0)
        join (g, left.letters[0], left.letters[1], TRUE);
      else if (left.length == 0 && right.length == 2)
        join (g, right.letters[0], right.letters[1], TRUE);
    }
}

/* A column for each generator, and one for its inverse unless it is that itself. */
static void
make_columns (ChaseGroup *group, const Generators *g)
{
  guint32 n = group->index->n_arrows;
  g_autofree guint32 *first = g_new (guint32, (gsize)n + 1);

  for (guint32 f = 0; f < n; f++)
    {
      if (g->parent[f] != f)
        continue;
      first[f] = group->n_columns;
      for (guint32 k = g->own[f] ? 1 : 2; k > 0; k--)
        {
          group->inverse[group->n_columns] = g->own[f] ? first[f] : first[f] + k - 1;
          group->arrow[group->n_columns++] = CHASE_NO_COSET;
        }
    }
  for (guint32 f = 0; f < n; f++)
    {
      gboolean turned;
      guint32 root = find (g, f, &turned);

      group->column[f] = first[root] + (turned && !g->own[root] ? 1 : 0);
      if (group->arrow[group->column[f]] == CHASE_NO_COSET)
        group->arrow[group->column[f]] = f;
    }
}

static void
push_reduced (ChaseGroup *group, gsize first, guint32 column)
{
  ChaseVector *letters = &group->letters;

  if (letters->length > first && group->inverse[letters->data[letters->length - 1]] == column)
    letters->length--;
  else
    chase_vector_push (letters, column);
}

/* The least part of which the word is a power. */
static guint32
root_length (const guint32 *letters, guint32 n)
{
  for (guint32 k = 1; k < n; k++)
    if (n % k == 0 && memcmp (letters, letters + k, (n - k) * sizeof (guint32)) == 0)
      return k;
  return n;
}

static void
add_relator (ChaseGroup *group, const ChaseRelation *relation)
{
  gsize first = group->letters.length;
  ChaseWord left = relation->side[0], right = relation->side[1];
  ChaseRelator relator = { (guint32)first };
  guint32 *letters;

  for (guint32 i = 0; i < left.length; i++)
    push_reduced (group, first, group->column[left.letters[i]]);
  for (guint32 i = right.length; i-- > 0;)
    push_reduced (group, first, group->inverse[group->column[right.letters[i]]]);
  letters = group->letters.data;
  while (group->letters.length > relator.first + 1
         && letters[relator.first] == group->inverse[letters[group->letters.length - 1]])
    {
      relator.first++;
      group->letters.length--;
    }
  relator.length = (guint32)group->letters.length - relator.first;
  /* An involution's square is in the columns themselves. */
  if (relator.length == 0
      || (relator.length == 2 && letters[relator.first] == letters[relator.first + 1]
          && group->inverse[letters[relator.first]] == letters[relator.first]))
    return;
  relator.root = root_length (letters + relator.first, relator.length);
  g_array_append_val (group->relators, relator);
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  const ChaseRelator *x = a, *y = b;

  if (x->length != y->length)
    return x->length < y->length ? -1 : 1;
  return x->first < y->first ? -1 : 1;
}

gboolean
chase_group_read (ChaseGroup *group)
{
  const ChaseIndex *index = group->index;
  gsize n = index->n_arrows;
  Generators g = { NULL };

  if (index->n_objects != 1 || index->cancels)
    return FALSE;
  for (guint32 f = 0; f < n; f++)
    if (index->inverse[f] == G_MAXUINT32)
      return FALSE;
  g = (Generators){ g_new (guint32, n + 1), g_new0 (guint8, n + 1), g_new0 (guint8, n + 1) };
  group->column = g_new (guint32, n + 1);
  group->arrow = g_new (guint32, 2 * n + 1);
  group->inverse = g_new (guint32, 2 * n + 1);
  find_generators (index, &g);
  make_columns (group, &g);
  g_free (g.parent);
  g_free (g.turned);
  g_free (g.own);
  for (guint32 i = 0; i < index->n_relations; i++)
    add_relator (group, &index->relations[i]);
  g_array_sort (group->relators, compare);
  return TRUE;
}
