/* SPDX-License-Identifier: MIT */
#include "engine/join.h"

#include <string.h>

#define MAX_TUPLES 3000000
#define NOTHING G_MAXUINT32

struct _ChaseRelation
{
  guint32 *scope;
  guint width;
  guint32 n;
  GArray *values;  /* of guint32, tuple by tuple */
  GArray *tallies; /* of ChaseTally */
  guint32 *slots;  /* tuple + 1 */
  guint32 n_slots; /* a power of two */
  gboolean result; /* of a join, which frees it */
};

ChaseRelation *
chase_relation_new (const guint32 *scope, guint n_scope)
{
  ChaseRelation *relation = g_new0 (ChaseRelation, 1);

  relation->scope = g_memdup2 (scope, n_scope * sizeof (guint32));
  relation->width = n_scope;
  /* Tuples of nothing need a place as well. */
  relation->values = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 1);
  relation->tallies = g_array_new (FALSE, FALSE, sizeof (ChaseTally));
  relation->n_slots = 16;
  relation->slots = g_new0 (guint32, relation->n_slots);
  return relation;
}

void
chase_relation_free (ChaseRelation *relation)
{
  if (relation == NULL)
    return;
  g_free (relation->scope);
  g_free (relation->slots);
  g_array_unref (relation->values);
  g_array_unref (relation->tallies);
  g_free (relation);
}

static guint32
hash_values (const guint32 *values, guint n)
{
  guint64 hash = n;

  for (guint i = 0; i < n; i++)
    hash = (hash ^ values[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint32)(hash >> 32);
}

static const guint32 *
tuple (const ChaseRelation *relation, guint32 i)
{
  return &g_array_index (relation->values, guint32, (gsize)i * relation->width);
}

static void
grow (ChaseRelation *relation)
{
  g_free (relation->slots);
  relation->n_slots *= 2;
  relation->slots = g_new0 (guint32, relation->n_slots);
  for (guint32 i = 0; i < relation->n; i++)
    {
      guint32 at = hash_values (tuple (relation, i), relation->width) & (relation->n_slots - 1);

      while (relation->slots[at] != 0)
        at = (at + 1) & (relation->n_slots - 1);
      relation->slots[at] = i + 1;
    }
}

void
chase_relation_add (ChaseRelation *relation, const guint32 *values, ChaseTally tally,
                    guint64 modulus)
{
  guint32 at = hash_values (values, relation->width) & (relation->n_slots - 1);

  for (; relation->slots[at] != 0; at = (at + 1) & (relation->n_slots - 1))
    if (relation->width == 0
        || memcmp (tuple (relation, relation->slots[at] - 1), values,
                   relation->width * sizeof (guint32))
               == 0)
      {
        chase_tally_add (&g_array_index (relation->tallies, ChaseTally, relation->slots[at] - 1),
                         tally, modulus);
        return;
      }
  relation->slots[at] = ++relation->n;
  g_array_append_vals (relation->values, values, relation->width);
  g_array_append_val (relation->tallies, tally);
  if (relation->n * 2 > relation->n_slots)
    grow (relation);
}

typedef struct
{
  GPtrArray *relations; /* NULL where used up */
  GPtrArray *at;        /* of GArray of relations, by variable */
  guint32 n_variables;
  guint32 *degree; /* of the scope that eliminating it would leave, or NOTHING */
  guint32 *mark;
  guint32 stamp;
  guint64 modulus;
  gboolean hashed;
  ChaseClock *clock;
} Join;

static ChaseRelation *
relation_at (const Join *join, guint32 variable, guint i)
{
  const GArray *at = g_ptr_array_index (join->at, variable);

  return g_ptr_array_index (join->relations, g_array_index (at, guint, i));
}

static guint
n_relations_at (const Join *join, guint32 variable)
{
  return ((const GArray *)g_ptr_array_index (join->at, variable))->len;
}

static ChaseTally
tally_of (const Join *join, const ChaseRelation *relation, guint32 i)
{
  ChaseTally tally = g_array_index (relation->tallies, ChaseTally, i);

  if (!join->hashed && !relation->result)
    tally.weight = tally.count % join->modulus;
  return tally;
}

static void
relation_done (gpointer data)
{
  ChaseRelation *relation = data;

  if (relation != NULL && relation->result)
    chase_relation_free (relation);
}

static void
measure (Join *join, guint32 variable)
{
  guint32 degree = 0;

  join->stamp++;
  join->mark[variable] = join->stamp;
  for (guint i = 0; i < n_relations_at (join, variable); i++)
    {
      const ChaseRelation *relation = relation_at (join, variable, i);

      for (guint k = 0; relation != NULL && k < relation->width; k++)
        if (join->mark[relation->scope[k]] != join->stamp)
          {
            join->mark[relation->scope[k]] = join->stamp;
            degree++;
          }
    }
  join->degree[variable] = degree;
}

static guint
place_in (const guint32 *scope, guint n, guint32 variable)
{
  guint place = 0;

  while (place < n && scope[place] != variable)
    place++;
  return place;
}

/* How two relations are put together: where the values of a tuple of the result come from. */
typedef struct
{
  guint n_common;
  guint *common_a; /* places of the common variables */
  guint *common_b;
  guint n_scope;
  guint32 *scope; /* of the result */
  guint *from;    /* place in a, or a's width + place in b */
} Plan;

static void
plan_join (Plan *plan, const ChaseRelation *a, const ChaseRelation *b, guint32 gone)
{
  plan->n_common = plan->n_scope = 0;
  plan->common_a = g_new (guint, b->width + 1);
  plan->common_b = g_new (guint, b->width + 1);
  plan->scope = g_new (guint32, a->width + b->width + 1);
  plan->from = g_new (guint, a->width + b->width + 1);
  for (guint i = 0; i < a->width; i++)
    if (a->scope[i] != gone)
      {
        plan->from[plan->n_scope] = i;
        plan->scope[plan->n_scope++] = a->scope[i];
      }
  for (guint i = 0; i < b->width; i++)
    {
      guint place = place_in (a->scope, a->width, b->scope[i]);

      if (place < a->width)
        {
          plan->common_a[plan->n_common] = place;
          plan->common_b[plan->n_common++] = i;
        }
      else if (b->scope[i] != gone)
        {
          plan->from[plan->n_scope] = a->width + i;
          plan->scope[plan->n_scope++] = b->scope[i];
        }
    }
}

static void
plan_clear (Plan *plan)
{
  g_free (plan->common_a);
  g_free (plan->common_b);
  g_free (plan->scope);
  g_free (plan->from);
}

static guint32
hash_places (const guint32 *values, const guint *places, guint n)
{
  guint64 hash = n;

  for (guint i = 0; i < n; i++)
    hash = (hash ^ values[places[i]]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return (guint32)(hash >> 32);
}

static gboolean
agree (const Plan *plan, const guint32 *a, const guint32 *b)
{
  for (guint i = 0; i < plan->n_common; i++)
    if (a[plan->common_a[i]] != b[plan->common_b[i]])
      return FALSE;
  return TRUE;
}

/* The tuples of @b in chains, by the hash of their common values. */
typedef struct
{
  guint32 mask;
  guint32 *head;
  guint32 *next;
} Chains;

static void
chains_init (Chains *chains, const Plan *plan, const ChaseRelation *b)
{
  guint32 n = 16;

  while (n < b->n)
    n *= 2;
  chains->mask = n - 1;
  chains->head = g_new (guint32, n);
  chains->next = g_new (guint32, b->n + 1);
  memset (chains->head, 0xff, n * sizeof (guint32));
  for (guint32 i = 0; i < b->n; i++)
    {
      guint32 at = hash_places (tuple (b, i), plan->common_b, plan->n_common) & chains->mask;

      chains->next[i] = chains->head[at];
      chains->head[at] = i;
    }
}

static void
add_pair (const Join *join, const Plan *plan, const ChaseRelation *a, guint32 i,
          const ChaseRelation *b, guint32 k, guint32 *values, ChaseRelation *result)
{
  const guint32 *one = tuple (a, i), *two = tuple (b, k);

  for (guint j = 0; j < plan->n_scope; j++)
    values[j] = plan->from[j] < a->width ? one[plan->from[j]] : two[plan->from[j] - a->width];
  chase_relation_add (
      result, values,
      chase_tally_multiply (tally_of (join, a, i), tally_of (join, b, k), join->modulus),
      join->modulus);
}

/* Both are used up. @gone, which may be NOTHING, is summed away. NULL where it grows too large. */
static ChaseRelation *
join_two (const Join *join, ChaseRelation *a, ChaseRelation *b, guint32 gone)
{
  g_autoptr (ChaseRelation) result = NULL;
  g_autofree guint32 *values = g_new (guint32, a->width + b->width + 1);
  gboolean good = TRUE;
  Chains chains;
  Plan plan;

  plan_join (&plan, a, b, gone);
  chains_init (&chains, &plan, b);
  result = chase_relation_new (plan.scope, plan.n_scope);
  result->result = TRUE;
  for (guint32 i = 0; i < a->n && good; i++)
    {
      guint32 at = hash_places (tuple (a, i), plan.common_a, plan.n_common) & chains.mask;

      for (guint32 k = chains.head[at]; k != NOTHING && good; k = chains.next[k])
        if (agree (&plan, tuple (a, i), tuple (b, k)))
          {
            add_pair (join, &plan, a, i, b, k, values, result);
            good = !chase_clock_tick (join->clock)
                   && (gsize)result->n * (result->width + 8) < 8 * (gsize)MAX_TUPLES;
          }
    }
  plan_clear (&plan);
  g_free (chains.head);
  g_free (chains.next);
  relation_done (a);
  relation_done (b);
  return good ? g_steal_pointer (&result) : NULL;
}

static gint
compare_sizes (gconstpointer a, gconstpointer b)
{
  const ChaseRelation *one = *(ChaseRelation *const *)a, *two = *(ChaseRelation *const *)b;

  return (one->n > two->n) - (one->n < two->n);
}

static void
insert (Join *join, ChaseRelation *relation)
{
  guint number = join->relations->len;

  g_ptr_array_add (join->relations, relation);
  for (guint k = 0; k < relation->width; k++)
    g_array_append_val ((GArray *)g_ptr_array_index (join->at, relation->scope[k]), number);
}

/* All relations on @variable become one without it. */
static gboolean
eliminate (Join *join, guint32 variable)
{
  g_autoptr (GPtrArray) bucket = g_ptr_array_new ();
  const GArray *at = g_ptr_array_index (join->at, variable);
  guint32 unit_scope = variable;
  ChaseRelation *result;

  for (guint i = 0; i < at->len; i++)
    {
      gpointer *slot = &g_ptr_array_index (join->relations, g_array_index (at, guint, i));

      if (*slot != NULL)
        g_ptr_array_add (bucket, g_steal_pointer (slot));
    }
  g_ptr_array_sort (bucket, compare_sizes);
  result = g_ptr_array_index (bucket, 0);
  if (bucket->len == 1)
    {
      /* Summed away by joining with nothing. */
      ChaseRelation *unit = chase_relation_new (&unit_scope, 0);

      unit->result = TRUE;
      chase_relation_add (unit, &unit_scope, chase_tally_one (1), join->modulus);
      g_ptr_array_add (bucket, unit);
    }
  for (guint i = 1; i < bucket->len; i++)
    {
      result = join_two (join, result, g_ptr_array_index (bucket, i),
                         i + 1 == bucket->len ? variable : NOTHING);
      if (result != NULL)
        continue;
      while (++i < bucket->len)
        relation_done (g_ptr_array_index (bucket, i));
      return FALSE;
    }
  join->degree[variable] = NOTHING;
  insert (join, result);
  for (guint k = 0; k < result->width; k++)
    measure (join, result->scope[k]);
  return TRUE;
}

static guint32
least_degree (const Join *join)
{
  guint32 best = NOTHING;

  for (guint32 v = 0; v < join->n_variables; v++)
    if (join->degree[v] != NOTHING && (best == NOTHING || join->degree[v] < join->degree[best]))
      best = v;
  return best;
}

gboolean
chase_join_count (const GPtrArray *relations, guint32 n_variables, guint64 modulus, gboolean hashed,
                  ChaseClock *clock, ChaseTally *total)
{
  Join join = { .n_variables = n_variables, .modulus = modulus, .hashed = hashed, .clock = clock };
  gboolean good = TRUE;
  guint32 next;

  join.relations = g_ptr_array_new_with_free_func (relation_done);
  join.at = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  join.degree = g_new (guint32, n_variables + 1);
  join.mark = g_new0 (guint32, n_variables + 1);
  for (guint32 v = 0; v < n_variables; v++)
    g_ptr_array_add (join.at, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < relations->len; i++)
    insert (&join, g_ptr_array_index (relations, i));
  for (guint32 v = 0; v < n_variables; v++)
    measure (&join, v);
  while (good && (next = least_degree (&join)) != NOTHING)
    good = !chase_clock_look (clock) && eliminate (&join, next);
  *total = chase_tally_one (1);
  for (guint i = 0; i < join.relations->len && good; i++)
    {
      const ChaseRelation *relation = g_ptr_array_index (join.relations, i);
      ChaseTally none = { 0 };

      if (relation != NULL)
        *total = chase_tally_multiply (
            *total, relation->n > 0 ? tally_of (&join, relation, 0) : none, modulus);
    }
  g_ptr_array_unref (join.relations);
  g_ptr_array_unref (join.at);
  g_free (join.degree);
  g_free (join.mark);
  return good;
}
