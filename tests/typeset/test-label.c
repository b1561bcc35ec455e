/* SPDX-License-Identifier: MIT */
#include "typeset/typeset.h"

#include <math.h>
#include <string.h>

/* Tests that need a math font skip where none is installed. */
static ChaseFonts *
open_fonts (void)
{
  ChaseFonts *fonts = chase_fonts_new (NULL, NULL);

  if (fonts == NULL)
    g_test_skip ("no math font is installed");
  return fonts;
}

static ChaseLabel *
set (ChaseFonts *fonts, const char *tex)
{
  return chase_label_new (fonts, NULL, tex, 10);
}

static double
width_of (ChaseFonts *fonts, const char *tex)
{
  g_autoptr (ChaseLabel) label = set (fonts, tex);

  return chase_label_get_width (label);
}

static double
height_of (ChaseFonts *fonts, const char *tex)
{
  g_autoptr (ChaseLabel) label = set (fonts, tex);

  return chase_label_get_ascent (label) + chase_label_get_depth (label);
}

static guint
count_glyphs (ChaseFonts *fonts, const char *tex)
{
  g_autoptr (ChaseLabel) label = set (fonts, tex);
  guint n_glyphs;

  chase_label_get_glyphs (label, &n_glyphs);
  return n_glyphs;
}

static void
assert_close (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-6);
}

static void
assert_text (ChaseFonts *fonts, const char *tex, const char *expected)
{
  g_autoptr (ChaseLabel) label = set (fonts, tex);

  g_assert_cmpstr (chase_label_to_text (label), ==, expected);
}

static void
assert_same (ChaseFonts *fonts, const char *tex, const char *other)
{
  g_autoptr (ChaseLabel) left = set (fonts, tex);
  g_autoptr (ChaseLabel) right = set (fonts, other);
  guint n_left, n_right;
  const ChaseLabelGlyph *left_glyphs = chase_label_get_glyphs (left, &n_left);
  const ChaseLabelGlyph *right_glyphs = chase_label_get_glyphs (right, &n_right);

  g_assert_cmpuint (n_left, ==, n_right);
  for (guint i = 0; i < n_left; i++)
    {
      g_assert_cmpuint (left_glyphs[i].font, ==, right_glyphs[i].font);
      g_assert_cmpuint (left_glyphs[i].glyph, ==, right_glyphs[i].glyph);
      assert_close (left_glyphs[i].x, right_glyphs[i].x);
      assert_close (left_glyphs[i].y, right_glyphs[i].y);
    }
}

static void
test_text (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();

  if (fonts == NULL)
    return;
  assert_text (fonts, "F(X_1)", "F(X₁)");
  assert_text (fonts, "A \\times B", "A × B");
  assert_text (fonts, "f'", "f′");
  assert_text (fonts, "f^{-1}", "f⁻¹");
  assert_text (fonts, "d1_0", "d1₀");
  assert_text (fonts, "\\eta_X", "η_X");
  assert_text (fonts, "\\mathrm{Hom}_{\\mathcal{C}}(X,Y)", "Hom_𝒞(X, Y)");
  assert_text (fonts, "\\frac{a}{b+1}", "a/(b + 1)");
  assert_text (fonts, "\\sqrt{x}", "√x");
  assert_text (fonts, "X^{\\mathrm{op}} \\to Y", "Xᵒᵖ → Y");
  assert_text (fonts, "\\text{for all } x", "for all x");
  assert_text (fonts, "鱿鱼_1", "鱿鱼₁");
  assert_text (fonts, "x₁²", "x₁²");
  assert_text (fonts, "\\bar{x}", "x̄");
  assert_text (fonts, "\\hat{e}", "ê");
  assert_text (fonts, "\\ker f", "ker f");
  assert_text (fonts, "\\textcolor{red}{g} \\circ f", "g ∘ f");
  assert_text (fonts, "\\textcircled{1}", "◯1");
  assert_text (fonts, "(g \\circ -)", "(g ∘ −)");
  assert_text (fonts, "(- \\circ f)", "(− ∘ f)");
  assert_text (fonts, "\\mathrm{Hom}(-, -)", "Hom(−, −)");
  assert_text (fonts, "a + b - c = -d", "a + b − c = −d");
  assert_text (fonts, "\\phantom{x}", "");
  assert_text (fonts, "a \\\\ b", "a; b");
}

/* Different ways of writing the same. */
static void
test_same (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();

  if (fonts == NULL)
    return;
  assert_same (fonts, "\\alpha", "α");
  assert_same (fonts, "A\\to B", "A → B");
  assert_same (fonts, "A \\times B", "A×B");
  assert_same (fonts, "f\\circ g", "f ∘ g");
  assert_same (fonts, "x_1", "x₁");
  assert_same (fonts, "x^{-1}", "x⁻¹");
  assert_same (fonts, "f'", "f^\\prime");
  assert_same (fonts, "f'", "f′");
  assert_same (fonts, "x_1^2", "x^2_1");
  assert_same (fonts, "\\frac12", "\\frac{1}{2}");
  assert_same (fonts, "\\frac12", "{1 \\over 2}");
  assert_same (fonts, "\\sqrt x", "\\sqrt{x}");
  assert_same (fonts, "\\not=", "\\neq");
  assert_same (fonts, "\\not\\in", "\\notin");
  assert_same (fonts, "\\mathbb R", "ℝ");
  assert_same (fonts, "{\\rm Hom}", "\\mathrm{Hom}");
  assert_same (fonts, "a % a comment\n b", "ab");
  assert_same (fonts, "\\operatorname{colim} X", "\\mathop{\\mathrm{colim}} X");
  assert_same (fonts, "\\binom nk", "{n \\choose k}");
  assert_same (fonts, "$f$", "f");
  assert_same (fonts, "\\begin{matrix}a\\\\b\\\\\\end{matrix}",
               "\\begin{matrix}a\\\\b\\end{matrix}");
}

static void
test_scripts (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  g_autoptr (ChaseLabel) label = NULL;
  const ChaseLabelGlyph *glyphs;
  guint n;

  if (fonts == NULL)
    return;
  label = set (fonts, "x_1^2");
  glyphs = chase_label_get_glyphs (label, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpfloat (glyphs[0].y, ==, 0);
  g_assert_cmpfloat (glyphs[1].y, <, 0);
  g_assert_cmpfloat (glyphs[2].y, >, 0);
  g_assert_cmpfloat (glyphs[1].size, <, glyphs[0].size);
  g_assert_cmpfloat (glyphs[1].x, >, glyphs[0].x);
}

/* A slanted letter pushes its superscript out, its subscript stays under it. */
static void
test_script_kerning (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  g_autoptr (ChaseLabel) label = NULL;
  const ChaseLabelGlyph *glyphs;
  guint n;

  if (fonts == NULL)
    return;
  label = set (fonts, "f_1^1");
  glyphs = chase_label_get_glyphs (label, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpfloat (glyphs[1].x, >, glyphs[2].x);
}

static void
test_nested_scripts (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  g_autoptr (ChaseLabel) label = NULL;
  const ChaseLabelGlyph *glyphs;
  guint n;

  if (fonts == NULL)
    return;
  label = set (fonts, "x^{y^{z^w}}");
  glyphs = chase_label_get_glyphs (label, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpfloat (glyphs[1].size, <, glyphs[0].size);
  g_assert_cmpfloat (glyphs[2].size, <, glyphs[1].size);
  assert_close (glyphs[3].size, glyphs[2].size);
  for (guint i = 1; i < n; i++)
    g_assert_cmpfloat (glyphs[i].y, <, glyphs[i - 1].y);
}

static void
test_fraction (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  g_autoptr (ChaseLabel) label = NULL;
  const ChaseLabelRule *rules;
  const ChaseLabelGlyph *glyphs;
  guint n_rules, n_glyphs;

  if (fonts == NULL)
    return;
  label = set (fonts, "\\frac{a}{b}");
  rules = chase_label_get_rules (label, &n_rules);
  glyphs = chase_label_get_glyphs (label, &n_glyphs);
  g_assert_cmpuint (n_rules, ==, 1);
  g_assert_cmpuint (n_glyphs, ==, 2);
  assert_close (rules[0].y + rules[0].height / 2, -chase_label_get_axis (label));
  g_assert_cmpfloat (glyphs[0].y, <, rules[0].y);
  g_assert_cmpfloat (glyphs[1].y, >, rules[0].y);
  g_assert_cmpfloat (height_of (fonts, "\\dfrac ab"), >, height_of (fonts, "\\tfrac ab"));
}

static void
test_spacing (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  double a, b, plus, equals;

  if (fonts == NULL)
    return;
  a = width_of (fonts, "1");
  b = width_of (fonts, "2");
  plus = width_of (fonts, "+");
  equals = width_of (fonts, "=");
  assert_close (width_of (fonts, "1+2"), a + plus + b + 2 * 10 * 4 / 18.0);
  assert_close (width_of (fonts, "1=2"), a + equals + b + 2 * 10 * 5 / 18.0);
  assert_close (width_of (fonts, "{+}2"), plus + b);
  assert_close (width_of (fonts, "+2"), plus + b);
  assert_close (width_of (fonts, "=+2"), equals + plus + b + 10 * 5 / 18.0);
  assert_close (width_of (fonts, "1\\quad 2"), a + 10 + b);
  assert_close (width_of (fonts, "1\\,2"), a + 10 * 3 / 18.0 + b);
  assert_close (width_of (fonts, "\\phantom{1}2"), a + b);
  assert_close (width_of (fonts, "\\hspace{2em}"), 20);
  assert_close (width_of (fonts, "1\\!2"), a - 10 * 3 / 18.0 + b);
  assert_close (width_of (fonts, "\\mathllap{1}2"), b);
  assert_close (width_of (fonts, "1\\iff 2"),
                width_of (fonts, "1\\Longleftrightarrow 2") + 2 * 10 * 5 / 18.0);
}

/* What TeX's own fonts and formats do and a math font alone does not: dots apart, letters near the
 * stop behind them, small rows in \substack. Numbers of plain TeX at ten points. */
static void
test_fine_spacing (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  double letter, stop;

  if (fonts == NULL)
    return;
  g_assert_cmpfloat_with_epsilon (width_of (fonts, "\\ldots"), 11.67, 0.1);
  g_assert_cmpfloat_with_epsilon (width_of (fonts, "\\cdots"), 11.67, 0.1);
  g_assert_cmpfloat_with_epsilon (width_of (fonts, "a,\\dots,b"), 31.80, 0.3);
  g_assert_cmpfloat_with_epsilon (width_of (fonts, "a\\otimes\\dots\\otimes b"), 45.69, 0.3);
  letter = width_of (fonts, "Y");
  stop = width_of (fonts, ".");
  assert_close (width_of (fonts, "Y."), letter + stop - 1.667);
  assert_close (width_of (fonts, "Y{}."), letter + stop);
  g_assert_cmpfloat (width_of (fonts, "V/W"), <, width_of (fonts, "V{}/W"));
  assert_close (width_of (fonts, "Y_1,"), width_of (fonts, "Y_1") + width_of (fonts, ","));
  assert_close (width_of (fonts, "\\substack{a\\\\bc}"), width_of (fonts, "{\\scriptstyle bc}"));
  assert_close (width_of (fonts, "\\shortstack{a\\\\bc}"), width_of (fonts, "bc"));
  /* The rise of what stands above an arrow is that of cmex10. */
  g_assert_cmpfloat (height_of (fonts, "\\overset{\\sim}{\\to}"), >,
                     height_of (fonts, "\\to") + 1.9);
}

static void
test_alignment (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();

  if (fonts == NULL)
    return;
  assert_close (width_of (fonts, "\\begin{aligned}a&=b\\end{aligned}"), width_of (fonts, "a=b"));
  assert_close (width_of (fonts, "\\begin{matrix}a&b\\end{matrix}"), width_of (fonts, "a\\quad b"));
  g_assert_cmpfloat (width_of (fonts, "العربية 日本"), >, width_of (fonts, "العربية日本"));
}

static void
test_stretching (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();

  if (fonts == NULL)
    return;
  g_assert_cmpfloat (height_of (fonts, "\\left(\\dfrac{a}{b}\\right)"), >,
                     height_of (fonts, "(a)"));
  g_assert_cmpfloat (height_of (fonts, "\\Bigg("), >, height_of (fonts, "\\bigg("));
  g_assert_cmpfloat (height_of (fonts, "\\bigg("), >, height_of (fonts, "\\Big("));
  g_assert_cmpfloat (height_of (fonts, "\\Big("), >, height_of (fonts, "\\big("));
  g_assert_cmpfloat (height_of (fonts, "\\big("), >, height_of (fonts, "("));
  g_assert_cmpfloat (width_of (fonts, "\\xrightarrow{a+b+c+d+e+f+g}"), >,
                     width_of (fonts, "{\\scriptstyle a+b+c+d+e+f+g}"));
  g_assert_cmpfloat (width_of (fonts, "\\xrightarrow{a+b+c+d+e+f+g}"), >,
                     width_of (fonts, "\\xrightarrow{a}"));
  assert_close (width_of (fonts, "\\widehat{abc}"), width_of (fonts, "{abc}"));
  g_assert_cmpfloat (height_of (fonts, "\\sqrt{\\dfrac ab}"), >, height_of (fonts, "\\dfrac ab"));
}

/* Every piece of an assembled arrow overlaps the next, so there is no gap in the shaft. */
static void
test_assembly (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  g_autoptr (ChaseLabel) label = NULL;
  const ChaseLabelGlyph *glyphs;
  double reach = 0;
  guint n;

  if (fonts == NULL)
    return;
  label = set (fonts, "\\xrightarrow{\\hspace{20em}}");
  glyphs = chase_label_get_glyphs (label, &n);
  g_assert_cmpuint (n, >, 3);
  for (guint i = 0; i < n; i++)
    {
      const ChaseOutline *outline
          = chase_fonts_get_outline (fonts, glyphs[i].font, glyphs[i].glyph);

      g_assert_true (glyphs[i].joined);
      if (i > 0)
        g_assert_cmpfloat (glyphs[i].x + (double)outline->left * glyphs[i].size, <, reach);
      reach = glyphs[i].x + (double)outline->right * glyphs[i].size;
    }
}

static void
test_limits (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();

  if (fonts == NULL)
    return;
  g_assert_cmpfloat (width_of (fonts, "\\sum\\limits_i^n"), <, width_of (fonts, "\\sum_i^n"));
  g_assert_cmpfloat (height_of (fonts, "\\displaystyle\\sum_i^n"), >,
                     height_of (fonts, "\\sum_i^n"));
  g_assert_cmpfloat (height_of (fonts, "\\underset{x}{\\lim}"), >, height_of (fonts, "\\lim_x"));
}

static void
test_lines (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();

  if (fonts == NULL)
    return;
  assert_close (width_of (fonts, "a \\\\ b+c"), width_of (fonts, "b+c"));
  g_assert_cmpfloat (height_of (fonts, "a\\\\b"), >, 1.5 * height_of (fonts, "b"));
}

static void
test_colours (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  g_autoptr (ChaseLabel) label = NULL;
  const ChaseLabelGlyph *glyphs;
  guint n;

  if (fonts == NULL)
    return;
  label = set (fonts, "f\\textcolor{red}{g}\\textcolor[HTML]{102030}{h}"
                      "\\textcolor{rgb,255:red,92;green,92;blue,214}{i} \\color{blue!50} j k");
  glyphs = chase_label_get_glyphs (label, &n);
  g_assert_cmpuint (n, ==, 6);
  g_assert_false (glyphs[0].has_colour);
  g_assert_cmphex (glyphs[1].rgba, ==, 0xFF0000FF);
  g_assert_cmphex (glyphs[2].rgba, ==, 0x102030FF);
  g_assert_cmphex (glyphs[3].rgba, ==, 0x5C5CD6FF);
  g_assert_cmphex (glyphs[4].rgba, ==, 0x8080FFFF);
  g_assert_cmphex (glyphs[5].rgba, ==, 0x8080FFFF);
}

/* Words that are coloured, or of another size, stay words; a switch ends with its group. */
static void
test_switches_in_text (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  g_autoptr (ChaseLabel) label = NULL;
  const ChaseLabelGlyph *glyphs;
  guint n;

  if (fonts == NULL)
    return;
  label = set (fonts, "\\text{\\textcolor{blue}{b}\\color{red}c}d");
  glyphs = chase_label_get_glyphs (label, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmphex (glyphs[0].rgba, ==, 0x0000FFFF);
  g_assert_cmphex (glyphs[1].rgba, ==, 0xFF0000FF);
  g_assert_false (glyphs[2].has_colour);
  assert_close (width_of (fonts, "\\text{\\color{red}bad}"), width_of (fonts, "\\text{bad}"));
  assert_close (width_of (fonts, "\\text{\\textcolor{red}{bad}}"), width_of (fonts, "\\text{bad}"));
  assert_close (width_of (fonts, "\\text{\\small bad}"), 0.9 * width_of (fonts, "\\text{bad}"));
}

static void
assert_problem (ChaseFonts *fonts, const char *tex, ChaseLabelProblemKind kind, const char *what)
{
  g_autoptr (ChaseLabel) label = set (fonts, tex);
  guint n;
  const ChaseLabelProblem *problems = chase_label_get_problems (label, &n);
  g_autofree char *sentence = NULL;

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (problems[0].kind, ==, kind);
  if (what != NULL)
    g_assert_cmpstr (problems[0].what, ==, what);
  sentence = chase_label_problem_to_string (&problems[0]);
  g_assert_true (g_str_has_suffix (sentence, "."));
}

/* Each place where an unknown name stands is known, for a window to mark it. */
static void
test_unknown_places (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  g_autoptr (ChaseLabel) label = NULL;
  const ChaseLabelUnknown *unknown;
  guint n;

  if (fonts == NULL)
    return;
  label = chase_label_new (fonts, NULL, "\\foo x^{\\foo}\\text{bar}\\Hom", 20);
  unknown = chase_label_get_unknown (label, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat_with_epsilon (unknown[0].x, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (unknown[0].y, 0, 1e-9);
  g_assert_cmpfloat (unknown[0].width, >, 20);
  g_assert_cmpfloat (unknown[1].x, >, unknown[0].width);
  g_assert_cmpfloat (unknown[1].y, <, 0);
  g_assert_cmpfloat (unknown[1].width, <, unknown[0].width);
}

static void
test_problems (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();

  if (fonts == NULL)
    return;
  assert_problem (fonts, "\\foo x", CHASE_LABEL_PROBLEM_UNKNOWN_MACRO, "foo");
  assert_problem (fonts, "\\foo\\foo", CHASE_LABEL_PROBLEM_UNKNOWN_MACRO, "foo");
  assert_problem (fonts, "\\begin{foo}x\\end{foo}", CHASE_LABEL_PROBLEM_UNKNOWN_MACRO, "foo");
  assert_problem (fonts, "{x", CHASE_LABEL_PROBLEM_MALFORMED, NULL);
  assert_problem (fonts, "x}", CHASE_LABEL_PROBLEM_MALFORMED, NULL);
  assert_problem (fonts, "x^", CHASE_LABEL_PROBLEM_MALFORMED, NULL);
  assert_problem (fonts, "x^a^b", CHASE_LABEL_PROBLEM_MALFORMED, NULL);
  assert_problem (fonts, "x_a_b", CHASE_LABEL_PROBLEM_MALFORMED, NULL);
  assert_problem (fonts, "\\left(x", CHASE_LABEL_PROBLEM_MALFORMED, NULL);
  assert_problem (fonts, "x\\right)", CHASE_LABEL_PROBLEM_MALFORMED, NULL);
  assert_problem (fonts, "a&b", CHASE_LABEL_PROBLEM_MALFORMED, NULL);
  assert_problem (fonts, "\\begin{matrix}x", CHASE_LABEL_PROBLEM_MALFORMED, NULL);
  assert_problem (fonts, "\\end{matrix}", CHASE_LABEL_PROBLEM_MALFORMED, NULL);
  assert_problem (fonts, "\\textcolor{nocolour}{x}", CHASE_LABEL_PROBLEM_MALFORMED, NULL);
  assert_text (fonts, "x}", "x}");
  assert_text (fonts, "{x", "{x");
  assert_text (fonts, "a&b", "a&b");
  assert_text (fonts, "\\foo", "foo");
}

static void
test_no_problems (void)
{
  static const char *const labels[] = {
    "",
    " ",
    "{}",
    "f''",
    "f'^2",
    "\\id_X",
    "\\Hom(A, B) \\to \\coker f",
    "\\ZZ/2",
    "\\mathcal C^{\\mathrm{op}}",
    "\\left.\\frac{d}{dx}\\right|_{0}",
    "\\left\\{ x \\,\\middle|\\, y \\right\\}",
    "\\begin{cases} a & b \\\\ c & d \\end{cases}",
    "\\begin{array}{c|c} a & b \\\\ \\hline c & d \\end{array}",
    "\\sum_{\\substack{i < n \\\\ j < m}} x_{ij}",
    "\\operatorname*{colim}_{i \\in I}",
    "\\underbrace{a + b}_{n} \\overbrace{a}^{m}",
    "\\text{if $x = \\text{a}$, then }",
    "\\bigl(\\bigr) \\Big| \\bigg\\Vert \\Bigg\\lfloor",
    "{}^a_b X \\sideset{_a^b}{_c^d}\\prod",
    "50%",
    "#1 ~ \\# \\& \\% \\_ \\$",
    "\\rotatebox{90}{$=$} \\scalebox{2}{x} \\raisebox{1ex}{y}",
    "\\'e \\\"o \\c{c}",
    "\\sqrt[3]{x} \\root n \\of x",
    "\\pmod n \\bmod m",
    "\\mathchoice{a}{b}{c}{d}",
    "\\overset{a}{=} \\underset{b}{\\to} \\stackrel{c}{\\sim}",
    "\\char\"2192 \\char`x",
  };
  g_autoptr (ChaseFonts) fonts = open_fonts ();

  if (fonts == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autoptr (ChaseLabel) label = set (fonts, labels[i]);
      guint n;
      const ChaseLabelProblem *problems = chase_label_get_problems (label, &n);

      if (n > 0)
        g_test_message ("%s: %s", labels[i], problems[0].what);
      g_assert_cmpuint (n, ==, 0);
    }
}

static void
assert_ink_covers_outlines (ChaseFonts *fonts, const char *tex)
{
  g_autoptr (ChaseLabel) label = set (fonts, tex);
  double left, top, right, bottom, ink = 0;
  const ChaseLabelGlyph *glyphs;
  guint n;

  g_assert_true (chase_label_get_ink (label, &left, &top, &right, &bottom));
  glyphs = chase_label_get_glyphs (label, &n);
  for (guint i = 0; i < n; i++)
    {
      const ChaseOutline *outline
          = chase_fonts_get_outline (fonts, glyphs[i].font, glyphs[i].glyph);

      for (guint j = 0; j < outline->n_segments; j++)
        {
          const ChaseSegment *segment = &outline->segments[j];
          double x = glyphs[i].x + (double)segment->points[0].x * glyphs[i].size;
          double y = glyphs[i].y + (double)segment->points[0].y * glyphs[i].size;

          if (segment->kind != CHASE_SEGMENT_MOVE && segment->kind != CHASE_SEGMENT_LINE)
            continue;
          ink++;
          g_assert_cmpfloat (x, >=, left - 0.02);
          g_assert_cmpfloat (x, <=, right + 0.02);
          g_assert_cmpfloat (y, >=, top - 0.02);
          g_assert_cmpfloat (y, <=, bottom + 0.02);
        }
    }
  g_assert_cmpfloat (ink, >, 0);
  g_assert_cmpfloat (-top, <=, chase_label_get_ascent (label) + 0.02);
  g_assert_cmpfloat (bottom, <=, chase_label_get_depth (label) + 0.02);
}

static void
test_ink (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  g_autoptr (ChaseLabel) empty = NULL;

  if (fonts == NULL)
    return;
  assert_ink_covers_outlines (fonts, "f_{X_1}^2 \\circ \\frac{a}{b}");
  assert_ink_covers_outlines (fonts, "\\widetilde{ABC} \\xrightarrow{g}");
  assert_ink_covers_outlines (fonts,
                              "\\left( \\begin{matrix} a & b \\\\ c & d \\end{matrix} \\right)");
  assert_ink_covers_outlines (fonts, "\\sqrt[3]{\\sum_{i=0}^n x_i}");
  empty = set (fonts, "");
  g_assert_false (chase_label_get_ink (empty, NULL, NULL, NULL, NULL));
  g_assert_cmpfloat (chase_label_get_width (empty), ==, 0);
}

static void
test_other_scripts (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  guint n_problems;

  if (fonts == NULL)
    return;
  for (const char *const *tex
       = (const char *const[]){ "鱿鱼", "Привет", "日本語", "العربية", NULL };
       *tex != NULL; tex++)
    {
      g_autoptr (ChaseLabel) label = set (fonts, *tex);

      chase_label_get_problems (label, &n_problems);
      g_assert_cmpstr (chase_label_to_text (label), ==, *tex);
      /* Without a font for it, the script is drawn as boxes and reported. */
      if (n_problems == 0)
        g_assert_cmpuint (count_glyphs (fonts, *tex), >, 0);
    }
  g_assert_cmpfloat (width_of (fonts, "Привет мир"), >, width_of (fonts, "Приветмир"));
}

static void
test_invalid_utf8 (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  g_autoptr (ChaseLabel) label = NULL;

  if (fonts == NULL)
    return;
  label = set (fonts, "f\xff\xfe_1");
  g_assert_true (g_utf8_validate (chase_label_get_tex (label), -1, NULL));
  g_assert_cmpfloat (chase_label_get_width (label), >, 0);
}

static void
test_size (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  g_autoptr (ChaseLabel) small = NULL, large = NULL;

  if (fonts == NULL)
    return;
  small = chase_label_new (fonts, NULL, "\\frac{f_1}{g}", 10);
  large = chase_label_new (fonts, NULL, "\\frac{f_1}{g}", 30);
  assert_close (3 * chase_label_get_width (small), chase_label_get_width (large));
  assert_close (3 * chase_label_get_ascent (small), chase_label_get_ascent (large));
}

/* Two sets of fonts, and the labels made in another order: the same glyphs in the same places. */
static void
test_determinism (void)
{
  g_autoptr (ChaseFonts) one = open_fonts ();
  g_autoptr (ChaseFonts) two = one != NULL ? open_fonts () : NULL;
  g_autoptr (ChaseLabel) before = NULL, left = NULL, right = NULL;
  guint n_left, n_right;
  const ChaseLabelGlyph *left_glyphs, *right_glyphs;

  if (one == NULL)
    return;
  before = set (one, "\\mathsf{Привет} 鱿 \\mathbf{x}");
  left = set (one, "\\text{для } f_1 : \\mathbf{鱿} \\to \\mathsf{B}");
  right = set (two, "\\text{для } f_1 : \\mathbf{鱿} \\to \\mathsf{B}");
  left_glyphs = chase_label_get_glyphs (left, &n_left);
  right_glyphs = chase_label_get_glyphs (right, &n_right);
  g_assert_cmpuint (n_left, ==, n_right);
  for (guint i = 0; i < n_left; i++)
    {
      g_assert_cmpstr (chase_fonts_get_file (one, left_glyphs[i].font), ==,
                       chase_fonts_get_file (two, right_glyphs[i].font));
      g_assert_cmpuint (left_glyphs[i].glyph, ==, right_glyphs[i].glyph);
      g_assert_true (left_glyphs[i].x == right_glyphs[i].x);
    }
}

static void
test_cache (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  g_autoptr (ChaseLabelCache) cache = NULL;
  g_autoptr (ChaseMacros) macros = chase_macros_new ();
  ChaseLabel *label;

  if (fonts == NULL)
    return;
  cache = chase_label_cache_new (fonts, NULL);
  label = chase_label_cache_get (cache, "\\foo", 10);
  g_assert_true (label == chase_label_cache_get (cache, "\\foo", 10));
  g_assert_true (label != chase_label_cache_get (cache, "\\foo", 11));
  chase_macros_parse (macros, "\\newcommand{\\foo}{x}");
  chase_label_cache_set_macros (cache, macros);
  g_assert_cmpstr (chase_label_to_text (chase_label_cache_get (cache, "\\foo", 10)), ==, "x");
  for (guint i = 0; i < 20000; i++)
    {
      char tex[20];

      g_snprintf (tex, sizeof tex, "x_{%u}", i);
      g_assert_nonnull (chase_label_cache_get (cache, tex, 10));
      g_assert_cmpstr (chase_label_to_text (chase_label_cache_get (cache, "\\foo", 10)), ==, "x");
    }
}

static void
test_deep_nesting (void)
{
  static const char *const parts[]
      = { "{",          "\\sqrt{",       "\\left(\\middle|", "x^{",
          "\\text{$",   "\\text{",       "\\text{{",         "{a \\over ",
          "x^a^",       "\\overset{a}{", "\\begin{matrix}",  "\\hat{",
          "\\frac{a}{", "\\color{red}{" };
  g_autoptr (ChaseFonts) fonts = open_fonts ();

  if (fonts == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GString) tex = g_string_new (NULL);
      g_autoptr (ChaseLabel) label = NULL;

      for (guint j = 0; j < 2000; j++)
        g_string_append (tex, parts[i]);
      label = set (fonts, tex->str);
      g_assert_true (isfinite (chase_label_get_width (label)));
    }
}

static void
test_long (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  g_autoptr (GString) tex = g_string_new (NULL);
  g_autoptr (ChaseLabel) label = NULL;

  if (fonts == NULL)
    return;
  for (guint i = 0; i < 20000; i++)
    g_string_append (tex, "f_1 + ");
  label = set (fonts, tex->str);
  g_assert_cmpfloat (chase_label_get_width (label), >, 20000);
}

static void
test_fonts (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  g_autoptr (ChaseFonts) other = NULL;
  g_auto (GStrv) families = NULL;

  if (fonts == NULL)
    return;
  families = chase_fonts_list_math_families ();
  g_assert_cmpuint (g_strv_length (families), >, 0);
  g_assert_true (
      g_strv_contains ((const char *const *)families, chase_fonts_get_math_family (fonts)));
  other = chase_fonts_new ("No Such Font", NULL);
  g_assert_nonnull (strstr (chase_fonts_get_notice (other), "No Such Font"));
  g_assert_cmpstr (chase_fonts_get_math_family (other), ==, chase_fonts_get_math_family (fonts));
  g_assert_cmpuint (chase_fonts_get_n_faces (fonts), ==, 1);
  g_assert_nonnull (chase_fonts_get_ft_face (fonts, 0));
  g_assert_null (chase_fonts_get_ft_face (fonts, 1));
  g_assert_cmpuint (chase_fonts_get_units_per_em (fonts, 0), >, 0);
}

static void
test_every_math_font (void)
{
  g_auto (GStrv) families = chase_fonts_list_math_families ();

  for (char **family = families; *family != NULL; family++)
    {
      g_autoptr (ChaseFonts) fonts = chase_fonts_new (*family, NULL);
      g_autoptr (ChaseLabel) label = NULL;

      g_assert_nonnull (fonts);
      g_assert_null (chase_fonts_get_notice (fonts));
      label = set (fonts, "\\frac{f_1'}{\\sqrt{x}} \\xrightarrow{g} \\left(\\sum_i^n\\right)");
      g_assert_cmpfloat (chase_label_get_width (label), >, 10);
      g_assert_cmpfloat (chase_label_get_ascent (label), >, 3);
    }
}

static void
test_outline (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  const ChaseOutline *outline;
  g_autoptr (ChaseLabel) label = NULL;
  const ChaseLabelGlyph *glyphs;
  guint n;

  if (fonts == NULL)
    return;
  label = set (fonts, "X");
  glyphs = chase_label_get_glyphs (label, &n);
  outline = chase_fonts_get_outline (fonts, glyphs[0].font, glyphs[0].glyph);
  g_assert_cmpuint (outline->n_segments, >, 4);
  g_assert_cmpint (outline->segments[0].kind, ==, CHASE_SEGMENT_MOVE);
  g_assert_cmpint (outline->segments[outline->n_segments - 1].kind, ==, CHASE_SEGMENT_CLOSE);
  g_assert_cmpfloat (outline->top, <, -0.5f);
  g_assert_true (outline == chase_fonts_get_outline (fonts, glyphs[0].font, glyphs[0].glyph));
  g_assert_cmpuint (chase_fonts_get_outline (fonts, 999, 1)->n_segments, ==, 0);
  g_assert_cmpuint (chase_fonts_get_outline (fonts, 0, 9999999)->n_segments, ==, 0);
}

static gpointer
set_many (gpointer fonts)
{
  for (guint i = 0; i < 500; i++)
    {
      char tex[40];
      g_autoptr (ChaseLabel) label = NULL;

      g_snprintf (tex, sizeof tex, "\\frac{x_{%u}}{鱿} \\mathsf{a}", i % 50);
      label = set (fonts, tex);
      g_assert_cmpfloat (chase_label_get_width (label), >, 0);
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (ChaseFonts) fonts = open_fonts ();
  GThread *threads[4];

  if (fonts == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("labels", set_many, fonts);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/label/text", test_text);
  g_test_add_func ("/typeset/label/same", test_same);
  g_test_add_func ("/typeset/label/scripts", test_scripts);
  g_test_add_func ("/typeset/label/script-kerning", test_script_kerning);
  g_test_add_func ("/typeset/label/nested-scripts", test_nested_scripts);
  g_test_add_func ("/typeset/label/fraction", test_fraction);
  g_test_add_func ("/typeset/label/spacing", test_spacing);
  g_test_add_func ("/typeset/label/fine-spacing", test_fine_spacing);
  g_test_add_func ("/typeset/label/alignment", test_alignment);
  g_test_add_func ("/typeset/label/stretching", test_stretching);
  g_test_add_func ("/typeset/label/assembly", test_assembly);
  g_test_add_func ("/typeset/label/limits", test_limits);
  g_test_add_func ("/typeset/label/lines", test_lines);
  g_test_add_func ("/typeset/label/colours", test_colours);
  g_test_add_func ("/label/switches-in-text", test_switches_in_text);
  g_test_add_func ("/typeset/label/problems", test_problems);
  g_test_add_func ("/typeset/label/unknown-places", test_unknown_places);
  g_test_add_func ("/typeset/label/no-problems", test_no_problems);
  g_test_add_func ("/typeset/label/ink", test_ink);
  g_test_add_func ("/typeset/label/other-scripts", test_other_scripts);
  g_test_add_func ("/typeset/label/invalid-utf8", test_invalid_utf8);
  g_test_add_func ("/typeset/label/size", test_size);
  g_test_add_func ("/typeset/label/determinism", test_determinism);
  g_test_add_func ("/typeset/label/cache", test_cache);
  g_test_add_func ("/typeset/label/deep-nesting", test_deep_nesting);
  g_test_add_func ("/typeset/label/long", test_long);
  g_test_add_func ("/typeset/fonts/open", test_fonts);
  g_test_add_func ("/typeset/fonts/every-math-font", test_every_math_font);
  g_test_add_func ("/typeset/fonts/outline", test_outline);
  g_test_add_func ("/typeset/fonts/threads", test_threads);
  return g_test_run ();
}
