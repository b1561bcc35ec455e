/* SPDX-License-Identifier: MIT */
#include "interchange/tikz-picture-free-private.h"

#include "interchange/tex-private.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Columns and rows for nodes that stand anywhere: what is nearly below one another is, and
 * distances are whole where that makes no vast grid. */

/* Nodes closer than such a part of the usual step are in one column. */
#define NEAR 0.35
/* A grid has so many cells at most, and for each node. */
#define CELLS_FREE 256
#define CELLS_EACH 40

typedef struct
{
  ChasePictureNode *node;
  double at;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *left = a, *right = b;

  return left->at < right->at ? -1 : left->at > right->at;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a, right = *(const double *)b;

  return left < right ? -1 : left > right;
}

/* The usual step between one place and the next, of those that are apart. */
static double
usual_step (const Place *places, guint n)
{
  g_autofree double *steps = g_new (double, n + 1);
  guint found = 0;

  for (guint i = 1; i < n; i++)
    if (places[i].at - places[i - 1].at > 0.01)
      steps[found++] = places[i].at - places[i - 1].at;
  qsort (steps, found, sizeof *steps, compare_numbers);
  return found > 0 ? steps[found / 2] : 1.0;
}

static guint *
line_of (const Place *place, gboolean rows)
{
  return rows ? &place->node->row : &place->node->column;
}

/* Numbers the lines (columns, or rows) in which the sorted @places are; @near is how far apart
 * places of one line are. Returns how many lines there are. */
static guint
number_lines (const Place *places, guint n, double near, gboolean rows, gboolean whole)
{
  g_autofree double *middles = g_new0 (double, n + 1);
  guint lines = 0;
  double step = INFINITY;
  guint last = 0;

  for (guint i = 0; i < n; i++)
    {
      if (i > 0 && places[i].at - places[i - 1].at >= near)
        lines++;
      if (i == 0 || lines != *line_of (&places[i - 1], rows))
        middles[lines] = places[i].at;
      *line_of (&places[i], rows) = lines;
    }
  if (!whole)
    return lines + 1;
  for (guint i = 1; i <= lines; i++)
    step = fmin (step, middles[i] - middles[i - 1]);
  for (guint i = 0, line = 0; i < n; i++)
    {
      guint own = *line_of (&places[i], rows);

      if (i == 0 || own != line)
        last = i == 0
                   ? 0
                   : MAX (last + 1, (guint)lround (fmin ((middles[own] - middles[0]) / step, 1e6)));
      line = own;
      *line_of (&places[i], rows) = last;
    }
  return last + 1;
}

/* Two nodes in one cell? */
static gboolean
collide (Place *places, guint n, guint columns)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    if (!g_hash_table_add (
            taken, GUINT_TO_POINTER (places[i].node->row * columns + places[i].node->column + 1)))
      return TRUE;
  return FALSE;
}

static Place *
sorted_places (const ChasePictureNodes *nodes, gboolean rows, guint *n)
{
  Place *places = g_new0 (Place, nodes->all->len + 1);

  *n = 0;
  for (guint i = 0; i < nodes->all->len; i++)
    {
      ChasePictureNode *node = g_ptr_array_index (nodes->all, i);

      if (node->cell)
        places[(*n)++] = (Place){ node, rows ? -node->point.y : node->point.x };
    }
  qsort (places, *n, sizeof *places, compare_places);
  return places;
}

/* Finds lines in which no two nodes fall into one cell, in a grid that is not vast. */
static gboolean
find_lines (ChasePictureNodes *nodes, guint *columns, guint *rows)
{
  guint n;
  g_autofree Place *across = sorted_places (nodes, FALSE, &n);
  g_autofree Place *down = sorted_places (nodes, TRUE, &n);
  double steps[2] = { usual_step (across, n), usual_step (down, n) };
  static const struct
  {
    double near;
    gboolean whole;
  } ways[] = { { NEAR, TRUE }, { NEAR, FALSE }, { NEAR / 4.0, TRUE }, { 0.0, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      double least = ways[i].near > 0.0 ? 0.0 : 0.01;

      *columns
          = number_lines (across, n, fmax (least, ways[i].near * steps[0]), FALSE, ways[i].whole);
      *rows = number_lines (down, n, fmax (least, ways[i].near * steps[1]), TRUE, ways[i].whole);
      if (*columns < 1000 && *rows < 1000 && *columns * *rows <= CELLS_FREE + CELLS_EACH * n
          && !collide (across, n, *columns))
        return TRUE;
    }
  return FALSE;
}

static void
write_cell (const ChasePictureNode *node, GString *out)
{
  if (*node->options != '\0')
    g_string_append_printf (out, "|[%s]| ", node->options);
  g_string_append (out, *node->math != '\0' ? node->math : "{}");
}

/* Does one that has a cell stand where the @index-th does? */
static gboolean
is_taken (const ChasePictureNodes *nodes, guint index)
{
  const ChasePictureNode *node = g_ptr_array_index (nodes->all, index);

  for (guint i = 0; i < index; i++)
    {
      const ChasePictureNode *other = g_ptr_array_index (nodes->all, i);

      if (other->cell
          && hypot (other->point.x - node->point.x, other->point.y - node->point.y) < 0.01)
        return TRUE;
    }
  return FALSE;
}

gboolean
chase_picture_nodes_arrange (ChasePictureNodes *nodes, ChasePictureMatrix *matrix, GString *out)
{
  g_autofree const ChasePictureNode **cells = NULL;

  for (guint i = 0; i < nodes->all->len; i++)
    {
      ChasePictureNode *node = g_ptr_array_index (nodes->all, i);

      node->cell = node->name != NULL && node->math != NULL
                   && g_hash_table_lookup (nodes->by_name, node->name) == node
                   && !is_taken (nodes, i);
    }
  if (!find_lines (nodes, &matrix->columns, &matrix->rows))
    return FALSE;
  cells = g_new0 (const ChasePictureNode *, matrix->columns * matrix->rows);
  for (guint i = 0; i < nodes->all->len; i++)
    {
      const ChasePictureNode *node = g_ptr_array_index (nodes->all, i);

      if (!node->cell)
        continue;
      cells[node->row * matrix->columns + node->column] = node;
      g_hash_table_replace (matrix->names, g_strdup (node->name),
                            g_strdup_printf ("%u-%u", node->row + 1, node->column + 1));
    }
  for (guint i = 0; i < matrix->columns * matrix->rows; i++)
    {
      if (i > 0)
        g_string_append (out, i % matrix->columns == 0 ? " \\\\\n" : " & ");
      if (cells[i] != NULL)
        write_cell (cells[i], out);
    }
  return TRUE;
}

char *
chase_picture_nodes_find (gconstpointer data, const char *coordinate)
{
  const ChasePictureNodes *nodes = data;
  ChasePictureFrame frame;
  ChasePicturePoint point;
  const ChasePictureNode *best = NULL;
  double least = INFINITY, next = INFINITY;

  chase_picture_frame_init (&frame);
  if (!chase_picture_find_point (nodes, &frame, coordinate, &point))
    return NULL;
  for (guint i = 0; i < nodes->all->len; i++)
    {
      const ChasePictureNode *node = g_ptr_array_index (nodes->all, i);
      double far = hypot (node->point.x - point.x, node->point.y - point.y);

      if (!node->cell)
        continue;
      if (far < least)
        {
          next = least;
          least = far;
          best = node;
        }
      else
        next = fmin (next, far);
    }
  return best != NULL && least < NEAR / 2.0 * (least + next)
             ? g_strdup_printf ("%u-%u", best->row + 1, best->column + 1)
             : NULL;
}

/* An arrow of the text that was made, and the two nodes between which it goes. */
typedef struct
{
  gsize stop; /* where another option may be put */
  const ChasePictureNode *from, *to;
  gboolean labelled;
} Arrow;

static const ChasePictureNode *
node_at (const ChasePictureNodes *nodes, guint row, guint column)
{
  for (guint i = 0; i < nodes->all->len; i++)
    {
      const ChasePictureNode *node = g_ptr_array_index (nodes->all, i);

      if (node->cell && node->row + 1 == row && node->column + 1 == column)
        return node;
    }
  return NULL;
}

static GArray *
find_arrows (const ChasePictureNodes *nodes, const GString *text)
{
  GArray *arrows = g_array_new (FALSE, TRUE, sizeof (Arrow));

  for (const char *line = text->str; *line != '\0';)
    {
      gsize n = strcspn (line, "\n");
      guint ends[4];
      Arrow arrow = { .stop = (gsize)(line - text->str) + n };

      if (arrows->len < 300
          && sscanf (line, "\\arrow[from=%u-%u, to=%u-%u", &ends[0], &ends[1], &ends[2], &ends[3])
                 == 4
          && n > 0 && line[n - 1] == ']')
        {
          arrow.stop--;
          arrow.from = node_at (nodes, ends[0], ends[1]);
          arrow.to = node_at (nodes, ends[2], ends[3]);
          arrow.labelled = g_strstr_len (line, (gssize)n, "\"{") != NULL;
          if (arrow.from != NULL && arrow.to != NULL && arrow.from != arrow.to)
            g_array_append_val (arrows, arrow);
        }
      line += n + (line[n] == '\n');
    }
  return arrows;
}

/* How far @point is from the middle of @arrow, as a part of its length; *@side is how far to its
 * left. */
static double
distance (const Arrow *arrow, const ChasePicturePoint *point, double *side)
{
  double along[2]
      = { arrow->to->point.x - arrow->from->point.x, arrow->to->point.y - arrow->from->point.y };
  double off[2] = { point->x - (arrow->from->point.x + arrow->to->point.x) / 2.0,
                    point->y - (arrow->from->point.y + arrow->to->point.y) / 2.0 };
  double square = along[0] * along[0] + along[1] * along[1];

  *side = (along[0] * off[1] - along[1] * off[0]) / square;
  return hypot (off[0], off[1]) / sqrt (square);
}

/* The arrow whose middle is nearest to @node; only one without a label, or any. */
static Arrow *
nearest (GArray *arrows, const ChasePictureNode *node, gboolean any, double *side)
{
  Arrow *best = NULL;
  double least = 0.45;

  for (guint i = 0; i < arrows->len; i++)
    {
      Arrow *arrow = &g_array_index (arrows, Arrow, i);
      double own;
      double far = distance (arrow, &node->point, &own);

      if ((arrow->labelled && !any) || far >= least)
        continue;
      best = arrow;
      least = far;
      *side = own;
    }
  return best;
}

static const char *
side_word (double side)
{
  return fabs (side) < 0.04 ? " description" : side < 0.0 ? "'" : "";
}

/* Gives the arrow @best the label @math. */
static void
add_label (GArray *arrows, Arrow *best, const char *math, double side, GString *text)
{
  g_autofree char *label = g_strdup_printf (", \"{%s}\"%s", math, side_word (side));
  gsize stop = best->stop;

  best->labelled = TRUE;
  g_string_insert (text, (gssize)stop, label);
  for (guint i = 0; i < arrows->len; i++)
    if (g_array_index (arrows, Arrow, i).stop >= stop)
      g_array_index (arrows, Arrow, i).stop += strlen (label);
}

/* One more label between the ends of @arrow, behind all. */
static void
add_between (const Arrow *arrow, const char *math, double side, GString *text)
{
  g_string_append_printf (text, "\\arrow[from=%u-%u, to=%u-%u, phantom, \"{%s}\"%s]\n",
                          arrow->from->row + 1, arrow->from->column + 1, arrow->to->row + 1,
                          arrow->to->column + 1, math, side_word (side));
}

static gboolean
is_corner (const char *math)
{
  static const char *const signs[] = { "\\lrcorner", "\\llcorner", "\\ulcorner", "\\urcorner" };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (math, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The corner @sign stands between the node nearest to it and the one that it points to from there,
 * in another row and column. FALSE where there are none. */
static gboolean
add_corner (const ChasePictureNodes *nodes, const ChasePictureNode *sign, GString *text)
{
  const ChasePictureNode *from = NULL, *to = NULL;
  double least = INFINITY, best = 0.9;

  for (guint i = 0; i < nodes->all->len; i++)
    {
      const ChasePictureNode *node = g_ptr_array_index (nodes->all, i);
      double far = hypot (node->point.x - sign->point.x, node->point.y - sign->point.y);

      if (!node->cell || far >= least || far < 0.01)
        continue;
      least = far;
      from = node;
    }
  for (guint i = 0; from != NULL && i < nodes->all->len; i++)
    {
      const ChasePictureNode *node = g_ptr_array_index (nodes->all, i);
      double way[2] = { node->point.x - from->point.x, node->point.y - from->point.y };
      double along
          = way[0] * (sign->point.x - from->point.x) + way[1] * (sign->point.y - from->point.y);

      if (!node->cell || node->row == from->row || node->column == from->column
          || along / (least * hypot (way[0], way[1])) <= best)
        continue;
      best = along / (least * hypot (way[0], way[1]));
      to = node;
    }
  if (to == NULL)
    return FALSE;
  g_string_append_printf (text,
                          "\\arrow[from=%u-%u, to=%u-%u, phantom, \"{%s}\", very near start]\n",
                          from->row + 1, from->column + 1, to->row + 1, to->column + 1, sign->math);
  return TRUE;
}

void
chase_picture_nodes_label (ChaseSource *source, const ChasePictureNodes *nodes, GString *arrows)
{
  g_autoptr (GArray) found = find_arrows (nodes, arrows);

  for (guint i = 0; i < nodes->all->len; i++)
    {
      const ChasePictureNode *node = g_ptr_array_index (nodes->all, i);
      double side = 0.0;
      Arrow *arrow;

      if (node->cell || node->math == NULL || *node->math == '\0')
        continue;
      if (is_corner (node->math) && add_corner (nodes, node, arrows))
        continue;
      arrow = nearest (found, node, FALSE, &side);
      if (arrow != NULL)
        {
          add_label (found, arrow, node->math, side, arrows);
          continue;
        }
      arrow = nearest (found, node, TRUE, &side);
      if (arrow != NULL)
        add_between (arrow, node->math, side, arrows);
      else
        chase_source_warn (source, node->start, node->stop - node->start, NULL,
                           "this node of a tikzpicture is left out: it stands beside no arrow");
    }
}
