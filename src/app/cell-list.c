/* SPDX-License-Identifier: MIT */
#include "app/cell-list.h"

#include "app/list-tab.h"
#include "app/session-actions.h"

#include "app/speech.h"

#include <glib/gi18n.h>

/* Of what is larger, so much is listed. */
#define LISTED_MAX 400

struct _ChaseCellList
{
  GtkWidget parent;
  GtkListBox *box;
  ChaseSession *session;
  ChaseLabelCache *labels;
  gboolean listing;
};

G_DEFINE_FINAL_TYPE (ChaseCellList, chase_cell_list, GTK_TYPE_WIDGET)

static GtkLabel *
label_of (GtkListBoxRow *row)
{
  return GTK_LABEL (gtk_list_box_row_get_child (row));
}

/* The words again, where the row is too narrow for them. */
static gboolean
tell_all (GtkListBoxRow *row, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (label_of (row)));
  return TRUE;
}

static void
add_row (ChaseCellList *list)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_set_has_tooltip (row, TRUE);
  g_signal_connect (row, "query-tooltip", G_CALLBACK (tell_all), NULL);
  gtk_list_box_append (list->box, row);
}

static void
show_words (GtkListBoxRow *row, const char *words)
{
  if (g_strcmp0 (gtk_label_get_label (label_of (row)), words) == 0)
    return;
  gtk_label_set_label (label_of (row), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* One row for each cell, and one that tells of what is left out; rows that say the same stay. */
static void
fit_rows (ChaseCellList *list, guint n)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list->box, (int)n);
  guint there = 0;

  for (; row != NULL; row = gtk_list_box_get_row_at_index (list->box, (int)n))
    gtk_list_box_remove (list->box, GTK_WIDGET (row));
  while (gtk_list_box_get_row_at_index (list->box, (int)there) != NULL)
    there++;
  for (; there < n; there++)
    add_row (list);
}

static void
show_selection (ChaseCellList *list)
{
  guint32 single = chase_session_get_single (list->session);
  GtkListBoxRow *row
      = single < LISTED_MAX ? gtk_list_box_get_row_at_index (list->box, (int)single) : NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (list)))
    return;
  list->listing = TRUE;
  if (row != NULL)
    gtk_list_box_select_row (list->box, row);
  else
    gtk_list_box_unselect_all (list->box);
  list->listing = FALSE;
}

static void
list_cells (ChaseCellList *list)
{
  ChaseDiagram *diagram = chase_session_get_diagram (list->session);
  guint n = chase_diagram_n_cells (diagram), listed = MIN (n, LISTED_MAX);

  if (!gtk_widget_get_mapped (GTK_WIDGET (list)))
    return;
  list->listing = TRUE;
  fit_rows (list, listed + (n > listed ? 1 : 0));
  for (guint32 i = 0; i < listed; i++)
    {
      g_autofree char *words = chase_cell_in_words (diagram, list->labels, i);

      show_words (gtk_list_box_get_row_at_index (list->box, (int)i), words);
    }
  if (n > listed)
    {
      g_autofree char *more
          = g_strdup_printf (ngettext ("and %u more", "and %u more", n - listed), n - listed);

      show_words (gtk_list_box_get_row_at_index (list->box, (int)listed), more);
    }
  list->listing = FALSE;
  show_selection (list);
}

static void
row_activated (GtkListBox *box, GtkListBoxRow *row, ChaseCellList *list)
{
  guint32 cell = (guint32)gtk_list_box_row_get_index (row);

  if (!list->listing
      && cell < MIN (chase_diagram_n_cells (chase_session_get_diagram (list->session)), LISTED_MAX))
    {
      if (!chase_session_point (list->session, cell))
        chase_session_select (list->session, &cell, 1);
    }
}

void
chase_cell_list_set_fonts (ChaseCellList *list, ChaseFonts *fonts)
{
  chase_label_cache_set_fonts (list->labels, fonts);
  list_cells (list);
}

const char *
chase_cell_list_get_words (ChaseCellList *list, guint i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list->box, (int)i);

  return row != NULL ? gtk_label_get_label (label_of (row)) : NULL;
}

void
chase_cell_list_set_session (ChaseCellList *list, ChaseSession *session, ChaseFonts *fonts)
{
  g_set_object (&list->session, session);
  list->labels = chase_label_cache_new (fonts, NULL);
  g_signal_connect (list, "map", G_CALLBACK (list_cells), NULL);
  g_signal_connect_object (session, "changed", G_CALLBACK (list_cells), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selected", G_CALLBACK (show_selection), list,
                           G_CONNECT_SWAPPED);
}

static void
chase_cell_list_dispose (GObject *object)
{
  ChaseCellList *list = CHASE_CELL_LIST (object);
  GtkWidget *box = GTK_WIDGET (list->box);

  list->box = NULL;
  g_clear_pointer (&box, gtk_widget_unparent);
  g_clear_object (&list->session);
  g_clear_pointer (&list->labels, chase_label_cache_free);
  G_OBJECT_CLASS (chase_cell_list_parent_class)->dispose (object);
}

static void
chase_cell_list_class_init (ChaseCellListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = chase_cell_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "cell-list");
}

static void
chase_cell_list_init (ChaseCellList *list)
{
  GtkWidget *box = gtk_list_box_new ();

  list->box = GTK_LIST_BOX (box);
  gtk_widget_add_css_class (box, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Objects and arrows"), -1);
  gtk_widget_set_parent (box, GTK_WIDGET (list));
  g_signal_connect (box, "row-activated", G_CALLBACK (row_activated), list);
  chase_list_leave_by_tab (list->box);
}
