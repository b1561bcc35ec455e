/* SPDX-License-Identifier: MIT */
#include "evidence/conditions.h"

#include "evidence/listing.h"
#include "evidence/table.h"
#include "evidence/values.h"
#include "model/set-maps.h"

ChaseConditions *
chase_conditions_new_free (const ChasePresentation *source, guint32 n_variables)
{
  ChaseConditions *conditions = g_new0 (ChaseConditions, 1);

  conditions->source = chase_presentation_ref ((ChasePresentation *)source);
  conditions->n_variables = n_variables;
  conditions->n_weighed = n_variables;
  conditions->sizes = g_new0 (guint32, n_variables + 1);
  conditions->conditions = g_array_new (FALSE, FALSE, sizeof (ChaseCondition));
  conditions->owned = g_ptr_array_new_with_free_func (g_free);
  return conditions;
}

void
chase_conditions_free (ChaseConditions *conditions)
{
  if (conditions == NULL)
    return;
  chase_presentation_unref (conditions->source);
  g_free (conditions->sizes);
  g_array_unref (conditions->conditions);
  g_ptr_array_unref (conditions->owned);
  chase_listed_sets_free (conditions->from);
  chase_listed_sets_free (conditions->to);
  g_clear_pointer (&conditions->choices, g_ptr_array_unref);
  g_free (conditions);
}

/* At x: going along f first and then across is going across and then along f. */
static void
add_elements (ChaseConditions *conditions, guint32 f, const ChaseArrow *arrow)
{
  const ChaseSets *from = conditions->from;
  const ChaseSets *to = conditions->to;

  for (guint32 x = 0; x < from->sizes[arrow->source]; x++)
    {
      guint32 along = from->functions[from->offsets[f] + x];
      ChaseCondition square = { .u = (guint32)from->first[arrow->source] + x,
                                .v = (guint32)from->first[arrow->target] + along,
                                .left = to->functions + to->offsets[f] };

      g_array_append_val (conditions->conditions, square);
    }
}

ChaseConditions *
chase_conditions_new_sets (const ChasePresentation *source, ChaseSets *from, ChaseSets *to)
{
  ChaseConditions *conditions
      = chase_conditions_new_free (source, (guint32)from->first[from->n_objects]);

  conditions->from = from;
  conditions->to = to;
  for (guint32 a = 0; a < from->n_objects; a++)
    for (gsize i = from->first[a]; i < from->first[a + 1]; i++)
      conditions->sizes[i] = to->sizes[a];
  for (guint32 f = 0; f < from->n_arrows; f++)
    if (!chase_presentation_arrow (source, f)->formal)
      add_elements (conditions, f, chase_presentation_arrow (source, f));
  return conditions;
}

static GArray *
morphisms_between (const ChaseFinite *d, guint32 a, guint32 b)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 m = 0; m < chase_finite_n_morphisms (d); m++)
    if (d->source[m] == a && d->target[m] == b)
      g_array_append_val (all, m);
  return all;
}

static guint32
choice (const ChaseConditions *conditions, guint32 object, guint32 k)
{
  return g_array_index ((GArray *)g_ptr_array_index (conditions->choices, object), guint32, k);
}

/* What every choice at @object becomes before (after) @morphism. */
static const guint32 *
composites (ChaseConditions *conditions, guint32 object, guint32 morphism, gboolean before)
{
  const ChaseFinite *d = conditions->target->finite;
  guint32 *made = g_new (guint32, conditions->sizes[object] + 1);

  for (guint32 k = 0; k < conditions->sizes[object]; k++)
    made[k] = before ? chase_finite_compose (d, choice (conditions, object, k), morphism)
                     : chase_finite_compose (d, morphism, choice (conditions, object, k));
  g_ptr_array_add (conditions->owned, made);
  return made;
}

static guint32
image (const ChaseFunctor *functor, const ChaseEnumerated *target, guint32 f)
{
  guint32 a = chase_presentation_arrow (functor->source->presentation, f)->source;

  return chase_enumerated_value (target, functor->objects[a], functor->words[f]);
}

static ChaseConditions *
into_category (const ChaseFunctor *from, const ChaseFunctor *to, const ChaseEnumerated *target)
{
  const ChasePresentation *p = from->source->presentation;
  ChaseConditions *conditions = chase_conditions_new_free (p, chase_presentation_n_objects (p));

  conditions->target = target;
  conditions->choices = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint32 a = 0; a < conditions->n_variables; a++)
    {
      GArray *all = morphisms_between (target->finite, from->objects[a], to->objects[a]);

      conditions->sizes[a] = all->len;
      g_ptr_array_add (conditions->choices, all);
    }
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      ChaseCondition square = { .u = arrow->source, .v = arrow->target };

      if (arrow->formal)
        continue;
      square.left = composites (conditions, arrow->source, image (to, target, f), TRUE);
      square.right = composites (conditions, arrow->target, image (from, target, f), FALSE);
      g_array_append_val (conditions->conditions, square);
    }
  return conditions;
}

ChaseConditions *
chase_conditions_new (const ChaseFunctor *from, const ChaseFunctor *to, GHashTable *listing)
{
  g_autoptr (ChaseSets) one = NULL;
  g_autoptr (ChaseSets) two = NULL;
  const ChaseEnumerated *target;

  if (from->source != to->source || from->target != to->target
      || from->source->kind != CHASE_CATEGORY_PRESENTED)
    return NULL;
  if (from->target->kind == CHASE_CATEGORY_SETS)
    {
      one = chase_values_of (from, listing);
      two = one != NULL ? chase_values_of (to, listing) : NULL;
      return two != NULL && one->first[one->n_objects] < G_MAXINT32 ? chase_conditions_new_sets (
                 from->source->presentation, g_steal_pointer (&one), g_steal_pointer (&two))
                                                                    : NULL;
    }
  target = chase_listing_get (from->target, listing);
  if (target == NULL || !chase_values_are_lawful (from, target)
      || !chase_values_are_lawful (to, target))
    return NULL;
  return into_category (from, to, target);
}

/* Between two sets. */
static ChaseConditions *
between_sets (ChaseTheory *theory, const ChaseCategory *category,
              const ChaseProposition *proposition, GHashTable *listing)
{
  g_autoptr (ChasePresentation) base = chase_category_sets_base (category);
  ChaseSets *ends[2] = { NULL, NULL };

  for (guint i = 0; i < 2; i++)
    ends[i] = chase_set_object (theory, category, g_ptr_array_index (proposition->terms, i),
                                chase_listing_get, listing);
  if (ends[0] != NULL && ends[1] != NULL)
    return chase_conditions_new_sets (base, ends[0], ends[1]);
  for (guint i = 0; i < 2; i++)
    chase_listed_sets_free (ends[i]);
  return NULL;
}

ChaseConditions *
chase_conditions_of (ChaseTheory *theory, const ChaseProposition *proposition, GHashTable *listing)
{
  const ChaseCategory *category = NULL;
  const ChaseFunctor *from, *to;
  gboolean in_sets;

  if (proposition->in != NULL
      || (proposition->kind == CHASE_PROPOSITION_COUNT && proposition->count == CHASE_COUNT_HOM))
    category = chase_theory_proposition_category (theory, proposition, NULL);
  if (category != NULL && category->kind == CHASE_CATEGORY_SETS)
    return between_sets (theory, category, proposition, listing);
  in_sets = chase_category_of_sets (category);
  from = chase_theory_functor (theory, g_ptr_array_index (proposition->terms, 0),
                               in_sets ? category->parts[0] : NULL,
                               in_sets ? category->parts[1] : NULL, NULL);
  to = from != NULL ? chase_theory_functor (theory, g_ptr_array_index (proposition->terms, 1),
                                            from->source, from->target, NULL)
                    : NULL;
  return to != NULL ? chase_conditions_new (from, to, listing) : NULL;
}

gboolean
chase_condition_is_met (const ChaseCondition *square, guint32 u, guint32 v)
{
  return square->left[u] == (square->right != NULL ? square->right[v] : v);
}

gboolean
chase_conditions_commute (const ChaseConditions *conditions, const guint32 *values)
{
  for (guint i = 0; i < conditions->conditions->len; i++)
    {
      const ChaseCondition *square = &g_array_index (conditions->conditions, ChaseCondition, i);

      if (!chase_condition_is_met (square, values[square->u], values[square->v]))
        return FALSE;
    }
  return TRUE;
}

void
chase_conditions_restrict (ChaseConditions *conditions, guint32 v, guint32 *allowed)
{
  guint32 *ones = g_new (guint32, conditions->sizes[v] + 1);
  ChaseCondition square = { v, v, allowed, ones };

  for (guint32 x = 0; x < conditions->sizes[v]; x++)
    ones[x] = 1;
  g_ptr_array_add (conditions->owned, allowed);
  g_ptr_array_add (conditions->owned, ones);
  g_array_append_val (conditions->conditions, square);
}

/* Inverses. */

static gboolean
is_iso (const ChaseFinite *d, guint32 f)
{
  return chase_table_inverse (d, f) != G_MAXUINT32;
}

/* Between sets of one size: are no two elements sent to one? */
gboolean
chase_conditions_invert (const ChaseConditions *conditions, const guint32 *values, guint32 object)
{
  const ChaseSets *from = conditions->from;
  g_autofree gboolean *hit = NULL;

  if (from == NULL)
    return is_iso (conditions->target->finite, choice (conditions, object, values[object]));
  hit = g_new0 (gboolean, conditions->to->sizes[object] + 1);
  for (gsize i = from->first[object]; i < from->first[object + 1]; i++)
    {
      if (hit[values[i]])
        return FALSE;
      hit[values[i]] = TRUE;
    }
  return from->sizes[object] == conditions->to->sizes[object];
}

gboolean
chase_conditions_invert_all (const ChaseConditions *conditions, const guint32 *values)
{
  for (guint32 a = 0; a < chase_presentation_n_objects (conditions->source); a++)
    if (!chase_conditions_invert (conditions, values, a))
      return FALSE;
  return TRUE;
}

gboolean
chase_conditions_may_invert (const ChaseConditions *conditions, guint32 object)
{
  if (conditions->from != NULL)
    return conditions->from->sizes[object] == conditions->to->sizes[object];
  for (guint32 k = 0; k < conditions->sizes[object]; k++)
    if (is_iso (conditions->target->finite, choice (conditions, object, k)))
      return TRUE;
  return FALSE;
}

/* Parts. */

static void
part_free (gpointer data)
{
  ChaseConditionPart *part = data;

  g_array_unref (part->variables);
  g_array_unref (part->values);
  g_free (part);
}

static guint32
least_of (guint32 *least, guint32 v)
{
  while (least[v] != v)
    v = least[v] = least[least[v]];
  return v;
}

/* The least variable that conditions connect with each. */
static guint32 *
connected (const ChaseConditions *conditions)
{
  guint32 *least = g_new (guint32, conditions->n_variables + 1);

  for (guint32 v = 0; v < conditions->n_variables; v++)
    least[v] = v;
  for (guint i = 0; i < conditions->conditions->len; i++)
    {
      const ChaseCondition *square = &g_array_index (conditions->conditions, ChaseCondition, i);
      guint32 one = least_of (least, square->u);
      guint32 two = least_of (least, square->v);

      least[MAX (one, two)] = MIN (one, two);
    }
  for (guint32 v = 0; v < conditions->n_variables; v++)
    least[v] = least_of (least, v);
  return least;
}

GPtrArray *
chase_conditions_parts (const ChaseConditions *conditions)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  g_autofree guint32 *least = connected (conditions);
  g_autofree guint *number = g_new0 (guint, conditions->n_variables + 1);

  for (guint32 v = 0; v < conditions->n_variables; v++)
    {
      if (least[v] == v)
        {
          ChaseConditionPart *part = g_new0 (ChaseConditionPart, 1);

          part->variables = g_array_new (FALSE, FALSE, sizeof (guint32));
          part->values = g_array_new (FALSE, FALSE, sizeof (guint32));
          number[v] = parts->len;
          g_ptr_array_add (parts, part);
        }
      g_array_append_val (
          ((ChaseConditionPart *)g_ptr_array_index (parts, number[least[v]]))->variables, v);
    }
  return parts;
}
