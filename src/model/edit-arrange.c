/* SPDX-License-Identifier: MIT */
#include "model/edit-private.h"

#include <math.h>
#include <string.h>

/* Nodes that are no farther apart than this, in steps of the grid, stand in one column or row. */
#define SAME_LINE 1e-6

typedef struct
{
  guint node;
  double x, y;
} Placed;

/* The nodes among @cells with their places (of Placed). */
static GArray *
placed_among (const ChaseEdit *edit, const guint *cells, guint n_cells)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (Placed));

  for (guint i = 0; i < n_cells; i++)
    {
      const ChaseStatement *node = chase_edit_get (edit, cells[i]);
      Placed placed = { cells[i], 0, 0 };

      if (node == NULL || !chase_statement_is_node (node))
        continue;
      placed.x = node->x;
      placed.y = node->y;
      g_array_append_val (nodes, placed);
    }
  return nodes;
}

static gint
by_column (gconstpointer a, gconstpointer b)
{
  const Placed *left = a, *right = b;

  return left->x < right->x ? -1 : left->x > right->x;
}

static gint
by_row (gconstpointer a, gconstpointer b)
{
  const Placed *left = a, *right = b;

  return left->y < right->y ? -1 : left->y > right->y;
}

/* TRUE where the @i-th node stands in the column (or row) of the one before it. */
static gboolean
shares_line (const GArray *nodes, guint i, gboolean across)
{
  const Placed *node = &g_array_index (nodes, Placed, i), *before = node - 1;

  return (across ? node->x - before->x : node->y - before->y) < SAME_LINE;
}

/* What stands in one column (or row) stays in one. FALSE where none is between two others. */
static gboolean
distribute (ChaseEdit *edit, GArray *nodes, gboolean across)
{
  const Placed *first = &g_array_index (nodes, Placed, 0);
  const Placed *last = &g_array_index (nodes, Placed, nodes->len - 1);
  guint n_lines = 1, line = 0;

  for (guint i = 1; i < nodes->len; i++)
    n_lines += !shares_line (nodes, i, across);
  for (guint i = 1; i < nodes->len && n_lines > 2; i++)
    {
      const Placed *node = &g_array_index (nodes, Placed, i);
      double part;

      line += !shares_line (nodes, i, across);
      part = (double)line / (n_lines - 1);
      chase_edit_place (edit, node->node, across ? first->x + part * (last->x - first->x) : node->x,
                        across ? node->y : first->y + part * (last->y - first->y));
    }
  return n_lines > 2;
}

static gint
along_row (gconstpointer a, gconstpointer b)
{
  gint columns = by_column (a, b);

  return columns != 0 ? columns : by_row (a, b);
}

static gint
along_column (gconstpointer a, gconstpointer b)
{
  gint rows = by_row (a, b);

  return rows != 0 ? rows : by_column (a, b);
}

/* How many of the nodes stand on the line at @at; -1 where one of them stands off the grid. */
static int
count_on (const GArray *nodes, double at, gboolean column)
{
  int n = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      const Placed *node = &g_array_index (nodes, Placed, i);
      double own = column ? node->x : node->y;

      if (fabs (own - round (own)) >= SAME_LINE)
        return -1;
      n += fabs (own - at) < SAME_LINE;
    }
  return n;
}

/* The middle between two lines, a line of the grid where all nodes stand on such: of the two beside
 * the middle the one on which more of them are, or the first. */
static double
middle_of (const GArray *nodes, double least, double most, gboolean column)
{
  double middle = (least + most) / 2, before = floor (middle + SAME_LINE), after = before + 1;

  if (middle - before < SAME_LINE || count_on (nodes, before, column) < 0)
    return middle;
  return count_on (nodes, after, column) > count_on (nodes, before, column) ? after : before;
}

/* Where the line is on which the nodes, sorted across it, come to stand. */
static double
line_of (const GArray *nodes, ChaseArrangement how, gboolean column)
{
  const Placed *first = &g_array_index (nodes, Placed, 0);
  const Placed *last = &g_array_index (nodes, Placed, nodes->len - 1);
  double least = column ? first->x : first->y, most = column ? last->x : last->y;

  if (how == CHASE_ALIGN_LEFT || how == CHASE_ALIGN_TOP)
    return least;
  if (how == CHASE_ALIGN_RIGHT || how == CHASE_ALIGN_BOTTOM)
    return most;
  return middle_of (nodes, least, most, column);
}

/* Where along the line at @to nodes stand that are not among @nodes (of double). */
static GArray *
others_on_line (const ChaseEdit *edit, const GArray *nodes, double to, gboolean column)
{
  g_autofree guint8 *moves = g_new0 (guint8, edit->slots->len + 1);
  GArray *others = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < nodes->len; i++)
    moves[g_array_index (nodes, Placed, i).node] = 1;
  for (guint i = 0; i < edit->slots->len; i++)
    {
      const ChaseStatement *node = chase_edit_get (edit, i);
      double along = 0;

      if (moves[i] || node == NULL || !chase_statement_is_node (node)
          || fabs ((column ? node->x : node->y) - to) >= SAME_LINE)
        continue;
      along = column ? node->y : node->x;
      g_array_append_val (others, along);
    }
  return others;
}

static gboolean
is_among (const GArray *places, double place)
{
  for (guint i = 0; i < places->len; i++)
    if (fabs (g_array_index (places, double, i) - place) < SAME_LINE)
      return TRUE;
  return FALSE;
}

/* Puts the nodes, sorted along it, on the line at @to. Each stays where it is along the line, but
 * what would come to stand on another goes on a step behind it, and what follows keeps its distance
 * up to a step. */
static void
align (ChaseEdit *edit, const GArray *nodes, double to, gboolean column)
{
  g_autoptr (GArray) others = others_on_line (edit, nodes, to, column);
  double before = 0, at = 0;

  for (guint i = 0; i < nodes->len; i++)
    {
      const Placed *node = &g_array_index (nodes, Placed, i);
      double own = column ? node->y : node->x;
      double gap = i > 0 && own - before >= SAME_LINE ? MIN (own - before, 1) : 1;

      at = i > 0 ? MAX (own, at + gap) : own;
      while (is_among (others, at))
        at += 1;
      chase_edit_place (edit, node->node, column ? to : at, column ? at : to);
      before = own;
    }
}

gboolean
chase_edit_arrange (ChaseEdit *edit, const guint *cells, guint n_cells, ChaseArrangement how)
{
  g_autoptr (GArray) nodes = placed_among (edit, cells, n_cells);
  gboolean across = how == CHASE_ALIGN_LEFT || how == CHASE_ALIGN_RIGHT || how == CHASE_ALIGN_COLUMN
                    || how == CHASE_DISTRIBUTE_ACROSS;
  double to;

  if (nodes->len < 2)
    return FALSE;
  g_array_sort (nodes, across ? by_column : by_row);
  if (how == CHASE_DISTRIBUTE_ACROSS || how == CHASE_DISTRIBUTE_DOWN)
    return distribute (edit, nodes, across);
  to = line_of (nodes, how, across);
  g_array_sort (nodes, across ? along_column : along_row);
  align (edit, nodes, to, across);
  return TRUE;
}

guint
chase_edit_insert_space (ChaseEdit *edit, gboolean column, double at, double by)
{
  guint n_moved = 0;

  for (guint i = 0; i < edit->slots->len; i++)
    {
      const ChaseStatement *node = chase_edit_get (edit, i);

      if (node == NULL || !chase_statement_is_node (node) || !node->has_position
          || (column ? node->x : node->y) < at - 1e-9)
        continue;
      chase_edit_place (edit, i, node->x + (column ? by : 0), node->y + (column ? 0 : by));
      n_moved++;
    }
  return n_moved;
}

guint
chase_edit_replace_in_labels (ChaseEdit *edit, const guint *cells, guint n_cells, const char *find,
                              const char *with)
{
  guint n_changed = 0;

  if (find[0] == '\0')
    return 0;
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *label = NULL;
      g_autoptr (GString) text = NULL;

      if (chase_edit_get (edit, cells[i]) == NULL
          || !(chase_statement_is_node (chase_edit_get (edit, cells[i]))
               || chase_statement_is_arrow (chase_edit_get (edit, cells[i]))))
        continue;
      label = chase_edit_shown_label (edit, cells[i]);
      if (chase_statement_is_blank (chase_edit_get (edit, cells[i]))
          || strstr (label, find) == NULL)
        continue;
      text = g_string_new (label);
      g_string_replace (text, find, with, 0);
      if (g_str_equal (text->str, label))
        continue;
      chase_edit_set_label (edit, cells[i], text->str);
      n_changed++;
    }
  return n_changed;
}
