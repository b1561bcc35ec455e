/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/engine.h"

/** Higman's group: nothing decides what is asked of it, whatever the time. Caller unrefs. */
ChasePresentation *
higman_group (void);
/**
 * Asks of it what nothing decides, on so many threads, and calls the question off from another one
 * after @seconds of the processor's time. *@answer (caller frees) says that; returns the seconds of
 * the processor that it takes from then on.
 */
double
seconds_when_called_off (double seconds, guint threads, ChaseAnswer **answer);
