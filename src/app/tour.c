/* SPDX-License-Identifier: MIT */
#include "app/tour.h"

#include "app/asking.h"
#include "app/button-names.h"
#include "app/settings.h"

#include <glib/gi18n.h>

#define GROUP "Tour"
#define KEY "known"

struct _ChaseTour
{
  GtkWidget parent;
  GtkWidget *box;
  GtkLabel *count, *title, *words;
  GtkWidget *skip;
  ChaseSession *session;
  ChasePlayer *player; /* its page's: lives as long as the session is followed */
  gulong handlers[2], played;
  guint step;
  gboolean exported;
};

G_DEFINE_FINAL_TYPE (ChaseTour, chase_tour, GTK_TYPE_WIDGET)

static ChaseDiagram *
drawing (ChaseTour *tour)
{
  return chase_session_get_diagram (tour->session);
}

static guint
n_arrows (ChaseTour *tour)
{
  guint n = 0;

  for (guint32 i = 0; i < chase_diagram_n_cells (drawing (tour)); i++)
    n += chase_diagram_get_cell (drawing (tour), i)->level == 1;
  return n;
}

static gboolean
has_object (ChaseTour *tour)
{
  return drawing (tour)->n_nodes > 0;
}

static gboolean
has_arrow (ChaseTour *tour)
{
  return n_arrows (tour) > 0;
}

/* Two arrows out of one object. */
static gboolean
has_span (ChaseTour *tour)
{
  ChaseDiagram *diagram = drawing (tour);

  for (guint32 i = diagram->n_nodes; i < chase_diagram_n_cells (diagram); i++)
    for (guint32 k = i + 1; k < chase_diagram_n_cells (diagram); k++)
      {
        const ChaseCell *a = chase_diagram_get_cell (diagram, i);
        const ChaseCell *b = chase_diagram_get_cell (diagram, k);

        if (a->level == 1 && b->level == 1 && a->source == b->source && a->target != b->target)
          return TRUE;
      }
  return FALSE;
}

static gboolean
has_square (ChaseTour *tour)
{
  return drawing (tour)->n_nodes >= 4 && n_arrows (tour) >= 4;
}

static gboolean
has_diagonal (ChaseTour *tour)
{
  return has_square (tour) && n_arrows (tour) >= 5;
}

static gboolean
is_given (ChaseTour *tour)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (tour->session);

  return verdicts != NULL && verdicts->whole == CHASE_WHOLE_HOLDS;
}

static gboolean
sides_are_selected (ChaseTour *tour)
{
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  const guint32 *cells;
  guint n;

  cells = chase_session_get_selection (tour->session, &n);
  return n <= 20 && chase_paths_of_cells (drawing (tour), cells, n, left, right) && left->len >= 2
         && right->len >= 2;
}

static gboolean
is_played (ChaseTour *tour)
{
  return tour->player != NULL && gtk_widget_get_visible (GTK_WIDGET (tour->player));
}

static gboolean
is_exported (ChaseTour *tour)
{
  return tour->exported;
}

/* What is to be done, and whether it is. */
static const struct
{
  const char *title, *words;
  gboolean (*is_done) (ChaseTour *tour);
} steps[] = {
  { N_ ("An object"),
    N_ ("Double-click on the drawing, type its name, such as A, and press Enter."), has_object },
  { N_ ("An arrow"),
    N_ ("Drag from the object to an empty place to the right. Type f, Tab, B and Enter: the arrow "
        "and its end have "
        "names."),
    has_arrow },
  { N_ ("A second one"), N_ ("Drag from the first object once more, downwards this time: g to C."),
    has_span },
  { N_ ("One key for a square"),
    N_ ("Click the first object and press C: its two arrows become a square. Name what is new, or "
        "press Escape."),
    has_square },
  { N_ ("The diagonal"),
    N_ ("Drag from the first object to the opposite corner. Two crosses appear: two triangles, and "
        "neither needs to "
        "commute."),
    has_diagonal },
  { N_ ("What is given"),
    N_ ("Click each cross: that this triangle commutes is given. The button above says what "
        "follows: the drawing "
        "commutes."),
    is_given },
  { N_ ("A question"),
    N_ ("Does the square commute? Nobody said so. Click one of its four sides and Shift-click the "
        "other three."),
    sides_are_selected },
  { N_ ("The proof"),
    N_ ("Press W for “why”: Arrowchase proves it, and plays the proof as a chase."), is_played },
  { N_ ("On to the paper"),
    N_ ("Press Ctrl+E and export your square: square.svg for the web, square.tex for LaTeX."),
    is_exported },
};

guint
chase_tour_get_n_steps (void)
{
  return G_N_ELEMENTS (steps);
}

static void
show_step (ChaseTour *tour)
{
  gboolean last = tour->step == G_N_ELEMENTS (steps);
  g_autofree char *count = NULL;

  if (last)
    {
      gtk_label_set_label (tour->count, "");
      gtk_label_set_label (tour->title, _ ("Your square is proved"));
      gtk_label_set_label (tour->words, _ ("That is all you need. Ctrl+K finds every command, F1 "
                                           "opens the help, and the gallery on the start page "
                                           "has lessons from “what is a category” to Yoneda."));
    }
  else
    {
      count = g_strdup_printf (_ ("Step %u of %u"), tour->step + 1, (guint)G_N_ELEMENTS (steps));
      gtk_label_set_label (tour->count, count);
      gtk_label_set_label (tour->title, _ (steps[tour->step].title));
      gtk_label_set_label (tour->words, _ (steps[tour->step].words));
    }
  gtk_widget_set_visible (GTK_WIDGET (tour->count), !last);
  gtk_widget_set_visible (tour->skip, !last);
}

/* Goes on as far as all is done. */
static void
look (ChaseTour *tour)
{
  guint before = tour->step;

  if (tour->session == NULL || !gtk_widget_get_visible (GTK_WIDGET (tour)))
    return;
  while (tour->step < G_N_ELEMENTS (steps) && steps[tour->step].is_done (tour))
    tour->step++;
  if (tour->step != before)
    show_step (tour);
}

static void
let_go (ChaseTour *tour)
{
  for (guint i = 0; tour->session != NULL && i < G_N_ELEMENTS (tour->handlers); i++)
    g_clear_signal_handler (&tour->handlers[i], tour->session);
  if (tour->player != NULL)
    g_clear_signal_handler (&tour->played, tour->player);
  g_clear_object (&tour->player);
  g_clear_object (&tour->session);
}

void
chase_tour_follow (ChaseTour *tour, ChaseSession *session, ChasePlayer *player)
{
  let_go (tour);
  tour->session = g_object_ref (session);
  tour->player = g_object_ref (player);
  tour->handlers[0] = g_signal_connect_swapped (session, "judged", G_CALLBACK (look), tour);
  tour->handlers[1] = g_signal_connect_swapped (session, "selected", G_CALLBACK (look), tour);
  tour->played = g_signal_connect_swapped (player, "notify::visible", G_CALLBACK (look), tour);
  look (tour);
}

void
chase_tour_exported (ChaseTour *tour)
{
  tour->exported = tour->step == G_N_ELEMENTS (steps) - 1;
  look (tour);
}

void
chase_tour_start (ChaseTour *tour)
{
  chase_settings_set (GROUP, KEY, "true");
  tour->step = 0;
  tour->exported = FALSE;
  show_step (tour);
  gtk_widget_set_visible (GTK_WIDGET (tour), TRUE);
  look (tour);
}

void
chase_tour_stop (ChaseTour *tour)
{
  gtk_widget_set_visible (GTK_WIDGET (tour), FALSE);
}

guint
chase_tour_get_step (ChaseTour *tour)
{
  return tour->step;
}

gboolean
chase_tour_is_known (void)
{
  g_autofree char *known = chase_settings_get (GROUP, KEY);

  return known != NULL;
}

/* For whoever has seen it, or cannot do it. */
static void
skip (ChaseTour *tour)
{
  tour->step++;
  show_step (tour);
  look (tour);
}

static GtkLabel *
new_label (GtkWidget *box, const char *class)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
chase_tour_dispose (GObject *object)
{
  ChaseTour *tour = CHASE_TOUR (object);

  let_go (tour);
  g_clear_pointer (&tour->box, gtk_widget_unparent);
  G_OBJECT_CLASS (chase_tour_parent_class)->dispose (object);
}

static void
chase_tour_class_init (ChaseTourClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = chase_tour_dispose;
  gtk_widget_class_set_css_name (widget_class, "tour");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
chase_tour_init (ChaseTour *tour)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  tour->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_parent (tour->box, GTK_WIDGET (tour));
  gtk_widget_set_hexpand (words, TRUE);
  tour->count = new_label (words, "caption");
  tour->title = new_label (words, "heading");
  tour->words = new_label (words, NULL);
  gtk_box_append (GTK_BOX (tour->box), words);
  tour->skip = gtk_button_new_with_mnemonic (_ ("_Skip"));
  gtk_widget_set_valign (tour->skip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (tour->skip, "flat");
  g_signal_connect_swapped (tour->skip, "clicked", G_CALLBACK (skip), tour);
  gtk_box_append (GTK_BOX (tour->box), tour->skip);
  gtk_widget_set_valign (close, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (close, "flat");
  chase_set_tooltip (close, _ ("End the tour"));
  g_signal_connect_swapped (close, "clicked", G_CALLBACK (chase_tour_stop), tour);
  gtk_box_append (GTK_BOX (tour->box), close);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tour), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tour"),
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (tour), FALSE);
}
