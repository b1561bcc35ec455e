/* SPDX-License-Identifier: MIT */
#include "model/item-heading.h"

#include <string.h>

/* The end of a name that is there already once: "", or "_2". */
static gboolean
is_count (const char *end)
{
  return end[0] == '\0'
         || (end[0] == '_' && end[1] != '\0' && strspn (end + 1, "0123456789") == strlen (end + 1));
}

/* A drawing that is new, read without a name, or was on the clipboard. */
static gboolean
is_any_drawing (const char *name)
{
  static const char *const words[] = { "drawing", "diagram", "pasted", "clipping" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (name, words[i]) && is_count (name + strlen (words[i])))
      return TRUE;
  return FALSE;
}

/* A computed diagram is called by what it is computed of: "F_image". */
static gboolean
is_any_view (const char *name, const char *word)
{
  const char *at = g_strrstr (name, word);

  return at != NULL && at != name && at[-1] == '_' && is_count (at + strlen (word));
}

const char *
chase_item_heading (const ChaseItem *item)
{
  if (item->label != NULL || item->name == NULL)
    return item->label;
  if (item->view != CHASE_VIEW_NONE ? is_any_view (item->name, chase_view_word (item->view))
                                    : is_any_drawing (item->name))
    return NULL;
  return item->name;
}
