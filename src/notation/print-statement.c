/* SPDX-License-Identifier: MIT */
#include "notation/print.h"

#include <string.h>

static gboolean
has_comments (const ChaseStatement *statement)
{
  return statement->comments != NULL
         && (statement->comments->above != NULL || statement->comments->behind != NULL);
}

/* Can @next be said in one statement with @first? */
static gboolean
is_joined (const ChaseStatement *first, const ChaseStatement *next)
{
  if (!next->joined || next->kind != first->kind || has_comments (next))
    return FALSE;
  switch (first->kind)
    {
    case CHASE_STATEMENT_OBJECT:
      return TRUE;
    case CHASE_STATEMENT_PROPERTY:
      return next->property == first->property;
    case CHASE_STATEMENT_ARROW:
      return next->level == first->level && chase_term_equal (next->from, first->from)
             && chase_term_equal (next->to, first->to)
             && chase_term_equal (next->value, first->value)
             && chase_name_equal (next->label, first->label)
             && chase_style_equal (next->style, first->style);
    default:
      return FALSE;
    }
}

static void
append_label (GString *out, const ChaseStatement *statement)
{
  if (statement->label == NULL)
    return;
  g_string_append_c (out, ' ');
  notation_append_string (out, statement->label);
}

/* Label and style. @behind_term: a term stands directly before them. */
static void
append_look (GString *out, const ChaseStatement *statement, gboolean behind_term)
{
  append_label (out, statement);
  notation_append_style (out, statement->style, behind_term && statement->label == NULL);
}

static void
append_name (GString *out, const ChaseStatement *statement)
{
  if (statement->name == NULL)
    g_string_append_c (out, '_');
  else
    notation_append_name (out, statement->name);
}

/* The name of an edge: `_` alone would be no name. */
static void
append_arrow_name (GString *out, const ChaseStatement *statement)
{
  if (statement->name != NULL && strcmp (statement->name, "_") == 0)
    g_string_append (out, "`_`");
  else
    append_name (out, statement);
}

typedef void (*AppendName) (GString *out, const ChaseStatement *statement);

static void
append_names (GString *out, ChaseStatement *const *statements, guint n, AppendName append)
{
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      append (out, statements[i]);
    }
}

static void
append_object (GString *out, const ChaseStatement *statement)
{
  append_name (out, statement);
  append_look (out, statement, FALSE);
}

static void
append_equation (GString *out, const ChaseStatement *statement, ChaseNotationFlags flags)
{
  if (statement->name != NULL)
    {
      append_name (out, statement);
      g_string_append (out, " : ");
    }
  for (guint i = 0; statement->terms != NULL && i < statement->terms->len; i++)
    {
      if (i > 0)
        g_string_append (out, " = ");
      notation_append_term (out, g_ptr_array_index (statement->terms, i), flags);
    }
}

static void
append_arrow (GString *out, ChaseStatement *const *statements, guint n, ChaseNotationFlags flags)
{
  const ChaseStatement *first = statements[0];
  gboolean unicode = (flags & CHASE_NOTATION_UNICODE) != 0;

  append_names (out, statements, n, append_arrow_name);
  g_string_append (out, " : ");
  notation_append_term (out, first->from, flags);
  if (first->level > 1)
    g_string_append (out, unicode ? " ⇒ " : " => ");
  else
    g_string_append (out, unicode ? " → " : " -> ");
  notation_append_term (out, first->to, flags);
  if (first->value != NULL)
    {
      g_string_append (out, " = ");
      notation_append_term (out, first->value, flags);
    }
  append_look (out, first, first->value != NULL);
}

static void
append_node (GString *out, const ChaseStatement *statement, ChaseNotationFlags flags)
{
  if (!statement->has_position && statement->value == NULL)
    g_string_append (out, "object ");
  append_name (out, statement);
  if (statement->value != NULL)
    {
      g_string_append (out, " : ");
      notation_append_term (out, statement->value, flags);
    }
  if (statement->has_position)
    {
      g_string_append (out, " at ");
      notation_append_number (out, statement->x);
      g_string_append (out, ", ");
      notation_append_number (out, statement->y);
    }
  append_look (out, statement, FALSE);
}

static void
append_group (GString *out, ChaseStatement *const *statements, guint n, ChaseNotationFlags flags)
{
  const ChaseStatement *first = statements[0];

  switch (first->kind)
    {
    case CHASE_STATEMENT_OBJECT:
      g_string_append (out, n > 1 ? "objects " : "object ");
      append_names (out, statements, n, append_object);
      break;
    case CHASE_STATEMENT_ARROW:
      append_arrow (out, statements, n, flags);
      break;
    case CHASE_STATEMENT_NODE:
      append_node (out, first, flags);
      break;
    case CHASE_STATEMENT_DRAW:
      append_name (out, first);
      append_look (out, first, FALSE);
      break;
    case CHASE_STATEMENT_EQUATION:
      append_equation (out, first, flags);
      break;
    case CHASE_STATEMENT_PROPERTY:
      {
        const char *word = chase_property_word (first->property);

        g_string_append_printf (out, "%s ", word != NULL ? word : "mono");
        append_names (out, statements, n, append_name);
        break;
      }
    case CHASE_STATEMENT_ASSIGNMENT:
      notation_append_term (out, first->from, flags);
      g_string_append (out, flags & CHASE_NOTATION_UNICODE ? " ↦ " : " |-> ");
      notation_append_term (out, first->value, flags);
      break;
    }
}

guint
notation_append_statements (GString *out, const ChaseItem *item, guint index,
                            ChaseNotationFlags flags)
{
  ChaseStatement **statements = (ChaseStatement **)item->statements->pdata + index;
  guint left = item->statements->len - index;
  guint n = 1;

  while (n < left && is_joined (statements[0], statements[n]))
    n++;
  append_group (out, statements, n, flags);
  return n;
}

char *
chase_notation_print_statement (const ChaseStatement *statement, ChaseNotationFlags flags)
{
  GString *out = g_string_new (NULL);
  ChaseStatement *only = (ChaseStatement *)statement;

  append_group (out, &only, 1, flags);
  return g_string_free (out, FALSE);
}
