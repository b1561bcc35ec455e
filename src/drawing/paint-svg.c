/* SPDX-License-Identifier: MIT */
#include "drawing/paint-svg.h"

#include "drawing/export.h"
#include "drawing/source.h"
#include "drawing/svg-private.h"
#include "typeset/typeset.h"

#include <math.h>
#include <string.h>

void
chase_svg_options_init (ChaseSvgOptions *options)
{
  *options = (ChaseSvgOptions){ .scale = 1, .margin = 8 };
}

/* Two decimals at most, no trailing zeros. */
void
chase_svg_put_number (GString *out, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  if (fabs (number) < 0.005)
    number = 0;
  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  length = strlen (buffer);
  while (buffer[length - 1] == '0')
    length--;
  if (buffer[length - 1] == '.')
    length--;
  g_string_append_len (out, buffer, (gssize)length);
}

void
chase_svg_put_attribute (GString *out, const char *name, double number)
{
  g_string_append_printf (out, " %s=\"", name);
  chase_svg_put_number (out, number);
  g_string_append_c (out, '"');
}

void
chase_svg_put_colour (GString *out, const char *name, guint32 rgba)
{
  g_string_append_printf (out, " %s=\"#%06x\"", name, rgba >> 8);
  if ((rgba & 255) != 255)
    {
      g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);

      chase_svg_put_attribute (out, opacity, (rgba & 255) / 255.0);
    }
}

void
chase_svg_put_point (GString *out, double x, double y)
{
  chase_svg_put_number (out, x);
  g_string_append_c (out, ' ');
  chase_svg_put_number (out, y);
}

static int
compare_symbols (gconstpointer a, gconstpointer b)
{
  const ChaseSvgSymbol *left = a, *right = b;

  if (left->font != right->font)
    return left->font < right->font ? -1 : 1;
  if (left->glyph != right->glyph)
    return left->glyph < right->glyph ? -1 : 1;
  return (left->size > right->size) - (left->size < right->size);
}

void
chase_svg_collect (ChaseSvgWriter *writer, const ChaseScene *scene)
{
  for (guint i = 0; i < chase_scene_n_items (scene); i++)
    {
      const ChaseSceneItem *item = chase_scene_get_item (scene, i);

      for (guint k = 0; k < item->n_glyphs; k++)
        {
          ChaseSvgSymbol symbol = { item->font, item->glyphs[k].glyph, item->size };

          g_array_append_val (writer->symbols, symbol);
        }
    }
}

void
chase_svg_seal (ChaseSvgWriter *writer)
{
  GArray *symbols = writer->symbols;
  guint kept = 0;

  g_array_sort (symbols, compare_symbols);
  for (guint i = 0; i < symbols->len; i++)
    {
      ChaseSvgSymbol symbol = g_array_index (symbols, ChaseSvgSymbol, i);

      if (kept == 0
          || compare_symbols (&g_array_index (symbols, ChaseSvgSymbol, kept - 1), &symbol) != 0)
        g_array_index (symbols, ChaseSvgSymbol, kept++) = symbol;
    }
  g_array_set_size (symbols, kept);
}

static void
put_segment (GString *out, const ChaseSegment *segment, double size)
{
  static const char letters[] = "MLQCZ";
  static const guint counts[] = { 1, 1, 2, 3, 0 };

  g_string_append_c (out, letters[segment->kind]);
  for (guint i = 0; i < counts[segment->kind]; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      chase_svg_put_point (out, size * (double)segment->points[i].x,
                           size * (double)segment->points[i].y);
    }
}

void
chase_svg_put_symbols (ChaseSvgWriter *writer)
{
  ChaseFonts *fonts = chase_scene_get_fonts (writer->scene);

  if (writer->symbols->len == 0)
    return;
  g_string_append (writer->out, "<defs>\n");
  for (guint i = 0; i < writer->symbols->len; i++)
    {
      const ChaseSvgSymbol *symbol = &g_array_index (writer->symbols, ChaseSvgSymbol, i);
      const ChaseOutline *outline = chase_fonts_get_outline (fonts, symbol->font, symbol->glyph);

      g_string_append_printf (writer->out, "<path id=\"glyph-%u\" d=\"", i);
      for (guint k = 0; k < outline->n_segments; k++)
        put_segment (writer->out, &outline->segments[k], symbol->size);
      g_string_append (writer->out, "\"/>\n");
    }
  g_string_append (writer->out, "</defs>\n");
}

guint
chase_svg_find_symbol (const ChaseSvgWriter *writer, const ChaseSceneItem *item, guint32 glyph)
{
  ChaseSvgSymbol wanted = { item->font, glyph, item->size };
  guint found = 0;

  g_array_binary_search (writer->symbols, &wanted, compare_symbols, &found);
  return found;
}

static void
put_run (ChaseSvgWriter *writer, const ChaseSceneItem *item)
{
  g_string_append (writer->out, "<g stroke=\"none\"");
  chase_svg_put_colour (writer->out, "fill", item->paint.rgba);
  g_string_append (writer->out, ">\n");
  for (guint i = 0; i < item->n_glyphs; i++)
    {
      const ChaseSceneGlyph *glyph = &item->glyphs[i];

      g_string_append_printf (writer->out, "<use xlink:href=\"#glyph-%u\"",
                              chase_svg_find_symbol (writer, item, glyph->glyph));
      if (item->angle == 0)
        {
          chase_svg_put_attribute (writer->out, "x", glyph->x);
          chase_svg_put_attribute (writer->out, "y", glyph->y);
        }
      else
        {
          g_string_append (writer->out, " transform=\"translate(");
          chase_svg_put_point (writer->out, glyph->x, glyph->y);
          g_string_append (writer->out, ") rotate(");
          chase_svg_put_number (writer->out, item->angle * 180 / G_PI);
          g_string_append (writer->out, ")\"");
        }
      g_string_append (writer->out, "/>\n");
    }
  g_string_append (writer->out, "</g>\n");
}

void
chase_svg_put_data (GString *out, const ChaseSceneItem *item)
{
  static const char letters[] = "MLCZ";
  static const guint counts[] = { 1, 1, 3, 0 };
  const ChasePoint *point = item->points;

  for (guint i = 0; i < item->n_verbs; i++)
    {
      g_string_append_c (out, letters[item->verbs[i]]);
      for (guint k = 0; k < counts[item->verbs[i]]; k++, point++)
        {
          if (k > 0)
            g_string_append_c (out, ' ');
          chase_svg_put_point (out, point->x, point->y);
        }
    }
}

static void
put_path (ChaseSvgWriter *writer, const ChaseSceneItem *item)
{
  g_string_append (writer->out, "<path");
  if (item->paint.width > 0)
    {
      chase_svg_put_colour (writer->out, "stroke", item->paint.rgba);
      chase_svg_put_attribute (writer->out, "stroke-width", item->paint.width);
      if (item->paint.cap == CHASE_CAP_BUTT)
        g_string_append (writer->out, " stroke-linecap=\"butt\"");
    }
  else
    chase_svg_put_colour (writer->out, "fill", item->paint.rgba);
  g_string_append (writer->out, " d=\"");
  chase_svg_put_data (writer->out, item);
  g_string_append (writer->out, "\"/>\n");
}

static void
put_item (ChaseSvgWriter *writer, const ChaseSceneItem *item)
{
  if (item->n_glyphs > 0)
    put_run (writer, item);
  else
    put_path (writer, item);
}

/* Backdrops and frames first, then each cell's items together under its id, then the marks. */
static guint
group_of (const ChaseSceneItem *item)
{
  if (item->role == CHASE_ROLE_BACKDROP || item->role == CHASE_ROLE_FRAME)
    return 0;
  return item->role == CHASE_ROLE_MARK ? 2 : 1;
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const ChaseSceneItem *left = *(const ChaseSceneItem *const *)a;
  const ChaseSceneItem *right = *(const ChaseSceneItem *const *)b;

  if (group_of (left) != group_of (right))
    return group_of (left) < group_of (right) ? -1 : 1;
  if (left->cell != right->cell)
    return left->cell < right->cell ? -1 : 1;
  if (left->mark != right->mark)
    return left->mark < right->mark ? -1 : 1;
  /* As in the scene, where the items lie in one array. */
  return (left > right) - (left < right);
}

static void
open_group (ChaseSvgWriter *writer, const ChaseSceneItem *item)
{
  if (group_of (item) == 0)
    g_string_append (writer->out, "<g>\n");
  else if (item->role == CHASE_ROLE_MARK)
    g_string_append_printf (writer->out, "<g id=\"mark-%u\">\n", item->mark);
  else
    g_string_append_printf (writer->out, "<g id=\"cell-%u\">\n", item->cell);
}

static void
put_items (ChaseSvgWriter *writer)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  const ChaseSceneItem *last = NULL;

  for (guint i = 0; i < chase_scene_n_items (writer->scene); i++)
    g_ptr_array_add (order, (gpointer)chase_scene_get_item (writer->scene, i));
  g_ptr_array_sort (order, compare_groups);
  for (guint i = 0; i < order->len; i++)
    {
      const ChaseSceneItem *item = order->pdata[i];

      if (last == NULL || group_of (last) != group_of (item) || last->cell != item->cell
          || last->mark != item->mark)
        {
          if (last != NULL)
            g_string_append (writer->out, "</g>\n");
          open_group (writer, item);
        }
      put_item (writer, item);
      last = item;
    }
  if (last != NULL)
    g_string_append (writer->out, "</g>\n");
}

/* What XML 1.0 cannot hold at all becomes the replacement character. */
static void
put_text (GString *out, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '&')
        g_string_append (out, "&amp;");
      else if ((c < 32 && c != '\n' && c != '\t') || c == 0xfffe || c == 0xffff)
        g_string_append (out, "\357\277\275");
      else
        g_string_append_unichar (out, c);
    }
}

void
chase_svg_put_element (GString *out, const char *name, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (out, "<%s id=\"%s\">", name, name);
  put_text (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}

void
chase_svg_put_opening (GString *out, const ChaseRect *frame, const char *title,
                       const char *description, double scale)
{
  gboolean titled = title != NULL && *title != '\0';
  gboolean described = description != NULL && *description != '\0';

  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                        "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\"");
  chase_svg_put_attribute (out, "width", frame->width * scale);
  chase_svg_put_attribute (out, "height", frame->height * scale);
  g_string_append (out, " viewBox=\"");
  chase_svg_put_point (out, frame->x, frame->y);
  g_string_append_c (out, ' ');
  chase_svg_put_point (out, frame->width, frame->height);
  g_string_append (out, "\" role=\"img\"");
  if (titled || described)
    g_string_append_printf (out, " aria-labelledby=\"%s%s%s\"", titled ? "title" : "",
                            titled && described ? " " : "", described ? "desc" : "");
  if (described && !g_str_equal (chase_describe_language (), "en"))
    g_string_append_printf (out, " xml:lang=\"%s\"", chase_describe_language ());
  g_string_append (out, ">\n");
}

void
chase_svg_put_background (GString *out, const ChaseRect *frame, guint32 rgba)
{
  if ((rgba & 255) == 0)
    return;
  g_string_append (out, "<rect");
  chase_svg_put_attribute (out, "x", frame->x);
  chase_svg_put_attribute (out, "y", frame->y);
  chase_svg_put_attribute (out, "width", frame->width);
  chase_svg_put_attribute (out, "height", frame->height);
  chase_svg_put_colour (out, "fill", rgba);
  g_string_append (out, "/>\n");
}

ChaseRect
chase_svg_frame (const ChaseRect *shown, const ChaseScene *scene, const ChaseSvgOptions *options)
{
  ChaseRect frame = shown != NULL ? *shown : chase_scene_get_bounds (scene);

  frame.x -= options->margin;
  frame.y -= options->margin;
  frame.width = MAX (frame.width + 2 * options->margin, 1);
  frame.height = MAX (frame.height + 2 * options->margin, 1);
  return frame;
}

char *
chase_paint_svg (const ChaseScene *scene, const char *title, const char *description,
                 const char *source, const ChaseSvgOptions *options)
{
  ChaseSvgOptions plain;
  ChaseSvgWriter writer = { scene, g_string_new (NULL), NULL };
  ChaseRect frame;

  g_return_val_if_fail (scene != NULL, NULL);
  chase_svg_options_init (&plain);
  if (options == NULL)
    options = &plain;
  frame = chase_svg_frame (options->frame, scene, options);
  writer.symbols = g_array_new (FALSE, FALSE, sizeof (ChaseSvgSymbol));
  chase_svg_put_opening (writer.out, &frame, title, description, options->scale);
  chase_svg_put_element (writer.out, "title", title);
  chase_svg_put_element (writer.out, "desc", description);
  if (source != NULL)
    chase_source_append_svg (writer.out, source);
  chase_svg_collect (&writer, scene);
  chase_svg_seal (&writer);
  chase_svg_put_symbols (&writer);
  chase_svg_put_background (writer.out, &frame, options->background);
  g_string_append (writer.out,
                   "<g fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n");
  put_items (&writer);
  g_string_append (writer.out, "</g>\n</svg>\n");
  g_array_unref (writer.symbols);
  return g_string_free (writer.out, FALSE);
}
