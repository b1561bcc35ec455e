/* SPDX-License-Identifier: MIT */
#include "app/minimap.h"

#include "app/canvas-private.h"

#include <glib/gi18n.h>
#include <math.h>

#define WIDTH 160
#define HEIGHT 110
#define MARGIN 8.0
#define LEAST_NODES 12

struct _ChaseMinimap
{
  GtkWidget parent;
  ChaseCanvas *canvas; /* its neighbour: it lives as long */
  ChaseSession *session;
  gboolean queued;
  cairo_surface_t *dots; /* the objects, as a mask; made again with the scene */
  ChaseScene *drawn;     /* that they are of */
};

G_DEFINE_FINAL_TYPE (ChaseMinimap, chase_minimap, GTK_TYPE_WIDGET)

typedef struct
{
  double scale, x, y; /* map = scale * scene + (x, y) */
} Fit;

static Fit
fit_of (ChaseMinimap *map)
{
  ChaseRect bounds = chase_scene_get_bounds (chase_canvas_get_scene (map->canvas));
  Fit fit;

  fit.scale = MIN ((WIDTH - 2 * MARGIN) / MAX (bounds.width, 1),
                   (HEIGHT - 2 * MARGIN) / MAX (bounds.height, 1));
  fit.x = WIDTH / 2.0 - fit.scale * (bounds.x + bounds.width / 2);
  fit.y = HEIGHT / 2.0 - fit.scale * (bounds.y + bounds.height / 2);
  return fit;
}

static ChaseRect
view_of (ChaseMinimap *map)
{
  ChasePoint corner = chase_canvas_to_scene (map->canvas, 0, 0);
  double zoom = chase_canvas_get_zoom (map->canvas);

  return (ChaseRect){ corner.x, corner.y, gtk_widget_get_width (GTK_WIDGET (map->canvas)) / zoom,
                      gtk_widget_get_height (GTK_WIDGET (map->canvas)) / zoom };
}

static gboolean
is_wanted (ChaseMinimap *map)
{
  ChaseRect bounds, view;

  if (chase_session_get_diagram (map->session)->n_nodes < LEAST_NODES
      || gtk_widget_get_width (GTK_WIDGET (map->canvas)) < 3 * WIDTH)
    return FALSE;
  bounds = chase_scene_get_bounds (chase_canvas_get_scene (map->canvas));
  view = view_of (map);
  return bounds.x < view.x || bounds.y < view.y || bounds.x + bounds.width > view.x + view.width
         || bounds.y + bounds.height > view.y + view.height;
}

static gboolean
update (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ChaseMinimap *map = data;

  map->queued = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (map), is_wanted (map));
  gtk_widget_queue_draw (GTK_WIDGET (map));
  return G_SOURCE_REMOVE;
}

/* On the clock of the canvas: what is hidden has none. */
static void
queue_update (ChaseMinimap *map)
{
  if (map->queued)
    return;
  map->queued = TRUE;
  gtk_widget_add_tick_callback (GTK_WIDGET (map->canvas), update, g_object_ref (map),
                                g_object_unref);
}

#define BATCH 256 /* rectangles that are filled at once */

/* An object is a dot: at this size nothing else can be told apart. */
static void
draw_nodes (ChaseMinimap *map, cairo_t *cr, ChaseScene *scene, const Fit *fit)
{
  guint n = MIN (chase_session_get_diagram (map->session)->n_nodes, chase_scene_n_cells (scene));
  double radius = n > 500 ? 0.7 : 1.6;

  for (guint32 i = 0; i < n; i++)
    {
      ChasePoint at;

      if (!chase_scene_cell_centre (scene, i, &at))
        continue;
      cairo_rectangle (cr, fit->x + fit->scale * at.x - radius, fit->y + fit->scale * at.y - radius,
                       2 * radius, 2 * radius);
      if (i % BATCH == BATCH - 1)
        cairo_fill (cr);
    }
  cairo_fill (cr);
}

static cairo_surface_t *
dots_of (ChaseMinimap *map, const Fit *fit)
{
  ChaseScene *scene = chase_canvas_get_scene (map->canvas);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (map));
  cairo_t *cr;

  if (map->dots != NULL && map->drawn == scene)
    return map->dots;
  g_clear_pointer (&map->dots, cairo_surface_destroy);
  g_clear_pointer (&map->drawn, chase_scene_unref);
  map->dots = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH * scale, HEIGHT * scale);
  map->drawn = chase_scene_ref (scene);
  cairo_surface_set_device_scale (map->dots, scale, scale);
  cr = cairo_create (map->dots);
  draw_nodes (map, cr, scene, fit);
  cairo_destroy (cr);
  return map->dots;
}

static void
chase_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ChaseMinimap *map = CHASE_MINIMAP (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  ChaseRect view = view_of (map);
  Fit fit = fit_of (map);
  GdkRGBA ink;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &ink);
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_mask_surface (cr, dots_of (map, &fit), 0, 0);
  cairo_rectangle (cr, fit.x + fit.scale * view.x, fit.y + fit.scale * view.y,
                   fit.scale * view.width, fit.scale * view.height);
  ink.alpha = 0.10f;
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_fill_preserve (cr);
  ink.alpha = 0.7f;
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
go_to (ChaseMinimap *map, double x, double y)
{
  Fit fit = fit_of (map);
  ChaseRect view = view_of (map);

  chase_canvas_set_view (map->canvas, chase_canvas_get_zoom (map->canvas),
                         (ChasePoint){ (x - fit.x) / fit.scale - view.width / 2,
                                       (y - fit.y) / fit.scale - view.height / 2 });
}

static void
drag_begin (GtkGestureDrag *gesture, double x, double y, ChaseMinimap *map)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  go_to (map, x, y);
}

static void
drag_update (GtkGestureDrag *gesture, double dx, double dy, ChaseMinimap *map)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    go_to (map, x + dx, y + dy);
}

static void
chase_minimap_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
chase_minimap_finalize (GObject *object)
{
  ChaseMinimap *map = CHASE_MINIMAP (object);

  g_clear_pointer (&map->dots, cairo_surface_destroy);
  g_clear_pointer (&map->drawn, chase_scene_unref);
  G_OBJECT_CLASS (chase_minimap_parent_class)->finalize (object);
}

static void
chase_minimap_class_init (ChaseMinimapClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = chase_minimap_finalize;

  widget_class->snapshot = chase_minimap_snapshot;
  widget_class->measure = chase_minimap_measure;
  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
chase_minimap_init (ChaseMinimap *map)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_halign (GTK_WIDGET (map), GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (map), GTK_ALIGN_END);
  gtk_widget_set_margin_end (GTK_WIDGET (map), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (map), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (map), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Overview of the diagram"), -1);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin), map);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update), map);
  gtk_widget_add_controller (GTK_WIDGET (map), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
chase_minimap_new (ChaseCanvas *canvas, ChaseSession *session)
{
  ChaseMinimap *map = g_object_new (CHASE_TYPE_MINIMAP, NULL);

  map->canvas = canvas;
  map->session = session;
  gtk_widget_set_visible (GTK_WIDGET (map), FALSE);
  g_signal_connect_object (canvas, "view-changed", G_CALLBACK (queue_update), map,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (queue_update), map, G_CONNECT_SWAPPED);
  return GTK_WIDGET (map);
}
