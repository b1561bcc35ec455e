/* SPDX-License-Identifier: MIT */
#include "app/plain-words.h"
#include "app/session-actions.h"
#include "app/session-private.h"
#include "model/theory.h"

#include <glib/gi18n.h>

/* What is remembered while a label is typed, kept beside the session. */
typedef struct
{
  ChaseDocument *base;
  guint statement;
  guint tag; /* which further label of an arrow it is, or G_MAXUINT */
  char *merge;
  ChaseLexicon *lexicon;
} Labelling;

static void
labelling_free (gpointer data)
{
  Labelling *labelling = data;

  chase_document_unref (labelling->base);
  g_free (labelling->merge);
  chase_lexicon_free (labelling->lexicon);
  g_free (labelling);
}

static Labelling *
labelling_of (ChaseSession *session)
{
  return g_object_get_data (G_OBJECT (session), "labelling");
}

void
chase_session_begin_label (ChaseSession *session, guint32 cell)
{
  chase_session_begin_tag (session, cell, G_MAXUINT);
}

void
chase_session_begin_tag (ChaseSession *session, guint32 cell, guint tag)
{
  static guint serial;
  Labelling *labelling = g_new0 (Labelling, 1);

  labelling->base = chase_document_ref (chase_session_get_document (session));
  labelling->statement = chase_session_statement (session, cell);
  labelling->tag = tag;
  labelling->lexicon = chase_lexicon_new ();
  labelling->merge = g_strdup_printf ("label-%u", ++serial);
  g_object_set_data_full (G_OBJECT (session), "labelling", labelling, labelling_free);
}

static void
set_tag (ChaseEdit *edit, const Labelling *labelling, const char *text)
{
  const ChaseStatement *statement = chase_edit_get (edit, labelling->statement);
  g_autoptr (ChaseStyle) style = chase_style_copy (statement->style);

  if (labelling->tag >= chase_style_n_labels (style))
    return;
  chase_style_set_label (style, labelling->tag, text,
                         chase_style_get_label (style, labelling->tag));
  chase_edit_set_style (edit, labelling->statement, style);
}

/* The state from before with @text as the label, or NULL where the cell is gone. */
static ChaseEdit *
edit_with_label (ChaseSession *session, const Labelling *labelling, const char *text)
{
  ChaseEdit *edit = chase_session_edit_from (session, labelling->base);

  if (edit == NULL)
    return NULL;
  if (chase_edit_get (edit, labelling->statement) == NULL)
    {
      chase_edit_free (edit);
      return NULL;
    }
  chase_edit_set_lexicon (edit, labelling->lexicon);
  if (labelling->tag == G_MAXUINT)
    chase_edit_set_label (edit, labelling->statement, text);
  else
    set_tag (edit, labelling, text);
  return edit;
}

/* TRUE when what is typed says something that is drawn or defined: "sin cos" may be a path. */
static gboolean
is_understood (ChaseEdit *edit, const Labelling *labelling)
{
  return labelling->tag == G_MAXUINT
         && (chase_edit_shares (edit, labelling->statement)
             || chase_edit_reads (edit, labelling->statement));
}

/* Each text is set on the state from before, so that the name depends on what was typed in the end
 * alone. */
void
chase_session_type_label (ChaseSession *session, const char *text)
{
  Labelling *labelling = labelling_of (session);
  g_autofree char *words = chase_plain_words_to_label (text);
  ChaseEdit *edit;

  if (labelling == NULL || labelling->statement == G_MAXUINT)
    return;
  edit = edit_with_label (session, labelling, text);
  if (edit != NULL && words != NULL && !is_understood (edit, labelling))
    {
      chase_edit_free (edit);
      edit = edit_with_label (session, labelling, words);
    }
  if (edit != NULL)
    chase_session_commit (session, edit, _ ("Set Label"), labelling->merge, NULL);
}

/* "Read as the path g . f". Caller frees. */
static char *
read_as (ChaseSession *session, const ChaseCell *drawn)
{
  ChaseItem *item = chase_session_get_item (session);
  g_autofree char *text = chase_term_to_text (drawn->value);
  g_autofree char *category = item->to != NULL ? chase_term_to_text (item->to) : NULL;

  if (drawn->level == 0)
    return g_strdup_printf (_ ("Read as the object %s of %s"), text, category);
  return category != NULL ? g_strdup_printf (_ ("Read as the path %s in %s"), text, category)
                          : g_strdup_printf (_ ("Read as the path %s"), text);
}

/* A label that others have means what it means there; that may not have been meant. */
static void
tell_of_sharing (ChaseSession *session, const Labelling *labelling)
{
  ChaseDocument *document = chase_session_get_document (session);
  guint32 cell = chase_session_get_labelled (session);
  g_autoptr (ChaseEdit) edit = NULL;
  g_autofree char *action = NULL;
  g_autofree char *said = NULL;
  const ChaseCell *drawn;

  if (cell == G_MAXUINT32 || labelling->tag != G_MAXUINT || labelling->base == document
      || !chase_session_is_editable (session))
    return;
  drawn = chase_diagram_get_cell (chase_session_get_diagram (session), cell);
  if (chase_session_tell_of_opposite (session, cell)
      || chase_session_tell_of_functor (session, cell))
    return;
  edit = chase_edit_new (document, session->shown);
  if (drawn->value == NULL || drawn->name == NULL)
    return;
  if (chase_edit_shares (edit, labelling->statement))
    said = g_strdup (drawn->level == 0 ? _ ("This is the same object as the other of this label")
                                       : _ ("This is the same arrow as the other of this label"));
  else if (chase_edit_reads (edit, labelling->statement))
    said = read_as (session, drawn);
  else
    return;
  action = g_strdup_printf ("win.separate-named::%s", drawn->name);
  chase_session_offer (session, said, _ ("_Set Apart"), action);
}

void
chase_session_end_label (ChaseSession *session)
{
  if (labelling_of (session) == NULL)
    return;
  tell_of_sharing (session, labelling_of (session));
  g_object_set_data (G_OBJECT (session), "labelling", NULL);
  chase_session_seal (session);
  chase_session_tell_of_unknown (session);
}

guint32
chase_session_get_labelled (ChaseSession *session)
{
  Labelling *labelling = labelling_of (session);

  return labelling != NULL ? chase_diagram_find_statement (chase_session_get_diagram (session),
                                                           labelling->statement)
                           : G_MAXUINT32;
}

guint
chase_session_get_tag (ChaseSession *session)
{
  Labelling *labelling = labelling_of (session);

  return labelling != NULL ? labelling->tag : G_MAXUINT;
}

guint32
chase_session_next_blank (ChaseSession *session, guint32 after, gboolean backward)
{
  ChaseDiagram *diagram = chase_session_get_diagram (session);
  guint n = chase_diagram_n_cells (diagram);

  for (guint i = 1; i <= n; i++)
    {
      guint start = after == G_MAXUINT32 ? n - 1 : after;
      guint32 cell = backward ? (start + n - i) % n : (start + i) % n;
      const ChaseCell *drawn = chase_diagram_get_cell (diagram, cell);

      if (drawn->label[0] == '\0' && drawn->statement != G_MAXUINT
          && drawn->style->form == CHASE_EDGE_ARROW)
        return cell;
    }
  return G_MAXUINT32;
}
