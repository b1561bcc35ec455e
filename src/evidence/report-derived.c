/* SPDX-License-Identifier: MIT */
#include "evidence/cancelled.h"
#include "evidence/report-private.h"
#include "model/by-equations.h"

/* Opposites, products and categories of elements, whose generators and equations the theory has put
 * together by itself: each is compared with what the definition says. */

#define NOWHERE G_MAXUINT32
#define MAX_ROWS 1000000

static gboolean
is_arrow (const ChasePresentation *p, guint32 f, guint32 source, guint32 target, guint32 inverse,
          const ChaseArrow *like, ChaseProperty properties)
{
  const ChaseArrow *arrow;

  if (f >= chase_presentation_n_arrows (p))
    return FALSE;
  arrow = chase_presentation_arrow (p, f);
  return arrow->source == source && arrow->target == target && arrow->inverse == inverse
         && arrow->formal == like->formal && arrow->properties == properties;
}

/* The letter number @i of a path where it has become one of another category; asked for in order.
 */
typedef guint32 (*Letter) (gpointer data, ChaseWord word, guint32 i);

static gboolean
is_word (ChaseWord made, ChaseWord word, Letter letter, gpointer data)
{
  if (made.length != word.length)
    return FALSE;
  for (guint32 i = 0; i < word.length; i++)
    if (made.letters[i] != letter (data, word, i))
      return FALSE;
  return TRUE;
}

/* Is the equation number *@next of @p what @said becomes, from @source on? Goes on to the next. */
static gboolean
is_equation (const ChasePresentation *p, guint32 *next, guint32 source, const ChaseEquation *said,
             Letter letter, gpointer data)
{
  const ChaseEquation *made;

  if (*next >= chase_presentation_n_equations (p))
    return FALSE;
  made = chase_presentation_equation (p, (*next)++);
  return made->source == source && is_word (made->left, said->left, letter, data)
         && is_word (made->right, said->right, letter, data);
}

/* Opposites. */

static guint32
letter_from_end (gpointer data, ChaseWord word, guint32 i)
{
  return word.letters[word.length - 1 - i];
}

static ChaseProperty
turned (ChaseProperty said)
{
  static const ChaseProperty pairs[][2] = {
    { CHASE_PROPERTY_MONO, CHASE_PROPERTY_EPI },
    { CHASE_PROPERTY_SPLIT_MONO, CHASE_PROPERTY_SPLIT_EPI },
  };
  guint made = said;

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      made &= ~(guint)(pairs[i][0] | pairs[i][1]);
      made |= (said & pairs[i][0]) != 0 ? pairs[i][1] : 0;
      made |= (said & pairs[i][1]) != 0 ? pairs[i][0] : 0;
    }
  return (ChaseProperty)made;
}

static gboolean
is_opposite (const ChasePresentation *p, const ChasePresentation *of)
{
  guint32 next = 0;

  if (chase_presentation_n_objects (p) != chase_presentation_n_objects (of)
      || chase_presentation_n_arrows (p) != chase_presentation_n_arrows (of)
      || chase_presentation_n_equations (p) != chase_presentation_n_equations (of))
    return FALSE;
  for (guint32 f = 0; f < chase_presentation_n_arrows (of); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (of, f);

      if (!is_arrow (p, f, arrow->target, arrow->source, arrow->inverse, arrow,
                     turned (arrow->properties)))
        return FALSE;
    }
  for (guint32 e = 0; e < chase_presentation_n_equations (of); e++)
    {
      const ChaseEquation *said = chase_presentation_equation (of, e);

      if (!is_equation (p, &next, said->target, said, letter_from_end, NULL))
        return FALSE;
    }
  return TRUE;
}

/* Products: the arrows are (f, id), f by f, then (id, g), object by object. */

typedef struct
{
  const ChasePresentation *p, *c, *d;
  guint32 n, m;   /* objects and arrows of d */
  guint32 second; /* the first (id, g) */
  guint32 at;     /* the object that stays */
} Product;

static guint32
letter_beside (gpointer data, ChaseWord word, guint32 i)
{
  const Product *product = data;

  return word.letters[i] * product->n + product->at;
}

static guint32
letter_behind (gpointer data, ChaseWord word, guint32 i)
{
  const Product *product = data;

  return product->second + product->at * product->m + word.letters[i];
}

static gboolean
has_product_arrows (const Product *product)
{
  const ChasePresentation *c = product->c, *d = product->d;
  guint32 n = product->n;

  for (guint32 f = 0; f < chase_presentation_n_arrows (c); f++)
    for (guint32 j = 0; j < n; j++)
      {
        const ChaseArrow *a = chase_presentation_arrow (c, f);
        guint32 back = a->inverse == NOWHERE ? NOWHERE : a->inverse * n + j;

        if (!is_arrow (product->p, f * n + j, a->source * n + j, a->target * n + j, back, a,
                       a->properties))
          return FALSE;
      }
  for (guint32 i = 0; i < chase_presentation_n_objects (c); i++)
    for (guint32 g = 0; g < product->m; g++)
      {
        const ChaseArrow *a = chase_presentation_arrow (d, g);
        guint32 first = product->second + i * product->m;
        guint32 back = a->inverse == NOWHERE ? NOWHERE : first + a->inverse;

        if (!is_arrow (product->p, first + g, i * n + a->source, i * n + a->target, back, a,
                       a->properties))
          return FALSE;
      }
  return chase_presentation_n_arrows (product->p)
         == product->second + chase_presentation_n_objects (c) * product->m;
}

/* (f, id) and then (id, g) is (id, g) and then (f, id). */
static gboolean
is_interchange (const Product *product, guint32 f, guint32 g, guint32 *next)
{
  const ChaseArrow *a = chase_presentation_arrow (product->c, f);
  const ChaseArrow *b = chase_presentation_arrow (product->d, g);
  const ChaseEquation *made;

  if (*next >= chase_presentation_n_equations (product->p))
    return FALSE;
  made = chase_presentation_equation (product->p, (*next)++);
  return made->source == a->source * product->n + b->source && made->left.length == 2
         && made->right.length == 2 && made->left.letters[0] == f * product->n + b->source
         && made->left.letters[1] == product->second + a->target * product->m + g
         && made->right.letters[0] == product->second + a->source * product->m + g
         && made->right.letters[1] == f * product->n + b->target;
}

static gboolean
has_product_equations (Product *product)
{
  const ChasePresentation *c = product->c, *d = product->d;
  guint32 next = 0;

  for (guint32 e = 0; e < chase_presentation_n_equations (c); e++)
    for (product->at = 0; product->at < product->n; product->at++)
      {
        const ChaseEquation *said = chase_presentation_equation (c, e);

        if (!is_equation (product->p, &next, said->source * product->n + product->at, said,
                          letter_beside, product))
          return FALSE;
      }
  for (guint32 e = 0; e < chase_presentation_n_equations (d); e++)
    for (product->at = 0; product->at < chase_presentation_n_objects (c); product->at++)
      {
        const ChaseEquation *said = chase_presentation_equation (d, e);

        if (!is_equation (product->p, &next, product->at * product->n + said->source, said,
                          letter_behind, product))
          return FALSE;
      }
  for (guint32 f = 0; f < chase_presentation_n_arrows (c); f++)
    for (guint32 g = 0; g < product->m; g++)
      if (!chase_presentation_arrow (c, f)->formal && !chase_presentation_arrow (d, g)->formal
          && !is_interchange (product, f, g, &next))
        return FALSE;
  return next == chase_presentation_n_equations (product->p);
}

static gboolean
is_product (const ChasePresentation *p, const ChasePresentation *c, const ChasePresentation *d)
{
  Product product = { .p = p, .c = c, .d = d };

  product.n = chase_presentation_n_objects (d);
  product.m = chase_presentation_n_arrows (d);
  product.second = chase_presentation_n_arrows (c) * product.n;
  return chase_presentation_n_objects (p) == chase_presentation_n_objects (c) * product.n
         && has_product_arrows (&product) && has_product_equations (&product);
}

/* Categories of elements: an arrow (f, x) for every x at the source of f. */

typedef struct
{
  const ChaseSets *sets;
  guint32 x;   /* where the path starts */
  guint32 now; /* where it is */
} Lift;

static guint32
letter_above (gpointer data, ChaseWord word, guint32 i)
{
  Lift *lift = data;
  guint32 letter;

  if (i == 0)
    lift->now = lift->x;
  letter = (guint32)lift->sets->offsets[word.letters[i]] + lift->now;
  lift->now = lift->sets->functions[letter];
  return letter;
}

/* (f, x) is idempotent where f is and leaves x alone. What follows a split epi need not lead back
 * to x: that (f, x) is epi is all that is left. */
static ChaseProperty
above (const ChaseSets *sets, const ChaseArrow *a, guint32 f, guint32 x)
{
  guint properties = a->properties;

  if (sets->functions[sets->offsets[f] + x] != x)
    properties &= ~(guint)CHASE_PROPERTY_IDEMPOTENT;
  if (a->inverse == NOWHERE && (properties & CHASE_PROPERTY_SPLIT_EPI) != 0)
    {
      properties |= CHASE_PROPERTY_EPI;
      properties &= ~(guint)CHASE_PROPERTY_SPLIT_EPI;
    }
  return (ChaseProperty)properties;
}

static gboolean
is_above (const ChasePresentation *p, const ChaseSets *sets, const ChaseArrow *a, guint32 f,
          guint32 x)
{
  guint32 y = sets->functions[sets->offsets[f] + x];
  guint32 back
      = a->inverse == NOWHERE || y == NOWHERE ? NOWHERE : (guint32)sets->offsets[a->inverse] + y;

  return y < sets->sizes[a->target]
         && is_arrow (p, (guint32)sets->offsets[f] + x, (guint32)sets->first[a->source] + x,
                      (guint32)sets->first[a->target] + y, back, a, above (sets, a, f, x));
}

/* Are the equations from number *@next on those of the idempotent @f at what it moves? */
static gboolean
are_moved (const ChasePresentation *p, const ChaseSets *sets, const ChaseArrow *a, guint32 f,
           guint32 *next)
{
  guint32 offset = (guint32)sets->offsets[f];

  for (guint32 x = 0; x < sets->sizes[a->source]; x++)
    {
      guint32 y = sets->functions[offset + x];
      const ChaseEquation *made;

      if (y == x)
        continue;
      if (*next >= chase_presentation_n_equations (p))
        return FALSE;
      made = chase_presentation_equation (p, (*next)++);
      if (made->source != sets->first[a->source] + x || made->left.length != 2
          || made->right.length != 1 || made->left.letters[0] != offset + x
          || made->left.letters[1] != offset + y || made->right.letters[0] != offset + x)
        return FALSE;
    }
  return TRUE;
}

static gboolean
are_elements (const ChasePresentation *p, const ChaseFunctor *functor,
              const ChasePresentation *equations)
{
  const ChasePresentation *c = functor->source->presentation;
  const ChaseSets *sets = functor->sets;
  Lift lift = { .sets = sets };
  guint32 next = 0;

  if (chase_presentation_n_objects (p) != sets->first[sets->n_objects]
      || chase_presentation_n_arrows (p) != sets->offsets[sets->n_arrows])
    return FALSE;
  for (guint32 f = 0; f < sets->n_arrows; f++)
    {
      const ChaseArrow *a = chase_presentation_arrow (c, f);

      for (guint32 x = 0; x < sets->sizes[a->source]; x++)
        if (!is_above (p, sets, a, f, x))
          return FALSE;
    }
  for (guint32 e = 0; e < chase_presentation_n_equations (equations); e++)
    {
      const ChaseEquation *said = chase_presentation_equation (equations, e);

      for (lift.x = 0; lift.x < sets->sizes[said->source]; lift.x++)
        if (!is_equation (p, &next, (guint32)sets->first[said->source] + lift.x, said, letter_above,
                          &lift))
          return FALSE;
    }
  for (guint32 f = 0; f < sets->n_arrows; f++)
    {
      const ChaseArrow *a = chase_presentation_arrow (c, f);

      if ((a->properties & CHASE_PROPERTY_IDEMPOTENT) != 0 && !are_moved (p, sets, a, f, &next))
        return FALSE;
    }
  return next == chase_presentation_n_equations (p);
}

static gboolean
is_onto (const ChaseSets *sets, const ChaseArrow *a, guint32 f)
{
  g_autofree guint8 *hit = g_new0 (guint8, (gsize)sets->sizes[a->target] + 1);
  guint32 missing = sets->sizes[a->target];

  for (guint32 x = 0; x < sets->sizes[a->source]; x++)
    {
      guint32 y = sets->functions[sets->offsets[f] + x];

      missing -= y < sets->sizes[a->target] && !hit[y];
      hit[MIN (y, sets->sizes[a->target])] = TRUE;
    }
  return missing == 0;
}

/* Is there a declared epi over some element of whose end nothing lies that could be cancelled? */
static gboolean
misses_elements (const ChaseFunctor *functor)
{
  const ChasePresentation *c = functor->source->presentation;
  const guint epis = CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI;

  for (guint32 f = 0; f < functor->sets->n_arrows; f++)
    {
      const ChaseArrow *a = chase_presentation_arrow (c, f);

      if (a->inverse == NOWHERE && (a->properties & epis) != 0 && !is_onto (functor->sets, a, f))
        return TRUE;
    }
  return FALSE;
}

gboolean
chase_report_known_elements (const ChaseFunctor *functor, GError **error)
{
  ChasePresentation *c = functor->source->presentation;
  g_autoptr (ChasePresentation) own = NULL;

  if (functor->sets == NULL || c == NULL || !chase_declares_more (c)
      || chase_presentation_by_equations (c) != NULL || !misses_elements (functor))
    return TRUE;
  own = chase_cancelled (c, MAX_ROWS, NULL, error);
  if (own == NULL)
    return FALSE;
  return chase_presentation_n_equations (own) == chase_presentation_n_equations (c)
         || chase_refuse (error, "over %s more equations follow from what is declared",
                          functor->source->key);
}

/* The equations that are lifted: with what follows from what is declared, where that is known. */
static gboolean
verify_elements (const ChaseCategory *category, GError **error)
{
  const ChaseFunctor *functor = category->elements;
  ChasePresentation *c = functor->source->presentation;
  const ChasePresentation *said = chase_presentation_by_equations (c);
  const ChasePresentation *equations = said != NULL ? said : c;

  /* Of a functor that is none, equations are left out; nothing is said of it either. */
  if (!chase_demands_of_sets_hold (functor->sets, equations))
    return TRUE;
  if (equations != c && !chase_cancelled_are_said (c, equations, MAX_ROWS, error))
    return FALSE;
  return are_elements (category->presentation, functor, equations)
         || chase_refuse (error, "%s is another category", category->key);
}

gboolean
chase_report_derived (ChaseTheory *theory, const ChaseCategory *category, GError **error)
{
  const ChasePresentation *p = category->presentation;
  const ChaseCategory *opposite = NULL;
  gboolean good = TRUE;

  if (category->product)
    good = is_product (p, category->parts[0]->presentation, category->parts[1]->presentation);
  else if (category->opposite)
    opposite = chase_theory_opposite (theory, category);
  if (category->elements != NULL && category->parts[0] == category->elements->source
      && !verify_elements (category, error))
    return FALSE;
  if (opposite != NULL)
    good = good && is_opposite (p, opposite->presentation);
  return good || chase_refuse (error, "%s is another category", category->key);
}
