/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/**
 * ChaseCell:
 *
 * A node, an edge or a higher cell of a diagram, resolved. Strings and terms are borrowed from the
 * statement, the document or the ChaseDiagram itself, and live as long as that.
 */
typedef struct
{
  guint statement;         /* its index among the item's statements; G_MAXUINT in a computed diagram */
  guint level;             /* structural: 0 for a node, else 1 + the greater level of its ends */
  guint32 source;          /* index of the cell where it starts; G_MAXUINT32 for a node */
  guint32 target;
  const ChaseName *name;   /* of the node or the edge; NULL for an edge called `_` */
  const char *label;       /* LaTeX math as it is to be drawn; "" for none */
  const ChaseTerm *value;  /* the object or the morphism that it shows; NULL: the one of its own name */
  ChaseProperty properties; /* declared of the generator that it shows: draws tails and heads */
  gboolean has_position;   /* nodes */
  double x, y;             /* column and row, rows growing downward */
  const ChaseStyle *style; /* never NULL */
} ChaseCell;

typedef enum
{
  CHASE_FRAME_BOX,     /* rounded */
  CHASE_FRAME_ELLIPSE,
} ChaseFrameShape;

/**
 * ChaseDiagramFrame:
 *
 * A region drawn around nodes: a set around its elements, a category around its objects. It has no part in what
 * the diagram means. In a drawing, nodes with the same `frame = "label"` (or `ellipse = "label"`) in their styles
 * share one.
 */
typedef struct
{
  ChaseFrameShape shape;
  const char *label;       /* LaTeX math; "" for none */
  const ChaseStyle *style; /* its colour and the label's; never NULL */
  guint n_nodes;
  const guint32 *nodes;
} ChaseDiagramFrame;

/**
 * ChaseDiagram:
 *
 * A diagram ready to be drawn, laid out, exported or asked about: flat arrays with every end resolved.
 * Cells come nodes first, then edges and higher cells in the order of the statements, except that a
 * cell never comes before its ends. Immutable, reference-counted, safe on any thread.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount ref_count;
  GStringChunk *strings;
  GPtrArray *styles; /* of ChaseStyle: those that no statement owns */
  /*< public, read only >*/
  ChaseItem *item;  /* the diagram's statement; owned */
  guint n_nodes;
  GArray *cells;    /* of ChaseCell */
  GPtrArray *frames; /* of ChaseDiagramFrame */
} ChaseDiagram;

/**
 * Resolves the drawing @item (a DIAGRAM without a view) of @document. Statements that cannot be resolved (an end
 * that is not there, two nodes of one name) are left out, and reported to @problems, which may be NULL.
 * Caller owns the result. O(n) expected.
 */
ChaseDiagram *chase_diagram_new (const ChaseDocument *document, ChaseItem *item, GPtrArray *problems);
/** The same with empty labels and without frames: what is enough to know what it means. */
ChaseDiagram *
chase_diagram_new_bare (const ChaseDocument *document, ChaseItem *item, GPtrArray *problems);
/** Returns an empty diagram that shows @item, to be filled by chase_diagram_add_* before it is shared. */
ChaseDiagram *chase_diagram_new_empty (ChaseItem *item);
ChaseDiagram *chase_diagram_ref (ChaseDiagram *diagram);
/** Takes NULL quietly. */
void chase_diagram_unref (ChaseDiagram *diagram);

/** Appends a node; copies @label and @style (NULL: default). Nodes come before all edges. Returns its index. */
guint32 chase_diagram_add_node (ChaseDiagram *diagram, const char *label, gboolean has_position,
                                double x, double y, const ChaseStyle *style);
/** Appends an edge between two cells that are there. Returns its index. */
guint32 chase_diagram_add_edge (ChaseDiagram *diagram, guint32 source, guint32 target,
                                const char *label, const ChaseStyle *style);
/**
 * Draws a frame around the nodes @nodes (@n_nodes of them, copied), which are there. Copies @label and @style
 * (NULL: default).
 */
void chase_diagram_add_frame (ChaseDiagram *diagram, ChaseFrameShape shape, const char *label,
                              const ChaseStyle *style, const guint32 *nodes, guint n_nodes);
/** Returns a copy of @diagram with node i at @positions[2 i], @positions[2 i + 1]. Caller owns it. */
ChaseDiagram *chase_diagram_with_positions (const ChaseDiagram *diagram, const double *positions);

/** Gives a cell of a copy that is not yet shared another label, and its label the colour @colour (NULL: as it was). */
void chase_diagram_set_label (ChaseDiagram *diagram, guint32 cell, const char *label, const ChaseColour *colour);

/** Returns how many cells there are, nodes included. */
guint chase_diagram_n_cells (const ChaseDiagram *diagram);
/** Returns a cell that is there. Borrowed, and valid until another is added. */
const ChaseCell *chase_diagram_get_cell (const ChaseDiagram *diagram, guint32 index);
/** Returns the cell that comes from the item's @statement, or G_MAXUINT32. O(n). */
guint32 chase_diagram_find_statement (const ChaseDiagram *diagram, guint statement);
/** TRUE when every node has a position. */
gboolean chase_diagram_is_placed (const ChaseDiagram *diagram);

/**
 * TRUE for an edge that stands for a morphism: one between objects, and neither a sign (a corner, a turnstile) nor a
 * mere label in the place of an arrow, which shows nothing and has no name.
 */
gboolean chase_cell_is_arrow (const ChaseCell *cell);
/**
 * The LaTeX of a name as a label shows it: "x_{12}" for x_12, "d1_{0,3}" for d1_0_3; a name that is no plain
 * identifier is LaTeX already and comes back as it is. Caller frees.
 */
char *chase_name_to_label (const char *name);
/** The LaTeX of a term as a label shows it: "g \circ f", "F(A)", "\eta_{X}", "\mathrm{id}_{A}". Caller frees. */
char *chase_term_to_label (const ChaseTerm *term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseDiagram, chase_diagram_unref)

G_END_DECLS
