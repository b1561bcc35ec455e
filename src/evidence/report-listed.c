/* SPDX-License-Identifier: MIT */
#include "evidence/listing.h"
#include "evidence/report-private.h"
#include "evidence/conditions.h"
#include "evidence/values.h"
#include "model/hom-list.h"
#include "model/kan.h"

#include <string.h>

/* The values that the theory of a document has listed by itself: Hom functors, Kan extensions,
 * their units, the transformations of the Yoneda lemma. They are worked out here once more. */

#define MAX_ROWS 1000000

static ChaseHomTable *
paths_from (const ChaseCategory *category, guint32 source, GError **error)
{
  return chase_enumerate_from (category->presentation, category->table, source, MAX_ROWS, error);
}

static GPtrArray *
all_paths (const ChaseCategory *category, GError **error)
{
  g_autoptr (GPtrArray) tables
      = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_hom_table_free);

  for (guint32 i = 0; i < chase_presentation_n_objects (category->presentation); i++)
    {
      ChaseHomTable *table = paths_from (category, i, error);

      if (table == NULL)
        return NULL;
      g_ptr_array_add (tables, table);
    }
  return g_steal_pointer (&tables);
}

/* Takes @found. */
static gboolean
same (const ChaseFunctor *functor, ChaseSets *found, GError **error)
{
  g_autoptr (ChaseSets) sets = found;

  return chase_sets_equal (functor->sets, sets)
         || chase_refuse (error, "the values of %s are others", functor->key);
}

static gboolean
verify_hom (const ChaseFunctor *functor, GError **error)
{
  g_autoptr (ChaseHomTable) table = paths_from (functor->source, functor->object, error);

  return table != NULL
         && same (functor,
                  chase_hom_table_sets (functor->source->presentation, table, functor->object,
                                        !functor->covariant_hom),
                  error);
}

/* The number of @morphism among those with its ends. */
static guint32
position (const ChaseEnumerated *c, guint32 morphism)
{
  return chase_enumerated_position (c, morphism);
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

  for (guint32 m = 0; m < chase_finite_n_morphisms (finite); m++)
    {
      gsize at = (gsize)finite->source[m] * n + finite->target[m];
      guint32 x = position (c, m);

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
                     != position (c, chase_finite_compose (finite, g, m)))
            return FALSE;
          if (finite->source[g] == finite->target[m]
              && sets->functions[sets->offsets[after] + x]
                     != position (c, chase_finite_compose (finite, m, g)))
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
verify_lawful (const ChaseFunctor *functor, GError **error)
{
  g_autoptr (ChaseDemands) laws = chase_demands_of_functor (functor);
  guint32 n_arrows = chase_presentation_n_arrows (functor->target->presentation);

  if (laws->broken != NULL || laws->unsure)
    return chase_refuse (error, "%s is not known to be a functor", functor->key);
  for (guint i = 0; i < laws->list->len; i++)
    {
      const ChaseDemand *law = g_ptr_array_index (laws->list, i);
      ChaseWord left = chase_demand_word (law->left);
      ChaseWord right = chase_demand_word (law->right);
      g_autoptr (ChaseHomTable) table = NULL;

      if (chase_word_equal (left, right))
        continue;
      table = paths_from (functor->target, law->source, error);
      if (table == NULL)
        return FALSE;
      if (chase_hom_table_follow (table, n_arrows, 0, left)
          != chase_hom_table_follow (table, n_arrows, 0, right))
        return chase_refuse (error, "%s is no functor", functor->key);
    }
  return TRUE;
}

static ChaseHomTable *
paths_of_collage (const ChaseCollage *collage, GError **error)
{
  return chase_enumerate_from (collage->presentation, FALSE, collage->start, MAX_ROWS, error);
}

static gboolean
verify_free (const ChaseFunctor *functor, GError **error)
{
  const ChaseFunctor *along = functor->operands[1];
  g_autoptr (ChaseCollage) collage = NULL;
  g_autoptr (ChaseHomTable) table = NULL;

  if (!verify_lawful (along, error))
    return FALSE;
  collage = chase_collage_new (functor->operands[0]->sets, along);
  table = paths_of_collage (collage, error);
  return table != NULL
         && same (functor, chase_collage_sets (collage, table, along->target->presentation), error);
}

/* The transformations Hom (d, F -) => M, as the verifier's own search finds them. */
static ChaseFamilies *
families_at (const ChaseFunctor *m, const ChaseFunctor *along, const ChaseHomTable *table,
             guint32 d, GError **error)
{
  const ChasePresentation *c = along->source->presentation;
  g_autoptr (ChaseConditions) conditions = chase_conditions_new_sets (
      c, chase_hom_along (along, table, d), chase_sets_copy (m->sets, c));
  g_autoptr (GPtrArray) list = chase_conditions_solve (conditions, error);
  ChaseFamilies *families;

  if (list == NULL)
    return NULL;
  families = g_new0 (ChaseFamilies, 1);
  families->hom = chase_hom_along (along, table, d);
  families->n_values = conditions->n_variables;
  families->n_families = list->len;
  families->values = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < list->len; i++)
    g_array_append_vals (families->values, g_ptr_array_index (list, i), families->n_values);
  return families;
}

static GPtrArray *
all_families (const ChaseFunctor *m, const ChaseFunctor *along, GPtrArray *tables, GError **error)
{
  g_autoptr (GPtrArray) families
      = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_families_free);

  for (guint32 d = 0; d < tables->len; d++)
    {
      ChaseFamilies *some = families_at (m, along, g_ptr_array_index (tables, d), d, error);

      if (some == NULL)
        return NULL;
      g_ptr_array_add (families, some);
    }
  return g_steal_pointer (&families);
}

static gboolean
verify_cofree (const ChaseFunctor *functor, GError **error)
{
  const ChaseFunctor *m = functor->operands[0];
  const ChaseFunctor *along = functor->operands[1];
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GPtrArray) families = NULL;

  if (!verify_lawful (along, error))
    return FALSE;
  tables = all_paths (along->target, error);
  families = tables != NULL ? all_families (m, along, tables, error) : NULL;
  return families != NULL
         && same (functor, chase_families_sets (along, m->sets, families, tables), error);
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

/* Units: filled in once more, from the verifier's own lists. */
static gboolean
verify_unit (const ChaseTransformation *alpha, GError **error)
{
  const ChaseFunctor *m = alpha->operands[0];
  const ChaseFunctor *along = alpha->operands[1];
  gboolean unit = alpha->term->kind == CHASE_TERM_UNIT;
  gsize n = alpha->offsets[alpha->from->sets->n_objects];
  g_autofree guint32 *functions = g_new0 (guint32, n + 1);
  ChaseTransformation again = *alpha;

  again.functions = functions;
  if (alpha->term->args[0]->kind == CHASE_TERM_FREE)
    {
      g_autoptr (ChaseCollage) collage = chase_collage_new (m->sets, along);
      g_autoptr (ChaseHomTable) table = paths_of_collage (collage, error);

      if (table == NULL)
        return FALSE;
      if (unit)
        chase_fill_free_unit (&again, collage, table);
      else
        chase_fill_free_counit (&again, m->sets, collage, table);
    }
  else
    {
      g_autoptr (GPtrArray) tables = all_paths (along->target, error);
      g_autoptr (GPtrArray) families
          = tables != NULL ? all_families (m, along, tables, error) : NULL;

      if (families == NULL)
        return FALSE;
      if (unit)
        chase_fill_cofree_unit (&again, along, families, tables);
      else
        chase_fill_cofree_counit (&again, along, families, tables);
    }
  return memcmp (functions, alpha->functions, n * sizeof (guint32)) == 0
         || chase_refuse (error, "%s has other components", alpha->key);
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
      if (!chase_report_functor_category (theory, g_ptr_array_index (categories, i), error))
        return FALSE;
      chase_theory_set_verified (theory, g_ptr_array_index (categories, i));
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
