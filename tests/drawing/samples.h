/* SPDX-License-Identifier: MIT */
#pragma once

#include "drawing/draw.h"

/* Small diagrams that show every style; the golden tests and the contact sheet share them. */
typedef struct
{
  const char *name;
  ChaseDiagram *(*make) (void);
} ChaseSample;

extern const ChaseSample chase_samples[];
extern const guint chase_n_samples;

/* The diagram of the sample called @name. */
ChaseDiagram *chase_sample_make (const char *name);
