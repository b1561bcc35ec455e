/* SPDX-License-Identifier: MIT */
#include "evidence/demands.h"

#include <string.h>

#define NOWHERE G_MAXUINT32

static void
law_free (gpointer data)
{
  ChaseDemand *law = data;

  g_array_unref (law->left);
  g_array_unref (law->right);
  g_free (law);
}

ChaseDemands *
chase_demands_new (void)
{
  ChaseDemands *laws = g_new0 (ChaseDemands, 1);

  laws->list = g_ptr_array_new_with_free_func (law_free);
  return laws;
}

void
chase_demands_free (ChaseDemands *laws)
{
  if (laws == NULL)
    return;
  g_ptr_array_unref (laws->list);
  g_free (laws);
}

ChaseWord
chase_demand_word (const GArray *letters)
{
  return (ChaseWord){ (const guint32 *)(gpointer)letters->data, letters->len };
}

static ChaseDemand *
add (ChaseDemands *laws)
{
  ChaseDemand *law = g_new0 (ChaseDemand, 1);

  law->left = g_array_new (FALSE, FALSE, sizeof (guint32));
  law->right = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_ptr_array_add (laws->list, law);
  return law;
}

ChaseDemand *
chase_demands_add_paths (ChaseDemands *laws, ChasePresentation *presentation, guint32 source)
{
  ChaseDemand *law = add (laws);

  law->presentation = presentation;
  law->source = source;
  return law;
}

ChaseDemand *
chase_demands_add_functions (ChaseDemands *laws, const ChaseSets *from, guint32 a,
                             const ChaseSets *to, guint32 b)
{
  ChaseDemand *law = add (laws);

  law->domain = from->names + from->first[a];
  law->codomain = to->names + to->first[b];
  return law;
}

static void
append (GArray *out, ChaseWord word)
{
  g_array_append_vals (out, word.letters, word.length);
}

/* Functors. The values are given in one of three ways, and a path has an image by each. */

typedef struct
{
  ChaseDemands *laws;
  const ChasePresentation *source;
  const ChaseFunctor *functor; /* NULL where only sets are known */
  const ChaseSets *sets;       /* NULL unless the target is Set */
} Reading;

static void
apply (const Reading *reading, guint32 a, ChaseWord word, GArray *out)
{
  const ChaseSets *sets = reading->sets;

  for (guint32 x = 0; x < sets->sizes[a]; x++)
    {
      guint32 y = x;

      for (guint32 i = 0; i < word.length && y != NOWHERE; i++)
        y = sets->functions[sets->offsets[word.letters[i]] + y];
      g_array_append_val (out, y);
    }
}

static void
add_in_sets (const Reading *reading, guint32 a, guint32 b, ChaseWord left, ChaseWord right)
{
  ChaseDemand *law
      = chase_demands_add_functions (reading->laws, reading->sets, a, reading->sets, b);

  apply (reading, a, left, law->left);
  apply (reading, a, right, law->right);
}

static void
add_in_words (const Reading *reading, guint32 a, ChaseWord left, ChaseWord right)
{
  ChaseDemand *law = chase_demands_add_paths (reading->laws, reading->functor->target->presentation,
                                              reading->functor->objects[a]);

  if (chase_functor_map (reading->functor, left, law->left)
      && chase_functor_map (reading->functor, right, law->right))
    return;
  reading->laws->unsure = TRUE;
  g_ptr_array_set_size (reading->laws->list, (gint)reading->laws->list->len - 1);
}

/* What the transformations of @word, one after the other, are at the object @at. */
static void
compose_at (const Reading *reading, const ChaseFunctor *begin, ChaseWord word, guint32 at,
            GArray *out)
{
  for (guint32 i = 0; i < word.length && begin->form != CHASE_FUNCTOR_SETS; i++)
    append (out, reading->functor->transformations[word.letters[i]]->words[at]);
  for (guint32 x = 0; begin->form == CHASE_FUNCTOR_SETS && x < begin->sets->sizes[at]; x++)
    {
      guint32 y = x;

      for (guint32 i = 0; i < word.length && y != NOWHERE; i++)
        {
          const ChaseTransformation *alpha = reading->functor->transformations[word.letters[i]];

          y = alpha->functions[alpha->offsets[at] + y];
        }
      g_array_append_val (out, y);
    }
}

static void
add_in_functors (const Reading *reading, guint32 a, guint32 b, ChaseWord left, ChaseWord right)
{
  const ChaseFunctor *begin = reading->functor->functors[a];
  const ChaseFunctor *end = reading->functor->functors[b];
  const ChaseCategory *target = reading->functor->target;

  for (guint32 at = 0; at < chase_presentation_n_objects (target->parts[0]->presentation); at++)
    {
      ChaseDemand *law
          = begin->form == CHASE_FUNCTOR_SETS
                ? chase_demands_add_functions (reading->laws, begin->sets, at, end->sets, at)
                : chase_demands_add_paths (reading->laws, target->parts[1]->presentation,
                                           begin->objects[at]);

      compose_at (reading, begin, left, at, law->left);
      compose_at (reading, begin, right, at, law->right);
    }
}

static void
add_law (const Reading *reading, guint32 a, guint32 b, ChaseWord left, ChaseWord right)
{
  if (reading->sets != NULL)
    add_in_sets (reading, a, b, left, right);
  else if (reading->functor->form == CHASE_FUNCTOR_WORDS)
    add_in_words (reading, a, left, right);
  else
    add_in_functors (reading, a, b, left, right);
}

/* Declared properties. In sets it can be seen whether an image has them; elsewhere they are known
 * only of paths of arrows that are declared so. What cancels matters where equations are given. */

static guint
image_properties (const ChaseSets *sets, const ChaseArrow *arrow, guint32 f)
{
  guint32 n = sets->sizes[arrow->source], m = sets->sizes[arrow->target];
  g_autofree guint *times = g_new0 (guint, m + 1);
  gboolean mono = TRUE, epi = TRUE;
  guint kept = 0;

  for (guint32 x = 0; x < n; x++)
    if (sets->functions[sets->offsets[f] + x] < m)
      times[sets->functions[sets->offsets[f] + x]]++;
    else
      mono = FALSE;
  for (guint32 y = 0; y < m; y++)
    {
      mono = mono && times[y] <= 1;
      epi = epi && times[y] >= 1;
    }
  if (mono)
    kept |= CHASE_PROPERTY_MONO | (n > 0 || m == 0 ? CHASE_PROPERTY_SPLIT_MONO : 0);
  if (epi)
    kept |= CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI;
  return kept | (mono && epi ? CHASE_PROPERTY_ISO : 0);
}

static gboolean
all_letters (const ChaseFunctor *functor, guint32 f, guint wanted)
{
  const ChasePresentation *d = functor->target->presentation;
  ChaseWord word = functor->words[f];
  gboolean all = TRUE;

  for (guint32 i = 0; i < word.length; i++)
    {
      const ChaseArrow *letter = chase_presentation_arrow (d, word.letters[i]);

      all = all && ((letter->properties & wanted) != 0 || letter->inverse != NOWHERE);
    }
  return all;
}

static guint
word_properties (const ChaseFunctor *functor, guint32 f, const ChaseArrow *arrow)
{
  const guint split_mono = CHASE_PROPERTY_SPLIT_MONO | CHASE_PROPERTY_ISO;
  const guint split_epi = CHASE_PROPERTY_SPLIT_EPI | CHASE_PROPERTY_ISO;
  guint kept = 0;

  if (arrow->inverse != NOWHERE && functor->words[arrow->inverse].length != NOWHERE)
    kept |= CHASE_PROPERTY_ISO;
  if (all_letters (functor, f, split_mono))
    kept |= CHASE_PROPERTY_SPLIT_MONO;
  if (all_letters (functor, f, split_epi))
    kept |= CHASE_PROPERTY_SPLIT_EPI;
  if (all_letters (functor, f, split_mono | CHASE_PROPERTY_MONO))
    kept |= CHASE_PROPERTY_MONO;
  if (all_letters (functor, f, split_epi | CHASE_PROPERTY_EPI))
    kept |= CHASE_PROPERTY_EPI;
  return kept;
}

/* Do the letters of one path undo those of the other, one by one? */
static gboolean
undoes (const ChaseFunctor *functor, guint32 f, guint32 inverse)
{
  ChaseWord there = functor->words[f];
  ChaseWord back = functor->words[inverse];

  if (back.length == NOWHERE)
    return TRUE; /* it is unsure already */
  for (guint32 i = 0; i < there.length && there.length == back.length; i++)
    if (chase_presentation_arrow (functor->target->presentation, there.letters[i])->inverse
        != back.letters[back.length - 1 - i])
      return FALSE;
  return there.length == back.length;
}

static void
add_inverse (const Reading *reading, guint32 f, const ChaseArrow *arrow)
{
  guint32 there[2] = { f, arrow->inverse };
  guint32 back[2] = { arrow->inverse, f };
  const ChaseWord none = { NULL, 0 };

  if (reading->sets == NULL
      && (reading->functor->form != CHASE_FUNCTOR_WORDS
          || undoes (reading->functor, f, arrow->inverse)))
    return;
  add_law (reading, arrow->source, arrow->source, (ChaseWord){ there, 2 }, none);
  add_law (reading, arrow->target, arrow->target, (ChaseWord){ back, 2 }, none);
}

static void
read_arrow (const Reading *reading, guint32 f, gboolean cancels)
{
  const guint splits = CHASE_PROPERTY_ISO | CHASE_PROPERTY_SPLIT_MONO | CHASE_PROPERTY_SPLIT_EPI;
  const ChaseArrow *arrow = chase_presentation_arrow (reading->source, f);
  guint cancelling = cancels ? CHASE_PROPERTY_MONO | CHASE_PROPERTY_EPI : 0;
  guint twice[2] = { f, f };
  guint lost = 0;

  if (reading->sets != NULL)
    lost = arrow->properties & ~image_properties (reading->sets, arrow, f);
  else if (reading->functor->form == CHASE_FUNCTOR_WORDS)
    lost = arrow->properties & ~word_properties (reading->functor, f, arrow);
  else
    {
      lost = arrow->properties;
      cancelling = CHASE_PROPERTY_MONO | CHASE_PROPERTY_EPI;
    }
  if (reading->sets != NULL && (lost & splits) != 0 && reading->laws->broken == NULL)
    {
      reading->laws->broken = arrow->name;
      reading->laws->lost = lost & splits;
    }
  if ((lost & (cancelling | (reading->sets == NULL ? splits : 0))) != 0)
    reading->laws->unsure = TRUE;
  if ((arrow->properties & CHASE_PROPERTY_IDEMPOTENT) != 0)
    add_law (reading, arrow->source, arrow->target, (ChaseWord){ twice, 2 },
             (ChaseWord){ twice, 1 });
  if (arrow->inverse != NOWHERE)
    add_inverse (reading, f, arrow);
}

static gboolean
equations_matter (const ChasePresentation *p)
{
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if ((chase_presentation_arrow (p, f)->properties & CHASE_PROPERTY_IDEMPOTENT) != 0)
      return TRUE;
  return chase_presentation_n_equations (p) > 0;
}

static ChaseDemands *
read_all (Reading *reading)
{
  const ChasePresentation *p = reading->source;
  gboolean cancels = equations_matter (p);

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (!chase_presentation_arrow (p, f)->formal
        && chase_presentation_arrow (p, f)->properties != 0)
      read_arrow (reading, f, cancels);
  for (guint32 e = 0; e < chase_presentation_n_equations (p); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (p, e);

      add_law (reading, equation->source, equation->target, equation->left, equation->right);
    }
  return reading->laws;
}

/* Are the transformations that @functor has as values known, and of one form? */
static gboolean
is_written_out (const ChaseFunctor *functor)
{
  const ChaseTransformation *first = NULL;

  for (guint32 f = 0; f < chase_presentation_n_arrows (functor->source->presentation); f++)
    {
      const ChaseTransformation *alpha = functor->transformations[f];

      first = first != NULL ? first : alpha;
      if (alpha == NULL || alpha->form == CHASE_TRANSFORMATION_TERM || alpha->form != first->form)
        return FALSE;
    }
  return functor->target->parts[0]->presentation != NULL;
}

ChaseDemands *
chase_demands_of_functor (const ChaseFunctor *functor)
{
  Reading reading = { chase_demands_new (), functor->source->presentation, functor, NULL };

  if (functor->form == CHASE_FUNCTOR_SETS)
    reading.sets = functor->sets;
  if (functor->form != CHASE_FUNCTOR_TERM
      && (functor->form != CHASE_FUNCTOR_TABLES || is_written_out (functor)))
    return read_all (&reading);
  reading.laws->unsure = TRUE;
  return reading.laws;
}

ChaseDemands *
chase_demands_of_sets (const ChaseSets *sets, const ChasePresentation *source)
{
  Reading reading = { chase_demands_new (), source, NULL, sets };

  return read_all (&reading);
}

gboolean
chase_demands_are_evident (const ChaseDemands *laws)
{
  for (guint i = 0; i < laws->list->len; i++)
    {
      const ChaseDemand *law = g_ptr_array_index (laws->list, i);

      if (law->left->len != law->right->len
          || (law->left->len > 0
              && memcmp (law->left->data, law->right->data, law->left->len * sizeof (guint32))
                     != 0))
        return FALSE;
    }
  return laws->broken == NULL && !laws->unsure;
}

gboolean
chase_demands_of_sets_hold (const ChaseSets *sets, const ChasePresentation *source)
{
  g_autoptr (ChaseDemands) laws = chase_demands_of_sets (sets, source);

  return chase_demands_are_evident (laws);
}
