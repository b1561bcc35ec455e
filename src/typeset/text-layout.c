/* SPDX-License-Identifier: MIT */
#include "typeset/layout.h"

#include <string.h>

/* One stretch of text that a single face can set. */
typedef struct
{
  ChaseFace *face;
  const char *start, *end;
  gboolean fallback; /* a face that does not go with the math font */
} Run;

static gboolean
is_ignorable (gunichar character)
{
  return g_unichar_ismark (character) || character == 0x200C || character == 0x200D
         || character == ' ' || (character >= 0xFE00 && character <= 0xFE0F);
}

static void
note_missing (ChaseLayout *layout, gunichar character)
{
  if (layout->missing == NULL)
    layout->missing = g_string_new (NULL);
  if (g_utf8_strchr (layout->missing->str, -1, character) == NULL)
    g_string_append_unichar (layout->missing, character);
}

static ChaseFace *
face_for (ChaseLayout *layout, ChaseFace *text_face, ChaseTextStyle style, gunichar character)
{
  ChaseFace *face;

  if (text_face != NULL && chase_face_has (text_face, character))
    return text_face;
  if (text_face == NULL
      && chase_fonts_math_glyph (layout->fonts,
                                 chase_character_style (character, (ChaseAlphabet)style), 0)
             != 0)
    return layout->fonts->math;
  face = chase_fonts_fallback (layout->fonts, style, character);
  if (face == NULL && chase_fonts_math_glyph (layout->fonts, character, 0) != 0)
    return layout->fonts->math;
  if (face == NULL)
    note_missing (layout, character);
  return face;
}

/* Letters beside Latin Modern's should be as tall as they are: the ratio of the heights of x. */
static double
fitting_scale (ChaseLayout *layout, const Run *run)
{
  hb_codepoint_t ours, theirs;
  double ratio;

  if (run->face == layout->fonts->math || g_utf8_get_char (run->start) >= 0x530 || !run->fallback
      || !hb_font_get_nominal_glyph (layout->fonts->math->hb, 'x', &ours)
      || !hb_font_get_nominal_glyph (run->face->hb, 'x', &theirs))
    return 1;
  ratio = (double)chase_face_metrics (layout->fonts, layout->fonts->math, ours)->top
          / (double)chase_face_metrics (layout->fonts, run->face, theirs)->top;
  return ratio > 0.7 && ratio < 1.3 ? ratio : 1;
}

/* A space after a word that is written from the right belongs to its right. */
static guint
trim_right_to_left (Run *run)
{
  hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default ();
  hb_script_t script = hb_unicode_script (unicode, g_utf8_get_char (run->start));
  guint n_spaces = 0;

  if (hb_script_get_horizontal_direction (script) != HB_DIRECTION_RTL)
    return 0;
  for (; run->end > run->start + 1 && run->end[-1] == ' '; run->end--)
    n_spaces++;
  return n_spaces;
}

static void
shape_run (ChaseLayout *layout, ChaseBox *box, Run *run, ChaseTextStyle text_style, double size)
{
  hb_buffer_t *buffer = layout->fonts->buffer;
  hb_glyph_info_t *infos;
  hb_glyph_position_t *positions;
  unsigned length;
  guint n_spaces = trim_right_to_left (run);
  double scale;

  size *= fitting_scale (layout, run);
  scale = (double)run->face->em * size;
  hb_buffer_clear_contents (buffer);
  if (run->face == layout->fonts->math)
    for (const char *at = run->start; at < run->end; at = g_utf8_next_char (at))
      hb_buffer_add (buffer,
                     chase_character_style (g_utf8_get_char (at), (ChaseAlphabet)text_style),
                     (unsigned)(at - run->start));
  else
    hb_buffer_add_utf8 (buffer, run->start, (int)(run->end - run->start), 0, -1);
  hb_buffer_set_content_type (buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
  hb_buffer_guess_segment_properties (buffer);
  hb_buffer_set_language (buffer, hb_language_from_string ("en", -1));
  hb_shape (run->face->hb, buffer, NULL, 0);
  infos = hb_buffer_get_glyph_infos (buffer, &length);
  positions = hb_buffer_get_glyph_positions (buffer, NULL);
  for (unsigned i = 0; i < length; i++)
    {
      ChaseBox *glyph = chase_box_glyph (layout, run->face, infos[i].codepoint, size);

      chase_box_put (box, glyph, box->width + positions[i].x_offset * scale,
                     -positions[i].y_offset * scale);
      box->width += positions[i].x_advance * scale;
    }
  box->width += n_spaces * size / 3;
}

static void
add_missing_box (ChaseLayout *layout, ChaseBox *box, double size)
{
  double side = 0.5 * size, line = 0.03 * size;
  ChaseBox *frame = chase_box_list (layout);

  chase_box_put (frame, chase_box_rule (layout, side, side + line, -side), 0, 0);
  chase_box_put (frame, chase_box_rule (layout, side, line, 0), 0, 0);
  chase_box_put (frame, chase_box_rule (layout, line, side, 0), 0, 0);
  chase_box_put (frame, chase_box_rule (layout, line, side, 0), side - line, 0);
  frame->width = side + 2 * line;
  chase_box_append (box, frame);
}

ChaseBox *
chase_layout_text (ChaseLayout *layout, const char *text, ChaseTextStyle text_style,
                   ChaseStyle style)
{
  ChaseFace *text_face
      = chase_fonts_text_face (layout->fonts, text_style, chase_style_font_level (style));
  double size = chase_style_size (layout, style);
  ChaseBox *box = chase_box_list (layout);
  Run run = { NULL };

  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      ChaseFace *face = run.face;

      if (character != 0
          && !(run.face != NULL && is_ignorable (character)
               && chase_face_has (run.face, character)))
        face = face_for (layout, text_face, text_style, character);
      if (run.start != NULL && (character == 0 || face != run.face))
        {
          run.end = at;
          if (run.face != NULL)
            shape_run (layout, box, &run, text_style, size);
          else
            for (const char *c = run.start; c < run.end; c = g_utf8_next_char (c))
              add_missing_box (layout, box, size);
          run.start = NULL;
        }
      if (character == 0)
        break;
      if (run.start == NULL)
        run = (Run){ face, at, at, face != text_face };
    }
  box->accent = box->width / 2;
  box->is_character = TRUE;
  return box;
}

/* The corners that mark pullbacks: fonts have them so small that they are drawn instead. */
static ChaseBox *
corner (ChaseLayout *layout, gunichar character, ChaseStyle style)
{
  double size = chase_style_size (layout, style);
  double side = 0.42 * size, line = 0.045 * size, gap = 0.04 * size;
  gboolean right = (character & 1) != 0, below = character >= 0x231E;
  double top = below ? side : 0.69 * size;
  ChaseBox *box = chase_box_list (layout);
  double bar = below ? side - line : 0, stem = right ? side - line : 0;

  chase_box_put (box, chase_box_rule (layout, side, top - bar, line - top + bar), gap, 0);
  chase_box_put (box, chase_box_rule (layout, line, top, side - top), gap + stem, 0);
  box->width = side + 2 * gap;
  box->accent = box->width / 2;
  return box;
}

/* Three dots as plain TeX sets them, which stand further apart than the dots of one glyph: a thin
 * space between two of them, none in scripts. */
static ChaseBox *
three_dots (ChaseLayout *layout, gunichar character, ChaseStyle style)
{
  ChaseBox *box = chase_box_list (layout);
  double space = style.level >= 2 ? 0 : chase_style_size (layout, style) / 6;

  for (guint i = 0; i < 3; i++)
    {
      box->width += i > 0 ? space : 0;
      chase_box_append (box,
                        chase_layout_character (layout, character == 0x22EF ? 0x22C5 : '.', style));
    }
  box->accent = box->width / 2;
  return box;
}

ChaseBox *
chase_layout_character (ChaseLayout *layout, gunichar character, ChaseStyle style)
{
  double size = chase_style_size (layout, style);
  guint32 glyph = chase_fonts_math_glyph (layout->fonts, character, chase_style_font_level (style));
  char text[8] = { 0 };
  ChaseBox *box;

  if (character >= 0x231C && character <= 0x231F)
    return corner (layout, character, style);
  if (character == 0x22EF || character == 0x2026)
    return three_dots (layout, character, style);
  if (glyph != 0)
    {
      box = chase_box_glyph (layout, layout->fonts->math, glyph, size);
      box->is_character = TRUE;
      return box;
    }
  g_unichar_to_utf8 (character, text);
  return chase_layout_text (layout, text, CHASE_TEXT_ROMAN, style);
}
