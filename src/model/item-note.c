/* SPDX-License-Identifier: MIT */
#include "model/item-note.h"

#include <string.h>

const char *
chase_item_find_note (const ChaseItem *item, const char *opening)
{
  const GPtrArray *above = item != NULL ? item->comments.above : NULL;

  for (guint i = 0; above != NULL && i < above->len; i++)
    {
      const char *line = g_ptr_array_index (above, i);

      while (line != NULL && *line == ' ')
        line++;
      if (line != NULL && g_str_has_prefix (line, opening))
        return line + strlen (opening);
    }
  return NULL;
}
