/* SPDX-License-Identifier: MIT */
#include "engine/natural.h"

/* Components that are bijections, or isomorphisms of a finite category. */

static guint32
choice (const ChaseNaturality *naturality, guint32 object, guint32 k)
{
  return g_array_index ((GArray *)g_ptr_array_index (naturality->choices, object), guint32, k);
}

static gboolean
is_bijection (const ChaseNaturality *naturality, const guint32 *values, guint32 object)
{
  guint32 n = naturality->from->sizes[object];
  g_autofree gboolean *hit = g_new0 (gboolean, n + 1);

  if (naturality->to->sizes[object] != n)
    return FALSE;
  for (guint32 x = 0; x < n; x++)
    {
      guint32 y = values[naturality->from->first[object] + x];

      if (hit[y])
        return FALSE;
      hit[y] = TRUE;
    }
  return TRUE;
}

static gboolean
is_iso (const ChaseFinite *d, guint32 morphism)
{
  guint32 back;

  return chase_finite_find_back (d, morphism, TRUE, TRUE, &back);
}

gboolean
chase_natural_inverts (const ChaseNaturality *naturality, const guint32 *values, guint32 object)
{
  if (naturality->from != NULL)
    return is_bijection (naturality, values, object);
  return is_iso (naturality->target->finite, choice (naturality, object, values[object]));
}

gboolean
chase_natural_is_invertible (const ChaseNaturality *naturality, const guint32 *values)
{
  for (guint32 a = 0; a < chase_presentation_n_objects (naturality->source); a++)
    if (!chase_natural_inverts (naturality, values, a))
      return FALSE;
  return TRUE;
}

gboolean
chase_natural_may_invert (const ChaseNaturality *naturality, guint32 object)
{
  if (naturality->from != NULL)
    return naturality->from->sizes[object] == naturality->to->sizes[object];
  for (guint32 k = 0; k < naturality->sizes[object]; k++)
    if (is_iso (naturality->target->finite, choice (naturality, object, k)))
      return TRUE;
  return FALSE;
}

static gboolean
read_component (const ChaseNaturality *naturality, const ChaseTransformation *alpha, guint32 object,
                guint32 *values)
{
  guint32 morphism = chase_enumerated_value (naturality->target, alpha->from->objects[object],
                                             alpha->words[object]);

  for (guint32 k = 0; k < naturality->sizes[object]; k++)
    if (choice (naturality, object, k) == morphism)
      {
        values[object] = k;
        return TRUE;
      }
  return FALSE;
}

gboolean
chase_natural_read (const ChaseNaturality *naturality, const ChaseTransformation *alpha,
                    guint32 *values)
{
  guint32 n = chase_presentation_n_objects (naturality->source);

  if (alpha->form == CHASE_TRANSFORMATION_TERM
      || (alpha->form == CHASE_TRANSFORMATION_FUNCTIONS) != (naturality->from != NULL))
    return FALSE;
  for (guint32 a = 0; a < n; a++)
    {
      if (naturality->from == NULL)
        {
          if (!read_component (naturality, alpha, a, values))
            return FALSE;
          continue;
        }
      for (guint32 x = 0; x < naturality->from->sizes[a]; x++)
        {
          guint32 y = alpha->functions[alpha->offsets[a] + x];

          if (y >= naturality->to->sizes[a])
            return FALSE;
          values[naturality->from->first[a] + x] = y;
        }
    }
  return TRUE;
}
