/* SPDX-License-Identifier: MIT */
#include "interchange/tikz-picture-private.h"

#include "interchange/tex-private.h"

#include <string.h>

/* A path of TikZ between the nodes of a matrix, part by part. */

typedef struct
{
  ChaseSource *source;
  const char *text;
  gsize at, end;
  const ChasePictureMatrix *matrix;
  GString *out;
  ChasePictureStyle style; /* of the path */
  char *from;              /* where it is; NULL: nowhere that is known */
  char *to;                /* the part whose end was read last, where more labels may follow */
  ChasePictureStyle part;
  GString *labels; /* of the part */
  gboolean open;   /* a part is begun */
  gboolean edge;   /* it is one that does not move on */
  gboolean reported;
  guint n;
} Reader;

static void
skip_blanks (Reader *reader)
{
  reader->at = chase_tex_skip_blanks (reader->text, reader->at, reader->end);
}

static gboolean
at_word (const Reader *reader, const char *word)
{
  gsize n = strlen (word);

  return chase_tex_at (reader->text, reader->at, reader->end, word)
         && (reader->at + n >= reader->end || !g_ascii_isalpha (word[n - 1])
             || !g_ascii_isalnum (reader->text[reader->at + n]));
}

/* What stands in brackets here, or NULL. Caller frees. */
static char *
read_options (Reader *reader)
{
  gsize start;

  skip_blanks (reader);
  if (reader->at >= reader->end || reader->text[reader->at] != '[')
    return NULL;
  start = reader->at;
  reader->at = chase_tex_skip_bracket (reader->text, start, reader->end);
  return chase_tex_tidy (reader->text, start + 1, MAX (reader->at, start + 2) - 1);
}

/* What stands in round brackets here, blanks taken off. Caller frees. */
static char *
read_round (Reader *reader)
{
  gsize start = reader->at + 1;
  guint depth = 0;

  for (; reader->at < reader->end; reader->at++)
    {
      depth += reader->text[reader->at] == '(';
      if (reader->text[reader->at] == ')' && --depth == 0)
        {
          reader->at++;
          return chase_tex_tidy (reader->text, start, reader->at - 1);
        }
    }
  return chase_tex_tidy (reader->text, MIN (start, reader->end), reader->end);
}

/* The row and the column of `1-2` or `1-2.east`. FALSE for what is none. */
static gboolean
row_and_column (const char *name, guint64 *row, guint64 *column)
{
  char *rest;

  *row = g_ascii_strtoull (name, &rest, 10);
  if (rest == name || *rest != '-' || !g_ascii_isdigit (rest[1]))
    return FALSE;
  *column = g_ascii_strtoull (rest + 1, &rest, 10);
  return *rest == '\0' || *rest == '.';
}

/* The cell that the matrix or its author calls @name, as tikz-cd does; NULL: there is none. */
static char *
cell_of (const Reader *reader, const char *name)
{
  const ChasePictureMatrix *matrix = reader->matrix;
  const char *stem = name;
  const char *dot = strrchr (name, '.');
  g_autofree char *own = g_strndup (name, dot != NULL ? (gsize)(dot - name) : strlen (name));
  gsize n = matrix->name != NULL ? strlen (matrix->name) : 0;
  const char *place = g_hash_table_lookup (matrix->names, own);
  guint64 row, column;

  if (place != NULL)
    return g_strdup (place);
  if (n > 0 && g_str_has_prefix (name, matrix->name) && name[n] == '-')
    stem = name + n + 1;
  else if (n > 0)
    return NULL;
  if (!row_and_column (stem, &row, &column) || row < 1 || row > matrix->rows || column < 1
      || column > matrix->columns)
    return NULL;
  return g_strdup_printf ("%u-%u", (guint)row, (guint)column);
}

/* `(m-1-1.east)`, `(a |- b)`: the point in the column of the one and the row of the other. Returns
 * NULL where no cell is there. */
static char *
place_of (const Reader *reader, const char *inside)
{
  gboolean upright = strstr (inside, "|-") != NULL;
  const char *sign = upright ? strstr (inside, "|-") : strstr (inside, "-|");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *left = NULL;
  guint64 cells[2][2];

  if (sign == NULL)
    {
      char *cell = cell_of (reader, inside);

      return cell != NULL || reader->matrix->find == NULL
                 ? cell
                 : reader->matrix->find (reader->matrix->data, inside);
    }
  left = g_strstrip (g_strndup (inside, (gsize)(sign - inside)));
  first = cell_of (reader, left);
  second = cell_of (reader, sign + 2 + strspn (sign + 2, " "));
  if (first == NULL || second == NULL || !row_and_column (first, &cells[0][0], &cells[0][1])
      || !row_and_column (second, &cells[1][0], &cells[1][1]))
    return second != NULL ? g_steal_pointer (&second) : g_steal_pointer (&first);
  return g_strdup_printf ("%u-%u", (guint)cells[upright ? 1 : 0][0],
                          (guint)cells[upright ? 0 : 1][1]);
}

/* Writes the part, once its labels are read. */
static void
close_part (Reader *reader)
{
  gboolean drawn = reader->edge || reader->style.drawn || reader->part.drawn;

  if (reader->open && reader->from != NULL && reader->to != NULL
      && (drawn || reader->labels->len > 0))
    {
      g_string_append_printf (reader->out, "\\arrow[from=%s, to=%s", reader->from, reader->to);
      if (drawn)
        chase_picture_style_write (&reader->part, reader->out);
      else
        g_string_append (reader->out, ", phantom");
      g_string_append_printf (reader->out, "%s]\n", reader->labels->str);
      reader->n++;
    }
  if (reader->open && !reader->edge)
    {
      g_free (reader->from);
      reader->from = g_steal_pointer (&reader->to);
    }
  g_clear_pointer (&reader->to, g_free);
  if (reader->open)
    chase_picture_style_clear (&reader->part);
  g_string_truncate (reader->labels, 0);
  reader->open = FALSE;
}

static void
open_part (Reader *reader, gboolean edge)
{
  g_autofree char *options = NULL;

  close_part (reader);
  reader->open = TRUE;
  reader->edge = edge;
  chase_picture_style_init (&reader->part, &reader->style);
  options = read_options (reader);
  if (options != NULL)
    chase_picture_style_apply (&reader->part, options, TRUE);
}

/* Says of each path once that not all of it is read. */
static void
report (Reader *reader, gsize start)
{
  if (!reader->reported)
    chase_source_warn (reader->source, start, MAX (reader->at, start + 1) - start, NULL,
                       "this part of a TikZ path is left out");
  reader->reported = TRUE;
}

/* `node[above] (x) {$f$}` */
static void
read_node (Reader *reader)
{
  gsize start = reader->at;
  g_autoptr (GString) options = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  gboolean cell = FALSE;

  reader->at += strlen ("node");
  for (;;)
    {
      g_autofree char *list = read_options (reader);

      if (list != NULL)
        g_string_append_printf (options, "%s%s", options->len > 0 ? ", " : "", list);
      else if (at_word (reader, "at"))
        reader->at += strlen ("at");
      else if (reader->at < reader->end && reader->text[reader->at] == '(')
        {
          g_autofree char *name = read_round (reader);

          cell = cell || g_hash_table_contains (reader->matrix->names, name);
        }
      else
        break;
    }
  if (reader->at < reader->end && reader->text[reader->at] == '{')
    {
      gsize stop = chase_tex_skip_group (reader->text, reader->at, reader->end);

      text = chase_tex_tidy (reader->text, reader->at + 1, MAX (stop, reader->at + 2) - 1);
      reader->at = stop;
    }
  /* One that stands on the way. */
  if (cell)
    return;
  if (!reader->open || (reader->edge && reader->to != NULL))
    {
      report (reader, start);
      return;
    }
  label = text != NULL ? chase_picture_label (&reader->part, text, options->str, reader->to != NULL)
                       : NULL;
  if (label != NULL)
    g_string_append_printf (reader->labels, ", %s", label);
}

/* `(m-1-2)`: where the path begins, or its part ends. */
static void
read_place (Reader *reader)
{
  gsize start = reader->at;
  g_autofree char *inside = read_round (reader);
  gboolean loop = reader->open && *inside == '\0';
  g_autofree char *place = loop ? g_strdup (reader->from) : place_of (reader, inside);

  if (place == NULL && (reader->reported || strpbrk (inside, ",$") != NULL))
    report (reader, start);
  else if (place == NULL && (*inside != '\0' || !reader->open))
    chase_source_warn (reader->source, start, reader->at - start, NULL,
                       "this arrow is left out: nothing is called or lies at %s", inside);
  if (reader->open && reader->to == NULL && place != NULL)
    {
      reader->to = g_steal_pointer (&place);
      return;
    }
  close_part (reader);
  g_free (reader->from);
  reader->from = g_steal_pointer (&place);
}

/* `+(1,0)`, `++(1,0)`: a place where no cell is. */
static void
read_shift (Reader *reader)
{
  gsize start = reader->at;

  while (reader->at < reader->end && reader->text[reader->at] == '+')
    reader->at++;
  if (reader->at < reader->end && reader->text[reader->at] == '(')
    g_free (read_round (reader));
  report (reader, start);
  close_part (reader);
  g_clear_pointer (&reader->from, g_free);
}

/* `.. controls (a) and (b) ..` */
static void
read_controls (Reader *reader)
{
  const char *close
      = g_strstr_len (reader->text + reader->at + 2, (gssize)(reader->end - reader->at - 2), "..");
  gsize stop = close != NULL ? (gsize)(close - reader->text) : reader->end;
  g_autofree char *inside = chase_tex_tidy (reader->text, reader->at + 2, stop);
  const char *places = inside;

  reader->at = MIN (stop + 2, reader->end);
  open_part (reader, FALSE);
  if (g_str_has_prefix (places, "controls"))
    places += strlen ("controls");
  if (strlen (inside) < 200)
    {
      g_autofree char *key = g_strdup_printf ("controls={%s}", places + strspn (places, " "));

      chase_picture_style_apply (&reader->part, key, TRUE);
    }
}

static void
read_line (Reader *reader, gsize length, const char *way)
{
  reader->at += length;
  open_part (reader, FALSE);
  if (way != NULL)
    {
      g_autofree char *key = g_strdup_printf ("to path={%s (\\tikztotarget) \\tikztonodes}", way);

      chase_picture_style_apply (&reader->part, key, TRUE);
    }
}

static void
read_next (Reader *reader)
{
  gsize start = reader->at;
  char c = reader->text[reader->at];

  if (at_word (reader, "edge"))
    {
      reader->at += strlen ("edge");
      open_part (reader, TRUE);
    }
  else if (at_word (reader, "to"))
    read_line (reader, strlen ("to"), NULL);
  else if (at_word (reader, "--"))
    read_line (reader, strlen ("--"), NULL);
  else if (at_word (reader, "|-"))
    read_line (reader, 2, "|-");
  else if (at_word (reader, "-|"))
    read_line (reader, 2, "-|");
  else if (at_word (reader, ".."))
    read_controls (reader);
  else if (at_word (reader, "node"))
    read_node (reader);
  else if (c == '(')
    read_place (reader);
  else if (c == '+')
    read_shift (reader);
  else if (c == '[')
    {
      g_autofree char *options = read_options (reader);

      chase_picture_style_apply (&reader->style, options, TRUE);
    }
  else
    {
      /* A circle, a shift, a loop over many. */
      reader->at = c == '{'    ? chase_tex_skip_group (reader->text, start, reader->end)
                   : c == '\\' ? chase_tex_skip_command (reader->text, start, reader->end)
                               : start + 1 + strcspn (reader->text + start + 1, " \t\r\n([{;\\");
      reader->at = MIN (reader->at, reader->end);
      report (reader, start);
    }
}

guint
chase_picture_read_path (ChaseSource *source, gsize start, gsize end, const ChasePictureStyle *base,
                         const ChasePictureMatrix *matrix, GString *out)
{
  Reader reader = { .source = source,
                    .text = source->text,
                    .at = start,
                    .end = end,
                    .matrix = matrix,
                    .out = out,
                    .labels = g_string_new (NULL) };

  chase_picture_style_init (&reader.style, base);
  for (skip_blanks (&reader); reader.at < end; skip_blanks (&reader))
    read_next (&reader);
  close_part (&reader);
  chase_picture_style_clear (&reader.style);
  g_free (reader.from);
  g_string_free (reader.labels, TRUE);
  return reader.n;
}
