/* SPDX-License-Identifier: MIT */
#include "engine/set-families.h"

#include "engine/classes.h"

gboolean
chase_set_family_fits (const ChaseSetCone *cone, guint32 at, const guint32 *family, guint last)
{
  for (guint k = 0; k < cone->conditions->len; k++)
    {
      const ChaseSetCondition *condition = g_ptr_array_index (cone->conditions, k);

      if (MAX (condition->i, condition->j) == last
          && chase_set_image (condition->first, at, family[condition->i])
                 != chase_set_image (condition->second, at, family[condition->j]))
        return FALSE;
    }
  return TRUE;
}

guint32 *
chase_set_cone_glue (const ChaseSetCone *cone, guint32 at, guint32 *first)
{
  guint n = cone->feet->len;
  guint32 *root;

  first[0] = 0;
  for (guint i = 0; i < n; i++)
    first[i + 1] = first[i] + ((const ChaseSets *)g_ptr_array_index (cone->feet, i))->sizes[at];
  root = g_new (guint32, first[n] + 1);
  for (guint32 x = 0; x < first[n]; x++)
    root[x] = x;
  for (guint k = 0; k < cone->conditions->len; k++)
    {
      const ChaseSetCondition *condition = g_ptr_array_index (cone->conditions, k);
      const ChaseSetMap *map = condition->first != NULL ? condition->first : condition->second;

      for (guint32 x = 0; x < map->from->sizes[at]; x++)
        {
          guint32 one = chase_class_of (root, first[condition->i]
                                                  + chase_set_image (condition->first, at, x));
          guint32 two = chase_class_of (root, first[condition->j]
                                                  + chase_set_image (condition->second, at, x));

          root[MAX (one, two)] = MIN (one, two);
        }
    }
  for (guint32 x = 0; x < first[n]; x++)
    root[x] = chase_class_of (root, x);
  return root;
}
