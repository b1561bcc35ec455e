/* SPDX-License-Identifier: MIT */
#include "interchange/tex-private.h"
#include "interchange/tikz-private.h"

#include <string.h>

/*
 * amscd's CD environment (Michael Spivak's \CD, in the amscd package of the AMS): rows of objects
 * with
 * `@>a>b>` between them, and rows of `@VaVbV` below objects. There are no diagonals.
 */

/* No equality is longer than this. */
#define REACH_MAX 100

typedef struct
{
  ChaseTable *table;
  const char *text;
  gsize at, end;
  guint row, column;
  gboolean arrows;          /* this is a row of vertical arrows, below row @row */
  gboolean begun;           /* something of this row was read */
  guint width;              /* columns of the row of objects above the arrows */
  ChaseTikzArrow *equality; /* the last arrow, if it is an equality behind which no object stands */
  gboolean reported;        /* arrows without objects were */
} Reader;

static gsize
skip_part (const Reader *reader, gsize at)
{
  char c = reader->text[at];

  if (c == '{')
    return chase_tex_skip_group (reader->text, at, reader->end);
  if (c == '\\')
    return chase_tex_skip_command (reader->text, at, reader->end);
  if (c == '%')
    return chase_tex_skip_comment (reader->text, at, reader->end);
  return at + 1;
}

/* The label up to the next @sign, which is stepped over. NULL where there is none. */
static char *
read_label (Reader *reader, char sign)
{
  gsize start = reader->at;

  while (reader->at < reader->end && reader->text[reader->at] != sign)
    reader->at = skip_part (reader, reader->at);
  if (reader->at >= reader->end)
    return NULL;
  return chase_tex_tidy (reader->text, start, reader->at++);
}

static ChaseTikzArrow *
add_arrow (Reader *reader, gsize start, guint row, guint column, gboolean back)
{
  ChaseTikzArrow *arrow = chase_tikz_arrow_new (reader->table->source->styles);
  char *other = g_strdup (reader->arrows ? "d" : "r");

  arrow->offset = start;
  arrow->bytes = (guint)(MIN (reader->at, reader->end) - start);
  arrow->row = row;
  arrow->column = column;
  *(back ? &arrow->from : &arrow->to) = other;
  chase_table_add_arrow (reader->table, arrow);
  return arrow;
}

/* The first label is above, or left of a vertical arrow. */
static void
add_labels (Reader *reader, ChaseTikzArrow *arrow, char *labels[2], gboolean back)
{
  for (guint i = 0; i < 2; i++)
    {
      gboolean right = (i == 1) != (back != reader->arrows);

      if (*labels[i] != '\0')
        chase_tikz_add_label (arrow, g_steal_pointer (&labels[i]), right ? "swap" : NULL);
    }
}

static gboolean
read_labelled (Reader *reader, gsize start, char sign)
{
  gboolean back = strchr ("<(A", sign) != NULL;
  char *labels[2];
  ChaseTikzArrow *arrow;

  labels[0] = read_label (reader, sign);
  labels[1] = labels[0] != NULL ? read_label (reader, sign) : NULL;
  if (labels[1] != NULL)
    {
      arrow = add_arrow (reader, start, reader->row, reader->column, back);
      add_labels (reader, arrow, labels, back);
    }
  else
    chase_source_warn (reader->table->source, start, 2, NULL,
                       "this arrow is left out: it has fewer than three signs %c", sign);
  g_free (labels[0]);
  g_free (labels[1]);
  return TRUE;
}

/* Equalities in a row without an object between them are a longer one; upright ones have an object
 * above them. */
static void
read_equality (Reader *reader, gsize start)
{
  if (!reader->arrows && reader->equality != NULL)
    {
      char *to = reader->equality->to;

      if (strlen (to) < REACH_MAX)
        {
          reader->equality->to = g_strconcat (to, "r", NULL);
          g_free (to);
        }
    }
  else if (!reader->arrows || reader->column < reader->width)
    {
      reader->equality = add_arrow (reader, start, reader->row, reader->column, FALSE);
      chase_tikz_apply (reader->equality, "equals");
    }
  else if (!reader->reported)
    {
      chase_source_warn (reader->table->source, start, 2, NULL,
                         "this arrow is left out: there is no object above it");
      reader->reported = TRUE;
    }
}

/* An arrow begins at the `@`. */
static void
read_arrow (Reader *reader)
{
  gsize start = reader->at;
  char sign = reader->at + 1 < reader->end ? reader->text[reader->at + 1] : '.';

  reader->at = MIN (reader->at + 2, reader->end);
  if (!reader->begun)
    reader->arrows = strchr ("VA|.\\", sign) != NULL;
  if (strchr (reader->arrows ? "VA" : "><)(", sign) != NULL)
    read_labelled (reader, start, sign);
  else if (sign == '=' || sign == '|' || sign == '\\')
    {
      if (sign == '\\')
        reader->at = chase_tex_skip_command (reader->text, start + 1, reader->end);
      read_equality (reader, start);
      reader->begun = TRUE;
      reader->column++;
      return;
    }
  else if (sign != '.')
    chase_source_warn (reader->table->source, start, 2, NULL,
                       "amscd has no arrow @%c here: it is left out", sign);
  reader->begun = TRUE;
  reader->column++;
  reader->equality = NULL;
}

static void
next_row (Reader *reader)
{
  reader->at += 2;
  if (reader->at < reader->end && reader->text[reader->at] == '[')
    reader->at = chase_tex_skip_bracket (reader->text, reader->at, reader->end);
  if (!reader->arrows)
    reader->width = reader->column + 1;
  reader->row += reader->arrows;
  reader->equality = NULL;
  reader->column = 0;
  reader->begun = FALSE;
  reader->arrows = FALSE;
}

/* Behind a row of objects without a row of arrows the next objects still stand below. */
static void
begin_objects (Reader *reader, gboolean *had_objects)
{
  if (*had_objects)
    reader->row++;
  *had_objects = TRUE;
}

static void
read_next (Reader *reader, gboolean *had_objects)
{
  gsize next;
  char c = reader->text[reader->at];

  if (chase_tex_at (reader->text, reader->at, reader->end, "\\\\"))
    {
      if (reader->arrows)
        *had_objects = FALSE;
      next_row (reader);
      return;
    }
  if (c == '@')
    {
      gboolean first = !reader->begun;

      read_arrow (reader);
      if (first && !reader->arrows)
        begin_objects (reader, had_objects);
      return;
    }
  next = g_ascii_isspace (c) || c == '%'
             ? chase_tex_skip_blanks (reader->text, reader->at, reader->end)
             : skip_part (reader, reader->at);
  if (!g_ascii_isspace (c) && c != '%')
    {
      if (!reader->begun)
        begin_objects (reader, had_objects);
      reader->begun = TRUE;
      reader->equality = NULL;
    }
  if (reader->begun && !reader->arrows)
    g_string_append_len (chase_table_text (reader->table, reader->row, reader->column),
                         reader->text + reader->at, (gssize)(next - reader->at));
  reader->at = next;
}

ChaseSketch *
chase_amscd_read_body (ChaseSource *source, gsize start, gsize end, GHashTable *reported)
{
  g_autoptr (ChaseTable) table = chase_table_new (source, start, reported);
  Reader reader = { .table = table, .text = source->text, .at = start, .end = end };
  gboolean had_objects = FALSE;

  while (reader.at < end)
    read_next (&reader, &had_objects);
  return chase_table_to_sketch (table);
}
