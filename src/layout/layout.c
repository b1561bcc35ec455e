/* SPDX-License-Identifier: MIT */
#include "layout/layout-private.h"

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

/* A connected piece: its nodes, and how many columns and rows it takes. */
typedef struct
{
  const guint32 *nodes;
  double *positions; /* of its nodes, leftmost and topmost at 0 */
  guint n;
  double width, height;
} Piece;

/* Where the next piece goes: pieces stand in rows, left to right, no wider than the limit. */
typedef struct
{
  double x, y, height, width_limit;
  double width; /* of the widest row so far */
} Shelf;

/* A page is about so much wider than high, counted in columns and rows. */
#define PAGE 1.5
/* What a piece takes beside its columns and rows is less than a whole one. */
#define LESS_WIDE 0.5
#define LESS_HIGH 0.75
/* Pieces leave the one row that they would take for as much as this. */
#define GAIN 0.8

static void
measure (Piece *piece)
{
  piece->width = piece->height = 0;
  for (guint i = 0; i < piece->n; i++)
    {
      piece->width = MAX (piece->width, ceil (piece->positions[2 * i]) + 1);
      piece->height = MAX (piece->height, ceil (piece->positions[2 * i + 1]) + 1);
    }
}

/* Finds the place of @piece; where @positions is not NULL, those of its nodes too. */
static void
put_on_shelf (Shelf *shelf, const Piece *piece, double *positions)
{
  if (shelf->x > 0 && shelf->x + piece->width > shelf->width_limit)
    {
      shelf->x = 0;
      shelf->y += shelf->height;
      shelf->height = 0;
    }
  for (guint i = 0; positions != NULL && i < piece->n; i++)
    {
      positions[2 * piece->nodes[i]] = piece->positions[2 * i] + shelf->x;
      positions[2 * piece->nodes[i] + 1] = piece->positions[2 * i + 1] + shelf->y;
    }
  shelf->x += piece->width;
  shelf->height = MAX (shelf->height, piece->height);
  shelf->width = MAX (shelf->width, shelf->x);
}

/* How large a page has to be for all pieces in rows of that width. */
static double
size_of (const Piece *pieces, guint n, double width_limit)
{
  Shelf shelf = { .width_limit = width_limit };

  for (guint i = 0; i < n; i++)
    put_on_shelf (&shelf, &pieces[i], NULL);
  return MAX ((shelf.width - LESS_WIDE) / PAGE, shelf.y + shelf.height - LESS_HIGH);
}

/* About as wide together as high, or in one row where that is short; below one another where the
 * row would leave much of a page empty, and they are more than a row themselves. */
static double
choose_width (const Piece *pieces, guint n, guint n_nodes)
{
  double usual = MAX (ceil (1.6 * sqrt (n_nodes)), 6), best = usual, least, widest = 0, highest = 0;

  for (guint i = 0; i < n; i++)
    {
      widest = MAX (widest, pieces[i].width);
      highest = MAX (highest, pieces[i].height);
    }
  least = GAIN * size_of (pieces, n, usual);
  for (double limit = usual - 1; n > 1 && highest > 1 && limit >= widest; limit--)
    if (size_of (pieces, n, limit) < least)
      {
        best = limit;
        least = size_of (pieces, n, limit);
      }
  return best;
}

static gboolean
place_all (const ChaseGraph *graph, ChaseLayoutEngine engine, double *positions,
           ChasePlaceFunc place, gpointer data, GError **error)
{
  g_autofree guint32 *piece_of = NULL, *nodes = g_new (guint32, graph->n + 1);
  g_autofree guint32 *starts = NULL;
  g_autofree double *local = g_new0 (double, 2 * graph->n + 2);
  g_autofree Piece *pieces = NULL;
  guint n_pieces = chase_graph_pieces (graph, &piece_of);
  Shelf shelf = { 0 };
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
  pieces = g_new0 (Piece, n_pieces + 1);
  for (guint k = 0; k < n_pieces; k++)
    {
      guint n = starts[k + 1] - starts[k];

      pieces[k] = (Piece){ .nodes = nodes + starts[k], .positions = local + 2 * starts[k], .n = n };
      if (n > 1)
        {
          g_autoptr (ChaseGraph) piece
              = n == graph->n ? NULL : chase_graph_part (graph, pieces[k].nodes, n);

          done = place_piece (piece != NULL ? piece : graph, engine, pieces[k].positions, place,
                              data, done ? error : NULL)
                 && done;
        }
      measure (&pieces[k]);
    }
  shelf.width_limit = choose_width (pieces, n_pieces, graph->n);
  for (guint k = 0; k < n_pieces; k++)
    put_on_shelf (&shelf, &pieces[k], positions);
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
  done = place_all (graph, options->engine, positions, place, data, error);
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
