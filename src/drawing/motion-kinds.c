/* SPDX-License-Identifier: MIT */
#include "drawing/motion-kinds.h"

#include "typeset/typeset.h"

#include "i18n.h"

/* Rows that the two sides of a naturality square start apart. */
#define APART 0.25

/* What a tale is told with. */
typedef struct
{
  ChaseTheory *theory;
  ChaseItem *item;
  const ChaseDiagram *diagram;
  ChaseFonts *fonts;
  ChaseMacros *macros;
  ChaseTheme theme;
  ChaseScene *scene; /* of @diagram */
} Show;

ChaseMotion *
chase_motion_of_step (ChaseScene *from, ChaseScene *to, ChaseTheme theme)
{
  ChaseMotion *motion = chase_motion_new (from, to, theme);

  chase_motion_add_all (motion, 0, 1);
  chase_motion_set_seconds (motion, 0.7);
  return motion;
}

static ChaseScene *
draw (const Show *show, const ChaseDiagram *diagram)
{
  ChaseDrawOptions options;

  chase_draw_options_init (&options);
  options.theme = show->theme;
  return chase_draw_diagram (diagram, show->fonts, show->macros, &options);
}

static ChaseMotion *
show_opposite (const Show *show, const ChaseTale *tale)
{
  g_autoptr (ChaseScene) before = draw (show, tale->before);
  ChaseMotion *motion = chase_motion_new (before, show->scene, show->theme);

  chase_motion_add_all (motion, 0.08, 0.92);
  chase_motion_set_seconds (motion, 2.6);
  return motion;
}

static guint
count_arrows (const ChaseCategory *category)
{
  guint n = 0;

  for (guint32 i = 0; i < chase_presentation_n_arrows (category->presentation); i++)
    n += !chase_presentation_arrow (category->presentation, i)->formal;
  return n;
}

/* The cell of the arrow @index of @category, whose arrows start at cell @first. */
static guint32
arrow_cell (const ChaseCategory *category, guint32 first, guint32 index)
{
  for (guint32 i = 0; i < index; i++)
    first += !chase_presentation_arrow (category->presentation, i)->formal;
  return first;
}

/* The dashed arrow comes as the copy of its object goes in. */
static void
add_dash (ChaseMotion *motion, guint32 dash, double arrival)
{
  chase_motion_add_track (motion, &(ChaseTrack){ CHASE_TRACK_KEEP, CHASE_NO_CELL, dash,
                                                 arrival - 0.08, arrival + 0.12 });
}

/* Returns how much longer than the way of one object it takes. */
static double
carry_objects (ChaseMotion *motion, const ChaseFunctor *functor, guint32 n, guint32 dashes)
{
  g_autofree ChaseTrack *ghosts = g_new (ChaseTrack, n + 1);
  double whole;

  for (guint32 i = 0; i < n; i++)
    ghosts[i] = (ChaseTrack){ CHASE_TRACK_GHOST, i, n + functor->objects[i], 0, 0 };
  whole = chase_motion_add_copies (motion, ghosts, n, 0.06, 0.5);
  for (guint32 i = 0; i < n; i++)
    add_dash (motion, dashes + i, ghosts[i].end);
  return whole;
}

/* An arrow goes to each arrow of the path that is its image; one that becomes an identity, to the
 * object. Returns how much longer than the way of one arrow it takes. */
static double
carry_arrows (ChaseMotion *motion, const ChaseFunctor *functor, guint32 n, guint32 source,
              guint32 target)
{
  g_autoptr (GArray) ghosts = g_array_new (FALSE, FALSE, sizeof (ChaseTrack));

  for (guint32 i = 0; i < chase_presentation_n_arrows (functor->source->presentation); i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (functor->source->presentation, i);
      ChaseTrack ghost = { CHASE_TRACK_GHOST, source, n + functor->objects[arrow->source], 0, 0 };

      if (arrow->formal)
        continue;
      for (guint32 j = 0; functor->words[i].letters != NULL && j < functor->words[i].length; j++)
        {
          ghost.to = arrow_cell (functor->target, target, functor->words[i].letters[j]);
          g_array_append_val (ghosts, ghost);
        }
      if (functor->words[i].length == 0)
        g_array_append_val (ghosts, ghost);
      source++;
    }
  return chase_motion_add_copies (motion, (ChaseTrack *)(gpointer)ghosts->data, ghosts->len, 0.5,
                                  0.94);
}

static ChaseMotion *
show_image (const Show *show)
{
  const ChaseFunctor *functor
      = chase_theory_functor (show->theory, show->item->expression, NULL, NULL, NULL);
  ChaseMotion *motion;
  guint32 n, nodes, arrows, dashes;
  double objects_take, arrows_take;

  if (functor == NULL || functor->form != CHASE_FUNCTOR_WORDS)
    return NULL;
  n = chase_presentation_n_objects (functor->source->presentation);
  nodes = n + chase_presentation_n_objects (functor->target->presentation);
  arrows = nodes + count_arrows (functor->source);
  dashes = arrows + count_arrows (functor->target);
  if (chase_scene_n_cells (show->scene) != dashes + n)
    return NULL;
  motion = chase_motion_new (show->scene, show->scene, show->theme);
  for (guint32 i = 0; i < dashes; i++)
    chase_motion_add_track (motion, &(ChaseTrack){ CHASE_TRACK_KEEP, i, i, 0, 1 });
  objects_take = carry_objects (motion, functor, n, dashes);
  arrows_take = carry_arrows (motion, functor, n, nodes, arrows);
  chase_motion_set_seconds (motion, 5 * MAX (objects_take, arrows_take));
  return motion;
}

/* The squares come four corners each, the sides behind all corners: top, left, right, bottom. */
static gboolean
is_component (const ChaseDiagram *diagram, guint32 cell)
{
  guint32 side = cell >= diagram->n_nodes ? (cell - diagram->n_nodes) % 4 : 0;

  return side == 1 || side == 2;
}

static ChaseScene *
draw_apart (const Show *show)
{
  const ChaseDiagram *diagram = show->diagram;
  g_autofree double *places = g_new (double, 2 * diagram->n_nodes + 1);
  g_autoptr (ChaseDiagram) apart = NULL;

  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      places[2 * i] = cell->x;
      places[2 * i + 1] = cell->y + (i % 4 < 2 ? -APART : APART);
    }
  apart = chase_diagram_with_positions (diagram, places);
  return draw (show, apart);
}

static ChaseMotion *
show_naturality (const Show *show)
{
  const ChaseDiagram *diagram = show->diagram;
  g_autoptr (ChaseScene) first = draw_apart (show);
  ChaseMotion *motion = chase_motion_new (first, show->scene, show->theme);

  for (guint32 i = 0; i < chase_diagram_n_cells (diagram); i++)
    if (is_component (diagram, i))
      chase_motion_add_track (motion,
                              &(ChaseTrack){ CHASE_TRACK_KEEP, CHASE_NO_CELL, i, 0.6, 0.95 });
    else
      chase_motion_add_track (motion, &(ChaseTrack){ CHASE_TRACK_KEEP, i, i, 0.1, 0.6 });
  chase_motion_set_seconds (motion, 3.2);
  return motion;
}

static void
keep_all (ChaseMotion *motion, const ChaseScene *scene)
{
  for (guint32 i = 0; i < chase_scene_n_cells (scene); i++)
    chase_motion_add_track (motion, &(ChaseTrack){ CHASE_TRACK_KEEP, i, i, 0, 1 });
}

/* "h ∘ f = k ∘ g": the paths of a proof so far, the @n first of them. */
static char *
chain_of (const ChaseTale *tale, guint n, ChaseLabelCache *labels)
{
  GString *chain = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const ChaseTaleStep *step = g_ptr_array_index (tale->steps, i);

      g_string_append_printf (chain, i == 0 ? "%s" : " = %s",
                              chase_label_to_text (chase_label_cache_get (labels, step->math, 16)));
    }
  return g_string_free (chain, FALSE);
}

static ChaseMotion *
show_proof (const Show *show, const ChaseTale *tale)
{
  ChaseMotion *motion = chase_motion_new (show->scene, show->scene, show->theme);
  g_autoptr (ChaseLabelCache) labels = chase_label_cache_new (show->fonts, show->macros);
  double step = 1.0 / tale->steps->len;

  keep_all (motion, show->scene);
  for (guint i = 0; i < tale->steps->len; i++)
    {
      const ChaseTaleStep *now = g_ptr_array_index (tale->steps, i);
      const guint32 *path = (const guint32 *)(gpointer)now->cells->data;
      g_autofree char *chain = chain_of (tale, i + 1, labels);

      chase_motion_add_caption (motion, i == 0 ? 0 : (i - 0.2) * step, chain);
      if (i == 0)
        chase_motion_begin_chase (motion, path, now->cells->len);
      else
        chase_motion_chase_to (motion, path, now->cells->len, (i - 0.35) * step, (i + 0.35) * step);
    }
  chase_motion_set_seconds (motion, 1.8 * tale->steps->len);
  return motion;
}

static ChaseMotion *
show_element (const Show *show, const ChaseTale *tale)
{
  ChaseMotion *motion = chase_motion_new (show->scene, show->scene, show->theme);
  ChaseRun runs[2];

  for (guint i = 0; i < 2; i++)
    runs[i] = (ChaseRun){ tale->runs[i].edges, tale->runs[i].nodes, tale->runs[i].n,
                          (const char *const *)tale->runs[i].names };
  keep_all (motion, show->scene);
  chase_motion_add_runners (motion, runs, tale->meet, show->macros, 0.06, 0.96);
  chase_motion_set_seconds (motion, 1.5 + 1.4 * MAX (runs[0].n, runs[1].n));
  return motion;
}

ChaseMotion *
chase_motion_of_tale (const ChaseTale *tale, ChaseTheory *theory, ChaseItem *item,
                      const ChaseDiagram *diagram, ChaseFonts *fonts, ChaseMacros *macros,
                      ChaseTheme theme)
{
  Show show = { theory, item, diagram, fonts, macros, theme, NULL };
  g_autoptr (ChaseScene) scene = draw (&show, diagram);

  show.scene = scene;
  switch (tale->kind)
    {
    case CHASE_TALE_OPPOSITE:
      return show_opposite (&show, tale);
    case CHASE_TALE_IMAGE:
      return show_image (&show);
    case CHASE_TALE_NATURALITY:
      return show_naturality (&show);
    case CHASE_TALE_PROOF:
      return show_proof (&show, tale);
    case CHASE_TALE_ELEMENT:
    default:
      return show_element (&show, tale);
    }
}

static char *
describe_run (const ChaseTaleRun *run, ChaseLabelCache *labels)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i <= run->n; i++)
    g_strv_builder_add (names,
                        chase_label_to_text (chase_label_cache_get (labels, run->names[i], 16)));
  all = g_strv_builder_end (names);
  return g_strjoinv (C_ ("between the places of an element", ", then "), all);
}

char *
chase_tale_describe (const ChaseTale *tale, ChaseFonts *fonts, ChaseMacros *macros)
{
  g_autoptr (ChaseLabelCache) labels = chase_label_cache_new (fonts, macros);
  g_autofree char *chain = chain_of (tale, tale->steps->len, labels);
  GString *text = g_string_new (chain);

  if (tale->kind == CHASE_TALE_OPPOSITE)
    g_string_append (text, _ ("Every arrow turns round."));
  else if (tale->kind == CHASE_TALE_IMAGE)
    g_string_append (text, _ ("The functor carries objects and arrows over, and leaves the dashed "
                              "arrows behind."));
  else if (tale->kind == CHASE_TALE_NATURALITY)
    g_string_append (text, _ ("The images of the arrow under both functors come together, and the "
                              "components join them."));
  else if (tale->kind == CHASE_TALE_ELEMENT)
    {
      g_autofree char *one = describe_run (&tale->runs[0], labels);
      g_autofree char *other = describe_run (&tale->runs[1], labels);

      if (tale->meet)
        g_string_append_printf (
            text, _ ("An element runs both ways round and lands in one place: %s; and %s."), one,
            other);
      else
        g_string_append_printf (
            text, _ ("An element runs both ways round and lands in two places: %s; and %s."), one,
            other);
    }
  return g_string_free (text, FALSE);
}
