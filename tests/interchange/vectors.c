/* SPDX-License-Identifier: MIT */
#include "vectors.h"

#include "notation/notation.h"

#include <string.h>

static char *
shared_path (const char *name)
{
  const char *root = g_getenv ("CHASE_SHARED");

  return root != NULL ? g_build_filename (root, name, NULL) : NULL;
}

char *
shared_file (const char *name)
{
  g_autofree char *path = shared_path (name);
  char *text = NULL;

  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    g_test_skip ("the shared folder is not here");
  return text;
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

char **
shared_files (const char *folder)
{
  g_autofree char *path = shared_path (folder);
  g_autoptr (GDir) directory = path != NULL ? g_dir_open (path, 0, NULL) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (directory == NULL)
    {
      g_test_skip ("the shared folder is not here");
      return NULL;
    }
  while ((name = g_dir_read_name (directory)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_strings);
  g_ptr_array_add (names, NULL);
  return (char **)g_ptr_array_steal (names, NULL);
}

char *
json_text (const ChaseJson *json)
{
  GString *out = g_string_new (NULL);

  chase_json_print (json, out);
  return g_string_free (out, FALSE);
}

ChaseDocument *
read_text (ChaseFormat format, const char *text, guint diagrams, GPtrArray *problems)
{
  ChaseDocument *document = chase_interchange_read (format, text, strlen (text), "test", problems);

  g_assert_cmpuint (chase_document_n_items (document), ==, diagrams);
  return document;
}

char *
convert (ChaseFormat from, const char *text, ChaseFormat to, GPtrArray *problems)
{
  g_autoptr (ChaseDocument) document
      = chase_interchange_read (from, text, strlen (text), "test", problems);

  return chase_interchange_write (to, document, NULL, NULL, problems);
}

char *
to_notation (ChaseFormat from, const char *text)
{
  const ChaseReadOptions options = { .drawing_only = TRUE };
  g_autoptr (ChaseDocument) document
      = chase_interchange_read_with (from, text, strlen (text), &options, NULL);

  return chase_notation_print (document, 0);
}

char *
messages (const GPtrArray *problems)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i);

      g_string_append_printf (out, "%u:%u %s\n", problem->line, problem->column, problem->message);
    }
  return g_string_free (out, FALSE);
}
