/* SPDX-License-Identifier: MIT */
#include "engine/grading-private.h"
#include "engine/normal-cycle.h"

#define NONE G_MAXUINT32
#define SOLUTIONS 100 /* that are looked at */

/* Breadth first: how many steps each element is away, and by which arc it was reached; backwards:
 * by which it is left. */
typedef struct
{
  gboolean backwards;
  guint32 *steps, *came;
} Spread;

static Spread
spread_from (const ChaseGrading *grading, guint32 begin, guint32 end, gboolean backwards)
{
  guint32 n = grading->n_elements;
  Spread s = { backwards, g_new (guint32, n + 1), g_new (guint32, n + 1) };
  g_autofree guint32 *queue = g_new (guint32, n + 1);
  guint32 length = 0;

  for (guint32 x = 0; x < n; x++)
    s.steps[x] = s.came[x] = NONE;
  for (guint32 x = begin; x < end; x++)
    {
      s.steps[x] = 0;
      queue[length++] = x;
    }
  for (guint32 at = 0; at < length; at++)
    for (guint32 k = grading->begins[backwards][queue[at]];
         k < grading->begins[backwards][queue[at] + 1]; k++)
      {
        guint32 arc = grading->beside[backwards][k];
        guint32 far = chase_arc_end (&grading->arcs[arc], !backwards);

        if (s.steps[far] != NONE)
          continue;
        s.steps[far] = s.steps[queue[at]] + 1;
        s.came[far] = arc;
        queue[length++] = far;
      }
  return s;
}

/* From all elements of the object, or of any. */
static Spread
spread_from_object (const ChaseGrading *grading, guint32 object, gboolean backwards)
{
  guint32 begin = object == NONE ? 0 : grading->first[object];

  return spread_from (grading, begin,
                      object == NONE ? grading->n_elements : begin + grading->model->sizes[object],
                      backwards);
}

static void
spread_clear (Spread *s)
{
  g_free (s->steps);
  g_free (s->came);
}

/* Appends the arcs from where it began to @element; backwards, from @element to there. */
static void
append_way (const ChaseGrading *grading, const Spread *s, guint32 element, GArray *way)
{
  guint length = way->len + s->steps[element];

  g_array_set_size (way, length);
  for (guint i = 1; s->steps[element] > 0; i++)
    {
      guint32 arc = s->came[element];
      guint at = s->backwards ? length - s->steps[element] : length - i;

      g_array_index (way, guint32, at) = arc;
      element = chase_arc_end (&grading->arcs[arc], s->backwards);
    }
}

static gint64
sum_of (const GArray *way, const gint64 *degrees)
{
  gint64 sum = 0;

  for (guint i = 0; i < way->len; i++)
    sum += degrees[g_array_index (way, guint32, i)];
  return sum;
}

/* Elements on closed walks, one of those that share them: of each the first that is on the way. */
static GArray *
find_centres (const ChaseGrading *grading, const Spread *reached, const Spread *leaves)
{
  GArray *centres = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree gboolean *seen = g_new0 (gboolean, grading->n_elements + 1);

  for (guint32 x = 0; x < grading->n_elements; x++)
    {
      Spread there, back;
      gboolean closed = FALSE;

      if (seen[x] || reached->steps[x] == NONE || leaves->steps[x] == NONE)
        continue;
      there = spread_from (grading, x, x + 1, FALSE);
      back = spread_from (grading, x, x + 1, TRUE);
      for (guint32 i = 0; i < grading->n; i++)
        if (there.steps[grading->arcs[i].source] != NONE
            && back.steps[grading->arcs[i].target] != NONE)
          closed = seen[grading->arcs[i].source] = TRUE;
      if (closed)
        g_array_append_val (centres, x);
      spread_clear (&there);
      spread_clear (&back);
    }
  return centres;
}

/* A closed walk at @element whose degree is not 0, among those that go along one arc and else
 * shortest ways: where these have degree 0, all have. */
static GArray *
loop_at (const ChaseGrading *grading, const gint64 *degrees, guint32 element)
{
  Spread there = spread_from (grading, element, element + 1, FALSE);
  Spread back = spread_from (grading, element, element + 1, TRUE);
  GArray *best = NULL;

  for (guint32 i = 0; i < grading->n; i++)
    {
      const ChaseArc *arc = &grading->arcs[i];
      guint32 out = there.steps[arc->source], home = back.steps[arc->target];
      g_autoptr (GArray) way = NULL;

      if (out == NONE || home == NONE || (best != NULL && out + home + 1 >= best->len))
        continue;
      way = g_array_new (FALSE, FALSE, sizeof (guint32));
      append_way (grading, &there, arc->source, way);
      g_array_append_val (way, i);
      append_way (grading, &back, arc->target, way);
      if (sum_of (way, degrees) == 0)
        continue;
      g_clear_pointer (&best, g_array_unref);
      best = g_steal_pointer (&way);
    }
  spread_clear (&there);
  spread_clear (&back);
  return best;
}

static GArray *
arrows_of (const ChaseGrading *grading, const GArray *way)
{
  GArray *word = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < way->len; i++)
    g_array_append_val (word, grading->arcs[g_array_index (way, guint32, i)].arrow);
  return word;
}

/* The cycle with the ways to it and from it; *@start is the element where the first begins. */
static ChaseNormalCycle *
find_cycle (const ChaseGrading *grading, const gint64 *degrees, const GArray *centres,
            const Spread *reached, const Spread *leaves, guint32 *start)
{
  for (guint c = 0; c < centres->len; c++)
    {
      guint32 x = g_array_index (centres, guint32, c);
      g_autoptr (GArray) loop = loop_at (grading, degrees, x);
      g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (guint32));
      ChaseNormalCycle *cycle;

      if (loop == NULL)
        continue;
      append_way (grading, reached, x, before);
      append_way (grading, leaves, x, after);
      *start = before->len > 0 ? grading->arcs[g_array_index (before, guint32, 0)].source : x;
      cycle = g_new (ChaseNormalCycle, 1);
      *cycle = (ChaseNormalCycle){ arrows_of (grading, before), arrows_of (grading, loop),
                                   arrows_of (grading, after) };
      return cycle;
    }
  return NULL;
}

static char *
element_name (const ChaseGrading *grading, guint32 element)
{
  guint32 object = 0;

  while (element - grading->first[object] >= grading->model->sizes[object])
    object++;
  return chase_model_element_name (grading->model, grading->first[object],
                                   element - grading->first[object]);
}

/* {f: degree}, or {f: {x: degree}} with a model; of 0 nothing is said, nor of inverses. */
static JsonObject *
degrees_json (const ChaseGrading *grading, const gint64 *degrees, gboolean by_element)
{
  JsonObject *all = json_object_new ();

  for (guint32 i = 0; i < grading->n; i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (grading->p, grading->arcs[i].arrow);
      g_autofree char *element = NULL;
      JsonObject *map = all;

      if (degrees[i] == 0 || arrow->formal)
        continue;
      if (by_element)
        {
          if (!json_object_has_member (all, arrow->name))
            json_object_set_object_member (all, arrow->name, json_object_new ());
          map = json_object_get_object_member (all, arrow->name);
          element = element_name (grading, grading->arcs[i].source);
        }
      json_object_set_int_member (map, by_element ? element : arrow->name, degrees[i]);
    }
  return all;
}

static JsonObject *
cycle_json (const ChaseGrading *grading, const gint64 *degrees, const ChaseNormalCycle *cycle,
            ChaseEvidence *model, guint32 start)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "type", "list");
  if (model != NULL)
    {
      g_autofree char *at = element_name (grading, start);

      json_object_set_member (object, "model", chase_evidence_to_json (model, grading->p));
      json_object_set_string_member (object, "at", at);
    }
  json_object_set_object_member (object, "degrees", degrees_json (grading, degrees, model != NULL));
  json_object_set_object_member (object, "cycle", chase_normal_cycle_json (cycle, grading->p));
  return object;
}

/* One solution after the other until one has a cycle whose degree is not 0. */
static JsonObject *
search (ChaseGrading *grading, ChaseEvidence *model, guint32 from, guint32 to, char **words)
{
  Spread reached = spread_from_object (grading, from, FALSE);
  Spread leaves = spread_from_object (grading, to, TRUE);
  g_autoptr (GArray) centres = find_centres (grading, &reached, &leaves);
  JsonObject *object = NULL;
  guint tried = 0;

  for (guint32 i = 0; i < grading->n && object == NULL && tried < SOLUTIONS; i++)
    {
      g_autofree gint64 *degrees = NULL;
      g_autoptr (ChaseNormalCycle) cycle = NULL;
      guint32 start = 0;

      if (grading->pivot_of[i] != NONE
          || chase_presentation_arrow (grading->p, grading->arcs[i].arrow)->formal)
        continue;
      tried++;
      degrees = chase_grading_solution (grading, i);
      if (degrees != NULL)
        cycle = find_cycle (grading, degrees, centres, &reached, &leaves, &start);
      if (cycle == NULL)
        continue;
      object = cycle_json (grading, degrees, cycle, model, start);
      *words = chase_normal_cycle_text (cycle, grading->p);
    }
  spread_clear (&reached);
  spread_clear (&leaves);
  return object;
}

JsonObject *
chase_grading_json (ChasePresentation *p, ChaseEvidence *model, guint32 from, guint32 to,
                    char **words)
{
  g_autoptr (ChaseEvidence) trivial = model == NULL ? chase_grading_trivial_model (p) : NULL;
  JsonObject *object = NULL;
  ChaseGrading grading;

  *words = NULL;
  chase_grading_init (&grading, p, model != NULL ? &model->model : &trivial->model);
  if (chase_grading_demand (&grading))
    object = search (&grading, model, from, to, words);
  chase_grading_clear (&grading);
  return object;
}
