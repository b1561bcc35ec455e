/* SPDX-License-Identifier: MIT */
#include "drawing/camera.h"
#include "drawing/motion-kinds.h"
#include "drawing/paint-cairo.h"
#include "typeset/typeset.h"

#include <time.h>

/*
 * What a frame of a motion costs: bench-motion. A grid of 200 objects with 370 labelled arrows on
 * an image of 1920 by 1080: the picture at one time after the other is made and painted, all in
 * view. Processor time; a sixtieth of a second is 16.7 ms. Medians, and the worst of a hundred but five.
 */

#define WIDTH 1920
#define HEIGHT 1080
#define FRAMES 100
#define COLUMNS 20
#define ROWS 10

static ChaseDiagram *
make_grid (gboolean opposite, guint late)
{
  g_autoptr (ChaseItem) item = chase_item_new (CHASE_ITEM_DIAGRAM);
  ChaseDiagram *diagram = chase_diagram_new_empty (item);

  for (guint i = 0; i < COLUMNS * ROWS; i++)
    {
      g_autofree char *label = g_strdup_printf ("F(X_{%u})", i % 100);
      g_autoptr (ChaseStyle) style = chase_style_new ();

      style->step = i % 2 == 0 ? 0 : late;
      chase_diagram_add_node (diagram, label, TRUE, i % COLUMNS, i / COLUMNS, style);
    }
  for (guint i = 0; i < COLUMNS * ROWS; i++)
    {
      guint right = i % COLUMNS + 1 < COLUMNS ? i + 1 : i, below = i + COLUMNS;

      if (right != i)
        chase_diagram_add_edge (diagram, opposite ? right : i, opposite ? i : right,
                                opposite ? "f_i^{op}" : "f_i", NULL);
      if (below < COLUMNS * ROWS)
        chase_diagram_add_edge (diagram, opposite ? below : i, opposite ? i : below,
                                opposite ? "g^{op}" : "g", NULL);
    }
  return diagram;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double *x = a, *y = b;

  return (*x > *y) - (*x < *y);
}

/* What this thread has worked, whatever else the machine does. */
static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static double
time_frame (const ChaseMotion *motion, double t, cairo_surface_t *surface)
{
  ChaseRect bounds = chase_motion_get_bounds (motion);
  ChaseCamera camera = chase_camera_on (&bounds, WIDTH, HEIGHT, 60, 4);
  ChasePoint corner = chase_camera_to_scene (&camera, WIDTH, HEIGHT, 0, 0);
  ChaseRect view = { corner.x, corner.y, WIDTH / camera.scale, HEIGHT / camera.scale };
  double start = now_ms ();
  g_autoptr (ChaseScene) scene = chase_motion_at (motion, t);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, camera.scale, camera.scale);
  cairo_translate (cr, -corner.x, -corner.y);
  chase_paint_cairo (scene, cr, &view, camera.scale);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return now_ms () - start;
}

static void
bench (const char *name, const ChaseMotion *motion)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  double times[FRAMES];

  for (guint i = 0; i < FRAMES; i++)
    times[i] = time_frame (motion, (i + 0.5) / FRAMES, surface);
  cairo_surface_destroy (surface);
  qsort (times, FRAMES, sizeof *times, compare);
  g_print ("%s: a frame %.1f ms, at worst %.1f ms: %.0f and %.0f a second\n", name,
           times[FRAMES / 2], times[FRAMES - 5], 1000 / times[FRAMES / 2],
           1000 / times[FRAMES - 5]);
}

static ChaseScene *
draw (const ChaseDiagram *diagram, ChaseFonts *fonts, guint step)
{
  ChaseDrawOptions options;

  chase_draw_options_init (&options);
  options.step = step;
  return chase_draw_diagram (diagram, fonts, NULL, &options);
}

int
main (void)
{
  g_autoptr (ChaseFonts) fonts = chase_fonts_new (NULL, NULL);
  g_autoptr (ChaseDiagram) grid = make_grid (FALSE, 1);
  g_autoptr (ChaseDiagram) turned = make_grid (TRUE, 0);
  g_autoptr (ChaseScene) first = draw (grid, fonts, 0);
  g_autoptr (ChaseScene) whole = draw (grid, fonts, 1);
  g_autoptr (ChaseScene) opposite = draw (turned, fonts, 1);
  g_autoptr (ChaseMotion) step = chase_motion_of_step (first, whole, CHASE_THEME_LIGHT);
  g_autoptr (ChaseMotion) turning = chase_motion_new (whole, opposite, CHASE_THEME_LIGHT);

  chase_motion_add_all (turning, 0, 1);
  bench ("step, half of 200 objects coming", step);
  bench ("opposite, 200 objects, every arrow turning", turning);
  return 0;
}
