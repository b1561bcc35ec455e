/* SPDX-License-Identifier: MIT */
#include "engine/view-private.h"

#include <math.h>
#include <string.h>

#include "i18n.h"

/* Columns between the two categories. */
#define BETWEEN 1.9
/* What counts against a placement: an arrow through an object, two that cross, a column of length.
 */
#define COST_HIT 8
#define COST_CROSSING 2
#define COST_LENGTH 0.2
#define COST_SHIFT 0.4
#define COST_TURN 0.5
#define COST_FLIP 1.5

/* More dashed arrows than this are not tried one by one. */
#define MOST_PAIRS 4000

/* A set with more elements is called by its name. */
#define MOST_ELEMENTS 4

/* In the place of a value that a functor in the making does not have yet. */
#define MISSING G_MAXUINT32

#define SWAP(a, b)                                                                                 \
  do                                                                                               \
    {                                                                                              \
      double *swapped = (a);                                                                       \
      (a) = (b);                                                                                   \
      (b) = swapped;                                                                               \
    }                                                                                              \
  while (0)

/* A picture of F: C -> D. Objects with the same image share a colour, what is missed is grey. */
typedef struct
{
  ChaseView *view;
  const ChaseFunctor *functor;
  gboolean named; /* D has no generators: beside C stands a copy of C, that shows F(A) and F(f) */
  guint32 n_source, n_target;
  double *source; /* places, 2 an object */
  double *target;
  gboolean open;    /* some object of C has no value yet */
  guint *colour;    /* of each object of D: a colour + 1, or 0 when it is missed */
  gboolean *arrows; /* of D: hit */
} Image;

/* The category whose objects and generators are drawn on the right. */
static const ChaseCategory *
shown_target (const Image *image)
{
  return image->named ? image->functor->source : image->functor->target;
}

static void
bounds_of (const double *places, guint n, int axis, double *low, double *high)
{
  *low = *high = n > 0 ? places[axis] : 0;
  for (guint i = 0; i < n; i++)
    {
      *low = MIN (*low, places[2 * i + axis]);
      *high = MAX (*high, places[2 * i + axis]);
    }
}

/* Puts C left of D, the middle of D @lower rows below that of C. */
static void
put_beside (Image *image, double *source, double *target, double lower)
{
  double low[2], high[2], right, shift;

  bounds_of (source, image->n_source, 0, &low[0], &right);
  bounds_of (target, image->n_target, 0, &low[1], &high[1]);
  shift = right + BETWEEN - low[1];
  for (guint i = 0; i < image->n_target; i++)
    target[2 * i] += shift;
  bounds_of (source, image->n_source, 1, &low[0], &high[0]);
  bounds_of (target, image->n_target, 1, &low[1], &high[1]);
  shift = (low[1] + high[1] - low[0] - high[0]) / 2 - lower;
  for (guint i = 0; i < image->n_source; i++)
    source[2 * i + 1] += shift;
}

static gboolean
cross (const double *a, const double *b, const double *c, const double *d)
{
  double first = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  double second = (b[0] - a[0]) * (d[1] - a[1]) - (b[1] - a[1]) * (d[0] - a[0]);
  double third = (d[0] - c[0]) * (a[1] - c[1]) - (d[1] - c[1]) * (a[0] - c[0]);
  double fourth = (d[0] - c[0]) * (b[1] - c[1]) - (d[1] - c[1]) * (b[0] - c[0]);

  return first * second < -1e-9 && third * fourth < -1e-9;
}

static guint
count_hits (const Image *image, const double *source, const double *target, const double *from,
            const double *to)
{
  return chase_view_points_on (source, image->n_source, from, to)
         + chase_view_points_on (target, image->n_target, from, to);
}

/* How much the dashed arrows will disturb the drawing on an average, whatever the values come to
 * be: so nothing moves while they are given. */
static double
cost_of_any (const Image *image, const double *source, const double *target)
{
  double cost = 0;

  if ((guint64)image->n_source * image->n_target > MOST_PAIRS)
    return 0;
  for (guint32 i = 0; i < image->n_source; i++)
    for (guint32 j = 0; j < image->n_target; j++)
      {
        const double *from = source + 2 * i, *to = target + 2 * j;

        cost += COST_HIT * count_hits (image, source, target, from, to);
        cost += COST_LENGTH * hypot (to[0] - from[0], to[1] - from[1]);
      }
  return cost / MAX (image->n_target, 1);
}

/* How much the dashed arrows disturb the drawing. */
static double
cost_of (const Image *image, const double *source, const double *target)
{
  double cost = 0;

  if (image->open)
    return cost_of_any (image, source, target);
  for (guint32 i = 0; i < image->n_source; i++)
    {
      const double *from = source + 2 * i, *to = target + 2 * image->functor->objects[i];

      cost += COST_HIT * count_hits (image, source, target, from, to);
      cost += COST_LENGTH * hypot (to[0] - from[0], to[1] - from[1]);
      for (guint32 j = 0; j < i; j++)
        cost += cross (from, to, source + 2 * j, target + 2 * image->functor->objects[j])
                    ? COST_CROSSING
                    : 0;
    }
  return cost;
}

/* @places with columns and rows exchanged (@way & 1) and the rows in reverse (@way & 2). */
static double *
turned (const double *places, guint n, int way)
{
  double *result = g_memdup2 (places, (2 * n + 1) * sizeof *places);

  for (guint i = 0; i < n; i++)
    {
      double x = places[2 * i], y = places[2 * i + 1];

      result[2 * i] = way & 1 ? y : x;
      result[2 * i + 1] = (way & 2 ? -1 : 1) * (way & 1 ? x : y);
    }
  return result;
}

/* Keeps the placement when it is better than the best so far. D may stand a little lower or higher,
 * so that dashes run past the objects in their row. Takes @source; @cost counts against both. */
static void
try_places (Image *image, double *source, const double *target, double cost, double *best)
{
  static const double shifts[] = { 0, 0.5, -0.5, 1, -1 };

  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      double *from = turned (source, image->n_source, 0), *to = turned (target, image->n_target, 0);
      double sum;

      put_beside (image, from, to, shifts[i]);
      sum = cost + COST_SHIFT * fabs (shifts[i]) + cost_of (image, from, to);
      if (sum < *best - 1e-9)
        {
          *best = sum;
          SWAP (image->source, from);
          SWAP (image->target, to);
        }
      g_free (from);
      g_free (to);
    }
  g_free (source);
}

/* Each object of C where its image is in D, if no two have the same image. */
static double *
aligned (const Image *image, const double *target)
{
  g_autofree gboolean *taken = g_new0 (gboolean, image->n_target + 1);
  double *places = g_new0 (double, 2 * image->n_source + 1);

  for (guint32 i = 0; i < image->n_source; i++)
    {
      guint32 object = image->functor->objects[i];

      if (image->open || taken[object])
        {
          g_free (places);
          return NULL;
        }
      taken[object] = TRUE;
      places[2 * i] = target[2 * object];
      places[2 * i + 1] = target[2 * object + 1];
    }
  return places;
}

static void
place (Image *image)
{
  g_autofree double *source = chase_view_place_category (image->functor->source);
  g_autofree double *target = chase_view_place_category (shown_target (image));
  double best = INFINITY;

  for (int to = 0; to < 2; to++)
    {
      g_autofree double *there = turned (target, image->n_target, to);
      double *same = aligned (image, there);

      for (int way = 0; way < 4; way++)
        try_places (image, turned (source, image->n_source, way), there,
                    COST_TURN * (to + (way & 1)) + COST_FLIP * (way >> 1), &best);
      if (same != NULL)
        try_places (image, same, there, COST_TURN * to, &best);
    }
}

static void
find_image (Image *image)
{
  const ChaseFunctor *functor = image->functor;
  guint n_colours = 0;

  for (guint32 i = 0; i < image->n_source; i++)
    if (functor->objects[i] == MISSING)
      image->open = TRUE;
    else if (image->colour[functor->objects[i]] == 0)
      image->colour[functor->objects[i]] = ++n_colours;
  for (guint32 i = 0; i < chase_presentation_n_arrows (functor->source->presentation); i++)
    {
      const ChaseWord word = functor->words[i];

      for (guint32 j = 0; word.letters != NULL && j < word.length; j++)
        image->arrows[word.letters[j]] = TRUE;
    }
}

/* F(x). */
static char *
applied_label (const Image *image, const ChaseName *name)
{
  g_autoptr (ChaseTerm) functor = chase_view_functor_term (image->functor);
  g_autoptr (ChaseTerm) argument = chase_view_label_term (name);

  return chase_view_applied_label (CHASE_TERM_APPLY, functor, argument);
}

/* The set F(A) where it is a small one, else "F(A)". */
static char *
value_label (const Image *image, guint32 object)
{
  const ChaseSets *sets = image->functor->form == CHASE_FUNCTOR_SETS ? image->functor->sets : NULL;
  g_autoptr (GString) text = g_string_new ("\\{");

  if (sets == NULL || sets->sizes[object] > MOST_ELEMENTS)
    return applied_label (
        image, chase_presentation_object_name (image->functor->source->presentation, object));
  if (sets->sizes[object] == 0)
    return g_strdup ("\\varnothing");
  for (guint32 x = 0; x < sets->sizes[object]; x++)
    {
      g_autofree char *name = chase_name_to_label (sets->names[sets->first[object] + x]);

      g_string_append_printf (text, "%s%s", x > 0 ? ", " : "", name);
    }
  g_string_append (text, "\\}");
  return g_strdup (text->str);
}

/* The name stays where it is when the question behind it goes. */
static void
ask_for_value (ChaseStyle *style, char **label)
{
  g_autofree char *asking = NULL;

  chase_view_mark_missing (style, label);
  asking = *label;
  *label = g_strconcat ("\\hphantom{\\,?}", asking, NULL);
}

static void
add_objects (Image *image, const ChaseCategory *category, const double *places, gboolean source)
{
  for (guint32 i = 0; i < chase_presentation_n_objects (category->presentation); i++)
    {
      g_autofree char *label = image->named && !source ? value_label (image, i)
                                                       : chase_view_object_label (category, i);
      g_autoptr (ChaseStyle) style = chase_style_new ();
      guint32 object = source ? image->functor->objects[i] : i;
      guint colour = object != MISSING ? image->colour[object] : 0;

      chase_view_paint (style, colour > 0 ? chase_view_colour (colour - 1) : chase_view_grey ());
      if (object == MISSING)
        ask_for_value (style, &label);
      chase_diagram_add_node (image->view->diagram, label, TRUE, places[2 * i], places[2 * i + 1],
                              style);
    }
}

/* Those of C that become identities are dotted; those of D that are missed are grey. */
static void
add_arrows (Image *image, const ChaseCategory *category, guint32 first, gboolean source)
{
  for (guint32 i = 0; i < chase_presentation_n_arrows (category->presentation); i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (category->presentation, i);
      gboolean value = image->named && !source;
      g_autofree char *label
          = value ? applied_label (image, arrow->name)
                  : chase_view_declared_label (category, CHASE_STATEMENT_ARROW, arrow->name);
      g_autoptr (ChaseStyle) style = chase_style_new ();

      if (arrow->formal)
        continue;
      if (source && image->functor->words[i].length == MISSING)
        chase_view_mark_missing (style, &label);
      if (source && image->functor->words[i].length == 0)
        style->body = CHASE_BODY_DOTTED;
      if (!source && !image->arrows[i])
        chase_view_paint (style, chase_view_grey ());
      /* Functors keep isomorphisms, and not much else. */
      chase_view_style_for (style,
                            value ? arrow->properties & CHASE_PROPERTY_ISO : arrow->properties);
      chase_diagram_add_edge (image->view->diagram, first + arrow->source, first + arrow->target,
                              label, style);
    }
}

/* A category is labelled with mathematics, a drawing has a heading of words. */
static char *
item_label (const ChaseItem *item)
{
  if (item->label == NULL
      || (item->kind == CHASE_ITEM_DIAGRAM && strpbrk (item->label, "\\{}$^_%#&~") != NULL))
    return chase_name_to_label (item->name);
  if (item->kind == CHASE_ITEM_DIAGRAM)
    return g_strdup_printf ("\\text{%s}", item->label);
  return g_strdup (item->label);
}

/* What the block or the declaration of F calls it; "" for nothing. */
static char *
frame_label (const Image *image, const ChaseCategory *category)
{
  const ChaseItem *item = image->functor->item;
  char *label;
  char *opposite;

  if (category->kind == CHASE_CATEGORY_SETS)
    return g_strdup ("\\mathbf{Set}");
  if (category->kind != CHASE_CATEGORY_PRESENTED && item != NULL && item->to != NULL)
    return chase_term_to_label (item->to);
  if (category->item == NULL || category->item->name == NULL)
    return g_strdup ("");
  label = item_label (category->item);
  if (!category->opposite || *label == '\0')
    return label;
  opposite = g_strdup_printf ("{%s}^{\\mathrm{op}}", label);
  g_free (label);
  return opposite;
}

static void
add_frame (Image *image, const ChaseCategory *category, guint32 first, guint32 n)
{
  g_autofree guint32 *nodes = g_new (guint32, n + 1);
  g_autofree char *label = frame_label (image, category);

  for (guint32 i = 0; i < n; i++)
    nodes[i] = first + i;
  chase_diagram_add_frame (image->view->diagram, CHASE_FRAME_BOX, label, NULL, nodes, n);
}

/* A |-> F(A), the first of them labelled F. */
static void
add_dashes (Image *image)
{
  g_autoptr (ChaseTerm) term = chase_view_functor_term (image->functor);
  g_autofree char *name = chase_term_to_label (term);
  guint32 top = MISSING;

  for (guint32 i = 0; i < image->n_source; i++)
    if (image->functor->objects[i] != MISSING
        && (top == MISSING || image->source[2 * i + 1] < image->source[2 * top + 1]))
      top = i;
  for (guint32 i = 0; i < image->n_source; i++)
    {
      guint32 object = image->functor->objects[i];
      g_autoptr (ChaseStyle) style = chase_style_new ();

      if (object == MISSING)
        continue;
      style->body = CHASE_BODY_DASHED;
      style->tail = CHASE_TAIL_MAPS_TO;
      chase_view_paint (style, chase_view_colour (image->colour[object] - 1));
      if (i == top)
        style->label_side = CHASE_LABEL_LEFT;
      chase_diagram_add_edge (image->view->diagram, i, image->n_source + object,
                              i == top ? name : "", style);
    }
}

static void
draw (Image *image)
{
  find_image (image);
  place (image);
  add_objects (image, image->functor->source, image->source, TRUE);
  add_objects (image, shown_target (image), image->target, FALSE);
  add_frame (image, image->functor->source, 0, image->n_source);
  add_frame (image, image->functor->target, image->n_source, image->n_target);
  add_arrows (image, image->functor->source, 0, TRUE);
  add_arrows (image, shown_target (image), image->n_source, FALSE);
  add_dashes (image);
}

static void
draw_functor (ChaseView *view, const ChaseFunctor *functor, gboolean named)
{
  Image image = { .view = view, .functor = functor, .named = named };
  const ChasePresentation *shown = shown_target (&image)->presentation;

  image.n_source = chase_presentation_n_objects (functor->source->presentation);
  image.n_target = chase_presentation_n_objects (shown);
  image.colour = g_new0 (guint, image.n_target + 1);
  image.arrows = g_new0 (gboolean, chase_presentation_n_arrows (shown) + 1);
  draw (&image);
  g_free (image.colour);
  g_free (image.arrows);
  g_free (image.source);
  g_free (image.target);
}

/* Into Set, or another category without generators: what is on the right is a copy of C. */
static void
draw_values (ChaseView *view, const ChaseFunctor *functor)
{
  const ChasePresentation *p = functor->source->presentation;
  guint32 n_objects = chase_presentation_n_objects (p);
  guint32 n_arrows = chase_presentation_n_arrows (p);
  g_autofree guint32 *objects = g_new (guint32, n_objects + 1);
  g_autofree guint32 *letters = g_new (guint32, n_arrows + 1);
  g_autofree ChaseWord *words = g_new (ChaseWord, n_arrows + 1);
  ChaseFunctor copy = *functor;

  for (guint32 i = 0; i < n_objects; i++)
    objects[i] = i;
  for (guint32 i = 0; i < n_arrows; i++)
    {
      letters[i] = i;
      words[i] = (ChaseWord){ letters + i, 1 };
    }
  copy.objects = objects;
  copy.words = words;
  draw_functor (view, &copy, TRUE);
}

/* Functors in the making: what their text gives so far. */

static void
read_values (ChaseView *view, const ChaseItem *item, ChaseFunctor *functor)
{
  const ChasePresentation *p = functor->source->presentation;
  guint32 source, target;

  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    {
      const ChaseTerm *value = chase_item_value_at (item, chase_presentation_object_name (p, i));

      if (value == NULL
          || !chase_theory_object (view->theory, functor->target, value, &functor->objects[i],
                                   NULL))
        functor->objects[i] = MISSING;
    }
  for (guint32 i = 0; i < chase_presentation_n_arrows (p); i++)
    {
      const ChaseTerm *value = chase_item_value_at (item, chase_presentation_arrow (p, i)->name);
      g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
      guint32 length = MISSING;

      if (value != NULL
          && chase_theory_path (view->theory, functor->target, value, &source, &target, word, NULL))
        length = word->len;
      functor->words[i] = (ChaseWord){
        length != MISSING ? g_memdup2 (word->data, word->len * sizeof (guint32)) : NULL, length
      };
    }
}

/* The picture of a functor that lacks values, FALSE where the view is about none. */
static gboolean
draw_unfinished (ChaseView *view)
{
  const ChaseTerm *term = view->item->expression;
  ChaseItem *item = term->kind == CHASE_TERM_NAME
                        ? chase_document_find (chase_theory_document (view->theory), term->name)
                        : NULL;
  ChaseFunctor functor = { .form = CHASE_FUNCTOR_WORDS, .item = item };
  guint32 n;

  if (item == NULL || item->kind != CHASE_ITEM_FUNCTOR || item->expression != NULL
      || item->from == NULL || item->to == NULL)
    return FALSE;
  functor.contravariant = item->contravariant;
  functor.source = chase_theory_category (view->theory, item->from, NULL);
  functor.target = chase_theory_category (view->theory, item->to, NULL);
  if (functor.source != NULL && functor.contravariant)
    functor.source = chase_theory_opposite (view->theory, functor.source);
  if (functor.source == NULL || functor.target == NULL || functor.source->presentation == NULL
      || functor.target->presentation == NULL)
    return FALSE;
  n = chase_presentation_n_arrows (functor.source->presentation);
  functor.objects
      = g_new0 (guint32, chase_presentation_n_objects (functor.source->presentation) + 1);
  functor.words = g_new0 (ChaseWord, n + 1);
  read_values (view, item, &functor);
  draw_functor (view, &functor, FALSE);
  for (guint32 i = 0; i < n; i++)
    g_free ((gpointer)functor.words[i].letters);
  g_free (functor.words);
  g_free (functor.objects);
  return TRUE;
}

gboolean
chase_view_image (ChaseView *view)
{
  const ChaseFunctor *functor
      = chase_theory_functor (view->theory, view->item->expression, NULL, NULL, NULL);

  if (functor == NULL && draw_unfinished (view))
    return TRUE;
  if (functor == NULL)
    functor
        = chase_theory_functor (view->theory, view->item->expression, NULL, NULL, view->problems);
  if (functor == NULL)
    return FALSE;
  if (functor->source->kind != CHASE_CATEGORY_PRESENTED)
    return chase_view_wrong (
        view, _ ("its image is drawn where it starts from a category with generators"));
  if (functor->form == CHASE_FUNCTOR_WORDS)
    draw_functor (view, functor, FALSE);
  else
    draw_values (view, functor);
  return TRUE;
}
