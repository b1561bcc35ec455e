/* SPDX-License-Identifier: MIT */
#include "engine/grading-private.h"

#define NONE G_MAXUINT32
#define LARGE_PRIME 2147483647
#define MOST_ARCS 2000
#define MOST_WORK 60000000  /* of the elimination */
#define MOST_FRACTION 30000 /* numerator and denominator, whose squares stay below the prime */

/* Counting sort. */
static void
order_arcs (ChaseGrading *grading, gboolean target)
{
  guint32 *begins = g_new0 (guint32, grading->n_elements + 2);
  guint32 *beside = g_new (guint32, grading->n + 1);

  for (guint32 i = 0; i < grading->n; i++)
    begins[chase_arc_end (&grading->arcs[i], target) + 2]++;
  for (guint32 x = 2; x <= grading->n_elements; x++)
    begins[x] += begins[x - 1];
  for (guint32 i = 0; i < grading->n; i++)
    beside[begins[chase_arc_end (&grading->arcs[i], target) + 1]++] = i;
  grading->begins[target] = begins;
  grading->beside[target] = beside;
}

void
chase_grading_init (ChaseGrading *grading, ChasePresentation *p, const ChaseModel *model)
{
  guint32 n_objects = chase_presentation_n_objects (p);

  *grading = (ChaseGrading){ .p = p, .model = model, .prime = LARGE_PRIME };
  grading->first = g_new (guint32, n_objects + 1);
  for (guint32 x = 0; x < n_objects; x++)
    {
      grading->first[x] = grading->n_elements;
      grading->n_elements += model->sizes[x];
    }
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    grading->n += model->sizes[chase_presentation_arrow (p, f)->source];
  grading->arcs = g_new (ChaseArc, grading->n + 1);
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      for (guint32 x = 0; x < model->sizes[arrow->source]; x++)
        grading->arcs[model->offsets[f] + x]
            = (ChaseArc){ grading->first[arrow->source] + x,
                          grading->first[arrow->target] + model->functions[model->offsets[f] + x],
                          f };
    }
  order_arcs (grading, FALSE);
  order_arcs (grading, TRUE);
  grading->rows = g_ptr_array_new_with_free_func (g_free);
  grading->pivot_of = g_new (guint32, grading->n + 1);
  for (guint32 i = 0; i < grading->n; i++)
    grading->pivot_of[i] = NONE;
}

void
chase_grading_clear (ChaseGrading *grading)
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
times (guint32 a, guint32 b, guint32 prime)
{
  return (guint32)((guint64)a * b % prime);
}

static guint32
inverse (guint32 a, guint32 prime)
{
  guint32 result = 1;

  for (guint32 power = prime - 2; power > 0; power >>= 1, a = times (a, a, prime))
    if (power & 1)
      result = times (result, a, prime);
  return result;
}

/* row -= factor * other */
static void
subtract (const ChaseGrading *grading, guint32 *row, guint32 factor, const guint32 *other)
{
  guint32 minus = grading->prime - factor;

  for (guint32 i = 0; i < grading->n; i++)
    if (other[i] != 0)
      row[i] = (guint32)((row[i] + (guint64)minus * other[i]) % grading->prime);
}

/* Takes @row, which is to vanish on the degrees. */
static void
add_row (ChaseGrading *grading, guint32 *row)
{
  guint32 n = grading->n, pivot = NONE;
  guint32 factor;

  for (guint32 i = 0; i < n; i++)
    if (row[i] != 0 && grading->pivot_of[i] != NONE)
      {
        subtract (grading, row, row[i], g_ptr_array_index (grading->rows, grading->pivot_of[i]));
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
  factor = inverse (row[pivot], grading->prime);
  for (guint32 i = pivot; i < n; i++)
    row[i] = times (row[i], factor, grading->prime);
  for (guint r = 0; r < grading->rows->len; r++)
    {
      guint32 *other = g_ptr_array_index (grading->rows, r);

      if (other[pivot] != 0)
        subtract (grading, other, other[pivot], row);
      grading->work += other[pivot] != 0 ? n : 1;
    }
  grading->pivot_of[pivot] = grading->rows->len;
  g_ptr_array_add (grading->rows, row);
}

/* The arc whose degree is an unknown: of an inverse, the one that it undoes. */
static gsize
unknown_of (const ChaseGrading *grading, guint32 arrow, guint32 x)
{
  const ChaseArrow *f = chase_presentation_arrow (grading->p, arrow);
  gsize at = grading->model->offsets[arrow] + x;

  return f->formal ? grading->model->offsets[f->inverse] + grading->model->functions[at] : at;
}

/* Adds @sign for each arc along @word from @x, minus @sign for an inverse; returns where it ends.
 */
static guint32
add_along (const ChaseGrading *grading, guint32 *row, ChaseWord word, guint32 x, guint32 sign)
{
  for (guint32 i = 0; i < word.length; i++)
    {
      gboolean formal = chase_presentation_arrow (grading->p, word.letters[i])->formal;
      guint32 *entry = &row[unknown_of (grading, word.letters[i], x)];

      *entry
          = (guint32)(((guint64)*entry + (formal ? grading->prime - sign : sign)) % grading->prime);
      x = grading->model->functions[grading->model->offsets[word.letters[i]] + x];
    }
  return x;
}

static void
demand_equations (ChaseGrading *grading)
{
  for (guint32 i = 0; i < chase_presentation_n_equations (grading->p); i++)
    {
      const ChaseEquation *equation = chase_presentation_equation (grading->p, i);

      for (guint32 x = 0; x < grading->model->sizes[equation->source]; x++)
        {
          guint32 *row = g_new0 (guint32, grading->n + 1);

          add_along (grading, row, equation->left, x, 1);
          add_along (grading, row, equation->right, x, grading->prime - 1);
          add_row (grading, row);
          if (grading->work > MOST_WORK)
            return;
        }
    }
}

/* An idempotent adds no degree where it has come. */
static void
demand_declared (ChaseGrading *grading)
{
  for (guint32 i = 0; i < grading->n; i++)
    {
      guint32 f = grading->arcs[i].arrow;
      guint32 *row;

      if (!(chase_presentation_arrow (grading->p, f)->properties & CHASE_PROPERTY_IDEMPOTENT))
        continue;
      row = g_new0 (guint32, grading->n + 1);
      add_along (grading, row, (ChaseWord){ &f, 1 }, grading->model->functions[i], 1);
      add_row (grading, row);
    }
}

gboolean
chase_grading_demand (ChaseGrading *grading)
{
  if (grading->n > MOST_ARCS)
    return FALSE;
  demand_equations (grading);
  demand_declared (grading);
  return grading->work <= MOST_WORK;
}

/* @residue as a fraction of small numbers (P. S. Wang's rational reconstruction). */
static gboolean
fraction_of (guint32 residue, gint64 *numerator, gint64 *denominator)
{
  gint64 a = LARGE_PRIME, b = residue, u = 0, v = 1;

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
sum_along (const ChaseGrading *grading, const gint64 *degrees, ChaseWord word, guint32 x)
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

/* Whether what holds modulo the prime holds of the integers; inverses are given what undoes. */
static gboolean
is_graded (const ChaseGrading *grading, const gint64 *degrees)
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

      if ((arrow->properties & CHASE_PROPERTY_IDEMPOTENT)
          && degrees[grading->model->offsets[f] + y] != 0)
        return FALSE;
    }
  return TRUE;
}

static guint32
residue_of (const ChaseGrading *grading, guint32 i, guint32 free)
{
  const guint32 *row;

  if (grading->pivot_of[i] == NONE)
    return i == free;
  row = g_ptr_array_index (grading->rows, grading->pivot_of[i]);
  return row[free] == 0 ? 0 : grading->prime - row[free];
}

gint64 *
chase_grading_solution (const ChaseGrading *grading, guint32 free)
{
  g_autofree gint64 *degrees = g_new0 (gint64, grading->n + 1);
  g_autofree gint64 *denominators = g_new0 (gint64, grading->n + 1);
  gint64 common = 1;

  for (guint32 i = 0; i < grading->n; i++)
    {
      if (!fraction_of (residue_of (grading, i, free), &degrees[i], &denominators[i]))
        return NULL;
      common = common / common_divisor (common, denominators[i]) * denominators[i];
      if (common > MOST_FRACTION)
        return NULL;
    }
  for (guint32 i = 0; i < grading->n; i++)
    degrees[i] *= common / denominators[i];
  for (guint32 i = 0; i < grading->n; i++)
    if (chase_presentation_arrow (grading->p, grading->arcs[i].arrow)->formal)
      degrees[i] = -degrees[unknown_of (grading, grading->arcs[i].arrow,
                                        i - grading->model->offsets[grading->arcs[i].arrow])];
  return is_graded (grading, degrees) ? g_steal_pointer (&degrees) : NULL;
}

ChaseEvidence *
chase_grading_trivial_model (const ChasePresentation *p)
{
  guint32 n = chase_presentation_n_objects (p);
  g_autofree guint32 *sizes = g_new (guint32, n + 1);

  for (guint32 x = 0; x < n; x++)
    sizes[x] = 1;
  return chase_model_new (p, sizes, 0, 0, 0);
}

/* Each arrow adds a residue to the elements; an inverse takes it away. */
static ChaseEvidence *
cyclic_model (const ChaseGrading *grading, guint32 free)
{
  guint32 n_objects = chase_presentation_n_objects (grading->p), prime = grading->prime;
  g_autofree guint32 *sizes = g_new (guint32, n_objects + 1);
  ChaseEvidence *model;

  for (guint32 x = 0; x < n_objects; x++)
    sizes[x] = prime;
  model = chase_model_new (grading->p, sizes, 0, 0, 0);
  for (guint32 f = 0; f < grading->n; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (grading->p, f);
      guint32 residue = arrow->formal ? prime - residue_of (grading, arrow->inverse, free)
                                      : residue_of (grading, f, free);

      for (guint32 x = 0; x < prime; x++)
        chase_model_set (model, f, x, (x + residue) % prime);
    }
  return model;
}

GPtrArray *
chase_grading_cyclic (ChasePresentation *p, guint32 prime)
{
  GPtrArray *models = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_evidence_unref);
  g_autoptr (ChaseEvidence) trivial = chase_grading_trivial_model (p);
  ChaseGrading grading;

  chase_grading_init (&grading, p, &trivial->model);
  grading.prime = prime;
  if (chase_grading_demand (&grading))
    for (guint32 i = 0; i < grading.n; i++)
      if (grading.pivot_of[i] == NONE && !chase_presentation_arrow (p, i)->formal)
        g_ptr_array_add (models, cyclic_model (&grading, i));
  chase_grading_clear (&grading);
  return models;
}
