/* SPDX-License-Identifier: MIT */
#include "engine/crew.h"

typedef struct
{
  guint n;
  ChaseCrewWork work;
  gpointer data;
  gint next; /* atomic */
} Crew;

typedef struct
{
  Crew *crew;
  guint number;
} Hand;

static gpointer
work (gpointer data)
{
  Hand *hand = data;
  Crew *crew = hand->crew;

  for (;;)
    {
      guint i = (guint)g_atomic_int_add (&crew->next, 1);

      if (i >= crew->n)
        return NULL;
      crew->work (i, hand->number, crew->data);
    }
}

void
chase_crew_run (guint n, guint n_threads, ChaseCrewWork one, gpointer data)
{
  Crew crew = { n, one, data, 0 };
  g_autofree Hand *hands = NULL;
  g_autofree GThread **threads = NULL;

  n_threads = MAX (1, MIN (n_threads, n));
  hands = g_new0 (Hand, n_threads);
  threads = g_new0 (GThread *, n_threads);
  for (guint i = n_threads; i-- > 0;)
    {
      hands[i] = (Hand){ &crew, i };
      if (i > 0)
        threads[i] = g_thread_try_new ("engine", work, &hands[i], NULL);
      else
        work (&hands[0]);
    }
  for (guint i = 1; i < n_threads; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
}
