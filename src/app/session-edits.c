/* SPDX-License-Identifier: MIT */
#include "app/session-private.h"
#include "notation/notation.h"

#include <glib/gi18n.h>

ChaseEdit *
chase_session_edit_from (ChaseSession *session, ChaseDocument *base)
{
  ChaseEdit *edit;

  if (!chase_session_is_editable (session))
    {
      chase_session_report (session, _ ("A computed diagram cannot be edited"));
      return NULL;
    }
  edit = chase_edit_new (base, session->shown);
  /* What was laid out for the eye becomes part of the document with the first edit. */
  for (guint32 i = 0; i < session->diagram->n_nodes; i++)
    {
      const ChaseCell *node = chase_diagram_get_cell (session->diagram, i);
      const ChaseStatement *said = chase_edit_get (edit, node->statement);

      /* @base may be an earlier state, in which another statement stands here. */
      if (said != NULL
          && (said->kind == CHASE_STATEMENT_OBJECT || said->kind == CHASE_STATEMENT_NODE)
          && !said->has_position && chase_name_equal (said->name, node->name))
        chase_edit_place (edit, node->statement, node->x, node->y);
    }
  return edit;
}

ChaseEdit *
chase_session_edit (ChaseSession *session)
{
  return chase_session_edit_from (session, chase_session_get_document (session));
}

static GArray *
remap (const ChaseEdit *edit, const GArray *handles)
{
  GArray *statements = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < handles->len; i++)
    {
      guint statement = chase_edit_statement (edit, g_array_index (handles, guint, i));

      if (statement != CHASE_NO_HANDLE)
        g_array_append_val (statements, statement);
    }
  return statements;
}

static void
handles_to_cells (ChaseSession *session, const ChaseEdit *edit, GArray *handles)
{
  for (guint i = 0; i < handles->len; i++)
    {
      guint *entry = &g_array_index (handles, guint, i);
      guint statement = chase_edit_statement (edit, *entry);

      *entry = statement != CHASE_NO_HANDLE
                   ? chase_diagram_find_statement (session->diagram, statement)
                   : G_MAXUINT32;
    }
}

void
chase_session_commit (ChaseSession *session, ChaseEdit *edit, const char *name, const char *merge,
                      GArray *select)
{
  g_autoptr (ChaseDocument) document = chase_edit_finish (edit);
  g_autoptr (GArray) before = chase_session_selected_statements (session);
  g_autoptr (GArray) after = remap (edit, select != NULL ? select : before);

  chase_history_commit (session->history, document, name, merge,
                        chase_session_view_variant (session, after));
  chase_session_rebuild (session);
  chase_session_select_statements (session, (const guint *)(gpointer)after->data, after->len);
  if (select != NULL)
    handles_to_cells (session, edit, select);
  chase_session_emit (session, CHASE_SESSION_CHANGED);
  chase_session_emit (session, CHASE_SESSION_SELECTED);
  chase_session_emit (session, CHASE_SESSION_STATE);
  chase_session_judge (session);
  chase_edit_free (edit);
}

/* Adds @item (taken) behind the one that is shown, by a name of its own, and shows it. */
static void
add_item (ChaseSession *session, ChaseItem *item, const char *stem, const char *edit)
{
  ChaseDocument *before = chase_session_get_document (session);
  g_autoptr (ChaseItem) added = item;
  g_autofree char *name = chase_document_free_name (before, stem);
  g_autoptr (ChaseDocument) document = NULL;
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));

  added->name = chase_name_new (name);
  document = chase_document_insert (before, (gint)session->shown + 1, added);
  session->shown++;
  chase_history_commit (session->history, document, edit, NULL,
                        chase_session_view_variant (session, none));
  g_array_set_size (session->selection, 0);
  chase_session_show (session);
}

void
chase_session_add_drawing (ChaseSession *session)
{
  add_item (session, chase_item_new (CHASE_ITEM_DIAGRAM), "drawing", _ ("Add Drawing"));
}

void
chase_session_add_view (ChaseSession *session, const char *text)
{
  ChaseItem *item = chase_notation_parse_view (text, NULL);
  g_autofree char *stem = chase_label_to_stem (text);

  if (item != NULL)
    add_item (session, item, stem != NULL ? stem : "view", _ ("Add Computed Diagram"));
}

/* Where the diagram that is shown is among the items of another document. */
static guint
find_shown (ChaseSession *session, ChaseDocument *document)
{
  const ChaseItem *shown = chase_session_get_item (session);
  ChaseItem *same = shown->name != NULL ? chase_document_find (document, shown->name) : NULL;

  if (same != NULL && same->kind == CHASE_ITEM_DIAGRAM)
    return (guint)chase_document_index_of (document, same);
  for (guint i = 0; i < chase_document_n_items (document); i++)
    if (chase_document_get_item (document, i)->kind == CHASE_ITEM_DIAGRAM)
      return i;
  return G_MAXUINT;
}

/* Says that the document is another, and in it, where @moved, the diagram that is shown. */
static void
announce (ChaseSession *session, gboolean moved)
{
  chase_session_emit (session, CHASE_SESSION_CHANGED);
  if (moved)
    chase_session_emit (session, CHASE_SESSION_SHOWN);
  chase_session_emit (session, CHASE_SESSION_SELECTED);
  chase_session_emit (session, CHASE_SESSION_STATE);
  chase_session_judge (session);
}

void
chase_session_replace_document (ChaseSession *session, ChaseDocument *document, const char *name,
                                const char *merge)
{
  guint shown = find_shown (session, document);
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));
  ChaseDocument *before = chase_session_get_document (session);
  gboolean moved = shown != session->shown;

  /* There is always a drawing to look at; a text without one is taken when it has one. */
  if (shown == G_MAXUINT || chase_document_equal (document, before))
    return;
  session->shown = shown;
  g_array_set_size (session->selection, 0);
  chase_history_commit (session->history, document, name, merge,
                        chase_session_view_variant (session, none));
  chase_session_rebuild (session);
  announce (session, moved);
}

void
chase_session_seal (ChaseSession *session)
{
  chase_history_seal (session->history);
}

void
chase_session_preview (ChaseSession *session, ChaseDiagram *diagram)
{
  g_clear_pointer (&session->preview, chase_diagram_unref);
  if (diagram != NULL)
    session->preview = chase_diagram_ref (diagram);
  chase_session_emit (session, CHASE_SESSION_CHANGED);
}

/* Shows the state at the cursor, and in it the diagram that the edit was about. */
static void
restore (ChaseSession *session, guint shown)
{
  gboolean same = chase_session_shown_in_history (session) == shown;
  GVariant *kept = chase_history_get_selection (session->history);
  g_autoptr (GVariant) selected = kept != NULL && same ? g_variant_get_child_value (kept, 1) : NULL;
  gsize n = 0;
  const guint *statements
      = selected != NULL ? g_variant_get_fixed_array (selected, &n, sizeof (guint)) : NULL;
  gboolean moved = session->shown != shown;

  session->shown = shown;
  chase_session_rebuild (session);
  chase_session_select_statements (session, statements, n);
  announce (session, moved);
}

gboolean
chase_session_undo (ChaseSession *session)
{
  guint shown = chase_session_shown_in_history (session);

  if (!chase_history_undo (session->history))
    return FALSE;
  restore (session, shown);
  return TRUE;
}

gboolean
chase_session_redo (ChaseSession *session)
{
  if (!chase_history_redo (session->history))
    return FALSE;
  restore (session, chase_session_shown_in_history (session));
  return TRUE;
}

const char *
chase_session_undo_name (ChaseSession *session)
{
  return chase_history_undo_name (session->history);
}

const char *
chase_session_redo_name (ChaseSession *session)
{
  return chase_history_redo_name (session->history);
}
