/* SPDX-License-Identifier: MIT */
#include "app/show-private.h"

#include <glib/gi18n.h>

static void
next (ChaseShow *show)
{
  chase_show_go_on (show);
}

static void
back (ChaseShow *show)
{
  chase_show_go_back (show);
}

static void
first (ChaseShow *show)
{
  chase_show_go_to (show, (ChasePlace){ 0, 0 });
}

static void
last (ChaseShow *show)
{
  guint slide = chase_deck_n_slides (show->deck) - 1;

  chase_show_go_to (show, (ChasePlace){ slide, chase_deck_get_slide (show->deck, slide)->last });
}

/* What is offered next on the slide; the last one is followed by the first. */
static void
start_play (ChaseShow *show)
{
  const ChaseSlide *slide = chase_deck_get_slide (show->deck, show->place.slide);
  ChaseMotion *motion;

  if (slide->tales == NULL || slide->tales->len == 0)
    return;
  show->next_play %= slide->tales->len;
  motion = chase_deck_play (show->deck, show->place.slide, show->next_play++, show->theme);
  if (motion == NULL)
    return;
  show->asked_to_play = TRUE;
  chase_stage_play (show->stage, motion);
  chase_stage_look (show->stage, NULL, FALSE);
  chase_show_update (show);
}

/* Pauses what is played, or goes on with it; what has come to its end is followed by the next, but
 * an opposite is turned back. */
static void
play (ChaseShow *show)
{
  const ChaseSlide *slide = chase_deck_get_slide (show->deck, show->place.slide);
  gboolean opposite = slide->item->view == CHASE_VIEW_OPPOSITE;

  if (chase_stage_get_motion (show->stage) == NULL)
    start_play (show);
  else if (chase_stage_get_time (show->stage) < 1)
    chase_stage_set_playing (show->stage, !chase_stage_is_playing (show->stage));
  else if (opposite)
    chase_stage_turn_back (show->stage);
  else
    start_play (show);
}

static void
replay (ChaseShow *show)
{
  if (chase_stage_get_motion (show->stage) == NULL)
    return;
  chase_stage_scrub (show->stage, 0);
  chase_stage_set_playing (show->stage, TRUE);
}

static void
verdicts (ChaseShow *show)
{
  show->verdicts = !show->verdicts;
  chase_show_stop (show);
}

static void
dark (ChaseShow *show)
{
  static const ChaseTheme other[] = { [CHASE_THEME_LIGHT] = CHASE_THEME_DARK,
                                      [CHASE_THEME_DARK] = CHASE_THEME_LIGHT,
                                      [CHASE_THEME_CONTRAST] = CHASE_THEME_DARK_CONTRAST,
                                      [CHASE_THEME_DARK_CONTRAST] = CHASE_THEME_CONTRAST };

  show->theme = other[show->theme];
  chase_show_stop (show);
}

static void
toggle_tool (ChaseShow *show, ChaseTool tool)
{
  chase_stage_set_tool (show->stage,
                        chase_stage_get_tool (show->stage) == tool ? CHASE_TOOL_NONE : tool);
  chase_show_update (show);
}

static void
pointer (ChaseShow *show)
{
  toggle_tool (show, CHASE_TOOL_POINTER);
}

static void
pen (ChaseShow *show)
{
  toggle_tool (show, CHASE_TOOL_PEN);
}

static void
wipe (ChaseShow *show)
{
  chase_stage_wipe (show->stage);
}

/* Makes @box hold the objects between the arrows of @path. */
static void
add_objects (ChaseShow *show, const GArray *path, ChaseRect *box)
{
  const ChaseSlide *slide = chase_deck_get_slide (show->deck, show->place.slide);

  for (guint i = 0; slide->diagram != NULL && i < path->len; i++)
    {
      const ChaseCell *edge
          = chase_diagram_get_cell (slide->diagram, g_array_index (path, guint32, i));
      const guint32 ends[] = { edge->source, edge->target };
      ChaseRect bounds;

      for (guint k = 0; k < G_N_ELEMENTS (ends); k++)
        if (chase_scene_cell_bounds (chase_stage_get_scene (show->stage), ends[k], &bounds))
          chase_rect_join (box, &bounds);
    }
}

/* The smallest face around a place of the scene. */
static gboolean
find_face (ChaseShow *show, ChasePoint at, ChaseRect *found)
{
  const ChaseSlide *slide = chase_deck_get_slide (show->deck, show->place.slide);
  const ChaseScene *scene = chase_stage_get_scene (show->stage);
  double least = G_MAXDOUBLE;

  for (guint i = 0; slide->faces != NULL && i < slide->faces->len; i++)
    {
      const ChaseCheckedFace *face = g_ptr_array_index (slide->faces, i);
      double area;
      ChaseRect box;

      if (!chase_scene_face_at (scene, face->left, face->right, at.x, at.y, &area, &box)
          || area >= least)
        continue;
      add_objects (show, face->left, &box);
      add_objects (show, face->right, &box);
      least = area;
      *found = box;
    }
  return least < G_MAXDOUBLE;
}

/* Into the face under the mouse, or to what lies there; and out again. */
static void
zoom (ChaseShow *show)
{
  ChasePoint pointer_at = chase_stage_get_pointer (show->stage);
  ChasePoint at = chase_stage_to_scene (show->stage, pointer_at.x, pointer_at.y);
  ChaseRect face;

  if (chase_stage_is_zoomed (show->stage))
    {
      g_autoptr (GArray) fresh = chase_deck_fresh (show->deck, &show->place);

      chase_stage_look (show->stage, fresh, FALSE);
    }
  else
    {
      if (!find_face (show, at, &face))
        face = (ChaseRect){ at.x - 80, at.y - 80, 160, 160 };
      chase_stage_look_at (show->stage, &face);
    }
  chase_show_update (show);
}

static void
black (ChaseShow *show)
{
  chase_stage_set_black (show->stage, !chase_stage_get_black (show->stage));
}

static void
presenter (ChaseShow *show)
{
  if (show->presenter != NULL)
    {
      gtk_window_close (show->presenter);
      return;
    }
  g_set_weak_pointer (&show->presenter, chase_presenter_new (show));
  gtk_window_present (show->presenter);
}

static void
end (ChaseShow *show)
{
  gtk_window_close (GTK_WINDOW (show));
}

/* All that can be done: the name of the action, and what does it. */
static const struct
{
  const char *name;
  void (*run) (ChaseShow *show);
} rows[] = {
  { "show.next", next },           { "show.back", back },
  { "show.first", first },         { "show.last", last },
  { "show.play", play },           { "show.replay", replay },
  { "show.verdicts", verdicts },   { "show.dark", dark },
  { "show.pointer", pointer },     { "show.pen", pen },
  { "show.wipe", wipe },           { "show.zoom", zoom },
  { "show.ask", chase_show_ask },  { "show.black", black },
  { "show.presenter", presenter }, { "show.end", end },
};

/* Clickers send Page Up and Page Down, a full stop for a black screen, and Escape or F5. */
static const ChaseShowKey keys[] = {
  { GDK_KEY_space, "next", N_ ("Next step") },
  { GDK_KEY_Right, "next", NULL },
  { GDK_KEY_Down, "next", NULL },
  { GDK_KEY_Page_Down, "next", NULL },
  { GDK_KEY_Return, "next", NULL },
  { GDK_KEY_KP_Enter, "next", NULL },
  { GDK_KEY_n, "next", NULL },
  { GDK_KEY_Left, "back", N_ ("One step back") },
  { GDK_KEY_Up, "back", NULL },
  { GDK_KEY_Page_Up, "back", NULL },
  { GDK_KEY_BackSpace, "back", NULL },
  { GDK_KEY_Home, "first", N_ ("To the start") },
  { GDK_KEY_End, "last", N_ ("To the end") },
  { GDK_KEY_p, "play", N_ ("Play what moves, or pause it") },
  { GDK_KEY_r, "replay", N_ ("Play it once more") },
  { GDK_KEY_q, "ask", N_ ("Ask the next question") },
  { GDK_KEY_v, "verdicts", N_ ("Show or hide the verdicts") },
  { GDK_KEY_z, "zoom", N_ ("Zoom into the face under the mouse, and out") },
  { GDK_KEY_l, "pointer", N_ ("Pointer") },
  { GDK_KEY_w, "pen", N_ ("Pen; what it draws vanishes") },
  { GDK_KEY_c, "wipe", N_ ("Wipe away what the pen drew") },
  { GDK_KEY_d, "dark", N_ ("Light or dark") },
  { GDK_KEY_b, "black", N_ ("Black screen") },
  { GDK_KEY_period, "black", NULL },
  { GDK_KEY_s, "presenter", N_ ("Notes, next step and clock") },
  { GDK_KEY_Escape, "end", N_ ("End") },
  { GDK_KEY_F5, "end", NULL },
};

const ChaseShowKey *
chase_show_keys (guint *n)
{
  *n = G_N_ELEMENTS (keys);
  return keys;
}

static void
run (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].name, name))
      {
        rows[i].run (CHASE_SHOW (widget));
        return;
      }
}

gboolean
chase_show_strike (ChaseShow *show, guint key)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == gdk_keyval_to_lower (key))
      {
        g_autofree char *name = g_strconcat ("show.", keys[i].action, NULL);

        gtk_widget_activate_action (GTK_WIDGET (show), name, NULL);
        return TRUE;
      }
  return FALSE;
}

void
chase_show_add_actions (ChaseShowClass *class)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    gtk_widget_class_install_action (GTK_WIDGET_CLASS (class), rows[i].name, NULL, run);
}
