/* SPDX-License-Identifier: MIT */
#include "app/asking.h"
#include "app/countermodel.h"
#include "app/palette.h"
#include "app/style-choices.h"
#include "app/window-private.h"
#include "notation/notation.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is asked about two selected paths: so many cells, so long. */
#define MOST_SELECTED 500
#define SECONDS 5.0

/* The place of a word in a NULL-terminated list, or -1. */
static int
find_word (const char *const *words, GVariant *parameter)
{
  const char *word = g_variant_get_string (parameter, NULL);

  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;
  return -1;
}

static void
complete (ChaseWindow *window, ChaseCompletion what)
{
  ChaseCanvas *canvas = chase_window_get_canvas (window);
  g_autoptr (GArray) blank = NULL;

  chase_canvas_end_label (canvas);
  blank = chase_session_complete (chase_window_get_session (window), what);
  chase_canvas_reveal_selection (canvas);
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  chase_canvas_queue_labels (canvas, blank);
}

void
chase_window_complete (ChaseWindow *window, GVariant *parameter)
{
  complete (window, CHASE_COMPLETE_AUTO);
}

void
chase_window_complete_as (ChaseWindow *window, GVariant *parameter)
{
  static const char *const words[]
      = { "auto", "square", "composite", "span", "cone", "cocone", "cylinder", NULL };
  int which = find_word (words, parameter);

  if (which >= 0)
    complete (window, (ChaseCompletion)which);
}

void
chase_window_separate_named (ChaseWindow *window, GVariant *parameter)
{
  ChaseSession *session = chase_window_get_session (window);
  ChaseDiagram *diagram = chase_session_get_diagram (session);
  const char *name = g_variant_get_string (parameter, NULL);

  for (guint32 i = 0; i < chase_diagram_n_cells (diagram); i++)
    if (g_strcmp0 (chase_diagram_get_cell (diagram, i)->name, name) == 0)
      {
        chase_session_select (session, &i, 1);
        chase_session_separate (session);
        return;
      }
}

void
chase_window_arrange (ChaseWindow *window, GVariant *parameter)
{
  static const char *const words[]
      = { "left", "column", "right", "top", "row", "bottom", "across", "down", NULL };
  int which = find_word (words, parameter);

  if (which < 0)
    return;
  chase_session_arrange (chase_window_get_session (window), (ChaseArrangement)which);
  chase_canvas_reveal_selection (chase_window_get_canvas (window));
}

void
chase_window_insert_space (ChaseWindow *window, GVariant *parameter)
{
  gboolean column = g_str_equal (g_variant_get_string (parameter, NULL), "column");
  double at_column, at_row;

  chase_canvas_get_place (chase_window_get_canvas (window), &at_column, &at_row);
  chase_session_insert_space (chase_window_get_session (window), column,
                              column ? at_column : at_row, 1);
}

void
chase_window_insert_template (ChaseWindow *window, GVariant *parameter)
{
  ChaseCanvas *canvas = chase_window_get_canvas (window);
  ChaseSession *session = chase_window_get_session (window);
  gboolean first = chase_session_get_diagram (session)->n_nodes == 0;
  double column, row;

  chase_canvas_get_place (canvas, &column, &row);
  chase_session_insert_template (session, g_variant_get_string (parameter, NULL), column, row);
  if (first)
    chase_canvas_fit (canvas);
  else
    chase_canvas_reveal_selection (canvas);
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
}

void
chase_window_draw_text (ChaseWindow *window, const char *text)
{
  double column, row;
  g_autofree char *error = NULL;

  chase_canvas_get_place (chase_window_get_canvas (window), &column, &row);
  error = chase_session_draw_text (chase_window_get_session (window), text, column, row);
  if (error != NULL)
    chase_window_toast (window, error);
}

void
chase_window_palette (ChaseWindow *window, GVariant *parameter)
{
  chase_palette_open (window, "");
}

void
chase_window_command (ChaseWindow *window, GVariant *parameter)
{
  chase_palette_open (window, parameter != NULL ? g_variant_get_string (parameter, NULL) : "");
}

void
chase_window_show_item (ChaseWindow *window, GVariant *parameter)
{
  chase_session_show_item (chase_window_get_session (window), g_variant_get_uint32 (parameter));
}

void
chase_window_add_view (ChaseWindow *window, GVariant *parameter)
{
  chase_session_add_view (chase_window_get_session (window),
                          g_variant_get_string (parameter, NULL));
}

void
chase_window_show_opposite (ChaseWindow *window, GVariant *parameter)
{
  ChaseSession *session = chase_window_get_session (window);
  const ChaseItem *shown = chase_session_get_item (session);
  g_autofree char *name = chase_notation_print_name (shown->name != NULL ? shown->name : "");
  g_autofree char *text = g_strconcat ("opposite ", name, NULL);

  if (shown->name != NULL && chase_session_is_editable (session))
    chase_session_add_view (session, text);
}

/* An item of the document in the text beside the canvas. */
void
chase_window_source_item (ChaseWindow *window, GVariant *parameter)
{
  ChasePage *page = chase_window_get_page (window);

  if (!gtk_widget_get_mapped (GTK_WIDGET (chase_page_get_source (page))))
    chase_page_toggle_source (page);
  chase_source_pane_go_to_item (chase_page_get_source (page), g_variant_get_uint32 (parameter));
}

static guint
pointed_or_selected (ChaseWindow *window)
{
  guint face = chase_canvas_get_pointed_face (chase_window_get_canvas (window));

  return face != G_MAXUINT32 ? face
                             : chase_session_selected_face (chase_window_get_session (window));
}

static void
mark_corner (ChaseWindow *window, gboolean pushout)
{
  chase_session_mark_corner (chase_window_get_session (window), pushout,
                             pointed_or_selected (window));
}

void
chase_window_mark_corner (ChaseWindow *window, GVariant *parameter)
{
  mark_corner (window, g_str_equal (g_variant_get_string (parameter, NULL), "pushout"));
}

static gboolean
any_object (ChaseSession *session)
{
  guint n;
  const guint32 *cells = chase_session_get_selection (session, &n);

  for (guint i = 0; i < n; i++)
    if (cells[i] < chase_session_get_diagram (session)->n_nodes)
      return TRUE;
  return FALSE;
}

static void
apply (ChaseStyle *style, gpointer data)
{
  chase_style_apply (style, data);
}

/* A corner is a sign of its own, unless an arrow is to become one. */
void
chase_window_style (ChaseWindow *window, GVariant *parameter)
{
  ChaseSession *session = chase_window_get_session (window);
  const char *words = g_variant_get_string (parameter, NULL);
  gboolean pushout = g_str_equal (words, "form pushout");

  if ((pushout || g_str_equal (words, "form pullback")) && any_object (session))
    {
      mark_corner (window, pushout);
      return;
    }
  chase_session_seal (session);
  chase_session_restyle (session, _ ("Change Style"), apply, (gpointer)words);
}

/* The face that is pointed at; else the first that fails, else the first that has a proof. */
static guint
face_to_explain (ChaseWindow *window, ChaseVerdicts *verdicts)
{
  guint pointed = pointed_or_selected (window);
  guint best = G_MAXUINT;

  if (pointed < verdicts->faces->len)
    return pointed;
  for (guint i = verdicts->faces->len; i > 0; i--)
    {
      const ChaseFaceVerdict *face = chase_verdicts_face (verdicts, i - 1);
      const ChaseFaceVerdict *chosen
          = best != G_MAXUINT ? chase_verdicts_face (verdicts, best) : NULL;

      if (face->evidence == NULL
          || (chosen != NULL && chosen->state == CHASE_STATE_FAILS
              && face->state != CHASE_STATE_FAILS)
          || (chosen != NULL && chosen->state == CHASE_STATE_PROVED
              && face->state == CHASE_STATE_GIVEN))
        continue;
      best = i - 1;
    }
  return best;
}

void
chase_window_begin (ChaseWindow *window, GVariant *parameter)
{
  ChaseSession *session = chase_window_get_session (window);
  const char *from, *to;
  const ChaseItem *item;

  g_variant_get (parameter, "(&s&s)", &from, &to);
  item = chase_document_find (chase_session_get_document (session), from);
  if (item != NULL && item->kind == CHASE_ITEM_FUNCTOR)
    chase_session_begin_transformation (session, from, to);
  else if (item != NULL)
    chase_session_begin_functor (session, from, to);
}

/* Gives a definition a value that it lacks: the number of the item, the argument, the value. */
void
chase_window_fill (ChaseWindow *window, GVariant *parameter)
{
  g_autoptr (ChaseDocument) document = NULL;
  g_autofree char *block = NULL;
  const ChaseStatement *said;
  const char *at, *text;
  guint item;

  g_variant_get (parameter, "(u&s&s)", &item, &at, &text);
  block = g_strdup_printf ("functor F : C -> D { %s |-> %s }", at, text);
  document = chase_notation_parse (block, strlen (block), NULL);
  if (chase_document_n_items (document) != 1
      || chase_item_n_statements (chase_document_get_item (document, 0)) != 1)
    return;
  said = chase_item_get_statement (chase_document_get_item (document, 0), 0);
  if (said->kind == CHASE_STATEMENT_ASSIGNMENT && said->value != NULL)
    chase_session_fill (chase_window_get_session (window), item, said->from, said->value);
}

/* Says of the face that is pointed at or selected that it is given, or to be proved; once more, and
 * that is taken back. */
void
chase_window_say_face (ChaseWindow *window, GVariant *parameter)
{
  static const char *const words[] = { "nothing", "given", "proved", NULL };
  ChaseSession *session = chase_window_get_session (window);
  ChaseVerdicts *verdicts = chase_session_get_verdicts (session);
  guint index = pointed_or_selected (window);
  const ChaseFaceVerdict *face
      = verdicts != NULL && index != G_MAXUINT ? chase_verdicts_face (verdicts, index) : NULL;
  int say = find_word (words, parameter);
  gboolean said;

  if (face == NULL)
    {
      chase_window_toast (window, _ ("Point at the sign of a face, or select all of its arrows"));
      return;
    }
  said = say == CHASE_SAY_GIVEN    ? face->state == CHASE_STATE_GIVEN
         : say == CHASE_SAY_PROVED ? face->claim == CHASE_FACE_CLAIMED
                                   : FALSE;
  if (say >= 0)
    chase_session_say_face (session, index, said ? CHASE_SAY_NOTHING : (ChaseFaceSaying)say);
}

/* The face that is pointed at; else one after another. */
void
chase_window_select_face (ChaseWindow *window, GVariant *parameter)
{
  ChaseSession *session = chase_window_get_session (window);
  guint face = chase_canvas_get_pointed_face (chase_window_get_canvas (window));

  if (face == G_MAXUINT32)
    face = chase_session_next_face (session);
  if (face != G_MAXUINT)
    chase_session_select_face (session, face);
}

static gboolean
show_face (ChaseWindow *window, ChaseVerdicts *verdicts, guint face)
{
  return chase_page_play (chase_window_get_page (window), verdicts, face)
         || chase_countermodel_show (GTK_WINDOW (window), chase_window_get_canvas (window),
                                     verdicts, face, window->fonts);
}

/* The answer to a question about what was selected; of a drawing that has changed since, nobody
 * wants to know. */
static void
paths_decided (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChaseWindow) window = data;
  g_autoptr (ChaseVerdicts) verdicts = chase_ask_paths_finish (result, NULL);
  ChaseSession *session = chase_window_get_session (window);
  const ChaseFaceVerdict *face = verdicts != NULL ? chase_verdicts_face (verdicts, 0) : NULL;

  if (face == NULL || session == NULL
      || !chase_verdicts_fit (verdicts, chase_session_get_diagram (session)))
    return;
  if (show_face (window, verdicts, 0))
    return;
  if (face->state == CHASE_STATE_UNDECIDED)
    chase_window_toast (window, _ ("Whether the two paths are equal could not be decided in time"));
  else
    chase_window_toast (window, _ ("There is no proof and no countermodel to show"));
}

/* The face whose two paths are all that is selected, and what is known of it: G_MAXUINT where that
 * has to be asked. */
static guint
known_face (ChaseVerdicts *verdicts, const GArray *left, const GArray *right)
{
  for (guint i = 0; i < verdicts->faces->len; i++)
    {
      const ChaseFaceVerdict *face = chase_verdicts_face (verdicts, i);
      gboolean turned
          = face->n_left > 0 && left->len > 0 && face->left[0] != g_array_index (left, guint32, 0);
      const GArray *first = turned ? right : left, *second = turned ? left : right;

      if (face->evidence != NULL && face->n_left == first->len && face->n_right == second->len
          && memcmp (face->left, first->data, first->len * sizeof (guint32)) == 0
          && memcmp (face->right, second->data, second->len * sizeof (guint32)) == 0)
        return i;
    }
  return G_MAXUINT;
}

/* TRUE where two paths are selected: what is known of them is shown, or they are asked about. */
static gboolean
ask_selected (ChaseWindow *window, ChaseSession *session, ChaseVerdicts *verdicts)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  const guint32 *cells;
  guint n, known;

  cells = chase_session_get_selection (session, &n);
  if (n > MOST_SELECTED
      || !chase_paths_of_cells (chase_session_get_diagram (session), cells, n, left, right))
    return FALSE;
  known = known_face (verdicts, left, right);
  if (known != G_MAXUINT && show_face (window, verdicts, known))
    return TRUE;
  chase_ask_paths_async (verdicts, left, right, SECONDS, NULL, paths_decided,
                         g_object_ref (window));
  return TRUE;
}

void
chase_window_explain (ChaseWindow *window, GVariant *parameter)
{
  ChaseSession *session = chase_window_get_session (window);
  ChaseVerdicts *verdicts = chase_session_get_verdicts (session);
  guint face = chase_canvas_get_pointed_face (chase_window_get_canvas (window));

  /* What is pointed at is meant before what is selected. */
  if (face == G_MAXUINT32 && verdicts != NULL && verdicts->shape != NULL
      && ask_selected (window, session, verdicts))
    return;
  face = verdicts != NULL ? face_to_explain (window, verdicts) : G_MAXUINT;
  if (face == G_MAXUINT || !show_face (window, verdicts, face))
    chase_window_toast (window, _ ("There is no proof and no countermodel to show"));
}
