/* SPDX-License-Identifier: MIT */
#include "engine/cosets-private.h"

/* A side of a relation: where tracing it has come to from its beginning, and, over inverses, from
   its end, where the other side has come to an end. */
typedef struct
{
  ChaseWord word;
  guint32 side;
  guint32 row;
  guint32 done;
  guint32 end_row;
  guint32 end; /* letters from here on are traced from the end */
} Side;

static void
trace_on (ChaseCosets *c, Side *side)
{
  guint32 done;

  side->row = chase_cosets_trace (c, side->row, side->word.letters + side->done,
                                  side->word.length - side->done, &done);
  side->done += done;
}

/* Only without proofs: they would have to write down the inverses. */
static void
trace_back (ChaseCosets *c, Side *side, guint32 from)
{
  const ChaseIndex *index = c->index;

  side->end_row = from;
  side->end = side->word.length;
  while (!c->proofs && side->end > side->done)
    {
      guint32 inverse = index->inverse[side->word.letters[side->end - 1]], next;

      if (inverse == CHASE_NO_ROW)
        return;
      next = c->cell[chase_cosets_cell (c, side->end_row, inverse)];
      c->work++;
      if (next == CHASE_NO_ROW)
        return;
      side->end_row = chase_cosets_find (c, next);
      side->end--;
    }
}

/* The side @whole is traced to its end, @open is not: FALSE when the memory does not allow the rows
   that are defined if @defines. */
static gboolean
close_side (ChaseCosets *c, const Side *whole, Side *open, guint32 number, guint32 at,
            gboolean defines)
{
  trace_back (c, open, whole->row);
  while (defines && open->done + 1 < open->end)
    {
      open->row = chase_cosets_advance (c, open->row, open->word.letters[open->done++]);
      if (open->row == CHASE_NO_ROW)
        return FALSE;
    }
  /* A definition sets the inverse's cell too, and so perhaps the last one. */
  if (defines && open->done + 1 == open->end)
    {
      guint32 last = c->cell[chase_cosets_cell (c, open->row, open->word.letters[open->done])];

      if (last != CHASE_NO_ROW)
        {
          open->row = chase_cosets_find (c, last);
          open->done++;
        }
    }
  if (open->done == open->end)
    {
      if (open->row != open->end_row)
        chase_cosets_clash (c, open->row, open->end_row, CHASE_WHY_RELATION, 2 * number, at, 0);
    }
  else if (open->done + 1 == open->end)
    chase_cosets_set (c, open->row, open->word.letters[open->done], open->end_row,
                      chase_cosets_record (c, CHASE_WHY_RELATION, 2 * number + open->side, at, 0));
  return TRUE;
}

/* Traces both sides as far as cells are set: TRUE when they end in one row, and so no more is to be
 * done. */
static inline gboolean
begin_sides (ChaseCosets *c, guint32 row, guint32 number, Side *side)
{
  const ChaseRelation *r = &c->index->relations[number];
  ChaseWord left = r->side[0], right = r->side[1];
  guint32 i, k;
  guint32 x = chase_cosets_trace (c, row, left.letters, left.length, &i);
  guint32 y = chase_cosets_trace (c, row, right.letters, right.length, &k);

  if (x == y && i == left.length && k == right.length)
    return TRUE;
  side[0] = (Side){ .word = left, .side = 0, .row = x, .done = i };
  side[1] = (Side){ .word = right, .side = 1, .row = y, .done = k };
  return FALSE;
}

/* Both sides whole, or one of them: what that says. */
static gboolean
conclude (ChaseCosets *c, guint32 row, guint32 number, Side *side, gboolean defines)
{
  gboolean whole[2] = { side[0].done == side[0].word.length, side[1].done == side[1].word.length };
  gboolean good = TRUE;

  if (whole[0] && whole[1])
    {
      if (side[0].row == side[1].row)
        return TRUE;
      chase_cosets_clash (c, side[0].row, side[1].row, CHASE_WHY_RELATION, 2 * number, row, 0);
    }
  else if (whole[0] || whole[1])
    good = close_side (c, &side[whole[0] ? 0 : 1], &side[whole[0] ? 1 : 0], number, row, defines);
  chase_cosets_settle (c);
  return good;
}

/* Defines what is missing up to the last letter. */
static gboolean
approach (ChaseCosets *c, Side *side)
{
  while (side->done + 1 < side->word.length)
    {
      side->row = chase_cosets_advance (c, side->row, side->word.letters[side->done++]);
      if (side->row == CHASE_NO_ROW)
        return FALSE;
    }
  return TRUE;
}

gboolean
chase_cosets_impose (ChaseCosets *c, guint32 row, guint32 number)
{
  Side side[2];

  if (begin_sides (c, row, number, side))
    return TRUE;
  if (side[0].done < side[0].word.length && side[1].done < side[1].word.length)
    {
      if (!approach (c, &side[0]))
        return FALSE;
      /* The rows that are new may lead on. */
      trace_on (c, &side[1]);
      if (!approach (c, &side[1]))
        return FALSE;
      trace_on (c, &side[0]);
      if (side[0].done < side[0].word.length && side[1].done < side[1].word.length)
        {
          if (side[0].row == side[1].row
              && side[0].word.letters[side[0].done] == side[1].word.letters[side[1].done])
            return chase_cosets_define (c, side[0].row, side[0].word.letters[side[0].done])
                   != CHASE_NO_ROW;
          side[1].row = chase_cosets_advance (c, side[1].row, side[1].word.letters[side[1].done++]);
          if (side[1].row == CHASE_NO_ROW)
            return FALSE;
          trace_on (c, &side[0]);
        }
    }
  return conclude (c, row, number, side, TRUE);
}

void
chase_cosets_scan (ChaseCosets *c, guint32 row, guint32 number)
{
  Side side[2];

  if (!begin_sides (c, row, number, side))
    conclude (c, row, number, side, FALSE);
}
