/* SPDX-License-Identifier: MIT */
#include "model/name.h"

#include <string.h>

ChaseName *
chase_name_new (const char *text)
{
  return g_ref_string_new (text);
}

ChaseName *
chase_name_new_len (const char *text, gsize length)
{
  return g_ref_string_new_len (text, (gssize)length);
}

ChaseName *
chase_name_ref (const ChaseName *name)
{
  return name != NULL ? g_ref_string_acquire ((char *)name) : NULL;
}

void
chase_name_unref (ChaseName *name)
{
  if (name != NULL)
    g_ref_string_release (name);
}

gboolean
chase_name_equal (const ChaseName *a, const ChaseName *b)
{
  if (a == b)
    return TRUE;
  return a != NULL && b != NULL && strcmp (a, b) == 0;
}

void
chase_name_set (ChaseName **slot, const ChaseName *name)
{
  ChaseName *old = *slot;

  *slot = chase_name_ref (name);
  chase_name_unref (old);
}

typedef struct
{
  const char *text;
  gsize length;
} Key;

struct _ChaseNameTable
{
  GHashTable *names; /* Key (inside the value's block) -> Entry */
};

typedef struct
{
  Key key;
  ChaseName *name;
} Entry;

static guint
key_hash (gconstpointer pointer)
{
  const Key *key = pointer;
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < key->length; i++)
    hash = (hash ^ (guint8)key->text[i]) * 16777619u;
  return hash;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  return left->length == right->length && memcmp (left->text, right->text, left->length) == 0;
}

static void
entry_free (gpointer pointer)
{
  Entry *entry = pointer;

  chase_name_unref (entry->name);
  g_free (entry);
}

ChaseNameTable *
chase_name_table_new (void)
{
  ChaseNameTable *table = g_new (ChaseNameTable, 1);

  table->names = g_hash_table_new_full (key_hash, key_equal, NULL, entry_free);
  return table;
}

void
chase_name_table_free (ChaseNameTable *table)
{
  if (table == NULL)
    return;
  g_hash_table_unref (table->names);
  g_free (table);
}

ChaseName *
chase_name_table_intern (ChaseNameTable *table, const char *text, gsize length)
{
  Key key = { text, length };
  Entry *entry = g_hash_table_lookup (table->names, &key);

  if (entry == NULL)
    {
      entry = g_new (Entry, 1);
      entry->name = chase_name_new_len (text, length);
      entry->key.text = entry->name;
      entry->key.length = length;
      g_hash_table_insert (table->names, &entry->key, entry);
    }
  return chase_name_ref (entry->name);
}
