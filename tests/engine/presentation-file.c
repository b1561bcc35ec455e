/* SPDX-License-Identifier: MIT */
#include "presentation-file.h"

#include <string.h>

typedef struct
{
  ChasePresentation *presentation;
  GHashTable *objects;
  GHashTable *arrows;
} File;

static void
add_objects (File *file, const char *text)
{
  g_auto (GStrv) names = g_strsplit (text, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      ChaseName *name = chase_name_new (g_strstrip (names[i]));
      guint32 number = chase_presentation_add_object (file->presentation, name);

      g_hash_table_insert (file->objects, name, GUINT_TO_POINTER (number));
    }
}

static void
add_arrow (File *file, char **sides)
{
  g_auto (GStrv) ends = g_strsplit (sides[1], "->", 2);
  ChaseName *name = chase_name_new (g_strstrip (sides[0]));
  guint32 source = GPOINTER_TO_UINT (g_hash_table_lookup (file->objects, g_strstrip (ends[0])));
  guint32 target = GPOINTER_TO_UINT (g_hash_table_lookup (file->objects, g_strstrip (ends[1])));

  g_hash_table_insert (file->arrows, name,
                       GUINT_TO_POINTER (chase_presentation_add_arrow (
                           file->presentation, name, source, target, CHASE_PROPERTY_NONE)));
}

static guint32
read_side (File *file, const char *text, GArray *letters)
{
  g_auto (GStrv) names = g_strsplit (text, ">>", -1);
  guint32 source = G_MAXUINT32;

  for (guint i = 0; names[i] != NULL; i++)
    {
      char *name = g_strstrip (names[i]);
      guint32 letter;

      if (g_str_has_prefix (name, "id("))
        {
          name[strlen (name) - 1] = '\0';
          source = GPOINTER_TO_UINT (g_hash_table_lookup (file->objects, name + 3));
          continue;
        }
      letter = GPOINTER_TO_UINT (g_hash_table_lookup (file->arrows, name));
      if (letters->len == 0)
        source = chase_presentation_arrow (file->presentation, letter)->source;
      g_array_append_val (letters, letter);
    }
  return source;
}

static void
add_equation (File *file, char **sides)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 source = read_side (file, sides[0], left);

  read_side (file, sides[1], right);
  chase_presentation_add_equation (
      file->presentation, source, (ChaseWord){ (guint32 *)(gpointer)left->data, left->len },
      (ChaseWord){ (guint32 *)(gpointer)right->data, right->len }, NULL, 0);
}

static void
read_line (File *file, const char *line)
{
  g_auto (GStrv) sides = NULL;

  if (g_str_has_prefix (line, "objects "))
    {
      add_objects (file, line + strlen ("objects "));
      return;
    }
  if (strchr (line, ':') != NULL)
    {
      sides = g_strsplit (line, ":", 2);
      add_arrow (file, sides);
      return;
    }
  sides = g_strsplit (line, "=", 2);
  add_equation (file, sides);
}

ChasePresentation *
presentation_file_read (const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  File file = { NULL };

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  file.presentation = chase_presentation_new ();
  file.objects
      = g_hash_table_new_full (g_str_hash, g_str_equal, (GDestroyNotify)chase_name_unref, NULL);
  file.arrows
      = g_hash_table_new_full (g_str_hash, g_str_equal, (GDestroyNotify)chase_name_unref, NULL);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (g_str_equal (line, "}"))
        break;
      if (line[0] != '\0' && line[0] != '#' && !g_str_has_prefix (line, "category"))
        read_line (&file, line);
    }
  g_hash_table_unref (file.objects);
  g_hash_table_unref (file.arrows);
  return file.presentation;
}
