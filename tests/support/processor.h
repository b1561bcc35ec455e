/* SPDX-License-Identifier: MIT */
#pragma once

#include <sys/resource.h>
#include <time.h>

/* Seconds of the processor, however busy the machine is. */

static inline double
processor_seconds (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* What the processes that have ended used. */
static inline double
processor_seconds_of_children (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}
