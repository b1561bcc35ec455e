/* SPDX-License-Identifier: MIT */
#include "evidence/conditions.h"
#include "evidence/extend.h"
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "evidence/values.h"

#include <string.h>

/* The values that the theory of a document has listed by itself: Hom functors, Kan extensions,
 * their units, the transformations of the Yoneda lemma. They are worked out here once more. */

#define MAX_ROWS 1000000

static ChasePaths *
paths_from (const ChaseCategory *category, guint32 source, GError **error)
{
  return chase_enumerate_from (category->presentation, category->table, source, MAX_ROWS, error);
}

/* Takes @found, which may be NULL. */
static gboolean
same (const ChaseFunctor *functor, ChaseSets *found, GError **error)
{
  g_autoptr (ChaseSets) sets = found;

  return (sets != NULL && chase_sets_equal (functor->sets, sets))
         || chase_refuse (error, "the values of %s are others", functor->key);
}

static gboolean
verify_hom (const ChaseFunctor *functor, GError **error)
{
  g_autoptr (ChasePaths) paths = paths_from (functor->source, functor->object, error);

  return paths != NULL
         && same (functor,
                  chase_paths_sets (paths, functor->source->presentation, !functor->covariant_hom),
                  error);
}

/* The number of each morphism among those with its ends. */
static guint32 *
positions (const ChaseFinite *c)
{
  gsize n = c->n_objects;
  g_autofree guint32 *used = g_new0 (guint32, n * n + 1);
  guint32 *position = g_new (guint32, chase_finite_n_morphisms (c) + 1);

  for (guint32 m = 0; m < chase_finite_n_morphisms (c); m++)
    position[m] = used[c->source[m] * n + c->target[m]]++;
  return position;
}

/* Hom (f, g) sends m to g m f, by the composition table. */
static gboolean
both_agree (const ChaseFunctor *functor, const ChaseEnumerated *c)
{
  const ChaseFinite *finite = c->finite;
  const ChaseSets *sets = functor->sets;
  guint32 n = finite->n_objects;
  guint32 n_arrows = chase_presentation_n_arrows (c->presentation);
  g_autofree guint32 *sizes = g_new0 (guint32, (gsize)n * n + 1);
  g_autofree guint32 *position = positions (finite);

  for (guint32 m = 0; m < chase_finite_n_morphisms (finite); m++)
    {
      gsize at = (gsize)finite->source[m] * n + finite->target[m];
      guint32 x = position[m];

      sizes[at]++;
      if (x >= sets->sizes[at])
        return FALSE;
      for (guint32 f = 0; f < n_arrows; f++)
        {
          guint32 g = c->generators[f];
          gsize before = (gsize)f * n + finite->target[m];
          gsize after = (gsize)n_arrows * n + (gsize)finite->source[m] * n_arrows + f;

          if (finite->target[g] == finite->source[m]
              && sets->functions[sets->offsets[before] + x]
                     != position[chase_finite_compose (finite, g, m)])
            return FALSE;
          if (finite->source[g] == finite->target[m]
              && sets->functions[sets->offsets[after] + x]
                     != position[chase_finite_compose (finite, m, g)])
            return FALSE;
        }
    }
  for (gsize i = 0; i < (gsize)n * n; i++)
    if (sizes[i] != sets->sizes[i])
      return FALSE;
  return TRUE;
}

static gboolean
verify_both (const ChaseFunctor *functor, GError **error)
{
  g_autoptr (ChaseEnumerated) all = chase_enumerate (functor->source->parts[1], MAX_ROWS, error);
  guint32 n;

  if (all == NULL)
    return FALSE;
  n = all->finite->n_objects;
  if (!both_agree (functor, all))
    return chase_refuse (error, "the values of %s are others", functor->key);
  for (guint32 i = 0; i < n; i++)
    {
      g_autoptr (ChaseSets) row = chase_values_hom (all, i, FALSE);

      for (gsize x = 0; x < row->first[n]; x++)
        if (!chase_name_equal (row->names[x],
                               functor->sets->names[functor->sets->first[(gsize)i * n] + x]))
          return chase_refuse (error, "the elements of %s are named otherwise", functor->key);
    }
  return TRUE;
}

/* Kan extensions. */

static gboolean
verify_lawful (const ChaseFunctor *m, const ChaseFunctor *functor, GError **error)
{
  g_autoptr (ChaseDemands) laws = chase_demands_of_functor (functor);

  if (!chase_demands_of_sets_hold (m->sets, m->source->presentation))
    return chase_refuse (error, "%s is no functor", m->key);
  if (laws->broken != NULL || laws->unsure)
    return chase_refuse (error, "%s is not known to be a functor", functor->key);
  for (guint i = 0; i < laws->list->len; i++)
    {
      const ChaseDemand *law = g_ptr_array_index (laws->list, i);
      ChaseWord left = chase_demand_word (law->left);
      ChaseWord right = chase_demand_word (law->right);
      g_autoptr (ChasePaths) paths = NULL;

      if (chase_word_equal (left, right))
        continue;
      paths = paths_from (functor->target, law->source, error);
      if (paths == NULL)
        return FALSE;
      if (chase_paths_follow (paths, 0, left) != chase_paths_follow (paths, 0, right))
        return chase_refuse (error, "%s is no functor", functor->key);
    }
  return TRUE;
}

static gboolean
verify_free (const ChaseFunctor *functor, GError **error)
{
  const ChaseSets *m = functor->operands[0]->sets;
  const ChaseFunctor *along = functor->operands[1];
  g_autoptr (ChaseGlued) glued = NULL;

  if (!verify_lawful (functor->operands[0], along, error))
    return FALSE;
  glued = chase_glued_new (m, along, error);
  return glued != NULL && same (functor, chase_glued_sets (glued, m, along), error);
}

static gboolean
verify_cofree (const ChaseFunctor *functor, GError **error)
{
  const ChaseSets *m = functor->operands[0]->sets;
  const ChaseFunctor *along = functor->operands[1];
  g_autoptr (GPtrArray) families = NULL;

  if (!verify_lawful (functor->operands[0], along, error))
    return FALSE;
  families = chase_families_new (m, along, error);
  return families != NULL && same (functor, chase_families_functor (families, m, along), error);
}

/* Transformations that an element names: natural, and right at the identity. */

static gboolean
verify_named_by (const ChaseTransformation *alpha, guint32 object, guint32 identity, guint32 x,
                 GError **error)
{
  g_autoptr (ChaseDemands) laws = chase_demands_of_transformation (alpha);

  if (alpha->functions[alpha->offsets[object] + identity] != x)
    return chase_refuse (error, "%s sends the identity elsewhere", alpha->key);
  return chase_demands_are_evident (laws) || chase_refuse (error, "%s is not natural", alpha->key);
}

static const ChaseFunctor *
behind (const ChaseFunctor *functor)
{
  return functor->shares != NULL ? functor->shares : functor;
}

static gboolean
verify_embedding (const ChaseFunctor *functor, GError **error)
{
  const ChasePresentation *p = functor->source->presentation;

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      const ChaseTransformation *alpha = functor->transformations[f];
      const ChaseSets *to = alpha->to->sets;
      guint32 identity = alpha->from->sets->sizes[arrow->source] - 1;
      guint32 image = to->functions[to->offsets[f] + to->sizes[arrow->target] - 1];

      if (behind (alpha->from)->object != arrow->source
          || behind (alpha->to)->object != arrow->target)
        return chase_refuse (error, "%s has other ends", alpha->key);
      if (!verify_named_by (alpha, arrow->source, identity, image, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
verify_yoneda (const ChaseTransformation *alpha, GError **error)
{
  guint32 object = behind (alpha->from)->object;
  guint32 identity = alpha->from->sets->sizes[object] - 1;
  const char *name = alpha->term->args[0]->name;
  const ChaseSets *to = alpha->to->sets;
  guint32 x = alpha->functions[alpha->offsets[object] + identity];

  return (name != NULL && x < to->sizes[object]
          && chase_name_equal (to->names[to->first[object] + x], name)
          && verify_named_by (alpha, object, identity, x, error))
         || chase_refuse (error, "%s is named by another element", alpha->key);
}

/* Units and counits, from the verifier's own Kan extension. FALSE where that cannot be listed. */
static gboolean
work_out (const ChaseTransformation *alpha, guint32 *values, GError **error)
{
  const ChaseSets *m = alpha->operands[0]->sets;
  const ChaseFunctor *along = alpha->operands[1];
  gboolean unit = alpha->term->kind == CHASE_TERM_UNIT;
  g_autoptr (ChaseGlued) glued = NULL;
  g_autoptr (GPtrArray) families = NULL;

  if (alpha->term->args[0]->kind == CHASE_TERM_FREE)
    {
      glued = chase_glued_new (m, along, error);
      if (glued != NULL && unit)
        chase_glued_unit (glued, m, values);
      else if (glued != NULL)
        chase_glued_counit (glued, m, alpha->to->sets, values);
      return glued != NULL;
    }
  families = chase_families_new (m, along, error);
  if (families != NULL && unit)
    chase_families_unit (families, along, alpha->from->sets, values);
  else if (families != NULL)
    chase_families_counit (families, along, values);
  return families != NULL;
}

static gboolean
verify_unit (const ChaseTransformation *alpha, GError **error)
{
  gsize n = alpha->offsets[alpha->from->sets->n_objects];
  g_autofree guint32 *values = g_new0 (guint32, n + 1);

  return work_out (alpha, values, error)
         && (memcmp (values, alpha->functions, n * sizeof (guint32)) == 0
             || chase_refuse (error, "%s has other components", alpha->key));
}

static gboolean
verify_functor (const ChaseFunctor *functor, GError **error)
{
  switch ((ChaseTermKind)functor->term->kind)
    {
    case CHASE_TERM_HOM:
      return functor->object != G_MAXUINT32 ? verify_hom (functor, error)
                                            : verify_both (functor, error);
    case CHASE_TERM_FREE:
      return verify_free (functor, error);
    case CHASE_TERM_COFREE:
      return verify_cofree (functor, error);
    default:
      return verify_embedding (functor, error);
    }
}

gboolean
chase_report_listed (ChaseTheory *theory, GError **error)
{
  g_autoptr (GPtrArray) functors = NULL;
  g_autoptr (GPtrArray) transformations = NULL;
  g_autoptr (GPtrArray) categories = chase_theory_unverified_categories (theory);

  chase_theory_unverified (theory, &functors, &transformations);
  for (guint i = 0; i < categories->len; i++)
    {
      const ChaseCategory *category = g_ptr_array_index (categories, i);

      if (!(category->functors != NULL ? chase_report_functor_category (theory, category, error)
                                       : chase_report_derived (theory, category, error)))
        return FALSE;
      chase_theory_set_verified (theory, category);
    }
  for (guint i = 0; i < functors->len; i++)
    {
      if (!verify_functor (g_ptr_array_index (functors, i), error))
        return FALSE;
      chase_theory_set_verified (theory, g_ptr_array_index (functors, i));
    }
  for (guint i = 0; i < transformations->len; i++)
    {
      const ChaseTransformation *alpha = g_ptr_array_index (transformations, i);

      if (!(alpha->term->kind == CHASE_TERM_YONEDA ? verify_yoneda (alpha, error)
                                                   : verify_unit (alpha, error)))
        return FALSE;
      chase_theory_set_verified (theory, alpha);
    }
  return TRUE;
}
