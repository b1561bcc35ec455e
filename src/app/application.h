/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/macro-file.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** The program: its windows, and what belongs to no one of them. */
#define CHASE_TYPE_APPLICATION (chase_application_get_type ())
G_DECLARE_FINAL_TYPE (ChaseApplication, chase_application, CHASE, APPLICATION, AdwApplication)

/** Returns the application, not yet running. Caller owns it. */
ChaseApplication *
chase_application_new (void);

/** The macro file that the user chose. Borrowed. */
ChaseMacroFile *
chase_application_get_macro_file (ChaseApplication *application);

/**
 * Sets the labels of all windows in the math font @family from now on, and remembers it; NULL or one that is not
 * installed: the default. Returns what was replaced, as a sentence, or NULL. Borrowed.
 */
const char *
chase_application_set_math_font (ChaseApplication *application, const char *family);
/** The family in use. Borrowed. */
const char *
chase_application_get_math_font (ChaseApplication *application);

G_END_DECLS
