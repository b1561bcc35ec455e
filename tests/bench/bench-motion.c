/* SPDX-License-Identifier: MIT */
#include "drawing/camera.h"
#include "drawing/motion-kinds.h"
#include "drawing/paint-cairo.h"
#include "engine/view.h"
#include "notation/notation.h"
#include "typeset/typeset.h"

#include <string.h>
#include <time.h>

/*
 * What a frame of a motion costs: bench-motion. Every kind of motion, each with 200 objects and
 * their labelled arrows on an image of 1920 by 1080: the picture at one time after the other is
 * made and painted, all in view. Processor time; a sixtieth of a second is 16.7 ms. Medians, and
 * the worst of a hundred but five.
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

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
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

/* Along the top of the grid as far as column @turn, down, and on along its foot; the cells of the
 * edges, and of the objects between them. */
static void
find_path (const ChaseDiagram *grid, guint turn, GArray *edges, GArray *nodes)
{
  guint32 at = 0;

  g_array_append_val (nodes, at);
  while (at != COLUMNS * ROWS - 1)
    {
      gboolean down = at % COLUMNS == turn && at / COLUMNS + 1 < ROWS;
      guint32 next = down ? at + COLUMNS : at + 1;

      for (guint32 i = grid->n_nodes; i < chase_diagram_n_cells (grid); i++)
        if (chase_diagram_get_cell (grid, i)->source == at
            && chase_diagram_get_cell (grid, i)->target == next)
          g_array_append_val (edges, i);
      g_array_append_val (nodes, next);
      at = next;
    }
}

static ChaseMotion *
play (const ChaseTale *tale, ChaseTheory *theory, ChaseItem *item, const ChaseDiagram *diagram,
      ChaseFonts *fonts)
{
  return chase_motion_of_tale (tale, theory, item, diagram, fonts, NULL, CHASE_THEME_LIGHT);
}

static void
bench_proof (const ChaseDiagram *grid, ChaseFonts *fonts)
{
  g_autoptr (ChaseTale) tale = chase_tale_new (CHASE_TALE_PROOF);
  g_autoptr (ChaseMotion) motion = NULL;

  for (guint turn = 0; turn < COLUMNS; turn++)
    {
      g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint32));

      find_path (grid, turn, edges, nodes);
      chase_tale_take_step (tale, edges, g_strdup_printf ("p_{%u}", turn));
    }
  motion = play (tale, NULL, NULL, grid, fonts);
  bench ("proof, 200 objects, twenty paths", motion);
}

static void
bench_element (const ChaseDiagram *grid, ChaseFonts *fonts)
{
  g_autoptr (ChaseTale) tale = chase_tale_new (CHASE_TALE_ELEMENT);
  g_autoptr (ChaseMotion) motion = NULL;

  tale->meet = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      ChaseTaleRun *run = &tale->runs[i];
      g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint32));

      find_path (grid, i == 0 ? 0 : COLUMNS - 1, edges, nodes);
      run->n = edges->len;
      run->edges = g_memdup2 (edges->data, edges->len * sizeof (guint32));
      run->nodes = g_memdup2 (nodes->data, nodes->len * sizeof (guint32));
      run->names = g_new0 (char *, nodes->len + 1);
      for (guint k = 0; k < nodes->len; k++)
        run->names[k] = g_strdup_printf ("x_{%u}", k);
    }
  motion = play (tale, NULL, NULL, grid, fonts);
  bench ("element, 200 objects, 28 arrows each way", motion);
}

/* Fifty squares, side by side: the four corners of each, then the four sides of each. */
static void
bench_naturality (ChaseFonts *fonts)
{
  static const guint sides[4][2] = { { 0, 1 }, { 0, 2 }, { 1, 3 }, { 2, 3 } };
  static const char *const labels[] = { "F(f)", "\\alpha_A", "\\alpha_B", "G(f)" };
  g_autoptr (ChaseTale) tale = chase_tale_new (CHASE_TALE_NATURALITY);
  g_autoptr (ChaseItem) item = chase_item_new (CHASE_ITEM_DIAGRAM);
  g_autoptr (ChaseDiagram) squares = chase_diagram_new_empty (item);
  g_autoptr (ChaseMotion) motion = NULL;

  for (guint i = 0; i < COLUMNS * ROWS; i++)
    {
      guint square = i / 4, column = 2 * (square % 10) + i % 2, row = 2 * (square / 10);

      chase_diagram_add_node (squares, i % 4 < 2 ? "F(A)" : "G(A)", TRUE, column, row + i % 4 / 2,
                              NULL);
    }
  for (guint i = 0; i < COLUMNS * ROWS; i++)
    chase_diagram_add_edge (squares, i / 4 * 4 + sides[i % 4][0], i / 4 * 4 + sides[i % 4][1],
                            labels[i % 4], NULL);
  motion = play (tale, NULL, NULL, squares, fonts);
  bench ("naturality, 200 objects, fifty squares", motion);
}

/* A functor from a row of a hundred objects to another one. */
static char *
write_functor (void)
{
  GString *text = g_string_new (NULL);

  for (guint side = 0; side < 2; side++)
    {
      g_string_append_printf (text, "category %s { objects a0", side == 0 ? "C" : "D");
      for (guint i = 1; i < 100; i++)
        g_string_append_printf (text, ", a%u", i);
      for (guint i = 1; i < 100; i++)
        g_string_append_printf (text, "\n f%u : a%u -> a%u", i, i - 1, i);
      g_string_append (text, "\n}\n");
    }
  g_string_append (text, "functor F : C -> D {\n");
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, " a%u |-> a%u\n", i, i);
  for (guint i = 1; i < 100; i++)
    g_string_append_printf (text, " f%u |-> f%u\n", i, i);
  g_string_append (text, "}\ndiagram picture = image F\n");
  return g_string_free (text, FALSE);
}

static void
bench_functor (ChaseFonts *fonts)
{
  g_autofree char *text = write_functor ();
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), problems);
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  ChaseItem *item = chase_document_find (document, "picture");
  g_autoptr (ChaseDiagram) plain = chase_view_compute (theory, item, NULL, problems);
  g_autoptr (ChaseTale) tale = chase_tale_new (CHASE_TALE_IMAGE);
  g_autoptr (ChaseDiagram) placed = NULL;
  g_autoptr (ChaseMotion) motion = NULL;
  double places[2 * COLUMNS * ROWS];

  g_assert_cmpuint (plain->n_nodes, ==, COLUMNS * ROWS);
  for (guint i = 0; i < COLUMNS * ROWS; i++)
    {
      places[2 * i] = i % 10 + (i < 100 ? 0 : 11);
      places[2 * i + 1] = i % 100 / 10;
    }
  placed = chase_diagram_with_positions (plain, places);
  motion = play (tale, theory, item, placed, fonts);
  bench ("functor, 100 objects carried to 100", motion);
}

static void
bench_opposite (ChaseFonts *fonts)
{
  g_autoptr (ChaseTale) tale = chase_tale_new (CHASE_TALE_OPPOSITE);
  g_autoptr (ChaseDiagram) turned = make_grid (TRUE, 0);
  g_autoptr (ChaseMotion) motion = NULL;

  tale->before = make_grid (FALSE, 0);
  motion = play (tale, NULL, NULL, turned, fonts);
  bench ("opposite, 200 objects, every arrow turning", motion);
}

int
main (void)
{
  g_autoptr (ChaseFonts) fonts = chase_fonts_new (NULL, NULL);
  g_autoptr (ChaseDiagram) grid = make_grid (FALSE, 1);
  g_autoptr (ChaseScene) first = draw (grid, fonts, 0);
  g_autoptr (ChaseScene) whole = draw (grid, fonts, 1);
  g_autoptr (ChaseMotion) step = chase_motion_of_step (first, whole, CHASE_THEME_LIGHT);

  bench ("step, half of 200 objects coming", step);
  bench_opposite (fonts);
  bench_functor (fonts);
  bench_naturality (fonts);
  bench_proof (grid, fonts);
  bench_element (grid, fonts);
  return 0;
}
