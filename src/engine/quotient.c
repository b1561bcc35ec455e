/* SPDX-License-Identifier: MIT */
#include "engine/quotient.h"

#include <string.h>

struct _ChaseFunctor
{
  const ChaseIndex *index;
  guint32 *slot;  /* arrow -> its place among those of its source */
  GArray *object; /* element -> guint32 */
  GArray *first;  /* element -> gsize, its first value */
  GArray *value;  /* guint32, or G_MAXUINT32 */
};

ChaseFunctor *
chase_functor_new (const ChaseIndex *index)
{
  ChaseFunctor *functor = g_new0 (ChaseFunctor, 1);

  functor->index = index;
  functor->slot = g_new (guint32, (gsize)index->n_arrows + 1);
  for (guint32 o = 0; o < index->n_objects; o++)
    for (guint32 i = index->out_first[o]; i < index->out_first[o + 1]; i++)
      functor->slot[index->out[i]] = i - index->out_first[o];
  functor->object = g_array_new (FALSE, FALSE, sizeof (guint32));
  functor->first = g_array_new (FALSE, FALSE, sizeof (gsize));
  functor->value = g_array_new (FALSE, FALSE, sizeof (guint32));
  return functor;
}

void
chase_functor_free (ChaseFunctor *functor)
{
  g_free (functor->slot);
  g_array_unref (functor->object);
  g_array_unref (functor->first);
  g_array_unref (functor->value);
  g_free (functor);
}

guint32
chase_functor_add (ChaseFunctor *functor, guint32 object)
{
  const ChaseIndex *index = functor->index;
  guint32 none = G_MAXUINT32;
  gsize first = functor->value->len;

  g_array_append_val (functor->object, object);
  g_array_append_val (functor->first, first);
  for (guint32 i = index->out_first[object]; i < index->out_first[object + 1]; i++)
    g_array_append_val (functor->value, none);
  return functor->object->len - 1;
}

static guint32 *
values_of (const ChaseFunctor *functor, guint32 element)
{
  return (guint32 *)(gpointer)functor->value->data + g_array_index (functor->first, gsize, element);
}

static guint32
object_of (const ChaseFunctor *functor, guint32 element)
{
  return g_array_index (functor->object, guint32, element);
}

static guint32
degree_of (const ChaseFunctor *functor, guint32 element)
{
  guint32 object = object_of (functor, element);

  return functor->index->out_first[object + 1] - functor->index->out_first[object];
}

void
chase_functor_set (ChaseFunctor *functor, guint32 element, guint32 arrow, guint32 value)
{
  values_of (functor, element)[functor->slot[arrow]] = value;
}

/* Gives every element all its values: what leads nowhere leads to the point of its object. */
static void
add_points (ChaseFunctor *functor)
{
  const ChaseIndex *index = functor->index;
  g_autofree guint32 *point = g_new (guint32, (gsize)index->n_objects + 1);

  memset (point, 0xff, index->n_objects * sizeof (guint32));
  for (guint32 e = 0; e < functor->object->len; e++)
    for (guint32 k = 0; k < degree_of (functor, e); k++)
      {
        guint32 target = index->target[index->out[index->out_first[object_of (functor, e)] + k]];

        if (values_of (functor, e)[k] != G_MAXUINT32)
          continue;
        if (point[target] == G_MAXUINT32)
          point[target] = chase_functor_add (functor, target);
        values_of (functor, e)[k] = point[target];
      }
}

typedef struct
{
  guint32 class; /* before the round */
  guint64 hash;  /* of the classes of its values */
  guint32 element;
} Mark;

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const Mark *x = a, *y = b;

  if (x->class != y->class)
    return x->class < y->class ? -1 : 1;
  if (x->hash != y->hash)
    return x->hash < y->hash ? -1 : 1;
  return x->element < y->element ? -1 : x->element > y->element;
}

/* One round of Moore's refinement; returns the number of classes. */
static guint32
refine (const ChaseFunctor *functor, guint32 *class, Mark *marks)
{
  guint32 n = functor->object->len, count = 0;

  for (guint32 e = 0; e < n; e++)
    {
      guint64 hash = 1;

      for (guint32 k = 0; k < degree_of (functor, e); k++)
        {
          hash = (hash ^ class[values_of (functor, e)[k]]) * 0x9e3779b97f4a7c15u;
          hash ^= hash >> 31;
        }
      marks[e] = (Mark){ class[e], hash, e };
    }
  qsort (marks, n, sizeof (Mark), compare_marks);
  for (guint32 i = 0; i < n; i++)
    {
      if (i > 0 && (marks[i].class != marks[i - 1].class || marks[i].hash != marks[i - 1].hash))
        count++;
      class[marks[i].element] = count;
    }
  return n == 0 ? 0 : count + 1;
}

/* Classes of the largest congruence for which the class of @kept holds nothing else; returns their
   number. Values told apart by a hash only: two that clash would be found out by the verifier. */
static guint32
keep_apart (const ChaseFunctor *functor, guint32 kept, guint32 *class, ChaseClock *clock)
{
  guint32 n = functor->object->len, count = 0, before;
  g_autofree Mark *marks = g_new (Mark, (gsize)n + 1);

  for (guint32 e = 0; e < n; e++)
    class[e] = e == kept ? functor->index->n_objects : object_of (functor, e);
  do
    {
      before = count;
      count = refine (functor, class, marks);
    }
  while (count != before && !chase_clock_look (clock));
  return count;
}

static ChaseFunctor *
quotient (const ChaseFunctor *functor, const guint32 *class, guint32 n_classes)
{
  ChaseFunctor *result = chase_functor_new (functor->index);
  g_autofree guint32 *of = g_new (guint32, (gsize)n_classes + 1);

  for (guint32 e = functor->object->len; e-- > 0;)
    of[class[e]] = e;
  for (guint32 k = 0; k < n_classes; k++)
    chase_functor_add (result, object_of (functor, of[k]));
  for (guint32 k = 0; k < n_classes; k++)
    for (guint32 i = 0; i < degree_of (functor, of[k]); i++)
      values_of (result, k)[i] = class[values_of (functor, of[k])[i]];
  return result;
}

static guint32
find (guint32 *parent, guint32 x)
{
  while (parent[x] != x)
    x = parent[x];
  return x;
}

typedef struct
{
  const ChaseFunctor *functor;
  guint32 *parent;
  GArray *changed; /* elements whose parent was changed, to be undone */
  GArray *queue;   /* pairs, flat */
} Merger;

static void
join (Merger *m, guint32 x, guint32 y)
{
  guint32 pair[2] = { x, y };

  g_array_append_vals (m->queue, pair, 2);
}

/* Merges @x and @y and what follows; FALSE, with nothing changed, when that merges @left and
 * @right. */
static gboolean
try_merge (Merger *m, guint32 x, guint32 y, guint32 left, guint32 right)
{
  gboolean apart = TRUE;

  g_array_set_size (m->changed, 0);
  g_array_set_size (m->queue, 0);
  join (m, x, y);
  for (guint i = 0; i < m->queue->len && apart; i += 2)
    {
      x = find (m->parent, g_array_index (m->queue, guint32, i));
      y = find (m->parent, g_array_index (m->queue, guint32, i + 1));
      if (x == y)
        continue;
      m->parent[MAX (x, y)] = MIN (x, y);
      x = MAX (x, y);
      g_array_append_val (m->changed, x);
      for (guint32 k = 0; k < degree_of (m->functor, x); k++)
        join (m, values_of (m->functor, x)[k], values_of (m->functor, m->parent[x])[k]);
      apart = find (m->parent, left) != find (m->parent, right);
    }
  for (guint i = 0; i < m->changed->len && !apart; i++)
    {
      x = g_array_index (m->changed, guint32, i);
      m->parent[x] = x;
    }
  return apart;
}

/* Merges pairs of elements as long as @left and @right stay apart; returns the number of classes.
 */
static guint32
merge_pairs (const ChaseFunctor *functor, guint32 left, guint32 right, guint32 *class,
             ChaseClock *clock)
{
  guint32 n = functor->object->len, count = 0;
  g_autofree guint32 *parent = g_new (guint32, (gsize)n + 1);
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint32));
  Merger m = { functor, parent, changed, queue };
  guint64 work = 0;

  for (guint32 e = 0; e < n; e++)
    parent[e] = e;
  for (guint32 y = n; y-- > 1;)
    for (guint32 x = 0; x < y && parent[y] == y; x++)
      {
        if (parent[x] != x || object_of (functor, x) != object_of (functor, y))
          continue;
        if (chase_clock_tick (clock) || work > 2000000)
          break;
        try_merge (&m, x, y, left, right);
        work += queue->len;
      }
  for (guint32 e = 0; e < n; e++)
    class[e] = parent[e] == e ? count++ : class[find (parent, e)];
  return count;
}

static ChaseEvidence *
functor_model (const ChaseFunctor *functor, guint32 at, guint32 left, guint32 right)
{
  const ChaseIndex *index = functor->index;
  guint32 n = functor->object->len;
  g_autofree guint32 *sizes = g_new0 (guint32, (gsize)index->n_objects + 1);
  g_autofree guint32 *number = g_new (guint32, (gsize)n + 1);
  ChaseEvidence *model;

  for (guint32 e = 0; e < n; e++)
    number[e] = sizes[object_of (functor, e)]++;
  model = chase_model_new (index->presentation, sizes, number[at], number[left], number[right]);
  for (guint32 e = 0; e < n; e++)
    for (guint32 k = 0; k < degree_of (functor, e); k++)
      chase_model_set (model, index->out[index->out_first[object_of (functor, e)] + k], number[e],
                       number[values_of (functor, e)[k]]);
  return model;
}

static guint32
follow (const ChaseFunctor *functor, guint32 element, ChaseWord path)
{
  for (guint32 i = 0; i < path.length; i++)
    element = values_of (functor, element)[functor->slot[path.letters[i]]];
  return element;
}

static ChaseEvidence *
shrunk_model (const ChaseFunctor *functor, guint32 at, guint32 left, guint32 right,
              ChaseClock *clock)
{
  guint32 n = functor->object->len;
  g_autofree guint32 *one = g_new (guint32, (gsize)n + 1);
  g_autofree guint32 *other = g_new (guint32, (gsize)n + 1);
  guint32 count = keep_apart (functor, left, one, clock);
  guint32 count_other = keep_apart (functor, right, other, clock);
  const guint32 *class = count_other < count ? other : one;
  g_autoptr (ChaseFunctor) smaller = quotient (functor, class, MIN (count, count_other));
  g_autofree guint32 *last = g_new (guint32, (gsize)n + 1);
  guint32 n_last = merge_pairs (smaller, class[left], class[right], last, clock);
  g_autoptr (ChaseFunctor) smallest = quotient (smaller, last, n_last);

  return functor_model (smallest, last[class[at]], last[class[left]], last[class[right]]);
}

ChaseEvidence *
chase_functor_model (ChaseFunctor *functor, guint32 at, ChaseWord left_path, ChaseWord right_path)
{
  guint32 left, right;

  add_points (functor);
  left = follow (functor, at, left_path);
  right = follow (functor, at, right_path);
  return left != right ? functor_model (functor, at, left, right) : NULL;
}

ChaseEvidence *
chase_functor_separate (ChaseFunctor *functor, guint32 at, ChaseWord left_path,
                        ChaseWord right_path, ChaseClock *clock)
{
  guint32 left, right;

  add_points (functor);
  left = follow (functor, at, left_path);
  right = follow (functor, at, right_path);
  if (left == right)
    return NULL;
  if (functor->index->cancels)
    return functor_model (functor, at, left, right);
  return shrunk_model (functor, at, left, right, clock);
}
