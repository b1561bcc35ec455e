/* SPDX-License-Identifier: MIT */
/* What is wrong with a text, where, and how it is shown. */
#include "notation/notation.h"

#include <string.h>

typedef struct
{
  guint line;
  guint column;
  const char *message; /* part of it */
  const char *hint;    /* part of it, or NULL */
} Expected;

static void
check_problems (const char *text, const Expected *expected, guint n)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document G_GNUC_UNUSED
      = chase_notation_parse (text, strlen (text), problems);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *shown = chase_problem_format (g_ptr_array_index (problems, i), "text", text,
                                                     strlen (text), FALSE);

      g_test_message ("%s", shown);
    }
  g_assert_cmpuint (problems->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i);

      g_assert_cmpuint (problem->line, ==, expected[i].line);
      g_assert_cmpuint (problem->column, ==, expected[i].column);
      g_assert_nonnull (strstr (problem->message, expected[i].message));
      if (expected[i].hint != NULL)
        {
          g_assert_nonnull (problem->hint);
          g_assert_nonnull (strstr (problem->hint, expected[i].hint));
        }
    }
}

#define CHECK(text, ...)                                                                           \
  check_problems (text, (const Expected[]){ __VA_ARGS__ },                                         \
                  sizeof ((const Expected[]){ __VA_ARGS__ }) / sizeof (Expected))

static void
test_words (void)
{
  CHECK ("functr F : C -> D { A |-> }", { 1, 1, "functr", "functor" },
         { 1, 27, "found \"}\"", NULL });
  CHECK ("category C {\n  objcts A, B\n}", { 2, 3, "objcts", "objects" });
  CHECK ("category C {\n  mnoo f\n}", { 2, 3, "mnoo", "mono" });
  CHECK ("diagram D {\n  A ta 0, 0\n}", { 2, 5, "found \"ta\"", "at" });
  CHECK ("check A isomorphc B", { 1, 9, "isomorphc", "isomorphic" });
  CHECK ("check D comutes", { 1, 9, "comutes", "commutes" });
  CHECK ("check P with p, q is pulback of f, g", { 1, 22, "pulback", "pullback" });
  CHECK ("check f is termnal", { 1, 12, "termnal", "terminal" });
  CHECK ("diagram X = imge F", { 1, 13, "imge", "image" });
  CHECK ("f : A -> B", { 1, 1, "found \"f\"", "category NAME" });
  CHECK ("nonsense", { 1, 1, "expected category", NULL });
  CHECK ("check P is product of A, B", { 1, 12, "morphisms", "with p, q" });
  CHECK ("check L -| R with eta", { 1, 19, "unit", NULL });
  CHECK ("check f is not mono", { 1, 12, "not", "check not" });
}

static void
test_paths (void)
{
  CHECK ("check h . g >> f = k", { 1, 13, "may not be mixed", NULL });
  CHECK ("check (h . g) >> f . k = k", { 1, 20, "may not be mixed", NULL });
  CHECK ("check t^x = y", { 1, 9, "integer", NULL });
  CHECK ("check t^1.5 = y", { 1, 9, "integer", NULL });
  CHECK ("check t^99999999999 = y", { 1, 9, "integer", NULL });
  CHECK ("check t^2^3 = y", { 1, 10, "parentheses", "(t^2)^3" });
  CHECK ("check (a, b, c) = y", { 1, 7, "3 things", "((a, b), c)" });
  CHECK ("check Hom(A) = y", { 1, 7, "Hom", "Hom(A, B)" });
  CHECK ("check |Hom(A, B)| = x", { 1, 21, "a count", NULL });
  CHECK ("check |Hom(A, B)| = 1.5", { 1, 21, "a count", NULL });
  CHECK ("check f . = g", { 1, 11, "found \"=\"", NULL });
}

static void
test_recovery (void)
{
  const char *text = "category C {\n  object A, 3C\n  f : A =>\n B\n  g : A -> B C\n  h : A -> "
                     "(B\n  k : A -> B\n"
                     "  l : A -> )B ; m : A -> B\n}\ncheck ok commutes\n";
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), problems);
  g_autofree char *printed = chase_notation_print (document, CHASE_NOTATION_ASCII);

  g_assert_cmpuint (problems->len, ==, 5);
  g_assert_cmpstr (
      printed, ==,
      "category C {\n  object A\n  g : A -> B\n  k : A -> B\n  m : A -> B\n}\ncheck ok commutes\n");
}

static void
test_blocks (void)
{
  CHECK ("macros { \\x{\n}\ncategory C {\n  f : A ->\n}", { 1, 8, "never closed", NULL },
         { 5, 1, "expected a name", NULL });
  CHECK ("macros \\x", { 1, 8, "a string of TeX", "LaTeX stands" });
  CHECK ("category C {\n  object A\ncategory D { }", { 1, 12, "never closed", NULL });
  CHECK ("category C {\n  object A\n", { 1, 12, "never closed", NULL });
  CHECK ("category C { object A", { 1, 12, "never closed", NULL });
  CHECK ("category C { } }\ncheck f = g }", { 1, 16, "closes nothing", NULL },
         { 2, 13, "closes nothing", NULL });
  CHECK ("functor F C -> D {\n  A -> X\n}", { 1, 11, "expected \":\"", NULL },
         { 2, 5, "|->", "|->" });
  CHECK ("category C\n\ncategory D { }", { 1, 11, "expected \"{\"", NULL });
  CHECK ("functor M : C -> Set { A |-> {x, y |-> 0} ; B |-> {} }",
         { 1, 36, "found \"|->\"", "pairs" });
  CHECK ("transformation a : F -> G { A |-> f }", { 1, 22, "=>", "alpha : F => G" });
  CHECK ("category C { A at 0, 0 }", { 1, 16, "no place", "diagram" });
  CHECK ("category C { f }", { 1, 14, "declares nothing", "f : A -> B" });
  CHECK ("category C { t : f => g }", { 1, 20, "cells", NULL });
  CHECK ("category C { t : f -> g = h }", { 1, 25, "generator", NULL });
}

static void
test_tokens (void)
{
  CHECK ("check f = “g”", { 1, 11, "found", "plain quotes" });
  CHECK ("category C {\n  object A \"x\n  object B\n}", { 2, 12, "string is not closed", NULL });
  CHECK ("category C {\n  object `A\n  object B\n}", { 2, 10, "not closed", NULL });
  CHECK ("category `` { }", { 1, 10, "empty", NULL });
  CHECK ("check f = g\xff\xfe", { 1, 12, "UTF-8", NULL });
  CHECK ("\xff\xfe"
         "c",
         { 1, 1, "UTF-16", "UTF-8" });
  CHECK ("diagram d { A at 1e999, 0 }", { 1, 18, "too large", NULL });
  CHECK ("check f′ = g", { 1, 8, "found", "apostrophe" });
}

static void
test_styles (void)
{
  CHECK ("diagram d { f : A -> B [also = x] }", { 1, 32, "the label's string", NULL });
  CHECK ("diagram d { f : A -> B [also = \"x\" [dashed]] }", { 1, 25, "a label takes", NULL });
  CHECK ("diagram d { f : A -> B [also = \"x\" [also = \"y\"]] }",
         { 1, 37, "no labels of its own", NULL });
  CHECK ("diagram d { f : A -> B [looseness = -1] }", { 1, 37, "not negative", NULL });
  CHECK ("diagram d { f [curve = red] }", { 1, 24, "curve takes a number", NULL });
  CHECK ("diagram d { f [curve] }", { 1, 16, "needs a value", NULL });
  CHECK ("diagram d { f [head = doubel] }", { 1, 23, "no value for head", NULL });
  CHECK ("diagram d { f [body = dased] }", { 1, 23, "no value for body", "dashed" });
  CHECK ("diagram d { f [level = 7] }", { 1, 24, "from 1 to 4", NULL });
  CHECK ("diagram d { f [labelat = 1.5] }", { 1, 26, "from 0 to 1", NULL });
  CHECK ("diagram d { f [step = -1] }", { 1, 23, "not negative", NULL });
  CHECK ("diagram d { f [colour = \"#12345\"] }", { 1, 25, "#rrggbb", NULL });
  CHECK ("diagram d { f [level = 7, head = doubel, curve = red] }", { 1, 24, "from 1 to 4", NULL },
         { 1, 34, "no value for head", NULL }, { 1, 50, "curve takes a number", NULL });
  CHECK ("diagram d { f [dahsed] }", { 1, 16, "not known", "dashed" });
  CHECK ("diagram d { f [colur = 1] }", { 1, 16, "not known", "colour" });
}

static void
test_fragments (void)
{
  static const char *const terms[] = { "", "f .", "f g", "f)", "(f", "f = g", "f }" };
  static const char *const claims[] = { "", "f", "f = ", "not", "f = g h", "f = g }" };

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      g_autoptr (GPtrArray) problems = chase_problems_new ();

      g_assert_null (chase_notation_parse_term (terms[i], problems));
      g_assert_cmpuint (problems->len, ==, 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    {
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      gboolean negated;

      g_assert_null (chase_notation_parse_proposition (claims[i], &negated, problems));
      g_assert_cmpuint (problems->len, ==, 1);
      g_assert_null (chase_notation_parse_proposition (claims[i], NULL, NULL));
    }
  g_assert_null (chase_notation_parse_view ("image", NULL));
  g_assert_null (chase_notation_parse_view ("yoneda P", NULL));
  g_assert_null (chase_notation_parse_view ("F", NULL));
}

static char *
format_first (const char *text, gsize length, gboolean colour)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document G_GNUC_UNUSED = chase_notation_parse (text, length, problems);

  g_assert_cmpuint (problems->len, >, 0);
  return chase_problem_format (g_ptr_array_index (problems, 0), "a.chase", text, length, colour);
}

static void
test_format (void)
{
  g_autofree char *plain = format_first ("\nfunctr F : C -> D { }\n", 23, FALSE);
  g_autofree char *tabs = format_first ("check\t鱿 = ?\n", strlen ("check\t鱿 = ?\n"), FALSE);
  g_autofree char *coloured = format_first ("nonsense", 8, TRUE);
  g_autofree char *end = format_first ("check f =", 9, FALSE);

  g_assert_cmpstr (plain, ==,
                   "a.chase:2:1: error: \"functr\" is no statement of a document\nfunctr F : C -> "
                   "D { }\n^~~~~~\n"
                   "hint: did you mean \"functor\"?\n");
  g_assert_cmpstr (tabs, ==,
                   "a.chase:1:11: error: expected a name or \"(\", found \"?\"\ncheck\t鱿 = ?\n"
                   "     \t     ^\n");
  g_assert_nonnull (strstr (coloured, "\033["));
  g_assert_cmpstr (
      end, ==,
      "a.chase:1:10: error: expected a name or \"(\", found the end\ncheck f =\n         ^\n");
}

static void
test_long_line (void)
{
  g_autoptr (GString) text = g_string_new ("check ");
  g_autofree char *shown = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "f . ");
  g_string_append (text, "? = g");
  for (guint i = 0; i < 100000; i++)
    g_string_append (text, " . f");
  shown = format_first (text->str, text->len, FALSE);
  lines = g_strsplit (shown, "\n", -1);
  g_assert_cmpuint (strlen (lines[1]), <, 120);
  g_assert_cmpint (lines[1][strchr (lines[2], '^') - lines[2]], ==, '?');
}

/* Lines end as they do; one of the two signs may be missing from the whole text. */
static void
test_line_ends (void)
{
  static const char *const ends[] = { "\n", "\r", "\r\n" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autoptr (ChaseDocument) document = NULL;
      g_autofree char *shown = NULL;

      for (guint k = 0; k < 200000; k++)
        g_string_append_printf (text, "# %s", ends[i]);
      g_string_append_printf (text, "nonsense%s%s", ends[i], ends[i]);
      document = chase_notation_parse (text->str, text->len, problems);
      g_assert_cmpuint (problems->len, ==, 1);
      shown = chase_problem_format (problems->pdata[0], "a", text->str, text->len, FALSE);
      g_assert_true (g_str_has_prefix (shown, "a:200001:1: error:"));
      g_assert_nonnull (strstr (shown, "\nnonsense\n^~~~~~~~\n"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notation/errors/words", test_words);
  g_test_add_func ("/notation/errors/paths", test_paths);
  g_test_add_func ("/notation/errors/recovery", test_recovery);
  g_test_add_func ("/notation/errors/blocks", test_blocks);
  g_test_add_func ("/notation/errors/tokens", test_tokens);
  g_test_add_func ("/notation/errors/styles", test_styles);
  g_test_add_func ("/notation/errors/fragments", test_fragments);
  g_test_add_func ("/notation/errors/format", test_format);
  g_test_add_func ("/notation/errors/long-line", test_long_line);
  g_test_add_func ("/notation/errors/line-ends", test_line_ends);
  return g_test_run ();
}
