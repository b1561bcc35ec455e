/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/**
 * ChaseHistory:
 *
 * The states of a document in the order of the edits that made them, with a cursor: unlimited undo and redo.
 * Since documents share what they have in common, a state costs what changed.
 */
typedef struct _ChaseHistory ChaseHistory;

/** Returns a history whose only state is @document. Caller owns it. */
ChaseHistory *chase_history_new (ChaseDocument *document);
/** Takes NULL quietly. */
void chase_history_free (ChaseHistory *history);
/** The state at the cursor. Borrowed. */
ChaseDocument *chase_history_get_document (const ChaseHistory *history);
/**
 * Makes @document the state after the present one, and forgets the states that were undone. @name is what the
 * edit is called in the menu ("Reverse Arrow"). Where @merge is not NULL and equals the one of the edit before,
 * the two become one edit: keystrokes in one label, motions of one drag. @selection (may be NULL; its
 * floating reference is taken) is what is selected after the edit; it comes back with the state.
 */
void chase_history_commit (ChaseHistory *history, ChaseDocument *document, const char *name,
                           const char *merge, GVariant *selection);
/** Ends merging: the next edit stands on its own. */
void chase_history_seal (ChaseHistory *history);
/** Records what is selected in the present state, so that an undo brings it back. @selection may be NULL. */
void chase_history_set_selection (ChaseHistory *history, GVariant *selection);
/** Returns what was selected in the state at the cursor, or NULL. Borrowed. */
GVariant *chase_history_get_selection (const ChaseHistory *history);
gboolean chase_history_undo (ChaseHistory *history);
gboolean chase_history_redo (ChaseHistory *history);
/** The name of the edit that undo (or redo) would take back (or make again); NULL where there is none. */
const char *chase_history_undo_name (const ChaseHistory *history);
const char *chase_history_redo_name (const ChaseHistory *history);
/** Marks the present state as the one in the file. */
void chase_history_mark_saved (ChaseHistory *history);
/** TRUE when the present state is not the one in the file. */
gboolean chase_history_is_modified (const ChaseHistory *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseHistory, chase_history_free)

G_END_DECLS
