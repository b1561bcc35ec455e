/* SPDX-License-Identifier: MIT */
#include "app/diagram-list.h"

#include "app/begin-drag.h"
#include "app/list-rows.h"
#include "app/name-entry.h"
#include "app/swatch.h"
#include "app/thumbnails.h"
#include "notation/notation.h"

#include <glib/gi18n.h>

struct _ChaseDiagramList
{
  GtkWidget parent;
  GtkListBox *box;
  ChaseSession *session;
  ChaseDocument *listed; /* the document whose diagrams are in the list */
  ChaseFonts *fonts;
  ChaseThumbnails *thumbnails;
  ChaseDocument *pictured; /* the document whose pictures they were asked for */
  guint quiet;             /* the source that waits until no more is changed */
  gboolean listing;
};

/* Milliseconds without an edit after which computed pictures are worked out. */
#define QUIET 500

#define THUMB_WIDTH 64
#define THUMB_HEIGHT 48

enum
{
  SIGNAL_MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChaseDiagramList, chase_diagram_list, GTK_TYPE_WIDGET)

/* What stands under a diagram's name: its title, or what it computes. */
static char *
subtitle_of (const ChaseItem *item)
{
  if (item->view != CHASE_VIEW_NONE)
    return chase_notation_print_view (item, CHASE_NOTATION_UNICODE);
  return g_strdup (item->label);
}

static void
add_diagram (ChaseDiagramList *list, guint index)
{
  const ChaseItem *item = chase_document_get_item (list->listed, index);
  g_autofree char *subtitle = subtitle_of (item);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *picture = chase_swatch_new (NULL, list->fonts, THUMB_WIDTH, THUMB_HEIGHT);
  GtkWidget *lines = chase_two_lines (item->name != NULL ? item->name : "", subtitle);

  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  chase_name_row (row, NULL, item->name != NULL ? item->name : "");
  g_object_set_data (G_OBJECT (row), "item", GUINT_TO_POINTER (index));
  g_object_set_data (G_OBJECT (row), "picture", picture);
  g_object_set_data (G_OBJECT (row), "name", gtk_widget_get_first_child (lines));
  if (item->name != NULL)
    chase_begin_by_dragging (row, list->session, item->name);
  gtk_list_box_append (list->box, row);
  if (item == chase_session_get_item (list->session))
    gtk_list_box_select_row (list->box, GTK_LIST_BOX_ROW (row));
}

/* TRUE when the lists still say what the document says: most edits change neither names nor number.
 */
static gboolean
is_listed (ChaseDiagramList *list, const ChaseDocument *document)
{
  guint n = chase_document_n_items (document);

  if (list->listed == NULL || n != chase_document_n_items (list->listed))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const ChaseItem *a = chase_document_get_item (document, i);
      const ChaseItem *b = chase_document_get_item (list->listed, i);

      if (a != b
          && (a->kind != b->kind || a->view != b->view || !chase_name_equal (a->name, b->name)
              || !chase_name_equal (a->label, b->label)))
        return FALSE;
    }
  return TRUE;
}

static void
select_shown (ChaseDiagramList *list)
{
  gint shown = chase_document_index_of (chase_session_get_document (list->session),
                                        chase_session_get_item (list->session));

  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list->box, i);

      if (row == NULL)
        return;
      if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "item")) == shown)
        gtk_list_box_select_row (list->box, row);
    }
}

/* A computed diagram that is on the canvas has the picture that was worked out for it. */
static void
show_computed (ChaseDiagramList *list, const ChaseItem *item, ChaseSwatch *picture)
{
  if (item == chase_session_get_item (list->session) && !chase_session_is_placing (list->session))
    chase_swatch_set_diagram (picture, chase_session_get_diagram (list->session));
}

/* Any edit may change a computed diagram; any other is worked out where it has no places. */
static gboolean
is_to_be_worked_out (ChaseDiagramList *list, const ChaseItem *item, ChaseSwatch *picture)
{
  ChaseDiagram *diagram = chase_swatch_get_diagram (picture);

  if (item->view != CHASE_VIEW_NONE)
    return item != chase_session_get_item (list->session);
  return diagram != NULL && !chase_diagram_is_placed (diagram);
}

static gboolean
ask_for_pictures (gpointer data)
{
  ChaseDiagramList *list = data;
  ChaseDocument *document = chase_session_get_document (list->session);
  GtkListBoxRow *row;

  list->quiet = 0;
  if (document == list->pictured || !gtk_widget_get_mapped (GTK_WIDGET (list)))
    return G_SOURCE_REMOVE;
  g_clear_pointer (&list->pictured, chase_document_unref);
  list->pictured = chase_document_ref (document);
  chase_thumbnails_forget (list->thumbnails);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (list->box, i)) != NULL; i++)
    {
      ChaseSwatch *picture = g_object_get_data (G_OBJECT (row), "picture");
      ChaseItem *item = chase_document_get_item (
          document, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "item")));

      if (is_to_be_worked_out (list, item, picture))
        chase_thumbnails_ask (list->thumbnails, document, item, picture);
    }
  return G_SOURCE_REMOVE;
}

static void
await_quiet (ChaseDiagramList *list)
{
  g_clear_handle_id (&list->quiet, g_source_remove);
  list->quiet = g_timeout_add (QUIET, ask_for_pictures, list);
}

/* Draws the pictures of those that have changed. */
static void
show_pictures (ChaseDiagramList *list, ChaseDocument *document)
{
  g_autofree char *macros = chase_session_dup_macros (list->session);

  for (int i = 0;; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list->box, i);
      ChaseItem *item;
      g_autoptr (ChaseDiagram) diagram = NULL;

      if (row == NULL)
        return;
      chase_swatch_set_macros (g_object_get_data (G_OBJECT (row), "picture"), macros);
      item = chase_document_get_item (
          document, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "item")));
      if (item->view != CHASE_VIEW_NONE)
        {
          show_computed (list, item, g_object_get_data (G_OBJECT (row), "picture"));
          continue;
        }
      if (g_object_get_data (G_OBJECT (row), "drawn") == item)
        continue;
      g_object_set_data_full (G_OBJECT (row), "drawn", chase_item_ref (item),
                              (GDestroyNotify)chase_item_unref);
      diagram = chase_diagram_new (document, item, NULL);
      chase_swatch_set_diagram (g_object_get_data (G_OBJECT (row), "picture"), diagram);
    }
}

static gboolean
has_keyboard (ChaseDiagramList *list)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (list));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (list));
}

/* To the row of the diagram that is shown. */
static void
take_keyboard (ChaseDiagramList *list)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list->box);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
list_diagrams (ChaseDiagramList *list)
{
  ChaseDocument *document = chase_session_get_document (list->session);
  gboolean keyboard = has_keyboard (list);

  if (list->listing)
    return;
  list->listing = TRUE;
  if (!is_listed (list, document))
    {
      chase_list_clear (list->box);
      g_clear_pointer (&list->listed, chase_document_unref);
      list->listed = chase_document_ref (document);
      for (guint i = 0; i < chase_document_n_items (document); i++)
        if (chase_document_get_item (document, i)->kind == CHASE_ITEM_DIAGRAM)
          add_diagram (list, i);
    }
  select_shown (list);
  if (keyboard && !has_keyboard (list))
    take_keyboard (list);
  if (gtk_widget_get_mapped (GTK_WIDGET (list)))
    {
      show_pictures (list, document);
      await_quiet (list);
    }
  list->listing = FALSE;
}

static void
row_chosen (GtkListBox *box, GtkListBoxRow *row, ChaseDiagramList *list)
{
  if (row != NULL && !list->listing)
    chase_session_show_item (list->session,
                             GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "item")));
}

/* Names that are typed over. */

static void
name_typed (const char *text, gboolean left, gpointer data)
{
  GtkWidget *row = gtk_widget_get_ancestor (data, GTK_TYPE_LIST_BOX_ROW);
  ChaseDiagramList *list
      = CHASE_DIAGRAM_LIST (gtk_widget_get_ancestor (data, CHASE_TYPE_DIAGRAM_LIST));
  g_autofree char *old = g_strdup (gtk_label_get_text (data));

  if (list == NULL || list->listing)
    return; /* the row goes, as the list is made anew */
  if (!left)
    gtk_widget_grab_focus (row);
  if (text != NULL)
    chase_session_rename_diagram (list->session, old, text);
}

static GtkWidget *
rename_in (GtkListBoxRow *row)
{
  GtkLabel *label = g_object_get_data (G_OBJECT (row), "name");

  return chase_type_over (label, _ ("Name of the diagram"), name_typed, label);
}

GtkWidget *
chase_diagram_list_rename_shown (ChaseDiagramList *list)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list->box);

  return row != NULL ? rename_in (row) : NULL;
}

/* Whatever row is meant is shown first: the keys and the menu are about that. */
static gboolean
key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
             ChaseDiagramList *list)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (list)));
  gboolean menu = key == GDK_KEY_Menu || (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0);
  double x, y;

  if (!GTK_IS_LIST_BOX_ROW (focus)
      || (!menu && (key != GDK_KEY_F2 || (state & GDK_SHIFT_MASK) != 0)))
    return GDK_EVENT_PROPAGATE;
  gtk_list_box_select_row (list->box, GTK_LIST_BOX_ROW (focus));
  if (!menu)
    chase_diagram_list_rename_shown (list);
  else if (gtk_widget_translate_coordinates (focus, GTK_WIDGET (list), 0,
                                             gtk_widget_get_height (focus), &x, &y))
    g_signal_emit (list, signals[SIGNAL_MENU], 0, x, y);
  return GDK_EVENT_STOP;
}

static void
clicked (GtkGestureClick *gesture, int n_press, double x, double y, ChaseDiagramList *list)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (list->box, (int)y);

  if (n_press == 2 && row != NULL && row == gtk_list_box_get_selected_row (list->box))
    rename_in (row);
}

static void
open_menu (ChaseDiagramList *list, double x, double y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (list->box, (int)y);

  if (row == NULL)
    return;
  gtk_list_box_select_row (list->box, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  g_signal_emit (list, signals[SIGNAL_MENU], 0, x, y);
}

static void
menu_clicked (GtkGestureClick *gesture, int n_press, double x, double y, ChaseDiagramList *list)
{
  open_menu (list, x, y);
}

static void
held (GtkGestureLongPress *gesture, double x, double y, ChaseDiagramList *list)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  open_menu (list, x, y);
}

static void
add_controllers (ChaseDiagramList *list)
{
  GtkWidget *widget = GTK_WIDGET (list);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (click, "released", G_CALLBACK (clicked), list);
  g_signal_connect (menu, "released", G_CALLBACK (menu_clicked), list);
  g_signal_connect (hold, "pressed", G_CALLBACK (held), list);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), list);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (hold));
  gtk_widget_add_controller (widget, keys);
}

void
chase_diagram_list_set_session (ChaseDiagramList *list, ChaseSession *session, ChaseFonts *fonts)
{
  list->fonts = fonts;
  g_set_object (&list->session, session);
  g_signal_connect (list, "map", G_CALLBACK (list_diagrams), NULL);
  g_signal_connect_object (session, "changed", G_CALLBACK (list_diagrams), list, G_CONNECT_SWAPPED);
  list_diagrams (list);
}

void
chase_diagram_list_set_fonts (ChaseDiagramList *list, ChaseFonts *fonts)
{
  GtkListBoxRow *row;

  list->fonts = fonts;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (list->box, i)) != NULL; i++)
    chase_swatch_set_fonts (g_object_get_data (G_OBJECT (row), "picture"), fonts);
}

static void
chase_diagram_list_dispose (GObject *object)
{
  ChaseDiagramList *list = CHASE_DIAGRAM_LIST (object);

  if (list->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (list->box));
  list->box = NULL;
  g_clear_handle_id (&list->quiet, g_source_remove);
  g_clear_pointer (&list->thumbnails, chase_thumbnails_free);
  g_clear_pointer (&list->pictured, chase_document_unref);
  g_clear_pointer (&list->listed, chase_document_unref);
  g_clear_object (&list->session);
  G_OBJECT_CLASS (chase_diagram_list_parent_class)->dispose (object);
}

static void
chase_diagram_list_class_init (ChaseDiagramListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = chase_diagram_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "diagram-list");
  signals[SIGNAL_MENU]
      = g_signal_new ("menu-wanted", CHASE_TYPE_DIAGRAM_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
chase_diagram_list_init (ChaseDiagramList *list)
{
  list->thumbnails = chase_thumbnails_new ();
  list->box = chase_list_new (_ ("Diagrams"));
  gtk_widget_set_parent (GTK_WIDGET (list->box), GTK_WIDGET (list));
  g_signal_connect (list->box, "row-selected", G_CALLBACK (row_chosen), list);
  add_controllers (list);
}
