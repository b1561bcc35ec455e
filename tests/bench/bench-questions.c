/* SPDX-License-Identifier: MIT */

/* Small questions, of categories with up to 20 arrows, asked of the library: microseconds for each,
 * the engine for its category included, medians of RUNS runs of so many in a row that they take
 * some milliseconds; processor time. The limit is 100. Then a document with 10,000 checks of all
 * these sorts is written, and `chase check` answers it: milliseconds, wall clock; the limit is
 * 1,000.
 *
 * Usage: bench-questions CHASE */
#include "../evidence/small-category.h"
#include "engine/engine.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum
{
  RUNS = 9,
  MILLISECONDS = 5,
  CHECKS = 10000,
};

/* Paths in diagram order; without @left the whole category is asked to commute. */
typedef struct
{
  const char *name, *objects, *arrows, *equations, *from, *left, *right;
  ChaseVerdict verdict;
} Question;

#define HOLDS CHASE_VERDICT_HOLDS
#define FAILS CHASE_VERDICT_FAILS

#define GRID                                                                                       \
  "A B C D E F G H I", "a:A>B b:B>C c:D>E d:E>F e:G>H f:H>I p:A>D q:B>E r:C>F s:D>G t:E>H u:F>I"
#define FACES "a q = p c / b r = q d / c t = s e / d u = t f"
#define CUBE                                                                                       \
  "A B C D E F G H", "a:A>B b:A>C c:A>D d:B>E e:B>F f:C>E g:C>G h:D>F i:D>G j:E>H k:F>H l:G>H"
#define SIMPLEX "X Y Z", "a:X>Y b:X>Y c:Y>Z d:Y>Z e:Y>Z s:Y>X t:Z>Y u:Z>Y"

static const Question questions[] = {
  { "two squares pasted", "A B C D E F", "a:A>B b:B>C c:D>E d:E>F p:A>D q:B>E r:C>F",
    "a q = p c / b r = q d", "A", "a b r", "p c d", HOLDS },
  { "across a 2 x 2 grid", GRID, FACES, "A", "a b r u", "p s e f", HOLDS },
  { "a face of it missing", GRID, "a q = p c / b r = q d / c t = s e", "A", "a b r u", "p s e f",
    FAILS },
  { "a grid commutes", GRID, FACES, NULL, NULL, NULL, HOLDS },
  { "a grid does not", GRID, "a q = p c / b r = q d / c t = s e", NULL, NULL, NULL, FAILS },
  { "a cube by its faces", CUBE,
    "a d = b f / a e = c h / b g = c i / d j = e k / f j = g l / h k = i l", NULL, NULL, NULL,
    HOLDS },
  { "a cube without one", CUBE, "a e = c h / b g = c i / d j = e k / f j = g l / h k = i l", NULL,
    NULL, NULL, FAILS },
  { "a mono is cancelled", "A B C", "g:A>B h:A>B [m]f:B>C", "g f = h f", "A", "g", "h", HOLDS },
  { "no mono, no cancelling", "A B C", "g:A>B h:A>B f:B>C", "g f = h f", "A", "g", "h", FAILS },
  { "an epi is cancelled", "A B C", "[e]f:A>B g:B>C h:B>C", "f g = f h", "B", "g", "h", HOLDS },
  { "an iso and its inverse", "A B C", "[i]f:A>B g:B>C h:B>C", "f g = f h", "B", "g", "h", HOLDS },
  { "a retract", "A B", "s:A>B r:B>A", "s r =", "B", "r s r s", "r s", HOLDS },
  { "its other composite", "A B", "s:A>B r:B>A", "s r =", "B", "r s", "", FAILS },
  { "an idempotent", "A", "[d]e:A>A", "", "A", "e e e e", "e", HOLDS },
  { "commuting letters", "A", "a:A>A b:A>A c:A>A", "a b = b a / b c = c b / a c = c a", "A",
    "c b a c b a", "a a b b c c", HOLDS },
  { "free letters", "A", "a:A>A b:A>A", "", "A", "a b", "b a", FAILS },
  { "the symmetric group S3", "A", "a:A>A b:A>A", "a a = / b b = / a b a = b a b", "A",
    "a b a b a b", "", HOLDS },
  { "and what is not the same", "A", "a:A>A b:A>A", "a a = / b b = / a b a = b a b", "A", "a b",
    "b a", FAILS },
  { "simplices", SIMPLEX, "a d = b c / a s = / b s = / c t = / d t = / d u = / e u = / a e = a d",
    "X", "a d t s", "", HOLDS },
  { "a pasted pentagon", "A B C D E F", "a:A>B b:B>C c:C>F d:A>D e:D>E f:E>F g:B>E h:A>E i:B>F",
    "a g = h / d e = h / g f = i / b c = i", "A", "a b c", "d e f", HOLDS },
};

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

static ChaseAnswer *
ask (ChasePresentation *p, const Question *q, ChaseWord left, ChaseWord right)
{
  g_autoptr (ChaseEngine) engine = chase_engine_new (p);
  g_autoptr (ChaseShape) shape = NULL;

  if (q->left != NULL)
    return chase_engine_equal (engine, chase_presentation_find_object (p, q->from), left, right,
                               NULL, NULL);
  shape = chase_shape_new_whole (p);
  return chase_engine_commutes (engine, shape, FALSE, NULL, NULL);
}

/* Milliseconds for one. */
static double
time_to_answer (ChasePresentation *p, const Question *q, gboolean *right)
{
  g_autoptr (GArray) one = small_path (p, q->left != NULL ? q->left : "");
  g_autoptr (GArray) other = small_path (p, q->right != NULL ? q->right : "");
  double started = now ();
  guint n = 0;

  do
    {
      g_autoptr (ChaseAnswer) answer = ask (p, q, small_word (one), small_word (other));

      *right &= answer->verdict == q->verdict;
      n++;
    }
  while (now () - started < MILLISECONDS);
  return (now () - started) / n;
}

static double
bench_question (const Question *q)
{
  g_autoptr (ChasePresentation) p = small_category (q->objects, q->arrows, q->equations);
  gboolean right = TRUE;
  double times[RUNS];

  for (guint i = 0; i < RUNS; i++)
    times[i] = 1e3 * time_to_answer (p, q, &right);
  qsort (times, RUNS, sizeof (double), compare);
  printf ("%-28s %8.1f%s\n", q->name, times[RUNS / 2], right ? "" : "   WRONG");
  return times[RUNS / 2];
}

static void
append_path (GString *text, const char *path, const char *object)
{
  g_auto (GStrv) names = g_strsplit (path, " ", -1);

  if (path[0] == '\0')
    g_string_append_printf (text, "id(%s)", object);
  for (guint i = 0; names[i] != NULL && path[0] != '\0'; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " >> " : "", names[i]);
}

/* The category of a question, as small_category () reads it. */
static void
append_category (GString *text, const Question *q, guint number)
{
  static const char *const words[][2]
      = { { "[m]", "mono" }, { "[e]", "epi" }, { "[i]", "iso" }, { "[d]", "idempotent" } };
  g_auto (GStrv) arrows = g_strsplit (q->arrows, " ", -1);
  g_auto (GStrv) equations = g_strsplit (q->equations, " / ", -1);

  g_string_append_printf (text, "category C%u {\n  objects ", number);
  for (const char *c = q->objects; *c != '\0'; c++)
    g_string_append_printf (text, "%s", *c == ' ' ? ", " : (char[]){ *c, '\0' });
  for (guint i = 0; arrows[i] != NULL; i++)
    {
      const char *arrow = arrows[i][0] == '[' ? arrows[i] + 3 : arrows[i];

      g_string_append_printf (text, "\n  %c : %c -> %c", arrow[0], arrow[2], arrow[4]);
      for (guint k = 0; k < G_N_ELEMENTS (words); k++)
        if (g_str_has_prefix (arrows[i], words[k][0]))
          g_string_append_printf (text, "\n  %s %c", words[k][1], arrow[0]);
    }
  for (guint i = 0; equations[i] != NULL && equations[i][0] != '\0'; i++)
    {
      g_auto (GStrv) sides = g_strsplit (equations[i], "=", 2);
      const char *at = strstr (q->arrows, (char[]){ g_strstrip (sides[0])[0], ':', '\0' });

      g_string_append (text, "\n  ");
      append_path (text, sides[0], NULL);
      g_string_append (text, " = ");
      append_path (text, g_strstrip (sides[1]), (char[]){ at[2], '\0' });
    }
  g_string_append (text, "\n}\n");
  if (q->left == NULL)
    g_string_append_printf (text, "diagram d%u = category C%u\n", number, number);
}

static void
append_check (GString *text, const Question *q, guint number)
{
  g_string_append (text, q->verdict == HOLDS ? "check " : "check not ");
  if (q->left == NULL)
    {
      g_string_append_printf (text, "d%u commutes\n", number);
      return;
    }
  append_path (text, q->left, q->from);
  g_string_append (text, " = ");
  append_path (text, q->right, q->from);
  g_string_append_printf (text, " in C%u\n", number);
}

static void
bench_document (const char *chase)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = NULL;
  const char *argv[] = { chase, "check", "--quiet", NULL, NULL };
  double times[RUNS];
  int file = g_file_open_tmp ("questions-XXXXXX.chase", &path, NULL), status = 1;

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    append_category (text, &questions[i], i);
  for (guint i = 0; i < CHECKS; i++)
    append_check (text, &questions[i % G_N_ELEMENTS (questions)], i % G_N_ELEMENTS (questions));
  if (file < 0 || !g_file_set_contents (path, text->str, -1, NULL))
    return;
  argv[3] = path;
  for (guint i = 0; i < RUNS; i++)
    {
      gint64 started = g_get_monotonic_time ();

      if (!g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_CHILD_INHERITS_STDIN, NULL, NULL, NULL,
                         NULL, &status, NULL))
        break;
      times[i] = (double)(g_get_monotonic_time () - started) / 1e3;
    }
  qsort (times, RUNS, sizeof (double), compare);
  printf ("\n%u checks in one document: %.0f ms%s\n", CHECKS, times[RUNS / 2],
          status == 0 ? "" : "   WRONG");
  close (file);
  remove (path);
}

int
main (int argc, char **argv)
{
  double worst = 0;

  printf ("%-28s %8s\n", "a question", "microseconds");
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      double took = bench_question (&questions[i]);

      worst = MAX (worst, took);
    }
  printf ("%-28s %8.1f\n", "the slowest", worst);
  if (argc > 1)
    bench_document (argv[1]);
  return 0;
}
