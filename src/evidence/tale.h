/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/diagram.h"

G_BEGIN_DECLS

/* What a class is told about a diagram, with the picture moving. */
typedef enum
{
  CHASE_TALE_OPPOSITE,   /* every arrow turns */
  CHASE_TALE_IMAGE,      /* a functor carries one category into the other */
  CHASE_TALE_NATURALITY, /* a square is assembled */
  CHASE_TALE_PROOF,      /* one path becomes the other, step by step */
  CHASE_TALE_ELEMENT,    /* an element runs both ways round a face */
} ChaseTaleKind;

/** A path on the way from one side of a face to the other: the cells of its edges, in the order of
 * travel, and what one writes for it, in LaTeX. */
typedef struct
{
  GArray *cells; /* of guint32 */
  char *math;
} ChaseTaleStep;

/** An element on its way along one side of a face: the cells of the edges and of the objects
 * between which they go, and the element's name (LaTeX) at each object. */
typedef struct
{
  guint32 *edges;
  guint32 *nodes; /* n + 1 */
  char **names;   /* n + 1, ended by NULL */
  guint n;
} ChaseTaleRun;

/**
 * ChaseTale:
 *
 * One thing that is told about a diagram, in cells of it: plain data, which the engine finds and
 * the drawing makes a motion of. By kind: PROOF @steps, ELEMENT @runs, @meet and @functor, OPPOSITE
 * @before.
 */
typedef struct
{
  ChaseTaleKind kind;
  GPtrArray *steps; /* of ChaseTaleStep, at least two */
  ChaseTaleRun runs[2];
  gboolean meet;        /* both end at the same element */
  char *functor;        /* the functor that gives the elements; NULL: a countermodel */
  ChaseDiagram *before; /* the drawing that is turned round, its objects in the same places */
} ChaseTale;

/** Returns a tale with nothing in it yet. Caller owns it. */
ChaseTale *
chase_tale_new (ChaseTaleKind kind);
/** Takes NULL quietly. */
void
chase_tale_free (ChaseTale *tale);
/** Adds a step of a proof, whose cells (copied) and LaTeX (taken) are given. */
void
chase_tale_take_step (ChaseTale *tale, const GArray *cells, char *math);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseTale, chase_tale_free)

G_END_DECLS
