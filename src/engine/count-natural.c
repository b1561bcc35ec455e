/* SPDX-License-Identifier: MIT */
#include "engine/count-natural.h"

#include "engine/classes.h"
#include "engine/join.h"

#include <string.h>

#define NOWHERE G_MAXUINT32

/* Elements of all generators together, each as often as generators lead to it. */
#define MAX_REACHED 30000000

typedef struct
{
  const ChaseNaturality *naturality;
  ChaseClock *clock;
  guint *first; /* squares at each variable: those that it determines the other end of, .. */
  guint *at;
  GArray *joining; /* .. and those with a map on either side */
  guint32 *part;   /* of each variable */
  guint32 n_parts;
  guint32 *order; /* by parts; in each, whoever leads to others comes first */
  guint32 *part_first;
  /* of the part at hand */
  GArray *generators; /* of guint32 */
  GPtrArray *reached; /* of GArray of variables, by generator */
  guint32 *value;     /* of each variable, while a generator's value is tried */
  guint32 *stamp;     /* which generator or search was there last */
  guint32 now;
  guint32 *n_leading; /* how many generators lead to each variable, */
  guint64 *signature; /* and which */
  guint32 *owner;
  guint32 *shared; /* number of the shared variable, or NOWHERE */
  guint32 n_shared;
} Counter;

static const ChaseNaturalSquare *
square_at (const Counter *counter, guint i)
{
  return &g_array_index (counter->naturality->squares, ChaseNaturalSquare, i);
}

static guint32
map_at (const Counter *counter, gsize map, guint32 value)
{
  return g_array_index (counter->naturality->maps, guint32, map + value);
}

static void
index_squares (Counter *counter)
{
  guint32 n = counter->naturality->n_variables;
  guint m = counter->naturality->squares->len;
  g_autofree guint *fill = NULL;

  counter->first = g_new0 (guint, n + 2);
  counter->at = g_new (guint, m + 1);
  counter->joining = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < m; i++)
    if (square_at (counter, i)->q == G_MAXSIZE)
      counter->first[square_at (counter, i)->u + 1]++;
    else
      g_array_append_val (counter->joining, i);
  for (guint32 v = 0; v < n; v++)
    counter->first[v + 1] += counter->first[v];
  fill = g_memdup2 (counter->first, (n + 1) * sizeof (guint));
  for (guint i = 0; i < m; i++)
    if (square_at (counter, i)->q == G_MAXSIZE)
      counter->at[fill[square_at (counter, i)->u]++] = i;
}

/* Connected parts, numbered by their least variables. */
static void
find_parts (Counter *counter)
{
  guint32 n = counter->naturality->n_variables;
  g_autofree guint32 *root = g_new (guint32, n + 1);

  counter->part = g_new (guint32, n + 1);
  for (guint32 v = 0; v < n; v++)
    root[v] = v;
  for (guint i = 0; i < counter->naturality->squares->len; i++)
    {
      guint32 a = chase_class_of (root, square_at (counter, i)->u);
      guint32 b = chase_class_of (root, square_at (counter, i)->v);

      root[MAX (a, b)] = MIN (a, b);
    }
  for (guint32 v = 0; v < n; v++)
    counter->part[v] = chase_class_of (root, v) == v ? counter->n_parts++
                                                     : counter->part[chase_class_of (root, v)];
}

/* The variables in the order in which a depth-first search along determining squares leaves them;
 * the last of those that lead to one another leads to all of them (Kosaraju). */
static GArray *
finishing_order (Counter *counter)
{
  guint32 n = counter->naturality->n_variables;
  g_autofree gboolean *seen = g_new0 (gboolean, n + 1);
  g_autofree guint *next = g_memdup2 (counter->first, (n + 1) * sizeof (guint));
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 start = 0; start < n; start++)
    {
      if (seen[start])
        continue;
      seen[start] = TRUE;
      g_array_append_val (stack, start);
      while (stack->len > 0)
        {
          guint32 v = g_array_index (stack, guint32, stack->len - 1);
          guint32 to;

          if (next[v] == counter->first[v + 1])
            {
              g_array_append_val (order, v);
              g_array_set_size (stack, stack->len - 1);
              continue;
            }
          to = square_at (counter, counter->at[next[v]++])->v;
          if (seen[to])
            continue;
          seen[to] = TRUE;
          g_array_append_val (stack, to);
        }
    }
  return order;
}

static void
sort_by_parts (Counter *counter)
{
  g_autoptr (GArray) finished = finishing_order (counter);
  g_autofree guint32 *fill = NULL;

  counter->part_first = g_new0 (guint32, counter->n_parts + 2);
  counter->order = g_new (guint32, finished->len + 1);
  for (guint i = 0; i < finished->len; i++)
    counter->part_first[counter->part[i] + 1]++;
  for (guint32 k = 0; k < counter->n_parts; k++)
    counter->part_first[k + 1] += counter->part_first[k];
  fill = g_memdup2 (counter->part_first, (counter->n_parts + 1) * sizeof (guint32));
  for (guint i = finished->len; i > 0; i--)
    {
      guint32 v = g_array_index (finished, guint32, i - 1);

      counter->order[fill[counter->part[v]]++] = v;
    }
}

/* Everything that @from leads to, itself the first, each after one that leads to it. */
static GArray *
reach (Counter *counter, guint32 from)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint32));

  counter->now++;
  counter->stamp[from] = counter->now;
  g_array_append_val (list, from);
  for (guint head = 0; head < list->len; head++)
    {
      guint32 v = g_array_index (list, guint32, head);

      for (guint i = counter->first[v]; i < counter->first[v + 1]; i++)
        {
          guint32 to = square_at (counter, counter->at[i])->v;

          if (counter->stamp[to] == counter->now)
            continue;
          counter->stamp[to] = counter->now;
          g_array_append_val (list, to);
        }
    }
  return list;
}

/* FALSE where it takes too much. */
static gboolean
find_generators (Counter *counter, guint32 part)
{
  gsize total = 0;

  counter->generators = g_array_new (FALSE, FALSE, sizeof (guint32));
  counter->reached = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint32 i = counter->part_first[part]; i < counter->part_first[part + 1]; i++)
    {
      guint32 v = counter->order[i];
      guint32 number = counter->generators->len;
      GArray *list;

      if (counter->n_leading[v] > 0)
        continue;
      list = reach (counter, v);
      g_array_append_val (counter->generators, v);
      g_ptr_array_add (counter->reached, list);
      for (guint k = 0; k < list->len; k++)
        {
          guint32 to = g_array_index (list, guint32, k);

          if (counter->n_leading[to]++ == 0)
            counter->owner[to] = number;
          counter->signature[to] += chase_fingerprint_weight (number, 0);
        }
      total += list->len;
      if (total > MAX_REACHED || chase_clock_look (counter->clock))
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_generators (const Counter *counter, guint32 v, guint32 w)
{
  return counter->n_leading[v] == counter->n_leading[w]
         && counter->signature[v] == counter->signature[w];
}

/* Where several generators lead, they have to agree; what such an element leads to, and no other
 * generator does, follows. */
static void
find_shared (Counter *counter, guint32 part)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 covered = ++counter->now;

  counter->n_shared = 0;
  for (guint32 i = counter->part_first[part]; i < counter->part_first[part + 1]; i++)
    {
      guint32 v = counter->order[i];

      counter->shared[v] = NOWHERE;
      if (counter->n_leading[v] < 2 || counter->stamp[v] == covered)
        continue;
      counter->shared[v] = counter->n_shared++;
      counter->stamp[v] = covered;
      g_array_append_val (stack, v);
      while (stack->len > 0)
        {
          guint32 w = g_array_index (stack, guint32, stack->len - 1);

          g_array_set_size (stack, stack->len - 1);
          for (guint k = counter->first[w]; k < counter->first[w + 1]; k++)
            {
              guint32 to = square_at (counter, counter->at[k])->v;

              if (counter->stamp[to] == covered || !same_generators (counter, to, v))
                continue;
              counter->stamp[to] = covered;
              g_array_append_val (stack, to);
            }
        }
    }
}

/* With the value @value of the first of @list: the values of all others, or FALSE where two ways to
 * one of them disagree. */
static gboolean
spread (Counter *counter, const GArray *list, guint32 value)
{
  counter->now++;
  counter->value[g_array_index (list, guint32, 0)] = value;
  counter->stamp[g_array_index (list, guint32, 0)] = counter->now;
  for (guint head = 0; head < list->len; head++)
    {
      guint32 v = g_array_index (list, guint32, head);

      for (guint i = counter->first[v]; i < counter->first[v + 1]; i++)
        {
          const ChaseNaturalSquare *square = square_at (counter, counter->at[i]);
          guint32 image = map_at (counter, square->p, counter->value[v]);

          if (counter->stamp[square->v] == counter->now)
            {
              if (counter->value[square->v] != image)
                return FALSE;
              continue;
            }
          counter->stamp[square->v] = counter->now;
          counter->value[square->v] = image;
        }
    }
  return TRUE;
}

/* A joining square in which a generator takes part: with the map of its side. */
typedef struct
{
  guint32 variable; /* which one it reads */
  gsize map;
  guint32 joint; /* the shared value */
} End;

typedef struct
{
  GArray *scope; /* of guint32 */
  GArray *ends;  /* of End, after the shared elements */
  GArray *local; /* of guint: joining squares with both ends here */
} Reader;

static void
reader_init (Reader *reader, const Counter *counter, guint32 generator, const GArray *joints)
{
  const GArray *list = g_ptr_array_index (counter->reached, generator);

  reader->scope = g_array_new (FALSE, FALSE, sizeof (guint32));
  reader->ends = g_array_new (FALSE, FALSE, sizeof (End));
  reader->local = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint k = 0; k < list->len; k++)
    {
      guint32 v = g_array_index (list, guint32, k);

      if (counter->shared[v] != NOWHERE)
        g_array_append_val (reader->scope, counter->shared[v]);
    }
  /* Where squares join, nothing determines anything: a generator leads to itself alone. */
  for (guint k = 0; k < joints->len; k++)
    {
      const ChaseNaturalSquare *square = square_at (counter, g_array_index (joints, guint, k));
      guint32 v = g_array_index (list, guint32, 0);
      End end = { v, square->u == v ? square->p : square->q, counter->n_shared + k };

      if (square->u == v && square->v == v)
        g_array_append_val (reader->local, g_array_index (joints, guint, k));
      else if (square->u == v || square->v == v)
        {
          g_array_append_val (reader->ends, end);
          g_array_append_val (reader->scope, end.joint);
        }
    }
}

static void
reader_clear (Reader *reader)
{
  g_array_unref (reader->scope);
  g_array_unref (reader->ends);
  g_array_unref (reader->local);
}

static gboolean
local_squares_hold (const Counter *counter, const Reader *reader)
{
  for (guint i = 0; i < reader->local->len; i++)
    {
      const ChaseNaturalSquare *square
          = square_at (counter, g_array_index (reader->local, guint, i));

      if (!chase_naturality_agrees (counter->naturality, square, counter->value[square->u],
                                    counter->value[square->u]))
        return FALSE;
    }
  return TRUE;
}

static guint64
weight_of (const Counter *counter, guint32 generator, const GArray *list)
{
  guint64 weight = 1;

  for (guint k = 0; k < list->len; k++)
    {
      guint32 v = g_array_index (list, guint32, k);

      if (counter->owner[v] == generator && v < counter->naturality->n_weighed)
        weight = chase_modulo_multiply (weight, chase_fingerprint_weight (v, counter->value[v]),
                                        CHASE_FINGERPRINT_PRIME);
    }
  return weight;
}

/* What a generator's values say of the elements that it shares with others. NULL when stopped. */
static ChaseRelation *
relation_of (Counter *counter, guint32 generator, const GArray *joints)
{
  const GArray *list = g_ptr_array_index (counter->reached, generator);
  guint32 g = g_array_index (counter->generators, guint32, generator);
  g_autoptr (ChaseRelation) relation = NULL;
  g_autofree guint32 *values = NULL;
  gboolean good = TRUE;
  Reader reader;

  reader_init (&reader, counter, generator, joints);
  relation = chase_relation_new ((const guint32 *)(gpointer)reader.scope->data, reader.scope->len);
  values = g_new (guint32, reader.scope->len + 1);
  for (guint32 y = 0; y < counter->naturality->sizes[g] && good; y++)
    {
      guint n = 0;

      good = !chase_clock_tick (counter->clock);
      if (!spread (counter, list, y) || !local_squares_hold (counter, &reader))
        continue;
      for (guint k = 0; k < list->len; k++)
        if (counter->shared[g_array_index (list, guint32, k)] != NOWHERE)
          values[n++] = counter->value[g_array_index (list, guint32, k)];
      for (guint k = 0; k < reader.ends->len; k++)
        {
          const End *end = &g_array_index (reader.ends, End, k);

          values[n++] = map_at (counter, end->map, counter->value[end->variable]);
        }
      chase_relation_add (relation, values, chase_tally_one (weight_of (counter, generator, list)),
                          CHASE_FINGERPRINT_PRIME);
    }
  reader_clear (&reader);
  return good ? g_steal_pointer (&relation) : NULL;
}

/* The joining squares of a part. */
static GArray *
joints_of (const Counter *counter, guint32 part)
{
  GArray *joints = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < counter->joining->len; i++)
    {
      guint number = g_array_index (counter->joining, guint, i);

      if (counter->part[square_at (counter, number)->u] == part)
        g_array_append_val (joints, number);
    }
  return joints;
}

typedef struct
{
  ChaseClock *clock;
  GPtrArray *relations;
  guint32 n_variables;
} Part;

static gboolean
run_part (gpointer data, guint64 modulus, gboolean hashed, ChaseTally *tally)
{
  const Part *part = data;

  return chase_join_count (part->relations, part->n_variables, modulus, hashed, part->clock, tally);
}

/* FALSE when stopped. */
static gboolean
find_relations (Counter *counter, const GArray *joints, GPtrArray *relations)
{
  for (guint32 g = 0; g < counter->generators->len; g++)
    {
      ChaseRelation *relation = relation_of (counter, g, joints);

      if (relation == NULL)
        return FALSE;
      g_ptr_array_add (relations, relation);
    }
  /* A square at one variable is no value to agree on. */
  for (guint k = 0; k < joints->len; k++)
    {
      const ChaseNaturalSquare *square = square_at (counter, g_array_index (joints, guint, k));
      guint32 scope = counter->n_shared + k, value = 0;
      ChaseRelation *relation;

      if (square->u != square->v)
        continue;
      relation = chase_relation_new (&scope, 1);
      chase_relation_add (relation, &value, chase_tally_one (1), CHASE_FINGERPRINT_PRIME);
      g_ptr_array_add (relations, relation);
    }
  return TRUE;
}

static char *
count_part (Counter *counter, guint32 number, guint64 *fingerprint)
{
  g_autoptr (GPtrArray) relations
      = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_relation_free);
  g_autoptr (GArray) joints = joints_of (counter, number);
  Part part = { counter->clock, relations, 0 };
  char *text = NULL;

  for (guint32 i = counter->part_first[number]; i < counter->part_first[number + 1]; i++)
    {
      counter->n_leading[counter->order[i]] = 0;
      counter->signature[counter->order[i]] = 0;
    }
  if (find_generators (counter, number))
    {
      find_shared (counter, number);
      part.n_variables = counter->n_shared + joints->len;
      if (find_relations (counter, joints, relations))
        text = chase_tally_text (run_part, &part, fingerprint);
    }
  g_array_unref (counter->generators);
  g_ptr_array_unref (counter->reached);
  return text;
}

static void
counter_init (Counter *counter, const ChaseNaturality *naturality, ChaseClock *clock)
{
  guint32 n = naturality->n_variables;

  memset (counter, 0, sizeof *counter);
  counter->naturality = naturality;
  counter->clock = clock;
  index_squares (counter);
  find_parts (counter);
  sort_by_parts (counter);
  counter->value = g_new0 (guint32, n + 1);
  counter->stamp = g_new0 (guint32, n + 1);
  counter->n_leading = g_new0 (guint32, n + 1);
  counter->signature = g_new0 (guint64, n + 1);
  counter->owner = g_new0 (guint32, n + 1);
  counter->shared = g_new0 (guint32, n + 1);
}

static void
counter_clear (Counter *counter)
{
  g_free (counter->first);
  g_free (counter->at);
  g_array_unref (counter->joining);
  g_free (counter->part);
  g_free (counter->order);
  g_free (counter->part_first);
  g_free (counter->value);
  g_free (counter->stamp);
  g_free (counter->n_leading);
  g_free (counter->signature);
  g_free (counter->owner);
  g_free (counter->shared);
}

char *
chase_natural_count (const ChaseNaturality *naturality, ChaseClock *clock, guint64 *fingerprint)
{
  g_autofree char *total = g_strdup ("1");
  Counter counter;

  counter_init (&counter, naturality, clock);
  *fingerprint = 1;
  for (guint32 part = 0; part < counter.n_parts && total != NULL; part++)
    {
      guint64 of_part = 0;
      g_autofree char *text = count_part (&counter, part, &of_part);
      g_autofree char *product = text != NULL ? chase_decimal_multiply (total, text) : NULL;

      g_free (total);
      total = g_steal_pointer (&product);
      *fingerprint = chase_modulo_multiply (*fingerprint, of_part, CHASE_FINGERPRINT_PRIME);
    }
  counter_clear (&counter);
  return g_steal_pointer (&total);
}
