/* SPDX-License-Identifier: MIT */
#include "model/theory-typing.h"

#include "i18n.h"

/* Objects as they are written: names, pairs, values of functors, objects of slices and of
 * categories of elements. */

gboolean
chase_typing_too_deep (ChaseTyping *typing, const ChaseTerm *term)
{
  if (typing->depth < CHASE_MAX_DEPTH)
    return FALSE;
  chase_theory_error (typing->problems, term, NULL, "this term nests too deeply");
  return TRUE;
}

const ChaseFunctor *
chase_typing_functor (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
                      const ChaseCategory **argument)
{
  const ChaseFunctor *functor
      = chase_theory_functor_term (typing->theory, term->args[0], NULL, NULL, typing->problems);
  g_autofree char *text = NULL;

  if (functor == NULL)
    return NULL;
  text = chase_term_to_text (term->args[0]);
  *argument = chase_theory_argument (typing->theory, functor);
  if (functor->target != category)
    {
      chase_theory_error (typing->problems, term, NULL, "%s goes to %s, not to %s", text,
                          functor->target->key, category->key);
      return NULL;
    }
  if (functor->form != CHASE_FUNCTOR_WORDS || *argument == NULL
      || (*argument)->kind != CHASE_CATEGORY_PRESENTED)
    {
      chase_theory_error (typing->problems, term, NULL,
                          "%s has no values that can be written in a path", text);
      return NULL;
    }
  return functor;
}

static gboolean
unknown_object (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term)
{
  g_autofree char *hint = NULL;

  if (g_hash_table_contains (category->failed, term->name))
    return FALSE;
  hint = chase_theory_guess (typing->theory, term->name, category->object_index, NULL);
  if (hint == NULL && chase_category_find_arrow (category, term->name) != NOWHERE)
    hint = g_strdup_printf (_ ("%s is an arrow"), term->name);
  chase_theory_error (typing->problems, term, hint, "%s has no object called %s", category->key,
                      term->name);
  return FALSE;
}

/* The element of Hom(A, -) at @object that the path @term is, or NOWHERE. */
static guint32
element_of_hom (ChaseTyping *typing, const ChaseFunctor *hom, guint32 object, const ChaseTerm *term)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean turned = !hom->covariant_hom;
  const ChaseCategory *category
      = turned ? chase_theory_opposite (typing->theory, hom->source) : hom->source;
  ChaseTyping quiet = *typing;
  guint32 source, target;

  quiet.problems = NULL;
  if (category == NULL || !chase_typing_path (&quiet, category, term, &source, &target, word)
      || (turned ? target : source) != hom->object || (turned ? source : target) != object)
    return NOWHERE;
  return chase_hom_element (hom, word, turned);
}

guint32
chase_typing_element (ChaseTyping *typing, const ChaseFunctor *functor, guint32 object,
                      const ChaseTerm *term)
{
  g_autofree char *text = term->kind == CHASE_TERM_NAME ? NULL : chase_term_to_text (term);
  guint32 x = chase_sets_find (functor->sets, object, text != NULL ? text : term->name);

  if (x == NOWHERE && functor->term != NULL && functor->term->kind == CHASE_TERM_HOM
      && functor->object != NOWHERE)
    x = element_of_hom (typing, functor, object, term);
  return x;
}

static gboolean
object_of_pair (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
                guint32 *object)
{
  guint32 first, second;

  if (category->product)
    {
      gboolean one = chase_typing_object (typing, category->parts[0], term->args[0], &first);

      if (!chase_typing_object (typing, category->parts[1], term->args[1], &second) || !one)
        return FALSE;
      *object = first * chase_presentation_n_objects (category->parts[1]->presentation) + second;
      return TRUE;
    }
  if (category->elements != NULL)
    {
      const ChaseSets *sets = category->elements->sets;
      g_autofree char *text = NULL;
      g_autofree char *element = NULL;

      if (!chase_typing_object (typing, category->parts[0], term->args[0], &first))
        return FALSE;
      second = chase_typing_element (typing, category->elements, first, term->args[1]);
      *object = second != NOWHERE ? (guint32)sets->first[first] + second : NOWHERE;
      if (second != NOWHERE)
        return TRUE;
      text = chase_term_to_text (term->args[0]);
      element = chase_term_to_text (term->args[1]);
      chase_theory_error (typing->problems, term->args[1], NULL, "the set at %s has no element %s",
                          text, element);
      return FALSE;
    }
  chase_theory_error (typing->problems, term, NULL,
                      "%s is not a product: a pair is no object of it", category->key);
  return FALSE;
}

/* The element of the Hom functor of a slice that the path @word is; it begins (in the opposite of
 * the slice's category, ends) at the fixed object. */
static guint32
element_of_path (const ChaseCategory *slice, const GArray *word)
{
  return chase_hom_element (slice->elements, word, slice->parts[0] != slice->elements->source);
}

gboolean
chase_typing_object_of_slice (ChaseTyping *typing, const ChaseCategory *slice,
                              const ChaseTerm *term, guint32 *at, guint32 *x)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  gboolean over = slice->parts[0] != slice->elements->source;
  g_autofree char *text = NULL;
  guint32 source, target;

  if (!chase_typing_path (typing, slice->parts[0], term, &source, &target, word))
    return FALSE;
  *at = over ? source : target;
  if ((over ? target : source) == slice->object)
    {
      *x = element_of_path (slice, word);
      return TRUE;
    }
  text = chase_term_to_text (term);
  chase_theory_error (typing->problems, term, NULL,
                      over ? _ ("%s is no object of %s: it ends at %s, not %s")
                           : _ ("%s is no object of %s: it begins at %s, not %s"),
                      text, slice->key,
                      chase_typing_object_name (slice->parts[0], over ? target : source),
                      chase_typing_object_name (slice->parts[0], slice->object));
  return FALSE;
}

/* Is @term a value of a functor to @category, and not a path like F(f)? */
static gboolean
is_value (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term)
{
  const ChaseFunctor *functor = NULL;

  if (term->kind == CHASE_TERM_APPLY)
    functor = chase_theory_functor_term (typing->theory, term->args[0], NULL, NULL, NULL);
  return functor != NULL && functor->target == category;
}

const ChaseCategory *
chase_typing_table_of_functors (const ChaseCategory *category)
{
  if (category->functors != NULL)
    return category;
  return category->dual != NULL && category->dual->functors != NULL ? category->dual : NULL;
}

/* An object of a functor category: a functor. */
static gboolean
object_of_functors (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
                    guint32 *object)
{
  const ChaseFunctor *functor;

  *object
      = term->kind == CHASE_TERM_NAME ? chase_category_find_object (category, term->name) : NOWHERE;
  if (*object != NOWHERE)
    return TRUE;
  functor = chase_theory_functor_term (typing->theory, term, category->parts[0], category->parts[1],
                                       typing->problems);
  if (functor == NULL)
    return FALSE;
  /* What breaks a law is said where that is decided. */
  *object = chase_theory_find_functor (typing->theory, category, functor);
  return *object != NOWHERE;
}

gboolean
chase_typing_object (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
                     guint32 *object)
{
  const ChaseCategory *argument;
  const ChaseFunctor *functor;
  gboolean typed = FALSE;

  if (chase_typing_too_deep (typing, term))
    return FALSE;
  typing->depth++;
  if (chase_typing_table_of_functors (category) != NULL && !is_value (typing, category, term))
    {
      typed = object_of_functors (typing, chase_typing_table_of_functors (category), term, object);
      typing->depth--;
      return typed;
    }
  if (category->slice && !is_value (typing, category, term))
    {
      guint32 at, x;

      /* A name with signs in it, as the program writes it. */
      *object = term->kind == CHASE_TERM_NAME ? chase_category_find_object (category, term->name)
                                              : NOWHERE;
      typed = *object != NOWHERE;
      if (!typed && chase_typing_object_of_slice (typing, category, term, &at, &x))
        {
          *object = (guint32)category->elements->sets->first[at] + x;
          typed = TRUE;
        }
      typing->depth--;
      return typed;
    }
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_NAME:
      *object = chase_category_find_object (category, term->name);
      typed = *object != NOWHERE || unknown_object (typing, category, term);
      break;
    case CHASE_TERM_APPLY:
      functor = chase_typing_functor (typing, category, term, &argument);
      typed = functor != NULL && chase_typing_object (typing, argument, term->args[1], object);
      if (typed)
        *object = functor->objects[*object];
      break;
    case CHASE_TERM_PAIR:
      typed = object_of_pair (typing, category, term, object);
      break;
    default:
      {
        g_autofree char *text = chase_term_to_text (term);

        chase_theory_error (typing->problems, term, NULL, "%s is not an object", text);
      }
    }
  typing->depth--;
  return typed;
}
