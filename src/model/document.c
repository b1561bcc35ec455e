/* SPDX-License-Identifier: MIT */
#include "model/document.h"

struct _ChaseDocument
{
  gatomicrefcount ref_count;
  GPtrArray *items;    /* of ChaseItem */
  GPtrArray *trailing; /* of ChaseName, or NULL */
  GHashTable *names;   /* name -> ChaseItem, both borrowed from the items; the first of a name counts */
};

ChaseDocument *
chase_document_new (void)
{
  return chase_document_new_take (g_ptr_array_new_with_free_func ((GDestroyNotify)chase_item_unref),
                                  NULL);
}

ChaseDocument *
chase_document_new_take (GPtrArray *items, GPtrArray *trailing)
{
  ChaseDocument *document = g_new0 (ChaseDocument, 1);

  g_atomic_ref_count_init (&document->ref_count);
  document->items = items;
  document->trailing = trailing;
  document->names = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < items->len; i++)
    {
      ChaseItem *item = g_ptr_array_index (items, i);

      if (item->name != NULL && !g_hash_table_contains (document->names, item->name))
        g_hash_table_insert (document->names, item->name, item);
    }
  return document;
}

ChaseDocument *
chase_document_ref (ChaseDocument *document)
{
  g_atomic_ref_count_inc (&document->ref_count);
  return document;
}

void
chase_document_unref (ChaseDocument *document)
{
  if (document == NULL || !g_atomic_ref_count_dec (&document->ref_count))
    return;
  g_hash_table_unref (document->names);
  g_ptr_array_unref (document->items);
  g_clear_pointer (&document->trailing, g_ptr_array_unref);
  g_free (document);
}

gboolean
chase_document_equal (const ChaseDocument *a, const ChaseDocument *b)
{
  ChaseComments trailing_a = { a->trailing, NULL };
  ChaseComments trailing_b = { b->trailing, NULL };

  if (a == b)
    return TRUE;
  if (a->items->len != b->items->len || !chase_comments_equal (&trailing_a, &trailing_b))
    return FALSE;
  for (guint i = 0; i < a->items->len; i++)
    if (!chase_item_equal (chase_document_get_item (a, i), chase_document_get_item (b, i)))
      return FALSE;
  return TRUE;
}

guint
chase_document_n_items (const ChaseDocument *document)
{
  return document->items->len;
}

ChaseItem *
chase_document_get_item (const ChaseDocument *document, guint index)
{
  g_return_val_if_fail (index < document->items->len, NULL);
  return g_ptr_array_index (document->items, index);
}

GPtrArray *
chase_document_get_trailing (const ChaseDocument *document)
{
  return document->trailing;
}

ChaseItem *
chase_document_find (const ChaseDocument *document, const char *name)
{
  return g_hash_table_lookup (document->names, name);
}

gint
chase_document_index_of (const ChaseDocument *document, const ChaseItem *item)
{
  guint index;

  return g_ptr_array_find (document->items, item, &index) ? (gint)index : -1;
}

ChaseItem *
chase_document_nth (const ChaseDocument *document, ChaseItemKind kind, guint n)
{
  for (guint i = 0; i < document->items->len; i++)
    {
      ChaseItem *item = g_ptr_array_index (document->items, i);

      if (item->kind == kind && n-- == 0)
        return item;
    }
  return NULL;
}

/* Returns references to all items, with those at [@at, @at + @drop) replaced by @item (where not NULL). */
static ChaseDocument *
spliced (const ChaseDocument *document, guint at, guint drop, ChaseItem *item)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_item_unref);

  for (guint i = 0; i < at; i++)
    g_ptr_array_add (items, chase_item_ref (g_ptr_array_index (document->items, i)));
  if (item != NULL)
    g_ptr_array_add (items, chase_item_ref (item));
  for (guint i = at + drop; i < document->items->len; i++)
    g_ptr_array_add (items, chase_item_ref (g_ptr_array_index (document->items, i)));
  return chase_document_new_take (
      items, document->trailing != NULL ? g_ptr_array_ref (document->trailing) : NULL);
}

ChaseDocument *
chase_document_insert (const ChaseDocument *document, gint index, ChaseItem *item)
{
  guint at = index < 0 ? document->items->len : (guint)index;

  g_return_val_if_fail (at <= document->items->len, NULL);
  return spliced (document, at, 0, item);
}

ChaseDocument *
chase_document_replace (const ChaseDocument *document, guint index, ChaseItem *item)
{
  g_return_val_if_fail (index < document->items->len, NULL);
  return spliced (document, index, 1, item);
}

ChaseDocument *
chase_document_remove (const ChaseDocument *document, guint index)
{
  g_return_val_if_fail (index < document->items->len, NULL);
  return spliced (document, index, 1, NULL);
}

char *
chase_document_free_name (const ChaseDocument *document, const char *stem)
{
  if (chase_document_find (document, stem) == NULL)
    return g_strdup (stem);
  for (guint n = 2;; n++)
    {
      g_autofree char *name = g_strdup_printf ("%s_%u", stem, n);

      if (chase_document_find (document, name) == NULL)
        return g_steal_pointer (&name);
    }
}
