/* SPDX-License-Identifier: MIT */
#include "interchange/geometry-private.h"

#include "interchange/tex-private.h"
#include "interchange/tikz-private.h"

#include <math.h>
#include <string.h>

gboolean
chase_cell_is_loop (const ChaseDiagram *diagram, const ChaseCell *cell)
{
  return cell->source == cell->target && cell->source < diagram->n_nodes;
}

/* An angle in steps of quiver. */
static double
curve_of (const ChaseStyle *style)
{
  return style->bend != 0.0 ? style->bend / CHASE_TIKZ_BEND : style->curve;
}

static double
aside_of (const ChaseStyle *style)
{
  return (24.0 * curve_of (style) + 8.0 * style->offset) / 128.0;
}

/* The control points of TikZ's curves lie at 0.3915 of the distance (`to` with `bend`, PGF manual,
 * section 74.3), and the apex of a cubic at three quarters of their height. */
double
chase_tikz_aside (const ChaseStyle *style, double length, gboolean plain)
{
  double bend = CLAMP (CHASE_TIKZ_BEND * curve_of (style), -180.0, 180.0) * G_PI / 180.0;
  double chord = fmax (length - 20.0, 10.0);
  double apex = style->bend != 0.0 || plain
                    ? 0.75 * 0.3915 * chord * sin (bend) * CLAMP (style->looseness, 0.1, 10.0)
                    : 4.5 * style->curve;

  return apex + CHASE_TIKZ_SHIFT * style->offset;
}

double
chase_tikz_looseness (double handle, double length)
{
  return CLAMP (round (1000.0 * handle / (0.3915 * length)) / 1000.0, 0.01, 100.0);
}

/* A separation in points: one of tikz-cd's words, or a length. FALSE for what is neither. */
static gboolean
read_separation (const char *text, double *points)
{
  static const struct
  {
    const char *word;
    double em[2]; /* between columns, between rows */
  } words[]
      = { { "tiny", { 0.6, 0.45 } },  { "small", { 1.2, 0.9 } }, { "scriptsize", { 1.8, 1.35 } },
          { "normal", { 2.4, 1.8 } }, { "large", { 3.6, 2.7 } }, { "huge", { 4.8, 3.6 } } };

  while (*text == ' ' || *text == '{')
    text++;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (text, words[i].word))
      {
        points[0] = 10.0 * words[i].em[0];
        points[1] = 10.0 * words[i].em[1];
        return TRUE;
      }
  if (!chase_tikz_read_length (text, 1.0, &points[0]))
    return FALSE;
  points[1] = points[0];
  return TRUE;
}

ChaseSpot
chase_tikz_pitch (const char *options)
{
  static const char *const keys[] = { "sep", "column sep", "row sep" };
  double sep[2] = { 24.0, 18.0 };
  g_autoptr (GPtrArray) parts = options != NULL ? chase_tex_split (options, ',', FALSE) : NULL;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      const char *equals = strchr (part, '=');
      g_autofree char *key = g_strchomp (g_strndup (part, strcspn (part, "=")));
      double given[2];

      for (guint j = 0; equals != NULL && j < G_N_ELEMENTS (keys); j++)
        if (strcmp (key, keys[j]) == 0 && read_separation (equals + 1, given))
          {
            sep[0] = j != 2 ? given[0] : sep[0];
            sep[1] = j != 1 ? given[1] : sep[1];
          }
    }
  return (ChaseSpot){ CLAMP (sep[0] + 31.0, 10.0, 1000.0), CLAMP (sep[1] + 27.0, 10.0, 1000.0) };
}

double
chase_tikz_length (const ChaseSpot *from, const ChaseSpot *to, gboolean between_arrows)
{
  double length = hypot (to->x - from->x, to->y - from->y);

  return between_arrows ? fmax (length, 5.0) : fmax (length - 20.0, 10.0);
}

static void
set_middle (ChaseSpot *spots, const ChaseCell *cell, guint32 index, gboolean points)
{
  const ChaseSpot *from = &spots[cell->source];
  double dx = spots[cell->target].x - from->x;
  double dy = spots[cell->target].y - from->y;
  double length = hypot (dx, dy);
  double aside = points ? chase_tikz_aside (cell->style, length, TRUE) : aside_of (cell->style);

  spots[index] = (ChaseSpot){ from->x + dx / 2.0, from->y + dy / 2.0 };
  if (length <= 0.0)
    return;
  spots[index].x -= aside * dy / length;
  spots[index].y += aside * dx / length;
}

static ChaseSpot *
spots_new (const ChaseDiagram *diagram, const ChaseGridPoint *grid, const ChaseSpot *pitch)
{
  ChaseSpot *spots = g_new0 (ChaseSpot, chase_diagram_n_cells (diagram) + 1);

  for (guint32 i = 0; i < chase_diagram_n_cells (diagram); i++)
    if (i >= diagram->n_nodes)
      set_middle (spots, chase_diagram_get_cell (diagram, i), i, pitch != NULL);
    else if (pitch != NULL)
      spots[i] = (ChaseSpot){ pitch->x * grid[i].column, pitch->y * grid[i].row };
    else
      spots[i] = (ChaseSpot){ grid[i].column, grid[i].row };
  return spots;
}

ChaseSpot *
chase_spots_new (const ChaseDiagram *diagram, const ChaseGridPoint *grid)
{
  return spots_new (diagram, grid, NULL);
}

ChaseSpot *
chase_points_new (const ChaseDiagram *diagram, const ChaseGridPoint *grid, ChaseSpot pitch)
{
  return spots_new (diagram, grid, &pitch);
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
