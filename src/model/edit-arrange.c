/* SPDX-License-Identifier: MIT */
#include "model/edit-private.h"

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

gboolean
chase_edit_arrange (ChaseEdit *edit, const guint *cells, guint n_cells, ChaseArrangement how)
{
  g_autoptr (GArray) nodes = placed_among (edit, cells, n_cells);
  gboolean across = how == CHASE_ALIGN_LEFT || how == CHASE_ALIGN_RIGHT || how == CHASE_ALIGN_COLUMN
                    || how == CHASE_DISTRIBUTE_ACROSS;
  const Placed *first, *last;
  double to;

  if (nodes->len < 2)
    return FALSE;
  g_array_sort (nodes, across ? by_column : by_row);
  if (how == CHASE_DISTRIBUTE_ACROSS || how == CHASE_DISTRIBUTE_DOWN)
    return distribute (edit, nodes, across);
  first = &g_array_index (nodes, Placed, 0);
  last = &g_array_index (nodes, Placed, nodes->len - 1);
  to = across ? first->x : first->y;
  if (how == CHASE_ALIGN_RIGHT || how == CHASE_ALIGN_BOTTOM)
    to = across ? last->x : last->y;
  if (how == CHASE_ALIGN_COLUMN || how == CHASE_ALIGN_ROW)
    to = across ? (first->x + last->x) / 2 : (first->y + last->y) / 2;
  for (guint i = 0; i < nodes->len; i++)
    {
      const Placed *node = &g_array_index (nodes, Placed, i);

      chase_edit_place (edit, node->node, across ? to : node->x, across ? node->y : to);
    }
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
