/* SPDX-License-Identifier: MIT */
#include "app/canvas-private.h"

#include "model/repair.h"
#include "model/theory.h"
#include "typeset/label.h"

#include <glib/gi18n.h>

/* A label with the name of a macro that nobody defined. */
static gboolean
is_unknown (ChaseCanvas *canvas, guint32 cell)
{
  ChaseScene *scene = chase_canvas_get_scene (canvas);
  ChaseLabel *label
      = cell < chase_scene_n_cells (scene) ? chase_scene_get_label (scene, cell) : NULL;
  guint n = 0;

  if (label != NULL)
    chase_label_get_unknown (label, &n);
  return n > 0;
}

static const char *
said_of (const ChaseFaceVerdict *face)
{
  gboolean claimed = face->claim != CHASE_FACE_UNCLAIMED;

  switch (face->state)
    {
    case CHASE_STATE_GIVEN:
      return _ ("Commutes, because it is given");
    case CHASE_STATE_PROVED:
      return claimed ? _ ("Was to be proved, and is proved")
                     : _ ("Commutes, because of what is given elsewhere");
    case CHASE_STATE_FAILS:
      return claimed ? _ ("Was to be proved, but need not commute") : _ ("Need not commute");
    case CHASE_STATE_UNASKED:
      return claimed ? _ ("To be proved, and not asked yet") : _ ("Not asked yet");
    case CHASE_STATE_UNDECIDED:
    default:
      return claimed ? _ ("To be proved, and undecided") : _ ("Undecided");
    }
}

/* What is done to see why that is so. */
static const char *
way_to_reason (ChaseCanvas *canvas, ChaseFaceState state)
{
  if (state == CHASE_STATE_PROVED)
    return canvas->touched ? _ ("Hold: see the proof") : _ ("W: see the proof");
  if (state == CHASE_STATE_FAILS)
    return canvas->touched ? _ ("Hold: see why") : _ ("W: see why");
  return NULL;
}

/* What a click says next. */
static const char *
way_to_next (ChaseCanvas *canvas, ChaseFaceSaying next)
{
  switch (next)
    {
    case CHASE_SAY_GIVEN:
      return canvas->touched ? _ ("Tap: it is given")
                             : _ ("Click: it is given · ?: it is to be proved");
    case CHASE_SAY_PROVED:
      return canvas->touched ? _ ("Tap: it is to be proved") : _ ("Click: it is to be proved");
    case CHASE_SAY_NOTHING:
    default:
      return canvas->touched ? _ ("Tap to take that back") : _ ("Click to take that back");
    }
}

static const char *
hint_for_face (ChaseCanvas *canvas)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (canvas->session);
  const ChaseFaceVerdict *face
      = verdicts != NULL ? chase_verdicts_face (verdicts, canvas->hover.mark) : NULL;
  const char *reason, *next;

  if (face == NULL)
    return "";
  reason = way_to_reason (canvas, face->state);
  next = way_to_next (canvas, chase_face_next_saying (face));
  g_free (canvas->hint);
  canvas->hint = reason != NULL ? g_strjoin (" · ", said_of (face), reason, next, NULL)
                                : g_strjoin (" · ", said_of (face), next, NULL);
  return canvas->hint;
}

/* @hint, behind what the cell shows where that is not its own. */
static const char *
with_meaning (ChaseCanvas *canvas, guint32 cell, const char *hint)
{
  ChaseDiagram *diagram = chase_session_get_diagram (canvas->session);
  const ChaseTerm *value = cell < chase_diagram_n_cells (diagram)
                               ? chase_diagram_get_cell (diagram, cell)->value
                               : NULL;
  g_autofree char *text = value != NULL ? chase_term_to_text (value) : NULL;
  g_autofree char *meaning = NULL;

  if (text == NULL)
    return hint;
  /* TRANSLATORS: %s stands for a path, as "g . f" */
  meaning = g_strdup_printf (_ ("Means %s"), text);
  g_free (canvas->hint);
  canvas->hint = g_strdup_printf ("%s · %s", meaning, hint);
  return canvas->hint;
}

/* TRUE where what the computed diagram is made of lacks a value. */
static gboolean
lacks_values (ChaseCanvas *canvas)
{
  ChaseDocument *document = chase_session_get_document (canvas->session);
  const ChaseTerm *subject = chase_session_get_item (canvas->session)->expression;
  GPtrArray *gaps = chase_session_get_gaps (canvas->session);

  for (guint i = 0; gaps != NULL && subject != NULL && i < gaps->len; i++)
    {
      guint item = ((const ChaseGap *)g_ptr_array_index (gaps, i))->item;

      if (item < chase_document_n_items (document)
          && chase_term_is_name (subject, chase_document_get_item (document, item)->name))
        return TRUE;
    }
  return FALSE;
}

static const char *
hint_for_computed (ChaseCanvas *canvas)
{
  gboolean making = lacks_values (canvas), touched = canvas->touched;

  switch (chase_session_get_item (canvas->session)->view)
    {
    case CHASE_VIEW_SETS:
      if (making)
        return touched
                   ? _ ("Tap an element, then its image · Double-tap in a set for an element")
                   : _ ("Click an element, then its image · Double-click in a set for an element");
      return touched
                 ? _ ("Tap an element to follow it along all arrows · Hold: menu · Tap an arrow, "
                      "then where it is to go")
                 : _ ("Click an element to follow it along all arrows · F2: rename it · Click "
                      "an arrow, then where it is to go");
    case CHASE_VIEW_IMAGE:
      return touched ? _ ("Tap an object or an arrow, then its image")
                     : _ ("Click an object or an arrow, then its image");
    case CHASE_VIEW_NATURALITY:
      if (!making)
        break;
      return touched ? _ ("Tap a component that is missing, and choose what it is")
                     : _ ("Click a component that is missing, and choose what it is");
    default:
      break;
    }
  return _ ("A computed diagram: it follows what it is made of, and cannot be edited itself");
}

static const char *
hint_for_drag (ChaseCanvas *canvas)
{
  gboolean touched = canvas->touched;

  switch (canvas->drag)
    {
    case CHASE_DRAG_CONNECT:
      return _ ("Let go on an object, or on an empty place for a new one");
    case CHASE_DRAG_RUBBER:
      return _ ("Let go to select what is inside");
    case CHASE_DRAG_MOVE:
      return touched ? _ ("Let go to put it here")
                     : _ ("Let go to put it here · Shift: off the grid");
    case CHASE_DRAG_RECONNECT:
      return _ ("Let go where the arrow is to end");
    case CHASE_DRAG_BEND:
      if (canvas->drag_joins)
        return _ ("Let go for a 2-cell");
      return touched ? _ ("Let go to keep the curve · On an arrow: a 2-cell")
                     : _ ("Let go to keep the curve · Shift: freely · On an arrow: a 2-cell");
    case CHASE_DRAG_LABEL:
      return touched ? _ ("Let go to put the label here")
                     : _ ("Let go to put the label here · Shift: freely");
    case CHASE_DRAG_PAN:
    case CHASE_DRAG_NONE:
    default:
      return NULL;
    }
}

/* What one key adds to the two arrows that are selected, if they are all; else NULL. */
static const char *
hint_for_two (ChaseCanvas *canvas)
{
  ChaseDiagram *diagram = chase_session_get_diagram (canvas->session);
  const ChaseCell *arrows[2];
  guint n;
  const guint32 *cells = chase_session_get_selection (canvas->session, &n);

  if (n != 2)
    return NULL;
  for (guint i = 0; i < 2; i++)
    {
      if (cells[i] >= chase_diagram_n_cells (diagram))
        return NULL;
      arrows[i] = chase_diagram_get_cell (diagram, cells[i]);
      if (arrows[i]->level != 1)
        return NULL;
    }
  if ((arrows[0]->source == arrows[1]->source) != (arrows[0]->target == arrows[1]->target))
    return _ ("C: complete the square");
  if (arrows[0]->target == arrows[1]->source || arrows[1]->target == arrows[0]->source)
    return _ ("C: add the composite");
  return NULL;
}

static gboolean
points_at_arrow (ChaseCanvas *canvas)
{
  return canvas->hover.zone == CHASE_ZONE_EMPTY || canvas->hover.zone == CHASE_ZONE_ARROW
         || canvas->hover.zone == CHASE_ZONE_BEND;
}

/* What a pointer may do where it is. */
static const char *
hint_for_pointer (ChaseCanvas *canvas)
{
  const char *two = points_at_arrow (canvas) ? hint_for_two (canvas) : NULL;

  if (two != NULL)
    return two;
  switch (canvas->hover.zone)
    {
    case CHASE_ZONE_NODE:
      if (chase_canvas_moves_by_body (canvas, canvas->hover.cell))
        return _ ("Drag to move · Double-click to label");
      return _ ("Drag to draw an arrow · Drag the rim to move · Double-click to label");
    case CHASE_ZONE_RING:
      return _ ("Drag to move");
    case CHASE_ZONE_ARROW:
      return with_meaning (
          canvas, canvas->hover.cell,
          _ ("Double-click to label · R: reverse · Drag to another arrow for a 2-cell"));
    case CHASE_ZONE_TAIL:
    case CHASE_ZONE_TIP:
      return _ ("Drag to let the arrow end elsewhere");
    case CHASE_ZONE_BEND:
      return _ ("Drag to curve, or to another arrow for a 2-cell · Double-click to label");
    case CHASE_ZONE_LABEL:
      return with_meaning (canvas, canvas->hover.cell,
                           _ ("Drag along the arrow, or to its other side · Double-click to edit"));
    case CHASE_ZONE_MARK:
      return hint_for_face (canvas);
    case CHASE_ZONE_EMPTY:
    default:
      return _ ("Double-click for an object · Drag for an arrow · Shift-drag to select");
    }
}

/* What a finger may do where it was last. */
static const char *
hint_for_finger (ChaseCanvas *canvas)
{
  switch (canvas->hover.zone)
    {
    case CHASE_ZONE_NODE:
    case CHASE_ZONE_RING:
      if (chase_canvas_moves_by_body (canvas, canvas->hover.cell))
        return _ ("Drag to move · Hold: menu");
      return _ ("Drag to draw an arrow · Hold, then drag, to move · Double-tap to label");
    case CHASE_ZONE_ARROW:
      return with_meaning (
          canvas, canvas->hover.cell,
          _ ("Double-tap to label · Hold: menu · Drag to another arrow for a 2-cell"));
    case CHASE_ZONE_TAIL:
    case CHASE_ZONE_TIP:
      return _ ("Drag to let the arrow end elsewhere");
    case CHASE_ZONE_BEND:
      return _ ("Drag to curve, or to another arrow for a 2-cell · Double-tap to label");
    case CHASE_ZONE_LABEL:
      return with_meaning (canvas, canvas->hover.cell,
                           _ ("Drag along the arrow, or to its other side · Double-tap to edit"));
    case CHASE_ZONE_MARK:
      return hint_for_face (canvas);
    case CHASE_ZONE_EMPTY:
    default:
      return _ ("Double-tap for an object · Drag for an arrow · Hold, then drag, to select");
    }
}

/* While a finger rests. */
static const char *
hint_for_rest (ChaseCanvas *canvas)
{
  if (canvas->hover.cell == G_MAXUINT32 && chase_session_is_editable (canvas->session))
    return _ ("Let go for the menu · Drag around what is to be selected");
  return chase_session_is_editable (canvas->session) ? _ ("Let go for the menu · Drag to move")
                                                     : _ ("Let go for the menu");
}

const char *
chase_canvas_get_hint (ChaseCanvas *canvas)
{
  const char *for_drag = hint_for_drag (canvas);

  if (chase_session_get_labelled (canvas->session) != G_MAXUINT32)
    {
      const char *way
          = canvas->touched ? _ ("Tap elsewhere: done") : _ ("Tab: next label · Enter: done");

      return chase_session_get_tag (canvas->session) != CHASE_MAIN_LABEL
                 ? way
                 : with_meaning (canvas, chase_session_get_labelled (canvas->session), way);
    }
  if (canvas->renamed != G_MAXUINT32)
    return canvas->touched ? _ ("Name of the element · Tap elsewhere: done")
                           : _ ("Name of the element · Enter: done");
  if (chase_canvas_has_codes (canvas))
    return _ ("Type the letters at what is to be selected · Esc: stop");
  if (canvas->several && canvas->drag == CHASE_DRAG_NONE)
    return canvas->touched ? _ (
               "Tap what is to be selected, or drag around it · Hold, and Select Several: stop")
                           : _ ("Click what is to be selected, or drag around it · Select Several, "
                                "or Esc: stop");
  if (canvas->connect_from != G_MAXUINT)
    return _ ("Arrow keys: choose the other end · Space: connect · Esc: stop");
  if (for_drag != NULL)
    return for_drag;
  if (canvas->held_long)
    return hint_for_rest (canvas);
  if (!chase_session_is_editable (canvas->session))
    return hint_for_computed (canvas);
  if (is_unknown (canvas, canvas->hover.cell))
    return _ ("What is underlined is defined nowhere: a macros block, or a macro file, can do it");
  return canvas->touched ? hint_for_finger (canvas) : hint_for_pointer (canvas);
}
