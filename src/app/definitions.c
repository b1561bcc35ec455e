/* SPDX-License-Identifier: MIT */
#include "app/definitions.h"

#include "app/begin-drag.h"
#include "app/button-names.h"
#include "app/list-rows.h"
#include "notation/notation.h"

#include <glib/gi18n.h>

/* As high as a button: rows with and without one stand evenly. */
#define ROW_HEIGHT 34

struct _ChaseDefinitions
{
  GtkWidget parent;
  GtkWidget *place;
  GtkListBox *box;
  ChaseSession *session;
  ChaseDocument *listed;
};

G_DEFINE_FINAL_TYPE (ChaseDefinitions, chase_definitions, GTK_TYPE_WIDGET)

/* What a row is about. */
typedef struct
{
  ChaseItemKind kind;
  char *name;
  gboolean to_sets;
} Subject;

static void
subject_free (gpointer data)
{
  Subject *subject = data;

  g_free (subject->name);
  g_free (subject);
}

static const Subject *
subject_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "subject");
}

static gboolean
is_definition (const ChaseItem *item)
{
  return item->name != NULL
         && (item->kind == CHASE_ITEM_CATEGORY || item->kind == CHASE_ITEM_FUNCTOR
             || item->kind == CHASE_ITEM_TRANSFORMATION);
}

/* "F : C → D". Caller frees. */
static char *
title_of (const ChaseItem *item)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (item->from == NULL || item->to == NULL)
    return g_strdup (item->name);
  from = chase_notation_print_term (item->from, CHASE_NOTATION_UNICODE);
  to = chase_notation_print_term (item->to, CHASE_NOTATION_UNICODE);
  if (item->contravariant)
    return g_strdup_printf ("%s : (%s)ᵒᵖ → %s", item->name, from, to);
  return g_strdup_printf (item->kind == CHASE_ITEM_FUNCTOR ? "%s : %s → %s" : "%s : %s ⇒ %s",
                          item->name, from, to);
}

/* A view of a definition: what is said of it, how it looks in the list. */
typedef struct
{
  const char *text; /* with its name in the place of %s */
  const char *icon;
  const char *words;
} View;

static const View views[] = {
  { "category %s", "view-grid-symbolic", N_ ("Show Objects and Generators") },
  { "category %s^op", "object-flip-horizontal-symbolic", N_ ("Show the Opposite Category") },
  { "image %s", "go-next-symbolic", N_ ("Show the Image") },
  { "image op(%s)", "object-flip-horizontal-symbolic", N_ ("Show the Opposite Functor") },
  { "sets %s", "view-grid-symbolic", N_ ("Show the Sets") },
  { "elements %s", "view-list-symbolic", N_ ("Show the Elements") },
  { "naturality %s", "view-grid-symbolic", N_ ("Show the Naturality Squares") },
};

/* Those of a definition, the one that a click opens first, by their places above; -1 ends them. */
static const int *
views_of (const Subject *subject)
{
  static const int category[] = { 0, 1, -1 };
  static const int functor[] = { 2, 3, -1 };
  static const int sets[] = { 4, 5, -1 };
  static const int transformation[] = { 6, -1 };
  static const int functions[] = { 6, 4, -1 };

  if (subject->kind == CHASE_ITEM_CATEGORY)
    return category;
  if (subject->kind == CHASE_ITEM_TRANSFORMATION)
    return subject->to_sets ? functions : transformation;
  return subject->to_sets ? sets : functor;
}

/* Opens the computed diagram, which is added where it is not there yet. */
static void
open_view (ChaseDefinitions *definitions, const View *view, const char *name)
{
  ChaseDocument *document = chase_session_get_document (definitions->session);
  g_autofree char *printed = chase_notation_print_name (name);
  g_auto (GStrv) parts = g_strsplit (view->text, "%s", 2);
  g_autofree char *text = g_strconcat (parts[0], printed, parts[1], NULL);
  g_autoptr (ChaseItem) wanted = chase_notation_parse_view (text, NULL);

  for (guint i = 0; wanted != NULL && i < chase_document_n_items (document); i++)
    {
      const ChaseItem *item = chase_document_get_item (document, i);

      if (item->kind == CHASE_ITEM_DIAGRAM && item->view == wanted->view && item->at == NULL
          && chase_term_equal (item->expression, wanted->expression))
        {
          chase_session_show_item (definitions->session, i);
          return;
        }
    }
  chase_session_add_view (definitions->session, text);
}

static void
row_activated (GtkListBox *box, GtkListBoxRow *row, ChaseDefinitions *definitions)
{
  const Subject *subject = subject_of (GTK_WIDGET (row));

  if (!g_str_equal (subject->name, "Set"))
    open_view (definitions, &views[views_of (subject)[0]], subject->name);
}

static void
view_clicked (GtkButton *button, ChaseDefinitions *definitions)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);

  open_view (definitions, g_object_get_data (G_OBJECT (button), "view"), subject_of (row)->name);
}

static GtkWidget *
view_button (ChaseDefinitions *definitions, const View *view)
{
  GtkWidget *button = gtk_button_new_from_icon_name (view->icon);

  gtk_widget_add_css_class (button, "flat");
  chase_set_tooltip (button, _ (view->words));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (view->words), -1);
  g_object_set_data (G_OBJECT (button), "view", (gpointer)view);
  g_signal_connect (button, "clicked", G_CALLBACK (view_clicked), definitions);
  return button;
}

static void
add_row (ChaseDefinitions *definitions, const char *title, Subject *subject)
{
  static const char *const icons[]
      = { [CHASE_ITEM_CATEGORY] = "view-grid-symbolic",
          [CHASE_ITEM_FUNCTOR] = "go-next-symbolic",
          [CHASE_ITEM_TRANSFORMATION] = "media-seek-forward-symbolic" };
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (title);
  const int *shown = views_of (subject);
  gboolean set = g_str_equal (subject->name, "Set");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_size_request (box, -1, ROW_HEIGHT);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icons[subject->kind]));
  gtk_box_append (GTK_BOX (box), label);
  for (guint i = 1; !set && shown[i] >= 0; i++)
    gtk_box_append (GTK_BOX (box), view_button (definitions, &views[shown[i]]));
  if (!set)
    chase_set_tooltip (row, _ (views[shown[0]].words));
  g_object_set_data_full (G_OBJECT (row), "subject", subject, subject_free);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  chase_begin_by_dragging (row, definitions->session, subject->name);
  gtk_list_box_append (definitions->box, row);
}

static Subject *
subject_new (ChaseItemKind kind, const char *name, gboolean to_sets)
{
  Subject *subject = g_new0 (Subject, 1);

  subject->kind = kind;
  subject->name = g_strdup (name);
  subject->to_sets = to_sets;
  return subject;
}

/* Of a transformation: do its functors? */
static gboolean
goes_to_sets (const ChaseDocument *document, const ChaseItem *item)
{
  const ChaseItem *functor = item->to != NULL && item->to->kind == CHASE_TERM_NAME
                                     && item->kind == CHASE_ITEM_TRANSFORMATION
                                 ? chase_document_find (document, item->to->name)
                                 : item;

  return functor != NULL && functor->to != NULL && chase_term_is_name (functor->to, "Set");
}

static gboolean
is_listed (const ChaseDefinitions *definitions, const ChaseDocument *document)
{
  guint n = chase_document_n_items (document);

  if (definitions->listed == NULL || n != chase_document_n_items (definitions->listed))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const ChaseItem *a = chase_document_get_item (document, i);
      const ChaseItem *b = chase_document_get_item (definitions->listed, i);

      if (a != b
          && (a->kind != b->kind || !chase_name_equal (a->name, b->name)
              || a->contravariant != b->contravariant || !chase_term_equal (a->from, b->from)
              || !chase_term_equal (a->to, b->to)))
        return FALSE;
    }
  return TRUE;
}

static void
list_definitions (ChaseDefinitions *definitions)
{
  ChaseDocument *document = chase_session_get_document (definitions->session);
  gboolean categories = FALSE;

  if (is_listed (definitions, document))
    return;
  g_clear_pointer (&definitions->listed, chase_document_unref);
  definitions->listed = chase_document_ref (document);
  chase_list_clear (definitions->box);
  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      const ChaseItem *item = chase_document_get_item (document, i);
      g_autofree char *title = NULL;

      if (!is_definition (item))
        continue;
      title = title_of (item);
      categories = categories || item->kind == CHASE_ITEM_CATEGORY;
      add_row (definitions, title,
               subject_new (item->kind, item->name, goes_to_sets (document, item)));
    }
  if (categories)
    add_row (definitions, _ ("Set, the finite sets"),
             subject_new (CHASE_ITEM_CATEGORY, "Set", FALSE));
  gtk_widget_set_visible (GTK_WIDGET (definitions),
                          gtk_list_box_get_row_at_index (definitions->box, 0) != NULL);
}

GtkWidget *
chase_definitions_get_row (ChaseDefinitions *definitions, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (definitions->box, i)) != NULL; i++)
    if (g_str_equal (subject_of (GTK_WIDGET (row))->name, name))
      return GTK_WIDGET (row);
  return NULL;
}

void
chase_definitions_set_session (ChaseDefinitions *definitions, ChaseSession *session)
{
  g_set_object (&definitions->session, session);
  g_signal_connect_object (session, "changed", G_CALLBACK (list_definitions), definitions,
                           G_CONNECT_SWAPPED);
  list_definitions (definitions);
}

static void
chase_definitions_dispose (GObject *object)
{
  ChaseDefinitions *definitions = CHASE_DEFINITIONS (object);

  g_clear_pointer (&definitions->place, gtk_widget_unparent);
  g_clear_pointer (&definitions->listed, chase_document_unref);
  g_clear_object (&definitions->session);
  G_OBJECT_CLASS (chase_definitions_parent_class)->dispose (object);
}

static void
chase_definitions_class_init (ChaseDefinitionsClass *class)
{
  G_OBJECT_CLASS (class)->dispose = chase_definitions_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "definitions");
}

static void
chase_definitions_init (ChaseDefinitions *definitions)
{
  GtkWidget *title = gtk_label_new (_ ("Definitions"));

  definitions->place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  definitions->box = chase_list_new (_ ("Definitions"));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (title, "outline-title");
  gtk_list_box_set_selection_mode (definitions->box, GTK_SELECTION_NONE);
  gtk_box_append (GTK_BOX (definitions->place), title);
  gtk_box_append (GTK_BOX (definitions->place), GTK_WIDGET (definitions->box));
  gtk_widget_set_parent (definitions->place, GTK_WIDGET (definitions));
  g_signal_connect (definitions->box, "row-activated", G_CALLBACK (row_activated), definitions);
}
