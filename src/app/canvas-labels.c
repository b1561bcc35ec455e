/* SPDX-License-Identifier: MIT */
#include "app/canvas-private.h"
#include "app/plain-words.h"
#include "app/session-actions.h"

#include <glib/gi18n.h>
#include <math.h>

#define EDITOR_GAP 10.0
/* What stays free of the canvas around it. */
#define EDITOR_RIM 4

static guint
take_from_queue (ChaseCanvas *canvas)
{
  guint statement;

  if (canvas->queue->len == 0)
    return G_MAXUINT;
  statement = g_array_index (canvas->queue, guint, 0);
  g_array_remove_index (canvas->queue, 0);
  return statement;
}

/* An element that gets another name: it is renamed when all is typed. */

static void
end_renaming (ChaseCanvas *canvas)
{
  g_autofree char *text = g_steal_pointer (&canvas->renaming);
  guint32 cell = canvas->renamed;

  canvas->renamed = G_MAXUINT32;
  if (cell != G_MAXUINT32 && text != NULL)
    chase_session_rename_element (canvas->session, cell, text);
}

void
chase_canvas_forget_renaming (ChaseCanvas *canvas)
{
  if (canvas->renamed == G_MAXUINT32)
    return;
  g_clear_pointer (&canvas->renaming, g_free);
  chase_canvas_end_label (canvas);
}

gboolean
chase_canvas_rename_element (ChaseCanvas *canvas, guint32 cell)
{
  g_autofree char *name = chase_session_dup_element (canvas->session, cell);

  if (name == NULL)
    return FALSE;
  chase_canvas_end_label (canvas);
  chase_session_select (canvas->session, &cell, 1);
  canvas->renamed = cell;
  gtk_widget_set_visible (canvas->editor, TRUE);
  chase_label_editor_start (CHASE_LABEL_EDITOR (canvas->editor), name, _ ("Element"));
  gtk_widget_queue_allocate (GTK_WIDGET (canvas));
  g_signal_emit_by_name (canvas, "hint-changed");
  return TRUE;
}

static guint32
typed_cell (ChaseCanvas *canvas)
{
  return canvas->renamed != G_MAXUINT32 ? canvas->renamed
                                        : chase_session_get_labelled (canvas->session);
}

void
chase_canvas_end_label (ChaseCanvas *canvas)
{
  gboolean had_focus = chase_label_editor_has_focus (CHASE_LABEL_EDITOR (canvas->editor));

  if (typed_cell (canvas) == G_MAXUINT32 && !gtk_widget_get_visible (canvas->editor))
    return;
  chase_session_end_label (canvas->session);
  end_renaming (canvas);
  gtk_widget_set_visible (canvas->editor, FALSE);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (canvas));
  g_signal_emit_by_name (canvas, "hint-changed");
}

void
chase_canvas_edit_label (ChaseCanvas *canvas, guint32 cell)
{
  chase_canvas_edit_tag (canvas, cell, CHASE_MAIN_LABEL);
}

void
chase_canvas_edit_tag (ChaseCanvas *canvas, guint32 cell, guint tag)
{
  ChaseDiagram *diagram = chase_session_get_diagram (canvas->session);
  const ChaseStyle *style;
  g_autofree char *words = NULL;

  if (cell >= chase_diagram_n_cells (diagram) || !chase_session_is_editable (canvas->session)
      || chase_session_statement (canvas->session, cell) == G_MAXUINT)
    return;
  style = chase_diagram_get_cell (diagram, cell)->style;
  if (tag != CHASE_MAIN_LABEL && tag >= chase_style_n_labels (style))
    return;
  chase_session_end_label (canvas->session);
  chase_session_select (canvas->session, &cell, 1);
  chase_session_begin_tag (canvas->session, cell, tag);
  gtk_widget_set_visible (canvas->editor, TRUE);
  words = chase_plain_words_from_label (tag != CHASE_MAIN_LABEL
                                            ? chase_style_get_label (style, tag)->text
                                            : chase_diagram_get_cell (diagram, cell)->label);
  chase_label_editor_start (CHASE_LABEL_EDITOR (canvas->editor), words,
                            tag != CHASE_MAIN_LABEL   ? _ ("Label")
                            : cell < diagram->n_nodes ? _ ("Object")
                                                      : _ ("Arrow"));
  gtk_widget_queue_allocate (GTK_WIDGET (canvas));
  g_signal_emit_by_name (canvas, "hint-changed");
}

/* Takes cells that wait for a label, and starts with the first. */
void
chase_canvas_queue_labels (ChaseCanvas *canvas, GArray *cells)
{
  g_array_set_size (canvas->queue, 0);
  for (guint i = 0; i < cells->len; i++)
    {
      guint statement
          = chase_session_statement (canvas->session, g_array_index (cells, guint32, i));

      g_array_append_val (canvas->queue, statement);
    }
  if (canvas->queue->len > 0)
    chase_canvas_edit_label (
        canvas, chase_diagram_find_statement (chase_session_get_diagram (canvas->session),
                                              take_from_queue (canvas)));
}

static void
editor_typed (ChaseLabelEditor *editor, const char *text, ChaseCanvas *canvas)
{
  if (canvas->renamed != G_MAXUINT32)
    {
      g_free (canvas->renaming);
      canvas->renaming = g_strdup (text);
    }
  else
    chase_session_type_label (canvas->session, text);
  g_signal_emit_by_name (canvas, "hint-changed");
}

static void
editor_finished (ChaseLabelEditor *editor, int direction, ChaseCanvas *canvas)
{
  guint32 labelled = chase_session_get_labelled (canvas->session);
  guint32 next = G_MAXUINT32;
  guint queued = direction > 0 ? take_from_queue (canvas) : G_MAXUINT;

  if (canvas->renamed != G_MAXUINT32)
    next = G_MAXUINT32;
  else if (queued != G_MAXUINT)
    next = chase_diagram_find_statement (chase_session_get_diagram (canvas->session), queued);
  else if (direction != 0)
    next = chase_session_next_blank (canvas->session, labelled, direction < 0);
  if (direction == 0)
    g_array_set_size (canvas->queue, 0);
  if (next != G_MAXUINT32 && next != labelled)
    chase_canvas_edit_label (canvas, next);
  else
    chase_canvas_end_label (canvas);
}

void
chase_canvas_add_editor (ChaseCanvas *canvas)
{
  canvas->editor = chase_label_editor_new ();
  gtk_widget_set_visible (canvas->editor, FALSE);
  gtk_widget_set_parent (canvas->editor, GTK_WIDGET (canvas));
  g_signal_connect (canvas->editor, "typed", G_CALLBACK (editor_typed), canvas);
  g_signal_connect (canvas->editor, "finished", G_CALLBACK (editor_finished), canvas);
}

/* Below the label; but right of an arrow that goes up or down, which would be hidden. */
static ChasePoint
place_editor (ChaseCanvas *canvas, guint32 cell, const ChaseRect *label, const GtkRequisition *size)
{
  ChasePoint from = chase_canvas_from_scene (canvas, label->x, label->y);
  ChasePoint to
      = chase_canvas_from_scene (canvas, label->x + label->width, label->y + label->height);
  ChaseRect bounds;

  if (!chase_scene_cell_bounds (chase_canvas_get_scene (canvas), cell, &bounds)
      || bounds.height < 1.5 * bounds.width
      || chase_diagram_get_cell (chase_session_get_diagram (canvas->session), cell)->level == 0)
    return (ChasePoint){ (from.x + to.x - size->width) / 2, to.y + EDITOR_GAP };
  to = chase_canvas_from_scene (canvas, bounds.x + bounds.width, bounds.y);
  return (ChasePoint){ to.x + EDITOR_GAP,
                       (from.y + label->height * canvas->scale / 2) - size->height / 2.0 };
}

/* Within the canvas, also where the view has moved away from the cell: what is typed stays in
 * sight, and its menu on the screen, without which GTK 4.8 cannot place it. */
void
chase_canvas_allocate_editor (ChaseCanvas *canvas, int width, int height)
{
  guint32 cell = typed_cell (canvas);
  ChaseRect label = { 0 };
  ChasePoint place = { EDITOR_RIM, EDITOR_RIM };
  ChaseSpot spot
      = { .cell = cell,
          .tag = canvas->renamed != G_MAXUINT32 ? CHASE_MAIN_LABEL
                                                : chase_session_get_tag (canvas->session) };
  GtkRequisition least, size;
  GskTransform *transform;

  gtk_widget_get_preferred_size (canvas->editor, &least, &size);
  size.width = MAX (least.width, MIN (size.width, width - 2 * EDITOR_RIM));
  if (cell != G_MAXUINT32
      && (spot.tag != CHASE_MAIN_LABEL
              ? chase_canvas_label_box (canvas, &spot, &label)
              : chase_scene_label_bounds (chase_canvas_get_scene (canvas), cell, &label)))
    place = place_editor (canvas, cell, &label, &size);
  if (place.y + size.height > height - EDITOR_RIM)
    place.y = chase_canvas_from_scene (canvas, label.x, label.y).y - EDITOR_GAP - size.height;
  place.x = CLAMP (place.x, EDITOR_RIM, MAX (EDITOR_RIM, width - size.width - EDITOR_RIM));
  place.y = CLAMP (place.y, EDITOR_RIM, MAX (EDITOR_RIM, height - size.height - EDITOR_RIM));
  transform = gsk_transform_translate (
      NULL, &GRAPHENE_POINT_INIT ((float)round (place.x), (float)round (place.y)));
  gtk_widget_allocate (canvas->editor, size.width, size.height, -1, transform);
}
