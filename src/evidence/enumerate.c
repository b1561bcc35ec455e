/* SPDX-License-Identifier: MIT */
#include "evidence/enumerate.h"

#include "evidence/refuse.h"
#include "evidence/table.h"
#include "model/hom-list.h"

#define NOWHERE G_MAXUINT32
#define MAX_CELLS 20000000

static GPtrArray *
by_source (const ChasePresentation *presentation)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint32 i = 0; i < chase_presentation_n_objects (presentation); i++)
    g_ptr_array_add (lists, g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint32 e = 0; e < chase_presentation_n_equations (presentation); e++)
    {
      guint32 source = chase_presentation_equation (presentation, e)->source;

      g_array_append_val ((GArray *)g_ptr_array_index (lists, source), e);
    }
  return lists;
}

/* Rows and the arrows between them; a row that was merged points to what it became. */
typedef struct
{
  const ChasePresentation *presentation;
  GPtrArray *equations; /* by source: GArray of numbers */
  GPtrArray *out;       /* by source: GArray of arrows that are followed */
  guint32 *slot;        /* arrow -> its cell in a row, or NOWHERE */
  guint8 *leads;        /* objects that are looked at */
  GArray *object;
  GArray *root;
  GArray *first; /* row -> its first cell, gsize */
  GArray *cells;
  GArray *pending; /* pairs of rows that are to become one */
  const ChasePatience *patience;
  guint32 steps;
} Rows;

static guint32
row_find (Rows *rows, guint32 row)
{
  guint32 *root = (guint32 *)(gpointer)rows->root->data;

  while (root[row] != row)
    row = root[row] = root[root[row]];
  return row;
}

static guint32 *
cell_of (Rows *rows, guint32 row, guint32 arrow)
{
  return &g_array_index (rows->cells, guint32,
                         g_array_index (rows->first, gsize, row) + rows->slot[arrow]);
}

static const GArray *
out_of (const Rows *rows, guint32 row)
{
  return g_ptr_array_index (rows->out, g_array_index (rows->object, guint32, row));
}

static guint32
row_new (Rows *rows, guint32 object)
{
  guint32 row = rows->object->len;
  gsize first = rows->cells->len;
  guint32 none = NOWHERE;

  g_array_append_val (rows->object, object);
  g_array_append_val (rows->root, row);
  g_array_append_val (rows->first, first);
  for (guint i = ((const GArray *)g_ptr_array_index (rows->out, object))->len; i > 0; i--)
    g_array_append_val (rows->cells, none);
  return row;
}

static guint32
row_follow (Rows *rows, guint32 row, ChaseWord word)
{
  row = row_find (rows, row);
  for (guint32 i = 0; i < word.length; i++)
    {
      guint32 next = *cell_of (rows, row, word.letters[i]);

      if (next == NOWHERE)
        {
          next = row_new (rows,
                          chase_presentation_arrow (rows->presentation, word.letters[i])->target);
          *cell_of (rows, row, word.letters[i]) = next;
        }
      row = row_find (rows, next);
    }
  return row;
}

static void
rows_merge (Rows *rows, guint32 one, guint32 two)
{
  g_array_append_val (rows->pending, one);
  g_array_append_val (rows->pending, two);
  while (rows->pending->len > 0)
    {
      guint32 a = row_find (rows, g_array_index (rows->pending, guint32, rows->pending->len - 1));
      guint32 b = row_find (rows, g_array_index (rows->pending, guint32, rows->pending->len - 2));
      guint32 keep = MIN (a, b);
      guint32 drop = MAX (a, b);
      const GArray *out = out_of (rows, keep);

      g_array_set_size (rows->pending, rows->pending->len - 2);
      if (a == b)
        continue;
      g_array_index (rows->root, guint32, drop) = keep;
      for (guint i = 0; i < out->len; i++)
        {
          guint32 moved = *cell_of (rows, drop, g_array_index (out, guint32, i));
          guint32 *cell = cell_of (rows, keep, g_array_index (out, guint32, i));

          if (moved == NOWHERE)
            continue;
          if (*cell == NOWHERE)
            *cell = moved;
          else
            {
              g_array_append_val (rows->pending, *cell);
              g_array_append_val (rows->pending, moved);
            }
        }
    }
}

static void
impose (Rows *rows, guint32 row, ChaseWord left, ChaseWord right)
{
  guint32 one = row_follow (rows, row, left);
  guint32 two = row_follow (rows, row, right);

  if (row_find (rows, one) != two)
    rows_merge (rows, one, two);
}

static gboolean
is_looked_at (const Rows *rows, guint32 row, ChaseWord left, ChaseWord right)
{
  guint32 last = left.length > 0    ? left.letters[left.length - 1]
                 : right.length > 0 ? right.letters[right.length - 1]
                                    : NOWHERE;
  guint32 end = last != NOWHERE ? chase_presentation_arrow (rows->presentation, last)->target
                                : g_array_index (rows->object, guint32, row);

  return rows->leads[end];
}

/* At @row everything that is given must be true: equations, inverses, idempotents; and every arrow
 * must lead on. */
static void
complete_row (Rows *rows, guint32 row)
{
  const ChasePresentation *p = rows->presentation;
  guint32 object = g_array_index (rows->object, guint32, row);
  const GArray *given = g_ptr_array_index (rows->equations, object);
  const GArray *out = g_ptr_array_index (rows->out, object);

  for (guint i = 0; i < given->len && row_find (rows, row) == row; i++)
    {
      const ChaseEquation *equation
          = chase_presentation_equation (p, g_array_index (given, guint32, i));

      if (is_looked_at (rows, row, equation->left, equation->right))
        impose (rows, row, equation->left, equation->right);
    }
  for (guint i = 0; i < out->len && row_find (rows, row) == row; i++)
    {
      guint32 f = g_array_index (out, guint32, i);
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      guint32 pair[2] = { f, arrow->inverse };
      guint32 twice[2] = { f, f };

      row_follow (rows, row, (ChaseWord){ &f, 1 });
      if (arrow->inverse != NOWHERE)
        impose (rows, row, (ChaseWord){ pair, 2 }, (ChaseWord){ NULL, 0 });
      if (arrow->properties & CHASE_PROPERTY_IDEMPOTENT)
        impose (rows, row, (ChaseWord){ twice, 2 }, (ChaseWord){ twice, 1 });
    }
}

static void
rows_clear (Rows *rows)
{
  GArray *arrays[] = { rows->object, rows->root, rows->first, rows->cells, rows->pending };

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_unref (arrays[i]);
  g_ptr_array_unref (rows->equations);
  g_ptr_array_unref (rows->out);
  g_free (rows->slot);
  g_free (rows->leads);
}

/* Only objects that lead to @to are looked at: paths to it run among them. */
static void
rows_init (Rows *rows, const ChasePresentation *p, guint32 to)
{
  GArray **arrays[] = { &rows->object, &rows->root, &rows->cells, &rows->pending };

  rows->presentation = p;
  rows->equations = by_source (p);
  rows->out = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  rows->slot = g_new (guint32, (gsize)chase_presentation_n_arrows (p) + 1);
  rows->leads = chase_roll_leading (p, to);
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    *arrays[i] = g_array_new (FALSE, FALSE, sizeof (guint32));
  rows->first = g_array_new (FALSE, FALSE, sizeof (gsize));
  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    g_ptr_array_add (rows->out, g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      GArray *out = g_ptr_array_index (rows->out, arrow->source);

      rows->slot[f] = rows->leads[arrow->target] ? out->len : NOWHERE;
      if (rows->leads[arrow->target])
        g_array_append_val (out, f);
    }
}

/* Lists the paths from @source; FALSE where that takes more than @limit rows. */
static gboolean
rows_list (Rows *rows, guint32 source, guint32 limit)
{
  GArray *arrays[] = { rows->object, rows->root, rows->first, rows->cells, rows->pending };
  guint32 row;

  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    g_array_set_size (arrays[i], 0);
  row_new (rows, source);
  for (row = 0; row < rows->object->len; row++)
    {
      if (rows->object->len > limit || rows->cells->len > MAX_CELLS
          || !chase_is_patient (rows->patience, &rows->steps, NULL))
        return FALSE;
      if (row_find (rows, row) == row)
        complete_row (rows, row);
    }
  return TRUE;
}

static ChaseHomTable *
live_rows (Rows *rows)
{
  ChaseHomTable *table = g_new0 (ChaseHomTable, 1);
  guint32 n_arrows = chase_presentation_n_arrows (rows->presentation);
  g_autofree guint32 *number = g_new (guint32, rows->object->len + 1);

  for (guint32 row = 0; row < rows->object->len; row++)
    number[row] = row_find (rows, row) == row ? table->n_rows++ : NOWHERE;
  table->object = g_new (guint32, table->n_rows + 1);
  table->next = g_new (guint32, (gsize)table->n_rows * n_arrows + 1);
  for (gsize i = 0; i < (gsize)table->n_rows * n_arrows; i++)
    table->next[i] = NOWHERE;
  for (guint32 row = 0; row < rows->object->len; row++)
    {
      const GArray *out = out_of (rows, row);

      if (number[row] == NOWHERE)
        continue;
      table->object[number[row]] = g_array_index (rows->object, guint32, row);
      for (guint i = 0; i < out->len; i++)
        {
          guint32 f = g_array_index (out, guint32, i);

          table->next[(gsize)number[row] * n_arrows + f]
              = number[row_find (rows, *cell_of (rows, row, f))];
        }
    }
  return table;
}

static gboolean
says_more (const ChasePresentation *presentation)
{
  const guint known = CHASE_PROPERTY_ISO | CHASE_PROPERTY_IDEMPOTENT;

  for (guint32 f = 0; f < chase_presentation_n_arrows (presentation); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (presentation, f);

      if ((arrow->properties & ~known) != 0 && arrow->inverse == NOWHERE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_associative (const ChaseFinite *finite)
{
  for (guint32 f = 0; f < finite->n_arrows; f++)
    for (guint32 i = finite->first[finite->target[f]]; i < finite->first[finite->target[f] + 1];
         i++)
      {
        guint32 g = finite->out[i];
        guint32 fg = chase_finite_compose (finite, f, g);

        for (guint32 k = finite->first[finite->target[g]]; k < finite->first[finite->target[g] + 1];
             k++)
          if (chase_finite_compose (finite, fg, finite->out[k])
              != chase_finite_compose (finite, f, chase_finite_compose (finite, g, finite->out[k])))
            return FALSE;
      }
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
  ChaseEnumerated *enumerated;
  gboolean ended = TRUE;
  Rows rows = { NULL };

  if (presentation == NULL || says_more (presentation))
    {
      chase_refuse (error, "the morphisms of %s cannot be listed", category->key);
      return NULL;
    }
  if (category->table)
    return read_table (presentation, error);
  limit = MIN (limit, MAX_CELLS / (chase_presentation_n_arrows (presentation) + 1));
  rows_init (&rows, presentation, NOWHERE);
  for (guint32 s = 0; s < chase_presentation_n_objects (presentation) && ended; s++)
    {
      ended = rows_list (&rows, s, limit);
      if (ended)
        g_ptr_array_add (tables, live_rows (&rows));
    }
  rows_clear (&rows);
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

static guint32
follow_row (guint32 row, guint32 arrow, gpointer data)
{
  Rows *rows = data;

  return row_find (rows, *cell_of (rows, row, arrow));
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
chase_enumerate_roll (const ChaseCategory *category, guint32 from, guint32 to, guint32 limit,
                      const ChasePatience *patience, GError **error)
{
  const ChasePresentation *p = category->presentation;
  g_autoptr (ChaseRoll) roll = NULL;
  gboolean ended = TRUE;
  Rows rows = { NULL };

  if (p == NULL || says_more (p))
    {
      chase_refuse (error, "the morphisms of %s cannot be listed", category->key);
      return NULL;
    }
  if (category->table)
    return list_table (category, from, to, error);
  roll = chase_roll_new (p, to);
  rows_init (&rows, p, to);
  rows.patience = patience;
  for (guint32 s = 0; s < chase_presentation_n_objects (p) && ended; s++)
    {
      if ((from != NOWHERE && from != s) || !rows.leads[s])
        continue;
      ended = rows_list (&rows, s, limit);
      if (ended)
        chase_roll_add (roll, s, rows.object->len, follow_row, &rows);
    }
  rows_clear (&rows);
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

ChaseHomTable *
chase_enumerate_from (ChasePresentation *presentation, gboolean table, guint32 source,
                      guint32 limit, GError **error)
{
  g_autoptr (ChaseEnumerated) enumerated = NULL;
  ChaseHomTable *listed = NULL;
  Rows rows = { NULL };

  if (says_more (presentation))
    {
      chase_refuse (error, "what is declared says more than the equations");
      return NULL;
    }
  if (table)
    {
      enumerated = read_table (presentation, error);
      listed = enumerated != NULL ? rows_of_table (enumerated->finite, source) : NULL;
    }
  else
    {
      rows_init (&rows, presentation, NOWHERE);
      if (rows_list (&rows, source, limit))
        listed = live_rows (&rows);
      else
        chase_refuse (error, "listing these paths does not end");
      rows_clear (&rows);
    }
  if (listed != NULL)
    chase_hom_table_sort (listed, chase_presentation_n_arrows (presentation));
  return listed;
}
