/* SPDX-License-Identifier: MIT */
#include "model/document.h"

#include <string.h>

#include "i18n.h"

static const char *const view_words[] = {
  [CHASE_VIEW_NONE] = NULL,
  [CHASE_VIEW_IMAGE] = "image",
  [CHASE_VIEW_NATURALITY] = "naturality",
  [CHASE_VIEW_OPPOSITE] = "opposite",
  [CHASE_VIEW_CATEGORY] = "category",
  [CHASE_VIEW_ALL] = "all",
  [CHASE_VIEW_SETS] = "sets",
  [CHASE_VIEW_ELEMENTS] = "elements",
  [CHASE_VIEW_YONEDA] = "yoneda",
  [CHASE_VIEW_CONE] = "cone",
  [CHASE_VIEW_COCONE] = "cocone",
  [CHASE_VIEW_PROOF] = "proof",
};

static GPtrArray *
statements_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)chase_statement_unref);
}

ChaseItem *
chase_item_new (ChaseItemKind kind)
{
  ChaseItem *item = g_new0 (ChaseItem, 1);

  g_atomic_ref_count_init (&item->ref_count);
  item->kind = kind;
  if (kind != CHASE_ITEM_CHECK && kind != CHASE_ITEM_MACROS)
    item->statements = statements_new ();
  return item;
}

ChaseItem *
chase_item_copy (const ChaseItem *item)
{
  ChaseItem *copy = g_memdup2 (item, sizeof *item);

  g_atomic_ref_count_init (&copy->ref_count);
  chase_comments_copy (&copy->comments, &item->comments);
  chase_comments_copy (&copy->closing, &item->closing);
  chase_name_ref (copy->name);
  chase_name_ref (copy->label);
  chase_term_ref (copy->from);
  chase_term_ref (copy->to);
  chase_term_ref (copy->expression);
  chase_term_ref (copy->at);
  chase_name_ref (copy->tex);
  if (copy->proposition != NULL)
    chase_proposition_ref (copy->proposition);
  if (item->statements != NULL)
    {
      copy->statements = statements_new ();
      for (guint i = 0; i < item->statements->len; i++)
        g_ptr_array_add (copy->statements, chase_statement_ref (chase_item_get_statement (item, i)));
    }
  return copy;
}

ChaseItem *
chase_item_ref (ChaseItem *item)
{
  g_atomic_ref_count_inc (&item->ref_count);
  return item;
}

void
chase_item_unref (ChaseItem *item)
{
  if (item == NULL || !g_atomic_ref_count_dec (&item->ref_count))
    return;
  chase_comments_clear (&item->comments);
  chase_comments_clear (&item->closing);
  chase_name_unref (item->name);
  chase_name_unref (item->label);
  chase_term_unref (item->from);
  chase_term_unref (item->to);
  chase_term_unref (item->expression);
  chase_term_unref (item->at);
  chase_name_unref (item->tex);
  chase_proposition_unref (item->proposition);
  g_clear_pointer (&item->statements, g_ptr_array_unref);
  g_free (item);
}

static gboolean
headers_equal (const ChaseItem *a, const ChaseItem *b)
{
  return a->kind == b->kind && a->table == b->table && a->contravariant == b->contravariant
         && a->view == b->view && a->negated == b->negated && a->asked == b->asked
         && chase_name_equal (a->name, b->name)
         && chase_name_equal (a->label, b->label) && chase_term_equal (a->from, b->from)
         && chase_term_equal (a->to, b->to) && chase_term_equal (a->expression, b->expression)
         && chase_term_equal (a->at, b->at) && chase_name_equal (a->tex, b->tex)
         && chase_proposition_equal (a->proposition, b->proposition);
}

gboolean
chase_item_equal (const ChaseItem *a, const ChaseItem *b)
{
  if (a == b)
    return TRUE;
  if (!headers_equal (a, b) || !chase_comments_equal (&a->comments, &b->comments)
      || !chase_comments_equal (&a->closing, &b->closing)
      || chase_item_n_statements (a) != chase_item_n_statements (b))
    return FALSE;
  for (guint i = 0; i < chase_item_n_statements (a); i++)
    if (!chase_statement_equal (chase_item_get_statement (a, i), chase_item_get_statement (b, i)))
      return FALSE;
  return TRUE;
}

void
chase_item_take_statement (ChaseItem *item, ChaseStatement *statement)
{
  if (item->statements == NULL)
    item->statements = statements_new ();
  g_ptr_array_add (item->statements, statement);
}

guint
chase_item_n_statements (const ChaseItem *item)
{
  return item->statements != NULL ? item->statements->len : 0;
}

ChaseStatement *
chase_item_get_statement (const ChaseItem *item, guint index)
{
  g_return_val_if_fail (index < chase_item_n_statements (item), NULL);
  return g_ptr_array_index (item->statements, index);
}

const ChaseTerm *
chase_item_value_at (const ChaseItem *item, const char *argument)
{
  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *said = chase_item_get_statement (item, i);

      if (said->kind == CHASE_STATEMENT_ASSIGNMENT && chase_term_is_name (said->from, argument))
        return said->value;
    }
  return NULL;
}

const char *
chase_item_keyword (const ChaseItem *item)
{
  switch (item->kind)
    {
    case CHASE_ITEM_CATEGORY:
      return N_ ("category");
    case CHASE_ITEM_FUNCTOR:
      return N_ ("functor");
    case CHASE_ITEM_TRANSFORMATION:
      return N_ ("transformation");
    case CHASE_ITEM_DIAGRAM:
      return N_ ("diagram");
    case CHASE_ITEM_MACROS:
      return N_ ("macros");
    case CHASE_ITEM_CHECK:
    default:
      return item->asked ? N_ ("ask") : N_ ("check");
    }
}

const char *
chase_view_word (ChaseViewKind view)
{
  g_return_val_if_fail (view < G_N_ELEMENTS (view_words), NULL);
  return view_words[view];
}

gboolean
chase_view_parse (const char *word, ChaseViewKind *view)
{
  for (guint i = 1; i < G_N_ELEMENTS (view_words); i++)
    if (strcmp (word, view_words[i]) == 0)
      {
        *view = i;
        return TRUE;
      }
  return FALSE;
}
