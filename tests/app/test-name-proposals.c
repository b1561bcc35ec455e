/* SPDX-License-Identifier: MIT */
#include "app/name-proposals.h"
#include "notation/notation.h"

#include <string.h>

/* What is proposed for the word at the sign "@" of a text. */

#define DOCUMENT                                                                                   \
  "category Cat_ {\n  object alpha, beta\n  alphabet : alpha -> beta\n}\n"                         \
  "diagram other {\n  albatross at 0, 0\n  `al pha` at 1, 0\n}\n"                                  \
  "diagram almanac in Cat_ {\n  a2 : alpha at 0, 0\n"

static char *
propose (const char *marked, guint most)
{
  const char *mark = strchr (marked, '@');
  gsize at = (gsize)(mark - marked);
  g_autofree char *before = g_strndup (marked, at);
  g_autofree char *text = g_strconcat (before, mark + 1, NULL);
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), NULL);
  g_autoptr (ChaseNameProposals) proposals = chase_name_proposals_find (document, text, at, most);

  if (proposals == NULL)
    return g_strdup ("none expected");
  g_ptr_array_add (proposals->names, NULL);
  g_assert_cmpuint (proposals->start, <=, at);
  g_assert_cmpuint (proposals->end, >=, at);
  return g_strjoinv (", ", (char **)proposals->names->pdata);
}

static void
assert_proposed (const char *marked, const char *expected)
{
  g_autofree char *found = propose (marked, 8);

  g_assert_cmpstr (found, ==, expected);
}

/* The names of the block and of its category come before those of the document and other blocks. */
static void
test_order (void)
{
  g_autofree char *first = propose (DOCUMENT "  al@\n}\n", 2);

  assert_proposed (DOCUMENT "  al@\n}\n",
                   "alpha, alphabet, almanac, `al pha`, albatross, all, along");
  assert_proposed (DOCUMENT "}\ncheck al@ = be\n",
                   "almanac, `al pha`, albatross, alpha, alphabet, all, along");
  assert_proposed (DOCUMENT "  alpha@\n}\n", "alphabet");
  assert_proposed (DOCUMENT "  f : al@pha -> beta\n}\n",
                   "alpha, alphabet, almanac, `al pha`, albatross, all, along");
  assert_proposed (DOCUMENT "  zz@\n}\n", "");
  g_assert_cmpstr (first, ==, "alpha, alphabet");
}

static void
test_known (void)
{
#define MEANING                                                                                    \
  "category C { object cx }\ncategory D { object cy }\ncategory E { object cz }\n"                 \
  "functor F : C -> D { cx |-> cy }\ntransformation t : F => F { cx |-> id(cy) }\n"

  assert_proposed (MEANING "functor G : C -> D { c@ }\n",
                   "cx, cy, cz, category, check, cocone, coequalizer, cofree");
  assert_proposed (MEANING "transformation s : F => F { c@ }\n",
                   "cx, cy, cz, category, check, cocone, coequalizer, cofree");
  assert_proposed (MEANING "check iso cat in E = c@\n",
                   "cx, cy, cz, category, check, cocone, coequalizer, cofree");
  assert_proposed ("dia@", "diagram");
  assert_proposed ("cat@", "category");
  assert_proposed ("check X is sp@", "split epi, split mono");
}

static void
test_nowhere (void)
{
  assert_proposed ("diagram alpha { # al@", "none expected");
  assert_proposed ("diagram alpha { f : A -> B \"al@\" }", "none expected");
  assert_proposed ("diagram alpha { f : A -> B \"\\\"al@\" }", "none expected");
  assert_proposed ("diagram alpha { `al@` }", "none expected");
  assert_proposed ("macros {\n  \\newcommand{\\al}{al@}\n}\ndiagram alpha { }\n", "none expected");
  assert_proposed ("macros {\n  \\newcommand{\\al}{al}\n}\ncheck alp@\ndiagram alpha { }\n",
                   "alpha");
  assert_proposed ("diagram alpha { f : A -> B \"x\" ; alp@ }", "alpha");
}

/* Half a text is enough, also one whose braces are open. */
static void
test_broken (void)
{
  assert_proposed ("diagram d {\n  alpha at 0, 0\n  f : alp@", "alpha");
  assert_proposed ("diagram d {\n  alpha at 0, 0\n  f : alp@ -> \n}\n", "alpha");
  assert_proposed ("diagram d {\n  \u03b1\u03b2 at 0, 0\n  g : \u03b1@ -> }\n", "\u03b1\u03b2");
  assert_proposed ("diagram d { alpha at 0, 0 }\n@",
                   "alpha, d, all, along, ask, at, auto, category");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/order", test_order);
  g_test_add_func ("/names/known", test_known);
  g_test_add_func ("/names/nowhere", test_nowhere);
  g_test_add_func ("/names/broken", test_broken);
  return g_test_run ();
}
