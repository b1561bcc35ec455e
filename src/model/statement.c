/* SPDX-License-Identifier: MIT */
#include "model/statement.h"

ChaseStatement *
chase_statement_new (ChaseStatementKind kind)
{
  ChaseStatement *statement = g_new0 (ChaseStatement, 1);

  g_atomic_ref_count_init (&statement->ref_count);
  statement->kind = kind;
  statement->level = 1;
  return statement;
}

static gboolean
has_ends (const ChaseStatement *statement)
{
  return statement->kind == CHASE_STATEMENT_ARROW || statement->kind == CHASE_STATEMENT_ASSIGNMENT;
}

static GPtrArray *
copy_terms (const GPtrArray *terms)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);

  for (guint i = 0; i < terms->len; i++)
    g_ptr_array_add (copy, chase_term_ref (g_ptr_array_index (terms, i)));
  return copy;
}

ChaseComments *
chase_statement_comments (ChaseStatement *statement)
{
  if (statement->comments == NULL)
    statement->comments = g_new0 (ChaseComments, 1);
  return statement->comments;
}

ChaseStatement *
chase_statement_copy (const ChaseStatement *statement)
{
  ChaseStatement *copy = g_memdup2 (statement, sizeof *statement);

  g_atomic_ref_count_init (&copy->ref_count);
  copy->comments = NULL;
  if (statement->comments != NULL)
    chase_comments_copy (chase_statement_comments (copy), statement->comments);
  chase_name_ref (copy->name);
  chase_name_ref (copy->label);
  chase_term_ref (copy->value);
  if (statement->style != NULL)
    copy->style = chase_style_copy (statement->style);
  if (has_ends (statement))
    {
      chase_term_ref (copy->from);
      chase_term_ref (copy->to);
    }
  else if (chase_statement_terms (statement) != NULL)
    copy->terms = copy_terms (statement->terms);
  return copy;
}

ChaseStatement *
chase_statement_ref (ChaseStatement *statement)
{
  g_atomic_ref_count_inc (&statement->ref_count);
  return statement;
}

void
chase_statement_unref (ChaseStatement *statement)
{
  if (statement == NULL || !g_atomic_ref_count_dec (&statement->ref_count))
    return;
  if (statement->comments != NULL)
    chase_comments_clear (statement->comments);
  g_free (statement->comments);
  chase_name_unref (statement->name);
  chase_name_unref (statement->label);
  chase_term_unref (statement->value);
  chase_style_free (statement->style);
  if (has_ends (statement))
    {
      chase_term_unref (statement->from);
      chase_term_unref (statement->to);
    }
  else if (chase_statement_terms (statement) != NULL)
    g_ptr_array_unref (statement->terms);
  g_free (statement);
}

static gboolean
places_equal (const ChaseStatement *a, const ChaseStatement *b)
{
  if (a->has_position != b->has_position)
    return FALSE;
  return !a->has_position || (a->x == b->x && a->y == b->y);
}

static gboolean
ends_equal (const ChaseStatement *a, const ChaseStatement *b)
{
  return !has_ends (a) || (chase_term_equal (a->from, b->from) && chase_term_equal (a->to, b->to));
}

static gboolean
remarks_equal (const ChaseStatement *a, const ChaseStatement *b)
{
  const ChaseComments none = { NULL, NULL };

  return chase_comments_equal (a->comments != NULL ? a->comments : &none,
                               b->comments != NULL ? b->comments : &none);
}

gboolean
chase_statement_equal (const ChaseStatement *a, const ChaseStatement *b)
{
  if (a == b)
    return TRUE;
  return a->kind == b->kind && a->joined == b->joined && a->level == b->level
         && a->property == b->property && places_equal (a, b) && chase_name_equal (a->name, b->name)
         && chase_name_equal (a->label, b->label) && ends_equal (a, b)
         && chase_term_equal (a->value, b->value) && chase_style_equal (a->style, b->style)
         && chase_terms_equal (chase_statement_terms (a), chase_statement_terms (b))
         && remarks_equal (a, b);
}

void
chase_comments_clear (ChaseComments *comments)
{
  g_clear_pointer (&comments->above, g_ptr_array_unref);
  g_clear_pointer (&comments->behind, chase_name_unref);
}

void
chase_comments_copy (ChaseComments *to, const ChaseComments *from)
{
  to->behind = chase_name_ref (from->behind);
  to->above = NULL;
  if (from->above == NULL)
    return;
  to->above = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_name_unref);
  for (guint i = 0; i < from->above->len; i++)
    g_ptr_array_add (to->above, chase_name_ref (g_ptr_array_index (from->above, i)));
}

gboolean
chase_comments_equal (const ChaseComments *a, const ChaseComments *b)
{
  guint n = a->above != NULL ? a->above->len : 0;

  if (n != (b->above != NULL ? b->above->len : 0) || !chase_name_equal (a->behind, b->behind))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!chase_name_equal (g_ptr_array_index (a->above, i), g_ptr_array_index (b->above, i)))
      return FALSE;
  return TRUE;
}

char *
chase_comments_to_text (const ChaseComments *comments)
{
  GString *text = g_string_new (NULL);
  gboolean apart = FALSE;

  for (guint i = 0; comments->above != NULL && i < comments->above->len; i++)
    {
      const char *line = g_ptr_array_index (comments->above, i);

      while (line != NULL && (*line == ' ' || *line == '\t' || *line == '#'))
        line++;
      if (line == NULL || *line == '\0')
        {
          apart = text->len > 0;
          continue;
        }
      if (text->len > 0)
        g_string_append (text, apart ? "\n\n" : " ");
      g_string_append (text, line);
      apart = FALSE;
    }
  return g_string_free (text, FALSE);
}

const char *
chase_property_word (ChaseProperty property)
{
  switch (property)
    {
    case CHASE_PROPERTY_MONO:
      return "mono";
    case CHASE_PROPERTY_EPI:
      return "epi";
    case CHASE_PROPERTY_ISO:
      return "iso";
    case CHASE_PROPERTY_SPLIT_MONO:
      return "split mono";
    case CHASE_PROPERTY_SPLIT_EPI:
      return "split epi";
    case CHASE_PROPERTY_IDEMPOTENT:
      return "idempotent";
    case CHASE_PROPERTY_NONE:
    default:
      return NULL;
    }
}
