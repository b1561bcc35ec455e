/* SPDX-License-Identifier: MIT */
#include "app/button-names.h"
#include "app/file-watch.h"
#include "app/journal.h"
#include "app/window-private.h"

#include "typeset/typeset.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (ChaseWindow, chase_window, ADW_TYPE_APPLICATION_WINDOW)

ChasePage *
chase_window_get_page (ChaseWindow *window)
{
  AdwTabPage *tab = window->tabs != NULL ? adw_tab_view_get_selected_page (window->tabs) : NULL;

  return tab != NULL ? CHASE_PAGE (adw_tab_page_get_child (tab)) : NULL;
}

ChaseSession *
chase_window_get_session (ChaseWindow *window)
{
  ChasePage *page = chase_window_get_page (window);

  return page != NULL ? chase_page_get_session (page) : NULL;
}

ChaseCanvas *
chase_window_get_canvas (ChaseWindow *window)
{
  ChasePage *page = chase_window_get_page (window);

  return page != NULL ? chase_page_get_canvas (page) : NULL;
}

static char *
folder_of (GFile *file)
{
  g_autoptr (GFile) parent = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *path = parent != NULL ? g_file_get_path (parent) : NULL;
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);

  if (path == NULL)
    return g_strdup ("");
  if (length > 1 && strncmp (path, home, length) == 0
      && (path[length] == '/' || path[length] == '\0'))
    return g_strconcat ("~", path + length, NULL);
  return g_filename_display_name (path);
}

void
chase_window_show_title (ChaseWindow *window)
{
  ChaseSession *session = chase_window_get_session (window);
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *shown = NULL;

  if (session == NULL)
    return;
  if (chase_window_is_starting (window))
    {
      adw_window_title_set_title (window->title, "Arrowchase");
      adw_window_title_set_subtitle (window->title, "");
      gtk_window_set_title (GTK_WINDOW (window), "Arrowchase");
      return;
    }
  name = chase_session_dup_title (session);
  folder = folder_of (chase_session_get_file (session));
  shown = g_strconcat (chase_session_is_modified (session) ? "• " : "", name, NULL);
  adw_window_title_set_title (window->title, shown);
  adw_window_title_set_subtitle (window->title, folder);
  gtk_window_set_title (GTK_WINDOW (window), name);
}

static void
show_tab (ChaseWindow *window, ChasePage *page)
{
  AdwTabPage *tab = adw_tab_view_get_page (window->tabs, GTK_WIDGET (page));
  ChaseSession *session = chase_page_get_session (page);
  g_autofree char *title = chase_session_dup_title (session);
  g_autofree char *shown
      = g_strconcat (chase_session_is_modified (session) ? "• " : "", title, NULL);
  g_autofree char *escaped = NULL;
  GFile *file = chase_session_get_file (session);

  adw_tab_page_set_title (tab, shown);
  if (file == NULL)
    return;
  {
    g_autofree char *name = g_file_get_parse_name (file);

    escaped = g_markup_escape_text (name, -1);
    adw_tab_page_set_tooltip (tab, escaped);
  }
}

static void
session_state (ChaseWindow *window)
{
  if (window->page == NULL)
    return;
  chase_window_show_title (window);
  show_tab (window, window->page);
  chase_window_update_actions (window);
}

/* A page that is not shown has a tab too. */
static void
page_state (ChasePage *page)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (page), CHASE_TYPE_WINDOW);

  if (window != NULL && !CHASE_WINDOW (window)->closing)
    show_tab (CHASE_WINDOW (window), page);
}

static void
session_reported (ChaseSession *session, const char *text, ChaseWindow *window)
{
  chase_window_toast (window, text);
}

static void
session_offered (ChaseSession *session, const char *text, const char *button, const char *action,
                 ChaseWindow *window)
{
  chase_window_toast_with_button (window, text, button, action);
}

static void
let_go (ChaseWindow *window)
{
  ChaseSession *session = window->page != NULL ? chase_page_get_session (window->page) : NULL;

  for (guint i = 0; session != NULL && i < G_N_ELEMENTS (window->handlers); i++)
    g_clear_signal_handler (&window->handlers[i], session);
  g_clear_object (&window->page);
}

/* Follows the session of the tab that is shown. */
static void
selected_page (ChaseWindow *window)
{
  ChasePage *page = chase_window_get_page (window);
  ChaseSession *session;

  let_go (window);
  if (page == NULL)
    return;
  window->page = g_object_ref (page);
  session = chase_page_get_session (page);
  window->handlers[0]
      = g_signal_connect_swapped (session, "state", G_CALLBACK (session_state), window);
  window->handlers[1] = g_signal_connect_swapped (session, "judged",
                                                  G_CALLBACK (chase_window_show_verdict), window);
  window->handlers[2] = g_signal_connect_swapped (session, "selected",
                                                  G_CALLBACK (chase_window_update_actions), window);
  chase_tour_follow (window->tour, session, chase_page_get_player (CHASE_PAGE (page)));
  session_state (window);
  chase_window_show_verdict (window);
  gtk_widget_grab_focus (GTK_WIDGET (page));
}

ChasePage *
chase_window_add_page (ChaseWindow *window)
{
  g_autoptr (ChaseSession) session = chase_session_new ();
  GtkWidget *page;
  AdwTabPage *tab;

  chase_window_follow_macros (window, session);
  page = chase_page_new (session, window->fonts);
  tab = adw_tab_view_append (window->tabs, page);
  chase_journal_follow (session);
  chase_file_watch_follow (session);
  chase_window_add_canvas_keys (chase_page_get_canvas (CHASE_PAGE (page)));
  g_signal_connect_object (session, "state", G_CALLBACK (page_state), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "offered", G_CALLBACK (session_offered), window, 0);
  g_signal_connect_object (session, "reported", G_CALLBACK (session_reported), window, 0);
  show_tab (window, CHASE_PAGE (page));
  adw_tab_view_set_selected_page (window->tabs, tab);
  chase_window_show_start (window, FALSE);
  return CHASE_PAGE (page);
}

static gboolean
tab_closing (AdwTabView *view, AdwTabPage *tab, ChaseWindow *window)
{
  chase_window_page_closing (window, CHASE_PAGE (adw_tab_page_get_child (tab)));
  return GDK_EVENT_STOP;
}

static void
tab_gone (AdwTabView *view, AdwTabPage *tab, int position, ChaseWindow *window)
{
  if (adw_tab_view_get_n_pages (view) == 0 && !window->closing)
    gtk_window_close (GTK_WINDOW (window));
}

static gboolean
dropped (GtkDropTarget *target, const GValue *value, double x, double y, ChaseWindow *window)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *link = files; link != NULL; link = link->next)
    chase_window_open (window, link->data);
  return files != NULL;
}

ChaseWindow *
chase_window_new (AdwApplication *application, ChaseFonts *fonts)
{
  ChaseWindow *window = g_object_new (CHASE_TYPE_WINDOW, "application", application, NULL);

  window->fonts = chase_fonts_ref (fonts);
  chase_window_add_page (window);
  return window;
}

void
chase_window_set_fonts (ChaseWindow *window, ChaseFonts *fonts)
{
  ChaseFonts *old = window->fonts;

  window->fonts = chase_fonts_ref (fonts);
  for (int i = 0; i < adw_tab_view_get_n_pages (window->tabs); i++)
    chase_page_set_fonts (
        CHASE_PAGE (adw_tab_page_get_child (adw_tab_view_get_nth_page (window->tabs, i))), fonts);
  chase_fonts_unref (old);
}

static gboolean
chase_window_close_request (GtkWindow *gtk_window)
{
  if (chase_window_close_all (CHASE_WINDOW (gtk_window)))
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (chase_window_parent_class)->close_request (gtk_window);
}

static void
chase_window_dispose (GObject *object)
{
  ChaseWindow *window = CHASE_WINDOW (object);

  window->closing = TRUE;
  let_go (window);
  g_clear_weak_pointer (&window->toast);
  g_clear_object (&window->recent);
  gtk_widget_dispose_template (GTK_WIDGET (window), CHASE_TYPE_WINDOW);
  window->tabs = NULL;
  g_clear_pointer (&window->fonts, chase_fonts_unref);
  G_OBJECT_CLASS (chase_window_parent_class)->dispose (object);
}

static void
chase_window_class_init (ChaseWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = chase_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = chase_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/arrowchase/Arrowchase/window.ui");
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, title);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, main_button);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, insert_button);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, export_menu);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, insert_menu);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, verdict);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, verdict_stack);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, verdict_spinner);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, verdict_label);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, verdict_reason);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, stage);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, start);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, tour);
  gtk_widget_class_bind_template_child (widget_class, ChaseWindow, tabs);
  gtk_widget_class_bind_template_callback (widget_class, gtk_menu_button_popdown);
  chase_window_add_actions (class);
}

/* GTK would build all of a menu with its button. */
static void
build_menu (GtkMenuButton *button, gpointer model)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, model);
}

static void
give_menu (GtkMenuButton *button, GMenuModel *model)
{
  gtk_menu_button_set_create_popup_func (button, build_menu, g_object_ref (model), g_object_unref);
}

static void
chase_window_init (ChaseWindow *window)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_type_ensure (CHASE_TYPE_START);
  g_type_ensure (CHASE_TYPE_TOUR);
  gtk_widget_init_template (GTK_WIDGET (window));
  chase_window_list_recent (window);
  give_menu (window->main_button, window->main_menu);
  give_menu (window->export_button, window->export_menu);
  give_menu (window->insert_button, window->insert_menu);
  g_signal_connect_swapped (window->tabs, "notify::selected-page", G_CALLBACK (selected_page),
                            window);
  g_signal_connect (window->tabs, "close-page", G_CALLBACK (tab_closing), window);
  g_signal_connect (window->tabs, "page-detached", G_CALLBACK (tab_gone), window);
  chase_window_guard_toasts (window);
  g_signal_connect (target, "drop", G_CALLBACK (dropped), window);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));
  chase_name_buttons (GTK_WIDGET (window));
}
