/* SPDX-License-Identifier: MIT */
#include "app/pane-layout.h"

/* What the middle keeps before a pane is folded away, and before panes grow. */
#define LEAST_MIDDLE 320
#define AMPLE_MIDDLE 800

struct _ChasePaneLayout
{
  GtkLayoutManager parent;
};

G_DEFINE_FINAL_TYPE (ChasePaneLayout, chase_pane_layout, GTK_TYPE_LAYOUT_MANAGER)

static GQuark
turn_quark (void)
{
  return g_quark_from_static_string ("chase-pane-turn");
}

/* When a pane was asked for; 0 for one that nobody asked for. */
static guint
turn_of (GtkWidget *pane)
{
  return GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (pane), turn_quark ()));
}

void
chase_pane_layout_show (GtkWidget *pane)
{
  guint last = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_parent (pane)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    last = MAX (last, turn_of (child));
  g_object_set_qdata (G_OBJECT (pane), turn_quark (), GUINT_TO_POINTER (last + 1));
  gtk_widget_set_visible (pane, TRUE);
  gtk_widget_queue_resize (pane);
}

gboolean
chase_pane_layout_shows (GtkWidget *pane)
{
  return gtk_widget_get_visible (pane) && gtk_widget_get_child_visible (pane);
}

static gboolean
is_middle (GtkWidget *child)
{
  return gtk_widget_get_hexpand (child);
}

static int
least_of (GtkWidget *child, GtkOrientation orientation)
{
  int least;

  gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);
  return least;
}

static void
chase_pane_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation,
                           int for_size, int *minimum, int *natural, int *minimum_baseline,
                           int *natural_baseline)
{
  int middle = 0, widest = 0, sum = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &least, &wanted, NULL, NULL);
      if (is_middle (child))
        middle = least;
      else
        widest = MAX (widest, least);
      sum = orientation == GTK_ORIENTATION_HORIZONTAL ? sum + wanted : MAX (sum, wanted);
    }
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? middle + widest : MAX (middle, widest);
  *natural = MAX (*minimum, sum);
}

/* The panes that are wanted, the one last asked for first. */
static int
compare_turns (gconstpointer a, gconstpointer b)
{
  guint left = turn_of (*(GtkWidget *const *)a), right = turn_of (*(GtkWidget *const *)b);

  return left < right ? 1 : left > right ? -1 : 0;
}

static GPtrArray *
wanted_panes (GtkWidget *widget)
{
  GPtrArray *panes = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child) && !is_middle (child))
      g_ptr_array_add (panes, child);
  g_ptr_array_sort (panes, compare_turns);
  return panes;
}

/* Folds away what does not fit in @width. Returns what the panes that stay take together. */
static int
fold (GtkWidget *widget, int width)
{
  g_autoptr (GPtrArray) panes = wanted_panes (widget);
  int taken = 0;

  for (guint i = 0; i < panes->len; i++)
    {
      GtkWidget *pane = g_ptr_array_index (panes, i);
      int least = least_of (pane, GTK_ORIENTATION_HORIZONTAL);
      gboolean fits = i == 0 || taken + least + LEAST_MIDDLE <= width;

      gtk_widget_set_child_visible (pane, fits);
      if (fits)
        taken += least;
    }
  return taken;
}

/* How wide @pane is where @taken may grow by @extra. */
static int
width_of (GtkWidget *pane, int taken, int extra)
{
  int least = least_of (pane, GTK_ORIENTATION_HORIZONTAL);

  return least + (taken > 0 ? extra * least / taken : 0);
}

static void
place (GtkWidget *child, int at, int width, int height, int whole)
{
  int x = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL ? whole - at - width : at;

  gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, width, height }, -1);
}

static void
chase_pane_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height,
                            int baseline)
{
  int taken = fold (widget, width), at = 0, middle = width;
  int extra = CLAMP (width - taken - AMPLE_MIDDLE, 0, taken / 2);
  g_autoptr (GPtrArray) panes = wanted_panes (widget);

  for (guint i = 0; i < panes->len; i++)
    if (gtk_widget_get_child_visible (g_ptr_array_index (panes, i)))
      middle -= width_of (g_ptr_array_index (panes, i), taken, extra);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int wide = is_middle (child) ? middle : width_of (child, taken, extra);

      if (!gtk_widget_should_layout (child) || !gtk_widget_get_child_visible (child))
        continue;
      place (child, at, wide, height, width);
      at += wide;
    }
}

static void
chase_pane_layout_class_init (ChasePaneLayoutClass *class)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (class);

  manager_class->measure = chase_pane_layout_measure;
  manager_class->allocate = chase_pane_layout_allocate;
}

static void
chase_pane_layout_init (ChasePaneLayout *layout)
{
}
