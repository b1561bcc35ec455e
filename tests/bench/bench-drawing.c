/* SPDX-License-Identifier: MIT */
#include "drawing/export.h"
#include "drawing/paint-cairo.h"
#include "typeset/typeset.h"

#include <math.h>

/*
 * What drawing costs: bench-drawing. A square to SVG and to PNG as often as a second allows, then
 * grids of 100, 1,000 and 10,000 objects with two labelled arrows each: drawn to a scene, and
 * painted on an image of 1200 by 800, all in view and at one unit a pixel. Medians.
 */

#define WIDTH 1200
#define HEIGHT 800

static ChaseDiagram *
make_grid (guint side)
{
  g_autoptr (ChaseItem) item = chase_item_new (CHASE_ITEM_DIAGRAM);
  ChaseDiagram *diagram = chase_diagram_new_empty (item);

  for (guint i = 0; i < side * side; i++)
    {
      g_autofree char *label = g_strdup_printf ("F(X_{%u})", i % 100);

      chase_diagram_add_node (diagram, label, TRUE, i % side, i / side, NULL);
    }
  for (guint i = 0; i < side * side; i++)
    {
      if (i % side + 1 < side)
        chase_diagram_add_edge (diagram, i, i + 1, "f_i", NULL);
      if (i / side + 1 < side)
        chase_diagram_add_edge (diagram, i, i + side, "g", NULL);
    }
  return diagram;
}

static double
now_ms (void)
{
  return (double)g_get_monotonic_time () / 1000;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

static double
median (double *times, guint n)
{
  qsort (times, n, sizeof *times, compare);
  return times[n / 2];
}

static void
bench_export (ChaseFonts *fonts, ChaseExportFormat format, const char *name)
{
  g_autoptr (ChaseDiagram) square = make_grid (2);
  ChaseExportPage page = { square, NULL, NULL, 0 };
  double start = now_ms ();
  guint n = 0;

  for (; now_ms () - start < 1000; n++)
    g_bytes_unref (chase_export (format, &page, 1, fonts, NULL, NULL, NULL));
  g_print ("square to %s: %.0f a second\n", name, n * 1000 / (now_ms () - start));
}

static double
time_painting (const ChaseScene *scene, double scale, const ChaseRect *bounds)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  double times[15];

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      ChaseRect viewport = { bounds->x + i, bounds->y + i, WIDTH / scale, HEIGHT / scale };
      cairo_t *cr = cairo_create (surface);
      double start = now_ms ();

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_scale (cr, scale, scale);
      cairo_translate (cr, -viewport.x, -viewport.y);
      chase_paint_cairo (scene, cr, &viewport, scale);
      cairo_surface_flush (surface);
      times[i] = now_ms () - start;
      cairo_destroy (cr);
    }
  cairo_surface_destroy (surface);
  return median (times, G_N_ELEMENTS (times));
}

static void
bench_grid (ChaseFonts *fonts, guint side)
{
  g_autoptr (ChaseDiagram) diagram = make_grid (side);
  g_autoptr (ChaseLabelCache) labels = chase_label_cache_new (fonts, NULL);
  g_autoptr (ChaseScene) scene = NULL;
  ChaseDrawOptions options;
  ChaseRect bounds;
  double times[5];

  chase_draw_options_init (&options);
  options.labels = labels;
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      double start = now_ms ();

      g_clear_pointer (&scene, chase_scene_unref);
      scene = chase_draw_diagram (diagram, fonts, NULL, &options);
      times[i] = now_ms () - start;
    }
  bounds = chase_scene_get_bounds (scene);
  g_print ("%u objects: scene %.1f ms, painted all in view %.1f ms, at 1:1 %.1f ms\n", side * side,
           median (times, G_N_ELEMENTS (times)),
           time_painting (scene, MIN (WIDTH / bounds.width, HEIGHT / bounds.height), &bounds),
           time_painting (scene, 1, &bounds));
}

int
main (void)
{
  const guint sides[] = { 10, 32, 100 };
  g_autoptr (GError) error = NULL;
  g_autoptr (ChaseFonts) fonts = chase_fonts_new (NULL, &error);

  if (fonts == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  bench_export (fonts, CHASE_EXPORT_SVG, "SVG");
  bench_export (fonts, CHASE_EXPORT_PNG, "PNG");
  bench_export (fonts, CHASE_EXPORT_PDF, "PDF");
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    bench_grid (fonts, sides[i]);
  return 0;
}
