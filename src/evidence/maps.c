/* SPDX-License-Identifier: MIT */
#include "evidence/maps.h"

#include "evidence/demands.h"
#include "evidence/values.h"

#include <string.h>

#define NOWHERE G_MAXUINT32

static const ChaseFunctor *
functor_to_sets (ChaseTheory *theory, const ChaseTerm *term)
{
  const ChaseFunctor *functor = chase_theory_functor (theory, term, NULL, NULL, NULL);

  return functor != NULL && functor->form == CHASE_FUNCTOR_SETS ? functor : NULL;
}

static char *
element (const ChaseSets *sets, guint32 object, guint32 x)
{
  return (char *)sets->names[sets->first[object] + x];
}

static GHashTable *
names_new (void)
{
  return g_hash_table_new (g_str_hash, g_str_equal);
}

GHashTable *
chase_evaluate_set (ChaseTheory *theory, const ChaseTerm *term)
{
  g_autoptr (GHashTable) names = names_new ();
  const ChaseFunctor *functor;
  guint32 object;

  if (term->kind == CHASE_TERM_SET)
    {
      for (guint32 i = 0; i < term->n_args; i++)
        if (!g_hash_table_add (names, (char *)term->args[i]->name))
          return NULL;
      return g_steal_pointer (&names);
    }
  functor = term->kind == CHASE_TERM_APPLY ? functor_to_sets (theory, term->args[0]) : NULL;
  if (functor == NULL
      || !chase_theory_object (theory, chase_theory_argument (theory, functor), term->args[1],
                               &object, NULL))
    return NULL;
  for (guint32 x = 0; x < functor->sets->sizes[object]; x++)
    if (!g_hash_table_add (names, element (functor->sets, object, x)))
      return NULL;
  return g_steal_pointer (&names);
}

/* M(path): its arrows one after the other. */
static GHashTable *
value_of_path (ChaseTheory *theory, const ChaseTerm *term)
{
  const ChaseFunctor *functor = functor_to_sets (theory, term->args[0]);
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GHashTable) made = names_new ();
  guint32 ends[2];
  gboolean back;

  if (functor == NULL
      || !chase_theory_path (theory, chase_theory_argument (theory, functor), term->args[1],
                             &ends[0], &ends[1], word, NULL))
    return NULL;
  back = functor->contravariant;
  for (guint32 x = 0; x < functor->sets->sizes[ends[back ? 1 : 0]]; x++)
    {
      guint32 y = x;

      for (guint i = 0; i < word->len && y != NOWHERE; i++)
        {
          guint32 f = g_array_index (word, guint32, back ? word->len - 1 - i : i);

          y = functor->sets->functions[functor->sets->offsets[f] + y];
        }
      if (y == NOWHERE)
        return NULL;
      g_hash_table_insert (made, element (functor->sets, ends[back ? 1 : 0], x),
                           element (functor->sets, ends[back ? 0 : 1], y));
    }
  return g_steal_pointer (&made);
}

static GHashTable *
component (ChaseTheory *theory, const ChaseTerm *term)
{
  const ChaseTransformation *alpha
      = chase_theory_transformation (theory, term->args[0], NULL, NULL, NULL);
  GHashTable *made;
  guint32 a;

  if (alpha == NULL || alpha->form != CHASE_TRANSFORMATION_FUNCTIONS
      || !chase_theory_object (theory, chase_theory_argument (theory, alpha->from), term->args[1],
                               &a, NULL))
    return NULL;
  made = names_new ();
  for (guint32 x = 0; x < alpha->from->sets->sizes[a]; x++)
    g_hash_table_insert (made, element (alpha->from->sets, a, x),
                         element (alpha->to->sets, a, alpha->functions[alpha->offsets[a] + x]));
  return made;
}

static GHashTable *
identity (ChaseTheory *theory, const ChaseTerm *set)
{
  g_autoptr (GHashTable) elements = chase_evaluate_set (theory, set);
  GHashTable *made = elements != NULL ? names_new () : NULL;
  GHashTableIter iter;
  gpointer name;

  if (made == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, elements);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_hash_table_insert (made, name, name);
  return made;
}

/* NULL where @second has no value for one of @first. */
static GHashTable *
after (GHashTable *second, GHashTable *first)
{
  g_autoptr (GHashTable) made = names_new ();
  GHashTableIter iter;
  gpointer x, y, z;

  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, &x, &y))
    {
      if (!g_hash_table_lookup_extended (second, y, NULL, &z))
        return NULL;
      g_hash_table_insert (made, x, z);
    }
  return g_steal_pointer (&made);
}

static GHashTable *
composite (ChaseTheory *theory, const ChaseTerm *term)
{
  g_autoptr (GHashTable) made = NULL;

  for (guint32 i = 0; i < term->n_args; i++)
    {
      const ChaseTerm *factor
          = term->args[term->kind == CHASE_TERM_COMPOSE ? term->n_args - 1 - i : i];
      g_autoptr (GHashTable) next = chase_evaluate_function (theory, factor);
      g_autoptr (GHashTable) before = g_steal_pointer (&made);

      if (next == NULL)
        return NULL;
      made = before != NULL ? after (next, before) : g_steal_pointer (&next);
      if (made == NULL)
        return NULL;
    }
  return g_steal_pointer (&made);
}

/* NULL where two elements have one image. */
static GHashTable *
turned_round (GHashTable *function)
{
  g_autoptr (GHashTable) made = names_new ();
  GHashTableIter iter;
  gpointer x, y;

  g_hash_table_iter_init (&iter, function);
  while (g_hash_table_iter_next (&iter, &x, &y))
    if (!g_hash_table_insert (made, y, x))
      return NULL;
  return g_steal_pointer (&made);
}

/* By repeated squaring; the power 0 is the identity of what the function is defined on. */
static GHashTable *
power (ChaseTheory *theory, const ChaseTerm *term)
{
  g_autoptr (GHashTable) base = chase_evaluate_function (theory, term->args[0]);
  g_autoptr (GHashTable) made = NULL;
  guint64 left = (guint64)ABS ((gint64)chase_term_get_number (term));
  GHashTableIter iter;
  gpointer x;

  if (base != NULL && chase_term_get_number (term) < 0)
    {
      g_autoptr (GHashTable) there = g_steal_pointer (&base);

      base = turned_round (there);
    }
  if (base == NULL || left == 1)
    return g_steal_pointer (&base);
  made = names_new ();
  g_hash_table_iter_init (&iter, base);
  while (g_hash_table_iter_next (&iter, &x, NULL))
    g_hash_table_insert (made, x, x);
  for (; left > 0 && made != NULL && base != NULL; left >>= 1)
    {
      g_autoptr (GHashTable) before = g_steal_pointer (&made);
      g_autoptr (GHashTable) once = g_steal_pointer (&base);

      made = (left & 1) != 0 ? after (once, before) : g_hash_table_ref (before);
      base = after (once, once);
    }
  return base != NULL ? g_steal_pointer (&made) : NULL;
}

static GHashTable *
written_out (const ChaseTerm *term)
{
  g_autoptr (GHashTable) made = names_new ();

  for (guint32 i = 0; i + 1 < term->n_args; i += 2)
    if (!g_hash_table_insert (made, (char *)term->args[i]->name, (char *)term->args[i + 1]->name))
      return NULL;
  return g_steal_pointer (&made);
}

GHashTable *
chase_evaluate_function (ChaseTheory *theory, const ChaseTerm *term)
{
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_APPLY:
      return value_of_path (theory, term);
    case CHASE_TERM_COMPONENT:
      return component (theory, term);
    case CHASE_TERM_IDENTITY:
      return identity (theory, term->args[0]);
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
      return composite (theory, term);
    case CHASE_TERM_POWER:
      return power (theory, term);
    case CHASE_TERM_FUNCTION:
      return written_out (term);
    default:
      return term->kind == CHASE_TERM_SET && term->n_args == 0 ? names_new () : NULL;
    }
}

/* Comparing. */

static gboolean
has_values (GHashTable *function, ChaseName *const *from, guint32 n, ChaseName *const *to,
            const guint32 *values)
{
  if (function == NULL || g_hash_table_size (function) != n)
    return FALSE;
  for (guint32 x = 0; x < n; x++)
    if (g_strcmp0 (g_hash_table_lookup (function, from[x]), to[values[x]]) != 0)
      return FALSE;
  return TRUE;
}

gboolean
chase_evaluates_to_function (ChaseTheory *theory, const ChaseTerm *term,
                             const ChaseFunction *function)
{
  g_autoptr (GHashTable) mine = chase_evaluate_function (theory, term);

  return has_values (mine, function->domain, function->n_domain, function->codomain,
                     function->values);
}

gboolean
chase_evaluates_to_sets (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term,
                         const ChaseSets *sets, GHashTable *listing)
{
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (ChaseSets) mine = NULL;
  const ChaseFunctor *functor;

  if (category->kind == CHASE_CATEGORY_FUNCTORS)
    {
      functor = chase_theory_functor (theory, term, category->parts[0], category->parts[1], NULL);
      mine = functor != NULL ? chase_values_of (functor, listing) : NULL;
      return mine != NULL && chase_sets_equal (mine, sets);
    }
  names = chase_evaluate_set (theory, term);
  if (names == NULL || sets->n_objects != 1 || g_hash_table_size (names) != sets->sizes[0])
    return FALSE;
  for (guint32 x = 0; x < sets->sizes[0]; x++)
    if (!g_hash_table_remove (names, sets->names[x]))
      return FALSE;
  return TRUE;
}

static gboolean
is_transformation (ChaseTheory *theory, const ChaseTerm *term, const ChaseSetMap *map,
                   GHashTable *listing)
{
  const ChaseTransformation *alpha = chase_theory_transformation (theory, term, NULL, NULL, NULL);
  g_autoptr (ChaseSets) from = chase_values_of (alpha->from, listing);
  g_autoptr (ChaseSets) to = chase_values_of (alpha->to, listing);
  g_autoptr (ChaseDemands) demands = chase_demands_of_transformation (alpha);

  return from != NULL && to != NULL && chase_sets_equal (from, map->from)
         && chase_sets_equal (to, map->to) && chase_demands_are_evident (demands)
         && memcmp (alpha->functions, map->values,
                    alpha->offsets[from->n_objects] * sizeof (guint32))
                == 0;
}

gboolean
chase_evaluates_to_map (ChaseTheory *theory, const ChaseCategory *category, const ChaseTerm *term,
                        const ChaseSetMap *map, GHashTable *listing)
{
  g_autoptr (GHashTable) mine = NULL;

  if (category->kind == CHASE_CATEGORY_FUNCTORS)
    return is_transformation (theory, term, map, listing);
  mine = chase_evaluate_function (theory, term);
  return map->from->n_objects == 1
         && has_values (mine, map->from->names, map->from->sizes[0], map->to->names, map->values);
}
