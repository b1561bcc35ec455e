/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What the user has chosen for all documents, kept in arrowchase/settings.ini of the user's configuration.
 */

/** Returns the setting @key of @group, or NULL where there is none. Caller frees. */
char *
chase_settings_get (const char *group, const char *key);
/** Sets it, or forgets it for NULL; the other settings of the file stay as they are. */
void
chase_settings_set (const char *group, const char *key, const char *value);

G_END_DECLS
