/* SPDX-License-Identifier: MIT */
/* What is drawn of diagrams that others published: the same as it was, unless it is meant to
 * change. */
#include "drawing/draw.h"
#include "interchange/interchange.h"
#include "notation/notation.h"
#include "typeset/typeset.h"

#include <math.h>
#include <string.h>

#define CORPUS_DIAGRAMS 100
/* Numbers count to a twentieth of a unit; shifted, since much stands exactly between two. */
#define STEPS 20.0
#define SHIFT 0.00137

/*
 * A line of the golden file: a diagram's name, the digest of what it says, the digest of its scene.
 * When a reader learns to understand more, what the diagram says changes, and its scene is no
 * longer compared.
 */
typedef struct
{
  GString *text;      /* the lines of this run */
  GHashTable *golden; /* name -> char*[2] */
  ChaseFonts *fonts;
  guint n_compared, n_changed;
} Gallery;

static char *
digest_of (const char *text)
{
  g_autofree char *whole = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strndup (whole, 12);
}

static void
put (GString *text, double number)
{
  g_string_append_printf (text, " %ld", lround ((number + SHIFT) * STEPS));
}

static char *
scene_digest (const ChaseScene *scene)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < chase_scene_n_items (scene); i++)
    {
      const ChaseSceneItem *item = chase_scene_get_item (scene, i);

      g_string_append_printf (text, "%d %u %08x", item->role, item->cell, item->paint.rgba);
      put (text, item->paint.width);
      for (guint k = 0; k < item->n_verbs; k++)
        g_string_append_printf (text, " %u", item->verbs[k]);
      for (guint k = 0; k < item->n_points; k++)
        {
          put (text, item->points[k].x);
          put (text, item->points[k].y);
        }
      for (guint k = 0; k < item->n_glyphs; k++)
        {
          g_string_append_printf (text, " %u:%u", item->font, item->glyphs[k].glyph);
          put (text, item->glyphs[k].x);
          put (text, item->glyphs[k].y);
        }
      g_string_append_c (text, '\n');
    }
  return digest_of (text->str);
}

static void
compare (Gallery *gallery, const char *name, ChaseDocument *document)
{
  ChaseItem *item = chase_document_nth (document, CHASE_ITEM_DIAGRAM, 0);
  g_autofree char *says = chase_notation_print (document, CHASE_NOTATION_ASCII);
  g_autofree char *meaning = digest_of (says);
  g_autoptr (ChaseDiagram) diagram = item != NULL ? chase_diagram_new (document, item, NULL) : NULL;
  g_autoptr (ChaseScene) scene = NULL;
  g_autofree char *drawn = NULL;
  char **golden = g_hash_table_lookup (gallery->golden, name);

  if (diagram == NULL)
    return;
  scene = chase_draw_diagram (diagram, gallery->fonts, NULL, NULL);
  drawn = scene_digest (scene);
  g_string_append_printf (gallery->text, "%s %s %s\n", name, meaning, drawn);
  if (golden == NULL || strcmp (golden[1], meaning) != 0)
    return;
  gallery->n_compared++;
  if (strcmp (golden[2], drawn) != 0)
    {
      gallery->n_changed++;
      g_test_message ("%s is drawn otherwise than before", name);
    }
}

static char *
golden_path (void)
{
  return g_build_filename (g_getenv ("CHASE_SOURCE_ROOT"), "tests", "drawing", "golden",
                           "corpus.list", NULL);
}

static void
read_golden (Gallery *gallery)
{
  g_autofree char *path = golden_path ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  gallery->golden
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_strfreev);
  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char **parts = g_strsplit (lines[i], " ", 3);

      if (g_strv_length (parts) == 3)
        g_hash_table_insert (gallery->golden, parts[0], parts);
      else
        g_strfreev (parts);
    }
}

/* The links of the vectors: their JSON in base 64. */
static void
add_vectors (Gallery *gallery)
{
  g_autofree char *path = g_build_filename (g_getenv ("CHASE_SHARED"), "quiver-vectors.json", NULL);
  g_autofree char *text = NULL;
  static const char key[] = "\"base64\": \"";
  guint n = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return;
  for (const char *p = strstr (text, key); p != NULL; p = strstr (p, key))
    {
      g_autofree char *code = g_strndup (p + strlen (key), strcspn (p + strlen (key), "\""));
      g_autofree char *link = g_strconcat ("https://q.uiver.app/#q=", code, "\n", NULL);
      g_autofree char *name = g_strdup_printf ("vector/%02u", n++);
      g_autoptr (ChaseDocument) document
          = chase_interchange_read (CHASE_FORMAT_QUIVER_URL, link, strlen (link), "d", NULL);

      compare (gallery, name, document);
      p += strlen (key);
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static void
add_folder (Gallery *gallery)
{
  g_autofree char *folder = g_build_filename (g_getenv ("CHASE_SHARED"), "corpus", "tikzcd", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *entry;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (entry));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; names->len >= CORPUS_DIAGRAMS && i < CORPUS_DIAGRAMS; i++)
    {
      const char *name = g_ptr_array_index (names, i * names->len / CORPUS_DIAGRAMS);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (ChaseDocument) document = NULL;
      gsize length;

      if (!g_file_get_contents (path, &text, &length, NULL))
        continue;
      document = chase_interchange_read (CHASE_FORMAT_TIKZCD, text, length, "d", NULL);
      compare (gallery, name, document);
    }
}

static void
test_same_as_before (void)
{
  Gallery gallery = { .text = g_string_new (NULL) };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = golden_path ();

  gallery.fonts = chase_fonts_new (NULL, &error);
  g_assert_no_error (error);
  read_golden (&gallery);
  add_vectors (&gallery);
  add_folder (&gallery);
  if (gallery.text->len == 0)
    g_test_skip ("there is no ../shared");
  else if (strcmp (chase_fonts_get_math_family (gallery.fonts), "Latin Modern Math") != 0)
    g_test_skip ("Latin Modern Math is not installed");
  else if (g_getenv ("CHASE_UPDATE") != NULL)
    g_assert_true (g_file_set_contents (path, gallery.text->str, -1, NULL));
  else
    {
      g_test_message ("%u scenes compared", gallery.n_compared);
      g_assert_cmpuint (gallery.n_changed, ==, 0);
      /* When the readers have changed so much, it is time for CHASE_UPDATE=1. */
      g_assert_cmpuint (gallery.n_compared, >, g_hash_table_size (gallery.golden) / 4);
    }
  chase_fonts_unref (gallery.fonts);
  g_hash_table_unref (gallery.golden);
  g_string_free (gallery.text, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/corpus", test_same_as_before);
  return g_test_run ();
}
