/* SPDX-License-Identifier: MIT */
#include "app/canvas-private.h"

#include "drawing/paint-cairo.h"

#include <glib/gi18n.h>
#include <math.h>

#define LEAST_STEP 24.0 /* pixels between dots of the grid */
#define MOST_DOTS 20000

typedef struct
{
  double red, green, blue;
} Ink;

static Ink
ink_of (ChaseCanvas *canvas)
{
  guint32 paper = chase_scene_get_paper (chase_canvas_get_scene (canvas));
  gboolean light = ((paper >> 24) & 0xff) > 127;

  return light ? (Ink){ 0.1, 0.1, 0.15 } : (Ink){ 0.92, 0.92, 0.95 };
}

static Ink
accent_of (ChaseCanvas *canvas)
{
  GdkRGBA colour;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (canvas)),
                                      "accent_color", &colour))
    return (Ink){ colour.red, colour.green, colour.blue };
  return (Ink){ 0.11, 0.44, 0.85 };
}

static void
set_ink (cairo_t *cr, Ink ink, double alpha)
{
  cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, alpha);
}

static gint64
place_key (double column, double row)
{
  return (gint64)column * G_GINT64_CONSTANT (0x100000000) + (gint64)row;
}

/* The places of the grid from @first to @last where objects stand, so that no dot shows through a
 * letter. */
static GHashTable *
find_taken (ChaseCanvas *canvas, ChasePoint first, ChasePoint last)
{
  ChaseDiagram *diagram = chase_session_get_diagram (canvas->session);
  GHashTable *taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint32 i = 0; i < diagram->n_nodes && diagram->n_nodes <= MOST_DOTS; i++)
    {
      const ChaseCell *node = chase_diagram_get_cell (diagram, i);
      gint64 key
          = place_key (round (CLAMP (node->x, -1e6, 1e6)), round (CLAMP (node->y, -1e6, 1e6)));

      if (node->x < first.x - 1 || node->x > last.x + 1 || node->y < first.y - 1
          || node->y > last.y + 1)
        continue;
      if (fabs (node->x - round (node->x)) < 0.2 && fabs (node->y - round (node->y)) < 0.2)
        g_hash_table_add (taken, g_memdup2 (&key, sizeof key));
    }
  return taken;
}

void
chase_canvas_set_grid_ink (ChaseCanvas *canvas, cairo_t *cr)
{
  set_ink (cr, ink_of (canvas), 0.20);
}

/* A quiet dot at each free place of the grid where an object can go. */
GArray *
chase_canvas_list_dots (ChaseCanvas *canvas, double width, double height)
{
  GArray *dots = g_array_new (FALSE, FALSE, sizeof (ChasePoint));
  ChaseScene *scene = chase_canvas_get_scene (canvas);
  ChasePoint from = chase_canvas_to_scene (canvas, 0, 0);
  ChasePoint to = chase_canvas_to_scene (canvas, width, height);
  ChasePoint first = chase_scene_to_grid (scene, from.x, from.y);
  ChasePoint last = chase_scene_to_grid (scene, to.x, to.y);
  double columns = ceil (last.x) - floor (first.x), rows = ceil (last.y) - floor (first.y);
  g_autoptr (GHashTable) taken = NULL;

  if (columns <= 0 || rows <= 0 || width / columns < LEAST_STEP || height / rows < LEAST_STEP
      || columns * rows > MOST_DOTS)
    return dots;
  taken = find_taken (canvas, first, last);
  for (double column = floor (first.x); column <= ceil (last.x); column++)
    for (double row = floor (first.y); row <= ceil (last.y); row++)
      {
        ChasePoint at = chase_scene_from_grid (scene, column, row);
        ChasePoint dot = chase_canvas_from_scene (canvas, at.x, at.y);
        gint64 key = place_key (column, row);

        if (!g_hash_table_contains (taken, &key))
          g_array_append_val (dots, dot);
      }
  return dots;
}

static void
rounded (cairo_t *cr, const ChaseRect *rect, double radius)
{
  double right = rect->x + rect->width, bottom = rect->y + rect->height;

  radius = MIN (radius, MIN (rect->width, rect->height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, rect->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, rect->x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static ChaseRect
to_widget (ChaseCanvas *canvas, const ChaseRect *rect)
{
  ChasePoint corner = chase_canvas_from_scene (canvas, rect->x, rect->y);

  return (ChaseRect){ corner.x, corner.y, rect->width * canvas->scale,
                      rect->height * canvas->scale };
}

/* The object under the pointer: its body, and the rim by which it is moved. */
static void
draw_rim (ChaseCanvas *canvas, cairo_t *cr, guint32 cell, gboolean rim)
{
  ChaseRect inner, outer;

  if (!chase_canvas_node_box (canvas, cell, &inner, &outer))
    return;
  inner = to_widget (canvas, &inner);
  outer = to_widget (canvas, &outer);
  rounded (cr, &outer, 20 * canvas->scale);
  if (rim)
    rounded (cr, &inner, 10 * canvas->scale);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  set_ink (cr, accent_of (canvas), rim ? 0.20 : 0.05);
  cairo_fill (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
  rounded (cr, rim ? &outer : &inner, (rim ? 20 : 10) * canvas->scale);
  set_ink (cr, accent_of (canvas), rim ? 0.55 : 0.10);
  if (!rim)
    {
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* Where an object would come to stand. */
static void
draw_ghost (ChaseCanvas *canvas, cairo_t *cr, double column, double row, double alpha)
{
  ChasePoint at = chase_scene_from_grid (chase_canvas_get_scene (canvas), column, row);
  ChasePoint centre = chase_canvas_from_scene (canvas, at.x, at.y);
  ChaseRect box = { centre.x - 22 * canvas->scale, centre.y - 22 * canvas->scale,
                    44 * canvas->scale, 44 * canvas->scale };

  rounded (cr, &box, 10 * canvas->scale);
  set_ink (cr, accent_of (canvas), alpha);
  cairo_fill (cr);
  cairo_arc (cr, centre.x, centre.y, 3 * canvas->scale, 0, 2 * G_PI);
  set_ink (cr, accent_of (canvas), MIN (1, 4 * alpha));
  cairo_fill (cr);
}

static gboolean
is_taken (ChaseCanvas *canvas, double column, double row)
{
  ChaseDiagram *diagram = chase_session_get_diagram (canvas->session);

  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      const ChaseCell *node = chase_diagram_get_cell (diagram, i);

      if (fabs (node->x - column) < 0.5 && fabs (node->y - row) < 0.5)
        return TRUE;
    }
  return FALSE;
}

/* A finger does not hover: where it was last nothing lies in wait. */
static void
draw_hover (ChaseCanvas *canvas, cairo_t *cr)
{
  const ChaseSpot *hover = &canvas->hover;

  if (!canvas->pointer_inside || canvas->touched || !chase_session_is_editable (canvas->session))
    return;
  if (hover->zone == CHASE_ZONE_NODE || hover->zone == CHASE_ZONE_RING)
    draw_rim (canvas, cr, hover->cell, hover->zone == CHASE_ZONE_RING);
  else if (hover->zone == CHASE_ZONE_EMPTY && canvas->scale > 0.3
           && !is_taken (canvas, hover->column, hover->row))
    draw_ghost (canvas, cr, hover->column, hover->row, 0.06);
}

static ChasePoint
spot_centre (ChaseCanvas *canvas, const ChaseSpot *spot)
{
  ChaseScene *scene = chase_canvas_get_scene (canvas);
  ChasePoint centre;

  if (spot->cell == G_MAXUINT32 || !chase_scene_cell_centre (scene, spot->cell, &centre))
    centre = chase_scene_from_grid (scene, spot->column, spot->row);
  return chase_canvas_from_scene (canvas, centre.x, centre.y);
}

static void
draw_arrow (cairo_t *cr, ChasePoint from, ChasePoint to, double cut_from, double cut_to,
            double scale)
{
  double dx = to.x - from.x, dy = to.y - from.y, length = hypot (dx, dy);
  double ux, uy, head = 7 * MAX (scale, 0.6);

  if (length <= cut_from + cut_to + 2)
    return;
  ux = dx / length;
  uy = dy / length;
  from = (ChasePoint){ from.x + ux * cut_from, from.y + uy * cut_from };
  to = (ChasePoint){ to.x - ux * cut_to, to.y - uy * cut_to };
  cairo_move_to (cr, from.x, from.y);
  cairo_line_to (cr, to.x, to.y);
  cairo_move_to (cr, to.x - head * (ux + uy), to.y - head * (uy - ux));
  cairo_line_to (cr, to.x, to.y);
  cairo_line_to (cr, to.x - head * (ux - uy), to.y - head * (uy + ux));
  cairo_set_line_width (cr, 2 * MAX (scale, 0.6));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

/* The end of the arrow that stays while the other one is dragged. */
static ChasePoint
other_end (ChaseCanvas *canvas)
{
  const ChaseCell *arrow = chase_diagram_get_cell (chase_session_get_diagram (canvas->session),
                                                   canvas->drag_from.cell);
  ChaseSpot spot = { CHASE_ZONE_NODE, 0, G_MAXUINT32, 0, 0, CHASE_MAIN_LABEL };

  spot.cell = canvas->drag_from.zone == CHASE_ZONE_TAIL ? arrow->target : arrow->source;
  return spot_centre (canvas, &spot);
}

static void
draw_connection (ChaseCanvas *canvas, cairo_t *cr)
{
  gboolean on_cell = canvas->hover.cell != G_MAXUINT32;
  ChasePoint from = spot_centre (canvas, &canvas->drag_from);
  ChasePoint to = spot_centre (canvas, &canvas->hover);

  if (canvas->drag == CHASE_DRAG_RECONNECT)
    from = other_end (canvas);
  if (canvas->drag_from.cell == G_MAXUINT32)
    draw_ghost (canvas, cr, canvas->drag_from.column, canvas->drag_from.row, 0.16);
  if (on_cell && canvas->hover.zone != CHASE_ZONE_ARROW)
    draw_rim (canvas, cr, canvas->hover.cell, FALSE);
  else if (!on_cell)
    draw_ghost (canvas, cr, canvas->hover.column, canvas->hover.row, 0.16);
  set_ink (cr, accent_of (canvas), 1);
  if (!canvas->drag_left)
    return;
  if (canvas->drag == CHASE_DRAG_RECONNECT && canvas->drag_from.zone == CHASE_ZONE_TAIL)
    draw_arrow (cr, to, from, 26 * canvas->scale, 26 * canvas->scale, canvas->scale);
  else
    draw_arrow (cr, from, to, 26 * canvas->scale, 26 * canvas->scale, canvas->scale);
}

static void
draw_moved (ChaseCanvas *canvas, cairo_t *cr)
{
  ChaseDiagram *diagram = chase_session_get_diagram (canvas->session);
  guint n;
  const guint32 *cells = chase_session_get_selection (canvas->session, &n);

  for (guint i = 0; i < n; i++)
    {
      const ChaseCell *node = chase_diagram_get_cell (diagram, cells[i]);

      if (node->level == 0)
        draw_ghost (canvas, cr, node->x + canvas->drag_step.x, node->y + canvas->drag_step.y, 0.20);
    }
}

static void
draw_rubber (ChaseCanvas *canvas, cairo_t *cr)
{
  double x = MIN (canvas->drag_start.x, canvas->pointer.x);
  double y = MIN (canvas->drag_start.y, canvas->pointer.y);

  cairo_rectangle (cr, round (x) + 0.5, round (y) + 0.5,
                   round (fabs (canvas->pointer.x - canvas->drag_start.x)),
                   round (fabs (canvas->pointer.y - canvas->drag_start.y)));
  set_ink (cr, accent_of (canvas), 0.12);
  cairo_fill_preserve (cr);
  set_ink (cr, accent_of (canvas), 0.8);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* The cell that the arrow keys have come to. */
static void
draw_focus (ChaseCanvas *canvas, cairo_t *cr)
{
  ChasePoint at = chase_scene_from_grid (chase_canvas_get_scene (canvas), canvas->focus_column,
                                         canvas->focus_row);
  ChasePoint centre = chase_canvas_from_scene (canvas, at.x, at.y);
  double half = 40 * canvas->scale;
  ChaseRect box = { centre.x - half, centre.y - half, 2 * half, 2 * half };

  if (canvas->connect_from != G_MAXUINT)
    {
      guint32 cell = chase_diagram_find_statement (chase_session_get_diagram (canvas->session),
                                                   canvas->connect_from);
      ChaseSpot from = { CHASE_ZONE_NODE, cell, G_MAXUINT32, 0, 0, CHASE_MAIN_LABEL };

      set_ink (cr, accent_of (canvas), 1);
      if (cell != G_MAXUINT32)
        draw_arrow (cr, spot_centre (canvas, &from), centre, 26 * canvas->scale, half,
                    canvas->scale);
    }
  rounded (cr, &box, 12 * canvas->scale);
  set_ink (cr, accent_of (canvas), 0.9);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

ChasePoint
chase_canvas_place_invitation (ChaseCanvas *canvas)
{
  ChaseScene *scene = chase_canvas_get_scene (canvas);
  ChasePoint middle = chase_canvas_middle (canvas);
  ChasePoint at = chase_canvas_to_scene (canvas, middle.x, middle.y);
  ChasePoint grid = chase_scene_to_grid (scene, at.x, at.y);

  at = chase_scene_from_grid (scene, floor (grid.x) + 0.5, floor (grid.y) + 0.5);
  return chase_canvas_from_scene (canvas, at.x, at.y);
}

/* What to do with an empty page. */
static void
draw_invitation (ChaseCanvas *canvas, cairo_t *cr)
{
  const char *lines[]
      = { _ ("Drag to draw an arrow"),
          canvas->touched ? _ ("Double-tap for an object") : _ ("Double-click for an object"),
          _ ("Paste a quiver link or tikz-cd") };
  ChasePoint centre = chase_canvas_place_invitation (canvas);
  double y = centre.y;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (PangoLayout) layout
          = gtk_widget_create_pango_layout (GTK_WIDGET (canvas), lines[i]);
      int width, height;

      pango_layout_get_pixel_size (layout, &width, &height);
      if (i == 0)
        y -= 1.5 * 1.5 * height;
      cairo_move_to (cr, round (centre.x - width / 2.0), round (y + 0.25 * height));
      set_ink (cr, ink_of (canvas), i == 0 ? 0.72 : 0.55);
      pango_cairo_show_layout (cr, layout);
      y += 1.5 * height;
    }
}

static gboolean
is_inviting (ChaseCanvas *canvas)
{
  return canvas->drag == CHASE_DRAG_NONE && !canvas->focus_shown
         && chase_session_is_editable (canvas->session)
         && chase_diagram_n_cells (chase_session_get_diagram (canvas->session)) == 0;
}

static gboolean
is_typing (ChaseCanvas *canvas)
{
  return chase_session_get_labelled (canvas->session) != G_MAXUINT32;
}

static void
draw_selected (ChaseCanvas *canvas, cairo_t *cr)
{
  ChaseScene *selected = chase_canvas_get_selected (canvas);
  ChasePoint corner = chase_canvas_to_scene (canvas, 0, 0);
  ChaseRect view = { corner.x, corner.y, gtk_widget_get_width (GTK_WIDGET (canvas)) / canvas->scale,
                     gtk_widget_get_height (GTK_WIDGET (canvas)) / canvas->scale };

  if (selected == NULL)
    return;
  cairo_save (cr);
  cairo_scale (cr, canvas->scale, canvas->scale);
  cairo_translate (cr, -canvas->origin.x, -canvas->origin.y);
  chase_paint_cairo (selected, cr, &view,
                     canvas->scale * gtk_widget_get_scale_factor (GTK_WIDGET (canvas)));
  cairo_restore (cr);
}

void
chase_canvas_draw_below (ChaseCanvas *canvas, cairo_t *cr)
{
  draw_selected (canvas, cr);
  if (canvas->drag == CHASE_DRAG_NONE && !is_typing (canvas))
    draw_hover (canvas, cr);
  if (is_inviting (canvas))
    draw_invitation (canvas, cr);
  if (canvas->drag == CHASE_DRAG_CONNECT || canvas->drag == CHASE_DRAG_RECONNECT
      || (canvas->drag == CHASE_DRAG_BEND && canvas->drag_joins))
    draw_connection (canvas, cr);
  if (canvas->drag == CHASE_DRAG_MOVE && chase_canvas_is_large (canvas))
    draw_moved (canvas, cr);
}

void
chase_canvas_draw_above (ChaseCanvas *canvas, cairo_t *cr)
{
  if (canvas->drag == CHASE_DRAG_NONE && !is_typing (canvas))
    {
      Ink accent = accent_of (canvas);

      chase_canvas_draw_handles (
          canvas, cr, &(GdkRGBA){ (float)accent.red, (float)accent.green, (float)accent.blue, 1 });
    }
  if (canvas->drag == CHASE_DRAG_RUBBER)
    draw_rubber (canvas, cr);
  chase_canvas_draw_codes (canvas, cr);
  if (canvas->focus_shown && gtk_widget_has_focus (GTK_WIDGET (canvas)))
    draw_focus (canvas, cr);
}
