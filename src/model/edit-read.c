/* SPDX-License-Identifier: MIT */
#include "model/edit-private.h"

#include "model/language.h"

#include <string.h>

/* Labels that say what is there already: "g \circ f", "gf", "f^{-1}", "1_A", "F(f)", "\eta_X". */

static gboolean
is_readable (const ChaseSlot *slot)
{
  const ChaseStatement *statement = slot->statement;

  return statement != NULL && chase_statement_is_arrow (statement) && statement->level <= 1
         && slot->source != CHASE_NO_HANDLE && slot->target != CHASE_NO_HANDLE
         && !chase_statement_is_blank (statement)
         && (statement->style == NULL || statement->style->form == CHASE_EDGE_ARROW);
}

static guint32
object_at (const ChaseEdit *edit, ChaseLanguage *language, guint node)
{
  g_autoptr (ChaseTerm) meaning = chase_edit_meaning (edit, node);

  return meaning != NULL && chase_statement_is_node (chase_edit_get (edit, node))
             ? chase_language_object (language, meaning)
             : G_MAXUINT32;
}

/* TRUE when what is called @name rests on @goal, over any number of arrows that show paths. */
static gboolean
rests_on (const ChaseEdit *edit, const ChaseTerm *term, const char *goal)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) pending = g_ptr_array_new ();

  g_ptr_array_add (pending, (gpointer)term);
  while (goal != NULL && pending->len > 0)
    {
      const ChaseTerm *at = g_ptr_array_steal_index_fast (pending, pending->len - 1);

      if (chase_term_mentions (at, goal))
        return TRUE;
      for (guint i = 0; i < edit->slots->len; i++)
        {
          const ChaseStatement *other = chase_edit_get (edit, i);

          if (other != NULL && chase_statement_is_arrow (other) && other->value != NULL
              && other->name != NULL && chase_term_mentions (at, other->name)
              && g_hash_table_add (seen, GUINT_TO_POINTER (i + 1)))
            g_ptr_array_add (pending, other->value);
        }
    }
  return FALSE;
}

/* Most arrows have nothing to do with a label, which is seen without taking theirs apart. */
static gboolean
may_occur (const char *shown, const char *label)
{
  return shown[0] != '\0' && strlen (shown) <= strlen (label) + strlen ("\\mathrm{}")
         && (shown[0] == '\\' || strchr (label, shown[0]) != NULL);
}

/* Learns the arrows around @cell; puts into @handles which they are, by their numbers. */
static void
learn_arrows (const ChaseEdit *edit, guint cell, const char *label, ChaseLanguage *language,
              GHashTable *handles)
{
  for (guint i = 0; i < edit->slots->len; i++)
    {
      const ChaseSlot *slot = chase_edit_slot (edit, i);
      g_autofree char *shown = NULL;
      g_autoptr (ChaseTerm) meaning = NULL;
      guint32 number;

      if (i == cell || !is_readable (slot) || (!edit->free && slot->statement->value == NULL))
        continue;
      shown = chase_edit_shown_label (edit, i);
      meaning = chase_edit_meaning (edit, i);
      if (!may_occur (shown, label))
        continue;
      number = chase_language_learn (language, (const char *const[]){ shown, NULL },
                                     object_at (edit, language, slot->source),
                                     object_at (edit, language, slot->target), meaning);
      if (number != G_MAXUINT32)
        g_hash_table_insert (handles, GUINT_TO_POINTER (number), GUINT_TO_POINTER (i));
    }
}

/* An inverse says that the arrow has one. */
static void
ensure_iso (ChaseEdit *edit, const char *name)
{
  ChaseStatement *property;

  for (guint i = 0; i < edit->slots->len; i++)
    {
      const ChaseStatement *said = chase_edit_get (edit, i);

      if (said != NULL && said->kind == CHASE_STATEMENT_PROPERTY
          && said->property == CHASE_PROPERTY_ISO && g_strcmp0 (said->name, name) == 0)
        return;
    }
  property = chase_statement_new (CHASE_STATEMENT_PROPERTY);
  property->property = CHASE_PROPERTY_ISO;
  property->name = chase_name_new (name);
  chase_edit_add (edit, property, CHASE_NO_HANDLE, CHASE_NO_HANDLE);
}

/* The inverses in @term must be those of arrows; says of each that it is an isomorphism. */
static gboolean
settle_inverses (ChaseEdit *edit, const ChaseTerm *term, gboolean write)
{
  if (term->kind == CHASE_TERM_POWER && chase_term_get_number (term) < 0)
    {
      if (term->args[0]->kind != CHASE_TERM_NAME)
        return FALSE;
      if (write)
        ensure_iso (edit, term->args[0]->name);
    }
  for (guint32 i = 0; term->kind == CHASE_TERM_COMPOSE && i < term->n_args; i++)
    if (!settle_inverses (edit, term->args[i], write))
      return FALSE;
  return TRUE;
}

/* Only what is read gets a name. */
static void
name_factors (ChaseEdit *edit, ChaseLanguage *language, const GArray *factors, GHashTable *handles)
{
  for (guint i = 0; i < factors->len; i++)
    {
      guint32 number = g_array_index (factors, ChaseFactor, i).edge;
      g_autoptr (ChaseTerm) meaning = NULL;
      gpointer handle;

      if (!g_hash_table_lookup_extended (handles, GUINT_TO_POINTER (number), NULL, &handle))
        continue;
      chase_edit_ensure_name (edit, GPOINTER_TO_UINT (handle));
      meaning = chase_edit_meaning (edit, GPOINTER_TO_UINT (handle));
      chase_language_mean (language, number, meaning);
    }
}

static void
call_ends (const ChaseEdit *edit, ChaseLanguage *language, guint node, guint32 object)
{
  g_autofree char *shown = chase_edit_shown_label (edit, node);

  chase_language_call_object (language, object, shown);
}

/* What the drawing is in, as a term; NULL where it is its own category. */
static const ChaseTerm *
category_of (const ChaseEdit *edit)
{
  return edit->free ? NULL : chase_document_get_item (edit->document, edit->diagram)->to;
}

struct _ChaseLexicon
{
  ChaseDocument *document;
  ChaseTerm *category;
  ChaseLanguage *language; /* marked; NULL where the category has none */
};

ChaseLexicon *
chase_lexicon_new (void)
{
  return g_new0 (ChaseLexicon, 1);
}

static void
lexicon_clear (ChaseLexicon *lexicon)
{
  g_clear_pointer (&lexicon->document, chase_document_unref);
  g_clear_pointer (&lexicon->category, chase_term_unref);
  g_clear_pointer (&lexicon->language, chase_language_free);
}

void
chase_lexicon_free (ChaseLexicon *lexicon)
{
  if (lexicon == NULL)
    return;
  lexicon_clear (lexicon);
  g_free (lexicon);
}

void
chase_edit_set_lexicon (ChaseEdit *edit, ChaseLexicon *lexicon)
{
  edit->lexicon = lexicon;
}

/* The language of the category, as it was read before, or read now. The lexicon owns it. */
static ChaseLanguage *
look_up (ChaseLexicon *lexicon, ChaseDocument *document, const ChaseTerm *category)
{
  if (lexicon->document == document && chase_term_equal (lexicon->category, category))
    {
      if (lexicon->language != NULL)
        chase_language_reset (lexicon->language);
      return lexicon->language;
    }
  lexicon_clear (lexicon);
  lexicon->document = chase_document_ref (document);
  lexicon->category = chase_term_ref (category);
  lexicon->language = chase_language_new_in (document, category);
  if (lexicon->language != NULL)
    chase_language_mark (lexicon->language);
  return lexicon->language;
}

/* What labels of @edit may say. *@own is what the caller frees, where the lexicon does not own it.
 */
static ChaseLanguage *
language_of (const ChaseEdit *edit, guint cell, ChaseLanguage **own)
{
  const ChaseTerm *category = category_of (edit);
  const ChaseStatement *statement = chase_edit_get (edit, cell);
  ChaseLanguage *language;

  if (category == NULL)
    language = *own = chase_language_new ();
  else if (edit->lexicon != NULL)
    language = look_up (edit->lexicon, edit->document, category);
  else
    language = *own = chase_language_new_in (edit->document, category);
  if (language != NULL && statement->name != NULL && statement->value == NULL)
    chase_language_forget (language, statement->name);
  return language;
}

static ChaseTerm *
read_between (ChaseEdit *edit, guint cell, const char *label, ChaseLanguage *language)
{
  const ChaseSlot *slot = chase_edit_slot (edit, cell);
  guint32 source = object_at (edit, language, slot->source);
  guint32 target = object_at (edit, language, slot->target);
  g_autoptr (GHashTable) handles = g_hash_table_new (NULL, NULL);
  g_autoptr (ChaseTerm) object = chase_edit_meaning (edit, slot->source);
  g_autoptr (GArray) factors = NULL;

  learn_arrows (edit, cell, label, language, handles);
  call_ends (edit, language, slot->target, target);
  call_ends (edit, language, slot->source, source);
  factors = chase_language_read (language, label, source, target);
  if (factors == NULL)
    return NULL;
  name_factors (edit, language, factors, handles);
  return chase_language_term (language, factors, object, source, target);
}

ChaseTerm *
chase_edit_read_path (ChaseEdit *edit, guint cell, const char *label)
{
  const ChaseStatement *statement = chase_edit_get (edit, cell);
  const ChaseSlot *slot = chase_edit_slot (edit, cell);
  g_autoptr (ChaseLanguage) own = NULL;
  ChaseLanguage *language;
  g_autoptr (ChaseTerm) term = NULL;

  if (statement->kind != CHASE_STATEMENT_ARROW || statement->level > 1 || label[0] == '\0'
      || slot->source == CHASE_NO_HANDLE || slot->target == CHASE_NO_HANDLE)
    return NULL;
  language = language_of (edit, cell, &own);
  term = language != NULL ? read_between (edit, cell, label, language) : NULL;
  if (term == NULL || rests_on (edit, term, statement->name)
      || (edit->free && !settle_inverses (edit, term, FALSE)))
    return NULL;
  if (edit->free)
    settle_inverses (edit, term, TRUE);
  return g_steal_pointer (&term);
}

ChaseTerm *
chase_edit_read_object (ChaseEdit *edit, guint cell, const char *label)
{
  g_autoptr (ChaseLanguage) own = NULL;
  ChaseLanguage *language;

  if (edit->free || label[0] == '\0')
    return NULL;
  language = language_of (edit, cell, &own);
  return language != NULL ? chase_language_read_object (language, label) : NULL;
}
