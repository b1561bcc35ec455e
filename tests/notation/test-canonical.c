/* SPDX-License-Identifier: MIT */
/* Texts, and the canonical texts that they are written as. */
#include "notation/notation.h"

#include <string.h>

static void
fail_with_problems (GPtrArray *problems, const char *text)
{
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *message = chase_problem_format (g_ptr_array_index (problems, i), "text",
                                                       text, strlen (text), FALSE);

      g_test_message ("%s", message);
    }
  g_assert_cmpuint (problems->len, ==, 0);
}

static ChaseDocument *
read_clean (const char *text)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  ChaseDocument *document = chase_notation_parse (text, strlen (text), problems);

  fail_with_problems (problems, text);
  return document;
}

/* Reads @text, expects @canonical, and that reading it again gives the same in both alphabets. */
static void
check_canonical (const char *text, const char *canonical)
{
  const ChaseNotationFlags flags[] = { CHASE_NOTATION_ASCII, CHASE_NOTATION_UNICODE };
  g_autoptr (ChaseDocument) document = read_clean (text);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *once = chase_notation_print (document, flags[i]);
      g_autoptr (ChaseDocument) again = read_clean (once);
      g_autofree char *twice = chase_notation_print (again, flags[i]);

      if (i == 0)
        g_assert_cmpstr (once, ==, canonical);
      g_assert_cmpstr (twice, ==, once);
      g_assert_true (chase_document_equal (document, again));
    }
}

/* One statement of a block that starts with @open. */
static void
check_statement (const char *open, const char *text, const char *canonical)
{
  g_autofree char *whole = g_strdup_printf ("%s { %s }", open, text);
  g_autofree char *expected = g_strdup_printf ("%s {\n  %s\n}\n", open, canonical);

  check_canonical (whole, expected);
}

static void
test_documents (void)
{
  check_canonical ("", "");
  check_canonical ("\n\n  \n", "");
  check_canonical ("# only\n\n# comments\n\n", "# only\n\n# comments\n");
  check_canonical ("category Empty{}", "category Empty { }\n");
  check_canonical ("category C\n{\n}\n", "category C { }\n");
  check_canonical ("category C \"\\mathcal{C}\" table {\r\n object a\r\n}",
                   "category C \"\\mathcal{C}\" table {\n  object a\n}\n");
  check_canonical ("category P=C^op*D ; category Q = ( P )",
                   "category P = C^op * D\ncategory Q = P\n");
  check_canonical ("\357\273\277category `two words` = C", "category `two words` = C\n");
  check_canonical ("diagram d in C { }", "diagram d in C { }\n");
  check_canonical ("diagram slice in C { }", "diagram slice in C { }\n");
  check_canonical ("diagram d in over { }", "diagram d in over { }\n");
  check_canonical ("diagram d in Set*slice Set over {s,t}{p:({x},{x|->s})}",
                   "diagram d in Set * slice Set over {s, t} {\n  p : ({x}, {x |-> s})\n}\n");
  check_canonical ("functor F : C -> slice Set under {s} { A |-> id({x}) . {s |-> x} }",
                   "functor F : C -> slice Set under {s} {\n  A |-> id({x}) . {s |-> x}\n}\n");
  check_canonical ("diagram d in Set {p:id({x}).{s|->x}}",
                   "diagram d in Set {\n  p : id({x}) . {s |-> x}\n}\n");
  check_canonical ("contravariant functor F:C->D{A|->X;f|->q.p}",
                   "contravariant functor F : C -> D {\n  A |-> X\n  f |-> q . p\n}\n");
  check_canonical ("functor H : C → E = G ∘ F", "functor H : C -> E = G . F\n");
  check_canonical ("transformation c : F ⇒ H = b . a * G",
                   "transformation c : F => H = b . a * G\n");
  check_canonical ("functor\tF : C ->\n\n D { }", "functor F : C -> D { }\n");
}

static void
test_views (void)
{
  check_canonical ("diagram s=proof h.f=k.g in d", "diagram s = proof h . f = k . g in d\n");
  static const char *const views[] = { "image F",
                                       "image G . F",
                                       "naturality alpha",
                                       "naturality alpha at f . g",
                                       "opposite D",
                                       "category C^op",
                                       "all C * D",
                                       "sets M",
                                       "sets M at x",
                                       "sets M at -3 along h . f = k . g",
                                       "sets Hom(A, -) at `h . f` along k >> l",
                                       "elements M",
                                       "yoneda P at F(A)",
                                       "cone D",
                                       "cocone D",
                                       "naturality at at at" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *text = g_strdup_printf ("diagram X = %s\n", views[i]);
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autoptr (ChaseItem) item = chase_notation_parse_view (views[i], problems);
      g_autofree char *printed = NULL;

      check_canonical (text, text);
      fail_with_problems (problems, views[i]);
      printed = chase_notation_print_view (item, CHASE_NOTATION_ASCII);
      g_assert_cmpstr (printed, ==, views[i]);
    }
}

static void
test_category_statements (void)
{
  static const char *const same[] = {
    "object A",
    "objects A, B \"b\", C [colour = red], D \"d\" [step = 1]",
    "object `A \\times B`",
    "object 鱿",
    "f : A -> B",
    "f, g : A -> B \"\\\"\\\\\\\\\"",
    "mono : A -> B",
    "object : A -> B",
    "object, mono : A -> B",
    "object . f = g",
    "mono = f",
    "mono mono",
    "split mono split",
    "split epi f, g",
    "idempotent e",
    "h . f = k . g = m",
    "h >> f = (k >> g) >> m",
    "h . (f >> g) = id(A)",
    "t^3 = t^0",
    "t^-1 = (t^2)^3",
    "F(f . g) = F(f) . F(g)",
    "(f, id(A)) = G((f, g))",
    "face : h . f = k . g",
    "eta[A] . f = G(F(f)) . eta[F(A)]",
    "x_1' = η₂ . x²",
    "free(f) = forget(free)",
    "`id`(f) = id(f)",
    "`0` = `a b`",
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    check_statement ("category C", same[i], same[i]);
  check_statement ("category C", "objects A", "object A");
  check_statement ("category C", "object A,\n B", "objects A, B");
  check_statement ("category C", "mono f, g   epi h iso k", "mono f, g\n  epi h\n  iso k");
  check_statement ("category C", "((f)) . ((g . h)) = (k)", "f . (g . h) = k");
  check_statement ("category C", "f :\nA ->\n\n B", "f : A -> B");
}

static void
test_diagram_statements (void)
{
  static const char *const same[] = {
    "A at 0, 0",
    "A at -1.5, 0.1 \"label\" [label = left]",
    "object at 0, 0",
    "mono at 1, 1",
    "check at 1, 1",
    "a2 : A at 2, 0",
    "a2 : F(A) at 2, 0 \"l\"",
    "a2 : A",
    "a2 : A [foo]",
    "objects A, B \"label\"",
    "f",
    "f \"l\" [dashed]",
    "f [foo]",
    "object",
    "f : A -> B = g . f \"label\" [dashed]",
    "_ : A -> B = t^2",
    "`_` : A -> B",
    "_, _ : A -> B",
    "e : A -> B = alpha[X]",
    "e : A -> B = alpha[X] [dashed]",
    "e : A -> B = alpha [foo,]",
    "e : A -> B = alpha [foo, bar]",
    "e : A -> B [foo]",
    "t : e1 => e2 \"label\" [level = 3]",
    "h . f = k . g",
    "epi f",
    "eta[A] . f = g",
    "e : F -> G = forget M along F",
    "n : [C, D] at 0, 0",
    "forget M along F = forget N along F",
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    check_statement ("diagram d in C", same[i], same[i]);
  check_statement ("diagram d", "A at .5,+0", "A at 0.5, 0");
  check_statement ("diagram d", "A at 1e3 , 1e-7", "A at 1000, 1e-07");
  check_statement ("diagram d", "e : A -> B = alpha [X]", "e : A -> B = alpha[X]");
  check_statement ("diagram d", "e : A -> B = f [dashed]", "e : A -> B = f [dashed]");
  check_statement ("diagram d", "e : A -> B = f [ ]", "e : A -> B = f");
}

static void
test_values (void)
{
  static const char *const same[] = {
    "A |-> {}",        "A |-> {x, y', 0, -12, `a b`, 340282366920938463463374607431768211456}",
    "f |-> {x |-> 0}", "f |-> {x |-> 0, 1 |-> y}",
    "f |-> q . p",     "(A, B) |-> (F(A), B)",
    "A |-> G * a",     "in |-> check",
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    check_statement ("functor M : C -> Set", same[i], same[i]);
  check_statement ("functor M : C -> Set", "A |->\n {\n x,\n # odd\n y\n }",
                   "# odd\n  A |-> {x, y}");
  check_statement ("functor M : C -> Set", "A |-> { - 1, }", "A |-> {-1}");
}

static void
test_expressions (void)
{
  static const char *const same[] = {
    "C^op^op * (D * E)",
    "[C^op, Set]",
    "slice C over F(A)",
    "slice (C * D) under A",
    "(slice C over A)^op",
    "slice [C, D] over A",
    "elements M",
    "elements (M . F)",
    "Id(C) . op(F)",
    "const A",
    "const (A, B)",
    "Hom(A, -)",
    "Hom(-, F(A))",
    "Hom(-, -)",
    "yoneda(C)",
    "yoneda(x, A, P)",
    "yoneda(1, A, P)",
    "yoneda(-2, A, P)",
    "yoneda(`a b`, A, P)",
    "forget M along F",
    "free (M . N) along F . G",
    "cofree M along (F . G)",
    "forget (free M along F) along G",
    "free M^op along F",
    "forget `free`(x) along F",
    "forget free along free",
    "elements ([C, D])",
    "b . a * G * (a . b)",
    "id(F)",
    "(a, b)(x)",
    "F(x)(y)[z]^2",
    "const `in`",
    "`slice`[x]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autoptr (ChaseTerm) term = chase_notation_parse_term (same[i], problems);
      g_autofree char *printed = NULL;
      g_autofree char *item = g_strdup_printf ("functor K : C -> D = %s\n", same[i]);

      fail_with_problems (problems, same[i]);
      printed = chase_notation_print_term (term, CHASE_NOTATION_ASCII);
      g_assert_cmpstr (printed, ==, same[i]);
      check_canonical (item, item);
    }
}

static void
test_checks (void)
{
  static const char *const same[] = {
    "h . f = k . g",
    "not h . f = k . g = m in Square",
    "square commutes",
    "square strictly commutes",
    "A is terminal in C^op",
    "f is mono, split epi, idempotent in C",
    "F is fully faithful, essentially surjective",
    "F is representable",
    "F is representable by A",
    "not A isomorphic B in C",
    "C^op isomorphic D",
    "elements M equivalent slice C over A",
    "P with p, q is product of A, B in C",
    "P with p, q is pushout of f . g, g in C",
    "E with e is equalizer of f, g in C",
    "L with p, q, r is limit of D",
    "L is colimit of D",
    "L -| R with eta, eps",
    "|Hom(A, B)| = 3 in C",
    "|Hom((A, B), F(C))| = 0",
    "|Nat(F, Hom(-, A))| = 12345678901234567890123456789012345678901234567890",
    "|Ob(C)| = 1",
    "|Mor(C * D)| = 1",
    "|Fun(C, [D, E])| = 1",
    "|F(A)| = 2",
    "|(Hom(A, B))| = 2",
    "|`Ob`(C)| = 2",
    "yoneda P at A",
    "yoneda F . G at A",
    "(A, 1) is initial in E",
    "|Hom((A, -1), ((B, 2), 3))| = 0",
    "(`1`, A) is initial",
    "yoneda(C) is fully faithful",
    "`not` = f",
    "not `not` is mono",
    "in in in",
    "free(f) = f",
    "forget M along F = N",
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *text = g_strdup_printf ("check %s\n", same[i]);
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autoptr (ChaseProposition) proposition = NULL;
      g_autofree char *printed = NULL;
      gboolean negated;

      if (strcmp (same[i], "in in in") == 0 || same[i][1] == '(')
        continue;
      check_canonical (text, text);
      proposition = chase_notation_parse_proposition (same[i], &negated, problems);
      fail_with_problems (problems, same[i]);
      printed = chase_notation_print_proposition (proposition, negated, CHASE_NOTATION_ASCII);
      g_assert_cmpstr (printed, ==, same[i]);
    }
  check_canonical ("check not = f", "check `not` = f\n");
  check_canonical ("check (`1`, `2`) = (`1`, `- 2`)", "check (`1`, 2) = (`1`, `- 2`)\n");
  check_canonical ("check A isomorphic to B", "check A isomorphic B\n");
  check_canonical ("check P with p,q is a product of A,B",
                   "check P with p, q is product of A, B\n");
  check_canonical ("check E with e is the equaliser of f, g",
                   "check E with e is equalizer of f, g\n");
  check_canonical ("check |Hom(A,B)|=007", "check |Hom(A, B)| = 7\n");
  check_canonical ("check f is monic", "check f is mono\n");
}

static void
test_styles (void)
{
  static const struct
  {
    const char *text;
    const char *canonical;
  } styles[] = {
    { "head = epi, body = double barred", "double barred, head = epi" },
    { "curve = -2, shorten = (10, 20)", "curve = -2, shorten = (10, 20)" },
    { "shorten = 5", "shorten = 5" },
    { "label = center, labelat = 0.3", "label = centre, labelat = 0.3" },
    { "color = red, labelcolor = hsl(240,100,50,.5)",
      "colour = red, labelcolour = hsl(240, 100, 50, 0.5)" },
    { "colour = \"#FF0000\"", "colour = red" },
    { "colour = \"#123456\"", "colour = \"#123456\"" },
    { "colour = rgb(1, 2, 3, 0.5)", "colour = rgb(1, 2, 3, 0.5)" },
    { "level = 2, radius = -4, angle = 90.5", "level = 2, radius = -4, angle = 90.5" },
    { "corner = pullback", "corner = pullback" },
    { "pushout", "corner = pushout" },
    { "adjunction", "adjunction" },
    { "align = (midpoint, centre), step = 2, offset = 1",
      "offset = 1, align = (midpoint, centre), step = 2" },
    { "dashed", "dashed" },
    { "body = dashed, hook, epi", "dashed, head = epi, tail = hook top" },
    { "mono", "tail = mono" },
    { "hook', harpoon bottom", "head = harpoon bottom, tail = hook bottom" },
    { "phantom", "body = none, head = none" },
    { "head = none, tail = arrowhead, body = none", "body = none, head = none, tail = arrowhead" },
    { "red, over", "label = over, colour = red" },
    { "quux, zork = 1.50, `my key` = \"a\\\"\\\\\", word = two words",
      "quux, zork = \"1.5\", `my key` = \"a\\\"\\\\\", word = \"two words\"" },
    { "`dashed`, `curve`", "`dashed`, `curve`" },
    { "`a/b` = \"\"", "`a/b` = \"\"" },
    { "step = 1,", "step = 1" },
    { "bend left = 40", "bend = -40" },
    { "bend right", "bend = 30" },
    { "in = 180, out = -60, looseness = 1.50", "out = -60, in = 180, looseness = 1.5" },
    { "sloped, labelgap = 5, labelat = 0.5", "sloped" },
    { "also = \"\\sim\" [teal, sloped, right, labelat = .2], also=\"x\", also = \"\" [labelgap=9]",
      "also = \"\\sim\" [label = right, labelat = 0.2, sloped, labelcolour = teal], also = \"x\", "
      "also = \"\" [labelgap = 9]" },
    { "`also`, `out` = \"3\"", "`also`, `out` = \"3\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *text
          = g_strdup_printf ("diagram d { f : A -> B \"\" [%s] }", styles[i].text);
      g_autofree char *canonical
          = g_strdup_printf ("diagram d {\n  f : A -> B \"\" [%s]\n}\n", styles[i].canonical);
      g_autoptr (ChaseDocument) document = NULL;
      g_autofree char *style = NULL;
      g_autofree char *expected = g_strdup_printf ("[%s]", styles[i].canonical);

      check_canonical (text, canonical);
      document = read_clean (text);
      style = chase_notation_print_style (
          chase_item_get_statement (chase_document_get_item (document, 0), 0)->style);
      g_assert_cmpstr (style, ==, expected);
    }
}

static void
test_macros (void)
{
  check_canonical (
      "macros{\\newcommand{\\Hom}[2]{\\mathrm{Hom}(#1,#2)}% no } here\n\n   \\def\\x{\\{}}# m",
      "macros {\n  \\newcommand{\\Hom}[2]{\\mathrm{Hom}(#1,#2)}% no } here\n"
      "  \\def\\x{\\{}\n}  # m\n");
  check_canonical ("macros \"\\def\\a{b}\", \"\\def\\c{}}\"\ncheck f = g",
                   "macros {\n  \\def\\a{b}\n  \\def\\c{}\n}\ncheck f = g\n");
  check_canonical ("# above\nmacros\n{ }\ncategory macros { }",
                   "# above\nmacros { }\ncategory macros { }\n");
  check_canonical ("macros { α\r\n β }\ncheck f = g", "macros {\n  α\n  β\n}\ncheck f = g\n");
}

static void
test_comments (void)
{
  check_canonical ("#!/usr/bin/env chase\n\n\n# about C\n#again\ncategory C{# open\n\n\n # "
                   "A's\nobject A # it\n\n\n\n"
                   "f:A->A;# that\n mono f # m\n\n  # last\n\n }# close\n\n#bye\n\n\n",
                   "#!/usr/bin/env chase\n\n# about C\n# again\ncategory C {  # open\n  # A's\n  "
                   "object A  # it\n\n"
                   "  f : A -> A  # that\n  mono f  # m\n\n  # last\n}  # close\n\n# bye\n");
  check_canonical ("category C { object A,# a\n  B # b\n }",
                   "category C {\n  # a\n  objects A, B  # b\n}\n");
  check_canonical ("check f = # here\n g # there", "# here\ncheck f = g  # there\n");
  check_canonical ("category C { # x\n}", "category C {  # x\n}\n");
  check_canonical ("category C {\n# x\n}", "category C {\n  # x\n}\n");
  check_canonical ("category C # h\n{\n}", "# h\ncategory C { }\n");
  check_canonical ("category C { mono f epi g # e\n}", "category C {\n  mono f\n  epi g  # e\n}\n");
  check_canonical ("#\n#  \n# !x\n#  indented\t \n", "#\n#\n# !x\n#  indented\n");
  check_canonical ("check a = b ; check c = d # d\n", "check a = b\ncheck c = d  # d\n");
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    const char *printed;
  } names[] = {
    { "A", "A" },         { "_", "_" },           { "f'", "f'" },
    { "x_1", "x_1" },     { "鱿", "鱿" },         { "η", "η" },
    { "x₁²", "x₁²" },     { "0", "`0`" },         { "a b", "`a b`" },
    { "'a", "`'a`" },     { "a`b", "`a'b`" },     { "a\nb", "`a b`" },
    { "Cᵒᵖ", "`Cᵒᵖ`" },   { "f . g", "`f . g`" }, { "x\xcc\x84", "x\xcc\x84" },
    { "a\"b", "`a\"b`" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *printed = chase_notation_print_name (names[i].name);

      g_assert_cmpstr (printed, ==, names[i].printed);
      g_assert_cmpint (chase_notation_is_plain_name (names[i].name), ==, printed[0] != '`');
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    double number;
    const char *printed;
  } numbers[] = {
    { 0.0, "0" },
    { -0.0, "0" },
    { 1.0, "1" },
    { -2.0, "-2" },
    { 0.1, "0.1" },
    { 0.3, "0.3" },
    { 1.0 / 3.0, "0.3333333333333333" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 1e15, "1e+15" },
    { 123456789012345.0, "123456789012345" },
    { 1e-7, "1e-07" },
    { G_MAXDOUBLE, "1.7976931348623157e+308" },
    { 5e-324, "4.94065645841247e-324" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *printed = chase_notation_print_number (numbers[i].number);

      g_assert_cmpstr (printed, ==, numbers[i].printed);
      g_assert_true (g_ascii_strtod (printed, NULL) == numbers[i].number);
    }
}

static void
test_places (void)
{
  const char *text = "category C {\n  objects A,\n    B\n\tηx : A -> `B C` ; g : A -> B\n}\n";
  g_autoptr (ChaseDocument) document = read_clean (text);
  ChaseItem *item = chase_document_get_item (document, 0);
  static const guint places[][2] = { { 2, 11 }, { 3, 5 }, { 4, 2 }, { 4, 20 } };

  g_assert_cmpuint (item->line, ==, 1);
  g_assert_cmpuint (item->column, ==, 1);
  g_assert_cmpuint (chase_item_n_statements (item), ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (item, i);

      g_assert_cmpuint (statement->line, ==, places[i][0]);
      g_assert_cmpuint (statement->column, ==, places[i][1]);
    }
  g_assert_cmpuint (chase_item_get_statement (item, 2)->to->column, ==, 12);
}

static void
test_along (void)
{
  check_canonical ("functor K : C -> D = free (M) . N along F",
                   "functor K : C -> D = free (M . N) along F\n");
  check_canonical ("functor K : C -> D = free (M) along F",
                   "functor K : C -> D = free M along F\n");
  check_canonical ("functor K : C -> D = free M . N along F . G",
                   "functor K : C -> D = free (M . N) along F . G\n");
  check_canonical ("functor K : C -> D = free(x) . forget M along F",
                   "functor K : C -> D = free(x) . forget M along F\n");
  check_canonical ("functor K : C -> D = G . forget (M) * N along F",
                   "functor K : C -> D = G . forget (M * N) along F\n");
}

/* The files of a folder that need not be there. */
static void
test_presentations (void)
{
  const char *shared = g_getenv ("CHASE_SHARED");
  g_autofree char *folder
      = g_build_filename (shared != NULL ? shared : "/nonexistent", "presentations", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (dir == NULL)
    {
      g_test_skip ("the presentations are not here");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autofree char *canonical = NULL;
      g_autoptr (ChaseDocument) document = NULL;

      if (!g_str_has_suffix (name, ".chase"))
        continue;
      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      document = read_clean (text);
      canonical = chase_notation_print (document, CHASE_NOTATION_ASCII);
      check_canonical (text, canonical);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notation/canonical/documents", test_documents);
  g_test_add_func ("/notation/canonical/views", test_views);
  g_test_add_func ("/notation/canonical/category-statements", test_category_statements);
  g_test_add_func ("/notation/canonical/diagram-statements", test_diagram_statements);
  g_test_add_func ("/notation/canonical/values", test_values);
  g_test_add_func ("/notation/canonical/expressions", test_expressions);
  g_test_add_func ("/notation/canonical/along", test_along);
  g_test_add_func ("/notation/canonical/checks", test_checks);
  g_test_add_func ("/notation/canonical/styles", test_styles);
  g_test_add_func ("/notation/canonical/macros", test_macros);
  g_test_add_func ("/notation/canonical/comments", test_comments);
  g_test_add_func ("/notation/canonical/names", test_names);
  g_test_add_func ("/notation/canonical/numbers", test_numbers);
  g_test_add_func ("/notation/canonical/places", test_places);
  g_test_add_func ("/notation/canonical/presentations", test_presentations);
  return g_test_run ();
}
