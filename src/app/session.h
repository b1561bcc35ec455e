/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/macro-file.h"
#include "app/verdicts.h"
#include "model/edit.h"
#include "model/history.h"
#include "typeset/macros.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ChaseSession:
 *
 * One open document as the window sees it, without a widget: the document with its history, the
 * diagram that is shown, what is selected in it, the file, and the verdicts as they come in. Every
 * action of the user goes through here; the functions of session-actions.h say what there is to do.
 *
 * Cells are indexes into chase_session_get_diagram (), which changes with each edit; statements
 * stay longer.
 *
 * Signals: "changed" when what is drawn has changed; "shown" when it is another diagram, or has
 * found its places; "selected" when the selection has; "judged" when verdicts came or went,
 * "claimed" when those of the document did; "state" when the title, the file, or what can be undone
 * has changed; "reported" (text) when something is to be told, "offered" (text, button, action)
 * when something can be done about it; "label-wanted" (cell) when a cell waits for its label.
 */
#define CHASE_TYPE_SESSION (chase_session_get_type ())
G_DECLARE_FINAL_TYPE (ChaseSession, chase_session, CHASE, SESSION, GObject)

/** Returns a session with a new, empty drawing. */
ChaseSession *
chase_session_new (void);
/** Stops what workers still do for it. */
void
chase_session_close (ChaseSession *session);
/**
 * Lets the session show @document, of @file. @file is NULL where saving has to ask for a name;
 * @title is then what it is called until it has one (NULL: Untitled).
 */
void
chase_session_load (ChaseSession *session, ChaseDocument *document, GFile *file, const char *title);
/** TRUE for an untitled, unchanged, empty drawing: a file may be opened in its place. */
gboolean
chase_session_is_pristine (ChaseSession *session);

ChaseDocument *
chase_session_get_document (ChaseSession *session);
/** The diagram that is shown; every node has a position. Never NULL. Borrowed. */
ChaseDiagram *
chase_session_get_diagram (ChaseSession *session);
/** The document's item that is shown. Borrowed. */
ChaseItem *
chase_session_get_item (ChaseSession *session);
/** Shows another diagram of the document: the @index-th item. */
void
chase_session_show_item (ChaseSession *session, guint index);
/** TRUE while what is shown is still being worked out. */
gboolean
chase_session_is_placing (ChaseSession *session);
/** FALSE for a computed diagram. */
gboolean
chase_session_is_editable (ChaseSession *session);

GFile *
chase_session_get_file (ChaseSession *session);
/** After the document was written to @file. */
void
chase_session_saved (ChaseSession *session, GFile *file);
gboolean
chase_session_is_modified (ChaseSession *session);
/** "square.chase", "Untitled": caller frees. */
char *
chase_session_dup_title (ChaseSession *session);

/** Lets the labels obey @file too. Once, and before anything is shown. */
void
chase_session_set_macro_file (ChaseSession *session, ChaseMacroFile *file);
/** The TeX definitions that the labels are set with: the chosen file's, then the document's own,
 * which win. NULL for none. Caller frees. */
char *
chase_session_dup_macros (ChaseSession *session);
/** The same, read; empty for none. Caller unrefs. */
ChaseMacros *
chase_session_parse_macros (ChaseSession *session);
/** The document with what it needs of the chosen file in a macros block: it looks the same
 * elsewhere. Caller unrefs. */
ChaseDocument *
chase_session_portable_document (ChaseSession *session);
/** Says what was wrong with the labels when they were drawn (as in ChaseDrawOptions): each macro
 * that nobody defined is told of once. */
void
chase_session_set_unknown (ChaseSession *session, GPtrArray *problems);
/** The macros that nobody defined, of char*, "\\Foo"; NULL before anything was drawn. Borrowed. */
GPtrArray *
chase_session_get_unknown (ChaseSession *session);
/** Tells now of those that have not been told of yet, unless a label is being typed. */
void
chase_session_tell_of_unknown (ChaseSession *session);

/** What is known of the diagram that is shown; NULL while nothing is. Borrowed. */
ChaseVerdicts *
chase_session_get_verdicts (ChaseSession *session);
/** TRUE while a worker is still asking. */
gboolean
chase_session_is_judging (ChaseSession *session);

/** TRUE while a worker is still asking what the document claims, and what its definitions lack. */
gboolean
chase_session_is_claiming (ChaseSession *session);

/** What the document claims, of ChaseResult, as it was last decided; NULL while nothing is known.
 * Borrowed. */
GPtrArray *
chase_session_get_claims (ChaseSession *session);
/** What its definitions lack, of ChaseGap; likewise. */
GPtrArray *
chase_session_get_gaps (ChaseSession *session);
/** Adds an empty drawing behind the one that is shown, and shows it. */
void
chase_session_add_drawing (ChaseSession *session);
/** How many diagrams the document has; O(its items). */
guint
chase_session_n_diagrams (ChaseSession *session);
/** Gives the diagram that is shown another heading; "" for none. */
void
chase_session_set_heading (ChaseSession *session, const char *heading);
/** Calls the diagram @old as was @typed, wherever the document speaks of it. Reports what hinders.
 */
void
chase_session_rename_diagram (ChaseSession *session, const char *old, const char *typed);
/** Deletes the diagram that is shown, and shows the one before it. FALSE where it is the only one.
 */
gboolean
chase_session_remove_diagram (ChaseSession *session);
/** Adds a computed diagram there, said as in the notation: "opposite square", "image F". */
void
chase_session_add_view (ChaseSession *session, const char *text);

const guint32 *
chase_session_get_selection (ChaseSession *session, guint *n);
gboolean
chase_session_is_selected (ChaseSession *session, guint32 cell);
void
chase_session_select (ChaseSession *session, const guint32 *cells, guint n);
/** Adds @cell to the selection, or takes it out. */
void
chase_session_toggle (ChaseSession *session, guint32 cell);
/** The only cell that is selected, or G_MAXUINT32. */
guint32
chase_session_get_single (ChaseSession *session);

/** Where the picture of sets is shown and one element is selected: all that it comes to along the
 * element arrows, itself and these included (of guint32). Else NULL. Caller unrefs. */
GArray *
chase_session_chased_cells (ChaseSession *session);
/** The statement that @cell comes from: its handle in an edit. */
guint
chase_session_statement (ChaseSession *session, guint32 cell);
/** The statements of the selected cells (of guint). Caller unrefs. */
GArray *
chase_session_selected_statements (ChaseSession *session);
/** Opens an edit on what is shown; NULL where it cannot be edited (and says so). */
ChaseEdit *
chase_session_edit (ChaseSession *session);
/** The same on an earlier state of the document, from which the present one was made by merged
 * edits. */
ChaseEdit *
chase_session_edit_from (ChaseSession *session, ChaseDocument *base);
/**
 * Finishes @edit (which is taken) into the next state, called @name. @merge as in
 * chase_history_commit ().
 * @select (of guint, handles; may be NULL: as it was) is what is selected afterwards; its entries
 * become cells.
 */
void
chase_session_commit (ChaseSession *session, ChaseEdit *edit, const char *name, const char *merge,
                      GArray *select);
/**
 * Makes @document the next state, called @name: where something else than an edit of the diagram
 * has made it. @merge as in chase_history_commit (). The diagram that is shown stays the one of its
 * name.
 */
void
chase_session_replace_document (ChaseSession *session, ChaseDocument *document, const char *name,
                                const char *merge);
/** The next edit does not merge with the last. */
void
chase_session_seal (ChaseSession *session);
/** Shows @diagram (of the same cells) until the next commit or NULL: while something is dragged. */
void
chase_session_preview (ChaseSession *session, ChaseDiagram *diagram);

gboolean
chase_session_undo (ChaseSession *session);
gboolean
chase_session_redo (ChaseSession *session);
const char *
chase_session_undo_name (ChaseSession *session);
const char *
chase_session_redo_name (ChaseSession *session);

void
chase_session_report (ChaseSession *session, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** Tells @text, with a button called @button for the window's action @action. */
void
chase_session_offer (ChaseSession *session, const char *text, const char *button,
                     const char *action);
void
chase_session_want_label (ChaseSession *session, guint32 cell);
/* What was typed as a line is drawn, and selected. */
void
chase_session_tell_drawn (ChaseSession *session);

G_END_DECLS
