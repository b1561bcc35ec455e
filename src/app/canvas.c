/* SPDX-License-Identifier: MIT */
#include "app/canvas-private.h"
#include "app/swatch.h"

#include "drawing/export.h"
#include "typeset/typeset.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define DESCRIBED_CELLS 400

enum
{
  SIGNAL_HINT,
  SIGNAL_VIEW,
  SIGNAL_MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChaseCanvas, chase_canvas, GTK_TYPE_WIDGET)

/* The definitions, when they have changed. */
static void
take_macros (ChaseCanvas *canvas)
{
  g_autofree char *text = chase_session_dup_macros (canvas->session);
  g_autoptr (ChaseMacros) macros = NULL;

  if (g_strcmp0 (text, canvas->macros) == 0)
    return;
  macros = chase_macros_new ();
  if (text != NULL)
    chase_macros_parse (macros, text);
  chase_label_cache_set_macros (canvas->labels, macros);
  g_free (canvas->macros);
  canvas->macros = g_steal_pointer (&text);
}

/* Tells marks apart by a number. */
static guint64
number_of (const GArray *marks)
{
  guint64 number = 1;

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const ChaseFaceMark *mark = &g_array_index (marks, ChaseFaceMark, i);

      number = chase_mix (number, &mark->kind, sizeof mark->kind);
      number = chase_mix (number, &mark->claimed, sizeof mark->claimed);
      number = chase_mix (number, mark->left, mark->n_left * sizeof *mark->left);
      number = chase_mix (number, mark->right, mark->n_right * sizeof *mark->right);
    }
  return number;
}

static ChaseScene *
draw_scene (ChaseCanvas *canvas)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (canvas->session);
  g_autoptr (GArray) marks = verdicts != NULL ? chase_verdicts_marks (verdicts) : NULL;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) chased = chase_session_chased_cells (canvas->session);
  ChaseScene *scene;
  ChaseDrawOptions options;

  take_macros (canvas);
  chase_draw_options_init (&options);
  options.theme = chase_theme_of_system ();
  options.step = G_MAXUINT;
  options.placeholders = TRUE;
  options.mark_unknown = TRUE;
  options.problems = problems;
  options.labels = canvas->labels;
  canvas->marks = number_of (marks);
  if (chased != NULL)
    {
      options.highlighted = (const guint32 *)(gpointer)chased->data;
      options.n_highlighted = chased->len;
    }
  if (canvas->chase != NULL)
    {
      options.highlighted = (const guint32 *)(gpointer)canvas->chase->data;
      options.n_highlighted = canvas->chase->len;
      options.selected = (const guint32 *)(gpointer)canvas->chase_fresh->data;
      options.n_selected = canvas->chase_fresh->len;
    }
  if (marks != NULL)
    {
      options.marks = (const ChaseFaceMark *)(gpointer)marks->data;
      options.n_marks = marks->len;
    }
  scene = chase_draw_diagram (chase_session_get_diagram (canvas->session), canvas->fonts, NULL,
                              &options);
  chase_session_set_unknown (canvas->session, problems);
  return scene;
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

ChaseScene *
chase_canvas_get_selected (ChaseCanvas *canvas)
{
  guint n;
  const guint32 *cells = chase_session_get_selection (canvas->session, &n);

  if (n == 0 || canvas->chase != NULL)
    return NULL;
  if (canvas->selected == NULL)
    canvas->selected = chase_draw_selection (chase_canvas_get_scene (canvas),
                                             chase_theme_of_system (), cells, n);
  return canvas->selected;
}

/* The place that stays where it is when columns grow: the cell that is labelled, else the middle of
 * the view. */
static ChasePoint
anchor (ChaseCanvas *canvas)
{
  guint32 labelled = chase_session_get_labelled (canvas->session);
  ChasePoint at = chase_canvas_middle (canvas), point;

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
  g_clear_pointer (&canvas->selected, chase_scene_unref);
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
    text = g_strdup_printf (
        ngettext ("A diagram of %u object", "A diagram of %u objects", diagram->n_nodes),
        diagram->n_nodes);
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
  chase_canvas_queue_hover (canvas);
}

/* In a picture of sets what is selected leads to what is drawn. */
static void
session_selected (ChaseCanvas *canvas)
{
  if (chase_session_get_item (canvas->session)->view == CHASE_VIEW_SETS)
    {
      session_changed (canvas);
      return;
    }
  g_clear_pointer (&canvas->selected, chase_scene_unref);
  gtk_widget_queue_allocate (GTK_WIDGET (canvas));
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  chase_canvas_queue_hover (canvas);
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

/* A question that is asked again mostly has the answer that is shown. */
static void
session_judged (ChaseCanvas *canvas)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (canvas->session);
  g_autoptr (GArray) marks = verdicts != NULL ? chase_verdicts_marks (verdicts) : NULL;

  if (canvas->scene == NULL || canvas->marks != number_of (marks))
    session_changed (canvas);
  if (!chase_session_is_judging (canvas->session))
    describe (canvas);
}

void
chase_canvas_set_chase (ChaseCanvas *canvas, const GArray *path, const GArray *fresh)
{
  g_clear_pointer (&canvas->chase, g_array_unref);
  g_clear_pointer (&canvas->chase_fresh, g_array_unref);
  if (path != NULL)
    {
      canvas->chase = g_array_copy ((GArray *)path);
      canvas->chase_fresh = fresh != NULL ? g_array_copy ((GArray *)fresh)
                                          : g_array_new (FALSE, FALSE, sizeof (guint32));
    }
  forget_scene (canvas);
}

guint32
chase_canvas_get_pointed_face (ChaseCanvas *canvas)
{
  return canvas->pointer_inside && canvas->hover.zone == CHASE_ZONE_MARK ? canvas->hover.mark
                                                                         : G_MAXUINT32;
}

static void
theme_changed (ChaseCanvas *canvas)
{
  forget_scene (canvas);
}

/* Where the canvas is in the window. */
static ChasePoint
corner_of (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  double x = 0, y = 0;

  if (root != NULL)
    gtk_widget_translate_coordinates (widget, GTK_WIDGET (root), 0, 0, &x, &y);
  return (ChasePoint){ x, y };
}

static ChasePoint
size_of_window (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));

  if (root == NULL)
    return (ChasePoint){ 0, 0 };
  return (ChasePoint){ gtk_widget_get_width (root), gtk_widget_get_height (root) };
}

static void
chase_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ChaseCanvas *canvas = CHASE_CANVAS (widget);
  ChasePoint corner = corner_of (widget);
  ChasePoint moved = { corner.x - canvas->corner.x, corner.y - canvas->corner.y };
  ChasePoint window = size_of_window (widget);

  if (!canvas->fitted && width > 0 && height > 0)
    {
      /* Nothing may be asked to change its size here: the others are told with the next frame. */
      canvas->fitted = TRUE;
      chase_canvas_find_fit (canvas, width, height, &canvas->scale, &canvas->origin);
      chase_canvas_tell_view (canvas);
    }
  else if (canvas->fitted && canvas->drag == CHASE_DRAG_NONE
           && (width != (int)canvas->width || height != (int)canvas->height))
    {
      gboolean same_window = window.x == canvas->window.x && window.y == canvas->window.y;

      chase_canvas_keep_in_view (canvas, width, height, moved,
                                 canvas->pointer_inside && same_window && !canvas->room_asked);
      canvas->room_asked = FALSE;
      chase_canvas_tell_view (canvas);
    }
  canvas->width = width;
  canvas->height = height;
  canvas->corner = corner;
  canvas->window = window;
  canvas->pointer.x -= moved.x; /* which stays where it is in the window */
  canvas->pointer.y -= moved.y;
  if (gtk_widget_get_visible (canvas->editor))
    chase_canvas_allocate_editor (canvas, width, height);
}

void
chase_canvas_expect_room (ChaseCanvas *canvas)
{
  canvas->room_asked = TRUE;
}

static void
chase_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ChaseCanvas *canvas = CHASE_CANVAS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  chase_canvas_add_layers (canvas, snapshot, width, height);
  if (gtk_widget_get_visible (canvas->editor))
    gtk_widget_snapshot_child (widget, canvas->editor, snapshot);
}

static void
chase_canvas_dispose (GObject *object)
{
  ChaseCanvas *canvas = CHASE_CANVAS (object);

  chase_canvas_end_codes (canvas);
  g_clear_pointer (&canvas->editor, gtk_widget_unparent);
  g_clear_object (&canvas->session);
  G_OBJECT_CLASS (chase_canvas_parent_class)->dispose (object);
}

static void
chase_canvas_finalize (GObject *object)
{
  ChaseCanvas *canvas = CHASE_CANVAS (object);

  chase_layers_free (canvas->layers);
  chase_scene_unref (canvas->scene);
  chase_scene_unref (canvas->selected);
  chase_scene_unref (canvas->drag_scene);
  chase_style_free (canvas->drag_style);
  chase_label_cache_free (canvas->labels);
  g_free (canvas->macros);
  g_free (canvas->hint);
  chase_fonts_unref (canvas->fonts);
  g_array_unref (canvas->queue);
  g_free (canvas->renaming);
  g_clear_pointer (&canvas->chase, g_array_unref);
  g_clear_pointer (&canvas->chase_fresh, g_array_unref);
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
  canvas->layers = chase_layers_new ();
  canvas->connect_from = G_MAXUINT;
  canvas->hover.cell = canvas->hover.mark = G_MAXUINT32;
  canvas->queue = g_array_new (FALSE, FALSE, sizeof (guint));
  canvas->renamed = G_MAXUINT32;
  chase_canvas_add_editor (canvas);
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Diagram"), -1);
  chase_canvas_add_gestures (canvas);
  chase_canvas_add_keys (canvas);
  chase_canvas_add_codes (canvas);
}

ChaseSession *
chase_canvas_get_session (ChaseCanvas *canvas)
{
  return canvas->session;
}

ChaseLabelCache *
chase_canvas_get_labels (ChaseCanvas *canvas)
{
  return canvas->labels;
}

void
chase_canvas_set_fonts (ChaseCanvas *canvas, ChaseFonts *fonts)
{
  ChaseFonts *old = canvas->fonts;

  chase_label_cache_free (canvas->labels);
  canvas->fonts = chase_fonts_ref (fonts);
  canvas->labels = chase_label_cache_new (fonts, NULL);
  g_clear_pointer (&canvas->macros, g_free);
  forget_scene (canvas);
  chase_fonts_unref (old);
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
  g_signal_connect_object (session, "changed", G_CALLBACK (chase_canvas_forget_renaming), canvas,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "shown", G_CALLBACK (session_shown), canvas, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "selected", G_CALLBACK (session_selected), canvas,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "judged", G_CALLBACK (session_judged), canvas,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "label-wanted", G_CALLBACK (chase_canvas_edit_label), canvas,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "drawn", G_CALLBACK (chase_canvas_reveal_selection), canvas,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (theme_changed), canvas,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (theme_changed), canvas,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (canvas);
}
