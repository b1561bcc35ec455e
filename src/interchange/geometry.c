/* SPDX-License-Identifier: MIT */
#include "interchange/geometry-private.h"

#include <math.h>

gboolean
chase_cell_is_loop (const ChaseDiagram *diagram, const ChaseCell *cell)
{
  return cell->source == cell->target && cell->source < diagram->n_nodes;
}

ChaseSpot *
chase_spots_new (const ChaseDiagram *diagram, const ChaseGridPoint *grid)
{
  ChaseSpot *spots = g_new0 (ChaseSpot, chase_diagram_n_cells (diagram) + 1);

  for (guint32 i = 0; i < chase_diagram_n_cells (diagram); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      double dx, dy, length, aside;

      if (i < diagram->n_nodes)
        {
          spots[i] = (ChaseSpot){ grid[i].column, grid[i].row };
          continue;
        }
      dx = spots[cell->target].x - spots[cell->source].x;
      dy = spots[cell->target].y - spots[cell->source].y;
      length = hypot (dx, dy);
      aside = (24.0 * cell->style->curve + 8.0 * cell->style->offset) / 128.0;
      spots[i].x = spots[cell->source].x + dx / 2.0;
      spots[i].y = spots[cell->source].y + dy / 2.0;
      if (length > 0.0)
        {
          spots[i].x -= aside * dy / length;
          spots[i].y += aside * dx / length;
        }
    }
  return spots;
}

guint32 *
chase_edges_by_level (const ChaseDiagram *diagram, guint32 *n)
{
  guint32 all = chase_diagram_n_cells (diagram);
  guint32 *edges = g_new (guint32, all + 1);
  g_autofree guint32 *start = NULL;
  guint levels = 1;

  for (guint32 i = diagram->n_nodes; i < all; i++)
    levels = MAX (levels, chase_diagram_get_cell (diagram, i)->level + 1);
  start = g_new0 (guint32, levels + 2);
  for (guint32 i = diagram->n_nodes; i < all; i++)
    start[chase_diagram_get_cell (diagram, i)->level + 1]++;
  for (guint i = 0; i <= levels; i++)
    start[i + 1] += start[i];
  for (guint32 i = diagram->n_nodes; i < all; i++)
    edges[start[chase_diagram_get_cell (diagram, i)->level]++] = i;
  *n = all - diagram->n_nodes;
  return edges;
}

char *
chase_tex_mend (const char *text)
{
  GString *out = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        g_string_append_c (out, *p++);
      else if (*p == '%' || (*p == '#' && !g_ascii_isdigit (p[1])) || (*p == '}' && depth == 0))
        g_string_append_c (out, '\\');
      else
        depth += (*p == '{') - (*p == '}');
      g_string_append_c (out, *p == '\n' || *p == '\r' ? ' ' : *p);
      if (*p == '\\' && p[1] == '\0' && (p == text || p[-1] != '\\'))
        g_string_append_c (out, ' ');
    }
  for (; depth > 0; depth--)
    g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}
