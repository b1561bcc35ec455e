/* SPDX-License-Identifier: MIT */
#include "interchange/xymatrix-private.h"

#include "interchange/tex-private.h"

#include <string.h>

/* Reading the matrices of xy-pic: the same table as tikz-cd, with another language for arrows. */

static ChaseTableCell *
cell (ChaseXyReader *reader)
{
  return chase_table_cell (reader->table, reader->row, reader->column);
}

static GString *
cell_text (ChaseXyReader *reader)
{
  return chase_table_text (reader->table, reader->row, reader->column);
}

/* Where \POS or \save puts the pen: `"1,2"` or `[d]`; arrows begin there until the next cell. */
static void
read_position (ChaseXyReader *reader)
{
  char sign;

  chase_xy_skip_blanks (reader);
  sign = chase_xy_peek (reader);
  if (sign != '"' && sign != '[')
    return;
  reader->at++;
  g_free (reader->origin);
  reader->origin = chase_xy_read_until (reader, sign == '"' ? '"' : ']');
  if (*reader->origin == '\0')
    g_clear_pointer (&reader->origin, g_free);
}

/* Behind what stands before the next arrow, cell or end of an excursion. */
static gsize
skip_drawing (const ChaseXyReader *reader)
{
  static const char *const ends[] = { "\\ar", "\\restore", "\\save", "\\POS", "\\drop" };
  gsize at = reader->at;

  while (at < reader->end && reader->text[at] != '&'
         && !chase_tex_at (reader->text, at, reader->end, "\\\\"))
    {
      for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        if (chase_tex_at_command (reader->text, at, reader->end, ends[i]))
          return at;
      at = reader->text[at] == '{'    ? chase_tex_skip_group (reader->text, at, reader->end)
           : reader->text[at] == '\\' ? chase_tex_skip_command (reader->text, at, reader->end)
                                      : at + 1;
    }
  return at;
}

/* \POS and \save put the pen elsewhere, from where arrows begin. What they and \drop draw beside
 * the matrix is not drawn, which is said. */
static gboolean
read_excursion (ChaseXyReader *reader)
{
  static const char *const commands[] = { "\\save", "\\POS", "\\drop", "\\restore" };
  gsize start = reader->at, rest;
  guint i = 0;

  while (i < G_N_ELEMENTS (commands) && !chase_xy_at_command (reader, commands[i]))
    i++;
  if (i == G_N_ELEMENTS (commands))
    return FALSE;
  reader->at += strlen (commands[i]);
  if (i == 3)
    {
      g_clear_pointer (&reader->origin, g_free);
      return TRUE;
    }
  if (i < 2)
    read_position (reader);
  chase_xy_skip_blanks (reader);
  rest = skip_drawing (reader);
  if (rest > reader->at)
    chase_source_warn (reader->source, start, rest - start, NULL,
                       "what %s draws beside the matrix is left out", commands[i]);
  reader->at = rest;
  return TRUE;
}

/* `*+[F]{text}`: how an object is framed and placed; its text is what counts. */
static gboolean
read_object (ChaseXyReader *reader)
{
  gsize before = reader->at++;
  g_autofree char *frame = chase_xy_read_object_modifiers (reader);

  if (chase_xy_peek (reader) == '{' || chase_xy_at_command (reader, "\\txt"))
    {
      if (frame != NULL)
        {
          ChaseTableExtra *extra = chase_table_extra (reader->table, reader->row, reader->column);

          g_free (extra->options);
          extra->options = g_steal_pointer (&frame);
        }
      return TRUE;
    }
  reader->at = before;
  return FALSE;
}

static void
append (ChaseXyReader *reader, gsize end)
{
  g_string_append_len (cell_text (reader), reader->text + reader->at, (gssize)(end - reader->at));
  reader->at = end;
}

static void
read_command (ChaseXyReader *reader)
{
  if (chase_xy_read_arrow (reader))
    return;
  if (reader->depth == 0 && chase_tex_at (reader->text, reader->at, reader->end, "\\\\"))
    {
      reader->at += 2;
      reader->row++;
      reader->column = 0;
      g_clear_pointer (&reader->origin, g_free);
    }
  else if (chase_xy_at_command (reader, "\\txt"))
    {
      g_autofree char *text = chase_xy_read_argument (reader);

      g_string_append (cell_text (reader), text);
    }
  else if (!read_excursion (reader) && !chase_xy_read_two_cell (reader)
           && (reader->depth > 0 || !chase_xy_read_corner (reader)))
    append (reader, chase_tex_skip_command (reader->text, reader->at, reader->end));
}

static void
read_next (ChaseXyReader *reader)
{
  char c = chase_xy_peek (reader);

  if (c == '\\')
    {
      read_command (reader);
      return;
    }
  if (c == '&' && reader->depth == 0)
    {
      reader->at++;
      reader->column++;
      g_clear_pointer (&reader->origin, g_free);
      return;
    }
  if (c == '%')
    {
      chase_xy_skip_blanks (reader);
      return;
    }
  if (c == '*' && cell_text (reader)->len == 0 && read_object (reader))
    return;
  if (g_ascii_isspace (c) && cell_text (reader)->len == 0)
    {
      reader->at++;
      return;
    }
  if (c == '{')
    cell (reader)->present = TRUE;
  reader->depth += c == '{';
  reader->depth -= c == '}' && reader->depth > 0;
  append (reader,
          MIN (reader->end, (gsize)(g_utf8_next_char (reader->text + reader->at) - reader->text)));
}

/* An empty group is how a place without an object is kept open. */
static void
drop_empty (ChaseTable *table)
{
  chase_table_sort (table);
  for (guint i = 0; i < table->n_cells; i++)
    {
      ChaseTableCell *present = &table->cells[i];
      const char *text = present->text != NULL ? present->text : "";
      g_autofree char *tidy = chase_tex_tidy (text, 0, strlen (text));

      present->present = FALSE;
      if (strcmp (tidy, "{}") == 0)
        chase_name_set (&present->text, NULL);
    }
}

/* Lengths that are added are added to what xy-pic has, 2pc. */
static char *
separation_of (GMatchInfo *match)
{
  g_autofree char *sign = g_match_info_fetch (match, 2);
  g_autofree char *length = g_match_info_fetch (match, 3);
  double points;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (*sign == '=')
    return g_steal_pointer (&length);
  points = 24.0 + (*sign == '-' ? -1.0 : 1.0) * chase_xy_read_points (length, 0.0);
  return g_strdup_printf ("%spt", g_ascii_formatd (buffer, sizeof buffer, "%.4g", points));
}

char *
chase_xymatrix_spacing (const char *modifiers)
{
  g_autoptr (GRegex) regex
      = g_regex_new ("@!?([CR]?)([-+=])([-.\\d]+ *(?:pc|pt|em|ex|mm|cm|in))", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GString) note = g_string_new (NULL);

  if (strchr (modifiers, '@') == NULL)
    return NULL;
  for (g_regex_match (regex, modifiers, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *which = g_match_info_fetch (match, 1);
      g_autofree char *separation = separation_of (match);

      g_string_append_printf (note, "%s%s=%s", note->len > 0 ? ", " : "tikzcd: ",
                              *which == 'C'   ? "column sep"
                              : *which == 'R' ? "row sep"
                                              : "sep",
                              separation);
    }
  return note->len > 0 ? g_string_free (g_steal_pointer (&note), FALSE) : NULL;
}

/* Where one step to the right and one down lead in a matrix that is turned. */
typedef struct
{
  const char *way; /* of the right */
  double right[2], down[2];
} Turn;

gboolean
chase_xymatrix_turn (ChaseSketch *sketch, const char *modifiers)
{
  static const Turn turns[] = { { "@ur", { 1, -1 }, { 1, 1 } },   { "@ru", { 1, -1 }, { 1, 1 } },
                                { "@dr", { 1, 1 }, { -1, 1 } },   { "@rd", { 1, 1 }, { -1, 1 } },
                                { "@ul", { -1, -1 }, { 1, -1 } }, { "@lu", { -1, -1 }, { 1, -1 } },
                                { "@dl", { -1, 1 }, { -1, -1 } }, { "@ld", { -1, 1 }, { -1, -1 } },
                                { "@u", { 0, -1 }, { 1, 0 } },    { "@d", { 0, 1 }, { -1, 0 } },
                                { "@l", { -1, 0 }, { 0, -1 } },   { "@r", { 1, 0 }, { 0, 1 } } };
  double least[2] = { G_MAXDOUBLE, G_MAXDOUBLE };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (turns); i++)
    if (strstr (modifiers, turns[i].way) != NULL)
      break;
  if (i == G_N_ELEMENTS (turns))
    return FALSE;
  for (guint32 n = 0; n < sketch->n && chase_sketch_get (sketch, n)->node; n++)
    {
      ChaseSketchCell *cell = chase_sketch_get (sketch, n);
      double x = cell->x, y = cell->y;

      cell->x = x * turns[i].right[0] + y * turns[i].down[0];
      cell->y = x * turns[i].right[1] + y * turns[i].down[1];
      least[0] = MIN (least[0], cell->x);
      least[1] = MIN (least[1], cell->y);
    }
  for (guint32 n = 0; n < sketch->n && chase_sketch_get (sketch, n)->node; n++)
    {
      chase_sketch_get (sketch, n)->x -= least[0];
      chase_sketch_get (sketch, n)->y -= least[1];
    }
  return TRUE;
}

ChaseSketch *
chase_xymatrix_read_body (ChaseSource *source, gsize start, gsize end, GHashTable *reported)
{
  g_autoptr (ChaseTable) table = chase_table_new (source, start, reported);
  g_autoptr (GArray) under = g_array_new (FALSE, FALSE, sizeof (ChaseXyGap));
  ChaseXyReader reader = {
    .source = source, .text = source->text, .at = start, .end = end, .table = table, .under = under
  };

  while (reader.at < end)
    {
      read_next (&reader);
      reader.at = MIN (reader.at, end);
    }
  g_free (reader.origin);
  chase_xy_cross (&reader);
  drop_empty (table);
  return chase_table_to_sketch (table);
}
