/* SPDX-License-Identifier: MIT */
#include "model/pair-map.h"

typedef struct
{
  guint64 key;
  guint32 value; /* G_MAXUINT32: free */
} Slot;

struct _ChasePairMap
{
  Slot *slots;
  guint bits; /* there are 2^bits slots, at most half of them taken */
  gsize n_pairs;
};

static Slot *
slots_new (guint bits)
{
  Slot *slots = g_new (Slot, (gsize)1 << bits);

  for (gsize i = 0; i < (gsize)1 << bits; i++)
    slots[i].value = G_MAXUINT32;
  return slots;
}

ChasePairMap *
chase_pair_map_new (void)
{
  ChasePairMap *map = g_new (ChasePairMap, 1);

  map->bits = 6;
  map->n_pairs = 0;
  map->slots = slots_new (map->bits);
  return map;
}

void
chase_pair_map_free (ChasePairMap *map)
{
  if (map == NULL)
    return;
  g_free (map->slots);
  g_free (map);
}

/* Fibonacci hashing: the top bits of a product depend on all bits of the key (Knuth, The Art of
 * Computer Programming, section 6.4). */
static Slot *
slot_of (const ChasePairMap *map, guint64 key)
{
  gsize mask = ((gsize)1 << map->bits) - 1;
  gsize at = (gsize)((key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - map->bits));

  while (map->slots[at].value != G_MAXUINT32 && map->slots[at].key != key)
    at = (at + 1) & mask;
  return &map->slots[at];
}

static guint64
key_of (guint32 first, guint32 second)
{
  return ((guint64)first << 32) | second;
}

guint32
chase_pair_map_find (const ChasePairMap *map, guint32 first, guint32 second)
{
  return slot_of (map, key_of (first, second))->value;
}

static void
grow (ChasePairMap *map)
{
  g_autofree Slot *old = map->slots;
  gsize n = (gsize)1 << map->bits;

  map->slots = slots_new (++map->bits);
  for (gsize i = 0; i < n; i++)
    if (old[i].value != G_MAXUINT32)
      *slot_of (map, old[i].key) = old[i];
}

void
chase_pair_map_add (ChasePairMap *map, guint32 first, guint32 second, guint32 value)
{
  if (++map->n_pairs * 2 > (gsize)1 << map->bits)
    grow (map);
  *slot_of (map, key_of (first, second)) = (Slot){ key_of (first, second), value };
}
