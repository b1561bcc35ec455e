/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "called-off.h"
#include "../evidence/small-category.h"
#include "../support/processor.h"

#include <pthread.h>

ChasePresentation *
higman_group (void)
{
  return small_category ("S", "[i]a:S>S [i]b:S>S [i]c:S>S [i]d:S>S",
                         "a b = b a a / b c = c b b / c d = d c c / d a = a d d");
}

typedef struct
{
  GCancellable *cancellable;
  clockid_t asker; /* what its thread has used of the processor */
  double used;     /* when it is to be cancelled, then when it was */
} Canceller;

static gpointer
cancel_soon (gpointer data)
{
  Canceller *canceller = data;

  while (processor_seconds (canceller->asker) < canceller->used)
    g_usleep (1000);
  g_cancellable_cancel (canceller->cancellable);
  canceller->used = processor_seconds (canceller->asker);
  return NULL;
}

double
seconds_when_called_off (double seconds, guint threads, ChaseAnswer **answer)
{
  g_autoptr (ChasePresentation) p = higman_group ();
  g_autoptr (ChaseEngine) engine = chase_engine_new (p);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GArray) left = small_path (p, "a");
  Canceller canceller = { .cancellable = cancellable };
  ChaseBudget budget = { .seconds = 60, .threads = threads };
  GThread *thread;

  g_assert_cmpint (pthread_getcpuclockid (pthread_self (), &canceller.asker), ==, 0);
  canceller.used = processor_seconds (canceller.asker) + seconds;
  thread = g_thread_new ("cancel", cancel_soon, &canceller);
  *answer = chase_engine_equal (engine, 0, small_word (left), (ChaseWord){ NULL, 0 }, &budget,
                                cancellable);
  g_thread_join (thread);
  return processor_seconds (canceller.asker) - canceller.used;
}
