/* SPDX-License-Identifier: MIT */
#include "app/palette.h"

#include "app/beginnings.h"
#include "app/drawing-text.h"
#include "app/list-rows.h"
#include "app/style-choices.h"
#include "app/window-private.h"
#include "notation/notation.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_ROWS 60
#define MOST_RECENT 20

/* One thing that can be done. */
typedef struct
{
  char *title;
  char *group;
  char *keys;   /* how it is done without the palette, or NULL */
  char *action; /* detailed, with "win."; NULL: draw what is typed */
} Command;

typedef struct
{
  ChaseWindow *window;
  GtkWindow *dialog;
  GtkWidget *entry;
  GtkListBox *list;
  GPtrArray *commands; /* of Command */
  GPtrArray *begun;    /* the same: the definitions that what is typed speaks of */
} Palette;

static void
command_free (gpointer data)
{
  Command *command = data;

  g_free (command->title);
  g_free (command->group);
  g_free (command->keys);
  g_free (command->action);
  g_free (command);
}

static void
palette_free (gpointer data)
{
  Palette *palette = data;

  g_ptr_array_unref (palette->commands);
  g_ptr_array_unref (palette->begun);
  g_free (palette);
}

static void
add_command (Palette *palette, const char *title, const char *group, const char *keys, char *action)
{
  Command *command = g_new0 (Command, 1);

  command->title = g_strdup (title);
  command->group = g_strdup (group);
  command->keys = g_strdup (keys);
  command->action = action;
  g_ptr_array_add (palette->commands, command);
}

static char *
keys_of (const ChaseActionRow *row)
{
  const char *keys = row->accel != NULL ? row->accel : row->key;
  guint key;
  GdkModifierType state;

  if (keys == NULL || !gtk_accelerator_parse (keys, &key, &state))
    return NULL;
  return gtk_accelerator_get_label (key, state);
}

static void
add_actions (Palette *palette)
{
  guint n;
  const ChaseActionRow *rows = chase_window_action_rows (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *keys = NULL;

      if (rows[i].title == NULL || (rows[i].parameter != NULL && rows[i].target == NULL))
        continue;
      keys = keys_of (&rows[i]);
      add_command (palette, _ (rows[i].title), _ (rows[i].group), keys,
                   rows[i].target != NULL
                       ? g_strdup_printf ("win.%s::%s", rows[i].name, rows[i].target)
                       : g_strdup_printf ("win.%s", rows[i].name));
    }
}

static void
add_styles (Palette *palette)
{
  guint n;
  const ChaseStyleChoices *fields = chase_style_choices (&n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < G_N_ELEMENTS (fields[i].choices) && fields[i].choices[k].word != NULL;
         k++)
      add_command (
          palette, _ (fields[i].choices[k].title), _ (fields[i].title), NULL,
          g_strdup_printf ("win.style('%s %s')", fields[i].key, fields[i].choices[k].word));
}

/* What is handed on, in every form of the menu. */
static void
add_exports (Palette *palette)
{
  static const char *const exports[][2]
      = { { N_ ("Export as PNG"), "win.export::png" },
          { N_ ("Export as PDF"), "win.export::pdf" },
          { N_ ("Export as LaTeX (tikz-cd)"), "win.export::tex" },
          { N_ ("Export as a lesson for the browser (HTML)"), "win.export::html" },
          { N_ ("Copy as quiver link"), "win.copy-as::url" } };

  for (guint i = 0; i < G_N_ELEMENTS (exports); i++)
    add_command (palette, _ (exports[i][0]), _ ("File"), NULL, g_strdup (exports[i][1]));
}

static void
add_templates (Palette *palette)
{
  g_auto (GStrv) names = chase_template_names ();

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *title = chase_template_title (names[i]);

      add_command (palette, title, _ ("Template"), NULL,
                   g_strdup_printf ("win.insert-template::%s", names[i]));
    }
}

static void
add_diagrams (Palette *palette)
{
  ChaseDocument *document = chase_session_get_document (chase_window_get_session (palette->window));

  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      const ChaseItem *item = chase_document_get_item (document, i);

      if (item->kind == CHASE_ITEM_DIAGRAM && item->name != NULL)
        add_command (palette, item->label != NULL ? item->label : item->name, _ ("Diagram"), NULL,
                     g_strdup_printf ("win.show-item(uint32 %u)", i));
    }
}

static void
add_view (Palette *palette, const char *format, const char *word, const ChaseItem *item)
{
  g_autofree char *name = chase_notation_print_name (item->name);
  g_autofree char *title = NULL;
  g_autofree char *view = g_strdup_printf ("%s %s", word, name);
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (view));
  g_autofree char *printed = g_variant_print (target, FALSE);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  title = g_strjoinv (item->name, parts);
  add_command (palette, title, _ ("Computed diagram"), NULL,
               g_strdup_printf ("win.add-view(%s)", printed));
}

/* What can be worked out from what the document holds. */
static void
add_views (Palette *palette)
{
  ChaseSession *session = chase_window_get_session (palette->window);
  ChaseDocument *document = chase_session_get_document (session);

  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      const ChaseItem *item = chase_document_get_item (document, i);
      gboolean sets = item->to != NULL && chase_term_is_name (item->to, "Set");

      if (item->name == NULL)
        continue;
      if (item->kind == CHASE_ITEM_DIAGRAM && item == chase_session_get_item (session))
        {
          add_view (palette, _ ("Opposite of %s"), "opposite", item);
          add_view (palette, _ ("Limit cone of %s"), "cone", item);
          add_view (palette, _ ("Colimit cocone of %s"), "cocone", item);
        }
      if (item->kind == CHASE_ITEM_CATEGORY)
        add_view (palette, _ ("Objects and generators of %s"), "category", item);
      if (item->kind == CHASE_ITEM_FUNCTOR && sets)
        {
          add_view (palette, _ ("Sets of %s"), "sets", item);
          add_view (palette, _ ("Elements of %s"), "elements", item);
        }
      else if (item->kind == CHASE_ITEM_FUNCTOR)
        add_view (palette, _ ("Image of %s"), "image", item);
      if (item->kind == CHASE_ITEM_TRANSFORMATION)
        add_view (palette, _ ("Naturality squares of %s"), "naturality", item);
    }
}

static void
add_recent (Palette *palette)
{
  GList *items = chase_recent_files ();
  guint n = 0;

  for (GList *link = items; link != NULL; link = link->next)
    {
      GtkRecentInfo *info = link->data;
      g_autoptr (GVariant) uri
          = g_variant_ref_sink (g_variant_new_string (gtk_recent_info_get_uri (info)));
      g_autofree char *printed = g_variant_print (uri, FALSE);

      if (n++ < MOST_RECENT)
        add_command (palette, gtk_recent_info_get_display_name (info), _ ("Recent file"), NULL,
                     g_strdup_printf ("win.open-uri(%s)", printed));
      gtk_recent_info_unref (info);
    }
  g_list_free (items);
}

/* Every word that was typed begins a word of the title or the group. */
static gboolean
matches (const Command *command, const char *typed)
{
  g_autofree char *all = g_strconcat (command->group, " ", command->title, NULL);

  return g_str_match_string (typed, all, TRUE);
}

static GtkWidget *
new_row (const Command *command)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (command->title);
  GtkWidget *group = gtk_label_new (command->keys != NULL ? command->keys : command->group);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (group, "dim-label");
  gtk_widget_add_css_class (group, "caption");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), group);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "command", (gpointer)command);
  return row;
}

static gboolean
is_drawing (const char *text)
{
  return strchr (text, ':') != NULL || strchr (text, '=') != NULL || strstr (text, "->") != NULL
         || strstr (text, "→") != NULL;
}

/* What is typed as a drawing: it is drawn, or it is said what is wrong with it so far. */
static void
add_drawing_row (Palette *palette, const char *text)
{
  ChaseDiagram *diagram = chase_session_get_diagram (chase_window_get_session (palette->window));
  g_autofree char *error = NULL;
  g_autoptr (ChaseItem) item = chase_drawing_from_text (text, diagram, &error);
  Command command = { .group = item != NULL ? (char *)_ ("Enter") : (char *)"" };
  GtkWidget *row;

  command.title = item != NULL ? g_strdup_printf (_ ("Draw  %s"), text) : g_strdup (error);
  row = new_row (&command);
  g_object_set_data (G_OBJECT (row), "command", NULL);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), item != NULL);
  g_object_set_data (G_OBJECT (row), "draws", GINT_TO_POINTER (item != NULL));
  gtk_list_box_append (palette->list, row);
  g_free (command.title);
}

/* "sets M at x along h . f = k . g", "image F". */
static gboolean
is_view (const char *text)
{
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseItem) item = chase_notation_parse_view (text, problems);

  return item != NULL && problems->len == 0;
}

static void
add_view_row (Palette *palette, const char *text)
{
  Command command = { .group = (char *)_ ("Computed diagram") };
  GtkWidget *row;

  command.title = g_strdup_printf (_ ("Compute  %s"), text);
  row = new_row (&command);
  g_object_set_data (G_OBJECT (row), "command", NULL);
  g_object_set_data (G_OBJECT (row), "computes", GINT_TO_POINTER (TRUE));
  gtk_list_box_append (palette->list, row);
  g_free (command.title);
}

/* "Functor from C to D", which a drag in the sidebar begins, too. */
static void
list_beginnings (Palette *palette, const char *typed, guint most)
{
  ChaseDocument *document = chase_session_get_document (chase_window_get_session (palette->window));
  g_autoptr (GPtrArray) found = chase_beginnings_find (document, typed, most);

  g_ptr_array_set_size (palette->begun, 0);
  for (guint i = 0; i < found->len; i++)
    {
      const ChaseBeginning *beginning = found->pdata[i];
      g_autoptr (GVariant) target
          = g_variant_ref_sink (g_variant_new ("(ss)", beginning->from, beginning->to));
      g_autofree char *printed = g_variant_print (target, FALSE);
      Command *command = g_new0 (Command, 1);

      command->title = g_strdup (beginning->title);
      command->group = g_strdup (_ ("Definition"));
      command->action = g_strdup_printf ("win.begin(%s)", printed);
      g_ptr_array_add (palette->begun, command);
      gtk_list_box_append (palette->list, new_row (command));
    }
}

static void
list (Palette *palette)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (palette->entry));
  gboolean view = is_view (typed);
  guint n = 0;
  GtkListBoxRow *row;

  chase_list_clear (palette->list);
  if (view)
    add_view_row (palette, typed);
  else if (is_drawing (typed))
    add_drawing_row (palette, typed);
  for (guint i = 0; i < palette->commands->len && n < MOST_ROWS && (view || !is_drawing (typed));
       i++)
    if (typed[0] == '\0' || matches (palette->commands->pdata[i], typed))
      {
        gtk_list_box_append (palette->list, new_row (palette->commands->pdata[i]));
        n++;
      }
  if (typed[0] != '\0' && n < MOST_ROWS && (view || !is_drawing (typed)))
    list_beginnings (palette, typed, MOST_ROWS - n);
  row = gtk_list_box_get_row_at_index (palette->list, 0);
  if (row != NULL)
    gtk_list_box_select_row (palette->list, row);
}

static void
run (Palette *palette, GtkListBoxRow *row)
{
  const Command *command = row != NULL ? g_object_get_data (G_OBJECT (row), "command") : NULL;
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (palette->entry)));
  g_autofree char *action = command != NULL ? g_strdup (command->action) : NULL;
  gboolean computes = row != NULL && g_object_get_data (G_OBJECT (row), "computes") != NULL;
  gboolean draws = row != NULL && g_object_get_data (G_OBJECT (row), "draws") != NULL;
  g_autoptr (ChaseWindow) window = g_object_ref (palette->window);
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (action == NULL && !draws && !computes)
    return;
  gtk_window_destroy (palette->dialog);
  gtk_widget_grab_focus (GTK_WIDGET (chase_window_get_canvas (window)));
  if (computes)
    chase_session_add_view (chase_window_get_session (window), typed);
  else if (draws)
    chase_window_draw_text (window, typed);
  else if (g_action_parse_detailed_name (action, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target);
}

static void
row_activated (GtkListBox *box, GtkListBoxRow *row, Palette *palette)
{
  run (palette, row);
}

static void
entry_activated (Palette *palette)
{
  run (palette, gtk_list_box_get_selected_row (palette->list));
}

static gboolean
key_pressed (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
             Palette *palette)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (palette->list);
  int at = row != NULL ? gtk_list_box_row_get_index (row) : 0;

  if (key == GDK_KEY_Escape)
    {
      gtk_window_destroy (palette->dialog);
      return GDK_EVENT_STOP;
    }
  if (key != GDK_KEY_Down && key != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;
  row = gtk_list_box_get_row_at_index (palette->list, MAX (0, at + (key == GDK_KEY_Down ? 1 : -1)));
  if (row != NULL)
    {
      gtk_list_box_select_row (palette->list, row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
      gtk_widget_grab_focus (palette->entry);
      gtk_editable_set_position (GTK_EDITABLE (palette->entry), -1);
    }
  return GDK_EVENT_STOP;
}

static void
build (Palette *palette)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  palette->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (palette->entry),
                                  _ ("An action, or f : A -> B, or h . f = k . g"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (palette->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Command"), -1);
  palette->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (palette->list), "navigation-sidebar");
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (palette->list));
  gtk_box_append (GTK_BOX (box), palette->entry);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_add_css_class (box, "palette");
  gtk_window_set_child (palette->dialog, box);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), palette);
  gtk_widget_add_controller (GTK_WIDGET (palette->dialog), keys);
  g_signal_connect_swapped (palette->entry, "changed", G_CALLBACK (list), palette);
  g_signal_connect_swapped (palette->entry, "activate", G_CALLBACK (entry_activated), palette);
  g_signal_connect (palette->list, "row-activated", G_CALLBACK (row_activated), palette);
}

void
chase_palette_open (ChaseWindow *window, const char *text)
{
  Palette *palette = g_new0 (Palette, 1);

  palette->window = window;
  palette->commands = g_ptr_array_new_with_free_func (command_free);
  palette->begun = g_ptr_array_new_with_free_func (command_free);
  palette->dialog = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_transient_for (palette->dialog, GTK_WINDOW (window));
  gtk_window_set_destroy_with_parent (palette->dialog, TRUE);
  gtk_window_set_modal (palette->dialog, TRUE);
  gtk_window_set_decorated (palette->dialog, FALSE);
  gtk_window_set_title (palette->dialog, _ ("Commands"));
  gtk_window_set_default_size (palette->dialog, 520, 420);
  g_object_set_data_full (G_OBJECT (palette->dialog), "palette", palette, palette_free);
  add_actions (palette);
  add_exports (palette);
  add_styles (palette);
  add_templates (palette);
  add_diagrams (palette);
  add_views (palette);
  add_recent (palette);
  build (palette);
  gtk_editable_set_text (GTK_EDITABLE (palette->entry), text);
  list (palette);
  gtk_window_present (palette->dialog);
  gtk_widget_grab_focus (palette->entry);
  gtk_editable_set_position (GTK_EDITABLE (palette->entry), -1);
}
