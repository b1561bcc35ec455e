/* SPDX-License-Identifier: MIT */
#include "model/edit-private.h"
#include "model/guess.h"

#include <math.h>

/* Two arrows that are completed to a square: out of one object, or into one. */
typedef struct
{
  guint corner; /* the object that they share */
  guint arrows[2];
  gboolean into; /* they end there */
} Corner;

static gboolean
is_node (const ChaseEdit *edit, guint handle)
{
  const ChaseStatement *statement = chase_edit_get (edit, handle);

  return statement != NULL && chase_statement_is_node (statement);
}

static guint
near_end (const ChaseEdit *edit, guint arrow, gboolean into)
{
  const ChaseSlot *slot = chase_edit_slot (edit, arrow);

  return into ? slot->target : slot->source;
}

static guint
far_end (const ChaseEdit *edit, guint arrow, gboolean into)
{
  return near_end (edit, arrow, !into);
}

/* The two arrows, and no third, that leave (or enter) @node for two different objects. */
static gboolean
find_pair (const ChaseEdit *edit, guint node, gboolean into, Corner *corner)
{
  guint n = 0;

  for (guint i = 0; i < edit->slots->len; i++)
    if (chase_edit_is_edge (edit, i) && near_end (edit, i, into) == node)
      {
        if (n == 2)
          return FALSE;
        corner->arrows[n++] = i;
      }
  corner->corner = node;
  corner->into = into;
  return n == 2
         && far_end (edit, corner->arrows[0], into) != far_end (edit, corner->arrows[1], into);
}

static gboolean
has_arrow_between (const ChaseEdit *edit, guint source, guint target)
{
  for (guint i = 0; i < edit->slots->len; i++)
    if (chase_edit_is_edge (edit, i) && near_end (edit, i, FALSE) == source
        && near_end (edit, i, TRUE) == target)
      return TRUE;
  return FALSE;
}

/* TRUE when some object closes the square already. */
static gboolean
is_closed (const ChaseEdit *edit, const Corner *corner)
{
  guint a = far_end (edit, corner->arrows[0], corner->into);
  guint b = far_end (edit, corner->arrows[1], corner->into);

  for (guint i = 0; i < edit->slots->len; i++)
    if (i != corner->corner && is_node (edit, i)
        && (corner->into ? has_arrow_between (edit, i, a) && has_arrow_between (edit, i, b)
                         : has_arrow_between (edit, a, i) && has_arrow_between (edit, b, i)))
      return TRUE;
  return FALSE;
}

static gboolean
open_corner_at (const ChaseEdit *edit, guint node, Corner *corner)
{
  return (find_pair (edit, node, FALSE, corner) && !is_closed (edit, corner))
         || (find_pair (edit, node, TRUE, corner) && !is_closed (edit, corner));
}

/* Two arrows that are selected themselves. */
static gboolean
corner_of_two (const ChaseEdit *edit, const guint *cells, guint n, Corner *corner)
{
  guint n_arrows = 0;

  for (guint i = 0; i < n; i++)
    if (chase_edit_is_edge (edit, cells[i]))
      {
        if (n_arrows == 2)
          return FALSE;
        corner->arrows[n_arrows++] = cells[i];
      }
  if (n_arrows != 2)
    return FALSE;
  for (guint into = 0; into < 2; into++)
    if (near_end (edit, corner->arrows[0], into == 1)
        == near_end (edit, corner->arrows[1], into == 1))
      {
        corner->corner = near_end (edit, corner->arrows[0], into == 1);
        corner->into = into == 1;
        return far_end (edit, corner->arrows[0], corner->into)
               != far_end (edit, corner->arrows[1], corner->into);
      }
  return FALSE;
}

/* From one cell, the corner that was probably meant: at it, or at an end of an arrow at it. */
static gboolean
corner_near (const ChaseEdit *edit, guint cell, Corner *corner)
{
  if (chase_edit_is_edge (edit, cell))
    return open_corner_at (edit, near_end (edit, cell, FALSE), corner)
           || open_corner_at (edit, near_end (edit, cell, TRUE), corner);
  if (!is_node (edit, cell))
    return FALSE;
  if (open_corner_at (edit, cell, corner))
    return TRUE;
  for (guint i = 0; i < edit->slots->len; i++)
    if (chase_edit_is_edge (edit, i)
        && ((near_end (edit, i, TRUE) == cell
             && open_corner_at (edit, near_end (edit, i, FALSE), corner))
            || (near_end (edit, i, FALSE) == cell
                && open_corner_at (edit, near_end (edit, i, TRUE), corner))))
      return TRUE;
  return FALSE;
}

static guint
add_node_near (ChaseEdit *edit, double column, double row)
{
  while (chase_edit_node_at (edit, column, row) != CHASE_NO_HANDLE)
    column += 1;
  return chase_edit_add_node (edit, "", column, row);
}

static guint
add_between (ChaseEdit *edit, guint from, guint to, gboolean into, GArray *made)
{
  guint arrow = into ? chase_edit_add_arrow (edit, to, from, "")
                     : chase_edit_add_arrow (edit, from, to, "");

  g_array_append_val (made, arrow);
  return arrow;
}

static void
label_if_known (ChaseEdit *edit, guint cell, char *label)
{
  if (label != NULL)
    chase_edit_set_label (edit, cell, label);
  g_free (label);
}

/* What is written at the corner, at the other ends and at the arrows between. */
typedef struct
{
  char *corner;
  char *ends[2];
  char *arrows[2];
} Labels;

static void
read_labels (const ChaseEdit *edit, const Corner *corner, Labels *labels)
{
  labels->corner = chase_edit_shown_label (edit, corner->corner);
  for (guint i = 0; i < 2; i++)
    {
      labels->ends[i]
          = chase_edit_shown_label (edit, far_end (edit, corner->arrows[i], corner->into));
      labels->arrows[i] = chase_edit_shown_label (edit, corner->arrows[i]);
    }
}

static void
labels_clear (Labels *labels)
{
  g_free (labels->corner);
  for (guint i = 0; i < 2; i++)
    {
      g_free (labels->ends[i]);
      g_free (labels->arrows[i]);
    }
}

/* The arrow opposite to arrow @i: the other way changes what this one is called. */
static char *
guess_opposite (const Labels *labels, guint i)
{
  const char *other = labels->ends[1 - i];
  char *guess = chase_guess_label (labels->corner, other, labels->arrows[i]);

  if (guess == NULL && labels->arrows[i][0] != '\0')
    guess = chase_guess_within (other, labels->corner, labels->arrows[i]);
  return guess;
}

static char *
guess_end (const Labels *labels)
{
  for (guint i = 0; i < 2; i++)
    {
      char *guess = chase_guess_label (labels->corner, labels->ends[i], labels->ends[1 - i]);

      if (guess != NULL)
        return guess;
    }
  return NULL;
}

static GArray *
complete_square (ChaseEdit *edit, const Corner *corner)
{
  GArray *made = g_array_new (FALSE, FALSE, sizeof (guint));
  guint ends[2] = { far_end (edit, corner->arrows[0], corner->into),
                    far_end (edit, corner->arrows[1], corner->into) };
  const ChaseStatement *here = chase_edit_get (edit, corner->corner);
  const ChaseStatement *a = chase_edit_get (edit, ends[0]), *b = chase_edit_get (edit, ends[1]);
  double column = a->x + b->x - here->x, row = a->y + b->y - here->y;
  Labels labels;
  guint end;

  read_labels (edit, corner, &labels);
  if (chase_edit_node_at (edit, column, row) != CHASE_NO_HANDLE)
    row = MAX (a->y, b->y) + (corner->into ? -1 : 1);
  end = add_node_near (edit, column, row);
  for (guint i = 0; i < 2; i++)
    {
      guint arrow = add_between (edit, ends[1 - i], end, corner->into, made);

      if (i == 0)
        g_array_append_val (made, end);
      label_if_known (edit, arrow, guess_opposite (&labels, i));
    }
  label_if_known (edit, end, guess_end (&labels));
  labels_clear (&labels);
  return made;
}

/* The composite of two arrows of which one goes on from the other. */
static GArray *
complete_triangle (ChaseEdit *edit, const guint *cells, guint n)
{
  GArray *made = NULL;

  for (guint i = 0; i < n && made == NULL; i++)
    for (guint j = 0; j < n && made == NULL; j++)
      {
        g_autoptr (ChaseTerm) composite = NULL;
        ChaseTerm *factors[2];
        guint arrow;

        if (i == j || !chase_edit_is_edge (edit, cells[i]) || !chase_edit_is_edge (edit, cells[j])
            || near_end (edit, cells[i], TRUE) != near_end (edit, cells[j], FALSE)
            || near_end (edit, cells[i], FALSE) == near_end (edit, cells[j], TRUE))
          continue;
        made = g_array_new (FALSE, FALSE, sizeof (guint));
        chase_edit_ensure_name (edit, cells[i]);
        chase_edit_ensure_name (edit, cells[j]);
        factors[0] = chase_term_new_name (chase_edit_get (edit, cells[j])->name);
        factors[1] = chase_term_new_name (chase_edit_get (edit, cells[i])->name);
        composite = chase_term_new (CHASE_TERM_COMPOSE, factors, 2, 0);
        chase_term_unref (factors[0]);
        chase_term_unref (factors[1]);
        arrow = chase_edit_add_shown (edit, near_end (edit, cells[i], FALSE),
                                      near_end (edit, cells[j], TRUE), composite);
        g_array_append_val (made, arrow);
      }
  return made;
}

typedef struct
{
  double left, top, right, bottom;
  guint n;
} Box;

static Box
box_of (const ChaseEdit *edit, const guint *cells, guint n)
{
  Box box = { 0 };

  for (guint i = 0; i < n; i++)
    {
      const ChaseStatement *node
          = is_node (edit, cells[i]) ? chase_edit_get (edit, cells[i]) : NULL;

      if (node == NULL)
        continue;
      box.left = box.n > 0 ? MIN (box.left, node->x) : node->x;
      box.right = box.n > 0 ? MAX (box.right, node->x) : node->x;
      box.top = box.n > 0 ? MIN (box.top, node->y) : node->y;
      box.bottom = box.n > 0 ? MAX (box.bottom, node->y) : node->y;
      box.n++;
    }
  return box;
}

/* An apex above all the nodes with an arrow to each, or below them with an arrow from each. */
static GArray *
complete_cone (ChaseEdit *edit, const guint *cells, guint n, gboolean into)
{
  GArray *made = g_array_new (FALSE, FALSE, sizeof (guint));
  Box box = box_of (edit, cells, n);
  double column = floor ((box.left + box.right) / 2);
  guint apex = add_node_near (edit, column, into ? box.bottom + 1 : box.top - 1);

  g_array_append_val (made, apex);
  for (guint i = 0; i < n; i++)
    if (is_node (edit, cells[i]))
      add_between (edit, apex, cells[i], into, made);
  return made;
}

/* The nodes among @cells and at the ends of arrows among them. */
static GArray *
nodes_of (const ChaseEdit *edit, const guint *cells, guint n)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *seen = g_new0 (guint8, edit->slots->len + 1);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < 2; k++)
      {
        guint node
            = chase_edit_is_edge (edit, cells[i]) ? near_end (edit, cells[i], k == 1) : cells[i];

        if (!is_node (edit, node) || seen[node])
          continue;
        seen[node] = 1;
        g_array_append_val (nodes, node);
      }
  return nodes;
}

static char *
primed (const ChaseEdit *edit, guint cell)
{
  g_autofree char *label = chase_edit_shown_label (edit, cell);

  return label[0] != '\0' ? g_strconcat (label, "'", NULL) : NULL;
}

/* A copy below (right of what is higher than wide), and an arrow to it from each object. */
static GArray *
complete_cylinder (ChaseEdit *edit, const guint *cells, guint n)
{
  GArray *made = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) nodes = nodes_of (edit, cells, n);
  g_autofree guint *copies = g_new (guint, nodes->len + 1);
  const guint *from = (const guint *)(gpointer)nodes->data;
  Box box = box_of (edit, from, nodes->len);
  gboolean down = box.bottom - box.top <= box.right - box.left;
  guint n_slots = edit->slots->len;

  for (guint i = 0; i < nodes->len; i++)
    {
      const ChaseStatement *node = chase_edit_get (edit, from[i]);
      double column = node->x + (down ? 0 : box.right - box.left + 1);
      double row = node->y + (down ? box.bottom - box.top + 1 : 0);

      copies[i] = add_node_near (edit, column, row);
      label_if_known (edit, copies[i], primed (edit, from[i]));
      add_between (edit, from[i], copies[i], FALSE, made);
      g_array_append_val (made, copies[i]);
    }
  for (guint arrow = 0; arrow < n_slots; arrow++)
    {
      guint ends[2] = { CHASE_NO_HANDLE, CHASE_NO_HANDLE };

      for (guint i = 0; chase_edit_is_edge (edit, arrow) && i < nodes->len; i++)
        for (guint k = 0; k < 2; k++)
          if (near_end (edit, arrow, k == 1) == from[i])
            ends[k] = copies[i];
      if (ends[0] != CHASE_NO_HANDLE && ends[1] != CHASE_NO_HANDLE)
        label_if_known (edit, add_between (edit, ends[0], ends[1], FALSE, made),
                        primed (edit, arrow));
    }
  return made;
}

/* An object alone gets two arrows out of it. */
static GArray *
complete_span (ChaseEdit *edit, guint node)
{
  GArray *made = g_array_new (FALSE, FALSE, sizeof (guint));
  double column = chase_edit_get (edit, node)->x, row = chase_edit_get (edit, node)->y;

  for (guint i = 0; i < 2; i++)
    {
      guint end = chase_edit_node_at (edit, column + (i == 0), row + (i == 1));

      if (end == CHASE_NO_HANDLE)
        end = chase_edit_add_node (edit, "", column + (i == 0), row + (i == 1));
      add_between (edit, node, end, FALSE, made);
      g_array_append_val (made, end);
    }
  return made;
}

static gboolean
stands_alone (const ChaseEdit *edit, guint node)
{
  for (guint i = 0; i < edit->slots->len; i++)
    if (chase_edit_is_edge (edit, i)
        && (near_end (edit, i, FALSE) == node || near_end (edit, i, TRUE) == node))
      return FALSE;
  return TRUE;
}

static ChaseCompletion
choose (const ChaseEdit *edit, const guint *cells, guint n, Corner *corner)
{
  guint n_nodes = 0, n_arrows = 0;

  for (guint i = 0; i < n; i++)
    {
      n_nodes += is_node (edit, cells[i]) ? 1 : 0;
      n_arrows += chase_edit_is_edge (edit, cells[i]) ? 1 : 0;
    }
  if (corner_of_two (edit, cells, n, corner) || (n == 1 && corner_near (edit, cells[0], corner)))
    return CHASE_COMPLETE_SQUARE;
  if (n_arrows == 2 && n_nodes == 0)
    return CHASE_COMPLETE_TRIANGLE;
  if (n_nodes == 1 && n_arrows == 0 && stands_alone (edit, cells[0]))
    return CHASE_COMPLETE_SPAN;
  if (n_arrows > 0)
    return CHASE_COMPLETE_CYLINDER;
  return n_nodes > 1 ? CHASE_COMPLETE_CONE : CHASE_COMPLETE_AUTO;
}

GArray *
chase_edit_complete (ChaseEdit *edit, const guint *cells, guint n_cells, ChaseCompletion *what)
{
  Corner corner;

  if (*what == CHASE_COMPLETE_AUTO)
    *what = choose (edit, cells, n_cells, &corner);
  else if (*what == CHASE_COMPLETE_SQUARE && choose (edit, cells, n_cells, &corner) != *what)
    return NULL;
  switch (*what)
    {
    case CHASE_COMPLETE_SQUARE:
      return complete_square (edit, &corner);
    case CHASE_COMPLETE_TRIANGLE:
      return complete_triangle (edit, cells, n_cells);
    case CHASE_COMPLETE_SPAN:
      return n_cells == 1 && is_node (edit, cells[0]) ? complete_span (edit, cells[0]) : NULL;
    case CHASE_COMPLETE_CONE:
    case CHASE_COMPLETE_COCONE:
      return box_of (edit, cells, n_cells).n > 0
                 ? complete_cone (edit, cells, n_cells, *what == CHASE_COMPLETE_COCONE)
                 : NULL;
    case CHASE_COMPLETE_CYLINDER:
      return complete_cylinder (edit, cells, n_cells);
    case CHASE_COMPLETE_AUTO:
    default:
      return NULL;
    }
}
