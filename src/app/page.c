/* SPDX-License-Identifier: MIT */
#include "app/page.h"

#include "app/announcer.h"
#include "app/button-names.h"
#include "app/choices.h"
#include "app/inspector.h"
#include "app/minimap.h"
#include "app/outline.h"
#include "app/pane-layout.h"
#include "app/text-menu.h"

#include <glib/gi18n.h>
#include <math.h>

#define MENU_BORDER 24 /* pixels of a menu above and below what is in it */
#define MENU_LINE 13   /* of a line between two of its sections */

struct _ChasePage
{
  GtkWidget parent;
  ChaseSession *session;
  ChaseCanvas *canvas;
  GtkWidget *box;
  GtkRevealer *banner;
  GtkLabel *banner_label;
  GtkWidget *side;
  ChaseOutline *outline;
  AdwBin *place;
  ChasePlayer *player;
  GtkWidget *style_side;
  ChaseInspector *inspector;
  GtkWidget *source_side;
  ChaseSourcePane *source;
  gboolean side_chosen; /* by the user: no longer by what there is to list */
  GtkLabel *hint;
  GtkLabel *spoken; /* what a screen reader is told */
  GtkLabel *zoom;
  GtkPopover *menu, *choices_menu, *text_menu, *diagram_menu;
  GtkWidget *menu_owner; /* what a menu was asked of, not owned: the keyboard goes back there */
};

G_DEFINE_FINAL_TYPE (ChasePage, chase_page, GTK_TYPE_WIDGET)

ChaseSession *
chase_page_get_session (ChasePage *page)
{
  return page->session;
}

ChaseCanvas *
chase_page_get_canvas (ChasePage *page)
{
  return page->canvas;
}

void
chase_page_set_banner (ChasePage *page, const char *text)
{
  if (text != NULL)
    gtk_label_set_label (page->banner_label, text);
  gtk_revealer_set_reveal_child (page->banner, text != NULL);
}

const char *
chase_page_get_banner (ChasePage *page)
{
  return gtk_revealer_get_reveal_child (page->banner) ? gtk_label_get_label (page->banner_label)
                                                      : NULL;
}

static void
banner_closed (GtkButton *button, ChasePage *page)
{
  chase_page_set_banner (page, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (page->canvas));
}

static void
show_hint (ChasePage *page)
{
  gtk_label_set_label (page->hint, chase_canvas_get_hint (page->canvas));
}

static void
show_zoom (ChasePage *page)
{
  g_autofree char *text
      = g_strdup_printf ("%.0f %%", round (100 * chase_canvas_get_zoom (page->canvas)));

  gtk_label_set_label (page->zoom, text);
}

/* The outline shows itself where there is more to list than the diagram that is looked at. */
static void
show_outline (ChasePage *page)
{
  ChaseDocument *document = chase_session_get_document (page->session);

  if (!page->side_chosen)
    gtk_widget_set_visible (page->side, chase_document_n_items (document) > 1);
}

static void
toggle (ChasePage *page, GtkWidget *side)
{
  chase_canvas_expect_room (page->canvas);
  if (!chase_pane_layout_shows (side))
    {
      chase_pane_layout_show (side);
      return;
    }
  gtk_widget_set_visible (side, FALSE);
  if (gtk_root_get_focus (gtk_widget_get_root (side)) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (page->canvas));
}

void
chase_page_toggle_outline (ChasePage *page)
{
  page->side_chosen = TRUE;
  toggle (page, page->side);
}

void
chase_page_toggle_inspector (ChasePage *page)
{
  toggle (page, page->style_side);
}

void
chase_page_toggle_source (ChasePage *page)
{
  toggle (page, page->source_side);
  if (!gtk_widget_get_visible (page->source_side))
    gtk_widget_grab_focus (GTK_WIDGET (page->canvas));
}

/* Where the focus is among @panes, -1 for elsewhere. */
static int
focused_pane (ChasePage *page, GtkWidget *const *panes, int n)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (page)));

  for (int i = 0; focus != NULL && i < n; i++)
    if (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i]))
      return i;
  return -1;
}

void
chase_page_next_pane (ChasePage *page)
{
  GtkWidget *panes[] = { GTK_WIDGET (page->outline), GTK_WIDGET (page->source),
                         GTK_WIDGET (page->canvas), GTK_WIDGET (page->inspector) };
  int n = G_N_ELEMENTS (panes), at = focused_pane (page, panes, n);

  for (int i = 1; i <= n; i++)
    {
      GtkWidget *pane = panes[(at + i) % n];

      if (gtk_widget_get_mapped (pane)
          && (pane == GTK_WIDGET (page->canvas)
                  ? gtk_widget_grab_focus (pane)
                  : gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD)))
        return;
    }
}

gboolean
chase_page_play (ChasePage *page, ChaseVerdicts *verdicts, guint face)
{
  if (!chase_player_start (page->player, verdicts, face))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (page->canvas)); /* whose keys are the player's now */
  return TRUE;
}

ChasePlayer *
chase_page_get_player (ChasePage *page)
{
  return page->player;
}

ChaseSourcePane *
chase_page_get_source (ChasePage *page)
{
  return page->source;
}

ChaseDefinitions *
chase_page_get_definitions (ChasePage *page)
{
  return chase_outline_get_definitions (page->outline);
}

void
chase_page_rename_diagram (ChasePage *page)
{
  if (!gtk_widget_get_visible (page->side))
    chase_page_toggle_outline (page);
  /* The menu by which it was asked for gives the keyboard back after it has closed. */
  g_set_weak_pointer (&page->menu_owner,
                      chase_diagram_list_rename_shown (chase_outline_get_diagrams (page->outline)));
}

ChaseCellList *
chase_page_get_cells (ChasePage *page)
{
  return chase_outline_get_cells (page->outline);
}

const char *
chase_page_get_spoken (ChasePage *page)
{
  return chase_announcer_get_said (page->spoken);
}

GtkWidget *
chase_page_get_inspector (ChasePage *page)
{
  return GTK_WIDGET (page->inspector);
}

/* A menu of context-menu.ui, one for all pages: GTK 4.8 never frees the items of a menu that it
 * reads. When it is first asked for, and never another: GTK does not bear that items which can be
 * hidden come or go otherwise. */
static void
give_menu (GtkPopover *menu, const char *id)
{
  static GtkBuilder *builder;

  if (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu)) != NULL)
    return;
  if (builder == NULL)
    builder = gtk_builder_new_from_resource ("/io/github/arrowchase/Arrowchase/context-menu.ui");
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (menu),
                                   G_MENU_MODEL (gtk_builder_get_object (builder, id)));
}

/* In a computed diagram the menu has what may be said of the cell that is selected. FALSE where
 * there is nothing of the kind. */
static gboolean
fill_choices (ChasePage *page)
{
  guint32 cell = chase_session_get_single (page->session);
  g_autoptr (ChaseGap) choices = chase_session_find_choices (page->session, cell);
  g_autoptr (GMenu) menu = NULL;
  g_autoptr (GMenu) values = NULL;
  g_autofree char *title = NULL;
  g_autofree char *argument = NULL;

  if (choices == NULL || choices->choices->len == 0)
    return FALSE;
  menu = g_menu_new ();
  values = chase_choices_menu (choices);
  argument = chase_term_to_text (choices->argument);
  title = g_strdup_printf (
      choices->component ? "%s[%s]" : "%s(%s)",
      chase_document_get_item (chase_session_get_document (page->session), choices->item)->name,
      argument);
  g_menu_append_section (menu, title, G_MENU_MODEL (values));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (page->choices_menu), G_MENU_MODEL (menu));
  return TRUE;
}

static gboolean
forget_surface (gpointer menu)
{
  if (!gtk_widget_get_visible (menu))
    gtk_widget_unrealize (menu);
  return G_SOURCE_REMOVE;
}

/* GDK 4.8 tells the surface of a popover that has closed of the pointer once more, with its next
 * frame, and GTK then gives the next click to the popover. */
static void
menu_closed (GtkPopover *menu)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, forget_surface, g_object_ref (menu), g_object_unref);
}

/* GDK shows a menu above its place or below, and cuts off what has no room there: it is moved up so
 * far that it has room below. */
static double
place_for_menu (ChasePage *page, GtkPopover *menu, double y)
{
  GMenuModel *model = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu));
  int height;

  /* What is not shown has no size itself, and its lines have none before it has its style. */
  gtk_widget_measure (gtk_popover_get_child (menu), GTK_ORIENTATION_VERTICAL, -1, NULL, &height,
                      NULL, NULL);
  height += MENU_LINE * (g_menu_model_get_n_items (model) - 1);
  return CLAMP (y, 0, MAX (gtk_widget_get_height (GTK_WIDGET (page)) - height - MENU_BORDER, 0));
}

/* At (@x, @y) of @widget, or as near as is in view: a popover beside the screen has no place. */
static void
open_menu (ChasePage *page, GtkPopover *menu, GtkWidget *widget, double x, double y)
{
  double at_x, at_y;

  x = CLAMP (x, 0, gtk_widget_get_width (widget));
  y = CLAMP (y, 0, gtk_widget_get_height (widget));
  if (!gtk_widget_translate_coordinates (widget, GTK_WIDGET (page), x, y, &at_x, &at_y))
    return;
  /* The popover is measured once before its new content has its style, and again with it. Where the
   * right size is that of the last time, GDK 4.8 takes the surface to have it still, while the
   * server is making it of the first size, and leaves it cut off. A new surface has no last time.
   */
  gtk_widget_unrealize (GTK_WIDGET (menu));
  at_y = place_for_menu (page, menu, at_y);
  gtk_popover_set_pointing_to (menu, &(GdkRectangle){ (int)at_x, (int)at_y, 1, 1 });
  g_set_weak_pointer (&page->menu_owner, widget);
  gtk_popover_popup (menu);
}

static void
menu_wanted (ChaseCanvas *canvas, double x, double y, ChasePage *page)
{
  GtkPopover *menu;

  give_menu (page->menu, "context_menu");
  gtk_popover_popdown (page->menu);
  gtk_popover_popdown (page->choices_menu);
  menu = fill_choices (page) ? page->choices_menu : page->menu;
  open_menu (page, menu, GTK_WIDGET (canvas), x, y);
}

static void
text_menu_wanted (GtkTextView *view, double x, double y, gpointer data)
{
  ChasePage *page = data;
  g_autoptr (GSimpleActionGroup) actions = chase_text_menu_list_actions (view);

  give_menu (page->text_menu, "text_menu");
  gtk_popover_popdown (page->text_menu);
  gtk_widget_insert_action_group (GTK_WIDGET (page->text_menu), "text", G_ACTION_GROUP (actions));
  open_menu (page, page->text_menu, GTK_WIDGET (view), x, y);
}

static void
diagram_menu_wanted (ChaseDiagramList *list, double x, double y, ChasePage *page)
{
  give_menu (page->diagram_menu, "diagram_menu");
  gtk_popover_popdown (page->diagram_menu);
  open_menu (page, page->diagram_menu, GTK_WIDGET (list), x, y);
}

static void
set_up_menus (ChasePage *page)
{
  GtkPopover *menus[] = { page->menu, page->choices_menu, page->text_menu, page->diagram_menu };

  for (guint i = 0; i < G_N_ELEMENTS (menus); i++)
    g_signal_connect (menus[i], "closed", G_CALLBACK (menu_closed), NULL);
}

GtkWidget *
chase_page_new (ChaseSession *session, ChaseFonts *fonts)
{
  ChasePage *page = g_object_new (CHASE_TYPE_PAGE, NULL);
  GtkWidget *overlay;

  page->session = g_object_ref (session);
  page->canvas = CHASE_CANVAS (chase_canvas_new (session, fonts));
  overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (page->canvas));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), chase_minimap_new (page->canvas, session));
  adw_bin_set_child (page->place, overlay);
  g_signal_connect_object (page->canvas, "hint-changed", G_CALLBACK (show_hint), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page->canvas, "view-changed", G_CALLBACK (show_zoom), page,
                           G_CONNECT_SWAPPED);
  set_up_menus (page);
  g_signal_connect_object (page->canvas, "menu-wanted", G_CALLBACK (menu_wanted), page, 0);
  chase_outline_set_session (page->outline, session, fonts);
  g_signal_connect_object (chase_outline_get_diagrams (page->outline), "menu-wanted",
                           G_CALLBACK (diagram_menu_wanted), page, 0);
  chase_inspector_set_session (page->inspector, session, fonts);
  chase_source_pane_set_session (page->source, session);
  chase_source_pane_watch_menu (page->source, text_menu_wanted, page);
  chase_player_set_canvas (page->player, page->canvas);
  g_signal_connect_object (session, "changed", G_CALLBACK (chase_player_stop), page->player,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "shown", G_CALLBACK (chase_player_stop), page->player,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (show_outline), page, G_CONNECT_SWAPPED);
  chase_announcer_follow (page->spoken, page->canvas, session, fonts);
  show_outline (page);
  show_hint (page);
  show_zoom (page);
  chase_name_buttons (GTK_WIDGET (page));
  return GTK_WIDGET (page);
}

void
chase_page_set_fonts (ChasePage *page, ChaseFonts *fonts)
{
  chase_canvas_set_fonts (page->canvas, fonts);
  chase_outline_set_fonts (page->outline, fonts);
}

/* Tab from the header bar comes to the first pane that is shown, as one reads. Otherwise the tab
 * view would give the keyboard to the canvas, and what stands before it could not be reached. */
static gboolean
chase_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  ChasePage *page = CHASE_PAGE (widget);
  GtkWidget *panes[] = { GTK_WIDGET (page->outline), GTK_WIDGET (page->source) };
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean entering = focus == NULL || !gtk_widget_is_ancestor (focus, widget);

  for (guint i = 0; entering && direction == GTK_DIR_TAB_FORWARD && i < G_N_ELEMENTS (panes); i++)
    if (gtk_widget_get_mapped (panes[i]) && gtk_widget_child_focus (panes[i], direction))
      return TRUE;
  return GTK_WIDGET_CLASS (chase_page_parent_class)->focus (widget, direction);
}

/* GTK asks with the next frame after a menu has closed, for the keyboard that was there. */
static gboolean
chase_page_grab_focus (GtkWidget *widget)
{
  ChasePage *page = CHASE_PAGE (widget);
  GtkWidget *owner = page->menu_owner;

  g_clear_weak_pointer (&page->menu_owner);
  if (owner != NULL && gtk_widget_get_mapped (owner))
    return gtk_widget_grab_focus (owner);
  return gtk_widget_grab_focus (GTK_WIDGET (page->canvas));
}

static void
chase_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ChasePage *page = CHASE_PAGE (widget);

  gtk_widget_allocate (page->box, width, height, baseline, NULL);
  gtk_popover_present (page->menu);
  gtk_popover_present (page->choices_menu);
  gtk_popover_present (page->text_menu);
  gtk_popover_present (page->diagram_menu);
}

static void
chase_page_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (CHASE_PAGE (widget)->box, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
chase_page_dispose (GObject *object)
{
  ChasePage *page = CHASE_PAGE (object);

  if (page->session != NULL)
    chase_session_close (page->session);
  gtk_widget_dispose_template (GTK_WIDGET (page), CHASE_TYPE_PAGE);
  g_clear_weak_pointer (&page->menu_owner);
  g_clear_object (&page->session);
  G_OBJECT_CLASS (chase_page_parent_class)->dispose (object);
}

static void
chase_page_class_init (ChasePageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = chase_page_dispose;
  widget_class->focus = chase_page_focus;
  widget_class->grab_focus = chase_page_grab_focus;
  widget_class->size_allocate = chase_page_size_allocate;
  widget_class->measure = chase_page_measure;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/arrowchase/Arrowchase/page.ui");
  gtk_widget_class_bind_template_child (widget_class, ChasePage, box);
  gtk_widget_class_bind_template_child (widget_class, ChasePage, banner);
  gtk_widget_class_bind_template_child (widget_class, ChasePage, banner_label);
  gtk_widget_class_bind_template_child (widget_class, ChasePage, side);
  gtk_widget_class_bind_template_child (widget_class, ChasePage, outline);
  gtk_widget_class_bind_template_child (widget_class, ChasePage, place);
  gtk_widget_class_bind_template_child (widget_class, ChasePage, player);
  gtk_widget_class_bind_template_child (widget_class, ChasePage, style_side);
  gtk_widget_class_bind_template_child (widget_class, ChasePage, inspector);
  gtk_widget_class_bind_template_child (widget_class, ChasePage, source_side);
  gtk_widget_class_bind_template_child (widget_class, ChasePage, source);
  gtk_widget_class_bind_template_child (widget_class, ChasePage, hint);
  gtk_widget_class_bind_template_child (widget_class, ChasePage, spoken);
  gtk_widget_class_bind_template_child (widget_class, ChasePage, zoom);
  gtk_widget_class_bind_template_child (widget_class, ChasePage, menu);
  gtk_widget_class_bind_template_child (widget_class, ChasePage, choices_menu);
  gtk_widget_class_bind_template_child (widget_class, ChasePage, text_menu);
  gtk_widget_class_bind_template_child (widget_class, ChasePage, diagram_menu);
  gtk_widget_class_bind_template_callback (widget_class, banner_closed);
}

static void
chase_page_init (ChasePage *page)
{
  g_type_ensure (CHASE_TYPE_PANE_LAYOUT);
  g_type_ensure (CHASE_TYPE_OUTLINE);
  g_type_ensure (CHASE_TYPE_INSPECTOR);
  g_type_ensure (CHASE_TYPE_PLAYER);
  g_type_ensure (CHASE_TYPE_SOURCE_PANE);
  gtk_widget_init_template (GTK_WIDGET (page));
}
