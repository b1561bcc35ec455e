/* SPDX-License-Identifier: MIT */
#include "model/slice-sets.h"

#include "model/theory-private.h"

gboolean
chase_is_slice_of_sets (const ChaseCategory *category)
{
  return category != NULL
         && (category->kind == CHASE_CATEGORY_OVER || category->kind == CHASE_CATEGORY_UNDER)
         && category->parts[0]->kind == CHASE_CATEGORY_SETS;
}

static ChaseTerm *
of_terms (ChaseTermKind kind, GPtrArray *args)
{
  return chase_term_new (kind, (ChaseTerm *const *)args->pdata, args->len, 0);
}

ChaseTerm *
chase_set_of_names (ChaseName *const *names, guint32 n)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);

  for (guint32 x = 0; x < n; x++)
    g_ptr_array_add (args, chase_term_new_name (names[x]));
  return of_terms (CHASE_TERM_SET, args);
}

/* @function as a term that tells both of its sets. */
static ChaseTerm *
closed_term (const ChaseFunction *function)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_term_unref);
  g_autoptr (ChaseTerm) set = chase_set_of_names (function->codomain, function->n_codomain);
  g_autoptr (ChaseTerm) identity
      = chase_term_new (CHASE_TERM_IDENTITY, (ChaseTerm *[]){ set }, 1, 0);
  g_autoptr (ChaseTerm) values = NULL;

  for (guint32 x = 0; x < function->n_domain; x++)
    {
      g_ptr_array_add (args, chase_term_new_name (function->domain[x]));
      g_ptr_array_add (args, chase_term_new_name (function->codomain[function->values[x]]));
    }
  values = of_terms (CHASE_TERM_FUNCTION, args);
  return chase_term_new (CHASE_TERM_COMPOSE, (ChaseTerm *[]){ identity, values }, 2, 0);
}

ChaseTerm *
chase_end_of_function (const ChaseTerm *term, guint i)
{
  const ChaseTerm *values = term->args[1];
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (i == 1)
    return chase_term_ref (term->args[0]->args[0]);
  for (guint32 x = 0; x < values->n_args; x += 2)
    g_ptr_array_add (names, values->args[x]->name);
  return chase_set_of_names ((ChaseName *const *)names->pdata, names->len);
}

/* The identity of @set. */
static ChaseTerm *
identity_of (const ChaseTerm *set)
{
  return chase_term_new (CHASE_TERM_IDENTITY, (ChaseTerm *[]){ (ChaseTerm *)set }, 1, 0);
}

/* @second after @first, in full; NULL with the reason in @problems. */
static ChaseTerm *
after (ChaseTheory *theory, const ChaseTerm *second, const ChaseTerm *first, GPtrArray *problems)
{
  g_autoptr (ChaseTerm) composite = chase_term_new (
      CHASE_TERM_COMPOSE, (ChaseTerm *[]){ (ChaseTerm *)second, (ChaseTerm *)first }, 2, 0);
  g_autoptr (ChaseFunction) function = chase_theory_function (theory, composite, problems);

  return function != NULL ? closed_term (function) : NULL;
}

/* @term as a function to @set. */
static ChaseTerm *
into (ChaseTheory *theory, const ChaseTerm *set, const ChaseTerm *term, GPtrArray *problems)
{
  g_autoptr (ChaseTerm) identity = identity_of (set);

  return after (theory, identity, term, problems);
}

gboolean
chase_functions_equal (ChaseTheory *theory, const ChaseTerm *first, const ChaseTerm *second)
{
  g_autoptr (ChaseFunction) one = chase_theory_function (theory, first, NULL);
  g_autoptr (ChaseFunction) two = chase_theory_function (theory, second, NULL);
  g_autofree guint32 *from = NULL;
  g_autofree guint32 *to = NULL;

  if (one == NULL || two == NULL)
    return FALSE;
  from = chase_match_sets (one->domain, one->n_domain, two->domain, two->n_domain, FALSE);
  to = chase_match_sets (one->codomain, one->n_codomain, two->codomain, two->n_codomain, FALSE);
  if (from == NULL || to == NULL)
    return FALSE;
  for (guint32 x = 0; x < one->n_domain; x++)
    if (to[one->values[x]] != two->values[from[x]])
      return FALSE;
  return TRUE;
}

/* @term in full, where it says in which set its values lie. */
static ChaseTerm *
closed (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems)
{
  g_autoptr (ChaseFunction) function = chase_theory_function (theory, term, problems);

  if (function == NULL)
    return NULL;
  if (!function->open || function->n_domain == 0)
    return closed_term (function);
  chase_theory_error (problems, term, "compose it with an identity: id({0, 1}) . {x |-> 0}",
                      "in which set the values of this function lie is not said");
  return NULL;
}

/* Does @function, in full, start at the set that the slice is under? */
static gboolean
starts_there (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *function,
              const ChaseTerm *term, GPtrArray *problems)
{
  g_autoptr (ChaseTerm) identity = identity_of (slice->point);
  g_autoptr (ChaseTerm) whole = after (theory, function, identity, NULL);
  g_autofree char *text = NULL;
  g_autofree char *point = NULL;

  if (whole != NULL)
    return TRUE;
  text = chase_term_to_text (term);
  point = chase_term_to_text (slice->point);
  chase_theory_error (problems, term, NULL, "%s does not start from %s", text, point);
  return FALSE;
}

/* A function to the set that the slice is over. */
static ChaseTerm *
object_over (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term,
             GPtrArray *problems)
{
  g_autoptr (ChaseFunction) function = chase_theory_function (theory, term, problems);
  ChaseTerm *made = function != NULL ? into (theory, slice->point, term, NULL) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *point = NULL;

  if (made != NULL || function == NULL)
    return made;
  text = chase_term_to_text (term);
  point = chase_term_to_text (slice->point);
  chase_theory_error (problems, term, NULL, "%s does not lead to %s", text, point);
  return NULL;
}

ChaseTerm *
chase_slice_set (const ChaseCategory *slice, const ChaseTerm *object)
{
  return chase_end_of_function (object, slice->kind == CHASE_CATEGORY_OVER ? 0 : 1);
}

ChaseTerm *
chase_slice_object (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term,
                    GPtrArray *problems)
{
  const ChaseTerm *value = chase_slice_value (theory, slice, term);
  g_autoptr (ChaseTerm) function = NULL;

  if (value != NULL)
    return chase_term_ref (value);
  if (slice->kind == CHASE_CATEGORY_OVER)
    return object_over (theory, slice, term, problems);
  function = closed (theory, term, problems);
  return function != NULL && starts_there (theory, slice, function, term, problems)
             ? g_steal_pointer (&function)
             : NULL;
}

void
chase_slice_morphism_clear (ChaseSliceMorphism *morphism)
{
  g_clear_pointer (&morphism->h, chase_term_unref);
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&morphism->ends[i], chase_term_unref);
}

/* (h, g): over S the values of h lie where g starts. */
static gboolean
pair_over (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term,
           ChaseSliceMorphism *morphism, GPtrArray *problems)
{
  g_autoptr (ChaseTerm) set = NULL;

  morphism->ends[1] = chase_slice_object (theory, slice, term->args[1], problems);
  if (morphism->ends[1] == NULL)
    return FALSE;
  set = chase_end_of_function (morphism->ends[1], 0);
  morphism->h = into (theory, set, term->args[0], problems);
  if (morphism->h != NULL)
    morphism->ends[0] = after (theory, morphism->ends[1], morphism->h, problems);
  return morphism->ends[0] != NULL;
}

/* Under S, h starts where the values of g lie. */
static gboolean
pair_under (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term,
            ChaseSliceMorphism *morphism, GPtrArray *problems)
{
  g_autoptr (ChaseTerm) set = NULL;

  morphism->h = closed (theory, term->args[0], problems);
  if (morphism->h == NULL)
    return FALSE;
  set = chase_end_of_function (morphism->h, 0);
  morphism->ends[0] = into (theory, set, term->args[1], problems);
  if (morphism->ends[0] != NULL
      && starts_there (theory, slice, morphism->ends[0], term->args[1], problems))
    morphism->ends[1] = after (theory, morphism->h, morphism->ends[0], problems);
  return morphism->ends[1] != NULL;
}

static gboolean
identity (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term,
          ChaseSliceMorphism *morphism, GPtrArray *problems)
{
  gboolean over = slice->kind == CHASE_CATEGORY_OVER;
  g_autoptr (ChaseTerm) set = NULL;
  g_autoptr (ChaseTerm) one = NULL;

  morphism->ends[0] = chase_slice_object (theory, slice, term->args[0], problems);
  if (morphism->ends[0] == NULL)
    return FALSE;
  morphism->ends[1] = chase_term_ref (morphism->ends[0]);
  set = chase_end_of_function (morphism->ends[0], over ? 0 : 1);
  one = identity_of (set);
  morphism->h = closed (theory, one, problems);
  return morphism->h != NULL;
}

/* *@morphism becomes @next after it. */
static gboolean
follow (ChaseTheory *theory, ChaseSliceMorphism *morphism, const ChaseSliceMorphism *next,
        const ChaseTerm *at, GPtrArray *problems)
{
  g_autoptr (ChaseTerm) first = g_steal_pointer (&morphism->h);

  if (!chase_functions_equal (theory, morphism->ends[1], next->ends[0]))
    {
      chase_theory_error (problems, at, NULL, "these two paths do not compose");
      return FALSE;
    }
  morphism->h = after (theory, next->h, first, problems);
  chase_term_set (&morphism->ends[1], next->ends[1]);
  return morphism->h != NULL;
}

static gboolean
read (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term,
      ChaseSliceMorphism *morphism, guint depth, GPtrArray *problems);

static gboolean
composite (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term,
           ChaseSliceMorphism *morphism, guint depth, GPtrArray *problems)
{
  gboolean reversed = term->kind == CHASE_TERM_COMPOSE;
  gboolean good = read (theory, slice, term->args[reversed ? term->n_args - 1 : 0], morphism,
                        depth + 1, problems);

  for (guint32 i = 1; good && i < term->n_args; i++)
    {
      const ChaseTerm *factor = term->args[reversed ? term->n_args - 1 - i : i];
      ChaseSliceMorphism next = { 0 };

      good = read (theory, slice, factor, &next, depth + 1, problems)
             && follow (theory, morphism, &next, factor, problems);
      chase_slice_morphism_clear (&next);
    }
  return good;
}

/* h^n, of what runs from an object to itself; h^-1 runs back. */
static gboolean
power (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term,
       ChaseSliceMorphism *morphism, guint depth, GPtrArray *problems)
{
  g_autoptr (ChaseTerm) base = NULL;
  g_autoptr (ChaseTerm) raised = NULL;

  if (!read (theory, slice, term->args[0], morphism, depth + 1, problems))
    return FALSE;
  if (chase_term_get_number (term) != 1 && chase_term_get_number (term) != -1
      && !chase_functions_equal (theory, morphism->ends[0], morphism->ends[1]))
    {
      chase_theory_error (problems, term, NULL, "these two paths do not compose");
      return FALSE;
    }
  base = g_steal_pointer (&morphism->h);
  raised
      = chase_term_new (CHASE_TERM_POWER, (ChaseTerm *[]){ base }, 1, chase_term_get_number (term));
  morphism->h = closed (theory, raised, problems);
  if (chase_term_get_number (term) < 0)
    {
      ChaseTerm *end = morphism->ends[0];

      morphism->ends[0] = morphism->ends[1];
      morphism->ends[1] = end;
    }
  return morphism->h != NULL;
}

/* F(f) of a functor to the slice. */
static gboolean
value (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term,
       ChaseSliceMorphism *morphism)
{
  const ChaseTerm *ends[2];
  g_autoptr (ChaseTerm) below = chase_slice_value_at_path (theory, slice, term, &ends[0], &ends[1]);

  if (below == NULL)
    return FALSE;
  morphism->h = closed (theory, below, NULL);
  for (guint i = 0; i < 2; i++)
    morphism->ends[i] = chase_term_ref (ends[i]);
  return morphism->h != NULL;
}

static gboolean
read (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term,
      ChaseSliceMorphism *morphism, guint depth, GPtrArray *problems)
{
  g_autofree char *text = NULL;

  if (depth > CHASE_MAX_DEPTH)
    {
      chase_theory_error (problems, term, NULL, "this term nests too deeply");
      return FALSE;
    }
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_PAIR:
      return slice->kind == CHASE_CATEGORY_OVER
                 ? pair_over (theory, slice, term, morphism, problems)
                 : pair_under (theory, slice, term, morphism, problems);
    case CHASE_TERM_IDENTITY:
      return identity (theory, slice, term, morphism, problems);
    case CHASE_TERM_POWER:
      return power (theory, slice, term, morphism, depth, problems);
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
      return composite (theory, slice, term, morphism, depth, problems);
    default:
      if (value (theory, slice, term, morphism))
        return TRUE;
      text = chase_term_to_text (term);
      chase_theory_error (problems, term, "write (h, g): h over the function g",
                          "%s is no morphism of this slice", text);
      return FALSE;
    }
}

gboolean
chase_slice_morphism (ChaseTheory *theory, const ChaseCategory *slice, const ChaseTerm *term,
                      ChaseSliceMorphism *morphism, GPtrArray *problems)
{
  *morphism = (ChaseSliceMorphism){ 0 };
  return read (theory, slice, term, morphism, 0, problems);
}
