/* SPDX-License-Identifier: MIT */
#include "model/functor-table.h"

#define NOWHERE G_MAXUINT32
#define MAX_STEPS 4000000
#define MAX_FUNCTORS 2000
#define MAX_TRANSFORMATIONS 20000
#define MAX_PAIRS 400000

/* One search: places get values in order, and what is due at a place is tried there. */
typedef struct
{
  ChaseFunctorTable *table;
  GArray *order;  /* of places: objects, then arrows as soon as their ends have values */
  GPtrArray *due; /* GArray of equations, by place in the order */
  guint32 *values;
  guint64 steps;
} Search;

static const ChaseFinite *
target_of (const ChaseFunctorTable *table)
{
  return table->target->finite;
}

static void
plan (Search *search)
{
  const ChasePresentation *p = search->table->source;
  guint32 n = search->table->n_objects;
  g_autofree guint32 *place = g_new0 (guint32, search->table->n_values + 1);

  for (guint32 a = 0; a < n; a++)
    {
      place[a] = search->order->len;
      g_array_append_val (search->order, a);
      for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
        {
          const ChaseArrow *arrow = chase_presentation_arrow (p, f);
          guint32 slot = n + f;

          if (MAX (arrow->source, arrow->target) != a || arrow->formal)
            continue;
          place[slot] = search->order->len;
          if (arrow->inverse != NOWHERE)
            place[n + arrow->inverse] = search->order->len;
          g_array_append_val (search->order, slot);
        }
    }
  for (guint i = 0; i < search->order->len; i++)
    g_ptr_array_add (search->due, g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint32 e = 0; e < chase_presentation_n_equations (p); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (p, e);
      ChaseWord sides[2] = { equation->left, equation->right };
      guint32 last = place[equation->source];

      for (guint s = 0; s < 2; s++)
        for (guint32 i = 0; i < sides[s].length; i++)
          last = MAX (last, place[n + sides[s].letters[i]]);
      g_array_append_val ((GArray *)g_ptr_array_index (search->due, last), e);
    }
}

static guint32
value_at (const Search *search, guint32 source, ChaseWord word)
{
  const ChaseFinite *d = target_of (search->table);
  guint32 value = chase_finite_identity (d, search->values[source]);

  for (guint32 i = 0; i < word.length; i++)
    value = chase_finite_compose (d, value,
                                  search->values[search->table->n_objects + word.letters[i]]);
  return value;
}

static gboolean
fits (Search *search, guint place)
{
  const ChasePresentation *p = search->table->source;
  const ChaseFinite *d = target_of (search->table);
  guint32 slot = g_array_index (search->order, guint32, place);
  const GArray *due = g_ptr_array_index (search->due, place);

  if (slot >= search->table->n_objects)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, slot - search->table->n_objects);
      guint32 m = search->values[slot];
      guint32 back;

      if (d->source[m] != search->values[arrow->source]
          || d->target[m] != search->values[arrow->target]
          || ((arrow->properties & CHASE_PROPERTY_IDEMPOTENT) != 0
              && chase_finite_compose (d, m, m) != m))
        return FALSE;
      if (arrow->inverse != NOWHERE)
        {
          if (!chase_finite_find_back (d, m, TRUE, TRUE, &back))
            return FALSE;
          search->values[search->table->n_objects + arrow->inverse] = back;
        }
    }
  for (guint i = 0; i < due->len; i++)
    {
      const ChaseEquation *e = chase_presentation_equation (p, g_array_index (due, guint32, i));

      if (value_at (search, e->source, e->left) != value_at (search, e->source, e->right))
        return FALSE;
    }
  return TRUE;
}

/* FALSE: too many, or too long. */
static gboolean
search_functors (Search *search, guint place)
{
  ChaseFunctorTable *table = search->table;
  guint32 slot, most;

  if (place == search->order->len)
    {
      g_array_append_vals (table->functors, search->values, table->n_values);
      return ++table->n_functors <= MAX_FUNCTORS;
    }
  slot = g_array_index (search->order, guint32, place);
  most = slot < table->n_objects ? target_of (table)->n_objects
                                 : chase_finite_n_morphisms (target_of (table));
  for (guint32 v = 0; v < most; v++)
    {
      search->values[slot] = v;
      if (search->steps == 0)
        return FALSE;
      search->steps--;
      if (fits (search, place) && !search_functors (search, place + 1))
        return FALSE;
    }
  return TRUE;
}

/* The squares of the arrows whose later end is @a. */
static gboolean
squares_hold (const ChaseFunctorTable *table, const guint32 *values, guint32 a)
{
  const ChaseFinite *d = target_of (table);
  const guint32 *from = chase_functor_table_functor (table, values[0]);
  const guint32 *to = chase_functor_table_functor (table, values[1]);

  for (guint32 f = 0; f < table->n_values - table->n_objects; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (table->source, f);

      if (MAX (arrow->source, arrow->target) == a
          && chase_finite_compose (d, from[table->n_objects + f], values[2 + arrow->target])
                 != chase_finite_compose (d, values[2 + arrow->source], to[table->n_objects + f]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_identity (const ChaseFunctorTable *table, const guint32 *values)
{
  if (values[0] != values[1])
    return FALSE;
  for (guint32 a = 0; a < table->n_objects; a++)
    if (!chase_finite_is_identity (target_of (table), values[2 + a]))
      return FALSE;
  return TRUE;
}

static gboolean
search_transformations (ChaseFunctorTable *table, guint32 *values, guint32 a, guint64 *steps)
{
  const ChaseFinite *d = target_of (table);

  if (a == table->n_objects)
    {
      if (is_identity (table, values))
        return TRUE;
      g_array_append_vals (table->transformations, values, table->n_objects + 2);
      return ++table->n_transformations <= MAX_TRANSFORMATIONS;
    }
  for (guint32 m = 0; m < chase_finite_n_morphisms (d); m++)
    {
      if (*steps == 0)
        return FALSE;
      --*steps;
      if (d->source[m] != chase_functor_table_functor (table, values[0])[a]
          || d->target[m] != chase_functor_table_functor (table, values[1])[a])
        continue;
      values[2 + a] = m;
      if (squares_hold (table, values, a) && !search_transformations (table, values, a + 1, steps))
        return FALSE;
    }
  return TRUE;
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer n)
{
  const guint32 *one = a;
  const guint32 *two = b;

  for (guint32 i = 0; i < GPOINTER_TO_UINT (n); i++)
    if (one[i] != two[i])
      return one[i] < two[i] ? -1 : 1;
  return 0;
}

static GHashTable *
index_new (void)
{
  return g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
}

static void
note (GHashTable *index, const guint32 *values, guint32 n, guint32 number)
{
  g_hash_table_insert (index, g_bytes_new (values, n * sizeof (guint32)),
                       GUINT_TO_POINTER (number + 1));
}

static guint32
look_up (GHashTable *index, const guint32 *values, guint32 n)
{
  g_autoptr (GBytes) key = g_bytes_new_static (values, n * sizeof (guint32));

  return GPOINTER_TO_UINT (g_hash_table_lookup (index, key)) - 1;
}

static gboolean
list_functors (ChaseFunctorTable *table)
{
  g_autofree guint32 *values = g_new0 (guint32, table->n_values + 1);
  Search search
      = { table, g_array_new (FALSE, FALSE, sizeof (guint32)),
          g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref), values, MAX_STEPS };
  gboolean done;

  plan (&search);
  done = search_functors (&search, 0);
  g_array_unref (search.order);
  g_ptr_array_unref (search.due);
  if (!done)
    return FALSE;
  g_qsort_with_data (table->functors->data, (gint)table->n_functors,
                     MAX (table->n_values, 1) * sizeof (guint32), compare,
                     GUINT_TO_POINTER (table->n_values));
  for (guint32 i = 0; i < table->n_functors; i++)
    note (table->by_values, chase_functor_table_functor (table, i), table->n_values, i);
  return TRUE;
}

static gboolean
list_transformations (ChaseFunctorTable *table)
{
  g_autofree guint32 *values = g_new0 (guint32, table->n_objects + 3);
  g_autofree guint32 *out = g_new0 (guint32, table->n_functors + 1);
  guint64 steps = MAX_STEPS;
  guint64 pairs = 0;

  for (values[0] = 0; values[0] < table->n_functors; values[0]++)
    for (values[1] = 0; values[1] < table->n_functors; values[1]++)
      if (!search_transformations (table, values, 0, &steps))
        return FALSE;
  for (guint32 i = 0; i < table->n_transformations; i++)
    {
      const guint32 *one = chase_functor_table_transformation (table, i);

      out[one[0]]++;
      note (table->by_components, one, table->n_objects + 2, i);
    }
  for (guint32 i = 0; i < table->n_transformations; i++)
    pairs += out[chase_functor_table_transformation (table, i)[1]];
  return pairs <= MAX_PAIRS;
}

ChaseFunctorTable *
chase_functor_table_new (const ChasePresentation *source, ChaseEnumerated *target)
{
  ChaseFunctorTable *table = g_new0 (ChaseFunctorTable, 1);

  table->source = source;
  table->target = target;
  table->n_objects = chase_presentation_n_objects (source);
  table->n_values = table->n_objects + chase_presentation_n_arrows (source);
  table->functors = g_array_new (FALSE, FALSE, sizeof (guint32));
  table->transformations = g_array_new (FALSE, FALSE, sizeof (guint32));
  table->by_values = index_new ();
  table->by_components = index_new ();
  if (!chase_presentation_says_more (source) && list_functors (table)
      && list_transformations (table))
    return table;
  chase_functor_table_free (table);
  return NULL;
}

void
chase_functor_table_free (ChaseFunctorTable *table)
{
  if (table == NULL)
    return;
  chase_enumerated_free (table->target);
  g_array_unref (table->functors);
  g_array_unref (table->transformations);
  g_hash_table_unref (table->by_values);
  g_hash_table_unref (table->by_components);
  g_free (table);
}

const guint32 *
chase_functor_table_functor (const ChaseFunctorTable *table, guint32 i)
{
  return (const guint32 *)(gpointer)table->functors->data + (gsize)i * table->n_values;
}

const guint32 *
chase_functor_table_transformation (const ChaseFunctorTable *table, guint32 i)
{
  return (const guint32 *)(gpointer)table->transformations->data
         + (gsize)i * (table->n_objects + 2);
}

guint32
chase_functor_table_find (const ChaseFunctorTable *table, const guint32 *values)
{
  return look_up (table->by_values, values, table->n_values);
}

guint32
chase_functor_table_find_transformation (const ChaseFunctorTable *table, const guint32 *values)
{
  if (is_identity (table, values))
    return table->n_transformations + values[0];
  return look_up (table->by_components, values, table->n_objects + 2);
}

/* Names. */

static void
append_morphism (GString *text, const ChaseEnumerated *d, guint32 morphism)
{
  ChaseWord word = chase_enumerated_word (d, morphism);

  if (word.length == 0)
    g_string_append_printf (
        text, "id(%s)",
        chase_presentation_object_name (d->presentation, d->finite->source[morphism]));
  for (guint32 i = word.length; i > 0; i--)
    g_string_append_printf (text, "%s%s", i < word.length ? " . " : "",
                            chase_presentation_arrow (d->presentation, word.letters[i - 1])->name);
}

static ChaseName *
name_of_functor (const ChaseFunctorTable *table, guint32 i)
{
  const guint32 *values = chase_functor_table_functor (table, i);
  g_autoptr (GString) text = g_string_new ("(");

  for (guint32 a = 0; a < table->n_objects; a++)
    g_string_append_printf (
        text, "%s%s |-> %s", a > 0 ? ", " : "", chase_presentation_object_name (table->source, a),
        chase_presentation_object_name (table->target->presentation, values[a]));
  for (guint32 f = 0; f < table->n_values - table->n_objects; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (table->source, f);

      if (arrow->formal)
        continue;
      g_string_append_printf (text, "%s%s |-> ", f + table->n_objects > 0 ? ", " : "", arrow->name);
      append_morphism (text, table->target, values[table->n_objects + f]);
    }
  g_string_append_c (text, ')');
  return chase_name_new (text->str);
}

/* With the two functors where others have the same components. */
static ChaseName *
name_of_transformation (const ChaseFunctorTable *table, guint32 i, const ChasePresentation *made,
                        GHashTable *seen)
{
  const guint32 *values = chase_functor_table_transformation (table, i);
  g_autoptr (GString) text = g_string_new ("(");

  for (guint32 a = 0; a < table->n_objects; a++)
    {
      g_string_append_printf (text, "%s%s |-> ", a > 0 ? ", " : "",
                              chase_presentation_object_name (table->source, a));
      append_morphism (text, table->target, values[2 + a]);
    }
  g_string_append_c (text, ')');
  if (!g_hash_table_add (seen, g_strdup (text->str)))
    g_string_append_printf (text, " : %s => %s", chase_presentation_object_name (made, values[0]),
                            chase_presentation_object_name (made, values[1]));
  return chase_name_new (text->str);
}

static void
add_entries (const ChaseFunctorTable *table, ChasePresentation *made)
{
  g_autoptr (GPtrArray) out = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autofree guint32 *product = g_new (guint32, table->n_objects + 3);

  for (guint32 i = 0; i < table->n_functors; i++)
    g_ptr_array_add (out, g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint32 i = 0; i < table->n_transformations; i++)
    g_array_append_val (
        (GArray *)g_ptr_array_index (out, chase_functor_table_transformation (table, i)[0]), i);
  for (guint32 i = 0; i < table->n_transformations; i++)
    {
      const guint32 *one = chase_functor_table_transformation (table, i);
      const GArray *after = g_ptr_array_index (out, one[1]);

      for (guint k = 0; k < after->len; k++)
        {
          guint32 pair[2] = { i, g_array_index (after, guint32, k) };
          const guint32 *two = chase_functor_table_transformation (table, pair[1]);
          guint32 found;

          product[0] = one[0];
          product[1] = two[1];
          for (guint32 a = 0; a < table->n_objects; a++)
            product[2 + a] = chase_finite_compose (target_of (table), one[2 + a], two[2 + a]);
          found = chase_functor_table_find_transformation (table, product);
          chase_presentation_add_equation (
              made, one[0], (ChaseWord){ pair, 2 },
              (ChaseWord){ &found, found < table->n_transformations ? 1 : 0 }, NULL, 0);
        }
    }
}

ChasePresentation *
chase_functor_table_present (const ChaseFunctorTable *table)
{
  ChasePresentation *made = chase_presentation_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint32 i = 0; i < table->n_functors; i++)
    {
      g_autoptr (ChaseName) name = name_of_functor (table, i);

      chase_presentation_add_object (made, name);
    }
  for (guint32 i = 0; i < table->n_transformations; i++)
    {
      const guint32 *values = chase_functor_table_transformation (table, i);
      g_autoptr (ChaseName) name = name_of_transformation (table, i, made, seen);

      chase_presentation_add_arrow (made, name, values[0], values[1], CHASE_PROPERTY_NONE);
    }
  add_entries (table, made);
  return made;
}
