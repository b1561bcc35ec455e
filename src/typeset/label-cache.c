/* SPDX-License-Identifier: MIT */
#include "typeset/label.h"

#include <string.h>

/* Two generations: a label that is asked for lives in the young one; when that is full it becomes
 * the old one, and what the old one still held is dropped. */
#define GENERATION 4096

struct _ChaseLabelCache
{
  ChaseFonts *fonts;
  ChaseMacros *macros;
  GHashTable *young, *old; /* Key -> ChaseLabel; the key is inside the entry */
};

typedef struct
{
  const char *tex;
  double size;
} Key;

typedef struct
{
  Key key; /* its text is @tex */
  char *tex;
  ChaseLabel *label;
} Entry;

static guint
key_hash (gconstpointer pointer)
{
  const Key *key = pointer;

  return g_str_hash (key->tex) ^ g_double_hash (&key->size);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  return left->size == right->size && strcmp (left->tex, right->tex) == 0;
}

static void
entry_free (gpointer pointer)
{
  Entry *entry = pointer;

  chase_label_unref (entry->label);
  g_free (entry->tex);
  g_free (entry);
}

static GHashTable *
generation_new (void)
{
  return g_hash_table_new_full (key_hash, key_equal, NULL, entry_free);
}

ChaseLabelCache *
chase_label_cache_new (ChaseFonts *fonts, ChaseMacros *macros)
{
  ChaseLabelCache *cache;

  g_return_val_if_fail (fonts != NULL, NULL);
  cache = g_new0 (ChaseLabelCache, 1);
  cache->fonts = chase_fonts_ref (fonts);
  cache->macros = macros != NULL ? chase_macros_ref (macros) : NULL;
  cache->young = generation_new ();
  cache->old = generation_new ();
  return cache;
}

void
chase_label_cache_free (ChaseLabelCache *cache)
{
  if (cache == NULL)
    return;
  g_hash_table_unref (cache->young);
  g_hash_table_unref (cache->old);
  chase_macros_unref (cache->macros);
  chase_fonts_unref (cache->fonts);
  g_free (cache);
}

static void
drop_all (ChaseLabelCache *cache)
{
  g_hash_table_remove_all (cache->young);
  g_hash_table_remove_all (cache->old);
}

void
chase_label_cache_set_macros (ChaseLabelCache *cache, ChaseMacros *macros)
{
  ChaseMacros *old;

  g_return_if_fail (cache != NULL);
  old = cache->macros;
  cache->macros = macros != NULL ? chase_macros_ref (macros) : NULL;
  chase_macros_unref (old);
  drop_all (cache);
}

void
chase_label_cache_set_fonts (ChaseLabelCache *cache, ChaseFonts *fonts)
{
  ChaseFonts *old;

  g_return_if_fail (cache != NULL && fonts != NULL);
  old = cache->fonts;
  cache->fonts = chase_fonts_ref (fonts);
  drop_all (cache);
  chase_fonts_unref (old);
}

static void
insert (ChaseLabelCache *cache, Entry *entry)
{
  if (g_hash_table_size (cache->young) >= GENERATION)
    {
      g_hash_table_unref (cache->old);
      cache->old = cache->young;
      cache->young = generation_new ();
    }
  g_hash_table_insert (cache->young, &entry->key, entry);
}

ChaseLabel *
chase_label_cache_get (ChaseLabelCache *cache, const char *tex, double size)
{
  Key key = { tex, size };

  Entry *entry;

  g_return_val_if_fail (cache != NULL && tex != NULL, NULL);
  entry = g_hash_table_lookup (cache->young, &key);
  if (entry != NULL)
    return entry->label;
  entry = g_hash_table_lookup (cache->old, &key);
  if (entry != NULL)
    g_hash_table_steal (cache->old, &key);
  else
    {
      entry = g_new0 (Entry, 1);
      entry->tex = g_strdup (tex);
      entry->key = (Key){ entry->tex, size };
      entry->label = chase_label_new (cache->fonts, cache->macros, tex, size);
    }
  insert (cache, entry);
  return entry->label;
}
