/* SPDX-License-Identifier: MIT */
#include "engine/view-private.h"

#include "model/problem.h"

#include <string.h>

/* An element that is followed through a picture of sets. */

static void
mark (guint8 *colour, guint8 with)
{
  *colour = *colour == 0 || *colour == with ? with : CHASE_COLOUR_BOTH;
}

/* The one that the formal inverse of the generator @f sends to @y. */
static guint32
preimage (const ChaseSetPicture *picture, guint32 f, guint32 y)
{
  const ChaseArrow *arrow = chase_presentation_arrow (picture->category->presentation, f);

  for (guint32 x = 0; x < picture->sizes[arrow->source]; x++)
    if (picture->functions[f][x] == y)
      return x;
  return 0; /* the inverse of a bijection: it was there */
}

void
chase_set_picture_follow (ChaseSetPicture *picture, guint32 object, guint32 x, ChaseWord word,
                          guint8 colour)
{
  mark (&picture->colours[object][x], colour);
  for (guint32 i = 0; i < word.length; i++)
    {
      guint32 f = word.letters[i];
      const ChaseArrow *arrow = chase_presentation_arrow (picture->category->presentation, f);

      if (arrow->formal)
        {
          x = preimage (picture, arrow->inverse, x);
          mark (&picture->paths[arrow->inverse][x], colour);
        }
      else
        {
          mark (&picture->paths[f][x], colour);
          x = picture->functions[f][x];
        }
      mark (&picture->colours[arrow->target][x], colour);
    }
}

/* Marks the element @x, and remembers it where it is met for the first time. */
static void
meet (ChaseSetPicture *picture, GArray *met, guint32 object, guint32 x)
{
  guint32 place[2] = { object, x };

  if (picture->colours[object][x] != 0)
    return;
  picture->colours[object][x] = CHASE_COLOUR_FIRST;
  g_array_append_vals (met, place, 2);
}

/* All that comes of the element @x by any arrows. */
static void
follow_all (ChaseSetPicture *picture, guint32 object, guint32 x)
{
  g_autoptr (GArray) met = g_array_new (FALSE, FALSE, sizeof (guint32));

  meet (picture, met, object, x);
  for (guint next = 0; next < met->len; next += 2)
    for (guint32 f = 0; f < picture->n_arrows; f++)
      {
        const ChaseArrow *arrow = chase_presentation_arrow (picture->category->presentation, f);
        guint32 element = g_array_index (met, guint32, next + 1);

        if (arrow->source != g_array_index (met, guint32, next) || picture->functions[f] == NULL)
          continue;
        picture->paths[f][element] = CHASE_COLOUR_FIRST;
        meet (picture, met, arrow->target, picture->functions[f][element]);
      }
}

void
chase_set_picture_prepare_marks (ChaseSetPicture *picture)
{
  picture->colours = g_new0 (guint8 *, picture->n_objects + 1);
  picture->paths = g_new0 (guint8 *, picture->n_arrows + 1);
  for (guint32 i = 0; i < picture->n_objects; i++)
    picture->colours[i] = g_new0 (guint8, picture->sizes[i] + 1);
  for (guint32 f = 0; f < picture->n_arrows; f++)
    picture->paths[f] = g_new0 (
        guint8,
        picture->sizes[chase_presentation_arrow (picture->category->presentation, f)->source] + 1);
}

/* The new number of each element of the set at @object: of a set that is not shown as a whole,
 * those that are marked come first. */
static guint32 *
rank_elements (const ChaseSetPicture *picture, guint32 object)
{
  guint32 size = picture->sizes[object], next = 0;
  guint32 *ranks = g_new0 (guint32, size + 1);

  for (int pass = 0; pass < 2; pass++)
    for (guint32 x = 0; x < size; x++)
      if ((size <= CHASE_SET_SHOWN || picture->colours[object][x] > 0) == (pass == 0))
        ranks[x] = next++;
  return ranks;
}

static void
reorder_set (ChaseSetPicture *picture, guint32 object, const guint32 *ranks)
{
  guint32 size = picture->sizes[object];
  char **names = g_new0 (char *, size + 1);
  guint8 *colours = g_new0 (guint8, size + 1);

  for (guint32 x = 0; x < size; x++)
    {
      names[ranks[x]] = picture->names[object][x];
      colours[ranks[x]] = picture->colours[object][x];
    }
  g_free (picture->names[object]);
  g_free (picture->colours[object]);
  picture->names[object] = names;
  picture->colours[object] = colours;
}

static void
reorder_function (ChaseSetPicture *picture, guint32 f, guint32 *const *ranks)
{
  const ChaseArrow *arrow = chase_presentation_arrow (picture->category->presentation, f);
  guint32 size = picture->sizes[arrow->source];
  guint32 *function;
  guint8 *path;

  if (picture->functions[f] == NULL)
    return;
  function = g_new0 (guint32, size + 1);
  path = g_new0 (guint8, size + 1);
  for (guint32 x = 0; x < size; x++)
    {
      function[ranks[arrow->source][x]] = ranks[arrow->target][picture->functions[f][x]];
      path[ranks[arrow->source][x]] = picture->paths[f][x];
    }
  g_free (picture->functions[f]);
  g_free (picture->paths[f]);
  picture->functions[f] = function;
  picture->paths[f] = path;
}

void
chase_set_picture_bring_forward (ChaseSetPicture *picture)
{
  g_autofree guint32 **ranks = g_new0 (guint32 *, picture->n_objects + 1);

  for (guint32 i = 0; i < picture->n_objects; i++)
    {
      ranks[i] = rank_elements (picture, i);
      reorder_set (picture, i, ranks[i]);
    }
  for (guint32 f = 0; f < picture->n_arrows; f++)
    reorder_function (picture, f, ranks);
  for (guint32 i = 0; i < picture->n_objects; i++)
    g_free (ranks[i]);
}

/* How a picture of morphisms labels the one called @name: "f", "h.f", "id(A)". */
static char *
morphism_label (const ChaseCategory *category, const char *name)
{
  g_auto (GStrv) factors = g_strsplit (name, ".", -1);
  GString *label = g_string_new (NULL);

  if (g_str_has_prefix (name, "id(") && g_str_has_suffix (name, ")"))
    {
      g_autofree char *object = g_strndup (name + 3, strlen (name) - 4);
      g_autofree char *one = chase_view_declared_label (category, CHASE_STATEMENT_OBJECT, object);

      g_string_append_printf (label, "\\mathrm{id}_{%s}", one);
      return g_string_free (label, FALSE);
    }
  for (guint i = 0; factors[i] != NULL; i++)
    {
      g_autofree char *one
          = chase_view_declared_label (category, CHASE_STATEMENT_ARROW, g_strstrip (factors[i]));

      g_string_append_printf (label, "%s%s", i > 0 ? " \\circ " : "", one);
    }
  return g_string_free (label, FALSE);
}

/* The element that the view is about, by the label that it has in the picture. */
static guint32
find_element (const ChaseSetPicture *picture, const ChaseFunctor *functor, guint32 object,
              const char *name)
{
  g_autofree char *plain = chase_view_element_label (name, 0);
  g_autofree char *morphism = morphism_label (functor->source, name);

  for (guint32 x = 0; x < picture->sizes[object]; x++)
    if (strcmp (picture->names[object][x], plain) == 0
        || strcmp (picture->names[object][x], morphism) == 0)
      return x;
  return G_MAXUINT32;
}

static gboolean
follow_chased (ChaseView *view, ChaseSetPicture *picture, const ChaseFunctor *functor,
               const ChaseChased *chased)
{
  guint32 x = find_element (picture, functor, chased->object, view->item->at->name);

  if (x == G_MAXUINT32)
    {
      chase_problems_error (view->problems, view->item->at->line, view->item->at->column, 1, NULL,
                            "the set where the path starts has no element %s",
                            view->item->at->name);
      return FALSE;
    }
  chase_set_picture_prepare_marks (picture);
  if (chased->n_words == 0)
    follow_all (picture, chased->object, x);
  for (guint i = 0; i < chased->n_words; i++)
    chase_set_picture_follow (
        picture, chased->object, x,
        (ChaseWord){ (const guint32 *)(gpointer)chased->words[i]->data, chased->words[i]->len },
        i == 0 ? CHASE_COLOUR_FIRST : CHASE_COLOUR_SECOND);
  chase_set_picture_bring_forward (picture);
  return TRUE;
}

gboolean
chase_view_chase (ChaseView *view, ChaseSetPicture *picture, const ChaseFunctor *functor)
{
  ChaseChased chased;
  gboolean good;

  good = chase_theory_chase (view->theory, view->item, functor, &chased, view->problems)
         && follow_chased (view, picture, functor, &chased);
  chase_chased_clear (&chased);
  return good;
}
