/* SPDX-License-Identifier: MIT */
#include "engine/tale-words.h"
#include "engine/view-private.h"
#include "model/of-drawings.h"

#include "i18n.h"

/*
 * `proof P = Q in D`: the drawing D once for each step of a proof that the two paths are equal, in
 * rows. A step's picture has the path in colour, of its own the side that is replaced and the side
 * that comes instead, and says at the top which is which. A presentation shows one after the other.
 */

#define IN_ROW 3
#define GAP 1.7
/* Colours of the path, of what goes and of what comes. */
#define PATH 0
#define OLD 1
#define NEW 2

typedef struct
{
  ChaseView *view;
  ChaseDiagram *original;
  ChaseShape *shape;
  guint32 *cells; /* of the shape's nodes and edges */
  const ChaseCategory *category;
  const ChaseProof *proof;
  guint32 source;
  double left, top, width, height; /* of the drawing */
  guint32 *nodes;                  /* of the copy in the making: cell -> its node */
} Strip;

static ChaseItem *
find_drawing (ChaseView *view)
{
  const ChaseTerm *subject = view->item->from;
  ChaseItem *item = subject != NULL && subject->kind == CHASE_TERM_NAME
                        ? chase_document_find (chase_theory_document (view->theory), subject->name)
                        : NULL;

  if (item != NULL && item->kind == CHASE_ITEM_DIAGRAM && item->view == CHASE_VIEW_NONE)
    return item;
  chase_view_wrong (view, _ ("there is no drawing of this name to prove it in"));
  return NULL;
}

/* The two paths and what is known of them, or NULL. */
static ChaseAnswer *
ask (ChaseView *view, Strip *strip)
{
  g_autoptr (ChaseProposition) said = chase_proposition_new (CHASE_PROPOSITION_EQUATION);
  g_autoptr (ChaseProposition) simpler = NULL;
  const ChaseProposition *asked;
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (ChaseEngine) engine = NULL;
  guint32 ends[4];

  chase_proposition_take (&said->terms, chase_term_ref (view->item->expression));
  chase_proposition_take (&said->terms, chase_term_ref (view->item->at));
  said->in = chase_term_ref (view->item->from);
  simpler = chase_proposition_of_drawing (view->theory, said);
  asked = simpler != NULL ? simpler : said;
  strip->category = chase_theory_proposition_category (view->theory, asked, view->problems);
  if (strip->category == NULL || strip->category->kind != CHASE_CATEGORY_PRESENTED
      || strip->category->presentation != strip->shape->presentation
      || !chase_theory_path (view->theory, strip->category, g_ptr_array_index (asked->terms, 0),
                             &ends[0], &ends[1], left, view->problems)
      || !chase_theory_path (view->theory, strip->category, g_ptr_array_index (asked->terms, 1),
                             &ends[2], &ends[3], right, view->problems))
    return NULL;
  strip->source = ends[0];
  if (ends[0] != ends[2] || ends[1] != ends[3])
    return NULL;
  engine = chase_engine_new (strip->shape->presentation);
  return chase_engine_equal (
      engine, ends[0], (ChaseWord){ (const guint32 *)(gpointer)left->data, left->len },
      (ChaseWord){ (const guint32 *)(gpointer)right->data, right->len }, view->budget, NULL);
}

static gboolean
place_drawing (Strip *strip)
{
  ChaseDiagram *diagram = strip->original;
  double right = 0, bottom = 0;

  if (!chase_diagram_is_placed (diagram))
    {
      g_autofree double *places = chase_view_place_diagram (diagram);

      strip->original = chase_diagram_with_positions (diagram, places);
      chase_diagram_unref (diagram);
      diagram = strip->original;
    }
  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);

      strip->left = i > 0 ? MIN (strip->left, cell->x) : cell->x;
      strip->top = i > 0 ? MIN (strip->top, cell->y) : cell->y;
      right = i > 0 ? MAX (right, cell->x) : cell->x;
      bottom = i > 0 ? MAX (bottom, cell->y) : cell->y;
    }
  strip->width = right - strip->left;
  strip->height = bottom - strip->top;
  return diagram->n_nodes > 0;
}

static gboolean
contains (const GArray *cells, guint32 cell)
{
  for (guint i = 0; i < cells->len; i++)
    if (g_array_index (cells, guint32, i) == cell)
      return TRUE;
  return FALSE;
}

static ChaseColour
colour_of (guint32 cell, const GArray *before, const GArray *after)
{
  gboolean was = contains (before, cell), is = contains (after, cell);

  if (was && is)
    return chase_view_colour (PATH);
  if (was || is)
    return chase_view_colour (was ? OLD : NEW);
  return chase_view_grey ();
}

/* "h \circ f", in its colour. */
static void
append_side (GString *caption, const Strip *strip, ChaseWord word, guint colour)
{
  g_autofree char *label
      = chase_tale_spell_word (strip->shape, strip->cells, strip->original, word);
  ChaseColour paint = chase_view_colour (colour);

  g_string_append_printf (caption, "\\textcolor[RGB]{%d,%d,%d}{%s}", (int)paint.values[0],
                          (int)paint.values[1], (int)paint.values[2],
                          word.length > 0 ? label : "\\mathrm{id}");
}

/* What the paths do not share: the replaced side and the one in its place. */
static char *
caption_of (const Strip *strip, guint step)
{
  ChaseWord from = step > 0 ? strip->proof->steps[step - 1].path : strip->proof->start;
  ChaseWord to = strip->proof->steps[step].path;
  GString *caption = g_string_new (NULL);
  guint32 head = 0, tail = 0;

  while (head < from.length && head < to.length && from.letters[head] == to.letters[head])
    head++;
  while (tail < from.length - head && tail < to.length - head
         && from.letters[from.length - 1 - tail] == to.letters[to.length - 1 - tail])
    tail++;
  g_string_append_printf (caption, "\\text{%u}\\colon\\; ", step + 1);
  append_side (caption, strip, (ChaseWord){ from.letters + head, from.length - head - tail }, OLD);
  g_string_append (caption, " = ");
  append_side (caption, strip, (ChaseWord){ to.letters + head, to.length - head - tail }, NEW);
  return g_string_free (caption, FALSE);
}

static void
add_nodes (Strip *strip, guint step, guint copy)
{
  for (guint32 i = 0; i < strip->original->n_nodes; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (strip->original, i);
      g_autoptr (ChaseStyle) style = chase_style_copy (cell->style);

      style->step = step;
      strip->nodes[copy * strip->original->n_nodes + i] = chase_diagram_add_node (
          strip->view->diagram, cell->label, TRUE,
          cell->x - strip->left + copy % IN_ROW * (strip->width + GAP),
          cell->y - strip->top + copy / IN_ROW * (strip->height + GAP), style);
    }
}

static void
add_edges (Strip *strip, guint step, guint copy, const GArray *before, const GArray *after)
{
  const guint32 *nodes = strip->nodes + copy * strip->original->n_nodes;

  for (guint32 i = strip->original->n_nodes; i < chase_diagram_n_cells (strip->original); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (strip->original, i);
      g_autoptr (ChaseStyle) style = NULL;

      if (cell->level != 1)
        continue;
      style = chase_style_copy (cell->style);
      style->step = step;
      chase_view_paint (style, colour_of (i, before, after));
      chase_view_style_for (style, cell->properties);
      chase_diagram_add_edge (strip->view->diagram, nodes[cell->source], nodes[cell->target],
                              cell->label, style);
    }
}

static void
add_frame (Strip *strip, guint step, guint copy)
{
  g_autofree char *caption = strip->proof->n_steps > 0 ? caption_of (strip, step) : g_strdup ("");

  chase_diagram_add_frame (strip->view->diagram, CHASE_FRAME_BOX, caption, NULL,
                           strip->nodes + copy * strip->original->n_nodes,
                           strip->original->n_nodes);
}

static gboolean
draw_steps (Strip *strip)
{
  guint n = MAX (strip->proof->n_steps, 1);
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) after = g_array_new (FALSE, FALSE, sizeof (guint32));

  strip->nodes = g_new0 (guint32, n * strip->original->n_nodes + 1);
  for (guint step = 0; step < n; step++)
    add_nodes (strip, step, step);
  for (guint step = 0; step < n; step++)
    {
      if (strip->proof->n_steps > 0
          && !chase_view_proof_step (strip->shape, strip->cells, strip->proof, step, strip->source,
                                     before, after))
        return chase_view_wrong (strip->view, _ ("a step of its proof leaves the drawing"));
      add_edges (strip, step, step, before, after);
      add_frame (strip, step, step);
    }
  return TRUE;
}

gboolean
chase_view_proof (ChaseView *view)
{
  ChaseItem *item = find_drawing (view);
  Strip strip = { .view = view };
  g_autoptr (ChaseAnswer) answer = NULL;
  gboolean fine = FALSE;

  if (item == NULL)
    return FALSE;
  strip.shape = chase_theory_shape (view->theory, item, &strip.cells, view->problems);
  strip.original = chase_diagram_new (chase_theory_document (view->theory), item, NULL);
  if (strip.shape != NULL)
    answer = ask (view, &strip);
  if (answer == NULL)
    chase_view_wrong (view, _ ("these are no two parallel paths of the drawing"));
  else if (answer->evidence == NULL || answer->evidence->kind != CHASE_EVIDENCE_PROOF)
    chase_view_wrong (view, answer->verdict == CHASE_VERDICT_HOLDS
                                ? _ ("there is no step in its proof to be drawn")
                                : _ ("the paths are not proved to be equal"));
  else
    {
      strip.proof = &answer->evidence->proof;
      fine = place_drawing (&strip) && draw_steps (&strip);
    }
  chase_diagram_unref (strip.original);
  chase_shape_unref (strip.shape);
  g_free (strip.cells);
  g_free (strip.nodes);
  return fine;
}
