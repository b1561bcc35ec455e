/* SPDX-License-Identifier: MIT */
#include "vectors.h"

#include "model/theory.h"
#include "notation/notation.h"

#include <string.h>

/* The statements of the only diagram of @text, as the notation prints them. */
static char *
statements (const char *body, gboolean drawing_only)
{
  g_autofree char *text = g_strdup_printf ("\\begin{tikzcd}%s\\end{tikzcd}", body);
  const ChaseReadOptions options = { .stem = "d", .drawing_only = drawing_only };
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document
      = chase_interchange_read_with (CHASE_FORMAT_TIKZCD, text, strlen (text), &options, problems);
  char *printed = chase_notation_print (document, CHASE_NOTATION_ASCII);
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, problems);
  g_autofree char *said = messages (problems);
  char *block = strstr (printed, "diagram d {\n");

  g_assert_nonnull (theory);
  g_assert_cmpstr (said, ==, "");
  g_assert_nonnull (block);
  return g_steal_pointer (&printed);
}

/* Each line of @expected is among the statements; those that begin with a `!` are not. */
static void
check (const char *body, const char *expected)
{
  g_autofree char *printed = statements (body, FALSE);
  g_auto (GStrv) lines = g_strsplit (expected, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean absent = lines[i][0] == '!';
      g_autofree char *line = g_strconcat ("\n  ", lines[i] + absent, NULL);

      if ((strstr (strstr (printed, "\ndiagram "), line) == NULL) == absent)
        continue;
      g_error ("%s\n%s\n%s", body, lines[i], printed);
    }
}

static void
test_composites (void)
{
  static const struct
  {
    const char *label, *value;
  } cases[] = {
    { "g \\circ f", "g . f [" },
    { "g\\circ{f}", "g . f \"g\\circ{f}\"" },
    { "gf", "g . f \"gf\"" },
    { "g\\,f", "g . f \"g\\,f\"" },
    { "fg", "g . f \"fg\"" },
    { "f;g", "g . f \"f;g\"" },
    { "g \\cdot f", "g . f \"g \\cdot f\"" },
    { "(g \\circ f)", "g . f \"(g \\circ f)\"" },
    { "g\\circ 1_B\\circ f", "g . f \"g\\circ 1_B\\circ f\"" },
    { "g\\circ\\mathrm{id}_B f", "g . f \"g\\circ\\mathrm{id}_B f\"" },
    { "g \\circ e^2 \\circ f", "g . e . e . f \"g \\circ e^2 \\circ f\"" },
    { "g \\circ e^{-1} f", "g . e^-1 . f \"g \\circ e^{-1} f\"" },
    { "h = g \\circ f", "g . f \"h = g \\circ f\"" },
    { "\\exists! gf", "g . f \"\\exists! gf\"" },
    { "\\displaystyle g f", "g . f \"\\displaystyle g f\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body
          = g_strdup_printf ("A \\ar[r,\"f\"] \\ar[rr, bend left, \"{%s}\"] & B \\ar[r,\"g\"] "
                             "\\ar[loop above, \"e\"] & C",
                             cases[i].label);
      g_autofree char *expected = g_strdup_printf ("_ : A -> C = %s", cases[i].value);

      check (body, expected);
    }
}

/* What only looks like one is a morphism of its own. */
static void
test_no_composites (void)
{
  static const char *const labels[]
      = { "f \\circ g", "g^* f", "g \\otimes f",  "f\\times g",    "(g, f)", "g f'",  "\\bar{g} f",
          "gf_1",       "g_1 f", "F(g \\circ f)", "g\\circ 1_A f", "f1",     "g + f", "[g,f]x" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *body = g_strdup_printf (
          "A \\ar[r,\"f\"] \\ar[rr, bend left, \"{%s}\"] & B \\ar[r,\"g\"] & C", labels[i]);

      check (body, "!_ : A -> C");
    }
}

/* A picture stays what its author drew: a sign for what was read between the lines is not added,
 * and a loop runs clockwise with its label outside. */
static void
test_looks (void)
{
  check ("a \\ar[r, \"f\"] & b \\ar[l, bend left, \"f^{-1}\"]",
         "f : a -> b [head = arrowhead, label = left]");
  check ("A \\ar[r, \"\\cong\"] & B", "e3 : A -> B \"\\cong\" [label = left]");
  check ("A \\ar[loop right, \"f\"]", "f : A -> A [label = left, angle = 90");
  check ("A \\ar[loop left, \"f\"]", "f : A -> A [label = left, angle = -90");
}

static void
test_functors (void)
{
  check ("FA \\ar[r,\"F(f)\"] \\ar[rr, bend left, \"F(g\\circ f)\"] & FB \\ar[r,\"F(g)\"] & FC",
         "_ : FA -> FC = `F(g)` . `F(f)` \"F(g\\circ f)\"");
  check ("FA \\ar[r,\"F(f)\"] \\ar[rr, bend left, \"F(gf)\"] & FB \\ar[r,\"F(g)\"] & FC",
         "_ : FA -> FC = `F(g)` . `F(f)` \"F(gf)\"");
  check ("FA \\ar[r,\"F(1_A)\"] & FA", "_ : FA -> FA2 = id(FA) \"F(1_A)\"");
  check ("X \\ar[r,\"\\eta_X\"] & TX \\ar[r,\"\\eta_{TX}\"] & TTX",
         "`\\eta_X` : X -> TX\n`\\eta_{TX}` : TX -> TTX");
}

static void
test_identities (void)
{
  check ("A \\ar[r, \"\\mathrm{id}_A\"] & A", "_ : A -> A2 = id(A) \"\\mathrm{id}_A\"");
  check ("A \\ar[r, \"\\id\"] & A", "_ : A -> A2 = id(A) \"\\id\"");
  check ("A \\ar[r, \"1\"] & A", "_ : A -> A2 = id(A) \"1\"");
  check ("A \\ar[r, \"1\"] & B", "!_ : A -> B");
  check ("A \\ar[r, \"1_B\"] & A", "!_ : A -> A2");
  check ("A \\ar[r, equals] & A", "_ : A -> A2 = id(A)");
  check ("A \\ar[d, \"f\"] \\ar[r, equals] & B \\ar[ld, \"f\"] \\\\ C", "B : A at 1, 0 \"B\"\n"
                                                                        "f2 : B -> C = f");
  check ("A \\ar[r, phantom, \"=\"] & B", "B : A at 1, 0 \"B\"");
  check ("A \\ar[r, equals, \"h\"] & B", "B at 1, 0\nh : A -> B");
}

static void
test_properties (void)
{
  check ("A \\ar[r, hook, \"i\"] & B \\ar[r, two heads, \"p\"] & C \\ar[r, tail, \"m\"] & D",
         "mono i, m\nepi p\ni : A -> B [tail = hook top\np : B -> C [label\nm : C -> D [label");
  check ("A \\ar[r, \"\\sim\"] & B", "e3 : A -> B \"\\sim\"\niso e3");
  check ("A \\ar[r, \"\\sim\", \"f\"'] & B", "f : A -> B\niso f");
  check ("A \\ar[r, hook] & B", "e3 : A -> B \"\" [tail = hook top]\nmono e3");
  check ("A \\ar[r, tail, \"m\"] \\ar[r, bend left, \"m\"] & B",
         "m : A -> B [label\nm2 : A -> B = m [tail = none\nmono m");
  check ("A \\ar[r, dashed, \"\\exists! u\"] & B", "u : A -> B \"\\exists! u\" [dashed");
  check ("A \\ar[r] & B.", "B at 1, 0 \"B.\"");
}

static void
test_drawing_only (void)
{
  g_autofree char *printed
      = statements ("A \\ar[r, hook, \"f\"] & A \\ar[r, \"\\sim\"] & A \\ar[r, equals] & B", TRUE);

  g_assert_null (strstr (printed, " : A at"));
  g_assert_null (strstr (printed, "mono"));
  g_assert_null (strstr (printed, "iso"));
  g_assert_null (strstr (printed, "id("));
  g_assert_nonnull (strstr (printed, "A2 at 1, 0 \"A\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/meaning/composites", test_composites);
  g_test_add_func ("/meaning/no-composites", test_no_composites);
  g_test_add_func ("/interchange/meaning/looks", test_looks);
  g_test_add_func ("/meaning/functors", test_functors);
  g_test_add_func ("/meaning/identities", test_identities);
  g_test_add_func ("/meaning/properties", test_properties);
  g_test_add_func ("/meaning/drawing-only", test_drawing_only);
  return g_test_run ();
}
