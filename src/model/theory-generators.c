/* SPDX-License-Identifier: MIT */
#include "model/by-equations.h"
#include "model/theory-private.h"

/* Products and categories of elements, written out by generators and equations. */

static void
add_product_objects (ChaseCategory *product, const ChasePresentation *c, const ChasePresentation *d)
{
  for (guint32 i = 0; i < chase_presentation_n_objects (c); i++)
    for (guint32 j = 0; j < chase_presentation_n_objects (d); j++)
      {
        g_autofree char *text = g_strdup_printf ("(%s, %s)", chase_presentation_object_name (c, i),
                                                 chase_presentation_object_name (d, j));
        g_autoptr (ChaseName) name = chase_name_new (text);

        chase_presentation_add_object (product->presentation, name);
      }
}

static void
add_product_arrow (ChaseCategory *product, const ChaseArrow *arrow, guint32 source, guint32 target,
                   guint32 inverse, char *text)
{
  ChaseArrow copy = *arrow;

  copy.name = chase_name_new (text);
  copy.source = source;
  copy.target = target;
  copy.inverse = inverse;
  g_array_append_val (product->presentation->arrows, copy);
  g_free (text);
}

/* Formal inverses go with their arrows, pair by pair. */
static void
add_product_arrows (ChaseCategory *product, const ChasePresentation *c, const ChasePresentation *d)
{
  guint32 n = chase_presentation_n_objects (d);
  guint32 m = chase_presentation_n_arrows (d);
  guint32 offset = chase_presentation_n_arrows (c) * n;

  for (guint32 f = 0; f < chase_presentation_n_arrows (c); f++)
    for (guint32 j = 0; j < n; j++)
      {
        const ChaseArrow *a = chase_presentation_arrow (c, f);

        add_product_arrow (
            product, a, a->source * n + j, a->target * n + j,
            a->inverse != NOWHERE ? a->inverse * n + j : NOWHERE,
            g_strdup_printf ("(%s, id(%s))", a->name, chase_presentation_object_name (d, j)));
      }
  for (guint32 i = 0; i < chase_presentation_n_objects (c); i++)
    for (guint32 g = 0; g < m; g++)
      {
        const ChaseArrow *a = chase_presentation_arrow (d, g);

        add_product_arrow (
            product, a, i * n + a->source, i * n + a->target,
            a->inverse != NOWHERE ? offset + i * m + a->inverse : NOWHERE,
            g_strdup_printf ("(id(%s), %s)", chase_presentation_object_name (c, i), a->name));
      }
}

static void
add_copies (ChaseCategory *product, const ChasePresentation *part, guint32 copies,
            guint32 letter_step, guint32 letter_offset, guint32 copy_step, guint32 object_step,
            guint32 object_copy)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 e = 0; e < chase_presentation_n_equations (part); e++)
    for (guint32 k = 0; k < copies; k++)
      {
        const ChaseEquation *equation = chase_presentation_equation (part, e);
        const ChaseWord *sides[2] = { &equation->left, &equation->right };
        ChaseWord words[2];

        g_array_set_size (letters, equation->left.length + equation->right.length);
        words[0].letters = (const guint32 *)(gpointer)letters->data;
        words[0].length = equation->left.length;
        words[1].letters = words[0].letters + words[0].length;
        words[1].length = equation->right.length;
        for (guint s = 0, at = 0; s < 2; s++)
          for (guint32 i = 0; i < sides[s]->length; i++, at++)
            g_array_index (letters, guint32, at)
                = letter_offset + sides[s]->letters[i] * letter_step + k * copy_step;
        chase_presentation_add_equation (product->presentation,
                                         equation->source * object_step + k * object_copy, words[0],
                                         words[1], equation->name, equation->line);
      }
}

static void
add_interchange (ChaseCategory *product, const ChasePresentation *c, const ChasePresentation *d)
{
  guint32 n = chase_presentation_n_objects (d);
  guint32 m = chase_presentation_n_arrows (d);
  guint32 offset = chase_presentation_n_arrows (c) * n;

  for (guint32 f = 0; f < chase_presentation_n_arrows (c); f++)
    for (guint32 g = 0; g < m; g++)
      {
        const ChaseArrow *a = chase_presentation_arrow (c, f);
        const ChaseArrow *b = chase_presentation_arrow (d, g);
        guint32 left[2] = { f * n + b->source, offset + a->target * m + g };
        guint32 right[2] = { offset + a->source * m + g, f * n + b->target };
        ChaseWord one = { left, 2 };
        ChaseWord two = { right, 2 };

        /* The squares of formal inverses follow from those of their arrows. */
        if (!a->formal && !b->formal)
          chase_presentation_add_equation (product->presentation, a->source * n + b->source, one,
                                           two, NULL, 0);
      }
}

void
chase_category_fill_product (ChaseCategory *product, const ChasePresentation *c,
                             const ChasePresentation *d)
{
  add_product_objects (product, c, d);
  add_product_arrows (product, c, d);
  add_copies (product, c, d->objects->len, d->objects->len, 0, 1, d->objects->len, 1);
  add_copies (product, d, c->objects->len, 1, c->arrows->len * d->objects->len, d->arrows->len, 1,
              d->objects->len);
  add_interchange (product, c, d);
}

/* What (f, x) is when f is: idempotent only where it stays, and split epi only where what splits f
 * leads back to x. */
static ChaseProperty
property_above (const ChaseArrow *arrow, gboolean stays)
{
  guint properties = arrow->properties;

  if (!stays)
    properties &= ~(guint)CHASE_PROPERTY_IDEMPOTENT;
  if ((properties & CHASE_PROPERTY_SPLIT_EPI) != 0 && arrow->inverse == NOWHERE)
    properties = (properties & ~(guint)CHASE_PROPERTY_SPLIT_EPI) | CHASE_PROPERTY_EPI;
  return (ChaseProperty)properties;
}

static void
add_element_arrow (ChaseCategory *category, const ChaseArrow *arrow, const ChaseSets *sets,
                   ChaseName *const *names, guint32 f, guint32 x)
{
  gsize letter = sets->offsets[f] + x;
  g_autofree char *text
      = g_strdup_printf ("(%s, %s)", arrow->name, names[sets->first[arrow->source] + x]);
  ChaseArrow copy = *arrow;

  copy.name = chase_name_new (text);
  copy.source = (guint32)sets->first[arrow->source] + x;
  copy.target = (guint32)sets->first[arrow->target] + sets->functions[letter];
  copy.properties = property_above (arrow, copy.source == copy.target);
  if (arrow->inverse != NOWHERE)
    copy.inverse = (guint32)sets->offsets[arrow->inverse] + sets->functions[letter];
  g_array_append_val (category->presentation->arrows, copy);
}

static void
lift (const ChaseSets *sets, ChaseWord word, guint32 x, guint32 *letters)
{
  for (guint32 i = 0; i < word.length; i++)
    {
      letters[i] = (guint32)sets->offsets[word.letters[i]] + x;
      x = sets->functions[letters[i]];
    }
}

static void
add_element_equations (ChaseCategory *category, const ChasePresentation *c, const ChaseSets *sets)
{
  for (guint32 e = 0; e < chase_presentation_n_equations (c); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (c, e);
      g_autofree guint32 *left = g_new (guint32, equation->left.length + 1);
      g_autofree guint32 *right = g_new (guint32, equation->right.length + 1);
      ChaseWord one = { left, equation->left.length };
      ChaseWord two = { right, equation->right.length };

      for (guint32 x = 0; x < sets->sizes[equation->source]; x++)
        {
          guint32 source = (guint32)sets->first[equation->source] + x;
          guint32 end, other;

          lift (sets, equation->left, x, left);
          lift (sets, equation->right, x, right);
          /* Where the functor breaks its law there is nothing to say. */
          if (chase_presentation_path_target (category->presentation, source, one, &end)
              && chase_presentation_path_target (category->presentation, source, two, &other)
              && end == other)
            chase_presentation_add_equation (category->presentation, source, one, two,
                                             equation->name, equation->line);
        }
    }
}

/* An idempotent f that moves x makes (f, f(x)) . (f, x) the same as (f, x), which no property of
 * the arrows over it says. */
static void
add_moved_idempotents (ChaseCategory *category, const ChasePresentation *c, const ChaseSets *sets)
{
  for (guint32 f = 0; f < sets->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (c, f);
      guint32 first = (guint32)sets->offsets[f];

      if ((arrow->properties & CHASE_PROPERTY_IDEMPOTENT) == 0)
        continue;
      for (guint32 x = 0; x < sets->sizes[arrow->source]; x++)
        {
          guint32 image = sets->functions[first + x];
          guint32 letters[2] = { first + x, first + image };

          if (image != x && sets->functions[first + image] == image)
            chase_presentation_add_equation (
                category->presentation, (guint32)sets->first[arrow->source] + x,
                (ChaseWord){ letters, 2 }, (ChaseWord){ letters, 1 }, NULL, 0);
        }
    }
}

static void
add_elements (ChaseCategory *category, const ChaseFunctor *functor, ChaseName *const *names)
{
  const ChasePresentation *c = functor->source->presentation;
  const ChaseSets *sets = functor->sets;

  for (guint32 i = 0; i < sets->n_objects; i++)
    for (guint32 x = 0; x < sets->sizes[i]; x++)
      {
        const ChaseName *element = names[sets->first[i] + x];
        g_autofree char *text
            = g_strdup_printf ("(%s, %s)", chase_presentation_object_name (c, i), element);
        g_autoptr (ChaseName) name = chase_name_new (category->slice ? element : text);

        /* The two ends of a morphism of a slice differ, so their names do. */
        if (!category->slice || !chase_category_add_object (category, name))
          chase_presentation_add_object (category->presentation, name);
      }
}

void
chase_category_fill_elements (ChaseCategory *category, const ChaseFunctor *functor)
{
  const ChasePresentation *c = functor->source->presentation;
  /* What follows by cancelling an epi need not follow over an element that it does not reach. */
  const ChasePresentation *equations
      = chase_presentation_by_equations (functor->source->presentation);
  const ChaseSets *sets = functor->sets;
  g_autoptr (GPtrArray) own = category->slice ? chase_slice_names (category) : NULL;
  ChaseName *const *names = own != NULL ? (ChaseName *const *)own->pdata : sets->names;

  add_elements (category, functor, names);
  for (guint32 f = 0; f < sets->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (c, f);

      for (guint32 x = 0; x < sets->sizes[arrow->source]; x++)
        add_element_arrow (category, arrow, sets, names, f, x);
    }
  add_element_equations (category, equations != NULL ? equations : c, sets);
  add_moved_idempotents (category, c, sets);
}
