/* SPDX-License-Identifier: MIT */
#include "notation/print.h"

#include <string.h>

/* The blank behind the sign is not part of the comment, except where it keeps a "!" apart. */
static void
append_comment (GString *out, const char *text)
{
  g_string_append_c (out, '#');
  if (*text != '\0' && *text != '!' && !(text[0] == ' ' && text[1] == '!'))
    g_string_append_c (out, ' ');
  for (const char *p = text; *p != '\0'; p++)
    g_string_append_c (out, *p == '\n' || *p == '\r' ? ' ' : *p);
}

/* Whole lines of comments. @first: at the start of a block, where no blank line is wanted. */
static void
append_lines (GString *out, const GPtrArray *lines, const char *indent, gboolean first)
{
  gboolean blank = first;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const char *text = g_ptr_array_index (lines, i);

      if (text == NULL)
        {
          if (!blank)
            g_string_append_c (out, '\n');
          blank = TRUE;
          continue;
        }
      g_string_append (out, indent);
      append_comment (out, text);
      g_string_append_c (out, '\n');
      blank = FALSE;
    }
}

static void
append_behind (GString *out, const ChaseName *comment)
{
  if (comment == NULL)
    return;
  g_string_append (out, "  ");
  append_comment (out, comment);
}

/* A blank line at the end of a block is dropped. */
static guint
last_line (const GPtrArray *lines)
{
  guint n = lines != NULL ? lines->len : 0;

  while (n > 0 && g_ptr_array_index (lines, n - 1) == NULL)
    n--;
  return n;
}

static void
append_last_lines (GString *out, const GPtrArray *lines, const char *indent, gboolean first)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < last_line (lines); i++)
    g_ptr_array_add (kept, g_ptr_array_index (lines, i));
  append_lines (out, kept, indent, first);
}

static void
append_block (GString *out, const ChaseItem *item, ChaseNotationFlags flags)
{
  guint n = chase_item_n_statements (item);

  g_string_append (out, " {");
  if (n == 0 && item->closing.behind == NULL && last_line (item->closing.above) == 0)
    {
      g_string_append (out, " }");
      return;
    }
  append_behind (out, item->closing.behind);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < n;)
    {
      const ChaseStatement *statement = chase_item_get_statement (item, i);

      const ChaseComments none = { NULL, NULL };
      const ChaseComments *comments = statement->comments != NULL ? statement->comments : &none;

      append_lines (out, comments->above, "  ", i == 0);
      g_string_append (out, "  ");
      i += notation_append_statements (out, item, i, flags);
      append_behind (out, comments->behind);
      g_string_append_c (out, '\n');
    }
  append_last_lines (out, item->closing.above, "  ", n == 0);
  g_string_append_c (out, '}');
}

static void
append_view (GString *out, const ChaseItem *item, ChaseNotationFlags flags)
{
  g_string_append (out, chase_view_word (item->view));
  g_string_append_c (out, ' ');
  notation_append_term (out, item->expression, flags);
  if (item->at == NULL)
    return;
  g_string_append (out, item->view == CHASE_VIEW_PROOF ? " = " : " at ");
  if (item->view == CHASE_VIEW_SETS)
    notation_append_element (out, item->at, flags);
  else
    notation_append_term (out, item->at, flags);
  if (item->view == CHASE_VIEW_SETS && item->proposition != NULL)
    {
      g_string_append (out, " along ");
      notation_append_proposition (out, item->proposition, FALSE, flags);
    }
  if (item->view != CHASE_VIEW_PROOF || item->from == NULL)
    return;
  g_string_append (out, " in ");
  notation_append_term (out, item->from, flags);
}

static void
append_title (GString *out, const ChaseItem *item)
{
  if (item->contravariant)
    g_string_append (out, "contravariant ");
  g_string_append (out, chase_item_keyword (item));
  g_string_append_c (out, ' ');
  notation_append_name (out, item->name != NULL ? item->name : "_");
  if (item->label == NULL)
    return;
  g_string_append_c (out, ' ');
  notation_append_string (out, item->label);
}

static void
append_ends (GString *out, const ChaseItem *item, ChaseNotationFlags flags)
{
  gboolean unicode = (flags & CHASE_NOTATION_UNICODE) != 0;

  if (item->kind == CHASE_ITEM_FUNCTOR || item->kind == CHASE_ITEM_TRANSFORMATION)
    {
      g_string_append (out, " : ");
      notation_append_term (out, item->from, flags);
      if (item->kind == CHASE_ITEM_FUNCTOR)
        g_string_append (out, unicode ? " → " : " -> ");
      else
        g_string_append (out, unicode ? " ⇒ " : " => ");
      notation_append_term (out, item->to, flags);
    }
  else if (item->kind == CHASE_ITEM_DIAGRAM && item->to != NULL)
    {
      g_string_append (out, " in ");
      notation_append_term (out, item->to, flags);
    }
}

static void
append_definition (GString *out, const ChaseItem *item, ChaseNotationFlags flags)
{
  append_title (out, item);
  append_ends (out, item, flags);
  if (item->kind == CHASE_ITEM_DIAGRAM && item->view != CHASE_VIEW_NONE)
    {
      g_string_append (out, " = ");
      append_view (out, item, flags);
      return;
    }
  if (item->expression != NULL)
    {
      g_string_append (out, " = ");
      notation_append_term (out, item->expression, flags);
      return;
    }
  if (item->table)
    g_string_append (out, " table");
  append_block (out, item, flags);
}

/* The text has no brace without a partner, and every line of it is trimmed. */
static void
append_macros (GString *out, const ChaseItem *item)
{
  const char *tex = item->tex != NULL ? item->tex : "";
  g_auto (GStrv) lines = g_strsplit (tex, "\n", -1);

  if (*tex == '\0')
    {
      g_string_append (out, "macros { }");
      return;
    }
  g_string_append (out, "macros {\n");
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (out, "  %s\n", lines[i]);
  g_string_append_c (out, '}');
}

static void
append_item (GString *out, const ChaseItem *item, gboolean first, ChaseNotationFlags flags)
{
  append_lines (out, item->comments.above, "", first);
  if (item->kind == CHASE_ITEM_CHECK)
    {
      g_string_append (out, item->asked ? "ask " : "check ");
      if (item->proposition != NULL)
        notation_append_proposition (out, item->proposition, item->negated, flags);
    }
  else if (item->kind == CHASE_ITEM_MACROS)
    append_macros (out, item);
  else
    append_definition (out, item, flags);
  append_behind (out, item->comments.behind);
  g_string_append_c (out, '\n');
}

char *
chase_notation_print_item (const ChaseItem *item, ChaseNotationFlags flags)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (item != NULL, g_string_free (out, FALSE));
  append_item (out, item, TRUE, flags);
  return g_string_free (out, FALSE);
}

char *
chase_notation_print_view (const ChaseItem *item, ChaseNotationFlags flags)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (item != NULL && item->view != CHASE_VIEW_NONE, g_string_free (out, FALSE));
  append_view (out, item, flags);
  return g_string_free (out, FALSE);
}

char *
chase_notation_print (const ChaseDocument *document, ChaseNotationFlags flags)
{
  GString *out = g_string_new (NULL);
  guint n;

  g_return_val_if_fail (document != NULL, g_string_free (out, FALSE));
  n = chase_document_n_items (document);
  for (guint i = 0; i < n; i++)
    append_item (out, chase_document_get_item (document, i), i == 0, flags);
  append_last_lines (out, chase_document_get_trailing (document), "", n == 0);
  return g_string_free (out, FALSE);
}
