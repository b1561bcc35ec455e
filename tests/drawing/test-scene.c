/* SPDX-License-Identifier: MIT */
#include "samples.h"

#include "typeset/typeset.h"

#include <math.h>
#include <string.h>

/* What every diagram must look like, whatever it shows; and each sample as text, as it was last
 * approved. */

typedef struct
{
  ChaseFonts *fonts;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->fonts = chase_fonts_new (NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  chase_fonts_unref (fixture->fonts);
}

static ChaseScene *
draw (Fixture *fixture, const char *name)
{
  g_autoptr (ChaseDiagram) diagram = chase_sample_make (name);

  return chase_draw_diagram (diagram, fixture->fonts, NULL, NULL);
}

static char *
golden_path (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);

  return g_build_filename (g_getenv ("CHASE_SOURCE_ROOT"), "tests", "drawing", "golden", file,
                           NULL);
}

/* One letter for every label: how formulas are set is not this room's business. */
static ChaseDiagram *
with_letters (ChaseDiagram *diagram)
{
  for (guint32 i = 0; i < chase_diagram_n_cells (diagram); i++)
    {
      ChaseCell *cell = &g_array_index (diagram->cells, ChaseCell, i);

      if (strlen (cell->label) > 1)
        cell->label = cell->level == 0 ? "M" : "m";
    }
  return diagram;
}

/* CHASE_UPDATE=1 takes what is drawn now for right. */
static void
test_golden (Fixture *fixture, gconstpointer data)
{
  const ChaseSample *sample = data;
  g_autoptr (ChaseDiagram) diagram = with_letters (sample->make ());
  g_autoptr (ChaseScene) scene = chase_draw_diagram (diagram, fixture->fonts, NULL, NULL);
  g_autofree char *text = chase_scene_to_text (scene), *path = golden_path (sample->name);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (strcmp (chase_fonts_get_math_family (fixture->fonts), "Latin Modern Math") != 0)
    {
      g_test_skip ("Latin Modern Math is not installed");
      return;
    }
  if (g_getenv ("CHASE_UPDATE") != NULL)
    {
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static gboolean
is_inside (const ChaseRect *rect, ChasePoint at)
{
  return at.x > rect->x && at.x < rect->x + rect->width && at.y > rect->y
         && at.y < rect->y + rect->height;
}

/* No arrow runs into a node; an upright or level one does not run into the box of its own label. */
static void
test_clear (Fixture *fixture, gconstpointer data)
{
  const ChaseSample *sample = data;
  g_autoptr (ChaseDiagram) diagram = sample->make ();
  g_autoptr (ChaseScene) scene = draw (fixture, sample->name);

  for (guint32 i = diagram->n_nodes; i < chase_scene_n_cells (scene); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      ChasePoint at, along;
      ChaseRect label;

      if (cell->style->form != CHASE_EDGE_ARROW
          || !chase_scene_edge_point (scene, i, 0, NULL, NULL))
        continue;
      g_assert_true (chase_scene_label_bounds (scene, i, &label));
      for (int k = 0; k <= 40; k++)
        {
          g_assert_true (chase_scene_edge_point (scene, i, k / 40.0, &at, &along));
          g_assert_cmpuint (chase_scene_hit (scene, at.x, at.y, 0.5), >=, diagram->n_nodes);
          if (chase_scene_get_label (scene, i) != NULL
              && cell->style->label_side != CHASE_LABEL_CENTRE
              && cell->style->label_side != CHASE_LABEL_OVER
              && (fabs (along.x) < 1e-6 || fabs (along.y) < 1e-6)
              && strcmp (sample->name, "parallel") != 0)
            g_assert_false (is_inside (&label, at));
        }
    }
}

/* Pointing at the middle of a cell finds it; pointing far away finds nothing. */
static void
test_hit (Fixture *fixture, gconstpointer data)
{
  const ChaseSample *sample = data;
  g_autoptr (ChaseDiagram) diagram = sample->make ();
  g_autoptr (ChaseScene) scene = draw (fixture, sample->name);
  ChaseRect bounds = chase_scene_get_bounds (scene);

  g_assert_cmpuint (chase_scene_hit (scene, bounds.x - 500, bounds.y - 500, 4), ==, CHASE_NO_CELL);
  for (guint32 i = 0; i < chase_scene_n_cells (scene); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      ChasePoint at;
      guint32 found;

      if (!chase_scene_cell_centre (scene, i, &at))
        continue;
      if (cell->level > 0)
        chase_scene_edge_point (scene, i, 0.31, &at, NULL);
      found = chase_scene_hit (scene, at.x, at.y, 3);
      /* A later cell may cross here. */
      g_assert_cmpuint (found, !=, CHASE_NO_CELL);
      if (cell->level == 0)
        g_assert_cmpuint (found, ==, i);
      else
        g_assert_cmpuint (found, >=, diagram->n_nodes);
    }
}

static void
test_hit_square (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseScene) scene = draw (fixture, "square");

  for (guint32 i = 4; i < 8; i++)
    {
      ChasePoint at, along;
      ChaseRect label;

      g_assert_true (chase_scene_edge_point (scene, i, 0.5, &at, &along));
      g_assert_cmpfloat (fabs (hypot (along.x, along.y) - 1), <, 1e-6);
      g_assert_cmpuint (chase_scene_hit (scene, at.x, at.y, 2), ==, i);
      g_assert_cmpfloat (fabs (chase_scene_edge_nearest (scene, i, at.x, at.y) - 0.5), <, 0.01);
      g_assert_true (chase_scene_label_bounds (scene, i, &label));
      g_assert_cmpuint (
          chase_scene_hit (scene, label.x + label.width / 2, label.y + label.height / 2, 0), ==, i);
    }
}

/* The labels of a square stand outside, and those of one drawn the other way round too. */
static void
test_outside (Fixture *fixture, gconstpointer data)
{
  const double flips[][2] = { { 1, 1 }, { -1, 1 }, { 1, -1 }, { -1, -1 } };

  for (guint f = 0; f < G_N_ELEMENTS (flips); f++)
    {
      g_autoptr (ChaseDiagram) diagram = chase_sample_make ("square");
      g_autoptr (ChaseScene) scene = NULL;
      ChasePoint a, d;

      for (guint32 i = 0; i < 4; i++)
        {
          g_array_index (diagram->cells, ChaseCell, i).x *= flips[f][0];
          g_array_index (diagram->cells, ChaseCell, i).y *= flips[f][1];
        }
      scene = chase_draw_diagram (diagram, fixture->fonts, NULL, NULL);
      chase_scene_cell_centre (scene, 0, &a);
      chase_scene_cell_centre (scene, 3, &d);
      for (guint32 i = 4; i < 8; i++)
        {
          ChaseRect label;
          double x, y;

          chase_scene_label_bounds (scene, i, &label);
          x = label.x + label.width / 2;
          y = label.y + label.height / 2;
          g_assert_true (x < MIN (a.x, d.x) || x > MAX (a.x, d.x) || y < MIN (a.y, d.y)
                         || y > MAX (a.y, d.y));
        }
    }
}

static void
test_grid_conversion (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseScene) scene = draw (fixture, "wide");

  for (double column = -3; column <= 4; column += 0.37)
    {
      ChasePoint place = chase_scene_from_grid (scene, column, 2 * column);
      ChasePoint back = chase_scene_to_grid (scene, place.x, place.y);

      g_assert_cmpfloat (fabs (back.x - column), <, 1e-6);
      g_assert_cmpfloat (fabs (back.y - 2 * column), <, 1e-6);
    }
  g_assert_cmpfloat (chase_scene_from_grid (scene, 0, 0).x, ==, 0);
}

/* Two arrows the same way are drawn apart, flush, and symmetrically. */
static void
test_parallel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseScene) scene = draw (fixture, "parallel");
  ChasePoint f, g, a;

  chase_scene_edge_point (scene, 8, 0, &f, NULL);
  chase_scene_edge_point (scene, 9, 0, &g, NULL);
  chase_scene_cell_centre (scene, 0, &a);
  g_assert_cmpfloat (fabs (f.x - g.x), <, 0.2);
  g_assert_cmpfloat (fabs (f.y + g.y - 2 * a.y), <, 1e-6);
  g_assert_cmpfloat (g.y - f.y, >, 8);
}

/* Cells of a later step are not there, but the frame is that of all. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseDiagram) diagram = chase_sample_make ("colours");
  g_autoptr (ChaseScene) whole = NULL, first = NULL;
  ChaseDrawOptions options;
  ChaseRect a, b, unused;

  g_assert_cmpuint (chase_diagram_last_step (diagram), ==, 2);
  chase_draw_options_init (&options);
  whole = chase_draw_diagram (diagram, fixture->fonts, NULL, &options);
  options.step = 1;
  first = chase_draw_diagram (diagram, fixture->fonts, NULL, &options);
  a = chase_scene_get_bounds (whole);
  b = chase_scene_get_bounds (first);
  g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
  g_assert_cmpuint (chase_scene_n_items (first), <, chase_scene_n_items (whole));
  g_assert_true (chase_scene_cell_bounds (whole, 5, &unused));
  g_assert_false (chase_scene_cell_bounds (first, 5, &unused));
}

static void
test_marks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseDiagram) diagram = chase_sample_make ("square");
  const guint32 left[] = { 4, 6 }, right[] = { 5, 7 };
  ChaseFaceMark marks[] = { { CHASE_MARK_HOLDS, left, 2, right, 2, 0, 0 },
                            { CHASE_MARK_UNDECIDED, NULL, 0, NULL, 0, 3, 3 } };
  g_autoptr (ChaseScene) scene = NULL;
  ChaseDrawOptions options;
  ChasePoint a, d;

  chase_draw_options_init (&options);
  options.marks = marks;
  options.n_marks = 2;
  scene = chase_draw_diagram (diagram, fixture->fonts, NULL, &options);
  chase_scene_cell_centre (scene, 0, &a);
  chase_scene_cell_centre (scene, 3, &d);
  g_assert_cmpuint (chase_scene_hit_mark (scene, (a.x + d.x) / 2, (a.y + d.y) / 2, 0), ==, 0);
  d = chase_scene_from_grid (scene, 3, 3);
  g_assert_cmpuint (chase_scene_hit_mark (scene, d.x, d.y, 0), ==, 1);
  g_assert_cmpuint (chase_scene_hit_mark (scene, 0, 0, 0), ==, G_MAXUINT32);
}

static gboolean
lies_in (const ChaseScene *scene, const guint32 *left, const guint32 *right, double column,
         double row, double *area)
{
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) other = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChasePoint at = chase_scene_from_grid (scene, column, row);
  ChaseRect bounds;

  g_array_append_vals (one, left, 2);
  g_array_append_vals (other, right, right[1] == 0 ? 1 : 2);
  return chase_scene_face_at (scene, one, other, at.x, at.y, area, &bounds);
}

/* A triangle does not reach into the other half of its box; a bent side takes its face along. */
static void
test_face_at (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseDiagram) diagram = chase_sample_make ("square");
  const guint32 upper[] = { 4, 6 }, lower[] = { 5, 7 }, across[] = { 8, 0 };
  g_autoptr (ChaseScene) scene = NULL, bent = NULL;
  double half, whole, more;
  ChaseStyle style;

  chase_style_init (&style);
  chase_diagram_add_edge (diagram, 0, 3, "", NULL);
  scene = chase_draw_diagram (diagram, fixture->fonts, NULL, NULL);
  g_assert_true (lies_in (scene, upper, across, 0.8, 0.2, &half));
  g_assert_false (lies_in (scene, upper, across, 0.2, 0.8, &half));
  g_assert_true (lies_in (scene, lower, across, 0.2, 0.8, &half));
  g_assert_true (lies_in (scene, upper, lower, 0.2, 0.8, &whole));
  g_assert_false (lies_in (scene, upper, lower, 1.4, 0.5, &whole));
  g_assert_cmpfloat (half, <, 0.6 * whole);
  style.curve = 2;
  chase_diagram_add_edge (diagram, 0, 3, "", &style);
  bent = chase_draw_diagram (diagram, fixture->fonts, NULL, NULL);
  g_assert_true (lies_in (bent, upper, (const guint32[]){ 9, 0 }, 0.8, 0.2, &more)
                 != lies_in (bent, lower, (const guint32[]){ 9, 0 }, 0.8, 0.2, &half));
  g_assert_cmpfloat (fabs (more - half), >, 0.1 * whole);
}

/* A face whose sides cross has next to no area, and its centre of area may lie far off. */
static void
test_crossing_mark (Fixture *fixture, gconstpointer data)
{
  static const double places[4][2] = { { 0, 0 }, { 1, 1 }, { 0, 1.03 }, { 1, 0 } };
  g_autoptr (ChaseDiagram) diagram = chase_sample_make ("empty");
  const guint32 left[] = { 4, 5 }, right[] = { 6, 7 };
  ChaseFaceMark mark = { CHASE_MARK_FAILS, left, 2, right, 2, 0, 0 };
  g_autoptr (ChaseScene) plain = NULL, marked = NULL;
  ChaseDrawOptions options;
  ChaseRect a, b;

  for (guint i = 0; i < 4; i++)
    chase_diagram_add_node (diagram, "A", TRUE, places[i][0], places[i][1], NULL);
  for (guint32 i = 1; i < 3; i++)
    {
      chase_diagram_add_edge (diagram, 0, i, "", NULL);
      chase_diagram_add_edge (diagram, i, 3, "", NULL);
    }
  plain = chase_draw_diagram (diagram, fixture->fonts, NULL, NULL);
  chase_draw_options_init (&options);
  options.marks = &mark;
  options.n_marks = 1;
  marked = chase_draw_diagram (diagram, fixture->fonts, NULL, &options);
  a = chase_scene_get_bounds (plain);
  b = chase_scene_get_bounds (marked);
  g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
}

static void
test_placeholders (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseDiagram) diagram = chase_sample_make ("declared");
  g_autoptr (ChaseScene) bare = NULL, shown = NULL;
  ChaseDrawOptions options;
  ChaseRect a, b;

  chase_draw_options_init (&options);
  bare = chase_draw_diagram (diagram, fixture->fonts, NULL, &options);
  options.placeholders = TRUE;
  shown = chase_draw_diagram (diagram, fixture->fonts, NULL, &options);
  g_assert_cmpuint (chase_scene_n_items (shown), ==, chase_scene_n_items (bare) + 1);
  a = chase_scene_get_bounds (bare);
  b = chase_scene_get_bounds (shown);
  g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
}

/* Nonsense in every number of a style, and ends in one place: nothing breaks, nothing is infinite.
 */
static void
test_nonsense (Fixture *fixture, gconstpointer data)
{
  const double values[] = { 0, -1, 1e300, -1e300, NAN, INFINITY, 50, 1e-300 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (ChaseItem) item = chase_item_new (CHASE_ITEM_DIAGRAM);
      g_autoptr (ChaseDiagram) diagram = chase_diagram_new_empty (item);
      g_autoptr (ChaseScene) scene = NULL;
      g_autofree char *text = NULL;
      ChaseRect bounds;

#define PICK values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))]
      for (guint i = 0; i < 4; i++)
        chase_diagram_add_node (diagram, i == 3 ? "" : "X", TRUE, PICK, PICK, NULL);
      for (guint i = 0; i < 6; i++)
        {
          ChaseStyle style;
          guint n = chase_diagram_n_cells (diagram);

          chase_style_init (&style);
          style.curve = PICK;
          style.offset = PICK;
          style.shorten_source = PICK;
          style.shorten_target = PICK;
          style.label_at = PICK;
          style.radius = PICK;
          style.angle = PICK;
          style.bend = g_rand_boolean (rand) ? PICK : 0;
          style.has_out = g_rand_boolean (rand);
          style.has_in = g_rand_boolean (rand);
          style.out = PICK;
          style.in = PICK;
          style.looseness = PICK;
          style.label_gap = PICK;
          style.label_sloped = g_rand_boolean (rand);
          style.level = (guint)g_rand_int_range (rand, 0, 9);
          style.form = (ChaseEdgeForm)g_rand_int_range (rand, 0, 4);
          style.body = (ChaseBody)g_rand_int_range (rand, 0, 9);
          style.tail = (ChaseTail)g_rand_int_range (rand, 0, 9);
          style.head = (ChaseHead)g_rand_int_range (rand, 0, 7);
          style.label_side = (ChaseLabelSide)g_rand_int_range (rand, 0, 5);
          chase_diagram_add_edge (diagram, (guint32)g_rand_int_range (rand, 0, (int)n),
                                  (guint32)g_rand_int_range (rand, 0, (int)n), "f", &style);
        }
#undef PICK
      scene = chase_draw_diagram (diagram, fixture->fonts, NULL, NULL);
      bounds = chase_scene_get_bounds (scene);
      g_assert_true (isfinite (bounds.x) && isfinite (bounds.width));
      text = chase_scene_to_text (scene);
      g_assert_null (strstr (text, "nan"));
      g_assert_null (strstr (text, "inf"));
    }
}

/* An arrow to an object with this outline (NULL: none). */
static ChaseScene *
draw_outlined (Fixture *fixture, const char *shape, const char *line)
{
  g_autoptr (ChaseItem) item = chase_item_new (CHASE_ITEM_DIAGRAM);
  g_autoptr (ChaseDiagram) diagram = chase_diagram_new_empty (item);
  g_autoptr (ChaseStyle) style = chase_style_new ();

  if (shape != NULL)
    {
      chase_style_set_extra (style, "outline", shape);
      chase_style_set_extra (style, "outlinefill", "#ffffcc");
    }
  if (line != NULL)
    chase_style_set_extra (style, "outlinestyle", line);
  chase_diagram_add_node (diagram, "A", TRUE, 0, 0, NULL);
  chase_diagram_add_node (diagram, "B", TRUE, 1, 0, style);
  chase_diagram_add_edge (diagram, 0, 1, "", NULL);
  return chase_draw_diagram (diagram, fixture->fonts, NULL, NULL);
}

/* Arrows end at the outline of a node, whatever it is, and every one of them is drawn. */
static void
test_outlines (Fixture *fixture, gconstpointer data)
{
  static const char *const shapes[] = { "rectangle", "rounded", "circle", "ellipse" };
  static const char *const lines[] = { NULL, "dashed", "dotted", "double", "none", "odd" };
  g_autoptr (ChaseScene) plain = draw_outlined (fixture, NULL, NULL);
  g_autoptr (ChaseScene) odd = draw_outlined (fixture, "odd", NULL);

  g_assert_cmpuint (chase_scene_n_items (odd), ==, chase_scene_n_items (plain));
  for (guint i = 0; i < G_N_ELEMENTS (shapes) * G_N_ELEMENTS (lines); i++)
    {
      const char *line = lines[i / G_N_ELEMENTS (shapes)];
      guint more = g_strcmp0 (line, "none") == 0 ? 1 : 2;
      g_autoptr (ChaseScene) scene
          = draw_outlined (fixture, shapes[i % G_N_ELEMENTS (shapes)], line);
      ChaseRect box;
      ChasePoint end;

      g_assert_cmpuint (chase_scene_n_items (scene), ==, chase_scene_n_items (plain) + more);
      g_assert_true (chase_scene_label_bounds (scene, 1, &box));
      g_assert_true (chase_scene_edge_point (scene, 2, 1, &end, NULL));
      g_assert_cmpfloat (end.x, <, box.x);
      g_assert_cmpfloat (end.x, >, box.x - 4);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < chase_n_samples; i++)
    {
      const ChaseSample *sample = &chase_samples[i];
      g_autofree char *golden = g_strconcat ("/drawing/golden/", sample->name, NULL);
      g_autofree char *clear = g_strconcat ("/drawing/clear/", sample->name, NULL);
      g_autofree char *hit = g_strconcat ("/drawing/hit/", sample->name, NULL);

      g_test_add (golden, Fixture, sample, set_up, test_golden, tear_down);
      g_test_add (clear, Fixture, sample, set_up, test_clear, tear_down);
      g_test_add (hit, Fixture, sample, set_up, test_hit, tear_down);
    }
  g_test_add ("/drawing/hit-square", Fixture, NULL, set_up, test_hit_square, tear_down);
  g_test_add ("/drawing/outside", Fixture, NULL, set_up, test_outside, tear_down);
  g_test_add ("/drawing/grid", Fixture, NULL, set_up, test_grid_conversion, tear_down);
  g_test_add ("/drawing/parallel", Fixture, NULL, set_up, test_parallel, tear_down);
  g_test_add ("/drawing/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/drawing/marks", Fixture, NULL, set_up, test_marks, tear_down);
  g_test_add ("/drawing/face-at", Fixture, NULL, set_up, test_face_at, tear_down);
  g_test_add ("/drawing/marks/crossing", Fixture, NULL, set_up, test_crossing_mark, tear_down);
  g_test_add ("/drawing/placeholders", Fixture, NULL, set_up, test_placeholders, tear_down);
  g_test_add ("/drawing/nonsense", Fixture, NULL, set_up, test_nonsense, tear_down);
  g_test_add ("/drawing/outlines", Fixture, NULL, set_up, test_outlines, tear_down);
  return g_test_run ();
}
