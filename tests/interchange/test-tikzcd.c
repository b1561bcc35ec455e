/* SPDX-License-Identifier: MIT */
#include "vectors.h"

#include <string.h>

static void
test_vectors (void)
{
  g_autofree char *text = shared_file ("quiver-vectors.json");
  g_autoptr (ChaseJson) vectors = NULL;
  const char *message;
  gsize at;
  guint bad = 0;

  if (text == NULL)
    return;
  vectors = chase_json_parse (text, strlen (text), NULL, &at, &message);
  for (guint i = 0; i < chase_json_length (vectors); i++)
    {
      const ChaseJson *vector = chase_json_nth (vectors, i);
      const ChaseJson *tikz = chase_json_get (vector, "tikzcd_170");
      g_autofree char *canonical = json_text (chase_json_get (vector, "canonical"));
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autofree char *json = NULL;
      g_autofree char *said = NULL;

      if (tikz == NULL)
        continue;
      json = convert (CHASE_FORMAT_TIKZCD, tikz->string, CHASE_FORMAT_QUIVER_JSON, problems);
      said = messages (problems);
      if (strcmp (g_strchomp (json), canonical) != 0 || *said != '\0')
        {
          bad++;
          g_test_message ("%s\n%s\n%s\n%s\n%s", chase_json_get (vector, "name")->string,
                          tikz->string, canonical, json, said);
        }
    }
  g_assert_cmpuint (bad, ==, 0);
}

static guint
count_kind (const ChaseItem *item, ChaseStatementKind kind)
{
  guint n = 0;

  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (item, i);

      n += statement->kind == kind
           && (kind != CHASE_STATEMENT_NODE || statement->label == NULL
               || *statement->label != '\0');
    }
  return n;
}

/* How many problems tell of a loss, and not of a TikZ style that was kept. */
static guint
count_losses (const GPtrArray *problems)
{
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const ChaseProblem *problem = g_ptr_array_index (problems, i);

      n += strstr (problem->message, "kept for LaTeX") == NULL;
    }
  return n;
}

/* Reads each file of the index that begins with @folder; returns how many of *@all came without
 * loss. */
static guint
read_corpus (const char *folder, guint *all)
{
  g_autofree char *index = shared_file ("corpus/index.tsv");
  g_auto (GStrv) lines = index != NULL ? g_strsplit (index, "\n", -1) : NULL;
  guint good = 0;

  *all = 0;
  for (guint i = 1; lines != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
      g_autofree char *name = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GPtrArray) problems = chase_problems_new ();
      g_autoptr (ChaseDocument) document = NULL;
      g_autofree char *said = NULL;
      guint cells = 0, arrows = 0;

      if (g_strv_length (fields) < 12 || !g_str_has_prefix (fields[0], folder))
        continue;
      name = g_build_filename ("corpus", fields[0], NULL);
      text = shared_file (name);
      document
          = chase_interchange_read (CHASE_FORMAT_TIKZCD, text, strlen (text), "test", problems);
      said = messages (problems);
      if (chase_document_n_items (document) == 1)
        {
          const ChaseItem *item = chase_document_get_item (document, 0);

          cells = count_kind (item, CHASE_STATEMENT_NODE);
          arrows = count_kind (item, CHASE_STATEMENT_ARROW);
        }
      (*all)++;
      if (chase_document_n_items (document) == 1 && count_losses (problems) == 0
          && cells == g_ascii_strtoull (fields[10], NULL, 10)
          && arrows >= g_ascii_strtoull (fields[11], NULL, 10))
        good++;
      else
        g_test_message ("%s: %u cells for %s, %u arrows for %s\n%s", name, cells, fields[10],
                        arrows, fields[11], said);
    }
  return good;
}

static void
test_corpus (void)
{
  guint all;
  guint good = read_corpus ("tikzcd/", &all);

  g_test_message ("%u of %u without loss", good, all);
  g_assert_cmpuint (100 * good, >=, 99 * all);
}

static void
test_xymatrix (void)
{
  guint all;
  guint good = read_corpus ("xymatrix/", &all);

  g_test_message ("%u of %u without loss", good, all);
  g_assert_cmpuint (100 * good, >=, 90 * all);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tikzcd/vectors", test_vectors);
  g_test_add_func ("/tikzcd/corpus", test_corpus);
  g_test_add_func ("/tikzcd/xymatrix", test_xymatrix);
  return g_test_run ();
}
