/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CHASE_SEVERITY_WARNING,
  CHASE_SEVERITY_ERROR,
} ChaseSeverity;

/**
 * ChaseProblem:
 *
 * One thing that is wrong with an input, at a place in its text (@line and @column from 1, the column
 * in characters; 0 where there is none). @length characters are meant, at least 1. @hint says what was
 * probably meant or what to do, or is NULL.
 */
typedef struct
{
  ChaseSeverity severity;
  guint line;
  guint column;
  guint length;
  char *message;
  char *plain;
  char *hint;
} ChaseProblem;

/** Returns an empty list of problems: a GPtrArray of ChaseProblem that owns them. */
GPtrArray *chase_problems_new (void);
/** Appends an error; the message is made from @format. @hint may be NULL. @problems may be NULL. */
void chase_problems_error (GPtrArray *problems, guint line, guint column, guint length,
                           const char *hint, const char *format, ...) G_GNUC_PRINTF (6, 7);
/** Appends a warning, in the same way. */
void chase_problems_warning (GPtrArray *problems, guint line, guint column, guint length,
                             const char *hint, const char *format, ...) G_GNUC_PRINTF (6, 7);
/** The same with the arguments of @format in a list. */
void
chase_problems_add (GPtrArray *problems, ChaseSeverity severity, guint line, guint column,
                    guint length, const char *hint, const char *format, va_list args)
    G_GNUC_PRINTF (7, 0);
/** TRUE when at least one is an error. NULL has none. */
gboolean chase_problems_has_error (const GPtrArray *problems);
/** Sorts by place, errors and warnings together, keeping the order of what has the same place. */
void chase_problems_sort (GPtrArray *problems);

/**
 * Of the NULL-terminated @candidates, returns the one that @word was probably meant to be, or NULL: the
 * nearest by the optimal string alignment distance (Damerau 1964), at most a third of the
 * length away. Borrowed. O(n |word| |candidate|), bounded for long words.
 */
const char *chase_guess (const char *word, const char *const *candidates);

G_END_DECLS
