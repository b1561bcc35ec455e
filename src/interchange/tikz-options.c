/* SPDX-License-Identifier: MIT */
#include "interchange/table-private.h"
#include "interchange/tex-private.h"
#include "interchange/tikz-read-private.h"
#include "model/item-note.h"

#include <string.h>

/* The options of a whole diagram: what they change in reading it, and what is kept of them. */

/* Styles of whole diagrams stand for others no deeper. */
#define OPTIONS_DEPTH_MAX 4

/* Keys of a diagram that reading uses up, so that they are not written again. */
static const char *const used[] = { "ampersand replacement", "bezier bounding box", "arrows",
                                    "every arrow",           "math mode",           NULL };

/* Those that change where things stand, or what surrounds the picture. */
static const char *const quiet[] = { "sep",
                                     "row sep",
                                     "column sep",
                                     "cramped",
                                     "every label",
                                     "every diagram",
                                     "diagrams",
                                     "baseline",
                                     "remember picture",
                                     "overlay",
                                     "center",
                                     "scale",
                                     "scale cd",
                                     "x",
                                     "y",
                                     "transform shape",
                                     "trim left",
                                     "trim right",
                                     "background color",
                                     "nodes in empty cells",
                                     "inner sep",
                                     "outer sep",
                                     "arrow style",
                                     "font",
                                     NULL };

/* `every arrow/.append style` is about `every arrow`, a path is about its end. Caller frees. */
static char *
key_of (const char *option)
{
  g_autofree char *path = g_strndup (option, strcspn (option, "="));
  const char *name = g_strstrip (path);
  const char *slash;
  char *handler = strstr (path, "/.");

  if (handler != NULL)
    *handler = '\0';
  slash = strrchr (name, '/');
  return g_strstrip (g_strdup (slash != NULL ? slash + 1 : name));
}

static void
add_list (GString *list, const char *more)
{
  g_autofree char *inside = chase_tex_unbrace (g_strdup (more));

  if (*inside != '\0' && list->len + strlen (inside) < 2000)
    g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", inside);
}

static void
read_options (ChaseTikzReader *reader, const char *options);

static void
apply_setting (ChaseTikzReader *reader, const char *key, const char *value)
{
  if (strcmp (key, "ampersand replacement") == 0 && *value != '\0')
    {
      g_free (reader->separator);
      reader->separator = chase_tex_unbrace (g_strdup (value));
    }
  else if (strcmp (key, "arrows") == 0 || strcmp (key, "every arrow") == 0)
    add_list (reader->every, value);
  else if (strcmp (key, "every label") == 0)
    add_list (reader->labels, value);
  else if (strcmp (key, "math mode") == 0)
    reader->text_mode = strcmp (value, "false") == 0;
}

/* What the environment's own options change in reading. */
static void
read_options (ChaseTikzReader *reader, const char *options)
{
  g_autoptr (GPtrArray) parts = chase_tex_split (options, ',', FALSE);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      const char *value = strchr (part, '=');
      g_autofree char *key = key_of (part);

      if (g_strv_contains (used, key) || g_strv_contains (quiet, key))
        {
          g_autofree char *own = value != NULL ? g_strstrip (g_strdup (value + 1)) : NULL;

          apply_setting (reader, key, own != NULL ? own : "");
        }
      else if (!chase_tex_styles_add (reader->source->styles, part))
        continue;
    }
}

/* @options with what the text defines in the place of its names: `big` of `big/.style={sep=huge}`.
 * Caller frees. */
static char *
expand_options (const ChaseTexStyles *styles, const char *options, guint depth)
{
  g_autoptr (GPtrArray) parts = chase_tex_split (options, ',', FALSE);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      const char *equals = strchr (part, '=');
      g_autofree char *key = g_strchomp (g_strndup (part, strcspn (part, "=")));
      g_autofree char *value = equals != NULL ? g_strstrip (g_strdup (equals + 1)) : NULL;
      g_autofree char *own = g_strv_contains (used, key) || g_strv_contains (quiet, key)
                                 ? NULL
                                 : chase_tex_styles_expand (styles, key, value);
      g_autofree char *whole
          = own != NULL && depth > 0 ? expand_options (styles, own, depth - 1) : g_strdup (part);

      if (*whole != '\0' && out->len < 2000)
        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", whole);
    }
  return g_string_free (out, FALSE);
}

/* Appends to @seps what @options say of the room between cells. */
static void
add_separations (const char *options, GString *seps)
{
  static const char *const keys[] = { "sep", "row sep", "column sep", "cramped", NULL };
  g_autoptr (GPtrArray) parts = chase_tex_split (options, ',', FALSE);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      g_autofree char *key = key_of (part);

      if (g_strv_contains (keys, key) && seps->len < 1000)
        g_string_append_printf (seps, "%s, ", part);
    }
}

/* What the text has said of all its diagrams, by \tikzcdset. Returns what of it is as if each said
 * so itself. Caller frees. */
static char *
read_settings (ChaseTikzReader *reader)
{
  static const char *const lists[] = { "every diagram", "diagrams" };
  GString *seps = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autofree char *options = chase_tex_styles_expand (reader->source->styles, lists[i], NULL);

      if (options == NULL)
        continue;
      read_options (reader, options);
      add_separations (options, seps);
    }
  for (guint i = 0; used[i] != NULL; i++)
    {
      g_autofree char *value = chase_tex_styles_expand (reader->source->styles, used[i], NULL);

      if (value != NULL)
        apply_setting (reader, used[i], value);
    }
  return g_string_free (seps, FALSE);
}

char *
chase_tikz_settle_options (ChaseTikzReader *reader, const char *options)
{
  g_autofree char *settings = read_settings (reader);
  g_autofree char *own = options != NULL
                             ? expand_options (reader->source->styles, options, OPTIONS_DEPTH_MAX)
                             : NULL;

  if (own == NULL && *settings == '\0')
    return NULL;
  if (own != NULL)
    read_options (reader, own);
  return g_strconcat (settings, own, NULL);
}

void
chase_tikz_note_options (ChaseTikzReader *reader, ChaseSketch *sketch, const char *options)
{
  g_autoptr (GPtrArray) parts = chase_tex_split (options, ',', FALSE);
  g_autoptr (GString) kept = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      g_autofree char *key = key_of (part);

      if (*part == '\0' || g_strv_contains (used, key))
        continue;
      g_string_append_printf (kept, "%s%s", kept->len > 0 ? ", " : "", part);
      if (!g_strv_contains (quiet, key) && strstr (part, "/.style") == NULL
          && !chase_table_outline_is_all (reader->source->styles, part))
        chase_table_report (reader->table, reader->table->offset, 1, part);
    }
  if (kept->len > 0)
    g_ptr_array_add (sketch->notes, g_strconcat ("tikzcd: ", kept->str, NULL));
}

const char *
chase_tikz_get_options (const ChaseItem *item)
{
  return chase_item_find_note (item, "tikzcd: ");
}

char *
chase_tikz_get_gap (const ChaseItem *item, gboolean rows, guint n)
{
  const char *note = chase_item_find_note (item, CHASE_TIKZ_GAPS);
  g_autofree char *key = g_strdup_printf ("%s %u=", rows ? "row" : "column", n + 1);
  const char *found = note != NULL ? strstr (note, key) : NULL;

  if (found == NULL)
    return NULL;
  found += strlen (key);
  return g_strndup (found, strcspn (found, ";"));
}
