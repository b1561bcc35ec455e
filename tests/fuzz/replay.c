/* SPDX-License-Identifier: MIT */

/* Runs a fuzz target on every file of the folder given as the argument, in the order of names, as a
 * plain test: what the fuzzer once found stays fixed, and no fuzzer is needed to see it. */
#include "fuzz.h"

#include <string.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
replay_file (gconstpointer path)
{
  g_autofree char *data = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  g_assert_cmpint (LLVMFuzzerTestOneInput ((const uint8_t *)data, size), ==, 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  fuzz_thorough = TRUE;
  g_assert_cmpint (argc, ==, 2);
  dir = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *test = g_strdup_printf ("/replay/%s", (char *)names->pdata[i]);

      g_ptr_array_add (paths, g_build_filename (argv[1], names->pdata[i], NULL));
      g_test_add_data_func (test, paths->pdata[i], replay_file);
    }
  return g_test_run ();
}
