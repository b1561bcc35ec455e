/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An environment for diagrams that a text defines, or two macros that stand for its two ends. */
typedef struct
{
  char *open;    /* `\begin{cd}`, `\bcd` */
  char *close;   /* `\end{cd}`, `\ecd`; NULL as long as it is not defined */
  char *begin;   /* what stands for @open, with `#1` in it for arguments */
  char *initial; /* of an argument in brackets, or NULL: there is none */
  guint n;       /* arguments, that in brackets included */
} ChaseTexEnvironment;

/** Returns a new array of ChaseTexEnvironment. Free with g_ptr_array_unref (). */
GPtrArray *
chase_tex_environments_new (void);
/**
 * If a definition of an environment (\newenvironment, \NewDocumentEnvironment, \NewEnviron) is at
 * @at, keeps it where it makes a diagram of tikz-cd and returns what is behind it; else @at.
 */
gsize
chase_tex_environments_read (GPtrArray *environments, const char *text, gsize at, gsize end);
/** Keeps the @length bytes at @definition, a definition of a macro, if it stands for one end of an
 * environment alone. */
void
chase_tex_environments_add_macro (GPtrArray *environments, const char *definition, gsize length);
/** Takes the environment @name, which is defined elsewhere, for one of tikz-cd. */
void
chase_tex_environments_learn (GPtrArray *environments, const char *name);
/** Returns the environment that begins at @at, or NULL. Borrowed. O(environments). */
const ChaseTexEnvironment *
chase_tex_environments_find (const GPtrArray *environments, const char *text, gsize at, gsize end);
/** Returns the options that the environment whose body begins at *@body gives to tikz-cd, or NULL;
 * *@body goes behind its arguments. Caller frees. */
char *
chase_tex_environment_options (const ChaseTexEnvironment *environment, const char *text,
                               gsize *body, gsize end);

G_END_DECLS
