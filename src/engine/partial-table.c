/* SPDX-License-Identifier: MIT */
#include "engine/partial-table.h"

#define NONE CHASE_NO_VALUE

typedef struct
{
  guint32 object;
  guint32 before;     /* the element of the same object that came before, or NONE */
  guint32 first_cell; /* followed by those of the other arrows */
} PartialElement;

typedef struct
{
  guint32 element;
  guint32 arrow;
  guint32 value;
  guint32 waiting; /* the first watch that waits for the value, or NONE */
} PartialCell;

/* A side of a relation at an element, on its way until the first empty cell. */
typedef struct
{
  guint32 element;
  guint32 side; /* 2 * relation + (0 or 1) */
  guint32 next; /* watch that waits at the same cell, or NONE */
} PartialWatch;

typedef enum
{
  DONE_ELEMENT, /* an element was added, before its watches began to wait */
  DONE_VALUE,   /* cell a was filled */
  DONE_MOVE,    /* watch w went from the front of cell a (or NONE) to that of cell b (or NONE) */
} DoneKind;

typedef struct
{
  DoneKind kind;
  guint32 a, b, w;
} Done;

void
chase_partial_table_init (ChasePartialTable *t, const ChaseIndex *index, const guint8 *allowed)
{
  ChaseProperty mono = CHASE_PROPERTY_MONO | CHASE_PROPERTY_SPLIT_MONO;

  *t = (ChasePartialTable){ .index = index, .allowed = allowed };
  t->slot = g_new (guint32, (gsize)index->n_arrows + 1);
  t->injective = g_new0 (guint8, (gsize)index->n_arrows + 1);
  t->count = g_new0 (guint32, (gsize)index->n_objects + 1);
  t->last = g_new (guint32, (gsize)index->n_objects + 1);
  for (guint32 o = 0; o < index->n_objects; o++)
    {
      guint32 slot = 0;

      t->last[o] = NONE;
      for (guint32 i = index->out_first[o]; i < index->out_first[o + 1]; i++)
        {
          guint32 arrow = index->out[i];

          t->slot[arrow] = allowed[o] && allowed[index->target[arrow]] ? slot++ : NONE;
          t->injective[arrow]
              = (chase_presentation_arrow (index->presentation, arrow)->properties & mono) != 0;
        }
    }
  t->elements = g_array_new (FALSE, FALSE, sizeof (PartialElement));
  t->cells = g_array_new (FALSE, FALSE, sizeof (PartialCell));
  t->watches = g_array_new (FALSE, FALSE, sizeof (PartialWatch));
  t->log = g_array_new (FALSE, FALSE, sizeof (Done));
  t->queue = g_array_new (FALSE, FALSE, sizeof (guint32));
}

void
chase_partial_table_clear (ChasePartialTable *t)
{
  g_free (t->slot);
  g_free (t->injective);
  g_free (t->count);
  g_free (t->last);
  g_array_unref (t->elements);
  g_array_unref (t->cells);
  g_array_unref (t->watches);
  g_array_unref (t->log);
  g_array_unref (t->queue);
}

static PartialElement *
element_at (const ChasePartialTable *t, guint32 element)
{
  return &g_array_index (t->elements, PartialElement, element);
}

static PartialCell *
cell_at (const ChasePartialTable *t, guint32 cell)
{
  return &g_array_index (t->cells, PartialCell, cell);
}

static PartialWatch *
watch_at (const ChasePartialTable *t, guint32 watch)
{
  return &g_array_index (t->watches, PartialWatch, watch);
}

guint32
chase_partial_table_size (const ChasePartialTable *t)
{
  return t->elements->len;
}

guint32
chase_partial_table_object (const ChasePartialTable *t, guint32 element)
{
  return element_at (t, element)->object;
}

guint32
chase_partial_table_before (const ChasePartialTable *t, guint32 element)
{
  return element_at (t, element)->before;
}

guint32
chase_partial_table_cell (const ChasePartialTable *t, guint32 element, guint32 arrow)
{
  return element_at (t, element)->first_cell + t->slot[arrow];
}

guint32
chase_partial_table_n_cells (const ChasePartialTable *t)
{
  return t->cells->len;
}

guint32
chase_partial_table_value (const ChasePartialTable *t, guint32 cell, guint32 *element,
                           guint32 *arrow)
{
  const PartialCell *c = cell_at (t, cell);

  if (element != NULL)
    *element = c->element;
  if (arrow != NULL)
    *arrow = c->arrow;
  return c->value;
}

static void
note (ChasePartialTable *t, DoneKind kind, guint32 a, guint32 b, guint32 w)
{
  Done done = { kind, a, b, w };

  g_array_append_val (t->log, done);
}

/* Puts the watch, which waits nowhere now, at the front of @to (or NONE); it came from @from. */
static void
wait_at (ChasePartialTable *t, guint32 watch, guint32 from, guint32 to)
{
  note (t, DONE_MOVE, from, to, watch);
  if (to == NONE)
    return;
  watch_at (t, watch)->next = cell_at (t, to)->waiting;
  cell_at (t, to)->waiting = watch;
}

/* Follows the letters; *@done of them are known, and where fewer than all are, *@empty is next. */
static guint32
trace (ChasePartialTable *t, guint32 element, ChaseWord path, guint32 *done, guint32 *empty)
{
  guint32 i;

  for (i = 0; i < path.length; i++)
    {
      guint32 cell = chase_partial_table_cell (t, element, path.letters[i]);
      guint32 value = cell_at (t, cell)->value;

      if (value == NONE)
        {
          *empty = cell;
          break;
        }
      element = value;
    }
  t->work += i + 1;
  *done = i;
  return element;
}

guint32
chase_partial_table_follow (ChasePartialTable *t, guint32 element, ChaseWord path, guint32 *empty)
{
  guint32 done;
  guint32 end = trace (t, element, path, &done, empty);

  return done == path.length ? end : NONE;
}

/* Puts the value there, to be looked at later; FALSE where another one stands, or where a mono
   would send two elements to one. */
static gboolean
put (ChasePartialTable *t, guint32 cell, guint32 value)
{
  PartialCell *c = cell_at (t, cell);

  if (c->value != NONE)
    return c->value == value;
  if (t->injective[c->arrow])
    for (guint32 e = t->last[t->index->source[c->arrow]]; e != NONE; e = element_at (t, e)->before)
      if (cell_at (t, chase_partial_table_cell (t, e, c->arrow))->value == value)
        return FALSE;
  c->value = value;
  note (t, DONE_VALUE, cell, 0, 0);
  g_array_append_val (t->queue, cell);
  return TRUE;
}

/* Looks how far the side and the other one are known; what lacks one letter only is filled in. */
static gboolean
wake (ChasePartialTable *t, guint32 watch, guint32 from)
{
  const PartialWatch *w = watch_at (t, watch);
  const ChaseRelation *r = &t->index->relations[w->side / 2];
  ChaseWord here = r->side[w->side & 1], there = r->side[1 - (w->side & 1)];
  guint32 done, other_done, empty = NONE, other_empty = NONE;
  guint32 end = trace (t, w->element, here, &done, &empty);
  guint32 other = trace (t, w->element, there, &other_done, &other_empty);

  wait_at (t, watch, from, empty);
  if (done == here.length && other_done == there.length)
    return end == other;
  if (done == here.length && other_done + 1 == there.length)
    return put (t, other_empty, end);
  if (other_done == there.length && done + 1 == here.length)
    return put (t, empty, other);
  return TRUE;
}

static gboolean
look_at (ChasePartialTable *t, guint32 cell)
{
  guint32 watch;

  while ((watch = cell_at (t, cell)->waiting) != NONE)
    {
      cell_at (t, cell)->waiting = watch_at (t, watch)->next;
      if (!wake (t, watch, cell))
        return FALSE;
    }
  return TRUE;
}

gboolean
chase_partial_table_fill (ChasePartialTable *t, guint32 cell, guint32 value)
{
  gboolean good = put (t, cell, value);

  for (guint i = 0; i < t->queue->len && good; i++)
    good = look_at (t, g_array_index (t->queue, guint32, i));
  g_array_set_size (t->queue, 0);
  return good;
}

static void
add_watches (ChasePartialTable *t, guint32 element, guint32 object)
{
  const ChaseIndex *index = t->index;

  for (guint32 i = index->at_first[object]; i < index->at_first[object + 1]; i++)
    for (guint32 k = 0; k < 2; k++)
      {
        const ChaseRelation *r = &index->relations[index->at[i]];
        PartialWatch watch = { element, 2 * index->at[i] + k, NONE };
        guint32 done, empty = NONE;

        if (!t->allowed[r->target])
          continue;
        trace (t, element, r->side[k], &done, &empty);
        g_array_append_val (t->watches, watch);
        wait_at (t, t->watches->len - 1, NONE, empty);
      }
}

guint32
chase_partial_table_add (ChasePartialTable *t, guint32 object)
{
  const ChaseIndex *index = t->index;
  guint32 number = t->elements->len;
  PartialElement element = { object, t->last[object], t->cells->len };

  g_array_append_val (t->elements, element);
  for (guint32 i = index->out_first[object]; i < index->out_first[object + 1]; i++)
    {
      PartialCell cell = { number, index->out[i], NONE, NONE };

      if (t->slot[index->out[i]] != NONE)
        g_array_append_val (t->cells, cell);
    }
  note (t, DONE_ELEMENT, t->watches->len, 0, 0);
  t->last[object] = number;
  t->n_inhabited += t->count[object]++ == 0;
  add_watches (t, number, object);
  return number;
}

static void
undo_element (ChasePartialTable *t, guint32 n_watches)
{
  const PartialElement element = *element_at (t, t->elements->len - 1);

  t->last[element.object] = element.before;
  t->n_inhabited -= --t->count[element.object] == 0;
  g_array_set_size (t->cells, element.first_cell);
  g_array_set_size (t->elements, t->elements->len - 1);
  g_array_set_size (t->watches, n_watches);
}

static void
undo_move (ChasePartialTable *t, const Done *done)
{
  if (done->b != NONE)
    cell_at (t, done->b)->waiting = watch_at (t, done->w)->next;
  if (done->a == NONE)
    return;
  watch_at (t, done->w)->next = cell_at (t, done->a)->waiting;
  cell_at (t, done->a)->waiting = done->w;
}

void
chase_partial_table_undo (ChasePartialTable *t, guint length)
{
  while (t->log->len > length)
    {
      Done done = g_array_index (t->log, Done, t->log->len - 1);

      g_array_set_size (t->log, t->log->len - 1);
      switch (done.kind)
        {
        case DONE_ELEMENT:
          undo_element (t, done.a);
          break;
        case DONE_VALUE:
          cell_at (t, done.a)->value = NONE;
          break;
        case DONE_MOVE:
          undo_move (t, &done);
        }
    }
}
