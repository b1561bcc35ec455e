/* SPDX-License-Identifier: MIT */
#include "layout/layout-private.h"

#include <gvc.h>
#include <math.h>
#include <string.h>

#include "i18n.h"

/* Points between neighbours in what Graphviz is asked for. */
#define SPACING 72.0

const char *
chase_layout_engine_program (ChaseLayoutEngine engine)
{
  switch (engine)
    {
    case CHASE_LAYOUT_NEATO:
      return "neato";
    default:
      return "dot";
    }
}

char *
chase_graphviz_write (const ChaseGraph *graph, ChaseLayoutEngine engine)
{
  GString *dot = g_string_new ("digraph {\n");

  /* Boxes of half an inch, half an inch apart: whatever font there is has no say. */
  g_string_append (dot, "graph [rankdir=LR, nodesep=0.5, ranksep=0.5, splines=line, start=1, "
                        "overlap=false]\n"
                        "node [shape=box, fixedsize=true, width=0.5, height=0.5, label=\"\"]\n");
  if (engine == CHASE_LAYOUT_NEATO)
    g_string_append (dot, "edge [len=1]\n");
  for (guint i = 0; i < graph->n; i++)
    g_string_append_printf (dot, "n%u\n", i);
  for (guint i = 0; i < graph->links->len; i++)
    {
      const ChaseLink *link = &g_array_index (graph->links, ChaseLink, i);

      g_string_append_printf (dot, "n%u -> n%u\n", link->from, link->to);
    }
  g_string_append (dot, "}\n");
  return g_string_free (dot, FALSE);
}

static int
swallow (char *message)
{
  return 0;
}

static void
read_points (Agraph_t *agraph, double *points, guint n)
{
  for (Agnode_t *node = agfstnode (agraph); node != NULL; node = agnxtnode (agraph, node))
    {
      guint64 i = g_ascii_strtoull (agnameof (node) + 1, NULL, 10);

      if (i >= n)
        continue;
      points[2 * i] = ND_coord (node).x / SPACING;
      points[2 * i + 1] = -ND_coord (node).y / SPACING;
    }
}

gboolean
chase_graphviz_run (const char *dot, ChaseLayoutEngine engine, double *points, guint n,
                    GError **error)
{
  /* The library is neither reentrant nor safe on threads, and never gives back all of a context:
   * there is one. */
  static GMutex lock;
  static GVC_t *context;
  Agraph_t *agraph;
  gboolean done = FALSE;

  g_mutex_lock (&lock);
  agseterrf (swallow);
  if (context == NULL)
    context = gvContext ();
  agraph = agmemread (dot);
  if (agraph != NULL && gvLayout (context, agraph, chase_layout_engine_program (engine)) == 0)
    {
      read_points (agraph, points, n);
      gvFreeLayout (context, agraph);
      done = TRUE;
    }
  if (agraph != NULL)
    agclose (agraph);
  g_mutex_unlock (&lock);
  if (!done)
    g_set_error (error, CHASE_LAYOUT_ERROR, CHASE_LAYOUT_ERROR_GRAPHVIZ,
                 _ ("Graphviz could not lay the diagram out with %s"),
                 chase_layout_engine_program (engine));
  return done;
}

gboolean
chase_graphviz_read_plain (const char *plain, double *points, guint n, GError **error)
{
  guint found = 0;

  for (const char *line = plain; line != NULL && *line != '\0';)
    {
      if (g_str_has_prefix (line, "node n"))
        {
          char *rest;
          guint64 i = g_ascii_strtoull (line + strlen ("node n"), &rest, 10);
          double x = g_ascii_strtod (rest, &rest), y = g_ascii_strtod (rest, NULL);

          if (i < n)
            {
              points[2 * i] = x * 72 / SPACING;
              points[2 * i + 1] = -y * 72 / SPACING;
              found++;
            }
        }
      line = strchr (line, '\n');
      if (line != NULL)
        line++;
    }
  if (found == n)
    return TRUE;
  g_set_error_literal (error, CHASE_LAYOUT_ERROR, CHASE_LAYOUT_ERROR_GRAPHVIZ,
                       _ ("Graphviz did not say where everything stands"));
  return FALSE;
}

typedef struct
{
  guint32 node;
  double column, row;
} Spot;

static int
compare_spots (gconstpointer a, gconstpointer b)
{
  const Spot *left = a, *right = b;

  if (left->column != right->column)
    return left->column < right->column ? -1 : 1;
  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return left->node < right->node ? -1 : 1;
}

void
chase_graphviz_snap (const double *points, guint n, ChaseLayoutEngine engine, double *positions)
{
  g_autofree Spot *spots = g_new (Spot, n + 1);
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE;

  for (guint i = 0; i < n; i++)
    {
      left = MIN (left, points[2 * i]);
      top = MIN (top, points[2 * i + 1]);
    }
  /* In dot's picture the ranks are a unit apart; in the others whatever is nearest. */
  for (guint32 i = 0; i < n; i++)
    spots[i] = (Spot){ i, round (points[2 * i] - left), points[2 * i + 1] - top };
  qsort (spots, n, sizeof *spots, compare_spots);
  for (guint i = 0; i < n; i++)
    {
      double row = round (spots[i].row);

      if (i > 0 && spots[i].column == spots[i - 1].column)
        row = MAX (row, positions[2 * spots[i - 1].node + 1] + 1);
      positions[2 * spots[i].node] = spots[i].column;
      positions[2 * spots[i].node + 1] = row;
    }
}
