/* SPDX-License-Identifier: MIT */
#include "model/edit-private.h"

/* A square that is drawn: two ways of two arrows from @source to @sink, with all their cells. */
typedef struct
{
  guint source, sink;
  guint cells[8];
} Square;

static gboolean
leaves (const ChaseEdit *edit, guint arrow, guint node)
{
  return chase_edit_is_edge (edit, arrow) && chase_edit_slot (edit, arrow)->source == node;
}

static gboolean
has_all (const Square *square, const guint *cells, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (square->cells); k++)
        found = found || square->cells[k] == cells[i];
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* The arrows that leave @node, of guint. Caller unrefs. */
static GArray *
arrows_from (const ChaseEdit *edit, guint node)
{
  GArray *arrows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < edit->slots->len; i++)
    if (leaves (edit, i, node))
      g_array_append_val (arrows, i);
  return arrows;
}

/* How well a square fits what was asked: a corner stands where one points, and not twice. */
static guint
rank (const ChaseEdit *edit, const Square *square, gboolean pushout, const guint *cells, guint n)
{
  guint at = pushout ? square->sink : square->source;
  guint towards = pushout ? square->source : square->sink;
  guint points = 1;

  points += n == 1 && cells[0] == at ? 2 : 0;
  points += chase_edit_find_corner (edit, at, towards) == CHASE_NO_HANDLE ? 1 : 0;
  return points;
}

typedef struct
{
  const ChaseEdit *edit;
  const guint *cells;
  guint n;
  gboolean pushout;
  Square best;
  guint points; /* of the best; 0: none yet */
} Search;

static void
consider (Search *search, const Square *square)
{
  guint points;

  if (!has_all (square, search->cells, search->n))
    return;
  points = rank (search->edit, square, search->pushout, search->cells, search->n);
  if (points <= search->points)
    return;
  search->best = *square;
  search->points = points;
}

/* The squares that begin with the arrows @a and @b out of @source. */
static void
close_square (Search *search, guint source, guint a, guint b)
{
  guint ends[2]
      = { chase_edit_slot (search->edit, a)->target, chase_edit_slot (search->edit, b)->target };
  g_autoptr (GArray) first = arrows_from (search->edit, ends[0]);

  for (guint i = 0; i < first->len; i++)
    {
      guint c = g_array_index (first, guint, i);
      guint sink = chase_edit_slot (search->edit, c)->target;

      for (guint d = 0; sink != source && d < search->edit->slots->len; d++)
        if (leaves (search->edit, d, ends[1]) && chase_edit_slot (search->edit, d)->target == sink)
          consider (search,
                    &(Square){ source, sink, { source, sink, ends[0], ends[1], a, b, c, d } });
    }
}

static void
search_from (Search *search, guint source)
{
  g_autoptr (GArray) arrows = arrows_from (search->edit, source);

  for (guint i = 0; i < arrows->len; i++)
    for (guint k = i + 1; k < arrows->len; k++)
      {
        guint a = g_array_index (arrows, guint, i), b = g_array_index (arrows, guint, k);

        if (chase_edit_slot (search->edit, a)->target != chase_edit_slot (search->edit, b)->target)
          close_square (search, source, a, b);
      }
}

/* Where squares that @cell belongs to may begin: at it, or one or two arrows before. */
static GArray *
beginnings (const ChaseEdit *edit, guint cell)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  guint node = chase_edit_is_edge (edit, cell) ? chase_edit_slot (edit, cell)->source : cell;
  guint from = 0;

  g_array_append_val (nodes, node);
  for (guint round = 0; round < 2; round++)
    {
      guint to = nodes->len;

      for (guint at = from; at < to; at++)
        for (guint i = 0; i < edit->slots->len; i++)
          if (chase_edit_is_edge (edit, i)
              && chase_edit_slot (edit, i)->target == g_array_index (nodes, guint, at))
            g_array_append_val (nodes, chase_edit_slot (edit, i)->source);
      from = to;
    }
  return nodes;
}

gboolean
chase_edit_find_square (const ChaseEdit *edit, const guint *cells, guint n_cells, gboolean pushout,
                        guint *source, guint *sink)
{
  Search search = { .edit = edit, .cells = cells, .n = n_cells, .pushout = pushout };
  g_autoptr (GArray) nodes = NULL;

  if (n_cells == 0 || n_cells > G_N_ELEMENTS (search.best.cells))
    return FALSE;
  nodes = beginnings (edit, cells[0]);
  for (guint i = 0; i < nodes->len; i++)
    search_from (&search, g_array_index (nodes, guint, i));
  *source = search.best.source;
  *sink = search.best.sink;
  return search.points > 0;
}

static gboolean
is_corner (const ChaseStatement *statement)
{
  return statement->style != NULL
         && (statement->style->form == CHASE_EDGE_PULLBACK
             || statement->style->form == CHASE_EDGE_PUSHOUT);
}

guint
chase_edit_find_corner (const ChaseEdit *edit, guint at, guint towards)
{
  for (guint i = 0; i < edit->slots->len; i++)
    {
      const ChaseSlot *slot = chase_edit_slot (edit, i);

      if (slot->statement != NULL && chase_statement_is_arrow (slot->statement)
          && is_corner (slot->statement) && slot->source == at && slot->target == towards)
        return i;
    }
  return CHASE_NO_HANDLE;
}

guint
chase_edit_add_corner (ChaseEdit *edit, guint at, guint towards)
{
  ChaseStatement *sign = chase_statement_new (CHASE_STATEMENT_ARROW);

  sign->from = chase_term_new_name (chase_edit_get (edit, at)->name);
  sign->to = chase_term_new_name (chase_edit_get (edit, towards)->name);
  sign->level = 1;
  sign->style = chase_style_new ();
  sign->style->form = CHASE_EDGE_PULLBACK;
  return chase_edit_add (edit, sign, at, towards);
}
