/* SPDX-License-Identifier: MIT */

/* Evidence made by hand to show what is not so, or what it does not show: one case for each thing
 * that could be taken for granted. The last statement of each document is what the evidence is
 * about. */
#include "evidence/listing.h"
#include "evidence/maps.h"
#include "evidence/report.h"
#include "model/claim.h"
#include "model/problem.h"
#include "notation/notation.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *document;
  const char *verdict; /* of the statement */
  const char *value;   /* of a count, or NULL */
  const char *evidence;
  const char *complaint; /* a part of what the verifier says, or NULL where it is to accept */
} Forged;

#define ORDER(letters) "\"order\":{\"kind\":\"shortlex\",\"letters\":[" letters "]}"
#define SYSTEM(letters, rules, derivations)                                                        \
  "{\"type\":\"normal\"," ORDER (letters) ",\"rules\":[" rules "],\"derivations\":[" derivations   \
                                          "],\"left\":[],\"right\":[]}"
#define BY_EQUATION(n) "{\"rule\":" n ",\"steps\":[{\"equation\":" n "}]}"

#define CYCLE "category C { object O ; a : O -> O ; a^3 = id(O) }\n"
#define A_GONE "[[\"a\"],[]]"
#define FREE "category N { object O ; s : O -> O }\n"
#define FORK                                                                                       \
  "category F { objects A, B, C ; x, y : A -> B ; f : B -> C ; s : C -> C ; f . x = f . y }\n"
#define FORK_LETTERS "\"x\",\"y\",\"f\",\"s\""
#define Y_X "[[\"y\"],[\"x\"]]"
#define YF_XF "[[\"y\",\"f\"],[\"x\",\"f\"]]"
#define ARROW_F(system) "{\"type\":\"list\",\"systems\":[{\"arrow\":\"f\",\"system\":" system "}]}"

/* Its entries make p and q equal, if one takes them for equations; and it is not associative. */
#define BROKEN                                                                                     \
  "category T table { object O ; p, q : O -> O\n"                                                  \
  "p . p = q ; q . q = p ; p . q = p ; q . p = q }\n"
#define BROKEN_DIAGRAM                                                                             \
  BROKEN "diagram d in T { x : O at 0, 0 ; y : O at 1, 0 ; z : O at 2, 0\n"                        \
         "a : x -> y = p ; b : x -> y = q ; c : y -> z = p }\n"
#define PROOF(start, steps) "{\"type\":\"proof\",\"start\":[" start "],\"steps\":[" steps "]}"
#define STEP(n, at, reverse, path)                                                                 \
  "{\"equation\":" n ",\"at\":" at ",\"reverse\":" reverse ",\"path\":[" path "]}"
#define Q_P                                                                                        \
  PROOF ("\"q\"",                                                                                  \
         STEP ("0", "0", "true", "\"p\",\"p\"") "," STEP (                                         \
             "2", "1", "true",                                                                     \
             "\"p\",\"q\",\"p\"") "," STEP ("3", "0", "false",                                     \
                                            "\"q\",\"p\"") "," STEP ("2", "0", "false", "\"p\""))
#define PP_QP                                                                                      \
  PROOF ("\"p\",\"p\"",                                                                            \
         STEP ("2", "1", "true", "\"p\",\"q\",\"p\"") "," STEP ("3", "0", "false", "\"q\",\"p\""))
#define FALSELY_ISO "category T table { objects A, B ; f : A -> B ; iso f }\n"

#define CYCLE_TABLE                                                                                \
  "category T table { object O ; p, q : O -> O ; p . p = q ; q . q = p ; p . q = id(O)\n"          \
  "q . p = id(O) }\n"
#define PRODUCT BROKEN "category I { object A ; f : A -> A ; f^2 = f }\ncategory P = T * I\n"
#define SETS                                                                                       \
  "category C { objects A, B ; f : A -> B }\n"                                                     \
  "functor M : C -> Set { A |-> {x} ; B |-> {y, z} ; f |-> {x |-> y} }\n"                          \
  "functor N : C -> Set { A |-> {x} ; B |-> {y, z} ; f |-> {x |-> z} }\n"
#define ORDER_2                                                                                    \
  "category C { objects A, B ; f, g : A -> B ; e : B -> B ; e . e = id(B)\n"                       \
  "e . f = g ; e . g = f }\n"
#define NO_ISO                                                                                     \
  "category J { objects A, B ; i : A -> B ; iso i }\n"                                             \
  "functor F : J -> Set { A |-> {a, b} ; B |-> {c, d} ; i |-> {a |-> c, b |-> c} }\n"

#define PAIRS                                                                                      \
  "category C { objects A, B ; f, g : A -> B }\n"                                                  \
  "category D { objects X, Y ; u : X -> Y }\n"                                                     \
  "functor F : C -> Set * (Set^op * D) { A |-> ({x}, ({y, z}, X)) ; B |-> ({x}, ({y}, Y))\n"       \
  "f |-> ({x |-> x}, ({y |-> y}, u)) ; g |-> ({x |-> x}, ({y |-> z}, u)) }\n"
#define MISSED(x, y, path) "{\"type\":\"table\",\"missed\":[" x "," y "," path "]"

#define SETS_DIAGRAM                                                                               \
  SETS "diagram S in Set { a : M(A) at 0, 0 ; b : M(B) at 1, 0 ; u : a -> b = M(f)\n"              \
       "v : a -> b = N(f) }\n"
#define GRADED                                                                                     \
  "category G { objects A, O, Z ; u : A -> O ; a, b, e : O -> O ; v : O -> Z ; iso b\n"            \
  "idempotent e ; a . b . a = b . a . b }\ncheck |Hom(A, Z)| = 7 in G"
#define GRADES(degrees, before, loop, after)                                                       \
  "{\"type\":\"list\",\"degrees\":{" degrees "},\"cycle\":{\"before\":[" before                    \
  "],\"loop\":[" loop "],\"after\":[" after "]}}"
#define TURNS                                                                                      \
  "category T { object O ; r, s : O -> O ; iso r, s ; r^2 = id(O) ; s^2 = id(O) }\n"               \
  "check |Mor(T)| = 7"
#define SIGN_MODEL(s)                                                                              \
  "\"model\":{\"type\":\"model\",\"objects\":{\"O\":[\"0\",\"1\"]},\"arrows\":{\"r\":{\"0\":"      \
  "\"1\","                                                                                         \
  "\"1\":\"0\"},\"s\":" s "},\"at\":\"0\",\"left\":\"1\",\"right\":\"0\"},"
#define SIGNED(s, degrees, at)                                                                     \
  "{\"type\":\"list\"," SIGN_MODEL (                                                               \
      s) "\"at\":\"" at "\",\"degrees\":{" degrees                                                 \
         "},\"cycle\":{\"before\":[],\"loop\":[\"r\",\"s\"],\"after\":[]}}"
#define SWAP "{\"0\":\"1\",\"1\":\"0\"}"
#define RETRACT "category B { object S ; p, q : S -> S ; q . p = id(S) }\n"
#define PART_DIAGRAM                                                                               \
  "category N { object O ; s : O -> O ; s . s = s }\n"                                             \
  "diagram d in Set * N { p : ({x, y}, O) ; f : p -> p = ({x |-> y, y |-> x}, s) }\n"
#define SHIFTED                                                                                    \
  "{\"type\":\"table\",\"edges\":[[\"f\",\"f\"],[\"f\"]],\"object\":\"*\",\"at\":\"x\",\"left\":"  \
  "\"x\","                                                                                         \
  "\"right\":\"y\"}"
#define SLICE_HOMS                                                                                 \
  "category S = slice Set over {a, b}\n"                                                           \
  "check |Hom({x |-> a}, {u |-> a, v |-> a, w |-> b})| "
#define SLICE FREE "category L = slice N over O\n"

/* f = g follows by cancelling m, and p . e = q . e by cancelling nothing. */
#define CANCELLED                                                                                  \
  "category C { objects A, B, D ; f, g : A -> B ; m : B -> D ; m . f = m . g ; mono m }\n"
#define CANCELLED_EPI                                                                              \
  "category C { objects A, B, D ; e : A -> B ; p, q, r : B -> D ; p . e = q . e ; epi e }\n"
/* s is an identity by cancelling m; without that there are infinitely many. */
#define ENDED "category C { objects A, B ; s : A -> A ; m : A -> B ; m . s = m ; mono m }\n"
#define ELEMENTS(all) "{\"type\":\"list\",\"elements\":[" all "]}"

/* 29^30 */
#define TWENTY_NINE                                                                                \
  "a1, a2, a3, a4, a5, a6, a7, a8, a9, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, c0, c1, c2, c3, "   \
  "c4, c5, c6, c7, c8, c9"
#define MANY                                                                                       \
  "category C { objects A, B }\n"                                                                  \
  "functor M : C -> Set { A |-> {" TWENTY_NINE ", d0} ; B |-> {} }\n"                              \
  "functor N : C -> Set { A |-> {" TWENTY_NINE "} ; B |-> {x} }\n"

static const Forged cases[] = {
  { "cancelled/good", CANCELLED "check |Mor(C)| = 6", "holds", "6",
    ELEMENTS ("[\"f\"],[\"f\",\"m\"],[\"m\"],[],[],[]"), NULL },
  { "cancelled/not-closed", CANCELLED "check |Mor(C)| = 7", "holds", "7",
    ELEMENTS ("[\"f\"],[\"g\"],[\"f\",\"m\"],[\"m\"],[],[],[]"), "there are 6" },
  { "cancelled/not-closed-epi", CANCELLED_EPI "check |Hom(B, D)| = 3 in C", "holds", "3",
    ELEMENTS ("[\"p\"],[\"q\"],[\"r\"]"), "there are 2" },
  { "cancelled/too-much", CANCELLED_EPI "check |Hom(B, D)| = 1 in C", "holds", "1",
    ELEMENTS ("[\"p\"]"), "there are 2" },
  { "cancelled/another", CANCELLED_EPI "check |Hom(B, D)| = 2 in C", "holds", "2",
    ELEMENTS ("[\"p\"],[\"q\"]"), "are others" },
  { "cancelled/ended", ENDED "check |Mor(C)| = 3", "holds", "3", ELEMENTS ("[\"m\"],[],[]"), NULL },
  { "cancelled/not-ended", ENDED "check |Mor(C)| = 3", "fails", "infinite",
    "{\"type\":\"list\",\"degrees\":{\"s\":1},\"cycle\":{\"before\":[],\"loop\":[\"s\"],"
    "\"after\":[]}}",
    "changes the degree" },
  { "cancelled/endless",
    "category C { object A ; a, b, m : A -> A ; m . a = m . b ; mono m }\ncheck |Mor(C)| = 3",
    "holds", "3", ELEMENTS ("[\"a\"],[\"m\"],[]"), "does not end" },
  { "cancelled/not-split",
    "category C { objects A, B ; m : A -> B ; split mono m }\ncheck |Mor(C)| = 3", "holds", "3",
    ELEMENTS ("[\"m\"],[],[]"), "declared split" },
  { "cancelled/thin", CANCELLED "check C is thin", "holds", NULL,
    "{\"type\":\"list\",\"morphisms\":6}", NULL },
  { "cancelled/not-thin", CANCELLED "check not C is thin", "holds", NULL,
    "{\"type\":\"table\",\"morphisms\":[[\"f\"],[\"g\"]]}", "do not show it" },
  { "cancelled/missed-elements",
    "category C { objects A, B, D ; f : A -> B ; p, q : B -> D ; t : D -> D ; p . f = q . f ; epi "
    "f }\n"
    "functor M : C -> Set { A |-> {} ; B |-> {b} ; D |-> {d} ; f |-> {} ; p |-> {b |-> d}\n"
    "q |-> {b |-> d} ; t |-> {d |-> d} }\ncheck not (p, b) = (q, b) in elements M",
    "holds", NULL,
    "{\"type\":\"model\",\"objects\":{\"(B, b)\":[\"0\"],\"(D, d)\":[\"0\",\"1\"]},\"arrows\":{"
    "\"(p, b)\":{\"0\":\"0\"},\"(q, b)\":{\"0\":\"1\"},\"(t, d)\":{\"0\":\"0\",\"1\":\"1\"}},"
    "\"at\":\"0\",\"left\":\"0\",\"right\":\"1\"}",
    "does not end" },
  { "grading/good", GRADED, "fails", "infinite",
    GRADES ("\"a\":1,\"b\":1", "\"u\"", "\"a\"", "\"v\""), NULL },
  { "grading/inverse", GRADED, "fails", "infinite",
    GRADES ("\"a\":1,\"b\":1", "\"u\"", "\"b^-1\"", "\"v\""), NULL },
  { "grading/equation", GRADED, "fails", "infinite",
    GRADES ("\"a\":1,\"b\":2", "\"u\"", "\"a\"", "\"v\""), "changes the degree" },
  { "grading/degree-0", GRADED, "fails", "infinite",
    GRADES ("\"a\":1,\"b\":1", "\"u\"", "\"a\",\"b^-1\"", "\"v\""), "another degree" },
  { "grading/no-cycle", GRADED, "fails", "infinite",
    GRADES ("\"a\":1,\"b\":1,\"v\":1", "\"u\"", "\"v\"", ""), "does not come back" },
  { "grading/empty-cycle", GRADED, "fails", "infinite",
    GRADES ("\"a\":1,\"b\":1", "\"u\"", "", "\"v\""), "names no cycle" },
  { "grading/not-from-there", GRADED, "fails", "infinite",
    GRADES ("\"a\":1,\"b\":1", "", "\"a\"", "\"v\""), "not on the way" },
  { "grading/not-to-there", GRADED, "fails", "infinite",
    GRADES ("\"a\":1,\"b\":1", "\"u\"", "\"a\"", ""), "not on the way" },
  { "grading/idempotent", GRADED, "fails", "infinite",
    GRADES ("\"e\":1", "\"u\"", "\"e\"", "\"v\""), "idempotent" },
  { "grading/of-an-inverse", GRADED, "fails", "infinite",
    GRADES ("\"b^-1\":1", "\"u\"", "\"b\"", "\"v\""), "no arrow that has a degree" },
  { "grading/holds", GRADED, "holds", "infinite",
    GRADES ("\"a\":1,\"b\":1", "\"u\"", "\"a\"", "\"v\""), "infinite of them" },
  { "grading/model", TURNS, "fails", "infinite", SIGNED (SWAP, "\"r\":{\"0\":1,\"1\":-1}", "0"),
    NULL },
  { "grading/model-equation", TURNS, "fails", "infinite", SIGNED (SWAP, "\"r\":{\"0\":1}", "0"),
    "changes the degree" },
  { "grading/model-broken", TURNS, "fails", "infinite",
    SIGNED ("{\"0\":\"1\",\"1\":\"1\"}", "\"r\":{\"0\":1,\"1\":-1}", "0"), "" },
  { "grading/model-element", TURNS, "fails", "infinite",
    SIGNED (SWAP, "\"r\":{\"0\":1,\"1\":-1}", "2"), "begins at no element" },
  { "grading/model-closed", TURNS, "fails", "infinite",
    SIGNED ("{\"0\":\"0\",\"1\":\"1\"}", "\"r\":{\"0\":1,\"1\":-1}", "0"), "does not come back" },
  { "system/right", CYCLE "check |Mor(C)| = 3", "holds", "3",
    SYSTEM ("\"a\"", "[[\"a\",\"a\",\"a\"],[]]", BY_EQUATION ("0")), NULL },
  { "system/coarse", CYCLE "check |Mor(C)| = 1", "holds", "1", SYSTEM ("\"a\"", A_GONE, ""),
    "not derived" },
  { "system/coarse-by-equation", CYCLE "check |Mor(C)| = 1", "holds", "1",
    SYSTEM ("\"a\"", A_GONE, BY_EQUATION ("0")), "not about the path" },
  { "system/coarse-by-itself", CYCLE "check |Mor(C)| = 1", "holds", "1",
    SYSTEM ("\"a\"", A_GONE, "{\"rule\":0,\"steps\":[{\"rule\":0}]}"), "before it is used" },
  { "system/coarse-by-lemma", CYCLE "check |Mor(C)| = 1", "holds", "1",
    SYSTEM ("\"a\"", A_GONE,
            "{\"lemma\":[[\"a\"],[]],\"steps\":[]},{\"rule\":0,\"steps\":[{\"lemma\":0}]}"),
    "does not lead" },
  { "system/fine", CYCLE "check not |Mor(C)| = 3", "holds", "infinite", SYSTEM ("\"a\"", "", ""),
    "every given equation" },
  { "system/terminal", FREE "check O is terminal in N", "holds", NULL,
    "{\"type\":\"list\",\"system\":" SYSTEM ("\"s\"", "[[\"s\"],[]]", "") "}", "not derived" },
  { "system/free-arrow", FORK "check f is mono in F", "holds", NULL,
    ARROW_F (SYSTEM (FORK_LETTERS, Y_X, "")), "not derived" },
  { "system/free-arrow-by-equation", FORK "check f is mono in F", "holds", NULL,
    ARROW_F (SYSTEM (FORK_LETTERS, Y_X, BY_EQUATION ("0"))), "not about the path" },
  { "system/used-up-arrow", FORK "check f is mono in F", "holds", NULL,
    ARROW_F (
        SYSTEM (FORK_LETTERS, YF_XF, "{\"rule\":0,\"steps\":[{\"equation\":0,\"reverse\":true}]}")),
    "uses up the arrow" },
  { "system/other-type", FREE "category I { object X }\ncheck not N isomorphic I", "holds", NULL,
    "{\"type\":\"table\",\"side\":0,\"infinite\":{\"type\":\"proof\",\"start\":[],\"steps\":[]}}",
    "“normal” is needed" },
  { "table/declared", FALSELY_ISO "check f is iso in T", "holds", NULL,
    "{\"type\":\"laws\",\"declared\":\"iso\"}", "not declared" },
  { "table/facts", FALSELY_ISO "check f is split mono in T", "holds", NULL,
    "{\"type\":\"laws\",\"facts\":[{\"path\":[\"f\"],\"is\":\"iso\",\"by\":\"declared\"},"
    "{\"path\":[\"f\"],\"is\":\"split mono\",\"by\":\"weaker\",\"of\":[0]}]}",
    "does not follow" },
  { "table/values", BROKEN "check not p = q in T", "holds", NULL,
    "{\"type\":\"table\",\"left\":\"p\",\"right\":\"q\",\"generators\":[\"p\",\"q\"]}",
    "not a category" },
  { "table/proof", BROKEN "check q = p in T", "holds", NULL, Q_P, "not a category" },
  { "table/product", PRODUCT "check |Mor(P)| = 8", "holds", "8", "{\"type\":\"list\"}",
    "not a category" },
  { "table/diagram", BROKEN_DIAGRAM "check d commutes", "holds", NULL,
    "{\"type\":\"laws\",\"equations\":[{\"from\":\"x\",\"to\":\"z\",\"left\":[\"p\",\"p\"],"
    "\"right\":["
    "\"q\",\"p\"],\"edges\":[[\"a\",\"c\"],[\"b\",\"c\"]],\"evidence\":" PP_QP "}]}",
    "not a category" },
  { "table/other-values", CYCLE_TABLE "check p . p = q in T", "holds", NULL,
    "{\"type\":\"table\",\"left\":\"p\",\"right\":\"q\",\"generators\":[\"p\"]}", "other values" },
  { "table/right-values", CYCLE_TABLE "check p . p = q in T", "holds", NULL,
    "{\"type\":\"table\",\"left\":\"q\",\"right\":\"q\",\"generators\":[\"p\"]}", NULL },
  { "table/few-generators", FALSELY_ISO "check T is category", "holds", NULL,
    "{\"type\":\"laws\",\"generators\":[]}", "do not reach" },
  { "table/falsely-declared", FALSELY_ISO "check T is category", "holds", NULL,
    "{\"type\":\"laws\",\"generators\":[\"f\"]}", "is declared of it" },
  { "functions/equal", SETS "check M(f) = M(f) in Set", "holds", NULL,
    "{\"type\":\"table\",\"values\":{\"x\":\"z\"}}", "other values" },
  { "functions/different", SETS "check not M(f) = N(f) in Set", "holds", NULL,
    "{\"type\":\"table\",\"at\":\"x\",\"left\":\"z\",\"right\":\"y\"}", "other values there" },
  { "functions/chain", SETS "check not M(f) = M(f) = N(f) in Set", "holds", NULL,
    "{\"type\":\"table\",\"at\":\"x\",\"left\":\"y\",\"right\":\"z\"}", NULL },
  { "functor/lost-property", NO_ISO "check not F is functor", "holds", NULL,
    "{\"type\":\"table\",\"arrow\":\"i\",\"property\":\"split epi\"}", "keeps what is declared" },
  { "objects/arrows", ORDER_2 "check not A is terminal in C", "holds", NULL,
    "{\"type\":\"table\",\"from\":\"B\",\"arrows\":[[\"e\"]]}", "are others" },
  { "objects/no-arrows", ORDER_2 "check not A is initial in C", "holds", NULL,
    "{\"type\":\"table\",\"to\":\"B\",\"arrows\":[]}", "are others" },
  { "objects/one-arrow-twice", ORDER_2 "check not A is initial in C", "holds", NULL,
    "{\"type\":\"table\",\"to\":\"B\",\"arrows\":[[\"f\"],[\"f\"]]}", "are others" },
  { "objects/two-arrows", ORDER_2 "check not A is initial in C", "holds", NULL,
    "{\"type\":\"table\",\"to\":\"B\",\"arrows\":[[\"f\"],[\"g\"]]}", NULL },
  { "cone/mediating", ORDER_2 "check not A with id(A), f is product of A, B in C", "holds", NULL,
    "{\"type\":\"cone\",\"from\":\"A\",\"legs\":[[],[\"g\"]],\"mediating\":[[]]}", "are others" },
  { "cone/none-mediates", ORDER_2 "check not A with id(A), f is product of A, B in C", "holds",
    NULL, "{\"type\":\"cone\",\"from\":\"A\",\"legs\":[[],[\"g\"]],\"mediating\":[]}", NULL },
  { "list/short", CYCLE "check |Mor(C)| = 2", "holds", "2",
    "{\"type\":\"list\",\"elements\":[[\"a\"],[\"a\",\"a\"]]}", "there are 3" },
  { "list/checksum", CYCLE "check |Mor(C)| = 3", "holds", "3",
    "{\"type\":\"list\",\"checksum\":\"0\"}", "" },
  { "sets/diagram-elements", SETS_DIAGRAM "check not S strictly commutes", "holds", NULL,
    "{\"type\":\"table\",\"edges\":[[\"u\"],[\"v\"]],\"object\":\"*\",\"at\":\"x\",\"left\":\"z\","
    "\"right\":\"y\"}",
    "other elements" },
  { "sets/diagram-right", SETS_DIAGRAM "check not S strictly commutes", "holds", NULL,
    "{\"type\":\"table\",\"edges\":[[\"u\"],[\"v\"]],\"object\":\"*\",\"at\":\"x\",\"left\":\"y\","
    "\"right\":\"z\"}",
    NULL },
  { "sets/diagram-pairs", SETS_DIAGRAM "check S commutes", "holds", NULL,
    "{\"type\":\"laws\",\"pairs\":1}", "0 pairs" },
  { "infinite/no-side", RETRACT "check not p is epi in B", "holds", NULL,
    "{\"type\":\"table\",\"side\":\"left\",\"from\":\"S\",\"confused\":[[],[]],\"parts\":[]}",
    "other side" },
  { "implied/other-part", SLICE "check (s, s) is mono in L", "holds", NULL,
    "{\"type\":\"list\",\"implied\":0,\"parts\":[{\"evidence\":{\"type\":\"table\","
    "\"absorbing\":[\"s\"]}}]}",
    "" },
  { "implied/contrary", SLICE "check (s, s) is iso in L", "holds", NULL,
    "{\"type\":\"list\",\"implied\":1,\"parts\":[{\"evidence\":{\"type\":\"table\","
    "\"absorbing\":[\"s\"]}}]}",
    "nothing says" },
  { "implied/right", SLICE "check not (s, s) is iso in L", "holds", NULL,
    "{\"type\":\"table\",\"implied\":1,\"parts\":[{\"evidence\":{\"type\":\"table\","
    "\"absorbing\":[\"s\"]}}]}",
    NULL },
  { "implied/no-part", SLICE "check not (s, s) is iso in L", "holds", NULL,
    "{\"type\":\"table\",\"implied\":1,\"parts\":[]}", "evidence for each part" },
  { "implied/none", SLICE "check L is thin", "holds", NULL,
    "{\"type\":\"list\",\"implied\":99,\"parts\":[]}", "nothing says" },
  { "implied/count", FREE "check |Hom(O, -)(O)| = 1", "holds", "1",
    "{\"type\":\"list\",\"implied\":0,\"parts\":[{\"value\":\"1\",\"evidence\":{\"type\":\"list\","
    "\"elements\":[[]]}}]}",
    "" },
  { "count/unreachable", FREE "check |Hom(O, O)| = 0", "holds", "0",
    "{\"type\":\"list\",\"unreachable\":true}", "arrows lead there" },
  { "system/declared-mono",
    "category V { object A ; t : A -> A ; t^2 = t ; mono t }\n"
    "check not |Mor(V)| = 1",
    "holds", "2", SYSTEM ("\"t\"", "[[\"t\",\"t\"],[\"t\"]]", BY_EQUATION ("0")), "declared mono" },
  { "cat/objects", CYCLE "check not C is initial in Cat", "holds", NULL,
    "{\"type\":\"table\",\"objects\":0}", "another number" },
  { "count/right", MANY "check not |Nat(M, N)| = 7", "holds",
    "74462898441675122902293018227199467668020601",
    "{\"type\":\"list\",\"checksum\":\"1e9a2ee3b3040652\"}", NULL },
  { "count/one-more", MANY "check not |Nat(M, N)| = 7", "holds",
    "74462898441675122902293018227199467668020602",
    "{\"type\":\"list\",\"checksum\":\"1e9a2ee3b3040652\"}", "" },
  { "count/modulo-a-prime", MANY "check not |Nat(M, N)| = 7", "holds",
    "74462898441675122902293020533042476881714552",
    "{\"type\":\"list\",\"checksum\":\"1e9a2ee3b3040652\"}", "" },
  { "count/modulo-three-numbers", MANY "check not |Nat(M, N)| = 7", "holds",
    "12259964327001573717456243491847795115674447486959394154",
    "{\"type\":\"list\",\"checksum\":\"1e9a2ee3b3040652\"}", "" },
  { "count/checksum", MANY "check not |Nat(M, N)| = 7", "holds",
    "74462898441675122902293018227199467668020601",
    "{\"type\":\"list\",\"checksum\":\"1e9a2ee3b3040653\"}", "checksum is wrong" },
  { "pairs/confused", PAIRS "check not F is faithful", "holds", NULL,
    "{\"type\":\"table\",\"confused\":[[\"f\"],[\"g\"]],\"from\":\"A\"}", "keep apart" },
  { "pairs/confused-with-itself", PAIRS "check not F is faithful", "holds", NULL,
    "{\"type\":\"table\",\"confused\":[[\"f\"],[\"f\"]],\"from\":\"A\"}", "keep apart" },
  { "pairs/faithful", PAIRS "check F is faithful", "holds", NULL,
    "{\"type\":\"list\",\"morphisms\":4}", NULL },
  { "pairs/some", PAIRS "check F is faithful", "holds", NULL, "{\"type\":\"list\",\"morphisms\":3}",
    "" },
  { "pairs/full", PAIRS "check F is full", "holds", NULL, "{\"type\":\"list\",\"morphisms\":4}",
    "say otherwise" },
  { "pairs/missed", PAIRS "check not F is full", "holds", NULL,
    MISSED ("{\"x\":\"x\"}", "{\"y\":\"z\",\"z\":\"z\"}", "[]") ",\"from\":\"A\",\"to\":\"A\"}",
    NULL },
  { "pairs/not-missed", PAIRS "check not F is full", "holds", NULL,
    MISSED ("{\"x\":\"x\"}", "{\"y\":\"z\"}", "[\"u\"]") ",\"from\":\"A\",\"to\":\"B\"}",
    "is not missed" },
  { "pairs/no-path", PAIRS "check not F is full", "holds", NULL,
    MISSED ("{\"x\":\"x\"}", "{\"y\":\"z\"}", "[]") ",\"from\":\"A\",\"to\":\"B\"}",
    "no morphism between" },
  { "pairs/wrong-way", PAIRS "check not F is full", "holds", NULL,
    MISSED ("{\"x\":\"x\"}", "{\"y\":\"y\",\"z\":\"y\"}",
            "[\"u\"]") ",\"from\":\"A\",\"to\":\"B\"}",
    "no morphism between" },
  { "pairs/two-parts", PAIRS "check not F is full", "holds", NULL,
    "{\"type\":\"table\",\"missed\":[{\"x\":\"x\"},{\"y\":\"z\",\"z\":\"z\"}],\"from\":\"A\","
    "\"to\":\"A\"}",
    "" },
  { "pairs/size", PAIRS "check not F is essentially surjective", "holds", NULL,
    "{\"type\":\"table\",\"factor\":1,\"size\":2}", "is a value" },
  { "pairs/size-of-no-set", PAIRS "check not F is essentially surjective", "holds", NULL,
    "{\"type\":\"table\",\"factor\":2,\"size\":7}", "is a value" },
  { "pairs/surjective", PAIRS "check F is essentially surjective", "holds", NULL,
    "{\"type\":\"list\",\"morphisms\":4}", "say otherwise" },
  { "pairs/one-part", PAIRS "check |Nat(F, F)| = 1", "holds", "1",
    "{\"type\":\"list\",\"factors\":[{\"value\":\"1\",\"evidence\":{\"type\":\"list\"}}]}",
    "for each part" },
  { "part-diagrams/commutes", PART_DIAGRAM "check d commutes", "holds", NULL,
    "{\"type\":\"list\",\"factors\":[{\"evidence\":{\"type\":\"laws\",\"pairs\":1}},"
    "{\"evidence\":{\"type\":\"laws\",\"pairs\":1}}]}",
    "does not commute" },
  { "part-diagrams/other-part", PART_DIAGRAM "check not d commutes", "holds", NULL,
    "{\"type\":\"table\",\"factor\":1,\"evidence\":" SHIFTED "}", "two paths of the diagram" },
  { "part-diagrams/right", PART_DIAGRAM "check not d commutes", "holds", NULL,
    "{\"type\":\"table\",\"factor\":0,\"evidence\":" SHIFTED "}", NULL },
  { "slice-homs/right", SLICE_HOMS "= 2 in S", "holds", "2",
    "{\"type\":\"list\",\"slice\":true,\"elements\":[{\"*\":{\"x\":\"u\"}},{\"*\":{\"x\":\"v\"}}]}",
    NULL },
  { "slice-homs/twice", SLICE_HOMS "= 2 in S", "holds", "2",
    "{\"type\":\"list\",\"slice\":true,\"elements\":[{\"*\":{\"x\":\"u\"}},{\"*\":{\"x\":\"u\"}}]}",
    "each once" },
  { "slice-homs/not-over", SLICE_HOMS "= 2 in S", "holds", "2",
    "{\"type\":\"list\",\"slice\":true,\"elements\":[{\"*\":{\"x\":\"u\"}},{\"*\":{\"x\":\"w\"}}]}",
    "each once" },
  { "slice-homs/none", SLICE_HOMS "= 2 in S", "holds", "2", "{\"type\":\"list\",\"slice\":true}",
    "each once" },
  { "slice-homs/more", SLICE_HOMS "= 3 in S", "holds", "3",
    "{\"type\":\"list\",\"slice\":true,\"elements\":[{\"*\":{\"x\":\"u\"}},{\"*\":{\"x\":\"v\"}}]}",
    "there are" },
  { "sets/flag", SETS "check not |Ob(Set)| = 1", "holds", "infinite",
    "{\"type\":\"list\",\"sets\":false}", "shows nothing" },
};

static void
test_forged (gconstpointer data)
{
  const Forged *forged = data;
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document
      = chase_notation_parse (forged->document, strlen (forged->document), problems);
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (forged->evidence, &error);
  g_autoptr (GPtrArray) claims = chase_document_claims (document);
  const ChaseClaim *claim = g_ptr_array_index (claims, claims->len - 1);
  gboolean accepted;

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  accepted = chase_verify_result (theory, claim->proposition, claim->negated, forged->verdict,
                                  forged->value, node, &error);
  if (forged->complaint == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (accepted);
      return;
    }
  g_assert_false (accepted);
  if (strstr (error->message, forged->complaint) == NULL)
    g_error ("expected “%s”, got “%s”", forged->complaint, error->message);
}

/* What the theory of a document works out by itself, altered behind the verifier's back. */

#define WORKED_OUT                                                                                 \
  "category C { objects A, B ; f : A -> B ; i : B -> B ; i . i = id(B) ; i . f = f }\n"            \
  "category D { objects X, Y ; g, h : X -> Y ; j : Y -> Y ; j . j = id(Y) ; j . g = g }\n"         \
  "functor F : C -> D { A |-> X ; B |-> Y ; f |-> g ; i |-> j }\n"                                 \
  "functor M : C -> Set { A |-> {a, b} ; B |-> {c} ; f |-> {a |-> c, b |-> c} ; i |-> {c |-> c} "  \
  "}\n"                                                                                            \
  "functor N : D -> Set { X |-> {x} ; Y |-> {y, z} ; g |-> {x |-> y} ; h |-> {x |-> z}\n"          \
  "j |-> {y |-> y, z |-> z} }\n"                                                                   \
  "functor L : D -> Set = free M along F\n"                                                        \
  "functor R : D -> Set = cofree M along F\n"                                                      \
  "functor H : C -> Set = Hom(A, -)\n"                                                             \
  "transformation eta : M => forget L along F = unit(free M along F)\n"                            \
  "transformation eps : free (forget N along F) along F => N = counit(free N along F)\n"           \
  "transformation et : N => cofree (forget N along F) along F = unit(cofree N along F)\n"          \
  "transformation ep : forget R along F => M = counit(cofree M along F)\n"                         \
  "category P = C * D\n"                                                                           \
  "category O = C^op\n"                                                                            \
  "category E = elements M\n"                                                                      \
  "category T table { objects U, V ; u : U -> V }\n"                                               \
  "category K = [T, T]\n"                                                                          \
  "functor J : T -> T = const V\n"                                                                 \
  "category S = slice K over J\n"                                                                  \
  "check |Ob(K)| = 3\n"                                                                            \
  "check |Ob(E)| = 3\n"

static const ChaseFunctor *
functor_called (ChaseTheory *theory, const char *name)
{
  g_autoptr (ChaseName) interned = chase_name_new (name);
  g_autoptr (ChaseTerm) term = chase_term_new_name (interned);

  return chase_theory_functor (theory, term, NULL, NULL, NULL);
}

static const ChaseTransformation *
transformation_called (ChaseTheory *theory, const char *name)
{
  g_autoptr (ChaseName) interned = chase_name_new (name);
  g_autoptr (ChaseTerm) term = chase_term_new_name (interned);

  return chase_theory_transformation (theory, term, NULL, NULL, NULL);
}

static ChasePresentation *
category_called (ChaseTheory *theory, const char *name)
{
  g_autoptr (ChaseName) interned = chase_name_new (name);
  g_autoptr (ChaseTerm) term = chase_term_new_name (interned);

  return chase_theory_category_listed (theory, term, NULL)->presentation;
}

typedef struct
{
  const char *name;
  char sort;         /* f, n: a value, a name of a functor; +, -: an element more, one less;
                        t: a component; e, s, a: an equation less, other sides, another arrow */
  const char *thing; /* what is altered */
  guint32 at;        /* which value of it */
  const char *complaint;
} Altered;

static const Altered altered[] = {
  { "nothing", ' ', NULL, 0, NULL },
  { "left-kan/too-coarse", '-', "L", 1, "free M along F) are others" },
  { "left-kan/too-fine", '+', "L", 1, "free M along F) are others" },
  { "left-kan/value", 'f', "L", 0, "free M along F) are others" },
  { "left-kan/name", 'n', "L", 1, "free M along F) are others" },
  { "right-kan/too-few", '-', "R", 0, "cofree M along F) are others" },
  { "right-kan/too-many", '+', "R", 0, "cofree M along F) are others" },
  { "right-kan/value", 'f', "R", 0, "cofree M along F) are others" },
  { "right-kan/name", 'n', "R", 0, "cofree M along F) are others" },
  { "hom/value", 'f', "H", 1, "are others" },
  { "left-kan/unit", 't', "eta", 0, "has other components" },
  { "left-kan/counit", 't', "eps", 1, "has other components" },
  { "right-kan/unit", 't', "et", 1, "has other components" },
  { "right-kan/counit", 't', "ep", 0, "has other components" },
  { "product/no-square", 'e', "P", 0, "is another category" },
  { "product/other-equation", 's', "P", 0, "is another category" },
  { "product/other-arrow", 'a', "P", 1, "is another category" },
  { "opposite/other-arrow", 'a', "O", 0, "is another category" },
  { "opposite/other-equation", 's', "O", 0, "is another category" },
  { "elements/no-equation", 'e', "E", 0, "is another category" },
  { "elements/other-arrow", 'a', "E", 0, "is another category" },
  { "functors/other-arrow", 'a', "K", 0, "other functors or transformations" },
  { "slice-of-functors/other-arrow", 'a', "S", 0, "is another category" },
  { "slice-of-functors/no-equation", 'e', "S", 0, "is another category" },
};

static void
alter_sets (ChaseSets *sets, const Altered *how)
{
  switch (how->sort)
    {
    case 'f':
      sets->functions[how->at] = sets->functions[how->at] > 0 ? 0 : 1;
      return;
    case 'n':
      chase_name_unref (sets->names[how->at]);
      sets->names[how->at] = chase_name_new ("another");
      return;
    case '+':
      sets->sizes[how->at]++;
      return;
    default:
      sets->sizes[how->at]--;
    }
}

static void
alter_category (ChasePresentation *p, const Altered *how)
{
  guint n = p->equations->len;
  ChaseArrow *arrow;

  if (how->sort == 'e')
    g_array_set_size (p->equations, n - 1);
  else if (how->sort == 's')
    {
      ChaseEquation *one = &g_array_index (p->equations, ChaseEquation, how->at);
      ChaseEquation *two = &g_array_index (p->equations, ChaseEquation, n - 1);
      ChaseWord left = one->left;

      one->left = two->left;
      two->left = left;
    }
  else
    {
      arrow = &g_array_index (p->arrows, ChaseArrow, how->at);
      arrow->source = (arrow->source + 1) % chase_presentation_n_objects (p);
    }
}

static void
alter (ChaseTheory *theory, const Altered *how)
{
  const ChaseTransformation *alpha;

  if (how->thing == NULL)
    return;
  if (strchr ("fn+-", how->sort) != NULL)
    {
      alter_sets (functor_called (theory, how->thing)->sets, how);
      return;
    }
  if (how->sort != 't')
    {
      alter_category (category_called (theory, how->thing), how);
      return;
    }
  alpha = transformation_called (theory, how->thing);
  alpha->functions[how->at] = alpha->functions[how->at] > 0 ? 0 : 1;
}

static void
test_altered (gconstpointer data)
{
  const Altered *how = data;
  g_autoptr (ChaseDocument) document = chase_notation_parse (WORKED_OUT, strlen (WORKED_OUT), NULL);
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, problems);
  g_autoptr (GPtrArray) claims = chase_document_claims (document);
  const ChaseClaim *claim = g_ptr_array_index (claims, claims->len - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (
      "{\"type\":\"list\",\"elements\":[\"(A, a)\",\"(A, b)\",\"(B, c)\"]}", NULL);
  gboolean accepted;

  g_assert_cmpuint (problems->len, ==, 0);
  /* The table of functors is made when it is asked for. */
  category_called (theory, "K");
  alter (theory, how);
  accepted = chase_verify_result (theory, claim->proposition, FALSE, "holds", "3", node, &error);
  if (how->complaint == NULL)
    {
      g_assert_no_error (error);
      g_assert_true (accepted);
      return;
    }
  g_assert_false (accepted);
  if (strstr (error->message, how->complaint) == NULL)
    g_error ("expected “%s”, got “%s”", how->complaint, error->message);
}

/* A function and a cone of sets that were read otherwise than they are written. */
static void
test_misread (void)
{
  const char *text = "category C { objects A, B ; f : A -> B }\n"
                     "functor M : C -> Set { A |-> {a, b} ; B |-> {c, d}\n"
                     "f |-> {a |-> c, b |-> d} }\n";
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), NULL);
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  g_autoptr (GHashTable) listing = chase_listing_new ();
  const ChaseCategory *sets = functor_called (theory, "M")->target;
  g_autoptr (ChaseTerm) path
      = chase_notation_parse_term ("{c |-> d, d |-> c} . M(f) . {x |-> a, y |-> b}", NULL);
  g_autoptr (ChaseSetMap) map = chase_set_map (theory, sets, path, chase_listing_get, listing);
  g_autoptr (ChaseFunction) function = chase_theory_function (theory, path, NULL);

  g_assert_true (chase_evaluates_to_map (theory, sets, path, map, listing));
  g_assert_true (chase_evaluates_to_function (theory, path, function));
  map->values[0] = 1 - map->values[0];
  function->values[1] = 1 - function->values[1];
  g_assert_false (chase_evaluates_to_map (theory, sets, path, map, listing));
  g_assert_false (chase_evaluates_to_function (theory, path, function));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (altered); i++)
    {
      g_autofree char *name = g_strconcat ("/evidence/altered/", altered[i].name, NULL);

      g_test_add_data_func (name, &altered[i], test_altered);
    }
  g_test_add_func ("/evidence/altered/functions", test_misread);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/evidence/forged/", cases[i].name, NULL);

      g_test_add_data_func (name, &cases[i], test_forged);
    }
  return g_test_run ();
}
