/* SPDX-License-Identifier: MIT */
#include "model/theory-private.h"

#include <string.h>

#include "model/validate.h"
#include "i18n.h"

/* Guesses cost time in proportion to the names there are; a file that is wrong everywhere gets this
 * many. */
#define MAX_GUESSES 20
#define MAX_CANDIDATES 100000

/* What a definition means while it is being worked out, and when it means nothing. */
#define PENDING GINT_TO_POINTER (1)
#define BROKEN GINT_TO_POINTER (2)

ChaseItem *
chase_theory_find (ChaseTheory *theory, const char *name)
{
  return g_hash_table_lookup (theory->names, name);
}

gboolean
chase_theory_names_transformation (ChaseTheory *theory, const ChaseTerm *term)
{
  const ChaseItem *item
      = term->kind == CHASE_TERM_NAME ? chase_theory_find (theory, term->name) : NULL;

  return item != NULL && item->kind == CHASE_ITEM_TRANSFORMATION;
}

const ChaseDocument *
chase_theory_document (const ChaseTheory *theory)
{
  return theory->document;
}

static void
report (GPtrArray *problems, guint line, guint column, const char *text, const char *hint,
        const char *format, va_list args)
{
  chase_problems_add (problems, CHASE_SEVERITY_ERROR, line, column, g_utf8_strlen (text, -1), hint,
                      format, args);
}

void
chase_theory_error (GPtrArray *problems, const ChaseTerm *at, const char *hint, const char *format,
                    ...)
{
  g_autofree char *text = NULL;
  va_list args;

  if (problems == NULL)
    return;
  text = chase_term_to_text (at);
  va_start (args, format);
  report (problems, at->line, at->column, text, hint, format, args);
  va_end (args);
}

void
chase_statement_error (GPtrArray *problems, const ChaseStatement *statement, const char *hint,
                       const char *format, ...)
{
  va_list args;

  va_start (args, format);
  report (problems, statement->line, statement->column,
          statement->name != NULL ? statement->name : "", hint, format, args);
  va_end (args);
}

static void
add_keys (GPtrArray *list, GHashTable *table)
{
  GHashTableIter iter;
  gpointer key;

  if (table == NULL)
    return;
  g_hash_table_iter_init (&iter, table);
  while (list->len < MAX_CANDIDATES && g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (list, key);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

char *
chase_theory_guess (ChaseTheory *theory, const char *word, GHashTable *first, GHashTable *second)
{
  g_autoptr (GPtrArray) list = NULL;
  const char *guess;
  g_autoptr (GString) name = NULL;

  if (theory->guesses >= MAX_GUESSES)
    return NULL;
  theory->guesses++;
  list = g_ptr_array_new ();
  add_keys (list, first);
  add_keys (list, second);
  g_ptr_array_sort (list, compare_texts);
  g_ptr_array_add (list, NULL);
  guess = chase_guess (word, (const char *const *)list->pdata);
  if (guess == NULL)
    return NULL;
  name = g_string_new (NULL);
  chase_append_name (name, guess);
  return g_strdup_printf (_ ("did you mean %s?"), name->str);
}

gboolean
chase_theory_spend (ChaseTheory *theory, guint64 n, const ChaseTerm *at, GPtrArray *problems)
{
  if (theory->building)
    theory->letters += n;
  if (n <= CHASE_MAX_LETTERS && theory->letters <= CHASE_MAX_LETTERS)
    return TRUE;
  chase_theory_error (problems, at, NULL,
                      "this document means too much: it does not fit when written out");
  return FALSE;
}

gboolean
chase_theory_too_long (ChaseTheory *theory, gsize n, const ChaseTerm *at, GPtrArray *problems)
{
  if (theory->building)
    theory->letters += n;
  if (n > CHASE_MAX_PATH)
    chase_theory_error (problems, at, NULL, "this path, written out, is longer than %d arrows",
                        CHASE_MAX_PATH);
  else if (theory->letters <= CHASE_MAX_LETTERS)
    return FALSE;
  else if (!theory->told && problems != NULL)
    {
      theory->told = TRUE;
      chase_theory_error (problems, at, NULL,
                          "the paths of this document, written out, are longer than %d arrows",
                          CHASE_MAX_LETTERS);
    }
  return TRUE;
}

char *
chase_list_names (GPtrArray *names)
{
  guint shown = names->len > 8 ? 6 : names->len;
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < shown; i++)
    {
      if (i > 0)
        g_string_append (list, i + 1 == names->len ? " and " : ", ");
      chase_append_name (list, g_ptr_array_index (names, i));
    }
  if (shown < names->len)
    g_string_append_printf (list, _ (" and %u more"), names->len - shown);
  return g_string_free (list, FALSE);
}

const char *
chase_item_article (const ChaseItem *item)
{
  switch (item->kind)
    {
    case CHASE_ITEM_CATEGORY:
      return _ ("a category");
    case CHASE_ITEM_FUNCTOR:
      return _ ("a functor");
    case CHASE_ITEM_TRANSFORMATION:
      return _ ("a transformation");
    case CHASE_ITEM_DIAGRAM:
      return _ ("a diagram");
    default:
      return _ ("a check");
    }
}

static gconstpointer
work_out (ChaseTheory *theory, ChaseItem *item)
{
  switch (item->kind)
    {
    case CHASE_ITEM_CATEGORY:
      if (item->expression != NULL)
        return chase_theory_derive (theory, item->expression, theory->problems);
      return chase_theory_keep_category (theory, chase_theory_build_block (theory, item));
    case CHASE_ITEM_FUNCTOR:
      return chase_theory_build_functor (theory, item);
    case CHASE_ITEM_TRANSFORMATION:
      return chase_theory_build_transformation (theory, item);
    case CHASE_ITEM_DIAGRAM:
      return item->view == CHASE_VIEW_NONE ? chase_theory_build_diagram (theory, item) : NULL;
    default:
      return NULL;
    }
}

static void
item_error (ChaseTheory *theory, const ChaseItem *item, const char *hint, const char *message)
{
  chase_problems_error (theory->problems, item->line, item->column,
                        strlen (chase_item_keyword (item)), hint, "%s", message);
}

gpointer
chase_theory_meaning (ChaseTheory *theory, ChaseItem *item)
{
  gpointer meaning = g_hash_table_lookup (theory->meanings, item);

  if (meaning == BROKEN)
    return NULL;
  if (meaning == PENDING)
    {
      g_autofree char *message
          = g_strdup_printf (_ ("the definition of %s stands on itself"), item->name);

      item_error (theory, item, NULL, message);
      g_hash_table_insert (theory->meanings, item, BROKEN);
      return NULL;
    }
  if (meaning != NULL)
    return meaning;
  g_hash_table_insert (theory->meanings, item, PENDING);
  if (theory->depth >= CHASE_MAX_DEPTH)
    item_error (theory, item, NULL, _ ("too many definitions stand on each other"));
  else
    {
      theory->depth++;
      meaning = (gpointer)work_out (theory, item);
      theory->depth--;
    }
  g_hash_table_insert (theory->meanings, item, meaning != NULL ? meaning : BROKEN);
  return meaning;
}

static void
note_names (ChaseTheory *theory)
{
  for (guint i = 0; i < chase_document_n_items (theory->document); i++)
    {
      ChaseItem *item = chase_document_get_item (theory->document, i);
      ChaseItem *first;

      if (item->name == NULL)
        continue;
      first = chase_theory_find (theory, item->name);
      if (first == NULL)
        g_hash_table_insert (theory->names, item->name, item);
      if (g_str_equal (item->name, "Set") || g_str_equal (item->name, "Cat"))
        chase_problems_error (theory->problems, item->line, item->column,
                              strlen (chase_item_keyword (item)), "choose another name",
                              "%s is there from the start: %s", item->name,
                              *item->name == 'S' ? _ ("the category of finite sets")
                                                 : _ ("the category of the document's categories"));
      if (first != NULL)
        chase_problems_error (theory->problems, item->line, item->column,
                              strlen (chase_item_keyword (item)), "choose another name",
                              "%s is defined already, as %s on line %u", item->name,
                              chase_item_article (first), first->line);
    }
}

static ChaseTheory *
theory_alloc (const ChaseDocument *document)
{
  ChaseTheory *theory = g_new0 (ChaseTheory, 1);

  g_atomic_ref_count_init (&theory->ref_count);
  g_rec_mutex_init (&theory->lock);
  theory->document = chase_document_ref ((ChaseDocument *)document);
  theory->names = g_hash_table_new (g_str_hash, g_str_equal);
  theory->meanings = g_hash_table_new (NULL, NULL);
  theory->diagrams = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)chase_diagram_unref);
  theory->categories
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)chase_category_free);
  theory->by_presentation = g_hash_table_new (NULL, NULL);
  theory->functors = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify)chase_theory_functor_free);
  theory->transformations = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                   (GDestroyNotify)chase_transformation_free);
  theory->parts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  theory->named = g_ptr_array_new ();
  theory->verified = g_hash_table_new (NULL, NULL);
  theory->listed = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)chase_category_free);
  return theory;
}

static void
note_candidate (ChaseTheory *theory, GHashTable *index, const ChaseCategory *category)
{
  GHashTableIter iter;
  gpointer name;

  if (index == NULL)
    return;
  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      GPtrArray *list = g_hash_table_lookup (theory->candidates, name);

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (theory->candidates, name, list);
        }
      if (list->len == 0 || g_ptr_array_index (list, list->len - 1) != category)
        g_ptr_array_add (list, (gpointer)category);
    }
}

static void
note_named (ChaseTheory *theory)
{
  for (guint i = 0; i < chase_document_n_items (theory->document) && theory->named->len < 10000;
       i++)
    {
      ChaseItem *item = chase_document_get_item (theory->document, i);
      const ChaseCategory *category;

      if (item->kind != CHASE_ITEM_CATEGORY && item->kind != CHASE_ITEM_DIAGRAM)
        continue;
      category = chase_theory_meaning (theory, item);
      if (category != NULL && category->kind == CHASE_CATEGORY_PRESENTED
          && !g_ptr_array_find (theory->named, category, NULL))
        g_ptr_array_add (theory->named, (gpointer)category);
    }
}

GHashTable *
chase_theory_candidates (ChaseTheory *theory)
{
  g_rec_mutex_lock (&theory->lock);
  if (theory->candidates == NULL)
    {
      theory->candidates = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                  (GDestroyNotify)g_ptr_array_unref);
      for (guint i = 0; i < theory->named->len; i++)
        {
          const ChaseCategory *category = g_ptr_array_index (theory->named, i);

          note_candidate (theory, category->object_index, category);
          note_candidate (theory, category->arrow_index, category);
          note_candidate (theory, category->edge_index, category);
        }
    }
  g_rec_mutex_unlock (&theory->lock);
  return theory->candidates;
}

ChaseTheory *
chase_theory_new (const ChaseDocument *document, GPtrArray *problems)
{
  ChaseTheory *theory = theory_alloc (document);

  theory->problems = problems;
  theory->building = TRUE;
  note_names (theory);
  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      ChaseItem *item = chase_document_get_item (document, i);

      if (item->kind != CHASE_ITEM_CHECK && item->kind != CHASE_ITEM_MACROS)
        chase_theory_meaning (theory, item);
    }
  note_named (theory);
  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      ChaseItem *item = chase_document_get_item (document, i);

      if (item->kind == CHASE_ITEM_CHECK && problems != NULL)
        chase_theory_check_proposition (theory, item->proposition, problems);
      else if (item->kind == CHASE_ITEM_DIAGRAM && item->view != CHASE_VIEW_NONE)
        chase_theory_check_view (theory, item, problems);
    }
  theory->problems = NULL;
  theory->building = FALSE;
  return theory;
}

ChaseTheory *
chase_theory_ref (ChaseTheory *theory)
{
  g_atomic_ref_count_inc (&theory->ref_count);
  return theory;
}

void
chase_theory_unref (ChaseTheory *theory)
{
  if (theory == NULL || !g_atomic_ref_count_dec (&theory->ref_count))
    return;
  g_clear_pointer (&theory->candidates, g_hash_table_unref);
  g_ptr_array_unref (theory->named);
  g_hash_table_unref (theory->verified);
  g_hash_table_unref (theory->listed);
  g_hash_table_unref (theory->transformations);
  g_hash_table_unref (theory->functors);
  g_hash_table_unref (theory->by_presentation);
  g_hash_table_unref (theory->categories);
  g_hash_table_unref (theory->meanings);
  g_hash_table_unref (theory->diagrams);
  g_hash_table_unref (theory->parts);
  g_hash_table_unref (theory->names);
  chase_document_unref (theory->document);
  g_rec_mutex_clear (&theory->lock);
  g_free (theory);
}

gboolean
chase_validate (const ChaseDocument *document, GPtrArray *problems)
{
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, problems);

  chase_problems_sort (problems);
  return !theory->torn;
}
