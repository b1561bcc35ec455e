/* SPDX-License-Identifier: MIT */
#include "app/canvas-private.h"

#include "drawing/export.h"
#include "typeset/typeset.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define MIN_SCALE 0.05
#define MAX_SCALE 8.0
#define FIT_MARGIN 64.0
#define MAX_FIT 1.5
#define REVEAL_MARGIN 40.0
#define RING 14.0
#define EDITOR_GAP 10.0
#define LEAST_HALF 24.0
#define DESCRIBED_CELLS 400
#define LARGE 1500

enum
{
  SIGNAL_HINT,
  SIGNAL_VIEW,
  SIGNAL_MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChaseCanvas, chase_canvas, GTK_TYPE_WIDGET)

static ChaseTheme
current_theme (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (manager) && !adw_style_manager_get_dark (manager))
    return CHASE_THEME_CONTRAST;
  return adw_style_manager_get_dark (manager) ? CHASE_THEME_DARK : CHASE_THEME_LIGHT;
}

static ChaseScene *
draw_scene (ChaseCanvas *canvas)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (canvas->session);
  g_autoptr (GArray) marks = verdicts != NULL ? chase_verdicts_marks (verdicts) : NULL;
  ChaseDrawOptions options;

  chase_draw_options_init (&options);
  options.theme = current_theme ();
  options.step = G_MAXUINT;
  options.placeholders = TRUE;
  options.labels = canvas->labels;
  options.selected = chase_session_get_selection (canvas->session, &options.n_selected);
  if (marks != NULL)
    {
      options.marks = (const ChaseFaceMark *)(gpointer)marks->data;
      options.n_marks = marks->len;
    }
  return chase_draw_diagram (chase_session_get_diagram (canvas->session), canvas->fonts, NULL,
                             &options);
}

/* Columns may have grown since the scene was last made: what was held on to stays where it was. */
static void
hold_on (ChaseCanvas *canvas)
{
  ChasePoint now;

  if (!canvas->held)
    return;
  canvas->held = FALSE;
  now = chase_scene_from_grid (canvas->scene, canvas->held_grid.x, canvas->held_grid.y);
  canvas->origin.x += now.x - canvas->held_point.x;
  canvas->origin.y += now.y - canvas->held_point.y;
}

ChaseScene *
chase_canvas_get_scene (ChaseCanvas *canvas)
{
  if (canvas->scene == NULL)
    {
      canvas->scene = draw_scene (canvas);
      hold_on (canvas);
    }
  return canvas->scene;
}

ChasePoint
chase_canvas_to_scene (ChaseCanvas *canvas, double x, double y)
{
  return (ChasePoint){ canvas->origin.x + x / canvas->scale, canvas->origin.y + y / canvas->scale };
}

ChasePoint
chase_canvas_from_scene (ChaseCanvas *canvas, double x, double y)
{
  return (ChasePoint){ (x - canvas->origin.x) * canvas->scale,
                       (y - canvas->origin.y) * canvas->scale };
}

void
chase_canvas_set_view (ChaseCanvas *canvas, double scale, ChasePoint origin)
{
  canvas->scale = CLAMP (scale, MIN_SCALE, MAX_SCALE);
  canvas->origin = origin;
  chase_canvas_update_hover (canvas);
  gtk_widget_queue_allocate (GTK_WIDGET (canvas));
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  g_signal_emit (canvas, signals[SIGNAL_VIEW], 0);
}

void
chase_canvas_zoom_at (ChaseCanvas *canvas, double factor, double x, double y)
{
  ChasePoint fixed = chase_canvas_to_scene (canvas, x, y);
  double scale = CLAMP (canvas->scale * factor, MIN_SCALE, MAX_SCALE);

  chase_canvas_set_view (canvas, scale, (ChasePoint){ fixed.x - x / scale, fixed.y - y / scale });
}

double
chase_canvas_get_zoom (ChaseCanvas *canvas)
{
  return canvas->scale;
}

static ChasePoint
middle (ChaseCanvas *canvas)
{
  return (ChasePoint){ gtk_widget_get_width (GTK_WIDGET (canvas)) / 2.0,
                       gtk_widget_get_height (GTK_WIDGET (canvas)) / 2.0 };
}

void
chase_canvas_zoom_by (ChaseCanvas *canvas, double factor)
{
  ChasePoint at = middle (canvas);

  chase_canvas_zoom_at (canvas, factor, at.x, at.y);
}

void
chase_canvas_zoom_to (ChaseCanvas *canvas, double zoom)
{
  chase_canvas_zoom_by (canvas, zoom / canvas->scale);
}

/* The view in which the whole diagram is to be seen. */
static void
find_fit (ChaseCanvas *canvas, double width, double height, double *scale, ChasePoint *origin)
{
  ChaseScene *scene = chase_canvas_get_scene (canvas);
  ChaseRect bounds = chase_scene_get_bounds (scene);
  ChasePoint centre = { bounds.x + bounds.width / 2, bounds.y + bounds.height / 2 };

  *scale = MIN (width / (bounds.width + 2 * FIT_MARGIN), height / (bounds.height + 2 * FIT_MARGIN));
  *scale = CLAMP (*scale, MIN_SCALE, MAX_FIT);
  if (chase_diagram_n_cells (chase_session_get_diagram (canvas->session)) == 0)
    {
      *scale = 1;
      centre = chase_scene_from_grid (scene, 0.5, 0.5);
    }
  *origin = (ChasePoint){ centre.x - width / 2 / *scale, centre.y - height / 2 / *scale };
}

void
chase_canvas_fit (ChaseCanvas *canvas)
{
  ChasePoint half = middle (canvas), origin;
  double scale;

  if (half.x <= 0 || half.y <= 0)
    return;
  find_fit (canvas, 2 * half.x, 2 * half.y, &scale, &origin);
  chase_canvas_set_view (canvas, scale, origin);
}

static gboolean
tell_view (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ChaseCanvas *canvas = CHASE_CANVAS (widget);

  chase_canvas_update_hover (canvas);
  g_signal_emit (canvas, signals[SIGNAL_VIEW], 0);
  return G_SOURCE_REMOVE;
}

static ChaseRect
grow (ChaseRect rect, double by)
{
  return (ChaseRect){ rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by };
}

static gboolean
contains (const ChaseRect *rect, ChasePoint point)
{
  return point.x >= rect->x && point.x <= rect->x + rect->width && point.y >= rect->y
         && point.y <= rect->y + rect->height;
}

gboolean
chase_canvas_node_box (ChaseCanvas *canvas, guint32 cell, ChaseRect *inner, ChaseRect *outer)
{
  ChaseScene *scene = chase_canvas_get_scene (canvas);
  ChaseRect bounds;
  ChasePoint centre;

  if (!chase_scene_cell_bounds (scene, cell, &bounds)
      || !chase_scene_cell_centre (scene, cell, &centre))
    return FALSE;
  {
    double across = MAX (bounds.width / 2 + 8, LEAST_HALF);
    double down = MAX (bounds.height / 2 + 8, LEAST_HALF);

    *inner = (ChaseRect){ centre.x - across, centre.y - down, 2 * across, 2 * down };
  }
  *outer = grow (*inner, RING);
  return TRUE;
}

static gboolean
find_node (ChaseCanvas *canvas, ChasePoint at, ChaseSpot *spot)
{
  ChaseDiagram *diagram = chase_session_get_diagram (canvas->session);

  for (guint32 i = diagram->n_nodes; i > 0; i--)
    {
      ChaseRect inner, outer;

      if (!chase_canvas_node_box (canvas, i - 1, &inner, &outer) || !contains (&outer, at))
        continue;
      spot->cell = i - 1;
      spot->zone = contains (&inner, at) ? CHASE_ZONE_NODE : CHASE_ZONE_RING;
      return TRUE;
    }
  return FALSE;
}

ChaseSpot
chase_canvas_find (ChaseCanvas *canvas, double x, double y)
{
  ChaseScene *scene = chase_canvas_get_scene (canvas);
  ChasePoint at = chase_canvas_to_scene (canvas, x, y);
  ChasePoint grid = chase_scene_to_grid (scene, at.x, at.y);
  double slop = 8 / canvas->scale;
  ChaseSpot spot
      = { CHASE_ZONE_EMPTY, G_MAXUINT32, G_MAXUINT32, round (grid.x) + 0.0, round (grid.y) + 0.0 };
  gboolean node = find_node (canvas, at, &spot);
  guint32 cell;

  if (node && spot.zone == CHASE_ZONE_NODE)
    return spot;
  spot.mark = chase_scene_hit_mark (scene, at.x, at.y, slop / 2);
  if (spot.mark != G_MAXUINT32)
    {
      spot.zone = CHASE_ZONE_MARK;
      return spot;
    }
  cell = chase_scene_hit (scene, at.x, at.y, slop);
  if (!node && cell != G_MAXUINT32
      && chase_diagram_get_cell (chase_session_get_diagram (canvas->session), cell)->level > 0)
    {
      spot.zone = CHASE_ZONE_ARROW;
      spot.cell = cell;
    }
  return spot;
}

ChaseSpot
chase_canvas_find_end (ChaseCanvas *canvas)
{
  ChaseSpot spot = chase_canvas_find (canvas, canvas->pointer.x, canvas->pointer.y);
  gboolean wants_arrow = canvas->drag_from.zone == CHASE_ZONE_ARROW;

  if (spot.zone == CHASE_ZONE_MARK || (spot.zone == CHASE_ZONE_ARROW && !wants_arrow))
    {
      spot.zone = CHASE_ZONE_EMPTY;
      spot.cell = spot.mark = G_MAXUINT32;
    }
  return spot;
}

gboolean
chase_canvas_moves_by_body (ChaseCanvas *canvas, guint32 cell)
{
  guint n;

  chase_session_get_selection (canvas->session, &n);
  return n >= 2 && chase_session_is_selected (canvas->session, cell);
}

gboolean
chase_canvas_is_large (ChaseCanvas *canvas)
{
  return chase_diagram_n_cells (chase_session_get_diagram (canvas->session)) > LARGE;
}

static const char *
cursor_for (ChaseCanvas *canvas)
{
  if (canvas->drag == CHASE_DRAG_PAN || canvas->drag == CHASE_DRAG_MOVE)
    return "grabbing";
  if (canvas->space_down)
    return "grab";
  switch (canvas->hover.zone)
    {
    case CHASE_ZONE_NODE:
      return chase_canvas_moves_by_body (canvas, canvas->hover.cell) ? "grab" : "crosshair";
    case CHASE_ZONE_RING:
      return "grab";
    case CHASE_ZONE_ARROW:
    case CHASE_ZONE_MARK:
      return "pointer";
    case CHASE_ZONE_EMPTY:
    default:
      return "default";
    }
}

void
chase_canvas_update_hover (ChaseCanvas *canvas)
{
  ChaseSpot before = canvas->hover;

  if (!canvas->pointer_inside)
    canvas->hover = (ChaseSpot){ CHASE_ZONE_EMPTY, G_MAXUINT32, G_MAXUINT32, 0, 0 };
  else
    canvas->hover = chase_canvas_find (canvas, canvas->pointer.x, canvas->pointer.y);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (canvas), cursor_for (canvas));
  if (before.zone != canvas->hover.zone || before.cell != canvas->hover.cell
      || before.mark != canvas->hover.mark || before.column != canvas->hover.column
      || before.row != canvas->hover.row)
    gtk_widget_queue_draw (GTK_WIDGET (canvas));
  g_signal_emit (canvas, signals[SIGNAL_HINT], 0);
}

static gboolean
refresh_hover (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ChaseCanvas *canvas = CHASE_CANVAS (widget);

  canvas->hover_tick = 0;
  if (canvas->drag == CHASE_DRAG_NONE)
    chase_canvas_update_hover (canvas);
  return G_SOURCE_REMOVE;
}

/* With the next frame, and once: an edit changes cells, selection and verdicts one after another.
 */
static void
queue_hover (ChaseCanvas *canvas)
{
  if (canvas->hover_tick == 0)
    canvas->hover_tick
        = gtk_widget_add_tick_callback (GTK_WIDGET (canvas), refresh_hover, NULL, NULL);
}

static const char *
hint_for_face (ChaseCanvas *canvas)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (canvas->session);
  const ChaseFaceVerdict *face
      = verdicts != NULL ? chase_verdicts_face (verdicts, canvas->hover.mark) : NULL;

  if (face == NULL)
    return "";
  switch (face->state)
    {
    case CHASE_STATE_GIVEN:
      return _ ("Commutes, because it is given. Click to take that back");
    case CHASE_STATE_PROVED:
      return _ ("Commutes, because of what is given elsewhere");
    case CHASE_STATE_FAILS:
      return _ ("Need not commute. Click to say that it does");
    case CHASE_STATE_UNDECIDED:
    default:
      return _ ("Undecided. Click to say that it commutes");
    }
}

const char *
chase_canvas_get_hint (ChaseCanvas *canvas)
{
  if (chase_session_get_labelled (canvas->session) != G_MAXUINT32)
    return _ ("Tab: next label · Enter: done");
  if (canvas->connect_from != G_MAXUINT)
    return _ ("Arrow keys: choose the other end · Space: connect · Esc: stop");
  switch (canvas->drag)
    {
    case CHASE_DRAG_CONNECT:
      return _ ("Let go on an object, or on an empty place for a new one");
    case CHASE_DRAG_RUBBER:
      return _ ("Let go to select what is inside");
    case CHASE_DRAG_MOVE:
      return _ ("Let go to put it here · Alt: off the grid");
    case CHASE_DRAG_PAN:
    case CHASE_DRAG_NONE:
    default:
      break;
    }
  if (!chase_session_is_editable (canvas->session))
    return _ ("A computed diagram: it follows what it is made of, and cannot be edited itself");
  switch (canvas->hover.zone)
    {
    case CHASE_ZONE_NODE:
      if (chase_canvas_moves_by_body (canvas, canvas->hover.cell))
        return _ ("Drag to move · Double-click to label");
      return _ ("Drag to draw an arrow · Drag the rim to move · Double-click to label");
    case CHASE_ZONE_RING:
      return _ ("Drag to move");
    case CHASE_ZONE_ARROW:
      return _ ("Double-click to label · R: reverse · Drag to another arrow for a 2-cell");
    case CHASE_ZONE_MARK:
      return hint_for_face (canvas);
    case CHASE_ZONE_EMPTY:
    default:
      return _ ("Double-click for an object · Drag for an arrow · Shift-drag to select");
    }
}

void
chase_canvas_get_place (ChaseCanvas *canvas, double *column, double *row)
{
  gboolean pointed = canvas->pointer_inside && !canvas->focus_shown;

  *column = pointed ? canvas->hover.column : canvas->focus_column;
  *row = pointed ? canvas->hover.row : canvas->focus_row;
}

/* Labels. */

static guint
take_from_queue (ChaseCanvas *canvas)
{
  guint statement;

  if (canvas->queue->len == 0)
    return G_MAXUINT;
  statement = g_array_index (canvas->queue, guint, 0);
  g_array_remove_index (canvas->queue, 0);
  return statement;
}

void
chase_canvas_end_label (ChaseCanvas *canvas)
{
  gboolean had_focus = chase_label_editor_has_focus (CHASE_LABEL_EDITOR (canvas->editor));

  if (chase_session_get_labelled (canvas->session) == G_MAXUINT32
      && !gtk_widget_get_visible (canvas->editor))
    return;
  chase_session_end_label (canvas->session);
  gtk_widget_set_visible (canvas->editor, FALSE);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (canvas));
  g_signal_emit (canvas, signals[SIGNAL_HINT], 0);
}

void
chase_canvas_edit_label (ChaseCanvas *canvas, guint32 cell)
{
  ChaseDiagram *diagram = chase_session_get_diagram (canvas->session);

  if (cell >= chase_diagram_n_cells (diagram) || !chase_session_is_editable (canvas->session)
      || chase_session_statement (canvas->session, cell) == G_MAXUINT)
    return;
  chase_session_end_label (canvas->session);
  chase_session_select (canvas->session, &cell, 1);
  chase_session_begin_label (canvas->session, cell);
  gtk_widget_set_visible (canvas->editor, TRUE);
  chase_label_editor_start (CHASE_LABEL_EDITOR (canvas->editor),
                            chase_diagram_get_cell (diagram, cell)->label);
  gtk_widget_queue_allocate (GTK_WIDGET (canvas));
  g_signal_emit (canvas, signals[SIGNAL_HINT], 0);
}

/* Takes cells that wait for a label, and starts with the first. */
void
chase_canvas_queue_labels (ChaseCanvas *canvas, GArray *cells)
{
  g_array_set_size (canvas->queue, 0);
  for (guint i = 0; i < cells->len; i++)
    {
      guint statement
          = chase_session_statement (canvas->session, g_array_index (cells, guint32, i));

      g_array_append_val (canvas->queue, statement);
    }
  if (canvas->queue->len > 0)
    chase_canvas_edit_label (
        canvas, chase_diagram_find_statement (chase_session_get_diagram (canvas->session),
                                              take_from_queue (canvas)));
}

static void
editor_typed (ChaseLabelEditor *editor, const char *text, ChaseCanvas *canvas)
{
  chase_session_type_label (canvas->session, text);
}

static void
editor_finished (ChaseLabelEditor *editor, int direction, ChaseCanvas *canvas)
{
  guint32 labelled = chase_session_get_labelled (canvas->session);
  guint32 next = G_MAXUINT32;
  guint queued = direction > 0 ? take_from_queue (canvas) : G_MAXUINT;

  if (queued != G_MAXUINT)
    next = chase_diagram_find_statement (chase_session_get_diagram (canvas->session), queued);
  else if (direction != 0)
    next = chase_session_next_blank (canvas->session, labelled, direction < 0);
  if (direction == 0)
    g_array_set_size (canvas->queue, 0);
  if (next != G_MAXUINT32 && next != labelled)
    chase_canvas_edit_label (canvas, next);
  else
    chase_canvas_end_label (canvas);
}

static void
label_wanted (ChaseSession *session, guint cell, ChaseCanvas *canvas)
{
  chase_canvas_edit_label (canvas, cell);
}

/* The view. */

/* The place that stays where it is when columns grow: the cell that is labelled, else the middle of
 * the view. */
static ChasePoint
anchor (ChaseCanvas *canvas)
{
  guint32 labelled = chase_session_get_labelled (canvas->session);
  ChasePoint at = middle (canvas), point;

  if (labelled != G_MAXUINT32 && labelled < chase_scene_n_cells (canvas->scene)
      && chase_scene_cell_centre (canvas->scene, labelled, &point))
    return point;
  return chase_canvas_to_scene (canvas, at.x, at.y);
}

static void
forget_scene (ChaseCanvas *canvas)
{
  if (canvas->scene != NULL)
    {
      canvas->held_point = anchor (canvas);
      canvas->held_grid
          = chase_scene_to_grid (canvas->scene, canvas->held_point.x, canvas->held_point.y);
      canvas->held = TRUE;
      g_clear_pointer (&canvas->scene, chase_scene_unref);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (canvas));
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
}

static void
describe (ChaseCanvas *canvas)
{
  ChaseDiagram *diagram = chase_session_get_diagram (canvas->session);
  ChaseVerdicts *verdicts = chase_session_get_verdicts (canvas->session);
  g_autoptr (GArray) marks = verdicts != NULL ? chase_verdicts_marks (verdicts) : NULL;
  g_autofree char *text = NULL;

  if (chase_diagram_n_cells (diagram) == 0)
    text = g_strdup (_ ("An empty page"));
  else if (chase_diagram_n_cells (diagram) > DESCRIBED_CELLS)
    text = g_strdup_printf (_ ("A diagram of %u objects"), diagram->n_nodes);
  else
    text = chase_describe_diagram (diagram, canvas->fonts, NULL,
                                   marks != NULL ? (const ChaseFaceMark *)(gpointer)marks->data
                                                 : NULL,
                                   marks != NULL ? marks->len : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

static void
session_changed (ChaseCanvas *canvas)
{
  forget_scene (canvas);
  queue_hover (canvas);
}

static void
session_shown (ChaseCanvas *canvas)
{
  chase_canvas_end_label (canvas);
  canvas->connect_from = G_MAXUINT;
  canvas->held = FALSE;
  canvas->fitted = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (canvas));
}

static void
session_judged (ChaseCanvas *canvas)
{
  session_changed (canvas);
  if (!chase_session_is_judging (canvas->session))
    describe (canvas);
}

static void
theme_changed (ChaseCanvas *canvas)
{
  forget_scene (canvas);
}

void
chase_canvas_scroll_to_focus (ChaseCanvas *canvas)
{
  ChasePoint at = chase_scene_from_grid (chase_canvas_get_scene (canvas), canvas->focus_column,
                                         canvas->focus_row);
  ChasePoint point = chase_canvas_from_scene (canvas, at.x, at.y);
  double width = gtk_widget_get_width (GTK_WIDGET (canvas));
  double height = gtk_widget_get_height (GTK_WIDGET (canvas));
  double margin = MIN (64 * canvas->scale, MIN (width, height) / 4);
  double dx = CLAMP (point.x, margin, MAX (margin, width - margin)) - point.x;
  double dy = CLAMP (point.y, margin, MAX (margin, height - margin)) - point.y;

  if (dx != 0 || dy != 0)
    chase_canvas_set_view (canvas, canvas->scale,
                           (ChasePoint){ canvas->origin.x - dx / canvas->scale,
                                         canvas->origin.y - dy / canvas->scale });
}

/* Brings the selected cells into view, moving no further than need be. */
void
chase_canvas_reveal_selection (ChaseCanvas *canvas)
{
  ChaseScene *scene = chase_canvas_get_scene (canvas);
  double width = gtk_widget_get_width (GTK_WIDGET (canvas));
  double height = gtk_widget_get_height (GTK_WIDGET (canvas));
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  guint n;
  const guint32 *cells = chase_session_get_selection (canvas->session, &n);
  ChasePoint corner, end;
  double dx, dy;

  for (guint i = 0; i < n; i++)
    {
      ChaseRect bounds;

      if (!chase_scene_cell_bounds (scene, cells[i], &bounds))
        continue;
      left = MIN (left, bounds.x);
      top = MIN (top, bounds.y);
      right = MAX (right, bounds.x + bounds.width);
      bottom = MAX (bottom, bounds.y + bounds.height);
    }
  if (left > right)
    return;
  corner = chase_canvas_from_scene (canvas, left, top);
  end = chase_canvas_from_scene (canvas, right, bottom);
  if (end.x - corner.x > width - 2 * REVEAL_MARGIN || end.y - corner.y > height - 2 * REVEAL_MARGIN)
    {
      chase_canvas_fit (canvas);
      return;
    }
  dx = MIN (0, corner.x - REVEAL_MARGIN) + MAX (0, end.x - width + REVEAL_MARGIN);
  dy = MIN (0, corner.y - REVEAL_MARGIN) + MAX (0, end.y - height + REVEAL_MARGIN);
  if (dx != 0 || dy != 0)
    chase_canvas_set_view (canvas, canvas->scale,
                           (ChasePoint){ canvas->origin.x + dx / canvas->scale,
                                         canvas->origin.y + dy / canvas->scale });
}

/* Below the label; but right of an arrow that goes up or down, which would be hidden. */
static ChasePoint
place_editor (ChaseCanvas *canvas, guint32 cell, const ChaseRect *label, const GtkRequisition *size)
{
  ChasePoint from = chase_canvas_from_scene (canvas, label->x, label->y);
  ChasePoint to
      = chase_canvas_from_scene (canvas, label->x + label->width, label->y + label->height);
  ChaseRect bounds;

  if (!chase_scene_cell_bounds (chase_canvas_get_scene (canvas), cell, &bounds)
      || bounds.height < 1.5 * bounds.width
      || chase_diagram_get_cell (chase_session_get_diagram (canvas->session), cell)->level == 0)
    return (ChasePoint){ (from.x + to.x - size->width) / 2, to.y + EDITOR_GAP };
  to = chase_canvas_from_scene (canvas, bounds.x + bounds.width, bounds.y);
  return (ChasePoint){ to.x + EDITOR_GAP,
                       (from.y + label->height * canvas->scale / 2) - size->height / 2.0 };
}

static void
allocate_editor (ChaseCanvas *canvas, int width, int height)
{
  guint32 cell = chase_session_get_labelled (canvas->session);
  ChaseRect label = { 0 };
  ChasePoint place = { 4, 4 };
  GtkRequisition size;
  GskTransform *transform;

  gtk_widget_get_preferred_size (canvas->editor, NULL, &size);
  if (cell != G_MAXUINT32
      && chase_scene_label_bounds (chase_canvas_get_scene (canvas), cell, &label))
    place = place_editor (canvas, cell, &label, &size);
  if (place.y + size.height > height - 4)
    place.y = chase_canvas_from_scene (canvas, label.x, label.y).y - EDITOR_GAP - size.height;
  place.x = CLAMP (place.x, 4, MAX (4, width - size.width - 4));
  transform = gsk_transform_translate (
      NULL, &GRAPHENE_POINT_INIT ((float)round (place.x), (float)round (place.y)));
  gtk_widget_allocate (canvas->editor, size.width, size.height, -1, transform);
}

static void
chase_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ChaseCanvas *canvas = CHASE_CANVAS (widget);

  if (!canvas->fitted && width > 0 && height > 0)
    {
      /* Nothing may be asked to change its size here: the others are told with the next frame. */
      canvas->fitted = TRUE;
      find_fit (canvas, width, height, &canvas->scale, &canvas->origin);
      gtk_widget_add_tick_callback (widget, tell_view, NULL, NULL);
    }
  if (gtk_widget_get_visible (canvas->editor))
    allocate_editor (canvas, width, height);
}

static void
chase_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ChaseCanvas *canvas = CHASE_CANVAS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  chase_canvas_draw (canvas, cr, width, height);
  cairo_destroy (cr);
  if (gtk_widget_get_visible (canvas->editor))
    gtk_widget_snapshot_child (widget, canvas->editor, snapshot);
}

static void
chase_canvas_dispose (GObject *object)
{
  ChaseCanvas *canvas = CHASE_CANVAS (object);

  g_clear_pointer (&canvas->editor, gtk_widget_unparent);
  g_clear_object (&canvas->session);
  G_OBJECT_CLASS (chase_canvas_parent_class)->dispose (object);
}

static void
chase_canvas_finalize (GObject *object)
{
  ChaseCanvas *canvas = CHASE_CANVAS (object);

  chase_scene_unref (canvas->scene);
  chase_scene_unref (canvas->drag_scene);
  chase_label_cache_free (canvas->labels);
  chase_fonts_unref (canvas->fonts);
  g_array_unref (canvas->queue);
  G_OBJECT_CLASS (chase_canvas_parent_class)->finalize (object);
}

static void
chase_canvas_class_init (ChaseCanvasClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = chase_canvas_dispose;
  G_OBJECT_CLASS (class)->finalize = chase_canvas_finalize;
  widget_class->size_allocate = chase_canvas_size_allocate;
  widget_class->snapshot = chase_canvas_snapshot;
  gtk_widget_class_set_css_name (widget_class, "canvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[SIGNAL_HINT] = g_signal_new ("hint-changed", CHASE_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_VIEW] = g_signal_new ("view-changed", CHASE_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MENU] = g_signal_new ("menu-wanted", CHASE_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
chase_canvas_init (ChaseCanvas *canvas)
{
  GtkWidget *widget = GTK_WIDGET (canvas);

  canvas->scale = 1;
  canvas->connect_from = G_MAXUINT;
  canvas->hover.cell = canvas->hover.mark = G_MAXUINT32;
  canvas->queue = g_array_new (FALSE, FALSE, sizeof (guint));
  canvas->editor = chase_label_editor_new ();
  gtk_widget_set_visible (canvas->editor, FALSE);
  gtk_widget_set_parent (canvas->editor, widget);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Diagram"), -1);
  g_signal_connect (canvas->editor, "typed", G_CALLBACK (editor_typed), canvas);
  g_signal_connect (canvas->editor, "finished", G_CALLBACK (editor_finished), canvas);
  chase_canvas_add_gestures (canvas);
  chase_canvas_add_keys (canvas);
}

GtkWidget *
chase_canvas_new (ChaseSession *session, ChaseFonts *fonts)
{
  ChaseCanvas *canvas = g_object_new (CHASE_TYPE_CANVAS, NULL);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  canvas->session = g_object_ref (session);
  canvas->fonts = chase_fonts_ref (fonts);
  canvas->labels = chase_label_cache_new (fonts, NULL);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed), canvas,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "shown", G_CALLBACK (session_shown), canvas, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selected", G_CALLBACK (session_changed), canvas,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "judged", G_CALLBACK (session_judged), canvas,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "label-wanted", G_CALLBACK (label_wanted), canvas, 0);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (theme_changed), canvas,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (theme_changed), canvas,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (canvas);
}
