/* SPDX-License-Identifier: MIT */
/* The dual of every document at hand has its verdicts, and the dual of the dual is the document,
 * byte for byte. */
#include "program.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Every file below @path whose name ends with @ending, in the order of their names. */
static void
find_files (const char *path, const char *ending, GPtrArray *files)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);

      if (g_file_test (file, G_FILE_TEST_IS_DIR))
        find_files (file, ending, files);
      else if (g_str_has_suffix (name, ending))
        g_ptr_array_add (files, g_steal_pointer (&file));
    }
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static GPtrArray *
files_of (const char *root, const char *name, const char *ending)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = root != NULL ? g_build_filename (root, name, NULL) : NULL;

  if (path != NULL)
    find_files (path, ending, files);
  g_ptr_array_sort (files, compare_names);
  return files;
}

static JsonArray *
results_of (JsonParser *parser, const Run *run)
{
  g_assert_true (json_parser_load_from_data (parser, run->out, -1, NULL));
  return json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                       "results");
}

static char *
told (JsonObject *result)
{
  JsonNode *value = json_object_get_member (result, "value");
  g_autofree char *text = value != NULL ? json_to_string (value, FALSE) : NULL;

  return g_strdup_printf ("%s %s", json_object_get_string_member (result, "verdict"),
                          text != NULL ? text : "");
}

/* Check by check the same; but that time may run out in one of the two is no difference. */
static void
assert_same_verdicts (const Run *one, const Run *two)
{
  g_autoptr (JsonParser) first = json_parser_new ();
  g_autoptr (JsonParser) second = json_parser_new ();
  JsonArray *a = results_of (first, one), *b = results_of (second, two);

  g_assert_cmpuint (json_array_get_length (a), ==, json_array_get_length (b));
  for (guint i = 0; i < json_array_get_length (a); i++)
    {
      g_autofree char *here = told (json_array_get_object_element (a, i));
      g_autofree char *there = told (json_array_get_object_element (b, i));

      if (strstr (one->out, "ran out") == NULL && strstr (two->out, "ran out") == NULL)
        g_assert_cmpstr (here, ==, there);
      else if (here[0] != 'u' && there[0] != 'u')
        g_assert_cmpstr (here, ==, there);
    }
}

/* @seconds: for each question, or NULL where nothing is asked. The dual goes through a file, since
 * its comments may look like LaTeX. */
static void
assert_dual (const char *file, const char *seconds)
{
  const char *format[] = { "format", file, NULL };
  const char *op[] = { "op", file, "-o", "dual.chase", NULL };
  const char *check[] = { "check", "--json", "--timeout", seconds, file, NULL };
  const char *check_dual[] = { "check", "--json", "--timeout", seconds, "dual.chase", NULL };
  g_autoptr (Run) original = run_vector (format, NULL, 0);
  g_autoptr (Run) dual = run_vector (op, NULL, 0);
  g_autoptr (Run) twice = run_line ("op dual.chase");

  g_test_message ("%s", file);
  g_assert_cmpint (dual->status, ==, 0);
  g_assert_cmpstr (twice->out, ==, original->out);
  if (seconds != NULL)
    {
      g_autoptr (Run) one = run_vector (check, NULL, 0);
      g_autoptr (Run) two = run_vector (check_dual, NULL, 0);

      g_assert_cmpstr (two->err, ==, "");
      assert_same_verdicts (one, two);
    }
}

static void
test_folder (gconstpointer name)
{
  g_autoptr (GPtrArray) files = files_of (g_getenv ("CHASE_SOURCE_ROOT"), name, ".chase");

  g_assert_cmpuint (files->len, >, 0);
  for (guint i = 0; i < files->len; i++)
    assert_dual (g_ptr_array_index (files, i), "10");
}

/* Questions that nothing decides in a moment. */
static void
test_hard (void)
{
  g_autoptr (GPtrArray) files
      = files_of (g_getenv ("CHASE_SOURCE_ROOT"), "tests/data/hard", ".chase");

  for (guint i = 0; i < files->len; i++)
    assert_dual (g_ptr_array_index (files, i), "0.2");
}

static void
test_new (void)
{
  g_autoptr (Run) list = run_line ("new --list");
  g_auto (GStrv) lines = g_strsplit (list->out, "\n", -1);

  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_autofree char *name = g_strndup (lines[i], strcspn (lines[i], " "));
      g_autofree char *call = g_strdup_printf ("new %s -o t.chase", name);
      g_autoptr (Run) run = run_line (call);
      g_autofree char *file = g_build_filename (folder (), "t.chase", NULL);

      g_assert_cmpint (run->status, ==, 0);
      assert_dual (file, "10");
    }
}

static void
test_presentations (void)
{
  gboolean is_long = g_getenv ("CHASE_LONG") != NULL;
  g_autoptr (GPtrArray) files = files_of (g_getenv ("CHASE_SHARED"), "presentations", ".chase");

  if (files->len == 0)
    g_test_skip ("the presentations are not beside the checkout");
  for (guint i = 0; i < files->len; i += is_long ? 1 : 5)
    assert_dual (g_ptr_array_index (files, i), is_long ? "1" : NULL);
}

/* What other people drew, as documents; some of it in the ordinary run. */
static void
test_corpus (void)
{
  g_autoptr (GPtrArray) files = files_of (g_getenv ("CHASE_SHARED"), "corpus", ".tex");
  guint step = g_getenv ("CHASE_LONG") != NULL ? 1 : 50;
  g_autofree char *file = g_build_filename (folder (), "c.chase", NULL);

  if (files->len == 0)
    g_test_skip ("the corpus is not beside the checkout");
  for (guint i = 0; i < files->len; i += step)
    {
      const char *convert[] = { "convert", g_ptr_array_index (files, i), file, NULL };
      g_autoptr (Run) run = run_vector (convert, NULL, 0);

      g_test_message ("%s", (char *)g_ptr_array_index (files, i));
      if (run->status == 0)
        assert_dual (file, NULL);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/dual/templates", "assets/templates", test_folder);
  g_test_add_data_func ("/dual/gallery", "assets/gallery", test_folder);
  g_test_add_data_func ("/dual/documents", "tests/data/documents", test_folder);
  g_test_add_func ("/dual/hard", test_hard);
  /* What is in assets/templates, as `documents` tests. */
  if (g_getenv ("CHASE_LONG") != NULL)
    g_test_add_func ("/dual/new", test_new);
  g_test_add_func ("/dual/presentations", test_presentations);
  g_test_add_func ("/dual/corpus", test_corpus);
  status = g_test_run ();
  remove_folder ();
  return status;
}
