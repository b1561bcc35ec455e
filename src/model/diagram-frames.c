/* SPDX-License-Identifier: MIT */
#include "model/diagram-private.h"

#include <string.h>

/* The nodes that share the frame @key = @label, an empty list when none did so far. */
static GArray *
find_members (GHashTable *index, GPtrArray *wanted, const char *key, const char *label)
{
  g_autofree char *text = g_strdup_printf ("%s %s", key, label);
  GArray *members = g_hash_table_lookup (index, text);

  if (members != NULL)
    return members;
  members = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_ptr_array_add (wanted, text);
  g_hash_table_insert (index, g_steal_pointer (&text), members);
  return members;
}

void
chase_diagram_add_frames (ChaseDiagram *diagram)
{
  static const char *const keys[] = { "frame", "ellipse" };
  g_autoptr (GHashTable) index
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  for (guint32 i = 0; i < diagram->n_nodes; i++)
    for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
      {
        const char *label
            = chase_style_get_extra (chase_diagram_get_cell (diagram, i)->style, keys[k]);

        if (label != NULL)
          g_array_append_val (find_members (index, wanted, keys[k], label), i);
      }
  for (guint j = 0; j < wanted->len; j++)
    {
      const char *text = g_ptr_array_index (wanted, j);
      GArray *members = g_hash_table_lookup (index, text);

      chase_diagram_add_frame (diagram, *text == 'e' ? CHASE_FRAME_ELLIPSE : CHASE_FRAME_BOX,
                               strchr (text, ' ') + 1, NULL,
                               (const guint32 *)(gpointer)members->data, members->len);
    }
}
