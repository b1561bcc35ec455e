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

/** What lemmas about properties of morphisms use beside it. */
extern const char chase_rocq_properties[];

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

/**
 * Appends the lemma that the path @word from @source has @property, which the verifier accepts by
 * @facts, each a lemma before it (rocq-facts.c); without them by what is declared of its arrows.
 * Its name is made from @stem. FALSE, and nothing is appended, where an arrow has no name for what
 * is declared of it.
 */
gboolean
chase_rocq_room_add_property (ChaseRocqRoom *room, const char *stem, guint32 source, ChaseWord word,
                              ChaseProperty property, JsonArray *facts);

/**
 * Appends the lemma that the objects @ends are isomorphic, by the way @there and @back; @proofs,
 * which the verifier accepts, say that either way round is an identity. Its name is made from
 * @stem.
 */
void
chase_rocq_room_add_isomorphic (ChaseRocqRoom *room, const char *stem, const guint32 ends[2],
                                ChaseWord there, ChaseWord back,
                                const ChaseEvidence *const proofs[2]);

/* What rocq-facts.c uses of a room. */

GString *
chase_rocq_room_lemmas (ChaseRocqRoom *room);
const ChasePresentation *
chase_rocq_room_presentation (const ChaseRocqRoom *room);
/** Returns a new name that is made from @stem. */
const char *
chase_rocq_room_name (ChaseRocqRoom *room, const char *stem);
/** Appends the path @word from @source. */
void
chase_rocq_room_path (const ChaseRocqRoom *room, guint32 source, ChaseWord word, GString *out);
/** Appends the lemma that all of @proof shows. Returns its name. */
const char *
chase_rocq_room_prove (ChaseRocqRoom *room, const char *stem, guint32 source,
                       const ChaseEvidence *proof);
/** Returns a term for what is declared of the arrow @i, or NULL where that has no name. Caller
 * frees. */
char *
chase_rocq_room_declared (const ChaseRocqRoom *room, guint32 i, ChaseProperty property);

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
