/* SPDX-License-Identifier: MIT */
#include "app/player.h"

#include "app/button-names.h"
#include "app/path-words.h"
#include "engine/view.h"

#include <glib/gi18n.h>

#define SECONDS_A_STEP 1.4

struct _ChasePlayer
{
  GtkWidget parent;
  GtkWidget *box;
  GtkWidget *path;
  GtkWidget *sentence;
  GtkWidget *count;
  GtkWidget *play;
  ChaseCanvas *canvas;
  ChaseVerdicts *verdicts;
  guint face;
  guint place;
  guint timer;
};

G_DEFINE_FINAL_TYPE (ChasePlayer, chase_player, GTK_TYPE_WIDGET)

static const ChaseFaceVerdict *
face_of (ChasePlayer *player)
{
  return chase_verdicts_face (player->verdicts, player->face);
}

static const ChaseProof *
proof_of (ChasePlayer *player)
{
  return &face_of (player)->evidence->proof;
}

/* By the labels of what is drawn. */
static char *
path_words (ChasePlayer *player, guint32 source, ChaseWord word)
{
  ChaseSession *session = chase_canvas_get_session (player->canvas);

  return chase_path_by_labels (player->verdicts, chase_session_get_diagram (session),
                               chase_canvas_get_labels (player->canvas), source, word);
}

static char *
tell_equation (ChasePlayer *player, const ChaseStep *step)
{
  ChasePresentation *p = player->verdicts->shape->presentation;
  const ChaseEquation *equation = chase_presentation_equation (p, step->number);
  const ChaseWord *from = step->reverse ? &equation->right : &equation->left;
  const ChaseWord *to = step->reverse ? &equation->left : &equation->right;
  g_autofree char *left = path_words (player, equation->source, *from);
  g_autofree char *right = path_words (player, equation->source, *to);

  if (equation->name != NULL)
    return g_strdup_printf (_ ("%s becomes %s, by %s"), left, right, equation->name);
  return g_strdup_printf (_ ("%s becomes %s: that is given"), left, right);
}

static char *
tell_step (ChasePlayer *player, const ChaseStep *step)
{
  g_autofree char *name = NULL;

  if (step->kind == CHASE_STEP_EQUATION)
    return tell_equation (player, step);
  name = path_words (player, 0, (ChaseWord){ &step->number, 1 });
  switch (step->kind)
    {
    case CHASE_STEP_INVERSE:
      return g_strdup_printf (
          step->reverse ? _ ("%s and its inverse appear") : _ ("%s and its inverse cancel"), name);
    case CHASE_STEP_IDEMPOTENT:
      return g_strdup_printf (_ ("%s twice is %s once"), name, name);
    case CHASE_STEP_CANCEL:
    default:
      return g_strdup_printf (step->side == CHASE_SIDE_LEFT
                                  ? _ ("%s is epi, so it can be cancelled on its side")
                                  : _ ("%s is mono, so it can be cancelled on its side"),
                              name);
    }
}

/* The path that the proof has come to. */
static ChaseWord
word_of (ChasePlayer *player)
{
  const ChaseProof *proof = proof_of (player);

  return player->place > 0 ? proof->steps[player->place - 1].path : proof->start;
}

static gboolean
contains (const GArray *cells, guint32 cell)
{
  for (guint i = 0; i < cells->len; i++)
    if (g_array_index (cells, guint32, i) == cell)
      return TRUE;
  return FALSE;
}

/* The path lights up, and what has just taken another's place glows. Where the drawing does not
 * show what it came from, or what it becomes, it lights up alone. */
static void
light (ChasePlayer *player)
{
  const ChaseProof *proof = proof_of (player);
  const ChaseShape *shape = player->verdicts->shape;
  const guint32 *cells = player->verdicts->cells;
  guint32 source = face_of (player)->source;
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) fresh = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint step = player->place > 0 ? player->place - 1 : 0;
  GArray *path = player->place > 0 ? after : before;
  gboolean shown = proof->n_steps > 0
                   && chase_view_proof_step (shape, cells, proof, step, source, before, after);

  if (!shown)
    chase_view_path (shape, cells, word_of (player), source, path);
  for (guint i = 0; shown && path == after && i < after->len; i++)
    if (!contains (before, g_array_index (after, guint32, i)))
      g_array_append_val (fresh, g_array_index (after, guint32, i));
  chase_canvas_set_chase (player->canvas, path, fresh);
}

static void
show_place (ChasePlayer *player)
{
  const ChaseProof *proof = proof_of (player);
  const ChaseStep *step = player->place > 0 ? &proof->steps[player->place - 1] : NULL;
  g_autofree char *path = path_words (player, face_of (player)->source, word_of (player));
  g_autofree char *sentence
      = step != NULL ? tell_step (player, step) : g_strdup (_ ("Start with one way round"));
  g_autofree char *count = g_strdup_printf ("%u / %u", player->place, proof->n_steps);
  g_autofree char *spoken = g_strdup_printf ("%s. %s", path, sentence);

  gtk_label_set_label (GTK_LABEL (player->path), path);
  gtk_label_set_label (GTK_LABEL (player->sentence), sentence);
  gtk_label_set_label (GTK_LABEL (player->count), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (player), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  spoken, -1);
  light (player);
}

static void
pause_playing (ChasePlayer *player)
{
  g_clear_handle_id (&player->timer, g_source_remove);
  gtk_button_set_icon_name (GTK_BUTTON (player->play), "media-playback-start-symbolic");
}

static void
go_to (ChasePlayer *player, int place)
{
  player->place = (guint)CLAMP (place, 0, (int)proof_of (player)->n_steps);
  show_place (player);
}

void
chase_player_step (ChasePlayer *player, int by)
{
  if (player->verdicts != NULL)
    go_to (player, (int)player->place + by);
}

guint
chase_player_get_place (ChasePlayer *player)
{
  return player->place;
}

static gboolean
tick (gpointer data)
{
  ChasePlayer *player = data;

  chase_player_step (player, 1);
  if (player->place < proof_of (player)->n_steps)
    return G_SOURCE_CONTINUE;
  player->timer = 0;
  pause_playing (player);
  return G_SOURCE_REMOVE;
}

static void
play_clicked (ChasePlayer *player)
{
  if (player->timer != 0)
    {
      pause_playing (player);
      return;
    }
  if (player->place == proof_of (player)->n_steps)
    chase_player_step (player, -(int)player->place);
  player->timer = g_timeout_add ((guint)(1000 * SECONDS_A_STEP), tick, player);
  gtk_button_set_icon_name (GTK_BUTTON (player->play), "media-playback-pause-symbolic");
}

static void
back_clicked (ChasePlayer *player)
{
  pause_playing (player);
  chase_player_step (player, -1);
}

static void
forward_clicked (ChasePlayer *player)
{
  pause_playing (player);
  chase_player_step (player, 1);
}

gboolean
chase_player_start (ChasePlayer *player, ChaseVerdicts *verdicts, guint face)
{
  const ChaseFaceVerdict *found = chase_verdicts_face (verdicts, face);

  if (found == NULL || found->evidence == NULL || found->evidence->kind != CHASE_EVIDENCE_PROOF
      || verdicts->shape == NULL)
    return FALSE;
  chase_player_stop (player);
  player->verdicts = chase_verdicts_ref (verdicts);
  player->face = face;
  player->place = 0;
  gtk_widget_set_visible (GTK_WIDGET (player), TRUE);
  show_place (player);
  return TRUE;
}

void
chase_player_stop (ChasePlayer *player)
{
  if (player->verdicts == NULL)
    return;
  pause_playing (player);
  g_clear_pointer (&player->verdicts, chase_verdicts_unref);
  chase_canvas_set_chase (player->canvas, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (player), FALSE);
}

/* The keys of what plays videos, and of a presentation. */
static gboolean
steer (ChasePlayer *player, guint key)
{
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Page_Up:
      back_clicked (player);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Page_Down:
      forward_clicked (player);
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_End:
      pause_playing (player);
      go_to (player, key == GDK_KEY_Home ? 0 : G_MAXINT);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
             ChasePlayer *player)
{
  GtkWidget *canvas = GTK_WIDGET (player->canvas);

  if (player->verdicts == NULL
      || (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  /* Escape closes what came last, before it leaves what is selected. */
  if (key == GDK_KEY_Escape)
    {
      chase_player_stop (player);
      return GDK_EVENT_STOP;
    }
  if (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)) == canvas)
    {
      if (!gtk_widget_has_focus (canvas)) /* a label is typed in it */
        return GDK_EVENT_PROPAGATE;
      if (key == GDK_KEY_space) /* anywhere else it presses a button */
        {
          play_clicked (player);
          return GDK_EVENT_STOP;
        }
    }
  return steer (player, key);
}

static void
add_keys (ChasePlayer *player, GtkWidget *widget)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed), player, 0);
  gtk_widget_add_controller (widget, keys);
}

void
chase_player_set_canvas (ChasePlayer *player, ChaseCanvas *canvas)
{
  player->canvas = canvas;
  /* Of the canvas's own controllers, the one that was added last is asked first. */
  add_keys (player, GTK_WIDGET (canvas));
}

static GtkWidget *
add_button (ChasePlayer *player, const char *icon, const char *title, guint key, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *accel = gtk_accelerator_get_label (key, 0);
  g_autofree char *tooltip = g_strdup_printf ("%s (%s)", title, accel);

  gtk_widget_add_css_class (button, "flat");
  chase_set_tooltip (button, tooltip);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", clicked, player);
  gtk_box_append (GTK_BOX (player->box), button);
  return button;
}

static void
chase_player_dispose (GObject *object)
{
  ChasePlayer *player = CHASE_PLAYER (object);

  g_clear_handle_id (&player->timer, g_source_remove);
  g_clear_pointer (&player->verdicts, chase_verdicts_unref);
  g_clear_pointer (&player->box, gtk_widget_unparent);
  G_OBJECT_CLASS (chase_player_parent_class)->dispose (object);
}

static void
chase_player_class_init (ChasePlayerClass *class)
{
  G_OBJECT_CLASS (class)->dispose = chase_player_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "player");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_STATUS);
}

static GtkWidget *
new_label (const char *style)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
chase_player_init (ChasePlayer *player)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  player->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  player->path = new_label ("heading");
  player->sentence = new_label ("dim-label");
  player->count = new_label ("numeric");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), player->path);
  gtk_box_append (GTK_BOX (words), player->sentence);
  gtk_box_append (GTK_BOX (player->box), words);
  gtk_box_append (GTK_BOX (player->box), player->count);
  add_button (player, "go-previous-symbolic", _ ("One Step Back"), GDK_KEY_Left,
              G_CALLBACK (back_clicked));
  player->play = add_button (player, "media-playback-start-symbolic", _ ("Play the Proof"),
                             GDK_KEY_space, G_CALLBACK (play_clicked));
  add_button (player, "go-next-symbolic", _ ("One Step On"), GDK_KEY_Right,
              G_CALLBACK (forward_clicked));
  add_button (player, "window-close-symbolic", _ ("Close"), GDK_KEY_Escape,
              G_CALLBACK (chase_player_stop));
  add_keys (player, GTK_WIDGET (player));
  gtk_widget_set_parent (player->box, GTK_WIDGET (player));
  gtk_widget_set_visible (GTK_WIDGET (player), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (player), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Proof"), -1);
}
