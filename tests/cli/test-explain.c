/* SPDX-License-Identifier: MIT */
/* chase check --explain and chase prove --explain: evidence in words, to the letter. */
#include "program.h"

/* What the program says of the document tests/data/explained/NAME.chase is what NAME.txt holds;
   CHASE_UPDATE=1 takes what it says now for right. */
static void
test_document (gconstpointer name)
{
  g_autofree char *document = g_strdup_printf ("explained/%s.chase", (const char *)name);
  g_autofree char *golden = g_strdup_printf ("explained/%s.txt", (const char *)name);
  g_autofree char *path = data_path (document);
  g_autofree char *golden_path = data_path (golden);
  gboolean declares = g_str_equal (name, "declared");
  g_autofree char *line
      = g_strdup_printf ("check --explain %s '%s'", declares ? "--consequences" : "", path);
  g_autoptr (Run) run = run_line (line);
  g_autofree char *out = without_times (run->out);
  g_autofree char *expected = NULL;

  g_assert_cmpstr (run->err, ==, "");
  if (g_getenv ("CHASE_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (golden_path, out, -1, NULL));
  g_assert_true (g_file_get_contents (golden_path, &expected, NULL, NULL));
  g_assert_cmpstr (out, ==, expected);
}

static void
test_prove (void)
{
  g_autoptr (Run) run = NULL;
  g_autofree char *out = NULL;

  write_file ("square.chase", "category Square {\n"
                              "  objects A, B, C, D\n"
                              "  f : A -> B ; g : A -> C ; h : B -> D ; k : C -> D\n"
                              "  h . f = k . g\n"
                              "}\n");
  run = run_line ("prove --explain square.chase 'k . g = h . f'");
  out = without_times (run->out);
  g_assert_cmpint (run->status, ==, 0);
  g_assert_cmpstr (out, ==,
                   "✓ k . g = h . f – The paths are equal by a proof of 1 step.  (T)\n"
                   "      k . g\n"
                   "    = h . f   by line 4, read backwards\n"
                   "\n");
}

/* Reports for programs do not change. */
static void
test_json (void)
{
  g_autoptr (Run) plain = run_line ("prove --json square.chase 'k . g = h . f'");
  g_autoptr (Run) told = run_line ("prove --json --explain square.chase 'k . g = h . f'");
  g_autofree char *one = without_times (plain->out);
  g_autofree char *other = without_times (told->out);

  g_assert_cmpstr (one, ==, other);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/cli/explain/proofs", "proofs", test_document);
  g_test_add_data_func ("/cli/explain/models", "models", test_document);
  g_test_add_data_func ("/cli/explain/declared", "declared", test_document);
  g_test_add_func ("/cli/explain/prove", test_prove);
  g_test_add_func ("/cli/explain/json", test_json);
  status = g_test_run ();
  remove_folder ();
  return status;
}
