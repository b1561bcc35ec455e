/* SPDX-License-Identifier: MIT */
#include "model/claim.h"

ChaseClaim *
chase_claim_new (ChaseProposition *proposition, gboolean negated)
{
  ChaseClaim *claim = g_new0 (ChaseClaim, 1);

  claim->item = G_MAXUINT;
  claim->proposition = chase_proposition_ref (proposition);
  claim->negated = negated;
  return claim;
}

void
chase_claim_free (ChaseClaim *claim)
{
  if (claim == NULL)
    return;
  chase_proposition_unref (claim->proposition);
  g_free (claim);
}

/* "NAME is functor": the law of a definition. */
static ChaseClaim *
law_of (const ChaseItem *item, ChaseAdjective adjective)
{
  ChaseProposition *proposition = chase_proposition_new (CHASE_PROPOSITION_IS);
  ChaseClaim *claim;

  chase_proposition_take (
      &proposition->terms,
      chase_term_new_name_shared (chase_name_ref (item->name), item->line, item->column));
  proposition->adjectives = g_array_new (FALSE, FALSE, sizeof (ChaseAdjective));
  g_array_append_val (proposition->adjectives, adjective);
  claim = chase_claim_new (proposition, FALSE);
  claim->implicit = TRUE;
  chase_proposition_unref (proposition);
  return claim;
}

static ChaseClaim *
claim_of (const ChaseItem *item)
{
  switch (item->kind)
    {
    case CHASE_ITEM_CATEGORY:
      return item->table && item->expression == NULL ? law_of (item, CHASE_ADJECTIVE_CATEGORY)
                                                     : NULL;
    case CHASE_ITEM_FUNCTOR:
      return law_of (item, CHASE_ADJECTIVE_FUNCTOR);
    case CHASE_ITEM_TRANSFORMATION:
      return law_of (item, CHASE_ADJECTIVE_NATURAL);
    case CHASE_ITEM_CHECK:
      return item->proposition != NULL && !item->asked
                 ? chase_claim_new (item->proposition, item->negated)
                 : NULL;
    default:
      return NULL;
    }
}

GPtrArray *
chase_document_claims (const ChaseDocument *document)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_claim_free);

  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      const ChaseItem *item = chase_document_get_item (document, i);
      ChaseClaim *claim = claim_of (item);

      if (claim == NULL)
        continue;
      claim->item = i;
      claim->line = item->line;
      g_ptr_array_add (claims, claim);
    }
  return claims;
}

static const char *
kind_of_adjective (ChaseAdjective adjective)
{
  if (adjective == CHASE_ADJECTIVE_CATEGORY)
    return "category";
  if (adjective == CHASE_ADJECTIVE_FUNCTOR)
    return "functor";
  return adjective == CHASE_ADJECTIVE_NATURAL ? "natural" : "property";
}

const char *
chase_proposition_report_kind (const ChaseProposition *proposition)
{
  switch (proposition->kind)
    {
    case CHASE_PROPOSITION_EQUATION:
      return "equation";
    case CHASE_PROPOSITION_COMMUTES:
      return "commutes";
    case CHASE_PROPOSITION_IS:
      if (proposition->adjectives != NULL && proposition->adjectives->len > 0)
        return kind_of_adjective (g_array_index (proposition->adjectives, ChaseAdjective, 0));
      return "property";
    case CHASE_PROPOSITION_REPRESENTABLE:
      return "property";
    case CHASE_PROPOSITION_ISOMORPHIC:
    case CHASE_PROPOSITION_EQUIVALENT:
      return "isomorphic";
    case CHASE_PROPOSITION_UNIVERSAL:
    case CHASE_PROPOSITION_EXISTS:
      return "universal";
    case CHASE_PROPOSITION_ADJUNCTION:
      return "adjunction";
    case CHASE_PROPOSITION_COUNT:
      return "count";
    case CHASE_PROPOSITION_YONEDA:
      return "yoneda";
    }
  return "property";
}
