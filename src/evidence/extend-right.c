/* SPDX-License-Identifier: MIT */
#include "evidence/conditions.h"
#include "evidence/enumerate.h"
#include "evidence/extend.h"
#include "evidence/refuse.h"
#include "evidence/values.h"

#include <string.h>

#define MAX_ROWS 1000000

static void
family_free (gpointer data)
{
  ChaseFamily *family = data;

  chase_paths_free (family->paths);
  chase_listed_sets_free (family->hom);
  g_clear_pointer (&family->list, g_ptr_array_unref);
  g_free (family);
}

static const ChaseFamily *
family_at (const GPtrArray *families, guint32 d)
{
  return g_ptr_array_index (families, d);
}

static gsize
n_elements (const ChaseSets *sets)
{
  return sets->first[sets->n_objects];
}

static ChaseSets *
hom_along (const ChasePaths *paths, const ChaseFunctor *along)
{
  ChaseSets *hom = chase_paths_sets (paths, along->target->presentation, FALSE);
  ChaseSets *back = chase_values_pull_back (along, hom);

  chase_listed_sets_free (hom);
  return back;
}

static gboolean
find_families (ChaseFamily *family, const ChaseSets *sets, const ChaseFunctor *along, guint32 d,
               GError **error)
{
  const ChasePresentation *c = along->source->presentation;
  g_autoptr (ChaseConditions) conditions = NULL;

  family->paths = chase_enumerate_from (along->target->presentation, along->target->table, d,
                                        MAX_ROWS, error);
  family->hom = family->paths != NULL ? hom_along (family->paths, along) : NULL;
  if (family->hom == NULL)
    return family->paths != NULL && chase_refuse (error, "a Kan extension has too many values");
  conditions
      = chase_conditions_new_sets (c, chase_sets_copy (family->hom, c), chase_sets_copy (sets, c));
  family->list = chase_conditions_solve (conditions, error);
  return family->list != NULL;
}

GPtrArray *
chase_families_new (const ChaseSets *sets, const ChaseFunctor *along, GError **error)
{
  g_autoptr (GPtrArray) families = g_ptr_array_new_with_free_func (family_free);

  for (guint32 d = 0; d < chase_presentation_n_objects (along->target->presentation); d++)
    {
      ChaseFamily *family = g_new0 (ChaseFamily, 1);

      g_ptr_array_add (families, family);
      if (!find_families (family, sets, along, d, error))
        return NULL;
    }
  return g_steal_pointer (&families);
}

/* Names. */

/* Marks the elements of @hom that @x at @at leads to, itself among them. */
static void
reach (const ChaseSets *hom, const ChasePresentation *c, guint32 at, guint32 x, guint8 *reached)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, 2 * sizeof (guint32));
  guint32 pair[2] = { at, x };

  g_array_append_vals (waiting, pair, 1);
  while (waiting->len > 0)
    {
      memcpy (pair, waiting->data + (gsize)(waiting->len - 1) * sizeof pair, sizeof pair);
      g_array_set_size (waiting, waiting->len - 1);
      if (reached[hom->first[pair[0]] + pair[1]])
        continue;
      reached[hom->first[pair[0]] + pair[1]] = TRUE;
      for (guint32 f = 0; f < hom->n_arrows; f++)
        {
          const ChaseArrow *arrow = chase_presentation_arrow (c, f);
          guint32 next[2] = { arrow->target, 0 };

          if (arrow->source != pair[0])
            continue;
          next[1] = hom->functions[hom->offsets[f] + pair[1]];
          g_array_append_vals (waiting, next, 1);
        }
    }
}

/* Which elements of @hom have to be told: from the first on those that none before leads to; of
 * these, from the last on, those that none behind leads to. */
static guint8 *
told (const ChaseSets *hom, const ChasePresentation *c)
{
  gsize n = n_elements (hom);
  g_autofree guint8 *reached = g_new0 (guint8, n + 1);
  guint8 *told = g_new0 (guint8, n + 1);

  for (guint32 at = 0; at < hom->n_objects; at++)
    for (guint32 x = 0; x < hom->sizes[at]; x++)
      {
        told[hom->first[at] + x] = !reached[hom->first[at] + x];
        reach (hom, c, at, x, reached);
      }
  memset (reached, 0, n);
  for (guint32 at = hom->n_objects; at-- > 0;)
    for (guint32 x = hom->sizes[at]; x-- > 0;)
      {
        gsize v = hom->first[at] + x;

        if (!told[v])
          continue;
        told[v] = !reached[v];
        if (told[v])
          reach (hom, c, at, x, reached);
      }
  return told;
}

static ChaseName *
name_family (const ChaseSets *hom, const ChaseSets *sets, const guint8 *told, const guint32 *values)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *several = NULL;
  guint count = 0;

  for (guint32 at = 0; at < hom->n_objects; at++)
    for (guint32 x = 0; x < hom->sizes[at]; x++)
      if (told[hom->first[at] + x])
        g_string_append_printf (text, "%s%s", count++ > 0 ? ", " : "",
                                sets->names[sets->first[at] + values[hom->first[at] + x]]);
  if (count == 1)
    return chase_name_new (text->str);
  several = g_strdup_printf ("(%s)", text->str);
  return chase_name_new (several);
}

/* Values. */

static gint
compare_families (const guint32 *a, const guint32 *b, gsize n)
{
  for (gsize v = 0; v < n; v++)
    if (a[v] != b[v])
      return a[v] < b[v] ? -1 : 1;
  return 0;
}

/* The list is in lexicographic order. */
static guint32
number_of (const ChaseFamily *family, const guint32 *values)
{
  guint from = 0, to = family->list->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;
      gint order = compare_families (g_ptr_array_index (family->list, middle), values,
                                     n_elements (family->hom));

      if (order == 0)
        return middle;
      if (order < 0)
        from = middle + 1;
      else
        to = middle;
    }
  return G_MAXUINT32;
}

/* The path number @h from the target of @g, behind @g. */
static guint32
behind (const ChaseFamily *from, const ChaseFamily *to, guint32 g, guint32 h)
{
  guint32 i = from->paths->next[g];
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (guint32));

  chase_paths_spell (to->paths, h, letters);
  for (guint k = letters->len; k > 0; k--)
    {
      guint32 letter = g_array_index (letters, guint32, k - 1);

      i = chase_paths_follow (from->paths, i, (ChaseWord){ &letter, 1 });
    }
  return i;
}

/* For every element of the @hom of @to the one of @from that its path, behind @g, is. */
static guint32 *
moved (const ChaseFunctor *along, const ChaseFamily *from, const ChaseFamily *to, guint32 g)
{
  guint32 *places = g_new0 (guint32, n_elements (to->hom) + 1);

  for (guint32 h = 0; h < to->paths->n; h++)
    {
      guint32 i = behind (from, to, g, h);

      for (guint32 c = 0; c < to->hom->n_objects; c++)
        if (along->objects[c] == to->paths->object[h])
          places[to->hom->first[c] + to->paths->place[h]]
              = (guint32)from->hom->first[c] + from->paths->place[i];
    }
  return places;
}

static gboolean
move_along (GPtrArray *families, const ChaseFunctor *along, ChaseSets *made, guint32 g)
{
  const ChaseArrow *arrow = chase_presentation_arrow (along->target->presentation, g);
  const ChaseFamily *from = family_at (families, arrow->source);
  const ChaseFamily *to = family_at (families, arrow->target);
  g_autofree guint32 *places = moved (along, from, to, g);
  g_autofree guint32 *values = g_new0 (guint32, n_elements (to->hom) + 1);

  for (guint32 k = 0; k < from->list->len; k++)
    {
      const guint32 *family = g_ptr_array_index (from->list, k);
      guint32 *image = &made->functions[made->offsets[g] + k];

      for (gsize v = 0; v < n_elements (to->hom); v++)
        values[v] = family[places[v]];
      *image = number_of (to, values);
      if (*image == G_MAXUINT32)
        return FALSE;
    }
  return TRUE;
}

ChaseSets *
chase_families_functor (GPtrArray *families, const ChaseSets *sets, const ChaseFunctor *along)
{
  g_autofree guint32 *sizes = g_new0 (guint32, families->len + 1);
  g_autoptr (ChaseSets) made = NULL;

  for (guint d = 0; d < families->len; d++)
    sizes[d] = family_at (families, d)->list->len;
  made = chase_sets_new (along->target->presentation, sizes);
  for (guint d = 0; d < families->len; d++)
    {
      const ChaseFamily *family = family_at (families, d);
      g_autofree guint8 *which = told (family->hom, along->source->presentation);

      for (guint32 k = 0; k < sizes[d]; k++)
        made->names[made->first[d] + k]
            = name_family (family->hom, sets, which, g_ptr_array_index (family->list, k));
    }
  for (guint32 g = 0; g < made->n_arrows; g++)
    if (!move_along (families, along, made, g))
      return NULL;
  return g_steal_pointer (&made);
}

/* n of N (d) gives the family with N (h) (n) at each h. */
void
chase_families_unit (GPtrArray *families, const ChaseFunctor *along, const ChaseSets *from,
                     guint32 *values)
{
  for (guint32 d = 0; d < families->len; d++)
    {
      const ChaseFamily *family = family_at (families, d);
      g_autofree guint32 *at = g_new0 (guint32, family->paths->n + 1);
      g_autofree guint32 *elements = g_new0 (guint32, n_elements (family->hom) + 1);

      for (guint32 x = 0; x < from->sizes[d]; x++)
        {
          for (guint32 h = 0; h < family->paths->n; h++)
            {
              at[h] = h == 0 ? x
                             : from->functions[from->offsets[family->paths->last[h]]
                                               + at[family->paths->before[h]]];
              for (guint32 c = 0; c < family->hom->n_objects; c++)
                if (along->objects[c] == family->paths->object[h])
                  elements[family->hom->first[c] + family->paths->place[h]] = at[h];
            }
          values[from->first[d] + x] = number_of (family, elements);
        }
    }
}

/* A family at F (c) gives its element at the identity. */
void
chase_families_counit (GPtrArray *families, const ChaseFunctor *along, guint32 *values)
{
  gsize next = 0;

  for (guint32 c = 0; c < chase_presentation_n_objects (along->source->presentation); c++)
    {
      const ChaseFamily *family = family_at (families, along->objects[c]);

      for (guint k = 0; k < family->list->len; k++)
        values[next++] = ((const guint32 *)g_ptr_array_index (
            family->list, k))[family->hom->first[c] + family->paths->place[0]];
    }
}
