/* SPDX-License-Identifier: MIT */
#include "app/outline.h"

#include "app/button-names.h"
#include "app/choices.h"
#include "app/list-rows.h"
#include "app/page.h"
#include "app/session-actions.h"
#include "engine/check.h"
#include "model/repair.h"
#include "notation/notation.h"

#include <glib/gi18n.h>

struct _ChaseOutline
{
  GtkWidget parent;
  ChaseSession *session;
  GtkWidget *scroller;
  ChaseDiagramList *diagrams;
  ChaseDefinitions *definitions;
  GtkWidget *claims_title;
  GtkListBox *claims;
  GPtrArray *results; /* those that are listed */
  GPtrArray *gaps;    /* likewise */
  guint n_fixes;
  ChaseCellList *cells;
};

/* For so many claims at most it is found out what could be done about them. */
#define FIXES_MAX 20

G_DEFINE_FINAL_TYPE (ChaseOutline, chase_outline, GTK_TYPE_WIDGET)

static const char *
verdict_in_words (ChaseVerdict verdict)
{
  const char *words[] = { _ ("Holds"), _ ("Does not hold"), _ ("Undecided") };

  return words[verdict];
}

static GtkWidget *
verdict_sign (ChaseVerdict verdict)
{
  static const char *const icons[]
      = { "object-select-symbolic", "window-close-symbolic", "dialog-question-symbolic" };
  static const char *const styles[] = { "success", "error", "warning" };
  GtkWidget *image = gtk_image_new_from_icon_name (icons[verdict]);

  gtk_widget_add_css_class (image, styles[verdict]);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  verdict_in_words (verdict), -1);
  return image;
}

/* What can be fixed offers it, below what is wrong. */
static GtkWidget *
fix_button (GtkWidget *button)
{
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "fix");
  return button;
}

static void
fix_clicked (GtkButton *button, ChaseOutline *outline)
{
  chase_session_fix (outline->session, g_object_get_data (G_OBJECT (button), "result"));
}

/* The button by which something can be done about @result, or NULL. */
static GtkWidget *
new_fix (ChaseOutline *outline, const ChaseResult *result)
{
  g_autofree char *words = NULL;
  GtkWidget *button;

  if (result->verdict == CHASE_VERDICT_HOLDS || outline->n_fixes >= FIXES_MAX)
    return NULL;
  outline->n_fixes++;
  words = chase_session_fix_for (outline->session, result);
  if (words == NULL)
    return NULL;
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), chase_wrapped_label (words));
  /* The results are kept as long as they are listed. */
  g_object_set_data (G_OBJECT (button), "result", (gpointer)result);
  g_signal_connect (button, "clicked", G_CALLBACK (fix_clicked), outline);
  return fix_button (button);
}

static GtkWidget *
choices_button (const ChaseGap *gap, const char *words)
{
  g_autoptr (GMenu) menu = chase_choices_menu (gap);
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), chase_wrapped_label (words));
  return button;
}

static GtkWidget *
filling_button (const ChaseGap *gap)
{
  const ChaseTerm *choice = g_ptr_array_index (gap->choices, 0);
  g_autofree char *text = chase_notation_print_term (choice, CHASE_NOTATION_UNICODE);
  const char *words
      = gap->component ? _ ("Add the missing component") : _ ("Add the missing value");
  g_autofree char *all = g_strdup_printf ("%s: %s", words, text);
  GtkWidget *button;

  if (gap->choices->len > 1)
    return choices_button (gap, words);
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), chase_wrapped_label (all));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.fill");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button),
                                          chase_choice_target (gap, choice));
  return button;
}

static void
add_gap (ChaseOutline *outline, const ChaseGap *gap)
{
  const ChaseItem *item
      = chase_document_get_item (chase_session_get_document (outline->session), gap->item);
  g_autofree char *argument = chase_term_to_text (gap->argument);
  g_autofree char *title
      = gap->component ? g_strdup_printf (_ ("%s has no component at %s"), item->name, argument)
                       : g_strdup_printf (_ ("%s gives no value to %s"), item->name, argument);
  const char *reason = gap->choices->len == 0 ? _ ("It depends on what else is missing") : NULL;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *lines = chase_two_lines (title, reason);
  GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_label_set_wrap (GTK_LABEL (gtk_widget_get_first_child (lines)), TRUE);
  gtk_label_set_lines (GTK_LABEL (gtk_widget_get_first_child (lines)), 3);

  gtk_widget_add_css_class (sign, "warning");
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Missing"), -1);
  if (gap->choices->len > 0)
    gtk_box_append (GTK_BOX (lines), fix_button (filling_button (gap)));
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), lines);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  chase_name_row (row, NULL, title);
  g_object_set_data (G_OBJECT (row), "of", GUINT_TO_POINTER (gap->item));
  gtk_list_box_append (outline->claims, row);
}

/* How long the answer took, at the end of its row. */
static GtkWidget *
time_label (double milliseconds)
{
  /* TRANSLATORS: milliseconds */
  g_autofree char *text
      = g_strdup_printf (milliseconds < 10 ? _ ("%.1f ms") : _ ("%.0f ms"), milliseconds);
  GtkWidget *label = chase_row_label (text, "caption");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static void
add_claim (ChaseOutline *outline, const ChaseResult *result)
{
  g_autofree char *text = chase_notation_print_proposition (
      result->claim->proposition, result->claim->negated, CHASE_NOTATION_UNICODE);
  const char *reason = result->reason;
  g_autofree char *tooltip
      = g_strdup_printf (_ ("%s\n%.1f ms"), reason != NULL ? reason : text, result->milliseconds);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *lines = chase_two_lines (text, reason);
  GtkWidget *fix = new_fix (outline, result);

  gtk_box_append (GTK_BOX (box), verdict_sign (result->verdict));
  gtk_box_append (GTK_BOX (box), lines);
  gtk_box_append (GTK_BOX (box), time_label (result->milliseconds));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  if (fix != NULL)
    gtk_box_append (GTK_BOX (lines), fix);
  /* That of a high row stands at the pointer, where it would lie over the button. */
  chase_set_tooltip (fix != NULL ? fix : row, tooltip);
  chase_name_row (row, verdict_in_words (result->verdict), text);
  g_object_set_data (G_OBJECT (row), "of", GUINT_TO_POINTER (result->claim->item));
  if (result->claim->proposition->kind == CHASE_PROPOSITION_COMMUTES)
    g_object_set_data_full (
        G_OBJECT (row), "about",
        chase_term_ref (g_ptr_array_index (result->claim->proposition->terms, 0)),
        (GDestroyNotify)chase_term_unref);
  gtk_list_box_append (outline->claims, row);
}

static gboolean
same_results (const GPtrArray *a, const GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const ChaseResult *left = g_ptr_array_index (a, i);
      const ChaseResult *right = g_ptr_array_index (b, i);

      if (left->verdict != right->verdict || left->claim->negated != right->claim->negated
          || g_strcmp0 (left->reason, right->reason) != 0
          || !chase_proposition_equal (left->claim->proposition, right->claim->proposition))
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_gaps (const GPtrArray *a, const GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const ChaseGap *left = g_ptr_array_index (a, i), *right = g_ptr_array_index (b, i);

      if (left->item != right->item || !chase_term_equal (left->argument, right->argument)
          || !chase_terms_equal (left->choices, right->choices))
        return FALSE;
    }
  return TRUE;
}

static void
keep (GPtrArray **kept, GPtrArray *array)
{
  g_clear_pointer (kept, g_ptr_array_unref);
  if (array != NULL)
    *kept = g_ptr_array_ref (array);
}

/* TRUE where a check of the document says what the law of a definition says. */
static gboolean
is_said_again (const GPtrArray *results, const ChaseResult *law)
{
  for (guint i = 0; law->claim->implicit && i < results->len; i++)
    {
      const ChaseClaim *claim = ((ChaseResult *)g_ptr_array_index (results, i))->claim;

      if (!claim->implicit && !claim->negated
          && chase_proposition_equal (claim->proposition, law->claim->proposition))
        return TRUE;
    }
  return FALSE;
}

/* What has the keyboard and goes gives it to the canvas, where undo is at hand. */
static void
leave (ChaseOutline *outline)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (outline));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (outline->claims)))
    gtk_widget_grab_focus (gtk_widget_get_ancestor (GTK_WIDGET (outline), CHASE_TYPE_PAGE));
}

/* A list that says the same stays, so that nothing moves under the pointer. */
static void
list_claims (ChaseOutline *outline)
{
  GPtrArray *results = chase_session_get_claims (outline->session);
  GPtrArray *gaps = chase_session_get_gaps (outline->session);

  if (same_results (results, outline->results) && same_gaps (gaps, outline->gaps))
    return;
  leave (outline);
  chase_list_clear (outline->claims);
  keep (&outline->results, results);
  keep (&outline->gaps, gaps);
  outline->n_fixes = 0;
  for (guint i = 0; gaps != NULL && i < gaps->len; i++)
    add_gap (outline, g_ptr_array_index (gaps, i));
  for (guint i = 0; results != NULL && i < results->len; i++)
    if (!is_said_again (results, g_ptr_array_index (results, i)))
      add_claim (outline, g_ptr_array_index (results, i));
  gtk_widget_set_visible (outline->claims_title,
                          gtk_list_box_get_row_at_index (outline->claims, 0) != NULL);
}

/* A claim about a diagram leads to it, any other to its place in the text. */
static void
claim_activated (GtkListBox *list, GtkListBoxRow *row, ChaseOutline *outline)
{
  const ChaseTerm *about = g_object_get_data (G_OBJECT (row), "about");
  ChaseDocument *document = chase_session_get_document (outline->session);
  ChaseItem *item = about != NULL && about->kind == CHASE_TERM_NAME
                        ? chase_document_find (document, about->name)
                        : NULL;

  if (item != NULL && item->kind == CHASE_ITEM_DIAGRAM)
    chase_session_show_item (outline->session, (guint)chase_document_index_of (document, item));
  else
    gtk_widget_activate_action (GTK_WIDGET (outline), "win.source-item", "u",
                                GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "of")));
}

void
chase_outline_set_session (ChaseOutline *outline, ChaseSession *session, ChaseFonts *fonts)
{
  g_set_object (&outline->session, session);
  g_signal_connect_object (session, "claimed", G_CALLBACK (list_claims), outline,
                           G_CONNECT_SWAPPED);
  chase_diagram_list_set_session (outline->diagrams, session, fonts);
  list_claims (outline);
  chase_definitions_set_session (outline->definitions, session);
  chase_cell_list_set_session (outline->cells, session, fonts);
}

ChaseDiagramList *
chase_outline_get_diagrams (ChaseOutline *outline)
{
  return outline->diagrams;
}

ChaseDefinitions *
chase_outline_get_definitions (ChaseOutline *outline)
{
  return outline->definitions;
}

ChaseCellList *
chase_outline_get_cells (ChaseOutline *outline)
{
  return outline->cells;
}

void
chase_outline_set_fonts (ChaseOutline *outline, ChaseFonts *fonts)
{
  chase_diagram_list_set_fonts (outline->diagrams, fonts);
  chase_cell_list_set_fonts (outline->cells, fonts);
}

static GtkWidget *
section_title (const char *text)
{
  GtkWidget *label = chase_wrapped_label (text);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "outline-title");
  return label;
}

static void
add_action (GtkWidget *box, const char *icon, const char *title, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_can_focus (button, FALSE); /* Tab goes to the list; there are keys for these */
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  chase_set_tooltip (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_box_append (GTK_BOX (box), button);
}

/* Over the list, with what can be done to the diagram that is shown, and the way to another. */
static GtkWidget *
diagrams_title (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = section_title (_ ("Diagrams"));

  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (box, "outline-head");
  gtk_box_append (GTK_BOX (box), title);
  add_action (box, "document-edit-symbolic", _ ("Heading of the Diagram"), "win.heading");
  add_action (box, "user-trash-symbolic", _ ("Delete the Diagram"), "win.remove-diagram");
  add_action (box, "list-add-symbolic", _ ("Another Drawing"), "win.add-drawing");
  return box;
}

static void
chase_outline_dispose (GObject *object)
{
  ChaseOutline *outline = CHASE_OUTLINE (object);

  g_clear_pointer (&outline->scroller, gtk_widget_unparent);
  g_clear_pointer (&outline->results, g_ptr_array_unref);
  g_clear_pointer (&outline->gaps, g_ptr_array_unref);
  g_clear_object (&outline->session);
  G_OBJECT_CLASS (chase_outline_parent_class)->dispose (object);
}

static void
chase_outline_class_init (ChaseOutlineClass *class)
{
  G_OBJECT_CLASS (class)->dispose = chase_outline_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "outline");
}

static void
chase_outline_init (ChaseOutline *outline)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  outline->diagrams = g_object_new (CHASE_TYPE_DIAGRAM_LIST, NULL);
  outline->claims = chase_list_new (_ ("Claims"));
  outline->claims_title = section_title (_ ("Claims"));
  gtk_list_box_set_selection_mode (outline->claims, GTK_SELECTION_NONE);
  gtk_box_append (GTK_BOX (box), diagrams_title ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (outline->diagrams));
  outline->definitions = g_object_new (CHASE_TYPE_DEFINITIONS, NULL);
  outline->cells = g_object_new (CHASE_TYPE_CELL_LIST, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (outline->definitions));
  gtk_box_append (GTK_BOX (box), outline->claims_title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (outline->claims));
  gtk_box_append (GTK_BOX (box), section_title (_ ("Objects and arrows")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (outline->cells));
  outline->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (outline->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (outline->scroller), box);
  gtk_widget_set_parent (outline->scroller, GTK_WIDGET (outline));
  g_signal_connect (outline->claims, "row-activated", G_CALLBACK (claim_activated), outline);
}
