/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** Decides every claim of @document on a worker thread, with @seconds for each question. */
void
chase_claims_find_async (ChaseDocument *document, double seconds, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data);
/** Returns an array of ChaseResult that the caller owns, or NULL when it was cancelled. */
GPtrArray *
chase_claims_find_finish (GAsyncResult *result);

G_END_DECLS
