/* SPDX-License-Identifier: MIT */
#include "evidence/values.h"

#include "evidence/cancelled.h"
#include "evidence/demands.h"
#include "evidence/listing.h"

#include <string.h>

#define NOWHERE G_MAXUINT32
#define MAX_VALUES 20000000
#define MAX_ROWS 1000000

static guint32
follow (const ChaseSets *sets, ChaseWord word, guint32 x)
{
  for (guint32 i = 0; i < word.length && x != NOWHERE; i++)
    x = sets->functions[sets->offsets[word.letters[i]] + x];
  return x;
}

/* Hom functors. */

static ChaseName *
path_name (const ChaseEnumerated *all, guint32 m, gboolean turned)
{
  const ChasePresentation *p = all->presentation;
  ChaseWord word = chase_enumerated_word (all, m);
  g_autoptr (GString) text = g_string_new (NULL);

  if (word.length == 0)
    g_string_printf (text, "id(%s)", chase_presentation_object_name (p, all->finite->source[m]));
  for (guint32 i = 0; i < word.length; i++)
    {
      const char *letter = chase_presentation_arrow (p, word.letters[i])->name;

      /* "g . f": the last letter of a path comes first. */
      if (turned)
        g_string_append_printf (text, i == 0 ? "%s" : " . %s", letter);
      else
        {
          g_string_prepend (text, i == 0 ? "" : " . ");
          g_string_prepend (text, letter);
        }
    }
  return chase_name_new (text->str);
}

ChaseSets *
chase_values_hom (const ChaseEnumerated *all, guint32 object, gboolean turned)
{
  const ChaseFinite *c = all->finite;
  guint32 n = chase_finite_n_morphisms (c);
  g_autofree guint32 *sizes = g_new0 (guint32, c->n_objects + 1);
  g_autofree guint32 *place = g_new0 (guint32, n + 1);
  ChaseSets *sets;

  for (guint32 m = 0; m < n; m++)
    if (c->source[m] == object)
      place[m] = sizes[c->target[m]]++;
  sets = chase_sets_new (all->presentation, sizes);
  for (guint32 m = 0; m < n; m++)
    {
      guint32 at = c->target[m];

      if (c->source[m] != object)
        continue;
      sets->names[sets->first[at] + place[m]] = path_name (all, m, turned);
      for (guint32 f = 0; f < sets->n_arrows; f++)
        if (chase_presentation_arrow (all->presentation, f)->source == at)
          sets->functions[sets->offsets[f] + place[m]]
              = place[chase_finite_compose (c, m, all->generators[f])];
    }
  return sets;
}

/* What is pulled back along a functor by words. */

ChaseSets *
chase_values_pull_back (const ChaseFunctor *along, const ChaseSets *sets)
{
  const ChasePresentation *p = along->source->presentation;
  guint32 n = chase_presentation_n_objects (p);
  g_autofree guint32 *sizes = g_new0 (guint32, n + 1);
  guint64 total = 0;
  ChaseSets *made;

  for (guint32 a = 0; a < n; a++)
    sizes[a] = sets->sizes[along->objects[a]];
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    total += sizes[chase_presentation_arrow (p, f)->source];
  if (total > MAX_VALUES)
    return NULL;
  made = chase_sets_new (p, sizes);
  for (guint32 a = 0; a < n; a++)
    for (guint32 x = 0; x < sizes[a]; x++)
      made->names[made->first[a] + x]
          = chase_name_ref (sets->names[sets->first[along->objects[a]] + x]);
  for (guint32 f = 0; f < made->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      for (guint32 x = 0; x < sizes[arrow->source]; x++)
        if (along->words[f].length != NOWHERE)
          made->functions[made->offsets[f] + x] = follow (sets, along->words[f], x);
    }
  chase_sets_invert_formal (made, p);
  return made;
}

static ChaseSets *
values_of (const ChaseFunctor *functor, GHashTable *listing)
{
  const ChaseFunctor *along = functor->operands[1];
  const ChaseEnumerated *all;
  g_autoptr (ChaseSets) sets = NULL;

  if (functor->form == CHASE_FUNCTOR_SETS)
    return chase_sets_copy (functor->sets, functor->source->presentation);
  if (functor->form != CHASE_FUNCTOR_TERM)
    return NULL;
  switch ((ChaseTermKind)functor->term->kind)
    {
    case CHASE_TERM_HOM:
      all = functor->object != NOWHERE ? chase_listing_get (functor->source, listing) : NULL;
      return all != NULL ? chase_values_hom (all, functor->object, !functor->covariant_hom) : NULL;
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
    case CHASE_TERM_FORGET:
      if (along == NULL || along->form != CHASE_FUNCTOR_WORDS)
        return NULL;
      sets = chase_values_of (functor->operands[0], listing);
      return sets != NULL ? chase_values_pull_back (along, sets) : NULL;
    default:
      return NULL;
    }
}

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

/* A Hom functor and a Kan extension exist by what they are made of: the equations are true of them,
 * and what follows by cancelling. Other functors have to keep what is declared. */
static gboolean
is_functor (const ChaseFunctor *functor, const ChaseSets *sets)
{
  const ChasePresentation *p = functor->source->presentation;
  guint kind = functor->term != NULL ? functor->term->kind : CHASE_TERM_NAME;
  g_autoptr (ChasePresentation) said = NULL;

  if (chase_demands_of_sets_hold (sets, p))
    return TRUE;
  if (kind != CHASE_TERM_HOM && kind != CHASE_TERM_FREE && kind != CHASE_TERM_COFREE)
    return FALSE;
  said = chase_declares_more (p) ? chase_cancelled (p, MAX_ROWS, NULL, NULL) : NULL;
  return said != NULL && chase_demands_of_sets_hold (sets, said);
}

ChaseSets *
chase_values_of (const ChaseFunctor *functor, GHashTable *listing)
{
  g_autoptr (ChaseSets) sets = NULL;

  if (functor->target->kind != CHASE_CATEGORY_SETS
      || functor->source->kind != CHASE_CATEGORY_PRESENTED)
    return NULL;
  sets = values_of (functor, listing);
  if (sets == NULL || !is_total (sets, functor->source->presentation)
      || !is_functor (functor, sets))
    return NULL;
  return g_steal_pointer (&sets);
}

gboolean
chase_values_are_lawful (const ChaseFunctor *functor, const ChaseEnumerated *target)
{
  g_autoptr (ChaseDemands) laws = NULL;

  if (functor->form != CHASE_FUNCTOR_WORDS)
    return FALSE;
  laws = chase_demands_of_functor (functor);
  if (laws->broken != NULL || laws->unsure)
    return FALSE;
  for (guint i = 0; i < laws->list->len; i++)
    {
      const ChaseDemand *law = g_ptr_array_index (laws->list, i);

      if (chase_enumerated_value (target, law->source, chase_demand_word (law->left))
          != chase_enumerated_value (target, law->source, chase_demand_word (law->right)))
        return FALSE;
    }
  return TRUE;
}
