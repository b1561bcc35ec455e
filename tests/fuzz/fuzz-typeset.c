/* SPDX-License-Identifier: MIT */

/* Sets any bytes as a label; what stands before a zero byte are macros. */
#include "fuzz.h"
#include "typeset/typeset.h"

#include <math.h>
#include <string.h>

static ChaseFonts *
shared_fonts (void)
{
  static ChaseFonts *fonts;

  if (fonts == NULL)
    fonts = chase_fonts_new (NULL, NULL);
  return fonts;
}

static void
check (const ChaseLabel *label)
{
  guint n_glyphs, n_rules;
  const ChaseLabelGlyph *glyphs = chase_label_get_glyphs (label, &n_glyphs);
  const ChaseLabelRule *rules = chase_label_get_rules (label, &n_rules);

  g_assert_true (isfinite (chase_label_get_width (label)));
  g_assert_true (isfinite (chase_label_get_ascent (label) + chase_label_get_depth (label)));
  for (guint i = 0; i < n_glyphs; i++)
    g_assert_true (isfinite (glyphs[i].x + glyphs[i].y) && glyphs[i].size > 0);
  for (guint i = 0; i < n_rules; i++)
    g_assert_true (rules[i].width >= 0 && rules[i].height >= 0);
  g_assert_true (g_utf8_validate (chase_label_to_text (label), -1, NULL));
}

/* Definitions that are written out and read again stay what they are. */
static void
check_macros (const ChaseMacros *macros)
{
  g_autoptr (ChaseMacros) again = chase_macros_new ();
  g_autofree char *text = chase_macros_to_string (macros);

  chase_macros_parse (again, text);
  g_assert_cmpuint (chase_macros_get_size (again), <=, chase_macros_get_size (macros));
}

void
fuzz_one (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  const uint8_t *zero = memchr (data, 0, size);
  ChaseFonts *fonts = shared_fonts ();
  g_autoptr (ChaseMacros) macros = NULL;
  g_autoptr (ChaseLabel) label = NULL;

  if (fonts == NULL)
    return;
  if (zero != NULL)
    {
      g_autofree char *tex = g_strndup ((const char *)zero + 1, size - (size_t)(zero - data) - 1);

      macros = chase_macros_new ();
      chase_macros_parse (macros, text);
      check_macros (macros);
      label = chase_label_new (fonts, macros, tex, 10);
    }
  else
    label = chase_label_new (fonts, NULL, text, 10);
  check (label);
}
