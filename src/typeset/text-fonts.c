/* SPDX-License-Identifier: MIT */
#include "typeset/fonts-private.h"

#include <string.h>

/* Text families that go with a math family, by the start of its name; NULL families mean "none
 * known", and the math font's own letters are used. */
typedef struct
{
  const char *math;
  const char *serif;
  const char *sans;
  const char *mono;
} Companion;

static const Companion companions[] = {
  { "Latin Modern Math", "Latin Modern Roman", "Latin Modern Sans", "Latin Modern Mono" },
  { "TeX Gyre Termes", "TeX Gyre Termes", "TeX Gyre Heros", "TeX Gyre Cursor" },
  { "TeX Gyre Pagella", "TeX Gyre Pagella", "TeX Gyre Heros", "TeX Gyre Cursor" },
  { "TeX Gyre Bonum", "TeX Gyre Bonum", "TeX Gyre Adventor", "TeX Gyre Cursor" },
  { "TeX Gyre Schola", "TeX Gyre Schola", "TeX Gyre Heros", "TeX Gyre Cursor" },
  { "TeX Gyre DejaVu", "DejaVu Serif", "DejaVu Sans", "DejaVu Sans Mono" },
  { "DejaVu Math", "DejaVu Serif", "DejaVu Sans", "DejaVu Sans Mono" },
  { "STIX Two", "STIX Two Text", NULL, NULL },
  { "STIX", "STIX", NULL, NULL },
  { "XITS", "XITS", NULL, NULL },
  { "Libertinus", "Libertinus Serif", "Libertinus Sans", "Libertinus Mono" },
  { "Asana", "Palatino", NULL, NULL },
  { "Cambria", "Cambria", NULL, NULL },
  { "Fira", "Fira Sans", "Fira Sans", "Fira Mono" },
  { "Noto Sans Math", "Noto Serif", "Noto Sans", "Noto Sans Mono" },
};

static const Companion *
find_companion (const char *math_family)
{
  for (guint i = 0; i < G_N_ELEMENTS (companions); i++)
    if (g_str_has_prefix (math_family, companions[i].math))
      return &companions[i];
  return NULL;
}

static const char *
companion_family (const Companion *companion, ChaseTextStyle style)
{
  if (companion == NULL)
    return NULL;
  switch (style)
    {
    case CHASE_TEXT_SANS:
    case CHASE_TEXT_SANS_BOLD:
    case CHASE_TEXT_SANS_ITALIC:
      return companion->sans;
    case CHASE_TEXT_MONO:
      return companion->mono;
    default:
      return companion->serif;
    }
}

static gboolean
is_bold (ChaseTextStyle style)
{
  return style == CHASE_TEXT_BOLD || style == CHASE_TEXT_BOLD_ITALIC
         || style == CHASE_TEXT_SANS_BOLD;
}

static gboolean
is_italic (ChaseTextStyle style)
{
  return style == CHASE_TEXT_ITALIC || style == CHASE_TEXT_BOLD_ITALIC
         || style == CHASE_TEXT_SANS_ITALIC;
}

static FcPattern *
style_pattern (ChaseTextStyle style)
{
  FcPattern *pattern = FcPatternCreate ();

  FcPatternAddInteger (pattern, FC_WEIGHT, is_bold (style) ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
  FcPatternAddInteger (pattern, FC_SLANT, is_italic (style) ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
  FcPatternAddBool (pattern, FC_SCALABLE, FcTrue);
  return pattern;
}

/* HarfBuzz reads only fonts in the sfnt wrapper, and variable fonts would need their axes set. */
static gboolean
usable (const FcPattern *pattern)
{
  FcChar8 *format;
  FcBool variable = FcFalse;

  if (FcPatternGetString (pattern, FC_FONTFORMAT, 0, &format) != FcResultMatch)
    return FALSE;
  FcPatternGetBool (pattern, FC_VARIABLE, 0, &variable);
  return !variable
         && (strcmp ((const char *)format, "TrueType") == 0
             || strcmp ((const char *)format, "CFF") == 0);
}

static ChaseFace *
open_pattern (ChaseFonts *fonts, const FcPattern *pattern)
{
  FcChar8 *file, *family;
  int index = 0;

  if (FcPatternGetString (pattern, FC_FILE, 0, &file) != FcResultMatch
      || FcPatternGetString (pattern, FC_FAMILY, 0, &family) != FcResultMatch)
    return NULL;
  FcPatternGetInteger (pattern, FC_INDEX, 0, &index);
  return chase_fonts_open (fonts, (const char *)file, index & 0xffff, (const char *)family);
}

static gboolean
pattern_has_family (const FcPattern *pattern, const char *family)
{
  FcChar8 *name;

  for (int i = 0; FcPatternGetString (pattern, FC_FAMILY, i, &name) == FcResultMatch; i++)
    if (g_ascii_strcasecmp ((const char *)name, family) == 0)
      return TRUE;
  return FALSE;
}

static ChaseFace *
open_family (ChaseFonts *fonts, const char *family, ChaseTextStyle style)
{
  FcPattern *wanted = style_pattern (style);
  FcPattern *best;
  FcResult result;
  ChaseFace *face = NULL;

  FcPatternAddString (wanted, FC_FAMILY, (const FcChar8 *)family);
  FcConfigSubstitute (fonts->config, wanted, FcMatchPattern);
  FcDefaultSubstitute (wanted);
  best = FcFontMatch (fonts->config, wanted, &result);
  if (best != NULL && pattern_has_family (best, family) && usable (best))
    face = open_pattern (fonts, best);
  if (best != NULL)
    FcPatternDestroy (best);
  FcPatternDestroy (wanted);
  return face;
}

/* Latin Modern has designs for small sizes; their families are named after the design size. */
static const char *
optical_family (const char *family, ChaseTextStyle style, int level)
{
  if (level == 0)
    return NULL;
  if (strcmp (family, "Latin Modern Roman") == 0 && style == CHASE_TEXT_ITALIC)
    return "LM Roman 7";
  if (strcmp (family, "Latin Modern Roman") == 0 && style != CHASE_TEXT_BOLD_ITALIC)
    return level == 1 ? "LM Roman 7" : "LM Roman 5";
  if (strcmp (family, "Latin Modern Sans") == 0 && style == CHASE_TEXT_SANS)
    return "LM Sans 8";
  return NULL;
}

ChaseFace *
chase_fonts_text_face (ChaseFonts *fonts, ChaseTextStyle style, int level)
{
  const char *family, *optical;
  ChaseFace *face = NULL;

  if (fonts->text_known[style][level])
    return fonts->text[style][level];
  fonts->text_known[style][level] = TRUE;
  family = companion_family (find_companion (fonts->math->family), style);
  if (family == NULL)
    return NULL;
  optical = optical_family (family, style, level);
  if (optical != NULL)
    face = open_family (fonts, optical, style);
  if (face == NULL)
    face = open_family (fonts, family, style);
  fonts->text[style][level] = face;
  return face;
}

gboolean
chase_face_has (ChaseFace *face, gunichar character)
{
  hb_codepoint_t glyph;

  return hb_font_get_nominal_glyph (face->hb, character, &glyph);
}

static FcFontSet *
sorted_fonts (ChaseFonts *fonts, ChaseTextStyle style)
{
  /* Nearest in colour and shape to Latin Modern, of which C059 is a cousin: both descend from Century. */
  static const char *const kin[] = { "CMU Serif", "C059" };
  FcPattern *wanted;
  FcResult result;

  if (fonts->sorted[style] != NULL)
    return fonts->sorted[style];
  wanted = style_pattern (style);
  if (style == CHASE_TEXT_ROMAN || style == CHASE_TEXT_BOLD || style == CHASE_TEXT_ITALIC
      || style == CHASE_TEXT_BOLD_ITALIC)
    for (guint i = 0; i < G_N_ELEMENTS (kin); i++)
      FcPatternAddString (wanted, FC_FAMILY, (const FcChar8 *)kin[i]);
  FcPatternAddString (wanted, FC_FAMILY,
                      (const FcChar8 *)(style == CHASE_TEXT_MONO   ? "monospace"
                                        : style >= CHASE_TEXT_SANS ? "sans-serif"
                                                                   : "serif"));
  FcConfigSubstitute (fonts->config, wanted, FcMatchPattern);
  FcDefaultSubstitute (wanted);
  fonts->sorted[style] = FcFontSort (fonts->config, wanted, FcFalse, NULL, &result);
  FcPatternDestroy (wanted);
  if (fonts->sorted[style] == NULL)
    fonts->sorted[style] = FcFontSetCreate ();
  return fonts->sorted[style];
}

static ChaseFace *
find_fallback (ChaseFonts *fonts, ChaseTextStyle style, gunichar character)
{
  FcFontSet *set = sorted_fonts (fonts, style);

  for (int i = 0; i < set->nfont; i++)
    {
      FcCharSet *charset;
      ChaseFace *face;

      if (FcPatternGetCharSet (set->fonts[i], FC_CHARSET, 0, &charset) != FcResultMatch
          || !FcCharSetHasChar (charset, character) || !usable (set->fonts[i]))
        continue;
      face = open_pattern (fonts, set->fonts[i]);
      if (face != NULL && chase_face_has (face, character))
        return face;
    }
  return NULL;
}

ChaseFace *
chase_fonts_fallback (ChaseFonts *fonts, ChaseTextStyle style, gunichar character)
{
  gpointer key = GUINT_TO_POINTER ((guint)character * CHASE_N_TEXT_STYLES + style);
  gpointer known;
  ChaseFace *face;

  if (g_hash_table_lookup_extended (fonts->fallback, key, NULL, &known))
    return known;
  face = find_fallback (fonts, style, character);
  g_hash_table_insert (fonts->fallback, key, face);
  return face;
}
