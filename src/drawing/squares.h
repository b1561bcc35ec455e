/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/scene.h"

G_BEGIN_DECLS

/**
 * ChaseSquares:
 *
 * Which things are near a place: numbers with boxes, listed by the squares of a grid that the boxes meet. Adding and
 * looking cost what the box measures in squares, and at most what is listed.
 */
typedef struct _ChaseSquares ChaseSquares;

/** @size is the side of a square, @expected about how many things will be added. */
ChaseSquares *chase_squares_new (double size, guint expected);
/** Takes NULL quietly. */
void chase_squares_free (ChaseSquares *squares);
/** Lists @number in every square that @box meets. */
void chase_squares_add (ChaseSquares *squares, const ChaseRect *box, guint number);
/** Calls @see for what is listed in each square that @box meets, until it returns TRUE; a number that is in several of
 * them comes as often. Returns what the last call did. */
gboolean chase_squares_look (const ChaseSquares *squares, const ChaseRect *box,
                             gboolean (*see) (guint number, gpointer data), gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseSquares, chase_squares_free)

G_END_DECLS
