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

G_END_DECLS
