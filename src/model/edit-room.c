/* SPDX-License-Identifier: MIT */
#include "model/edit-private.h"

#include <math.h>

/* Room beside what is drawn. */

typedef struct
{
  double column;
  double row;
} Place;

static GArray *
places_taken (const ChaseEdit *edit)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < edit->slots->len; i++)
    {
      const ChaseStatement *node = chase_edit_get (edit, i);

      if (node != NULL && chase_statement_is_node (node) && node->has_position)
        g_array_append_vals (places, &(Place){ node->x, node->y }, 1);
    }
  return places;
}

/* Notes how many steps would bring @node upon one of the places; at most one number for each. */
static void
note_steps (const GArray *places, const Place *node, GHashTable *steps)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      double distance = place->column - node->column;
      double step = round (distance);

      if (fabs (place->row - node->row) < 0.5 && fabs (distance - step) < 0.5 && step >= 0
          && step < G_MAXINT)
        g_hash_table_add (steps, GINT_TO_POINTER ((gint)step));
    }
}

double
chase_edit_find_room (const ChaseEdit *edit, const ChaseDiagram *fragment, double columns,
                      double rows)
{
  g_autoptr (GArray) places = places_taken (edit);
  g_autoptr (GHashTable) steps = g_hash_table_new (NULL, NULL);
  gint step = 0;

  for (guint32 i = 0; i < fragment->n_nodes; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (fragment, i);

      note_steps (places, &(Place){ cell->x + columns, cell->y + rows }, steps);
    }
  while (g_hash_table_contains (steps, GINT_TO_POINTER (step)))
    step++;
  return columns + step;
}
