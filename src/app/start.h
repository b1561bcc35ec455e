/* SPDX-License-Identifier: MIT */
#pragma once

#include "typeset/typeset.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ChaseStart:
 *
 * The start page: the gallery in reading order, chapter by chapter, with a picture of each document
 * and a search. A document is opened by the action "win.open-lesson" with its name.
 */
#define CHASE_TYPE_START (chase_start_get_type ())
G_DECLARE_FINAL_TYPE (ChaseStart, chase_start, CHASE, START, GtkWidget)

/** Fills the page, when that has not been done; the pictures come in one by one. */
void
chase_start_fill (ChaseStart *start, ChaseFonts *fonts);
/** Narrows it down to what has the words of @query; "" for all. */
void
chase_start_search (ChaseStart *start, const char *query);

G_END_DECLS
