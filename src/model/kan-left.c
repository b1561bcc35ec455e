/* SPDX-License-Identifier: MIT */
#include "model/by-equations.h"
#include "model/hom-list.h"
#include "model/kan.h"
#include "model/theory-private.h"

void
chase_collage_free (ChaseCollage *collage)
{
  if (collage == NULL)
    return;
  chase_presentation_unref (collage->presentation);
  g_free (collage);
}

static void
copy_category (ChasePresentation *made, const ChasePresentation *d)
{
  for (guint32 i = 0; i < chase_presentation_n_objects (d); i++)
    chase_presentation_add_object (made, chase_presentation_object_name (d, i));
  for (guint32 f = 0; f < chase_presentation_n_arrows (d); f++)
    {
      ChaseArrow copy = *chase_presentation_arrow (d, f);

      copy.name = chase_name_ref (copy.name);
      g_array_append_val (made->arrows, copy);
    }
  for (guint32 e = 0; e < chase_presentation_n_equations (d); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (d, e);

      chase_presentation_add_equation (made, equation->source, equation->left, equation->right,
                                       equation->name, equation->line);
    }
}

/* Does another set have an element of this name? */
static gboolean
is_shared (GHashTable *counts, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) > 1;
}

static void
add_elements (ChaseCollage *collage, const ChaseSets *sets, const ChaseFunctor *along)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const ChasePresentation *c = along->source->presentation;

  for (gsize x = 0; x < sets->first[sets->n_objects]; x++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, sets->names[x]));

      g_hash_table_insert (counts, sets->names[x], GUINT_TO_POINTER (n + 1));
    }
  for (guint32 i = 0; i < sets->n_objects; i++)
    for (guint32 x = 0; x < sets->sizes[i]; x++)
      {
        const char *name = sets->names[sets->first[i] + x];
        g_autofree char *text
            = is_shared (counts, name)
                  ? g_strdup_printf ("%s@%s", name, chase_presentation_object_name (c, i))
                  : g_strdup (name);
        g_autoptr (ChaseName) made = chase_name_new (text);

        chase_presentation_add_arrow (collage->presentation, made, collage->start,
                                      along->objects[i], CHASE_PROPERTY_NONE);
      }
}

static void
add_relations (ChaseCollage *collage, const ChaseSets *sets, const ChaseFunctor *along, guint32 f)
{
  const ChaseArrow *arrow = chase_presentation_arrow (along->source->presentation, f);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 x = 0; x < sets->sizes[arrow->source]; x++)
    {
      guint32 m = collage->n_arrows + (guint32)sets->first[arrow->source] + x;
      guint32 image = collage->n_arrows + (guint32)sets->first[arrow->target]
                      + sets->functions[sets->offsets[f] + x];

      g_array_set_size (left, 0);
      g_array_append_val (left, m);
      g_array_append_vals (left, along->words[f].letters, along->words[f].length);
      chase_presentation_add_equation (
          collage->presentation, collage->start,
          (ChaseWord){ (const guint32 *)(gpointer)left->data, left->len }, (ChaseWord){ &image, 1 },
          NULL, 0);
    }
}

ChaseCollage *
chase_collage_new (const ChaseSets *sets, const ChaseFunctor *along)
{
  ChaseCollage *collage = g_new0 (ChaseCollage, 1);
  const ChasePresentation *d = chase_presentation_by_equations (along->target->presentation);
  g_autoptr (ChaseName) start = chase_name_new ("*");

  collage->presentation = chase_presentation_new ();
  copy_category (collage->presentation, d);
  collage->n_objects = chase_presentation_n_objects (d);
  collage->n_arrows = chase_presentation_n_arrows (d);
  collage->start = chase_presentation_add_object (collage->presentation, start);
  add_elements (collage, sets, along);
  for (guint32 f = 0; f < sets->n_arrows; f++)
    if (!chase_presentation_arrow (along->source->presentation, f)->formal)
      add_relations (collage, sets, along, f);
  return collage;
}

/* The path to @row: an element, then arrows of D. */
static ChaseName *
name_of (const ChaseCollage *collage, guint32 row, const guint32 *before, const guint32 *last)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint length = 0;

  for (; before[row] != 0; row = before[row], length++)
    g_string_append_printf (text, "%s%s", length > 0 ? " . " : "",
                            chase_presentation_arrow (collage->presentation, last[row])->name);
  if (length > 1)
    {
      g_string_prepend_c (text, '(');
      g_string_append_c (text, ')');
    }
  g_string_append_printf (text, length > 0 ? "(%s)" : "%s",
                          chase_presentation_arrow (collage->presentation, last[row])->name);
  return chase_name_new (text->str);
}

ChaseSets *
chase_collage_sets (const ChaseCollage *collage, const ChaseHomTable *table,
                    const ChasePresentation *target)
{
  guint32 n_all = chase_presentation_n_arrows (collage->presentation);
  g_autofree guint32 *sizes = g_new0 (guint32, collage->n_objects + 1);
  g_autofree guint32 *place = g_new (guint32, table->n_rows + 1);
  g_autofree guint32 *before = NULL;
  g_autofree guint32 *last = NULL;
  ChaseSets *sets;

  for (guint32 row = 1; row < table->n_rows; row++)
    place[row] = sizes[table->object[row]]++;
  sets = chase_sets_new (target, sizes);
  chase_hom_table_paths (table, n_all, &before, &last);
  for (guint32 row = 1; row < table->n_rows; row++)
    {
      sets->names[sets->first[table->object[row]] + place[row]]
          = name_of (collage, row, before, last);
      for (guint32 f = 0; f < collage->n_arrows; f++)
        if (table->next[(gsize)row * n_all + f] != NOWHERE)
          sets->functions[sets->offsets[f] + place[row]]
              = place[table->next[(gsize)row * n_all + f]];
    }
  return sets;
}
