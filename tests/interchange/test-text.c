/* SPDX-License-Identifier: MIT */
#include "vectors.h"

#include "notation/notation.h"

#include <string.h>

/* The statements that are drawn. */
static guint
count_cells (const ChaseItem *item)
{
  guint n = 0;

  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      ChaseStatementKind kind = chase_item_get_statement (item, i)->kind;

      n += kind != CHASE_STATEMENT_PROPERTY && kind != CHASE_STATEMENT_EQUATION;
    }
  return n;
}

/* What was imported survives being saved as a .chase file and opened again. */
static gboolean
survives (ChaseFormat format, const char *text)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document
      = chase_interchange_read (format, text, strlen (text), "test", NULL);
  g_autofree char *printed = chase_notation_print (document, CHASE_NOTATION_ASCII);
  g_autoptr (ChaseDocument) parsed = chase_notation_parse (printed, strlen (printed), problems);
  g_autofree char *before
      = chase_interchange_write (CHASE_FORMAT_QUIVER_URL, document, NULL, NULL, NULL);
  g_autofree char *after
      = chase_interchange_write (CHASE_FORMAT_QUIVER_URL, parsed, NULL, NULL, NULL);
  g_autofree char *said = messages (problems);
  gboolean resolved = TRUE;

  for (guint i = 0; i < chase_document_n_items (parsed); i++)
    {
      ChaseItem *item = chase_document_get_item (parsed, i);
      g_autoptr (ChaseDiagram) diagram = chase_diagram_new (parsed, item, problems);

      resolved = resolved && chase_diagram_n_cells (diagram) == count_cells (item);
    }
  if (problems->len == 0 && resolved && strcmp (before, after) == 0
      && chase_document_equal (document, parsed))
    return TRUE;
  g_test_message ("%s\n%s\n%s\n%s%s", text, printed, said, before, after);
  return FALSE;
}

static void
check_folder (const char *folder, ChaseFormat format)
{
  g_auto (GStrv) names = shared_files (folder);
  guint bad = 0;

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *text = shared_file (names[i]);

      bad += !survives (format, text);
    }
  g_assert_cmpuint (bad, ==, 0);
}

static void
test_quiver (void)
{
  check_folder ("corpus/quiver", CHASE_FORMAT_QUIVER_URL);
}

static void
test_tikzcd (void)
{
  check_folder ("corpus/tikzcd", CHASE_FORMAT_TIKZCD);
}

static void
test_xymatrix (void)
{
  check_folder ("corpus/xymatrix", CHASE_FORMAT_TIKZCD);
}

static void
test_vectors (void)
{
  g_autofree char *text = shared_file ("quiver-vectors.json");
  g_autoptr (ChaseJson) vectors = NULL;
  const char *message;
  gsize at;

  if (text == NULL)
    return;
  vectors = chase_json_parse (text, strlen (text), NULL, &at, &message);
  for (guint i = 0; i < chase_json_length (vectors); i++)
    {
      g_autofree char *input = json_text (chase_json_get (chase_json_nth (vectors, i), "input"));

      g_assert_true (survives (CHASE_FORMAT_QUIVER_JSON, input));
    }
}

static void
test_parameters (void)
{
  g_assert_true (survives (CHASE_FORMAT_QUIVER_URL,
                           "https://q.uiver.app/#q=WzAsMF0=&macros=%5Cnewcommand&embed"));
  g_assert_true (
      survives (CHASE_FORMAT_QUIVER_JSON,
                "[0,2,[0,0,\"id\"],[1,0,\"`\"],[0,1,\"check\",0,{\"zig\":\"\\\"\\\\\"}],"
                "[0,1,\"_\"],[0,1,\"mono\",0,{\"level\":7}],[0,1,\"\\\\\"],[0,1,\"# x\"]]"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/vectors", test_vectors);
  g_test_add_func ("/text/parameters", test_parameters);
  g_test_add_func ("/text/quiver", test_quiver);
  g_test_add_func ("/text/tikzcd", test_tikzcd);
  g_test_add_func ("/text/xymatrix", test_xymatrix);
  return g_test_run ();
}
