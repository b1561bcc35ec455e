/* SPDX-License-Identifier: MIT */
#include "app/plain-words.h"

static void
test_label (void)
{
  static const char *const cases[][2] = {
    { "the pullback of f along g", "\\text{the pullback of f along g}" },
    { "is exact", "\\text{is exact}" },
    { "  It isn't (well-known),\n  that: 5% & more. ",
      "\\text{It isn't (well-known), that: 5\\% \\& more.}" },
    { "Das ist natürlich.", "\\text{Das ist natürlich.}" },
    { "A", NULL },
    { "word", NULL },
    { "ker f", NULL },
    { "A to B", NULL },
    { "Hom(AB, CD)", NULL },
    { "F(X) \\times Y", NULL },
    { "the \\emph{image} of it", NULL },
    { "A\nB\nC", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *label = chase_plain_words_to_label (cases[i][0]);

      g_assert_cmpstr (label, ==, cases[i][1]);
    }
}

/* What is typed again for a label is what was typed first, where words were. */
static void
test_again (void)
{
  static const char *const cases[][2] = {
    { "\\text{is exact}", "is exact" },
    { "\\text{5\\% \\& more of it}", "5% & more of it" },
    { "\\text{word}", "\\text{word}" },
    { "\\text{is exact} \\text{at last}", "\\text{is exact} \\text{at last}" },
    { "\\text{the \\emph{image} of it}", "\\text{the \\emph{image} of it}" },
    { "F(X)", "F(X)" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = chase_plain_words_from_label (cases[i][0]);

      g_assert_cmpstr (text, ==, cases[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plain-words/label", test_label);
  g_test_add_func ("/plain-words/again", test_again);
  return g_test_run ();
}
