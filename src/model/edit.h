/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/diagram.h"
#include "model/document.h"

G_BEGIN_DECLS

#define CHASE_NO_HANDLE G_MAXUINT

/**
 * ChaseEdit:
 *
 * A user's action on one diagram, while it is put together: open it on a document, say what
 * changes, and finish it into a new document. The cells of the diagram (nodes, edges, higher cells)
 * are called by *handles*: a handle is the index of the cell's statement when the edit was opened,
 * or what an adding function returned. Handles stay good until the edit is finished, whatever is
 * deleted; afterwards chase_edit_statement () tells which statement a handle has become.
 *
 * A diagram `in` a category block of the same document is edited together with that category: an
 * object or an arrow that is drawn is declared there, and a face that is given is an equation
 * there.
 */
typedef struct _ChaseEdit ChaseEdit;

/** How a selection is turned: about the middle of the box around its nodes. Rows grow downward. */
typedef enum
{
  CHASE_TURN_LEFT_TO_RIGHT, /* mirror: left and right change places */
  CHASE_TURN_TOP_TO_BOTTOM, /* mirror: top and bottom change places */
  CHASE_TURN_TRANSPOSE,     /* mirror: rows become columns */
  CHASE_TURN_CLOCKWISE,     /* a quarter turn */
  CHASE_TURN_ANTICLOCKWISE,
} ChaseTurn;

/** Opens an edit on the drawing that is item @diagram of @document. Caller frees it. O(size of the
 * diagram). */
ChaseEdit *
chase_edit_new (ChaseDocument *document, guint diagram);
/** Takes NULL quietly. */
void
chase_edit_free (ChaseEdit *edit);
/** Returns the document after the edit; caller owns it. The edit can then only be asked and freed.
 */
ChaseDocument *
chase_edit_finish (ChaseEdit *edit);
/** After chase_edit_finish (): the statement that @handle has become, or CHASE_NO_HANDLE. */
guint
chase_edit_statement (const ChaseEdit *edit, guint handle);
/** The statement as it stands now, or NULL when it is deleted. Borrowed. */
const ChaseStatement *
chase_edit_get (const ChaseEdit *edit, guint handle);
/** The handle of the node whose position is within half a step of @column, @row; or
 * CHASE_NO_HANDLE. O(n). */
guint
chase_edit_node_at (const ChaseEdit *edit, double column, double row);

/** Adds an object. Its name comes from @label and is like no other; an empty label gets a name of
 * its own. */
guint
chase_edit_add_node (ChaseEdit *edit, const char *label, double column, double row);
/** Adds an arrow between two cells; between arrows it is a 2-cell. Names as for nodes. */
guint
chase_edit_add_arrow (ChaseEdit *edit, guint source, guint target, const char *label);

/** Adds an arrow that shows the path @value, as `_ : A -> C = g . f`. */
guint
chase_edit_add_shown (ChaseEdit *edit, guint source, guint target, const ChaseTerm *value);

/**
 * Sets what is written at a cell. A label that can be a name becomes the cell's name where no other
 * has it, and all that mentions the cell is rewritten; any other label stands beside the name.
 * Equal labels mean equal things: the label of another node lets this one show the same object
 * (`A_2 : A`), that of another arrow between the same objects the same morphism; unless it is a
 * placeholder, as a bullet. On an arrow "g \circ f", "gf", "f^{-1}" and "1_A" are that path, where
 * its parts are there; in a diagram in a category all that the category has can be said so, and
 * "F(f)" and "\eta_X" too. White space at the ends goes.
 */
void
chase_edit_set_label (ChaseEdit *edit, guint cell, const char *label);
/**
 * ChaseLexicon:
 *
 * What labels may say in the category of one document's drawing, kept while one label is typed:
 * each letter is an edit of the same document. For one thread at a time.
 */
typedef struct _ChaseLexicon ChaseLexicon;
/** An empty one, which fills itself. Caller frees. */
ChaseLexicon *
chase_lexicon_new (void);
/** Takes NULL quietly. */
void
chase_lexicon_free (ChaseLexicon *lexicon);
/** Lets @edit read labels by @lexicon, which has to live as long. */
void
chase_edit_set_lexicon (ChaseEdit *edit, ChaseLexicon *lexicon);
/** Lets a cell that shows what another cell of the same label shows be a thing of its own. */
void
chase_edit_separate (ChaseEdit *edit, guint cell);
/** TRUE when what @cell shows is what its label is read as, and it can be set apart from that. */
gboolean
chase_edit_reads (ChaseEdit *edit, guint cell);
/** TRUE when @cell shows, by its label, what another cell is named after. O(n). */
gboolean
chase_edit_shares (const ChaseEdit *edit, guint cell);
/** Puts a node at a position. */
void
chase_edit_place (ChaseEdit *edit, guint node, double column, double row);
/** Moves the nodes among @cells. */
void
chase_edit_move (ChaseEdit *edit, const guint *cells, guint n_cells, double columns, double rows);
/** Deletes cells with the cells that stand on them and all that mentions the arrows among them. */
void
chase_edit_delete (ChaseEdit *edit, const guint *cells, guint n_cells);
/**
 * Turns an arrow round; equations that mention it go, being no longer between parallel paths. The
 * drawing keeps its place. Returns FALSE for what is declared elsewhere (a bare generator of a
 * category).
 */
gboolean
chase_edit_reverse (ChaseEdit *edit, guint arrow);
/** Lets an arrow start (with @end 0) or finish (1) at another cell; equations as for reverse. */
gboolean
chase_edit_reconnect (ChaseEdit *edit, guint arrow, guint end, guint cell);

/** Sets the style of a cell; a default style leaves nothing in the text. */
void
chase_edit_set_style (ChaseEdit *edit, guint cell, const ChaseStyle *style);
/** Mirrors an arrow in its own line: curve, offset and label change sides. */
void
chase_edit_flip (ChaseEdit *edit, guint arrow);
/** Lets the label change sides. */
void
chase_edit_flip_label (ChaseEdit *edit, guint arrow);
/** Turns the nodes among @cells, and the arrows between them with them. */
void
chase_edit_turn (ChaseEdit *edit, const guint *cells, guint n_cells, ChaseTurn turn);

/** How the nodes of a selection are arranged: along its edge or its middle, or at equal distances.
 */
typedef enum
{
  CHASE_ALIGN_LEFT,
  CHASE_ALIGN_COLUMN, /* one below another, in the middle */
  CHASE_ALIGN_RIGHT,
  CHASE_ALIGN_TOP,
  CHASE_ALIGN_ROW, /* side by side, in the middle */
  CHASE_ALIGN_BOTTOM,
  CHASE_DISTRIBUTE_ACROSS,
  CHASE_DISTRIBUTE_DOWN,
} ChaseArrangement;

/** Arranges the nodes among @cells. The middle of nodes that stand on the grid is a line of the
 * grid, of the two beside it the one on which more of them are, or the first. Aligned, none comes
 * to stand on another: where two would, the later one goes on along the line. FALSE where there are
 * fewer than two, or none to distribute between the outer columns (or rows). O(n log n). */
gboolean
chase_edit_arrange (ChaseEdit *edit, const guint *cells, guint n_cells, ChaseArrangement how);
/** Moves every node at @at or behind it (a column, or else a row) by @by steps. Returns how many.
 */
guint
chase_edit_insert_space (ChaseEdit *edit, gboolean column, double at, double by);
/** Replaces each @find in the labels of @cells by @with. Returns how many labels have changed. */
guint
chase_edit_replace_in_labels (ChaseEdit *edit, const guint *cells, guint n_cells, const char *find,
                              const char *with);

/** What can be added to a selection at once. */
typedef enum
{
  CHASE_COMPLETE_AUTO,     /* what is most likely meant */
  CHASE_COMPLETE_SQUARE,   /* two arrows out of one object, or into one */
  CHASE_COMPLETE_TRIANGLE, /* two arrows, one going on from the other: their composite */
  CHASE_COMPLETE_SPAN,     /* an object that stands alone: two arrows out of it */
  CHASE_COMPLETE_CONE,     /* an object above, with an arrow to each */
  CHASE_COMPLETE_COCONE,   /* an object below, with an arrow from each */
  CHASE_COMPLETE_CYLINDER, /* a copy, with an arrow from each object to its copy */
} ChaseCompletion;

/**
 * Completes what is among @cells, and labels what is new by naturality where that can be guessed:
 * from F(f) and \eta_X come \eta_Y and G(f). Puts into *@what what was done, where it was AUTO.
 * Returns the new cells in the order in which one would label them (of guint; caller unrefs), or
 * NULL where there is nothing to complete.
 */
GArray *
chase_edit_complete (ChaseEdit *edit, const guint *cells, guint n_cells, ChaseCompletion *what);

/**
 * Finds the square, two ways of two arrows, to which all of @cells belong: *@source is where it
 * begins, *@sink where it ends. Of several the one whose own corner (the sink with @pushout, else
 * the source) is the only one of @cells, and then one that has no sign there yet. FALSE where there
 * is none. O(arrows times arrows around).
 */
gboolean
chase_edit_find_square (const ChaseEdit *edit, const guint *cells, guint n_cells, gboolean pushout,
                        guint *source, guint *sink);
/** The sign of a pullback or a pushout at @at that opens to @towards, or CHASE_NO_HANDLE. O(n). */
guint
chase_edit_find_corner (const ChaseEdit *edit, guint at, guint towards);
/** Adds that sign between two objects: of a pullback at the source of a square, of a pushout at its
 * sink. */
guint
chase_edit_add_corner (ChaseEdit *edit, guint at, guint towards);

/**
 * A drawing of its own (a DIAGRAM item called @name) made of @cells of @diagram, the ends of arrows
 * among them, and the given equations that speak of nothing else. Caller owns it.
 */
ChaseItem *
chase_edit_copy (const ChaseDiagram *diagram, const guint *cells, guint n_cells, const char *name);
/**
 * The first of @columns, @columns + 1, .. by which @fragment can be shifted, and by @rows, so that
 * none of its nodes comes within half a step of one that is there. O(n m)
 */
double
chase_edit_find_room (const ChaseEdit *edit, const ChaseDiagram *fragment, double columns,
                      double rows);
/**
 * Adds all that @fragment draws, shifted, with fresh names where names are taken; labels stay as
 * they are, and mean what they mean here (see chase_edit_set_label ()). Returns the handles of the
 * new cells (an array of guint); caller frees it. Nodes without a position get one in a row.
 */
GArray *
chase_edit_paste (ChaseEdit *edit, const ChaseDiagram *fragment, double columns, double rows);

/**
 * The same, except that a node or an arrow that is there already, by its label (and ends), is that
 * one: what is typed goes on from what is drawn.
 */
GArray *
chase_edit_draw_onto (ChaseEdit *edit, const ChaseDiagram *fragment, double columns, double rows);

/**
 * Says that a face commutes: that the composites of @left and of @right, arrows in diagram order,
 * are equal. Arrows without a name get one. Returns FALSE when the category cannot be written to
 * from here, or when an empty side cannot be said.
 */
gboolean
chase_edit_declare_face (ChaseEdit *edit, const guint *left, guint n_left, const guint *right,
                         guint n_right);
/** Takes back what chase_edit_declare_face () says. Returns FALSE when it is not given as such. */
gboolean
chase_edit_withdraw_face (ChaseEdit *edit, const guint *left, guint n_left, const guint *right,
                          guint n_right);
/** TRUE when the equation of the two paths, in either order, is among those that are given. */
gboolean
chase_edit_is_given (ChaseEdit *edit, const guint *left, guint n_left, const guint *right,
                     guint n_right);

/** Who says that a face is to be proved. */
typedef enum
{
  CHASE_FACE_UNCLAIMED,
  CHASE_FACE_CLAIMED,          /* a check of its own */
  CHASE_FACE_CLAIMED_WITH_ALL, /* a check that the whole diagram commutes */
} ChaseFaceClaim;

/** Whether a face, as for chase_edit_declare_face (), is to be proved. */
ChaseFaceClaim
chase_edit_face_claim (ChaseEdit *edit, const guint *left, guint n_left, const guint *right,
                       guint n_right);
/** Says that a face is to be proved: adds a check at the end of the document. FALSE for a drawing
 * without a name, or where a side cannot be said. */
gboolean
chase_edit_claim_face (ChaseEdit *edit, const guint *left, guint n_left, const guint *right,
                       guint n_right);
/** Takes the check of the face, behind the drawing in the document, back. FALSE for none. */
gboolean
chase_edit_disclaim_face (ChaseEdit *edit, const guint *left, guint n_left, const guint *right,
                          guint n_right);

/** TRUE for a sign that stands for anything, so that two of them have nothing in common: "\bullet",
 * "\cong", "!". */
gboolean
chase_label_is_placeholder (const char *label);
/** Returns the name that a label is, or NULL when it cannot be a plain name. Caller frees. */
char *
chase_label_to_name (const char *label);
/** Returns a plain name made from the letters of any label ("\eta_X" gives eta_X), or NULL. Caller
 * frees. */
char *
chase_label_to_stem (const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseEdit, chase_edit_free)

G_END_DECLS
