/* SPDX-License-Identifier: MIT */
#include "model/theory-private.h"

/*
 * Values of functors to categories of functors: F(A) is a functor, F(f) a transformation. Of a
 * Yoneda embedding whose values cannot be listed, F(A) is Hom(-, A).
 */

/* The functor of F(x) that goes to functors, or NULL with an error. */
static const ChaseFunctor *
applied (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems)
{
  const ChaseFunctor *functor
      = chase_theory_functor_term (theory, term->args[0], NULL, NULL, problems);
  const ChaseCategory *argument;
  g_autofree char *text = NULL;

  if (functor == NULL)
    return NULL;
  argument = chase_theory_argument (theory, functor);
  if (functor->target->kind == CHASE_CATEGORY_FUNCTORS && argument != NULL
      && argument->kind == CHASE_CATEGORY_PRESENTED)
    return functor;
  text = chase_term_to_text (term);
  chase_theory_error (problems, term, NULL,
                      "%s lies in %s: it is neither a functor nor a transformation", text,
                      functor->target->key);
  return NULL;
}

static gboolean
is_composite (const ChaseFunctor *functor)
{
  return functor->form == CHASE_FUNCTOR_TERM && functor->term != NULL
         && (functor->term->kind == CHASE_TERM_COMPOSE || functor->term->kind == CHASE_TERM_THEN)
         && functor->operands[0] != NULL && functor->operands[1] != NULL
         && functor->operands[1]->form == CHASE_FUNCTOR_WORDS;
}

static const ChaseFunctor *
not_written_out (const ChaseFunctor *functor, const ChaseTerm *term, GPtrArray *problems)
{
  chase_theory_error (problems, term, NULL, "the values of %s are not written out", functor->key);
  return NULL;
}

const ChaseFunctor *
chase_theory_functor_value (ChaseTheory *theory, const ChaseTerm *term, GPtrArray *problems)
{
  const ChaseFunctor *functor = applied (theory, term, problems);
  guint32 object;

  if (functor == NULL
      || !chase_theory_object (theory, chase_theory_argument (theory, functor), term->args[1],
                               &object, problems))
    return NULL;
  for (; is_composite (functor); functor = functor->operands[0])
    object = functor->operands[1]->objects[object];
  if (functor->form == CHASE_FUNCTOR_TABLES)
    return functor->functors[object];
  if (functor->form == CHASE_FUNCTOR_TERM && functor->term != NULL
      && functor->term->kind == CHASE_TERM_YONEDA)
    return chase_theory_hom (theory, functor->target->parts[0], object, FALSE);
  return not_written_out (functor, term, problems);
}

static void
reverse (GArray *letters)
{
  for (guint i = 0; i < letters->len / 2; i++)
    {
      guint32 *data = (guint32 *)(gpointer)letters->data;
      guint32 letter = data[i];

      data[i] = data[letters->len - 1 - i];
      data[letters->len - 1 - i] = letter;
    }
}

const ChaseFunctor *
chase_theory_applied_to_path (ChaseTheory *theory, const ChaseTerm *term, guint32 *source,
                              GArray *letters, GPtrArray *problems)
{
  const ChaseFunctor *functor = applied (theory, term, problems);
  guint32 target;

  if (functor == NULL
      || !chase_theory_path (theory, chase_theory_argument (theory, functor), term->args[1], source,
                             &target, letters, problems))
    return NULL;
  if (functor->contravariant)
    {
      *source = target;
      reverse (letters);
    }
  if (functor->form != CHASE_FUNCTOR_TABLES)
    return not_written_out (functor, term, problems);
  for (guint i = 0; i < letters->len; i++)
    if (functor->transformations[g_array_index (letters, guint32, i)] == NULL)
      return not_written_out (functor, term, problems);
  return functor;
}

gboolean
chase_theory_is_value (ChaseTheory *theory, const ChaseTerm *term, gboolean object)
{
  gboolean part = chase_theory_part_asked (theory, term) != NOWHERE;
  const ChaseFunctor *functor
      = term->kind == CHASE_TERM_APPLY && !part ? applied (theory, term, NULL) : NULL;
  const ChaseCategory *argument = functor != NULL ? chase_theory_argument (theory, functor) : NULL;
  gboolean of_object;
  guint32 place;

  if (part)
    return (chase_theory_functor_term (theory, term, NULL, NULL, NULL) != NULL) == object
           && (object || chase_theory_transformation (theory, term, NULL, NULL, NULL) != NULL);
  if (argument == NULL)
    return FALSE;
  of_object = chase_theory_object (theory, argument, term->args[1], &place, NULL);
  return object ? of_object
                : !of_object && chase_theory_knows_path (theory, argument, term->args[1]);
}
