/* SPDX-License-Identifier: MIT */
#include "app/canvas-private.h"

static guint32
cell_at_focus (ChaseCanvas *canvas)
{
  ChaseEdit *edit
      = chase_session_is_editable (canvas->session) ? chase_session_edit (canvas->session) : NULL;
  guint handle = CHASE_NO_HANDLE;

  if (edit != NULL)
    handle = chase_edit_node_at (edit, canvas->focus_column, canvas->focus_row);
  chase_edit_free (edit);
  return handle != CHASE_NO_HANDLE
             ? chase_diagram_find_statement (chase_session_get_diagram (canvas->session), handle)
             : G_MAXUINT32;
}

/* The keyboard goes on from where the selection is. */
static void
show_focus (ChaseCanvas *canvas)
{
  guint32 single = chase_session_get_single (canvas->session);

  if (!canvas->focus_shown && single != G_MAXUINT32)
    {
      const ChaseCell *cell
          = chase_diagram_get_cell (chase_session_get_diagram (canvas->session), single);

      if (cell->level == 0)
        {
          canvas->focus_column = cell->x;
          canvas->focus_row = cell->y;
        }
    }
  canvas->focus_shown = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static void
move_focus (ChaseCanvas *canvas, double columns, double rows, gboolean extending)
{
  gboolean shown = canvas->focus_shown;
  guint32 cell;

  show_focus (canvas);
  if (shown || chase_session_get_single (canvas->session) != G_MAXUINT32)
    {
      canvas->focus_column += columns;
      canvas->focus_row += rows;
    }
  chase_canvas_scroll_to_focus (canvas);
  cell = cell_at_focus (canvas);
  if (extending)
    {
      if (cell != G_MAXUINT32 && !chase_session_is_selected (canvas->session, cell))
        chase_session_toggle (canvas->session, cell);
    }
  else if (cell != G_MAXUINT32)
    chase_session_select (canvas->session, &cell, 1);
  else
    chase_session_select_none (canvas->session);
}

static gboolean
step_of_key (guint key, double *columns, double *rows)
{
  *columns = key == GDK_KEY_Left || key == GDK_KEY_KP_Left     ? -1
             : key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? 1
                                                               : 0;
  *rows = key == GDK_KEY_Up || key == GDK_KEY_KP_Up       ? -1
          : key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1
                                                          : 0;
  return *columns != 0 || *rows != 0;
}

/* Space: an object where there is none, then the start of an arrow; the next Space is its end. */
static void
connect_at_focus (ChaseCanvas *canvas)
{
  ChaseDiagram *diagram = chase_session_get_diagram (canvas->session);
  guint32 there;
  guint32 from = canvas->connect_from != G_MAXUINT
                     ? chase_diagram_find_statement (diagram, canvas->connect_from)
                     : G_MAXUINT32;
  ChaseEnd ends[2] = { { from, 0, 0 }, { G_MAXUINT32, canvas->focus_column, canvas->focus_row } };

  show_focus (canvas);
  ends[1].column = canvas->focus_column;
  ends[1].row = canvas->focus_row;
  there = cell_at_focus (canvas);
  if (from != G_MAXUINT32)
    g_array_unref (chase_session_connect (canvas->session, &ends[0], &ends[1]));
  else if (there == G_MAXUINT32)
    chase_session_add_object (canvas->session, canvas->focus_column, canvas->focus_row);
  there = cell_at_focus (canvas);
  canvas->connect_from = chase_session_statement (canvas->session, there);
  if (there != G_MAXUINT32)
    chase_session_select (canvas->session, &there, 1);
  g_signal_emit_by_name (canvas, "hint-changed");
}

static void
step_back (ChaseCanvas *canvas)
{
  if (canvas->several)
    canvas->several = FALSE;
  else if (canvas->connect_from != G_MAXUINT)
    canvas->connect_from = G_MAXUINT;
  else if (canvas->focus_shown)
    canvas->focus_shown = FALSE;
  else
    chase_session_select_none (canvas->session);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  g_signal_emit_by_name (canvas, "hint-changed");
}

static void
edit_here (ChaseCanvas *canvas)
{
  guint32 cell = chase_session_get_single (canvas->session);

  if (cell == G_MAXUINT32 && canvas->focus_shown)
    cell = cell_at_focus (canvas);
  if (cell == G_MAXUINT32 && canvas->focus_shown)
    cell = chase_session_add_object (canvas->session, canvas->focus_column, canvas->focus_row);
  canvas->connect_from = G_MAXUINT;
  if (!chase_session_add_element (canvas->session, cell))
    chase_canvas_edit_label (canvas, cell);
}

static gboolean
edit_next_blank (ChaseCanvas *canvas, gboolean backward)
{
  guint32 cell = chase_session_next_blank (canvas->session, G_MAXUINT32, backward);

  if (cell == G_MAXUINT32)
    return GDK_EVENT_PROPAGATE;
  canvas->connect_from = G_MAXUINT;
  chase_canvas_edit_label (canvas, cell);
  return GDK_EVENT_STOP;
}

/* The menu at what is selected, else in the middle. */
static void
open_menu (ChaseCanvas *canvas)
{
  guint32 single = chase_session_get_single (canvas->session);
  ChasePoint at = { gtk_widget_get_width (GTK_WIDGET (canvas)) / 2.0,
                    gtk_widget_get_height (GTK_WIDGET (canvas)) / 2.0 };
  ChaseRect bounds;

  if (single != G_MAXUINT32
      && chase_scene_cell_bounds (chase_canvas_get_scene (canvas), single, &bounds))
    at = chase_canvas_from_scene (canvas, bounds.x + bounds.width / 2,
                                  bounds.y + bounds.height / 2);
  g_signal_emit_by_name (canvas, "menu-wanted", at.x, at.y);
}

static gboolean
plain_key (ChaseCanvas *canvas, guint key, gboolean shift)
{
  switch (key)
    {
    case GDK_KEY_space:
      canvas->space_down = TRUE;
      canvas->space_used = FALSE;
      chase_canvas_update_hover (canvas);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      edit_here (canvas);
      return GDK_EVENT_STOP;
    case GDK_KEY_F2:
      if (!chase_canvas_rename_element (canvas, chase_session_get_single (canvas->session)))
        edit_here (canvas);
      return GDK_EVENT_STOP;
    case GDK_KEY_Menu:
      open_menu (canvas);
      return GDK_EVENT_STOP;
    case GDK_KEY_F10:
      if (!shift)
        return GDK_EVENT_PROPAGATE;
      open_menu (canvas);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      step_back (canvas);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return edit_next_blank (canvas, shift);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
             ChaseCanvas *canvas)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0, alt = (state & GDK_ALT_MASK) != 0;
  double columns, rows;

  if (canvas->renamed != G_MAXUINT32 || chase_session_get_labelled (canvas->session) != G_MAXUINT32
      || (state & (GDK_CONTROL_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (step_of_key (key, &columns, &rows))
    {
      if (alt)
        chase_session_nudge (canvas->session, columns, rows);
      else
        move_focus (canvas, columns, rows, shift);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_space && canvas->space_down)
    return GDK_EVENT_STOP; /* a repetition */
  return alt ? GDK_EVENT_PROPAGATE : plain_key (canvas, key, shift);
}

static void
key_released (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
              ChaseCanvas *canvas)
{
  if (key != GDK_KEY_space || !canvas->space_down)
    return;
  canvas->space_down = FALSE;
  if (!canvas->space_used)
    connect_at_focus (canvas);
  chase_canvas_update_hover (canvas);
}

static void
focus_left (GtkEventControllerFocus *controller, ChaseCanvas *canvas)
{
  canvas->space_down = FALSE;
  canvas->connect_from = G_MAXUINT;
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

void
chase_canvas_add_keys (ChaseCanvas *canvas)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), canvas);
  g_signal_connect (keys, "key-released", G_CALLBACK (key_released), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), keys);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), focus);
}
