/* SPDX-License-Identifier: MIT */
#include "engine/view-private.h"

#include <math.h>

/* Columns or rows from element to element, and free between two sets. */
#define STEP 0.36
#define SLANT 0.34
#define BETWEEN 1.45
#define LOOP_RADIUS 1.5
/* Where arrows run from element to element of one set. */
#define WIDE_STEP 0.55
#define LOOP_CURVE 0.9
/* From the name of a function to that of one beside it, in points. */
#define NAME_STEP 18.0

/* Elements stand across the direction in which the arrows run; where arrows run both ways, aslant,
 * so that no arrow passes through the elements beside its own. */
typedef enum
{
  STACK_DOWN,
  STACK_ACROSS,
  STACK_ASLANT,
} Stack;

typedef struct
{
  const ChaseSetPicture *picture;
  ChaseDiagram *diagram;
  double *places;
  Stack stack;
  double step;
  guint32 *first; /* the node of each set's first element */
} Drawing;

ChaseSetPicture *
chase_set_picture_new (const ChaseCategory *category)
{
  ChaseSetPicture *picture = g_new0 (ChaseSetPicture, 1);

  picture->category = category;
  picture->n_objects = chase_presentation_n_objects (category->presentation);
  picture->n_arrows = chase_presentation_n_arrows (category->presentation);
  picture->sizes = g_new0 (guint32, picture->n_objects + 1);
  picture->names = g_new0 (char **, picture->n_objects + 1);
  picture->titles = g_new0 (char *, picture->n_objects + 1);
  picture->functions = g_new0 (guint32 *, picture->n_arrows + 1);
  picture->labels = g_new0 (char *, picture->n_arrows + 1);
  return picture;
}

void
chase_set_picture_set_size (ChaseSetPicture *picture, guint32 object, guint32 size)
{
  picture->sizes[object] = size;
  picture->names[object] = g_new0 (char *, size + 1);
}

void
chase_set_picture_free (ChaseSetPicture *picture)
{
  for (guint32 i = 0; i < picture->n_objects; i++)
    {
      g_strfreev (picture->names[i]);
      g_free (picture->titles[i]);
      if (picture->colours != NULL)
        g_free (picture->colours[i]);
    }
  for (guint32 i = 0; i < picture->n_arrows; i++)
    {
      g_free (picture->functions[i]);
      g_free (picture->labels[i]);
      if (picture->paths != NULL)
        g_free (picture->paths[i]);
    }
  g_free (picture->missing);
  g_free (picture->sizes);
  g_free (picture->names);
  g_free (picture->titles);
  g_free (picture->functions);
  g_free (picture->labels);
  g_free (picture->colours);
  g_free (picture->paths);
  g_free (picture);
}

static const ChaseArrow *
arrow_of (const ChaseSetPicture *picture, guint32 arrow)
{
  return chase_presentation_arrow (picture->category->presentation, arrow);
}

static guint
n_shown (const ChaseSetPicture *picture, guint32 object)
{
  return MIN (picture->sizes[object], CHASE_SET_SHOWN);
}

/* TRUE for the dots that stand for the last elements of a large set. */
static gboolean
is_rest (const ChaseSetPicture *picture, guint32 object, guint32 element)
{
  return picture->sizes[object] > CHASE_SET_SHOWN && element >= CHASE_SET_SHOWN - 1;
}

static void
survey (Drawing *drawing)
{
  gboolean along = FALSE, down = FALSE;

  for (guint32 f = 0; f < drawing->picture->n_arrows; f++)
    {
      const ChaseArrow *arrow = arrow_of (drawing->picture, f);
      const double *from = drawing->places + 2 * arrow->source;
      const double *to = drawing->places + 2 * arrow->target;

      if (drawing->picture->functions[f] == NULL)
        continue;
      if (arrow->source == arrow->target)
        {
          drawing->step = WIDE_STEP;
          continue;
        }
      along |= fabs (to[0] - from[0]) > 0.1;
      down |= fabs (to[0] - from[0]) < fabs (to[1] - from[1]);
    }
  drawing->stack = !down ? STACK_DOWN : along ? STACK_ASLANT : STACK_ACROSS;
}

/* Makes room for the largest set between the places of the category's layout. */
static void
spread (Drawing *drawing)
{
  double width = 0, height = 0;

  for (guint32 i = 0; i < drawing->picture->n_objects; i++)
    {
      double extent = MAX (n_shown (drawing->picture, i), 1) - 1;

      width = MAX (width, extent
                              * (drawing->stack == STACK_DOWN     ? 0
                                 : drawing->stack == STACK_ASLANT ? SLANT
                                                                  : drawing->step));
      height = MAX (height, extent
                                * (drawing->stack == STACK_ACROSS   ? 0
                                   : drawing->stack == STACK_ASLANT ? SLANT
                                                                    : drawing->step));
    }
  for (guint32 i = 0; i < drawing->picture->n_objects; i++)
    {
      drawing->places[2 * i] *= BETWEEN + width;
      drawing->places[2 * i + 1] *= BETWEEN + height;
    }
}

/* The direction in which @arrow is seen from the set at @object, one of its ends. */
static gboolean
heading (const Drawing *drawing, const ChaseArrow *arrow, guint32 object, double way[2])
{
  guint32 other = arrow->source == object ? arrow->target : arrow->source;
  double length;

  if (arrow->source != object && arrow->target != object)
    return FALSE;
  if (other == object)
    {
      way[0] = drawing->stack == STACK_DOWN ? 1 : 0;
      way[1] = 1 - way[0];
      return TRUE;
    }
  for (int i = 0; i < 2; i++)
    way[i] = drawing->places[2 * other + i] - drawing->places[2 * object + i];
  length = hypot (way[0], way[1]);
  way[0] /= length;
  way[1] /= length;
  return length > 0;
}

/* Where the name of an element stands beside its dot: as far as may be from the directions in which
 * arrows come and go. */
static const char *
side_of_name (const Drawing *drawing, guint32 object)
{
  static const struct
  {
    const char *word;
    double x, y;
  } sides[] = { { "left", -1, 0 },
                { "right", 1, 0 },
                { "above", 0, -1 },
                { "below", 0, 1 },
                { "above right", G_SQRT2 / 2, -G_SQRT2 / 2 },
                { "above left", -G_SQRT2 / 2, -G_SQRT2 / 2 },
                { "below left", -G_SQRT2 / 2, G_SQRT2 / 2 },
                { "below right", G_SQRT2 / 2, G_SQRT2 / 2 } };
  guint best = 0;
  double least = INFINITY;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      double nearest = -1;

      for (guint32 f = 0; f < drawing->picture->n_arrows; f++)
        {
          const ChaseArrow *arrow = arrow_of (drawing->picture, f);
          double way[2];

          if (drawing->picture->functions[f] == NULL || !heading (drawing, arrow, object, way))
            continue;
          nearest = MAX (nearest, way[0] * sides[i].x + way[1] * sides[i].y);
        }
      if (nearest < least - 1e-6)
        {
          least = nearest;
          best = i;
        }
    }
  return sides[best].word;
}

static void
paint (const Drawing *drawing, guint8 *const *colours, guint32 index, guint32 element,
       ChaseStyle *style)
{
  guint8 colour = colours[index] != NULL ? colours[index][element] : 0;

  chase_view_paint (style, colour > 0 ? chase_view_colour (colour - 1u) : chase_view_grey ());
}

/* Does a function have no value there? */
static gboolean
lacks_value (const ChaseSetPicture *picture, guint32 object, guint32 element)
{
  for (guint32 f = 0; f < picture->n_arrows; f++)
    if (picture->functions[f] != NULL && arrow_of (picture, f)->source == object
        && picture->functions[f][element] == CHASE_CHART_MISSING)
      return TRUE;
  return FALSE;
}

static void
add_element (Drawing *drawing, guint32 object, guint32 element)
{
  static const char *const rests[] = { "\\vdots", "\\cdots", "\\ddots" };
  const ChaseSetPicture *picture = drawing->picture;
  double step = element - (n_shown (picture, object) - 1) / 2.0;
  double x = drawing->places[2 * object], y = drawing->places[2 * object + 1];
  g_autoptr (ChaseStyle) style = chase_style_new ();
  gboolean rest = is_rest (picture, object, element);
  g_autofree char *label
      = g_strdup (rest ? rests[drawing->stack] : picture->names[object][element]);

  if (drawing->stack != STACK_DOWN)
    x += step * (drawing->stack == STACK_ASLANT ? SLANT : drawing->step);
  if (drawing->stack != STACK_ACROSS)
    y += step * (drawing->stack == STACK_ASLANT ? SLANT : drawing->step);
  if (!rest)
    chase_style_set_extra (style, "dot", side_of_name (drawing, object));
  if (picture->colours != NULL)
    paint (drawing, picture->colours, object, element, style);
  if (!rest && lacks_value (picture, object, element))
    chase_view_mark_missing (style, &label);
  chase_diagram_add_node (drawing->diagram, label, TRUE, x, y, style);
}

static gboolean
is_missing (const ChaseSetPicture *picture, guint32 object)
{
  return picture->missing != NULL && picture->missing[object];
}

static void
add_set (Drawing *drawing, guint32 object)
{
  const ChaseSetPicture *picture = drawing->picture;

  drawing->first[object] = drawing->diagram->n_nodes;
  if (picture->sizes[object] == 0)
    {
      g_autoptr (ChaseStyle) style = chase_style_new ();
      gboolean missing = is_missing (picture, object);
      g_autofree char *label = g_strdup (missing ? "" : "\\varnothing");

      chase_view_paint (style, chase_view_grey ());
      if (missing)
        chase_view_mark_missing (style, &label);
      chase_diagram_add_node (drawing->diagram, label, TRUE, drawing->places[2 * object],
                              drawing->places[2 * object + 1], style);
    }
  for (guint32 x = 0; x < n_shown (picture, object); x++)
    add_element (drawing, object, x);
}

static void
add_frame (Drawing *drawing, guint32 object)
{
  const ChaseSetPicture *picture = drawing->picture;
  guint n = MAX (n_shown (picture, object), 1);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (ChaseStyle) style = chase_style_new ();
  g_autofree char *title
      = picture->sizes[object] > CHASE_SET_SHOWN
            ? g_strdup_printf ("%s\\ \\text{(%u)}", picture->titles[object], picture->sizes[object])
            : g_strdup (picture->titles[object]);

  for (guint32 i = 0; i < n; i++)
    {
      guint32 node = drawing->first[object] + i;

      g_array_append_val (nodes, node);
    }
  if (is_missing (picture, object))
    chase_view_mark_missing (style, &title);
  chase_diagram_add_frame (drawing->diagram, CHASE_FRAME_ELLIPSE, title, style,
                           (const guint32 *)(gpointer)nodes->data, n);
}

/* All on the side of the loops. */
static double
bend (Stack stack, guint32 from, guint32 to)
{
  double span = (double)to - (double)from;

  return LOOP_CURVE * (stack == STACK_DOWN ? -span : span);
}

/* Do @f and @g go from one set to another, the same two, beside which their names can stand? */
static gboolean
are_parallel (const Drawing *drawing, guint32 f, guint32 g)
{
  const ChaseSetPicture *picture = drawing->picture;
  const ChaseArrow *a = arrow_of (picture, f), *b = arrow_of (picture, g);

  return drawing->stack != STACK_ACROSS && picture->paths == NULL && a->source != a->target
         && a->source == b->source && a->target == b->target && picture->functions[f] != NULL
         && picture->functions[g] != NULL;
}

static guint32
last_element (const ChaseSetPicture *picture, guint32 object)
{
  guint n = n_shown (picture, object);

  return n > 1 && is_rest (picture, object, n - 1) ? n - 2 : n - 1;
}

/* Does no arrow of a function parallel to @g run below that of the last element? */
static gboolean
is_lowest (const Drawing *drawing, guint32 g)
{
  const ChaseSetPicture *picture = drawing->picture;
  guint32 last = last_element (picture, arrow_of (picture, g)->source);

  for (guint32 f = 0; f < picture->n_arrows; f++)
    for (guint32 x = 0; x <= last && are_parallel (drawing, f, g); x++)
      if (picture->functions[f][x] > picture->functions[g][last]
          || (f != g && x == last && picture->functions[f][x] == picture->functions[g][last]))
        return FALSE;
  return TRUE;
}

/* Stands the name of @g with that of @f, as it would be in the way elsewhere? */
static gboolean
shares_place (const Drawing *drawing, guint32 f, guint32 g)
{
  for (guint32 e = 0; e < f; e++)
    if (are_parallel (drawing, e, f))
      return FALSE;
  return are_parallel (drawing, f, g) && !is_lowest (drawing, g);
}

/* The side of an arrow of @f that looks up the page. */
static ChaseLabelSide
upper_side (const Drawing *drawing, guint32 f)
{
  const ChaseArrow *arrow = arrow_of (drawing->picture, f);

  return drawing->places[2 * arrow->source] < drawing->places[2 * arrow->target]
             ? CHASE_LABEL_LEFT
             : CHASE_LABEL_RIGHT;
}

static void
add_parallel_names (const Drawing *drawing, guint32 f, guint colour, ChaseStyle *style)
{
  const ChaseSetPicture *picture = drawing->picture;
  double gap = CHASE_STYLE_LABEL_GAP;

  for (guint32 g = f + 1; g < picture->n_arrows; g++)
    {
      ChaseStyleLabel place = { NULL, upper_side (drawing, f), 0.5, gap, FALSE, { 0 } };

      if (picture->functions[g] != NULL)
        colour++;
      if (!shares_place (drawing, f, g))
        continue;
      style->label_side = place.side;
      place.gap = gap += NAME_STEP;
      place.colour = chase_view_colour (colour);
      chase_style_add_label (style, picture->labels[g], &place);
    }
}

static void
add_element_arrow (Drawing *drawing, guint32 f, guint32 x, guint colour, gboolean labelled)
{
  const ChaseSetPicture *picture = drawing->picture;
  const ChaseArrow *arrow = arrow_of (picture, f);
  guint32 y = MIN (picture->functions[f][x], n_shown (picture, arrow->target) - 1);
  guint32 from = drawing->first[arrow->source] + x, to = drawing->first[arrow->target] + y;
  g_autoptr (ChaseStyle) style = chase_style_new ();

  style->tail = CHASE_TAIL_MAPS_TO;
  chase_view_paint (style, chase_view_colour (colour));
  if (picture->paths != NULL)
    paint (drawing, picture->paths, f, x, style);
  if (labelled)
    add_parallel_names (drawing, f, colour, style);
  if (arrow->source == arrow->target)
    {
      style->radius = LOOP_RADIUS;
      style->angle = drawing->stack == STACK_DOWN ? 90 : 180;
      style->curve = bend (drawing->stack, from, to);
    }
  chase_diagram_add_edge (drawing->diagram, from, to, labelled ? picture->labels[f] : "", style);
}

/* The first element for which @f has a value; @n for none. */
static guint32
first_given (const ChaseSetPicture *picture, guint32 f, guint n)
{
  guint32 x = 0;

  while (x < n && picture->functions[f][x] == CHASE_CHART_MISSING)
    x++;
  return x;
}

/* The arrow that carries the function's name: the first, or the first that is highlighted, or the
 * last one of a parallel function; G_MAXUINT32 for one whose name stands with that of another
 * function. */
static guint32
labelled_element (const Drawing *drawing, guint32 f, guint n)
{
  const ChaseSetPicture *picture = drawing->picture;

  for (guint32 x = 0; picture->paths != NULL && picture->paths[f] != NULL && x < n; x++)
    if (picture->paths[f][x] > 0)
      return x;
  for (guint32 x = 0; x < n; x++)
    if (picture->functions[f][x] == CHASE_CHART_MISSING)
      return first_given (picture, f, n);
  for (guint32 e = 0; e < f; e++)
    if (shares_place (drawing, e, f))
      return G_MAXUINT32;
    else if (are_parallel (drawing, e, f))
      return last_element (picture, arrow_of (picture, f)->source);
  return 0;
}

static void
add_function (Drawing *drawing, guint32 f, guint colour)
{
  const ChaseSetPicture *picture = drawing->picture;
  guint32 source = arrow_of (picture, f)->source;
  guint n = n_shown (picture, source);
  guint32 labelled = labelled_element (drawing, f, n);

  for (guint32 x = 0; x < n; x++)
    if (!is_rest (picture, source, x) && picture->functions[f][x] != CHASE_CHART_MISSING)
      add_element_arrow (drawing, f, x, colour, x == labelled);
}

void
chase_set_picture_draw (const ChaseSetPicture *picture, ChaseDiagram *diagram)
{
  g_autofree double *places = chase_view_place_category (picture->category);
  g_autofree guint32 *first = g_new0 (guint32, picture->n_objects + 1);
  Drawing drawing = { picture, diagram, places, STACK_DOWN, STEP, first };
  guint colour = 0;

  survey (&drawing);
  spread (&drawing);
  for (guint32 i = 0; i < picture->n_objects; i++)
    add_set (&drawing, i);
  for (guint32 i = 0; i < picture->n_objects; i++)
    add_frame (&drawing, i);
  for (guint32 f = 0; f < picture->n_arrows; f++)
    if (picture->functions[f] != NULL)
      add_function (&drawing, f, colour++);
}
