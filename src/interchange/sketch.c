/* SPDX-License-Identifier: MIT */
#include "interchange/sketch-private.h"

#include <string.h>

static void
free_style (const ChaseStyle *style)
{
  if (style != chase_style_default ())
    chase_style_free ((ChaseStyle *)style);
}

ChaseStyle *
chase_recent_styles_share (ChaseRecentStyles *recent, ChaseStyle *style)
{
  for (guint i = 0; i < G_N_ELEMENTS (recent->styles); i++)
    if (recent->styles[i] != NULL && chase_style_equal (recent->styles[i], style))
      {
        chase_style_free (style);
        return chase_style_share (recent->styles[i]);
      }
  chase_style_free (recent->styles[recent->next]);
  recent->styles[recent->next] = chase_style_share (style);
  recent->next = (recent->next + 1) % G_N_ELEMENTS (recent->styles);
  return style;
}

void
chase_recent_styles_clear (ChaseRecentStyles *recent)
{
  for (guint i = 0; i < G_N_ELEMENTS (recent->styles); i++)
    g_clear_pointer (&recent->styles[i], chase_style_free);
}

static void
clear_cell (ChaseSketchCell *cell)
{
  chase_name_unref (cell->name);
  chase_name_unref (cell->label);
  if (!cell->node)
    chase_term_unref (cell->value);
  free_style (cell->style);
}

ChaseSketch *
chase_sketch_new (void)
{
  ChaseSketch *sketch = g_new0 (ChaseSketch, 1);

  sketch->notes = g_ptr_array_new_with_free_func (g_free);
  return sketch;
}

/* Room is given back as it is left behind: what is made of a sketch is as large as that. */
void
chase_sketch_truncate (ChaseSketch *sketch, guint32 n)
{
  while (sketch->n > n)
    clear_cell (&sketch->cells[--sketch->n]);
  if (sketch->room - n < 64 + sketch->room / 8)
    return;
  sketch->room = n;
  sketch->cells = g_renew (ChaseSketchCell, sketch->cells, n);
}

void
chase_sketch_free (ChaseSketch *sketch)
{
  if (sketch == NULL)
    return;
  chase_sketch_truncate (sketch, 0);
  g_free (sketch->cells);
  chase_recent_styles_clear (&sketch->styles);
  g_clear_pointer (&sketch->labels, chase_name_table_free);
  g_clear_pointer (&sketch->groups, g_ptr_array_unref);
  g_ptr_array_unref (sketch->notes);
  g_free (sketch->name);
  g_free (sketch->title);
  g_free (sketch);
}

ChaseName *
chase_sketch_intern (ChaseSketch *sketch, const char *label)
{
  if (sketch->labels == NULL)
    sketch->labels = chase_name_table_new ();
  return chase_name_table_intern (sketch->labels, label, strlen (label));
}

static guint32
append (ChaseSketch *sketch, ChaseSketchCell *cell, const char *label, ChaseStyle *style)
{
  cell->label = chase_sketch_intern (sketch, label);
  if (style != NULL && !chase_style_is_default (style))
    cell->style = chase_recent_styles_share (&sketch->styles, style);
  else
    {
      chase_style_free (style);
      cell->style = chase_style_default ();
    }
  if (sketch->n == sketch->room)
    {
      sketch->room = MAX (4, sketch->room + MAX (sketch->room / 4, 4));
      sketch->cells = g_renew (ChaseSketchCell, sketch->cells, sketch->room);
    }
  sketch->cells[sketch->n] = *cell;
  return sketch->n++;
}

guint32
chase_sketch_add_node (ChaseSketch *sketch, const char *label, double x, double y,
                       ChaseStyle *style)
{
  ChaseSketchCell cell = { .node = TRUE, .placed = TRUE, .x = x, .y = y };

  return append (sketch, &cell, label, style);
}

guint32
chase_sketch_add_edge (ChaseSketch *sketch, guint32 source, guint32 target, const char *label,
                       ChaseStyle *style)
{
  ChaseSketchCell cell = { .source = source, .target = target };

  g_return_val_if_fail (source < sketch->n && target < sketch->n, 0);
  return append (sketch, &cell, label, style);
}

guint32
chase_sketch_add_hole (ChaseSketch *sketch)
{
  ChaseSketchCell cell = { .hole = TRUE };

  return append (sketch, &cell, "", NULL);
}

ChaseSketch *
chase_sketch_copy (const ChaseSketch *sketch)
{
  ChaseSketch *copy = chase_sketch_new ();

  for (guint32 i = 0; i < sketch->n; i++)
    {
      ChaseSketchCell cell = sketch->cells[i];

      chase_name_ref (cell.name);
      append (copy, &cell, sketch->cells[i].label, chase_style_copy (sketch->cells[i].style));
    }
  for (guint i = 0; i < sketch->notes->len; i++)
    g_ptr_array_add (copy->notes, g_strdup (g_ptr_array_index (sketch->notes, i)));
  copy->name = g_strdup (sketch->name);
  copy->title = g_strdup (sketch->title);
  copy->labelled = sketch->labelled;
  copy->start = sketch->start;
  copy->stop = sketch->stop;
  copy->line = sketch->line;
  return copy;
}

ChaseSketchCell *
chase_sketch_get (const ChaseSketch *sketch, guint32 cell)
{
  return &sketch->cells[cell];
}

void
chase_sketch_set_label (ChaseSketch *sketch, guint32 cell, const char *label)
{
  ChaseName *old = sketch->cells[cell].label;

  sketch->cells[cell].label = chase_sketch_intern (sketch, label);
  chase_name_unref (old);
}

ChaseStyle *
chase_sketch_own_style (ChaseSketchCell *cell)
{
  ChaseStyle *style = (ChaseStyle *)cell->style;

  if (style != chase_style_default () && style->holders == 0)
    return style;
  cell->style = chase_style_copy (style);
  free_style (style);
  return (ChaseStyle *)cell->style;
}

guint *
chase_sketch_levels (const ChaseSketch *sketch)
{
  guint *levels = g_new0 (guint, sketch->n + 1);

  for (guint32 i = 0; i < sketch->n; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (sketch, i);

      if (!cell->node && !cell->hole)
        levels[i] = 1 + MAX (levels[cell->source], levels[cell->target]);
    }
  return levels;
}
