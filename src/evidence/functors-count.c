/* SPDX-License-Identifier: MIT */
#include "evidence/conditions.h"
#include "evidence/functors.h"
#include "evidence/refuse.h"
#include "evidence/table.h"

/*
 * Functors counted without finding them: what they have to keep is drawn up as conditions, and the
 * verifier's elimination of variables does the rest. The variables are the objects, the arrows, and
 * every step of a path in an equation: a row of the composition table, (f, g, g f).
 */

#define NOWHERE G_MAXUINT32
#define MAX_TRIPLES 4000000

typedef struct
{
  const ChasePresentation *source;
  const ChaseFinite *d;
  ChaseConditions *conditions;
  guint32 n;          /* objects of the source */
  guint32 *column[3]; /* of the rows of the composition table */
  guint32 n_rows;
  guint32 *identities;
  guint32 *inverses;
  guint32 next; /* step without a row */
} Drawing;

static void
condition (Drawing *drawing, guint32 u, const guint32 *left, guint32 v, const guint32 *right)
{
  ChaseCondition made = { u, v, left, right };

  g_array_append_val (drawing->conditions->conditions, made);
}

static guint32 *
own (Drawing *drawing, gsize n)
{
  guint32 *values = g_new0 (guint32, n + 1);

  g_ptr_array_add (drawing->conditions->owned, values);
  return values;
}

static gboolean
tabulate (Drawing *drawing)
{
  const ChaseFinite *d = drawing->d;
  guint32 n = chase_finite_n_morphisms (d);
  guint64 rows = 0;

  for (guint32 f = 0; f < n; f++)
    for (guint32 g = 0; g < n && rows <= MAX_TRIPLES; g++)
      rows += d->target[f] == d->source[g];
  if (rows > MAX_TRIPLES)
    return FALSE;
  for (guint k = 0; k < 3; k++)
    drawing->column[k] = own (drawing, rows);
  for (guint32 f = 0; f < n; f++)
    for (guint32 g = 0; g < n; g++)
      if (d->target[f] == d->source[g])
        {
          drawing->column[0][drawing->n_rows] = f;
          drawing->column[1][drawing->n_rows] = g;
          drawing->column[2][drawing->n_rows++] = chase_finite_compose (d, f, g);
        }
  drawing->identities = own (drawing, d->n_objects);
  for (guint32 a = 0; a < d->n_objects; a++)
    drawing->identities[a] = chase_finite_identity (d, a);
  drawing->inverses = own (drawing, n);
  for (guint32 f = 0; f < n; f++)
    drawing->inverses[f] = chase_table_inverse (d, f);
  return TRUE;
}

static void
draw_arrow (Drawing *drawing, guint32 f)
{
  const ChaseArrow *arrow = chase_presentation_arrow (drawing->source, f);
  guint32 n = chase_finite_n_morphisms (drawing->d);
  guint32 *allowed = g_new0 (guint32, n + 1);

  condition (drawing, drawing->n + f, drawing->d->source, arrow->source, NULL);
  condition (drawing, drawing->n + f, drawing->d->target, arrow->target, NULL);
  if (arrow->inverse != NOWHERE)
    condition (drawing, drawing->n + f, drawing->inverses, drawing->n + arrow->inverse, NULL);
  for (guint32 m = 0; m < n; m++)
    allowed[m] = (arrow->inverse == NOWHERE || drawing->inverses[m] != NOWHERE)
                 && ((arrow->properties & CHASE_PROPERTY_IDEMPOTENT) == 0
                     || chase_table_has (drawing->d, m, CHASE_PROPERTY_IDEMPOTENT));
  chase_conditions_restrict (drawing->conditions, drawing->n + f, allowed);
}

/* The variable whose value, seen through *@map (NULL: as it is), is what @word composes to. */
static guint32
draw_path (Drawing *drawing, guint32 source, ChaseWord word, const guint32 **map)
{
  guint32 variable = word.length > 0 ? drawing->n + word.letters[0] : source;

  *map = word.length > 0 ? NULL : drawing->identities;
  for (guint32 i = 1; i < word.length; i++)
    {
      guint32 row = drawing->next++;

      drawing->conditions->sizes[row] = drawing->n_rows;
      condition (drawing, row, drawing->column[1], drawing->n + word.letters[i], NULL);
      condition (drawing, row, drawing->column[0], variable, *map);
      variable = row;
      *map = drawing->column[2];
    }
  return variable;
}

static void
draw_equation (Drawing *drawing, const ChaseEquation *equation)
{
  const guint32 *one, *two;
  guint32 left = draw_path (drawing, equation->source, equation->left, &one);
  guint32 right = draw_path (drawing, equation->source, equation->right, &two);
  guint32 *same;

  if (one != NULL || two != NULL)
    {
      if (one != NULL)
        condition (drawing, left, one, right, two);
      else
        condition (drawing, right, two, left, NULL);
      return;
    }
  same = own (drawing, chase_finite_n_morphisms (drawing->d));
  for (guint32 m = 0; m < chase_finite_n_morphisms (drawing->d); m++)
    same[m] = m;
  condition (drawing, left, same, right, NULL);
}

static guint32
n_steps (const ChasePresentation *p)
{
  guint32 steps = 0;

  for (guint32 e = 0; e < chase_presentation_n_equations (p); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (p, e);

      steps += equation->left.length > 1 ? equation->left.length - 1 : 0;
      steps += equation->right.length > 1 ? equation->right.length - 1 : 0;
    }
  return steps;
}

char *
chase_functors_recount (const ChasePresentation *source, const ChaseEnumerated *target,
                        guint64 *fingerprint, GError **error)
{
  guint32 n = chase_presentation_n_objects (source);
  guint32 n_arrows = chase_presentation_n_arrows (source);
  g_autoptr (ChaseConditions) conditions
      = chase_conditions_new_free (source, n + n_arrows + n_steps (source));
  Drawing drawing = { .source = source, .d = target->finite, .conditions = conditions, .n = n };

  if (!tabulate (&drawing))
    {
      chase_refuse (error, "the category has too many pairs that compose");
      return NULL;
    }
  drawing.next = conditions->n_weighed = n + n_arrows;
  for (guint32 v = 0; v < n + n_arrows; v++)
    conditions->sizes[v] = v < n ? drawing.d->n_objects : chase_finite_n_morphisms (drawing.d);
  for (guint32 f = 0; f < n_arrows; f++)
    draw_arrow (&drawing, f);
  for (guint32 e = 0; e < chase_presentation_n_equations (source); e++)
    draw_equation (&drawing, chase_presentation_equation (source, e));
  return chase_conditions_recount (conditions, fingerprint, error);
}
