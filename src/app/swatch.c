/* SPDX-License-Identifier: MIT */
#include "app/swatch.h"

#include "drawing/paint-cairo.h"
#include "typeset/typeset.h"

#include <adwaita.h>

#define MARGIN 4.0
#define MOST_SCALE 0.6
#define PALE "#9a9996"
#define LENGTH 0.65     /* of an arrow, in steps of the grid */
#define MOST_CELLS 2000 /* what has more is not drawn small */

struct _ChaseSwatch
{
  GtkWidget parent;
  ChaseDiagram *diagram;
  ChaseFonts *fonts;
  char *macros; /* the TeX definitions of its labels, or NULL */
  ChaseScene *scene;
  int width, height;
  double most_scale;
  gboolean bare; /* an object without a label is not to be seen */
};

G_DEFINE_FINAL_TYPE (ChaseSwatch, chase_swatch, GTK_TYPE_WIDGET)

ChaseTheme
chase_theme_of_system (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? CHASE_THEME_DARK_CONTRAST : CHASE_THEME_CONTRAST;
  return dark ? CHASE_THEME_DARK : CHASE_THEME_LIGHT;
}

static void
forget (ChaseSwatch *swatch)
{
  g_clear_pointer (&swatch->scene, chase_scene_unref);
  gtk_widget_queue_draw (GTK_WIDGET (swatch));
}

void
chase_swatch_set_diagram (ChaseSwatch *swatch, ChaseDiagram *diagram)
{
  if (swatch->diagram == diagram)
    return;
  g_clear_pointer (&swatch->diagram, chase_diagram_unref);
  if (diagram != NULL)
    swatch->diagram = chase_diagram_ref (diagram);
  forget (swatch);
}

ChaseDiagram *
chase_swatch_get_diagram (ChaseSwatch *swatch)
{
  return swatch->diagram;
}

void
chase_swatch_set_macros (ChaseSwatch *swatch, const char *text)
{
  if (g_strcmp0 (swatch->macros, text) == 0)
    return;
  g_free (swatch->macros);
  swatch->macros = g_strdup (text);
  forget (swatch);
}

void
chase_swatch_set_fonts (ChaseSwatch *swatch, ChaseFonts *fonts)
{
  ChaseFonts *old = swatch->fonts;

  swatch->fonts = chase_fonts_ref (fonts);
  forget (swatch);
  chase_fonts_unref (old);
}

void
chase_swatch_set_most_scale (ChaseSwatch *swatch, double scale)
{
  swatch->most_scale = scale;
  gtk_widget_queue_draw (GTK_WIDGET (swatch));
}

static ChaseScene *
scene_of (ChaseSwatch *swatch)
{
  g_autoptr (ChaseMacros) macros = NULL;
  ChaseDrawOptions options;

  if (swatch->scene != NULL)
    return swatch->scene;
  chase_draw_options_init (&options);
  options.theme = chase_theme_of_system ();
  options.step = G_MAXUINT;
  options.placeholders = !swatch->bare;
  if (swatch->macros != NULL)
    {
      macros = chase_macros_new ();
      chase_macros_parse (macros, swatch->macros);
    }
  swatch->scene = chase_draw_diagram (swatch->diagram, swatch->fonts, macros, &options);
  return swatch->scene;
}

static void
chase_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ChaseSwatch *swatch = CHASE_SWATCH (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), scale;
  ChaseRect bounds;
  cairo_t *cr;

  if (swatch->diagram == NULL || chase_diagram_n_cells (swatch->diagram) > MOST_CELLS
      || !chase_diagram_is_placed (swatch->diagram))
    return;
  bounds = chase_scene_get_bounds (scene_of (swatch));
  scale = MIN ((width - 2 * MARGIN) / MAX (bounds.width, 1),
               (height - 2 * MARGIN) / MAX (bounds.height, 1));
  scale = CLAMP (scale, 0.01, swatch->most_scale);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  cairo_translate (cr, width / 2, height / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -(bounds.x + bounds.width / 2), -(bounds.y + bounds.height / 2));
  chase_paint_cairo (scene_of (swatch), cr, NULL, 0);
  cairo_destroy (cr);
}

static void
chase_swatch_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  ChaseSwatch *swatch = CHASE_SWATCH (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? swatch->width : swatch->height;
  *minimum_baseline = *natural_baseline = -1;
}

static void
chase_swatch_finalize (GObject *object)
{
  ChaseSwatch *swatch = CHASE_SWATCH (object);

  chase_diagram_unref (swatch->diagram);
  chase_scene_unref (swatch->scene);
  chase_fonts_unref (swatch->fonts);
  g_free (swatch->macros);
  G_OBJECT_CLASS (chase_swatch_parent_class)->finalize (object);
}

static void
chase_swatch_class_init (ChaseSwatchClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = chase_swatch_finalize;
  widget_class->snapshot = chase_swatch_snapshot;
  widget_class->measure = chase_swatch_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
chase_swatch_init (ChaseSwatch *swatch)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  swatch->most_scale = MOST_SCALE;
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (forget), swatch, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (forget), swatch,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
chase_swatch_new (ChaseDiagram *diagram, ChaseFonts *fonts, int width, int height)
{
  ChaseSwatch *swatch = g_object_new (CHASE_TYPE_SWATCH, NULL);

  swatch->fonts = chase_fonts_ref (fonts);
  swatch->width = width;
  swatch->height = height;
  chase_swatch_set_diagram (swatch, diagram);
  return GTK_WIDGET (swatch);
}

/* A label that may stand on either side is to be seen on the other one, too, paler. */
static void
add_other_label (ChaseDiagram *diagram)
{
  g_autoptr (ChaseStyle) style = chase_style_new ();
  guint32 a = chase_diagram_add_node (diagram, "\\,", TRUE, 0, 0, NULL);
  guint32 b = chase_diagram_add_node (diagram, "\\,", TRUE, LENGTH, 0, NULL);

  style->body = CHASE_BODY_NONE;
  style->head = CHASE_HEAD_NONE;
  style->label_side = CHASE_LABEL_RIGHT;
  chase_colour_parse_hex (PALE, &style->label_colour);
  chase_diagram_add_edge (diagram, a, b, "f", style);
}

GtkWidget *
chase_swatch_new_arrow (const ChaseStyle *style, gboolean labelled, ChaseFonts *fonts, int width,
                        int height)
{
  g_autoptr (ChaseItem) item = chase_item_new (CHASE_ITEM_DIAGRAM);
  g_autoptr (ChaseDiagram) diagram = chase_diagram_new_empty (item);
  guint32 a = chase_diagram_add_node (diagram, "\\,", TRUE, 0, 0, NULL);
  guint32 b = chase_diagram_add_node (diagram, "\\,", TRUE, LENGTH, 0, NULL);
  gboolean either = labelled && style->label_side == CHASE_LABEL_AUTO;
  GtkWidget *swatch;

  if (either)
    add_other_label (diagram);
  chase_diagram_add_edge (diagram, a, b, labelled ? "f" : "", style);
  swatch = chase_swatch_new (diagram, fonts, width, height);
  CHASE_SWATCH (swatch)->bare = TRUE;
  return swatch;
}

GtkWidget *
chase_swatch_new_object (const char *label, const ChaseStyle *style, ChaseFonts *fonts, int width,
                         int height)
{
  g_autoptr (ChaseItem) item = chase_item_new (CHASE_ITEM_DIAGRAM);
  g_autoptr (ChaseDiagram) diagram = chase_diagram_new_empty (item);

  chase_diagram_add_node (diagram, label, TRUE, 0, 0, style);
  return chase_swatch_new (diagram, fonts, width, height);
}
