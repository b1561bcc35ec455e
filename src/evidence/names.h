/* SPDX-License-Identifier: MIT */
#pragma once

#include "evidence/evidence.h"

G_BEGIN_DECLS

typedef enum
{
  CHASE_NAMING_OBJECTS, /* of @presentation */
  CHASE_NAMING_ARROWS,
  CHASE_NAMING_LISTED, /* in @names */
} ChaseNamingKind;

/**
 * ChaseNaming:
 *
 * The names of one kind of thing, indexed both ways. Where two things share a name the name means
 * the first, and the others are written as their numbers; so are those without a name.
 */
typedef struct
{
  ChaseNamingKind kind;
  const ChasePresentation *presentation;
  GPtrArray *names;   /* of borrowed const char *, NULL for no name */
  GHashTable *number; /* name -> number */
} ChaseNaming;

/**
 * ChaseNames:
 *
 * The vocabulary of a piece of evidence; @nodes and @edges are empty without a shape.
 */
typedef struct
{
  const ChasePresentation *presentation;
  ChaseNaming objects;
  ChaseNaming arrows;
  ChaseNaming nodes;
  ChaseNaming edges;
} ChaseNames;

/** Indexes the names of @presentation and of @shape (or NULL), borrowing them. */
void
chase_names_init (ChaseNames *names, const ChasePresentation *presentation,
                  const ChaseShape *shape);
void
chase_names_clear (ChaseNames *names);
/** Indexes the names of @shape where those of a shape are not yet there. */
void
chase_names_set_shape (ChaseNames *names, const ChaseShape *shape);
guint32
chase_naming_length (const ChaseNaming *naming);
/** The name of the thing @number, which may mean another one as well; NULL where it has none. */
const char *
chase_naming_own (const ChaseNaming *naming, guint32 number);
/** The name that means @number, or NULL when it has to be written as a number. */
const char *
chase_naming_name (const ChaseNaming *naming, guint32 number);
/** The number that @name means, or G_MAXUINT32. */
guint32
chase_naming_number (const ChaseNaming *naming, const char *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChaseNames, chase_names_clear)

G_END_DECLS
