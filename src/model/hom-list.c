/* SPDX-License-Identifier: MIT */
#include "model/hom-list.h"

#include "model/by-equations.h"
#include "model/theory-private.h"

#include <string.h>

#define MAX_CELLS 4000000
#define MOST_STEPS_OF_PATHS 1000000 /* arrows, for each length */

/* Rows are wide: a cell for every arrow, of which only those out of the row's object are used. */
typedef struct
{
  const ChasePresentation *p;
  guint32 n_arrows;
  GArray *object;
  GArray *root; /* a row that became another one points to it */
  GArray *next;
  GArray *same; /* pairs of rows that are to become one */
  guint64 *steps;
  gboolean over;
} Tracing;

static guint32
live (Tracing *t, guint32 row)
{
  guint32 *root = (guint32 *)(gpointer)t->root->data;

  while (root[row] != row)
    row = root[row] = root[root[row]];
  return row;
}

static guint32 *
cell (Tracing *t, guint32 row, guint32 arrow)
{
  return &g_array_index (t->next, guint32, (gsize)row * t->n_arrows + arrow);
}

static guint32
add_row (Tracing *t, guint32 object)
{
  guint32 row = t->object->len;

  g_array_append_val (t->object, object);
  g_array_append_val (t->root, row);
  g_array_set_size (t->next, (row + 1) * t->n_arrows);
  for (guint32 f = 0; f < t->n_arrows; f++)
    *cell (t, row, f) = NOWHERE;
  t->over = t->over || t->next->len > MAX_CELLS;
  return row;
}

static guint32
follow (Tracing *t, guint32 row, ChaseWord word)
{
  for (guint32 i = 0; i < word.length && !t->over; i++)
    {
      guint32 next = *cell (t, row, word.letters[i]);

      if (*t->steps == 0)
        t->over = TRUE;
      else
        --*t->steps;
      if (next == NOWHERE)
        {
          next = add_row (t, chase_presentation_arrow (t->p, word.letters[i])->target);
          *cell (t, row, word.letters[i]) = next;
        }
      row = live (t, next);
    }
  return row;
}

static void
make_same (Tracing *t, guint32 one, guint32 two)
{
  g_array_append_val (t->same, one);
  g_array_append_val (t->same, two);
  while (t->same->len > 0)
    {
      guint32 a = live (t, g_array_index (t->same, guint32, t->same->len - 1));
      guint32 b = live (t, g_array_index (t->same, guint32, t->same->len - 2));

      g_array_set_size (t->same, t->same->len - 2);
      if (a == b)
        continue;
      g_array_index (t->root, guint32, MAX (a, b)) = MIN (a, b);
      for (guint32 f = 0; f < t->n_arrows; f++)
        {
          guint32 *kept = cell (t, MIN (a, b), f);
          guint32 moved = *cell (t, MAX (a, b), f);

          if (*kept == NOWHERE)
            *kept = moved;
          else if (moved != NOWHERE)
            {
              g_array_append_val (t->same, *kept);
              g_array_append_val (t->same, moved);
            }
        }
    }
}

static void
hold_at (Tracing *t, guint32 row, ChaseWord left, ChaseWord right)
{
  guint32 one = follow (t, row, left);
  guint32 two = follow (t, row, right);

  if (!t->over)
    make_same (t, one, two);
}

static void
complete (Tracing *t, guint32 row, const GArray *equations)
{
  guint32 object = g_array_index (t->object, guint32, row);

  for (guint i = 0; i < equations->len && live (t, row) == row; i++)
    {
      const ChaseEquation *e
          = chase_presentation_equation (t->p, g_array_index (equations, guint32, i));

      hold_at (t, row, e->left, e->right);
    }
  for (guint32 f = 0; f < t->n_arrows && live (t, row) == row && !t->over; f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (t->p, f);
      guint32 there[2] = { f, arrow->inverse };
      guint32 twice[2] = { f, f };

      if (arrow->source != object)
        continue;
      follow (t, row, (ChaseWord){ &f, 1 });
      if (arrow->inverse != NOWHERE)
        hold_at (t, row, (ChaseWord){ there, 2 }, (ChaseWord){ NULL, 0 });
      if (arrow->properties & CHASE_PROPERTY_IDEMPOTENT)
        hold_at (t, row, (ChaseWord){ twice, 2 }, (ChaseWord){ twice, 1 });
    }
}

void
chase_hom_table_sort (ChaseHomTable *table, guint32 n_arrows)
{
  g_autofree guint32 *number = g_new (guint32, table->n_rows + 1);
  g_autofree guint32 *order = g_new (guint32, table->n_rows + 1);
  guint32 *object = g_new (guint32, table->n_rows + 1);
  guint32 *next = g_new (guint32, (gsize)table->n_rows * n_arrows + 1);
  guint32 n = 1;

  for (guint32 row = 0; row < table->n_rows; row++)
    number[row] = NOWHERE;
  number[0] = order[0] = 0;
  for (guint32 i = 0; i < n; i++)
    for (guint32 f = 0; f < n_arrows; f++)
      {
        guint32 image = table->next[(gsize)order[i] * n_arrows + f];

        if (image == NOWHERE || number[image] != NOWHERE)
          continue;
        number[image] = n;
        order[n++] = image;
      }
  for (guint32 i = 0; i < n; i++)
    {
      object[i] = table->object[order[i]];
      for (guint32 f = 0; f < n_arrows; f++)
        {
          guint32 image = table->next[(gsize)order[i] * n_arrows + f];

          next[(gsize)i * n_arrows + f] = image == NOWHERE ? NOWHERE : number[image];
        }
    }
  g_free (table->object);
  g_free (table->next);
  table->n_rows = n;
  table->object = object;
  table->next = next;
}

static ChaseHomTable *
live_rows (Tracing *t)
{
  g_autofree guint32 *number = g_new (guint32, t->object->len + 1);
  ChaseHomTable *table = g_new0 (ChaseHomTable, 1);

  for (guint32 row = 0; row < t->object->len; row++)
    number[row] = live (t, row) == row ? table->n_rows++ : NOWHERE;
  table->object = g_new (guint32, table->n_rows + 1);
  table->next = g_new (guint32, (gsize)table->n_rows * t->n_arrows + 1);
  for (guint32 row = 0; row < t->object->len; row++)
    for (guint32 f = 0; number[row] != NOWHERE && f < t->n_arrows; f++)
      {
        guint32 next = *cell (t, row, f);

        table->next[(gsize)number[row] * t->n_arrows + f]
            = next == NOWHERE ? NOWHERE : number[live (t, next)];
      }
  for (guint32 row = 0; row < t->object->len; row++)
    if (number[row] != NOWHERE)
      table->object[number[row]] = g_array_index (t->object, guint32, row);
  chase_hom_table_sort (table, t->n_arrows);
  return table;
}

/* Nothing is given, and there are paths from @source with more arrows than there are objects: then
 * there are infinitely many. */
static gboolean
is_free_and_infinite (const ChasePresentation *p, guint32 source)
{
  guint32 n = chase_presentation_n_objects (p);
  g_autofree gboolean *here = g_new0 (gboolean, n + 1);
  gboolean any = TRUE;

  if (chase_presentation_n_equations (p) > 0
      || (guint64)n * chase_presentation_n_arrows (p) > MOST_STEPS_OF_PATHS)
    return FALSE;
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    if (chase_presentation_arrow (p, f)->properties != 0 || chase_presentation_arrow (p, f)->formal)
      return FALSE;
  here[source] = TRUE;
  for (guint32 length = 0; any && length <= n; length++)
    {
      g_autofree gboolean *next = g_new0 (gboolean, n + 1);

      any = FALSE;
      for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
        if (here[chase_presentation_arrow (p, f)->source])
          any = next[chase_presentation_arrow (p, f)->target] = TRUE;
      memcpy (here, next, (n + 1) * sizeof *here);
    }
  return any;
}

static GPtrArray *
by_source (const ChasePresentation *p)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    g_ptr_array_add (lists, g_array_new (FALSE, FALSE, sizeof (guint32)));
  for (guint32 e = 0; e < chase_presentation_n_equations (p); e++)
    g_array_append_val (
        (GArray *)g_ptr_array_index (lists, chase_presentation_equation (p, e)->source), e);
  return lists;
}

/* Of a composition table: the rows are the identity and the arrows from @source. */
static void
read_table (Tracing *t, guint32 source)
{
  ChaseFiniteFault fault;
  guint32 first, second;
  g_autoptr (ChaseFinite) finite = chase_finite_new_table (t->p, &fault, &first, &second);
  g_autofree guint32 *row = g_new (guint32, t->n_arrows + 1);

  t->over = t->over || finite == NULL || chase_presentation_n_equations (t->p) > *t->steps;
  for (guint32 f = 0; f < t->n_arrows && !t->over; f++)
    if (finite->source[f] == source)
      row[f] = add_row (t, finite->target[f]);
  for (guint32 f = 0; f < t->n_arrows && !t->over; f++)
    {
      if (finite->source[f] != source)
        continue;
      *cell (t, 0, f) = row[f];
      for (guint32 i = finite->first[finite->target[f]]; i < finite->first[finite->target[f] + 1];
           i++)
        {
          guint32 product = chase_finite_compose (finite, f, finite->out[i]);

          *cell (t, row[f], finite->out[i])
              = chase_finite_is_identity (finite, product) ? 0 : row[product];
        }
    }
}

static void
tracing_init (Tracing *t, const ChasePresentation *presentation, guint32 source, guint64 *steps)
{
  *t = (Tracing){ .p = presentation,
                  .n_arrows = chase_presentation_n_arrows (presentation),
                  .object = g_array_new (FALSE, FALSE, sizeof (guint32)),
                  .root = g_array_new (FALSE, FALSE, sizeof (guint32)),
                  .next = g_array_new (FALSE, FALSE, sizeof (guint32)),
                  .same = g_array_new (FALSE, FALSE, sizeof (guint32)),
                  .steps = steps };
  add_row (t, source);
}

static void
tracing_clear (Tracing *t)
{
  g_array_unref (t->object);
  g_array_unref (t->root);
  g_array_unref (t->next);
  g_array_unref (t->same);
}

/* Row by row, up to @limit of them: FALSE where there are more. */
static gboolean
trace (Tracing *t, guint32 limit)
{
  g_autoptr (GPtrArray) equations = by_source (t->p);
  guint32 row = 0;

  for (; row < MIN (t->object->len, limit) && !t->over; row++)
    if (live (t, row) == row)
      complete (t, row, g_ptr_array_index (equations, g_array_index (t->object, guint32, row)));
  return row == t->object->len;
}

ChaseHomTable *
chase_hom_table_begin (const ChasePresentation *presentation, guint32 source, guint32 limit,
                       guint64 *steps, gboolean *closed)
{
  ChaseHomTable *table = NULL;
  Tracing t;

  tracing_init (&t, presentation, source, steps);
  *closed = trace (&t, limit);
  if (!t.over)
    table = live_rows (&t);
  tracing_clear (&t);
  return table;
}

ChaseHomTable *
chase_hom_table_list (ChasePresentation *presentation, gboolean table, guint32 source,
                      guint64 *steps)
{
  const ChasePresentation *p = chase_presentation_by_equations (presentation);
  ChaseHomTable *listed = NULL;
  Tracing t;

  if (p == NULL || (!table && is_free_and_infinite (p, source)))
    return NULL;
  tracing_init (&t, p, source, steps);
  if (table)
    read_table (&t, source);
  else
    trace (&t, NOWHERE);
  if (!t.over)
    listed = live_rows (&t);
  tracing_clear (&t);
  return listed;
}

void
chase_hom_table_paths (const ChaseHomTable *table, guint32 n_arrows, guint32 **before,
                       guint32 **last)
{
  *before = g_new (guint32, table->n_rows + 1);
  *last = g_new (guint32, table->n_rows + 1);
  for (guint32 row = 0; row < table->n_rows; row++)
    (*before)[row] = (*last)[row] = NOWHERE;
  for (guint32 row = 0; row < table->n_rows; row++)
    for (guint32 f = 0; f < n_arrows; f++)
      {
        guint32 next = table->next[(gsize)row * n_arrows + f];

        if (next == NOWHERE || next == 0 || (*before)[next] != NOWHERE)
          continue;
        (*before)[next] = row;
        (*last)[next] = f;
      }
}

guint32
chase_hom_table_follow (const ChaseHomTable *table, guint32 n_arrows, guint32 row, ChaseWord word)
{
  for (guint32 i = 0; i < word.length; i++)
    row = table->next[(gsize)row * n_arrows + word.letters[i]];
  return row;
}

/* The path to @row: "g . f"; of the opposite category with @turned. */
static ChaseName *
name_of_row (const ChasePresentation *p, guint32 source, guint32 row, const guint32 *before,
             const guint32 *last, gboolean turned)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (row == 0)
    g_string_append_printf (text, "id(%s)", chase_presentation_object_name (p, source));
  for (guint32 at = row; at != 0; at = before[at])
    {
      const char *name = chase_presentation_arrow (p, last[at])->name;

      if (turned && at != row)
        g_string_prepend (text, " . ");
      if (turned)
        g_string_prepend (text, name);
      else
        g_string_append_printf (text, "%s%s", at != row ? " . " : "", name);
    }
  return chase_name_new (text->str);
}

static guint32 *
places (const ChaseHomTable *table, guint32 *sizes)
{
  guint32 *place = g_new (guint32, table->n_rows + 1);

  for (guint32 row = 1; row < table->n_rows; row++)
    place[row] = sizes[table->object[row]]++;
  place[0] = sizes[table->object[0]]++;
  return place;
}

guint32 *
chase_hom_table_places (const ChaseHomTable *table, guint32 n_objects)
{
  g_autofree guint32 *sizes = g_new0 (guint32, n_objects + 1);

  return places (table, sizes);
}

ChaseSets *
chase_hom_table_sets (const ChasePresentation *presentation, const ChaseHomTable *table,
                      guint32 source, gboolean turned)
{
  guint32 n_arrows = chase_presentation_n_arrows (presentation);
  g_autofree guint32 *sizes = g_new0 (guint32, chase_presentation_n_objects (presentation) + 1);
  g_autofree guint32 *place = places (table, sizes);
  g_autofree guint32 *before = NULL;
  g_autofree guint32 *last = NULL;
  ChaseSets *sets = chase_sets_new (presentation, sizes);

  chase_hom_table_paths (table, n_arrows, &before, &last);
  for (guint32 row = 0; row < table->n_rows; row++)
    {
      sets->names[sets->first[table->object[row]] + place[row]]
          = name_of_row (presentation, source, row, before, last, turned);
      for (guint32 f = 0; f < n_arrows; f++)
        if (table->next[(gsize)row * n_arrows + f] != NOWHERE)
          sets->functions[sets->offsets[f] + place[row]]
              = place[table->next[(gsize)row * n_arrows + f]];
    }
  return sets;
}
