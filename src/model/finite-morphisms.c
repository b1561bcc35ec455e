/* SPDX-License-Identifier: MIT */
#include "model/finite.h"

#define NOWHERE G_MAXUINT32

/* Calls for each morphism, identities included, whose end (source, or target with @into) is
 * @object. */
static guint32
next_at (const ChaseFinite *finite, gboolean into, guint32 object, guint32 from)
{
  for (guint32 f = from; f < chase_finite_n_morphisms (finite); f++)
    if ((into ? finite->target[f] : finite->source[f]) == object)
      return f;
  return NOWHERE;
}

/*
 * A mono f : A -> B tells x, y : Z -> A apart when f x and f y differ: x f in diagram order.
 * Composites are kept by the other end's object and the product: the first two that agree are the
 * witness.
 */
gboolean
chase_finite_find_confused (const ChaseFinite *finite, guint32 morphism, gboolean before,
                            guint32 *first, guint32 *second)
{
  guint32 object = before ? finite->source[morphism] : finite->target[morphism];
  g_autofree guint32 *seen = g_new (guint32, chase_finite_n_morphisms (finite) + 1);

  for (guint32 i = 0; i < chase_finite_n_morphisms (finite); i++)
    seen[i] = NOWHERE;
  for (guint32 x = next_at (finite, before, object, 0); x != NOWHERE;
       x = next_at (finite, before, object, x + 1))
    {
      guint32 product = before ? chase_finite_compose (finite, x, morphism)
                               : chase_finite_compose (finite, morphism, x);

      /* Composites of x and y are one morphism only if x and y are parallel. */
      if (seen[product] != NOWHERE)
        {
          *first = seen[product];
          *second = x;
          return TRUE;
        }
      seen[product] = x;
    }
  return FALSE;
}

gboolean
chase_finite_find_back (const ChaseFinite *finite, guint32 morphism, gboolean retraction,
                        gboolean section, guint32 *back)
{
  guint32 a = finite->source[morphism];
  guint32 b = finite->target[morphism];

  for (guint32 g = next_at (finite, FALSE, b, 0); g != NOWHERE;
       g = next_at (finite, FALSE, b, g + 1))
    {
      if (finite->target[g] != a)
        continue;
      if (retraction
          && chase_finite_compose (finite, morphism, g) != chase_finite_identity (finite, a))
        continue;
      if (section
          && chase_finite_compose (finite, g, morphism) != chase_finite_identity (finite, b))
        continue;
      *back = g;
      return TRUE;
    }
  return FALSE;
}

gboolean
chase_finite_has_property (const ChaseFinite *finite, guint32 morphism, ChaseProperty property)
{
  guint32 first, second;

  switch (property)
    {
    case CHASE_PROPERTY_MONO:
      return !chase_finite_find_confused (finite, morphism, TRUE, &first, &second);
    case CHASE_PROPERTY_EPI:
      return !chase_finite_find_confused (finite, morphism, FALSE, &first, &second);
    case CHASE_PROPERTY_ISO:
      return chase_finite_find_back (finite, morphism, TRUE, TRUE, &first);
    case CHASE_PROPERTY_SPLIT_MONO:
      return chase_finite_find_back (finite, morphism, TRUE, FALSE, &first);
    case CHASE_PROPERTY_SPLIT_EPI:
      return chase_finite_find_back (finite, morphism, FALSE, TRUE, &first);
    case CHASE_PROPERTY_IDEMPOTENT:
      return finite->source[morphism] == finite->target[morphism]
             && chase_finite_compose (finite, morphism, morphism) == morphism;
    default:
      return FALSE;
    }
}
