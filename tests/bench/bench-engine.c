/* SPDX-License-Identifier: MIT */

/* Measures the engine: medians of seven runs, in milliseconds. Whole diagrams (commuting grids,
 * cubes, one face left out) and 10,000 small questions; bench-presentations has the rest. */
#include "engine/engine.h"

#include <stdio.h>
#include <stdlib.h>

enum
{
  RUNS = 7,
};

static int
compare (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

static double
median (double *times)
{
  qsort (times, RUNS, sizeof (double), compare);
  return times[RUNS / 2];
}

static guint32
add_object (ChasePresentation *p, guint i)
{
  g_autofree char *text = g_strdup_printf ("v%u", i);
  g_autoptr (ChaseName) name = chase_name_new (text);

  return chase_presentation_add_object (p, name);
}

static guint32
add_arrow (ChasePresentation *p, guint32 from, guint32 to)
{
  g_autofree char *text = g_strdup_printf ("a%u", chase_presentation_n_arrows (p));
  g_autoptr (ChaseName) name = chase_name_new (text);

  return chase_presentation_add_arrow (p, name, from, to, CHASE_PROPERTY_NONE);
}

/* A commuting grid of n x n squares, without the last @missing of them. */
static ChasePresentation *
grid (guint n, guint missing)
{
  ChasePresentation *p = chase_presentation_new ();
  g_autofree guint32 *right = g_new (guint32, (n + 1) * (n + 1));
  g_autofree guint32 *down = g_new (guint32, (n + 1) * (n + 1));

  for (guint i = 0; i < (n + 1) * (n + 1); i++)
    add_object (p, i);
  for (guint y = 0; y <= n; y++)
    for (guint x = 0; x <= n; x++)
      {
        guint at = y * (n + 1) + x;

        if (x < n)
          right[at] = add_arrow (p, at, at + 1);
        if (y < n)
          down[at] = add_arrow (p, at, at + n + 1);
      }
  for (guint i = 0; i < n * n - missing; i++)
    {
      guint at = i / n * (n + 1) + i % n;
      guint32 one[2] = { right[at], down[at + 1] }, other[2] = { down[at], right[at + n + 1] };

      chase_presentation_add_equation (p, at, (ChaseWord){ one, 2 }, (ChaseWord){ other, 2 }, NULL,
                                       0);
    }
  return p;
}

/* The commuting cube of dimension n, without one face if @missing. */
static ChasePresentation *
cube (guint n, guint missing)
{
  ChasePresentation *p = chase_presentation_new ();
  g_autofree guint32 *arrow = g_new0 (guint32, (gsize)n << n);

  for (guint v = 0; v < 1u << n; v++)
    add_object (p, v);
  for (guint v = 0; v < 1u << n; v++)
    for (guint i = 0; i < n; i++)
      if (!(v >> i & 1))
        arrow[v * n + i] = add_arrow (p, v, v | 1u << i);
  for (guint v = 0; v < 1u << n; v++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < i; j++)
        {
          guint32 one[2], other[2];

          if ((v >> i & 1) || (v >> j & 1) || missing-- == 1)
            continue;
          one[0] = arrow[v * n + i];
          one[1] = arrow[(v | 1u << i) * n + j];
          other[0] = arrow[v * n + j];
          other[1] = arrow[(v | 1u << j) * n + i];
          chase_presentation_add_equation (p, v, (ChaseWord){ one, 2 }, (ChaseWord){ other, 2 },
                                           NULL, 0);
        }
  return p;
}

static void
bench_commutes (const char *name, ChasePresentation *taken)
{
  static const char *const words[] = { "commutes", "does not", "undecided" };
  g_autoptr (ChasePresentation) p = taken;
  g_autoptr (ChaseShape) shape = chase_shape_new_whole (p);
  double times[RUNS];
  ChaseVerdict verdict = CHASE_VERDICT_UNDECIDED;

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (ChaseEngine) engine = chase_engine_new (p);
      g_autoptr (ChaseAnswer) answer = chase_engine_commutes (engine, shape, FALSE, NULL, NULL);

      times[i] = answer->seconds * 1e3;
      verdict = answer->verdict;
    }
  printf ("%-28s %10.3f ms   %s\n", name, median (times), words[verdict]);
}

static void
bench_questions (void)
{
  g_autoptr (ChasePresentation) p = grid (3, 0);
  g_autoptr (ChaseEngine) engine = chase_engine_new (p);
  double times[RUNS];
  guint32 last = chase_presentation_n_equations (p) - 1;

  for (guint i = 0; i < RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint k = 0; k < 10000; k++)
        {
          const ChaseEquation *e = chase_presentation_equation (p, k % last);
          g_autoptr (ChaseAnswer) answer G_GNUC_UNUSED
              = chase_engine_equal (engine, e->source, e->left, e->right, NULL, NULL);
        }
      times[i] = (double)(g_get_monotonic_time () - start) / 1e3;
    }
  printf ("%-28s %10.3f ms\n", "10,000 small questions", median (times));
}

int
main (void)
{
  bench_commutes ("grid 10 x 10", grid (10, 0));
  bench_commutes ("grid 50 x 50", grid (50, 0));
  bench_commutes ("grid 100 x 100", grid (100, 0));
  bench_commutes ("grid 100 x 100, one missing", grid (100, 1));
  bench_commutes ("cube of dimension 10", cube (10, 0));
  bench_commutes ("the same, one face missing", cube (10, 1));
  bench_questions ();
  return 0;
}
