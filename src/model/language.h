/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"
#include "model/label-path.h"

G_BEGIN_DECLS

/**
 * ChaseLanguage:
 *
 * What labels may say in one category: its objects and morphisms, by the labels and the names that
 * they have there, with the values of functors to it and the components of transformations.
 * Objects and morphisms are numbered as they come.
 */
typedef struct _ChaseLanguage ChaseLanguage;

/** The language of a drawing that is its own category: nothing in it until it is learnt. */
ChaseLanguage *
chase_language_new (void);
/** The language of the category @term in @document: a declared one, its opposite, a functor
 * category, Set or Cat; NULL where the term means none. O(size of the document). Caller frees. */
ChaseLanguage *
chase_language_new_in (const ChaseDocument *document, const ChaseTerm *term);
/** What is learnt, called and forgotten from now on can be taken back. */
void
chase_language_mark (ChaseLanguage *language);
/** Takes it back. O(what has changed). */
void
chase_language_reset (ChaseLanguage *language);
/** Takes NULL quietly. */
void
chase_language_free (ChaseLanguage *language);
/** The number of the object @term, or G_MAXUINT32 where it is none. */
guint32
chase_language_object (ChaseLanguage *language, const ChaseTerm *term);
/** Lets @label be read as the object of the number @object, where an identity speaks of it. */
void
chase_language_call_object (ChaseLanguage *language, guint32 object, const char *label);
/** Lets each of @labels (NULL-terminated) be read as the morphism @meaning (may be NULL while it
 * has no name) from @source to @target. Returns its number; G_MAXUINT32 where all are signs that
 * stand for anything. */
guint32
chase_language_learn (ChaseLanguage *language, const char *const *labels, guint32 source,
                      guint32 target, const ChaseTerm *meaning);
/** Says what the morphism of the number @morphism is. */
void
chase_language_mean (ChaseLanguage *language, guint32 morphism, const ChaseTerm *meaning);
/** The generator called @name is not to be read: the label that is typed will be its own. */
void
chase_language_forget (ChaseLanguage *language, const char *name);
/**
 * Reads @label as a morphism between two objects: the factors (of ChaseFactor, by number, in
 * diagram order; none for an identity), or NULL where there is no reading, or more than one. A
 * single morphism counts where the language is that of a category. Caller unrefs.
 */
GArray *
chase_language_read (ChaseLanguage *language, const char *label, guint32 source, guint32 target);
/** The factors as a term; @object is the source. Caller frees; NULL where the category has no such
 * path, as the inverse of what is not invertible. */
ChaseTerm *
chase_language_term (ChaseLanguage *language, const GArray *factors, const ChaseTerm *object,
                     guint32 source, guint32 target);
/** The object that @label names in the category, or NULL. Caller frees. */
ChaseTerm *
chase_language_read_object (ChaseLanguage *language, const char *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseLanguage, chase_language_free)

G_END_DECLS
