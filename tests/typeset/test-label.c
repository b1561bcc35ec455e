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

static void
assert_text (ChaseFonts *fonts, const char *tex, const char *expected)
{
  g_autoptr (ChaseLabel) label = set (fonts, tex);

  g_assert_cmpstr (chase_label_to_text (label), ==, expected);
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
}

static void
test_superscript (void)
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/label/text", test_text);
  g_test_add_func ("/typeset/label/superscript", test_superscript);
  return g_test_run ();
}
