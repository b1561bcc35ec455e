/* SPDX-License-Identifier: MIT */
#pragma once

/* Everything other rooms may use of src/typeset. */
#include "typeset/fonts.h"  /* IWYU pragma: export */
#include "typeset/label.h"  /* IWYU pragma: export */
#include "typeset/macros.h" /* IWYU pragma: export */
