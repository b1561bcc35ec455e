/* SPDX-License-Identifier: MIT */
#include "model/theory-private.h"

/* What the objects and arrows of a slice that is written out are called: an object is a path of its
 * base, in the base's own direction, and an arrow is a pair (f, path). */

/* How each element of Hom(A, -) is reached from the identity, shortest paths and first letters
 * first: an element and an arrow after it. */
typedef struct
{
  gsize *before;
  guint32 *last;
  gsize start; /* the identity */
} Ways;

static gsize
image_of (const ChaseSets *sets, const ChaseArrow *arrow, guint32 f, gsize element)
{
  return sets->first[arrow->target]
         + sets->functions[sets->offsets[f] + element - sets->first[arrow->source]];
}

static Ways
find_ways (const ChaseFunctor *hom)
{
  const ChaseSets *sets = hom->sets;
  const ChasePresentation *p = hom->source->presentation;
  gsize total = sets->first[sets->n_objects];
  gsize start = sets->first[hom->object] + sets->sizes[hom->object] - 1;
  Ways ways = { g_new (gsize, total + 1), g_new (guint32, total + 1), start };
  g_autofree guint32 *object = g_new (guint32, total + 1);
  g_autofree gsize *queue = g_new (gsize, total + 1);
  gsize end = 1;

  for (guint32 a = 0; a < sets->n_objects; a++)
    for (gsize x = sets->first[a]; x < sets->first[a + 1]; x++)
      {
        object[x] = a;
        ways.last[x] = NOWHERE;
      }
  queue[0] = start;
  for (gsize i = 0; i < end; i++)
    for (guint32 f = 0; f < sets->n_arrows; f++)
      {
        const ChaseArrow *arrow = chase_presentation_arrow (p, f);
        gsize next;

        if (arrow->source != object[queue[i]])
          continue;
        next = image_of (sets, arrow, f, queue[i]);
        if (next == start || ways.last[next] != NOWHERE)
          continue;
        ways.before[next] = queue[i];
        ways.last[next] = f;
        queue[end++] = next;
      }
  return ways;
}

static ChaseName *
name_of (const Ways *ways, gsize element, const ChaseCategory *base, guint32 object,
         gboolean turned)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (element == ways->start)
    g_string_append_printf (text, "id(%s)",
                            chase_presentation_object_name (base->presentation, object));
  for (gsize at = element; at != ways->start; at = ways->before[at])
    {
      const char *name = chase_presentation_arrow (base->presentation, ways->last[at])->name;

      if (at != element)
        turned ? g_string_prepend (text, " . ") : g_string_append (text, " . ");
      turned ? g_string_prepend (text, name) : g_string_append (text, name);
    }
  return chase_name_new (text->str);
}

GPtrArray *
chase_slice_names (const ChaseCategory *slice)
{
  const ChaseFunctor *hom = slice->elements;
  gsize total = hom->sets->first[hom->sets->n_objects];
  GPtrArray *names = g_ptr_array_new_full ((guint)total, (GDestroyNotify)chase_name_unref);
  gboolean turned = slice->parts[0] != hom->source;
  Ways ways = find_ways (hom);

  for (gsize x = 0; x < total; x++)
    g_ptr_array_add (names, name_of (&ways, x, slice->parts[0], hom->object, turned));
  g_free (ways.before);
  g_free (ways.last);
  return names;
}

void
chase_slice_name_all (ChaseCategory *slice)
{
  const ChasePresentation *base = slice->parts[0]->presentation;
  const ChasePresentation *source = slice->elements->source->presentation;
  const ChaseSets *sets = slice->elements->sets;
  g_autoptr (GPtrArray) names = chase_slice_names (slice);
  GPtrArray *objects = slice->presentation->objects;

  for (guint i = 0; i < objects->len; i++)
    {
      chase_name_set ((ChaseName **)&objects->pdata[i], names->pdata[i]);
      if (!g_hash_table_contains (slice->object_index, objects->pdata[i]))
        g_hash_table_insert (slice->object_index, objects->pdata[i], GUINT_TO_POINTER (i + 1));
    }
  for (guint32 f = 0; f < sets->n_arrows; f++)
    {
      guint32 from = chase_presentation_arrow (source, f)->source;

      for (guint32 x = 0; x < sets->sizes[from]; x++)
        {
          ChaseArrow *arrow
              = &g_array_index (slice->presentation->arrows, ChaseArrow, sets->offsets[f] + x);
          g_autofree char *text
              = g_strdup_printf ("(%s, %s)", chase_presentation_arrow (base, f)->name,
                                 (const char *)names->pdata[sets->first[from] + x]);

          chase_name_unref (arrow->name);
          arrow->name = chase_name_new (text);
        }
    }
}

guint32
chase_hom_element (const ChaseFunctor *hom, const GArray *word, gboolean turned)
{
  const ChaseSets *sets = hom->sets;
  guint32 x = sets->sizes[hom->object] - 1;

  for (guint i = 0; i < word->len; i++)
    {
      guint32 f = g_array_index (word, guint32, turned ? word->len - 1 - i : i);

      x = sets->functions[sets->offsets[f] + x];
    }
  return x;
}
