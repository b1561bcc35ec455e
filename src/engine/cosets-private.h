/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/cosets.h"
#include "engine/vector.h"

G_BEGIN_DECLS

#define CHASE_NO_ROW G_MAXUINT32

typedef enum
{
  CHASE_WHY_RELATION, /* a: 2 * relation + side, b: row where it was traced */
  CHASE_WHY_MOVED,    /* b: the row that died and left its cell */
  CHASE_WHY_CLASH,    /* a: 2 * arrow + side, b: the row that died, c: the row it became */
  CHASE_WHY_CANCEL,   /* a: arrow, b and c: rows that it sends to one row */
} ChaseWhyKind;

/**
 * The reason of a cell or of a merge. The number of a record in the log is its time: what it rests
 * on has smaller ones. For a merge the side says which of the two died; for a cell, which lacked
 * its last step.
 */
typedef struct
{
  ChaseWhyKind kind;
  guint32 a, b, c;
} ChaseWhy;

/** What is known of a row beside its cells. */
typedef struct
{
  guint32 at; /* where it stands among the cells */
  guint32 object;
} ChaseRow;

/** Where a row came from, for proofs. Other rows are named by where they stand. */
typedef struct
{
  guint32 maker; /* the row it was defined from */
  guint32 arrow;
  guint32 depth; /* length of the row's path */
  guint32 heir;  /* the row it was merged into, or itself */
  guint32 death; /* the record of that merge */
} ChaseLife;

/** A step that sides of relations share: from where another step of the plan leads, by the cell
 * that stands so far behind the row. */
typedef struct
{
  guint32 before;
  guint32 cell;
} ChasePlanStep;

/**
 * A row is named by where it stands in @cell: there is the row that it was merged into (or itself),
 * then its number, then a cell for each arrow out of its object: a row, or CHASE_NO_ROW. So a step
 * reads one line of memory. Where there are lists, those cells are followed by as many links (row
 * -> the next row that the same arrow leads to the same row) and, for each arrow into the object,
 * by the first and the last of such a list.
 */
struct _ChaseCosets
{
  const ChaseIndex *index;
  ChaseClock *clock;
  ChaseStrategy strategy;
  guint32 source, target;
  gboolean proofs;
  gboolean full;   /* the memory allowed is used up */
  gboolean pinned; /* somebody holds rows: they may not move */
  guint8 *allowed; /* object; NULL where all are */
  ChaseRow *rows;
  ChaseLife *lives; /* NULL without proofs */
  guint32 n_rows, capacity;
  guint32 n_alive;
  guint32 n_complete; /* of those */
  guint32 steps;
  guint32 *cell;
  guint32 *cell_why; /* record, or CHASE_NO_ROW for a definition */
  gsize n_cells, cell_capacity;
  GArray *log;           /* of ChaseWhy */
  GArray *queue;         /* of pairs that clash */
  guint32 next;          /* where the first row stands that is not yet completed */
  guint32 checked;       /* in a pass that only looks, the same */
  gboolean changed;      /* since that pass began */
  guint32 checked_monos; /* rows there were when monos were last looked at */
  guint32 look_at;       /* rows alive at which it is time to look ahead */
  guint64 work;          /* letter steps */
  guint64 work_before;   /* done for other sources */
  gsize taken;
  /* How all sides of relations are followed from a row at once; NULL in a small table. */
  GArray *plan;        /* of ChasePlanStep, by object: the first stands for the row itself */
  guint32 *plan_first; /* object -> its first step */
  guint32 *plan_end;   /* 2 * relation + side -> its last step, counted from the object's first */
  guint32 *where;      /* step -> the row that it led to, or CHASE_NO_ROW */
  /* Felsch's */
  guint32 *use_first;     /* arrow -> its places in the relations, from here in @uses */
  guint32 *uses;          /* 2 * relation + side, position */
  ChaseVector deductions; /* row, arrow */
  ChaseVector found, stack;
};

static inline ChaseRow *
chase_row (const ChaseCosets *c, guint32 row)
{
  return &c->rows[c->cell[row + 1]];
}

static inline ChaseLife *
chase_row_life (const ChaseCosets *c, guint32 row)
{
  return &c->lives[c->cell[row + 1]];
}

static inline gboolean
chase_row_lives (const ChaseCosets *c, guint32 row)
{
  return c->cell[row] == row;
}

static inline guint32
chase_cosets_degree (const ChaseCosets *c, guint32 object)
{
  return c->index->out_first[object + 1] - c->index->out_first[object];
}

static inline gboolean
chase_cosets_has_lists (const ChaseCosets *c)
{
  return c->use_first != NULL;
}

/** How many numbers a row at @object takes. */
static inline guint32
chase_cosets_width (const ChaseCosets *c, guint32 object)
{
  guint32 out = chase_cosets_degree (c, object);
  guint32 in = c->index->in_first[object + 1] - c->index->in_first[object];

  return chase_cosets_has_lists (c) ? 2 + 2 * out + 2 * in : 2 + out;
}

static inline guint32
chase_cosets_after (const ChaseCosets *c, guint32 row)
{
  return row + chase_cosets_width (c, chase_row (c, row)->object);
}

static inline guint32
chase_cosets_cell (const ChaseCosets *c, guint32 row, guint32 arrow)
{
  return row + 2 + c->index->slot[arrow];
}

static inline gboolean
chase_cosets_allows (const ChaseCosets *c, guint32 arrow)
{
  return c->allowed == NULL
         || (c->allowed[c->index->source[arrow]] && c->allowed[c->index->target[arrow]]);
}

/** TRUE for a relation that leads out of what is allowed. */
static inline gboolean
chase_cosets_skips (const ChaseCosets *c, guint32 number)
{
  return c->allowed != NULL && !c->allowed[c->index->relations[number].target];
}

static inline guint32
chase_cosets_find (ChaseCosets *c, guint32 row)
{
  while (c->cell[row] != row)
    row = c->cell[row] = c->cell[c->cell[row]];
  return row;
}

/** Follows @length letters from the live row @row as far as cells are set; *@done is how far. */
static inline guint32
chase_cosets_trace (ChaseCosets *c, guint32 row, const guint32 *letters, guint32 length,
                    guint32 *done)
{
  const guint32 *slot = c->index->slot;
  guint32 i;

  for (i = 0; i < length; i++)
    {
      guint32 next = c->cell[row + 2 + slot[letters[i]]];

      if (next == CHASE_NO_ROW)
        break;
      row = G_LIKELY (c->cell[next] == next) ? next : chase_cosets_find (c, next);
    }
  c->work += i + 1;
  *done = i;
  return row;
}

/** Adds a row at @object, made from @maker by @arrow; CHASE_NO_ROW when the memory does not allow
 * it. */
guint32
chase_cosets_add_row (ChaseCosets *c, guint32 object, guint32 maker, guint32 arrow);
/** A new row that @arrow leads to from @row, or CHASE_NO_ROW. */
guint32
chase_cosets_define (ChaseCosets *c, guint32 row, guint32 arrow);
/** Where @arrow leads to from @row; a new row where nothing says so yet, as chase_cosets_define ().
 */
guint32
chase_cosets_advance (ChaseCosets *c, guint32 row, guint32 arrow);
guint32
chase_cosets_record (ChaseCosets *c, ChaseWhyKind kind, guint32 a, guint32 b, guint32 other);
/** Sets an empty cell, and the inverse's; chase_cosets_settle () has to follow. */
void
chase_cosets_set (ChaseCosets *c, guint32 row, guint32 arrow, guint32 to, guint32 why);
/** Puts down that two rows are one; chase_cosets_settle () has to follow. @why speaks of @left
 * first. */
void
chase_cosets_clash (ChaseCosets *c, guint32 left, guint32 right, ChaseWhyKind kind, guint32 a,
                    guint32 b, guint32 other);
/** Merges what clashes, and what clashes because of that. */
void
chase_cosets_settle (ChaseCosets *c);

/** Makes relation number @number true at @row, defining rows; FALSE when the memory does not allow
 * it. */
gboolean
chase_cosets_impose (ChaseCosets *c, guint32 row, guint32 number);
/** What relation number @number says at @row already now, without a new row. */
void
chase_cosets_scan (ChaseCosets *c, guint32 row, guint32 number);
void
chase_cosets_make_plan (ChaseCosets *c);
/** Follows all sides of relations from @row, as far as cells are set. */
void
chase_cosets_follow_plan (ChaseCosets *c, guint32 row);

/** TRUE where both sides led to one row when the plan was followed. */
static inline gboolean
chase_cosets_plan_agrees (const ChaseCosets *c, guint32 number)
{
  guint32 x = c->where[c->plan_end[2 * (gsize)number]];

  return x != CHASE_NO_ROW && x == c->where[c->plan_end[2 * (gsize)number + 1]];
}

void
chase_cosets_list_uses (ChaseCosets *c);
/** The row @row was put into a cell of @arrow that leads to @to. */
void
chase_cosets_link (ChaseCosets *c, guint32 row, guint32 arrow, guint32 to);
/** What led to @dead leads to @row. */
void
chase_cosets_join_lists (ChaseCosets *c, guint32 dead, guint32 row);
/** Scans the relations through every cell that was set: FALSE when there is no time left. */
gboolean
chase_cosets_deduce (ChaseCosets *c);
/** Moves the live rows together. */
void
chase_cosets_compact (ChaseCosets *c);
/** Scans what is still to do, without a new row: worth it where rows come much faster than they go. */
void
chase_cosets_look_ahead (ChaseCosets *c);

/** Merges the rows that monos send to one row: TRUE when there were some. */
gboolean
chase_cosets_cancel_monos (ChaseCosets *c);

G_END_DECLS
