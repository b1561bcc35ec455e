/* SPDX-License-Identifier: MIT */
#include "layout/layout-private.h"
#include "model/item-note.h"

#include <math.h>
#include <string.h>

/* From so many nodes on, dot takes seconds; the layers do for what nobody can read at a glance
 * anyway. */
#define MANY_NODES 400

G_DEFINE_QUARK (chase - layout - error - quark, chase_layout_error)

static const char *const engine_words[] = { "auto", "dot", "neato", "circo" };

gboolean
chase_layout_engine_parse (const char *word, ChaseLayoutEngine *engine)
{
  for (guint i = 0; i < G_N_ELEMENTS (engine_words); i++)
    if (strcmp (word, engine_words[i]) == 0)
      {
        *engine = (ChaseLayoutEngine)i;
        return TRUE;
      }
  return FALSE;
}

void
chase_layout_options_init (ChaseLayoutOptions *options)
{
  *options = (ChaseLayoutOptions){ CHASE_LAYOUT_AUTO, FALSE };
}

/* Places one connected piece, leftmost and topmost at 0; on failure by layers, which always works.
 */
static gboolean
place_piece (const ChaseGraph *piece, ChaseLayoutEngine engine, double *positions,
             ChasePlaceFunc place, gpointer data, GError **error)
{
  if (engine == CHASE_LAYOUT_AUTO)
    {
      if (chase_layout_shape (piece, positions))
        return TRUE;
      if (piece->n >= MANY_NODES)
        {
          chase_layout_layered (piece, positions);
          return TRUE;
        }
    }
  else if (piece->n < 3)
    return chase_layout_shape (piece, positions);
  if (engine == CHASE_LAYOUT_CIRCO)
    {
      /* Not by Graphviz's circo, which crashes now and then on harmless graphs. */
      chase_layout_circle (piece, positions);
      return TRUE;
    }
  if (place (piece, engine, positions, data, error))
    return TRUE;
  chase_layout_layered (piece, positions);
  return FALSE;
}

/* Where the next piece goes: pieces stand in rows, left to right, about as wide together as high.
 */
typedef struct
{
  double x, y, height, width_limit;
} Shelf;

static void
extent (const double *positions, guint n, double *width, double *height)
{
  *width = *height = 0;
  for (guint i = 0; i < n; i++)
    {
      *width = MAX (*width, ceil (positions[2 * i]) + 1);
      *height = MAX (*height, ceil (positions[2 * i + 1]) + 1);
    }
}

static void
put_on_shelf (Shelf *shelf, const double *piece_positions, const guint32 *nodes, guint n,
              double *positions)
{
  double width, height;

  extent (piece_positions, n, &width, &height);
  if (shelf->x > 0 && shelf->x + width > shelf->width_limit)
    {
      shelf->x = 0;
      shelf->y += shelf->height;
      shelf->height = 0;
    }
  for (guint i = 0; i < n; i++)
    {
      positions[2 * nodes[i]] = piece_positions[2 * i] + shelf->x;
      positions[2 * nodes[i] + 1] = piece_positions[2 * i + 1] + shelf->y;
    }
  shelf->x += width;
  shelf->height = MAX (shelf->height, height);
}

/* The way of the ranks that a comment above the diagram asks for, as DOT's do: "LR" where there is
 * none. */
static const char *
direction_of (const ChaseDiagram *diagram)
{
  static const char *const ways[] = { "TB", "BT", "RL" };
  const char *way = chase_item_find_note (diagram->item, "graphviz: rankdir=");

  for (guint i = 0; way != NULL && i < G_N_ELEMENTS (ways); i++)
    if (strcmp (way, ways[i]) == 0)
      return ways[i];
  return "LR";
}

static gboolean
is_upright (const char *direction)
{
  return direction[1] == 'B' || direction[1] == 'T';
}

/* Turns a layout from left to right the way @direction says. */
static void
turn (const char *direction, double *positions, guint n)
{
  gboolean back = strcmp (direction, "BT") == 0 || strcmp (direction, "RL") == 0;
  gboolean upright = is_upright (direction);
  double end = 0.0;

  for (guint i = 0; i < n; i++)
    end = MAX (end, positions[2 * i]);
  for (guint i = 0; i < n; i++)
    {
      double x = back ? end - positions[2 * i] : positions[2 * i];
      double y = positions[2 * i + 1];
      positions[2 * i] = upright ? y : x;
      positions[2 * i + 1] = upright ? x : y;
    }
}

static gboolean
place_all (const ChaseGraph *graph, ChaseLayoutEngine engine, const char *direction,
           double *positions, ChasePlaceFunc place, gpointer data, GError **error)
{
  g_autofree guint32 *piece_of = NULL, *nodes = g_new (guint32, graph->n + 1);
  g_autofree guint32 *starts = NULL;
  g_autofree double *local = g_new0 (double, 2 * graph->n + 2);
  guint n_pieces = chase_graph_pieces (graph, &piece_of);
  Shelf shelf = { 0, 0, 0, MAX (ceil (1.6 * sqrt (graph->n)), 6) };
  gboolean done = TRUE;

  /* Nodes piece by piece, each piece in the order of its nodes. */
  starts = g_new0 (guint32, n_pieces + 2);
  for (guint i = 0; i < graph->n; i++)
    starts[piece_of[i] + 1]++;
  for (guint i = 0; i < n_pieces; i++)
    starts[i + 1] += starts[i];
  {
    g_autofree guint32 *at = g_memdup2 (starts, (n_pieces + 1) * sizeof *starts);

    for (guint32 i = 0; i < graph->n; i++)
      nodes[at[piece_of[i]]++] = i;
  }
  for (guint k = 0; k < n_pieces; k++)
    {
      guint n = starts[k + 1] - starts[k];

      if (n == 1)
        local[0] = local[1] = 0;
      else
        {
          g_autoptr (ChaseGraph) piece
              = n == graph->n ? NULL : chase_graph_part (graph, nodes + starts[k], n);

          done = place_piece (piece != NULL ? piece : graph, engine, local, place, data,
                              done ? error : NULL)
                 && done;
        }
      turn (direction, local, n);
      put_on_shelf (&shelf, local, nodes + starts[k], n, positions);
    }
  return done;
}

static guint
count_placed (const ChaseDiagram *diagram)
{
  guint n = 0;

  for (guint32 i = 0; i < diagram->n_nodes; i++)
    n += chase_diagram_get_cell (diagram, i)->has_position ? 1 : 0;
  return n;
}

gboolean
chase_layout_with (const ChaseDiagram *diagram, const ChaseLayoutOptions *options,
                   double *positions, ChasePlaceFunc place, gpointer data, GError **error)
{
  ChaseLayoutOptions plain;
  g_autoptr (ChaseGraph) graph = NULL;
  guint n_placed = count_placed (diagram);
  ChaseLayoutEngine engine;
  const char *direction;
  gboolean done;

  chase_layout_options_init (&plain);
  if (options == NULL)
    options = &plain;
  if (n_placed == diagram->n_nodes && !options->afresh)
    {
      for (guint32 i = 0; i < diagram->n_nodes; i++)
        {
          positions[2 * i] = chase_diagram_get_cell (diagram, i)->x;
          positions[2 * i + 1] = chase_diagram_get_cell (diagram, i)->y;
        }
      return TRUE;
    }
  graph = chase_graph_new (diagram);
  direction = direction_of (diagram);
  engine = options->engine;
  /* Rows are asked for of ranks, not of the shapes that we know. */
  if (is_upright (direction) && engine == CHASE_LAYOUT_AUTO && graph->n < MANY_NODES)
    engine = CHASE_LAYOUT_DOT;
  done = place_all (graph, engine, direction, positions, place, data, error);
  if (n_placed > 0 && !options->afresh)
    chase_layout_fit (diagram, graph, positions);
  return done;
}

static gboolean
place_by_library (const ChaseGraph *graph, ChaseLayoutEngine engine, double *positions,
                  gpointer data, GError **error)
{
  g_autofree char *dot = chase_graphviz_write (graph, engine);
  g_autofree double *points = g_new0 (double, 2 * graph->n + 1);

  if (!chase_graphviz_run (dot, engine, points, graph->n, error))
    return FALSE;
  chase_graphviz_snap (points, graph->n, engine, positions);
  return TRUE;
}

gboolean
chase_layout (const ChaseDiagram *diagram, const ChaseLayoutOptions *options, double *positions,
              GError **error)
{
  g_return_val_if_fail (diagram != NULL && positions != NULL, FALSE);
  return chase_layout_with (diagram, options, positions, place_by_library, NULL, error);
}
