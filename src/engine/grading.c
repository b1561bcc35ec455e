/* SPDX-License-Identifier: MIT */
#include "engine/grading.h"
#include "engine/low-index.h"
#include "engine/normal-cycle.h"

#define NONE G_MAXUINT32
#define PRIME 2147483647
#define MOST_WORK 200000000 /* of the elimination */
#define MOST_FRACTION 30000 /* numerator and denominator, whose squares stay below the prime */
#define MODEL_WORK 60000    /* letter steps of the search for one model */
#define MODELS 24           /* pairs of paths that models are sought for */
#define MOST_ARCS 2000
#define SOLUTIONS 100 /* that are looked at */

/* An arrow, followed from one element of the model: its degree is one unknown. */
typedef struct
{
  guint32 source, target; /* elements of all sets, numbered one set after the other */
  guint32 arrow;
} Arc;

typedef struct
{
  ChasePresentation *p;
  const ChaseModel *model;
  guint32 *first; /* of each object: the number of its first element */
  guint32 n_elements;
  Arc *arcs; /* the arrow f from its x-th element is arcs[offsets[f] + x] */
  guint32 n;
  guint32 *begins[2]; /* of each element: where the arcs that leave it (reach it) begin, in */
  guint32 *beside[2]; /* the arcs, ordered by source (by target) */
  GPtrArray *rows;    /* of guint32 *: reduced, each 1 at its pivot */
  guint32 *pivot_of;  /* of each unknown: its row, or NONE */
  guint64 work;
} Grading;

static guint32
end_of (const Arc *arc, gboolean target)
{
  return target ? arc->target : arc->source;
}

/* Counting sort. */
static void
order_arcs (Grading *grading, gboolean target)
{
  guint32 *begins = g_new0 (guint32, grading->n_elements + 2);
  guint32 *beside = g_new (guint32, grading->n + 1);

  for (guint32 i = 0; i < grading->n; i++)
    begins[end_of (&grading->arcs[i], target) + 2]++;
  for (guint32 x = 2; x <= grading->n_elements; x++)
    begins[x] += begins[x - 1];
  for (guint32 i = 0; i < grading->n; i++)
    beside[begins[end_of (&grading->arcs[i], target) + 1]++] = i;
  grading->begins[target] = begins;
  grading->beside[target] = beside;
}

static void
grading_init (Grading *grading, ChasePresentation *p, const ChaseModel *model)
{
  guint32 n_objects = chase_presentation_n_objects (p);

  *grading = (Grading){ .p = p, .model = model };
  grading->first = g_new (guint32, n_objects + 1);
  for (guint32 x = 0; x < n_objects; x++)
    {
      grading->first[x] = grading->n_elements;
      grading->n_elements += model->sizes[x];
    }
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    grading->n += model->sizes[chase_presentation_arrow (p, f)->source];
  grading->arcs = g_new (Arc, grading->n + 1);
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      for (guint32 x = 0; x < model->sizes[arrow->source]; x++)
        grading->arcs[model->offsets[f] + x]
            = (Arc){ grading->first[arrow->source] + x,
                     grading->first[arrow->target] + model->functions[model->offsets[f] + x], f };
    }
  order_arcs (grading, FALSE);
  order_arcs (grading, TRUE);
  grading->rows = g_ptr_array_new_with_free_func (g_free);
  grading->pivot_of = g_new (guint32, grading->n + 1);
  for (guint32 i = 0; i < grading->n; i++)
    grading->pivot_of[i] = NONE;
}

static void
grading_clear (Grading *grading)
{
  g_free (grading->first);
  g_free (grading->arcs);
  for (guint i = 0; i < 2; i++)
    {
      g_free (grading->begins[i]);
      g_free (grading->beside[i]);
    }
  g_ptr_array_unref (grading->rows);
  g_free (grading->pivot_of);
}

static guint32
times (guint32 a, guint32 b)
{
  return (guint32)((guint64)a * b % PRIME);
}

static guint32
inverse (guint32 a)
{
  guint32 result = 1;

  for (guint32 power = PRIME - 2; power > 0; power >>= 1, a = times (a, a))
    if (power & 1)
      result = times (result, a);
  return result;
}

/* row -= factor * other */
static void
subtract (guint32 *row, guint32 factor, const guint32 *other, guint32 n)
{
  guint32 minus = PRIME - factor;

  for (guint32 i = 0; i < n; i++)
    if (other[i] != 0)
      row[i] = (guint32)((row[i] + (guint64)minus * other[i]) % PRIME);
}

/* Takes @row, which is to vanish on the degrees. */
static void
add_row (Grading *grading, guint32 *row)
{
  guint32 n = grading->n, pivot = NONE;
  guint32 factor;

  for (guint32 i = 0; i < n; i++)
    if (row[i] != 0 && grading->pivot_of[i] != NONE)
      {
        subtract (row, row[i], g_ptr_array_index (grading->rows, grading->pivot_of[i]), n);
        grading->work += n;
      }
  for (guint32 i = 0; i < n && pivot == NONE; i++)
    if (row[i] != 0)
      pivot = i;
  if (pivot == NONE)
    {
      g_free (row);
      return;
    }
  factor = inverse (row[pivot]);
  for (guint32 i = pivot; i < n; i++)
    row[i] = times (row[i], factor);
  for (guint r = 0; r < grading->rows->len; r++)
    {
      guint32 *other = g_ptr_array_index (grading->rows, r);

      if (other[pivot] != 0)
        subtract (other, other[pivot], row, n);
      grading->work += other[pivot] != 0 ? n : 1;
    }
  grading->pivot_of[pivot] = grading->rows->len;
  g_ptr_array_add (grading->rows, row);
}

/* Adds @sign for each arc along @word from @element; returns where it ends. */
static guint32
add_along (const Grading *grading, guint32 *row, ChaseWord word, guint32 x, guint32 sign)
{
  for (guint32 i = 0; i < word.length; i++)
    {
      gsize at = grading->model->offsets[word.letters[i]] + x;

      row[at] = (row[at] + sign) % PRIME;
      x = grading->model->functions[at];
    }
  return x;
}

static void
demand_equations (Grading *grading)
{
  for (guint32 i = 0; i < chase_presentation_n_equations (grading->p); i++)
    {
      const ChaseEquation *equation = chase_presentation_equation (grading->p, i);

      for (guint32 x = 0; x < grading->model->sizes[equation->source]; x++)
        {
          guint32 *row = g_new0 (guint32, grading->n + 1);

          add_along (grading, row, equation->left, x, 1);
          add_along (grading, row, equation->right, x, PRIME - 1);
          add_row (grading, row);
          if (grading->work > MOST_WORK)
            return;
        }
    }
}

/* An inverse undoes the degree, an idempotent adds none where it has come. */
static void
demand_declared (Grading *grading)
{
  for (guint32 f = 0; f < chase_presentation_n_arrows (grading->p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (grading->p, f);

      for (guint32 x = 0; x < grading->model->sizes[arrow->source]; x++)
        {
          guint32 y = grading->model->functions[grading->model->offsets[f] + x];
          guint32 *row;

          if (arrow->inverse != NONE)
            {
              row = g_new0 (guint32, grading->n + 1);
              add_along (grading, row, (ChaseWord){ (guint32[]){ f, arrow->inverse }, 2 }, x, 1);
              add_row (grading, row);
            }
          if (arrow->properties & CHASE_PROPERTY_IDEMPOTENT)
            {
              row = g_new0 (guint32, grading->n + 1);
              add_along (grading, row, (ChaseWord){ &f, 1 }, y, 1);
              add_row (grading, row);
            }
        }
    }
}

/* @residue as a fraction of small numbers (P. S. Wang's rational reconstruction). */
static gboolean
fraction_of (guint32 residue, gint64 *numerator, gint64 *denominator)
{
  gint64 a = PRIME, b = residue, u = 0, v = 1;

  while (b > MOST_FRACTION)
    {
      gint64 quotient = a / b, rest = a % b, next = u - quotient * v;

      a = b, b = rest, u = v, v = next;
    }
  *numerator = v < 0 ? -b : b;
  *denominator = ABS (v);
  return *denominator > 0 && *denominator <= MOST_FRACTION;
}

static gint64
common_divisor (gint64 a, gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;

      a = b, b = rest;
    }
  return ABS (a);
}

static gint64
sum_along (const Grading *grading, const gint64 *degrees, ChaseWord word, guint32 x)
{
  gint64 sum = 0;

  for (guint32 i = 0; i < word.length; i++)
    {
      gsize at = grading->model->offsets[word.letters[i]] + x;

      sum += degrees[at];
      x = grading->model->functions[at];
    }
  return sum;
}

/* Whether what holds modulo the prime holds of the integers. */
static gboolean
is_graded (const Grading *grading, const gint64 *degrees)
{
  for (guint32 i = 0; i < chase_presentation_n_equations (grading->p); i++)
    {
      const ChaseEquation *equation = chase_presentation_equation (grading->p, i);

      for (guint32 x = 0; x < grading->model->sizes[equation->source]; x++)
        if (sum_along (grading, degrees, equation->left, x)
            != sum_along (grading, degrees, equation->right, x))
          return FALSE;
    }
  for (guint32 i = 0; i < grading->n; i++)
    {
      guint32 f = grading->arcs[i].arrow;
      const ChaseArrow *arrow = chase_presentation_arrow (grading->p, f);
      guint32 y = grading->model->functions[i];

      if (arrow->inverse != NONE
          && degrees[i] + degrees[grading->model->offsets[arrow->inverse] + y] != 0)
        return FALSE;
      if ((arrow->properties & CHASE_PROPERTY_IDEMPOTENT)
          && degrees[grading->model->offsets[f] + y] != 0)
        return FALSE;
    }
  return TRUE;
}

/* The solution in which the unknown @free is 1 and the other free ones are 0, times what makes it
 * whole; NULL where there is none in small numbers. Caller frees. */
static gint64 *
solution (const Grading *grading, guint32 free)
{
  g_autofree gint64 *degrees = g_new0 (gint64, grading->n + 1);
  g_autofree gint64 *denominators = g_new0 (gint64, grading->n + 1);
  gint64 common = 1;

  for (guint32 i = 0; i < grading->n; i++)
    {
      guint32 residue = i == free;

      if (grading->pivot_of[i] != NONE)
        {
          const guint32 *row = g_ptr_array_index (grading->rows, grading->pivot_of[i]);

          residue = row[free] == 0 ? 0 : PRIME - row[free];
        }
      if (!fraction_of (residue, &degrees[i], &denominators[i]))
        return NULL;
      common = common / common_divisor (common, denominators[i]) * denominators[i];
      if (common > MOST_FRACTION)
        return NULL;
    }
  for (guint32 i = 0; i < grading->n; i++)
    degrees[i] *= common / denominators[i];
  return is_graded (grading, degrees) ? g_steal_pointer (&degrees) : NULL;
}

/* Breadth first: how many steps each element is away, and by which arc it was reached; backwards:
 * by which it is left. */
typedef struct
{
  gboolean backwards;
  guint32 *steps, *came;
} Spread;

static Spread
spread_from (const Grading *grading, guint32 begin, guint32 end, gboolean backwards)
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
        guint32 far = end_of (&grading->arcs[arc], !backwards);

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
spread_from_object (const Grading *grading, guint32 object, gboolean backwards)
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
append_way (const Grading *grading, const Spread *s, guint32 element, GArray *way)
{
  guint length = way->len + s->steps[element];

  g_array_set_size (way, length);
  for (guint i = 1; s->steps[element] > 0; i++)
    {
      guint32 arc = s->came[element];
      guint at = s->backwards ? length - s->steps[element] : length - i;

      g_array_index (way, guint32, at) = arc;
      element = end_of (&grading->arcs[arc], s->backwards);
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
find_centres (const Grading *grading, const Spread *reached, const Spread *leaves)
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
loop_at (const Grading *grading, const gint64 *degrees, guint32 element)
{
  Spread there = spread_from (grading, element, element + 1, FALSE);
  Spread back = spread_from (grading, element, element + 1, TRUE);
  GArray *best = NULL;

  for (guint32 i = 0; i < grading->n; i++)
    {
      const Arc *arc = &grading->arcs[i];
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
arrows_of (const Grading *grading, const GArray *way)
{
  GArray *word = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < way->len; i++)
    g_array_append_val (word, grading->arcs[g_array_index (way, guint32, i)].arrow);
  return word;
}

/* The cycle with the ways to it and from it; *@start is the element where the first begins. */
static ChaseNormalCycle *
find_cycle (const Grading *grading, const gint64 *degrees, const GArray *centres,
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
element_name (const Grading *grading, guint32 element)
{
  guint32 object = 0;

  if (grading->model->names != NULL)
    return g_strdup (grading->model->names[element]);
  while (element - grading->first[object] >= grading->model->sizes[object])
    object++;
  return g_strdup_printf ("%u", element - grading->first[object]);
}

/* {f: degree}, or {f: {x: degree}} with a model; of 0 nothing is said, nor of inverses. */
static JsonObject *
degrees_json (const Grading *grading, const gint64 *degrees, gboolean by_element)
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
cycle_json (const Grading *grading, const gint64 *degrees, const ChaseNormalCycle *cycle,
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
search (Grading *grading, ChaseEvidence *model, guint32 from, guint32 to, char **words)
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

      if (grading->pivot_of[i] != NONE)
        continue;
      tried++;
      degrees = solution (grading, i);
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

/* One element for every object. */
static ChaseEvidence *
trivial_model (const ChasePresentation *p)
{
  guint32 n = chase_presentation_n_objects (p);
  g_autofree guint32 *sizes = g_new (guint32, n + 1);

  for (guint32 x = 0; x < n; x++)
    sizes[x] = 1;
  return chase_model_new (p, sizes, 0, 0, 0);
}

JsonObject *
chase_grading_json (ChasePresentation *p, ChaseEvidence *model, guint32 from, guint32 to,
                    char **words)
{
  g_autoptr (ChaseEvidence) trivial = model == NULL ? trivial_model (p) : NULL;
  JsonObject *object = NULL;
  Grading grading;

  *words = NULL;
  grading_init (&grading, p, model != NULL ? &model->model : &trivial->model);
  if (grading.n <= MOST_ARCS)
    {
      demand_equations (&grading);
      demand_declared (&grading);
      if (grading.work <= MOST_WORK)
        object = search (&grading, model, from, to, words);
    }
  grading_clear (&grading);
  return object;
}

static JsonObject *
by_model_apart (const ChaseIndex *index, guint32 source, ChaseWord left, ChaseWord right,
                guint32 from, guint32 to, ChaseClock *clock, char **words)
{
  g_autoptr (ChaseLowIndex) search = chase_low_index_new (index, source, left, right, clock);
  g_autoptr (ChaseEvidence) model = NULL;

  if (chase_low_index_run (search, MODEL_WORK) != CHASE_LOW_INDEX_FOUND)
    return NULL;
  model = chase_low_index_model (search);
  return chase_grading_json (index->presentation, model, from, to, words);
}

JsonObject *
chase_grading_by_models (const ChaseIndex *index, guint32 from, guint32 to, ChaseClock *clock,
                         char **words)
{
  const ChasePresentation *p = index->presentation;
  guint tried = 0;

  for (guint32 f = 0; f < chase_presentation_n_arrows (p) && tried < MODELS; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      ChaseWord word = { &f, 1 };
      JsonObject *object = NULL;

      if (arrow->formal)
        continue;
      if (arrow->source == arrow->target && ++tried)
        object = by_model_apart (index, arrow->source, word, (ChaseWord){ NULL, 0 }, from, to,
                                 clock, words);
      for (guint32 g = 0; g < f && object == NULL && tried < MODELS; g++)
        if (chase_presentation_arrow (p, g)->source == arrow->source
            && chase_presentation_arrow (p, g)->target == arrow->target && ++tried)
          object = by_model_apart (index, arrow->source, word, (ChaseWord){ &g, 1 }, from, to,
                                   clock, words);
      if (object != NULL)
        return object;
    }
  return NULL;
}
