/* SPDX-License-Identifier: MIT */
#include "interchange/tikz-write-private.h"

#include <math.h>
#include <string.h>

/* Between two columns, in em. */
#define NORMAL_SEPARATION 2.4
/* The separation that a column adds, and the width of a sign, in points; and what a frame of beamer
 * holds: 108 by 80 mm, less some signs that were taken for narrower than they are. */
#define COLUMN_POINTS 24.0
#define SIGN_POINTS 6.0
#define FRAME_POINTS 270.0
#define FRAME_ROWS 7
#define BEGIN_FITTED "\\begin{adjustbox}{max width=\\textwidth, max totalheight=0.9\\textheight}\n"

/* Adds a separation for columns that are not one apart in the drawing: the nearest of tikz-cd's own
 * words, which are all in one proportion to a column that is normal. */
static void
add_separation (const char *key, double unit, GString *list)
{
  static const struct
  {
    double below;
    const char *word;
  } words[] = { { 0.35, "tiny" },   { 0.6, "small" },  { 0.85, "scriptsize" },
                { 1.25, "normal" }, { 1.75, "large" }, { 2.5, "huge" } };
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (unit < words[i].below)
      {
        if (strcmp (words[i].word, "normal") != 0)
          chase_tikz_list_add (list, "%s sep=%s", key, words[i].word);
        return;
      }
  chase_tikz_list_add (list, "%s sep=%sem", key,
                       chase_tikz_number (number, fmin (unit, 20.0) * NORMAL_SEPARATION));
}

void
chase_tikz_add_separations (const ChaseTikzWriter *writer, GString *list)
{
  add_separation ("column", writer->units[0], list);
  add_separation ("row", writer->units[1], list);
}

/* A style for each step: what has it is there from its slide on. They take no arguments, for in a
 * frame no # can stand. */
static void
write_styles (const ChaseDiagram *diagram, GString *out)
{
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  for (guint32 i = 0; i < chase_diagram_n_cells (diagram); i++)
    {
      guint step = chase_diagram_get_cell (diagram, i)->style->step;

      if (step > 0 && g_hash_table_add (done, GUINT_TO_POINTER (step)))
        g_string_append_printf (
            out,
            "\\tikzset{from slide %u/.code={\\alt<%u->{}{\\pgfkeysalso{opacity=0, "
            "text opacity=0}}}}\n",
            step + 1, step + 1);
    }
}

/* How many signs wide a label is: a command counts two, for many have room around them. */
static guint
count_signs (const char *label)
{
  guint n = 0;

  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '\\' && g_ascii_isalpha (p[1]))
      {
        n += 2;
        while (g_ascii_isalpha (p[1]))
          p++;
      }
    else
      n += strchr ("{}_^\\ ", *p) == NULL;
  return n;
}

/* May the drawing be too large for a frame of beamer? */
static gboolean
is_large (const ChaseTikzWriter *writer)
{
  g_autofree guint *signs = g_new0 (guint, writer->columns + 1);
  double width = COLUMN_POINTS * writer->units[0] * writer->columns;

  for (guint32 i = 0; i < writer->diagram->n_nodes; i++)
    {
      guint *most = &signs[writer->grid[i].column];

      *most = MAX (*most, count_signs (chase_diagram_get_cell (writer->diagram, i)->label));
    }
  for (guint i = 0; i < writer->columns; i++)
    width += SIGN_POINTS * signs[i];
  return width > FRAME_POINTS || writer->rows * writer->units[1] > FRAME_ROWS;
}

gboolean
chase_tikz_is_curly (const ChaseTikzWriter *writer)
{
  for (guint32 i = 0; i < writer->n_edges; i++)
    {
      const ChaseStyle *style = chase_diagram_get_cell (writer->diagram, writer->edges[i])->style;

      if (style->has_out || style->has_in || style->looseness != 1.0)
        return TRUE;
    }
  return FALSE;
}

void
chase_tikz_open_overlays (const ChaseTikzWriter *writer, GString *out)
{
  write_styles (writer->diagram, out);
  if (is_large (writer) || chase_tikz_is_curly (writer))
    g_string_append (out, BEGIN_FITTED);
}

void
chase_tikz_close_overlays (const ChaseTikzWriter *writer, GString *out)
{
  if (is_large (writer) || chase_tikz_is_curly (writer))
    g_string_append (out, "\n\\end{adjustbox}");
}
