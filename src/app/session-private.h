/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/claims.h"
#include "app/session.h"
#include "model/set-chart.h"

G_BEGIN_DECLS

struct _ChaseSession
{
  GObject parent;
  ChaseHistory *history;
  guint shown; /* index of the item that is shown */
  ChaseDiagram *diagram;
  ChaseDiagram *preview;
  GArray *selection; /* of guint32: cells */
  GFile *file;
  char *title;
  ChaseVerdicts *verdicts;
  GCancellable *judging; /* of the question that is being asked */
  GArray *pointed;       /* of guint32: arrows that are pointed at so far */
  gboolean judge_again;
  guint patience;      /* until the faces are listed without their verdicts */
  ChaseClaims *claims; /* or NULL */
  GCancellable *claiming;
  GCancellable *placing;
  gboolean closed;
  ChaseMacroFile *macro_file;
  GPtrArray *unknown; /* of char*: the macros of the drawing that nobody defined, "\\Foo" */
  GHashTable *told;   /* of char*: those that were warned of */
};

typedef enum
{
  CHASE_SESSION_CHANGED,
  CHASE_SESSION_SHOWN,
  CHASE_SESSION_SELECTED,
  CHASE_SESSION_JUDGED,
  CHASE_SESSION_CLAIMED,
  CHASE_SESSION_STATE,
  CHASE_SESSION_REPORTED,
  CHASE_SESSION_OFFERED,
  CHASE_SESSION_LABEL_WANTED,
  CHASE_SESSION_DRAWN,
  CHASE_N_SESSION_SIGNALS
} ChaseSessionSignal;

/* session.c */
void
chase_session_emit (ChaseSession *session, ChaseSessionSignal signal);
/* Resolves the shown item afresh. */
void
chase_session_rebuild (ChaseSession *session);
/* The same, and tells everybody. */
void
chase_session_show (ChaseSession *session);

/* session-judging.c */
void
chase_session_judge (ChaseSession *session);
void
chase_session_stop_claiming (ChaseSession *session);

/* session-selection.c */
/* What the history keeps with a state: the diagram that was edited, and what was selected in it. */
GVariant *
chase_session_view_variant (ChaseSession *session, const GArray *statements);
guint
chase_session_shown_in_history (ChaseSession *session);
void
chase_session_select_statements (ChaseSession *session, const guint *statements, gsize n);

/* session-opposite.c */
/* Where the label of @cell says "opposite" in a drawing that is its own category: says what that
 * means, and offers to draw it where it belongs. */
gboolean
chase_session_tell_of_opposite (ChaseSession *session, guint32 cell);

/* session-cat.c */
/* Where @cell is drawn in Cat between two categories as a functor that the document lacks: says so,
 * and offers to begin it. */
gboolean
chase_session_tell_of_functor (ChaseSession *session, guint32 cell);

/* session-chart.c */
/* The chart of the sets that are shown, or NULL. Caller frees. */
ChaseSetChart *
chase_session_shown_chart (ChaseSession *session);
/* The values of a function as a term: {x |-> u, ...}. Caller owns it. */
ChaseTerm *
chase_chart_function_term (const ChaseSetChart *chart, const ChaseChartFunction *function,
                           const guint32 *values);
/* *@document with @value at @argument of the item. Takes @value. */
void
chase_chart_assign (ChaseDocument **document, gint item, const char *argument, ChaseTerm *value);

/* session-elements.c */
/* What was typed as a name of the notation: "x_{1}" is x_1, and what is none stands in backquotes,
 * which it cannot hold itself. Caller frees. */
char *
chase_typed_name (const char *typed);

/* Lists of handles of an edit. */

static inline GArray *
chase_handles_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint));
}

static inline void
chase_handles_add (GArray *handles, guint handle)
{
  g_array_append_val (handles, handle);
}

static inline const guint *
chase_handles_data (const GArray *handles)
{
  return (const guint *)(gpointer)handles->data;
}

G_END_DECLS
