/* SPDX-License-Identifier: MIT */
#include "../evidence/small-category.h"
#include "engine/cosets-private.h"
#include "evidence/verifier.h"
#include "random-acyclic.h"

/* The table alone, without the search that answers small questions before it, by every strategy:
   every verdict, every derivation and every model. */
static void
check_table (RandomAcyclic *r, const ChaseIndex *index, guint i, guint j, ChaseStrategy strategy)
{
  guint source = g_array_index (r->source, guint32, i);
  guint target = g_array_index (r->target, guint32, i);
  ChaseWord left = random_acyclic_path (r, i), right = random_acyclic_path (r, j);
  gboolean equal = random_acyclic_class (r, i) == random_acyclic_class (r, j);
  ChaseClock clock; /* outlives the table */
  g_autoptr (ChaseEvidence) evidence = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChaseCosets) cosets = NULL;
  guint32 x, y;

  chase_clock_start (&clock, NULL, NULL);
  cosets = chase_cosets_new (index, source, target, TRUE, strategy, &clock);
  x = chase_cosets_insert (cosets, left);
  y = chase_cosets_insert (cosets, right);
  g_assert_cmpint (chase_cosets_run (cosets, x, y, G_MAXUINT32, G_MAXUINT64), ==,
                   equal ? CHASE_COSETS_REACHED : CHASE_COSETS_CLOSED);
  if (equal)
    {
      g_autoptr (ChaseTrail) trail = chase_trail_new ();

      g_assert_true (chase_cosets_explain (cosets, left, right, 100000, trail));
      evidence = chase_trail_to_proof (trail, index, left, right, &clock);
    }
  else
    evidence = chase_cosets_model (cosets, left, right);
  g_assert_nonnull (evidence);
  chase_verify_equation (r->presentation, source, left, right, equal, evidence, &error);
  g_assert_no_error (error);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint k = 0; k < 400; k++)
    {
      guint n_objects = g_rand_int_range (rand, 2, 8);
      g_autoptr (RandomAcyclic) r = random_acyclic_new (
          rand, n_objects, g_rand_int_range (rand, 1, 14), g_rand_int_range (rand, 0, 14));
      ChaseIndex index;

      chase_index_init (&index, r->presentation);
      for (guint i = 0; r->paths->len < 500 && i < r->paths->len; i += 1 + i / 20)
        for (guint j = 0; j < i; j++)
          if (g_array_index (r->source, guint32, i) == g_array_index (r->source, guint32, j)
              && g_array_index (r->target, guint32, i) == g_array_index (r->target, guint32, j))
            check_table (r, &index, i, j, (i + j + k) % CHASE_N_STRATEGIES);
      chase_index_clear (&index);
    }
}

/* Finite categories, with how many paths there are from A; in the later ones many rows collapse. */
static const struct
{
  const char *objects, *arrows, *equations;
  guint32 n;
} ended[] = {
  { "A", "a:A>A b:A>A c:A>A", "a a = / b b = / c c = / a b a = b a b / b c b = c b c / a c = c a",
    24 },
  { "A", "[i]a:A>A [i]b:A>A", "a a a = / b b = / a b a b a b a b a b =", 60 },
  { "A", "[i]a:A>A [i]b:A>A [i]c:A>A", "b a = a b b / c b = b c c / a c = c a a", 1 },
  { "A", "a:A>A b:A>A", "a a a = a / b b b b = b / a b a b = b a a", 0 },
  { "A B", "f:A>B g:B>A h:B>B", "f g f = f / g f g = g / h h h = h / f h h = f / h g = g / h h = h",
    0 },
};

/* The functor is the one that the equations ask for: each holds from each row. */
static void
assert_complete (ChaseCosets *c, const ChaseIndex *index)
{
  for (guint32 row = 0; row < chase_cosets_n_alive (c); row++)
    for (guint32 i = 0; i < index->n_relations; i++)
      {
        const ChaseRelation *r = &index->relations[i];
        guint32 end[2] = { row, row };

        if (c->rows[row].object != r->source)
          continue;
        for (guint k = 0; k < 2; k++)
          for (guint32 n = 0; n < r->side[k].length; n++)
            end[k] = chase_cosets_follow (c, end[k], r->side[k].letters[n]);
        g_assert_cmpuint (end[0], ==, end[1]);
      }
}

/* Every row is alive and stands where its cells say; every cell leads to one of them. */
static void
assert_compact (ChaseCosets *c)
{
  g_assert_cmpuint (c->n_rows, ==, chase_cosets_n_alive (c));
  for (guint32 i = 0; i < c->n_rows; i++)
    {
      guint32 at = c->rows[i].at;
      guint32 first = c->index->out_first[c->rows[i].object];
      guint32 last = c->index->out_first[c->rows[i].object + 1];

      g_assert_cmpuint (c->cell[at], ==, at);
      g_assert_cmpuint (c->cell[at + 1], ==, i);
      for (guint32 k = 0; k < last - first; k++)
        {
          guint32 to = c->cell[at + 2 + k];

          if (to == CHASE_NO_ROW)
            continue;
          g_assert_cmpuint (c->rows[c->cell[to + 1]].at, ==, to);
          g_assert_cmpuint (c->rows[c->cell[to + 1]].object, ==,
                            c->index->target[c->index->out[first + k]]);
        }
    }
}

typedef void (*Disturb) (ChaseCosets *c);

static void
compact (ChaseCosets *c)
{
  guint32 alive = chase_cosets_n_alive (c);

  chase_cosets_compact (c);
  g_assert_cmpuint (chase_cosets_n_alive (c), ==, alive);
  assert_compact (c);
}

static void
look_ahead (ChaseCosets *c)
{
  guint32 rows = c->n_rows, alive = c->n_alive;

  chase_cosets_look_ahead (c);
  g_assert_cmpuint (c->n_rows, ==, rows);
  g_assert_cmpuint (c->n_alive, <=, alive);
}

static void
look_and_compact (ChaseCosets *c)
{
  look_ahead (c);
  compact (c);
}

/* Enumerates in pieces of @work letter steps, with @disturb between them; returns the rows. */
static guint32
count_disturbed (const ChaseIndex *index, guint64 work, Disturb disturb)
{
  ChaseClock clock;
  g_autoptr (ChaseCosets) c = NULL;
  guint32 first;

  chase_clock_start (&clock, NULL, NULL);
  c = chase_cosets_new (index, 0, G_MAXUINT32, FALSE, CHASE_STRATEGY_HLT, &clock);
  first = chase_cosets_insert (c, (ChaseWord){ NULL, 0 });
  g_assert_cmpuint (first, !=, CHASE_NO_ROW);
  while (chase_cosets_run (c, G_MAXUINT32, G_MAXUINT32, G_MAXUINT32, work) == CHASE_COSETS_OPEN)
    {
      g_assert_cmpint (clock.stop, ==, CHASE_STOP_NONE);
      disturb (c);
    }
  if (disturb != look_ahead)
    compact (c);
  else
    chase_cosets_compact (c);
  assert_complete (c, index);
  return chase_cosets_n_alive (c);
}

/* Looking ahead and compaction, at any time, change nothing in what comes out. */
static void
test_house_keeping (void)
{
  static const Disturb disturbances[] = { compact, look_ahead, look_and_compact };

  for (guint i = 0; i < G_N_ELEMENTS (ended); i++)
    {
      g_autoptr (ChasePresentation) p
          = small_category (ended[i].objects, ended[i].arrows, ended[i].equations);
      ChaseIndex index;
      guint32 n;

      chase_index_init (&index, p);
      n = count_disturbed (&index, G_MAXUINT64, compact);
      if (ended[i].n > 0)
        g_assert_cmpuint (n, ==, ended[i].n);
      for (guint64 work = 20; work < 3000; work = work * 5 / 2)
        for (guint k = 0; k < G_N_ELEMENTS (disturbances); k++)
          g_assert_cmpuint (count_disturbed (&index, work, disturbances[k]), ==, n);
      chase_index_clear (&index);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/cosets/random", test_random);
  g_test_add_func ("/engine/cosets/house-keeping", test_house_keeping);
  return g_test_run ();
}
