/* SPDX-License-Identifier: MIT */
#include "drawing/export.h"

#include "drawing/acts.h"
#include "drawing/lesson.h"
#include "drawing/paint-cairo.h"
#include "drawing/paint-svg.h"
#include "drawing/source.h"
#include "model/item-heading.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#include "i18n.h"

/* PDF has text of 10 points where the scene has 22 units to the em. */
#define PDF_POINTS (10.0 / 22.0)
#define CSS_DPI 96.0
/* cairo's image surfaces end here, and a picture of more pixels than this is a mistake. */
#define MAX_SIDE 32000
#define MAX_PIXELS 400e6
/* A file says the same whenever it is made. */
#define PDF_DATE "2000-01-01T00:00:00Z"

G_DEFINE_QUARK (chase - export - error - quark, chase_export_error)

void
chase_export_options_init (ChaseExportOptions *options)
{
  *options = (ChaseExportOptions){
    .scale = 1, .dpi = 192, .margin = 8, .theme = CHASE_THEME_LIGHT, .step = G_MAXUINT
  };
}

gboolean
chase_export_format_for_path (const char *path, ChaseExportFormat *format)
{
  static const char *const endings[] = { ".svg", ".png", ".pdf", ".html" };
  const char *dot = strrchr (path, '.');

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (dot != NULL && dot > path && g_ascii_strcasecmp (dot, endings[i]) == 0)
      {
        *format = (ChaseExportFormat)i;
        return TRUE;
      }
  return FALSE;
}

gboolean
chase_export_parse_background (const char *word, guint32 *background)
{
  ChaseColour colour;
  double rgb[3];

  *background = 0;
  if (strcmp (word, "none") == 0)
    return TRUE;
  if (!(word[0] == '#' ? chase_colour_parse_hex (word, &colour)
                       : chase_colour_parse_name (word, &colour)))
    return FALSE;
  chase_colour_to_rgb (&colour, rgb);
  *background = ((guint32)lround (rgb[0] * 255) << 24) | ((guint32)lround (rgb[1] * 255) << 16)
                | ((guint32)lround (rgb[2] * 255) << 8) | 0xff;
  return TRUE;
}

/* What is the same for every page. */
typedef struct
{
  ChaseFonts *fonts;
  ChaseMacros *macros;
  const ChaseExportOptions *options;
} Studio;

const char *
chase_export_page_title (const ChaseExportPage *page)
{
  const ChaseItem *item = page->diagram->item;

  if (page->title != NULL || item == NULL)
    return page->title;
  return chase_item_heading (item);
}

static ChaseScene *
draw_page (const Studio *studio, const ChaseExportPage *page, guint step)
{
  ChaseDrawOptions options;

  chase_draw_options_init (&options);
  options.theme = studio->options->theme;
  options.step = step;
  options.marks = page->marks;
  options.n_marks = page->n_marks;
  options.problems = studio->options->problems;
  return chase_draw_diagram (page->diagram, studio->fonts, studio->macros, &options);
}

static char *
describe_page (const Studio *studio, const ChaseExportPage *page)
{
  return chase_describe_diagram (page->diagram, studio->fonts, studio->macros, page->marks,
                                 page->n_marks);
}

static double
positive (double value, double otherwise)
{
  return isfinite (value) && value > 0 ? value : otherwise;
}

static double
margin_of (const ChaseExportOptions *options)
{
  return isfinite (options->margin) ? CLAMP (options->margin, 0, 10000) : 8;
}

static ChaseRect
frame_of (const ChaseScene *scene, const ChaseExportOptions *options)
{
  ChaseRect frame = chase_scene_get_bounds (scene);
  double margin = margin_of (options);

  frame.x -= margin;
  frame.y -= margin;
  frame.width = MAX (frame.width + 2 * margin, 1);
  frame.height = MAX (frame.height + 2 * margin, 1);
  return frame;
}

static void
paint_page (cairo_t *cr, const ChaseScene *scene, const ChaseRect *frame, double scale,
            guint32 background)
{
  if ((background & 255) != 0)
    {
      cairo_set_source_rgba (cr, (background >> 24) / 255.0, ((background >> 16) & 255) / 255.0,
                             ((background >> 8) & 255) / 255.0, (background & 255) / 255.0);
      cairo_paint (cr);
    }
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -frame->x, -frame->y);
  chase_paint_cairo (scene, cr, NULL, 0);
}

static GBytes *
export_svg (const Studio *studio, const ChaseExportPage *page)
{
  g_autoptr (ChaseScene) scene = draw_page (studio, page, studio->options->step);
  g_autofree char *description = describe_page (studio, page);
  ChaseSvgOptions svg;
  char *text;

  chase_svg_options_init (&svg);
  svg.scale = positive (studio->options->scale, 1);
  svg.margin = margin_of (studio->options);
  svg.background = studio->options->background;
  text = chase_paint_svg (scene, chase_export_page_title (page), description,
                          studio->options->source, &svg);
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
export_animated (const Studio *studio, const ChaseExportPage *page)
{
  char *text = chase_acts_animate (page, studio->fonts, studio->macros, studio->options);

  return g_bytes_new_take (text, strlen (text));
}

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, CHASE_EXPORT_ERROR, CHASE_EXPORT_ERROR_FAILED,
               _ ("cannot make the picture: %s"), cairo_status_to_string (status));
  return FALSE;
}

static gboolean
render_png (const ChaseScene *scene, const ChaseRect *frame, double scale, guint32 background,
            GByteArray *png, GError **error)
{
  double width = ceil (frame->width * scale), height = ceil (frame->height * scale);
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS)
    {
      g_set_error (
          error, CHASE_EXPORT_ERROR, CHASE_EXPORT_ERROR_TOO_LARGE,
          _ ("a picture of %.0f by %.0f pixels is too large; lower the scale or the dpi, or "
             "export SVG or PDF"),
          width, height);
      return FALSE;
    }
  surface = cairo_image_surface_create ((background & 255) == 255 ? CAIRO_FORMAT_RGB24
                                                                  : CAIRO_FORMAT_ARGB32,
                                        (int)width, (int)height);
  cr = cairo_create (surface);
  paint_page (cr, scene, frame, scale, background);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, collect, png);
  cairo_surface_destroy (surface);
  return check_status (status, error);
}

static GBytes *
export_png (const Studio *studio, const ChaseExportPage *page, GError **error)
{
  g_autoptr (ChaseScene) scene = draw_page (studio, page, studio->options->step);
  g_autoptr (GByteArray) png = g_byte_array_new ();
  g_autofree char *description = describe_page (studio, page);
  ChaseRect frame = frame_of (scene, studio->options);
  double dpi = positive (studio->options->dpi, 192);
  double scale = positive (studio->options->scale, 1) * dpi / CSS_DPI;

  if (studio->options->thumbnail > 0)
    scale = MIN (scale, studio->options->thumbnail / MAX (frame.width, frame.height));
  if (!render_png (scene, &frame, scale, studio->options->background, png, error))
    return NULL;
  return chase_source_add_png (g_steal_pointer (&png), chase_export_page_title (page), description,
                               studio->options->source, dpi);
}

static void
set_metadata (cairo_surface_t *surface, const Studio *studio, const ChaseExportPage *page)
{
  g_autofree char *description = describe_page (studio, page);
  const char *title = chase_export_page_title (page);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, PDF_DATE);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Arrowchase");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, description);
  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
}

static void
add_pdf_page (cairo_surface_t *surface, const Studio *studio, const ChaseExportPage *page,
              guint step)
{
  g_autoptr (ChaseScene) scene = draw_page (studio, page, step);
  ChaseRect frame = frame_of (scene, studio->options);
  double scale = positive (studio->options->scale, 1) * PDF_POINTS;
  cairo_t *cr;

  cairo_pdf_surface_set_size (surface, frame.width * scale, frame.height * scale);
  cr = cairo_create (surface);
  paint_page (cr, scene, &frame, scale, studio->options->background);
  cairo_show_page (cr);
  cairo_destroy (cr);
}

static GBytes *
export_pdf (const Studio *studio, const ChaseExportPage *pages, guint n_pages, GError **error)
{
  GByteArray *pdf = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (collect, pdf, 1, 1);
  cairo_status_t status;

  set_metadata (surface, studio, &pages[0]);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (GArray) steps = chase_diagram_list_steps (pages[i].diagram);

      if (!studio->options->steps)
        add_pdf_page (surface, studio, &pages[i], studio->options->step);
      else
        for (guint k = 0; k < steps->len; k++)
          add_pdf_page (surface, studio, &pages[i], g_array_index (steps, guint, k));
    }
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!check_status (status, error))
    {
      g_byte_array_unref (pdf);
      return NULL;
    }
  if (studio->options->source != NULL)
    chase_source_attach_pdf (pdf, studio->options->source);
  return g_byte_array_free_to_bytes (pdf);
}

GBytes *
chase_export (ChaseExportFormat format, const ChaseExportPage *pages, guint n_pages,
              ChaseFonts *fonts, ChaseMacros *macros, const ChaseExportOptions *options,
              GError **error)
{
  ChaseExportOptions plain;
  Studio studio = { fonts, macros, options };

  g_return_val_if_fail (pages != NULL && n_pages > 0 && fonts != NULL, NULL);
  chase_export_options_init (&plain);
  if (options == NULL)
    studio.options = &plain;
  switch (format)
    {
    case CHASE_EXPORT_SVG:
      return studio.options->animate ? export_animated (&studio, &pages[0])
                                     : export_svg (&studio, &pages[0]);
    case CHASE_EXPORT_PNG:
      return export_png (&studio, &pages[0], error);
    case CHASE_EXPORT_HTML:
      return chase_lesson_export (pages, n_pages, fonts, macros, studio.options, error);
    default:
      return export_pdf (&studio, pages, n_pages, error);
    }
}

char *
chase_export_extract_source (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *source = NULL;

  if (size >= 8 && memcmp (data, "\211PNG\r\n\032\n", 8) == 0)
    source = chase_source_find_png ((const guint8 *)data, size);
  else if (size >= 5 && memcmp (data, "%PDF-", 5) == 0)
    source = chase_source_find_pdf (data, size);
  else if (size > 0)
    source = chase_source_find_html (data, size);
  if (source == NULL && size > 0)
    source = chase_source_find_svg (data, size);
  if (source == NULL)
    g_set_error_literal (error, CHASE_EXPORT_ERROR, CHASE_EXPORT_ERROR_NO_SOURCE,
                         _ ("the picture holds no diagram of Arrowchase"));
  return source;
}
