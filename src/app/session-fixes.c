/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "app/session-private.h"
#include "engine/check.h"
#include "model/laws.h"
#include "model/repair.h"

#include <glib/gi18n.h>

/* What the program can do about a claim that does not hold, or about a definition that lacks a
 * value. */

/* How long the laws of one definition may be asked about while the hand waits. */
#define SECONDS_FOR_LAWS 0.15

static ChaseWord
letters (const GArray *word)
{
  return (ChaseWord){ (const guint32 *)(gpointer)word->data, word->len };
}

static gboolean
is_adjective (const ChaseProposition *said, ChaseAdjective adjective)
{
  return said->kind == CHASE_PROPOSITION_IS && said->adjectives != NULL
         && said->adjectives->len == 1
         && g_array_index (said->adjectives, ChaseAdjective, 0) == adjective;
}

/* The drawing that @said claims to commute, if it is one whose category can be written to. */
static ChaseItem *
drawing_of (ChaseDocument *document, const ChaseProposition *said)
{
  const ChaseTerm *subject
      = said->kind == CHASE_PROPOSITION_COMMUTES ? g_ptr_array_index (said->terms, 0) : NULL;
  ChaseItem *item = subject != NULL && subject->kind == CHASE_TERM_NAME
                        ? chase_document_find (document, subject->name)
                        : NULL;
  ChaseItem *category;

  if (item == NULL || item->kind != CHASE_ITEM_DIAGRAM || item->view != CHASE_VIEW_NONE)
    return NULL;
  if (item->to == NULL)
    return item;
  category
      = item->to->kind == CHASE_TERM_NAME ? chase_document_find (document, item->to->name) : NULL;
  return category != NULL && category->kind == CHASE_ITEM_CATEGORY && category->expression == NULL
                 && !category->table
             ? item
             : NULL;
}

/* The category in which the two paths of an equation that fails can be given to be equal. */
static const ChaseCategory *
told_category (ChaseTheory *theory, const ChaseResult *result)
{
  const ChaseCategory *category;

  if (result->claim->proposition->kind != CHASE_PROPOSITION_EQUATION || result->paths[0] == NULL)
    return NULL;
  category = chase_theory_proposition_category (theory, result->claim->proposition, NULL);
  return category != NULL && chase_category_can_be_told (category) ? category : NULL;
}

/* The target of a functor or transformation that breaks a law, where that can be told. */
static const ChaseCategory *
target_of (ChaseTheory *theory, const ChaseProposition *said, ChaseLawList **laws)
{
  const ChaseTerm *subject = said->terms != NULL ? g_ptr_array_index (said->terms, 0) : NULL;
  const ChaseCategory *target = NULL;

  if (is_adjective (said, CHASE_ADJECTIVE_FUNCTOR))
    {
      const ChaseFunctor *functor = chase_theory_functor (theory, subject, NULL, NULL, NULL);

      if (functor == NULL || functor->form != CHASE_FUNCTOR_WORDS)
        return NULL;
      target = functor->target;
      *laws = chase_functor_laws (functor);
    }
  else if (is_adjective (said, CHASE_ADJECTIVE_NATURAL))
    {
      const ChaseTransformation *alpha
          = chase_theory_transformation (theory, subject, NULL, NULL, NULL);

      if (alpha == NULL || alpha->form != CHASE_TRANSFORMATION_WORDS)
        return NULL;
      target = alpha->from->target;
      *laws = chase_naturality_laws (alpha);
    }
  return target != NULL && chase_category_can_be_told (target) ? target : NULL;
}

static gboolean
is_composite_called (const ChaseResult *result)
{
  guint shorter = MIN (result->paths[0]->len, result->paths[1]->len);
  guint longer = MAX (result->paths[0]->len, result->paths[1]->len);

  return shorter == 1 && longer > 1;
}

/* "The composite k . g is called d". Caller frees. */
static char *
calling (const ChaseCategory *category, const ChaseResult *result)
{
  gboolean first = result->paths[0]->len > 1;
  g_autoptr (ChaseTerm) composite
      = chase_word_to_term (category, result->source, letters (result->paths[first ? 0 : 1]));
  g_autoptr (ChaseTerm) name
      = chase_word_to_term (category, result->source, letters (result->paths[first ? 1 : 0]));
  g_autofree char *path = chase_term_to_text (composite);
  g_autofree char *text = chase_term_to_text (name);

  return g_strdup_printf (_ ("The composite %s is called %s"), path, text);
}

char *
chase_session_fix_for (ChaseSession *session, const ChaseResult *result)
{
  ChaseDocument *document = chase_session_get_document (session);
  const ChaseProposition *said = result->claim->proposition;
  g_autoptr (ChaseTheory) theory = NULL;
  g_autoptr (ChaseLawList) laws = NULL;
  const ChaseCategory *category;

  if (result->verdict == CHASE_VERDICT_HOLDS || result->claim->negated)
    return NULL;
  if (drawing_of (document, said) != NULL)
    return g_strdup (_ ("Declare every face given"));
  theory = chase_theory_new (document, NULL);
  category = told_category (theory, result);
  if (category != NULL)
    return is_composite_called (result) ? calling (category, result)
                                        : g_strdup (_ ("Declare this face given"));
  if (result->verdict == CHASE_VERDICT_FAILS && target_of (theory, said, &laws) != NULL
      && laws->broken == G_MAXUINT32)
    return g_strdup (is_adjective (said, CHASE_ADJECTIVE_NATURAL) ? _ ("Declare its squares given")
                                                                  : _ ("Declare the images equal"));
  return NULL;
}

/* @document with each law that does not hold yet given in @target; NULL where there is none. */
static ChaseDocument *
give_laws (ChaseDocument *document, const ChaseCategory *target, const ChaseLawList *laws)
{
  g_autoptr (ChaseEngine) engine = chase_engine_new (target->presentation);
  ChaseDocument *given = NULL;

  for (guint i = 0; i < laws->claims->len; i++)
    {
      const ChaseLawClaim *law = g_ptr_array_index (laws->claims, i);
      ChaseBudget budget = { .seconds = SECONDS_FOR_LAWS / laws->claims->len };
      ChaseAnswer *answer;
      gboolean holds;
      ChaseItem *item;
      ChaseDocument *more;
      ChaseCategory now = *target;

      if (law->functions || law->presentation != target->presentation)
        continue;
      answer = chase_engine_equal (engine, law->source, letters (law->left), letters (law->right),
                                   &budget, NULL);
      holds = answer->verdict == CHASE_VERDICT_HOLDS;
      chase_answer_free (answer);
      if (holds)
        continue;
      /* The text of the category has grown meanwhile. */
      item = chase_document_get_item (given != NULL ? given : document,
                                      (guint)chase_document_index_of (document, target->item));
      now.item = item;
      more = chase_document_give (given != NULL ? given : document, &now, law->source,
                                  letters (law->left), letters (law->right));
      if (more == NULL)
        continue;
      chase_document_unref (given);
      given = more;
    }
  return given;
}

static void
declare_when_judged (ChaseSession *session, gpointer item)
{
  gboolean shown = chase_session_get_item (session) == item;

  if (chase_session_is_judging (session))
    return;
  g_signal_handlers_disconnect_by_func (session, declare_when_judged, item);
  if (shown)
    chase_session_declare_all (session);
}

static void
drop_item (gpointer item, GClosure *closure)
{
  chase_item_unref (item);
}

static void
declare_drawing (ChaseSession *session, ChaseItem *item)
{
  gint index = chase_document_index_of (chase_session_get_document (session), item);

  if (chase_session_get_item (session) != item)
    chase_session_show_item (session, (guint)index);
  if (chase_session_get_verdicts (session) != NULL && !chase_session_is_judging (session))
    chase_session_declare_all (session);
  else
    g_signal_connect_data (session, "judged", G_CALLBACK (declare_when_judged),
                           chase_item_ref (item), drop_item, 0);
}

void
chase_session_fix (ChaseSession *session, const ChaseResult *result)
{
  ChaseDocument *document = chase_session_get_document (session);
  ChaseItem *drawing = drawing_of (document, result->claim->proposition);
  g_autoptr (ChaseTheory) theory = NULL;
  g_autoptr (ChaseDocument) fixed = NULL;
  g_autoptr (ChaseLawList) laws = NULL;
  const ChaseCategory *category;

  if (drawing != NULL)
    {
      declare_drawing (session, drawing);
      return;
    }
  theory = chase_theory_new (document, NULL);
  category = told_category (theory, result);
  if (category != NULL)
    {
      fixed = chase_document_give (document, category, result->source, letters (result->paths[0]),
                                   letters (result->paths[1]));
      if (fixed != NULL)
        chase_session_replace_document (
            session, fixed,
            is_composite_called (result) ? _ ("Name the Composite") : _ ("Declare Face"), NULL);
      return;
    }
  category = target_of (theory, result->claim->proposition, &laws);
  if (category != NULL)
    fixed = give_laws (document, category, laws);
  if (fixed != NULL)
    chase_session_replace_document (session, fixed, _ ("Declare Laws"), NULL);
}

void
chase_session_fill (ChaseSession *session, guint item, const ChaseTerm *argument,
                    const ChaseTerm *value)
{
  ChaseDocument *document = chase_session_get_document (session);
  const ChaseItem *definition
      = item < chase_document_n_items (document) ? chase_document_get_item (document, item) : NULL;
  g_autoptr (ChaseDocument) filled = NULL;

  if (definition == NULL
      || (definition->kind != CHASE_ITEM_FUNCTOR && definition->kind != CHASE_ITEM_TRANSFORMATION))
    return;
  filled = chase_document_assign (document, item, argument, value);
  chase_session_replace_document (
      session, filled,
      definition->kind == CHASE_ITEM_FUNCTOR ? _ ("Add Value") : _ ("Add Component"), NULL);
}
