/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/session.h"
#include "engine/check.h"
#include "model/repair.h"

G_BEGIN_DECLS

/** Where an arrow starts or ends: at a cell, or (cell G_MAXUINT32) at an empty place of the grid.
 */
typedef struct
{
  guint32 cell;
  double column, row;
} ChaseEnd;

/** What can be put in at once. */
typedef enum
{
  CHASE_TEMPLATE_SQUARE,
  CHASE_TEMPLATE_TRIANGLE,
  CHASE_TEMPLATE_SPAN,
  CHASE_TEMPLATE_COSPAN,
  CHASE_TEMPLATE_CUBE,
} ChaseTemplate;

/* Each of these is one undo step. Nothing happens where the diagram cannot be edited. */

/** Adds an object without a label and returns its cell, or G_MAXUINT32. */
guint32
chase_session_add_object (ChaseSession *session, double column, double row);
/**
 * Draws an arrow, and the objects at its ends where there are none. Returns the cells that wait for
 * a label, in the order of writing: source, arrow, target (of guint32). Caller unrefs; may be
 * empty.
 */
GArray *
chase_session_connect (ChaseSession *session, const ChaseEnd *from, const ChaseEnd *to);
/** Completes the selected object and the arrows that leave it: draws a template there, or at
 * @column, @row. */
void
chase_session_insert (ChaseSession *session, ChaseTemplate template, double column, double row);

/** The names of the templates, sorted as they come ("cube.chase", ...). Caller frees. */
char **
chase_template_names (void);
/** "A pullback". Caller frees. */
char *
chase_template_title (const char *name);
/** The document of a template, or NULL. Caller owns it. */
ChaseDocument *
chase_template_document (const char *name);
/** Draws a template there, or beside it. */
void
chase_session_insert_template (ChaseSession *session, const char *name, double column, double row);

/* Typing a label: begin, any number of texts, end. All is one undo step, however long it takes. */
void
chase_session_begin_label (ChaseSession *session, guint32 cell);
/* The same with the @tag-th further label of an arrow. */
void
chase_session_begin_tag (ChaseSession *session, guint32 cell, guint tag);
/* Which of its labels is typed; G_MAXUINT for a cell's own. */
guint
chase_session_get_tag (ChaseSession *session);
void
chase_session_type_label (ChaseSession *session, const char *text);
void
chase_session_end_label (ChaseSession *session);
/** The cell whose label is being typed, or G_MAXUINT32. */
guint32
chase_session_get_labelled (ChaseSession *session);
/** The first cell behind @after (G_MAXUINT32: from the start) that has no label, or G_MAXUINT32. */
guint32
chase_session_next_blank (ChaseSession *session, guint32 after, gboolean backward);

/* Dragging the selected objects: previews, then one edit. */
void
chase_session_drag_to (ChaseSession *session, double columns, double rows);
void
chase_session_drop (ChaseSession *session, double columns, double rows);
/** Moves the selected objects by whole steps; steps in a row are one edit. */
void
chase_session_nudge (ChaseSession *session, double columns, double rows);

/* Shaping an arrow: a preview of its style, then one edit. */
void
chase_session_preview_style (ChaseSession *session, guint32 cell, const ChaseStyle *style);
void
chase_session_set_style (ChaseSession *session, guint32 cell, const ChaseStyle *style,
                         const char *name);
/** Lets an arrow start (@end 0) or finish (1) elsewhere: at an object that is made where there is
 * none. */
void
chase_session_reconnect (ChaseSession *session, guint32 cell, guint end, const ChaseEnd *to);
/** Completes what is selected; see chase_edit_complete (). Returns the new cells that have no label
 * yet (of guint32). Caller unrefs. */
GArray *
chase_session_complete (ChaseSession *session, ChaseCompletion what);
void
chase_session_arrange (ChaseSession *session, ChaseArrangement how);
/** Pushes what stands at @at or behind it apart from what stands before. */
void
chase_session_insert_space (ChaseSession *session, gboolean column, double at, double by);
/** Replaces in all labels of the diagram; returns how many have changed. */
guint
chase_session_replace (ChaseSession *session, const char *find, const char *with);
/** The same in the label of @cell alone; TRUE where it has changed. */
gboolean
chase_session_replace_at (ChaseSession *session, guint32 cell, const char *find, const char *with);
/** Lets what is selected be things of their own, though others have the same label. */
void
chase_session_separate (ChaseSession *session);

void
chase_session_delete (ChaseSession *session);
void
chase_session_reverse (ChaseSession *session);
void
chase_session_flip (ChaseSession *session);
void
chase_session_flip_labels (ChaseSession *session);
void
chase_session_turn (ChaseSession *session, ChaseTurn turn);
/** Changes the style of each selected arrow by @change. */
void
chase_session_restyle (ChaseSession *session, const char *name,
                       void (*change) (ChaseStyle *style, gpointer data), gpointer data);
void
chase_session_curve (ChaseSession *session, double steps);
void
chase_session_select_all (ChaseSession *session);
void
chase_session_select_none (ChaseSession *session);
/** Adds all that hangs together with what is selected. */
void
chase_session_select_connected (ChaseSession *session);

/** What can be said of a face. */
typedef enum
{
  CHASE_SAY_NOTHING,
  CHASE_SAY_GIVEN,
  CHASE_SAY_PROVED, /* it is to be proved: a check */
} ChaseFaceSaying;

void
chase_session_say_face (ChaseSession *session, guint face, ChaseFaceSaying say);
/** What the next click says: given, then to be proved, then nothing; of what follows from what is
 * given that it is to be proved. */
ChaseFaceSaying
chase_face_next_saying (const ChaseFaceVerdict *face);
/** Says that. */
void
chase_session_toggle_face (ChaseSession *session, guint face);
/** The first face of which all arrows are selected, or G_MAXUINT. */
guint
chase_session_selected_face (ChaseSession *session);
/** TRUE where chase_session_mark_corner () may find a square: at the object that is selected, or at
 * a selected face. O(cells). */
gboolean
chase_session_may_mark_corner (ChaseSession *session);
/**
 * Draws the sign of a pullback, or else of a @pushout, where the ways around @face part or meet;
 * with G_MAXUINT in the square to which all belongs that is selected. Where it is already, it goes.
 */
void
chase_session_mark_corner (ChaseSession *session, gboolean pushout, guint face);
/** Declares every face given that does not hold. */
void
chase_session_declare_all (ChaseSession *session);
/* Selects the arrows around a face, and their ends. */
void
chase_session_select_face (ChaseSession *session, guint index);
/* The face behind the first one that is selected as a whole, round and round; the first where none
 * is; G_MAXUINT where there is no face. */
guint
chase_session_next_face (ChaseSession *session);

/** What can be done about a claim that does not hold, as the words of a button; NULL where nothing
 * can. Caller frees. */
char *
chase_session_fix_for (ChaseSession *session, const ChaseResult *result);
/** Does that. */
void
chase_session_fix (ChaseSession *session, const ChaseResult *result);
/** Gives the definition @item of the document the value @value at @argument. */
void
chase_session_fill (ChaseSession *session, guint item, const ChaseTerm *argument,
                    const ChaseTerm *value);

/** Lets the drawing, its own category until now, be one in the opposite of the category or drawing
 * called @category, where its labels have a meaning. */
void
chase_session_draw_in_opposite (ChaseSession *session, const char *category);

/* Making definitions by pointing. */

/** Begins a functor between two categories of the document (@to may be "Set"), and shows its
 * picture where it has one. */
void
chase_session_begin_functor (ChaseSession *session, const char *from, const char *to);
/** The same with a functor that is to be called @name, or like it. */
void
chase_session_define_functor (ChaseSession *session, const char *name, const char *from,
                              const char *to);
/** Begins a transformation; FALSE, and a report, where the functors are not parallel. */
gboolean
chase_session_begin_transformation (ChaseSession *session, const char *from, const char *to);
/**
 * In the picture of a functor: lets what is selected go to @cell. An object goes to an object, an
 * arrow to the arrows that are pointed at one after another, or to an identity. FALSE where the
 * click says nothing of the kind.
 */
gboolean
chase_session_point (ChaseSession *session, guint32 cell);
/** What may be said of what @cell is in the picture of a functor; NULL elsewhere. Caller owns it.
 */
ChaseGap *
chase_session_find_value_choices (ChaseSession *session, guint32 cell);
/**
 * In the picture of sets: an element that lacks a value, then its image; or an arrow from element
 * to element, then where it is to go. FALSE where the click says nothing of the kind.
 */
gboolean
chase_session_point_element (ChaseSession *session, guint32 cell);
/** In the picture of sets: adds an element to the set in which @cell is. FALSE elsewhere. */
gboolean
chase_session_add_element (ChaseSession *session, guint32 cell);
/** In the picture of sets: the name of the element that @cell shows, or NULL. Caller frees. */
char *
chase_session_dup_element (ChaseSession *session, guint32 cell);
/** Calls that element @name, wherever the functor and transformations from and to it speak of it.
 * Reports what hinders. */
void
chase_session_rename_element (ChaseSession *session, guint32 cell, const char *name);
/** In the picture of sets: deletes the selected elements and values. FALSE elsewhere. */
gboolean
chase_session_delete_elements (ChaseSession *session);

/** The selected cells as text of a .chase file, or NULL when nothing is selected. Caller frees. */
char *
chase_session_copy (ChaseSession *session);
/**
 * Adds what @text draws (the notation, a quiver link, tikz-cd), so that its left upper corner comes
 * to
 * @column, @row, or beside that where the place is taken. FALSE when there is no diagram in the
 * text.
 */
gboolean
chase_session_paste (ChaseSession *session, const char *text, double column, double row);
/** The same with the first drawing of @document, as an edit called @name; the others become
 * diagrams of their own (joining.h). */
gboolean
chase_session_paste_document (ChaseSession *session, ChaseDocument *document, double column,
                              double row, const char *name);
/** The same with all of its drawings, one beside the other. They have places. */
void
chase_session_paste_all (ChaseSession *session, ChaseDocument *document, double column, double row,
                         const char *name);
/**
 * Draws what @text says, arrows or an equation, at @column, @row or where the objects that it names
 * are. Returns NULL, or what is wrong with it. Caller frees.
 */
char *
chase_session_draw_text (ChaseSession *session, const char *text, double column, double row);
void
chase_session_duplicate (ChaseSession *session);
/** Lays the whole diagram out afresh. */
void
chase_session_tidy (ChaseSession *session);

G_END_DECLS
