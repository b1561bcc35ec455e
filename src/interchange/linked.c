/* SPDX-License-Identifier: MIT */
#include "interchange/linked-private.h"

#include "interchange/dot-private.h"
#include "interchange/quiver-private.h"
#include "interchange/tikz-private.h"

#include <string.h>

/* How each format writes a comment, and what the diagram in its text begins with. */
typedef struct
{
  const char *comment;
  const char *begin;
  void (*write) (const ChaseDiagram *diagram, const ChaseInterchangeOptions *options, GString *out,
                 GPtrArray *problems);
} Form;

static Form
form_of (ChaseFormat format)
{
  static const Form tikzcd = { "% ", "\\begin{tikzcd}", chase_tikz_write };
  static const Form fletcher = { "// ", "diagram({", chase_fletcher_write };

  return format == CHASE_FORMAT_FLETCHER ? fletcher : tikzcd;
}

/* Does @text, written in @format, say all of @diagram that quiver's JSON, with our keys in it,
 * says?
 */
static gboolean
says_all (ChaseFormat format, const ChaseDiagram *diagram, const char *text)
{
  g_autoptr (ChaseDocument) document
      = chase_interchange_read (format, text, strlen (text), "x", NULL);
  ChaseItem *item = chase_document_nth (document, CHASE_ITEM_DIAGRAM, 0);
  g_autoptr (ChaseDiagram) again = item != NULL ? chase_diagram_new (document, item, NULL) : NULL;
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) behind = g_string_new (NULL);

  if (again == NULL)
    return diagram->n_nodes == 0;
  chase_quiver_write_json (diagram, before, NULL);
  chase_quiver_write_json (again, behind, NULL);
  return g_string_equal (before, behind);
}

/* Puts the objects of @item, which stand in whole columns and rows, as far apart as those are in
 * @diagram. */
static void
spread (const ChaseDiagram *diagram, ChaseItem *item)
{
  double units[2];

  chase_grid_units (diagram, units);
  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      ChaseStatement *statement = g_ptr_array_index (item->statements, i);

      if (!statement->has_position)
        continue;
      item->statements->pdata[i] = chase_statement_copy (statement);
      chase_statement_unref (statement);
      statement = item->statements->pdata[i];
      statement->x *= units[0];
      statement->y *= units[1];
    }
}

/* The text below a link is what the link would be written as: a colour may come out a shade apart,
 * and the cells in another order. */
void
chase_linked_add (ChaseFormat format, const ChaseDiagram *diagram,
                  const ChaseInterchangeOptions *options, gsize start, GString *out)
{
  const ChaseInterchangeOptions plain = { 0 };
  const Form form = form_of (format);
  g_autoptr (GString) link = g_string_new (form.comment);
  g_autoptr (ChaseDocument) document = NULL;
  g_autoptr (ChaseDiagram) linked = NULL;
  g_autoptr (ChaseItem) item = NULL;
  const char *begin;

  if (strstr (out->str + start, form.begin) == NULL || says_all (format, diagram, out->str + start))
    return;
  chase_quiver_write_link (diagram, &plain, link, NULL);
  if (link->str[link->len - 1] != '\n')
    g_string_append_c (link, '\n');
  document = chase_interchange_read (CHASE_FORMAT_QUIVER_URL, link->str, link->len,
                                     diagram->item != NULL ? diagram->item->name : NULL, NULL);
  if (chase_document_n_items (document) != 1
      || strchr (link->str, '\n') != link->str + link->len - 1)
    return;
  item = chase_item_copy (chase_document_get_item (document, 0));
  chase_comments_clear (&item->comments);
  if (diagram->item != NULL)
    chase_comments_copy (&item->comments, &diagram->item->comments);
  spread (diagram, item);
  linked = chase_diagram_new (document, item, NULL);
  g_string_truncate (out, start);
  form.write (linked, options, out, NULL);
  begin = strstr (out->str + start, form.begin);
  while (begin > out->str + start && begin[-1] != '\n')
    begin--;
  g_string_insert (out, begin - out->str, link->str);
}

static const char *
skip_spaces (const char *p, const char *end)
{
  while (p < end && g_ascii_isspace (*p))
    p++;
  return p;
}

/* Is @a, blanks aside, the beginning of @text? */
static gboolean
begins_with_signs (const char *text, const char *a, gsize n)
{
  const char *end = text + strlen (text);
  const char *a_end = a + n;

  for (a = skip_spaces (a, a_end); a < a_end; a = skip_spaces (a + 1, a_end))
    {
      text = skip_spaces (text, end);
      if (*text++ != *a)
        return FALSE;
    }
  return TRUE;
}

gboolean
chase_linked_is_written_so (const ChaseSketch *sketch, ChaseFormat format, const char *body,
                            gsize length)
{
  static const ChaseInterchangeOptions ways[]
      = { { .fresh = TRUE }, { .quiver_sty = TRUE }, { .overlays = TRUE } };
  const Form form = form_of (format);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_item_unref);
  g_autoptr (ChaseDocument) document = NULL;
  g_autoptr (ChaseDiagram) diagram = NULL;
  g_autoptr (ChaseSketch) copy = NULL;
  gboolean latex = format != CHASE_FORMAT_FLETCHER;

  copy = chase_sketch_copy (sketch);
  g_ptr_array_add (items, chase_sketch_to_item (copy, "x", TRUE));
  document = chase_document_new_take (g_ptr_array_ref (items), NULL);
  diagram = chase_diagram_new (document, chase_document_get_item (document, 0), NULL);
  for (guint i = 0; i < (latex ? G_N_ELEMENTS (ways) : 1); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const char *begin, *line;

      form.write (diagram, &ways[i], text, NULL);
      begin = strstr (text->str, form.begin);
      line = begin != NULL && latex ? strchr (begin, '\n') : begin;
      if (line != NULL && begins_with_signs (line, body, length))
        return TRUE;
    }
  return FALSE;
}

ChaseSketch *
chase_linked_prefer (ChaseSource *source, ChaseSketch *sketch, gsize least, gsize start, gsize stop)
{
  const char *text = source->text;
  ChaseSource quiet;
  gsize line, before;
  g_autoptr (ChaseSketch) linked = NULL;

  for (line = start; line > least && text[line - 1] != '\n'; line--)
    ;
  if (line <= least + 1)
    return sketch;
  for (before = line - 1; before > least && text[before - 1] != '\n'; before--)
    ;
  if (line - before < 3 || text[before] != '/' || text[before + 1] != '/')
    return sketch;
  chase_source_init (&quiet, text, source->length, NULL);
  linked = chase_quiver_next_link (&quiet, before, line, &before);
  if (linked == NULL
      || !chase_linked_is_written_so (linked, CHASE_FORMAT_FLETCHER, text + start, stop - start))
    return sketch;
  chase_sketch_free (sketch);
  return g_steal_pointer (&linked);
}
