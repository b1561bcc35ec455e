/* SPDX-License-Identifier: MIT */
#include "app/joining.h"

static gboolean
is_definition (const ChaseItem *item)
{
  return item->kind == CHASE_ITEM_CATEGORY || item->kind == CHASE_ITEM_FUNCTOR
         || item->kind == CHASE_ITEM_TRANSFORMATION;
}

/* A diagram that is worked out from definitions alone. */
static gboolean
is_computed (const ChaseItem *item)
{
  switch (item->view)
    {
    case CHASE_VIEW_IMAGE:
    case CHASE_VIEW_NATURALITY:
    case CHASE_VIEW_CATEGORY:
    case CHASE_VIEW_ALL:
    case CHASE_VIEW_SETS:
    case CHASE_VIEW_ELEMENTS:
    case CHASE_VIEW_YONEDA:
      return item->kind == CHASE_ITEM_DIAGRAM;
    default:
      return FALSE;
    }
}

/* Would a definition of @from be taken for another one of @into? */
static gboolean
do_clash (ChaseDocument *into, ChaseDocument *from)
{
  for (guint i = 0; i < chase_document_n_items (from); i++)
    {
      const ChaseItem *item = chase_document_get_item (from, i);
      const ChaseItem *other = item->name != NULL ? chase_document_find (into, item->name) : NULL;

      if (is_definition (item) && other != NULL && !chase_item_equal (item, other))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_wanted (ChaseDocument *into, const ChaseItem *item, gboolean clash)
{
  if (item->kind == CHASE_ITEM_DIAGRAM && item->view == CHASE_VIEW_NONE)
    return TRUE;
  if (item->kind == CHASE_ITEM_MACROS)
    return chase_document_nth (into, CHASE_ITEM_MACROS, 0) == NULL;
  if (clash)
    return FALSE;
  return is_computed (item)
         || (is_definition (item)
             && (item->name == NULL || chase_document_find (into, item->name) == NULL));
}

/* The item as it is called in @document. Caller owns it. */
static ChaseItem *
adapt (ChaseDocument *document, ChaseItem *item, gboolean clash)
{
  ChaseItem *copy;
  g_autofree char *name = NULL;

  if (item->kind != CHASE_ITEM_DIAGRAM)
    return chase_item_ref (item);
  copy = chase_item_copy (item);
  name = chase_document_free_name (document, item->name != NULL ? item->name : "drawing");
  chase_name_unref (copy->name);
  copy->name = chase_name_new (name);
  if (clash)
    g_clear_pointer (&copy->to, chase_term_unref);
  return copy;
}

ChaseDocument *
chase_join_documents (ChaseDocument *into, guint at, ChaseDocument *from, const ChaseItem *but)
{
  gboolean clash = do_clash (into, from);
  ChaseDocument *joined = chase_document_ref (into);
  gint place = (gint)at;

  for (guint i = 0; i < chase_document_n_items (from); i++)
    {
      ChaseItem *item = chase_document_get_item (from, i);
      g_autoptr (ChaseItem) adapted = NULL;
      g_autoptr (ChaseDocument) before = NULL;

      if (item == but || !is_wanted (into, item, clash))
        continue;
      before = joined;
      adapted = adapt (before, item, clash);
      joined = chase_document_insert (before, ++place, adapted);
    }
  return joined;
}
