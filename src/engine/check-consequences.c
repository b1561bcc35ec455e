/* SPDX-License-Identifier: MIT */
#include "engine/check.h"
#include "engine/consequences.h"
#include "engine/engine-private.h"
#include "engine/explain.h"
#include "model/statement.h"

/* What follows from the declared properties of one category. */
typedef struct
{
  const ChasePresentation *presentation;
  ChaseItem *item;
  GPtrArray *list;
} Search;

void
chase_consequence_free (ChaseConsequence *consequence)
{
  g_free (consequence->path);
  g_free (consequence);
}

static gboolean
has_formal (const ChasePresentation *presentation, ChaseWord word)
{
  for (guint32 i = 0; i < word.length; i++)
    if (chase_presentation_arrow (presentation, word.letters[i])->formal)
      return TRUE;
  return FALSE;
}

/* What is declared of an arrow is no news, nor what is said of inverses. */
static void
add (guint32 source, ChaseWord word, ChaseProperty known, gpointer data)
{
  Search *search = data;
  ChaseConsequence *consequence;

  if (word.length == 1)
    known &= ~chase_presentation_arrow (search->presentation, word.letters[0])->properties;
  if (known == CHASE_PROPERTY_NONE || has_formal (search->presentation, word))
    return;
  consequence = g_new0 (ChaseConsequence, 1);
  consequence->item = search->item;
  consequence->path = chase_path_to_text (search->presentation, source, word);
  consequence->properties = known;
  g_ptr_array_add (search->list, consequence);
}

static void
search_item (ChaseTheory *theory, ChaseItem *item, const ChaseBudget *budget,
             GCancellable *cancellable, GPtrArray *list)
{
  g_autoptr (ChaseTerm) term = chase_term_new_name (item->name);
  const ChaseCategory *category = chase_theory_category (theory, term, NULL);
  g_autoptr (ChaseConsequences) consequences = NULL;
  g_autoptr (ChaseEngine) engine = NULL;
  ChaseClock clock;

  if (category == NULL || category->kind != CHASE_CATEGORY_PRESENTED || category->table)
    return;
  engine = chase_engine_new (category->presentation);
  chase_clock_start (&clock, budget, cancellable);
  consequences = chase_consequences_new (&engine->index, 0, (ChaseWord){ NULL, 0 }, &clock);
  if (clock.stop == CHASE_STOP_NONE)
    chase_consequences_visit (consequences, add, &(Search){ category->presentation, item, list });
}

GPtrArray *
chase_check_consequences (ChaseTheory *theory, const ChaseBudget *budget, GCancellable *cancellable)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_consequence_free);
  const ChaseDocument *document = chase_theory_document (theory);

  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      ChaseItem *item = chase_document_get_item (document, i);
      gboolean own = item->kind == CHASE_ITEM_CATEGORY
                     || (item->kind == CHASE_ITEM_DIAGRAM && item->to == NULL
                         && item->view == CHASE_VIEW_NONE);

      if (own && item->name != NULL)
        search_item (theory, item, budget, cancellable, list);
    }
  return list;
}
