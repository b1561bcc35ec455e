/* SPDX-License-Identifier: MIT */
#include "interchange/verbatim-private.h"

#include "interchange/grid-private.h"
#include "interchange/quiver-private.h"
#include "interchange/tikz-private.h"

#include <math.h>
#include <string.h>

/*
 * A line of the text is the comment `| line`; one that a comment could not hold to the character
 * (blanks at its end, control characters) is `|"line"` with escapes as in C.
 */

/* What the comment begins with that says how the diagram was when it was read. */
#define SEAL "as read: "

static gboolean
is_plain_line (const char *line)
{
  gsize n = strlen (line);

  for (const char *p = line; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) && *p != '\t')
      return FALSE;
  return n == 0 || (line[n - 1] != ' ' && line[n - 1] != '\t');
}

static char *
comment_of_line (const char *line)
{
  GString *comment = g_string_new ("|");

  if (is_plain_line (line))
    g_string_append_printf (comment, "%s%s", *line != '\0' ? " " : "", line);
  else
    {
      g_string_append_c (comment, '"');
      for (const char *p = line; *p != '\0'; p++)
        if (g_ascii_iscntrl (*p) || *p == '\\' || *p == '"' || (p[1] == '\0' && *p == ' '))
          g_string_append_printf (comment, "\\%03o", (guint)(guchar)*p);
        else
          g_string_append_c (comment, *p);
      g_string_append_c (comment, '"');
    }
  return g_string_free (comment, FALSE);
}

void
chase_verbatim_note (ChaseSketch *sketch, const char *text, gsize length)
{
  g_autofree char *whole = g_strndup (text, length);
  g_auto (GStrv) lines = NULL;

  /* What is no text cannot stand in a comment, nor come back out of it. */
  if (memchr (text, '\0', length) != NULL || !g_utf8_validate (text, (gssize)length, NULL))
    return;
  lines = g_strsplit (whole, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (sketch->notes, comment_of_line (lines[i]));
}

static gboolean
append_line (const char *comment, GString *text)
{
  g_autofree char *inside = NULL;
  g_autofree char *line = NULL;
  gsize n;

  while (comment != NULL && *comment == ' ')
    comment++;
  if (comment == NULL || *comment != '|')
    return FALSE;
  comment++;
  if (*comment == ' ')
    g_string_append (text, comment + 1);
  n = strlen (comment);
  if (*comment == '"' && n >= 2 && comment[n - 1] == '"')
    {
      inside = g_strndup (comment + 1, n - 2);
      line = g_strcompress (inside);
      g_string_append (text, line);
    }
  return TRUE;
}

char *
chase_verbatim_get (const ChaseItem *item)
{
  const GPtrArray *above = item->comments.above;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean begun = FALSE;

  for (guint i = 0; above != NULL && i < above->len; i++)
    {
      gsize before = text->len;

      if (begun)
        g_string_append_c (text, '\n');
      if (append_line (g_ptr_array_index (above, i), text))
        begun = TRUE;
      else
        g_string_truncate (text, before);
    }
  return begun ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* The style with what the meaning of the arrow draws put in its place. */
static gboolean
same_look (const ChaseCell *a, const ChaseCell *b)
{
  g_autoptr (ChaseStyle) left = chase_style_copy (a->style);
  g_autoptr (ChaseStyle) right = chase_style_copy (b->style);

  left->head = chase_cell_head (a);
  left->tail = chase_cell_tail (a);
  right->head = chase_cell_head (b);
  right->tail = chase_cell_tail (b);
  return chase_style_equal (left, right);
}

gboolean
chase_same_drawing (const ChaseDiagram *a, const ChaseDiagram *b)
{
  if (a->n_nodes != b->n_nodes || chase_diagram_n_cells (a) != chase_diagram_n_cells (b))
    return FALSE;
  for (guint32 i = 0; i < chase_diagram_n_cells (a); i++)
    {
      const ChaseCell *left = chase_diagram_get_cell (a, i);
      const ChaseCell *right = chase_diagram_get_cell (b, i);

      if (left->source != right->source || left->target != right->target
          || left->has_position != right->has_position || fabs (left->x - right->x) > 1e-9
          || fabs (left->y - right->y) > 1e-9
          || strcmp (chase_cell_label (left), chase_cell_label (right)) != 0
          || !same_look (left, right))
        return FALSE;
    }
  return TRUE;
}

/* FNV-1a, by Glenn Fowler, Landon Curt Noll and Kiem-Phong Vo, over what quiver's JSON says of the
 * diagram, our keys included. */
static char *
seal_of (const ChaseDiagram *diagram)
{
  g_autoptr (GString) json = g_string_new (NULL);
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  chase_quiver_write_json (diagram, json, NULL);
  for (gsize i = 0; i < json->len; i++)
    hash = (hash ^ (guchar)json->str[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return g_strdup_printf (SEAL "%016" G_GINT64_MODIFIER "x", hash);
}

void
chase_verbatim_seal (ChaseItem *item)
{
  GPtrArray *items;
  g_autoptr (ChaseDocument) document = NULL;
  g_autoptr (ChaseDiagram) diagram = NULL;
  g_autofree char *seal = NULL;

  if (item->comments.above == NULL)
    return;
  items = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_item_unref);
  g_ptr_array_add (items, chase_item_ref (item));
  document = chase_document_new_take (items, NULL);
  diagram = chase_diagram_new (document, item, NULL);
  seal = seal_of (diagram);
  g_ptr_array_add (item->comments.above, chase_name_new (seal));
}

/* Is @diagram what was read, by the seal on it? */
static gboolean
is_sealed (const ChaseDiagram *diagram)
{
  const GPtrArray *above = diagram->item->comments.above;

  for (guint i = 0; above != NULL && i < above->len; i++)
    {
      const char *comment = g_ptr_array_index (above, i);

      while (comment != NULL && *comment == ' ')
        comment++;
      if (comment != NULL && g_str_has_prefix (comment, SEAL))
        {
          g_autofree char *seal = seal_of (diagram);

          return strcmp (seal, comment) == 0;
        }
    }
  return FALSE;
}

char *
chase_verbatim_find (const ChaseDiagram *diagram, gboolean *alone)
{
  g_autofree char *text = diagram->item != NULL ? chase_verbatim_get (diagram->item) : NULL;
  g_autoptr (ChaseDocument) document = NULL;
  g_autoptr (ChaseDiagram) again = NULL;
  gboolean sealed;

  *alone = FALSE;
  if (text == NULL)
    return NULL;
  sealed = is_sealed (diagram);
  document = chase_interchange_read (CHASE_FORMAT_TIKZCD, text, strlen (text), "x", NULL);
  if (chase_document_n_items (document) == 1)
    again = chase_diagram_new (document, chase_document_get_item (document, 0), NULL);
  *alone = again != NULL && chase_same_drawing (diagram, again);
  return *alone || sealed ? g_steal_pointer (&text) : NULL;
}
