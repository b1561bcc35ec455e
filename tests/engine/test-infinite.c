/* SPDX-License-Identifier: MIT */
/* Categories with infinitely many morphisms: what complete systems, proofs and absorbing arrows
 * decide of their objects and morphisms. */
#include "checked.h"

#include "notation/notation.h"

#include <string.h>

static void
test_free_monoid (void)
{
  assert_verdicts ("category N { object S ; t : S -> S }\n"
                   "check t is mono in N\ncheck t^2 is epi in N\ncheck t is iso in N\n"
                   "check t is split mono in N\ncheck t is split epi in N\ncheck t is auto in N\n"
                   "check t is identity in N\ncheck S is initial in N\ncheck S is terminal in N\n"
                   "check S is zero in N\ncheck S isomorphic S in N\ncheck N is groupoid\n"
                   "check N is skeletal\ncheck N is thin\ncheck N is finite\n"
                   "check id(S) is iso in N",
                   "hhffffffff"
                   "hfhffh");
}

static void
test_group (void)
{
  assert_verdicts ("category Z { object G ; r : G -> G ; iso r }\n"
                   "check Z is groupoid\ncheck Z is skeletal\ncheck r is iso in Z\n"
                   "check r^2 is mono in Z\ncheck G isomorphic G in Z\ncheck G is terminal in Z\n"
                   "check Z is finite",
                   "hhhhhff");
  /* The same group by an inverse that is only said in equations. */
  assert_verdicts ("category Z { object G ; r, s : G -> G ; s . r = id(G) ; r . s = id(G) }\n"
                   "check Z is groupoid\ncheck Z is skeletal\ncheck r is iso in Z\n"
                   "check s . s is mono in Z\ncheck Z is thin",
                   "hhhhf");
}

/* q . p = 1, but not p . q: p cancels on one side only. */
static void
test_bicyclic (void)
{
  assert_verdicts ("category B { object A ; p, q : A -> A ; q . p = id(A) }\n"
                   "check p is split mono in B\ncheck p is mono in B\ncheck p is epi in B\n"
                   "check p is iso in B\ncheck q is split epi in B\ncheck q is mono in B\n"
                   "check q is split mono in B\ncheck p is split epi in B",
                   "hhffhfff");
}

static void
test_objects (void)
{
  assert_verdicts ("category C { objects A, B, X ; a : A -> B ; b : B -> A ; c : B -> X }\n"
                   "check A isomorphic B in C\ncheck A isomorphic X in C\ncheck C is skeletal\n"
                   "check X is terminal in C\ncheck a is mono in C\ncheck c is epi in C\n"
                   "check b . a is iso in C",
                   "ffhfhhf");
  assert_verdicts ("category C { objects A, B ; i : A -> B ; j : B -> A ; t : A -> A\n"
                   "j . i = id(A) ; i . j = id(B) }\n"
                   "check A isomorphic B in C\ncheck C is skeletal\ncheck i is iso in C\n"
                   "check t is iso in C\ncheck C is groupoid\ncheck i . t . j is mono in C",
                   "hfhffh");
  /* An object with one arrow to each other, beside infinitely many arrows. */
  assert_verdicts ("category C { objects O, A ; o : O -> A ; t : A -> A ; t . o = o }\n"
                   "check O is initial in C\ncheck A is initial in C\ncheck A is terminal in C\n"
                   "check o is epi in C\ncheck O isomorphic A in C",
                   "hffff");
}

static void
test_products (void)
{
  assert_verdicts (
      "category N { object S ; t : S -> S }\ncategory P { objects a, b ; l : a -> b }\n"
      "check (t, l) is mono in N * P\ncheck (t, l) is epi in N * P\n"
      "check (t, id(a)) is mono in N * P\ncheck (id(S), l) is epi in N * P\n"
      "check (id(S), l) is iso in N * P\ncheck (S, a) is initial in N * P\n"
      "check (S, a) isomorphic (S, b) in N * P\ncheck N * P is skeletal",
      "hhhhfffh");
}

/* Monoids on two letters whose equations keep length: words of one length are finitely many. */
#define LONGEST 6
#define WORDS (1u << LONGEST)

typedef struct
{
  guint length;
  guint left, right; /* bits, the first letter lowest */
} Law;

static guint
root (guint *up, guint x)
{
  while (up[x] != x)
    x = up[x] = up[up[x]];
  return x;
}

/* Classes of the words of each length, by applying the laws everywhere. */
static void
close_words (guint up[LONGEST + 1][WORDS], const Law *laws, guint n_laws)
{
  for (guint length = 0; length <= LONGEST; length++)
    {
      for (guint w = 0; w < 1u << length; w++)
        up[length][w] = w;
      for (guint k = 0; k < n_laws; k++)
        for (guint at = 0; at + laws[k].length <= length; at++)
          for (guint w = 0; w < 1u << length; w++)
            {
              guint mask = ((1u << laws[k].length) - 1) << at;

              if ((w & mask) == laws[k].left << at)
                up[length][root (up[length], w)]
                    = root (up[length], (w & ~mask) | laws[k].right << at);
            }
    }
}

/* Do two different words become equal behind (@mono) or before the letter @f? */
static gboolean
confuses (guint up[LONGEST + 1][WORDS], guint f, gboolean mono)
{
  for (guint length = 1; length < LONGEST; length++)
    for (guint x = 0; x < 1u << length; x++)
      for (guint y = 0; y < x; y++)
        {
          guint xf = mono ? x | f << length : x << 1 | f;
          guint yf = mono ? y | f << length : y << 1 | f;

          if (root (up[length], x) != root (up[length], y)
              && root (up[length + 1], xf) == root (up[length + 1], yf))
            return TRUE;
        }
  return FALSE;
}

static void
append_word (GString *text, guint word, guint length)
{
  for (guint i = length; i-- > 0;)
    g_string_append_printf (text, "%s%s", word >> i & 1 ? "b" : "a", i > 0 ? " . " : "");
}

static void
test_random_monoids (void)
{
  static guint up[LONGEST + 1][WORDS];
  static const char *const asked[]
      = { "a is mono", "a is epi", "b is mono", "b is epi", "a is iso" };
  g_autoptr (GRand) random = g_rand_new_with_seed (31);
  ChaseBudget budget = { .seconds = 0.3 };
  guint decided = 0;

  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (GString) text = g_string_new ("category C { object O ; a, b : O -> O\n");
      g_autoptr (ChaseDocument) document = NULL;
      g_autoptr (GPtrArray) results = NULL;
      guint n = 1 + (guint)g_rand_int_range (random, 0, 2);
      Law laws[2];

      for (guint k = 0; k < n; k++)
        {
          laws[k].length = 2 + (guint)g_rand_int_range (random, 0, 2);
          laws[k].left = (guint)g_rand_int_range (random, 0, 1 << laws[k].length);
          laws[k].right = (guint)g_rand_int_range (random, 0, 1 << laws[k].length);
          append_word (text, laws[k].left, laws[k].length);
          g_string_append (text, " = ");
          append_word (text, laws[k].right, laws[k].length);
          g_string_append_c (text, '\n');
        }
      g_string_append (text, "}\n");
      for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
        g_string_append_printf (text, "check %s in C\n", asked[i]);
      g_test_message ("%s", text->str);
      close_words (up, laws, n);
      document = chase_notation_parse (text->str, text->len, NULL);
      results = chase_check_document (document, &budget, NULL, NULL, NULL);
      for (guint i = 0; i < 4; i++)
        {
          const ChaseResult *result = g_ptr_array_index (results, i);

          decided += result->verdict != CHASE_VERDICT_UNDECIDED;
          if (result->verdict == CHASE_VERDICT_HOLDS)
            g_assert_false (confuses (up, i / 2, i % 2 == 0));
          if (confuses (up, i / 2, i % 2 == 0))
            g_assert_cmpint (result->verdict, !=, CHASE_VERDICT_HOLDS);
        }
      g_assert_cmpint (((ChaseResult *)g_ptr_array_index (results, 4))->verdict, ==,
                       CHASE_VERDICT_FAILS);
    }
  /* Most of them have a small complete system. */
  g_assert_cmpuint (decided, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/infinite/free-monoid", test_free_monoid);
  g_test_add_func ("/engine/infinite/group", test_group);
  g_test_add_func ("/engine/infinite/bicyclic", test_bicyclic);
  g_test_add_func ("/engine/infinite/objects", test_objects);
  g_test_add_func ("/engine/infinite/products", test_products);
  g_test_add_func ("/engine/infinite/random-monoids", test_random_monoids);
  return g_test_run ();
}
