/* SPDX-License-Identifier: MIT */
#include "engine/check-private.h"
#include "engine/natural-transformations.h"

#include <string.h>

#include "i18n.h"

/*
 * Adjoint functors between finite categories, nothing but the functors given. L -| R when a unit
 * u : A -> R (L (A)) can be chosen at every object A of C, naturally, such that g |-> R (g) . u is
 * a bijection D (L (A), B) = C (A, R (B)) for all B (Mac Lane, Categories for the Working
 * Mathematician, IV.1). So the universal arrows at every object are found first, and then a natural
 * family among them.
 */

#define NOWHERE G_MAXUINT32

typedef struct
{
  const ChaseFunctor *left; /* C -> D */
  const ChaseFunctor *right;
  const ChaseEnumerated *c;
  const ChaseEnumerated *d;
  guint32 *image; /* of every morphism of D under the right one */
} Pair;

static guint32
image_of (const ChaseFunctor *functor, const ChaseEnumerated *from, const ChaseEnumerated *to,
          guint32 morphism)
{
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (!chase_functor_map (functor, chase_enumerated_word (from, morphism), word))
    return NOWHERE;
  return chase_enumerated_value (to, functor->objects[from->finite->source[morphism]],
                                 chase_letters (word));
}

static gboolean
pair_init (Pair *pair, ChaseChecker *checker, const ChaseFunctor *left, const ChaseFunctor *right)
{
  pair->left = left;
  pair->right = right;
  pair->c = chase_checker_list (left->source, checker);
  pair->d = chase_checker_list (left->target, checker);
  if (pair->c == NULL || pair->d == NULL || !chase_words_keep (left, pair->d)
      || !chase_words_keep (right, pair->c))
    return FALSE;
  pair->image = g_new (guint32, chase_finite_n_morphisms (pair->d->finite) + 1);
  for (guint32 g = 0; g < chase_finite_n_morphisms (pair->d->finite); g++)
    {
      pair->image[g] = image_of (right, pair->d, pair->c, g);
      if (pair->image[g] == NOWHERE)
        return FALSE;
    }
  return TRUE;
}

static gboolean
runs (const ChaseFinite *c, guint32 f, guint32 a, guint32 b)
{
  return c->source[f] == a && c->target[f] == b;
}

static guint32
count_between (const ChaseFinite *c, guint32 a, guint32 b)
{
  guint32 count = 0;

  for (guint32 f = 0; f < chase_finite_n_morphisms (c); f++)
    count += runs (c, f, a, b);
  return count;
}

/* What the hom-set bijection of the unit @u makes of @g. */
static guint32
transpose (const Pair *pair, guint32 u, guint32 g)
{
  return chase_finite_compose (pair->c->finite, u, pair->image[g]);
}

/* Two morphisms of D (L (A), B) that @u does not tell apart, or else (*two is NOWHERE) one of
 * C (A, R (B)) that is missed, at *b. FALSE when @u is universal. */
static gboolean
find_defect (const Pair *pair, guint32 u, guint32 a, guint32 *b, guint32 *one, guint32 *two)
{
  const ChaseFinite *c = pair->c->finite;
  const ChaseFinite *d = pair->d->finite;
  guint32 la = pair->left->objects[a];
  g_autofree guint32 *from = g_new (guint32, chase_finite_n_morphisms (c) + 1);

  for (*b = 0; *b < d->n_objects; ++*b)
    {
      memset (from, 0xff, chase_finite_n_morphisms (c) * sizeof (guint32));
      for (guint32 g = 0; g < chase_finite_n_morphisms (d); g++)
        {
          if (!runs (d, g, la, *b))
            continue;
          *one = from[transpose (pair, u, g)];
          *two = g;
          if (*one != NOWHERE)
            return TRUE;
          from[transpose (pair, u, g)] = g;
        }
      *two = NOWHERE;
      for (*one = 0; *one < chase_finite_n_morphisms (c); ++*one)
        if (runs (c, *one, a, pair->right->objects[*b]) && from[*one] == NOWHERE)
          return TRUE;
    }
  return FALSE;
}

static const char *
object_name (const ChaseEnumerated *category, guint32 object)
{
  return chase_presentation_object_name (category->presentation, object);
}

/* Two hom-sets that should be one have different sizes. */
static gboolean
differ_in_size (const Pair *pair, ChaseResult *result)
{
  for (guint32 a = 0; a < pair->c->finite->n_objects; a++)
    for (guint32 b = 0; b < pair->d->finite->n_objects; b++)
      {
        guint32 one = count_between (pair->d->finite, pair->left->objects[a], b);
        guint32 two = count_between (pair->c->finite, a, pair->right->objects[b]);
        JsonArray *sizes;
        JsonObject *object;

        if (one == two)
          continue;
        object = chase_evidence_typed ("table");
        sizes = json_array_new ();
        json_array_add_int_element (sizes, one);
        json_array_add_int_element (sizes, two);
        json_object_set_string_member (object, "from", object_name (pair->c, a));
        json_object_set_string_member (object, "to", object_name (pair->d, b));
        json_object_set_array_member (object, "sizes", sizes);
        chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                                 P_ ("Hom(%s, %s) has %u morphism and Hom(%s, %s) has %u.",
                                     "Hom(%s, %s) has %u morphisms and Hom(%s, %s) has %u.", one),
                                 object_name (pair->d, pair->left->objects[a]),
                                 object_name (pair->d, b), one, object_name (pair->c, a),
                                 object_name (pair->c, pair->right->objects[b]), two);
        return TRUE;
      }
  return FALSE;
}

static JsonObject *
defect_json (const Pair *pair, guint32 u, guint32 b, guint32 one, guint32 two)
{
  JsonObject *object = json_object_new ();
  JsonArray *confused;

  json_object_set_array_member (object, "arrow", chase_path_names (pair->c, u));
  json_object_set_string_member (object, "at", object_name (pair->d, b));
  if (two == NOWHERE)
    {
      json_object_set_array_member (object, "missed", chase_path_names (pair->c, one));
      return object;
    }
  confused = json_array_new ();
  json_array_add_array_element (confused, chase_path_names (pair->d, one));
  json_array_add_array_element (confused, chase_path_names (pair->d, two));
  json_object_set_array_member (object, "confused", confused);
  return object;
}

/* Marks in @allowed which choices of the unit at @a are universal; their defects where none is. */
static JsonArray *
universal_at (const Pair *pair, const GArray *choices, guint32 a, gboolean *allowed)
{
  JsonArray *defects = json_array_new ();
  gboolean any = FALSE;

  for (guint k = 0; k < choices->len; k++)
    {
      guint32 u = g_array_index (choices, guint32, k);
      guint32 b, one, two;

      allowed[k] = !find_defect (pair, u, a, &b, &one, &two);
      if (!allowed[k])
        json_array_add_object_element (defects, defect_json (pair, u, b, one, two));
      any = any || allowed[k];
    }
  if (!any)
    return defects;
  json_array_unref (defects);
  return NULL;
}

static gboolean
restrict_to_universal (const Pair *pair, ChaseNaturality *naturality, ChaseResult *result)
{
  for (guint32 a = 0; a < naturality->n_variables; a++)
    {
      const GArray *choices = g_ptr_array_index (naturality->choices, a);
      g_autofree gboolean *allowed = g_new0 (gboolean, choices->len + 1);
      JsonArray *defects = universal_at (pair, choices, a, allowed);
      JsonObject *object;

      if (defects == NULL)
        {
          chase_naturality_restrict (naturality, a, allowed);
          continue;
        }
      object = chase_evidence_typed ("table");
      json_object_set_string_member (object, "object", object_name (pair->c, a));
      json_object_set_array_member (object, "defects", defects);
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "No arrow from %s gives a bijection of hom-sets.",
                               object_name (pair->c, a));
      return FALSE;
    }
  return TRUE;
}

/* The identity of C, and right . left: what a natural unit runs between. */
static ChaseNaturality *
units (const Pair *pair, ChaseChecker *checker)
{
  const ChaseCategory *category = pair->left->source;
  const ChasePresentation *p = category->presentation;
  guint32 n = chase_presentation_n_objects (p), n_arrows = chase_presentation_n_arrows (p);
  g_autofree guint32 *objects = g_new (guint32, 2 * (gsize)n + 1);
  g_autofree guint32 *letters = g_new (guint32, n_arrows + 1);
  g_autofree ChaseWord *words = g_new (ChaseWord, 2 * (gsize)n_arrows + 1);
  ChaseFunctor one = { .key = (char *)"Id", .source = category, .target = category };
  ChaseFunctor two = one;

  one.objects = objects;
  two.objects = objects + n;
  one.words = words;
  two.words = words + n_arrows;
  for (guint32 a = 0; a < n; a++)
    {
      one.objects[a] = a;
      two.objects[a] = pair->right->objects[pair->left->objects[a]];
    }
  for (guint32 f = 0; f < n_arrows; f++)
    {
      guint32 image;

      letters[f] = f;
      one.words[f] = (ChaseWord){ &letters[f], 1 };
      image = image_of (pair->left, pair->c, pair->d, pair->c->generators[f]);
      if (image == NOWHERE)
        return NULL;
      two.words[f] = chase_enumerated_word (pair->c, pair->image[image]);
    }
  return chase_naturality_new (&one, &two, chase_checker_list, checker);
}

/* The counit at @b: what the unit of R (b) takes to an identity. */
static guint32
counit_at (const Pair *pair, const guint32 *unit, guint32 b)
{
  const ChaseFinite *d = pair->d->finite;
  guint32 rb = pair->right->objects[b];

  for (guint32 g = 0; g < chase_finite_n_morphisms (d); g++)
    if (runs (d, g, pair->left->objects[rb], b)
        && transpose (pair, unit[rb], g) == chase_finite_identity (pair->c->finite, rb))
      return g;
  return NOWHERE;
}

static JsonObject *
hom_json (const Pair *pair, guint32 u, guint32 a, guint32 b)
{
  const ChaseFinite *d = pair->d->finite;
  JsonObject *object = json_object_new ();
  JsonArray *pairs = json_array_new ();

  for (guint32 g = 0; g < chase_finite_n_morphisms (d); g++)
    if (runs (d, g, pair->left->objects[a], b))
      {
        JsonArray *two = json_array_new ();

        json_array_add_array_element (two, chase_path_names (pair->d, g));
        json_array_add_array_element (two, chase_path_names (pair->c, transpose (pair, u, g)));
        json_array_add_array_element (pairs, two);
      }
  json_object_set_string_member (object, "from", object_name (pair->c, a));
  json_object_set_string_member (object, "to", object_name (pair->d, b));
  json_object_set_array_member (object, "pairs", pairs);
  return object;
}

static guint64
count_pairs (const Pair *pair)
{
  guint64 count = 0;

  for (guint32 a = 0; a < pair->c->finite->n_objects; a++)
    for (guint32 g = 0; g < chase_finite_n_morphisms (pair->d->finite); g++)
      count += pair->d->finite->source[g] == pair->left->objects[a];
  return count;
}

static void
set_adjoint (const Pair *pair, const guint32 *unit, ChaseResult *result)
{
  guint32 n = pair->c->finite->n_objects, m = pair->d->finite->n_objects;
  JsonObject *object = chase_evidence_typed ("bijection");
  JsonObject *etas = json_object_new ();
  JsonObject *epsilons = json_object_new ();
  guint64 count = count_pairs (pair);

  for (guint32 a = 0; a < n; a++)
    json_object_set_array_member (etas, object_name (pair->c, a),
                                  chase_path_names (pair->c, unit[a]));
  for (guint32 b = 0; b < m; b++)
    json_object_set_array_member (epsilons, object_name (pair->d, b),
                                  chase_path_names (pair->d, counit_at (pair, unit, b)));
  json_object_set_object_member (object, "unit", etas);
  json_object_set_object_member (object, "counit", epsilons);
  if (count <= CHASE_LISTED)
    {
      JsonArray *homs = json_array_new ();

      for (guint32 a = 0; a < n; a++)
        for (guint32 b = 0; b < m; b++)
          json_array_add_object_element (homs, hom_json (pair, unit[a], a, b));
      json_object_set_array_member (object, "homs", homs);
    }
  chase_result_set_object (result, CHASE_VERDICT_HOLDS, object,
                           P_ ("A unit was found, which matches %" PRIu64
                               " morphism on the left with those on the right.",
                               "A unit was found, which matches %" PRIu64
                               " morphisms on the left with those on the right.",
                               count),
                           count);
}

static void
choose_unit (const Pair *pair, ChaseNaturality *naturality, ChaseClock *clock, ChaseResult *result)
{
  g_autoptr (GPtrArray) parts = chase_natural_solve (naturality, clock);
  g_autofree guint32 *unit = NULL;
  guint64 count, fingerprint;
  JsonObject *object;

  if (parts == NULL)
    {
      chase_result_undecided (result, "Not all units were tried: %s.", chase_clock_why (clock));
      return;
    }
  if (chase_natural_total (parts, &count, &fingerprint) && count == 0)
    {
      object = chase_evidence_typed ("list");
      json_object_set_int_member (object, "natural", 0);
      chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                               "Each object has universal arrows, but no choice of them is "
                               "natural.");
      return;
    }
  unit = chase_natural_combination (naturality, parts, 0);
  for (guint32 a = 0; a < naturality->n_variables; a++)
    unit[a]
        = g_array_index ((GArray *)g_ptr_array_index (naturality->choices, a), guint32, unit[a]);
  set_adjoint (pair, unit, result);
}

void
chase_decide_adjoint (ChaseChecker *checker, const ChaseFunctor *left, const ChaseFunctor *right,
                      ChaseResult *result)
{
  Pair pair = { 0 };
  g_autoptr (ChaseNaturality) naturality = NULL;
  ChaseClock clock;

  chase_clock_start (&clock, checker->budget, checker->cancellable);
  if (left != NULL && right != NULL && pair_init (&pair, checker, left, right))
    naturality = units (&pair, checker);
  if (naturality == NULL)
    chase_result_undecided (result, "These are not known to be functors between two categories "
                                    "whose morphisms can all be listed.");
  else if (!differ_in_size (&pair, result) && restrict_to_universal (&pair, naturality, result))
    choose_unit (&pair, naturality, &clock, result);
  g_free (pair.image);
}
