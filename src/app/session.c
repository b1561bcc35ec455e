/* SPDX-License-Identifier: MIT */
#include "app/session-private.h"

#include "app/placing.h"

#include <glib/gi18n.h>

static guint signals[CHASE_N_SESSION_SIGNALS];

G_DEFINE_FINAL_TYPE (ChaseSession, chase_session, G_TYPE_OBJECT)

static ChaseDocument *
new_document (void)
{
  g_autoptr (ChaseDocument) empty = chase_document_new ();
  g_autoptr (ChaseItem) item = chase_item_new (CHASE_ITEM_DIAGRAM);

  item->name = chase_name_new ("drawing");
  return chase_document_insert (empty, -1, item);
}

void
chase_session_emit (ChaseSession *session, ChaseSessionSignal signal)
{
  g_signal_emit (session, signals[signal], 0);
}

ChaseDocument *
chase_session_get_document (ChaseSession *session)
{
  return chase_history_get_document (session->history);
}

ChaseItem *
chase_session_get_item (ChaseSession *session)
{
  return chase_document_get_item (chase_session_get_document (session), session->shown);
}

ChaseDiagram *
chase_session_get_diagram (ChaseSession *session)
{
  return session->preview != NULL ? session->preview : session->diagram;
}

gboolean
chase_session_is_placing (ChaseSession *session)
{
  return session->placing != NULL;
}

gboolean
chase_session_is_editable (ChaseSession *session)
{
  return chase_session_get_item (session)->view == CHASE_VIEW_NONE;
}

/* TRUE where @diagram, which may be NULL, was computed for what @item says. */
static gboolean
is_computed_as (const ChaseDiagram *diagram, const ChaseItem *item)
{
  const ChaseItem *before = diagram != NULL ? diagram->item : NULL;

  return before != NULL && before->view == item->view && item->view != CHASE_VIEW_NONE
         && chase_name_equal (before->name, item->name)
         && chase_term_equal (before->expression, item->expression);
}

/* Nothing moves under the hand that gives values to a functor. TRUE where that is what happens. */
static gboolean
keep_places (ChaseSession *session, ChaseDiagram **diagram)
{
  g_autoptr (ChaseDiagram) kept = NULL;

  if ((*diagram)->item->view != CHASE_VIEW_IMAGE
      || !is_computed_as (session->diagram, (*diagram)->item))
    return FALSE;
  kept = chase_place_as_before (session->diagram, *diagram);
  if (kept == NULL)
    return FALSE;
  chase_diagram_unref (*diagram);
  *diagram = g_steal_pointer (&kept);
  return TRUE;
}

static void
placed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChaseSession) session = data;
  g_autoptr (GError) error = NULL;
  ChaseDiagram *diagram = chase_place_finish (result, &error);
  gboolean kept;

  if (g_task_get_cancellable (G_TASK (result)) != session->placing)
    {
      chase_diagram_unref (diagram);
      return;
    }
  g_clear_object (&session->placing);
  if (diagram == NULL)
    {
      chase_session_report (session, _ ("The diagram could not be drawn: %s"), error->message);
      return;
    }
  kept = keep_places (session, &diagram);
  chase_diagram_unref (session->diagram);
  session->diagram = diagram;
  chase_session_emit (session, CHASE_SESSION_CHANGED);
  if (!kept)
    chase_session_emit (session, CHASE_SESSION_SHOWN);
}

/* The item that is shown is always a diagram, whatever an undo took away. */
static void
mend_shown (ChaseSession *session)
{
  ChaseDocument *document = chase_session_get_document (session);
  guint n = chase_document_n_items (document);

  session->shown = MIN (session->shown, n - 1);
  for (guint i = 0; i < n; i++)
    {
      guint at = (session->shown + n - i) % n;

      if (chase_document_get_item (document, at)->kind != CHASE_ITEM_DIAGRAM)
        continue;
      session->shown = at;
      return;
    }
}

static void
stop_placing (ChaseSession *session)
{
  if (session->placing != NULL)
    g_cancellable_cancel (session->placing);
  g_clear_object (&session->placing);
}

/* A computed diagram stays as it was until the new one is worked out. */
static ChaseDiagram *
meanwhile (ChaseSession *session, ChaseItem *item)
{
  return is_computed_as (session->diagram, item) ? chase_diagram_ref (session->diagram)
                                                 : chase_diagram_new_empty (item);
}

/* What can be shown at once; what takes longer comes in later. */
static ChaseDiagram *
resolve (ChaseSession *session)
{
  ChaseDocument *document = chase_session_get_document (session);
  ChaseItem *item = chase_session_get_item (session);
  g_autoptr (ChaseDiagram) diagram = NULL;

  if (item->view == CHASE_VIEW_NONE)
    diagram = chase_diagram_new (document, item, NULL);
  if (diagram != NULL && chase_diagram_is_placed (diagram))
    return g_steal_pointer (&diagram);
  session->placing = g_cancellable_new ();
  chase_place_async (document, item, diagram, FALSE, session->placing, placed,
                     g_object_ref (session));
  return diagram != NULL ? chase_place_plainly (diagram) : meanwhile (session, item);
}

/* Resolves the shown item afresh. */
void
chase_session_rebuild (ChaseSession *session)
{
  ChaseDiagram *diagram;

  stop_placing (session);
  g_clear_pointer (&session->preview, chase_diagram_unref);
  mend_shown (session);
  diagram = resolve (session);
  g_clear_pointer (&session->diagram, chase_diagram_unref);
  session->diagram = diagram;
  if (session->verdicts != NULL
      && (!chase_session_is_editable (session) || !chase_verdicts_fit (session->verdicts, diagram)))
    g_clear_pointer (&session->verdicts, chase_verdicts_unref);
}

void
chase_session_show (ChaseSession *session)
{
  chase_session_rebuild (session);
  chase_session_emit (session, CHASE_SESSION_CHANGED);
  chase_session_emit (session, CHASE_SESSION_SHOWN);
  chase_session_emit (session, CHASE_SESSION_SELECTED);
  chase_session_emit (session, CHASE_SESSION_STATE);
  chase_session_judge (session);
}

/* The first drawing of a document that was read; one is made for what has none. */
static ChaseDocument *
with_drawing (ChaseDocument *document, guint *shown)
{
  g_autoptr (ChaseItem) drawing = NULL;
  g_autofree char *name = NULL;
  ChaseItem *category;

  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      const ChaseItem *item = chase_document_get_item (document, i);

      if (item->kind == CHASE_ITEM_DIAGRAM && item->view == CHASE_VIEW_NONE)
        {
          *shown = i;
          return chase_document_ref (document);
        }
    }
  drawing = chase_item_new (CHASE_ITEM_DIAGRAM);
  name = chase_document_free_name (document, "drawing");
  drawing->name = chase_name_new (name);
  category = chase_document_nth (document, CHASE_ITEM_CATEGORY, 0);
  for (guint i = 0; category != NULL && i < chase_item_n_statements (category); i++)
    {
      const ChaseStatement *said = chase_item_get_statement (category, i);
      ChaseStatement *drawn;

      if (said->kind != CHASE_STATEMENT_OBJECT && said->kind != CHASE_STATEMENT_ARROW)
        continue;
      drawn = chase_statement_new (said->kind == CHASE_STATEMENT_OBJECT ? CHASE_STATEMENT_OBJECT
                                                                        : CHASE_STATEMENT_DRAW);
      drawn->name = chase_name_ref (said->name);
      chase_item_take_statement (drawing, drawn);
      if (drawing->to == NULL)
        drawing->to = chase_term_new_name (category->name);
    }
  *shown = chase_document_n_items (document);
  return chase_document_insert (document, -1, drawing);
}

void
chase_session_load (ChaseSession *session, ChaseDocument *document, GFile *file, const char *title)
{
  g_autoptr (ChaseDocument) drawn = with_drawing (document, &session->shown);

  g_clear_pointer (&session->history, chase_history_free);
  session->history = chase_history_new (drawn);
  g_set_object (&session->file, file);
  g_free (session->title);
  session->title = g_strdup (title);
  g_array_set_size (session->selection, 0);
  g_clear_pointer (&session->verdicts, chase_verdicts_unref);
  chase_session_show (session);
}

gboolean
chase_session_is_pristine (ChaseSession *session)
{
  return session->file == NULL && session->title == NULL
         && chase_session_undo_name (session) == NULL
         && chase_document_n_items (chase_session_get_document (session)) == 1
         && chase_diagram_n_cells (session->diagram) == 0;
}

void
chase_session_show_item (ChaseSession *session, guint index)
{
  ChaseItem *item = chase_document_get_item (chase_session_get_document (session), index);

  g_return_if_fail (item != NULL && item->kind == CHASE_ITEM_DIAGRAM);
  if (index == session->shown)
    return;
  session->shown = index;
  g_array_set_size (session->selection, 0);
  chase_session_show (session);
}

GFile *
chase_session_get_file (ChaseSession *session)
{
  return session->file;
}

void
chase_session_saved (ChaseSession *session, GFile *file)
{
  g_set_object (&session->file, file);
  g_clear_pointer (&session->title, g_free);
  chase_history_mark_saved (session->history);
  chase_session_emit (session, CHASE_SESSION_STATE);
}

gboolean
chase_session_is_modified (ChaseSession *session)
{
  return chase_history_is_modified (session->history);
}

char *
chase_session_dup_title (ChaseSession *session)
{
  if (session->file != NULL)
    {
      g_autofree char *base = g_file_get_basename (session->file);

      return g_filename_display_name (base);
    }
  return g_strdup (session->title != NULL ? session->title : _ ("Untitled"));
}

void
chase_session_report (ChaseSession *session, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_signal_emit (session, signals[CHASE_SESSION_REPORTED], 0, text);
}

void
chase_session_offer (ChaseSession *session, const char *text, const char *button,
                     const char *action)
{
  g_signal_emit (session, signals[CHASE_SESSION_OFFERED], 0, text, button, action);
}

void
chase_session_want_label (ChaseSession *session, guint32 cell)
{
  g_signal_emit (session, signals[CHASE_SESSION_LABEL_WANTED], 0, cell);
}

void
chase_session_tell_drawn (ChaseSession *session)
{
  g_signal_emit (session, signals[CHASE_SESSION_DRAWN], 0);
}

ChaseSession *
chase_session_new (void)
{
  return g_object_new (CHASE_TYPE_SESSION, NULL);
}

void
chase_session_close (ChaseSession *session)
{
  session->closed = TRUE;
  session->judge_again = FALSE;
  chase_session_stop_claiming (session);
  if (session->judging != NULL)
    g_cancellable_cancel (session->judging);
  stop_placing (session);
}

static void
chase_session_dispose (GObject *object)
{
  chase_session_close (CHASE_SESSION (object));
  G_OBJECT_CLASS (chase_session_parent_class)->dispose (object);
}

static void
chase_session_finalize (GObject *object)
{
  ChaseSession *session = CHASE_SESSION (object);

  chase_history_free (session->history);
  chase_diagram_unref (session->diagram);
  chase_diagram_unref (session->preview);
  chase_verdicts_unref (session->verdicts);
  g_clear_pointer (&session->claims, chase_claims_free);
  g_array_unref (session->selection);
  g_array_unref (session->pointed);
  g_clear_object (&session->file);
  g_clear_object (&session->judging);
  g_clear_object (&session->macro_file);
  g_clear_pointer (&session->unknown, g_ptr_array_unref);
  g_clear_pointer (&session->told, g_hash_table_unref);
  g_free (session->title);
  G_OBJECT_CLASS (chase_session_parent_class)->finalize (object);
}

static guint
add_signal (const char *name, GType argument)
{
  return g_signal_new (name, CHASE_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, argument != G_TYPE_NONE ? 1 : 0, argument);
}

static void
chase_session_class_init (ChaseSessionClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->dispose = chase_session_dispose;
  object_class->finalize = chase_session_finalize;
  signals[CHASE_SESSION_CHANGED] = add_signal ("changed", G_TYPE_NONE);
  signals[CHASE_SESSION_SHOWN] = add_signal ("shown", G_TYPE_NONE);
  signals[CHASE_SESSION_SELECTED] = add_signal ("selected", G_TYPE_NONE);
  signals[CHASE_SESSION_JUDGED] = add_signal ("judged", G_TYPE_NONE);
  signals[CHASE_SESSION_CLAIMED] = add_signal ("claimed", G_TYPE_NONE);
  signals[CHASE_SESSION_STATE] = add_signal ("state", G_TYPE_NONE);
  signals[CHASE_SESSION_REPORTED] = add_signal ("reported", G_TYPE_STRING);
  signals[CHASE_SESSION_OFFERED]
      = g_signal_new ("offered", CHASE_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
  signals[CHASE_SESSION_LABEL_WANTED] = add_signal ("label-wanted", G_TYPE_UINT);
  signals[CHASE_SESSION_DRAWN] = add_signal ("drawn", G_TYPE_NONE);
}

void
chase_session_init (ChaseSession *session)
{
  g_autoptr (ChaseDocument) document = new_document ();

  session->history = chase_history_new (document);
  session->selection = g_array_new (FALSE, FALSE, sizeof (guint32));
  session->pointed = g_array_new (FALSE, FALSE, sizeof (guint32));
  chase_session_rebuild (session);
}
