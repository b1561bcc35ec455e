/* SPDX-License-Identifier: MIT */
#include "drawing/motion-private.h"

static void
shelf_init (ChaseShelf *shelf, ChaseScene *scene)
{
  guint n_items = chase_scene_n_items (scene), n = scene->n_cells;
  g_autofree guint *next = NULL;

  shelf->scene = chase_scene_ref (scene);
  shelf->first = g_new0 (guint, n + 3);
  shelf->items = g_new (guint, n_items + 1);
  for (guint i = 0; i < n_items; i++)
    shelf->first[MIN (chase_scene_get_item (scene, i)->cell, n) + 1]++;
  for (guint i = 0; i <= n; i++)
    shelf->first[i + 1] += shelf->first[i];
  next = g_memdup2 (shelf->first, (n + 2) * sizeof *next);
  for (guint i = 0; i < n_items; i++)
    shelf->items[next[MIN (chase_scene_get_item (scene, i)->cell, n)]++] = i;
}

static void
shelf_clear (ChaseShelf *shelf)
{
  chase_scene_unref (shelf->scene);
  g_free (shelf->first);
  g_free (shelf->items);
}

static void
caption_clear (gpointer data)
{
  g_free (((ChaseCaption *)data)->text);
}

ChaseMotion *
chase_motion_new (ChaseScene *from, ChaseScene *to, ChaseTheme theme)
{
  ChaseMotion *motion = g_new0 (ChaseMotion, 1);

  g_return_val_if_fail (from != NULL && to != NULL, NULL);
  shelf_init (&motion->shelves[0], from);
  shelf_init (&motion->shelves[1], to);
  motion->palette = chase_palette_get (theme);
  motion->tracks = g_array_new (FALSE, FALSE, sizeof (ChaseMovingTrack));
  motion->path = g_array_new (FALSE, FALSE, sizeof (guint32));
  motion->sweeps = g_array_new (FALSE, FALSE, sizeof (ChaseSweep));
  g_array_set_clear_func (motion->sweeps, (GDestroyNotify)chase_sweep_clear);
  motion->runners = g_array_new (FALSE, FALSE, sizeof (ChaseRunner));
  g_array_set_clear_func (motion->runners, (GDestroyNotify)chase_runner_clear);
  motion->captions = g_array_new (FALSE, FALSE, sizeof (ChaseCaption));
  g_array_set_clear_func (motion->captions, caption_clear);
  motion->seconds = 1;
  return motion;
}

void
chase_motion_free (ChaseMotion *motion)
{
  if (motion == NULL)
    return;
  shelf_clear (&motion->shelves[0]);
  shelf_clear (&motion->shelves[1]);
  g_array_unref (motion->tracks);
  g_array_unref (motion->path);
  g_array_unref (motion->sweeps);
  g_array_unref (motion->runners);
  g_array_unref (motion->captions);
  g_free (motion);
}

void
chase_motion_add_track (ChaseMotion *motion, const ChaseTrack *track)
{
  ChaseMovingTrack moving = { .track = *track };

  chase_motion_prepare_track (motion, &moving);
  g_array_append_val (motion->tracks, moving);
}

static gboolean
has_items (const ChaseShelf *shelf, guint32 cell)
{
  return cell < shelf->scene->n_cells && shelf->first[cell] < shelf->first[cell + 1];
}

/* What comes waits until what moves has nearly arrived, arrows until their objects are there. */
static void
time_arrival (const ChaseMotion *motion, ChaseTrack *track, double start, double end)
{
  gboolean node = motion->shelves[1].scene->cells[track->to].kind == CHASE_SCENE_NODE;

  track->start = start + (node ? 0.1 : 0.4) * (end - start);
  track->end = node ? start + 0.6 * (end - start) : end;
}

void
chase_motion_add_all (ChaseMotion *motion, double start, double end)
{
  guint n = MAX (motion->shelves[0].scene->n_cells, motion->shelves[1].scene->n_cells);

  for (guint32 i = 0; i < n; i++)
    {
      ChaseTrack track = { CHASE_TRACK_KEEP, i, i, start, end };

      if (!has_items (&motion->shelves[0], i))
        track.from = CHASE_NO_CELL;
      if (!has_items (&motion->shelves[1], i))
        track.to = CHASE_NO_CELL;
      if (track.from == CHASE_NO_CELL && track.to != CHASE_NO_CELL)
        time_arrival (motion, &track, start, end);
      if (track.from != CHASE_NO_CELL || track.to != CHASE_NO_CELL)
        chase_motion_add_track (motion, &track);
    }
}

void
chase_motion_add_caption (ChaseMotion *motion, double start, const char *text)
{
  ChaseCaption caption = { start, g_strdup (text) };

  g_array_append_val (motion->captions, caption);
}

const char *
chase_motion_get_caption (const ChaseMotion *motion, double t)
{
  const char *text = NULL;

  for (guint i = 0; i < motion->captions->len; i++)
    if (g_array_index (motion->captions, ChaseCaption, i).start <= t + 1e-9)
      text = g_array_index (motion->captions, ChaseCaption, i).text;
  return text;
}

void
chase_motion_set_seconds (ChaseMotion *motion, double seconds)
{
  motion->seconds = seconds;
}

double
chase_motion_get_seconds (const ChaseMotion *motion)
{
  return motion->seconds;
}

double
chase_ease (double t)
{
  t = CLAMP (t, 0, 1);
  return t * t * (3 - 2 * t);
}

ChaseScene *
chase_motion_get_first (const ChaseMotion *motion)
{
  return motion->shelves[0].scene;
}

ChaseScene *
chase_motion_get_last (const ChaseMotion *motion)
{
  return motion->shelves[1].scene;
}

ChaseRect
chase_motion_get_bounds (const ChaseMotion *motion)
{
  ChaseRect bounds = motion->shelves[0].scene->bounds;

  chase_rect_join (&bounds, &motion->shelves[1].scene->bounds);
  chase_motion_join_turns (motion, &bounds);
  if (motion->runners->len > 0)
    chase_rect_join (&bounds, &motion->run_box);
  return bounds;
}

/* How far a track has come at @t: exactly 0 before it and 1 behind it. */
static double
progress (const ChaseTrack *track, double t)
{
  if (t <= track->start)
    return t >= track->end && t > 0 ? 1 : 0;
  return t >= track->end ? 1 : chase_ease ((t - track->start) / (track->end - track->start));
}

static ChaseScene *
make_scene (const ChaseMotion *motion, double t, gboolean actors)
{
  const ChaseScene *last = motion->shelves[1].scene;
  ChaseSceneBuilder builder;
  ChaseScene *scene;

  t = CLAMP (t, 0, 1);
  chase_scene_builder_init (&builder, MAX (motion->shelves[0].scene->n_cells, last->n_cells),
                            last->fonts);
  builder.actors = actors;
  for (guint i = 0; i < motion->tracks->len; i++)
    {
      const ChaseMovingTrack *moving = &g_array_index (motion->tracks, ChaseMovingTrack, i);

      chase_motion_put_track (motion, &builder, moving, progress (&moving->track, t));
    }
  chase_motion_put_rest (motion, &builder, chase_ease (t));
  chase_motion_put_chase (motion, &builder, t);
  chase_motion_put_runners (motion, &builder, t);
  scene = chase_scene_builder_finish (&builder);
  scene->paper = last->paper;
  scene->bounds = chase_motion_get_bounds (motion);
  return scene;
}

ChaseScene *
chase_motion_at (const ChaseMotion *motion, double t)
{
  return make_scene (motion, t, FALSE);
}

ChaseScene *
chase_motion_actors (const ChaseMotion *motion, double t)
{
  return make_scene (motion, t, TRUE);
}
