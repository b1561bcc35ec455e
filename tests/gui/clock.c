/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* SIGEV_THREAD_ID */
#include "clock.h"

#include <execinfo.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#ifndef sigev_notify_thread_id
#define sigev_notify_thread_id _sigev_un._tid
#endif

/* Milliseconds between two beats, and what a beat that comes late at the worst is late without the
 * machine having stood still. */
#define BEAT 5
#define LATE 25

/* Of a wait, what the program is at is noted with each beat from here on, MOST times. */
#define LONG 50
#define MOST 8
#define DEEP 48

static double begun; /* when the loop last came back from looking; 0 while it has not yet */
static double woken;
static double used;
static double longest;

static timer_t beats;
static gboolean beating;
static volatile double last_beat;
static volatile double stood; /* of the time of the processor: when nothing ran on it */

/* The instruction that a thread is at, with its registers. */
#ifdef __x86_64__
typedef gregset_t Place;
#define PLACE_OF(context) (&((ucontext_t *)(context))->uc_mcontext.gregs)
#else
typedef mcontext_t Place;
#define PLACE_OF(context) (&((ucontext_t *)(context))->uc_mcontext)
#endif

static Place last_place;

typedef struct
{
  void *frames[DEEP];
  int n_frames;
} Stack;

static Stack stacks[MOST];
static volatile guint n_stacks;

static double
counted_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/*
 * A virtual machine whose host takes its processor away, for 100 ms at a time as a rule, counts
 * that for the thread that happens to be on it. The beats come to this thread while it works, every
 * BEAT ms, and tell the two apart: between them hardly more than that is worked, and what is more
 * was not. Or the host has taken its memory, and beats come while it is fetched: then they find the
 * thread at the same instruction as the last did, with all that it was working on.
 */
static void
beat (int signal, siginfo_t *info, void *context)
{
  const Place *place = PLACE_OF (context);
  double now = counted_time ();

  if (memcmp (place, &last_place, sizeof *place) == 0)
    stood += now - last_beat;
  else if (now - last_beat > LATE)
    stood += now - last_beat - BEAT;
  else if (begun > 0 && now - stood - woken > LONG && n_stacks < MOST)
    {
      stacks[n_stacks].n_frames = backtrace (stacks[n_stacks].frames, DEEP);
      n_stacks++;
    }
  last_beat = now;
  memcpy (&last_place, place, sizeof *place);
}

/* They must not end the waiting for events. */
static void
hold_beats (int how)
{
  sigset_t beats_alone;

  sigemptyset (&beats_alone);
  sigaddset (&beats_alone, SIGRTMIN);
  pthread_sigmask (how, &beats_alone, NULL);
}

static void
begin_beats (void)
{
  void *frame;
  struct sigaction action = { .sa_sigaction = beat, .sa_flags = SA_RESTART | SA_SIGINFO };
  struct sigevent event = { .sigev_notify = SIGEV_THREAD_ID, .sigev_signo = SIGRTMIN };
  struct itimerspec every
      = { .it_interval.tv_nsec = BEAT * 1000000, .it_value.tv_nsec = BEAT * 1000000 };

  event.sigev_notify_thread_id = gettid ();
  last_beat = counted_time ();
  backtrace (&frame, 1); /* which loads a library at its first call, as no beat may */
  sigaction (SIGRTMIN, &action, NULL);
  beating = timer_create (CLOCK_MONOTONIC, &event, &beats) == 0
            && timer_settime (beats, 0, &every, NULL) == 0;
}

static void
end_beats (void)
{
  if (beating)
    timer_delete (beats);
  beating = FALSE;
}

static double
processor_time (void)
{
  counted_time (); /* a beat that is due comes behind it */
  return counted_time () - stood;
}

static void
note (double now)
{
  if (begun > 0)
    used += now - begun;
  begun = now;
}

/* In the place of g_poll (): all between two calls is time in which a hand would wait. */
static gint
look (GPollFD *fds, guint n, gint timeout)
{
  double now = processor_time ();
  gint result;

  if (begun > 0)
    longest = MAX (longest, now - woken);
  note (now);
  hold_beats (SIG_BLOCK);
  result = g_poll (fds, n, timeout);
  hold_beats (SIG_UNBLOCK);
  begun = woken = processor_time ();
  return result;
}

void
gui_clock_start (void)
{
  begun = used = longest = 0;
  begin_beats ();
  g_main_context_set_poll_func (NULL, look);
}

void
gui_clock_stop (void)
{
  g_main_context_set_poll_func (NULL, NULL);
  end_beats ();
}

double
gui_clock_take (void)
{
  double taken;

  note (processor_time ());
  taken = used;
  used = 0;
  return taken;
}

double
gui_clock_take_longest (void)
{
  double taken = longest;

  longest = 0;
  return taken;
}

void
gui_clock_tell_waits (void)
{
  for (guint i = 0; i < n_stacks; i++)
    {
      g_autofree char **calls = backtrace_symbols (stacks[i].frames, stacks[i].n_frames);
      g_autoptr (GString) text = g_string_new (NULL);

      for (int k = 0; calls != NULL && k < stacks[i].n_frames; k++)
        g_string_append_printf (text, "\n  %s", calls[k]);
      g_test_message ("it was at%s", text->str);
    }
  gui_clock_forget_waits ();
}

void
gui_clock_forget_waits (void)
{
  n_stacks = 0;
}
