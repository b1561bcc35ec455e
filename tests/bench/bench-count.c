/* SPDX-License-Identifier: MIT */

/*
 * Measures tables and counts: reading, checking and verifying documents in this process, medians of
 * five runs in milliseconds. Growth curves: 3-colourings of grids and cycles as functors on two
 * parallel arrows, actions of 1,000 elements, trees, functors between chains, the simplex category,
 * and composition tables. 5 x 5 grid: gecode lists its 580,986 in 1.6 s.
 */
#include "engine/check.h"
#include "evidence/report.h"
#include "model/problem.h"
#include "notation/notation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum
{
  RUNS = 5,
  N = 1000,
};

static int
compare (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static double
lap (gint64 *begin)
{
  gint64 now = g_get_monotonic_time ();
  double time = (double)(now - *begin) / 1000;

  *begin = now;
  return time;
}

/* The last result: what was counted, or the verdict. FALSE where the verifier refuses one. */
static gboolean
verify_all (ChaseTheory *theory, const GPtrArray *results, char **told)
{
  gboolean good = TRUE;

  for (guint i = 0; i < results->len; i++)
    {
      const ChaseResult *result = g_ptr_array_index (results, i);
      const char *verdict = chase_verdict_word (result->verdict);
      g_autoptr (JsonNode) evidence = chase_result_evidence_json (result);

      g_free (*told);
      *told = g_strdup (result->value != NULL ? result->value : verdict);
      good = good && evidence != NULL
             && chase_verify_result (theory, result->claim->proposition, result->claim->negated,
                                     verdict, result->value, evidence, NULL);
    }
  return good;
}

static void
measure (const char *name, const char *text)
{
  double times[3][RUNS];
  g_autofree char *told = NULL;
  gboolean good = TRUE;

  for (guint run = 0; run < RUNS; run++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), problems);
      g_autoptr (GPtrArray) results = NULL;
      g_autoptr (ChaseTheory) theory = NULL;

      times[0][run] = lap (&begin);
      results = chase_check_document (document, NULL, NULL, NULL, NULL);
      times[1][run] = lap (&begin);
      theory = chase_theory_new (document, NULL);
      good = verify_all (theory, results, &told);
      times[2][run] = lap (&begin);
    }
  for (guint i = 0; i < 3; i++)
    qsort (times[i], RUNS, sizeof (double), compare);
  printf ("%-34s %9.2f read %9.2f check %9.2f verify   %.40s%s\n", name, times[0][RUNS / 2],
          times[1][RUNS / 2], times[2][RUNS / 2], told, good ? "" : "   REFUSED");
  fflush (stdout);
}

/* Appends the graph with both directions of each edge, as a functor G -> Set. */
static void
append_graph (GString *text, const char *name, guint n, const guint (*edges)[2], guint n_edges)
{
  g_string_append_printf (text, "functor %s : G -> Set {\n  V |-> {", name);
  for (guint v = 0; v < n; v++)
    g_string_append_printf (text, "%s%u", v > 0 ? ", " : "", v);
  g_string_append (text, "}\n  E |-> {");
  for (guint e = 0; e < n_edges; e++)
    g_string_append_printf (text, "%se%u, f%u", e > 0 ? ", " : "", e, e);
  for (guint end = 0; end < 2; end++)
    {
      g_string_append_printf (text, "}\n  %s |-> {", end == 0 ? "s" : "t");
      for (guint e = 0; e < n_edges; e++)
        g_string_append_printf (text, "%se%u |-> %u, f%u |-> %u", e > 0 ? ", " : "", e,
                                edges[e][end], e, edges[e][1 - end]);
    }
  g_string_append (text, "}\n}\n");
}

static void
measure_colourings (const char *name, guint n, const guint (*edges)[2], guint n_edges)
{
  static const guint triangle[3][2] = { { 0, 1 }, { 1, 2 }, { 2, 0 } };
  g_autoptr (GString) text = g_string_new ("category G { objects E, V ; s, t : E -> V }\n");

  append_graph (text, "X", n, edges, n_edges);
  append_graph (text, "K3", 3, triangle, 3);
  g_string_append (text, "check |Nat(X, K3)| = 1\n");
  measure (name, text->str);
}

static void
measure_grid (guint n)
{
  guint edges[2 * N][2];
  guint m = 0;
  g_autofree char *name = g_strdup_printf ("3-colourings, grid %u x %u", n, n);

  for (guint i = 0; i < n * n; i++)
    {
      if (i % n + 1 < n)
        {
          edges[m][0] = i;
          edges[m++][1] = i + 1;
        }
      if (i + n < n * n)
        {
          edges[m][0] = i;
          edges[m++][1] = i + n;
        }
    }
  measure_colourings (name, n * n, edges, m);
}

static void
measure_cycle (guint n)
{
  guint edges[N][2];
  g_autofree char *name = g_strdup_printf ("3-colourings, cycle of %u", n);

  for (guint i = 0; i < n; i++)
    {
      edges[i][0] = i;
      edges[i][1] = (i + 1) % n;
    }
  measure_colourings (name, n, edges, n);
}

/* A tree into a random graph; each functor has 1,000 elements. */
static void
measure_tree (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GString) text = g_string_new ("category G { objects E, V ; s, t : E -> V }\n");
  guint edges[N][2];

  for (guint i = 1; i < 334; i++)
    {
      edges[i - 1][0] = (guint)g_rand_int_range (rand, 0, (gint32)i);
      edges[i - 1][1] = i;
    }
  append_graph (text, "X", 334, edges, 333);
  for (guint i = 0; i < 350; i++)
    {
      edges[i][0] = (guint)g_rand_int_range (rand, 0, 300);
      edges[i][1] = (guint)g_rand_int_range (rand, 0, 300);
    }
  append_graph (text, "Y", 300, edges, 350);
  g_string_append (text, "check |Nat(X, Y)| = 1\n");
  measure ("tree into a graph, 1,000 elements", text->str);
}

/* An action on N elements of a monoid with the generators a, b, ..: values[k][x]. */
static void
append_action (GString *text, const char *name, const guint (*values)[N], guint n_generators)
{
  g_string_append_printf (text, "functor %s : M -> Set {\n  X |-> {", name);
  for (guint x = 0; x < N; x++)
    g_string_append_printf (text, "%sx%u", x > 0 ? ", " : "", x);
  g_string_append (text, "}\n");
  for (guint k = 0; k < n_generators; k++)
    {
      g_string_append_printf (text, "  %c |-> {", 'a' + k);
      for (guint x = 0; x < N; x++)
        g_string_append_printf (text, "%sx%u |-> x%u", x > 0 ? ", " : "", x, values[k][x]);
      g_string_append (text, "}\n");
    }
  g_string_append (text, "}\n");
}

static void
measure_actions (const char *name, const guint (*f)[N], const guint (*g)[N], guint n_generators)
{
  g_autoptr (GString) text = g_string_new ("category M { object X ; a, b, c : X -> X }\n");

  if (n_generators < 3)
    g_string_assign (text, n_generators == 1 ? "category M { object X ; a : X -> X }\n"
                                             : "category M { object X ; a, b : X -> X }\n");
  append_action (text, "F", f, n_generators);
  append_action (text, "H", g, n_generators);
  g_string_append (text, "check |Nat(F, H)| = 1\n");
  measure (name, text->str);
}

static void
measure_all_actions (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  static guint f[3][N], g[3][N];

  for (guint x = 0; x < N; x++)
    {
      f[0][x] = (x + 1) % N;
      f[1][x] = (N - x) % N;
    }
  measure_actions ("dihedral action, 1,000 elements", f, f, 2);
  for (guint x = 0; x < N; x++)
    for (guint k = 0, power = 1; k < 3; k++, power *= 10)
      f[k][x] = x - x / power % 10 * power + (x / power + 1) % 10 * power;
  measure_actions ("free action of (Z/10)^3", f, f, 3);
  for (guint x = 0; x < N; x++)
    {
      f[0][x] = (guint)g_rand_int_range (rand, 0, N);
      g[0][x] = (guint)g_rand_int_range (rand, 0, N);
    }
  measure_actions ("random maps of 1,000 elements", f, g, 1);
}

/* [m] and [n] as free categories. */
static void
measure_chains (guint m, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = g_strdup_printf ("functors [%u] -> [%u]", m, n);

  for (guint which = 0; which < 2; which++)
    {
      guint length = which == 0 ? m : n;

      g_string_append_printf (text, "category %c {\n", which == 0 ? 'C' : 'D');
      for (guint i = 0; i <= length; i++)
        g_string_append_printf (text, "  object x%u\n", i);
      for (guint i = 0; i < length; i++)
        g_string_append_printf (text, "  a%u : x%u -> x%u\n", i, i, i + 1);
      g_string_append (text, "}\n");
    }
  g_string_append (text, "check |Fun(C, D)| = 1\n");
  measure (name, text->str);
}

/* The simplex category up to [n], by faces, degeneracies and their identities. */
static void
measure_simplex (guint n)
{
  g_autoptr (GString) text = g_string_new ("category Delta {\n");
  g_autofree char *name = g_strdup_printf ("simplex category up to [%u]", n);

  for (guint k = 0; k <= n; k++)
    g_string_append_printf (text, "  object n%u\n", k);
  for (guint k = 1; k <= n; k++)
    for (guint i = 0; i <= k; i++)
      g_string_append_printf (text, "  d%u_%u : n%u -> n%u\n", k, i, k - 1, k);
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i <= k; i++)
      g_string_append_printf (text, "  s%u_%u : n%u -> n%u\n", k, i, k + 1, k);
  for (guint k = 2; k <= n; k++)
    for (guint j = 0; j <= k; j++)
      for (guint i = 0; i < j; i++)
        g_string_append_printf (text, "  d%u_%u . d%u_%u = d%u_%u . d%u_%u\n", k, j, k - 1, i, k, i,
                                k - 1, j - 1);
  for (guint k = 0; k + 2 <= n; k++)
    for (guint j = 0; j <= k; j++)
      for (guint i = 0; i <= j; i++)
        g_string_append_printf (text, "  s%u_%u . s%u_%u = s%u_%u . s%u_%u\n", k, j, k + 1, i, k, i,
                                k + 1, j + 1);
  for (guint k = 1; k <= n; k++)
    for (guint i = 0; i <= k; i++)
      for (guint j = 0; j < k; j++)
        if (i == j || i == j + 1)
          g_string_append_printf (text, "  s%u_%u . d%u_%u = id(n%u)\n", k - 1, j, k, i, k - 1);
        else if (k > 1)
          g_string_append_printf (text, "  s%u_%u . d%u_%u = d%u_%u . s%u_%u\n", k - 1, j, k, i,
                                  k - 1, i < j ? i : i - 1, k - 2, i < j ? j - 1 : j);
  g_string_append_printf (text, "}\ncheck |Hom(n%u, n%u)| = 1 in Delta\n", n, n);
  measure (name, text->str);
}

/* A chain of @n_objects with @n_loops rotations at each: a product of an order and a cyclic group.
 */
static void
measure_table (guint n_objects, guint order)
{
  g_autoptr (GString) text = g_string_new ("category T table {\n");
  guint n = n_objects * (n_objects + 1) / 2 * order;
  g_autofree char *name = g_strdup_printf ("table of %u morphisms", n);
  guint number[64][64];
  guint m = 0;

  for (guint a = 0; a < n_objects; a++)
    for (guint b = a; b < n_objects; b++)
      number[a][b] = m++;
  for (guint a = 0; a < n_objects; a++)
    g_string_append_printf (text, "  object x%u\n", a);
  for (guint a = 0; a < n_objects; a++)
    for (guint b = a; b < n_objects; b++)
      for (guint r = a == b; r < order; r++)
        g_string_append_printf (text, "  f%u_%u : x%u -> x%u\n", number[a][b], r, a, b);
  for (guint a = 0; a < n_objects; a++)
    for (guint b = a; b < n_objects; b++)
      for (guint c = b; c < n_objects; c++)
        for (guint r = a == b; r < order; r++)
          for (guint q = b == c; q < order; q++)
            if (a == c && (r + q) % order == 0)
              g_string_append_printf (text, "  f%u_%u . f%u_%u = id(x%u)\n", number[b][c], q,
                                      number[a][b], r, a);
            else
              g_string_append_printf (text, "  f%u_%u . f%u_%u = f%u_%u\n", number[b][c], q,
                                      number[a][b], r, number[a][c], (r + q) % order);
  g_string_append (text, "}\n");
  measure (name, text->str);
}

int
main (void)
{
  for (guint n = 3; n <= 8; n++)
    measure_grid (n);
  for (guint n = 12; n <= 300; n *= 5)
    measure_cycle (n);
  measure_all_actions ();
  measure_tree ();
  for (guint n = 2; n <= 8; n += 2)
    measure_chains (n, n);
  for (guint n = 2; n <= 8; n += 2)
    measure_simplex (n);
  measure_table (8, 6);
  measure_table (16, 8);
  measure_table (25, 6);
  return 0;
}
