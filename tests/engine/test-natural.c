/* SPDX-License-Identifier: MIT */
/* Natural transformations, the Yoneda lemma, representable functors; and their duals. */
#include "checked.h"

#define GRAPH "category G { objects E, V ; s, t : E -> V }\n"

/* The graph with both directions of each edge, as a functor G -> Set. */
static void
add_graph (GString *text, const char *name, guint n, const GArray *edges)
{
  g_autoptr (GString) s = g_string_new (NULL);
  g_autoptr (GString) t = g_string_new (NULL);

  g_string_append_printf (text, "functor %s : G -> Set {\n  V |-> {", name);
  for (guint v = 0; v < n; v++)
    g_string_append_printf (text, "%s%u", v > 0 ? ", " : "", v);
  g_string_append (text, "}\n  E |-> {");
  for (guint e = 0; e < edges->len; e++)
    {
      const guint *ends = g_array_index (edges, guint *, e);

      g_string_append_printf (text, "%se%u, f%u", e > 0 ? ", " : "", e, e);
      g_string_append_printf (s, "%se%u |-> %u, f%u |-> %u", e > 0 ? ", " : "", e, ends[0], e,
                              ends[1]);
      g_string_append_printf (t, "%se%u |-> %u, f%u |-> %u", e > 0 ? ", " : "", e, ends[1], e,
                              ends[0]);
    }
  g_string_append_printf (text, "}\n  s |-> {%s}\n  t |-> {%s}\n}\n", s->str, t->str);
}

static void
add_edge (GArray *edges, guint a, guint b)
{
  guint *ends = g_new (guint, 2);

  ends[0] = a;
  ends[1] = b;
  g_array_append_val (edges, ends);
}

static GArray *
edges_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint *));
}

static void
edges_free (GArray *edges)
{
  for (guint i = 0; i < edges->len; i++)
    g_free (g_array_index (edges, guint *, i));
  g_array_unref (edges);
}

static GArray *
grid (guint n)
{
  GArray *edges = edges_new ();

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        if (j + 1 < n)
          add_edge (edges, i * n + j, i * n + j + 1);
        if (i + 1 < n)
          add_edge (edges, i * n + j, (i + 1) * n + j);
      }
  return edges;
}

static GArray *
cycle (guint n)
{
  GArray *edges = edges_new ();

  for (guint i = 0; i < n; i++)
    add_edge (edges, i, (i + 1) % n);
  return edges;
}

static void
assert_colourings (GArray *edges, guint n, const char *count)
{
  g_autoptr (GString) text = g_string_new (GRAPH);
  GArray *triangle = cycle (3);

  add_graph (text, "X", n, edges);
  add_graph (text, "K3", 3, triangle);
  g_string_append_printf (text, "check |Nat(X, K3)| = %s\ncheck not |Nat(X, K3)| = 5\n", count);
  {
    g_autofree char *values = g_strdup_printf ("%s %s", count, count);

    assert_values (text->str, "hhhh", values);
  }
  edges_free (edges);
  edges_free (triangle);
}

static void
test_colourings (void)
{
  assert_colourings (cycle (5), 5, "30");
  assert_colourings (grid (3), 9, "246");
  assert_colourings (cycle (12), 12, "4098");
}

/* More than a report lists: 2^16 + 2, by a checksum. */
static void
test_many (void)
{
  assert_colourings (cycle (16), 16, "65538");
}

/* Far too many to be listed one by one, and more than 64 bits hold. */
static void
test_counted (void)
{
  assert_colourings (grid (5), 25, "580986");
  assert_colourings (cycle (70), 70, "1180591620717411303426");
}

static void
test_sets (void)
{
  assert_values ("category One { object X }\n"
                 "functor A : One -> Set { X |-> {a, b, c} }\n"
                 "functor B : One -> Set { X |-> {u, v} }\nfunctor O : One -> Set { X |-> {} }\n"
                 "check |Nat(A, B)| = 8\ncheck |Nat(B, A)| = 9\ncheck |Nat(O, A)| = 1\n"
                 "check |Nat(A, O)| = 0\ncheck |Nat(O, O)| = 1\ncheck |Nat(A, B)| = 6",
                 "hhhhhhhhf", "8 9 1 0 1 8");
}

/* Between functors into a finite category: commuting squares of a monoid, of an order. */
static void
test_words (void)
{
  assert_values ("category S { object X ; s, t : X -> X ; s^2 = id(X) ; t^2 = id(X)\n"
                 "  s . t . s = t . s . t }\n"
                 "category C { objects A, B ; f : A -> B }\ncategory N { object X ; n : X -> X }\n"
                 "functor F : C -> S { A |-> X ; B |-> X ; f |-> s }\n"
                 "functor G : C -> S { A |-> X ; B |-> X ; f |-> s . t }\n"
                 "functor H : S -> S = Id(S)\nfunctor K : C -> N { A |-> X ; B |-> X ; f |-> n }\n"
                 "check |Nat(F, G)| = 6\ncheck |Nat(H, H)| = 1\ncheck |Nat(K, K)| = 1",
                 "hhhhhhf", "6 1 infinite");
}

#define SQUARE                                                                                     \
  "category Q { objects A, B, C, D\n"                                                              \
  "  f : A -> B ; g : A -> C ; h : B -> D ; k : C -> D ; h . f = k . g }\n"

static void
test_yoneda (void)
{
  assert_verdicts (SQUARE
                   "functor P : Q^op -> Set { A |-> {a, b} ; B |-> {x} ; C |-> {y, z} ; D |-> {d}\n"
                   "  f |-> {x |-> a} ; g |-> {y |-> a, z |-> b} ; h |-> {d |-> x}\n"
                   "  k |-> {d |-> y} }\n"
                   "functor M : Q -> Set { A |-> {a} ; B |-> {b} ; C |-> {c} ; D |-> {d, e}\n"
                   "  f |-> {a |-> b} ; g |-> {a |-> c} ; h |-> {b |-> d} ; k |-> {c |-> d} }\n"
                   "check yoneda P at A\ncheck yoneda P at C\ncheck yoneda P at D\n"
                   "check yoneda M at A\ncheck not yoneda M at D",
                   "hhhhhhf");
  assert_values (SQUARE "functor H : Q^op -> Set = Hom(-, D)\nfunctor J : Q^op -> Set = Hom(-, A)\n"
                        "check |Nat(H, J)| = 0\ncheck |Nat(J, H)| = 1\ncheck |Nat(H, H)| = 1\n"
                        "check yoneda H at A",
                 "hhhhhh", "0 1 1");
}

/* Naturality in the functor: along what the document knows from it and to it. */
/* More elements than a report lists: a checksum stands for them. */
static void
test_yoneda_many (void)
{
  g_autoptr (GString) text = g_string_new ("category C { objects A, B ; f : A -> B }\n"
                                           "functor P : C^op -> Set {\n  A |-> {y, z}\n  B |-> {");

  for (guint x = 0; x <= 10000; x++)
    g_string_append_printf (text, "%sx%u", x > 0 ? ", " : "", x);
  g_string_append (text, "}\n  f |-> {");
  for (guint x = 0; x <= 10000; x++)
    g_string_append_printf (text, "%sx%u |-> %s", x > 0 ? ", " : "", x, x % 7 < 3 ? "y" : "z");
  g_string_append (text, "}\n}\ncheck yoneda P at B\n");
  assert_verdicts (text->str, "hh");
}

static void
test_yoneda_natural (void)
{
  assert_verdicts (SQUARE
                   "functor P : Q -> Set { A |-> {a, b} ; B |-> {x} ; C |-> {y} ; D |-> {d, e}\n"
                   "  f |-> {a |-> x, b |-> x} ; g |-> {a |-> y, b |-> y} ; h |-> {x |-> d}\n"
                   "  k |-> {y |-> d} }\n"
                   "functor T : Q -> Set { A |-> {0} ; B |-> {0} ; C |-> {0} ; D |-> {0}\n"
                   "  f |-> {0 |-> 0} ; g |-> {0 |-> 0} ; h |-> {0 |-> 0} ; k |-> {0 |-> 0} }\n"
                   "transformation t : P => T { A |-> {a |-> 0, b |-> 0} ; B |-> {x |-> 0}\n"
                   "  C |-> {y |-> 0} ; D |-> {d |-> 0, e |-> 0} }\n"
                   "transformation u : Hom(A, -) => P = yoneda(b, A, P)\n"
                   "transformation v : P => P { A |-> {a |-> b, b |-> a} ; B |-> {x |-> x}\n"
                   "  C |-> {y |-> y} ; D |-> {d |-> d, e |-> d} }\n"
                   "transformation w : P => P { A |-> {a |-> a, b |-> a} ; B |-> {x |-> x}\n"
                   "  C |-> {y |-> y} ; D |-> {d |-> e, e |-> d} }\n"
                   "check yoneda P at A\ncheck yoneda P at D\ncheck yoneda T at B\n"
                   "functor Y : Q -> [Q^op, Set] = yoneda(Q)\ncheck Y is fully faithful\n"
                   "check Hom(-, A) isomorphic Hom(-, D)\ncheck Hom(-, B) isomorphic Hom(-, B)",
                   "hhhhhfhhhhhfh");
}

static void
test_representable (void)
{
  assert_verdicts (SQUARE
                   "functor M : Q -> Set { A |-> {} ; B |-> {b} ; C |-> {} ; D |-> {d}\n"
                   "  f |-> {} ; g |-> {} ; h |-> {b |-> d} ; k |-> {} }\n"
                   "functor T : Q -> Set { A |-> {a} ; B |-> {b} ; C |-> {c} ; D |-> {d, e}\n"
                   "  f |-> {a |-> b} ; g |-> {a |-> c} ; h |-> {b |-> d} ; k |-> {c |-> d} }\n"
                   "check M is representable by B\ncheck M is representable by A\n"
                   "check M is representable\ncheck T is representable\n"
                   "check not T is representable by A",
                   "hhhfhfh");
}

/* Between chains there are C(m + n + 1, m + 1) functors; and homomorphisms of groups. */
static void
append_chain (GString *text, const char *name, guint n)
{
  g_string_append_printf (text, "category %s {\n", name);
  for (guint i = 0; i <= n; i++)
    g_string_append_printf (text, "object %s_%u\n", name, i);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "arrow_%s_%u : %s_%u -> %s_%u\n", name, i, name, i, name, i + 1);
  g_string_append (text, "}\n");
}

static guint64
binomial (guint n, guint k)
{
  guint64 value = 1;

  for (guint i = 1; i <= k; i++)
    value = value * (n - k + i) / i;
  return value;
}

/* |Fun ([m], [n])| = C (m + n + 1, m + 1), found one by one, and where there are too many, counted.
 */
static void
test_chains (void)
{
  static const guint sizes[][2] = { { 0, 5 }, { 5, 0 }, { 3, 4 }, { 5, 5 },  { 6, 7 },
                                    { 8, 8 }, { 7, 9 }, { 9, 9 }, { 30, 30 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      guint m = sizes[i][0], n = sizes[i][1];
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *value = g_strdup_printf ("%" G_GUINT64_FORMAT, binomial (m + n + 1, m + 1));

      append_chain (text, "M", m);
      append_chain (text, "N", n);
      g_string_append_printf (text, "check |Fun(M, N)| = %s\n", value);
      assert_values (text->str, "h", value);
    }
}

/* Endomorphisms of the symmetric group: 2 or more relations in both generators. */
static void
test_group (void)
{
  assert_values ("category S { object X ; a, b : X -> X ; a^2 = id(X) ; b^5 = id(X)\n"
                 "(a . b)^4 = id(X) ; (a . b^4 . a . b)^3 = id(X) ; (a . b^3 . a . b^2)^2 = id(X)\n"
                 "}\ncheck |Fun(S, S)| = 146\ncheck |Fun(S, S)| = 147",
                 "hf", "146 146");
}

static void
test_functors (void)
{
  assert_values (
      "category C0 { object a0 }\ncategory C1 { objects b0, b1 ; p : b0 -> b1 }\n"
      "category C2 { objects c0, c1, c2 ; q : c0 -> c1 ; r : c1 -> c2 }\n"
      "category C3 { objects d0, d1, d2, d3 ; s : d0 -> d1 ; t : d1 -> d2 ; u : d2 -> d3 }\n"
      "check |Fun(C1, C1)| = 3\ncheck |Fun(C1, C2)| = 6\ncheck |Fun(C2, C3)| = 20\n"
      "check |Fun(C3, C3)| = 35\ncheck |Fun(C0, C3)| = 4\ncheck |Fun(C2, C2)| = 9",
      "hhhhhf", "3 6 20 35 4 10");
  assert_values ("category Z { object X ; z : X -> X ; z^2 = id(X) }\n"
                 "category S { object X ; s, t : X -> X ; s^2 = id(X) ; t^2 = id(X)\n"
                 "  s . t . s = t . s . t }\n"
                 "category I { objects A, B ; k : A -> B ; iso k }\n"
                 "category N { object X ; n : X -> X }\n"
                 "category E { object X ; e : X -> X ; e . e = e }\ncategory Empty { }\n"
                 "check |Fun(Z, S)| = 4\ncheck |Fun(S, Z)| = 2\ncheck |Fun(S, S)| = 10\n"
                 "check |Fun(I, S)| = 6\ncheck |Fun(I, E)| = 1\ncheck |Fun(N, S)| = 6\n"
                 "check |Fun(E, S)| = 1\ncheck |Fun(Empty, S)| = 1\ncheck |Fun(S, N)| = 1\n"
                 "check |Fun(I, I)| = 4",
                 "hhhhhhhhuh", "4 2 10 6 1 6 1 1 4");
}

/* Where the source has two arrows, the values of a functor are as many as the numbers of a
 * transformation: none may be taken for the other. */
static void
test_functors_with_two_arrows (void)
{
  assert_values ("category Z table { object G ; a, b : G -> G ; a . a = b ; b . a = id(G)\n"
                 "a . b = id(G) ; b . b = a }\n"
                 "category P { object S ; c : S -> S ; c^3 = id(S) }\n"
                 "functor F1 : Z -> Z { G |-> G ; a |-> a ; b |-> b }\n"
                 "functor F2 : Z -> Z { G |-> G ; a |-> b ; b |-> a }\n"
                 "functor P1 : Z -> P { G |-> S ; a |-> c ; b |-> c^2 }\n"
                 "functor P2 : Z -> P { G |-> S ; a |-> c^2 ; b |-> c }\n"
                 "check |Hom(F1, F2)| = 0 in [Z, Z]\ncheck |Hom(F1, Id(Z))| = 3 in [Z, Z]\n"
                 "check not F1 isomorphic F2 in [Z, Z]\ncheck |Hom(P2, P1)| = 0 in [Z, P]\n"
                 "check |Hom(P2, P2)| = 3 in [Z, P]",
                 "hhhhhhhhhh", "0 3 0 3");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/natural/colourings", test_colourings);
  g_test_add_func ("/engine/natural/many", test_many);
  g_test_add_func ("/engine/natural/counted", test_counted);
  g_test_add_func ("/engine/natural/sets", test_sets);
  g_test_add_func ("/engine/natural/words", test_words);
  g_test_add_func ("/engine/natural/yoneda", test_yoneda);
  g_test_add_func ("/engine/natural/yoneda-many", test_yoneda_many);
  g_test_add_func ("/engine/natural/yoneda-natural", test_yoneda_natural);
  g_test_add_func ("/engine/natural/representable", test_representable);
  g_test_add_func ("/engine/natural/functors", test_functors);
  g_test_add_func ("/engine/natural/functors-with-two-arrows", test_functors_with_two_arrows);
  g_test_add_func ("/engine/natural/chains", test_chains);
  g_test_add_func ("/engine/natural/group", test_group);
  return g_test_run ();
}
