/* SPDX-License-Identifier: MIT */
#include "app/list-rows.h"

#include "app/list-tab.h"

GtkListBox *
chase_list_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_widget_add_css_class (list, "navigation-sidebar");
  chase_list_leave_by_tab (GTK_LIST_BOX (list));
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_LIST_BOX (list);
}

void
chase_list_clear (GtkListBox *list)
{
  for (GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, 0); row != NULL;
       row = gtk_list_box_get_row_at_index (list, 0))
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

GtkWidget *
chase_row_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

GtkWidget *
chase_wrapped_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

GtkWidget *
chase_two_lines (const char *title, const char *subtitle)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *small;

  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), chase_row_label (title, NULL));
  if (subtitle == NULL || subtitle[0] == '\0')
    return box;
  small = chase_row_label (subtitle, "caption");
  gtk_label_set_wrap (GTK_LABEL (small), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (small), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (small), 2);
  gtk_widget_add_css_class (small, "dim-label");
  gtk_box_append (GTK_BOX (box), small);
  return box;
}

void
chase_name_row (GtkWidget *row, const char *verdict, const char *what)
{
  g_autofree char *words
      = verdict != NULL ? g_strdup_printf ("%s: %s", verdict, what) : g_strdup (what);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}
