/* SPDX-License-Identifier: MIT */
#include "model/category-names.h"
#include "model/problem.h"
#include "model/validate.h"
#include "notation/notation.h"

#include <string.h>

/* Whatever speaks of a diagram or a category follows when it gets another name, and nothing else
 * does: here it is called D, as one of its own objects, and as a node elsewhere. */

static const char said[]
    = "diagram %s {\n  D at 0, 0\n  B at 1, 0\n  f : D -> B\n}\n"
      "category C {\n  objects X, D\n  d : X -> D\n}\n"
      "category Both = %s * C\n"
      "functor F : C -> %s {\n  X |-> D\n  D |-> B\n  d |-> f\n}\n"
      "functor M : %s -> Set {\n  D |-> {D}\n  B |-> {b}\n  f |-> {D |-> b}\n}\n"
      "functor I : %s -> %s = Id(%s)\n"
      "transformation t : Id(%s) => Id(%s) = id(Id(%s))\n"
      "diagram e = opposite %s\n"
      "diagram g = category %s\n"
      "diagram h in %s {\n  D at 0, 0\n  B at 1, 0\n  f\n}\n"
      "diagram i = cone %s\n"
      "diagram j in Cat {\n  %s at 0, 0\n  C at 1, 0\n  F : C -> %s\n}\n"
      "diagram k in C {\n  D at 0, 0\n  X at 1, 0\n  d\n}\n"
      "check %s commutes\n"
      "check f = f in %s\n"
      "check %s is category, finite\n"
      "check D is terminal in C\n"
      "check D isomorphic D in C\n"
      "check %s isomorphic C\n"
      "check %s equivalent C^op * %s\n"
      "check |Ob(%s)| = 2\n"
      "check |Hom(D, B)| = 1 in %s\n"
      "check |M(D)| = 1\n"
      "check B is limit of %s\n"
      "check |Fun(%s, C)| = 4\n";

static char *
text_with (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (said, "%s", -1);

  return g_strjoinv (name, parts);
}

static void
test_references (void)
{
  g_autofree char *before = text_with ("D");
  g_autofree char *after = text_with ("Z");
  g_autoptr (ChaseDocument) document = chase_notation_parse (before, strlen (before), NULL);
  g_autoptr (ChaseDocument) expected = chase_notation_parse (after, strlen (after), NULL);
  g_autoptr (ChaseDocument) renamed = chase_document_rename_category (document, 0, "Z");
  g_autofree char *is = chase_notation_print (renamed, CHASE_NOTATION_ASCII);
  g_autofree char *should_be = chase_notation_print (expected, CHASE_NOTATION_ASCII);

  g_assert_cmpstr (is, ==, should_be);
}

/* A node of Cat keeps its own name where another has the new one. */
static void
test_taken_in_cat (void)
{
  static const char text[] = "category C {\n  object X\n}\n"
                             "category D {\n  object X\n}\n"
                             "diagram j in Cat {\n  C at 0, 0\n  Z : D at 1, 0\n}\n";
  g_autoptr (ChaseDocument) document = chase_notation_parse (text, strlen (text), NULL);
  g_autoptr (ChaseDocument) renamed = chase_document_rename_category (document, 0, "Z");
  g_autofree char *is = chase_notation_print (renamed, CHASE_NOTATION_ASCII);

  g_assert_nonnull (strstr (is, "category Z {"));
  g_assert_nonnull (strstr (is, "  C : Z at 0, 0\n"));
  g_assert_nonnull (strstr (is, "  Z : D at 1, 0\n"));
}

static guint
count_errors (const ChaseDocument *document)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();

  chase_validate (document, problems);
  return problems->len;
}

/* In a file as people write it, a diagram with another name makes no error, and the old name gives
 * back the old document. */
static void
rename_each (ChaseDocument *document)
{
  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      const ChaseItem *item = chase_document_get_item (document, i);
      g_autoptr (ChaseDocument) renamed = NULL;
      g_autoptr (ChaseDocument) back = NULL;

      if ((item->kind != CHASE_ITEM_DIAGRAM && item->kind != CHASE_ITEM_CATEGORY)
          || item->name == NULL)
        continue;
      renamed = chase_document_rename_category (document, i, "another name");
      g_assert_cmpuint (count_errors (renamed), ==, count_errors (document));
      back = chase_document_rename_category (renamed, i, item->name);
      g_assert_true (chase_document_equal (back, document));
    }
}

static void
test_gallery (void)
{
  g_autofree char *folder
      = g_build_filename (g_getenv ("CHASE_SOURCE_ROOT"), "assets", "gallery", NULL);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (files);
  for (const char *name = g_dir_read_name (files); name != NULL; name = g_dir_read_name (files))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (ChaseDocument) document = NULL;
      gsize length;

      if (!g_str_has_suffix (name, ".chase"))
        continue;
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      document = chase_notation_parse (text, length, NULL);
      rename_each (document);
      n++;
    }
  g_assert_cmpuint (n, >, 40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/category-names/references", test_references);
  g_test_add_func ("/category-names/taken-in-cat", test_taken_in_cat);
  g_test_add_func ("/category-names/gallery", test_gallery);
  return g_test_run ();
}
