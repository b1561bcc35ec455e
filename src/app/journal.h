/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

/**
 * Keeps what is not saved of @session in a file of the user's state folder, never older than a
 * second, for as long as the session lives and is modified. The first call takes the lock by which
 * a later run knows that this one has ended. Cheap: the text is written by another thread, whole or
 * not at all.
 */
void
chase_journal_follow (ChaseSession *session);

/** What a run that did not end properly has left. */
typedef struct
{
  ChaseDocument *document;
  GFile *file; /* that it was opened from, or NULL */
  char *title;
  char *path; /* of the journal */
} ChaseLeft;

void
chase_left_free (ChaseLeft *left);
/**
 * Returns what runs that have ended without closing their documents left behind (of ChaseLeft);
 * caller unrefs. Runs that go on are left alone.
 */
GPtrArray *
chase_journal_find_left (void);
/** Waits until all is written that was ordered, and gives up the lock: before the program ends. */
void
chase_journal_finish (void);
/** Writes the journal of @session now, if it is modified: it returns when that is on the disk. */
void
chase_journal_flush (ChaseSession *session);

G_END_DECLS
