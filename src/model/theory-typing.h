/* SPDX-License-Identifier: MIT */
#pragma once

/* What theory-object.c and theory-path.c share; no others include this. */

#include "model/theory-private.h"

G_BEGIN_DECLS

/* What goes down through a term with every step of typing it. */
typedef struct
{
  ChaseTheory *theory;
  GPtrArray *problems;
  guint depth;
} ChaseTyping;

static inline const char *
chase_typing_object_name (const ChaseCategory *category, guint32 object)
{
  return chase_presentation_object_name (category->presentation, object);
}

/* TRUE, with a problem, where @term lies too deep. */
gboolean
chase_typing_too_deep (ChaseTyping *typing, const ChaseTerm *term);
/* F of F(x), where x is to be read in *@argument and its image lies in @category; or NULL with an
 * error. */
const ChaseFunctor *
chase_typing_functor (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
                      const ChaseCategory **argument);
/* The table of functors that @category is, or turns round; or NULL. */
const ChaseCategory *
chase_typing_table_of_functors (const ChaseCategory *category);
/* The element of the set at @object that @term is, or NOWHERE: also one that is no name, written as
 * the program names it. */
guint32
chase_typing_element (ChaseTyping *typing, const ChaseFunctor *functor, guint32 object,
                      const ChaseTerm *term);

/* These return FALSE with a problem where @term is nothing of the kind. */
gboolean
chase_typing_object (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
                     guint32 *object);
/* An object of a slice: a path that ends or begins at its object, which is element *@x at *@at. */
gboolean
chase_typing_object_of_slice (ChaseTyping *typing, const ChaseCategory *slice,
                              const ChaseTerm *term, guint32 *at, guint32 *x);
/* Appends its letters to @word. */
gboolean
chase_typing_path (ChaseTyping *typing, const ChaseCategory *category, const ChaseTerm *term,
                   guint32 *source, guint32 *target, GArray *word);

G_END_DECLS
