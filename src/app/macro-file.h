/* SPDX-License-Identifier: MIT */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ChaseMacroFile:
 *
 * The file of TeX definitions (.tex or .sty) that the user wants all labels to be set with: a
 * setting, remembered from run to run in arrowchase/settings.ini of the user's configuration. It is
 * read again when it changes on disk.
 *
 * Signal: "changed" when another file is chosen, or the file says something else.
 */
#define CHASE_TYPE_MACRO_FILE (chase_macro_file_get_type ())
G_DECLARE_FINAL_TYPE (ChaseMacroFile, chase_macro_file, CHASE, MACRO_FILE, GObject)

/** Returns the setting as it was left; a file that is gone counts as empty. */
ChaseMacroFile *
chase_macro_file_new (void);
/** Chooses @file, or none for NULL, and remembers it. FALSE, and all stays as it was, where it
 * cannot be read. */
gboolean
chase_macro_file_choose (ChaseMacroFile *self, GFile *file, GError **error);
/** The file that is chosen, or NULL. Borrowed. */
GFile *
chase_macro_file_get_file (ChaseMacroFile *self);
/** What it says, or NULL. Borrowed. */
const char *
chase_macro_file_get_text (ChaseMacroFile *self);

G_END_DECLS
