/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** What came of the claims of a document, and what its definitions lack. */
typedef struct
{
  GPtrArray *results; /* of ChaseResult */
  GPtrArray *gaps;    /* of ChaseGap */
} ChaseClaims;

void
chase_claims_free (ChaseClaims *claims);
/** Decides every claim of @document on a worker thread, with @seconds for each question. */
void
chase_claims_find_async (ChaseDocument *document, double seconds, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data);
/** Returns what the caller owns, or NULL when it was cancelled. */
ChaseClaims *
chase_claims_find_finish (GAsyncResult *result);

G_END_DECLS
