/* SPDX-License-Identifier: MIT */
#include "interchange/xymatrix-private.h"

#include "interchange/tex-private.h"

#include <string.h>

/* The 2-cells of xy-pic: two arrows at once, and a cell from the one to the other. */

typedef enum
{
  CURVED,    /* \rtwocell: both arrows are curves */
  UPPER,     /* \ruppertwocell: a curve above a line that others draw */
  LOWER,     /* \rlowertwocell */
  COMPOSITE, /* \rcompositemap: a way through a place above, over that line */
} Kind;

typedef struct
{
  Kind kind;
  char *way;
  char *labels[2]; /* above and below, or of the two parts of the way */
  char *middle;    /* of the cell between them */
  gboolean bare;   /* <\omit>: the arrows are not drawn */
  gsize offset;
} TwoCell;

static void
two_cell_clear (TwoCell *cell)
{
  g_free (cell->way);
  g_free (cell->labels[0]);
  g_free (cell->labels[1]);
  g_free (cell->middle);
}

/* One side: 0 is above. Its name is that of a label without a text. */
static void
add_side (ChaseXyReader *reader, const TwoCell *cell, guint side, const char *name)
{
  static const double curves[][2] = { { -3.0, 3.0 }, { -3.0, 0.0 }, { 0.0, 3.0 }, { -3.0, 0.0 } };
  ChaseTikzArrow *arrow = chase_xy_new_arrow (reader, cell->offset);
  double curve = curves[cell->kind][side];
  const char *text = cell->labels[side] != NULL ? cell->labels[side] : "";
  ChaseTikzLabel *label;

  arrow->to = g_strdup (cell->way);
  arrow->style->curve = curve;
  arrow->invisible = cell->bare || curve == 0.0;
  label = chase_tikz_add_label (arrow, g_strdup (arrow->invisible ? "" : text), NULL);
  label->name = g_strdup (name);
  label->swapped = side == 1;
  if (cell->kind != COMPOSITE || side == 1)
    return;
  label->has_at = TRUE;
  label->at = 0.25;
  if (cell->labels[1] != NULL)
    chase_tikz_add_label (arrow, g_strdup (cell->labels[1]), "pos=0.75");
}

/* `^\alpha` goes up, `=\alpha` is an equality, \omit nothing at all. */
static void
add_middle (ChaseXyReader *reader, const TwoCell *cell, const char *const names[2])
{
  const char *text = cell->middle != NULL ? cell->middle : "";
  ChaseTikzArrow *arrow;

  if (strcmp (text, "\\omit") == 0)
    return;
  arrow = chase_xy_new_arrow (reader, cell->offset);
  arrow->from = g_strdup (names[*text == '^']);
  arrow->to = g_strdup (names[*text != '^']);
  if (*text == '=')
    arrow->style->head = CHASE_HEAD_NONE;
  arrow->lines = 2;
  arrow->style->shorten_source = 20.0;
  arrow->style->shorten_target = 20.0;
  if (*text != '\0' && strchr ("^_=", *text) != NULL)
    text++;
  /* `<2>\alpha`: moved along the arrows. */
  if (*text == '<' && strchr (text, '>') != NULL)
    text = strchr (text, '>') + 1;
  chase_tikz_add_label (arrow, g_strdup (text), NULL);
}

static void
add_two_cell (ChaseXyReader *reader, const TwoCell *cell)
{
  g_autofree char *first = g_strdup_printf ("2cell-%u-0", reader->table->arrows->len);
  g_autofree char *second = g_strdup_printf ("2cell-%u-1", reader->table->arrows->len);
  const char *names[2] = { first, second };

  for (guint i = 0; i < 2; i++)
    add_side (reader, cell, i, names[i]);
  add_middle (reader, cell, names);
}

/* `^f`, `_g`, `<5>`, `<\omit>`, then the label of the cell in braces. A composite map says its
 * first part below, `_f^g`. */
static void
read_labels (ChaseXyReader *reader, TwoCell *cell)
{
  while (reader->at < reader->end && strchr ("^_<", chase_xy_peek (reader)) != NULL)
    {
      gboolean below = chase_xy_peek (reader) == '_';
      char **slot = &cell->labels[cell->kind == COMPOSITE ? !below : below];

      if (reader->text[reader->at++] == '<')
        {
          g_autofree char *inside = chase_xy_read_until (reader, '>');

          cell->bare = cell->bare || strcmp (inside, "\\omit") == 0;
          continue;
        }
      g_free (*slot);
      *slot = chase_xy_read_argument (reader);
    }
  if (chase_xy_peek (reader) == '{')
    cell->middle = chase_xy_read_argument (reader);
}

/* Where an `x` stands for the letters, `[dr]{amount}` follows. */
static void
read_free_way (ChaseXyReader *reader, TwoCell *cell)
{
  reader->at++;
  cell->way = chase_xy_read_until (reader, ']');
  if (chase_xy_peek (reader) == '{')
    g_free (chase_xy_read_argument (reader));
}

/* The letters before `twocell` say where to. */
gboolean
chase_xy_read_two_cell (ChaseXyReader *reader)
{
  static const char *const words[] = { "twocell", "uppertwocell", "lowertwocell", "compositemap" };
  gsize stop = chase_tex_skip_command (reader->text, reader->at, reader->end);
  g_autofree char *command = g_strndup (reader->text + reader->at + 1, stop - reader->at - 1);
  TwoCell cell = { .offset = reader->at };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize n;
      gboolean free_way = *command == 'x';

      if (!g_str_has_suffix (command, words[i]))
        continue;
      n = strlen (command) - strlen (words[i]);
      if (n == 0 || (free_way ? n != 1 : strspn (command, "udlr") < n)
          || (free_way && (stop >= reader->end || reader->text[stop] != '[')))
        continue;
      cell.kind = (Kind)i;
      reader->at = stop;
      if (free_way)
        read_free_way (reader, &cell);
      else
        cell.way = g_strndup (command, n);
      read_labels (reader, &cell);
      add_two_cell (reader, &cell);
      two_cell_clear (&cell);
      return TRUE;
    }
  return FALSE;
}

/* The sign of a corner that opens towards a neighbour; NULL where that is none at a corner. */
static const char *
corner_towards (const char *way)
{
  static const char *const corners[][2]
      = { { "dr", "\\lrcorner" }, { "rd", "\\lrcorner" }, { "dl", "\\llcorner" },
          { "ld", "\\llcorner" }, { "ur", "\\urcorner" }, { "ru", "\\urcorner" },
          { "ul", "\\ulcorner" }, { "lu", "\\ulcorner" } };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    if (strcmp (way, corners[i][0]) == 0)
      return corners[i][1];
  return NULL;
}

/* Does the text of the cell end at @at? */
static gboolean
ends_cell (const ChaseXyReader *reader, gsize at)
{
  at = chase_tex_skip_blanks (reader->text, at, reader->end);
  return at >= reader->end || reader->text[at] == '&'
         || chase_tex_at (reader->text, at, reader->end, "\\\\")
         || chase_tex_at_command (reader->text, at, reader->end, "\\ar");
}

gboolean
chase_xy_read_corner (ChaseXyReader *reader)
{
  gsize start = reader->at, stop = chase_tex_skip_command (reader->text, start, reader->end);
  g_autofree char *command = g_strndup (reader->text + start, stop - start);
  gboolean pushout = strstr (command, "pushout") != NULL || strcmp (command, "\\pocorner") == 0;
  g_autofree char *way = g_strdup (pushout ? "ul" : "dr");
  ChaseTikzArrow *arrow;

  if (!pushout && strstr (command, "pullback") == NULL && strcmp (command, "\\pbcorner") != 0)
    return FALSE;
  if (stop < reader->end && reader->text[stop] == '[')
    {
      gsize behind = chase_tex_skip_bracket (reader->text, stop, reader->end);

      g_free (way);
      way = chase_tex_tidy (reader->text, stop + 1, MAX (behind, stop + 2) - 1);
      stop = behind;
    }
  if (corner_towards (way) == NULL || !ends_cell (reader, stop))
    return FALSE;
  arrow = chase_xy_new_arrow (reader, start);
  arrow->to = g_steal_pointer (&way);
  arrow->invisible = arrow->phantom = TRUE;
  chase_tikz_add_label (arrow, g_strdup (corner_towards (arrow->to)), "very near start");
  reader->at = MIN (stop, reader->end);
  return TRUE;
}
