/* SPDX-License-Identifier: MIT */
#include "app/button-names.h"

/* Is there a text in it that is read in any case? */
static gboolean
has_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget))[0] != '\0';
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child) && has_words (child))
      return TRUE;
  return FALSE;
}

/* The button inside is what has the focus. */
static GtkWidget *
focused_part (GtkWidget *widget)
{
  return GTK_IS_MENU_BUTTON (widget) ? gtk_widget_get_first_child (widget) : widget;
}

static void
name_by_tip (GtkWidget *widget)
{
  const char *tip = gtk_widget_get_tooltip_text (widget);
  GtkWidget *part = focused_part (widget);

  if (tip == NULL || part == NULL || has_words (widget))
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  if (part != widget)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, tip,
                                    -1);
}

void
chase_name_buttons (GtkWidget *root)
{
  gboolean button = GTK_IS_BUTTON (root) || GTK_IS_MENU_BUTTON (root);

  if (button && g_object_get_data (G_OBJECT (root), "named") == NULL)
    {
      g_object_set_data (G_OBJECT (root), "named", (gpointer) "by its tooltip");
      g_signal_connect (root, "notify::tooltip-text", G_CALLBACK (name_by_tip), NULL);
      name_by_tip (root);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    chase_name_buttons (child);
}

void
chase_set_tooltip (GtkWidget *widget, const char *text)
{
  gboolean visible = gtk_widget_get_visible (widget);

  gtk_widget_set_visible (widget, FALSE);
  gtk_widget_set_tooltip_text (widget, text);
  gtk_widget_set_visible (widget, visible);
}
