/* SPDX-License-Identifier: MIT */
#include "engine/quotient.h"

#include <string.h>

struct _ChaseAction
{
  const ChaseIndex *index;
  guint32 *slot;  /* arrow -> its place among those of its source */
  GArray *object; /* element -> guint32 */
  GArray *first;  /* element -> gsize, its first value */
  GArray *value;  /* guint32, or G_MAXUINT32 */
};

ChaseAction *
chase_action_new (const ChaseIndex *index)
{
  ChaseAction *action = g_new0 (ChaseAction, 1);

  action->index = index;
  action->slot = g_new (guint32, (gsize)index->n_arrows + 1);
  for (guint32 o = 0; o < index->n_objects; o++)
    for (guint32 i = index->out_first[o]; i < index->out_first[o + 1]; i++)
      action->slot[index->out[i]] = i - index->out_first[o];
  action->object = g_array_new (FALSE, FALSE, sizeof (guint32));
  action->first = g_array_new (FALSE, FALSE, sizeof (gsize));
  action->value = g_array_new (FALSE, FALSE, sizeof (guint32));
  return action;
}

void
chase_action_free (ChaseAction *action)
{
  g_free (action->slot);
  g_array_unref (action->object);
  g_array_unref (action->first);
  g_array_unref (action->value);
  g_free (action);
}

guint32
chase_action_add (ChaseAction *action, guint32 object)
{
  const ChaseIndex *index = action->index;
  guint32 none = G_MAXUINT32;
  gsize first = action->value->len;

  g_array_append_val (action->object, object);
  g_array_append_val (action->first, first);
  for (guint32 i = index->out_first[object]; i < index->out_first[object + 1]; i++)
    g_array_append_val (action->value, none);
  return action->object->len - 1;
}

static guint32 *
values_of (const ChaseAction *action, guint32 element)
{
  return (guint32 *)(gpointer)action->value->data + g_array_index (action->first, gsize, element);
}

static guint32
object_of (const ChaseAction *action, guint32 element)
{
  return g_array_index (action->object, guint32, element);
}

static guint32
degree_of (const ChaseAction *action, guint32 element)
{
  guint32 object = object_of (action, element);

  return action->index->out_first[object + 1] - action->index->out_first[object];
}

void
chase_action_set (ChaseAction *action, guint32 element, guint32 arrow, guint32 value)
{
  values_of (action, element)[action->slot[arrow]] = value;
}

/* Gives every element all its values: what leads nowhere leads to the point of its object. */
static void
add_points (ChaseAction *action)
{
  const ChaseIndex *index = action->index;
  g_autofree guint32 *point = g_new (guint32, (gsize)index->n_objects + 1);

  memset (point, 0xff, index->n_objects * sizeof (guint32));
  for (guint32 e = 0; e < action->object->len; e++)
    for (guint32 k = 0; k < degree_of (action, e); k++)
      {
        guint32 target = index->target[index->out[index->out_first[object_of (action, e)] + k]];

        if (values_of (action, e)[k] != G_MAXUINT32)
          continue;
        if (point[target] == G_MAXUINT32)
          point[target] = chase_action_add (action, target);
        values_of (action, e)[k] = point[target];
      }
}

/* Signatures of elements in one round of refinement: the class before, and a hash of the classes of
 * the values. */
typedef struct
{
  guint32 mask;
  guint64 *key;
  guint32 *class; /* of the key, or G_MAXUINT32 where the place is free */
} Signatures;

static guint32
class_of (Signatures *s, guint64 key, guint32 *count)
{
  guint32 place = (guint32)(key >> 20) & s->mask;

  while (s->class[place] != G_MAXUINT32 && s->key[place] != key)
    place = (place + 1) & s->mask;
  if (s->class[place] == G_MAXUINT32)
    {
      s->key[place] = key;
      s->class[place] = (*count)++;
    }
  return s->class[place];
}

static guint64
mix (guint64 hash, guint32 value)
{
  hash = (hash ^ value) * 0x9e3779b97f4a7c15u;
  return hash ^ hash >> 29;
}

/* One round of Moore's refinement; returns the number of classes. */
static guint32
refine (const ChaseAction *action, guint32 *class, guint32 *next, Signatures *s)
{
  guint32 n = action->object->len, count = 0;

  memset (s->class, 0xff, ((gsize)s->mask + 1) * sizeof (guint32));
  for (guint32 e = 0; e < n; e++)
    {
      const guint32 *values = values_of (action, e);
      guint64 hash = mix (0x243f6a8885a308d3u, class[e]);

      for (guint32 k = 0; k < degree_of (action, e); k++)
        hash = mix (hash, class[values[k]]);
      next[e] = class_of (s, hash, &count);
    }
  memcpy (class, next, n * sizeof (guint32));
  return count;
}

/* Classes of the largest congruence for which the class of @kept holds nothing else; returns their
   number. Values told apart by a hash only: two that clash would be found out by the verifier. */
static guint32
keep_apart (const ChaseAction *action, guint32 kept, guint32 *class, ChaseClock *clock)
{
  guint32 n = action->object->len, count = 0, before;
  guint32 size = 2 << g_bit_storage (n);
  g_autofree guint32 *next = g_new (guint32, (gsize)n + 1);
  g_autofree guint64 *key = g_new (guint64, size);
  g_autofree guint32 *key_class = g_new (guint32, size);
  Signatures signatures = { size - 1, key, key_class };

  for (guint32 e = 0; e < n; e++)
    class[e] = e == kept ? action->index->n_objects : object_of (action, e);
  do
    {
      before = count;
      count = refine (action, class, next, &signatures);
    }
  while (count != before && !chase_clock_look (clock));
  return count;
}

static ChaseAction *
quotient (const ChaseAction *action, const guint32 *class, guint32 n_classes)
{
  ChaseAction *result = chase_action_new (action->index);
  g_autofree guint32 *of = g_new (guint32, (gsize)n_classes + 1);

  for (guint32 e = action->object->len; e-- > 0;)
    of[class[e]] = e;
  for (guint32 k = 0; k < n_classes; k++)
    chase_action_add (result, object_of (action, of[k]));
  for (guint32 k = 0; k < n_classes; k++)
    for (guint32 i = 0; i < degree_of (action, of[k]); i++)
      values_of (result, k)[i] = class[values_of (action, of[k])[i]];
  return result;
}

static guint32
find (guint32 *parent, guint32 x)
{
  while (parent[x] != x)
    x = parent[x];
  return x;
}

/* A union-find that can be undone: larger classes take in smaller ones, and no path is compressed.
 */
typedef struct
{
  const ChaseAction *action;
  guint32 *parent;
  guint32 *size;
  GArray *changed; /* elements whose parent was changed */
  GArray *queue;   /* pairs, flat */
  guint64 work;
} Merger;

enum
{
  MAX_MERGE_WORK = 3000000,
};

static void
join (Merger *m, guint32 x, guint32 y)
{
  guint32 pair[2] = { x, y };

  g_array_append_vals (m->queue, pair, 2);
}

static void
undo (Merger *m)
{
  for (guint i = m->changed->len; i-- > 0;)
    {
      guint32 x = g_array_index (m->changed, guint32, i);

      m->size[m->parent[x]] -= m->size[x];
      m->parent[x] = x;
    }
}

/* Merges @x and @y and what follows, unless that merges @left and @right: then nothing changes. */
static void
try_merge (Merger *m, guint32 x, guint32 y, guint32 left, guint32 right)
{
  gboolean apart = TRUE;

  g_array_set_size (m->changed, 0);
  g_array_set_size (m->queue, 0);
  join (m, x, y);
  for (guint i = 0; i < m->queue->len && apart; i += 2)
    {
      m->work++;
      x = find (m->parent, g_array_index (m->queue, guint32, i));
      y = find (m->parent, g_array_index (m->queue, guint32, i + 1));
      if (x == y)
        continue;
      if (m->size[x] > m->size[y])
        {
          guint32 z = x;

          x = y;
          y = z;
        }
      m->parent[x] = y;
      m->size[y] += m->size[x];
      g_array_append_val (m->changed, x);
      for (guint32 k = 0; k < degree_of (m->action, x); k++)
        join (m, values_of (m->action, x)[k], values_of (m->action, y)[k]);
      apart = m->work <= MAX_MERGE_WORK && find (m->parent, left) != find (m->parent, right);
    }
  if (!apart)
    undo (m);
}

/* Merges pairs of elements as long as @left and @right stay apart; returns the number of classes.
 */
static guint32
merge_pairs (const ChaseAction *action, guint32 left, guint32 right, guint32 *class,
             ChaseClock *clock)
{
  guint32 n = action->object->len, count = 0;
  g_autofree guint32 *parent = g_new (guint32, (gsize)n + 1);
  g_autofree guint32 *size = g_new (guint32, (gsize)n + 1);
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  Merger m = { action, parent, size, changed, queue, 0 };

  for (guint32 e = 0; e < n; e++)
    {
      parent[e] = e;
      size[e] = 1;
    }
  for (guint32 y = n; y-- > 1 && m.work <= MAX_MERGE_WORK && !chase_clock_look (clock);)
    for (guint32 x = 0; x < y && m.work <= MAX_MERGE_WORK; x++, m.work++)
      if (object_of (action, x) == object_of (action, y) && find (parent, x) != find (parent, y))
        try_merge (&m, x, y, left, right);
  for (guint32 e = 0; e < n; e++)
    if (parent[e] == e)
      class[e] = count++;
  for (guint32 e = 0; e < n; e++)
    class[e] = class[find (parent, e)];
  return count;
}

static ChaseEvidence *
smallest_model (const ChaseAction *action, guint32 at, guint32 left, guint32 right)
{
  const ChaseIndex *index = action->index;
  guint32 n = action->object->len;
  g_autofree guint32 *sizes = g_new0 (guint32, (gsize)index->n_objects + 1);
  g_autofree guint32 *number = g_new (guint32, (gsize)n + 1);
  ChaseEvidence *model;

  for (guint32 e = 0; e < n; e++)
    number[e] = sizes[object_of (action, e)]++;
  model = chase_model_new (index->presentation, sizes, number[at], number[left], number[right]);
  for (guint32 e = 0; e < n; e++)
    for (guint32 k = 0; k < degree_of (action, e); k++)
      chase_model_set (model, index->out[index->out_first[object_of (action, e)] + k], number[e],
                       number[values_of (action, e)[k]]);
  return model;
}

static guint32
follow (const ChaseAction *action, guint32 element, ChaseWord path)
{
  for (guint32 i = 0; i < path.length; i++)
    element = values_of (action, element)[action->slot[path.letters[i]]];
  return element;
}

static ChaseEvidence *
shrunk_model (const ChaseAction *action, guint32 at, guint32 left, guint32 right,
              ChaseClock *clock)
{
  guint32 n = action->object->len;
  g_autofree guint32 *one = g_new (guint32, (gsize)n + 1);
  g_autofree guint32 *other = g_new (guint32, (gsize)n + 1);
  guint32 count = keep_apart (action, left, one, clock);
  guint32 count_other = keep_apart (action, right, other, clock);
  const guint32 *class = count_other < count ? other : one;
  g_autoptr (ChaseAction) smaller = quotient (action, class, MIN (count, count_other));
  g_autofree guint32 *last = g_new (guint32, (gsize)n + 1);
  guint32 n_last = merge_pairs (smaller, class[left], class[right], last, clock);
  g_autoptr (ChaseAction) smallest = quotient (smaller, last, n_last);

  return smallest_model (smallest, last[class[at]], last[class[left]], last[class[right]]);
}

ChaseEvidence *
chase_action_model (ChaseAction *action, guint32 at, ChaseWord left_path, ChaseWord right_path)
{
  guint32 left, right;

  add_points (action);
  left = follow (action, at, left_path);
  right = follow (action, at, right_path);
  return left != right ? smallest_model (action, at, left, right) : NULL;
}

ChaseEvidence *
chase_action_separate (ChaseAction *action, guint32 at, ChaseWord left_path,
                        ChaseWord right_path, ChaseClock *clock)
{
  guint32 left, right;

  add_points (action);
  left = follow (action, at, left_path);
  right = follow (action, at, right_path);
  if (left == right)
    return NULL;
  if (action->index->cancels)
    return smallest_model (action, at, left, right);
  return shrunk_model (action, at, left, right, clock);
}
