/* SPDX-License-Identifier: MIT */
#include "app/session.h"

#include "app/claims.h"
#include "app/placing.h"

#include <glib/gi18n.h>

#define SECONDS_PER_QUESTION 5.0

struct _ChaseSession
{
  GObject parent;
  ChaseHistory *history;
  guint shown; /* index of the item that is shown */
  ChaseDiagram *diagram;
  ChaseDiagram *preview;
  GArray *selection; /* of guint32: cells */
  GFile *file;
  char *title;
  ChaseVerdicts *verdicts;
  GCancellable *judging; /* of the question that is being asked */
  gboolean judge_again;
  GPtrArray *claims; /* of ChaseResult */
  GCancellable *claiming;
  GCancellable *placing;
  gboolean closed;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SHOWN,
  SIGNAL_SELECTED,
  SIGNAL_JUDGED,
  SIGNAL_CLAIMED,
  SIGNAL_STATE,
  SIGNAL_REPORTED,
  SIGNAL_LABEL_WANTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChaseSession, chase_session, G_TYPE_OBJECT)

static void
judge (ChaseSession *session);

static ChaseDocument *
new_document (void)
{
  g_autoptr (ChaseDocument) empty = chase_document_new ();
  g_autoptr (ChaseItem) item = chase_item_new (CHASE_ITEM_DIAGRAM);

  item->name = chase_name_new ("drawing");
  return chase_document_insert (empty, -1, item);
}

static void
emit (ChaseSession *session, guint signal)
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
chase_session_is_editable (ChaseSession *session)
{
  return chase_session_get_item (session)->view == CHASE_VIEW_NONE;
}

static void
placed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChaseSession) session = data;
  g_autoptr (GError) error = NULL;
  ChaseDiagram *diagram = chase_place_finish (result, &error);

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
  chase_diagram_unref (session->diagram);
  session->diagram = diagram;
  emit (session, SIGNAL_CHANGED);
  emit (session, SIGNAL_SHOWN);
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
  return diagram != NULL ? chase_place_plainly (diagram) : chase_diagram_new_empty (item);
}

/* Resolves the shown item afresh. */
static void
rebuild (ChaseSession *session)
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

static void
show (ChaseSession *session)
{
  rebuild (session);
  emit (session, SIGNAL_CHANGED);
  emit (session, SIGNAL_SHOWN);
  emit (session, SIGNAL_SELECTED);
  emit (session, SIGNAL_STATE);
  judge (session);
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
  show (session);
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
  show (session);
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
  emit (session, SIGNAL_STATE);
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

/* Verdicts. One question at a time: a new one cancels the old, and is asked when that has gone. */

static void
stop_claiming (ChaseSession *session)
{
  if (session->claiming != NULL)
    g_cancellable_cancel (session->claiming);
  g_clear_object (&session->claiming);
}

static void
claimed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChaseSession) session = data;
  g_autoptr (GPtrArray) claims = chase_claims_find_finish (result);

  if (g_task_get_cancellable (G_TASK (result)) != session->claiming)
    return;
  g_clear_object (&session->claiming);
  if (claims == NULL)
    return;
  g_clear_pointer (&session->claims, g_ptr_array_unref);
  session->claims = g_steal_pointer (&claims);
  emit (session, SIGNAL_CLAIMED);
}

/* Asked after the diagram that is looked at. */
static void
decide_claims (ChaseSession *session)
{
  stop_claiming (session);
  session->claiming = g_cancellable_new ();
  chase_claims_find_async (chase_session_get_document (session), SECONDS_PER_QUESTION,
                           session->claiming, claimed, g_object_ref (session));
}

GPtrArray *
chase_session_get_claims (ChaseSession *session)
{
  return session->claims;
}

static void
judged (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChaseSession) session = data;
  g_autoptr (ChaseVerdicts) verdicts = chase_verdicts_find_finish (result, NULL);

  g_clear_object (&session->judging);
  if (session->judge_again)
    {
      judge (session);
      return;
    }
  if (verdicts != NULL && chase_verdicts_fit (verdicts, session->diagram))
    {
      g_clear_pointer (&session->verdicts, chase_verdicts_unref);
      session->verdicts = g_steal_pointer (&verdicts);
    }
  emit (session, SIGNAL_JUDGED);
  if (!session->closed)
    decide_claims (session);
}

static void
judge (ChaseSession *session)
{
  stop_claiming (session);
  session->judge_again = session->judging != NULL;
  if (session->judging != NULL)
    {
      g_cancellable_cancel (session->judging);
      return;
    }
  if (!chase_session_is_editable (session))
    {
      emit (session, SIGNAL_JUDGED);
      decide_claims (session);
      return;
    }
  session->judging = g_cancellable_new ();
  emit (session, SIGNAL_JUDGED);
  chase_verdicts_find_async (chase_session_get_document (session), chase_session_get_item (session),
                             session->diagram, SECONDS_PER_QUESTION, session->judging, judged,
                             g_object_ref (session));
}

ChaseVerdicts *
chase_session_get_verdicts (ChaseSession *session)
{
  return session->verdicts;
}

gboolean
chase_session_is_judging (ChaseSession *session)
{
  return session->judging != NULL;
}

/* Selection. */

const guint32 *
chase_session_get_selection (ChaseSession *session, guint *n)
{
  *n = session->selection->len;
  return (const guint32 *)(gpointer)session->selection->data;
}

gboolean
chase_session_is_selected (ChaseSession *session, guint32 cell)
{
  for (guint i = 0; i < session->selection->len; i++)
    if (g_array_index (session->selection, guint32, i) == cell)
      return TRUE;
  return FALSE;
}

GArray *
chase_session_selected_statements (ChaseSession *session)
{
  GArray *statements = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < session->selection->len; i++)
    {
      guint32 cell = g_array_index (session->selection, guint32, i);
      guint statement = chase_session_statement (session, cell);

      if (statement != G_MAXUINT)
        g_array_append_val (statements, statement);
    }
  return statements;
}

/* What the history keeps with a state: the diagram that was edited, and what was selected in it. */
static GVariant *
view_variant (ChaseSession *session, const GArray *statements)
{
  return g_variant_new ("(u@au)", session->shown,
                        g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, statements->data,
                                                   statements->len, sizeof (guint)));
}

static guint
shown_in_history (ChaseSession *session)
{
  GVariant *kept = chase_history_get_selection (session->history);
  guint shown = session->shown;

  if (kept != NULL)
    g_variant_get_child (kept, 0, "u", &shown);
  return shown;
}

static void
selection_changed (ChaseSession *session)
{
  g_autoptr (GArray) statements = chase_session_selected_statements (session);

  if (shown_in_history (session) == session->shown)
    chase_history_set_selection (session->history, view_variant (session, statements));
  emit (session, SIGNAL_SELECTED);
}

void
chase_session_select (ChaseSession *session, const guint32 *cells, guint n)
{
  gboolean same = n == session->selection->len;

  for (guint i = 0; same && i < n; i++)
    same = g_array_index (session->selection, guint32, i) == cells[i];
  if (same)
    return;
  g_array_set_size (session->selection, 0);
  g_array_append_vals (session->selection, cells, n);
  selection_changed (session);
}

void
chase_session_toggle (ChaseSession *session, guint32 cell)
{
  for (guint i = 0; i < session->selection->len; i++)
    if (g_array_index (session->selection, guint32, i) == cell)
      {
        g_array_remove_index (session->selection, i);
        selection_changed (session);
        return;
      }
  g_array_append_val (session->selection, cell);
  selection_changed (session);
}

guint32
chase_session_get_single (ChaseSession *session)
{
  return session->selection->len == 1 ? g_array_index (session->selection, guint32, 0)
                                      : G_MAXUINT32;
}

guint
chase_session_statement (ChaseSession *session, guint32 cell)
{
  return cell < chase_diagram_n_cells (session->diagram)
             ? chase_diagram_get_cell (session->diagram, cell)->statement
             : G_MAXUINT;
}

/* The cells that come from @statements, in the diagram as it is now. */
static void
select_statements (ChaseSession *session, const guint *statements, gsize n)
{
  g_array_set_size (session->selection, 0);
  for (gsize i = 0; i < n; i++)
    {
      guint32 cell = chase_diagram_find_statement (session->diagram, statements[i]);

      if (cell != G_MAXUINT32 && !chase_session_is_selected (session, cell))
        g_array_append_val (session->selection, cell);
    }
}

/* Edits. */

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

  chase_history_commit (session->history, document, name, merge, view_variant (session, after));
  rebuild (session);
  select_statements (session, (const guint *)(gpointer)after->data, after->len);
  if (select != NULL)
    handles_to_cells (session, edit, select);
  emit (session, SIGNAL_CHANGED);
  emit (session, SIGNAL_SELECTED);
  emit (session, SIGNAL_STATE);
  judge (session);
  chase_edit_free (edit);
}

void
chase_session_add_drawing (ChaseSession *session)
{
  ChaseDocument *before = chase_session_get_document (session);
  g_autofree char *name = chase_document_free_name (before, "drawing");
  g_autoptr (ChaseItem) item = chase_item_new (CHASE_ITEM_DIAGRAM);
  g_autoptr (ChaseDocument) document = NULL;
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (guint));

  item->name = chase_name_new (name);
  document = chase_document_insert (before, (gint)session->shown + 1, item);
  session->shown++;
  chase_history_commit (session->history, document, _ ("Add Drawing"), NULL,
                        view_variant (session, none));
  g_array_set_size (session->selection, 0);
  show (session);
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
  emit (session, SIGNAL_CHANGED);
}

/* Shows the state at the cursor, and in it the diagram that the edit was about. */
static void
restore (ChaseSession *session, guint shown)
{
  gboolean same = shown_in_history (session) == shown;
  GVariant *kept = chase_history_get_selection (session->history);
  g_autoptr (GVariant) selected = kept != NULL && same ? g_variant_get_child_value (kept, 1) : NULL;
  gsize n = 0;
  const guint *statements
      = selected != NULL ? g_variant_get_fixed_array (selected, &n, sizeof (guint)) : NULL;
  gboolean moved = session->shown != shown;

  session->shown = shown;
  rebuild (session);
  select_statements (session, statements, n);
  emit (session, SIGNAL_CHANGED);
  if (moved)
    emit (session, SIGNAL_SHOWN);
  emit (session, SIGNAL_SELECTED);
  emit (session, SIGNAL_STATE);
  judge (session);
}

gboolean
chase_session_undo (ChaseSession *session)
{
  guint shown = shown_in_history (session);

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
  restore (session, shown_in_history (session));
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

void
chase_session_report (ChaseSession *session, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_signal_emit (session, signals[SIGNAL_REPORTED], 0, text);
}

void
chase_session_want_label (ChaseSession *session, guint32 cell)
{
  g_signal_emit (session, signals[SIGNAL_LABEL_WANTED], 0, cell);
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
  stop_claiming (session);
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
  g_clear_pointer (&session->claims, g_ptr_array_unref);
  g_array_unref (session->selection);
  g_clear_object (&session->file);
  g_clear_object (&session->judging);
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
  signals[SIGNAL_CHANGED] = add_signal ("changed", G_TYPE_NONE);
  signals[SIGNAL_SHOWN] = add_signal ("shown", G_TYPE_NONE);
  signals[SIGNAL_SELECTED] = add_signal ("selected", G_TYPE_NONE);
  signals[SIGNAL_JUDGED] = add_signal ("judged", G_TYPE_NONE);
  signals[SIGNAL_CLAIMED] = add_signal ("claimed", G_TYPE_NONE);
  signals[SIGNAL_STATE] = add_signal ("state", G_TYPE_NONE);
  signals[SIGNAL_REPORTED] = add_signal ("reported", G_TYPE_STRING);
  signals[SIGNAL_LABEL_WANTED] = add_signal ("label-wanted", G_TYPE_UINT);
}

static void
chase_session_init (ChaseSession *session)
{
  g_autoptr (ChaseDocument) document = new_document ();

  session->history = chase_history_new (document);
  session->selection = g_array_new (FALSE, FALSE, sizeof (guint32));
  rebuild (session);
}
