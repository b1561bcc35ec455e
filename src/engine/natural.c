/* SPDX-License-Identifier: MIT */
#include "engine/natural.h"

#include "engine/classes.h"

#include <string.h>

static void
part_free (gpointer data)
{
  ChaseNaturalPart *part = data;

  g_array_unref (part->variables);
  g_array_unref (part->values);
  g_free (part);
}

GPtrArray *
chase_natural_parts (const ChaseNaturality *naturality)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);
  guint32 n = naturality->n_variables;
  g_autofree guint32 *root = g_new (guint32, n + 1);
  g_autofree ChaseNaturalPart **part = g_new0 (ChaseNaturalPart *, n + 1);

  for (guint32 i = 0; i < n; i++)
    root[i] = i;
  for (guint i = 0; i < naturality->squares->len; i++)
    {
      const ChaseNaturalSquare *square
          = &g_array_index (naturality->squares, ChaseNaturalSquare, i);

      root[chase_class_of (root, square->u)] = chase_class_of (root, square->v);
    }
  for (guint32 i = 0; i < n; i++)
    {
      guint32 r = chase_class_of (root, i);

      if (part[r] == NULL)
        {
          part[r] = g_new0 (ChaseNaturalPart, 1);
          part[r]->variables = g_array_new (FALSE, FALSE, sizeof (guint32));
          part[r]->values = g_array_new (FALSE, FALSE, sizeof (guint32));
          g_ptr_array_add (parts, part[r]);
        }
      g_array_append_val (part[r]->variables, i);
    }
  return parts;
}

void
chase_natural_part_add (const ChaseNaturality *naturality, ChaseNaturalPart *part,
                        const guint32 *values)
{
  ChaseTally one = chase_tally_one (1);

  for (guint i = 0; i < part->variables->len; i++)
    {
      guint32 variable = g_array_index (part->variables, guint32, i);

      if (variable < naturality->n_weighed)
        one.weight = chase_modulo_multiply (one.weight,
                                            chase_fingerprint_weight (variable, values[variable]),
                                            CHASE_FINGERPRINT_PRIME);
      if (part->tally.count < CHASE_LISTED)
        g_array_append_val (part->values, values[variable]);
    }
  chase_tally_add (&part->tally, one, CHASE_FINGERPRINT_PRIME);
}

gboolean
chase_natural_total (const GPtrArray *parts, guint64 *count, guint64 *fingerprint)
{
  ChaseTally total = chase_tally_one (1);

  for (guint i = 0; i < parts->len; i++)
    total = chase_tally_multiply (total,
                                  ((const ChaseNaturalPart *)g_ptr_array_index (parts, i))->tally,
                                  CHASE_FINGERPRINT_PRIME);
  *count = total.count;
  *fingerprint = total.weight;
  return !total.overflow;
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint32 *one = *(guint32 *const *)a;
  const guint32 *two = *(guint32 *const *)b;
  guint32 n = GPOINTER_TO_UINT (data);

  for (guint32 i = 0; i < n; i++)
    if (one[i] != two[i])
      return one[i] < two[i] ? -1 : 1;
  return 0;
}

/* The combination number @k: the parts' solutions are its digits. */
static guint32 *
combination (const GPtrArray *parts, guint32 n, guint64 k)
{
  guint32 *values = g_new0 (guint32, n + 1);

  for (guint i = 0; i < parts->len; i++)
    {
      const ChaseNaturalPart *part = g_ptr_array_index (parts, i);
      guint64 count = MAX (part->values->len / MAX (part->variables->len, 1), 1);
      guint begin = (guint)(k % count) * part->variables->len;

      k /= count;
      for (guint j = 0; j < part->variables->len; j++)
        values[g_array_index (part->variables, guint32, j)]
            = g_array_index (part->values, guint32, begin + j);
    }
  return values;
}

guint32 *
chase_natural_combination (const ChaseNaturality *naturality, const GPtrArray *parts, guint64 k)
{
  return combination (parts, naturality->n_variables, k);
}

GPtrArray *
chase_natural_list (const ChaseNaturality *naturality, const GPtrArray *parts)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  guint64 count, fingerprint;

  if (!chase_natural_total (parts, &count, &fingerprint) || count > CHASE_LISTED)
    return list;
  for (guint64 k = 0; k < count; k++)
    g_ptr_array_add (list, combination (parts, naturality->n_variables, k));
  g_ptr_array_sort_with_data (list, compare, GUINT_TO_POINTER (naturality->n_variables));
  return list;
}

/* The name of an element of the second functor: all lists of values share its node. */
static JsonNode *
name_json (ChaseNaturality *naturality, gsize y)
{
  const ChaseSets *to = naturality->to;

  if (naturality->nodes == NULL)
    naturality->nodes = g_new0 (gpointer, to->first[to->n_objects] + 1);
  if (naturality->nodes[y] == NULL)
    naturality->nodes[y] = json_node_init_string (json_node_alloc (), to->names[y]);
  return json_node_ref (naturality->nodes[y]);
}

static JsonObject *
function_json (ChaseNaturality *naturality, guint32 a, const guint32 *values)
{
  const ChaseSets *from = naturality->from;
  JsonObject *function = json_object_new ();

  for (guint32 x = 0; x < from->sizes[a]; x++)
    json_object_set_member (
        function, from->names[from->first[a] + x],
        name_json (naturality, naturality->to->first[a] + values[from->first[a] + x]));
  return function;
}

static JsonArray *
path_json (const ChaseEnumerated *target, guint32 morphism)
{
  ChaseWord word = chase_enumerated_word (target, morphism);
  JsonArray *path = json_array_new ();

  for (guint32 i = 0; i < word.length; i++)
    json_array_add_string_element (
        path, chase_presentation_arrow (target->presentation, word.letters[i])->name);
  return path;
}

JsonObject *
chase_natural_json (const ChaseNaturality *naturality, const guint32 *values)
{
  JsonObject *object = json_object_new ();

  for (guint32 a = 0; a < chase_presentation_n_objects (naturality->source); a++)
    {
      const ChaseName *name = chase_presentation_object_name (naturality->source, a);

      if (naturality->from != NULL)
        json_object_set_object_member (object, name,
                                       function_json ((ChaseNaturality *)naturality, a, values));
      else
        json_object_set_array_member (
            object, name,
            path_json (naturality->target,
                       g_array_index ((GArray *)g_ptr_array_index (naturality->choices, a), guint32,
                                      values[a])));
    }
  return object;
}

gboolean
chase_natural_is (const ChaseNaturality *naturality, const guint32 *values)
{
  for (guint i = 0; i < naturality->squares->len; i++)
    {
      const ChaseNaturalSquare *square
          = &g_array_index (naturality->squares, ChaseNaturalSquare, i);

      if (!chase_naturality_agrees (naturality, square, values[square->u], values[square->v]))
        return FALSE;
    }
  return TRUE;
}
