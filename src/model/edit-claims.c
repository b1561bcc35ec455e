/* SPDX-License-Identifier: MIT */
#include "model/edit-private.h"

/* Faces that are to be proved: checks of the document. */

/* What a check about this drawing is `in`. Caller frees; NULL for a drawing without a name. */
static ChaseTerm *
subject_of (const ChaseEdit *edit)
{
  const ChaseItem *diagram = chase_document_get_item (edit->document, edit->diagram);

  if (diagram->to != NULL)
    return chase_term_ref (diagram->to);
  return diagram->name != NULL ? chase_term_new_name (diagram->name) : NULL;
}

/* TRUE for the check of one equation between the two paths. */
static gboolean
is_about (const ChaseEdit *edit, const ChaseItem *item, const ChaseTerm *left,
          const ChaseTerm *right)
{
  const ChaseProposition *said = item->kind == CHASE_ITEM_CHECK ? item->proposition : NULL;
  g_autoptr (ChaseTerm) subject = NULL;

  if (said == NULL || item->negated || item->asked || said->kind != CHASE_PROPOSITION_EQUATION
      || said->terms->len != 2)
    return FALSE;
  subject = subject_of (edit);
  return (said->in == NULL || (subject != NULL && chase_term_equal (said->in, subject)))
         && chase_terms_are_pair (g_ptr_array_index (said->terms, 0),
                                  g_ptr_array_index (said->terms, 1), left, right);
}

static gboolean
claims_all (const ChaseEdit *edit, const ChaseItem *item)
{
  const ChaseItem *diagram = chase_document_get_item (edit->document, edit->diagram);
  const ChaseProposition *said = item->kind == CHASE_ITEM_CHECK ? item->proposition : NULL;

  return said != NULL && !item->negated && !item->asked && said->kind == CHASE_PROPOSITION_COMMUTES
         && diagram->name != NULL
         && chase_term_is_name (g_ptr_array_index (said->terms, 0), diagram->name);
}

ChaseFaceClaim
chase_edit_face_claim (ChaseEdit *edit, const guint *left, guint n_left, const guint *right,
                       guint n_right)
{
  g_autoptr (ChaseTerm) one = chase_edit_composite (edit, left, n_left);
  g_autoptr (ChaseTerm) other = chase_edit_composite (edit, right, n_right);
  ChaseFaceClaim claim = CHASE_FACE_UNCLAIMED;

  for (guint i = 0; i < chase_document_n_items (edit->document); i++)
    {
      const ChaseItem *item = chase_document_get_item (edit->document, i);

      if (one != NULL && other != NULL && is_about (edit, item, one, other))
        return CHASE_FACE_CLAIMED;
      if (claims_all (edit, item))
        claim = CHASE_FACE_CLAIMED_WITH_ALL;
    }
  return claim;
}

static void
take_document (ChaseEdit *edit, ChaseDocument *document)
{
  chase_document_unref (edit->document);
  edit->document = document;
}

gboolean
chase_edit_claim_face (ChaseEdit *edit, const guint *left, guint n_left, const guint *right,
                       guint n_right)
{
  g_autoptr (ChaseItem) check = chase_item_new (CHASE_ITEM_CHECK);
  ChaseTerm *subject = subject_of (edit);
  ChaseTerm *one, *other;

  for (guint i = 0; i < n_left; i++)
    chase_edit_ensure_name (edit, left[i]);
  for (guint i = 0; i < n_right; i++)
    chase_edit_ensure_name (edit, right[i]);
  one = chase_edit_composite (edit, left, n_left);
  other = chase_edit_composite (edit, right, n_right);
  if (subject == NULL || one == NULL || other == NULL)
    {
      chase_term_unref (subject);
      chase_term_unref (one);
      chase_term_unref (other);
      return FALSE;
    }
  check->proposition = chase_proposition_new (CHASE_PROPOSITION_EQUATION);
  chase_proposition_take (&check->proposition->terms, one);
  chase_proposition_take (&check->proposition->terms, other);
  check->proposition->in = subject;
  take_document (edit, chase_document_insert (edit->document, -1, check));
  return TRUE;
}

/* Checks in front of the drawing stay: what is behind it alone leaves its number as it is. */
static void
drop_item (ChaseEdit *edit, guint index)
{
  if (edit->category > (gint)index)
    edit->category--;
  take_document (edit, chase_document_remove (edit->document, index));
}

gboolean
chase_edit_disclaim_face (ChaseEdit *edit, const guint *left, guint n_left, const guint *right,
                          guint n_right)
{
  g_autoptr (ChaseTerm) one = chase_edit_composite (edit, left, n_left);
  g_autoptr (ChaseTerm) other = chase_edit_composite (edit, right, n_right);

  if (one == NULL || other == NULL)
    return FALSE;
  for (guint i = chase_document_n_items (edit->document); i > edit->diagram + 1; i--)
    if (is_about (edit, chase_document_get_item (edit->document, i - 1), one, other))
      {
        drop_item (edit, i - 1);
        return TRUE;
      }
  return FALSE;
}

void
chase_edit_forget_claims (ChaseEdit *edit, const char *name)
{
  g_autoptr (ChaseTerm) subject = subject_of (edit);

  for (guint i = chase_document_n_items (edit->document); i > edit->diagram + 1; i--)
    {
      const ChaseItem *item = chase_document_get_item (edit->document, i - 1);
      const ChaseProposition *said = item->kind == CHASE_ITEM_CHECK ? item->proposition : NULL;
      gboolean mentions = FALSE;

      if (said == NULL || said->kind != CHASE_PROPOSITION_EQUATION || said->in == NULL
          || subject == NULL || !chase_term_equal (said->in, subject))
        continue;
      for (guint k = 0; k < said->terms->len; k++)
        mentions = mentions || chase_term_mentions (g_ptr_array_index (said->terms, k), name);
      if (mentions)
        drop_item (edit, i - 1);
    }
}
