/* SPDX-License-Identifier: MIT */
#include "evidence/enumerate.h"

#include "evidence/cancelled.h"
#include "evidence/rows.h"
#include "evidence/table.h"

#define NOWHERE G_MAXUINT32

enum
{
  MAX_CELLS = 20000000,
  MAX_LISTED = 20000000,
};

/* Arrows are found by composing those of a list. */
typedef struct
{
  const ChaseFinite *finite;
  GArray *list;
  GArray *found;
  guint8 *is_found;
} Spread;

static void
find_arrow (Spread *spread, guint32 f)
{
  if (chase_finite_is_identity (spread->finite, f) || spread->is_found[f])
    return;
  spread->is_found[f] = TRUE;
  g_array_append_val (spread->found, f);
}

static void
find_behind (Spread *spread, guint32 f, guint32 g)
{
  if (spread->finite->target[f] == spread->finite->source[g])
    find_arrow (spread, chase_finite_compose (spread->finite, f, g));
}

/* @f joins the list: behind what was found before, and all of the list behind what is found now. */
static void
spread_from (Spread *spread, guint32 f)
{
  guint before = spread->found->len;

  g_array_append_val (spread->list, f);
  find_arrow (spread, f);
  for (guint i = 0; i < before; i++)
    find_behind (spread, g_array_index (spread->found, guint32, i), f);
  for (guint i = before; i < spread->found->len; i++)
    for (guint k = 0; k < spread->list->len; k++)
      find_behind (spread, g_array_index (spread->found, guint32, i),
                   g_array_index (spread->list, guint32, k));
}

/* Arrows of which all others are composites. */
static GArray *
generating (const ChaseFinite *finite)
{
  Spread spread = { .finite = finite };

  spread.list = g_array_new (FALSE, FALSE, sizeof (guint32));
  spread.found = g_array_new (FALSE, FALSE, sizeof (guint32));
  spread.is_found = g_new0 (guint8, finite->n_arrows + 1);
  for (guint32 f = 0; f < finite->n_arrows; f++)
    if (!spread.is_found[f])
      spread_from (&spread, f);
  g_array_unref (spread.found);
  g_free (spread.is_found);
  return spread.list;
}

/* (f, a), y is f, (a, y) for every f before and y behind. */
static gboolean
associates_in_the_middle (const ChaseFinite *c, guint32 a)
{
  guint32 first = c->first[c->target[a]], last = c->first[c->target[a] + 1];
  g_autofree guint32 *behind = g_new (guint32, last - first + 1);

  for (guint32 k = first; k < last; k++)
    behind[k - first] = chase_finite_compose (c, a, c->out[k]);
  for (guint32 f = 0; f < c->n_arrows; f++)
    {
      guint32 fa;

      if (c->target[f] != c->source[a])
        continue;
      fa = chase_finite_compose (c, f, a);
      for (guint32 k = first; k < last; k++)
        if (chase_finite_compose (c, fa, c->out[k])
            != chase_finite_compose (c, f, behind[k - first]))
          return FALSE;
    }
  return TRUE;
}

/* Light's test (Clifford and Preston, The Algebraic Theory of Semigroups, section 1.2): what
 * associates in the middle is closed under composing. */
static gboolean
is_associative (const ChaseFinite *finite)
{
  g_autoptr (GArray) list = generating (finite);

  for (guint i = 0; i < list->len; i++)
    if (!associates_in_the_middle (finite, g_array_index (list, guint32, i)))
      return FALSE;
  return TRUE;
}

static ChaseEnumerated *
read_table (ChasePresentation *presentation, GError **error)
{
  g_autoptr (ChaseFinite) finite = chase_table_read (presentation);
  ChaseEnumerated *made;

  if (finite != NULL && is_associative (finite))
    {
      made = g_new0 (ChaseEnumerated, 1);
      made->presentation = chase_presentation_ref (presentation);
      made->words = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
      made->generators = g_new (guint32, finite->n_arrows + 1);
      for (guint32 f = 0; f < finite->n_arrows; f++)
        {
          GArray *word = g_array_new (FALSE, FALSE, sizeof (guint32));

          g_array_append_val (word, f);
          g_ptr_array_add (made->words, word);
          made->generators[f] = f;
        }
      made->finite = g_steal_pointer (&finite);
      return made;
    }
  chase_refuse (error, "the table is not a category");
  return NULL;
}

ChaseEnumerated *
chase_enumerate (const ChaseCategory *category, guint32 limit, GError **error)
{
  ChasePresentation *presentation = category->presentation;
  g_autoptr (GPtrArray) tables
      = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_hom_table_free);
  g_autoptr (ChasePresentation) said = NULL;
  ChaseEnumerated *enumerated;
  gboolean ended = TRUE;
  ChaseRows rows;

  if (presentation == NULL || (category->table && chase_declares_more (presentation)))
    {
      chase_refuse (error, "the morphisms of %s cannot be listed", category->key);
      return NULL;
    }
  if (category->table)
    return read_table (presentation, error);
  limit = MIN (limit, MAX_CELLS / (chase_presentation_n_arrows (presentation) + 1));
  said = chase_cancelled (presentation, limit, NULL, error);
  if (said == NULL)
    return NULL;
  chase_rows_init (&rows, said, NOWHERE, NULL);
  for (guint32 s = 0; s < chase_presentation_n_objects (presentation) && ended; s++)
    {
      ended = chase_rows_list (&rows, s, (ChaseWord){ NULL, 0 }, limit);
      if (ended)
        g_ptr_array_add (tables, chase_rows_table (&rows));
    }
  chase_rows_clear (&rows);
  if (!ended)
    {
      chase_refuse (error, "listing the morphisms of %s does not end", category->key);
      return NULL;
    }
  enumerated = chase_table_compose (presentation, tables);
  if (enumerated == NULL)
    chase_refuse (error, "%s has too many morphisms", category->key);
  return enumerated;
}

/* The paths that rows stand for, numbered: those of one row in a row. */
typedef struct
{
  ChaseRows *rows;
  guint32 n;
  guint32 *first; /* row -> number */
  guint32 *row;   /* number -> row */
} Numbers;

static guint32
follow_number (guint32 number, guint32 arrow, gpointer data)
{
  const Numbers *numbers = data;
  guint32 row = numbers->row[number];
  ChasePlace next = chase_rows_follow (numbers->rows, row, arrow);
  gint64 size = chase_rows_size (numbers->rows, next.row);
  gint64 by = ((gint64)(number - numbers->first[row]) + next.by) % size;

  return numbers->first[next.row] + (guint32)(by < 0 ? by + size : by);
}

/* FALSE where there are too many, or infinitely many. */
static gboolean
numbers_init (Numbers *numbers, ChaseRows *rows)
{
  guint64 n = 0;

  *numbers = (Numbers){ .rows = rows, .first = g_new (guint32, (gsize)rows->n + 1) };
  for (guint32 row = 0; row < rows->n; row++)
    {
      guint32 size = chase_rows_size (rows, row);

      numbers->first[row] = (guint32)n;
      n += size;
      if (n > MAX_LISTED || (size == 0 && rows->root[row].row == row))
        return FALSE;
    }
  numbers->n = (guint32)n;
  numbers->row = g_new (guint32, (gsize)n + 1);
  for (guint32 row = 0; row < rows->n; row++)
    for (guint32 i = chase_rows_size (rows, row); i > 0; i--)
      numbers->row[numbers->first[row] + i - 1] = row;
  return TRUE;
}

/* The rows of paths to @to, without walking along them. */
static guint64
count_rows (const ChaseRows *rows, guint32 to)
{
  guint64 count = 0;

  for (guint32 row = 0; row < rows->n; row++)
    if (to == NOWHERE || rows->object[row] == to)
      count += chase_rows_size (rows, row);
  return count;
}

/* FALSE where there are too many, or walking along them finds not all. */
static gboolean
add_rows (ChaseRoll *roll, guint32 source, guint32 to, ChaseRows *rows)
{
  guint64 before = chase_roll_count (roll);
  Numbers numbers;
  gboolean good = numbers_init (&numbers, rows);

  if (good)
    chase_roll_add (roll, source, numbers.n, follow_number, &numbers);
  g_free (numbers.first);
  g_free (numbers.row);
  return good && chase_roll_count (roll) - before == count_rows (rows, to);
}

/* Row 0 is the identity, row f + 1 the morphism f of the table. */
static guint32
follow_table (guint32 row, guint32 arrow, gpointer data)
{
  const ChaseFinite *finite = data;
  guint32 f = row == 0 ? arrow : chase_finite_compose (finite, row - 1, arrow);

  return chase_finite_is_identity (finite, f) ? 0 : f + 1;
}

static ChaseRoll *
list_table (const ChaseCategory *category, guint32 from, guint32 to, GError **error)
{
  g_autoptr (ChaseEnumerated) enumerated = read_table (category->presentation, error);
  ChaseRoll *roll;

  if (enumerated == NULL)
    return NULL;
  roll = chase_roll_new (category->presentation, to);
  for (guint32 s = 0; s < enumerated->finite->n_objects; s++)
    if (from == NOWHERE || from == s)
      chase_roll_add (roll, s, enumerated->finite->n_arrows + 1, follow_table, enumerated->finite);
  return roll;
}

ChaseRoll *
chase_enumerate_roll (const ChaseCategory *category, guint32 from, guint32 to, ChaseWord along,
                      guint32 limit, const ChasePatience *patience, GError **error)
{
  ChasePresentation *p = category->presentation;
  g_autoptr (ChasePresentation) said = NULL;
  g_autoptr (ChaseRoll) roll = NULL;
  gboolean ended = TRUE;
  ChaseRows rows;

  if (p == NULL || (category->table && chase_declares_more (p)))
    {
      chase_refuse (error, "the morphisms of %s cannot be listed", category->key);
      return NULL;
    }
  if (category->table)
    return list_table (category, from, to, error);
  said = chase_cancelled (p, limit, patience, error);
  if (said == NULL)
    return NULL;
  roll = chase_roll_new (p, to);
  chase_rows_init (&rows, said, to, patience);
  for (guint32 s = 0; s < chase_presentation_n_objects (p) && ended; s++)
    if ((from == NOWHERE || from == s) && rows.leads[s])
      ended = chase_rows_list (&rows, s, along, limit) && add_rows (roll, s, to, &rows);
  chase_rows_clear (&rows);
  if (ended)
    return g_steal_pointer (&roll);
  chase_refuse (error, "listing the morphisms of %s does not end", category->key);
  return NULL;
}

/* Row 0 is the identity; the others are the arrows from @source. */
static ChaseHomTable *
rows_of_table (const ChaseFinite *finite, guint32 source)
{
  ChaseHomTable *table = g_new0 (ChaseHomTable, 1);
  guint32 n = finite->n_arrows;
  g_autofree guint32 *row = g_new (guint32, n + 1);

  table->n_rows = 1;
  for (guint32 f = 0; f < n; f++)
    row[f] = finite->source[f] == source ? table->n_rows++ : NOWHERE;
  table->object = g_new (guint32, table->n_rows + 1);
  table->next = g_new (guint32, (gsize)table->n_rows * n + 1);
  for (gsize i = 0; i < (gsize)table->n_rows * n; i++)
    table->next[i] = NOWHERE;
  table->object[0] = source;
  for (guint32 f = 0; f < n; f++)
    {
      if (row[f] == NOWHERE)
        continue;
      table->object[row[f]] = finite->target[f];
      table->next[f] = row[f];
      for (guint32 g = 0; g < n; g++)
        if (finite->source[g] == finite->target[f])
          {
            guint32 product = chase_finite_compose (finite, f, g);

            table->next[(gsize)row[f] * n + g]
                = chase_finite_is_identity (finite, product) ? 0 : row[product];
          }
    }
  return table;
}

ChasePaths *
chase_enumerate_from (ChasePresentation *presentation, gboolean table, guint32 source,
                      guint32 limit, GError **error)
{
  g_autoptr (ChaseEnumerated) enumerated = NULL;
  g_autoptr (ChasePresentation) said = NULL;
  g_autoptr (ChaseHomTable) listed = NULL;
  ChaseRows rows;

  if (table && chase_declares_more (presentation))
    {
      chase_refuse (error, "these paths cannot be listed");
      return NULL;
    }
  if (table)
    {
      enumerated = read_table (presentation, error);
      listed = enumerated != NULL ? rows_of_table (enumerated->finite, source) : NULL;
    }
  else
    said = chase_cancelled (presentation, limit, NULL, error);
  if (said != NULL)
    {
      chase_rows_init (&rows, said, NOWHERE, NULL);
      if (chase_rows_list (&rows, source, (ChaseWord){ NULL, 0 }, limit))
        listed = chase_rows_table (&rows);
      else
        chase_refuse (error, "listing these paths does not end");
      chase_rows_clear (&rows);
    }
  return listed != NULL ? chase_paths_new (listed, chase_presentation_n_objects (presentation),
                                           chase_presentation_n_arrows (presentation))
                        : NULL;
}
