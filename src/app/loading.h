/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** What came of reading a file. */
typedef struct
{
  ChaseDocument *document;
  GPtrArray *problems; /* of ChaseProblem */
  gboolean native;     /* our own notation: the file can be saved again as it is */
} ChaseLoaded;

void
chase_loaded_free (ChaseLoaded *loaded);

/** Reads @file, on a worker thread, in any format that can be read. */
void
chase_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                  gpointer data);
/** Returns NULL with @error when the file itself could not be read. */
ChaseLoaded *
chase_load_finish (GAsyncResult *result, GError **error);
/** "file.chase:3:7: message (and 2 more)": one line about what is wrong, or NULL. Caller frees. */
char *
chase_loaded_summary (const ChaseLoaded *loaded, const char *name);

/** Writes @bytes to @file: whole or not at all. */
void
chase_store_async (GFile *file, GBytes *bytes, GCancellable *cancellable,
                   GAsyncReadyCallback callback, gpointer data);
gboolean
chase_store_finish (GFile *file, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseLoaded, chase_loaded_free)

G_END_DECLS
