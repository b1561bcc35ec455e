/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/show.h"

G_BEGIN_DECLS

typedef struct _ChaseShowQuestion ChaseShowQuestion;

struct _ChaseShow
{
  GtkWindow parent;
  ChaseDeck *deck;
  ChasePlace place;
  ChaseTheme theme;
  gboolean verdicts;
  gboolean asked_to_play; /* what is played did not start by itself */
  guint next_play;        /* which of the slide's plays comes next */
  ChaseStage *stage;
  GtkLabel *title;
  GtkLabel *caption;
  GtkLabel *count;
  GtkWidget *bar;
  GtkWidget *scrubber;
  GtkWidget *play_button;
  GtkWidget *speed;
  GtkAdjustment *time;
  gboolean scrubbing; /* the adjustment is being set from here */
  guint hide_bar;
  ChasePoint press; /* where a finger or a button went down last */
  gboolean pinched; /* since then there were two fingers */
  ChaseShowQuestion *question;
  GtkWindow *presenter;
  guint inhibited;
};

/* show.c */
void
chase_show_update (ChaseShow *show);
/* Writes title and captions @words times as large as at least. */
void
chase_show_set_words (ChaseShow *show, double words);
/* Ends what is played, the picture of the place coming back. */
void
chase_show_stop (ChaseShow *show);

void
chase_show_go_on (ChaseShow *show);
void
chase_show_go_back (ChaseShow *show);
void
chase_show_go_to (ChaseShow *show, ChasePlace place);

/* show-actions.c */
void
chase_show_add_actions (ChaseShowClass *class);

/* show-bar.c: the bar, the scrubber in it, and what both show. */
GtkWidget *
chase_show_make_bar (ChaseShow *show);
void
chase_show_update_bar (ChaseShow *show);
void
chase_show_reveal_bar (ChaseShow *show);

/* show-question.c: asks the slide's next question, or closes the last one. */
void
chase_show_ask (ChaseShow *show);
gboolean
chase_show_is_asking (ChaseShow *show);
void
chase_show_stop_asking (ChaseShow *show);
/* A click at a place of the scene, as a part of an answer; FALSE where it is none. */
gboolean
chase_show_answer_click (ChaseShow *show, ChasePoint at);
GtkWidget *
chase_show_make_question (ChaseShow *show);
GtkWidget *
chase_show_get_question (ChaseShow *show);
void
chase_show_free_question (ChaseShow *show);

/* presenter.c: the window with notes, next step and clock. */
GtkWindow *
chase_presenter_new (ChaseShow *show);

G_END_DECLS
