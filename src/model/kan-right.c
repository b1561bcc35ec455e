/* SPDX-License-Identifier: MIT */
#include "model/hom-list.h"
#include "model/kan.h"
#include "model/theory-private.h"

void
chase_families_free (ChaseFamilies *families)
{
  if (families == NULL)
    return;
  chase_sets_free (families->hom);
  g_array_unref (families->values);
  g_free (families);
}

ChaseSets *
chase_hom_along (const ChaseFunctor *along, const ChaseHomTable *table, guint32 object)
{
  const ChasePresentation *c = along->source->presentation;
  const ChasePresentation *d = along->target->presentation;
  ChaseSets *hom = chase_hom_table_sets (d, table, object, FALSE);
  g_autofree guint32 *sizes = g_new0 (guint32, chase_presentation_n_objects (c) + 1);
  ChaseSets *made;

  for (guint32 i = 0; i < chase_presentation_n_objects (c); i++)
    sizes[i] = hom->sizes[along->objects[i]];
  made = chase_sets_new (c, sizes);
  for (guint32 i = 0; i < made->n_objects; i++)
    for (guint32 x = 0; x < sizes[i]; x++)
      made->names[made->first[i] + x]
          = chase_name_ref (hom->names[hom->first[along->objects[i]] + x]);
  for (guint32 f = 0; f < made->n_arrows; f++)
    for (guint32 x = 0; x < sizes[chase_presentation_arrow (c, f)->source]; x++)
      {
        ChaseWord word = along->words[f];
        guint32 y = x;

        for (guint32 i = 0; word.length != NOWHERE && i < word.length && y != NOWHERE; i++)
          y = hom->functions[hom->offsets[word.letters[i]] + y];
        made->functions[made->offsets[f] + x] = word.length != NOWHERE ? y : NOWHERE;
      }
  chase_sets_invert_formal (made, c);
  chase_sets_free (hom);
  return made;
}

/* The value of @from, along the arrow @f, is that of @to. */
typedef struct
{
  guint32 from;
  guint32 to;
  guint32 f;
} Tie;

typedef struct
{
  const ChaseSets *sets;
  GPtrArray *ties; /* by the later of the two variables: GArray of Tie */
  guint32 *object; /* of each variable */
  guint32 *value;
  guint64 *steps;
} Search;

static GPtrArray *
tie_variables (const ChasePresentation *source, const ChaseSets *hom)
{
  GPtrArray *ties = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (gsize x = 0; x < hom->first[hom->n_objects]; x++)
    g_ptr_array_add (ties, g_array_new (FALSE, FALSE, sizeof (Tie)));
  for (guint32 f = 0; f < hom->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (source, f);

      for (guint32 k = 0; k < hom->sizes[arrow->source]; k++)
        {
          guint32 image = hom->functions[hom->offsets[f] + k];
          Tie tie = { (guint32)hom->first[arrow->source] + k,
                      (guint32)hom->first[arrow->target] + image, f };

          g_array_append_val ((GArray *)g_ptr_array_index (ties, MAX (tie.from, tie.to)), tie);
        }
    }
  return ties;
}

/* Does the value of @x fit to those before it? */
static gboolean
fits (const Search *search, guint32 x)
{
  const GArray *ties = g_ptr_array_index (search->ties, x);

  *search->steps -= MIN (*search->steps, ties->len + 1);
  for (guint i = 0; i < ties->len; i++)
    {
      const Tie *tie = &g_array_index (ties, Tie, i);

      if (search->sets->functions[search->sets->offsets[tie->f] + search->value[tie->from]]
          != search->value[tie->to])
        return FALSE;
    }
  return TRUE;
}

static void
search_all (Search *search, ChaseFamilies *families, guint32 limit)
{
  guint32 n = families->n_values;
  gint64 depth = 0;

  search->value[0] = 0;
  while (depth >= 0 && *search->steps > 0 && families->n_families <= limit)
    {
      if (depth < n && search->value[depth] < search->sets->sizes[search->object[depth]])
        {
          if (fits (search, (guint32)depth))
            search->value[++depth] = 0;
          else
            search->value[depth]++;
          continue;
        }
      if (depth == n)
        {
          g_array_append_vals (families->values, search->value, n);
          families->n_families++;
        }
      if (--depth >= 0)
        search->value[depth]++;
    }
}

ChaseFamilies *
chase_families_find (const ChasePresentation *source, ChaseSets *hom, const ChaseSets *sets,
                     guint32 limit, guint64 *steps)
{
  ChaseFamilies *families = g_new0 (ChaseFamilies, 1);
  guint32 n = (guint32)hom->first[hom->n_objects];
  g_autofree guint32 *object = g_new (guint32, n + 1);
  g_autofree guint32 *value = g_new0 (guint32, n + 2);
  g_autoptr (GPtrArray) ties = tie_variables (source, hom);
  Search search = { sets, ties, object, value, steps };

  families->hom = hom;
  families->n_values = n;
  families->values = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < hom->n_objects; i++)
    for (guint32 x = 0; x < hom->sizes[i]; x++)
      object[hom->first[i] + x] = i;
  search_all (&search, families, limit);
  if (*steps > 0 && families->n_families <= limit)
    return families;
  chase_families_free (families);
  return NULL;
}

/* Marks what the value of the variable @x determines. */
static void
mark (const ChasePresentation *source, const ChaseSets *hom, guint32 object, guint32 x,
      gboolean *marked)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, 2 * sizeof (guint32));
  guint32 pair[2] = { object, x };

  g_array_append_vals (stack, pair, 1);
  while (stack->len > 0)
    {
      guint32 *top = &((guint32 *)(gpointer)stack->data)[2 * (stack->len - 1)];
      guint32 at = top[0], k = top[1];

      g_array_set_size (stack, stack->len - 1);
      if (marked[hom->first[at] + k])
        continue;
      marked[hom->first[at] + k] = TRUE;
      for (guint32 f = 0; f < hom->n_arrows; f++)
        if (chase_presentation_arrow (source, f)->source == at)
          {
            pair[0] = chase_presentation_arrow (source, f)->target;
            pair[1] = hom->functions[hom->offsets[f] + k];
            g_array_append_vals (stack, pair, 1);
          }
    }
}

/* Variables whose values determine all others, none of them to spare (a variable that an earlier
 * one determines goes, then one that a later one does). */
static gboolean *
needed (const ChasePresentation *source, const ChaseSets *hom)
{
  gsize n = hom->first[hom->n_objects];
  g_autofree gboolean *marked = g_new0 (gboolean, n + 1);
  gboolean *keep = g_new0 (gboolean, n + 1);

  for (guint round = 0; round < 2; round++)
    {
      for (gsize i = 0; i < n; i++)
        marked[i] = FALSE;
      for (guint32 k = 0; k < hom->n_objects; k++)
        {
          guint32 i = round == 0 ? k : hom->n_objects - 1 - k;

          for (guint32 j = 0; j < hom->sizes[i]; j++)
            {
              guint32 x = round == 0 ? j : hom->sizes[i] - 1 - j;
              gsize v = hom->first[i] + x;

              if (round == 1 && !keep[v])
                continue;
              keep[v] = !marked[v];
              if (keep[v])
                mark (source, hom, i, x, marked);
            }
        }
    }
  return keep;
}

/* The values of the @k-th family; families of nothing have no array behind them. */
static const guint32 *
family (const ChaseFamilies *families, guint32 k)
{
  return families->n_values > 0
             ? &g_array_index (families->values, guint32, (gsize)k * families->n_values)
             : NULL;
}

static void
name_families (const ChasePresentation *source, const ChaseFamilies *families,
               const ChaseSets *sets, ChaseName **names)
{
  const ChaseSets *hom = families->hom;
  g_autofree gboolean *keep = needed (source, hom);
  guint kept = 0;

  for (guint32 v = 0; v < families->n_values; v++)
    kept += keep[v];
  for (guint32 k = 0; k < families->n_families; k++)
    {
      const guint32 *values = family (families, k);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint32 i = 0; i < hom->n_objects; i++)
        for (guint32 x = 0; x < hom->sizes[i]; x++)
          {
            gsize v = hom->first[i] + x;

            if (keep[v])
              g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                                      sets->names[sets->first[i] + values[v]]);
          }
      if (kept != 1)
        {
          g_string_prepend_c (text, '(');
          g_string_append_c (text, ')');
        }
      names[k] = chase_name_new (text->str);
    }
}

/* For an arrow g : d -> d', at each variable of d' (an h from d') the one of d that g, then h, is.
 */
static guint32 *
moved_variables (const ChaseFunctor *along, const ChaseFamilies *from, const ChaseHomTable *table,
                 guint32 g, const ChaseFamilies *to, const ChaseHomTable *there)
{
  const ChasePresentation *d = along->target->presentation;
  guint32 n_arrows = chase_presentation_n_arrows (d);
  g_autofree guint32 *before = NULL;
  g_autofree guint32 *last = NULL;
  g_autofree guint32 *row = g_new (guint32, there->n_rows + 1);
  g_autofree guint32 *place = chase_hom_table_places (table, chase_presentation_n_objects (d));
  g_autofree guint32 *places = chase_hom_table_places (there, chase_presentation_n_objects (d));
  guint32 *moved = g_new0 (guint32, to->n_values + 1);

  chase_hom_table_paths (there, n_arrows, &before, &last);
  for (guint32 i = 0; i < there->n_rows; i++)
    {
      row[i] = i == 0 ? table->next[g] : table->next[(gsize)row[before[i]] * n_arrows + last[i]];
      for (guint32 c = 0; c < to->hom->n_objects; c++)
        if (along->objects[c] == there->object[i])
          moved[to->hom->first[c] + places[i]] = (guint32)from->hom->first[c] + place[row[i]];
    }
  return moved;
}

guint32
chase_families_position (const ChaseFamilies *families, const guint32 *values)
{
  guint32 low = 0, high = families->n_families;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const guint32 *at = family (families, middle);
      guint32 k = 0;

      while (k < families->n_values && at[k] == values[k])
        k++;
      if (k == families->n_values)
        return middle;
      if (at[k] < values[k])
        low = middle + 1;
      else
        high = middle;
    }
  return NOWHERE;
}

ChaseSets *
chase_families_sets (const ChaseFunctor *along, const ChaseSets *sets, GPtrArray *families,
                     GPtrArray *tables)
{
  const ChasePresentation *d = along->target->presentation;
  g_autofree guint32 *sizes = g_new0 (guint32, families->len + 1);
  ChaseSets *made;

  for (guint32 i = 0; i < families->len; i++)
    sizes[i] = ((ChaseFamilies *)g_ptr_array_index (families, i))->n_families;
  made = chase_sets_new (d, sizes);
  for (guint32 i = 0; i < families->len; i++)
    name_families (along->source->presentation, g_ptr_array_index (families, i), sets,
                   made->names + made->first[i]);
  for (guint32 g = 0; g < chase_presentation_n_arrows (d); g++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (d, g);
      const ChaseFamilies *from = g_ptr_array_index (families, arrow->source);
      const ChaseFamilies *to = g_ptr_array_index (families, arrow->target);
      g_autofree guint32 *variable
          = moved_variables (along, from, g_ptr_array_index (tables, arrow->source), g, to,
                             g_ptr_array_index (tables, arrow->target));
      g_autofree guint32 *moved = g_new0 (guint32, to->n_values + 1);

      for (guint32 k = 0; k < from->n_families; k++)
        {
          for (guint32 v = 0; v < to->n_values; v++)
            moved[v]
                = g_array_index (from->values, guint32, (gsize)k * from->n_values + variable[v]);
          made->functions[made->offsets[g] + k] = chase_families_position (to, moved);
        }
    }
  return made;
}
