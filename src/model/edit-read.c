/* SPDX-License-Identifier: MIT */
#include "model/edit-private.h"

#include <string.h>

/* Labels that say a path: "g \circ f", "1_A", "\mathrm{id}_A". */

static gboolean
is_same_object (const ChaseEdit *edit, guint a, guint b)
{
  g_autoptr (ChaseTerm) first = chase_edit_meaning (edit, a);
  g_autoptr (ChaseTerm) second = chase_edit_meaning (edit, b);

  return first != NULL && chase_term_equal (first, second);
}

/* The arrow called @label that starts at the object of the node @at, or CHASE_NO_HANDLE. */
static guint
find_arrow_from (const ChaseEdit *edit, guint cell, guint at, const char *label)
{
  for (guint i = 0; i < edit->slots->len; i++)
    {
      const ChaseSlot *slot = chase_edit_slot (edit, i);
      g_autofree char *shown = NULL;

      if (i == cell || slot->statement == NULL || !chase_statement_is_arrow (slot->statement)
          || slot->statement->level > 1 || slot->source == CHASE_NO_HANDLE
          || slot->target == CHASE_NO_HANDLE || chase_statement_is_blank (slot->statement)
          || !is_same_object (edit, slot->source, at))
        continue;
      shown = chase_edit_shown_label (edit, i);
      if (g_str_equal (shown, label))
        return i;
    }
  return CHASE_NO_HANDLE;
}

static ChaseTerm *
read_composite (ChaseEdit *edit, guint cell, const char *label)
{
  g_auto (GStrv) pieces = g_strsplit (label, "\\circ", -1);
  guint n = g_strv_length (pieces), at = chase_edit_slot (edit, cell)->source;
  g_autoptr (GPtrArray) factors = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);

  if (n < 2)
    return NULL;
  for (guint i = n; i > 0; i--)
    {
      guint arrow = find_arrow_from (edit, cell, at, g_strstrip (pieces[i - 1]));

      if (arrow == CHASE_NO_HANDLE)
        return NULL;
      chase_edit_ensure_name (edit, arrow);
      g_ptr_array_insert (factors, 0, chase_edit_meaning (edit, arrow));
      at = chase_edit_slot (edit, arrow)->target;
    }
  if (!is_same_object (edit, at, chase_edit_slot (edit, cell)->target))
    return NULL;
  return chase_term_new (CHASE_TERM_COMPOSE, (ChaseTerm *const *)factors->pdata, factors->len, 0);
}

static ChaseTerm *
read_identity (ChaseEdit *edit, guint cell, const char *label)
{
  static const char *const signs[]
      = { "1", "\\mathrm{id}", "\\operatorname{id}", "\\mathbf{1}", "\\text{id}" };
  const ChaseSlot *slot = chase_edit_slot (edit, cell);
  g_autofree char *object = NULL;

  if (!is_same_object (edit, slot->source, slot->target))
    return NULL;
  object = chase_edit_shown_label (edit, slot->source);
  for (guint i = 0; i < G_N_ELEMENTS (signs) && object[0] != '\0'; i++)
    {
      g_autofree char *braced = g_strdup_printf ("%s_{%s}", signs[i], object);
      g_autofree char *bare = g_strdup_printf ("%s_%s", signs[i], object);
      g_autoptr (ChaseTerm) meaning = NULL;

      if (!g_str_equal (label, braced) && !g_str_equal (label, bare))
        continue;
      meaning = chase_edit_meaning (edit, slot->source);
      return chase_term_new (CHASE_TERM_IDENTITY, &meaning, 1, 0);
    }
  return NULL;
}

ChaseTerm *
chase_edit_read_path (ChaseEdit *edit, guint cell, const char *label)
{
  const ChaseStatement *statement = chase_edit_get (edit, cell);
  const ChaseSlot *slot = chase_edit_slot (edit, cell);
  ChaseTerm *path;

  if (!edit->free || statement->kind != CHASE_STATEMENT_ARROW || statement->level > 1
      || slot->source == CHASE_NO_HANDLE || slot->target == CHASE_NO_HANDLE)
    return NULL;
  path = read_composite (edit, cell, label);
  return path != NULL ? path : read_identity (edit, cell, label);
}
