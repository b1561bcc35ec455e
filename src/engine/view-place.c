/* SPDX-License-Identifier: MIT */
#include "engine/view-private.h"

#include "layout/layout.h"

#include <math.h>

#define NEAR 0.22

double *
chase_view_place_graph (guint32 n_nodes, const guint32 *ends, guint n_edges)
{
  g_autoptr (ChaseItem) item = chase_item_new (CHASE_ITEM_DIAGRAM);
  g_autoptr (ChaseDiagram) diagram = chase_diagram_new_empty (item);
  double *positions = g_new0 (double, 2 * n_nodes + 1);

  for (guint32 i = 0; i < n_nodes; i++)
    chase_diagram_add_node (diagram, "A", FALSE, 0, 0, NULL);
  for (guint i = 0; i < n_edges; i++)
    chase_diagram_add_edge (diagram, ends[2 * i], ends[2 * i + 1], "f", NULL);
  chase_layout (diagram, NULL, positions, NULL);
  return positions;
}

double *
chase_view_place_diagram (const ChaseDiagram *diagram)
{
  double *positions = g_new0 (double, 2 * diagram->n_nodes + 1);

  chase_layout (diagram, NULL, positions, NULL);
  return positions;
}

double *
chase_view_place_category (const ChaseCategory *category)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < chase_presentation_n_arrows (category->presentation); i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (category->presentation, i);

      if (arrow->formal)
        continue;
      g_array_append_val (ends, arrow->source);
      g_array_append_val (ends, arrow->target);
    }
  return chase_view_place_graph (chase_presentation_n_objects (category->presentation),
                                 (const guint32 *)(gpointer)ends->data, ends->len / 2);
}

guint
chase_view_points_on (const double *points, guint n, const double *from, const double *to)
{
  double dx = to[0] - from[0], dy = to[1] - from[1], length = hypot (dx, dy);
  guint hits = 0;

  for (guint i = 0; i < n && length > 0; i++)
    {
      double x = points[2 * i] - from[0], y = points[2 * i + 1] - from[1];
      double along = (x * dx + y * dy) / length;

      hits += along > NEAR && along < length - NEAR && fabs (x * dy - y * dx) / length < NEAR;
    }
  return hits;
}
