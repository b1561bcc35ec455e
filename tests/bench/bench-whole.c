/* SPDX-License-Identifier: MIT */

/* Measures whole diagrams: commuting grids, cubes, permutohedra and bracketings (Mac Lane's
 * coherence: Tamari orders), each whole and with one face left out; medians of seven runs in
 * processor time, so that a busy machine matters little; answers are verified. Fits time = c V^k
 * over each family, V its objects, and, given a file name, draws the growth as SVG. Then how soon a
 * question that is called off ends. */
#include "engine/engine.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum
{
  RUNS = 7,
  MAX_POINTS = 8,
};

/* A diagram whose objects are states, written as strings, and whose arrows are moves: at a place,
 * from a state to another. */
typedef struct
{
  ChasePresentation *p;
  GHashTable *objects; /* state -> object + 1 */
  GHashTable *arrows;  /* state, place -> arrow + 1 */
  GPtrArray *states;
  char *(*move) (const char *state, guint place); /* or NULL */
} Moves;

typedef struct
{
  const char *name;
  ChasePresentation *(*make) (guint n, gboolean missing);
  guint sizes[MAX_POINTS];
  guint n_points;
  double objects[MAX_POINTS], times[MAX_POINTS], failing[MAX_POINTS], exponent;
} Family;

static guint32
add_object (ChasePresentation *p)
{
  g_autofree char *text = g_strdup_printf ("v%u", chase_presentation_n_objects (p));
  g_autoptr (ChaseName) name = chase_name_new (text);

  return chase_presentation_add_object (p, name);
}

static guint32
add_arrow (ChasePresentation *p, guint32 from, guint32 to)
{
  g_autofree char *text = g_strdup_printf ("a%u", chase_presentation_n_arrows (p));
  g_autoptr (ChaseName) name = chase_name_new (text);

  return chase_presentation_add_arrow (p, name, from, to, CHASE_PROPERTY_NONE);
}

static guint32
object_of (Moves *m, const char *state)
{
  gpointer found = g_hash_table_lookup (m->objects, state);
  char *kept;

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;
  kept = g_strdup (state);
  g_ptr_array_add (m->states, kept);
  g_hash_table_insert (m->objects, kept, GUINT_TO_POINTER (m->states->len));
  return add_object (m->p);
}

/* Lists all states that moves lead to from @first, and all moves. */
static void
explore (Moves *m, const char *first)
{
  m->p = chase_presentation_new ();
  m->objects = g_hash_table_new (g_str_hash, g_str_equal);
  m->arrows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  m->states = g_ptr_array_new_with_free_func (g_free);
  object_of (m, first);
  for (guint i = 0; i < m->states->len; i++)
    for (guint place = 0; place < strlen (g_ptr_array_index (m->states, i)); place++)
      {
        const char *state = g_ptr_array_index (m->states, i);
        g_autofree char *next = m->move (state, place);

        if (next != NULL)
          g_hash_table_insert (m->arrows, g_strdup_printf ("%s %u", state, place),
                               GUINT_TO_POINTER (add_arrow (m->p, i, object_of (m, next)) + 1));
      }
}

static void
moves_clear (Moves *m)
{
  g_hash_table_unref (m->objects);
  g_hash_table_unref (m->arrows);
  g_ptr_array_unref (m->states);
}

/* The path from @state by moves at @n places. */
static void
follow (Moves *m, const char *state, const guint *places, guint n, guint32 *path)
{
  g_autofree char *now = g_strdup (state);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s %u", now, places[i]);
      char *next = m->move (now, places[i]);

      path[i] = GPOINTER_TO_UINT (g_hash_table_lookup (m->arrows, key)) - 1;
      g_free (now);
      now = next;
    }
}

static void
add_face (Moves *m, guint state, const guint *left, guint n_left, const guint *right, guint n_right)
{
  guint32 one[3], other[3];

  follow (m, g_ptr_array_index (m->states, state), left, n_left, one);
  follow (m, g_ptr_array_index (m->states, state), right, n_right, other);
  chase_presentation_add_equation (m->p, state, (ChaseWord){ one, n_left },
                                   (ChaseWord){ other, n_right }, NULL, 0);
}

static ChasePresentation *
grid (guint n, gboolean missing)
{
  ChasePresentation *p = chase_presentation_new ();
  guint row = n + 1;
  g_autofree guint32 *right = g_new (guint32, row * row);
  g_autofree guint32 *down = g_new (guint32, row * row);

  for (guint i = 0; i < row * row; i++)
    add_object (p);
  for (guint i = 0; i < row * row; i++)
    {
      if (i % row < n)
        right[i] = add_arrow (p, i, i + 1);
      if (i / row < n)
        down[i] = add_arrow (p, i, i + row);
    }
  for (guint i = 0; i < n * n; i++)
    {
      guint at = i / n * row + i % n;
      guint32 one[2] = { right[at], down[at + 1] }, other[2] = { down[at], right[at + row] };

      if (!missing || i != n * n / 2)
        chase_presentation_add_equation (p, at, (ChaseWord){ one, 2 }, (ChaseWord){ other, 2 },
                                         NULL, 0);
    }
  return p;
}

static ChasePresentation *
cube (guint n, gboolean missing)
{
  ChasePresentation *p = chase_presentation_new ();
  g_autofree guint32 *arrow = g_new0 (guint32, (gsize)n << n);
  guint32 left_out = missing ? 1u << n / 2 : G_MAXUINT32;

  for (guint v = 0; v < 1u << n; v++)
    add_object (p);
  for (guint v = 0; v < 1u << n; v++)
    for (guint i = 0; i < n; i++)
      if (!(v >> i & 1))
        arrow[v * n + i] = add_arrow (p, v, v | 1u << i);
  for (guint v = 0; v < 1u << n; v++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < i; j++)
        {
          guint32 one[2] = { arrow[v * n + i], arrow[(v | 1u << i) * n + j] };
          guint32 other[2] = { arrow[v * n + j], arrow[(v | 1u << j) * n + i] };

          if (!(v >> i & 1) && !(v >> j & 1) && !(v == left_out && i == 1 && j == 0))
            chase_presentation_add_equation (p, v, (ChaseWord){ one, 2 }, (ChaseWord){ other, 2 },
                                             NULL, 0);
        }
  return p;
}

/* A permutation as letters; a move exchanges two neighbours that are in order. */
static char *
exchange (const char *state, guint place)
{
  char *next;

  if (state[place + 1] == '\0' || state[place] > state[place + 1])
    return NULL;
  next = g_strdup (state);
  next[place] = state[place + 1];
  next[place + 1] = state[place];
  return next;
}

static ChasePresentation *
permutohedron (guint n, gboolean missing)
{
  Moves m = { .move = exchange };
  g_autofree char *first = g_strndup ("abcdefghij", n);

  explore (&m, first);
  for (guint s = 0; s < m.states->len; s++)
    for (guint i = 0; i + 1 < n; i++)
      for (guint j = i + 1; j + 1 < n; j++)
        {
          const char *state = g_ptr_array_index (m.states, s);
          guint one[3] = { i, j, i }, other[3] = { j, i, j };

          if (state[i] > state[i + 1] || state[j] > state[j + 1] || (missing && s == 0 && i == 0))
            continue;
          add_face (&m, s, one, j == i + 1 ? 3 : 2, other, j == i + 1 ? 3 : 2);
        }
  moves_clear (&m);
  return m.p;
}

/* Behind the tree that begins at @at, where 1 stands before the two parts of a bracket and 0 for a
 * letter. */
static guint
behind (const char *tree, guint at)
{
  guint open = 1;

  for (; open > 0; at++)
    open += tree[at] == '1' ? 1 : -1;
  return at;
}

/* A move makes ((A B) C) into (A (B C)). */
static char *
rebracket (const char *tree, guint at)
{
  guint end;
  char *next;

  if (tree[at] != '1' || tree[at + 1] != '1')
    return NULL;
  end = behind (tree, at + 2);
  next = g_strdup (tree);
  memmove (next + at + 1, tree + at + 2, end - at - 2);
  next[end - 1] = '1';
  return next;
}

/* Where the bracket at @at is after the move at @moved. */
static guint
moved_place (const char *tree, guint moved, guint at)
{
  return at >= moved + 2 && at < behind (tree, moved + 2) ? at - 1 : at;
}

static ChasePresentation *
bracketings (guint n, gboolean missing)
{
  Moves m = { .move = rebracket };
  g_autofree char *ones = g_strnfill (n - 1, '1');
  g_autofree char *zeros = g_strnfill (n, '0');
  g_autofree char *first = g_strconcat (ones, zeros, NULL);

  explore (&m, first);
  for (guint s = 0; s < m.states->len; s++)
    for (guint i = 0; i < 2 * n - 1; i++)
      for (guint j = i + 1; j < 2 * n - 1; j++)
        {
          const char *tree = g_ptr_array_index (m.states, s);
          guint one[3] = { i, moved_place (tree, i, j), 0 };
          guint other[3] = { j, moved_place (tree, j, i), 0 };

          if (strncmp (tree + i, "11", 2) != 0 || strncmp (tree + j, "11", 2) != 0
              || (missing && s == 0 && i == 0 && j == 1))
            continue;
          if (j == i + 1)
            {
              one[1] = i;
              other[1] = i;
              other[2] = i + 1 + behind (tree, i + 3) - (i + 3);
            }
          add_face (&m, s, one, 2, other, j == i + 1 ? 3 : 2);
        }
  moves_clear (&m);
  return m.p;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

static double
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* The median time in milliseconds; NAN where the answer is not @expected. */
static double
measure (ChasePresentation *p, ChaseVerdict expected)
{
  g_autoptr (ChaseShape) shape = chase_shape_new_whole (p);
  ChaseBudget budget = { .seconds = 100 };
  double times[RUNS];

  for (guint i = 0; i < RUNS; i++)
    {
      double start = processor_time ();
      g_autoptr (ChaseEngine) engine = chase_engine_new (p);
      g_autoptr (ChaseAnswer) answer = chase_engine_commutes (engine, shape, FALSE, &budget, NULL);

      if (answer->verdict != expected)
        return NAN;
      times[i] = processor_time () - start;
    }
  qsort (times, RUNS, sizeof (double), compare);
  return times[RUNS / 2];
}

/* The slope of the logarithms by least squares, over the points that take a millisecond or more. */
static double
fit (const Family *f)
{
  double n = 0, x = 0, y = 0, xx = 0, xy = 0;

  for (guint i = 0; i < f->n_points; i++)
    if (f->times[i] >= 1)
      {
        double a = log (f->objects[i]), b = log (f->times[i]);

        n++, x += a, y += b, xx += a * a, xy += a * b;
      }
  return (n * xy - x * y) / (n * xx - x * x);
}

static void
bench_family (Family *f)
{
  for (; f->n_points < MAX_POINTS && f->sizes[f->n_points] > 0; f->n_points++)
    {
      guint i = f->n_points;
      g_autoptr (ChasePresentation) whole = f->make (f->sizes[i], FALSE);
      g_autoptr (ChasePresentation) missing = f->make (f->sizes[i], TRUE);

      f->objects[i] = chase_presentation_n_objects (whole);
      f->times[i] = measure (whole, CHASE_VERDICT_HOLDS);
      f->failing[i] = measure (missing, CHASE_VERDICT_FAILS);
      printf ("%-14s %4u %8.0f objects %8u faces %10.2f ms   one left out %10.2f ms\n", f->name,
              f->sizes[i], f->objects[i], chase_presentation_n_equations (whole), f->times[i],
              f->failing[i]);
    }
  f->exponent = fit (f);
  printf ("%-14s time ~ V^%.2f\n", f->name, f->exponent);
}

/* Logarithmic both ways: 10 to 10^5 objects across, 0.01 ms to 10 s up. */
static double
across (double objects)
{
  return 60 + 130 * (log10 (objects) - 1);
}

static double
up (double time)
{
  return 420 - 65 * (log10 (time) + 2);
}

static void
draw (const char *path, const Family *families, guint n)
{
  static const char *const colours[] = { "#3465a4", "#c17d11", "#4e9a06", "#a40000" };
  g_autoptr (GString) svg = g_string_new (
      "<svg xmlns='http://www.w3.org/2000/svg' width='760' height='470' font-family='sans-serif' "
      "font-size='12'><rect width='760' height='470' fill='white'/>\n");

  for (int k = 1; k <= 5; k++)
    g_string_append_printf (svg,
                            "<path d='M%g 30V420' stroke='#ddd'/><text x='%g' y='438' "
                            "text-anchor='middle'>10%s objects</text>\n",
                            across (pow (10, k)), across (pow (10, k)),
                            (const char *[]){ "", "", "²", "³", "⁴", "⁵" }[k]);
  for (int k = -2; k <= 4; k++)
    g_string_append_printf (svg,
                            "<path d='M60 %gH580' stroke='#ddd'/><text x='52' y='%g' "
                            "text-anchor='end'>%g ms</text>\n",
                            up (pow (10, k)), up (pow (10, k)) + 4, pow (10, k));
  for (guint f = 0; f < n; f++)
    {
      g_string_append_printf (svg, "<polyline fill='none' stroke-width='2' stroke='%s' points='",
                              colours[f % 4]);
      for (guint i = 0; i < families[f].n_points; i++)
        g_string_append_printf (svg, "%.1f,%.1f ", across (families[f].objects[i]),
                                up (families[f].times[i]));
      g_string_append_printf (svg, "'/><text x='600' y='%u' fill='%s'>%s: V^%.2f</text>\n",
                              60 + 22 * f, colours[f % 4], families[f].name, families[f].exponent);
    }
  g_string_append (svg, "</svg>\n");
  g_file_set_contents (path, svg->str, (gssize)svg->len, NULL);
}

typedef struct
{
  GCancellable *cancellable;
  gint64 cancelled;
} Canceller;

static gpointer
cancel_soon (gpointer data)
{
  Canceller *canceller = data;

  g_usleep (G_USEC_PER_SEC / 3);
  canceller->cancelled = g_get_monotonic_time ();
  g_cancellable_cancel (canceller->cancellable);
  return NULL;
}

/* Higman's group, with inverses as arrows of their own: its search does not end by itself. */
static ChasePresentation *
higman (void)
{
  ChasePresentation *p = chase_presentation_new ();

  add_object (p);
  for (guint i = 0; i < 8; i++)
    add_arrow (p, 0, 0);
  for (guint32 i = 0; i < 4; i++)
    {
      guint32 next = (i + 1) % 4, one[2] = { i, next }, other[3] = { next, next, i };
      guint32 there[2] = { i, i + 4 }, back[2] = { i + 4, i };

      chase_presentation_add_equation (p, 0, (ChaseWord){ one, 2 }, (ChaseWord){ other, 3 }, NULL,
                                       0);
      chase_presentation_add_equation (p, 0, (ChaseWord){ there, 2 }, (ChaseWord){ NULL, 0 }, NULL,
                                       0);
      chase_presentation_add_equation (p, 0, (ChaseWord){ back, 2 }, (ChaseWord){ NULL, 0 }, NULL,
                                       0);
    }
  return p;
}

static void
bench_cancelling (void)
{
  g_autoptr (ChasePresentation) p = higman ();
  g_autoptr (ChaseEngine) engine = chase_engine_new (p);
  double times[RUNS];

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Canceller canceller = { cancellable, 0 };
      GThread *thread = g_thread_new ("cancel", cancel_soon, &canceller);
      guint32 letter = 0;
      g_autoptr (ChaseAnswer) answer G_GNUC_UNUSED = chase_engine_equal (
          engine, 0, (ChaseWord){ &letter, 1 }, (ChaseWord){ NULL, 0 }, NULL, cancellable);

      g_thread_join (thread);
      times[i] = (double)(g_get_monotonic_time () - canceller.cancelled) / 1e3;
    }
  qsort (times, RUNS, sizeof (double), compare);
  printf ("called off: ends after %.2f ms, at most %.2f ms\n", times[RUNS / 2], times[RUNS - 1]);
}

int
main (int argc, char **argv)
{
  static Family families[] = {
    { .name = "grid", .make = grid, .sizes = { 12, 25, 50, 100, 200, 300 } },
    { .name = "cube", .make = cube, .sizes = { 6, 8, 9, 10, 11, 12 } },
    { .name = "permutohedron", .make = permutohedron, .sizes = { 4, 5, 6, 7, 8 } },
    { .name = "bracketings", .make = bracketings, .sizes = { 6, 7, 8, 9, 10 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    bench_family (&families[i]);
  if (argc > 1)
    draw (argv[1], families, G_N_ELEMENTS (families));
  bench_cancelling ();
  return 0;
}
