/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/draw.h"
#include "engine/engine.h"
#include "evidence/evidence.h"
#include "model/diagram.h"
#include "model/document.h"
#include "model/edit.h"
#include "model/theory.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  CHASE_STATE_GIVEN,     /* commutes because it is said to */
  CHASE_STATE_PROVED,    /* commutes because of what is given */
  CHASE_STATE_FAILS,     /* need not commute */
  CHASE_STATE_UNDECIDED, /* the time ran out, or nobody knows how */
  CHASE_STATE_UNASKED,   /* not asked, or not yet */
  CHASE_N_STATES
} ChaseFaceState;

/**
 * ChaseFaceVerdict:
 *
 * A face of the drawing and what is known of it. @left and @right hold the cells of its two paths,
 * in diagram order.
 */
typedef struct
{
  ChaseFaceState state;
  ChaseFaceClaim claim; /* is it to be proved? */
  guint32 *left;
  guint n_left;
  guint32 *right;
  guint n_right;
  char *reason;            /* one sentence, or NULL */
  ChaseEvidence *evidence; /* or NULL */
  guint32 source;          /* the object of the category that both paths leave */
  ChaseWord words[2];      /* the paths, as edges of the shape; owned */
} ChaseFaceVerdict;

typedef enum
{
  CHASE_WHOLE_NOTHING, /* no two parallel paths: nothing to ask */
  CHASE_WHOLE_HOLDS,
  CHASE_WHOLE_FAILS,
  CHASE_WHOLE_UNDECIDED,
  CHASE_WHOLE_UNASKED,
  CHASE_WHOLE_WRONG, /* the diagram makes no sense: @reason says why */
} ChaseWholeState;

/**
 * ChaseVerdicts:
 *
 * What is known about one diagram, whole and face by face. Immutable, reference-counted.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public, read only >*/
  ChaseDiagram *diagram; /* whose cells the faces speak of */
  ChaseWholeState whole;
  char *reason;
  GPtrArray *faces; /* of ChaseFaceVerdict */
  double seconds;
  ChaseTheory *theory; /* with the shape that was asked about; NULL where there is none */
  ChaseShape *shape;
  guint32 *cells; /* of its nodes, then of its edges */
} ChaseVerdicts;

ChaseVerdicts *
chase_verdicts_ref (ChaseVerdicts *verdicts);
/** Takes NULL quietly. */
void
chase_verdicts_unref (ChaseVerdicts *verdicts);
/** TRUE when @diagram has the same cells in the same places of the text, so that the faces are
 * faces of it too. */
gboolean
chase_verdicts_fit (const ChaseVerdicts *verdicts, const ChaseDiagram *diagram);
const ChaseFaceVerdict *
chase_verdicts_face (const ChaseVerdicts *verdicts, guint face);
/** The faces as marks to be drawn, of ChaseFaceMark, borrowing from @verdicts. Caller unrefs. */
GArray *
chase_verdicts_marks (const ChaseVerdicts *verdicts);

/** Takes over what the engine says of @face: its state, reason and evidence. */
void
chase_face_verdict_take (ChaseFaceVerdict *face, const ChaseAnswer *answer);
/** Returns verdicts on the diagram of @verdicts that hold @face alone, which they own. Caller unrefs. */
ChaseVerdicts *
chase_verdicts_new_of_face (const ChaseVerdicts *verdicts, ChaseFaceVerdict *face);

/**
 * Finds out about @diagram, the drawing of @item in @document, for at most @seconds a question; with
 * 0 only which faces there are, and which of them are given.
 * Blocks; safe on any thread. Returns NULL when @cancellable was cancelled, else verdicts that the
 * caller owns.
 */
ChaseVerdicts *
chase_verdicts_find (ChaseDocument *document, ChaseItem *item, ChaseDiagram *diagram,
                     double seconds, GCancellable *cancellable);
/** The same on a worker thread. */
void
chase_verdicts_find_async (ChaseDocument *document, ChaseItem *item, ChaseDiagram *diagram,
                           double seconds, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer data);
ChaseVerdicts *
chase_verdicts_find_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseVerdicts, chase_verdicts_unref)

G_END_DECLS
