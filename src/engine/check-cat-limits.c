/* SPDX-License-Identifier: MIT */
#include "engine/check-cat.h"

#include "i18n.h"

/*
 * Products, coproducts, pullbacks and equalizers of finite categories. In Cat they are made
 * morphism by morphism (objects are identities): a limit's morphisms are the families of morphisms
 * that fit together, each once; a coproduct's are those of all its parts, each once.
 */

#define MOST 16

typedef struct
{
  ChaseChecker *checker;
  const ChaseEnumerated *apex;
  guint n_legs;
  guint32 *legs[MOST]; /* of each morphism, where the leg sends it */
  const ChaseEnumerated *feet[MOST];
  guint32 *arrows[2]; /* of a pullback or an equalizer, the two given functors */
} Cone;

/* The category that @term means, if it is finite. */
static const ChaseEnumerated *
read_category (Cone *cone, const ChaseTerm *term)
{
  return chase_checker_enumerated (
      cone->checker, chase_theory_category_listed (cone->checker->theory, term, NULL));
}

/* Where a functor sends each morphism of a finite category; NULL where it is no functor, or not by
 * words between finite ones. Caller frees. */
static guint32 *
read_functor (Cone *cone, const ChaseTerm *term, const ChaseEnumerated **from,
              const ChaseEnumerated **to)
{
  const ChaseFunctor *given = chase_theory_functor (cone->checker->theory, term, NULL, NULL, NULL);
  const ChaseFunctor *functor
      = given != NULL ? chase_theory_functor_listed (cone->checker->theory, given) : NULL;
  ChaseResult laws = { 0 };
  guint32 *values;
  gboolean good;

  if (functor == NULL || functor->form != CHASE_FUNCTOR_WORDS)
    return NULL;
  *from = chase_checker_enumerated (cone->checker, functor->source);
  *to = chase_checker_enumerated (cone->checker, functor->target);
  chase_decide_functor_laws (cone->checker, functor, &laws);
  good = laws.verdict == CHASE_VERDICT_HOLDS && *from != NULL && *to != NULL;
  chase_evidence_unref (laws.evidence);
  chase_presentation_unref (laws.presentation);
  g_free (laws.reason);
  if (!good)
    return NULL;
  values = g_new (guint32, chase_finite_n_morphisms ((*from)->finite) + 1);
  for (guint32 f = 0; f < chase_finite_n_morphisms ((*from)->finite); f++)
    {
      g_autoptr (GArray) image = g_array_new (FALSE, FALSE, sizeof (guint32));

      chase_functor_map (functor, chase_enumerated_word (*from, f), image);
      values[f] = chase_enumerated_value (*to, functor->objects[(*from)->finite->source[f]],
                                          chase_letters (image));
    }
  return values;
}

static gboolean
is_outward (const ChaseProposition *proposition)
{
  return proposition->shape != CHASE_SHAPE_COPRODUCT;
}

/* The legs between the apex and the feet, of which @feet are known (NULL: wherever they lead). */
static gboolean
read_legs (Cone *cone, const ChaseProposition *proposition)
{
  for (guint i = 0; i < cone->n_legs; i++)
    {
      const ChaseEnumerated *ends[2];
      gboolean outward = is_outward (proposition);

      cone->legs[i]
          = read_functor (cone, g_ptr_array_index (proposition->legs, i), &ends[0], &ends[1]);
      if (cone->legs[i] == NULL || ends[!outward] != cone->apex
          || (cone->feet[i] != NULL && ends[outward] != cone->feet[i]))
        return FALSE;
      cone->feet[i] = ends[outward];
    }
  return TRUE;
}

static gboolean
read_base (Cone *cone, const ChaseProposition *proposition)
{
  gboolean objects
      = proposition->shape == CHASE_SHAPE_PRODUCT || proposition->shape == CHASE_SHAPE_COPRODUCT;
  guint n = proposition->base->len;

  cone->n_legs = proposition->legs != NULL ? proposition->legs->len : 0;
  if (n > MOST || cone->n_legs != (proposition->shape == CHASE_SHAPE_EQUALIZER ? 1 : n)
      || (!objects && n != 2))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const ChaseTerm *term = g_ptr_array_index (proposition->base, i);
      const ChaseEnumerated *from = NULL, *to = NULL;

      if (objects)
        from = read_category (cone, term);
      else
        cone->arrows[i] = read_functor (cone, term, &from, &to);
      if (from == NULL || (!objects && cone->arrows[i] == NULL))
        return FALSE;
      if (i < cone->n_legs)
        cone->feet[i] = from;
    }
  return read_legs (cone, proposition);
}

static void
cone_clear (Cone *cone)
{
  for (guint i = 0; i < cone->n_legs && i < MOST; i++)
    g_free (cone->legs[i]);
  g_free (cone->arrows[0]);
  g_free (cone->arrows[1]);
}

static guint32
size_of (const ChaseEnumerated *all)
{
  return chase_finite_n_morphisms (all->finite);
}

/* The legs that the two given functors are put behind: two of a pullback, the one of an equalizer.
 */
static const guint32 *
leg_of (const Cone *cone, guint i)
{
  return cone->legs[MIN (i, cone->n_legs - 1)];
}

/* How many families of morphisms of the feet fit together; of a coproduct, how many there are. */
static guint64
count_families (const Cone *cone, const ChaseProposition *proposition)
{
  guint64 count = proposition->shape == CHASE_SHAPE_PRODUCT;

  for (guint i = 0; i < cone->n_legs; i++)
    if (proposition->shape == CHASE_SHAPE_PRODUCT)
      count = MIN (count * size_of (cone->feet[i]), G_MAXUINT32);
    else if (proposition->shape == CHASE_SHAPE_COPRODUCT)
      count += size_of (cone->feet[i]);
  if (proposition->shape == CHASE_SHAPE_EQUALIZER)
    for (guint32 f = 0; f < size_of (cone->feet[0]); f++)
      count += cone->arrows[0][f] == cone->arrows[1][f];
  if (proposition->shape == CHASE_SHAPE_PULLBACK)
    for (guint32 f = 0; f < size_of (cone->feet[0]); f++)
      for (guint32 g = 0; g < size_of (cone->feet[1]); g++)
        count += cone->arrows[0][f] == cone->arrows[1][g];
  return count;
}

/* A morphism of the apex at which the condition breaks; of a pair of morphisms with the same family
 * the second one. G_MAXUINT32 for none. */
static guint32
find_broken (const Cone *cone)
{
  for (guint32 f = 0; cone->arrows[0] != NULL && f < size_of (cone->apex); f++)
    if (cone->arrows[0][leg_of (cone, 0)[f]] != cone->arrows[1][leg_of (cone, 1)[f]])
      return f;
  return G_MAXUINT32;
}

static char *
family_text (const Cone *cone, guint32 f)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cone->n_legs; i++)
    g_string_append_printf (text, "%u ", cone->legs[i][f]);
  return g_string_free (text, FALSE);
}

/* Do two morphisms (of the apex; of a coproduct, of its parts) become one? */
static gboolean
confuses (const Cone *cone, gboolean outward)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < (outward ? 1 : cone->n_legs); i++)
    for (guint32 f = 0; f < size_of (outward ? cone->apex : cone->feet[i]); f++)
      if (!g_hash_table_add (seen, outward ? family_text (cone, f)
                                           : g_strdup_printf ("%u", cone->legs[i][f])))
        return TRUE;
  return FALSE;
}

static void
judge (const Cone *cone, const ChaseProposition *proposition, ChaseResult *result)
{
  guint32 n = size_of (cone->apex), broken = find_broken (cone);
  guint64 families = count_families (cone, proposition);
  gboolean confused = broken == G_MAXUINT32 && confuses (cone, is_outward (proposition));
  gboolean good = broken == G_MAXUINT32 && !confused && families == n;
  JsonObject *object = chase_evidence_typed (good ? "list" : "table");

  json_object_set_int_member (object, "morphisms", n);
  json_object_set_int_member (object, "families", (gint64)families);
  chase_result_set_object (result, good ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS, object,
                           good ? _ ("Its %u morphisms are those that are needed, each once (%u).")
                           : broken != G_MAXUINT32
                               ? _ ("The legs do not fit together (%u morphisms for %u).")
                           : confused ? _ ("Two morphisms become one (%u morphisms for %u).")
                                      : _ ("It has %u morphisms, and %u are needed."),
                           n, (guint)families);
}

void
chase_decide_universal_in_cat (ChaseChecker *checker, const ChaseProposition *proposition,
                               ChaseResult *result)
{
  Cone cone = { .checker = checker };

  if (proposition->shape == CHASE_SHAPE_PUSHOUT || proposition->shape == CHASE_SHAPE_COEQUALIZER
      || proposition->shape >= CHASE_SHAPE_LIMIT)
    {
      chase_result_undecided (result,
                              "Of categories, products, coproducts, pullbacks and equalizers "
                              "are decided; others are not.");
      return;
    }
  cone.apex = read_category (&cone, g_ptr_array_index (proposition->terms, 0));
  if (cone.apex != NULL && read_base (&cone, proposition))
    judge (&cone, proposition, result);
  else
    chase_result_undecided (result, "These categories are not all finite, or these functors do not "
                                    "run between them.");
  cone_clear (&cone);
}
