/* SPDX-License-Identifier: MIT */
#include "engine/natural-transformations.h"

#include <string.h>

/* Domains are sets of bits; what a change takes away is noted, so that it can be put back. */

typedef struct
{
  gsize word;
  guint64 old;
  guint32 variable;
} Change;

typedef struct
{
  guint32 variable;
  guint32 value; /* the next to try */
  guint trail;
  guint place; /* of the variable in the order */
} Frame;

typedef struct
{
  const ChaseNaturality *naturality;
  ChaseClock *clock;
  gsize *first; /* word of each variable's domain */
  guint64 *domains;
  guint32 *left;   /* how many values each variable may have still */
  gsize *hint;     /* the word of the only one, where there is one */
  guint *at_first; /* squares at each variable */
  guint *at;
  GArray *trail; /* of Change */
  GArray *queue; /* of squares to look at */
  GArray *later; /* those of them that cost a look at whole domains */
  gboolean *queued;
  guint32 *mark[2];
  guint32 stamp;
  guint32 *values;
  guint32 *order;
  gboolean *seen;
} Solver;

static const ChaseNaturalSquare *
square_of (const Solver *solver, guint i)
{
  return &g_array_index (solver->naturality->squares, ChaseNaturalSquare, i);
}

static void
index_squares (Solver *solver)
{
  guint32 n = solver->naturality->n_variables;
  guint m = solver->naturality->squares->len;
  g_autofree guint *fill = g_new0 (guint, n + 1);

  solver->at_first = g_new0 (guint, n + 2);
  for (guint i = 0; i < m; i++)
    {
      solver->at_first[square_of (solver, i)->u + 1]++;
      solver->at_first[square_of (solver, i)->v + 1]++;
    }
  for (guint32 v = 0; v < n; v++)
    {
      solver->at_first[v + 1] += solver->at_first[v];
      fill[v] = solver->at_first[v];
    }
  solver->at = g_new (guint, 2 * (gsize)m + 1);
  for (guint i = 0; i < m; i++)
    {
      solver->at[fill[square_of (solver, i)->u]++] = i;
      solver->at[fill[square_of (solver, i)->v]++] = i;
    }
}

static void
fill_domains (Solver *solver)
{
  const ChaseNaturality *naturality = solver->naturality;
  gsize words = 0;
  guint32 most = 0;

  solver->first = g_new (gsize, naturality->n_variables + 1);
  for (guint32 v = 0; v < naturality->n_variables; v++)
    {
      solver->first[v] = words;
      words += (naturality->sizes[v] + 63) / 64;
      most = MAX (most, naturality->sizes[v]);
    }
  solver->first[naturality->n_variables] = words;
  solver->domains = g_new0 (guint64, words + 1);
  solver->left = g_new (guint32, naturality->n_variables + 1);
  solver->hint = g_new (gsize, naturality->n_variables + 1);
  for (guint32 v = 0; v < naturality->n_variables; v++)
    {
      solver->left[v] = naturality->sizes[v];
      solver->hint[v] = solver->first[v];
      for (guint32 x = 0; x < naturality->sizes[v]; x++)
        solver->domains[solver->first[v] + x / 64] |= G_GUINT64_CONSTANT (1) << (x % 64);
    }
  for (guint i = 0; i < naturality->maps->len; i++)
    most = MAX (most, g_array_index (naturality->maps, guint32, i) + 1);
  for (guint k = 0; k < 2; k++)
    solver->mark[k] = g_new0 (guint32, (gsize)most + 1);
}

static void
solver_init (Solver *solver, const ChaseNaturality *naturality, ChaseClock *clock)
{
  memset (solver, 0, sizeof *solver);
  solver->naturality = naturality;
  solver->clock = clock;
  fill_domains (solver);
  index_squares (solver);
  solver->trail = g_array_new (FALSE, FALSE, sizeof (Change));
  solver->queue = g_array_new (FALSE, FALSE, sizeof (guint));
  solver->later = g_array_new (FALSE, FALSE, sizeof (guint));
  solver->queued = g_new0 (gboolean, naturality->squares->len + 1);
  solver->values = g_new0 (guint32, naturality->n_variables + 1);
  solver->order = g_new (guint32, naturality->n_variables + 1);
  solver->seen = g_new0 (gboolean, naturality->n_variables + 1);
}

static void
solver_clear (Solver *solver)
{
  g_free (solver->first);
  g_free (solver->domains);
  g_free (solver->left);
  g_free (solver->hint);
  g_free (solver->at_first);
  g_free (solver->at);
  g_array_unref (solver->trail);
  g_array_unref (solver->queue);
  g_array_unref (solver->later);
  g_free (solver->queued);
  g_free (solver->mark[0]);
  g_free (solver->mark[1]);
  g_free (solver->values);
  g_free (solver->order);
  g_free (solver->seen);
}

static void
replace_word (Solver *solver, guint32 variable, gsize word, guint64 bits)
{
  solver->left[variable] += (guint32)__builtin_popcountll (bits);
  solver->left[variable] -= (guint32)__builtin_popcountll (solver->domains[word]);
  solver->domains[word] = bits;
  if (bits != 0)
    solver->hint[variable] = word;
}

static void
set_word (Solver *solver, guint32 variable, gsize word, guint64 bits)
{
  Change change = { word, solver->domains[word], variable };

  g_array_append_val (solver->trail, change);
  replace_word (solver, variable, word, bits);
}

static void
undo (Solver *solver, guint trail)
{
  while (solver->trail->len > trail)
    {
      Change change = g_array_index (solver->trail, Change, solver->trail->len - 1);

      replace_word (solver, change.variable, change.word, change.old);
      g_array_set_size (solver->trail, solver->trail->len - 1);
    }
}

static void
enqueue_at (Solver *solver, guint32 variable)
{
  for (guint i = solver->at_first[variable]; i < solver->at_first[variable + 1]; i++)
    {
      guint square = solver->at[i];

      if (solver->queued[square])
        continue;
      solver->queued[square] = TRUE;
      g_array_append_val (solver->queue, square);
    }
}

static guint32
image (const Solver *solver, gsize map, guint32 value)
{
  return map == G_MAXSIZE ? value : g_array_index (solver->naturality->maps, guint32, map + value);
}

/* Leaves of the values of @variable those whose image by @map was marked (@check) and marks the
 * images of what is left (@note). TRUE when something went away. */
static gboolean
sift (Solver *solver, guint32 variable, gsize map, const guint32 *check, guint32 *note)
{
  gboolean changed = FALSE;

  for (gsize w = solver->first[variable]; w < solver->first[variable + 1]; w++)
    {
      guint64 left = solver->domains[w];

      for (guint64 bits = left; bits != 0; bits &= bits - 1)
        {
          guint32 value
              = (guint32)((w - solver->first[variable]) * 64) + (guint32)__builtin_ctzll (bits);
          guint32 y = image (solver, map, value);

          if (check != NULL && check[y] != solver->stamp)
            left &= ~(bits & -bits);
          else if (note != NULL)
            note[y] = solver->stamp;
        }
      if (left == solver->domains[w])
        continue;
      set_word (solver, variable, w, left);
      changed = TRUE;
    }
  return changed;
}

/* A square on one variable alone. */
static gboolean
sift_loop (Solver *solver, const ChaseNaturalSquare *square)
{
  gsize first = solver->first[square->u];
  gboolean changed = FALSE;

  for (gsize w = first; w < solver->first[square->u + 1]; w++)
    {
      guint64 left = solver->domains[w];

      for (guint64 bits = left; bits != 0; bits &= bits - 1)
        {
          guint32 value = (guint32)((w - first) * 64) + (guint32)__builtin_ctzll (bits);

          if (!chase_naturality_agrees (solver->naturality, square, value, value))
            left &= ~(bits & -bits);
        }
      if (left == solver->domains[w])
        continue;
      set_word (solver, square->u, w, left);
      changed = TRUE;
    }
  return changed;
}

/* The value of a variable that has one alone. */
static guint32
only_value (Solver *solver, guint32 variable)
{
  gsize first = solver->first[variable];
  gsize word = solver->hint[variable];

  if (solver->domains[word] == 0)
    for (word = first; solver->domains[word] == 0;)
      word++;
  solver->hint[variable] = word;
  return (guint32)((word - first) * 64) + (guint32)__builtin_ctzll (solver->domains[word]);
}

static void
leave_only (Solver *solver, guint32 variable, guint32 value)
{
  for (gsize w = solver->first[variable]; w < solver->first[variable + 1]; w++)
    {
      guint64 bits
          = w == solver->first[variable] + value / 64 ? G_GUINT64_CONSTANT (1) << (value % 64) : 0;

      bits &= solver->domains[w];
      if (bits != solver->domains[w])
        set_word (solver, variable, w, bits);
    }
}

/* A square whose one end has its value and determines the other. */
static gboolean
follow (Solver *solver, const ChaseNaturalSquare *square)
{
  guint32 value = image (solver, square->p, only_value (solver, square->u));

  if (solver->left[square->v] == 1)
    return only_value (solver, square->v) == value;
  leave_only (solver, square->v, value);
  enqueue_at (solver, square->v);
  return solver->left[square->v] > 0;
}

/* TRUE unless a variable is left without a value. */
static gboolean
revise (Solver *solver, const ChaseNaturalSquare *square)
{
  gboolean u, v;

  if (square->u == square->v)
    {
      if (sift_loop (solver, square))
        enqueue_at (solver, square->u);
      return solver->left[square->u] > 0;
    }
  if (square->q == G_MAXSIZE && solver->left[square->u] == 1)
    return follow (solver, square);
  if (solver->left[square->u] == 1 && solver->left[square->v] == 1)
    return chase_naturality_agrees (solver->naturality, square, only_value (solver, square->u),
                                    only_value (solver, square->v));
  if (++solver->stamp == 0)
    solver->stamp = 1;
  sift (solver, square->u, square->p, NULL, solver->mark[0]);
  v = sift (solver, square->v, square->q, solver->mark[0], solver->mark[1]);
  u = sift (solver, square->u, square->p, solver->mark[1], NULL);
  if (u)
    enqueue_at (solver, square->u);
  if (v)
    enqueue_at (solver, square->v);
  return solver->left[square->u] > 0 && solver->left[square->v] > 0;
}

/* What follows from values at once comes before what takes a look at whole domains: by then these
 * often have one value too. */
static gboolean
is_quick (const Solver *solver, const ChaseNaturalSquare *square)
{
  return solver->left[square->u] == 1 && (square->q == G_MAXSIZE || solver->left[square->v] == 1);
}

static gboolean
propagate (Solver *solver)
{
  gboolean good = TRUE;
  guint head = 0, head_later = 0;

  while (head < solver->queue->len || head_later < solver->later->len)
    {
      gboolean now = head < solver->queue->len;
      guint square = now ? g_array_index (solver->queue, guint, head++)
                         : g_array_index (solver->later, guint, head_later++);

      if (now && good && !is_quick (solver, square_of (solver, square)))
        {
          g_array_append_val (solver->later, square);
          continue;
        }
      solver->queued[square] = FALSE;
      if (good && chase_clock_tick (solver->clock))
        good = FALSE;
      good = good && revise (solver, square_of (solver, square));
    }
  g_array_set_size (solver->queue, 0);
  g_array_set_size (solver->later, 0);
  return good;
}

/* Breadth first over the squares, so that neighbours come early. */
static guint
order_part (Solver *solver, const ChaseNaturalPart *part)
{
  guint n = 0;

  solver->order[n++] = g_array_index (part->variables, guint32, 0);
  solver->seen[solver->order[0]] = TRUE;
  for (guint head = 0; head < n; head++)
    {
      guint32 variable = solver->order[head];

      for (guint i = solver->at_first[variable]; i < solver->at_first[variable + 1]; i++)
        {
          const ChaseNaturalSquare *square = square_of (solver, solver->at[i]);
          guint32 other = square->u == variable ? square->v : square->u;

          if (solver->seen[other])
            continue;
          solver->seen[other] = TRUE;
          solver->order[n++] = other;
        }
    }
  return n;
}

static guint32
value_from (const Solver *solver, guint32 variable, guint32 from)
{
  for (guint32 x = from; x < solver->naturality->sizes[variable]; x++)
    if ((solver->domains[solver->first[variable] + x / 64] >> (x % 64) & 1) != 0)
      return x;
  return G_MAXUINT32;
}

static gboolean
assign (Solver *solver, guint32 variable, guint32 value)
{
  leave_only (solver, variable, value);
  enqueue_at (solver, variable);
  return propagate (solver);
}

/* The first variable in the order from @place on that has a choice left; or all have their values,
 * and they are a solution. */
static gboolean
push_choice (Solver *solver, GArray *frames, guint n, guint place, ChaseNaturalPart *part)
{
  for (; place < n; place++)
    if (solver->left[solver->order[place]] > 1)
      {
        Frame frame = { solver->order[place], 0, solver->trail->len, place };

        g_array_append_val (frames, frame);
        return TRUE;
      }
  for (guint i = 0; i < n; i++)
    solver->values[solver->order[i]] = only_value (solver, solver->order[i]);
  chase_natural_part_add (solver->naturality, part, solver->values);
  return FALSE;
}

static void
solve_part (Solver *solver, ChaseNaturalPart *part)
{
  g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  guint n = order_part (solver, part);

  for (guint i = 0; i < n; i++)
    if (solver->left[solver->order[i]] == 0)
      return;
  push_choice (solver, frames, n, 0, part);
  while (frames->len > 0 && !chase_clock_tick (solver->clock))
    {
      Frame *frame = &g_array_index (frames, Frame, frames->len - 1);
      guint place = frame->place;
      guint32 variable = frame->variable;
      guint32 value;

      undo (solver, frame->trail);
      value = value_from (solver, variable, frame->value);
      if (value == G_MAXUINT32)
        {
          g_array_set_size (frames, frames->len - 1);
          continue;
        }
      frame->value = value + 1;
      if (assign (solver, variable, value))
        push_choice (solver, frames, n, place + 1, part);
    }
}

GPtrArray *
chase_natural_solve (const ChaseNaturality *naturality, ChaseClock *clock)
{
  g_autoptr (GPtrArray) parts = chase_natural_parts (naturality);
  Solver solver;

  solver_init (&solver, naturality, clock);
  for (guint32 v = 0; v < naturality->n_variables; v++)
    enqueue_at (&solver, v);
  if (propagate (&solver))
    for (guint i = 0; i < parts->len; i++)
      {
        ChaseNaturalPart *part = g_ptr_array_index (parts, i);

        solve_part (&solver, part);
        if (part->tally.count == 0 || clock->stop != CHASE_STOP_NONE)
          break;
      }
  solver_clear (&solver);
  return clock->stop == CHASE_STOP_NONE ? g_steal_pointer (&parts) : NULL;
}
