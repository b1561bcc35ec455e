/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/start.h"
#include "app/tour.h"
#include "app/window.h"

G_BEGIN_DECLS

struct _ChaseWindow
{
  AdwApplicationWindow parent;
  ChaseFonts *fonts;
  AdwToastOverlay *toasts;
  AdwToast *toast;    /* the last, as long as it is there */
  gint64 toast_since; /* the frame in which it began to come in, or 0 */
  guint toast_coming; /* it is still coming in */
  AdwWindowTitle *title;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *verdict;
  GtkStack *verdict_stack;
  GtkWidget *verdict_icon;
  GtkWidget *verdict_spinner;
  GtkLabel *verdict_label;
  GtkLabel *verdict_reason;
  GtkStack *stage; /* the start page, or the documents */
  ChaseStart *start;
  ChaseTour *tour;
  AdwTabView *tabs;
  GtkWidget *open_button;
  GtkMenuButton *main_button; /* with a menu each */
  GtkMenuButton *export_button;
  GtkMenuButton *insert_button;
  GMenuModel *main_menu;
  GMenuModel *export_menu;
  GMenuModel *insert_menu;
  GMenu *recent;   /* the files of its menu */
  ChasePage *page; /* the one that is shown, to which the handlers below belong */
  gulong handlers[3];
  gboolean closing;
};

/* window.c */
ChasePage *
chase_window_add_page (ChaseWindow *window);
ChasePage *
chase_window_get_page (ChaseWindow *window);
/* The session of the page that is shown, or NULL. */
ChaseSession *
chase_window_get_session (ChaseWindow *window);
ChaseCanvas *
chase_window_get_canvas (ChaseWindow *window);

void
chase_window_show_title (ChaseWindow *window);

/* window-toasts.c */
/* Says @text for some seconds. */
void
chase_window_toast (ChaseWindow *window, const char *text);
/* The same with a button called @button for @action, a detailed name; where @action is NULL,
 * without. */
void
chase_window_toast_with_button (ChaseWindow *window, const char *text, const char *button,
                                const char *action);
/* Keeps Escape, for which libadwaita would dismiss it, from a toast that is still coming in. */
void
chase_window_guard_toasts (ChaseWindow *window);

/* window-recent.c */
/* The files that were open last, newest first, of GtkRecentInfo. Caller frees both. */
GList *
chase_recent_files (void);
/* Lists them beside the button that opens a file. */
void
chase_window_list_recent (ChaseWindow *window);

/* window-clipboard.c */
void
chase_window_paste (ChaseWindow *window);

/* window-start.c */
/* Shows the start page, or the documents. */
void
chase_window_show_start (ChaseWindow *window, gboolean start);
gboolean
chase_window_is_starting (ChaseWindow *window);
void
chase_window_toggle_start (ChaseWindow *window, GVariant *parameter);
/* Opens the document of the gallery of that name, as a copy without a file. */
void
chase_window_open_lesson (ChaseWindow *window, GVariant *parameter);
/** On an empty drawing. */
void
chase_window_start_tour (ChaseWindow *window, GVariant *parameter);
/* Shows the help in the browser. */
void
chase_window_help (ChaseWindow *window, GVariant *parameter);

/* window-verdict.c */
void
chase_window_show_verdict (ChaseWindow *window);

/* window-actions.c */
void
chase_window_add_actions (ChaseWindowClass *class);
void
chase_window_update_actions (ChaseWindow *window);
/* The keys that mean something only while the canvas has the keyboard. */
void
chase_window_add_canvas_keys (ChaseCanvas *canvas);
void
chase_window_set_accels (GtkApplication *application);

/* window-edit.c */
void
chase_window_draw_text (ChaseWindow *window, const char *text);
void
chase_window_style (ChaseWindow *window, GVariant *parameter);
void
chase_window_mark_corner (ChaseWindow *window, GVariant *parameter);
void
chase_window_explain (ChaseWindow *window, GVariant *parameter);
void
chase_window_select_face (ChaseWindow *window, GVariant *parameter);
void
chase_window_palette (ChaseWindow *window, GVariant *parameter);
void
chase_window_command (ChaseWindow *window, GVariant *parameter);
/** Opens the opposite of the drawing that is shown. */
void
chase_window_show_opposite (ChaseWindow *window, GVariant *parameter);
void
chase_window_add_view (ChaseWindow *window, GVariant *parameter);
void
chase_window_source_item (ChaseWindow *window, GVariant *parameter);
void
chase_window_show_item (ChaseWindow *window, GVariant *parameter);
void
chase_window_complete (ChaseWindow *window, GVariant *parameter);
void
chase_window_complete_as (ChaseWindow *window, GVariant *parameter);
/* Sets apart the cell of that name. */
void
chase_window_fill (ChaseWindow *window, GVariant *parameter);
/* Begins a functor between two categories, or a transformation between two functors. */
void
chase_window_begin (ChaseWindow *window, GVariant *parameter);
void
chase_window_say_face (ChaseWindow *window, GVariant *parameter);
void
chase_window_separate_named (ChaseWindow *window, GVariant *parameter);
void
chase_window_arrange (ChaseWindow *window, GVariant *parameter);
void
chase_window_insert_space (ChaseWindow *window, GVariant *parameter);
void
chase_window_insert_template (ChaseWindow *window, GVariant *parameter);

/* window-clipboard.c */
void
chase_window_copy (ChaseWindow *window);

/* window-files.c */
void
chase_window_ask_open (ChaseWindow *window);
/* Saves the page's document; asks for a name where it has none or @as. @done (may be NULL) is
 * called with TRUE after it has been written. */
typedef void (*ChaseSaved) (ChaseWindow *window, ChasePage *page, gboolean saved);
void
chase_window_save (ChaseWindow *window, ChasePage *page, gboolean as, ChaseSaved done);
/* Closes a page, asking first where something would be lost. */
void
chase_window_close_page (ChaseWindow *window, ChasePage *page);
void
chase_window_page_closing (ChaseWindow *window, ChasePage *page);
gboolean
chase_window_close_all (ChaseWindow *window);

/* Opens what an earlier run left without saving it, each in a tab of its own. */
void
chase_window_recover (ChaseWindow *window);
/* Reads the file of the page that is shown again, as an edit. */
void
chase_window_reload (ChaseWindow *window, GVariant *parameter);
void
chase_window_open_uri (ChaseWindow *window, GVariant *parameter);

/* Lets @chooser offer, as @name, the files with one of @endings ("tex"), in any case. */
void
chase_window_add_filter (GtkFileChooser *chooser, const char *name, const char *const *endings);

/* window-macros.c */
void
chase_window_follow_macros (ChaseWindow *window, ChaseSession *session);
void
chase_window_ask_macro_file (ChaseWindow *window, GVariant *parameter);
void
chase_window_set_macro_file (ChaseWindow *window, GVariant *parameter);
/* window-math-font.c */
/* window-diagrams.c */
void
chase_window_ask_heading (ChaseWindow *window, GVariant *parameter);
void
chase_window_remove_diagram (ChaseWindow *window, GVariant *parameter);

void
chase_window_ask_math_font (ChaseWindow *window, GVariant *parameter);
void
chase_window_set_math_font (ChaseWindow *window, GVariant *parameter);
void
chase_window_forget_macro_file (ChaseWindow *window, GVariant *parameter);

/* window-lesson.c: the whole document as a page that steps and plays, written to @file. */
void
chase_window_export_lesson (ChaseWindow *window, GFile *file);

/* window-export.c */
/* Writes what was exported, and tells of it. */
void
chase_window_store_export (ChaseWindow *window, GFile *file, GBytes *bytes);
void
chase_window_ask_export (ChaseWindow *window, const char *ending);
void
chase_window_copy_as (ChaseWindow *window, const char *ending);

/* window-present.c: the diagrams of the document on the whole screen, from the first one, or from
 * the one that is shown. */
void
chase_window_present (ChaseWindow *window, GVariant *parameter);
void
chase_window_present_here (ChaseWindow *window, GVariant *parameter);

/* shortcuts.c */
void
chase_window_show_shortcuts (ChaseWindow *window);

/**
 * ChaseActionRow:
 *
 * One row of the table of all that can be done: the action's one name serves menu, shortcut and
 * test.
 * A row without a title is for a button alone, and listed nowhere.
 * @accel works everywhere in the window, @key only on the canvas, where no text is typed.
 */
typedef struct
{
  const char *name; /* without "win." */
  const char *parameter;
  const char *target; /* which the shortcut means, or NULL */
  const char *title;
  const char *group;
  const char *accel;
  const char *key;
  void (*run) (ChaseWindow *window, GVariant *parameter);
} ChaseActionRow;

const ChaseActionRow *
chase_window_action_rows (guint *n);

G_END_DECLS
