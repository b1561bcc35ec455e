/* SPDX-License-Identifier: MIT */

/*
 * Measures tables and counts: reading, checking and verifying documents in this process, medians of
 * seven runs in milliseconds; what has a limit is shown as a part of it, and what is known to be
 * another number as WRONG. Growth curves, each with its exponent (the slope of log time over log
 * size, by least squares): 3-colourings of grids and cycles as functors on two parallel arrows,
 * actions of 1,000 elements, trees, functors between chains, the simplex category, composition
 * tables, groups among them, and the Yoneda lemma. 5 x 5 grid: gecode lists its 580,986 in 1.6 s.
 * Monoids of known order are in bench-presentations.
 */
#include "engine/check.h"
#include "evidence/report.h"
#include "model/problem.h"
#include "notation/notation.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum
{
  RUNS = 7,
  N = 1000,
};

/* Sizes and times of one kind of question, as they grow. */
typedef struct
{
  const char *name;
  guint n;
  double size[32], time[32];
} Curve;

static void
tell_exponent (const Curve *curve)
{
  double x = 0, y = 0, xx = 0, xy = 0, n = curve->n;

  for (guint i = 0; i < curve->n; i++)
    {
      double a = log (curve->size[i]), b = log (curve->time[i]);

      x += a;
      y += b;
      xx += a * a;
      xy += a * b;
    }
  printf ("%-34s time grows with the power %.2f of the size\n", curve->name,
          (n * xy - x * y) / (n * xx - x * x));
}

/* What is asked and known of it: the right answer or NULL, how long checking may take or 0, and
 * where its time belongs. */
typedef struct
{
  const char *expected;
  double limit;
  Curve *curve;
  double size;
} Known;

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
tell (const char *name, const double *median, const char *told, gboolean good, const Known *known)
{
  printf ("%-34s %9.2f read %9.2f check %9.2f verify   %.40s", name, median[0], median[1],
          median[2], told);
  if (known->limit > 0)
    printf ("   %.3f of the limit", median[1] / known->limit);
  if (known->expected != NULL && strcmp (known->expected, told) != 0)
    printf ("   WRONG, it is %s", known->expected);
  printf ("%s\n", good ? "" : "   REFUSED");
  fflush (stdout);
}

static void
measure (const char *name, const char *text, Known known)
{
  double times[3][RUNS], median[3];
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
    {
      qsort (times[i], RUNS, sizeof (double), compare);
      median[i] = times[i][RUNS / 2];
    }
  tell (name, median, told, good, &known);
  if (known.curve == NULL)
    return;
  known.curve->size[known.curve->n] = known.size;
  known.curve->time[known.curve->n++] = median[1];
}

/* n over k, as text; exact below 2^63. Caller frees. */
static char *
binomial (guint n, guint k)
{
  guint64 value = 1;

  for (guint i = 1; i <= k; i++)
    value = value * (n - k + i) / i;
  return g_strdup_printf ("%" G_GUINT64_FORMAT, value);
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
measure_colourings (const char *name, guint n, const guint (*edges)[2], guint n_edges, Known known)
{
  static const guint triangle[3][2] = { { 0, 1 }, { 1, 2 }, { 2, 0 } };
  g_autoptr (GString) text = g_string_new ("category G { objects E, V ; s, t : E -> V }\n");

  append_graph (text, "X", n, edges, n_edges);
  append_graph (text, "K3", 3, triangle, 3);
  g_string_append (text, "check |Nat(X, K3)| = 1\n");
  measure (name, text->str, known);
}

static void
measure_grid (guint n, Curve *curve)
{
  static const char *const counts[] = { NULL, NULL, NULL, "246", "7812", "580986" };
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
  measure_colourings (
      name, n * n, edges, m,
      (Known){ n < G_N_ELEMENTS (counts) ? counts[n] : NULL, n == 5 ? 100 : 0, curve, n * n });
}

static void
measure_cycle (guint n, Curve *curve)
{
  guint edges[N][2];
  g_autofree char *name = g_strdup_printf ("3-colourings, cycle of %u", n);

  for (guint i = 0; i < n; i++)
    {
      edges[i][0] = i;
      edges[i][1] = (i + 1) % n;
    }
  /* 2^n + 2 for an even n. */
  measure_colourings (name, n, edges, n,
                      (Known){ n == 12   ? "4098"
                               : n == 60 ? "1152921504606846978"
                                         : NULL,
                               0, curve, n });
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
  measure ("tree into a graph, 1,000 elements", text->str, (Known){ .limit = 1000 });
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
measure_actions (const char *name, const guint (*f)[N], const guint (*g)[N], guint n_generators,
                 const char *expected)
{
  g_autoptr (GString) text = g_string_new ("category M { object X ; a, b, c : X -> X }\n");

  if (n_generators < 3)
    g_string_assign (text, n_generators == 1 ? "category M { object X ; a : X -> X }\n"
                                             : "category M { object X ; a, b : X -> X }\n");
  append_action (text, "F", f, n_generators);
  append_action (text, "H", g, n_generators);
  g_string_append (text, "check |Nat(F, H)| = 1\n");
  measure (name, text->str, (Known){ .expected = expected, .limit = 1000 });
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
  measure_actions ("dihedral action, 1,000 elements", f, f, 2, "2");
  for (guint x = 0; x < N; x++)
    for (guint k = 0, power = 1; k < 3; k++, power *= 10)
      f[k][x] = x - x / power % 10 * power + (x / power + 1) % 10 * power;
  measure_actions ("free action of (Z/10)^3", f, f, 3, "1000");
  for (guint x = 0; x < N; x++)
    {
      f[0][x] = (guint)g_rand_int_range (rand, 0, N);
      g[0][x] = (guint)g_rand_int_range (rand, 0, N);
    }
  measure_actions ("random maps of 1,000 elements", f, g, 1, NULL);
}

/* [m] and [n] as free categories. */
static void
measure_chains (guint m, guint n, Curve *curve)
{
  g_autofree char *expected = binomial (m + n + 1, m + 1);
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
  measure (name, text->str, (Known){ expected, 0, curve, n });
}

/* The simplex category up to [n], by faces, degeneracies and their identities. */
static void
measure_simplex (guint n, Curve *curve)
{
  g_autofree char *expected = binomial (2 * n + 1, n + 1);
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
  measure (name, text->str, (Known){ expected, 0, curve, g_ascii_strtod (expected, NULL) });
}

/* A chain of @n_objects with @n_loops rotations at each: a product of an order and a cyclic group.
 */
static void
measure_table (guint n_objects, guint order, Curve *curve)
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
  measure (name, text->str, (Known){ "holds", 1000, curve, n });
}

/* The permutations of n letters in lexicographic order; p[0] is the identity. */
static guint
permutations (guint n, guint8 (*p)[8])
{
  guint8 now[8];
  guint count = 0, i = 0;

  for (guint k = 0; k < n; k++)
    now[k] = (guint8)k;
  do
    {
      memcpy (p[count++], now, n);
      for (i = n - 1; i > 0 && now[i - 1] > now[i]; i--)
        ;
      if (i > 0)
        {
          guint j = n - 1;
          guint8 letter = now[i - 1];

          while (now[j] < letter)
            j--;
          now[i - 1] = now[j];
          now[j] = letter;
          for (guint a = i, b = n - 1; a < b; a++, b--)
            {
              letter = now[a];
              now[a] = now[b];
              now[b] = letter;
            }
        }
    }
  while (i > 0);
  return count;
}

static guint
number_of (guint n, const guint8 (*p)[8], guint count, const guint8 *product)
{
  guint low = 0, high = count - 1;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (memcmp (p[middle], product, n) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The symmetric group as a table of n! morphisms with as many entries as there are pairs. */
static void
measure_group (guint n, Curve *curve)
{
  static guint8 p[720][8];
  g_autoptr (GString) text = g_string_new ("category T table {\n  object x\n");
  g_autofree char *name = g_strdup_printf ("table of the symmetric group S_%u", n);
  guint count = permutations (n, p);

  for (guint a = 1; a < count; a++)
    g_string_append_printf (text, "  p%u : x -> x\n", a);
  for (guint a = 1; a < count; a++)
    for (guint b = 1; b < count; b++)
      {
        guint8 product[8] = { 0 };
        guint c;

        for (guint k = 0; k < n; k++)
          product[k] = p[b][p[a][k]];
        c = number_of (n, (const guint8 (*)[8])p, count, product);
        g_string_append_printf (text, c == 0 ? "  p%u . p%u = id(x)\n" : "  p%u . p%u = p%u\n", b,
                                a, c);
      }
  g_string_append (text, "}\n");
  measure (name, text->str, (Known){ "holds", 1000, curve, count });
}

/* The lemma at the top of a chain of three, where P has @n elements there. */
static void
measure_yoneda (guint n, Curve *curve)
{
  g_autoptr (GString) text
      = g_string_new ("category C { objects A, B, D ; f : A -> B ; g : B -> D }\n"
                      "functor P : C^op -> Set {\n  D |-> {");
  g_autofree char *name = g_strdup_printf ("Yoneda lemma, %u elements", n);

  for (guint x = 0; x < n; x++)
    g_string_append_printf (text, "%sx%u", x > 0 ? ", " : "", x);
  g_string_append (text, "}\n  B |-> {y0, y1, y2}\n  A |-> {z0, z1}\n  g |-> {");
  for (guint x = 0; x < n; x++)
    g_string_append_printf (text, "%sx%u |-> y%u", x > 0 ? ", " : "", x, x % 3);
  g_string_append (text, "}\n  f |-> {y0 |-> z0, y1 |-> z1, y2 |-> z0}\n}\ncheck yoneda P at D\n");
  measure (name, text->str, (Known){ "holds", 0, curve, n });
}

int
main (void)
{
  Curve grids = { .name = "3-colourings of grids" }, cycles = { .name = "3-colourings of cycles" };
  Curve chains = { .name = "functors between chains" }, deltas = { .name = "the simplex category" };
  Curve tables = { .name = "tables" }, groups = { .name = "tables of groups" };
  Curve lemmas = { .name = "Yoneda lemma" };
  const Curve *all[] = { &grids, &cycles, &chains, &deltas, &tables, &groups, &lemmas };

  for (guint n = 3; n <= 8; n++)
    measure_grid (n, &grids);
  for (guint n = 12; n <= 300; n *= 5)
    measure_cycle (n, &cycles);
  measure_all_actions ();
  measure_tree ();
  for (guint n = 2; n <= 16; n += 2)
    measure_chains (n, n, &chains);
  for (guint n = 1; n <= 8; n++)
    measure_simplex (n, &deltas);
  measure_table (8, 6, &tables);
  measure_table (16, 8, &tables);
  measure_table (25, 6, &tables);
  for (guint n = 4; n <= 6; n++)
    measure_group (n, &groups);
  for (guint n = 1000; n <= 16000; n *= 2)
    measure_yoneda (n, &lemmas);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    tell_exponent (all[i]);
  return 0;
}
