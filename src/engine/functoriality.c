/* SPDX-License-Identifier: MIT */
#include "engine/functoriality.h"

#define NOWHERE G_MAXUINT32

/* Where the tables stand among the maps. */
typedef struct
{
  const ChasePresentation *source;
  const ChaseFinite *d;
  ChaseNaturality *naturality;
  guint32 n_objects;
  guint32 n_pairs;
  gsize source_of; /* of each morphism */
  gsize target_of;
  gsize inverse_of;
  gsize same;        /* each number of a morphism or an object itself */
  gsize identity_at; /* of each object */
  gsize first_of;    /* of each pair */
  gsize second_of;
  gsize composite_of;
} Building;

/* A value of a variable, seen through a map: a morphism. */
typedef struct
{
  guint32 variable;
  gsize map;
} Side;

static guint64
count_pairs (const ChaseFinite *d)
{
  guint64 pairs = 0;

  /* Every morphism has the identity behind it, and the others from its target. */
  for (guint32 f = 0; f < chase_finite_n_morphisms (d); f++)
    pairs += 1 + d->first[d->target[f] + 1] - d->first[d->target[f]];
  return pairs;
}

static gboolean
needs_pairs (const ChasePresentation *p)
{
  for (guint32 e = 0; e < chase_presentation_n_equations (p); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (p, e);

      if (MAX (equation->left.length, equation->right.length) > 1)
        return TRUE;
    }
  return FALSE;
}

static void
add_pair (Building *building, GArray *columns[3], guint32 f, guint32 g)
{
  guint32 composite = chase_finite_compose (building->d, f, g);

  g_array_append_val (columns[0], f);
  g_array_append_val (columns[1], g);
  g_array_append_val (columns[2], composite);
}

static void
add_pairs (Building *building)
{
  const ChaseFinite *d = building->d;
  GArray *maps = building->naturality->maps;
  gsize *places[] = { &building->first_of, &building->second_of, &building->composite_of };
  GArray *columns[3];

  for (guint k = 0; k < 3; k++)
    columns[k] = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 f = 0; f < chase_finite_n_morphisms (d); f++)
    {
      guint32 b = d->target[f];

      for (guint32 k = d->first[b]; k < d->first[b + 1]; k++)
        add_pair (building, columns, f, d->out[k]);
      add_pair (building, columns, f, chase_finite_identity (d, b));
    }
  building->n_pairs = columns[0]->len;
  for (guint k = 0; k < 3; k++)
    {
      *places[k] = maps->len;
      g_array_append_vals (maps, columns[k]->data, columns[k]->len);
      g_array_unref (columns[k]);
    }
}

static void
add_maps (Building *building, gboolean pairs)
{
  const ChaseFinite *d = building->d;
  guint32 n = chase_finite_n_morphisms (d);
  GArray *maps = building->naturality->maps;

  building->source_of = maps->len;
  g_array_append_vals (maps, d->source, n);
  building->target_of = maps->len;
  g_array_append_vals (maps, d->target, n);
  building->inverse_of = maps->len;
  for (guint32 f = 0; f < n; f++)
    {
      guint32 back = 0;

      chase_finite_find_back (d, f, TRUE, TRUE, &back);
      g_array_append_val (maps, back);
    }
  building->same = maps->len;
  for (guint32 f = 0; f < MAX (n, d->n_objects); f++)
    g_array_append_val (maps, f);
  building->identity_at = maps->len;
  for (guint32 a = 0; a < d->n_objects; a++)
    {
      guint32 identity = chase_finite_identity (d, a);

      g_array_append_val (maps, identity);
    }
  if (pairs)
    add_pairs (building);
}

static void
add_square (Building *building, guint32 u, gsize p, guint32 v, gsize q)
{
  ChaseNaturalSquare square = { u, v, p, q };

  g_array_append_val (building->naturality->squares, square);
}

static void
keep_property (Building *building, guint32 variable, ChaseProperty property)
{
  guint32 n = chase_finite_n_morphisms (building->d);
  g_autofree gboolean *allowed = g_new (gboolean, n + 1);

  for (guint32 f = 0; f < n; f++)
    allowed[f] = chase_finite_has_property (building->d, f, property);
  chase_naturality_restrict (building->naturality, variable, allowed);
}

static void
add_arrow (Building *building, guint32 f)
{
  const ChaseArrow *arrow = chase_presentation_arrow (building->source, f);
  guint32 variable = building->n_objects + f;

  add_square (building, variable, building->source_of, arrow->source, building->same);
  add_square (building, variable, building->target_of, arrow->target, building->same);
  if (arrow->inverse != NOWHERE && !arrow->formal)
    {
      keep_property (building, variable, CHASE_PROPERTY_ISO);
      add_square (building, variable, building->inverse_of, building->n_objects + arrow->inverse,
                  building->same);
    }
  if ((arrow->properties & CHASE_PROPERTY_IDEMPOTENT) != 0)
    keep_property (building, variable, CHASE_PROPERTY_IDEMPOTENT);
}

/* The composite of @word, from prefix to prefix; the next free variable is *@next. */
static Side
compose (Building *building, guint32 source, ChaseWord word, guint32 *next)
{
  Side side = { source, building->identity_at };

  if (word.length > 0)
    side = (Side){ building->n_objects + word.letters[0], building->same };
  for (guint32 i = 1; i < word.length; i++)
    {
      guint32 pair = (*next)++;

      add_square (building, pair, building->first_of, side.variable, side.map);
      add_square (building, pair, building->second_of, building->n_objects + word.letters[i],
                  building->same);
      side = (Side){ pair, building->composite_of };
    }
  return side;
}

static void
add_equation (Building *building, const ChaseEquation *equation, guint32 *next)
{
  Side left = compose (building, equation->source, equation->left, next);
  Side right = compose (building, equation->source, equation->right, next);

  add_square (building, left.variable, left.map, right.variable, right.map);
}

static guint32
count_prefixes (const ChasePresentation *p)
{
  guint32 count = 0;

  for (guint32 e = 0; e < chase_presentation_n_equations (p); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (p, e);

      count += MAX (equation->left.length, 1) - 1 + MAX (equation->right.length, 1) - 1;
    }
  return count;
}

static void
set_sizes (Building *building, guint32 n_arrows)
{
  ChaseNaturality *naturality = building->naturality;

  for (guint32 v = 0; v < naturality->n_variables; v++)
    naturality->sizes[v] = v < building->n_objects ? building->d->n_objects
                           : v < building->n_objects + n_arrows
                               ? chase_finite_n_morphisms (building->d)
                               : building->n_pairs;
}

ChaseNaturality *
chase_functoriality_new (const ChasePresentation *source, const ChaseEnumerated *target,
                         guint64 most)
{
  guint32 n_arrows = chase_presentation_n_arrows (source);
  gboolean pairs = needs_pairs (source);
  Building building = { .source = source, .d = target->finite };
  guint32 next;

  if (chase_presentation_says_more (source) || (pairs && count_pairs (target->finite) > most))
    return NULL;
  building.n_objects = chase_presentation_n_objects (source);
  next = building.n_objects + n_arrows;
  building.naturality = chase_naturality_new_free (source, next + count_prefixes (source));
  building.naturality->n_weighed = next;
  add_maps (&building, pairs);
  set_sizes (&building, n_arrows);
  for (guint32 f = 0; f < n_arrows; f++)
    add_arrow (&building, f);
  for (guint32 e = 0; e < chase_presentation_n_equations (source); e++)
    add_equation (&building, chase_presentation_equation (source, e), &next);
  return building.naturality;
}
