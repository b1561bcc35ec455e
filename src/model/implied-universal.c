/* SPDX-License-Identifier: MIT */
#include "model/implied-private.h"
#include "i18n.h"

/*
 * Universal properties where morphisms cannot be listed: what follows from isomorphisms, monos and
 * epis, and from the cones that there must be. All is said of limits; a colimit is read in the
 * opposite category.
 */

#define NOWHERE G_MAXUINT32

typedef struct
{
  ChaseTheory *theory;
  const ChaseCategory *category;
  ChaseSaying saying;
  const GPtrArray *base, *legs; /* @legs is NULL where the cone is to be found */
} Cone;

static const ChaseTerm *
base (const Cone *cone, guint i)
{
  return g_ptr_array_index (cone->base, i);
}

static const ChaseTerm *
leg (const Cone *cone, guint i)
{
  return g_ptr_array_index (cone->legs, i);
}

static ChaseProposition *
equal_identity (const Cone *cone, const ChaseTerm *loop, const ChaseTerm *object)
{
  ChaseTerm *args[] = { (ChaseTerm *)object };

  return chase_say_equal (chase_term_ref (loop), chase_term_new (CHASE_TERM_IDENTITY, args, 1, 0),
                          cone->saying.in);
}

/* |Hom (a, b)| = 1. */
static ChaseProposition *
one_arrow (const Cone *cone, const ChaseTerm *a, const ChaseTerm *b)
{
  ChaseProposition *said = chase_proposition_new (CHASE_PROPOSITION_COUNT);

  said->count = CHASE_COUNT_HOM;
  said->number = chase_name_new ("1");
  chase_proposition_take (&said->terms, chase_term_ref (cone->saying.dual ? b : a));
  chase_proposition_take (&said->terms, chase_term_ref (cone->saying.dual ? a : b));
  said->in = chase_term_ref (cone->saying.in);
  return said;
}

/* Both legs, and then the arrows, are the same; or it is no cone. */
static ChaseProposition *
commutes (const Cone *cone, guint second_leg)
{
  return chase_say_equal (
      chase_saying_after (&cone->saying, base (cone, 0), leg (cone, 0)),
      chase_saying_after (&cone->saying, base (cone, 1), leg (cone, second_leg)), cone->saying.in);
}

/* The graph. */

static const ChasePresentation *
graph (const Cone *cone)
{
  return cone->category->presentation;
}

static guint32
object_of (const Cone *cone, const ChaseTerm *term)
{
  guint32 object;

  return chase_theory_object (cone->theory, cone->category, term, &object, NULL) ? object : NOWHERE;
}

/* Which objects have a path to @object (of a colimit: from it)? Caller frees. */
static gboolean *
reaching (const Cone *cone, guint32 object)
{
  const ChasePresentation *p = graph (cone);
  gboolean *seen = g_new0 (gboolean, chase_presentation_n_objects (p) + 1);
  gboolean changed = TRUE;

  seen[object] = TRUE;
  while (changed)
    {
      changed = FALSE;
      for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
        {
          const ChaseArrow *arrow = chase_presentation_arrow (p, f);
          guint32 from = cone->saying.dual ? arrow->target : arrow->source;
          guint32 to = cone->saying.dual ? arrow->source : arrow->target;

          if (!seen[to] || seen[from])
            continue;
          seen[from] = changed = TRUE;
        }
    }
  return seen;
}

/* A generator from @object to itself as a term, or NULL. Caller owns it. */
static ChaseTerm *
loop_at (const Cone *cone, guint32 object)
{
  const ChasePresentation *p = graph (cone);

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      if (!arrow->formal && arrow->source == object && arrow->target == object)
        return chase_term_new_name (arrow->name);
    }
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    for (guint32 g = 0; g < chase_presentation_n_arrows (p); g++)
      {
        const ChaseArrow *first = chase_presentation_arrow (p, f);
        const ChaseArrow *second = chase_presentation_arrow (p, g);
        g_autoptr (ChaseTerm) one = NULL;
        g_autoptr (ChaseTerm) two = NULL;

        if (first->formal || second->formal || first->source != object
            || second->source != first->target || second->target != object)
          continue;
        one = chase_term_new_name (first->name);
        two = chase_term_new_name (second->name);
        return chase_term_after (two, one);
      }
  return NULL;
}

/* Every generator has (@expect), or none has. */
static void
all_generators (const Cone *cone, ChaseImplication *implication, gboolean expect,
                ChaseAdjective adjective)
{
  const ChasePresentation *p = graph (cone);

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      g_autoptr (ChaseTerm) name = NULL;

      if (chase_presentation_arrow (p, f)->formal)
        continue;
      name = chase_term_new_name (chase_presentation_arrow (p, f)->name);
      chase_imply_part (implication, expect, chase_saying_is (&cone->saying, name, adjective));
    }
}

/* Products. */

/* A leg p to A is split, if there is an arrow A -> B to make a cone with the identity; and where p
 * is an isomorphism that arrow is the only one. */
static void
of_product_leg (const Cone *cone, guint i, gboolean arrow)
{
  const ChaseTerm *one = base (cone, i), *other = base (cone, 1 - i);
  ChaseImplication *implication;

  if (arrow)
    chase_imply_one (cone->saying.list, FALSE, FALSE,
                     chase_saying_is (&cone->saying, leg (cone, i), CHASE_ADJECTIVE_SPLIT_EPI));
  chase_imply_two (cone->saying.list, TRUE, TRUE,
                   chase_saying_is (&cone->saying, leg (cone, i), CHASE_ADJECTIVE_ISO),
                   chase_saying_is (&cone->saying, other, CHASE_ADJECTIVE_TERMINAL));
  implication = chase_imply (cone->saying.list, FALSE);
  chase_imply_part (implication, TRUE,
                    chase_saying_is (&cone->saying, other, CHASE_ADJECTIVE_TERMINAL));
  chase_imply_part (implication, FALSE,
                    chase_saying_is (&cone->saying, leg (cone, i), CHASE_ADJECTIVE_ISO));
  implication = chase_imply (cone->saying.list, FALSE);
  chase_imply_part (implication, TRUE,
                    chase_saying_is (&cone->saying, leg (cone, i), CHASE_ADJECTIVE_ISO));
  chase_imply_part (implication, FALSE, one_arrow (cone, one, other));
}

static void
of_given_product (const Cone *cone, const guint32 *feet, gboolean *const *seen)
{
  g_autoptr (ChaseTerm) loop = loop_at (cone, feet[0]);
  ChaseImplication *implication;

  for (guint i = 0; i < 2; i++)
    of_product_leg (cone, i, seen[1 - i][feet[i]]);
  if (feet[0] != feet[1] || loop == NULL)
    return;
  /* With p = q, the cone of the identity and a loop has no mediating morphism. */
  implication = chase_imply (cone->saying.list, FALSE);
  chase_imply_part (implication, TRUE,
                    chase_saying_equal (&cone->saying, leg (cone, 0), leg (cone, 1)));
  chase_imply_part (implication, FALSE, equal_identity (cone, loop, base (cone, 0)));
}

/* Where no generator is a split epi, identities alone are, and so would be the legs. */
static void
of_product (const Cone *cone, const guint32 *feet, gboolean *const *seen)
{
  guint32 n = chase_presentation_n_objects (graph (cone));
  g_autoptr (ChaseTerm) loop = loop_at (cone, feet[0]);
  gboolean there = seen[1][feet[0]], back = seen[0][feet[1]], any = FALSE;
  ChaseImplication *implication;

  for (guint32 x = 0; x < n; x++)
    any = any || (seen[0][x] && seen[1][x]);
  if (!any)
    chase_imply (cone->saying.list, FALSE)->reason = N_ ("There is no cone at all.");
  for (guint i = 0; i < 2; i++)
    chase_imply_one (cone->saying.list, TRUE, TRUE,
                     chase_saying_is (&cone->saying, base (cone, i), CHASE_ADJECTIVE_TERMINAL));
  if (!there && !back)
    return;
  /* Where all are isomorphisms, the legs are, and there is but one arrow. */
  implication = chase_imply (cone->saying.list, FALSE);
  all_generators (cone, implication, TRUE, CHASE_ADJECTIVE_ISO);
  chase_imply_part (implication, FALSE,
                    one_arrow (cone, base (cone, there ? 0 : 1), base (cone, there ? 1 : 0)));
  if (feet[0] == feet[1] && loop == NULL)
    return;
  implication = chase_imply (cone->saying.list, FALSE);
  all_generators (cone, implication, FALSE, CHASE_ADJECTIVE_SPLIT_EPI);
  if (feet[0] == feet[1])
    chase_imply_part (implication, FALSE, equal_identity (cone, loop, base (cone, 0)));
  else if (there != back)
    chase_imply_part (implication, FALSE,
                      one_arrow (cone, base (cone, there ? 0 : 1), base (cone, there ? 1 : 0)));
}

static void
of_objects (const Cone *cone)
{
  guint32 feet[2];
  gboolean *seen[2];

  if (cone->base->len != 2 || (cone->legs != NULL && cone->legs->len != 2))
    return;
  for (guint i = 0; i < 2; i++)
    feet[i] = object_of (cone, base (cone, i));
  if (feet[0] == NOWHERE || feet[1] == NOWHERE)
    return;
  for (guint i = 0; i < 2; i++)
    seen[i] = reaching (cone, feet[i]);
  if (cone->legs != NULL)
    of_given_product (cone, feet, seen);
  else
    of_product (cone, feet, seen);
  g_free (seen[0]);
  g_free (seen[1]);
}

/* Equalizers. */

/* f = e . r where r . e is an identity, and g is one: e is split by r. */
static void
of_split_equalizer (const Cone *cone)
{
  const ChasePresentation *p = graph (cone);

  for (guint i = 0; i < 2; i++)
    for (guint32 k = 0; k < chase_presentation_n_arrows (p); k++)
      {
        ChaseImplication *implication;
        g_autoptr (ChaseTerm) r = NULL;
        g_autoptr (ChaseTerm) there = NULL;
        g_autoptr (ChaseTerm) back = NULL;

        if (chase_presentation_arrow (p, k)->formal)
          continue;
        r = chase_term_new_name (chase_presentation_arrow (p, k)->name);
        there = chase_saying_after (&cone->saying, r, leg (cone, 0));
        back = chase_saying_after (&cone->saying, leg (cone, 0), r);
        implication = chase_imply (cone->saying.list, TRUE);
        chase_imply_part (
            implication, TRUE,
            chase_saying_is (&cone->saying, base (cone, i), CHASE_ADJECTIVE_IDENTITY));
        chase_imply_part (implication, TRUE,
                          chase_saying_equal (&cone->saying, back, base (cone, 1 - i)));
        chase_imply_part (implication, TRUE,
                          chase_saying_is (&cone->saying, there, CHASE_ADJECTIVE_IDENTITY));
      }
}

static void
of_equalizer (const Cone *cone)
{
  ChaseProposition *same = chase_saying_equal (&cone->saying, base (cone, 0), base (cone, 1));
  ChaseImplication *implication;

  if (cone->legs == NULL)
    {
      chase_imply_one (cone->saying.list, TRUE, TRUE, chase_proposition_ref (same));
      /* Where all cancel, nothing makes different arrows equal. */
      implication = chase_imply (cone->saying.list, FALSE);
      all_generators (cone, implication, TRUE, CHASE_ADJECTIVE_EPI);
      chase_imply_part (implication, FALSE, same);
      return;
    }
  chase_imply_one (cone->saying.list, FALSE, FALSE, commutes (cone, 0));
  chase_imply_one (cone->saying.list, FALSE, FALSE,
                   chase_saying_is (&cone->saying, leg (cone, 0), CHASE_ADJECTIVE_MONO));
  chase_imply_two (cone->saying.list, TRUE, TRUE, chase_proposition_ref (same),
                   chase_saying_is (&cone->saying, leg (cone, 0), CHASE_ADJECTIVE_ISO));
  implication = chase_imply (cone->saying.list, FALSE);
  chase_imply_part (implication, TRUE, same);
  chase_imply_part (implication, FALSE,
                    chase_saying_is (&cone->saying, leg (cone, 0), CHASE_ADJECTIVE_ISO));
  of_split_equalizer (cone);
}

/* Pullbacks: of an isomorphism, of a mono with itself; and what they keep. */

/* f = g . x, by a generator x: then the cone of the identity and x factors through the given one;
 * and where g is mono, that cone is the pullback. */
static void
of_factors (const Cone *cone, guint i)
{
  const ChasePresentation *p = graph (cone);

  for (guint32 k = 0; k < chase_presentation_n_arrows (p); k++)
    {
      ChaseImplication *implication;
      g_autoptr (ChaseTerm) x = NULL;
      g_autoptr (ChaseTerm) whole = NULL;

      if (chase_presentation_arrow (p, k)->formal)
        continue;
      x = chase_term_new_name (chase_presentation_arrow (p, k)->name);
      whole = chase_saying_after (&cone->saying, base (cone, i), x);
      implication = chase_imply (cone->saying.list, cone->legs == NULL);
      chase_imply_part (implication, TRUE,
                        chase_saying_equal (&cone->saying, whole, base (cone, 1 - i)));
      if (cone->legs == NULL)
        chase_imply_part (implication, TRUE,
                          chase_saying_is (&cone->saying, base (cone, i), CHASE_ADJECTIVE_MONO));
      else
        chase_imply_part (
            implication, FALSE,
            chase_saying_is (&cone->saying, leg (cone, 1 - i), CHASE_ADJECTIVE_SPLIT_EPI));
    }
}

static void
of_pullback_side (const Cone *cone, guint i)
{
  static const ChaseAdjective kept[]
      = { CHASE_ADJECTIVE_ISO, CHASE_ADJECTIVE_MONO, CHASE_ADJECTIVE_SPLIT_EPI };
  ChaseImplication *implication;

  if (cone->legs == NULL)
    {
      chase_imply_one (cone->saying.list, TRUE, TRUE,
                       chase_saying_is (&cone->saying, base (cone, i), CHASE_ADJECTIVE_ISO));
      of_factors (cone, i);
      return;
    }
  implication = chase_imply (cone->saying.list, TRUE);
  chase_imply_part (implication, TRUE,
                    chase_saying_is (&cone->saying, base (cone, i), CHASE_ADJECTIVE_MONO));
  chase_imply_part (implication, TRUE,
                    chase_saying_is (&cone->saying, leg (cone, 1 - i), CHASE_ADJECTIVE_ISO));
  chase_imply_part (implication, TRUE, commutes (cone, 1));
  for (guint k = 0; k < G_N_ELEMENTS (kept); k++)
    {
      implication = chase_imply (cone->saying.list, FALSE);
      chase_imply_part (implication, TRUE,
                        chase_saying_is (&cone->saying, base (cone, i), kept[k]));
      chase_imply_part (implication, FALSE,
                        chase_saying_is (&cone->saying, leg (cone, 1 - i), kept[k]));
    }
  of_factors (cone, i);
}

static void
of_pullback (const Cone *cone)
{
  ChaseProposition *same = chase_saying_equal (&cone->saying, base (cone, 0), base (cone, 1));
  ChaseImplication *implication;

  if (cone->legs != NULL)
    chase_imply_one (cone->saying.list, FALSE, FALSE, commutes (cone, 1));
  for (guint i = 0; i < 2; i++)
    of_pullback_side (cone, i);
  for (guint mono = 0; mono < 2; mono++)
    {
      if (!mono && cone->legs == NULL)
        continue;
      implication = chase_imply (cone->saying.list, mono);
      chase_imply_part (implication, TRUE, chase_proposition_ref (same));
      chase_imply_part (implication, mono,
                        chase_saying_is (&cone->saying, base (cone, 0), CHASE_ADJECTIVE_MONO));
      if (cone->legs == NULL)
        continue;
      chase_imply_part (implication, TRUE,
                        chase_saying_equal (&cone->saying, leg (cone, 0), leg (cone, 1)));
      chase_imply_part (implication, TRUE,
                        chase_saying_is (&cone->saying, leg (cone, 0), CHASE_ADJECTIVE_ISO));
    }
  for (guint i = 0; i < 2 && cone->legs != NULL; i++)
    {
      implication = chase_imply (cone->saying.list, FALSE);
      chase_imply_part (implication, TRUE, chase_proposition_ref (same));
      chase_imply_part (implication, FALSE,
                        chase_saying_is (&cone->saying, leg (cone, i), CHASE_ADJECTIVE_SPLIT_EPI));
    }
  chase_proposition_unref (same);
}

static void
of_shape (const Cone *cone, ChaseUniversalShape shape)
{
  switch ((int)shape)
    {
    case CHASE_SHAPE_PRODUCT:
    case CHASE_SHAPE_COPRODUCT:
      of_objects (cone);
      return;
    case CHASE_SHAPE_EQUALIZER:
    case CHASE_SHAPE_COEQUALIZER:
      if (cone->base->len == 2 && (cone->legs == NULL || cone->legs->len == 1))
        of_equalizer (cone);
      return;
    case CHASE_SHAPE_PULLBACK:
    case CHASE_SHAPE_PUSHOUT:
      if (cone->base->len == 2 && (cone->legs == NULL || cone->legs->len == 2))
        of_pullback (cone);
      return;
    default:
      return;
    }
}

void
chase_imply_universal (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *list)
{
  gboolean given = proposition->kind == CHASE_PROPOSITION_UNIVERSAL;
  g_autoptr (ChaseTerm) in = NULL;
  Cone cone = { .theory = theory, .saying = { .list = list } };

  if ((!given && proposition->kind != CHASE_PROPOSITION_EXISTS) || proposition->base == NULL
      || (given && proposition->legs == NULL))
    return;
  cone.category = chase_theory_proposition_category (theory, proposition, NULL);
  if (cone.category == NULL || cone.category->kind != CHASE_CATEGORY_PRESENTED)
    return;
  in = proposition->in != NULL ? chase_term_ref (proposition->in)
                               : chase_term_new_name (cone.category->key);
  cone.saying.in = in;
  cone.saying.dual = proposition->shape == CHASE_SHAPE_COPRODUCT
                     || proposition->shape == CHASE_SHAPE_COEQUALIZER
                     || proposition->shape == CHASE_SHAPE_PUSHOUT;
  cone.base = proposition->base;
  cone.legs = given ? proposition->legs : NULL;
  of_shape (&cone, proposition->shape);
}
