/* SPDX-License-Identifier: MIT */
#include "layout/layout.h"

#include <glib/gstdio.h>
#include <math.h>
#include <pthread.h>
#include <string.h>

/* A diagram of @n nodes without positions and the arrows "0>1 1>2 ...". */
static ChaseDiagram *
make (guint n, const char *arrows)
{
  g_autoptr (ChaseItem) item = chase_item_new (CHASE_ITEM_DIAGRAM);
  ChaseDiagram *diagram = chase_diagram_new_empty (item);
  g_auto (GStrv) words = g_strsplit (arrows, " ", -1);

  for (guint i = 0; i < n; i++)
    chase_diagram_add_node (diagram, "A", FALSE, 0, 0, NULL);
  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      char *rest;
      guint64 from = g_ascii_strtoull (words[i], &rest, 10);

      chase_diagram_add_edge (diagram, (guint32)from,
                              (guint32)g_ascii_strtoull (rest + 1, NULL, 10), "f", NULL);
    }
  return diagram;
}

static void
assert_apart (const double *positions, guint n)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (isfinite (positions[2 * i]) && isfinite (positions[2 * i + 1]));
      g_assert_true (g_hash_table_add (
          seen, g_strdup_printf ("%.3f %.3f", positions[2 * i], positions[2 * i + 1])));
    }
}

typedef struct
{
  const char *name;
  guint n;
  const char *arrows;
  const char *expected; /* "x,y x,y ..." */
} Shape;

static const Shape shapes[] = {
  { "one", 1, "", "0,0" },
  { "loop", 1, "0>0", "0,0" },
  { "two", 2, "1>0", "1,0 0,0" },
  { "chain", 4, "0>1 1>2 2>3", "0,0 1,0 2,0 3,0" },
  { "span", 3, "0>1 0>2", "1,0 0,0 2,0" },
  { "square", 4, "0>1 0>2 1>3 2>3", "0,0 1,0 0,1 1,1" },
  { "ladder", 6, "0>1 1>2 0>3 1>4 2>5 3>4 4>5", "0,0 1,0 2,0 0,1 1,1 2,1" },
  { "triangle", 3, "0>1 1>2 0>2", "0,0 1,0 1,1" },
  { "directed-triangle", 3, "0>1 1>2 2>0", "0.5,0 1,1 0,1" },
  { "pullback", 5, "0>1 0>2 1>3 2>3 4>0 4>1 4>2", "1,1 2,1 1,2 2,2 0,0" },
  { "pushout", 5, "0>1 0>2 1>3 2>3 3>4 1>4 2>4", "0,0 1,0 0,1 1,1 2,2" },
  { "product", 4, "0>1 1>2 1>3 0>2 0>3", "1,0 1,1 0,1 2,1" },
  { "cube", 8, "0>1 0>2 0>4 1>3 2>3 1>5 4>5 2>6 4>6 3>7 5>7 6>7",
    "0,0 1.5,0 0,1.5 1.5,1.5 0.5,0.5 2,0.5 0.5,2 2,2" },
  { "two-pieces", 4, "0>1 2>3", "0,0 1,0 2,0 3,0" },
};

static void
test_shape (gconstpointer data)
{
  const Shape *shape = data;
  g_autoptr (ChaseDiagram) diagram = make (shape->n, shape->arrows);
  g_autofree double *positions = g_new0 (double, 2 * shape->n);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (chase_layout (diagram, NULL, positions, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < shape->n; i++)
    g_string_append_printf (text, "%s%g,%g", i > 0 ? " " : "", positions[2 * i],
                            positions[2 * i + 1]);
  g_assert_cmpstr (text->str, ==, shape->expected);
}

/* Graphs of Graphviz's say which way their ranks go. */
static void
test_ranks (void)
{
  static const struct
  {
    const char *way;
    double expected[6];
  } cases[] = { { "LR", { 0, 0, 1, 0, 2, 0 } },
                { "RL", { 2, 0, 1, 0, 0, 0 } },
                { "TB", { 0, 0, 0, 1, 0, 2 } },
                { "BT", { 0, 2, 0, 1, 0, 0 } },
                { "odd", { 0, 0, 1, 0, 2, 0 } } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ChaseDiagram) diagram = make (3, "0>1 1>2");
      g_autofree char *note = g_strconcat (" graphviz: rankdir=", cases[i].way, NULL);
      double positions[6];

      diagram->item->comments.above
          = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_name_unref);
      g_ptr_array_add (diagram->item->comments.above, chase_name_new (note));
      g_assert_true (chase_layout (diagram, NULL, positions, NULL));
      for (guint j = 0; j < 6; j++)
        g_assert_cmpfloat (positions[j], ==, cases[i].expected[j]);
    }
}

static void
test_nothing (void)
{
  g_autoptr (ChaseDiagram) diagram = make (0, "");
  double positions[1] = { 7 };

  g_assert_true (chase_layout (diagram, NULL, positions, NULL));
  g_assert_cmpfloat (positions[0], ==, 7);
}

static char *
random_arrows (GRand *rand, guint n, guint n_arrows)
{
  GString *arrows = g_string_new (NULL);

  for (guint i = 0; i < n_arrows; i++)
    g_string_append_printf (arrows, "%s%d>%d", i > 0 ? " " : "", g_rand_int_range (rand, 0, (int)n),
                            g_rand_int_range (rand, 0, (int)n));
  return g_string_free (arrows, FALSE);
}

/* Whatever the graph: everybody has a place of his own, and a second run says the same. */
static void
test_random (gconstpointer data)
{
  ChaseLayoutOptions options;
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  chase_layout_options_init (&options);
  options.engine = (ChaseLayoutEngine)GPOINTER_TO_UINT (data);
  for (guint round = 0; round < 25; round++)
    {
      guint n = (guint)g_rand_int_range (rand, 1, 20);
      g_autofree char *arrows = random_arrows (rand, n, (guint)g_rand_int_range (rand, 0, 30));
      g_autoptr (ChaseDiagram) diagram = make (n, arrows);
      g_autofree double *first = g_new0 (double, 2 * n), *second = g_new0 (double, 2 * n);
      g_autoptr (GError) error = NULL;

      g_assert_true (chase_layout (diagram, &options, first, &error));
      g_assert_no_error (error);
      g_assert_true (chase_layout (diagram, &options, second, &error));
      assert_apart (first, n);
      g_assert_cmpmem (first, 2 * n * sizeof *first, second, 2 * n * sizeof *second);
    }
}

static void
test_many (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree char *arrows = random_arrows (rand, 5000, 8000);
  g_autoptr (ChaseDiagram) diagram = make (5000, arrows);
  g_autofree double *positions = g_new0 (double, 10000);

  g_assert_true (chase_layout (diagram, NULL, positions, NULL));
  assert_apart (positions, 5000);
}

/* Most arrows of a diagram without cycles lead to the right. */
static void
test_direction (void)
{
  g_autoptr (ChaseDiagram) diagram = make (6, "0>1 0>2 0>3 1>4 2>4 3>4 4>5");
  double positions[12];

  g_assert_true (chase_layout (diagram, NULL, positions, NULL));
  for (guint32 i = 6; i < chase_diagram_n_cells (diagram); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      g_assert_cmpfloat (positions[2 * cell->source], <, positions[2 * cell->target]);
    }
}

/* Nodes with a position stay; afresh they do not. */
static void
test_pinned (void)
{
  g_autoptr (ChaseDiagram) bare = make (5, "0>1 0>2 1>3 2>3");
  double places[10] = { 0 }, positions[10];
  ChaseLayoutOptions options;

  g_array_index (bare->cells, ChaseCell, 0).has_position = TRUE;
  g_array_index (bare->cells, ChaseCell, 0).x = 4;
  g_array_index (bare->cells, ChaseCell, 0).y = 7.25;
  g_array_index (bare->cells, ChaseCell, 1).has_position = TRUE;
  g_array_index (bare->cells, ChaseCell, 1).x = 4;
  g_array_index (bare->cells, ChaseCell, 1).y = 8;
  g_assert_true (chase_layout (bare, NULL, positions, NULL));
  g_assert_cmpfloat (positions[0], ==, 4);
  g_assert_cmpfloat (positions[1], ==, 7.25);
  g_assert_cmpfloat (positions[2], ==, 4);
  g_assert_cmpfloat (positions[3], ==, 8);
  assert_apart (positions, 5);
  chase_layout_options_init (&options);
  options.afresh = TRUE;
  g_assert_true (chase_layout (bare, &options, places, NULL));
  g_assert_cmpfloat (places[0], ==, 0);
}

static gboolean
have_dot (void)
{
  g_autofree char *path = g_find_program_in_path ("dot");

  return path != NULL;
}

static void
test_child (void)
{
  g_autoptr (ChaseDiagram) diagram = make (7, "0>1 0>2 0>3 1>4 2>4 3>4 4>5 5>6 6>0");
  double here[14], there[14];
  g_autoptr (GError) error = NULL;

  if (!have_dot ())
    {
      g_test_skip ("dot is not installed");
      return;
    }
  g_assert_true (chase_layout (diagram, NULL, here, &error));
  g_assert_true (chase_layout_in_child (diagram, NULL, there, NULL, 20, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (here, sizeof here, there, sizeof there);
}

static void
test_child_stops (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree char *arrows = random_arrows (rand, 390, 3000);
  g_autoptr (ChaseDiagram) diagram = make (390, arrows);
  g_autofree double *positions = g_new0 (double, 780);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  if (!have_dot ())
    {
      g_test_skip ("dot is not installed");
      return;
    }
  g_assert_false (chase_layout_in_child (diagram, NULL, positions, NULL, 0.05, &error));
  g_assert_error (error, CHASE_LAYOUT_ERROR, CHASE_LAYOUT_ERROR_TIMEOUT);
  g_clear_error (&error);
  assert_apart (positions, 390);
  g_cancellable_cancel (cancellable);
  g_assert_false (chase_layout_in_child (diagram, NULL, positions, cancellable, 60, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
}

static guint n_copies;

static void
note_copy (void)
{
  n_copies++;
}

/* A window that is copied by fork () faults at every page that it then writes to, and stands still.
 */
static void
test_child_copies_nothing (void)
{
  g_autoptr (ChaseDiagram) diagram = make (7, "0>1 0>2 0>3 1>4 2>4 3>4 4>5 5>6 6>0");
  double positions[14];
  g_autoptr (GError) error = NULL;

  if (!have_dot ())
    {
      g_test_skip ("dot is not installed");
      return;
    }
  g_assert_cmpint (pthread_atfork (note_copy, NULL, NULL), ==, 0);
  n_copies = 0;
  g_assert_true (chase_layout_in_child (diagram, NULL, positions, NULL, 20, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_copies, ==, 0);
}

/* A program that ends at once, with more to read than a pipe holds, is said to have failed. */
static void
test_child_ends (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree char *arrows = random_arrows (rand, 390, 12000);
  g_autoptr (ChaseDiagram) diagram = make (390, arrows);
  g_autofree double *positions = g_new0 (double, 780);
  g_autofree char *folder = g_dir_make_tmp ("layout-XXXXXX", NULL);
  g_autofree char *program = g_build_filename (folder, "dot", NULL);
  g_autofree char *before = g_strdup (g_getenv ("PATH"));
  g_autofree char *path = g_strconcat (folder, ":", before, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (program, "#!/bin/sh\nexit 1\n", -1, NULL));
  g_assert_cmpint (g_chmod (program, 0700), ==, 0);
  g_setenv ("PATH", path, TRUE);
  g_assert_false (chase_layout_in_child (diagram, NULL, positions, NULL, 60, &error));
  g_setenv ("PATH", before, TRUE);
  g_assert_error (error, CHASE_LAYOUT_ERROR, CHASE_LAYOUT_ERROR_GRAPHVIZ);
  assert_apart (positions, 390);
  g_unlink (program);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *path = g_strconcat ("/layout/shape/", shapes[i].name, NULL);

      g_test_add_data_func (path, &shapes[i], test_shape);
    }
  g_test_add_func ("/layout/nothing", test_nothing);
  g_test_add_func ("/layout/direction", test_direction);
  g_test_add_data_func ("/layout/random/auto", GUINT_TO_POINTER (CHASE_LAYOUT_AUTO), test_random);
  g_test_add_data_func ("/layout/random/dot", GUINT_TO_POINTER (CHASE_LAYOUT_DOT), test_random);
  g_test_add_data_func ("/layout/random/neato", GUINT_TO_POINTER (CHASE_LAYOUT_NEATO), test_random);
  g_test_add_data_func ("/layout/random/circo", GUINT_TO_POINTER (CHASE_LAYOUT_CIRCO), test_random);
  g_test_add_func ("/layout/many", test_many);
  g_test_add_func ("/layout/ranks", test_ranks);
  g_test_add_func ("/layout/pinned", test_pinned);
  g_test_add_func ("/layout/child", test_child);
  g_test_add_func ("/layout/child/stops", test_child_stops);
  g_test_add_func ("/layout/child/copies-nothing", test_child_copies_nothing);
  g_test_add_func ("/layout/child/ends", test_child_ends);
  return g_test_run ();
}
