/* SPDX-License-Identifier: MIT */
#include "evidence/conditions.h"

#include "evidence/report-private.h"

/* Transformations as the document or a report gives them. */

static gboolean
find_choice (const ChaseConditions *conditions, guint32 object, guint32 morphism, guint32 *value)
{
  for (*value = 0; *value < conditions->sizes[object]; ++*value)
    if (g_array_index ((GArray *)g_ptr_array_index (conditions->choices, object), guint32, *value)
        == morphism)
      return TRUE;
  return FALSE;
}

static gboolean
read_component (const ChaseConditions *conditions, const ChaseTransformation *alpha, guint32 a,
                guint32 *values)
{
  const ChaseSets *from = conditions->from;

  if (from == NULL)
    return find_choice (
        conditions, a,
        chase_enumerated_value (conditions->target, alpha->from->objects[a], alpha->words[a]),
        &values[a]);
  for (guint32 x = 0; x < from->sizes[a]; x++)
    {
      values[from->first[a] + x] = alpha->functions[alpha->offsets[a] + x];
      if (values[from->first[a] + x] >= conditions->to->sizes[a])
        return FALSE;
    }
  return TRUE;
}

gboolean
chase_conditions_read (const ChaseConditions *conditions, const ChaseTransformation *alpha,
                       guint32 *values)
{
  if (alpha->form
      != (conditions->from != NULL ? CHASE_TRANSFORMATION_FUNCTIONS : CHASE_TRANSFORMATION_WORDS))
    return FALSE;
  for (guint32 a = 0; a < chase_presentation_n_objects (conditions->source); a++)
    if (!read_component (conditions, alpha, a, values))
      return FALSE;
  return TRUE;
}

static gboolean
parse_function (const ChaseConditions *conditions, guint32 a, JsonNode *node, guint32 *values)
{
  const ChaseSets *from = conditions->from;
  const ChaseSets *to = conditions->to;
  JsonObject *function = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (function == NULL || json_object_get_size (function) != from->sizes[a])
    return FALSE;
  for (guint32 x = 0; x < from->sizes[a]; x++)
    {
      const char *name = chase_report_string (function, from->names[from->first[a] + x]);
      guint32 *y = &values[from->first[a] + x];

      for (*y = 0; *y < to->sizes[a]; ++*y)
        if (g_strcmp0 (to->names[to->first[a] + *y], name) == 0)
          break;
      if (*y == to->sizes[a])
        return FALSE;
    }
  return TRUE;
}

/* A component into a finite category is a path; an empty one is the identity of what it must start
 * from, if there is one to choose. */
static gboolean
parse_path (const ChaseConditions *conditions, guint32 a, JsonNode *node, guint32 *values)
{
  const ChaseFinite *d = conditions->target->finite;

  if (conditions->sizes[a] == 0)
    return FALSE;
  return find_choice (conditions, a,
                      chase_report_morphism (
                          conditions->target, node,
                          d->source[g_array_index (
                              (GArray *)g_ptr_array_index (conditions->choices, a), guint32, 0)]),
                      &values[a]);
}

gboolean
chase_conditions_parse (const ChaseConditions *conditions, JsonObject *object, guint32 *values)
{
  guint32 n = chase_presentation_n_objects (conditions->source);

  if (object == NULL || json_object_get_size (object) != n)
    return FALSE;
  for (guint32 a = 0; a < n; a++)
    {
      JsonNode *node
          = json_object_get_member (object, chase_presentation_object_name (conditions->source, a));

      if (node == NULL
          || !(conditions->from != NULL ? parse_function (conditions, a, node, values)
                                        : parse_path (conditions, a, node, values)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_function (const ChaseConditions *conditions, const guint32 *values, guint32 a, JsonNode *node)
{
  const ChaseSets *from = conditions->from;
  JsonObject *function
      = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (function == NULL || json_object_get_size (function) != from->sizes[a])
    return FALSE;
  for (gsize i = from->first[a]; i < from->first[a + 1]; i++)
    if (g_strcmp0 (chase_report_string (function, from->names[i]),
                   conditions->to->names[conditions->to->first[a] + values[i]])
        != 0)
      return FALSE;
  return TRUE;
}

gboolean
chase_conditions_are (const ChaseConditions *conditions, const guint32 *values, JsonNode *node)
{
  guint32 n = chase_presentation_n_objects (conditions->source);
  g_autofree guint32 *given = g_new0 (guint32, n + 1);
  JsonObject *object
      = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (object == NULL || json_object_get_size (object) != n)
    return FALSE;
  for (guint32 a = 0; a < n; a++)
    {
      JsonNode *part
          = json_object_get_member (object, chase_presentation_object_name (conditions->source, a));

      if (part == NULL)
        return FALSE;
      if (conditions->from != NULL
              ? !is_function (conditions, values, a, part)
              : !parse_path (conditions, a, part, given) || given[a] != values[a])
        return FALSE;
    }
  return TRUE;
}
