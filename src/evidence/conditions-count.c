/* SPDX-License-Identifier: MIT */
#include "evidence/fingerprint.h"
#include "evidence/refuse.h"
#include "evidence/conditions.h"

#include <stdlib.h>
#include <string.h>

/*
 * The verifier's own way to count. Every square is a table of the pairs that it allows; variables
 * go one by one: the tables about one are sorted, merged and summed over its values, which leaves a
 * table about its neighbours (variable elimination). Nothing is known here of generators.
 */

#define MAX_ROWS 4000000

/* Rows of values, each with its tally. */
typedef struct
{
  guint width;
  guint32 *scope;
  guint n;
  guint32 *values;
  ChaseRecounted *tallies;
  gboolean used;
} Table;

typedef struct
{
  const ChaseConditions *conditions;
  const ChaseConditionPart *part;
  GPtrArray *tables; /* of Table */
  GPtrArray *about;  /* of GArray of tables, by variable */
  const guint64 *moduli;
} Recount;

static void
table_free (gpointer data)
{
  Table *table = data;

  g_free (table->scope);
  g_free (table->values);
  g_free (table->tallies);
  g_free (table);
}

static Table *
table_new (guint width, guint room)
{
  Table *table = g_new0 (Table, 1);

  table->width = width;
  table->scope = g_new0 (guint32, width + 1);
  table->values = g_new0 (guint32, (gsize)width * room + 1);
  table->tallies = g_new0 (ChaseRecounted, room + 1);
  return table;
}

static void
add_table (Recount *recount, Table *table)
{
  guint number = recount->tables->len;

  g_ptr_array_add (recount->tables, table);
  for (guint i = 0; i < table->width; i++)
    g_array_append_val ((GArray *)g_ptr_array_index (recount->about, table->scope[i]), number);
}

/* All values of @variable. */
static void
add_weights (Recount *recount, guint32 variable)
{
  guint32 n = recount->conditions->sizes[variable];
  Table *table = table_new (1, n);

  table->scope[0] = variable;
  for (; table->n < n; table->n++)
    table->values[table->n] = table->n;
  add_table (recount, table);
}

static void
set_weights (Table *table, gboolean hashed, guint32 n_weighed)
{
  for (guint i = 0; i < table->n; i++)
    table->tallies[i]
        = chase_recounted_one (hashed && table->scope[0] < n_weighed
                                   ? chase_fingerprint_weight (table->scope[0], table->values[i])
                                   : 1);
}

static gint
compare_pairs (gconstpointer a, gconstpointer b)
{
  const guint32 *one = a, *two = b;

  return one[0] != two[0] ? (one[0] < two[0] ? -1 : 1) : (one[1] > two[1]) - (one[1] < two[1]);
}

/* The values of one side with their images, sorted by image. */
static guint32 *
images (const Recount *recount, guint32 variable, const guint32 *map)
{
  guint32 n = recount->conditions->sizes[variable];
  guint32 *pairs = g_new (guint32, 2 * (gsize)n + 2);

  for (guint32 x = 0; x < n; x++)
    {
      pairs[2 * x] = map == NULL ? x : map[x];
      pairs[2 * x + 1] = x;
    }
  qsort (pairs, n, 2 * sizeof (guint32), compare_pairs);
  return pairs;
}

/* The pairs of values that @square allows; FALSE where there are too many. */
static gboolean
add_square (Recount *recount, const ChaseCondition *square)
{
  guint32 n = recount->conditions->sizes[square->u], m = recount->conditions->sizes[square->v];
  g_autofree guint32 *left = images (recount, square->u, square->left);
  g_autofree guint32 *right = images (recount, square->v, square->right);
  gboolean loop = square->u == square->v;
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  Table *table;

  for (guint32 i = 0, start = 0; i < n && rows->len <= 2 * MAX_ROWS; i++)
    {
      while (start < m && right[2 * start] < left[2 * i])
        start++;
      for (guint32 k = start; k < m && right[2 * k] == left[2 * i]; k++)
        {
          if (loop && right[2 * k + 1] != left[2 * i + 1])
            continue;
          g_array_append_val (rows, left[2 * i + 1]);
          if (!loop)
            g_array_append_val (rows, right[2 * k + 1]);
        }
    }
  table = table_new (loop ? 1 : 2, 0);
  table->scope[0] = square->u;
  if (!loop)
    table->scope[1] = square->v;
  table->n = rows->len / table->width;
  g_free (table->values);
  table->values = (guint32 *)(gpointer)g_array_free (rows, FALSE);
  g_free (table->tallies);
  table->tallies = g_new (ChaseRecounted, table->n + 1);
  for (guint i = 0; i < table->n; i++)
    table->tallies[i] = chase_recounted_one (1);
  add_table (recount, table);
  return table->n <= MAX_ROWS;
}

static gint
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint32 *one = a, *two = b;
  guint width = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < width; i++)
    if (one[i] != two[i])
      return one[i] < two[i] ? -1 : 1;
  return 0;
}

/* The rows with the columns in the order @columns, sorted; each ends with its number. */
static guint32 *
sorted_rows (const Table *table, const guint *columns)
{
  guint width = table->width + 1;
  guint32 *rows = g_new (guint32, (gsize)width * table->n + 1);

  for (guint i = 0; i < table->n; i++)
    {
      for (guint k = 0; k < table->width; k++)
        rows[(gsize)i * width + k] = table->values[(gsize)i * table->width + columns[k]];
      rows[(gsize)i * width + table->width] = i;
    }
  if (table->n > 0)
    g_qsort_with_data (rows, (gint)table->n, width * sizeof (guint32), compare_rows,
                       GUINT_TO_POINTER (table->width));
  return rows;
}

static guint
column_of (const Table *table, guint32 variable)
{
  for (guint i = 0; i < table->width; i++)
    if (table->scope[i] == variable)
      return i;
  return G_MAXUINT;
}

/* Columns that both have first, in the same order; then the others. How many both have. */
static guint
common_first (const Table *table, const Table *other, guint *columns)
{
  guint n = 0, common;

  for (guint i = 0; i < other->width; i++)
    if (column_of (table, other->scope[i]) != G_MAXUINT)
      columns[n++] = column_of (table, other->scope[i]);
  common = n;
  for (guint i = 0; i < table->width; i++)
    if (column_of (other, table->scope[i]) == G_MAXUINT)
      columns[n++] = i;
  return common;
}

/* The natural join by sorting both and merging; NULL where it is too long. */
static Table *
merge (const Recount *recount, const Table *a, const Table *b)
{
  g_autofree guint *first = g_new (guint, a->width + b->width + 2);
  g_autofree guint *second = g_new (guint, a->width + b->width + 2);
  guint common = common_first (b, a, second);
  g_autofree guint32 *one = NULL;
  g_autofree guint32 *two = NULL;
  guint wide_a = a->width + 1, wide_b = b->width + 1;
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) tallies = g_array_new (FALSE, FALSE, sizeof (ChaseRecounted));
  gsize start = 0;
  Table *table;

  /* Both have the common columns in the order of a. */
  common_first (a, b, first);
  for (guint i = 0, n = 0; i < a->width; i++)
    if (column_of (b, a->scope[i]) != G_MAXUINT)
      first[n++] = i;
  one = sorted_rows (a, first);
  two = sorted_rows (b, second);
  for (gsize i = 0; i < a->n; i++)
    {
      const guint32 *row = &one[i * wide_a];

      while (start < b->n
             && compare_rows (&two[start * wide_b], row, GUINT_TO_POINTER (common)) < 0)
        start++;
      for (gsize k = start;
           k < b->n && compare_rows (&two[k * wide_b], row, GUINT_TO_POINTER (common)) == 0; k++)
        {
          ChaseRecounted tally = chase_recounted_pairs (
              &a->tallies[row[a->width]], &b->tallies[two[k * wide_b + b->width]], recount->moduli);

          g_array_append_vals (values, row, a->width);
          g_array_append_vals (values, &two[k * wide_b + common], b->width - common);
          g_array_append_val (tallies, tally);
          if ((gsize)tallies->len * (a->width + b->width + 8) > (gsize)8 * MAX_ROWS)
            return NULL;
        }
    }
  table = table_new (a->width + b->width - common, 0);
  for (guint i = 0; i < a->width; i++)
    table->scope[i] = a->scope[first[i]];
  for (guint i = common; i < b->width; i++)
    table->scope[a->width + i - common] = b->scope[second[i]];
  table->n = tallies->len;
  g_free (table->values);
  g_free (table->tallies);
  table->values = (guint32 *)(gpointer)g_array_free (g_steal_pointer (&values), FALSE);
  table->tallies = (ChaseRecounted *)(gpointer)g_array_free (g_steal_pointer (&tallies), FALSE);
  return table;
}

/* Without the column of @variable, equal rows added up. */
static Table *
sum_away (const Recount *recount, const Table *table, guint32 variable)
{
  g_autofree guint *columns = g_new (guint, table->width + 1);
  g_autofree guint32 *rows = NULL;
  guint gone = column_of (table, variable), width = table->width - 1;
  Table *sum = table_new (width, table->n);

  for (guint i = 0; i < width; i++)
    {
      columns[i] = i < gone ? i : i + 1;
      sum->scope[i] = table->scope[columns[i]];
    }
  columns[width] = gone;
  rows = sorted_rows (table, columns);
  for (gsize i = 0; i < table->n; i++)
    {
      const guint32 *row = &rows[i * (table->width + 1)];
      ChaseRecounted tally = table->tallies[row[table->width]];

      if (sum->n > 0
          && compare_rows (row, &sum->values[(gsize)(sum->n - 1) * width], GUINT_TO_POINTER (width))
                 == 0)
        {
          sum->tallies[sum->n - 1]
              = chase_recounted_sum (&sum->tallies[sum->n - 1], &tally, recount->moduli);
          continue;
        }
      memcpy (&sum->values[(gsize)sum->n * width], row, width * sizeof (guint32));
      sum->tallies[sum->n++] = tally;
    }
  return sum;
}

/* How many variables stand in tables with @variable. */
static guint
n_neighbours (const Recount *recount, guint32 variable, guint32 *seen, guint32 stamp)
{
  const GArray *about = g_ptr_array_index (recount->about, variable);
  guint count = 0;

  for (guint i = 0; i < about->len; i++)
    {
      const Table *table = g_ptr_array_index (recount->tables, g_array_index (about, guint, i));

      for (guint k = 0; !table->used && k < table->width; k++)
        if (seen[table->scope[k]] != stamp)
          {
            seen[table->scope[k]] = stamp;
            count++;
          }
    }
  return count;
}

static gboolean
eliminate (Recount *recount, guint32 variable)
{
  const GArray *about = g_ptr_array_index (recount->about, variable);
  const Table *all = NULL;
  Table *merged = NULL;

  for (guint i = 0; i < about->len; i++)
    {
      Table *table = g_ptr_array_index (recount->tables, g_array_index (about, guint, i));
      Table *both;

      if (table->used)
        continue;
      table->used = TRUE;
      both = all != NULL ? merge (recount, all, table) : NULL;
      if (all != NULL && both == NULL)
        {
          g_clear_pointer (&merged, table_free);
          return FALSE;
        }
      g_clear_pointer (&merged, table_free);
      merged = both;
      all = both != NULL ? both : table;
    }
  add_table (recount, sum_away (recount, all, variable));
  g_clear_pointer (&merged, table_free);
  return TRUE;
}

/* The variables of the part, each time one with the fewest neighbours. */
static gboolean
eliminate_all (Recount *recount)
{
  const GArray *variables = recount->part->variables;
  guint n_all = recount->conditions->n_variables;
  g_autofree guint32 *seen = g_new0 (guint32, n_all + 1);
  g_autofree guint *neighbours = g_new (guint, variables->len + 1);
  g_autofree guint *position = g_new0 (guint, n_all + 1);
  guint32 stamp = 0;

  for (guint i = 0; i < variables->len; i++)
    {
      guint32 v = g_array_index (variables, guint32, i);

      position[v] = i;
      neighbours[i] = n_neighbours (recount, v, seen, ++stamp);
    }
  for (guint round = 0; round < variables->len; round++)
    {
      guint best = G_MAXUINT;
      const Table *left;

      for (guint i = 0; i < variables->len; i++)
        if (neighbours[i] != G_MAXUINT && (best == G_MAXUINT || neighbours[i] < neighbours[best]))
          best = i;
      if (!eliminate (recount, g_array_index (variables, guint32, best)))
        return FALSE;
      neighbours[best] = G_MAXUINT;
      left = g_ptr_array_index (recount->tables, recount->tables->len - 1);
      for (guint k = 0; k < left->width; k++)
        neighbours[position[left->scope[k]]]
            = n_neighbours (recount, left->scope[k], seen, ++stamp);
    }
  return TRUE;
}

/* One run on the tables of the part, which are as they were when it ends. */
static gboolean
run_part (gpointer data, const guint64 *moduli, gboolean hashed, ChaseRecounted *tally)
{
  Recount *recount = data;
  const GArray *variables = recount->part->variables;
  guint n_tables = recount->tables->len;
  g_autofree guint *n_about = g_new (guint, variables->len + 1);
  gboolean good;

  recount->moduli = moduli;
  for (guint i = 0; i < variables->len; i++)
    {
      guint32 v = g_array_index (variables, guint32, i);

      set_weights (g_ptr_array_index (recount->tables, i), hashed, recount->conditions->n_weighed);
      n_about[i] = ((GArray *)g_ptr_array_index (recount->about, v))->len;
    }
  good = eliminate_all (recount);
  *tally = (ChaseRecounted){ 0 };
  if (good)
    {
      const Table *last = g_ptr_array_index (recount->tables, recount->tables->len - 1);

      if (last->n > 0)
        *tally = last->tallies[0];
    }
  g_ptr_array_set_size (recount->tables, (gint)n_tables);
  for (guint i = 0; i < n_tables; i++)
    ((Table *)g_ptr_array_index (recount->tables, i))->used = FALSE;
  for (guint i = 0; i < variables->len; i++)
    g_array_set_size (
        (GArray *)g_ptr_array_index (recount->about, g_array_index (variables, guint32, i)),
        n_about[i]);
  return good;
}

static char *
count_part (Recount *recount, guint64 *fingerprint)
{
  const ChaseConditions *conditions = recount->conditions;
  g_autofree gboolean *here = g_new0 (gboolean, conditions->n_variables + 1);
  gboolean good = TRUE;
  char *text = NULL;

  recount->tables = g_ptr_array_new_with_free_func (table_free);
  for (guint i = 0; i < recount->part->variables->len; i++)
    {
      here[g_array_index (recount->part->variables, guint32, i)] = TRUE;
      add_weights (recount, g_array_index (recount->part->variables, guint32, i));
    }
  for (guint i = 0; i < conditions->conditions->len && good; i++)
    {
      const ChaseCondition *square = &g_array_index (conditions->conditions, ChaseCondition, i);

      if (here[square->u])
        good = add_square (recount, square);
    }
  if (good)
    text = chase_recounted_text (run_part, recount, fingerprint);
  g_ptr_array_unref (recount->tables);
  return text;
}

char *
chase_conditions_recount (const ChaseConditions *conditions, guint64 *fingerprint, GError **error)
{
  g_autoptr (GPtrArray) parts = chase_conditions_parts (conditions);
  g_autofree char *total = g_strdup ("1");
  Recount recount = { .conditions = conditions };

  recount.about = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  for (guint32 v = 0; v < conditions->n_variables; v++)
    g_ptr_array_add (recount.about, g_array_new (FALSE, FALSE, sizeof (guint)));
  *fingerprint = 1;
  for (guint i = 0; i < parts->len && total != NULL; i++)
    {
      guint64 of_part = 0;
      g_autofree char *text = NULL;
      g_autofree char *product = NULL;

      recount.part = g_ptr_array_index (parts, i);
      text = count_part (&recount, &of_part);
      product = text != NULL ? chase_decimal_product (total, text) : NULL;
      g_free (total);
      total = g_steal_pointer (&product);
      *fingerprint = chase_product_modulo (*fingerprint, of_part, CHASE_FINGERPRINT_PRIME);
    }
  g_ptr_array_unref (recount.about);
  if (total == NULL)
    chase_refuse (error, "there are too many transformations to count");
  return g_steal_pointer (&total);
}
