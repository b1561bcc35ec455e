/* SPDX-License-Identifier: MIT */
#include "app/start.h"

#include "app/button-names.h"
#include "app/gallery.h"
#include "app/swatch.h"
#include "app/tour.h"
#include "model/diagram.h"
#include "typeset/typeset.h"

#define PICTURE_WIDTH 204
#define PICTURE_HEIGHT 128
#define MOST_SCALE 0.8
/* So many fill a window. */
#define FIRST_CHAPTERS 2

/* What is shown of one document. */
typedef struct
{
  const ChaseLesson *lesson;
  GtkWidget *child; /* of its chapter's flow box */
  ChaseSwatch *picture;
} Card;

struct _ChaseStart
{
  GtkWidget parent;
  GtkWidget *scroller;
  GtkWidget *search;
  GtkBox *chapters;
  GtkWidget *nothing;
  GtkWidget *newcomer;
  GPtrArray *gallery; /* of ChaseChapter; NULL until it is filled */
  GArray *cards;      /* of Card, in reading order */
  ChaseFonts *fonts;
  guint n_chapters; /* that have their cards */
  guint n_drawn;
  guint drawing; /* the source that adds the others and draws the pictures, or 0 */
};

G_DEFINE_FINAL_TYPE (ChaseStart, chase_start, GTK_TYPE_WIDGET)

/* The first drawing of the document. */
static ChaseDiagram *
picture_of (const ChaseLesson *lesson)
{
  g_autoptr (ChaseDocument) document = chase_lesson_read (lesson);

  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      ChaseItem *item = chase_document_get_item (document, i);

      if (item->kind == CHASE_ITEM_DIAGRAM && item->view == CHASE_VIEW_NONE)
        return chase_diagram_new (document, item, NULL);
    }
  return NULL;
}

static void
card_activated (GtkFlowBox *box, GtkFlowBoxChild *child, ChaseStart *start)
{
  for (guint i = 0; i < start->cards->len; i++)
    {
      const Card *card = &g_array_index (start->cards, Card, i);

      if (card->child == GTK_WIDGET (child))
        gtk_widget_activate_action (GTK_WIDGET (start), "win.open-lesson", "s", card->lesson->name);
    }
}

static GtkWidget *
label_new (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
add_card (ChaseStart *start, const ChaseLesson *lesson, ChaseFonts *fonts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *picture = chase_swatch_new (NULL, fonts, PICTURE_WIDTH, PICTURE_HEIGHT);
  GtkWidget *title = label_new (lesson->title, "card-title");
  GtkWidget *child = gtk_flow_box_child_new ();
  Card card = { lesson, child, CHASE_SWATCH (picture) };

  gtk_label_set_max_width_chars (GTK_LABEL (title), 22);
  gtk_label_set_lines (GTK_LABEL (title), 3);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_vexpand (title, TRUE);
  gtk_widget_set_valign (title, GTK_ALIGN_START);
  chase_set_tooltip (child, lesson->title);
  chase_swatch_set_most_scale (CHASE_SWATCH (picture), MOST_SCALE);
  gtk_widget_add_css_class (picture, "card-picture");
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), title);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "activatable");
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  lesson->title, -1);
  g_array_append_val (start->cards, card);
  return child;
}

static void
add_chapter (ChaseStart *start, const ChaseChapter *chapter, guint number, ChaseFonts *fonts)
{
  g_autofree char *heading = g_strdup_printf ("%u  %s", number, chapter->title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *cards = gtk_flow_box_new ();

  gtk_box_append (GTK_BOX (box), label_new (heading, "title-3"));
  if (chapter->note != NULL)
    gtk_box_append (GTK_BOX (box), label_new (chapter->note, "dim-label"));
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (cards), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (cards), TRUE);
  gtk_widget_set_valign (cards, GTK_ALIGN_START);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (cards), 1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (cards), 5);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (cards), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (cards), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cards), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  chapter->title, -1);
  g_signal_connect_object (cards, "child-activated", G_CALLBACK (card_activated), start, 0);
  for (guint i = 0; i < chapter->lessons->len; i++)
    gtk_flow_box_insert (GTK_FLOW_BOX (cards),
                         add_card (start, g_ptr_array_index (chapter->lessons, i), fonts), -1);
  gtk_box_append (GTK_BOX (box), cards);
  gtk_box_append (start->chapters, box);
}

/* Adds the cards of @n more chapters, as far as there are as many. */
static void
add_chapters (ChaseStart *start, guint n)
{
  for (; n > 0 && start->n_chapters < start->gallery->len; n--)
    {
      const ChaseChapter *chapter = g_ptr_array_index (start->gallery, start->n_chapters);

      add_chapter (start, chapter, ++start->n_chapters, start->fonts);
    }
}

/* What is to be seen at once comes first: its pictures, then chapter by chapter the rest. */
static gboolean
draw_next (gpointer data)
{
  ChaseStart *start = data;

  if (start->n_drawn < start->cards->len)
    {
      Card *card = &g_array_index (start->cards, Card, start->n_drawn++);
      g_autoptr (ChaseDiagram) diagram = picture_of (card->lesson);

      chase_swatch_set_diagram (card->picture, diagram);
    }
  else
    add_chapters (start, 1);
  if (start->n_drawn < start->cards->len || start->n_chapters < start->gallery->len)
    return G_SOURCE_CONTINUE;
  start->drawing = 0;
  return G_SOURCE_REMOVE;
}

void
chase_start_fill (ChaseStart *start, ChaseFonts *fonts)
{
  gtk_widget_set_visible (start->newcomer, !chase_tour_is_known ());
  if (start->gallery != NULL)
    return;
  start->gallery = chase_gallery_load ();
  start->fonts = chase_fonts_ref (fonts);
  add_chapters (start, FIRST_CHAPTERS);
  start->drawing = g_idle_add_full (G_PRIORITY_LOW, draw_next, start, NULL);
}

/* A chapter without a document that is wanted is not shown either. */
static void
show_chapters (ChaseStart *start)
{
  gboolean any = FALSE;
  guint at = 0, chapter = 0;

  for (GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (start->chapters)); box != NULL;
       box = gtk_widget_get_next_sibling (box))
    {
      const ChaseChapter *told = g_ptr_array_index (start->gallery, chapter++);
      gboolean here = FALSE;

      for (guint i = 0; i < told->lessons->len; i++)
        here |= gtk_widget_get_visible (g_array_index (start->cards, Card, at++).child);
      gtk_widget_set_visible (box, here);
      any |= here;
    }
  gtk_widget_set_visible (start->nothing, !any);
}

void
chase_start_search (ChaseStart *start, const char *query)
{
  if (start->gallery == NULL)
    return;
  add_chapters (start, start->gallery->len);
  for (guint i = 0; i < start->cards->len; i++)
    {
      const Card *card = &g_array_index (start->cards, Card, i);

      gtk_widget_set_visible (card->child, chase_lesson_matches (card->lesson, query));
    }
  show_chapters (start);
}

static void
searched (GtkSearchEntry *entry, ChaseStart *start)
{
  chase_start_search (start, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

/* Opens the first that is found. */
static void
search_activated (GtkSearchEntry *entry, ChaseStart *start)
{
  chase_start_search (start, gtk_editable_get_text (GTK_EDITABLE (entry)));
  for (guint i = 0; start->gallery != NULL && i < start->cards->len; i++)
    {
      const Card *card = &g_array_index (start->cards, Card, i);

      if (!gtk_widget_get_visible (card->child))
        continue;
      gtk_widget_activate_action (GTK_WIDGET (start), "win.open-lesson", "s", card->lesson->name);
      return;
    }
}

/* Escape: first the words go, then the page. */
static void
search_stopped (GtkSearchEntry *entry, ChaseStart *start)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (start), "win.start", NULL);
}

static gboolean
chase_start_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CHASE_START (widget)->search);
}

static void
chase_start_dispose (GObject *object)
{
  ChaseStart *start = CHASE_START (object);

  g_clear_handle_id (&start->drawing, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (start), CHASE_TYPE_START);
  G_OBJECT_CLASS (chase_start_parent_class)->dispose (object);
}

static void
chase_start_finalize (GObject *object)
{
  ChaseStart *start = CHASE_START (object);

  g_array_unref (start->cards);
  g_clear_pointer (&start->fonts, chase_fonts_unref);
  g_clear_pointer (&start->gallery, g_ptr_array_unref);
  G_OBJECT_CLASS (chase_start_parent_class)->finalize (object);
}

static void
chase_start_class_init (ChaseStartClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = chase_start_dispose;
  G_OBJECT_CLASS (class)->finalize = chase_start_finalize;
  widget_class->grab_focus = chase_start_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "start");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/arrowchase/Arrowchase/start.ui");
  gtk_widget_class_bind_template_child (widget_class, ChaseStart, scroller);
  gtk_widget_class_bind_template_child (widget_class, ChaseStart, search);
  gtk_widget_class_bind_template_child (widget_class, ChaseStart, chapters);
  gtk_widget_class_bind_template_child (widget_class, ChaseStart, nothing);
  gtk_widget_class_bind_template_child (widget_class, ChaseStart, newcomer);
  gtk_widget_class_bind_template_callback (widget_class, searched);
  gtk_widget_class_bind_template_callback (widget_class, search_activated);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped);
}

static void
chase_start_init (ChaseStart *start)
{
  start->cards = g_array_new (FALSE, FALSE, sizeof (Card));
  gtk_widget_init_template (GTK_WIDGET (start));
}
