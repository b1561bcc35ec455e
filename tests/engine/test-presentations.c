/* SPDX-License-Identifier: MIT */
#include "engine/engine.h"
#include "presentation-file.h"

/* The presentations with known answers that lie beside the repository, against their index. */
static char *
shared_file (const char *name)
{
  return g_build_filename (g_getenv ("CHASE_SHARED"), "presentations", name, NULL);
}

static void
check_count (const ChaseEngine *engine, const char *name, const char *expected)
{
  g_autoptr (ChaseCount) count = chase_engine_count (engine, G_MAXUINT32, G_MAXUINT32, NULL, NULL);

  g_test_message ("%s: %s morphisms, %.3f ms", name, count->count, count->seconds * 1e3);
  if (g_str_equal (expected, "infinite"))
    g_assert_cmpint (count->finite, ==, CHASE_VERDICT_FAILS);
  else
    g_assert_cmpstr (count->count, ==, expected);
}

static void
check_commutes (const ChaseEngine *engine, const char *name, const char *expected)
{
  g_autoptr (ChaseShape) shape = chase_shape_new_whole (chase_engine_presentation (engine));
  g_autoptr (ChaseAnswer) answer = chase_engine_commutes (engine, shape, FALSE, NULL, NULL);

  g_test_message ("%s: %s %.3f ms", name, answer->reason, answer->seconds * 1e3);
  g_assert_cmpint (answer->verdict, ==,
                   g_str_equal (expected, "yes") ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS);
}

static void
check_line (const char *line, gboolean is_long)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);
  g_autofree char *name = g_strconcat (fields[0], ".chase", NULL);
  g_autofree char *path = shared_file (name);
  g_autoptr (ChasePresentation) presentation = NULL;
  g_autoptr (ChaseEngine) engine = NULL;

  if (g_str_equal (fields[0], "m11") && !is_long)
    return;
  presentation = presentation_file_read (path);
  g_assert_nonnull (presentation);
  engine = chase_engine_new (presentation);
  check_count (engine, fields[0], fields[5]);
  if (!g_str_equal (fields[6], "-"))
    check_commutes (engine, fields[0], fields[6]);
}

static void
test_index (gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (g_getenv ("CHASE_SHARED") != NULL)
    path = shared_file ("index.tsv");
  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("the presentations are not there");
      return;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    check_line (lines[i], data != NULL);
}

int
main (int argc, char **argv)
{
  const char *is_long = g_getenv ("CHASE_LONG");

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/engine/presentations/index", is_long, test_index);
  return g_test_run ();
}
