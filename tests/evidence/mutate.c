/* SPDX-License-Identifier: MIT */
#include "mutate.h"

typedef struct
{
  guint left;         /* changes to go by before the one that is made */
  GPtrArray *strings; /* all that occur, as values or as keys */
  gboolean done;
} Mutator;

static gboolean
turn (Mutator *m)
{
  if (m->done || m->left-- > 0)
    return FALSE;
  m->done = TRUE;
  return TRUE;
}

static void
collect (Mutator *m, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr (GList) keys = json_object_get_members (json_node_get_object (node));

      for (GList *k = keys; k != NULL; k = k->next)
        {
          if (!g_ptr_array_find_with_equal_func (m->strings, k->data, g_str_equal, NULL))
            g_ptr_array_add (m->strings, g_strdup (k->data));
          collect (m, json_object_get_member (json_node_get_object (node), k->data));
        }
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      collect (m, json_array_get_element (json_node_get_array (node), i));
  else if (json_node_get_value_type (node) == G_TYPE_STRING
           && !g_ptr_array_find_with_equal_func (m->strings, json_node_get_string (node),
                                                 g_str_equal, NULL))
    g_ptr_array_add (m->strings, json_node_dup_string (node));
}

static JsonNode *
string_node (const char *text)
{
  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
int_node (gint64 value)
{
  return json_node_init_int (json_node_alloc (), value);
}

/* Another value for the node, or NULL. */
static JsonNode *
instead_of_value (Mutator *m, JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  if (type == G_TYPE_INT64)
    {
      static const gint64 others[] = { -1, 1, -2, 2, 1000000, 4294967296 };

      for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        if (turn (m))
          return int_node (json_node_get_int (node) + others[i]);
    }
  if (type == G_TYPE_BOOLEAN && turn (m))
    return json_node_init_boolean (json_node_alloc (), !json_node_get_boolean (node));
  if (type == G_TYPE_STRING)
    for (guint i = 0; i < m->strings->len; i++)
      if (!g_str_equal (json_node_get_string (node), g_ptr_array_index (m->strings, i)) && turn (m))
        return string_node (g_ptr_array_index (m->strings, i));
  if (turn (m))
    return json_node_init_null (json_node_alloc ());
  if (type != G_TYPE_STRING && turn (m))
    return string_node ("nothing of the kind");
  if (type != G_TYPE_INT64 && turn (m))
    return int_node (0);
  if (!JSON_NODE_HOLDS_ARRAY (node) && turn (m))
    return json_node_init_array (json_node_alloc (), json_array_new ());
  if (!JSON_NODE_HOLDS_OBJECT (node) && turn (m))
    return json_node_init_object (json_node_alloc (), json_object_new ());
  return NULL;
}

static void
visit (Mutator *m, JsonNode *node);

static JsonArray *
rearranged (JsonArray *array, guint i, guint how)
{
  JsonArray *result = json_array_new ();

  for (guint k = 0; k < json_array_get_length (array); k++)
    {
      guint from = how == 2 && k == i ? i + 1 : how == 2 && k == i + 1 ? i : k;

      if (how == 0 && k == i)
        continue;
      json_array_add_element (result, json_array_dup_element (array, from));
      if (how == 1 && k == i)
        json_array_add_element (result, json_array_dup_element (array, from));
    }
  return result;
}

static void
visit_array (Mutator *m, JsonNode *node)
{
  JsonArray *array = json_node_get_array (node);
  guint n = json_array_get_length (array);

  for (guint i = 0; i < n && !m->done; i++)
    {
      JsonNode *other;

      for (guint how = 0; how < (i + 1 < n ? 3u : 2u); how++)
        if (turn (m))
          {
            json_node_take_array (node, rearranged (array, i, how));
            return;
          }
      other = instead_of_value (m, json_array_get_element (array, i));
      if (other != NULL)
        {
          JsonArray *changed = json_array_new ();

          for (guint k = 0; k < n; k++)
            json_array_add_element (changed, k == i ? other : json_array_dup_element (array, k));
          json_node_take_array (node, changed);
          return;
        }
      visit (m, json_array_get_element (array, i));
    }
}

static void
rename_member (JsonObject *object, const char *key, const char *name)
{
  JsonNode *value = json_object_dup_member (object, key);

  json_object_remove_member (object, key);
  json_object_set_member (object, name, value);
}

static void
visit_object (Mutator *m, JsonNode *node)
{
  JsonObject *object = json_node_get_object (node);
  g_autoptr (GList) keys = json_object_get_members (object);

  for (GList *k = keys; k != NULL && !m->done; k = k->next)
    {
      const char *key = k->data;
      JsonNode *other;

      if (turn (m))
        {
          json_object_remove_member (object, key);
          return;
        }
      for (guint i = 0; i < m->strings->len; i++)
        {
          const char *name = g_ptr_array_index (m->strings, i);

          if (!g_str_equal (name, key) && turn (m))
            {
              rename_member (object, key, name);
              return;
            }
        }
      other = instead_of_value (m, json_object_get_member (object, key));
      if (other != NULL)
        {
          json_object_set_member (object, key, other);
          return;
        }
      visit (m, json_object_get_member (object, key));
    }
  if (turn (m))
    json_object_set_int_member (object, "more", 1);
}

static void
visit (Mutator *m, JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    visit_array (m, node);
  else if (JSON_NODE_HOLDS_OBJECT (node))
    visit_object (m, node);
}

JsonNode *
mutate_json (const char *text, guint number)
{
  JsonNode *node = json_from_string (text, NULL);
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  Mutator m = { number, strings, FALSE };

  collect (&m, node);
  visit (&m, node);
  if (m.done)
    return node;
  json_node_unref (node);
  return NULL;
}
