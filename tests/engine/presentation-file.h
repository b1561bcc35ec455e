/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/presentation.h"

/**
 * Reads the first category of a file of ../shared/presentations: objects, arrows one a line, and equations in
 * diagram order. A few lines, so that the engine's tests need no other room. NULL when there is no such file.
 */
ChasePresentation *presentation_file_read (const char *path);
