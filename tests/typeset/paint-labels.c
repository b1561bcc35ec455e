/* SPDX-License-Identifier: MIT */

/* A tool to look at labels: paints every line of standard input as a label, one below the other,
 * with its source at the left, to a PNG file. Usage: paint-labels OUT.png [SIZE [FAMILY]] < labels
 */
#include "typeset/typeset.h"

#include <cairo-ft.h>
#include <stdio.h>
#include <string.h>

#define ROW_GAP 14
#define SOURCE_WIDTH 420

static cairo_font_face_t *
font_face (ChaseFonts *fonts, guint font)
{
  return cairo_ft_font_face_create_for_ft_face (chase_fonts_get_ft_face (fonts, font),
                                                FT_LOAD_NO_HINTING);
}

static void
set_colour (cairo_t *cr, gboolean has_colour, guint32 rgba)
{
  if (!has_colour)
    rgba = 0x000000FF;
  cairo_set_source_rgba (cr, (rgba >> 24) / 255.0, (rgba >> 16 & 255) / 255.0,
                         (rgba >> 8 & 255) / 255.0, (rgba & 255) / 255.0);
}

static void
paint_label (cairo_t *cr, const ChaseLabel *label, double x, double y)
{
  guint n_glyphs, n_rules;
  const ChaseLabelGlyph *glyphs = chase_label_get_glyphs (label, &n_glyphs);
  const ChaseLabelRule *rules = chase_label_get_rules (label, &n_rules);

  for (guint i = 0; i < n_rules; i++)
    {
      set_colour (cr, rules[i].has_colour, rules[i].rgba);
      cairo_rectangle (cr, x + rules[i].x, y + rules[i].y, rules[i].width, rules[i].height);
      cairo_fill (cr);
    }
  for (guint i = 0; i < n_glyphs; i++)
    {
      cairo_font_face_t *face = font_face (chase_label_get_fonts (label), glyphs[i].font);
      cairo_glyph_t glyph = { glyphs[i].glyph, x + glyphs[i].x, y + glyphs[i].y };

      set_colour (cr, glyphs[i].has_colour, glyphs[i].rgba);
      cairo_set_font_face (cr, face);
      cairo_set_font_size (cr, glyphs[i].size);
      cairo_show_glyphs (cr, &glyph, 1);
      cairo_font_face_destroy (face);
    }
}

static void
paint_source (cairo_t *cr, const ChaseLabel *label, double y)
{
  cairo_set_source_rgb (cr, 0.4, 0.4, 0.5);
  cairo_select_font_face (cr, "monospace", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 10);
  cairo_move_to (cr, 8, y - 5);
  cairo_show_text (cr, chase_label_get_tex (label));
  cairo_set_source_rgb (cr, 0.2, 0.5, 0.3);
  cairo_move_to (cr, 8, y + 8);
  cairo_show_text (cr, chase_label_to_text (label));
}

static double
row_height (const ChaseLabel *label)
{
  return MAX (chase_label_get_ascent (label) + chase_label_get_depth (label), 20) + ROW_GAP;
}

static void
report (const ChaseLabel *label)
{
  guint n_problems;
  const ChaseLabelProblem *problems = chase_label_get_problems (label, &n_problems);

  for (guint i = 0; i < n_problems; i++)
    {
      g_autofree char *text = chase_label_problem_to_string (&problems[i]);

      g_printerr ("%s: %s\n", chase_label_get_tex (label), text);
    }
}

static GPtrArray *
read_labels (ChaseFonts *fonts, double size)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_label_unref);
  char line[4096];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_strchomp (line);
      if (line[0] == '\0')
        continue;
      g_ptr_array_add (labels, chase_label_new (fonts, NULL, line, size));
      report (labels->pdata[labels->len - 1]);
    }
  return labels;
}

int
main (int argc, char **argv)
{
  double size = argc > 2 ? g_ascii_strtod (argv[2], NULL) : 28;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChaseFonts) fonts = chase_fonts_new (argc > 3 ? argv[3] : NULL, &error);
  g_autoptr (GPtrArray) labels = NULL;
  double height = ROW_GAP, width = 200, y = ROW_GAP;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (fonts == NULL || argc < 2)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "paint-labels OUT.png [SIZE [FAMILY]]");
      return 2;
    }
  labels = read_labels (fonts, size);
  for (guint i = 0; i < labels->len; i++)
    {
      height += row_height (labels->pdata[i]);
      width = MAX (width, chase_label_get_width (labels->pdata[i]));
    }
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)width + SOURCE_WIDTH + 40,
                                        (int)height + ROW_GAP);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  for (guint i = 0; i < labels->len; i++)
    {
      const ChaseLabel *label = labels->pdata[i];
      double baseline = y + MAX (chase_label_get_ascent (label), 14);

      paint_source (cr, label, baseline);
      paint_label (cr, label, SOURCE_WIDTH, baseline);
      y += row_height (label);
    }
  cairo_destroy (cr);
  cairo_surface_write_to_png (surface, argv[1]);
  cairo_surface_destroy (surface);
  return 0;
}
