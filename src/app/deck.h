/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/motion-kinds.h"
#include "engine/quiz.h"
#include "engine/tale.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ChaseSlide:
 *
 * One diagram of a document, as it is presented: read only.
 */
typedef struct
{
  ChaseItem *item;
  char *title;           /* never NULL */
  gboolean headless;     /* its title is a name that nobody gave */
  ChaseDiagram *diagram; /* placed, with question marks for what is asked; NULL while it is worked
                            out, or cannot be */
  guint last;            /* its last step */
  GPtrArray *faces;      /* of ChaseCheckedFace; NULL while they are asked about */
  ChaseDiagram *plain;   /* the same as it is drawn, without question marks */
  gboolean done;         /* all that can be known of it is */
  GPtrArray *tales;      /* of ChaseTale: what moves; NULL like @diagram */
  gboolean room_known;   /* what follows has been worked out */
  gboolean has_room;     /* some of that is told in words */
  ChaseRect room;        /* then: what all of that needs */
  GArray *quizzes;       /* of ChaseQuiz: what is asked; NULL like @diagram */
} ChaseSlide;

/**
 * ChaseDeck:
 *
 * The diagrams of a document in order, each with its steps, its notes and what moves. It has no
 * widget. A place is a slide and a step. Workers fill the slides in; "changed" (slide) tells when
 * one has got its diagram or its faces.
 */
#define CHASE_TYPE_DECK (chase_deck_get_type ())
G_DECLARE_FINAL_TYPE (ChaseDeck, chase_deck, CHASE, DECK, GObject)

typedef struct
{
  guint slide;
  guint step;
} ChasePlace;

/** Returns the deck of @document; it has no slides where that has no diagram. Caller owns it. */
ChaseDeck *
chase_deck_new (ChaseDocument *document, ChaseFonts *fonts);
/** Stops the workers. */
void
chase_deck_close (ChaseDeck *deck);
guint
chase_deck_n_slides (ChaseDeck *deck);
/** TRUE when the workers have found out all there is. */
gboolean
chase_deck_is_complete (ChaseDeck *deck);
/** Borrowed. */
const ChaseSlide *
chase_deck_get_slide (ChaseDeck *deck, guint index);
/** The slide of an item of the document, or 0. */
guint
chase_deck_find (ChaseDeck *deck, const ChaseItem *item);
ChaseTheory *
chase_deck_get_theory (ChaseDeck *deck);
ChaseFonts *
chase_deck_get_fonts (ChaseDeck *deck);
ChaseMacros *
chase_deck_get_macros (ChaseDeck *deck);

/** Goes one step on, or back; FALSE at the end, or the start. */
gboolean
chase_deck_next (ChaseDeck *deck, ChasePlace *place);
gboolean
chase_deck_back (ChaseDeck *deck, ChasePlace *place);
/** The number of a place among all of them, from 0, and how many there are. */
guint
chase_deck_index (ChaseDeck *deck, const ChasePlace *place);
guint
chase_deck_n_places (ChaseDeck *deck);
/** The notes for a place: at step 0 the comments above the diagram and those of what is there from
 * the start, then those of what comes. Caller frees. */
char *
chase_deck_dup_notes (ChaseDeck *deck, const ChasePlace *place);
/** The cells that come at a place (of guint32). Caller unrefs. */
GArray *
chase_deck_fresh (ChaseDeck *deck, const ChasePlace *place);
/** The picture of a place, with the verdicts of its faces where @verdicts. NULL while there is
 * none. Caller owns it. */
ChaseScene *
chase_deck_draw (ChaseDeck *deck, const ChasePlace *place, ChaseTheme theme, gboolean verdicts);
/** Puts in *@room what the picture of a place and all that is played on it and told in words needs;
 * FALSE where nothing is: only where all of a diagram is there. */
gboolean
chase_deck_get_room (ChaseDeck *deck, const ChasePlace *place, ChaseRect *room);
/** What moves: the slide's @tale. NULL where it cannot be shown. Caller owns it. */
ChaseMotion *
chase_deck_play (ChaseDeck *deck, guint slide, guint tale, ChaseTheme theme);

/** Draws @label, the class's answer to the question @quiz, where it was asked; green or red. */
void
chase_deck_set_answer (ChaseDeck *deck, guint slide, guint quiz, const char *label, gboolean right);

G_END_DECLS
