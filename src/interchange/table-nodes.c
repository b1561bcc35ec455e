/* SPDX-License-Identifier: MIT */
#include "interchange/table-private.h"
#include "interchange/tex-private.h"

#include <string.h>

/* What the cells of a table are as objects. */

/* `\textcolor{c}{x}`, if that is all: takes the colour, leaves the x. */
static void
take_colour (const ChaseTexStyles *styles, char **text, ChaseColour *colour)
{
  static const char command[] = "\\textcolor";
  gsize n = strlen (*text);
  gsize at = strlen (command);
  gsize middle;
  g_autofree char *name = NULL;

  if (!chase_tex_at (*text, 0, n, command) || at >= n || (*text)[at] != '{')
    return;
  middle = chase_tex_skip_group (*text, at, n);
  if (middle >= n || (*text)[middle] != '{' || chase_tex_skip_group (*text, middle, n) != n)
    return;
  name = g_strndup (*text + at, middle - at);
  if (!chase_tikz_read_colour (styles, name, colour))
    return;
  memmove (*text, *text + middle, n - middle + 1);
  chase_tex_unbrace (*text);
}

/* `\uncover<2->{x}` of beamer, if that is all: the x appears at that step. */
static void
take_overlay (char *text, ChaseStyle *style)
{
  static const char *const commands[] = { "\\uncover", "\\visible", "\\onslide", "\\only" };
  gsize n = strlen (text);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      gsize at = strlen (commands[i]);
      char *rest;
      guint64 slide;

      if (!chase_tex_at_command (text, 0, n, commands[i]) || text[at] != '<')
        continue;
      slide = g_ascii_strtoull (text + at + 1, &rest, 10);
      if (slide < 1 || slide > 10000 || !g_str_has_prefix (rest, "->"))
        return;
      at = chase_tex_skip_blanks (text, (gsize)(rest - text) + 2, n);
      if (at >= n || text[at] != '{' || chase_tex_skip_group (text, at, n) != n)
        return;
      style->step = (guint)slide - 1;
      memmove (text, text + at, n - at + 1);
      chase_tex_unbrace (text);
      return;
    }
}

/* An array of one column is how several lines are put into a cell. */
static void
take_array (char *text)
{
  static const char begin[] = "\\begin{array}{c}";
  static const char end[] = "\\end{array}";
  gsize n = strlen (text);

  if (!g_str_has_prefix (text, begin) || !g_str_has_suffix (text, end)
      || strstr (text + 1, "\\begin{array}") != NULL)
    return;
  n -= strlen (begin) + strlen (end);
  memmove (text, text + strlen (begin), n);
  text[n] = '\0';
  g_strstrip (text);
}

static gboolean
take_cell_option (const ChaseTexStyles *styles, const char *option, ChaseStyle *style)
{
  if (chase_tikz_read_step (option, &style->step))
    return TRUE;
  if (g_str_has_prefix (option, "text=") || g_str_has_prefix (option, "color="))
    return chase_tikz_read_colour (styles, strchr (option, '=') + 1, &style->label_colour);
  return chase_tikz_read_colour (styles, option, &style->label_colour);
}

static void
add_to_list (GString *list, const char *option)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", option);
}

static void
add_cell_options (ChaseTableBuilder *builder, const ChaseTableCell *cell, ChaseStyle *style)
{
  g_autoptr (GPtrArray) options = NULL;
  g_autoptr (GString) kept = g_string_new (NULL);
  g_autoptr (GString) unknown = g_string_new (NULL);
  const ChaseTexStyles *styles = builder->table->source->styles;
  ChaseNodeOutline outline;
  gboolean draws;
  guint step;

  chase_node_outline_copy (&builder->outline, &outline);
  if (cell->extra == NULL)
    {
      chase_node_outline_put (&outline, style);
      chase_node_outline_clear (&outline);
      return;
    }
  /* Keys of others speak of it by its name. */
  if (cell->extra->name != NULL && chase_table_is_mentioned (builder, cell->extra->name))
    g_string_append_printf (kept, "alias=%s", cell->extra->name);
  if (cell->extra->options != NULL)
    options = chase_tex_split (cell->extra->options, ',', TRUE);
  draws = cell->extra->options != NULL && strstr (cell->extra->options, "draw") != NULL;
  for (guint i = 0; options != NULL && i < options->len; i++)
    {
      const char *option = g_ptr_array_index (options, i);

      gboolean known = chase_table_outline_apply (styles, &outline, option);

      if (!known && take_cell_option (styles, option, style))
        {
          /* The line of an outline has that colour, too. */
          if (draws && !chase_tikz_read_step (option, &step) && !g_str_has_prefix (option, "text="))
            add_to_list (kept, option);
          continue;
        }
      add_to_list (kept, option);
      if (!known)
        add_to_list (unknown, option);
    }
  chase_node_outline_put (&outline, style);
  chase_node_outline_clear (&outline);
  if (kept->len > 0)
    chase_style_set_extra (style, "tikz", kept->str);
  if (unknown->len > 0)
    chase_table_report (builder->table, builder->table->offset, 1, unknown->str);
}

static void
add_node (ChaseTableBuilder *builder, ChaseTableCell *cell)
{
  const char *kept = cell->text != NULL ? cell->text : "";
  g_autofree char *text = chase_tex_tidy (kept, 0, strlen (kept));
  g_autoptr (ChaseStyle) style = NULL;

  /* A tie keeps a place open for an arrow. */
  if (strcmp (text, "~") == 0)
    *text = '\0';
  if (*text == '\0' && !cell->present)
    return;
  style = chase_style_new ();
  chase_tex_unbrace (text);
  take_overlay (text, style);
  take_colour (builder->table->source->styles, &text, &style->label_colour);
  take_array (text);
  add_cell_options (builder, cell, style);
  cell->node = chase_sketch_add_node (builder->sketch, text, cell->column, cell->row,
                                      g_steal_pointer (&style));
}

void
chase_table_add_nodes (ChaseTableBuilder *builder)
{
  chase_table_sort (builder->table);
  chase_table_outline_read (builder->table->source->styles, &builder->outline,
                            builder->table->options);
  for (guint i = 0; i < builder->table->n_cells; i++)
    add_node (builder, &builder->table->cells[i]);
  chase_node_outline_clear (&builder->outline);
}
