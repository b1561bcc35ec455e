/* SPDX-License-Identifier: MIT */
#include "model/name.h"

#include <string.h>

/* What stands before the text of a name. */
typedef struct
{
  gatomicrefcount ref_count;
  guint32 length;
} Header;

static Header *
header_of (const ChaseName *name)
{
  return (Header *)(gpointer)name - 1;
}

ChaseName *
chase_name_new (const char *text)
{
  return chase_name_new_len (text, strlen (text));
}

ChaseName *
chase_name_new_len (const char *text, gsize length)
{
  Header *header = g_malloc (sizeof *header + length + 1);
  ChaseName *name = (ChaseName *)(header + 1);

  g_assert (length < G_MAXUINT32);
  g_atomic_ref_count_init (&header->ref_count);
  header->length = (guint32)length;
  memcpy (name, text, length);
  name[length] = '\0';
  return name;
}

ChaseName *
chase_name_ref (const ChaseName *name)
{
  if (name != NULL)
    g_atomic_ref_count_inc (&header_of (name)->ref_count);
  return (ChaseName *)name;
}

void
chase_name_unref (ChaseName *name)
{
  if (name != NULL && g_atomic_ref_count_dec (&header_of (name)->ref_count))
    g_free (header_of (name));
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

/* A slot knows the hash of its name, so that a lookup touches (almost) no other name. */
typedef struct
{
  ChaseName *name; /* NULL: free */
  guint32 hash;
} Slot;

/* Open addressing with linear probing, at most half full. */
struct _ChaseNameTable
{
  Slot *slots;
  gsize n_slots; /* a power of two */
  gsize n_names;
};

/* FNV-1a, folded: its low bits alone are weak. */
static guint32
hash_text (const char *text, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8)text[i]) * 16777619u;
  return hash ^ (hash >> 15);
}

ChaseNameTable *
chase_name_table_new (void)
{
  ChaseNameTable *table = g_new (ChaseNameTable, 1);

  table->n_slots = 8;
  table->n_names = 0;
  table->slots = g_new0 (Slot, table->n_slots);
  return table;
}

void
chase_name_table_free (ChaseNameTable *table)
{
  if (table == NULL)
    return;
  for (gsize i = 0; i < table->n_slots; i++)
    chase_name_unref (table->slots[i].name);
  g_free (table->slots);
  g_free (table);
}

static void
grow (ChaseNameTable *table)
{
  g_autofree Slot *old = table->slots;
  gsize n_old = table->n_slots;

  table->n_slots *= 2;
  table->slots = g_new0 (Slot, table->n_slots);
  for (gsize i = 0; i < n_old; i++)
    {
      gsize at = old[i].hash & (table->n_slots - 1);

      if (old[i].name == NULL)
        continue;
      while (table->slots[at].name != NULL)
        at = (at + 1) & (table->n_slots - 1);
      table->slots[at] = old[i];
    }
}

ChaseName *
chase_name_table_intern (ChaseNameTable *table, const char *text, gsize length)
{
  guint32 hash = hash_text (text, length);
  gsize at = hash & (table->n_slots - 1);
  Slot *slot;

  for (; table->slots[at].name != NULL; at = (at + 1) & (table->n_slots - 1))
    {
      slot = &table->slots[at];
      if (slot->hash == hash && header_of (slot->name)->length == length
          && memcmp (slot->name, text, length) == 0)
        return chase_name_ref (slot->name);
    }
  slot = &table->slots[at];
  *slot = (Slot){ chase_name_new_len (text, length), hash };
  /* The reference is taken before the table may move. */
  text = chase_name_ref (slot->name);
  if (++table->n_names * 2 > table->n_slots)
    grow (table);
  return (ChaseName *)text;
}
