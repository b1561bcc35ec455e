/* SPDX-License-Identifier: MIT */
/* Drawings in products with Set and in slices of Set, beside composing by hand. */
#include "checked.h"

#define MOST 3

typedef guint Map[MOST];

static void
random_map (GRand *random, guint *map, guint n, guint m)
{
  for (guint x = 0; x < n; x++)
    map[x] = g_rand_int_range (random, 0, m);
}

/* {p0 |-> q1, ..} */
static char *
map_text (const guint *map, guint n, char from, char to)
{
  GString *text = g_string_new ("{");

  for (guint x = 0; x < n; x++)
    g_string_append_printf (text, "%s%c%u |-> %c%u", x > 0 ? ", " : "", from, x, to, map[x]);
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static char *
set_text (guint n, char name)
{
  GString *text = g_string_new ("{");

  for (guint x = 0; x < n; x++)
    g_string_append_printf (text, "%s%c%u", x > 0 ? ", " : "", name, x);
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

/* A triangle of sets P -> Q -> R and P -> R. */
typedef struct
{
  guint n[3];
  Map first, second, whole;
} Triangle;

static void
random_triangle (GRand *random, Triangle *t)
{
  for (guint i = 0; i < 3; i++)
    t->n[i] = g_rand_int_range (random, 1, MOST + 1);
  random_map (random, t->first, t->n[0], t->n[1]);
  random_map (random, t->second, t->n[1], t->n[2]);
  random_map (random, t->whole, t->n[0], t->n[2]);
  for (guint x = 0; x < t->n[0] && g_rand_boolean (random); x++)
    t->whole[x] = t->second[t->first[x]];
}

static gboolean
commutes (const Triangle *t)
{
  for (guint x = 0; x < t->n[0]; x++)
    if (t->whole[x] != t->second[t->first[x]])
      return FALSE;
  return TRUE;
}

static void
append_pair (GString *text, const char *before, char *first, char *second)
{
  g_string_append_printf (text, "%s(%s, %s)\n", before, first, second);
  g_free (first);
  g_free (second);
}

static void
test_products (void)
{
  static const char names[] = "pqr";
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint round = 0; round < 150; round++)
    {
      g_autoptr (GString) text = g_string_new ("diagram d in Set * Set {\n");
      Triangle t[2];

      random_triangle (random, &t[0]);
      random_triangle (random, &t[1]);
      for (guint i = 0; i < 3; i++)
        {
          g_autofree char *node = g_strdup_printf ("%c : ", names[i]);

          append_pair (text, node, set_text (t[0].n[i], names[i]), set_text (t[1].n[i], names[i]));
        }
      append_pair (text, "f : p -> q = ", map_text (t[0].first, t[0].n[0], 'p', 'q'),
                   map_text (t[1].first, t[1].n[0], 'p', 'q'));
      append_pair (text, "g : q -> r = ", map_text (t[0].second, t[0].n[1], 'q', 'r'),
                   map_text (t[1].second, t[1].n[1], 'q', 'r'));
      append_pair (text, "h : p -> r = ", map_text (t[0].whole, t[0].n[0], 'p', 'r'),
                   map_text (t[1].whole, t[1].n[0], 'p', 'r'));
      g_string_append (text, "}\ncheck d commutes\n");
      assert_verdicts (text->str, commutes (&t[0]) && commutes (&t[1]) ? "h" : "f");
    }
}

/* R -> S is to give P -> S and Q -> S: the arrow P -> R is any over S. */
static void
put_over (GRand *random, Triangle *t, const guint *down)
{
  for (guint x = 0; x < t->n[0]; x++)
    do
      t->whole[x] = g_rand_int_range (random, 0, t->n[2]);
    while (down[t->whole[x]] != down[t->second[t->first[x]]]);
}

static void
test_slices (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);

  for (guint round = 0; round < 150; round++)
    {
      g_autoptr (GString) text = g_string_new ("diagram d in slice Set over {s0, s1} {\n");
      Map down, at_q = { 0 }, at_p = { 0 };
      Triangle t;

      random_triangle (random, &t);
      random_map (random, down, t.n[2], 2);
      put_over (random, &t, down);
      for (guint y = 0; y < t.n[1]; y++)
        at_q[y] = down[t.second[y]];
      for (guint x = 0; x < t.n[0]; x++)
        at_p[x] = at_q[t.first[x]];
      for (guint i = 0; i < 3; i++)
        {
          g_autofree char *object = map_text (i == 0   ? at_p
                                              : i == 1 ? at_q
                                                       : down,
                                              t.n[i], "pqr"[i], 's');

          g_string_append_printf (text, "%c : %s\n", "pqr"[i], object);
        }
      append_pair (text, "f : p -> q = ", map_text (t.first, t.n[0], 'p', 'q'),
                   map_text (at_q, t.n[1], 'q', 's'));
      append_pair (text, "g : q -> r = ", map_text (t.second, t.n[1], 'q', 'r'),
                   map_text (down, t.n[2], 'r', 's'));
      append_pair (text, "h : p -> r = ", map_text (t.whole, t.n[0], 'p', 'r'),
                   map_text (down, t.n[2], 'r', 's'));
      g_string_append (text, "}\ncheck d commutes\n");
      assert_verdicts (text->str, commutes (&t) ? "h" : "f");
    }
}

#define D                                                                                          \
  "category D { objects X, Y, Z ; f : X -> Y ; g : Y -> Z ; k : X -> Z ; g . f = k\n"              \
  "e : Y -> Y ; e . e = e ; e . f = f }\n"                                                         \
  "category I { objects A, B ; u : A -> B }\n"                                                     \
  "functor F : I -> Set * D { A |-> ({x}, X) ; B |-> ({y, z}, Y) ; u |-> ({x |-> y}, f) }\n"

static void
test_mixed (void)
{
  assert_verdicts (
      D "diagram d in Set * D { p : ({x}, X) ; q : ({y, z}, Y) ; r : ({w}, Z)\n"
        "m : p -> q = ({x |-> y}, f) ; n : q -> r = ({y |-> w, z |-> w}, g)\n"
        "o : p -> r = ({x |-> w}, k) }\ncheck d commutes\n"
        "diagram d1 in D * Set { q : (Y, {y, z}) ; m : q -> q = (e, id({y, z}))\n"
        "n : q -> q = (id(Y), {y |-> y, z |-> y}) }\ncheck d1 commutes\n"
        "diagram d2 in Set * D { p : F(A) ; q : F(B) ; _ : p -> q = F(u)\n"
        "_ : p -> q = ({x |-> y}, f) ; l : q -> q = id(F(B)) }\ncheck d2 strictly commutes\n"
        "diagram d3 in Set * slice Set over {s} { p : ({x}, {x |-> s})\n"
        "l : p -> p = ({x |-> x}, ({x |-> x}, {x |-> s})) }\ncheck d3 commutes\n",
      "hhfhh");
  assert_verdicts (
      D "transformation a : F => F { A |-> ({x |-> x}, id(X)) ; B |-> ({y |-> y, z |-> z}, e) }\n"
        "diagram n = naturality a\ndiagram n1 = naturality a at u\n"
        "check n commutes\ncheck n1 commutes\n"
        "transformation b : F => F { A |-> ({x |-> x}, id(X)) ; B |-> ({y |-> z, z |-> z}, e) }\n"
        "diagram n2 = naturality b\ncheck n2 commutes\n",
      "hhhhff");
}

static void
test_opposites (void)
{
  assert_verdicts (
      "diagram a in (slice Set over {s, t})^op {\n"
      "p : {x |-> s} ; q : {y |-> s, z |-> t} ; r : id({s, t})\n"
      "m : q -> p = ({x |-> y}, {y |-> s, z |-> t})\n"
      "n : r -> q = ({y |-> s, z |-> t}, id({s, t})) ; o : r -> p = ({x |-> s}, id({s, t})) }\n"
      "check a commutes\n"
      "diagram b in Set^op * Set { p : ({x}, {x}) ; q : ({y, z}, {y})\n"
      "m : q -> p = ({x |-> y}, {y |-> x}) ; n : q -> q = ({y |-> z, z |-> y}, id({y})) }\n"
      "check b commutes\n"
      "diagram c in slice Set under {s} { p : id({x, w}) . {s |-> x} ; q : id({y}) . {s |-> y}\n"
      "m : p -> q = (id({y}) . {x |-> y, w |-> y}, {s |-> x})\n"
      "n : p -> q = (id({y}) . {x |-> y, w |-> y}, {s |-> x}) }\ncheck c strictly commutes\n",
      "hfh");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/part-diagrams/products", test_products);
  g_test_add_func ("/engine/part-diagrams/slices", test_slices);
  g_test_add_func ("/engine/part-diagrams/mixed", test_mixed);
  g_test_add_func ("/engine/part-diagrams/opposites", test_opposites);
  return g_test_run ();
}
