/* SPDX-License-Identifier: MIT */
#include "evidence/names.h"

static void
naming_init (ChaseNaming *naming)
{
  naming->kind = CHASE_NAMING_LISTED;
  naming->names = g_ptr_array_new ();
  naming->number = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
naming_add (ChaseNaming *naming, const char *name)
{
  if (name != NULL && !g_hash_table_contains (naming->number, name))
    g_hash_table_insert (naming->number, (gpointer)name, GUINT_TO_POINTER (naming->names->len));
  g_ptr_array_add (naming->names, (gpointer)name);
}

static void
naming_clear (ChaseNaming *naming)
{
  g_clear_pointer (&naming->names, g_ptr_array_unref);
  g_clear_pointer (&naming->number, g_hash_table_unref);
}

void
chase_names_init (ChaseNames *names, const ChasePresentation *presentation, const ChaseShape *shape)
{
  names->presentation = presentation;
  names->objects = (ChaseNaming){ CHASE_NAMING_OBJECTS, presentation, NULL, NULL };
  names->arrows = (ChaseNaming){ CHASE_NAMING_ARROWS, presentation, NULL, NULL };
  naming_init (&names->nodes);
  naming_init (&names->edges);
  if (shape != NULL)
    chase_names_set_shape (names, shape);
}

void
chase_names_set_shape (ChaseNames *names, const ChaseShape *shape)
{
  if (names->nodes.names->len > 0)
    return;
  for (guint32 i = 0; i < chase_shape_n_nodes (shape); i++)
    naming_add (&names->nodes, chase_shape_node (shape, i)->name);
  for (guint32 i = 0; i < chase_shape_n_edges (shape); i++)
    naming_add (&names->edges, chase_shape_edge (shape, i)->name);
}

void
chase_names_clear (ChaseNames *names)
{
  naming_clear (&names->nodes);
  naming_clear (&names->edges);
}

guint32
chase_naming_length (const ChaseNaming *naming)
{
  if (naming->kind == CHASE_NAMING_OBJECTS)
    return chase_presentation_n_objects (naming->presentation);
  if (naming->kind == CHASE_NAMING_ARROWS)
    return chase_presentation_n_arrows (naming->presentation);
  return naming->names->len;
}

const char *
chase_naming_own (const ChaseNaming *naming, guint32 number)
{
  if (naming->kind == CHASE_NAMING_OBJECTS)
    return chase_presentation_object_name (naming->presentation, number);
  if (naming->kind == CHASE_NAMING_ARROWS)
    return chase_presentation_arrow (naming->presentation, number)->name;
  return g_ptr_array_index (naming->names, number);
}

const char *
chase_naming_name (const ChaseNaming *naming, guint32 number)
{
  const char *name = chase_naming_own (naming, number);

  return name != NULL && chase_naming_number (naming, name) == number ? name : NULL;
}

guint32
chase_naming_number (const ChaseNaming *naming, const char *name)
{
  gpointer number;

  if (naming->kind == CHASE_NAMING_OBJECTS)
    return chase_presentation_find_object (naming->presentation, name);
  if (naming->kind == CHASE_NAMING_ARROWS)
    return chase_presentation_find_arrow (naming->presentation, name);
  if (!g_hash_table_lookup_extended (naming->number, name, NULL, &number))
    return G_MAXUINT32;
  return GPOINTER_TO_UINT (number);
}
