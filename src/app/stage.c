/* SPDX-License-Identifier: MIT */
#include "app/stage-private.h"

#include <string.h>

#define CAMERA_SECONDS 0.9
#define VEIL_SECONDS 0.35
/* The least around a picture, as parts of the view's height: at its sides, and above and below. */
#define BESIDE 0.08
/* What runs around a picture reaches this far out of it at least, in its own units. */
#define RUN 10.0
#define MARGIN 0.12
/* Pixels that words (of their least size) and buttons take: the title above; the bar below, words
 * that a motion or a question has over it; and the largest size of a small picture. */
#define TITLE 82.0
#define BAR 84.0
#define CAPTION 64.0
#define QUESTION 120.0
#define MOST 4.2
#define LEAST_ZOOM 0.2
#define MOST_ZOOM 30.0

enum
{
  SIGNAL_MOVED,
  SIGNAL_ARRIVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ChaseStage, chase_stage, GTK_TYPE_WIDGET)

static gboolean
is_still (ChaseStage *stage)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (stage)), "gtk-enable-animations", &enabled,
                NULL);
  return !enabled;
}

static double
width_of (ChaseStage *stage)
{
  return gtk_widget_get_width (GTK_WIDGET (stage));
}

static double
height_of (ChaseStage *stage)
{
  return gtk_widget_get_height (GTK_WIDGET (stage));
}

static gboolean
advance_change (ChaseStage *stage, double seconds)
{
  if (stage->change == NULL)
    return FALSE;
  stage->change_t += seconds / chase_motion_get_seconds (stage->change);
  if (stage->change_t < 1)
    return TRUE;
  g_clear_pointer (&stage->change, chase_motion_free);
  return FALSE;
}

static gboolean
advance_motion (ChaseStage *stage, double seconds)
{
  if (!stage->playing)
    return FALSE;
  stage->t += (stage->backwards ? -1 : 1) * stage->speed * seconds
              / chase_motion_get_seconds (stage->motion);
  stage->t = CLAMP (stage->t, 0, 1);
  stage->playing = stage->backwards ? stage->t > 0 : stage->t < 1;
  g_signal_emit (stage, signals[SIGNAL_MOVED], 0);
  if (!stage->playing)
    g_signal_emit (stage, signals[SIGNAL_ARRIVED], 0);
  return stage->playing;
}

static gboolean
advance_camera (ChaseStage *stage, double seconds)
{
  if (stage->camera_t >= 1)
    return FALSE;
  stage->camera_t = MIN (1, stage->camera_t + seconds / CAMERA_SECONDS);
  stage->camera = chase_camera_mix (&stage->from, &stage->to, chase_ease (stage->camera_t));
  return stage->camera_t < 1;
}

static gboolean
advance_veil (ChaseStage *stage, double seconds)
{
  stage->veil = MAX (0, stage->veil - seconds / VEIL_SECONDS);
  return stage->veil > 0;
}

static gboolean
tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ChaseStage *stage = CHASE_STAGE (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  /* After a pause the first frame counts as one of sixty. */
  double seconds = stage->last_frame > 0 ? MIN ((now - stage->last_frame) / 1e6, 0.1) : 1 / 60.0;
  gboolean busy = FALSE;

  stage->last_frame = now;
  busy |= advance_change (stage, seconds);
  busy |= advance_motion (stage, seconds);
  busy |= advance_camera (stage, seconds);
  busy |= advance_veil (stage, seconds);
  busy |= chase_stage_fade_strokes (stage, g_get_monotonic_time ());
  gtk_widget_queue_draw (widget);
  if (busy)
    return G_SOURCE_CONTINUE;
  stage->tick = 0;
  return G_SOURCE_REMOVE;
}

void
chase_stage_wake (ChaseStage *stage)
{
  gtk_widget_queue_draw (GTK_WIDGET (stage));
  if (stage->tick != 0)
    return;
  stage->last_frame = 0;
  stage->tick = gtk_widget_add_tick_callback (GTK_WIDGET (stage), tick, NULL, NULL);
}

static void
forget (ChaseStage *stage)
{
  g_clear_pointer (&stage->change, chase_motion_free);
  g_clear_pointer (&stage->motion, chase_motion_free);
  stage->playing = FALSE;
  stage->backwards = FALSE;
  stage->t = 0;
}

void
chase_stage_set_scene (ChaseStage *stage, ChaseScene *scene)
{
  forget (stage);
  chase_scene_ref (scene);
  chase_scene_unref (stage->scene);
  stage->scene = scene;
  chase_stage_wake (stage);
}

void
chase_stage_veil (ChaseStage *stage)
{
  stage->veil = is_still (stage) ? 0 : 1;
  chase_stage_wake (stage);
}

ChaseScene *
chase_stage_get_scene (ChaseStage *stage)
{
  return stage->scene;
}

void
chase_stage_change (ChaseStage *stage, ChaseMotion *motion)
{
  chase_stage_set_scene (stage, chase_motion_get_last (motion));
  if (is_still (stage))
    {
      chase_motion_free (motion);
      return;
    }
  stage->change = motion;
  stage->change_t = 0;
  chase_stage_wake (stage);
}

void
chase_stage_play (ChaseStage *stage, ChaseMotion *motion)
{
  chase_stage_set_scene (stage, chase_motion_get_last (motion));
  stage->motion = motion;
  stage->playing = !is_still (stage);
  g_signal_emit (stage, signals[SIGNAL_MOVED], 0);
  chase_stage_wake (stage);
}

ChaseMotion *
chase_stage_get_motion (ChaseStage *stage)
{
  return stage->motion;
}

void
chase_stage_set_playing (ChaseStage *stage, gboolean playing)
{
  if (stage->motion == NULL)
    return;
  if (playing && (stage->backwards ? stage->t <= 0 : stage->t >= 1))
    {
      stage->t = 0;
      stage->backwards = FALSE;
    }
  stage->playing = playing;
  g_signal_emit (stage, signals[SIGNAL_MOVED], 0);
  chase_stage_wake (stage);
}

void
chase_stage_turn_back (ChaseStage *stage)
{
  if (stage->motion == NULL)
    return;
  stage->backwards = TRUE;
  stage->playing = !is_still (stage);
  if (!stage->playing)
    stage->t = 0;
  g_signal_emit (stage, signals[SIGNAL_MOVED], 0);
  chase_stage_wake (stage);
}

gboolean
chase_stage_is_playing (ChaseStage *stage)
{
  return stage->playing;
}

void
chase_stage_scrub (ChaseStage *stage, double t)
{
  if (stage->motion == NULL)
    return;
  stage->playing = FALSE;
  stage->t = CLAMP (t, 0, 1);
  g_signal_emit (stage, signals[SIGNAL_MOVED], 0);
  chase_stage_wake (stage);
}

double
chase_stage_get_time (ChaseStage *stage)
{
  return stage->t;
}

void
chase_stage_set_speed (ChaseStage *stage, double speed)
{
  stage->speed = speed;
}

void
chase_stage_stop (ChaseStage *stage, ChaseScene *scene)
{
  chase_stage_set_scene (stage, scene);
  g_signal_emit (stage, signals[SIGNAL_MOVED], 0);
}

/* Goes to @camera, gently where it was somewhere already. */
static void
go_to (ChaseStage *stage, const ChaseCamera *camera, gboolean at_once)
{
  stage->to = *camera;
  if (at_once || !stage->placed || is_still (stage))
    {
      stage->camera = *camera;
      stage->camera_t = 1;
    }
  else
    {
      stage->from = stage->camera;
      stage->camera_t = 0;
    }
  stage->placed = TRUE;
  chase_stage_wake (stage);
}

/* Is what moves told in words, or will it be? */
static gboolean
is_told (ChaseStage *stage)
{
  return stage->has_room
         || (stage->motion != NULL && chase_motion_get_caption (stage->motion, 1) != NULL);
}

/* Below a picture: what stands there now. */
static double
below (ChaseStage *stage)
{
  if (stage->motion == NULL && stage->asked != NULL)
    return BAR + QUESTION;
  return is_told (stage) ? BAR + stage->words * CAPTION : BAR;
}

/* Do elements run above the picture? Then the picture itself is far enough from the title. */
static gboolean
has_room_above (ChaseStage *stage)
{
  return stage->has_room && stage->room.y < chase_scene_get_bounds (stage->scene).y - RUN;
}

static double
above (ChaseStage *stage, double least)
{
  return has_room_above (stage) ? stage->words * TITLE : MAX (stage->words * TITLE, least);
}

static ChaseCamera
find_camera (ChaseStage *stage, double width, double height)
{
  double margin = BESIDE * height, least = MARGIN * height, most = MOST * height / 1000;
  double top = above (stage, least) - margin;
  double bottom = MAX (stage->words > 0 ? below (stage) : 0, least) - margin;
  const guint32 *fresh
      = stage->fresh != NULL ? (const guint32 *)(gpointer)stage->fresh->data : NULL;
  ChaseCamera camera;

  if (stage->motion != NULL || stage->has_room)
    {
      ChaseRect bounds
          = stage->motion != NULL ? chase_motion_get_bounds (stage->motion) : stage->room;

      if (stage->has_room)
        chase_rect_join (&bounds, &stage->room);
      camera = chase_camera_on (&bounds, width, height - top - bottom, margin, most);
    }
  else
    camera = chase_camera_towards (stage->scene, fresh, fresh != NULL ? stage->fresh->len : 0,
                                   width, height - top - bottom, margin, most);
  camera.centre.y += (bottom - top) / 2 / camera.scale;
  return camera;
}

void
chase_stage_set_words (ChaseStage *stage, double words)
{
  stage->words = words;
}

gboolean
chase_stage_set_room (ChaseStage *stage, const ChaseRect *room)
{
  gboolean same = room == NULL ? !stage->has_room
                               : stage->has_room && memcmp (room, &stage->room, sizeof *room) == 0;

  stage->has_room = room != NULL;
  if (room != NULL)
    stage->room = *room;
  return !same;
}

void
chase_stage_look (ChaseStage *stage, const GArray *fresh, gboolean at_once)
{
  ChaseCamera camera;

  g_clear_pointer (&stage->fresh, g_array_unref);
  stage->fresh = fresh != NULL ? g_array_copy ((GArray *)fresh) : NULL;
  stage->zoomed = FALSE;
  if (stage->scene == NULL || width_of (stage) == 0)
    {
      stage->placed = FALSE;
      return;
    }
  camera = find_camera (stage, width_of (stage), height_of (stage));
  go_to (stage, &camera, at_once);
}

void
chase_stage_look_at (ChaseStage *stage, const ChaseRect *rect)
{
  ChaseCamera camera = chase_camera_on (rect, width_of (stage), height_of (stage),
                                        MARGIN * height_of (stage), MOST_ZOOM);

  stage->zoomed = TRUE;
  go_to (stage, &camera, FALSE);
}

void
chase_stage_zoom (ChaseStage *stage, double x, double y, double factor)
{
  ChaseCamera camera
      = chase_camera_zoom (&stage->camera, width_of (stage), height_of (stage), x, y, factor);

  if (camera.scale < LEAST_ZOOM || camera.scale > MOST_ZOOM)
    return;
  stage->zoomed = TRUE;
  go_to (stage, &camera, TRUE);
}

void
chase_stage_hold (ChaseStage *stage, const ChasePoint *grip, double x, double y, double scale)
{
  ChaseCamera camera = { stage->camera.centre, CLAMP (scale, LEAST_ZOOM, MOST_ZOOM) };
  ChasePoint at = chase_camera_to_scene (&camera, width_of (stage), height_of (stage), x, y);

  camera.centre.x += grip->x - at.x;
  camera.centre.y += grip->y - at.y;
  stage->zoomed = TRUE;
  go_to (stage, &camera, TRUE);
}

gboolean
chase_stage_is_zoomed (ChaseStage *stage)
{
  return stage->zoomed;
}

ChasePoint
chase_stage_to_scene (ChaseStage *stage, double x, double y)
{
  return chase_camera_to_scene (&stage->camera, width_of (stage), height_of (stage), x, y);
}

ChaseCamera
chase_stage_get_camera (ChaseStage *stage)
{
  return stage->camera;
}

void
chase_stage_set_black (ChaseStage *stage, gboolean black)
{
  stage->black = black;
  gtk_widget_queue_draw (GTK_WIDGET (stage));
}

gboolean
chase_stage_get_black (ChaseStage *stage)
{
  return stage->black;
}

void
chase_stage_set_asked (ChaseStage *stage, const GArray *cells)
{
  g_clear_pointer (&stage->asked, g_array_unref);
  stage->asked = cells != NULL ? g_array_copy ((GArray *)cells) : NULL;
  gtk_widget_queue_draw (GTK_WIDGET (stage));
}

double
chase_stage_take_frames (ChaseStage *stage, guint *n)
{
  double longest = stage->longest;

  if (n != NULL)
    *n = stage->n_frames;
  stage->longest = 0;
  stage->n_frames = 0;
  return longest;
}

static void
chase_stage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ChaseStage *stage = CHASE_STAGE (widget);

  if (stage->scene == NULL || width == 0 || height == 0 || stage->zoomed)
    return;
  stage->camera = stage->to = find_camera (stage, width, height);
  stage->camera_t = 1;
  stage->placed = TRUE;
}

static void
chase_stage_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ChaseStage *stage = CHASE_STAGE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gint64 start = g_get_monotonic_time ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  chase_stage_draw (stage, cr, width, height);
  cairo_destroy (cr);
  stage->n_frames++;
  stage->longest = MAX (stage->longest, (g_get_monotonic_time () - start) / 1000.0);
}

static void
chase_stage_dispose (GObject *object)
{
  ChaseStage *stage = CHASE_STAGE (object);

  if (stage->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (stage), stage->tick);
  stage->tick = 0;
  forget (stage);
  g_clear_pointer (&stage->scene, chase_scene_unref);
  g_clear_pointer (&stage->fresh, g_array_unref);
  g_clear_pointer (&stage->asked, g_array_unref);
  g_clear_pointer (&stage->strokes, g_ptr_array_unref);
  G_OBJECT_CLASS (chase_stage_parent_class)->dispose (object);
}

static void
chase_stage_class_init (ChaseStageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = chase_stage_dispose;
  widget_class->snapshot = chase_stage_snapshot;
  widget_class->size_allocate = chase_stage_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "stage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ARRIVED] = g_signal_new ("arrived", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
chase_stage_init (ChaseStage *stage)
{
  stage->speed = 1;
  stage->camera_t = 1;
  gtk_widget_set_hexpand (GTK_WIDGET (stage), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (stage), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (stage), GTK_OVERFLOW_HIDDEN);
  chase_stage_add_tools (stage);
}

GtkWidget *
chase_stage_new (void)
{
  return g_object_new (CHASE_TYPE_STAGE, NULL);
}
