/* SPDX-License-Identifier: MIT */

/* Counts the morphisms of the presentations with known answers, and decides whether their whole
 * diagrams commute, beside the peers' medians of their index (a folder, or CHASE_SHARED).
 *
 * Ours are medians of RUNS runs of processor time, in milliseconds: to solve (count and write down
 * the evidence, from the presentation in memory, indexing it included), and apart from it to verify
 * the evidence. A time below a millisecond is of as many solutions in a row as fill one.
 *
 * The peers' times were measured on another machine. They are scaled by one factor: what the
 * program GAP (gap-core, where it is installed) needs here for the presentation CALIBRATION, its
 * own clock around it, by what the index says of GAP there. Without GAP the factor is 1. GAP is run
 * for others too, side by side. */
#include "../engine/presentation-file.h"
#include "engine/count.h"
#include "engine/engine.h"
#include "evidence/enumerate.h"
#include "evidence/verifier.h"

#include <glib/gstdio.h>
#include <unistd.h>
#include <malloc.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define CALIBRATION "catalan-10"

enum
{
  RUNS = 9,
  FIRST_TIME = 7, /* columns of the index */
  AFTER_TIMES = 14,
};

typedef struct
{
  double solve, commute, verify;
  gboolean right;
} Ours;

static double
now (void)
{
  struct timespec t;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

static double
median (double *times)
{
  qsort (times, RUNS, sizeof (double), compare);
  return times[RUNS / 2];
}

static gboolean
solve (ChasePresentation *p, const char *expected, double *verifying, ChaseRoll **roll,
       ChaseEvidence **system)
{
  g_autoptr (ChaseEngine) engine = chase_engine_new (p);
  g_autoptr (ChaseCount) count
      = chase_count_roll (engine, G_MAXUINT32, G_MAXUINT32, NULL, NULL, roll, system);

  *verifying += count->verifying * 1e3;
  if (g_str_equal (expected, "infinite"))
    return count->finite == CHASE_VERDICT_FAILS;
  return g_strcmp0 (count->count, expected) == 0;
}

static gboolean
commutes (ChasePresentation *p, const char *expected)
{
  g_autoptr (ChaseShape) shape = chase_shape_new_whole (p);
  g_autoptr (ChaseEngine) engine = chase_engine_new (p);
  g_autoptr (ChaseAnswer) answer = chase_engine_commutes (engine, shape, FALSE, NULL, NULL);

  return answer->verdict
         == (g_str_equal (expected, "yes") ? CHASE_VERDICT_HOLDS : CHASE_VERDICT_FAILS);
}

/* The path along which the engine says that the list is best made. */
static GArray *
along_of (const ChasePresentation *p, ChaseRoll *roll)
{
  g_autoptr (JsonObject) written = chase_roll_finish (roll);
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (guint32));
  JsonArray *names = NULL;

  if (json_object_has_member (written, "along"))
    names = json_object_get_array_member (written, "along");
  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    {
      guint32 letter = chase_presentation_find_arrow (p, json_array_get_string_element (names, i));

      g_array_append_val (letters, letter);
    }
  return letters;
}

/* Once; what the verifier needs where the engine already asked it is the same again. */
static gboolean
verify (ChasePresentation *p, const ChaseRoll *roll, const ChaseEvidence *system,
        const GArray *along)
{
  ChaseCategory category = { .kind = CHASE_CATEGORY_PRESENTED, .presentation = p };
  g_autoptr (ChaseRoll) again = NULL;
  g_autofree char *count = NULL;

  if (system != NULL)
    return chase_verify_count (p, G_MAXUINT32, G_MAXUINT32, &system->normal, NULL, &count, NULL);
  if (roll == NULL)
    return FALSE;
  again = chase_enumerate_roll (
      &category, G_MAXUINT32, G_MAXUINT32,
      (ChaseWord){ (const guint32 *)(gconstpointer)along->data, along->len }, CHASE_COUNT_ROWS,
      NULL, NULL);
  return again != NULL && chase_roll_count (again) == chase_roll_count (roll);
}

static double
time_to_solve (ChasePresentation *p, const char *expected, gboolean *right)
{
  double started = now (), verifying = 0;
  guint n = 0;

  do
    {
      g_autoptr (ChaseRoll) roll = NULL;
      g_autoptr (ChaseEvidence) system = NULL;

      *right &= solve (p, expected, &verifying, &roll, &system);
      n++;
    }
  while (now () - started < 1);
  return (now () - started - verifying) / n;
}

static double
time_to_commute (ChasePresentation *p, const char *expected, gboolean *right)
{
  double started = now ();
  guint n = 0;

  do
    {
      *right &= commutes (p, expected);
      n++;
    }
  while (now () - started < 1);
  return (now () - started) / n;
}

static Ours
measure (ChasePresentation *p, char **fields)
{
  double solved[RUNS], commuted[RUNS], verified[RUNS];
  Ours ours = { .right = TRUE };

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (ChaseRoll) roll = NULL;
      g_autoptr (ChaseEvidence) system = NULL;
      g_autoptr (GArray) along = NULL;
      double verifying = 0, started;

      solved[i] = time_to_solve (p, fields[5], &ours.right);
      commuted[i]
          = g_str_equal (fields[6], "-") ? NAN : time_to_commute (p, fields[6], &ours.right);
      ours.right &= solve (p, fields[5], &verifying, &roll, &system);
      along = roll != NULL ? along_of (p, roll) : NULL;
      started = now ();
      ours.right &= verify (p, roll, system, along);
      verified[i] = now () - started;
    }
  ours.solve = median (solved);
  ours.verify = median (verified);
  ours.commute = g_str_equal (fields[6], "-") ? NAN : median (commuted);
  return ours;
}

/* The least of the peers' columns, and its name: the prototype's is none of them. */
static double
best_peer (char **names, char **fields, const char **name)
{
  double best = INFINITY;

  *name = "-";
  for (guint i = FIRST_TIME; i < AFTER_TIMES; i++)
    {
      char *end;
      double time = g_ascii_strtod (fields[i], &end);

      if (end == fields[i] || time >= best)
        continue;
      best = time;
      *name = names[i] + strlen ("ms:");
    }
  return best;
}

static double
peer_time (char **names, char **fields, const char *peer)
{
  for (guint i = FIRST_TIME; names[i] != NULL && fields[i] != NULL; i++)
    if (g_str_has_prefix (names[i], "ms:") && g_str_equal (names[i] + 3, peer))
      {
        char *end;
        double time = g_ascii_strtod (fields[i], &end);

        return end != fields[i] ? time : NAN;
      }
  return NAN;
}

/* The arrows as letters of a monoid, in GAP's language: its complete system is that of the
 * category. */
static char *
gap_program (const ChasePresentation *p)
{
  GString *text = g_string_new ("SetInfoLevel(InfoWarning,0);;");

  g_string_append_printf (text, "f:=FreeMonoid(%u);;g:=GeneratorsOfMonoid(f);;o:=One(f);;r:=[];;\n",
                          chase_presentation_n_arrows (p));
  for (guint32 i = 0; i < chase_presentation_n_equations (p); i++)
    {
      const ChaseEquation *e = chase_presentation_equation (p, i);
      ChaseWord sides[2] = { e->left, e->right };

      g_string_append (text, "Add(r,[");
      for (guint s = 0; s < 2; s++)
        {
          for (guint32 k = 0; k < sides[s].length; k++)
            g_string_append_printf (text, "%sg[%u]", k > 0 ? "*" : "", sides[s].letters[k] + 1);
          g_string_append_printf (text, "%s%s", sides[s].length == 0 ? "o" : "",
                                  s == 0 ? "," : "]);;\n");
        }
    }
  g_string_append (text, "a:=Runtimes().user_time;;k:=0;;repeat "
                         "w:=KnuthBendixRewritingSystem(f/r);;MakeConfluent(w);;k:=k+1;;"
                         "b:=Runtimes().user_time;;until b-a>300;;"
                         "Print(\"time \",Float((b-a)/k),\"\\n\");QUIT;\n");
  return g_string_free (text, FALSE);
}

/* Milliseconds that GAP needs to complete the presentation, or NAN. */
static double
run_gap (const ChasePresentation *p)
{
  g_autofree char *program = gap_program (p);
  g_autofree char *path = NULL;
  g_autofree char *output = NULL;
  const char *argv[] = { "timeout", "20", "gap", "-q", "-A", NULL, NULL };
  const char *found;
  int file = g_file_open_tmp ("presentation-XXXXXX.g", &path, NULL), status = 1;
  double time = NAN;

  if (file < 0)
    return NAN;
  close (file);
  argv[5] = path;
  if (g_file_set_contents (path, program, -1, NULL)
      && g_spawn_sync (NULL, (char **)argv, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL
                           | G_SPAWN_CHILD_INHERITS_STDIN,
                       NULL, NULL, &output, NULL, &status, NULL)
      && status == 0 && (found = strstr (output, "time ")) != NULL)
    time = g_ascii_strtod (found + 5, NULL);
  remove (path);
  return time;
}

static ChasePresentation *
read_line (const char *folder, char **fields)
{
  g_autofree char *file = g_strconcat (fields[0], ".chase", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);

  return presentation_file_read (path);
}

static double
calibrate (const char *folder, char **names, char **lines)
{
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
      g_autoptr (ChasePresentation) p = NULL;
      double there, here;

      if (!g_str_equal (fields[0], CALIBRATION))
        continue;
      p = read_line (folder, fields);
      there = peer_time (names, fields, "GAP-KB");
      here = p != NULL ? run_gap (p) : NAN;
      if (isnan (here) || isnan (there))
        break;
      printf ("calibration: GAP completes " CALIBRATION " in %.1f ms here, %.1f ms in the index; "
              "the peers' times are multiplied by %.2f\n\n",
              here, there, here / there);
      return here / there;
    }
  printf ("calibration: no GAP here; the peers' times are taken as they are\n\n");
  return 1;
}

static void
bench_line (const char *folder, char **names, char **fields, double factor, double *sum, guint *n,
            guint *slower)
{
  g_autoptr (ChasePresentation) p = read_line (folder, fields);
  const char *peer;
  double best = best_peer (names, fields, &peer) * factor, gap = NAN, gap_there;
  Ours ours;

  if (p == NULL)
    return;
  ours = measure (p, fields);
  gap_there = peer_time (names, fields, "GAP-KB");
  if (factor != 1 && gap_there < 1000)
    gap = run_gap (p);
  printf ("%-20s %9.3f %9.3f %9.3f   %9.3f %-32s %9.2f %9.1f%s\n", fields[0], ours.solve,
          ours.verify, ours.commute, best, peer, best / ours.solve, gap,
          ours.right ? "" : "   WRONG");
  fflush (stdout);
  if (!isfinite (best))
    return;
  *sum += log (best / ours.solve);
  *n += 1;
  *slower += best < ours.solve;
}

static void
bench_index (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "index.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) names = NULL;
  double sum = 0, factor;
  guint n = 0, slower = 0;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      printf ("no presentations in %s\n", folder);
      return;
    }
  lines = g_strsplit (text, "\n", -1);
  names = g_strsplit (lines[0], "\t", -1);
  factor = calibrate (folder, names, lines);
  printf ("%-20s %9s %9s %9s   %9s %-32s %9s %9s\n", "milliseconds", "solve", "verify", "commutes",
          "best peer", "(which)", "ratio", "GAP here");
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);

      bench_line (folder, names, fields, factor, &sum, &n, &slower);
    }
  printf ("\n%u with a peer, %u of them slower than the best one; geometric mean of the ratios "
          "%.2f\n",
          n, slower, exp (sum / MAX (n, 1)));
}

int
main (int argc, char **argv)
{
  const char *shared = g_getenv ("CHASE_SHARED");
  g_autofree char *folder = NULL;

  /* As `chase` does. */
  mallopt (M_TRIM_THRESHOLD, 16 << 20);
  mallopt (M_MMAP_THRESHOLD, 8 << 20);
  mallopt (M_TOP_PAD, 1 << 20);
  if (argc > 1)
    folder = g_strdup (argv[1]);
  else
    folder = g_build_filename (shared != NULL ? shared : "../shared", "presentations", NULL);
  bench_index (folder);
  return 0;
}
