/* SPDX-License-Identifier: MIT */
/* Slices and functor categories as finite categories. */
#include "checked.h"

#include <string.h>

#define SQUARE                                                                                     \
  "category Sq { objects A, B, C, D ; f : A -> B ; g : A -> C ; h : B -> D ; k : C -> D\n"         \
  "h . f = k . g }\n"
#define ARROW "category Arrow { objects X, Y ; u : X -> Y }\n"

static void
test_slices (void)
{
  assert_values (SQUARE "category O = slice Sq over D\ncategory U = slice Sq under A\n"
                        "check |Ob(O)| = 4\ncheck |Mor(O)| = 9\ncheck |Mor(U)| = 9\n"
                        "check |Mor(slice Sq over B)| = 3\ncheck |Ob(slice Sq under D)| = 1\n"
                        "check |Hom(h, id(D))| = 1 in O\ncheck |Hom(h, k)| = 0 in O\n"
                        "check |Hom(id(A), k . g)| = 1 in U",
                 "hhhhhhhh", "4 9 9 3 1 1 0 1");
  assert_verdicts (
      SQUARE "category O = slice Sq over D\ncategory U = slice Sq under A\n"
             "check id(D) is terminal in O\ncheck k . g is initial in O\ncheck h is initial in O\n"
             "check id(A) is initial in U\ncheck (f, h) is mono in O\ncheck (h, f) is iso in U\n"
             "check (f, h) >> (h, id(D)) = (g, k) >> (k, id(D)) in O\n"
             "check O is poset, connected, skeletal\ncheck O is groupoid\n"
             "check k . g with (f, h), (g, k) is product of h, k in O\n"
             "check h isomorphic k in O\ncheck O is category\n"
             "functor Q : O -> Sq { h . f |-> A ; h |-> B ; k |-> C ; id(D) |-> D\n"
             "(f, h) |-> f ; (g, k) |-> g ; (h, id(D)) |-> h ; (k, id(D)) |-> k }\n"
             "check Q is isomorphism",
      "hhfhhfhhfhfhhh");
  /* A group acts: objects over its one object are its elements, all isomorphic. */
  assert_values ("category Z table { object P ; r, s : P -> P ; r . r = s ; r . s = id(P)\n"
                 "s . r = id(P) ; s . s = r }\ncategory E = slice Z over P\n"
                 "check |Ob(E)| = 3\ncheck |Mor(E)| = 9\ncheck E is groupoid, thin\n"
                 "check r isomorphic id(P) in E",
                 "hhhhh", "3 9");
}

static void
test_functor_categories (void)
{
  assert_values (ARROW SQUARE
                 "category Z2 { object P ; t : P -> P ; t . t = id(P) }\n"
                 "category FA = [Arrow, Sq]\n"
                 "check |Ob(FA)| = 9\ncheck |Mor(FA)| = 36\ncheck |Mor([Z2, Z2])| = 4\n"
                 "check |Ob([Arrow, [Arrow, Arrow]])| = 6\n"
                 "check |Fun(Arrow, FA)| = 36\ncheck |Fun([Arrow, Arrow], Arrow)| = 4\n"
                 "check |Ob([Arrow * Arrow, Arrow])| = 6",
                 "hhhhhhh", "9 36 4 6 36 4 6");
  assert_verdicts (
      ARROW SQUARE
      "category FA = [Arrow, Sq]\n"
      "functor F : Arrow -> Sq { X |-> A ; Y |-> D ; u |-> h . f }\n"
      "functor G : Arrow -> Sq { X |-> B ; Y |-> D ; u |-> h }\n"
      "functor I : Arrow -> Sq = const A\n"
      "transformation a : F => G { X |-> f ; Y |-> id(D) }\n"
      "check FA is thin, poset, finite, connected\ncheck FA is category\ncheck FA is groupoid\n"
      "check F is initial in FA\ncheck I is initial in FA\ncheck a is mono, epi in FA\n"
      "check a is iso in FA\ncheck F isomorphic G in FA\ncheck |Hom(F, G)| = 1 in FA\n"
      "check F with id(F), a is product of F, G in FA\ncheck a . id(F) = a in FA\n"
      "functor P : Arrow -> FA { X |-> F ; Y |-> G ; u |-> a }\n"
      "check P is faithful\ncheck P is full\ncheck P is essentially surjective",
      "hhhhhhffhhffhhhhhhf");
}

#define LONGEST 3

/* A functor between chains: its values at the objects, in order. */
typedef guint Values[LONGEST];

/* The monotone maps from a chain of @n objects to one of @m. */
static guint
monotone_maps (guint n, guint m, Values *maps)
{
  Values values = { 0 };
  guint count = 0;

  for (guint at = n; at != G_MAXUINT;)
    {
      gboolean monotone = TRUE;

      for (guint i = 1; i < n; i++)
        monotone = monotone && values[i - 1] <= values[i];
      if (monotone)
        memcpy (maps[count++], values, sizeof values);
      for (at = n - 1; at != G_MAXUINT && ++values[at] == m; at--)
        values[at] = 0;
    }
  return count;
}

static gboolean
is_below (const guint *one, const guint *two, guint n)
{
  for (guint i = 0; i < n; i++)
    if (one[i] > two[i])
      return FALSE;
  return TRUE;
}

static void
append_chain (GString *text, const char *name, guint n)
{
  g_string_append_printf (text, "category %s { object %s0", name, name);
  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, " ; object %s%u ; f%u : %s%u -> %s%u", name, i, i, name, i - 1,
                            name, i);
  g_string_append (text, " }\n");
}

static void
append_functor (GString *text, const guint *values, guint n)
{
  g_string_append (text, "functor F : A -> B { ");
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "A%u |-> B%u ; ", i, values[i]);
      if (i > 0)
        g_string_append_printf (text, "f%u |-> ", i);
      for (guint k = i > 0 ? values[i] : 0; i > 0 && k > values[i - 1]; k--)
        g_string_append_printf (text, "f%u . ", k);
      if (i > 0)
        g_string_append_printf (text, "id(B%u) ; ", values[i - 1]);
    }
  g_string_append (text, "}\n");
}

/* The functors over (under) F, and the transformations between two of them, are pairs of maps. */
static void
compare_with_maps (guint n, const Values *maps, guint count, guint chosen, gboolean over,
                   GString *text)
{
  guint objects = 0, morphisms = 0;
  g_autofree char *values = NULL;

  for (guint i = 0; i < count; i++)
    {
      guint high = over ? chosen : i, low = over ? i : chosen;

      if (!is_below (maps[low], maps[high], n))
        continue;
      objects++;
      for (guint k = 0; k < count; k++)
        morphisms += is_below (maps[over ? k : i], maps[over ? i : k], n) ? 1 : 0;
    }
  g_string_append_printf (text, "category S = slice [A, B] %s F\n", over ? "over" : "under");
  g_string_append (text, "check |Ob(S)| = 1\ncheck |Mor(S)| = 1\ncheck id(F) is terminal in S\n"
                         "check S is poset, connected\n");
  values = g_strdup_printf ("%u %u", objects, morphisms);
  assert_values (text->str, objects == 1 ? "hhhhh" : over ? "hffhh" : "hfffh", values);
}

static void
test_slices_of_functors (void)
{
  g_autofree Values *maps = g_new (Values, 100);

  for (guint n = 1; n <= LONGEST; n++)
    for (guint m = 1; m <= LONGEST; m++)
      for (guint chosen = 0, count = monotone_maps (n, m, maps); chosen < count; chosen++)
        for (guint over = 0; over < 2; over++)
          {
            g_autoptr (GString) text = g_string_new (NULL);

            append_chain (text, "A", n);
            append_chain (text, "B", m);
            append_functor (text, maps[chosen], n);
            compare_with_maps (n, maps, count, chosen, over, text);
          }
}

#define IDEMPOTENT                                                                                 \
  ARROW "category E { object P ; e : P -> P ; e . e = e }\n"                                       \
        "functor F : Arrow -> Arrow = Id(Arrow)\n"                                                 \
        "functor K : Arrow -> Arrow = const X\n"                                                   \
        "transformation t : K => F { X |-> id(X) ; Y |-> u }\n"                                    \
        "functor W : E -> E = const P\n"                                                           \
        "transformation w : W => W { P |-> e }\n"

static void
test_in_slices_of_functors (void)
{
  assert_verdicts (
      IDEMPOTENT "category S = slice [Arrow, Arrow] over F\n"
                 "diagram d in S { x : t at 0, 0 ; y : id(F) at 1, 0 ; g : x -> y = (t, id(F)) }\n"
                 "functor G : Arrow -> S { X |-> t ; Y |-> id(F) ; u |-> (t, id(F)) }\n"
                 "check d commutes\ncheck G is isomorphism\ncheck S isomorphic Arrow\n"
                 "check (t, id(F)) is mono, epi in S\ncheck (t, id(F)) is iso in S\n"
                 "check (t, id(F)) . (id(K), t) = (t, id(F)) in S\n"
                 "check t with (id(K), t), (t, id(F)) is product of t, id(F) in S\n"
                 "check slice [Arrow, Arrow] under K isomorphic [Arrow, Arrow]\n",
      "hhhhhhhhhhfhhh");
  assert_verdicts (IDEMPOTENT "category S = slice [Arrow, Arrow] over F\n"
                              "check |Hom(id(F), t)| = 1 in S^op\ncheck t is terminal in S^op\n"
                              "check (t, id(F)) is mono, epi in S^op\n"
                              "check |Ob(slice [Arrow, Arrow]^op under op(F))| = 2\n"
                              "check |Ob(slice S over id(F))| = 2\ncheck |Ob([Arrow, S])| = 3\n",
                   "hhhhhhhhhhh");
  assert_values (IDEMPOTENT "category S = slice [E, E] over W\n"
                            "check |Mor(S)| = 9\ncheck (w, id(W)) is idempotent in S\n"
                            "check (w, w) is idempotent, endo in S\ncheck S is groupoid\n"
                            "check |Ob(slice [Arrow, E] over (const P))| = 4\n",
                 "hhhhhhfhfh", "9 4");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/derived/slices", test_slices);
  g_test_add_func ("/engine/derived/slices-of-functors", test_slices_of_functors);
  g_test_add_func ("/engine/derived/in-slices-of-functors", test_in_slices_of_functors);
  g_test_add_func ("/engine/derived/functor-categories", test_functor_categories);
  return g_test_run ();
}
