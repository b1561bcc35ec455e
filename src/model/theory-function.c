/* SPDX-License-Identifier: MIT */
#include "model/theory-private.h"

/* Paths in Set: functions, written with the values of functors and transformations. */

static ChaseFunction *
evaluate (ChaseTheory *theory, const ChaseTerm *term, guint depth, GPtrArray *problems);

void
chase_function_free (ChaseFunction *function)
{
  if (function == NULL)
    return;
  g_free (function->values);
  g_free (function);
}

static ChaseFunction *
function_new (ChaseName **domain, guint32 n_domain, ChaseName **codomain, guint32 n_codomain)
{
  ChaseFunction *function = g_new0 (ChaseFunction, 1);

  function->domain = domain;
  function->n_domain = n_domain;
  function->codomain = codomain;
  function->n_codomain = n_codomain;
  function->values = g_new (guint32, n_domain + 1);
  for (guint32 x = 0; x < n_domain; x++)
    function->values[x] = x;
  return function;
}

static ChaseFunction *
between_sets (const ChaseSets *from, guint32 a, const ChaseSets *to, guint32 b)
{
  return function_new (from->names + from->first[a], from->sizes[a], to->names + to->first[b],
                       to->sizes[b]);
}

static const ChaseFunctor *
functor_to_sets (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems)
{
  const ChaseFunctor *functor = chase_theory_functor_term (theory, term, NULL, NULL, problems);

  if (functor == NULL || functor->form == CHASE_FUNCTOR_SETS)
    return functor;
  chase_theory_error (problems, term, NULL,
                      functor->target->kind == CHASE_CATEGORY_SETS
                          ? "the sets of %s are not written out"
                          : "%s does not go to Set",
                      functor->key);
  return NULL;
}

static ChaseFunction *
value_at_path (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems)
{
  const ChaseFunctor *functor = functor_to_sets (theory, term->args[0], problems);
  g_autoptr (GArray) word = NULL;
  g_autoptr (ChaseFunction) function = NULL;
  guint32 from, to;

  if (functor == NULL)
    return NULL;
  word = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (!chase_theory_path (theory, chase_theory_argument (theory, functor), term->args[1], &from,
                          &to, word, problems))
    return NULL;
  if (functor->contravariant)
    {
      guint32 end = from;

      from = to;
      to = end;
    }
  function = between_sets (functor->sets, from, functor->sets, to);
  for (guint32 x = 0; x < function->n_domain; x++)
    for (guint i = 0; i < word->len && function->values[x] != NOWHERE; i++)
      {
        guint32 letter
            = g_array_index (word, guint32, functor->contravariant ? word->len - 1 - i : i);

        function->values[x]
            = functor->sets->functions[functor->sets->offsets[letter] + function->values[x]];
      }
  for (guint32 x = 0; x < function->n_domain; x++)
    if (function->values[x] == NOWHERE)
      {
        chase_theory_error (problems, term, NULL, "%s sends an isomorphism to what is no bijection",
                            functor->key);
        return NULL;
      }
  return g_steal_pointer (&function);
}

static ChaseFunction *
component (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems)
{
  const ChaseTransformation *alpha
      = chase_theory_transformation (theory, term->args[0], NULL, NULL, problems);
  ChaseFunction *function;
  guint32 object;

  if (alpha == NULL)
    return NULL;
  if (alpha->form != CHASE_TRANSFORMATION_FUNCTIONS)
    {
      chase_theory_error (problems, term, NULL,
                          "the components of %s are not functions that are written out",
                          alpha->key);
      return NULL;
    }
  if (!chase_theory_object (theory, alpha->from->source, term->args[1], &object, problems))
    return NULL;
  function = between_sets (alpha->from->sets, object, alpha->to->sets, object);
  for (guint32 x = 0; x < function->n_domain; x++)
    function->values[x] = alpha->functions[alpha->offsets[object] + x];
  return function;
}

static ChaseFunction *
identity (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems)
{
  const ChaseTerm *set = term->args[0];
  const ChaseFunctor *functor;
  guint32 object;

  if (set->kind != CHASE_TERM_APPLY)
    {
      g_autofree char *text = chase_term_to_text (set);

      chase_theory_error (problems, set, NULL, "%s is not a set of this document", text);
      return NULL;
    }
  functor = functor_to_sets (theory, set->args[0], problems);
  if (functor == NULL
      || !chase_theory_object (theory, chase_theory_argument (theory, functor), set->args[1],
                               &object, problems))
    return NULL;
  return between_sets (functor->sets, object, functor->sets, object);
}

/* Sets are the same when they have the same elements, in whatever order: then *@map takes numbers
 * to numbers. */
static guint32 *
match_sets (ChaseName **from, guint32 n_from, ChaseName **to, guint32 n_to)
{
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  guint32 *map;

  if (n_from != n_to)
    return NULL;
  for (guint32 i = 0; i < n_to; i++)
    g_hash_table_insert (index, to[i], GUINT_TO_POINTER (i + 1));
  map = g_new (guint32, n_from + 1);
  for (guint32 i = 0; i < n_from; i++)
    {
      map[i] = GPOINTER_TO_UINT (g_hash_table_lookup (index, from[i])) - 1;
      if (map[i] == NOWHERE)
        {
          g_free (map);
          return NULL;
        }
    }
  return map;
}

static ChaseFunction *
compose (ChaseFunction *first, ChaseFunction *second)
{
  g_autofree guint32 *map
      = match_sets (first->codomain, first->n_codomain, second->domain, second->n_domain);
  ChaseFunction *composite;

  if (map == NULL)
    return NULL;
  composite = function_new (first->domain, first->n_domain, second->codomain, second->n_codomain);
  for (guint32 x = 0; x < first->n_domain; x++)
    composite->values[x] = second->values[map[first->values[x]]];
  return composite;
}

static ChaseFunction *
composite (ChaseTheory *theory, const ChaseTerm *term, guint depth, GPtrArray *problems)
{
  gboolean reversed = term->kind == CHASE_TERM_COMPOSE;
  const ChaseTerm *before = NULL;
  ChaseFunction *result = NULL;

  for (guint32 i = 0; i < term->n_args; i++)
    {
      const ChaseTerm *factor = term->args[reversed ? term->n_args - 1 - i : i];
      g_autoptr (ChaseFunction) next = evaluate (theory, factor, depth + 1, problems);
      g_autoptr (ChaseFunction) first = result;

      result = NULL;
      if (next == NULL)
        return NULL;
      if (first == NULL)
        result = g_steal_pointer (&next);
      else
        result = compose (first, next);
      if (result == NULL)
        {
          g_autofree char *one = chase_term_to_text (before);
          g_autofree char *two = chase_term_to_text (factor);

          chase_theory_error (
              problems, factor, NULL,
              "%s after %s does not compose: the codomain of %s is not the domain of %s", two, one,
              one, two);
          return NULL;
        }
      before = factor;
    }
  return result;
}

static ChaseFunction *
inverse (ChaseFunction *function)
{
  ChaseFunction *back = function_new (function->codomain, function->n_codomain, function->domain,
                                      function->n_domain);

  for (guint32 y = 0; y < back->n_domain; y++)
    back->values[y] = NOWHERE;
  for (guint32 x = 0; x < function->n_domain; x++)
    back->values[function->values[x]] = x;
  for (guint32 y = 0; y < back->n_domain; y++)
    if (back->values[y] == NOWHERE || function->n_domain != function->n_codomain)
      {
        chase_function_free (back);
        return NULL;
      }
  return back;
}

static ChaseFunction *
power (ChaseTheory *theory, const ChaseTerm *term, guint depth, GPtrArray *problems)
{
  g_autoptr (ChaseFunction) base = evaluate (theory, term->args[0], depth + 1, problems);
  guint64 exponent = (guint64)ABS ((gint64)term->number);
  g_autoptr (ChaseFunction) result = NULL;

  if (base == NULL)
    return NULL;
  if (term->number < 0)
    {
      g_autoptr (ChaseFunction) there = g_steal_pointer (&base);

      base = inverse (there);
      if (base == NULL)
        {
          chase_theory_error (problems, term, NULL,
                              "this function is no bijection: it has no inverse");
          return NULL;
        }
    }
  if (exponent == 1)
    return g_steal_pointer (&base);
  result = function_new (base->domain, base->n_domain, base->domain, base->n_domain);
  for (; exponent > 0; exponent >>= 1)
    {
      ChaseFunction *square;

      if (exponent & 1)
        {
          ChaseFunction *next = compose (result, base);

          chase_function_free (result);
          result = next;
        }
      square = result != NULL ? compose (base, base) : NULL;
      if (square == NULL)
        {
          chase_theory_error (problems, term, NULL,
                              "only a function from a set to itself has powers");
          return NULL;
        }
      chase_function_free (base);
      base = square;
    }
  return g_steal_pointer (&result);
}

static ChaseFunction *
evaluate (ChaseTheory *theory, const ChaseTerm *term, guint depth, GPtrArray *problems)
{
  g_autofree char *text = NULL;

  if (depth > CHASE_MAX_DEPTH)
    {
      chase_theory_error (problems, term, NULL, "this term nests too deeply");
      return NULL;
    }
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_APPLY:
      return value_at_path (theory, term, problems);
    case CHASE_TERM_COMPONENT:
      return component (theory, term, problems);
    case CHASE_TERM_IDENTITY:
      return identity (theory, term, problems);
    case CHASE_TERM_COMPOSE:
    case CHASE_TERM_THEN:
      return composite (theory, term, depth, problems);
    case CHASE_TERM_POWER:
      return power (theory, term, depth, problems);
    default:
      text = chase_term_to_text (term);
      chase_theory_error (problems, term, "write the value of a functor, as in M(f)",
                          "%s is not a function", text);
      return NULL;
    }
}

ChaseFunction *
chase_theory_function (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems)
{
  return evaluate (theory, term, 0, problems);
}

GPtrArray *
chase_theory_set (ChaseTheory *theory, const ChaseTerm *term)
{
  GPtrArray *names = NULL;

  if (term->kind == CHASE_TERM_SET)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      names = g_ptr_array_new ();
      for (guint32 i = 0; i < term->n_args; i++)
        if (term->args[i]->kind == CHASE_TERM_NAME && g_hash_table_add (seen, term->args[i]->name))
          g_ptr_array_add (names, term->args[i]->name);
    }
  else if (term->kind == CHASE_TERM_APPLY)
    {
      ChaseTerm *args[1] = { (ChaseTerm *)term };
      g_autoptr (ChaseTerm) id = chase_term_new (CHASE_TERM_IDENTITY, args, 1, 0);
      g_autoptr (ChaseFunction) function = chase_theory_function (theory, id, NULL);

      if (function == NULL)
        return NULL;
      names = g_ptr_array_new ();
      for (guint32 x = 0; x < function->n_domain; x++)
        g_ptr_array_add (names, function->domain[x]);
    }
  return names;
}
