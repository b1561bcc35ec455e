/* SPDX-License-Identifier: MIT */
#include "model/theory-private.h"

#include "i18n.h"

/* Paths in Set: functions, written with the values of functors and transformations. */

static ChaseFunction *
evaluate (ChaseTheory *theory, const ChaseTerm *term, guint depth, GPtrArray *problems);

void
chase_function_free (ChaseFunction *function)
{
  if (function == NULL)
    return;
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&function->kept[i], g_ptr_array_unref);
  g_free (function->values);
  g_free (function);
}

/* One end of a function. */
typedef struct
{
  ChaseName **names;
  guint32 n;
  GPtrArray *kept; /* borrowed; what owns the names' array, or NULL */
} End;

static End
source_of (const ChaseFunction *function)
{
  return (End){ function->domain, function->n_domain, function->kept[0] };
}

static End
target_of (const ChaseFunction *function)
{
  return (End){ function->codomain, function->n_codomain, function->kept[1] };
}

static End
written_out (GPtrArray *names)
{
  return (End){ (ChaseName **)names->pdata, names->len, names };
}

static ChaseFunction *
function_new (End from, End to)
{
  ChaseFunction *function = g_new0 (ChaseFunction, 1);

  function->domain = from.names;
  function->n_domain = from.n;
  function->codomain = to.names;
  function->n_codomain = to.n;
  function->kept[0] = from.kept != NULL ? g_ptr_array_ref (from.kept) : NULL;
  function->kept[1] = to.kept != NULL ? g_ptr_array_ref (to.kept) : NULL;
  function->values = g_new (guint32, from.n + 1);
  for (guint32 x = 0; x < from.n; x++)
    function->values[x] = x;
  return function;
}

static End
set_at (const ChaseSets *sets, guint32 object)
{
  return (End){ sets->names + sets->first[object], sets->sizes[object], NULL };
}

static ChaseFunction *
between_sets (const ChaseSets *from, guint32 a, const ChaseSets *to, guint32 b)
{
  return function_new (set_at (from, a), set_at (to, b));
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
  if (!chase_theory_object (theory, chase_theory_argument (theory, alpha->from), term->args[1],
                            &object, problems))
    return NULL;
  function = between_sets (alpha->from->sets, object, alpha->to->sets, object);
  for (guint32 x = 0; x < function->n_domain; x++)
    function->values[x] = alpha->functions[alpha->offsets[object] + x];
  return function;
}

/* The elements of {x, y}, or NULL with an error. */
static GPtrArray *
elements_of (const ChaseTerm *term, GPtrArray *problems)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint32 i = 0; i < term->n_args; i++)
    {
      const ChaseTerm *element = term->args[i];
      g_autofree char *text = NULL;

      if (element->kind == CHASE_TERM_NAME && g_hash_table_add (seen, element->name))
        {
          g_ptr_array_add (names, element->name);
          continue;
        }
      text = chase_term_to_text (element);
      chase_theory_error (problems, element, NULL,
                          element->kind == CHASE_TERM_NAME ? "the element %s is there already"
                                                           : _ ("%s is not a name or a number"),
                          text);
      return NULL;
    }
  return g_steal_pointer (&names);
}

/* The set M(A), or one that is written out. */
static gboolean
read_set (ChaseTheory *theory, const ChaseTerm *set, End *end, GPtrArray *problems)
{
  const ChaseFunctor *functor;
  guint32 object;

  if (set->kind == CHASE_TERM_SET)
    {
      GPtrArray *names = elements_of (set, problems);

      if (names != NULL)
        *end = written_out (names);
      return names != NULL;
    }
  if (set->kind != CHASE_TERM_APPLY)
    {
      g_autofree char *text = chase_term_to_text (set);

      chase_theory_error (problems, set, "write {x, y}, or the value of a functor, as in M(A)",
                          "%s is not a set of this document", text);
      return FALSE;
    }
  functor = functor_to_sets (theory, set->args[0], problems);
  if (functor == NULL
      || !chase_theory_object (theory, chase_theory_argument (theory, functor), set->args[1],
                               &object, problems))
    return FALSE;
  *end = set_at (functor->sets, object);
  return TRUE;
}

static ChaseFunction *
identity (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems)
{
  ChaseFunction *function;
  End end;

  if (!read_set (theory, term->args[0], &end, problems))
    return NULL;
  function = function_new (end, end);
  g_clear_pointer (&end.kept, g_ptr_array_unref);
  return function;
}

/* {x |-> y, ...}: its domain is what is given a value, its codomain at least the values. */
static ChaseFunction *
written_function (const ChaseTerm *term, GPtrArray *problems)
{
  g_autoptr (GPtrArray) domain = g_ptr_array_new ();
  g_autoptr (GPtrArray) codomain = g_ptr_array_new ();
  g_autoptr (GHashTable) from = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) to = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint32));
  ChaseFunction *function;

  for (guint32 i = 0; i + 1 < term->n_args; i += 2)
    {
      ChaseName *x = term->args[i]->name, *y = term->args[i + 1]->name;
      guint32 value;

      if (!g_hash_table_add (from, x))
        {
          chase_theory_error (problems, term->args[i], NULL, "%s is given a second value", x);
          return NULL;
        }
      g_ptr_array_add (domain, x);
      if (!g_hash_table_contains (to, y))
        {
          g_hash_table_insert (to, y, GUINT_TO_POINTER (codomain->len));
          g_ptr_array_add (codomain, y);
        }
      value = GPOINTER_TO_UINT (g_hash_table_lookup (to, y));
      g_array_append_val (values, value);
    }
  function = function_new (written_out (domain), written_out (codomain));
  for (guint i = 0; i < values->len; i++)
    function->values[i] = g_array_index (values, guint32, i);
  function->open = TRUE;
  return function;
}

guint32 *
chase_match_sets (ChaseName **from, guint32 n_from, ChaseName **to, guint32 n_to, gboolean part)
{
  g_autoptr (GHashTable) index = g_hash_table_new (g_str_hash, g_str_equal);
  guint32 *map;

  if (part ? n_from > n_to : n_from != n_to)
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
  g_autofree guint32 *map = chase_match_sets (first->codomain, first->n_codomain, second->domain,
                                              second->n_domain, first->open);
  ChaseFunction *composite;

  if (map == NULL)
    return NULL;
  composite = function_new (source_of (first), target_of (second));
  for (guint32 x = 0; x < first->n_domain; x++)
    composite->values[x] = second->values[map[first->values[x]]];
  composite->open = second->open;
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
  ChaseFunction *back = function_new (target_of (function), source_of (function));

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
  guint64 exponent = (guint64)ABS ((gint64)chase_term_get_number (term));
  g_autoptr (ChaseFunction) result = NULL;

  if (base == NULL)
    return NULL;
  if (chase_term_get_number (term) < 0)
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
  result = function_new (source_of (base), source_of (base));
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
    case CHASE_TERM_FUNCTION:
      return written_function (term, problems);
    default:
      if (term->kind == CHASE_TERM_SET && term->n_args == 0)
        return written_function (term, problems);
      text = chase_term_to_text (term);
      chase_theory_error (problems, term,
                          "write {x |-> y, ...}, or the value of a functor, as in M(f)",
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
chase_theory_set (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems)
{
  GPtrArray *names;
  End end;

  if (!read_set (theory, term, &end, problems))
    return NULL;
  if (end.kept != NULL)
    return end.kept;
  names = g_ptr_array_new ();
  for (guint32 x = 0; x < end.n; x++)
    g_ptr_array_add (names, end.names[x]);
  return names;
}
