/* SPDX-License-Identifier: MIT */
#include "model/diagram-private.h"

#define NOWHERE G_MAXUINT32

static void
frame_free (gpointer data)
{
  ChaseDiagramFrame *frame = data;

  g_free ((guint32 *)frame->nodes);
  g_free (frame);
}

ChaseDiagram *
chase_diagram_new_empty (ChaseItem *item)
{
  ChaseDiagram *diagram = g_new0 (ChaseDiagram, 1);

  g_atomic_ref_count_init (&diagram->ref_count);
  diagram->strings = g_string_chunk_new (512);
  diagram->styles = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_style_free);
  diagram->item = chase_item_ref (item);
  diagram->cells = g_array_new (FALSE, TRUE, sizeof (ChaseCell));
  diagram->frames = g_ptr_array_new_with_free_func (frame_free);
  g_ptr_array_add (diagram->styles, chase_style_new ());
  return diagram;
}

ChaseDiagram *
chase_diagram_ref (ChaseDiagram *diagram)
{
  g_atomic_ref_count_inc (&diagram->ref_count);
  return diagram;
}

void
chase_diagram_unref (ChaseDiagram *diagram)
{
  if (diagram == NULL || !g_atomic_ref_count_dec (&diagram->ref_count))
    return;
  g_string_chunk_free (diagram->strings);
  g_ptr_array_unref (diagram->styles);
  chase_item_unref (diagram->item);
  g_array_unref (diagram->cells);
  g_ptr_array_unref (diagram->frames);
  g_free (diagram);
}

guint
chase_diagram_n_cells (const ChaseDiagram *diagram)
{
  return diagram->cells->len;
}

const ChaseCell *
chase_diagram_get_cell (const ChaseDiagram *diagram, guint32 index)
{
  return &g_array_index (diagram->cells, ChaseCell, index);
}

guint32
chase_diagram_append (ChaseDiagram *diagram, const ChaseCell *cell)
{
  g_array_append_val (diagram->cells, *cell);
  if (cell->level == 0)
    diagram->n_nodes++;
  return diagram->cells->len - 1;
}

static const ChaseStyle *
kept_style (ChaseDiagram *diagram, const ChaseStyle *style)
{
  if (style == NULL)
    return g_ptr_array_index (diagram->styles, 0);
  g_ptr_array_add (diagram->styles, chase_style_copy (style));
  return g_ptr_array_index (diagram->styles, diagram->styles->len - 1);
}

guint32
chase_diagram_add_node (ChaseDiagram *diagram, const char *label, gboolean has_position, double x,
                        double y, const ChaseStyle *style)
{
  ChaseCell cell = { .statement = G_MAXUINT, .source = NOWHERE, .target = NOWHERE };

  g_return_val_if_fail (diagram->n_nodes == diagram->cells->len, NOWHERE);
  cell.label = g_string_chunk_insert (diagram->strings, label);
  cell.has_position = has_position;
  cell.x = x;
  cell.y = y;
  cell.style = kept_style (diagram, style);
  return chase_diagram_append (diagram, &cell);
}

guint
chase_diagram_level_above (const ChaseDiagram *diagram, guint32 source, guint32 target)
{
  guint a = chase_diagram_get_cell (diagram, source)->level;
  guint b = chase_diagram_get_cell (diagram, target)->level;

  return 1 + MAX (a, b);
}

guint32
chase_diagram_add_edge (ChaseDiagram *diagram, guint32 source, guint32 target, const char *label,
                        const ChaseStyle *style)
{
  ChaseCell cell = { .statement = G_MAXUINT, .source = source, .target = target };

  g_return_val_if_fail (source < diagram->cells->len && target < diagram->cells->len, NOWHERE);
  cell.level = chase_diagram_level_above (diagram, source, target);
  cell.label = g_string_chunk_insert (diagram->strings, label);
  cell.style = kept_style (diagram, style);
  return chase_diagram_append (diagram, &cell);
}

void
chase_diagram_add_frame (ChaseDiagram *diagram, ChaseFrameShape shape, const char *label,
                         const ChaseStyle *style, const guint32 *nodes, guint n_nodes)
{
  ChaseDiagramFrame *frame = g_new (ChaseDiagramFrame, 1);

  frame->shape = shape;
  frame->label = g_string_chunk_insert (diagram->strings, label);
  frame->style = kept_style (diagram, style);
  frame->nodes = g_memdup2 (nodes, n_nodes * sizeof *nodes);
  frame->n_nodes = n_nodes;
  g_ptr_array_add (diagram->frames, frame);
}

ChaseDiagram *
chase_diagram_with_positions (const ChaseDiagram *diagram, const double *positions)
{
  ChaseDiagram *placed = chase_diagram_new_empty (diagram->item);

  for (guint32 i = 0; i < diagram->cells->len; i++)
    {
      ChaseCell cell = *chase_diagram_get_cell (diagram, i);

      cell.label = g_string_chunk_insert (placed->strings, cell.label);
      cell.style = chase_style_is_default (cell.style) ? kept_style (placed, NULL)
                                                       : kept_style (placed, cell.style);
      if (cell.level == 0)
        {
          cell.has_position = TRUE;
          cell.x = positions[2 * i];
          cell.y = positions[2 * i + 1];
        }
      chase_diagram_append (placed, &cell);
    }
  for (guint i = 0; i < diagram->frames->len; i++)
    {
      const ChaseDiagramFrame *frame = g_ptr_array_index (diagram->frames, i);

      chase_diagram_add_frame (placed, frame->shape, frame->label, frame->style, frame->nodes,
                               frame->n_nodes);
    }
  return placed;
}

void
chase_diagram_set_label (ChaseDiagram *diagram, guint32 index, const char *label,
                         const ChaseColour *colour)
{
  ChaseCell *cell;
  g_autoptr (ChaseStyle) style = NULL;

  g_return_if_fail (index < diagram->cells->len);
  cell = &g_array_index (diagram->cells, ChaseCell, index);
  style = chase_style_copy (cell->style);
  cell->label = g_string_chunk_insert (diagram->strings, label);
  if (colour == NULL)
    return;
  style->label_colour = *colour;
  if (cell->level == 0)
    style->colour = *colour;
  cell->style = kept_style (diagram, style);
}

guint32
chase_diagram_find_statement (const ChaseDiagram *diagram, guint statement)
{
  for (guint32 i = 0; i < diagram->cells->len; i++)
    if (chase_diagram_get_cell (diagram, i)->statement == statement)
      return i;
  return NOWHERE;
}

gboolean
chase_diagram_is_placed (const ChaseDiagram *diagram)
{
  for (guint32 i = 0; i < diagram->n_nodes; i++)
    if (!chase_diagram_get_cell (diagram, i)->has_position)
      return FALSE;
  return TRUE;
}

gboolean
chase_cell_is_arrow (const ChaseCell *cell)
{
  const ChaseStyle *style = cell->style;

  if (cell->level != 1 || style->form != CHASE_EDGE_ARROW)
    return FALSE;
  return cell->name != NULL || cell->value != NULL || style->body != CHASE_BODY_NONE
         || style->head != CHASE_HEAD_NONE
         || (style->tail != CHASE_TAIL_NONE && style->tail != CHASE_TAIL_DEFAULT);
}
