/* SPDX-License-Identifier: MIT */
#include "model/by-equations.h"
#include "model/hom-list.h"
#include "model/kan.h"
#include "model/laws.h"
#include "model/listed.h"
#include "model/theory-private.h"

#include <string.h>

/* The values of functor expressions that rest on hom-sets, where these can be listed at once. */

#define MAX_FAMILIES 5000 /* elements of one set of a right Kan extension */

static ChaseHomTable *
hom_table (const ChaseCategory *category, guint32 source, guint64 *steps)
{
  return chase_hom_table_list (category->presentation, category->table, source, steps);
}

/* Of ChaseHomTable, by object; NULL where one cannot be listed. */
static GPtrArray *
all_tables (const ChaseCategory *category, guint64 *steps)
{
  g_autoptr (GPtrArray) tables
      = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_hom_table_free);

  for (guint32 i = 0; i < chase_presentation_n_objects (category->presentation); i++)
    {
      ChaseHomTable *table = hom_table (category, i, steps);

      if (table == NULL)
        return NULL;
      g_ptr_array_add (tables, table);
    }
  return g_steal_pointer (&tables);
}

/* Hom functors. */

static ChaseSets *
hom_sets (const ChaseFunctor *functor, guint64 *steps)
{
  g_autoptr (ChaseHomTable) table = hom_table (functor->source, functor->object, steps);

  if (table == NULL)
    return NULL;
  return chase_hom_table_sets (functor->source->presentation, table, functor->object,
                               !functor->covariant_hom);
}

/* The row of “@arrow, then the path to @row of @table”, in the table @there. */
static guint32
put_before (const ChaseHomTable *table, guint32 n_arrows, guint32 row, guint32 arrow,
            const ChaseHomTable *there)
{
  g_autofree guint32 *before = NULL;
  g_autofree guint32 *last = NULL;
  g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 at = there->next[arrow];

  chase_hom_table_paths (table, n_arrows, &before, &last);
  for (; row != 0; row = before[row])
    g_array_append_val (word, last[row]);
  for (guint i = word->len; i > 0; i--)
    at = there->next[(gsize)at * n_arrows + g_array_index (word, guint32, i - 1)];
  return at;
}

typedef struct
{
  const ChaseCategory *category;
  GPtrArray *tables;
  GPtrArray *places;
  guint32 n_objects;
  guint32 n_arrows;
} Homs;

static const ChaseHomTable *
table_at (const Homs *homs, guint32 i)
{
  return g_ptr_array_index (homs->tables, i);
}

static void
fill_both (const Homs *homs, ChaseSets *sets, guint32 i, guint32 row)
{
  const ChasePresentation *c = homs->category->presentation;
  const ChaseHomTable *table = table_at (homs, i);
  guint32 j = table->object[row];
  guint32 place = ((guint32 *)g_ptr_array_index (homs->places, i))[row];

  for (guint32 f = 0; f < homs->n_arrows; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (c, f);
      gsize letter;

      if (arrow->target == i)
        {
          const ChaseHomTable *there = table_at (homs, arrow->source);
          guint32 image = put_before (table, homs->n_arrows, row, f, there);

          letter = (gsize)f * homs->n_objects + j;
          sets->functions[sets->offsets[letter] + place]
              = ((guint32 *)g_ptr_array_index (homs->places, arrow->source))[image];
        }
      if (arrow->source != j)
        continue;
      letter = (gsize)homs->n_arrows * homs->n_objects + (gsize)i * homs->n_arrows + f;
      sets->functions[sets->offsets[letter] + place] = ((guint32 *)g_ptr_array_index (
          homs->places, i))[table->next[(gsize)row * homs->n_arrows + f]];
    }
}

/* Hom (-, -) of C, on C^op * C: the set at (A, B) is that of Hom (A, -) at B. */
static ChaseSets *
both_sets (const ChaseFunctor *functor, guint64 *steps)
{
  const ChaseCategory *c = functor->source->parts[1];
  guint32 n = chase_presentation_n_objects (c->presentation);
  Homs homs = { c, all_tables (c, steps), NULL, n, chase_presentation_n_arrows (c->presentation) };
  g_autofree guint32 *sizes = g_new0 (guint32, (gsize)n * n + 1);
  ChaseSets *sets;
  guint64 work = 0;

  for (guint32 i = 0; homs.tables != NULL && i < n; i++)
    work += (guint64)table_at (&homs, i)->n_rows * table_at (&homs, i)->n_rows * homs.n_arrows;
  if (homs.tables == NULL || work > *steps)
    {
      g_clear_pointer (&homs.tables, g_ptr_array_unref);
      return NULL;
    }
  homs.places = g_ptr_array_new_with_free_func (g_free);
  for (guint32 i = 0; i < n; i++)
    {
      g_ptr_array_add (homs.places, chase_hom_table_places (table_at (&homs, i), n));
      for (guint32 row = 0; row < table_at (&homs, i)->n_rows; row++)
        sizes[(gsize)i * n + table_at (&homs, i)->object[row]]++;
    }
  sets = chase_sets_new (functor->source->presentation, sizes);
  for (guint32 i = 0; i < n; i++)
    {
      ChaseSets *one = chase_hom_table_sets (c->presentation, table_at (&homs, i), i, FALSE);

      for (gsize x = 0; x < one->first[n]; x++)
        sets->names[sets->first[(gsize)i * n] + x] = chase_name_ref (one->names[x]);
      chase_sets_free (one);
      for (guint32 row = 0; row < table_at (&homs, i)->n_rows; row++)
        fill_both (&homs, sets, i, row);
    }
  g_ptr_array_unref (homs.tables);
  g_ptr_array_unref (homs.places);
  return sets;
}

/* Kan extensions. */

/* Is @functor one, as far as its values can be compared here? */
static gboolean
is_lawful (const ChaseFunctor *functor, guint64 *steps)
{
  g_autoptr (ChaseLawList) list = NULL;
  guint32 n_arrows;

  if (functor->form != CHASE_FUNCTOR_WORDS || functor->target->presentation == NULL)
    return FALSE;
  list = chase_functor_laws (functor);
  n_arrows = chase_presentation_n_arrows (functor->target->presentation);
  for (guint i = 0; i < list->claims->len; i++)
    {
      const ChaseLawClaim *claim = g_ptr_array_index (list->claims, i);
      ChaseWord left = { (const guint32 *)(gpointer)claim->left->data, claim->left->len };
      ChaseWord right = { (const guint32 *)(gpointer)claim->right->data, claim->right->len };
      g_autoptr (ChaseHomTable) table = NULL;

      if (chase_word_equal (left, right))
        continue;
      table = hom_table (functor->target, claim->source, steps);
      if (table == NULL
          || chase_hom_table_follow (table, n_arrows, 0, left)
                 != chase_hom_table_follow (table, n_arrows, 0, right))
        return FALSE;
    }
  return list->broken == NOWHERE && list->obstacle == NULL;
}

static ChaseSets *
free_sets (const ChaseFunctor *m, const ChaseFunctor *along, guint64 *steps)
{
  g_autoptr (ChaseCollage) collage = NULL;
  g_autoptr (ChaseHomTable) table = NULL;

  if (chase_presentation_by_equations (along->target->presentation) == NULL)
    return NULL;
  collage = chase_collage_new (m->sets, along);
  table = chase_hom_table_list (collage->presentation, FALSE, collage->start, steps);
  return table != NULL ? chase_collage_sets (collage, table, along->target->presentation) : NULL;
}

static GPtrArray *
families_of (const ChaseFunctor *m, const ChaseFunctor *along, GPtrArray *tables, guint64 *steps)
{
  g_autoptr (GPtrArray) families
      = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_families_free);

  for (guint32 d = 0; d < tables->len; d++)
    {
      ChaseSets *hom = chase_hom_along (along, g_ptr_array_index (tables, d), d);
      ChaseFamilies *some
          = chase_families_find (along->source->presentation, hom, m->sets, MAX_FAMILIES, steps);

      if (some == NULL)
        return NULL;
      g_ptr_array_add (families, some);
    }
  return g_steal_pointer (&families);
}

static ChaseSets *
cofree_sets (const ChaseFunctor *m, const ChaseFunctor *along, guint64 *steps)
{
  g_autoptr (GPtrArray) tables = all_tables (along->target, steps);
  g_autoptr (GPtrArray) families = tables != NULL ? families_of (m, along, tables, steps) : NULL;

  return families != NULL ? chase_families_sets (along, m->sets, families, tables) : NULL;
}

gboolean
chase_theory_may_extend (const ChaseFunctor *m, const ChaseFunctor *along)
{
  guint64 steps = CHASE_HOM_STEPS;

  return m->form == CHASE_FUNCTOR_SETS && m->source == along->source
         && chase_sets_keep (m->sets, m->source->presentation) && is_lawful (along, &steps);
}

static ChaseSets *
values_of (const ChaseFunctor *functor)
{
  guint64 steps = CHASE_HOM_STEPS;

  switch ((ChaseTermKind)functor->term->kind)
    {
    case CHASE_TERM_HOM:
      return functor->object != NOWHERE ? hom_sets (functor, &steps) : both_sets (functor, &steps);
    case CHASE_TERM_FREE:
      if (chase_theory_may_extend (functor->operands[0], functor->operands[1]))
        return free_sets (functor->operands[0], functor->operands[1], &steps);
      return NULL;
    case CHASE_TERM_COFREE:
      if (chase_theory_may_extend (functor->operands[0], functor->operands[1]))
        return cofree_sets (functor->operands[0], functor->operands[1], &steps);
      return NULL;
    default:
      return NULL;
    }
}

void
chase_theory_list_values (ChaseTheory *theory, ChaseFunctor *functor)
{
  ChaseSets *sets;

  if (functor->source->kind != CHASE_CATEGORY_PRESENTED
      || g_hash_table_contains (theory->functors, functor->key))
    return;
  sets = values_of (functor);
  if (sets == NULL)
    return;
  if (!chase_functor_keeps (functor, sets)
      || !chase_theory_spend (theory, sets->first[sets->n_objects] + sets->offsets[sets->n_arrows],
                              NULL, NULL))
    {
      chase_sets_free (sets);
      return;
    }
  functor->form = CHASE_FUNCTOR_SETS;
  functor->sets = sets;
}

/* The Yoneda embedding: f . - for every arrow f. */

static ChaseTransformation *
after_arrow (const ChaseFunctor *from, const ChaseFunctor *to, const ChaseHomTable *here,
             const ChaseHomTable *there, guint32 f, char *key)
{
  const ChasePresentation *p = from->source->presentation;
  guint32 n_arrows = chase_presentation_n_arrows (p);
  guint32 n_objects = chase_presentation_n_objects (p);
  ChaseTransformation *made
      = chase_theory_transformation_new (from, to, CHASE_TRANSFORMATION_FUNCTIONS, NULL, key);
  g_autofree guint32 *place = chase_hom_table_places (here, n_objects);
  g_autofree guint32 *places = chase_hom_table_places (there, n_objects);

  for (guint32 row = 0; row < here->n_rows; row++)
    made->functions[made->offsets[here->object[row]] + place[row]]
        = places[put_before (here, n_arrows, row, f, there)];
  return made;
}

gboolean
chase_theory_list_embedding (ChaseTheory *theory, ChaseFunctor *functor)
{
  const ChaseCategory *c = functor->source;
  const ChaseCategory *opposite = functor->target->parts[0];
  const ChasePresentation *p = c->presentation;
  guint64 steps = CHASE_HOM_STEPS;
  g_autoptr (GPtrArray) tables = all_tables (opposite, &steps);

  if (tables == NULL)
    return FALSE;
  for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
    {
      functor->functors[a] = chase_theory_hom (theory, opposite, a, FALSE);
      if (functor->functors[a] == NULL || functor->functors[a]->form != CHASE_FUNCTOR_SETS)
        return FALSE;
    }
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      char *key = g_strdup_printf ("yoneda(%s)(%s)", c->key, arrow->name);

      functor->transformations[f] = chase_theory_keep_transformation (
          theory, after_arrow (functor->functors[arrow->source], functor->functors[arrow->target],
                               g_ptr_array_index (tables, arrow->source),
                               g_ptr_array_index (tables, arrow->target), f, key));
    }
  return TRUE;
}

/* Units and counits of free -| forget -| cofree. */

void
chase_fill_free_unit (ChaseTransformation *made, const ChaseCollage *collage,
                      const ChaseHomTable *table)
{
  const ChaseSets *m = made->from->sets;
  g_autofree guint32 *place
      = chase_hom_table_places (table, chase_presentation_n_objects (collage->presentation));

  for (gsize x = 0; x < m->first[m->n_objects]; x++)
    made->functions[x] = place[table->next[collage->n_arrows + x]];
}

/* A path from the start, evaluated in N. */
void
chase_fill_free_counit (ChaseTransformation *made, const ChaseSets *m, const ChaseCollage *collage,
                        const ChaseHomTable *table)
{
  const ChaseSets *n = made->to->sets;
  g_autofree guint32 *place
      = chase_hom_table_places (table, chase_presentation_n_objects (collage->presentation));
  g_autofree guint32 *value = g_new (guint32, table->n_rows + 1);
  g_autofree guint32 *before = NULL;
  g_autofree guint32 *last = NULL;

  chase_hom_table_paths (table, chase_presentation_n_arrows (collage->presentation), &before,
                         &last);
  for (guint32 row = 1; row < table->n_rows; row++)
    {
      guint32 x = last[row] - collage->n_arrows;
      guint32 c = 0;

      while (before[row] == 0 && m->first[c + 1] <= x)
        c++;
      value[row] = before[row] == 0 ? x - (guint32)m->first[c]
                                    : n->functions[n->offsets[last[row]] + value[before[row]]];
      made->functions[made->offsets[table->object[row]] + place[row]] = value[row];
    }
}

/* At n of N (d): the family that has N (h) (n) at h. */
void
chase_fill_cofree_unit (ChaseTransformation *made, const ChaseFunctor *along, GPtrArray *families,
                        GPtrArray *tables)
{
  const ChaseSets *sets = made->from->sets;
  guint32 n_arrows = chase_presentation_n_arrows (along->target->presentation);
  guint32 n_objects = chase_presentation_n_objects (along->target->presentation);

  for (guint32 d = 0; d < tables->len; d++)
    {
      const ChaseHomTable *table = g_ptr_array_index (tables, d);
      const ChaseFamilies *some = g_ptr_array_index (families, d);
      g_autofree guint32 *place = chase_hom_table_places (table, n_objects);
      g_autofree guint32 *before = NULL;
      g_autofree guint32 *last = NULL;
      g_autofree guint32 *value = g_new (guint32, table->n_rows + 1);
      g_autofree guint32 *family = g_new0 (guint32, some->n_values + 1);

      chase_hom_table_paths (table, n_arrows, &before, &last);
      for (guint32 x = 0; x < sets->sizes[d]; x++)
        {
          for (guint32 row = 0; row < table->n_rows; row++)
            {
              value[row]
                  = row == 0 ? x : sets->functions[sets->offsets[last[row]] + value[before[row]]];
              for (guint32 c = 0; c < some->hom->n_objects; c++)
                if (along->objects[c] == table->object[row])
                  family[some->hom->first[c] + place[row]] = value[row];
            }
          made->functions[made->offsets[d] + x] = chase_families_position (some, family);
        }
    }
}

/* At a family of F (c): its value at the identity. */
void
chase_fill_cofree_counit (ChaseTransformation *made, const ChaseFunctor *along, GPtrArray *families,
                          GPtrArray *tables)
{
  guint32 n_objects = chase_presentation_n_objects (along->target->presentation);

  for (guint32 c = 0; c < chase_presentation_n_objects (along->source->presentation); c++)
    {
      guint32 d = along->objects[c];
      const ChaseFamilies *some = g_ptr_array_index (families, d);
      g_autofree guint32 *place = chase_hom_table_places (g_ptr_array_index (tables, d), n_objects);

      for (guint32 k = 0; k < some->n_families; k++)
        made->functions[made->offsets[c] + k] = g_array_index (
            some->values, guint32, (gsize)k * some->n_values + some->hom->first[c] + place[0]);
    }
}

void
chase_theory_fill_unit (ChaseTransformation *made, gboolean left, gboolean unit)
{
  const ChaseFunctor *m = made->operands[0];
  const ChaseFunctor *along = made->operands[1];
  guint64 steps = CHASE_HOM_STEPS;
  g_autoptr (ChaseCollage) collage = NULL;
  g_autoptr (ChaseHomTable) table = NULL;
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GPtrArray) families = NULL;

  if (left)
    {
      collage = chase_collage_new (m->sets, along);
      table = chase_hom_table_list (collage->presentation, FALSE, collage->start, &steps);
      if (unit)
        chase_fill_free_unit (made, collage, table);
      else
        chase_fill_free_counit (made, m->sets, collage, table);
      return;
    }
  tables = all_tables (along->target, &steps);
  families = families_of (m, along, tables, &steps);
  if (unit)
    chase_fill_cofree_unit (made, along, families, tables);
  else
    chase_fill_cofree_counit (made, along, families, tables);
}

/* What has to be verified by somebody else. */

static gboolean
is_listed_functor (const ChaseFunctor *functor)
{
  if (functor->shares != NULL || functor->term == NULL)
    return FALSE;
  return (functor->form == CHASE_FUNCTOR_SETS
          && (functor->term->kind == CHASE_TERM_HOM || functor->term->kind == CHASE_TERM_FREE
              || functor->term->kind == CHASE_TERM_COFREE))
         || (functor->form == CHASE_FUNCTOR_TABLES && functor->term->kind == CHASE_TERM_YONEDA);
}

static gboolean
is_listed_transformation (const ChaseTransformation *alpha)
{
  return alpha->shares == NULL && alpha->term != NULL
         && alpha->form == CHASE_TRANSFORMATION_FUNCTIONS
         && (alpha->term->kind == CHASE_TERM_YONEDA || alpha->term->kind == CHASE_TERM_UNIT
             || alpha->term->kind == CHASE_TERM_COUNIT);
}

void
chase_theory_unverified (ChaseTheory *theory, GPtrArray **functors, GPtrArray **transformations)
{
  GHashTableIter iter;
  gpointer thing;

  *functors = g_ptr_array_new ();
  *transformations = g_ptr_array_new ();
  g_rec_mutex_lock (&theory->lock);
  g_hash_table_iter_init (&iter, theory->functors);
  while (g_hash_table_iter_next (&iter, NULL, &thing))
    if (is_listed_functor (thing) && !g_hash_table_contains (theory->verified, thing))
      g_ptr_array_add (*functors, thing);
  g_hash_table_iter_init (&iter, theory->transformations);
  while (g_hash_table_iter_next (&iter, NULL, &thing))
    if (is_listed_transformation (thing) && !g_hash_table_contains (theory->verified, thing))
      g_ptr_array_add (*transformations, thing);
  g_rec_mutex_unlock (&theory->lock);
}

void
chase_theory_set_verified (ChaseTheory *theory, gconstpointer thing)
{
  g_rec_mutex_lock (&theory->lock);
  g_hash_table_add (theory->verified, (gpointer)thing);
  g_rec_mutex_unlock (&theory->lock);
}

gboolean
chase_theory_is_verified (ChaseTheory *theory, gconstpointer thing)
{
  gboolean verified;

  g_rec_mutex_lock (&theory->lock);
  verified = g_hash_table_contains (theory->verified, thing);
  g_rec_mutex_unlock (&theory->lock);
  return verified;
}
