/* SPDX-License-Identifier: MIT */
#include "interchange/fletcher-read-private.h"

#include <math.h>
#include <string.h>

/* Where edges go. */

/* Of so many arrows none is looked at whether it stands on others. */
#define LOOSE_MAX 1000

/* An edge that goes between places where no node is. */
typedef struct
{
  double ends[2][2];
  ChaseFletcherEdge edge;
} Loose;

static gboolean
is_direction (const char *text)
{
  gsize n = strlen (text);

  return n > 2 && *text == '"' && text[n - 1] == '"' && strspn (text + 1, "utdblrnsew,") == n - 2;
}

/* Steps to the right or left, up or down. */
static void
go (const char *steps, double *x, double *y)
{
  for (; *steps != '\0'; steps++)
    {
      *x += (strchr ("re", *steps) != NULL) - (strchr ("lw", *steps) != NULL);
      *y += (strchr ("dbs", *steps) != NULL) - (strchr ("utn", *steps) != NULL);
    }
}

/* Reads one end as a place: what it says, or for a direction the steps from (@x, @y). */
static gboolean
read_end (const ChaseFletcherReader *reader, const char *text, double *x, double *y)
{
  g_autofree char *bare = NULL;

  if (chase_fletcher_read_place (reader, text, x, y))
    return TRUE;
  if (!reader->commute && is_direction (text))
    {
      go (text, x, y);
      return TRUE;
    }
  if (chase_fletcher_is_name (text) || (reader->commute && *text == '"'))
    bare = chase_fletcher_bare_name (text);
  else if (reader->commute)
    {
      ChaseColour colour;
      g_autofree char *content = chase_fletcher_read_content (text, &colour);

      bare = g_strconcat ("$", content != NULL ? content : "", NULL);
    }
  return bare != NULL && chase_fletcher_find_named (reader, bare, x, y);
}

/* The place of the nearest node before or after a call. */
static gboolean
neighbour (const ChaseFletcherReader *reader, gint call, double *x, double *y)
{
  if (call < 0)
    return FALSE;
  *x = g_array_index (reader->calls, ChaseFletcherCall, call).x;
  *y = g_array_index (reader->calls, ChaseFletcherCall, call).y;
  return TRUE;
}

static void
begin_at (const ChaseFletcherReader *reader, const ChaseFletcherCall *call, double end[2])
{
  if (call->in_cell)
    {
      end[0] = call->x;
      end[1] = reader->upwards ? -call->y : call->y;
    }
  else if (!neighbour (reader, call->before, &end[0], &end[1]))
    end[0] = end[1] = 0.0;
}

/* Can @argument say where an edge goes? */
static gboolean
is_place (const ChaseFletcherReader *reader, const char *argument, guint n)
{
  double x = 0.0, y = 0.0;

  if (reader->commute)
    return n < 2;
  return chase_fletcher_is_name (argument) || is_direction (argument)
         || strcmp (argument, "auto") == 0 || chase_fletcher_read_place (reader, argument, &x, &y);
}

static gboolean
is_auto (const char *argument)
{
  return strcmp (argument, "auto") == 0;
}

/* The way of an edge: where it begins and ends, the first and the last place where it turns. */
typedef struct
{
  double ends[2][2];
  double turns[2][2];
  gboolean turned;
} Way;

static void
turn (Way *way)
{
  memcpy (way->turns[1], way->ends[1], sizeof way->turns[1]);
  if (!way->turned)
    memcpy (way->turns[0], way->turns[1], sizeof way->turns[0]);
  way->turned = TRUE;
}

/* One place further, or several: "r,dd". */
static gboolean
go_on (const ChaseFletcherReader *reader, const char *text, Way *way)
{
  double *end = way->ends[1];
  g_auto (GStrv) parts = NULL;

  if (reader->commute || !is_direction (text))
    return read_end (reader, text, &end[0], &end[1]);
  parts = g_strsplit (text, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i > 0)
        turn (way);
      go (parts[i], &end[0], &end[1]);
    }
  return TRUE;
}

/*
 * Finds where the edge of @call goes; *@used of its arguments say so. A place alone is where it
 * ends. FALSE where an end is not clear.
 */
static gboolean
read_ends (const ChaseFletcherReader *reader, const ChaseFletcherCall *call, Way *way, guint *used)
{
  double (*ends)[2] = way->ends;
  const char *const *arguments = (const char *const *)call->arguments->pdata;
  guint n = 0;
  guint first = 0;

  while (n < call->arguments->len && is_place (reader, arguments[n], n))
    n++;
  *used = n;
  begin_at (reader, call, ends[0]);
  if (n > 1 && !is_direction (arguments[0]))
    first = 1;
  if (first == 1 && !is_auto (arguments[0])
      && !read_end (reader, arguments[0], &ends[0][0], &ends[0][1]))
    return FALSE;
  memcpy (ends[1], ends[0], sizeof ends[1]);
  if (n == first || is_auto (arguments[n - 1]))
    {
      if (!reader->commute && !neighbour (reader, call->behind, &ends[1][0], &ends[1][1]))
        ends[1][0] += 1.0;
      return !reader->commute;
    }
  for (guint j = first; j < n; j++)
    {
      if (j > first)
        turn (way);
      if (!go_on (reader, arguments[j], way))
        return FALSE;
    }
  return n >= 2 || !reader->commute;
}

static void
add_edge (ChaseFletcherReader *reader, guint32 source, guint32 target, ChaseFletcherEdge *edge)
{
  ChaseStyle *style = g_steal_pointer (&edge->style);
  g_autofree char *label = g_steal_pointer (&edge->label);
  gboolean higher = !chase_sketch_get (reader->sketch, source)->node
                    || !chase_sketch_get (reader->sketch, target)->node;

  if (edge->reversed)
    {
      guint32 other = source;

      source = target;
      target = other;
      chase_style_reverse (style);
    }
  if (edge->lines != (higher ? 2 : 1))
    style->level = edge->lines;
  if (label == NULL || *label == '\0')
    style->label_side = CHASE_LABEL_AUTO;
  if (source != target)
    {
      style->radius = 3.0;
      style->angle = 0.0;
    }
  chase_sketch_add_edge (reader->sketch, source, target, label != NULL ? label : "", style);
}

/* The middle of the edge @cell, which bows to its right where it is curved. */
static gboolean
middle_of (const ChaseFletcherReader *reader, guint32 cell, double middle[2])
{
  const ChaseSketchCell *edge = chase_sketch_get (reader->sketch, cell);
  const ChaseSketchCell *ends[2];
  double degrees, dx, dy;

  if (edge->node)
    return FALSE;
  ends[0] = chase_sketch_get (reader->sketch, edge->source);
  ends[1] = chase_sketch_get (reader->sketch, edge->target);
  if (!ends[0]->node || !ends[1]->node)
    return FALSE;
  dx = ends[1]->x - ends[0]->x;
  dy = ends[1]->y - ends[0]->y;
  degrees = edge->style->bend != 0.0 ? edge->style->bend : 18.0 * edge->style->curve;
  degrees = tan (degrees * G_PI / 360.0) / 2.0;
  middle[0] = (ends[0]->x + ends[1]->x) / 2.0 - degrees * dy;
  middle[1] = (ends[0]->y + ends[1]->y) / 2.0 + degrees * dx;
  return TRUE;
}

/* The edge in whose middle, about, @end lies, or the number of cells where there is none. */
static guint32
edge_near (const ChaseFletcherReader *reader, const double end[2], guint32 but)
{
  guint32 n = reader->sketch->n;
  guint32 best = n;
  double least = 0.45;

  for (guint32 i = 0; i < n; i++)
    {
      double middle[2], distance;

      if (i == but || !middle_of (reader, i, middle))
        continue;
      distance = hypot (middle[0] - end[0], middle[1] - end[1]);
      if (distance < least)
        {
          least = distance;
          best = i;
        }
    }
  return best;
}

/* The cell at an end: the node there, or else the edge. */
static guint32
cell_near (ChaseFletcherReader *reader, const double end[2], guint32 but)
{
  guint32 node;

  return chase_fletcher_find_node (reader, end[0], end[1], &node) ? node
                                                                  : edge_near (reader, end, but);
}

static void
add_loose (ChaseFletcherReader *reader, Loose *loose, gboolean few)
{
  guint32 n = reader->sketch->n;
  guint32 source = few ? cell_near (reader, loose->ends[0], n) : n;
  guint32 target = few ? cell_near (reader, loose->ends[1], source) : n;

  /* Only a double arrow is one between arrows. */
  if (source == n || target == n || loose->edge.lines < 2)
    {
      source = chase_fletcher_node_at (reader, loose->ends[0][0], loose->ends[0][1]);
      target = chase_fletcher_node_at (reader, loose->ends[1][0], loose->ends[1][1]);
    }
  add_edge (reader, source, target, &loose->edge);
}

static void
begin_edge (const ChaseFletcherReader *reader, ChaseFletcherEdge *edge)
{
  edge->style = chase_style_new ();
  edge->style->label_side = CHASE_LABEL_LEFT;
  edge->lines = 1;
  if (!reader->commute)
    edge->style->head = CHASE_HEAD_NONE;
}

/* Right angles: the edge goes along one side of the rectangle between its ends, then the other. */
static void
turn_corner (Way *way, gint corner)
{
  double dx = way->ends[1][0] - way->ends[0][0], dy = way->ends[1][1] - way->ends[0][1];
  gboolean level_first = (dx * dy > 0.0) == (corner > 0);

  if (dx == 0.0 || dy == 0.0)
    return;
  way->turned = TRUE;
  for (guint i = 0; i < 2; i++)
    {
      way->turns[i][0] = way->ends[level_first][0];
      way->turns[i][1] = way->ends[!level_first][1];
    }
}

static double
angle_towards (const double from[2], const double to[2])
{
  return atan2 (from[1] - to[1], to[0] - from[0]) * 180.0 / G_PI + 0.0;
}

static gboolean
is_same (const double a[2], const double b[2])
{
  return a[0] == b[0] && a[1] == b[1];
}

/* A way back to where it begins is a loop on the side to which it leads, the way round it goes. Its
 * label stands outside, unless @sided. */
static void
set_loop (const Way *way, gboolean sided, ChaseStyle *style)
{
  double first[2], last[2];

  for (guint i = 0; i < 2; i++)
    {
      first[i] = way->turns[0][i] - way->ends[0][i];
      last[i] = way->turns[1][i] - way->ends[0][i];
    }
  if (first[0] * last[1] - first[1] * last[0] < 0.0)
    {
      /* Its angle is counted from the other side then. */
      for (guint i = 0; i < 2; i++)
        {
          first[i] = -first[i];
          last[i] = -last[i];
        }
      style->radius = -style->radius;
      if (!sided && style->label_side == CHASE_LABEL_LEFT)
        style->label_side = CHASE_LABEL_RIGHT;
    }
  style->angle = round (atan2 (first[0] + last[0], -first[1] - last[1]) * 180.0 / G_PI) + 0.0;
}

/* An edge that turns is drawn as a curve that leaves and arrives as it does. */
static void
set_turns (const Way *way, gboolean sided, ChaseStyle *style)
{
  const double *first = way->turns[0], *last = way->turns[1];

  if (!way->turned)
    return;
  if (is_same (way->ends[0], way->ends[1]))
    {
      set_loop (way, sided, style);
      return;
    }
  /* A place that is said twice is no turn. */
  if (is_same (last, way->ends[1]))
    last = first;
  if (is_same (first, way->ends[0]))
    first = last;
  if (is_same (first, way->ends[0]) || is_same (last, way->ends[1]))
    return;
  style->has_out = style->has_in = TRUE;
  style->out = angle_towards (way->ends[0], first);
  style->in = angle_towards (way->ends[1], last);
  style->curve = 0.0;
}

/* What the diagram says of all edges holds where this one says nothing. */
static void
set_stroke (const ChaseFletcherReader *reader, const ChaseFletcherCall *call, ChaseStyle *style)
{
  const ChaseFletcherStroke *stroke = &reader->stroke;
  gboolean own = FALSE, solid = FALSE;

  for (guint i = 0; i < call->arguments->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (call->arguments, i), "stroke:"))
      {
        own = TRUE;
        solid = strstr (g_ptr_array_index (call->arguments, i), "\"solid\"") != NULL;
      }
  if (style->colour.kind == CHASE_COLOUR_NONE)
    style->colour = stroke->colour;
  if (style->body == CHASE_BODY_SOLID && stroke->dash != NULL && !solid)
    style->body = strcmp (stroke->dash, "dotted") == 0 ? CHASE_BODY_DOTTED : CHASE_BODY_DASHED;
  if (stroke->none && !own)
    {
      style->body = CHASE_BODY_NONE;
      style->head = CHASE_HEAD_NONE;
    }
}

/* Does one of the arguments say on which side the label stands? */
static gboolean
is_sided (const ChaseFletcherCall *call)
{
  for (guint i = 0; i < call->arguments->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (call->arguments, i), "label-side:"))
      return TRUE;
  return FALSE;
}

/* Places may stand anywhere, edge(<a>, "->", <b>): puts them in front, as they come. Behind the
 * first that is none a direction is a mark. */
static void
gather_places (const ChaseFletcherReader *reader, const ChaseFletcherCall *call)
{
  GPtrArray *arguments = call->arguments;
  guint n = 0;

  while (n < arguments->len && is_place (reader, g_ptr_array_index (arguments, n), n))
    n++;
  for (guint i = n; !reader->commute && i < arguments->len; i++)
    {
      char *argument = g_ptr_array_index (arguments, i);

      if (is_direction (argument) || !is_place (reader, argument, i))
        continue;
      memmove (&arguments->pdata[n + 1], &arguments->pdata[n], (i - n) * sizeof (gpointer));
      arguments->pdata[n++] = argument;
    }
}

/* `vertices: (<a>, (1, 0))`: the places by another name. */
static void
spread_vertices (GPtrArray *arguments)
{
  static const char key[] = "vertices:";

  for (guint i = 0; i < arguments->len; i++)
    {
      g_autofree char *list = NULL;
      g_autoptr (GPtrArray) places = NULL;
      const char *open;

      if (!g_str_has_prefix (g_ptr_array_index (arguments, i), key))
        continue;
      list = g_strdup (g_ptr_array_index (arguments, i));
      open = list + strlen (key) + strspn (list + strlen (key), " ");
      if (*open != '(')
        return;
      places = chase_typst_split (open, 1, strlen (open) - 1);
      g_ptr_array_remove_index (arguments, i);
      for (guint j = 0; j < places->len; j++)
        g_ptr_array_insert (arguments, (gint)j, g_strdup (g_ptr_array_index (places, j)));
      return;
    }
}

/* A place that is not understood: to draw the arrow elsewhere would be wrong. */
static gboolean
is_strange_place (const ChaseFletcherReader *reader, const char *argument)
{
  return !reader->commute && *argument == '(';
}

static void
read_edge (ChaseFletcherReader *reader, const ChaseFletcherCall *call, GArray *loose)
{
  Loose one = { 0 };
  Way way = { 0 };
  guint used = 0;
  guint32 nodes[2];

  spread_vertices (call->arguments);
  gather_places (reader, call);
  for (guint j = 0; j < call->arguments->len; j++)
    {
      const char *argument = g_ptr_array_index (call->arguments, j);

      if (!is_strange_place (reader, argument) || is_place (reader, argument, j))
        continue;
      chase_source_warn (reader->source, call->offset, 4, NULL,
                         "this arrow is left out: where it goes is not understood: %s", argument);
      return;
    }
  if (!read_ends (reader, call, &way, &used))
    {
      chase_source_warn (reader->source, call->offset, 4, NULL,
                         "this arrow is left out: where it begins or ends is not clear");
      return;
    }
  begin_edge (reader, &one.edge);
  for (guint j = used; j < call->arguments->len; j++)
    {
      const char *argument = g_ptr_array_index (call->arguments, j);

      if (!chase_fletcher_apply (&one.edge, argument, reader->commute))
        chase_fletcher_report_unknown (reader, call->offset, argument);
    }
  if (one.edge.corner != 0)
    turn_corner (&way, one.edge.corner);
  set_turns (&way, is_sided (call), one.edge.style);
  set_stroke (reader, call, one.edge.style);
  memcpy (one.ends, way.ends, sizeof one.ends);
  for (guint j = 0; j < 2; j++)
    if (!chase_fletcher_find_node (reader, one.ends[j][0], one.ends[j][1], &nodes[j]))
      {
        g_array_append_val (loose, one);
        return;
      }
  add_edge (reader, nodes[0], nodes[1], &one.edge);
}

static void
find_neighbours (ChaseFletcherReader *reader)
{
  gint last = -1;

  for (guint i = 0; i < reader->calls->len; i++)
    {
      ChaseFletcherCall *call = &g_array_index (reader->calls, ChaseFletcherCall, i);

      call->before = last;
      last = call->placed ? (gint)i : last;
    }
  last = -1;
  for (guint i = reader->calls->len; i-- > 0;)
    {
      ChaseFletcherCall *call = &g_array_index (reader->calls, ChaseFletcherCall, i);

      call->behind = last;
      last = call->placed ? (gint)i : last;
    }
}

void
chase_fletcher_read_edges (ChaseFletcherReader *reader)
{
  g_autoptr (GArray) loose = g_array_new (FALSE, FALSE, sizeof (Loose));

  find_neighbours (reader);
  for (guint i = 0; i < reader->calls->len; i++)
    if (g_array_index (reader->calls, ChaseFletcherCall, i).kind == CALL_EDGE)
      read_edge (reader, &g_array_index (reader->calls, ChaseFletcherCall, i), loose);
  for (guint i = 0; i < loose->len; i++)
    add_loose (reader, &g_array_index (loose, Loose, i), loose->len <= LOOSE_MAX);
}
