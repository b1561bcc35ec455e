/* SPDX-License-Identifier: MIT */
#include "evidence/enumerate.h"

#include "evidence/refuse.h"

#define NOWHERE G_MAXUINT32

/* Rows and the arrows between them; a row that was merged points to what it became. */
typedef struct
{
  const ChasePresentation *presentation;
  guint32 n_arrows;
  GPtrArray *equations; /* by source: GArray of numbers */
  GArray *object;
  GArray *root;
  GArray *next;
  GArray *pending; /* pairs of rows that are to become one */
} Rows;

static guint32
row_find (Rows *rows, guint32 row)
{
  while (g_array_index (rows->root, guint32, row) != row)
    row = g_array_index (rows->root, guint32, row);
  return row;
}

static guint32 *
cell_of (Rows *rows, guint32 row, guint32 arrow)
{
  return &g_array_index (rows->next, guint32, (gsize)row * rows->n_arrows + arrow);
}

static guint32
row_new (Rows *rows, guint32 object)
{
  guint32 row = rows->object->len;
  guint32 none = NOWHERE;

  g_array_append_val (rows->object, object);
  g_array_append_val (rows->root, row);
  for (guint32 f = 0; f < rows->n_arrows; f++)
    g_array_append_val (rows->next, none);
  return row;
}

static guint32
row_follow (Rows *rows, guint32 row, ChaseWord word)
{
  for (guint32 i = 0; i < word.length; i++)
    {
      guint32 next;

      row = row_find (rows, row);
      next = *cell_of (rows, row, word.letters[i]);
      if (next == NOWHERE)
        {
          next = row_new (rows,
                          chase_presentation_arrow (rows->presentation, word.letters[i])->target);
          *cell_of (rows, row, word.letters[i]) = next;
        }
      row = next;
    }
  return row_find (rows, row);
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

      g_array_set_size (rows->pending, rows->pending->len - 2);
      if (a == b)
        continue;
      g_array_index (rows->root, guint32, drop) = keep;
      for (guint32 f = 0; f < rows->n_arrows; f++)
        {
          guint32 moved = *cell_of (rows, drop, f);
          guint32 *cell = cell_of (rows, keep, f);

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
  guint32 two = row_follow (rows, row_find (rows, row), right);

  rows_merge (rows, one, two);
}

/* At @row everything that is given must be true: equations, inverses, idempotents; and every arrow
 * must lead on. */
static void
complete_row (Rows *rows, guint32 row)
{
  const ChasePresentation *p = rows->presentation;
  guint32 object = g_array_index (rows->object, guint32, row);

  const GArray *given = g_ptr_array_index (rows->equations, object);

  for (guint i = 0; i < given->len; i++)
    {
      const ChaseEquation *equation
          = chase_presentation_equation (p, g_array_index (given, guint32, i));

      if (row_find (rows, row) == row)
        impose (rows, row, equation->left, equation->right);
    }
  for (guint32 f = 0; f < rows->n_arrows && row_find (rows, row) == row; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);
      guint32 pair[2] = { f, arrow->inverse };
      guint32 twice[2] = { f, f };

      if (arrow->source != object)
        continue;
      row_follow (rows, row, (ChaseWord){ &f, 1 });
      if (arrow->inverse != NOWHERE)
        impose (rows, row, (ChaseWord){ pair, 2 }, (ChaseWord){ NULL, 0 });
      if (arrow->properties & CHASE_PROPERTY_IDEMPOTENT)
        impose (rows, row, (ChaseWord){ twice, 2 }, (ChaseWord){ twice, 1 });
    }
}

static ChaseHomTable *
live_rows (Rows *rows)
{
  ChaseHomTable *table = g_new0 (ChaseHomTable, 1);
  g_autofree guint32 *number = g_new (guint32, rows->object->len + 1);

  for (guint32 row = 0; row < rows->object->len; row++)
    number[row] = row_find (rows, row) == row ? table->n_rows++ : NOWHERE;
  table->object = g_new (guint32, table->n_rows + 1);
  table->next = g_new (guint32, (gsize)table->n_rows * rows->n_arrows + 1);
  for (guint32 row = 0; row < rows->object->len; row++)
    {
      if (number[row] == NOWHERE)
        continue;
      table->object[number[row]] = g_array_index (rows->object, guint32, row);
      for (guint32 f = 0; f < rows->n_arrows; f++)
        {
          guint32 next = *cell_of (rows, row, f);

          table->next[(gsize)number[row] * rows->n_arrows + f]
              = next != NOWHERE ? number[row_find (rows, next)] : NOWHERE;
        }
    }
  return table;
}

static ChaseHomTable *
enumerate_from (const ChasePresentation *presentation, GPtrArray *equations, guint32 source,
                guint32 limit)
{
  Rows rows = { presentation, chase_presentation_n_arrows (presentation), equations };
  ChaseHomTable *table = NULL;
  guint32 row;

  rows.object = g_array_new (FALSE, FALSE, sizeof (guint32));
  rows.root = g_array_new (FALSE, FALSE, sizeof (guint32));
  rows.next = g_array_new (FALSE, FALSE, sizeof (guint32));
  rows.pending = g_array_new (FALSE, FALSE, sizeof (guint32));
  limit = MIN (limit, 20000000 / (rows.n_arrows + 1));
  row_new (&rows, source);
  for (row = 0; row < rows.object->len && rows.object->len <= limit; row++)
    if (row_find (&rows, row) == row)
      complete_row (&rows, row);
  if (row == rows.object->len)
    table = live_rows (&rows);
  g_array_unref (rows.object);
  g_array_unref (rows.root);
  g_array_unref (rows.next);
  g_array_unref (rows.pending);
  return table;
}

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
  g_autoptr (ChaseEnumerated) enumerated = chase_enumerated_new_table (presentation);

  if (enumerated->finite != NULL && is_associative (enumerated->finite))
    return g_steal_pointer (&enumerated);
  chase_refuse (error, "the table is not a category");
  return NULL;
}

ChaseEnumerated *
chase_enumerate (const ChaseCategory *category, guint32 limit, GError **error)
{
  ChasePresentation *presentation = category->presentation;
  g_autoptr (GPtrArray) tables
      = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_hom_table_free);
  g_autoptr (GPtrArray) equations = NULL;
  ChaseEnumerated *enumerated;

  if (presentation == NULL || says_more (presentation))
    {
      chase_refuse (error, "the morphisms of %s cannot be listed", category->key);
      return NULL;
    }
  if (category->table)
    return read_table (presentation, error);
  equations = by_source (presentation);
  for (guint32 s = 0; s < chase_presentation_n_objects (presentation); s++)
    {
      ChaseHomTable *table = enumerate_from (presentation, equations, s, limit);

      if (table == NULL)
        {
          chase_refuse (error, "listing the morphisms of %s does not end", category->key);
          return NULL;
        }
      g_ptr_array_add (tables, table);
    }
  enumerated = chase_enumerated_new (presentation, tables);
  if (enumerated == NULL)
    chase_refuse (error, "%s has too many morphisms", category->key);
  return enumerated;
}
