/* SPDX-License-Identifier: MIT */
#include "interchange/sketch-private.h"

static void
cell_clear (gpointer data)
{
  ChaseSketchCell *cell = data;

  g_free (cell->name);
  g_free (cell->label);
  chase_style_free (cell->style);
}

ChaseSketch *
chase_sketch_new (void)
{
  ChaseSketch *sketch = g_new0 (ChaseSketch, 1);

  sketch->cells = g_array_new (FALSE, TRUE, sizeof (ChaseSketchCell));
  g_array_set_clear_func (sketch->cells, cell_clear);
  sketch->notes = g_ptr_array_new_with_free_func (g_free);
  return sketch;
}

void
chase_sketch_free (ChaseSketch *sketch)
{
  if (sketch == NULL)
    return;
  g_array_unref (sketch->cells);
  g_ptr_array_unref (sketch->notes);
  g_free (sketch->name);
  g_free (sketch);
}

static guint32
append (ChaseSketch *sketch, ChaseSketchCell *cell, const char *label, ChaseStyle *style)
{
  cell->label = g_strdup (label);
  cell->style = style != NULL ? style : chase_style_new ();
  g_array_append_val (sketch->cells, *cell);
  return sketch->cells->len - 1;
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

  g_return_val_if_fail (source < sketch->cells->len && target < sketch->cells->len, 0);
  return append (sketch, &cell, label, style);
}

guint32
chase_sketch_add_hole (ChaseSketch *sketch)
{
  ChaseSketchCell cell = { .hole = TRUE };

  return append (sketch, &cell, "", NULL);
}

ChaseSketchCell *
chase_sketch_get (const ChaseSketch *sketch, guint32 cell)
{
  return &g_array_index (sketch->cells, ChaseSketchCell, cell);
}

guint *
chase_sketch_levels (const ChaseSketch *sketch)
{
  guint *levels = g_new0 (guint, sketch->cells->len + 1);

  for (guint32 i = 0; i < sketch->cells->len; i++)
    {
      const ChaseSketchCell *cell = chase_sketch_get (sketch, i);

      if (!cell->node && !cell->hole)
        levels[i] = 1 + MAX (levels[cell->source], levels[cell->target]);
    }
  return levels;
}
