/* SPDX-License-Identifier: MIT */
/* Slices and functor categories as finite categories. */
#include "checked.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/derived/slices", test_slices);
  g_test_add_func ("/engine/derived/functor-categories", test_functor_categories);
  return g_test_run ();
}
