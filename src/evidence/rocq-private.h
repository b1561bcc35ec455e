/* SPDX-License-Identifier: MIT */
#pragma once

/* What the files that write for Rocq share; nobody else includes this. */

#include "evidence/evidence.h"

G_BEGIN_DECLS

/**
 * Returns the set of names that a module may not use again: the language's words and what the head
 * of the file defines. Names are added as they are given away.
 */
GHashTable *
chase_rocq_names_new (void);
/**
 * Returns an identifier of ASCII letters, digits, `_` and `'` that is made from @text, is not in
 * @names, and puts it there: Greek letters by their names, subscripts as digits, what is left by
 * its code; numbered from 2 where it is taken. Borrowed from @names.
 */
const char *
chase_rocq_name (GHashTable *names, const char *text);
/** Appends @text so that it cannot end the comment in which it stands. */
void
chase_rocq_append_comment (GString *out, const char *text);

/** The head of a file that has lemmas: the record of categories and what the scripts use. */
extern const char chase_rocq_head[];

/**
 * ChaseRocqRoom:
 *
 * The lemmas about one category while they are being written.
 */
typedef struct _ChaseRocqRoom ChaseRocqRoom;

/** @title is what a person calls the category. */
ChaseRocqRoom *
chase_rocq_room_new (const ChasePresentation *presentation, const char *title);
void
chase_rocq_room_free (ChaseRocqRoom *room);
/** Appends a comment line above the next lemma. */
void
chase_rocq_room_remark (ChaseRocqRoom *room, const char *text);
/**
 * Appends the lemma that steps @first .. @last - 1 of @proof, a proof of paths from the object
 * @source that the verifier accepts, make the path before them equal to the one after them. Its
 * name is made from @stem.
 */
void
chase_rocq_room_add (ChaseRocqRoom *room, const char *stem, guint32 source,
                     const ChaseEvidence *proof, guint32 first, guint32 last);
/** Appends the module called @name: declarations, then lemmas. */
void
chase_rocq_room_write (ChaseRocqRoom *room, const char *name, GString *out);

/** The same for Lean 4 with mathlib. */
typedef struct _ChaseLeanRoom ChaseLeanRoom;

ChaseLeanRoom *
chase_lean_room_new (const ChasePresentation *presentation, const char *title);
void
chase_lean_room_free (ChaseLeanRoom *room);
void
chase_lean_room_remark (ChaseLeanRoom *room, const char *text);
void
chase_lean_room_add (ChaseLeanRoom *room, const char *stem, guint32 source,
                     const ChaseEvidence *proof, guint32 first, guint32 last);
void
chase_lean_room_write (ChaseLeanRoom *room, const char *name, GString *out);

G_END_DECLS
