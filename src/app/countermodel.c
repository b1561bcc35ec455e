/* SPDX-License-Identifier: MIT */
#include "app/countermodel.h"

#include "app/path-words.h"
#include "app/placing.h"
#include "app/swatch.h"
#include "engine/view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
placed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ChaseSwatch) swatch = data;
  g_autoptr (ChaseDiagram) diagram = chase_place_finish (result, NULL);

  if (diagram != NULL)
    chase_swatch_set_diagram (swatch, diagram);
}

/* The sets with their elements, drawn once they have their places. */
static GtkWidget *
new_picture (ChaseDocument *document, ChaseVerdicts *verdicts, const ChaseFaceVerdict *face,
             ChaseFonts *fonts)
{
  const ChaseCategory *category
      = chase_theory_category_of (verdicts->theory, verdicts->shape->presentation);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (ChaseDiagram) diagram = NULL;
  GtkWidget *swatch;

  if (category == NULL)
    return NULL;
  chase_shape_spell (verdicts->shape, face->words[0], left);
  chase_shape_spell (verdicts->shape, face->words[1], right);
  diagram
      = chase_view_countermodel (category, &face->evidence->model, face->source,
                                 (ChaseWord){ (const guint32 *)(gpointer)left->data, left->len },
                                 (ChaseWord){ (const guint32 *)(gpointer)right->data, right->len });
  swatch = chase_swatch_new (NULL, fonts, 480, 320);
  gtk_widget_set_hexpand (swatch, TRUE);
  gtk_widget_set_vexpand (swatch, TRUE);
  gtk_widget_set_margin_top (swatch, 12);
  chase_swatch_set_most_scale (CHASE_SWATCH (swatch), 1.4);
  if (chase_diagram_is_placed (diagram))
    chase_swatch_set_diagram (CHASE_SWATCH (swatch), diagram);
  else
    chase_place_async (document, diagram->item, diagram, FALSE, NULL, placed,
                       g_object_ref (swatch));
  return swatch;
}

/* "a, f(a), h(f(a))": where an element comes to along a path. */
static char *
tell_run (ChaseCanvas *canvas, const ChaseVerdicts *verdicts, const ChaseModel *model,
          guint32 object, guint32 x, const GArray *word)
{
  ChaseDiagram *diagram = chase_session_get_diagram (chase_canvas_get_session (canvas));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= word->len; i++)
    {
      gsize first = 0;
      g_autofree char *arrow = NULL;
      guint32 letter;

      for (guint32 k = 0; k < object; k++)
        first += model->sizes[k];
      if (model->names != NULL && model->names[first + x] != NULL)
        g_string_append (text, model->names[first + x]);
      else
        g_string_append_printf (text, "%u", x);
      if (i == word->len)
        break;
      letter = g_array_index (word, guint32, i);
      arrow = chase_arrow_by_label (verdicts, diagram, chase_canvas_get_labels (canvas), letter);
      g_string_append_printf (text, " —%s→ ", arrow);
      x = model->functions[model->offsets[letter] + x];
      object = chase_presentation_arrow (verdicts->shape->presentation, letter)->target;
    }
  return g_string_free (text, FALSE);
}

static char *
tell_model (ChaseCanvas *canvas, ChaseVerdicts *verdicts, const ChaseFaceVerdict *face)
{
  const ChaseModel *model = &face->evidence->model;
  guint32 x = chase_model_find (model, face->source, model->at);
  g_autoptr (GString) text
      = g_string_new (_ ("An element runs both ways round, and lands in two places:\n"));

  for (guint side = 0; side < 2; side++)
    {
      g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autofree char *run = NULL;

      chase_shape_spell (verdicts->shape, face->words[side], word);
      if (x == G_MAXUINT32)
        continue;
      run = tell_run (canvas, verdicts, model, face->source, x, word);
      g_string_append_printf (text, "%s%s", run, side == 0 ? "\n" : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
new_words (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_margin_start (label, 18);
  gtk_widget_set_margin_end (label, 18);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 18);
  return label;
}

static gboolean
escape (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
present (GtkWindow *parent, GtkWidget *picture, const char *text)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_window_set_title (GTK_WINDOW (window), _ ("Why It Need Not Commute"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 640, picture != NULL ? 520 : 260);
  gtk_box_append (GTK_BOX (box), bar);
  if (picture != NULL)
    gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), new_words (text));
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  gtk_window_present (GTK_WINDOW (window));
}

gboolean
chase_countermodel_show (GtkWindow *parent, ChaseCanvas *canvas, ChaseVerdicts *verdicts,
                         guint index, ChaseFonts *fonts)
{
  const ChaseFaceVerdict *face = chase_verdicts_face (verdicts, index);
  g_autofree char *text = NULL;

  if (face == NULL || face->evidence == NULL || verdicts->shape == NULL)
    return FALSE;
  if (face->evidence->kind == CHASE_EVIDENCE_MODEL)
    {
      text = tell_model (canvas, verdicts, face);
      present (parent,
               new_picture (chase_session_get_document (chase_canvas_get_session (canvas)),
                            verdicts, face, fonts),
               text);
      return TRUE;
    }
  if (face->evidence->kind != CHASE_EVIDENCE_NORMAL)
    return FALSE;
  text = face->reason != NULL ? g_strdup (face->reason)
                              : g_strdup (_ ("The two ways have different normal forms."));
  present (parent, NULL, text);
  return TRUE;
}
