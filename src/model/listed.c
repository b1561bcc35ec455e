/* SPDX-License-Identifier: MIT */
#include "model/listed.h"

#include "model/by-equations.h"
#include "model/laws.h"
#include "model/theory-private.h"

/* Elements and values of one functor; more are not listed. */
#define MAX_VALUES 20000000

void
chase_listed_sets_free (ChaseSets *sets)
{
  chase_sets_free (sets);
}

/* Hom functors. */

static ChaseName *
name_of (const ChaseEnumerated *enumerated, guint32 morphism, gboolean turned)
{
  ChaseWord word = chase_enumerated_word (enumerated, morphism);
  g_autoptr (GString) text = g_string_new (NULL);

  if (word.length == 0)
    g_string_append_printf (text, "id(%s)",
                            chase_presentation_object_name (enumerated->presentation,
                                                            enumerated->finite->source[morphism]));
  for (guint32 i = 0; i < word.length; i++)
    {
      guint32 letter = word.letters[turned ? i : word.length - 1 - i];

      g_string_append_printf (text, "%s%s", i > 0 ? " . " : "",
                              chase_presentation_arrow (enumerated->presentation, letter)->name);
    }
  return chase_name_new (text->str);
}

guint32
chase_enumerated_position (const ChaseEnumerated *enumerated, guint32 morphism)
{
  const ChaseFinite *c = enumerated->finite;
  guint32 position = 0;

  for (guint32 f = 0; f < morphism; f++)
    position += c->source[f] == c->source[morphism] && c->target[f] == c->target[morphism];
  return position;
}

static guint32 *
positions_from (const ChaseFinite *c, guint32 object, guint32 *sizes)
{
  guint32 n = chase_finite_n_morphisms (c);
  guint32 *position = g_new (guint32, n + 1);

  for (guint32 f = 0; f < n; f++)
    position[f] = c->source[f] == object ? sizes[c->target[f]]++ : NOWHERE;
  return position;
}

ChaseSets *
chase_enumerated_hom (const ChaseEnumerated *enumerated, guint32 object, gboolean turned)
{
  const ChaseFinite *c = enumerated->finite;
  const ChasePresentation *p = enumerated->presentation;
  g_autofree guint32 *sizes = g_new0 (guint32, c->n_objects + 1);
  g_autofree guint32 *position = positions_from (c, object, sizes);
  ChaseSets *sets = chase_sets_new (p, sizes);

  for (guint32 m = 0; m < chase_finite_n_morphisms (c); m++)
    if (position[m] != NOWHERE)
      sets->names[sets->first[c->target[m]] + position[m]] = name_of (enumerated, m, turned);
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    for (guint32 m = 0; m < chase_finite_n_morphisms (c); m++)
      if (position[m] != NOWHERE && c->target[m] == chase_presentation_arrow (p, f)->source)
        sets->functions[sets->offsets[f] + position[m]]
            = position[chase_finite_compose (c, m, enumerated->generators[f])];
  return sets;
}

static ChaseSets *
list_hom (const ChaseFunctor *functor, ChaseEnumerate enumerate, gpointer data)
{
  const ChaseEnumerated *all;

  if (functor->object == NOWHERE)
    return NULL;
  all = enumerate (functor->source, data);
  return all != NULL ? chase_enumerated_hom (all, functor->object, !functor->covariant_hom) : NULL;
}

/* Composites. */

static guint64
composite_size (const ChaseFunctor *first, const ChaseSets *from)
{
  const ChasePresentation *p = first->source->presentation;
  guint64 total = 0;

  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    total += from->sizes[first->objects[i]];
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    total += from->sizes[first->objects[chase_presentation_arrow (p, f)->source]];
  return total;
}

static guint32
follow (const ChaseSets *sets, ChaseWord word, guint32 x)
{
  for (guint32 i = 0; i < word.length && x != NOWHERE; i++)
    x = sets->functions[sets->offsets[word.letters[i]] + x];
  return x;
}

static ChaseSets *
pull_back (const ChaseFunctor *first, const ChaseSets *from)
{
  const ChasePresentation *p = first->source->presentation;
  guint32 n = chase_presentation_n_objects (p);
  g_autofree guint32 *sizes = g_new0 (guint32, n + 1);
  ChaseSets *made;

  for (guint32 i = 0; i < n; i++)
    sizes[i] = from->sizes[first->objects[i]];
  made = chase_sets_new (p, sizes);
  for (guint32 i = 0; i < n; i++)
    for (guint32 x = 0; x < sizes[i]; x++)
      made->names[made->first[i] + x]
          = chase_name_ref (from->names[from->first[first->objects[i]] + x]);
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    for (guint32 x = 0; x < sizes[chase_presentation_arrow (p, f)->source]; x++)
      if (first->words[f].length != NOWHERE)
        made->functions[made->offsets[f] + x] = follow (from, first->words[f], x);
  chase_sets_invert_formal (made, p);
  return made;
}

ChaseSets *
chase_sets_copy (const ChaseSets *sets, const ChasePresentation *p)
{
  ChaseSets *copy = chase_sets_new (p, sets->sizes);

  for (gsize i = 0; i < sets->first[sets->n_objects]; i++)
    copy->names[i] = chase_name_ref (sets->names[i]);
  for (gsize i = 0; i < sets->offsets[sets->n_arrows]; i++)
    copy->functions[i] = sets->functions[i];
  return copy;
}

static ChaseSets *
list_composite (const ChaseFunctor *functor, ChaseEnumerate enumerate, gpointer data)
{
  const ChaseFunctor *first = functor->operands[1];
  g_autoptr (ChaseSets) from = NULL;

  if (first == NULL || first->form != CHASE_FUNCTOR_WORDS)
    return NULL;
  from = chase_functor_list (functor->operands[0], enumerate, data);
  if (from == NULL || composite_size (first, from) > MAX_VALUES)
    return NULL;
  return pull_back (first, from);
}

static ChaseSets *
list_values (const ChaseFunctor *functor, ChaseEnumerate enumerate, gpointer data)
{
  if (functor->form == CHASE_FUNCTOR_SETS)
    return chase_sets_copy (functor->sets, functor->source->presentation);
  if (functor->form != CHASE_FUNCTOR_TERM)
    return NULL;
  switch ((ChaseTermKind)functor->term->kind)
    {
    case CHASE_TERM_HOM:
      return list_hom (functor, enumerate, data);
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
    case CHASE_TERM_FORGET:
      return list_composite (functor, enumerate, data);
    default:
      return NULL;
    }
}

ChaseSets *
chase_functor_list (const ChaseFunctor *functor, ChaseEnumerate enumerate, gpointer data)
{
  g_autoptr (ChaseSets) sets = NULL;

  if (functor->target->kind != CHASE_CATEGORY_SETS
      || functor->source->kind != CHASE_CATEGORY_PRESENTED)
    return NULL;
  sets = list_values (functor, enumerate, data);
  if (sets == NULL || !chase_functor_keeps (functor, sets))
    return NULL;
  return g_steal_pointer (&sets);
}

/* Laws. */

static gboolean
is_total (const ChaseSets *sets, const ChasePresentation *p)
{
  for (guint32 f = 0; f < sets->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      for (guint32 x = 0; x < sets->sizes[arrow->source]; x++)
        if (sets->functions[sets->offsets[f] + x] >= sets->sizes[arrow->target])
          return FALSE;
    }
  return TRUE;
}

static gboolean
same_function (const ChaseSets *sets, guint32 source, ChaseWord left, ChaseWord right)
{
  for (guint32 x = 0; x < sets->sizes[source]; x++)
    if (follow (sets, left, x) != follow (sets, right, x))
      return FALSE;
  return TRUE;
}

/* Declared monos must be injective and declared epis surjective. */
static gboolean
keeps_cancelling (const ChaseSets *sets, const ChaseArrow *arrow, guint32 f)
{
  guint32 n = sets->sizes[arrow->source];
  guint32 m = sets->sizes[arrow->target];
  g_autofree gboolean *hit = g_new0 (gboolean, m + 1);
  guint32 count = 0;

  for (guint32 x = 0; x < n; x++)
    {
      guint32 y = sets->functions[sets->offsets[f] + x];

      count += !hit[y];
      hit[y] = TRUE;
    }
  if ((arrow->properties & (CHASE_PROPERTY_MONO | CHASE_PROPERTY_SPLIT_MONO)) != 0 && count < n)
    return FALSE;
  /* Nothing leads back from a set to the empty one. */
  if ((arrow->properties & CHASE_PROPERTY_SPLIT_MONO) != 0 && n == 0 && m > 0)
    return FALSE;
  return (arrow->properties & (CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI)) == 0 || count == m;
}

static gboolean
keeps_declared (const ChaseSets *sets, const ChasePresentation *p, guint32 f)
{
  const ChaseArrow *arrow = chase_presentation_arrow (p, f);
  guint32 there[2] = { f, arrow->inverse };
  guint32 twice[2] = { f, f };
  ChaseWord nothing = { NULL, 0 };

  if (arrow->inverse != NOWHERE
      && !same_function (sets, arrow->source, (ChaseWord){ there, 2 }, nothing))
    return FALSE;
  if ((arrow->properties & CHASE_PROPERTY_IDEMPOTENT) != 0
      && !same_function (sets, arrow->source, (ChaseWord){ twice, 2 }, (ChaseWord){ twice, 1 }))
    return FALSE;
  return keeps_cancelling (sets, arrow, f);
}

gboolean
chase_sets_keep (const ChaseSets *sets, const ChasePresentation *presentation)
{
  if (!is_total (sets, presentation))
    return FALSE;
  for (guint32 f = 0; f < sets->n_arrows; f++)
    if (!keeps_declared (sets, presentation, f))
      return FALSE;
  for (guint32 e = 0; e < chase_presentation_n_equations (presentation); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (presentation, e);

      if (!same_function (sets, equation->source, equation->left, equation->right))
        return FALSE;
    }
  return TRUE;
}

gboolean
chase_functor_keeps (const ChaseFunctor *functor, const ChaseSets *sets)
{
  ChasePresentation *p = functor->source->presentation;
  guint kind = functor->term != NULL ? functor->term->kind : CHASE_TERM_NAME;
  gboolean made = kind == CHASE_TERM_HOM || kind == CHASE_TERM_FREE || kind == CHASE_TERM_COFREE;
  const ChasePresentation *said = made ? chase_presentation_by_equations (p) : NULL;

  return chase_sets_keep (sets, said != NULL ? said : p);
}

gboolean
chase_words_keep (const ChaseFunctor *functor, const ChaseEnumerated *target)
{
  g_autoptr (ChaseLawList) list = NULL;

  if (functor->form != CHASE_FUNCTOR_WORDS)
    return FALSE;
  list = chase_functor_laws (functor);
  if (list->broken != NOWHERE || list->obstacle != NULL)
    return FALSE;
  for (guint i = 0; i < list->claims->len; i++)
    {
      const ChaseLawClaim *claim = g_ptr_array_index (list->claims, i);
      ChaseWord left = { (const guint32 *)(gpointer)claim->left->data, claim->left->len };
      ChaseWord right = { (const guint32 *)(gpointer)claim->right->data, claim->right->len };

      if (chase_enumerated_value (target, claim->source, left)
          != chase_enumerated_value (target, claim->source, right))
        return FALSE;
    }
  return TRUE;
}
