/* SPDX-License-Identifier: MIT */
#include "typeset/fonts-private.h"

#include <hb-ot.h>
#include <string.h>

#define PAGE 64

static guint32
shape_one (ChaseFonts *fonts, gunichar character, int level)
{
  hb_codepoint_t codepoint = character;
  hb_feature_t ssty = { HB_TAG ('s', 's', 't', 'y'), (guint32)level, 0, (unsigned)-1 };
  hb_glyph_info_t *info;
  unsigned length;

  hb_buffer_clear_contents (fonts->buffer);
  hb_buffer_add_utf32 (fonts->buffer, &codepoint, 1, 0, 1);
  hb_buffer_set_direction (fonts->buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script (fonts->buffer, HB_SCRIPT_MATH);
  hb_buffer_set_language (fonts->buffer, hb_language_from_string ("en", -1));
  hb_shape (fonts->math->hb, fonts->buffer, level > 0 ? &ssty : NULL, level > 0 ? 1 : 0);
  info = hb_buffer_get_glyph_infos (fonts->buffer, &length);
  return length == 1 ? info[0].codepoint : 0;
}

static void
fill_page (ChaseFonts *fonts, guint32 *page, guint number)
{
  for (guint i = 0; i < PAGE; i++)
    {
      gunichar character = number * PAGE + i;
      hb_codepoint_t glyph;

      if (!hb_font_get_nominal_glyph (fonts->math->hb, character, &glyph))
        continue;
      page[i * CHASE_N_LEVELS] = glyph;
      for (int level = 1; level < CHASE_N_LEVELS; level++)
        {
          guint32 small = shape_one (fonts, character, level);

          page[i * CHASE_N_LEVELS + (guint)level] = small != 0 ? small : glyph;
        }
    }
}

guint32
chase_fonts_math_glyph (ChaseFonts *fonts, gunichar character, int level)
{
  guint number = character / PAGE;
  guint32 *page;

  if (number < G_N_ELEMENTS (fonts->latin_page))
    page = fonts->latin_page[number];
  else
    page = g_hash_table_lookup (fonts->math_pages, GUINT_TO_POINTER (number));
  if (page == NULL)
    {
      page = g_new0 (guint32, PAGE * CHASE_N_LEVELS);
      fill_page (fonts, page, number);
      if (number < G_N_ELEMENTS (fonts->latin_page))
        fonts->latin_page[number] = page;
      else
        g_hash_table_insert (fonts->math_pages, GUINT_TO_POINTER (number), page);
    }
  return page[(character % PAGE) * CHASE_N_LEVELS + (guint)level];
}

static void
fill_metrics (ChaseFonts *fonts, ChaseFace *face, guint32 glyph, ChaseGlyphMetrics *metrics)
{
  hb_glyph_extents_t extents = { 0 };
  float em = face->em;

  metrics->filled = TRUE;
  metrics->advance = (float)hb_font_get_glyph_h_advance (face->hb, glyph) * em;
  if (hb_font_get_glyph_extents (face->hb, glyph, &extents))
    {
      metrics->left = (float)extents.x_bearing * em;
      metrics->right = (float)(extents.x_bearing + extents.width) * em;
      metrics->top = (float)extents.y_bearing * em;
      metrics->bottom = (float)(extents.y_bearing + extents.height) * em;
    }
  metrics->accent = metrics->advance / 2;
  if (face != fonts->math)
    return;
  metrics->italic = (float)hb_ot_math_get_glyph_italics_correction (face->hb, glyph) * em;
  metrics->accent = (float)hb_ot_math_get_glyph_top_accent_attachment (face->hb, glyph) * em;
}

const ChaseGlyphMetrics *
chase_face_metrics (ChaseFonts *fonts, ChaseFace *face, guint32 glyph)
{
  guint number = glyph / CHASE_METRICS_PAGE;
  ChaseGlyphMetrics *metrics;

  if (number >= face->pages->len)
    g_ptr_array_set_size (face->pages, (int)number + 1);
  if (face->pages->pdata[number] == NULL)
    face->pages->pdata[number] = g_new0 (ChaseGlyphMetrics, CHASE_METRICS_PAGE);
  metrics = (ChaseGlyphMetrics *)face->pages->pdata[number] + glyph % CHASE_METRICS_PAGE;
  if (!metrics->filled)
    fill_metrics (fonts, face, glyph, metrics);
  return metrics;
}

static void
read_variants (ChaseFonts *fonts, guint32 glyph, hb_direction_t direction, ChaseStretch *stretch)
{
  hb_font_t *font = fonts->math->hb;
  unsigned length = hb_ot_math_get_glyph_variants (font, glyph, direction, 0, NULL, NULL);

  stretch->variants = g_new0 (ChaseVariant, length);
  for (unsigned i = 0; i < length; i++)
    {
      hb_ot_math_glyph_variant_t variant;
      unsigned one = 1;

      hb_ot_math_get_glyph_variants (font, glyph, direction, i, &one, &variant);
      if (one != 1)
        break;
      stretch->variants[stretch->n_variants].glyph = variant.glyph;
      stretch->variants[stretch->n_variants].advance = (float)variant.advance * fonts->math->em;
      stretch->n_variants++;
    }
}

static void
read_assembly (ChaseFonts *fonts, guint32 glyph, hb_direction_t direction, ChaseStretch *stretch)
{
  hb_font_t *font = fonts->math->hb;
  hb_position_t italic = 0;
  float em = fonts->math->em;
  unsigned length = hb_ot_math_get_glyph_assembly (font, glyph, direction, 0, NULL, NULL, &italic);

  stretch->italic = (float)italic * em;
  stretch->parts = g_new0 (ChasePart, length);
  for (unsigned i = 0; i < length; i++)
    {
      hb_ot_math_glyph_part_t part;
      unsigned one = 1;

      hb_ot_math_get_glyph_assembly (font, glyph, direction, i, &one, &part, NULL);
      if (one != 1)
        break;
      stretch->parts[stretch->n_parts++] = (ChasePart){
        .glyph = part.glyph,
        .start = (float)part.start_connector_length * em,
        .end = (float)part.end_connector_length * em,
        .full = (float)part.full_advance * em,
        .extender = (part.flags & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER) != 0,
      };
    }
}

const ChaseStretch *
chase_fonts_stretch (ChaseFonts *fonts, guint32 glyph, gboolean vertical)
{
  gpointer key = GUINT_TO_POINTER (glyph * 2 + (vertical ? 1 : 0));
  ChaseStretch *stretch = g_hash_table_lookup (fonts->stretches, key);
  hb_direction_t direction = vertical ? HB_DIRECTION_BTT : HB_DIRECTION_LTR;

  if (stretch != NULL)
    return stretch;
  stretch = g_new0 (ChaseStretch, 1);
  read_variants (fonts, glyph, direction, stretch);
  read_assembly (fonts, glyph, direction, stretch);
  g_hash_table_insert (fonts->stretches, key, stretch);
  return stretch;
}
