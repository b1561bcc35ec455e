/* SPDX-License-Identifier: MIT */
#include "interchange/table-private.h"
#include "interchange/tex-private.h"

#include <string.h>

#include "i18n.h"

/* Where the arrows of a table end: at a cell by row and column, direction or name, or on an arrow.
 */

/* A table of more rows or columns than this is a mistake. */
#define EXTENT_MAX 100000

static gboolean
read_row_column (const char *text, ChaseTableEnd *end)
{
  char *rest;
  guint64 row = g_ascii_strtoull (text, &rest, 10);
  guint64 column;

  /* xy-pic calls its cells "1,2". */
  if (!g_ascii_isdigit (*text) || (*rest != '-' && *rest != ',') || !g_ascii_isdigit (rest[1]))
    return FALSE;
  column = g_ascii_strtoull (rest + 1, &rest, 10);
  if ((*rest != '\0' && *rest != '.') || row < 1 || column < 1 || row > EXTENT_MAX
      || column > EXTENT_MAX)
    return FALSE;
  *end = (ChaseTableEnd){ .known = TRUE, .row = (guint)row - 1, .column = (guint)column - 1 };
  return TRUE;
}

static gboolean
read_direction (const ChaseTikzArrow *arrow, const char *text, ChaseTableEnd *end)
{
  gint64 row = arrow->row, column = arrow->column;

  for (; *text != '\0'; text++)
    switch (*text)
      {
      case 'u':
        row--;
        break;
      case 'd':
        row++;
        break;
      case 'l':
        column--;
        break;
      case 'r':
        column++;
        break;
      default:
        return FALSE;
      }
  if (row < 0 || column < 0)
    return FALSE;
  *end = (ChaseTableEnd){ .known = TRUE, .row = (guint)row, .column = (guint)column };
  return TRUE;
}

static gboolean
read_name (const ChaseTableBuilder *builder, const char *text, ChaseTableEnd *end)
{
  const ChaseTableEnd *found = g_hash_table_lookup (builder->names, text);
  g_autofree char *stem = NULL;
  const char *dot = strrchr (text, '.');

  if (found == NULL && dot != NULL)
    {
      stem = g_strndup (text, (gsize)(dot - text));
      found = g_hash_table_lookup (builder->names, stem);
    }
  if (found != NULL)
    *end = *found;
  return found != NULL;
}

/* `V|-T` is a point beside T; the arrow goes to it. */
static const char *
after_intersection (const char *text)
{
  const char *found = strstr (text, "|-");

  if (found == NULL)
    found = strstr (text, "-|");
  return found != NULL ? found + 2 : text;
}

static ChaseTableEnd
find_end (const ChaseTableBuilder *builder, const ChaseTikzArrow *arrow, const char *text)
{
  static const char matrix[] = "\\tikzcdmatrixname-";
  ChaseTableEnd end = { .known = TRUE, .row = arrow->row, .column = arrow->column };
  g_autofree char *name = NULL;

  if (text == NULL)
    return end;
  name = g_strdup (after_intersection (text));
  chase_tex_unbrace (name);
  if (*name == '(' && name[strlen (name) - 1] == ')')
    {
      name[strlen (name) - 1] = '\0';
      memmove (name, name + 1, strlen (name));
    }
  if (g_str_has_prefix (name, matrix))
    memmove (name, name + strlen (matrix), strlen (name + strlen (matrix)) + 1);
  if (*name == '\0' || read_row_column (name, &end) || read_name (builder, name, &end)
      || read_direction (arrow, name, &end))
    return end;
  end.known = FALSE;
  return end;
}

ChaseSpot
chase_table_end_points (const ChaseTableBuilder *builder, const ChaseTableEnd *end)
{
  if (end->on_arrow)
    return builder->middles[end->arrow].points;
  return (ChaseSpot){ builder->table->pitch.x * end->column, builder->table->pitch.y * end->row };
}

gboolean
chase_table_find_place (const ChaseTableBuilder *builder, const ChaseTikzArrow *arrow,
                        const char *name, ChaseSpot *place)
{
  ChaseTableEnd end = find_end (builder, arrow, name);

  if (!end.known
      || (end.on_arrow && (builder->middles == NULL || !builder->drafts[end.arrow].done)))
    return FALSE;
  *place = chase_table_end_points (builder, &end);
  return TRUE;
}

static void
note_name (ChaseTableBuilder *builder, const char *name, ChaseTableEnd end)
{
  if (name != NULL && *name != '\0')
    g_hash_table_replace (builder->names, g_strdup (name), g_memdup2 (&end, sizeof end));
}

gboolean
chase_table_same_cell (const ChaseTableEnd *a, const ChaseTableEnd *b)
{
  return a->known && b->known && !a->on_arrow && !b->on_arrow && a->row == b->row
         && a->column == b->column;
}

static void
find_helper (ChaseTableBuilder *builder, ChaseTableDraft *draft, const char *name)
{
  gsize n = strlen (name);
  g_autofree char *stem = NULL;
  const ChaseTableEnd *found;
  const ChaseTableDraft *original;

  if (!draft->arrow->phantom || draft->arrow->centred_anchors < 2 || n < 2 || name[n - 1] != 'p')
    return;
  stem = g_strndup (name, n - 1);
  found = g_hash_table_lookup (builder->names, stem);
  if (found == NULL || !found->on_arrow)
    return;
  original = &builder->drafts[found->arrow];
  if (!chase_table_same_cell (&draft->ends[0], &original->ends[0])
      || !chase_table_same_cell (&draft->ends[1], &original->ends[1]))
    return;
  draft->helper = TRUE;
  note_name (
      builder, name,
      (ChaseTableEnd){ .known = TRUE, .on_arrow = TRUE, .arrow = found->arrow, .midpoint = TRUE });
}

void
chase_table_note_names (ChaseTableBuilder *builder)
{
  for (guint i = 0; i < builder->table->n_cells; i++)
    {
      const ChaseTableCell *cell = &builder->table->cells[i];

      note_name (builder, cell->extra != NULL ? cell->extra->name : NULL,
                 (ChaseTableEnd){ .known = TRUE, .row = cell->row, .column = cell->column });
    }
  for (guint i = 0; i < builder->n; i++)
    for (const ChaseTikzLabel *label = builder->drafts[i].arrow->labels; label != NULL;
         label = label->next)
      note_name (builder, label->name,
                 (ChaseTableEnd){ .known = TRUE, .on_arrow = TRUE, .arrow = i });
}

void
chase_table_find_helpers (ChaseTableBuilder *builder)
{
  for (guint i = 0; i < builder->n; i++)
    for (const ChaseTikzLabel *label = builder->drafts[i].arrow->labels; label != NULL;
         label = label->next)
      if (label->name != NULL)
        find_helper (builder, &builder->drafts[i], label->name);
}

/* Where on its arrow the label called @name stands. */
static double
place_of_label (const ChaseTikzArrow *arrow, const char *name)
{
  for (const ChaseTikzLabel *label = arrow->labels; label != NULL; label = label->next)
    if (g_strcmp0 (label->name, name) == 0)
      return label->has_at ? label->at : 0.5;
  return 0.5;
}

/* In xy-pic an arrow between arrows goes between two places of an invisible one that goes from the
 * first to the second of them: it is taken to go from end to end of that. */
static void
spread_ends (ChaseTableBuilder *builder, ChaseTableDraft *draft)
{
  const ChaseTableDraft *base;
  double places[2];
  gboolean back;

  for (guint i = 0; i < 2; i++)
    if (!draft->ends[i].known || !draft->ends[i].on_arrow)
      return;
  base = &builder->drafts[draft->ends[0].arrow];
  if (draft->ends[1].arrow != draft->ends[0].arrow || base == draft || !base->arrow->invisible)
    return;
  places[0] = place_of_label (base->arrow, draft->arrow->from);
  places[1] = place_of_label (base->arrow, draft->arrow->to);
  back = places[0] > places[1];
  if (places[0] == places[1] || !base->ends[0].known || !base->ends[1].known)
    return;
  draft->ends[0] = base->ends[back];
  draft->ends[1] = base->ends[!back];
}

void
chase_table_find_ends (ChaseTableBuilder *builder)
{
  for (guint i = 0; i < builder->n; i++)
    {
      ChaseTableDraft *draft = &builder->drafts[i];

      draft->ends[0] = find_end (builder, draft->arrow, draft->arrow->from);
      draft->ends[1] = find_end (builder, draft->arrow, draft->arrow->to);
    }
  for (guint i = 0; i < builder->n; i++)
    spread_ends (builder, &builder->drafts[i]);
}

void
chase_table_report_end (ChaseTableBuilder *builder, const ChaseTikzArrow *arrow, const char *text)
{
  chase_source_warn (builder->table->source, arrow->offset, arrow->bytes, NULL,
                     "this arrow is left out: nothing is called or lies at %s",
                     text != NULL ? text : _ ("its end"));
}

void
chase_table_mark_cells (ChaseTableBuilder *builder)
{
  for (guint i = 0; i < builder->n; i++)
    for (guint j = 0; j < 2; j++)
      {
        const ChaseTableEnd *end = &builder->drafts[i].ends[j];

        if (end->known && !end->on_arrow)
          chase_table_cell (builder->table, end->row, end->column)->present = TRUE;
      }
}
