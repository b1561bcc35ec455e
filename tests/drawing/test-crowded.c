/* SPDX-License-Identifier: MIT */
/* What is crowded, huge or nested without end is drawn all the same, and soon; and what makes room
 * for itself sees all that is there. */
#include "drawing/export.h"
#include "drawing/squares.h"
#include "model/theory.h"
#include "notation/notation.h"
#include "typeset/typeset.h"

#include <math.h>
#include <string.h>

typedef struct
{
  ChaseFonts *fonts;
  GString *text; /* a document whose first item is the diagram */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->fonts = chase_fonts_new (NULL, &error);
  g_assert_no_error (error);
  fixture->text = g_string_new ("diagram d {\n");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  chase_fonts_unref (fixture->fonts);
  g_string_free (fixture->text, TRUE);
}

/* Ends the text, and reads the diagram in it. */
static ChaseDiagram *
read_diagram (Fixture *fixture)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = NULL;

  g_string_append (fixture->text, "}\n");
  document = chase_notation_parse (fixture->text->str, fixture->text->len, problems);
  g_assert_cmpuint (problems->len, ==, 0);
  return chase_diagram_new (document, chase_document_get_item (document, 0), NULL);
}

static ChaseScene *
draw (Fixture *fixture)
{
  g_autoptr (ChaseDiagram) diagram = read_diagram (fixture);

  return chase_draw_diagram (diagram, fixture->fonts, NULL, NULL);
}

/* A wall of arrows, half of which cross over all others. */
static void
test_crossings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseScene) scene = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (fixture->text, "a%u at %u, 0; b%u at %u, 1\n", i, i, i, i);
  for (guint i = 0; i < 399; i++)
    g_string_append_printf (fixture->text, "_ : a%u -> b%u \"\" [crossing]; _ : a%u -> b%u \"\"\n",
                            i, i + 1, i + 1, i);
  scene = draw (fixture);
  for (guint32 i = 800; i < chase_scene_n_cells (scene); i++)
    g_assert_true (chase_scene_cell_centre (scene, i, &(ChasePoint){ 0 }));
}

/* Labels a thousand metres wide. */
static void
test_wide_labels (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) wide = g_string_new ("x");
  g_autoptr (ChaseScene) scene = NULL;
  ChaseRect bounds;

  for (guint i = 0; i < 700; i++)
    g_string_append (wide, "\\hspace{999in}");
  g_string_append_c (wide, 'y');
  for (guint i = 0; i < 20; i++)
    g_string_append_printf (fixture->text, "a%u at %u, 0 \"%s\"\n", i, i, wide->str);
  for (guint i = 0; i < 19; i++)
    g_string_append_printf (fixture->text, "f%u : a%u -> a%u \"%s\"\n", i, i, i + 1, wide->str);
  scene = draw (fixture);
  bounds = chase_scene_get_bounds (scene);
  g_assert_true (isfinite (bounds.width));
  g_assert_cmpfloat (bounds.width, >, 1e9);
}

static void
test_loops (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseScene) scene = NULL;

  g_string_append (fixture->text, "a at 0, 0; b at 1, 0; f : a -> b\n");
  for (guint i = 0; i < 3000; i++)
    g_string_append (fixture->text, "_ : a -> a \"\"\n");
  scene = draw (fixture);
  g_assert_cmpuint (chase_scene_n_cells (scene), ==, 3003);
}

/* Each cell stands on two of the ones below, and none has a name to be called by. */
static void
test_described_cells (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseDiagram) diagram = NULL;
  g_autofree char *words = NULL;

  g_string_append (fixture->text, "a at 0, 0; b at 1, 0; f0, g0 : a -> b \"\"\n");
  for (guint i = 0; i < 40; i++)
    g_string_append_printf (fixture->text, "f%u, g%u : f%u => g%u \"\"\n", i + 1, i + 1, i, i);
  diagram = read_diagram (fixture);
  words = chase_describe_diagram (diagram, fixture->fonts, NULL, NULL, 0);
  g_assert_cmpuint (strlen (words), <, 10000);
  g_assert_nonnull (strstr (words, "one from a cell without a name to a cell without a name"));
}

typedef struct
{
  const ChaseRect *boxes;
  ChaseRect box;
  guint *seen;
} Look;

static gboolean
note (guint number, gpointer data)
{
  Look *look = data;

  look->seen[number]++;
  return FALSE;
}

/* What is listed near a box is all that meets it, whether either is small or in too many squares to
 * be listed in each. */
static void
test_squares (Fixture *fixture, gconstpointer data)
{
  enum
  {
    N = 300
  };
  const double sizes[] = { 0, 10, 100, 1000, 1e5, 1e8, 1e12 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (ChaseSquares) squares = chase_squares_new (64, 10);
  ChaseRect boxes[2 * N];

  for (guint i = 0; i < 2 * N; i++)
    boxes[i] = (ChaseRect){ g_rand_double_range (rand, -1000, 1000),
                            g_rand_double_range (rand, -1000, 1000),
                            sizes[g_rand_int_range (rand, 0, G_N_ELEMENTS (sizes))],
                            sizes[g_rand_int_range (rand, 0, 4)] };
  for (guint i = 0; i < N; i++)
    chase_squares_add (squares, &boxes[i], i);
  for (guint k = N; k < 2 * N; k++)
    {
      guint seen[N] = { 0 };
      Look look = { .seen = seen };

      chase_squares_look (squares, &boxes[k], note, &look);
      for (guint i = 0; i < N; i++)
        if (boxes[i].x <= boxes[k].x + boxes[k].width && boxes[k].x <= boxes[i].x + boxes[i].width
            && boxes[i].y <= boxes[k].y + boxes[k].height
            && boxes[k].y <= boxes[i].y + boxes[i].height)
          g_assert_cmpuint (seen[i], >, 0);
    }
}

/* The box of the frames of @scene. */
static ChaseRect
frame_box (const ChaseScene *scene)
{
  for (guint i = 0; i < chase_scene_n_items (scene); i++)
    if (chase_scene_get_item (scene, i)->role == CHASE_ROLE_FRAME
        && chase_scene_get_item (scene, i)->n_verbs > 0)
      return chase_scene_get_item (scene, i)->bounds;
  g_assert_not_reached ();
}

static void
assert_inside (const ChaseRect *inner, const ChaseRect *outer)
{
  g_assert_cmpfloat (outer->x, <=, inner->x);
  g_assert_cmpfloat (outer->y, <=, inner->y);
  g_assert_cmpfloat (inner->x + inner->width, <=, outer->x + outer->width);
  g_assert_cmpfloat (inner->y + inner->height, <=, outer->y + outer->height);
}

/* A frame holds the whole of a loop, and the labels of its arrows as they lie. */
static void
test_frames (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseScene) scene = NULL;
  ChaseRect frame, box;

  g_string_append (
      fixture->text,
      "a at 0, 0 [frame = \"F\"]; b at 0, 1 [frame = \"F\"]\n"
      "l : a -> a \"loop\" [radius = 8, angle = 90]\n"
      "f : a -> b \"a long label\" [sloped, label = right, also = \"sideways\" [left]]\n");
  scene = draw (fixture);
  frame = frame_box (scene);
  for (guint32 i = 0; i < chase_scene_n_cells (scene); i++)
    if (chase_scene_cell_bounds (scene, i, &box))
      assert_inside (&box, &frame);
}

/* In which direction from the node a loop lies, in degrees clockwise from the top. */
static double
direction_of (const ChaseScene *scene, guint32 loop)
{
  ChasePoint node, middle;

  g_assert_true (chase_scene_cell_centre (scene, 0, &node));
  g_assert_true (chase_scene_edge_point (scene, loop, 0.5, &middle, NULL));
  return atan2 (middle.x - node.x, node.y - middle.y) * 180 / G_PI;
}

/* A loop of which nothing is said goes where no loop with angles and no bent arrow is. */
static void
test_bent_neighbours (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseScene) scene = NULL;

  g_string_append (fixture->text, "a at 0, 0; b at 1, 0\n"
                                  "up : a -> a \"u\" [out = 120, in = 60]\n"
                                  "l : a -> a \"l\"\n");
  if (GPOINTER_TO_INT (data))
    {
      g_string_truncate (fixture->text, 0);
      g_string_append (fixture->text, "diagram d {\na at 0, 0; b at 1, 0\n"
                                      "f : a -> b \"f\" [out = 80, in = 120]\n"
                                      "l : a -> a \"l\"\n");
    }
  scene = draw (fixture);
  g_assert_cmpfloat (fabs (direction_of (scene, 3)), >, 60);
}

/* How far right of the way from the first node to the last the middle of @edge lies. */
static double
bulge_of (const ChaseScene *scene, guint32 edge)
{
  ChasePoint middle;

  g_assert_true (chase_scene_edge_point (scene, edge, 0.5, &middle, NULL));
  return middle.y;
}

/* Composites along a row: those with a common object do not lie on each other. */
static void
test_composites (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseScene) scene = NULL;

  g_string_append (fixture->text, "a at 0, 0; b at 1, 0; c at 2, 0; d at 3, 0\n"
                                  "f : a -> b; g : b -> c; h : c -> d\n"
                                  "gf : a -> c; hgf : a -> d\n");
  scene = draw (fixture);
  g_assert_cmpfloat (bulge_of (scene, 7), <, -20);
  g_assert_cmpfloat (bulge_of (scene, 8), >, 20);
}

/* Loops that were put a quarter turn apart do not touch. */
static void
test_loops_apart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ChaseScene) scene = NULL;
  ChasePoint one, other;

  g_string_append (fixture->text, "a at 0, 0\nl : a -> a [angle = 90]\nm : a -> a [radius = -3]\n");
  scene = draw (fixture);
  for (guint i = 0; i <= 20; i++)
    for (guint k = 0; k <= 20; k++)
      {
        g_assert_true (chase_scene_edge_point (scene, 1, i / 20.0, &one, NULL));
        g_assert_true (chase_scene_edge_point (scene, 2, k / 20.0, &other, NULL));
        g_assert_cmpfloat (hypot (one.x - other.x, one.y - other.y), >, 6);
      }
}

/* A square with the diagonal @ends, whose label is long. */
static ChaseScene *
draw_square (Fixture *fixture, const char *ends, const char *style, gboolean open)
{
  g_string_assign (fixture->text, "diagram d {\na at 0, 0; b at 1, 0; c at 0, 1; d at 1, 1\n"
                                  "f : a -> b; h : b -> d; k : c -> d\n");
  g_string_append_printf (fixture->text, "l : %s \"\\text{a label that is long}\" %s\n", ends,
                          style);
  if (!open)
    g_string_append (fixture->text, "g : a -> c\n");
  return draw (fixture);
}

static double
width_of (const ChaseScene *scene)
{
  ChasePoint a, b;

  g_assert_true (chase_scene_cell_centre (scene, 0, &a));
  g_assert_true (chase_scene_cell_centre (scene, 1, &b));
  return b.x - a.x;
}

/* The label of a diagonal fits between it and the sides of its square; where a side is open,
 * nothing parts for it. */
static void
test_diagonals (Fixture *fixture, gconstpointer data)
{
  const char *ends[] = { "a -> d", "d -> a", "b -> c", "c -> b" };
  const char *styles[] = { "", "[label = left]", "[label = right]" };
  const guint32 diagonal = 7;

  for (guint i = 0; i < G_N_ELEMENTS (ends) * G_N_ELEMENTS (styles); i++)
    {
      g_autoptr (ChaseScene) scene = draw_square (fixture, ends[i % 4], styles[i / 4], FALSE);
      ChaseRect label;
      ChasePoint at;

      g_assert_true (chase_scene_label_bounds (scene, diagonal, &label));
      for (guint32 edge = 4; edge < chase_scene_n_cells (scene); edge++)
        for (int k = 0; k <= 40 && edge != diagonal; k++)
          {
            g_assert_true (chase_scene_edge_point (scene, edge, k / 40.0, &at, NULL));
            g_assert_false (at.x > label.x && at.x < label.x + label.width && at.y > label.y
                            && at.y < label.y + label.height);
          }
      g_assert_cmpfloat (width_of (scene), >, 200);
    }
  {
    g_autoptr (ChaseScene) scene = draw_square (fixture, "a -> d", "", TRUE);

    g_assert_cmpfloat (width_of (scene), <, 130);
  }
}

int
main (int argc, char **argv)
{
#define TEST(name, data, function)                                                                 \
  g_test_add ("/drawing/crowded/" name, Fixture, data, set_up, function, tear_down)

  g_test_init (&argc, &argv, NULL);
  TEST ("crossings", NULL, test_crossings);
  TEST ("wide-labels", NULL, test_wide_labels);
  TEST ("loops", NULL, test_loops);
  TEST ("described-cells", NULL, test_described_cells);
  TEST ("squares", NULL, test_squares);
  TEST ("frames", NULL, test_frames);
  TEST ("composites", NULL, test_composites);
  TEST ("diagonals", NULL, test_diagonals);
  TEST ("loops-apart", NULL, test_loops_apart);
  TEST ("loop-beside-loop", GINT_TO_POINTER (FALSE), test_bent_neighbours);
  TEST ("loop-beside-arrow", GINT_TO_POINTER (TRUE), test_bent_neighbours);
  return g_test_run ();
}
