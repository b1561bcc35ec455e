/* SPDX-License-Identifier: MIT */
#include "app/inspector.h"

#include "app/button-names.h"
#include "app/object-outline.h"
#include "app/selected-style.h"
#include "app/style-choices.h"
#include "app/swatch.h"
#include "typeset/typeset.h"

#include <glib/gi18n.h>
#include <math.h>

#define COLUMNS 5
#define SWATCH_WIDTH 44
#define SWATCH_HEIGHT 24
#define TALL_HEIGHT 30 /* of outlines, and of labels beside lines */

struct _ChaseInspector
{
  GtkWidget parent;
  ChaseSession *session;
  GtkWidget *scroller;
  GtkWidget *nothing;
  GtkWidget *cells;   /* what only 2-cells have */
  GtkWidget *arrows;  /* what only arrows have */
  GtkWidget *objects; /* what only objects have */
  GtkWidget *details; /* of an outline */
  GtkWidget *fields;  /* all of it */
  GPtrArray *choices; /* of GtkToggleButton, with "words" as data */
  GPtrArray *numbers; /* of GtkSpinButton, with "number" as data */
  ChaseFonts *fonts;  /* NULL once all is built */
  gboolean showing;   /* what is set now was not set by hand */
};

G_DEFINE_FINAL_TYPE (ChaseInspector, chase_inspector, GTK_TYPE_WIDGET)

/* A picture is lit when all that is selected looks like it. */
static void
show_choices (ChaseInspector *inspector, gboolean arrow)
{
  g_autoptr (GPtrArray) cells = chase_selected_cells (inspector->session, arrow);

  for (guint i = 0; i < inspector->choices->len; i++)
    {
      GtkToggleButton *button = g_ptr_array_index (inspector->choices, i);
      const char *key = g_object_get_data (G_OBJECT (button), "key");
      const char *word = g_object_get_data (G_OBJECT (button), "word");

      gtk_toggle_button_set_active (button, chase_cells_all_have (cells, key, word));
    }
  gtk_widget_set_visible (inspector->details, !arrow && chase_cells_some_have_outlines (cells));
}

static void
show_numbers (ChaseInspector *inspector, const ChaseStyle *style)
{
  gboolean loop = chase_selected_is_loop (inspector->session);

  for (guint i = 0; i < inspector->numbers->len; i++)
    {
      GtkSpinButton *spin = g_ptr_array_index (inspector->numbers, i);
      const ChaseStyleNumber *number = g_object_get_data (G_OBJECT (spin), "number");
      GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (spin));

      gtk_spin_button_set_value (spin, chase_style_get_number (style, number->key));
      gtk_widget_set_visible (row, loop ? !number->straight : !number->loops);
    }
}

static void
build (ChaseInspector *inspector);

/* What is to be seen of it is built when it is first seen. */
static void
show (ChaseInspector *inspector)
{
  gboolean arrow;
  const ChaseStyle *style;

  if (!gtk_widget_get_mapped (GTK_WIDGET (inspector)))
    return;
  build (inspector);
  style = chase_session_is_editable (inspector->session)
              ? chase_selected_style (inspector->session, &arrow)
              : NULL;
  gtk_widget_set_visible (inspector->nothing, style == NULL);
  gtk_widget_set_visible (inspector->fields, style != NULL);
  if (style == NULL)
    return;
  gtk_widget_set_visible (inspector->arrows, arrow);
  gtk_widget_set_visible (inspector->objects, !arrow);
  gtk_widget_set_visible (inspector->cells, chase_selected_has_two_cell (inspector->session));
  inspector->showing = TRUE;
  show_choices (inspector, arrow);
  show_numbers (inspector, style);
  inspector->showing = FALSE;
}

static void
apply (ChaseStyle *style, gpointer data)
{
  chase_style_apply (style, data);
}

static void
choice_toggled (GtkToggleButton *button, ChaseInspector *inspector)
{
  g_autofree char *words = NULL;

  if (inspector->showing)
    return;
  words = g_strdup_printf ("%s %s", (char *)g_object_get_data (G_OBJECT (button), "key"),
                           (char *)g_object_get_data (G_OBJECT (button), "word"));
  gtk_widget_activate_action (GTK_WIDGET (inspector), "win.style", "s", words);
  show (inspector);
}

static void
number_changed (GtkSpinButton *spin, ChaseInspector *inspector)
{
  const ChaseStyleNumber *number = g_object_get_data (G_OBJECT (spin), "number");
  char value[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *words = NULL;

  if (inspector->showing)
    return;
  g_ascii_formatd (value, sizeof value, "%.2f", gtk_spin_button_get_value (spin));
  words = g_strdup_printf ("%s %s", number->key, value);
  chase_session_restyle (inspector->session, _ (number->title), apply, words);
}

static GtkWidget *
title_of (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
add_choice (ChaseInspector *inspector, GtkWidget *grid, guint place, const char *key,
            const char *word, const char *title, GtkWidget *picture)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), picture);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "choice");
  gtk_widget_set_focus_on_click (button, FALSE);
  chase_set_tooltip (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_object_set_data (G_OBJECT (button), "key", (gpointer)key);
  g_object_set_data (G_OBJECT (button), "word", (gpointer)word);
  g_signal_connect (button, "toggled", G_CALLBACK (choice_toggled), inspector);
  gtk_grid_attach (GTK_GRID (grid), button, (int)(place % COLUMNS), (int)(place / COLUMNS), 1, 1);
  g_ptr_array_add (inspector->choices, button);
}

static GtkWidget *
new_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 2);
  return grid;
}

/* What no picture can tell. */
static GtkWidget *
choice_in_words (const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (label, "caption");
  return label;
}

/* Where a field stands. */
static GtkWidget *
box_of (ChaseInspector *inspector, const char *key)
{
  if (g_str_equal (key, "outline"))
    return inspector->objects;
  if (chase_object_outline_is_key (key))
    return inspector->details;
  return g_str_has_prefix (key, "align-") ? inspector->cells : inspector->arrows;
}

/* A ground shows an outline that has no line, a longer name that an ellipse is no circle. */
static GtkWidget *
picture_of_outline (const ChaseStyle *style, ChaseFonts *fonts)
{
  g_autoptr (ChaseStyle) shown = chase_style_copy (style);

  if (chase_style_has (style, 0, "outlinestyle", "none"))
    chase_style_apply (shown, "outlinefill #deddda");
  return chase_swatch_new_object (chase_style_has (style, 0, "outline", "ellipse") ? "AB" : "A",
                                  shown, fonts, SWATCH_WIDTH, TALL_HEIGHT);
}

static GtkWidget *
picture_of (const ChaseStyle *style, const char *key, const char *title, ChaseFonts *fonts)
{
  if (g_str_has_prefix (key, "align-"))
    return choice_in_words (title);
  if (chase_object_outline_is_key (key))
    return picture_of_outline (style, fonts);
  if (g_str_equal (key, "label"))
    return chase_swatch_new_arrow (style, TRUE, fonts, SWATCH_WIDTH, TALL_HEIGHT);
  return chase_swatch_new_arrow (style, FALSE, fonts, SWATCH_WIDTH, SWATCH_HEIGHT);
}

static void
add_field (ChaseInspector *inspector, const ChaseStyleChoices *field, ChaseFonts *fonts)
{
  GtkWidget *grid = new_grid ();
  GtkWidget *box = box_of (inspector, field->key);

  gtk_box_append (GTK_BOX (box), title_of (_ (field->title)));
  for (guint i = 0; i < G_N_ELEMENTS (field->choices) && field->choices[i].word != NULL; i++)
    {
      g_autoptr (ChaseStyle) style = chase_style_new ();
      g_autofree char *words = g_strconcat (field->key, " ", field->choices[i].word, NULL);
      const char *title = _ (field->choices[i].title);

      chase_style_apply (style, words);
      add_choice (inspector, grid, i, field->key, field->choices[i].word, title,
                  picture_of (style, field->key, title, fonts));
    }
  gtk_box_append (GTK_BOX (box), grid);
}

static void
draw_colour (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GdkRGBA colour;

  cairo_arc (cr, width / 2.0, height / 2.0, 8, 0, 2 * G_PI);
  if (gdk_rgba_parse (&colour, data))
    {
      gdk_cairo_set_source_rgba (cr, &colour);
      cairo_fill (cr);
      return;
    }
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

/* Any other colour, beside those with a name. */

static void
colour_chosen (GtkDialog *dialog, int response, ChaseInspector *inspector)
{
  GdkRGBA chosen;
  g_autofree char *digits = NULL;
  g_autofree char *words = NULL;

  if (response == GTK_RESPONSE_OK)
    {
      ChaseColour colour = { .kind = CHASE_COLOUR_RGB, .alpha = 1 };

      gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (dialog), &chosen);
      colour.values[0] = 255 * (double)chosen.red;
      colour.values[1] = 255 * (double)chosen.green;
      colour.values[2] = 255 * (double)chosen.blue;
      digits = chase_colour_to_hex (&colour);
      words
          = g_strdup_printf ("%s %s", (char *)g_object_get_data (G_OBJECT (dialog), "key"), digits);
      chase_session_seal (inspector->session);
      chase_session_restyle (inspector->session, _ ("Change Style"), apply, words);
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
choose_colour (GtkButton *button, ChaseInspector *inspector)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (inspector));
  GtkWidget *dialog = gtk_color_chooser_dialog_new (_ ("Another Colour"), GTK_WINDOW (root));

  gtk_color_chooser_set_use_alpha (GTK_COLOR_CHOOSER (dialog), FALSE);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_object_set_data (G_OBJECT (dialog), "key", g_object_get_data (G_OBJECT (button), "key"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (colour_chosen), inspector, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static GtkWidget *
other_colour (ChaseInspector *inspector, const char *key)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Another Colour…"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "key", (gpointer)key);
  g_signal_connect (button, "clicked", G_CALLBACK (choose_colour), inspector);
  return button;
}

static void
add_colours (ChaseInspector *inspector, GtkWidget *box, const char *key, const char *title,
             gboolean light, const char *without)
{
  GtkWidget *grid = new_grid ();
  guint n;
  const ChaseStyleColour *colours = chase_style_colours (&n);

  gtk_box_append (GTK_BOX (box), title_of (title));
  for (guint i = 0; i <= n; i++)
    {
      GtkWidget *picture = gtk_drawing_area_new ();
      const char *word = i == 0 ? "none" : light ? colours[i - 1].ground : colours[i - 1].ink;
      /* The same colours are offered for several things: each says which. */
      g_autofree char *name
          = g_strdup_printf (_ ("%s: %s"), title, i == 0 ? without : _ (colours[i - 1].title));

      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (picture), 20);
      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (picture), 20);
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (picture), draw_colour, (gpointer)word,
                                      NULL);
      add_choice (inspector, grid, i, key, word, name, picture);
    }
  gtk_box_append (GTK_BOX (box), grid);
  gtk_box_append (GTK_BOX (box), other_colour (inspector, key));
}

static void
add_number (ChaseInspector *inspector, GtkWidget *box, const ChaseStyleNumber *number)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ (number->title));
  GtkWidget *spin = gtk_spin_button_new_with_range (number->least, number->most, number->step);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), number->step < 0.1 ? 2 : number->step < 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (number->title), -1);
  g_object_set_data (G_OBJECT (spin), "number", (gpointer)number);
  g_signal_connect (spin, "value-changed", G_CALLBACK (number_changed), inspector);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), spin);
  gtk_box_append (GTK_BOX (box), row);
  g_ptr_array_add (inspector->numbers, spin);
}

static void
build (ChaseInspector *inspector)
{
  g_autoptr (ChaseFonts) fonts = g_steal_pointer (&inspector->fonts);
  guint n_fields, n_numbers;
  const ChaseStyleChoices *fields = chase_style_choices (&n_fields);
  const ChaseStyleNumber *numbers = chase_style_numbers (&n_numbers);

  if (fonts == NULL)
    return;
  for (guint i = 0; i < n_fields; i++)
    add_field (inspector, &fields[i], fonts);
  add_colours (inspector, inspector->details, "outlinecolour", _ ("Colour of the outline"), FALSE,
               _ ("The colour of the text"));
  add_colours (inspector, inspector->details, "outlinefill", _ ("Ground inside the outline"), TRUE,
               _ ("No ground"));
  add_colours (inspector, inspector->fields, "colour", _ ("Colour"), FALSE,
               _ ("The colour of the text"));
  add_colours (inspector, inspector->arrows, "labelcolour", _ ("Colour of the label"), FALSE,
               _ ("The colour of the text"));
  gtk_box_append (GTK_BOX (inspector->arrows), title_of (_ ("Shape")));
  for (guint i = 0; i < n_numbers; i++)
    add_number (inspector,
                g_str_equal (numbers[i].key, "step") ? inspector->fields : inspector->arrows,
                &numbers[i]);
}

void
chase_inspector_set_session (ChaseInspector *inspector, ChaseSession *session, ChaseFonts *fonts)
{
  g_set_object (&inspector->session, session);
  inspector->fonts = chase_fonts_ref (fonts);
  g_signal_connect_object (session, "selected", G_CALLBACK (show), inspector, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (show), inspector, G_CONNECT_SWAPPED);
  g_signal_connect (inspector, "map", G_CALLBACK (show), NULL);
}

static void
chase_inspector_dispose (GObject *object)
{
  ChaseInspector *inspector = CHASE_INSPECTOR (object);

  inspector->showing = TRUE;
  g_clear_pointer (&inspector->scroller, gtk_widget_unparent);
  g_clear_object (&inspector->session);
  g_clear_pointer (&inspector->fonts, chase_fonts_unref);
  G_OBJECT_CLASS (chase_inspector_parent_class)->dispose (object);
}

static void
chase_inspector_finalize (GObject *object)
{
  g_ptr_array_unref (CHASE_INSPECTOR (object)->choices);
  g_ptr_array_unref (CHASE_INSPECTOR (object)->numbers);
  G_OBJECT_CLASS (chase_inspector_parent_class)->finalize (object);
}

static void
chase_inspector_class_init (ChaseInspectorClass *class)
{
  G_OBJECT_CLASS (class)->dispose = chase_inspector_dispose;
  G_OBJECT_CLASS (class)->finalize = chase_inspector_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "inspector");
}

static void
chase_inspector_init (ChaseInspector *inspector)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  inspector->choices = g_ptr_array_new ();
  inspector->numbers = g_ptr_array_new ();
  inspector->nothing = gtk_label_new (_ ("Select an arrow or an object to see how it is drawn."));
  gtk_label_set_wrap (GTK_LABEL (inspector->nothing), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (inspector->nothing), 26);
  gtk_widget_add_css_class (inspector->nothing, "dim-label");
  gtk_widget_set_margin_top (inspector->nothing, 24);
  inspector->fields = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  inspector->cells = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (inspector->fields), inspector->cells);
  inspector->arrows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (inspector->fields), inspector->arrows);
  inspector->objects = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (inspector->fields), inspector->objects);
  inspector->details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (inspector->fields), inspector->details);
  gtk_box_append (GTK_BOX (box), inspector->nothing);
  gtk_box_append (GTK_BOX (box), inspector->fields);
  gtk_widget_add_css_class (box, "inspector-content");
  inspector->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (inspector->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (inspector->scroller), box);
  gtk_widget_set_parent (inspector->scroller, GTK_WIDGET (inspector));
}
