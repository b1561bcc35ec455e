/* SPDX-License-Identifier: MIT */
#include "interchange/sketch-private.h"

#include <string.h>

static void
group_free (gpointer data)
{
  ChaseSketchGroup *group = data;

  g_free (group->name);
  g_array_unref (group->nodes);
  g_array_unref (group->edges);
  g_free (group);
}

ChaseSketchGroup *
chase_sketch_add_group (ChaseSketch *sketch, const char *name)
{
  ChaseSketchGroup *group = g_new0 (ChaseSketchGroup, 1);

  group->name = g_strdup (name);
  group->nodes = g_array_new (FALSE, FALSE, sizeof (guint32));
  group->edges = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (sketch->groups == NULL)
    sketch->groups = g_ptr_array_new_with_free_func (group_free);
  g_ptr_array_add (sketch->groups, group);
  return group;
}

void
chase_sketch_name_groups (ChaseSketch *sketch)
{
  for (guint i = 0; sketch->groups != NULL && i < sketch->groups->len; i++)
    {
      const ChaseSketchGroup *group = g_ptr_array_index (sketch->groups, i);

      for (guint j = 0; j < group->edges->len; j++)
        chase_sketch_get (sketch, g_array_index (group->edges, guint32, j))->wanted = TRUE;
    }
}

/* The object that the node of @statement shows. */
static const char *
object_of (const ChaseStatement *statement)
{
  return statement->value != NULL ? statement->value->name : statement->name;
}

static void
add_object (ChaseItem *category, GHashTable *seen, const ChaseStatement *node)
{
  const char *name = object_of (node);
  ChaseStatement *object;

  if (!g_hash_table_add (seen, (gpointer)name))
    return;
  object = chase_statement_new (CHASE_STATEMENT_OBJECT);
  object->name = chase_name_new (name);
  if (node->value == NULL)
    object->label = chase_name_ref (node->label);
  chase_item_take_statement (category, object);
}

/* An arrow that goes from object to object of the group, and is no composite. */
static void
add_arrow (ChaseItem *category, GHashTable *objects, const ChaseStatement *edge)
{
  const char *from, *to;
  ChaseStatement *arrow;

  if (edge->kind != CHASE_STATEMENT_ARROW || edge->name == NULL || edge->value != NULL)
    return;
  from = g_hash_table_lookup (objects, edge->from->name);
  to = g_hash_table_lookup (objects, edge->to->name);
  if (from == NULL || to == NULL)
    return;
  arrow = chase_statement_new (CHASE_STATEMENT_ARROW);
  arrow->name = chase_name_ref (edge->name);
  arrow->label = chase_name_ref (edge->label);
  arrow->from = chase_term_new_name (from);
  arrow->to = chase_term_new_name (to);
  chase_item_take_statement (category, arrow);
}

ChaseItem *
chase_sketch_group_to_item (const ChaseSketchGroup *group, const char *name,
                            const ChaseItem *diagram)
{
  g_autoptr (GHashTable) objects = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  ChaseItem *category = chase_item_new (CHASE_ITEM_CATEGORY);

  category->name = chase_name_new (name);
  if (strcmp (name, group->name) != 0)
    category->label = chase_name_new (group->name);
  for (guint i = 0; i < group->nodes->len; i++)
    {
      guint32 number = g_array_index (group->nodes, guint32, i);
      const ChaseStatement *node = chase_item_get_statement (diagram, number);

      g_hash_table_insert (objects, node->name, (gpointer)object_of (node));
      add_object (category, seen, node);
    }
  for (guint i = 0; i < group->edges->len; i++)
    add_arrow (category, objects,
               chase_item_get_statement (diagram, g_array_index (group->edges, guint32, i)));
  return category;
}
