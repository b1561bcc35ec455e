/* SPDX-License-Identifier: MIT */
#include "typeset/symbols.h"
#include "typeset/typeset.h"

#include <string.h>

static void
assert_meaning (const char *definitions, const char *tex, const char *expected)
{
  g_autoptr (ChaseFonts) fonts = chase_fonts_new (NULL, NULL);
  g_autoptr (ChaseMacros) macros = chase_macros_new ();
  g_autoptr (ChaseLabel) label = NULL;

  if (fonts == NULL)
    {
      g_test_skip ("no math font is installed");
      return;
    }
  g_assert_cmpuint (chase_macros_parse (macros, definitions), ==, 0);
  label = chase_label_new (fonts, macros, tex, 10);
  g_assert_cmpstr (chase_label_to_text (label), ==, expected);
}

static void
test_newcommand (void)
{
  assert_meaning ("\\newcommand{\\A}{\\alpha}", "\\A_1", "α₁");
  assert_meaning ("\\newcommand\\A{\\alpha}", "\\A", "α");
  assert_meaning ("\\newcommand*{\\A}{\\alpha}", "\\A", "α");
  assert_meaning ("\\newcommand{\\p}[2]{(#1, #2)}", "\\p{x}{y}", "(x, y)");
  assert_meaning ("\\newcommand{\\p}[2]{(#2, #1)}", "\\p xy", "(y, x)");
  assert_meaning ("\\newcommand{\\p}[2][z]{(#1, #2)}", "\\p{y}", "(z, y)");
  assert_meaning ("\\newcommand{\\p}[2][z]{(#1, #2)}", "\\p[x]{y}", "(x, y)");
  assert_meaning ("\\newcommand{\\p}[1]{\\q{#1}}\\newcommand{\\q}[1]{[#1]}", "\\p{x}", "[x]");
  assert_meaning ("\\newcommand{\\p}[1]{\\q{#1}}\\newcommand{\\q}[1]{[#1]}", "\\p{\\p{x}}",
                  "[[x]]");
  assert_meaning ("\\newcommand{\\A}{a}\\renewcommand{\\A}{b}", "\\A", "b");
  assert_meaning ("\\newcommand{\\A}{a}\\providecommand{\\A}{b}\\providecommand{\\B}{c}", "\\A\\B",
                  "ac");
  assert_meaning ("\\newcommand{\\cat}[1]{\\mathcal{#1}}", "\\cat{C}", "𝒞");
}

static void
test_def (void)
{
  assert_meaning ("\\def\\A{\\alpha}", "\\A", "α");
  assert_meaning ("\\def\\p#1#2{(#1,#2)}", "\\p xy", "(x, y)");
  assert_meaning ("\\def\\A{x}\\let\\B\\A \\def\\A{y}", "\\A\\B", "yx");
  assert_meaning ("\\let\\to\\mapsto", "x\\to y", "x ↦ y");
  assert_meaning ("\\let\\oldphi\\phi \\renewcommand{\\phi}{\\varphi}", "\\phi\\oldphi", "φϕ");
}

static void
test_operators (void)
{
  assert_meaning ("\\DeclareMathOperator{\\Foo}{foo}", "\\Foo X", "foo X");
  assert_meaning ("\\DeclareMathOperator*{\\Foo}{foo}", "\\Foo_i X", "fooᵢ X");
  assert_meaning ("\\DeclarePairedDelimiter\\abs{\\lvert}{\\rvert}", "\\abs{x}+\\abs*{y}",
                  "|x| + |y|");
  assert_meaning ("\\NewDocumentCommand{\\f}{O{a} m}{#1(#2)}", "\\f{x}\\f[b]{y}", "a(x)b(y)");
  assert_meaning ("\\ProvideDocumentCommand\\f{+m}{(#1)}", "\\f{x}", "(x)");
  assert_meaning ("\\newcommandx{\\f}[3][1=a, 3={b,c}]{#1(#2)#3}", "\\f{x}\\f[d]{y}[e]",
                  "a(x)b, cd(y)e");
}

static void
test_privates (void)
{
  assert_meaning ("", "\\id_X", "id_X");
  assert_meaning ("", "\\coker f", "coker f");
  assert_meaning ("", "\\ZZ", "ℤ");
  assert_meaning ("", "\\inv{f}", "⁻¹f");
  assert_meaning ("\\newcommand{\\id}{1}", "\\id_X", "1_X");
  assert_meaning ("\\newcommand{\\Hom}[2]{[#1,#2]}", "\\Hom{A}{B}", "[A, B]");
}

static void
test_other_text (void)
{
  assert_meaning ("\\documentclass{article} % \\newcommand{\\A}{x}\n\\usepackage{amsmath}\n"
                  "\\newcommand{\\A}{y} Some text $\\A$.",
                  "\\A", "y");
}

static guint
count_failures (const char *text)
{
  g_autoptr (ChaseMacros) macros = chase_macros_new ();

  return chase_macros_parse (macros, text);
}

static void
test_failures (void)
{
  g_assert_cmpuint (count_failures ("\\newcommand"), ==, 1);
  g_assert_cmpuint (count_failures ("\\newcommand{\\x}"), ==, 1);
  g_assert_cmpuint (count_failures ("\\newcommand{\\x}{a"), ==, 1);
  g_assert_cmpuint (count_failures ("\\newcommand{\\x}[a]{b}"), ==, 1);
  g_assert_cmpuint (count_failures ("\\def\\x#1.{b}"), ==, 1);
  g_assert_cmpuint (count_failures ("\\def\\x{b}\\def\\y(#1){c}"), ==, 1);
  g_assert_cmpuint (count_failures ("\\definecolor{x}{nomodel}{1}"), ==, 1);
  g_assert_cmpuint (count_failures ("\\NewDocumentCommand\\x{z}{b}"), ==, 1);
  g_assert_cmpuint (count_failures ("nothing at all"), ==, 0);
}

static void
test_recursion (void)
{
  static const char *const definitions[] = {
    "\\def\\x{\\x}",
    "\\def\\x{\\x\\x}",
    "\\def\\x{a\\x b}",
    "\\def\\x#1{\\x{#1#1}}",
    "\\def\\x{\\y}\\def\\y{\\x}",
    "\\def\\x{{\\x}}",
    "\\def\\x{\\frac{\\x}{\\x}}",
    "\\def\\x{\\text{\\x}}",
    "\\def\\x{x^\\x}",
  };
  g_autoptr (ChaseFonts) fonts = chase_fonts_new (NULL, NULL);

  for (guint i = 0; fonts != NULL && i < G_N_ELEMENTS (definitions); i++)
    {
      g_autoptr (ChaseMacros) macros = chase_macros_new ();
      g_autoptr (ChaseLabel) label = NULL;
      const ChaseLabelProblem *problems;
      gboolean found = FALSE;
      guint n;

      chase_macros_parse (macros, definitions[i]);
      label = chase_label_new (fonts, macros, "\\x{a}", 10);
      problems = chase_label_get_problems (label, &n);
      for (guint j = 0; j < n; j++)
        found |= problems[j].kind == CHASE_LABEL_PROBLEM_TOO_LONG;
      g_assert_true (found);
    }
}

static void
test_round_trip (void)
{
  static const char text[]
      = "\\newcommand{\\p}[2][z]{(#1, #2)}\\def\\q{\\mathbf{C}_1}\\let\\r=\\phi "
        "\\NewDocumentCommand{\\f}{s O{a} m}{#2(#3)}\\DeclareMathOperator*{\\Foo}{foo}"
        "\\definecolor{mine}{RGB}{1,2,3}";
  g_autoptr (ChaseMacros) macros = chase_macros_new ();
  g_autoptr (ChaseMacros) again = chase_macros_new ();
  g_autofree char *once = NULL, *twice = NULL;
  guint32 rgba;

  g_assert_cmpuint (chase_macros_parse (macros, text), ==, 0);
  g_assert_cmpuint (chase_macros_get_size (macros), ==, 5);
  g_assert_true (chase_macros_has (macros, "q"));
  g_assert_false (chase_macros_has (macros, "id"));
  once = chase_macros_to_string (macros);
  g_assert_cmpuint (chase_macros_parse (again, once), ==, 0);
  twice = chase_macros_to_string (again);
  g_assert_cmpstr (once, ==, twice);
  g_assert_true (chase_macros_get_colour (again, "mine", &rgba));
  g_assert_cmphex (rgba, ==, 0x010203FF);
}

/* What is written must read as it was meant: a lone percent sign would begin a comment, and @ is a
 * letter that the next one must not join. */
static void
test_written_signs (void)
{
  g_autoptr (ChaseMacros) macros = chase_macros_new ();
  g_autoptr (ChaseMacros) again = chase_macros_new ();
  g_autofree char *once = NULL, *used = NULL;

  g_assert_cmpuint (chase_macros_parse (macros, "\\newcommand{\\my@a}{x}\\newcommand{\\my@b}{y}"
                                                "\\newcommand{\\w}{\\my@a z}"
                                                "\\newcommand{\\half}{50%}"),
                    ==, 0);
  once = chase_macros_to_string (macros);
  g_assert_cmpuint (chase_macros_parse (again, once), ==, 0);
  g_assert_cmpuint (chase_macros_get_size (again), ==, 4);
  assert_meaning (once, "\\half\\w", "50%xz");
  used = chase_macros_used (macros, "\\w");
  g_assert_nonnull (strstr (used, "{\\my@a}"));
  g_assert_null (strstr (used, "{\\my@b}"));
}

/* Nothing is closed: each definition fails at once, and what follows is read all the same. */
static void
test_unclosed (void)
{
  static const char *const parts[] = { "\\newcommand{\\a}{", "\\newcommand\\a[", "\\def\\a{[" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (ChaseMacros) macros = chase_macros_new ();
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < 60000; j++)
        g_string_append (text, parts[i]);
      g_string_append (text, "\\newcommand{\\b}{c}");
      g_assert_cmpuint (chase_macros_parse (macros, text->str), ==, 60000);
      g_assert_true (chase_macros_has (macros, "b"));
    }
}

/* What the macros of a label may make is bounded, and so is the memory for it. */
static void
test_long_arguments (void)
{
  g_autoptr (ChaseFonts) fonts = chase_fonts_new (NULL, NULL);
  g_autoptr (ChaseMacros) macros = chase_macros_new ();
  g_autoptr (GString) definition = g_string_new ("\\newcommand{\\a}[1]{");
  g_autoptr (GString) tex = g_string_new (NULL);
  g_autoptr (ChaseLabel) label = NULL;
  guint n;

  if (fonts == NULL)
    return;
  for (guint i = 0; i < 1000; i++)
    g_string_append (definition, "#1");
  g_string_append_c (definition, '}');
  chase_macros_parse (macros, definition->str);
  for (guint i = 0; i < 20000; i++)
    g_string_append (tex, "\\a{ 12345678901234567890123456789012345678901234567890 }");
  label = chase_label_new (fonts, macros, tex->str, 10);
  g_assert_cmpint (chase_label_get_problems (label, &n)[0].kind, ==, CHASE_LABEL_PROBLEM_TOO_LONG);
}

/* The definitions that a text needs, through others too; each name is met more than once. */
static void
test_used (void)
{
  g_autoptr (ChaseMacros) macros = chase_macros_new ();
  g_autoptr (ChaseMacros) none = chase_macros_new ();
  g_autofree char *used = NULL, *nothing = NULL, *empty = NULL;

  chase_macros_parse (macros, "\\newcommand{\\a}{\\b\\b}\\def\\b#1{\\c{#1}\\a}\\newcommand{\\c}{C}"
                              "\\let\\d=\\c\\newcommand{\\e}{\\d}\\definecolor{k}{RGB}{1,2,3}");
  used = chase_macros_used (macros, "x \\a\\a \\\\ \\alpha \\a");
  g_assert_nonnull (strstr (used, "{\\a}"));
  g_assert_nonnull (strstr (used, "{\\b}"));
  g_assert_nonnull (strstr (used, "{\\c}"));
  g_assert_null (strstr (used, "\\d="));
  g_assert_null (strstr (used, "{\\e}"));
  g_assert_nonnull (strstr (used, "definecolor"));
  nothing = chase_macros_used (macros, "\\");
  g_assert_null (strstr (nothing, "newcommand"));
  empty = chase_macros_used (none, "\\a");
  g_assert_cmpstr (empty, ==, "");
}

/* The tables are searched by bisection. */
static void
test_symbols_sorted (void)
{
  guint n;
  const ChaseSymbol *symbols = chase_symbol_list (&n);

  g_assert_cmpuint (n, >, 1000);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_assert_cmpstr (symbols[i - 1].name, <, symbols[i].name);
      g_assert_true (chase_symbol_find (symbols[i].name) == &symbols[i]);
    }
  g_assert_null (chase_symbol_find ("nosuchcommand"));
  g_assert_cmpstr (chase_symbol_private ("ZZ"), ==, "\\mathbb{Z}");
  g_assert_null (chase_symbol_private ("alpha"));
}

/* Each command of the table, with something for its arguments, is set without a complaint. */
static void
test_every_symbol (void)
{
  g_autoptr (ChaseFonts) fonts = chase_fonts_new (NULL, NULL);
  guint n, n_missing = 0;
  const ChaseSymbol *symbols = chase_symbol_list (&n);

  for (guint i = 0; fonts != NULL && i < n; i++)
    {
      g_autofree char *tex = g_strdup_printf ("x \\%s{(}{(}{(}{(}", symbols[i].name);
      g_autoptr (ChaseLabel) label = chase_label_new (fonts, NULL, tex, 10);
      guint n_problems;
      const ChaseLabelProblem *problems = chase_label_get_problems (label, &n_problems);

      for (guint j = 0; j < n_problems; j++)
        {
          if (strcmp (symbols[i].name, "begin") != 0)
            g_assert_cmpint (problems[j].kind, !=, CHASE_LABEL_PROBLEM_UNKNOWN_MACRO);
          if (problems[j].kind == CHASE_LABEL_PROBLEM_NO_GLYPH)
            {
              g_test_message ("no glyph for \\%s (%s)", symbols[i].name, problems[j].what);
              n_missing++;
            }
        }
    }
  g_assert_cmpuint (n_missing, <, 40);
}

static void
test_alphabets (void)
{
  g_assert_cmphex (chase_character_style ('h', CHASE_ALPHABET_NORMAL), ==, 0x210E);
  g_assert_cmphex (chase_character_style ('A', CHASE_ALPHABET_NORMAL), ==, 0x1D434);
  g_assert_cmphex (chase_character_style ('7', CHASE_ALPHABET_NORMAL), ==, '7');
  g_assert_cmphex (chase_character_style ('Z', CHASE_ALPHABET_BLACKBOARD), ==, 0x2124);
  g_assert_cmphex (chase_character_style ('1', CHASE_ALPHABET_BLACKBOARD), ==, 0x1D7D9);
  g_assert_cmphex (chase_character_style (0x3B1, CHASE_ALPHABET_NORMAL), ==, 0x1D6FC);
  g_assert_cmphex (chase_character_style (0x393, CHASE_ALPHABET_NORMAL), ==, 0x393);
  for (int alphabet = CHASE_ALPHABET_ROMAN; alphabet <= CHASE_ALPHABET_BLACKBOARD; alphabet++)
    for (gunichar letter = 'A'; letter <= 'z'; letter++)
      if (g_ascii_isalpha ((char)letter))
        g_assert_cmphex (
            chase_character_plain (chase_character_style (letter, (ChaseAlphabet)alphabet)), ==,
            letter);
  for (gunichar letter = 0x3B1; letter <= 0x3C9; letter++)
    g_assert_cmphex (chase_character_plain (chase_character_style (letter, CHASE_ALPHABET_BOLD)),
                     ==, letter);
}

static void
test_classes (void)
{
  g_assert_cmpint (chase_character_atom ('+'), ==, CHASE_ATOM_BIN);
  g_assert_cmpint (chase_character_atom ('='), ==, CHASE_ATOM_REL);
  g_assert_cmpint (chase_character_atom (0x2192), ==, CHASE_ATOM_REL);
  g_assert_cmpint (chase_character_atom (0x2297), ==, CHASE_ATOM_BIN);
  g_assert_cmpint (chase_character_atom (0x2211), ==, CHASE_ATOM_OP);
  g_assert_cmpint (chase_character_atom (0x27E8), ==, CHASE_ATOM_OPEN);
  g_assert_cmpint (chase_character_atom (0x221E), ==, CHASE_ATOM_ORD);
  g_assert_true (chase_character_is_text (0x9C7F));
  g_assert_true (chase_character_is_text (0x0416));
  g_assert_false (chase_character_is_text (0x03B1));
  g_assert_cmphex (chase_character_superscript (0x207B), ==, 0x2212);
  g_assert_cmphex (chase_character_subscript (0x2081), ==, '1');
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/macros/newcommand", test_newcommand);
  g_test_add_func ("/typeset/macros/def", test_def);
  g_test_add_func ("/typeset/macros/operators", test_operators);
  g_test_add_func ("/typeset/macros/privates", test_privates);
  g_test_add_func ("/typeset/macros/other-text", test_other_text);
  g_test_add_func ("/typeset/macros/failures", test_failures);
  g_test_add_func ("/typeset/macros/recursion", test_recursion);
  g_test_add_func ("/typeset/macros/round-trip", test_round_trip);
  g_test_add_func ("/typeset/macros/written-signs", test_written_signs);
  g_test_add_func ("/typeset/macros/unclosed", test_unclosed);
  g_test_add_func ("/typeset/macros/long-arguments", test_long_arguments);
  g_test_add_func ("/typeset/macros/used", test_used);
  g_test_add_func ("/typeset/symbols/sorted", test_symbols_sorted);
  g_test_add_func ("/typeset/symbols/every", test_every_symbol);
  g_test_add_func ("/typeset/symbols/alphabets", test_alphabets);
  g_test_add_func ("/typeset/symbols/classes", test_classes);
  return g_test_run ();
}
