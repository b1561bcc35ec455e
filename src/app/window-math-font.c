/* SPDX-License-Identifier: MIT */
#include "app/application.h"
#include "app/window-private.h"

#include <glib/gi18n.h>

/* The setting of the math font that labels are set in. */

static ChaseApplication *
application_of (ChaseWindow *window)
{
  return CHASE_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
}

static void
choose (ChaseWindow *window, const char *family)
{
  const char *notice = chase_application_set_math_font (application_of (window), family);
  g_autofree char *text = g_strdup_printf (
      _ ("Labels are set in %s"), chase_application_get_math_font (application_of (window)));

  chase_window_toast (window, notice != NULL ? notice : text);
}

/* Only a font with a MATH table can set mathematics. */
static gboolean
is_math (const PangoFontFamily *family, const PangoFontFace *face, gpointer families)
{
  return g_strv_contains (families, pango_font_family_get_name ((PangoFontFamily *)family));
}

static void
answered (GtkDialog *dialog, int response, ChaseWindow *window)
{
  PangoFontFamily *family = gtk_font_chooser_get_font_family (GTK_FONT_CHOOSER (dialog));

  if (response == GTK_RESPONSE_OK && family != NULL)
    choose (window, pango_font_family_get_name (family));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

void
chase_window_ask_math_font (ChaseWindow *window, GVariant *parameter)
{
  GtkWidget *dialog = gtk_font_chooser_dialog_new (_ ("Math Font of Labels"), GTK_WINDOW (window));
  GtkFontChooser *chooser = GTK_FONT_CHOOSER (dialog);

  gtk_font_chooser_set_level (chooser, GTK_FONT_CHOOSER_LEVEL_FAMILY);
  gtk_font_chooser_set_filter_func (chooser, is_math, chase_fonts_list_math_families (),
                                    (GDestroyNotify)g_strfreev);
  gtk_font_chooser_set_preview_text (chooser, "Hom(𝐴, 𝐵) → 𝑓 ∘ 𝑔");
  gtk_font_chooser_set_font (chooser, chase_application_get_math_font (application_of (window)));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
chase_window_set_math_font (ChaseWindow *window, GVariant *parameter)
{
  choose (window, g_variant_get_string (parameter, NULL));
}
