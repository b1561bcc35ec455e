/* SPDX-License-Identifier: MIT */
/* Kan extensions against the bijections that define them: Nat (free M, N) = Nat (M, N . F) and
 * Nat (N . F, M) = Nat (N, cofree M), on random functors. */
#include "checked.h"
#include "notation/notation.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *objects;   /* letters */
  const char *arrows[4]; /* name, source, target; of an idempotent "e!" */
} Shape;

static const Shape shapes[] = {
  { "Arrow", "category Arrow { objects A, B ; f : A -> B }\n", "AB", { "fAB" } },
  { "Par", "category Par { objects A, B ; f, g : A -> B }\n", "AB", { "fAB", "gAB" } },
  { "Span",
    "category Span { objects A, B, C ; f : A -> B ; g : A -> C }\n",
    "ABC",
    { "fAB", "gAC" } },
  { "Two", "category Two { objects A, B }\n", "AB", { NULL } },
  { "Idem", "category Idem { object A ; e : A -> A ; e . e = e }\n", "A", { "eAA" } },
};

static const struct
{
  guint from;
  guint to;
  const char *values;
} functors[] = {
  { 0, 1, "A |-> A ; B |-> B ; f |-> f" },
  { 1, 0, "A |-> A ; B |-> B ; f |-> f ; g |-> f" },
  { 2, 1, "A |-> A ; B |-> B ; C |-> B ; f |-> f ; g |-> g" },
  { 0, 2, "A |-> A ; B |-> C ; f |-> g" },
  { 3, 1, "A |-> A ; B |-> B" },
  { 3, 2, "A |-> B ; B |-> C" },
  { 3, 4, "A |-> A ; B |-> A" },
  { 4, 0, "A |-> B ; e |-> id(B)" },
  { 0, 4, "A |-> A ; B |-> A ; f |-> e" },
  { 2, 0, "A |-> A ; B |-> B ; C |-> A ; f |-> f ; g |-> id(A)" },
};

static guint
place (const Shape *shape, char object)
{
  return (guint)(strchr (shape->objects, object) - shape->objects);
}

/* A functor to Set with at most three elements at each object. */
static void
append_functor (GString *out, GRand *rand, const Shape *shape, const char *name)
{
  guint sizes[4];
  gboolean idempotent = g_str_equal (shape->name, "Idem");

  g_string_append_printf (out, "functor %s : %s -> Set {", name, shape->name);
  for (guint i = 0; shape->objects[i] != '\0'; i++)
    {
      /* Sets grow along the arrows, so that there are functions. */
      sizes[i] = i == 0 ? (guint)g_rand_int_range (rand, 0, 4)
                        : (guint)g_rand_int_range (rand, sizes[0] > 0, 4);
      g_string_append_printf (out, " %c |-> {", shape->objects[i]);
      for (guint x = 0; x < sizes[i]; x++)
        g_string_append_printf (out, "%s%u", x > 0 ? ", " : "", x);
      g_string_append (out, "} ;");
    }
  for (guint k = 0; k < 4 && shape->arrows[k] != NULL; k++)
    {
      guint from = sizes[place (shape, shape->arrows[k][1])];
      guint to = sizes[place (shape, shape->arrows[k][2])];
      guint fixed = to > 0 ? (guint)g_rand_int_range (rand, 0, (gint)to) : 0;

      g_string_append_printf (out, " %c |-> {", shape->arrows[k][0]);
      for (guint x = 0; x < from; x++)
        g_string_append_printf (out, "%s%u |-> %u", x > 0 ? ", " : "", x,
                                idempotent ? MIN (x, fixed)
                                           : (guint)g_rand_int_range (rand, 0, (gint)to));
      g_string_append (out, "} ;");
    }
  g_string_append (out, " }\n");
}

static GPtrArray *
results_of (const char *text)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), problems);

  g_assert_nonnull (document);
  g_assert_cmpuint (problems->len, ==, 0);
  return chase_check_document (document, NULL, NULL, NULL, NULL);
}

static void
test_bijections (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint round = 0; round < 120; round++)
    {
      guint k = round % G_N_ELEMENTS (functors);
      const Shape *c = &shapes[functors[k].from];
      const Shape *d = &shapes[functors[k].to];
      g_autoptr (GString) text = g_string_new (c->text);
      g_autoptr (GPtrArray) results = NULL;
      const char *values[4];

      g_string_append (text, d->text);
      g_string_append_printf (text, "functor F : %s -> %s { %s }\n", c->name, d->name,
                              functors[k].values);
      append_functor (text, rand, c, "M");
      append_functor (text, rand, d, "N");
      g_string_append (text, "check |Nat(free M along F, N)| = 0\ncheck |Nat(M, N . F)| = 0\n"
                             "check |Nat(N . F, M)| = 0\ncheck |Nat(N, cofree M along F)| = 0\n"
                             "transformation a : M => (free M along F) . F = "
                             "unit(free M along F)\n"
                             "transformation b : free (N . F) along F => N = "
                             "counit(free N along F)\n"
                             "transformation c : N => cofree (N . F) along F = "
                             "unit(cofree N along F)\n"
                             "transformation d : (cofree M along F) . F => M = "
                             "counit(cofree M along F)\n");
      results = results_of (text->str);
      for (guint i = 0; i < 4; i++)
        values[i] = ((ChaseResult *)g_ptr_array_index (results, 3 + i))->value;
      for (guint i = 0; i < 4; i++)
        if (values[i] == NULL || g_strcmp0 (values[i], values[i ^ 1]) != 0)
          g_error ("%s: %s is not %s", text->str, values[i], values[i ^ 1]);
      for (guint i = 7; i < results->len; i++)
        if (((ChaseResult *)g_ptr_array_index (results, i))->verdict != CHASE_VERDICT_HOLDS)
          g_error ("%s: law %u", text->str, i);
      if (round < 20)
        {
          g_string_truncate (text, (gsize)(strstr (text->str, "check") - text->str));
          g_string_append (text, "transformation a : M => (free M along F) . F = "
                                 "unit(free M along F)\n"
                                 "transformation d : (cofree M along F) . F => M = "
                                 "counit(cofree M along F)\n");
          assert_verdicts (text->str, "hhhhh");
        }
    }
}

/* Triangle identities of both adjunctions, and what is known of small cases. */
static void
test_units (void)
{
  assert_verdicts (
      "category Arrow { objects X, Y ; u : X -> Y }\n"
      "category Sq { objects A, B, C, D ; f : A -> B ; g : A -> C ; h : B -> D ; k : C -> D\n"
      "h . f = k . g }\n"
      "functor M : Arrow -> Set { X |-> {1, 2, 3} ; Y |-> {a, b}\n"
      "u |-> {1 |-> a, 2 |-> a, 3 |-> b} }\n"
      "functor F : Arrow -> Sq { X |-> A ; Y |-> D ; u |-> h . f }\n"
      "functor S : Sq -> Set = free M along F\nfunctor P : Sq -> Set = cofree M along F\n"
      "check |S(B)| = 3\ncheck |S(D)| = 2\ncheck |P(B)| = 2\ncheck |P(A)| = 3\n"
      "transformation e : M => S . F = unit(free M along F)\n"
      "transformation c : free (S . F) along F => S = counit(free S along F)\n"
      "check e is isomorphism\ncheck c is isomorphism\n"
      "check unit(cofree P along F) is isomorphism\n"
      "check counit(cofree M along F) is isomorphism",
      "hhhhhhhhhhhhhh");
}

/* What does not end, and what has no element. */
static void
test_edges (void)
{
  assert_verdicts ("category One { object O }\ncategory N { object X ; s : X -> X }\n"
                   "category Empty { }\nfunctor F : One -> N { O |-> X }\n"
                   "functor M : One -> Set { O |-> {0} }\nfunctor E : One -> Set { O |-> {} }\n"
                   "check |(free E along F)(X)| = 0\ncheck (free E along F) is functor",
                   "hhhhh");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/kan/bijections", test_bijections);
  g_test_add_func ("/engine/kan/units", test_units);
  g_test_add_func ("/engine/kan/edges", test_edges);
  return g_test_run ();
}
