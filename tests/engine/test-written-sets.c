/* SPDX-License-Identifier: MIT */
/* Sets and functions that are written out in checks, and diagrams of them: whether they commute,
 * their limits and colimits, against brute force. */
#include "checked.h"

#include <string.h>

#define DOCUMENT                                                                                   \
  "category C { objects A, B ; f, g : A -> B }\n"                                                  \
  "functor M : C -> Set { A |-> {x, y} ; B |-> {0, 1}\n"                                           \
  "f |-> {x |-> 0, y |-> 1} ; g |-> {x |-> 0, y |-> 0} }\n"

static void
test_counts (void)
{
  assert_values (DOCUMENT "check |Hom(M(A), M(B))| = 4 in Set\n"
                          "check |Hom({1, 2, 3}, {a, b})| = 9 in Set\n"
                          "check |Hom({}, {a})| = 1\n"
                          "check |Hom({a}, {})| = 0 in Set\n"
                          "check |{a, b, c}| = 3\n"
                          "check |Ob(Set)| = 3\ncheck not |Mor([C, Set])| = 3\n"
                          "check |Hom(M, M)| = 2 in [C, Set]",
                 "hhfhhhfhh", "4 8 1 0 3 infinite infinite 2");
}

static void
test_isomorphic (void)
{
  assert_verdicts (DOCUMENT "check M(A) isomorphic {p, q} in Set\n"
                            "check {} isomorphic {a} in Set\n"
                            "check {1, 2, 3, 4, 5, 6, 7, 8, 9} isomorphic "
                            "{a, b, c, d, e, f, g, h, i} in Set\n"
                            "check M isomorphic M in [C, Set]",
                   "hhfhh");
}

static void
test_functions (void)
{
  assert_verdicts (DOCUMENT "check M(f) = {y |-> 1, x |-> 0}\n"
                            "check {x |-> 0, y |-> 1} = M(g) in Set\n"
                            "check {0 |-> 5, 1 |-> 5} . M(f) = {x |-> 5, y |-> 5}\n"
                            "check {} = id({}) in Set\n"
                            "check {x |-> 0, y |-> 1} is mono in Set\n"
                            "check id({0, 1}) . {x |-> 0, y |-> 1} is iso in Set\n"
                            "check id({0, 1, 2}) . {x |-> 0, y |-> 1} is epi in Set\n"
                            "check {} is initial in Set\ncheck {u} is terminal in Set\n"
                            "check {u, v} is terminal in Set\n"
                            "check id({u}) is identity in Set",
                   "hhfhhhhfhhfh");
}

static void
test_universal (void)
{
  assert_verdicts (
      "check {ax, ay, bx, by} with {ax |-> a, ay |-> a, bx |-> b, by |-> b}, "
      "{ax |-> x, ay |-> y, bx |-> x, by |-> y} is product of {a, b}, {x, y} in Set\n"
      "check {ax, ay, bx} with {ax |-> a, ay |-> a, bx |-> b}, "
      "{ax |-> x, ay |-> y, bx |-> x} is product of {a, b}, {x, y} in Set\n"
      "check {a, b, x} with {a |-> a, b |-> b}, {x |-> x} is coproduct of {a, b}, {x} in Set\n"
      "check {s} with {s |-> 1}, {s |-> 2} is pullback of {1 |-> 0}, {2 |-> 0, 3 |-> 7} in Set\n"
      "check {s} with {0 |-> s, 1 |-> s} is coequalizer of {x |-> 0}, {x |-> 1} in Set\n"
      "check {s, t} with {0 |-> s, 1 |-> s, 2 |-> t} is coequalizer of {x |-> 0}, {x |-> 1} in "
      "Set\n"
      "check {s, t} with {0 |-> s}, {1 |-> s, 2 |-> t} is pushout of {x |-> 0}, {x |-> 1} in Set",
      "hfhhhhh");
}

/* A random diagram of sets with at most MOST elements each. */
#define NODES 4
#define EDGES 5
#define MOST 3

typedef struct
{
  guint n_nodes, n_edges;
  guint size[NODES];
  guint source[EDGES], target[EDGES];
  guint map[EDGES][MOST];
} Drawn;

static void
draw (Drawn *drawn, GRand *random)
{
  memset (drawn, 0, sizeof *drawn);
  drawn->n_nodes = 1 + (guint)g_rand_int_range (random, 0, NODES);
  for (guint i = 0; i < drawn->n_nodes; i++)
    drawn->size[i] = (guint)g_rand_int_range (random, i == 0 ? 0 : 1, MOST + 1);
  for (guint tries = 0; tries < 12 && drawn->n_edges < EDGES; tries++)
    {
      guint e = drawn->n_edges;

      drawn->source[e] = (guint)g_rand_int_range (random, 0, (gint)drawn->n_nodes);
      drawn->target[e] = (guint)g_rand_int_range (random, 0, (gint)drawn->n_nodes);
      if (drawn->size[drawn->target[e]] == 0 && drawn->size[drawn->source[e]] > 0)
        continue;
      for (guint x = 0; x < drawn->size[drawn->source[e]]; x++)
        drawn->map[e][x] = (guint)g_rand_int_range (random, 0, (gint)drawn->size[drawn->target[e]]);
      drawn->n_edges += g_rand_int_range (random, 0, 3) > 0;
    }
}

static void
append_set (GString *text, char prefix, guint n)
{
  g_string_append_c (text, '{');
  for (guint x = 0; x < n; x++)
    g_string_append_printf (text, "%s%c%u", x > 0 ? ", " : "", prefix, x);
  g_string_append_c (text, '}');
}

static void
append_map (GString *text, char from, char to, const guint *values, guint n)
{
  g_string_append_c (text, '{');
  for (guint x = 0; x < n; x++)
    g_string_append_printf (text, "%s%c%u |-> %c%u", x > 0 ? ", " : "", from, x, to, values[x]);
  g_string_append_c (text, '}');
}

static void
append_drawn (GString *text, const Drawn *drawn)
{
  g_string_append (text, "diagram D in Set {\n");
  for (guint i = 0; i < drawn->n_nodes; i++)
    {
      g_string_append_printf (text, "n%u : ", i);
      append_set (text, (char)('a' + i), drawn->size[i]);
      g_string_append_printf (text, " at %u, 0\n", i);
    }
  for (guint e = 0; e < drawn->n_edges; e++)
    {
      g_string_append_printf (text, "%s%u : n%u -> n%u = ", "e", e, drawn->source[e],
                              drawn->target[e]);
      append_map (text, (char)('a' + drawn->source[e]), (char)('a' + drawn->target[e]),
                  drawn->map[e], drawn->size[drawn->source[e]]);
      g_string_append_c (text, '\n');
    }
  g_string_append (text, "}\n");
}

/* All paths of at most NODES + 2 edges, compared pair by pair. */
typedef struct
{
  guint source, target, length;
  guint map[MOST];
} Path;

static gboolean
commutes (const Drawn *drawn, gboolean strictly)
{
  g_autoptr (GArray) paths = g_array_new (FALSE, FALSE, sizeof (Path));
  guint begin = 0;

  for (guint e = 0; e < drawn->n_edges; e++)
    {
      Path path = { drawn->source[e], drawn->target[e], 1, { 0 } };

      memcpy (path.map, drawn->map[e], sizeof path.map);
      g_array_append_val (paths, path);
    }
  for (guint length = 2; length <= NODES + 2; length++)
    {
      guint end = paths->len;

      for (; begin < end; begin++)
        for (guint e = 0; e < drawn->n_edges; e++)
          {
            Path path = g_array_index (paths, Path, begin);

            if (drawn->source[e] != path.target || paths->len > 3000)
              continue;
            for (guint x = 0; x < drawn->size[path.source]; x++)
              path.map[x] = drawn->map[e][path.map[x]];
            path.target = drawn->target[e];
            path.length = length;
            g_array_append_val (paths, path);
          }
    }
  for (guint i = 0; i < paths->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const Path *p = &g_array_index (paths, Path, i), *q = &g_array_index (paths, Path, j);

        if (p->source == q->source && p->target == q->target
            && (strictly || p->length > 1 || q->length > 1)
            && memcmp (p->map, q->map, drawn->size[p->source] * sizeof (guint)) != 0)
          return FALSE;
      }
  return TRUE;
}

static void
test_commutes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      char verdicts[3] = { 0 };
      Drawn drawn;

      draw (&drawn, random);
      append_drawn (text, &drawn);
      g_string_append (text, "check D commutes\ncheck D strictly commutes");
      verdicts[0] = commutes (&drawn, FALSE) ? 'h' : 'f';
      verdicts[1] = commutes (&drawn, TRUE) ? 'h' : 'f';
      assert_verdicts (text->str, verdicts);
    }
}

/* The families of elements that the edges of @drawn lead to each other, one after the other. */
static GArray *
families (const Drawn *drawn)
{
  GArray *list = g_array_new (FALSE, FALSE, NODES * sizeof (guint));
  guint total = 1;

  for (guint i = 0; i < drawn->n_nodes; i++)
    total *= drawn->size[i];
  for (guint k = 0; k < total; k++)
    {
      guint family[NODES] = { 0 };
      gboolean good = TRUE;

      for (guint i = 0, rest = k; i < drawn->n_nodes; i++)
        {
          family[i] = rest % drawn->size[i];
          rest /= drawn->size[i];
        }
      for (guint e = 0; e < drawn->n_edges && good; e++)
        good = drawn->map[e][family[drawn->source[e]]] == family[drawn->target[e]];
      if (good)
        g_array_append_vals (list, family, 1);
    }
  return list;
}

/* The limit itself, or it without an element, or with one twice: text of the check in @text. */
static char
append_limit (GString *text, const Drawn *drawn, guint change)
{
  g_autoptr (GArray) list = families (drawn);
  char verdict = 'h';

  if (change > 0 && list->len > 0)
    {
      verdict = 'f';
      if (change == 1)
        g_array_set_size (list, list->len - 1);
      else
        {
          guint copy[NODES];

          memcpy (copy, list->data, sizeof copy);
          g_array_append_vals (list, copy, 1);
        }
    }
  g_string_append (text, "check ");
  append_set (text, 'z', list->len);
  for (guint i = 0; i < drawn->n_nodes; i++)
    {
      g_autofree guint *values = g_new (guint, list->len + 1);

      for (guint k = 0; k < list->len; k++)
        values[k] = ((guint *)(gpointer)list->data)[k * NODES + i];
      g_string_append (text, i == 0 ? " with " : ", ");
      append_map (text, 'z', (char)('a' + i), values, list->len);
    }
  g_string_append (text, " is limit of D\n");
  return verdict;
}

/* The same for the colimit: classes by gluing until nothing changes. */
static char
append_colimit (GString *text, const Drawn *drawn, guint change)
{
  guint label[NODES][MOST], number[NODES * MOST], n = 0;
  gboolean changed = TRUE;

  for (guint i = 0; i < drawn->n_nodes; i++)
    for (guint x = 0; x < drawn->size[i]; x++)
      label[i][x] = i * MOST + x;
  while (changed)
    {
      changed = FALSE;
      for (guint e = 0; e < drawn->n_edges; e++)
        for (guint x = 0; x < drawn->size[drawn->source[e]]; x++)
          {
            guint *one = &label[drawn->source[e]][x];
            guint *two = &label[drawn->target[e]][drawn->map[e][x]];

            changed = changed || *one != *two;
            *one = *two = MIN (*one, *two);
          }
    }
  for (guint i = 0; i < drawn->n_nodes; i++)
    for (guint x = 0; x < drawn->size[i]; x++)
      if (label[i][x] == i * MOST + x)
        number[label[i][x]] = n++;
  if (change == 2 && n < 2)
    change = 0;
  g_string_append (text, "check ");
  append_set (text, 'z', change == 1 ? n + 1 : n - (change == 2));
  for (guint i = 0; i < drawn->n_nodes; i++)
    {
      guint values[MOST];

      for (guint x = 0; x < drawn->size[i]; x++)
        {
          guint k = number[label[i][x]];

          values[x] = change == 2 && k == n - 1 ? 0 : k;
        }
      g_string_append (text, i == 0 ? " with " : ", ");
      append_map (text, (char)('a' + i), 'z', values, drawn->size[i]);
    }
  g_string_append (text, " is colimit of D\n");
  return change > 0 ? 'f' : 'h';
}

static void
test_limits (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);

  for (guint round = 0; round < 120; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      char verdicts[7] = { 0 };
      Drawn drawn;

      draw (&drawn, random);
      append_drawn (text, &drawn);
      for (guint change = 0; change < 3; change++)
        {
          verdicts[2 * change] = append_limit (text, &drawn, change);
          verdicts[2 * change + 1] = append_colimit (text, &drawn, change);
        }
      assert_verdicts (text->str, verdicts);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/written-sets/counts", test_counts);
  g_test_add_func ("/engine/written-sets/isomorphic", test_isomorphic);
  g_test_add_func ("/engine/written-sets/functions", test_functions);
  g_test_add_func ("/engine/written-sets/universal", test_universal);
  g_test_add_func ("/engine/written-sets/commutes", test_commutes);
  g_test_add_func ("/engine/written-sets/limits", test_limits);
  return g_test_run ();
}
