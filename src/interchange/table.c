/* SPDX-License-Identifier: MIT */
#include "interchange/tex-private.h"
#include "interchange/tikz-private.h"

#include <stdlib.h>
#include <string.h>

/* The cells of a table: kept small, for a matrix may have one for every other character. */

static void
extra_free (ChaseTableExtra *extra)
{
  if (extra == NULL)
    return;
  g_free (extra->name);
  g_free (extra->options);
  g_free (extra);
}

static void
cell_clear (ChaseTableCell *cell)
{
  chase_name_unref (cell->text);
  extra_free (cell->extra);
}

ChaseTable *
chase_table_new (ChaseSource *source, gsize offset, GHashTable *reported)
{
  ChaseTable *table = g_new0 (ChaseTable, 1);

  table->source = source;
  table->offset = offset;
  table->reported = reported;
  table->pitch = chase_tikz_pitch (NULL);
  table->texts = chase_name_table_new ();
  table->text = g_string_new (NULL);
  table->arrows = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_tikz_arrow_free);
  return table;
}

void
chase_table_free (ChaseTable *table)
{
  if (table == NULL)
    return;
  g_string_free (table->text, TRUE);
  for (guint i = 0; i < table->n_cells; i++)
    cell_clear (&table->cells[i]);
  g_free (table->cells);
  chase_name_table_free (table->texts);
  g_ptr_array_unref (table->arrows);
  chase_recent_styles_clear (&table->styles);
  g_free (table->slots);
  g_free (table);
}

/* Open addressing with linear probing: a slot holds the number of a cell + 1, or 0. Multiplication
 * by a fraction of the golden ratio (Knuth, The Art of Computer Programming 3, section 6.4). */
static guint32 *
slot_of (const ChaseTable *table, guint row, guint column)
{
  guint64 key = ((guint64)row << 32 | column) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint32 at = (guint32)(key >> 32) & (table->n_slots - 1);

  for (;; at = (at + 1) & (table->n_slots - 1))
    {
      const ChaseTableCell *cell;

      if (table->slots[at] == 0)
        return &table->slots[at];
      cell = &table->cells[table->slots[at] - 1];
      if (cell->row == row && cell->column == column)
        return &table->slots[at];
    }
}

static void
fill_slots (ChaseTable *table, guint32 n)
{
  g_free (table->slots);
  table->n_slots = n;
  table->slots = g_new0 (guint32, n);
  for (guint i = 0; i < table->n_cells; i++)
    {
      const ChaseTableCell *cell = &table->cells[i];

      *slot_of (table, cell->row, cell->column) = i + 1;
    }
}

ChaseTableCell *
chase_table_cell (ChaseTable *table, guint row, guint column)
{
  ChaseTableCell fresh = { .row = row, .column = column };
  guint32 *slot;

  if (table->n_cells * 4 >= table->n_slots * 3)
    fill_slots (table, MAX (64, table->n_slots * 2));
  slot = slot_of (table, row, column);
  if (*slot == 0)
    {
      if (table->n_cells == table->room)
        {
          table->room += MAX (8, table->room / 4);
          table->cells = g_renew (ChaseTableCell, table->cells, table->room);
        }
      table->cells[table->n_cells++] = fresh;
      *slot = table->n_cells;
    }
  return &table->cells[*slot - 1];
}

ChaseTableExtra *
chase_table_extra (ChaseTable *table, guint row, guint column)
{
  ChaseTableCell *cell = chase_table_cell (table, row, column);

  if (cell->extra == NULL)
    cell->extra = g_new0 (ChaseTableExtra, 1);
  return cell->extra;
}

/* Puts the text that was gathered into its cell. */
static void
close_text (ChaseTable *table)
{
  ChaseTableCell *cell;

  if (!table->open)
    return;
  cell = chase_table_cell (table, table->row, table->column);
  chase_name_unref (cell->text);
  cell->text = chase_name_table_intern (table->texts, table->text->str, table->text->len);
  table->open = FALSE;
}

GString *
chase_table_text (ChaseTable *table, guint row, guint column)
{
  const ChaseTableCell *cell;

  if (table->open && table->row == row && table->column == column)
    return table->text;
  close_text (table);
  cell = chase_table_cell (table, row, column);
  g_string_assign (table->text, cell->text != NULL ? cell->text : "");
  table->row = row;
  table->column = column;
  table->open = TRUE;
  return table->text;
}

void
chase_table_add_arrow (ChaseTable *table, ChaseTikzArrow *arrow)
{
  guint n = table->arrows->len;

  if (n > 0)
    table->arrows->pdata[n - 1]
        = chase_tikz_arrow_pack (table->arrows->pdata[n - 1], &table->styles, table->texts);
  g_ptr_array_add (table->arrows, arrow);
}

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const ChaseTableCell *left = a;
  const ChaseTableCell *right = b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return left->column < right->column ? -1 : left->column > right->column;
}

void
chase_table_sort (ChaseTable *table)
{
  gboolean sorted = TRUE;

  close_text (table);
  for (guint i = 1; sorted && i < table->n_cells; i++)
    sorted = compare_cells (&table->cells[i - 1], &table->cells[i]) < 0;
  if (sorted)
    return;
  qsort (table->cells, table->n_cells, sizeof *table->cells, compare_cells);
  fill_slots (table, table->n_slots);
}

/* What is kept but not drawn is said once for each key. */
void
chase_table_report (ChaseTable *table, gsize offset, gsize bytes, const char *options)
{
  g_autoptr (GPtrArray) parts = chase_tex_split (options, ',', TRUE);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      gsize n = strcspn (part, "=");
      g_autofree char *key = g_strchomp (g_strndup (part, n > 0 ? MIN (n, 40) : 40));

      if (chase_tikz_is_fine_print (key) || g_hash_table_contains (table->reported, key))
        continue;
      chase_source_warn (table->source, offset, bytes, NULL,
                         "TikZ key not known here, kept for LaTeX: %s", key);
      g_hash_table_add (table->reported, g_steal_pointer (&key));
    }
}
