/* SPDX-License-Identifier: MIT */
#include "model/theory-checking.h"

#include "i18n.h"

/* Words of praise, given only to what can bear them. */

static const char *const subject_words[]
    = { N_ ("objects"),  N_ ("morphisms"),       N_ ("categories"),
        N_ ("functors"), N_ ("transformations"), N_ ("functors and transformations") };

ChaseSubject
chase_said_subject (ChaseAdjective adjective)
{
  if (adjective <= CHASE_ADJECTIVE_ZERO)
    return CHASE_SUBJECT_OBJECTS;
  if (adjective <= CHASE_ADJECTIVE_IDENTITY)
    return CHASE_SUBJECT_MORPHISMS;
  if (adjective <= CHASE_ADJECTIVE_POSET)
    return CHASE_SUBJECT_CATEGORIES;
  if (adjective == CHASE_ADJECTIVE_ISOMORPHISM)
    return CHASE_SUBJECT_MANY;
  return adjective == CHASE_ADJECTIVE_NATURAL ? CHASE_SUBJECT_TRANSFORMATIONS
                                              : CHASE_SUBJECT_FUNCTORS;
}

static void
check_subject_in_category (ChaseChecking *checking, const ChaseProposition *proposition,
                           ChaseSubject subject)
{
  const ChaseTerm *term = chase_said_nth (proposition->terms, 0);
  const ChaseCategory *category
      = chase_theory_proposition_category (checking->theory, proposition, checking->problems);

  if (category == NULL)
    return;
  if (subject == CHASE_SUBJECT_OBJECTS)
    chase_check_object (checking, category, term);
  else
    chase_check_morphism (checking, category, proposition, term);
}

/* Is there an object (an arrow) of this name in any category? */
static gboolean
named_inside (ChaseTheory *theory, const ChaseTerm *term, gboolean object)
{
  GPtrArray *list = g_hash_table_lookup (chase_theory_candidates (theory), term->name);

  for (guint i = 0; i < chase_said_length (list); i++)
    {
      const ChaseCategory *category = g_ptr_array_index (list, i);

      if (object ? chase_theory_knows_object (theory, category, term)
                 : chase_theory_knows_path (theory, category, term))
        return TRUE;
    }
  return FALSE;
}

/* A definition of the document praised with a word for something else: an error, and TRUE. */
static gboolean
misplaced (ChaseChecking *checking, const ChaseProposition *proposition, ChaseAdjective adjective,
           ChaseSubject subject)
{
  const ChaseTerm *term = chase_said_nth (proposition->terms, 0);
  ChaseItem *item = chase_check_named (checking, term);
  gboolean fits;
  const char *hint = NULL;

  if (item == NULL || (subject <= CHASE_SUBJECT_MORPHISMS && proposition->in != NULL))
    return FALSE;
  switch (item->kind)
    {
    case CHASE_ITEM_CATEGORY:
      fits = subject == CHASE_SUBJECT_CATEGORIES;
      break;
    case CHASE_ITEM_DIAGRAM:
      fits = subject == CHASE_SUBJECT_CATEGORIES && item->to == NULL
             && item->view == CHASE_VIEW_NONE;
      break;
    case CHASE_ITEM_FUNCTOR:
      fits = subject == CHASE_SUBJECT_FUNCTORS || subject == CHASE_SUBJECT_MANY;
      break;
    default:
      fits = subject == CHASE_SUBJECT_TRANSFORMATIONS || subject == CHASE_SUBJECT_MANY;
    }
  if (fits)
    return FALSE;
  /* The name may also be that of an object or an arrow, which is what the word is said of. */
  if (subject <= CHASE_SUBJECT_MORPHISMS
      && named_inside (checking->theory, term, subject == CHASE_SUBJECT_OBJECTS))
    return FALSE;
  if (adjective == CHASE_ADJECTIVE_ISO && item->kind != CHASE_ITEM_CATEGORY
      && item->kind != CHASE_ITEM_DIAGRAM)
    hint = "did you mean isomorphism?";
  chase_theory_error (checking->problems, term, hint, "%s is said of %s, but %s is %s",
                      CHASE_SAID (chase_adjective_word (adjective)), _ (subject_words[subject]),
                      term->name, chase_item_article (item));
  return TRUE;
}

static void
check_subject (ChaseChecking *checking, const ChaseProposition *proposition, ChaseSubject subject)
{
  const ChaseTerm *term = chase_said_nth (proposition->terms, 0);
  ChaseItem *item = chase_check_named (checking, term);

  if (subject <= CHASE_SUBJECT_MORPHISMS)
    check_subject_in_category (checking, proposition, subject);
  else if (subject == CHASE_SUBJECT_CATEGORIES)
    chase_theory_category (checking->theory, term, checking->problems);
  else if (subject == CHASE_SUBJECT_FUNCTORS
           || (subject == CHASE_SUBJECT_MANY
               && !chase_said_is_transformation (checking->theory, term)
               && (item == NULL || item->kind == CHASE_ITEM_FUNCTOR)))
    chase_theory_functor (checking->theory, term, NULL, NULL, checking->problems);
  else
    chase_theory_transformation (checking->theory, term, NULL, NULL, checking->problems);
}

/* Representable is said of functors to Set alone. */
static void
check_representable (ChaseChecking *checking, const ChaseProposition *proposition)
{
  const ChaseTerm *term = chase_said_nth (proposition->terms, 0);
  const ChaseFunctor *functor = chase_theory_functor (checking->theory, term, NULL, NULL, NULL);

  for (guint i = 0; functor != NULL && i < proposition->adjectives->len; i++)
    if (g_array_index (proposition->adjectives, ChaseAdjective, i) == CHASE_ADJECTIVE_REPRESENTABLE
        && functor->target->kind != CHASE_CATEGORY_SETS)
      chase_theory_error (checking->problems, term, NULL, "%s goes to %s, not to Set", functor->key,
                          functor->target->key);
}

void
chase_check_is (ChaseChecking *checking, const ChaseProposition *proposition)
{
  ChaseSubject subject = CHASE_SUBJECT_MANY;

  for (guint i = 0; proposition->adjectives != NULL && i < proposition->adjectives->len; i++)
    {
      ChaseAdjective adjective = g_array_index (proposition->adjectives, ChaseAdjective, i);
      ChaseSubject next = chase_said_subject (adjective);

      if (misplaced (checking, proposition, adjective, next))
        return;
      if (i > 0 && next != CHASE_SUBJECT_MANY && subject != CHASE_SUBJECT_MANY && next != subject)
        {
          chase_theory_error (checking->problems, chase_said_nth (proposition->terms, 0), NULL,
                              "%s is said of %s, and %s of %s: nothing is both",
                              CHASE_SAID (chase_adjective_word (
                                  g_array_index (proposition->adjectives, ChaseAdjective, 0))),
                              _ (subject_words[subject]),
                              CHASE_SAID (chase_adjective_word (adjective)),
                              _ (subject_words[next]));
          return;
        }
      if (subject == CHASE_SUBJECT_MANY)
        subject = next;
    }
  check_subject (checking, proposition, subject);
  if (proposition->adjectives != NULL)
    check_representable (checking, proposition);
}
