/* SPDX-License-Identifier: MIT */
/* Inputs that nobody would type: a clear error or a correct reading, in linear time, and never a
 * crash. */
#include "notation/notation.h"

#include <string.h>

typedef struct
{
  ChaseDocument *document;
  GPtrArray *problems;
} Reading;

static Reading
read_bytes (const char *text, gsize length)
{
  Reading reading = { NULL, chase_problems_new () };

  reading.document = chase_notation_parse (text, length, reading.problems);
  g_assert_nonnull (reading.document);
  g_assert_cmpuint (reading.problems->len, <=, CHASE_NOTATION_MAX_PROBLEMS + 1);
  return reading;
}

static void
reading_clear (Reading *reading)
{
  chase_document_unref (reading->document);
  g_ptr_array_unref (reading->problems);
}

/* Expects @n problems (G_MAXUINT: some), and @n_items items. */
static void
check_reading (const char *text, gsize length, guint n, guint n_items)
{
  Reading reading = read_bytes (text, length);

  if (n == G_MAXUINT)
    g_assert_cmpuint (reading.problems->len, >, 0);
  else
    g_assert_cmpuint (reading.problems->len, ==, n);
  g_assert_cmpuint (chase_document_n_items (reading.document), ==, n_items);
  if (reading.problems->len > 0)
    {
      g_autofree char *shown = chase_problem_format (g_ptr_array_index (reading.problems, 0),
                                                     "text", text, length, FALSE);

      g_assert_cmpuint (strlen (shown), <, 2000);
    }
  reading_clear (&reading);
}

/* @open, @n times, around @core. */
static GString *
nested (const char *before, const char *open, const char *core, const char *close, guint n,
        const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, open);
  g_string_append (text, core);
  for (guint i = 0; i < n; i++)
    g_string_append (text, close);
  g_string_append (text, after);
  return text;
}

static void
check_nested (const char *before, const char *open, const char *core, const char *close,
              const char *after)
{
  const guint depths[] = { 100, 1000000 };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GString) text = nested (before, open, core, close, depths[i], after);
      Reading reading = read_bytes (text->str, text->len);

      g_assert_cmpuint (reading.problems->len, ==, i);
      if (i == 1)
        {
          const ChaseProblem *problem = g_ptr_array_index (reading.problems, 0);

          g_assert_nonnull (strstr (problem->message, "nested more than"));
        }
      g_assert_cmpuint (chase_document_n_items (reading.document), ==, 2 - i);
      reading_clear (&reading);
    }
}

static void
test_deep_nesting (void)
{
  check_nested ("check ", "(", "f", ")", " = g\ncategory C { }\n");
  check_nested ("check ", "F(", "f", ")", " = g\ncategory C { }\n");
  check_nested ("check f = ", "g . (", "f", ")", "\ncategory C { }\n");
  check_nested ("check f = ", "eta[", "f", "]", "\ncategory C { }\n");
  check_nested ("check f = ", "", "f", "(x)", "\ncategory C { }\n");
  check_nested ("category C = ", "", "D", "^op", "\ncategory C { }\n");
  check_nested ("category C = ", "", "D", " * E", "\ncategory C { }\n");
  check_nested ("category C = ", "elements ", "M", "", "\ncategory C { }\n");
  check_nested ("category C = ", "[C, ", "D", "]", "\ncategory C { }\n");
  check_nested ("category C = ", "slice ", "D", " over A", "\ncategory C { }\n");
  check_nested ("functor F : C -> D = ", "free (", "M", ") along F", "\ncategory C { }\n");
}

/* Depth that is bounded at each place must be bounded in sum. */
static void
test_nested_chains (void)
{
  g_autoptr (GString) chain = nested ("", "", "", "^op", 300, "");
  g_autofree char *close = g_strdup_printf (")%s", chain->str);
  g_autoptr (GString) text = nested ("category C = ", "(", "D", close, 300, "\n");

  check_reading (text->str, text->len, 1, 0);
}

static void
test_long_things (void)
{
  g_autoptr (GString) name = nested ("category ", "", "A", "bcdefghij", 1000000, " { }\n");
  g_autoptr (GString) quoted = nested ("category `", "", "A", " . b", 250000, "` { }\n");
  g_autoptr (GString) label = nested ("category C \"", "", "", "\\\"\\\\", 250000, "\" { }\n");
  g_autoptr (GString) comment = nested ("# ", "", "", "no end ", 1000000, "\ncategory C { }");
  g_autoptr (GString) path = nested ("check f", "", "", " . f", 1000000, " = g");
  g_autoptr (GString) line = nested ("", "", "", "check f = g ; ", 500000, "");
  g_autoptr (GString) blank = nested ("", "", "", " \t\n\r\n;", 1000000, "check f = g");
  g_autoptr (GString) number = nested ("check |C| = ", "", "", "1234567890", 500000, "");
  g_autoptr (GString) set
      = nested ("functor M : C -> Set { A |-> {x", "", "", ", x", 500000, "} }");

  check_reading (name->str, name->len, 0, 1);
  check_reading (quoted->str, quoted->len, 0, 1);
  check_reading (label->str, label->len, 0, 1);
  check_reading (comment->str, comment->len, 0, 1);
  check_reading (path->str, path->len, 0, 1);
  check_reading (line->str, line->len, 0, 500000);
  check_reading (blank->str, blank->len, 0, 1);
  check_reading (number->str, number->len, 0, 1);
  check_reading (set->str, set->len, 0, 1);
}

static void
test_unclosed_things (void)
{
  static const char *const units[] = { "\"",
                                       "`",
                                       "(",
                                       "[",
                                       "{",
                                       "(\n",
                                       "[\n",
                                       "f : A -> (\n",
                                       "category C {\n",
                                       "A |-> {\n",
                                       "check (\n",
                                       "category C { f [\n",
                                       "functor F : (\n{ A |-> { x |-> (\n",
                                       "mono ",
                                       "check ",
                                       "not ",
                                       "^",
                                       "{ }\n",
                                       "}",
                                       ")",
                                       "check |",
                                       "category C {\n f [a, (\n g . f >> h\n }\n" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = nested ("", "", "", units[i], 200000, "");
      Reading reading = read_bytes (text->str, text->len);

      g_assert_cmpuint (reading.problems->len, >, 0);
      reading_clear (&reading);
    }
}

static void
test_bad_bytes (void)
{
  g_autofree char *zeros = g_malloc0 (3000000);
  g_autofree char *noise = g_malloc (3000000);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  static const char nul[] = "category C {\n  object A\0B\n}\n";
  static const char latin[] = "category C \"caf\xe9\" {\n  object A # \xe9\n}\n";
  Reading reading;

  for (guint i = 0; i < 3000000; i++)
    noise[i] = (char)g_rand_int (rand);
  check_reading (zeros, 3000000, 1, 0);
  check_reading (noise, 3000000, G_MAXUINT, 0);
  check_reading ("\xef\xbb\xbf", 3, 0, 0);
  check_reading ("\xff\xfe\0x", 4, 1, 0);
  check_reading (NULL, 0, 0, 0);
  reading = read_bytes (nul, sizeof nul - 1);
  g_assert_cmpuint (reading.problems->len, >=, 1);
  g_assert_nonnull (
      strstr (((ChaseProblem *)g_ptr_array_index (reading.problems, 0))->message, "NUL"));
  reading_clear (&reading);
  reading = read_bytes (latin, sizeof latin - 1);
  g_assert_cmpuint (reading.problems->len, ==, 2);
  g_assert_cmpuint (((ChaseProblem *)g_ptr_array_index (reading.problems, 0))->column, ==, 16);
  reading_clear (&reading);
}

static void
test_line_ends (void)
{
  static const char *const ends[] = { "\n", "\r\n", "\r", "\n\r\n" };
  g_autofree char *expected = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (GString) text
          = g_string_new ("category C { # a|  object A,|B # b|# c|  f : A ->|B|}|?");
      g_autofree char *printed = NULL;
      Reading reading;
      const ChaseProblem *problem;

      g_string_replace (text, "|", ends[i], 0);
      reading = read_bytes (text->str, text->len);
      g_assert_cmpuint (reading.problems->len, ==, 1);
      problem = g_ptr_array_index (reading.problems, 0);
      g_assert_cmpuint (problem->line, ==, i < 3 ? 8 : 15);
      g_assert_cmpuint (problem->column, ==, 1);
      if (i < 3)
        {
          printed = chase_notation_print (reading.document, CHASE_NOTATION_ASCII);
          if (expected == NULL)
            expected = g_steal_pointer (&printed);
          else
            g_assert_cmpstr (printed, ==, expected);
        }
      reading_clear (&reading);
    }
}

static void
test_many_problems (void)
{
  g_autoptr (GString) text = nested ("", "", "", "x\n", 5000, "");
  Reading reading = read_bytes (text->str, text->len);
  const ChaseProblem *last;

  g_assert_cmpuint (reading.problems->len, ==, CHASE_NOTATION_MAX_PROBLEMS + 1);
  last = g_ptr_array_index (reading.problems, CHASE_NOTATION_MAX_PROBLEMS);
  g_assert_nonnull (strstr (last->message, "more problems"));
  reading_clear (&reading);
}

/* One line of 100 MB. */
static void
test_huge_line (void)
{
  gsize length = 100000000;
  g_autofree char *text = g_malloc (length);
  static const char factor[] = "f . ";

  if (!g_test_slow ())
    {
      g_test_skip ("only in the long run");
      return;
    }
  for (gsize i = 0; i < length; i++)
    text[i] = factor[i % 4];
  memcpy (text, "check ", 6);
  memcpy (text + length - 8, "   ? = g", 8);
  check_reading (text, length, 1, 0);
  memset (text, '(', length);
  check_reading (text, length, 1, 0);
  memset (text, 'a', length);
  check_reading (text, length, 1, 0);
  memset (text, '"', length);
  check_reading (text, length, 1, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notation/robust/deep-nesting", test_deep_nesting);
  g_test_add_func ("/notation/robust/nested-chains", test_nested_chains);
  g_test_add_func ("/notation/robust/long-things", test_long_things);
  g_test_add_func ("/notation/robust/unclosed-things", test_unclosed_things);
  g_test_add_func ("/notation/robust/bad-bytes", test_bad_bytes);
  g_test_add_func ("/notation/robust/line-ends", test_line_ends);
  g_test_add_func ("/notation/robust/many-problems", test_many_problems);
  g_test_add_func ("/notation/robust/huge-line", test_huge_line);
  return g_test_run ();
}
