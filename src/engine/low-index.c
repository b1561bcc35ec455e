/* SPDX-License-Identifier: MIT */
#include "engine/low-index.h"

#include "engine/partial-table.h"
#include "engine/quotient.h"

#include <string.h>

#define NONE CHASE_NO_VALUE

enum
{
  MAX_EXCESS = 60, /* elements beyond one for each inhabited object */
};

/* A choice that was made. A cell is to be filled (with a value that is there, the last one first,
   then with a new one), or an element is to be added at the start of @arrow, which sends it to
   @goal (or, where that is NONE, anywhere). */
typedef struct
{
  guint32 cell; /* or NONE */
  guint32 arrow;
  guint32 goal;
  guint32 candidate; /* the next value to try, or NONE for a new one */
  gboolean exhausted;
  guint log;      /* length of the table's log before the choice */
  guint32 cursor; /* all cells before it are filled */
} Choice;

struct _ChaseLowIndex
{
  const ChaseIndex *index;
  ChaseClock *clock;
  guint32 source;
  ChaseWord left, right;
  ChaseWord left_own, right_own; /* without the end that they have in common */
  guint8 *allowed;
  GArray *covered; /* guint32: arrows declared epi or split mono that are not iso */
  ChasePartialTable table;
  GArray *choices;
  guint32 excess;
  gsize below;
  gboolean curbed; /* a new element was refused because of the excess */
  gboolean begun;
  ChaseLowIndexState state;
};

static void
find_allowed (ChaseLowIndex *s, guint32 target)
{
  guint32 n = s->index->n_objects;
  g_autofree guint8 *back = g_new0 (guint8, (gsize)n + 1);

  s->allowed = g_new0 (guint8, (gsize)n + 1);
  if (s->index->cancels)
    {
      memset (s->allowed, 1, n);
      return;
    }
  chase_index_reach (s->index, s->source, FALSE, s->allowed);
  chase_index_reach (s->index, target, TRUE, back);
  for (guint32 i = 0; i < n; i++)
    s->allowed[i] &= back[i];
}

static void
find_covered (ChaseLowIndex *s)
{
  ChaseProperty properties
      = CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI | CHASE_PROPERTY_SPLIT_MONO;

  s->covered = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 a = 0; a < s->index->n_arrows; a++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (s->index->presentation, a);

      if ((arrow->properties & properties) && arrow->inverse == G_MAXUINT32)
        g_array_append_val (s->covered, a);
    }
}

ChaseLowIndex *
chase_low_index_new (const ChaseIndex *index, guint32 source, ChaseWord left, ChaseWord right,
                     ChaseClock *clock)
{
  ChaseLowIndex *s = g_new0 (ChaseLowIndex, 1);

  s->index = index;
  s->clock = clock;
  s->source = source;
  s->left = s->left_own = left;
  s->right = s->right_own = right;
  while (s->left_own.length > 0 && s->right_own.length > 0
         && left.letters[s->left_own.length - 1] == right.letters[s->right_own.length - 1])
    {
      s->left_own.length--;
      s->right_own.length--;
    }
  s->below = G_MAXSIZE;
  find_allowed (s, chase_index_end (index, source, left));
  find_covered (s);
  chase_partial_table_init (&s->table, index, s->allowed);
  s->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  s->excess = 1;
  s->state = CHASE_LOW_INDEX_OPEN;
  return s;
}

void
chase_low_index_free (ChaseLowIndex *s)
{
  if (s == NULL)
    return;
  chase_partial_table_clear (&s->table);
  g_array_unref (s->choices);
  g_array_unref (s->covered);
  g_free (s->allowed);
  g_free (s);
}

void
chase_low_index_stay_below (ChaseLowIndex *s, const ChaseModel *model)
{
  s->below = 0;
  for (guint32 i = 0; i < model->n_objects; i++)
    s->below += s->allowed[i] ? model->sizes[i] : 0;
}

guint64
chase_low_index_work (const ChaseLowIndex *s)
{
  return s->table.work;
}

/* Whether an element may be added at the object. */
static gboolean
may_add (ChaseLowIndex *s, guint32 object)
{
  guint32 size = chase_partial_table_size (&s->table);

  if ((gsize)size + 1 >= s->below)
    return FALSE;
  if (s->table.count[object] == 0 || size - s->table.n_inhabited < s->excess)
    return TRUE;
  s->curbed = TRUE;
  return FALSE;
}

static gboolean
agree (ChaseLowIndex *s, ChaseWord left, ChaseWord right)
{
  guint32 empty;
  guint32 x = chase_partial_table_follow (&s->table, 0, left, &empty);

  return x != NONE && chase_partial_table_follow (&s->table, 0, right, &empty) == x;
}

/* The cell to fill next: first those that the two paths need, then the first empty one. */
static guint32
next_cell (ChaseLowIndex *s, guint32 *cursor)
{
  guint32 n = chase_partial_table_n_cells (&s->table);
  guint32 empty;

  if (chase_partial_table_follow (&s->table, 0, s->left, &empty) == NONE
      || chase_partial_table_follow (&s->table, 0, s->right, &empty) == NONE)
    return empty;
  while (*cursor < n && chase_partial_table_value (&s->table, *cursor, NULL, NULL) != NONE)
    ++*cursor;
  return *cursor < n ? *cursor : NONE;
}

/* An element that @arrow sends nothing to, where it is declared epi. */
static guint32
missed_by (ChaseLowIndex *s, guint32 arrow)
{
  ChasePartialTable *t = &s->table;

  for (guint32 y = t->last[s->index->target[arrow]]; y != NONE;
       y = chase_partial_table_before (t, y))
    {
      gboolean hit = FALSE;

      for (guint32 x = t->last[s->index->source[arrow]]; x != NONE && !hit;
           x = chase_partial_table_before (t, x), t->work++)
        hit = chase_partial_table_value (t, chase_partial_table_cell (t, x, arrow), NULL, NULL)
              == y;
      if (!hit)
        return y;
    }
  return NONE;
}

/* What a complete table lacks for its epis to be surjective and its split monos to split. */
static gboolean
find_lack (ChaseLowIndex *s, Choice *choice)
{
  for (guint i = 0; i < s->covered->len; i++)
    {
      guint32 arrow = g_array_index (s->covered, guint32, i);
      ChaseProperty p = chase_presentation_arrow (s->index->presentation, arrow)->properties;

      choice->arrow = arrow;
      choice->goal = NONE;
      if ((p & CHASE_PROPERTY_SPLIT_MONO) && s->table.count[s->index->source[arrow]] == 0
          && s->table.count[s->index->target[arrow]] > 0)
        return TRUE;
      if (p & (CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI))
        choice->goal = missed_by (s, arrow);
      if (choice->goal != NONE)
        return TRUE;
    }
  return FALSE;
}

/* Puts the next choice on the stack; FALSE when nothing is left to choose. */
static gboolean
push_choice (ChaseLowIndex *s, guint32 cursor)
{
  Choice choice = { .log = s->table.log->len, .cursor = cursor, .candidate = NONE };
  guint32 arrow;

  choice.cell = next_cell (s, &choice.cursor);
  if (choice.cell != NONE)
    {
      chase_partial_table_value (&s->table, choice.cell, NULL, &arrow);
      choice.candidate = s->table.last[s->index->target[arrow]];
    }
  else if (!find_lack (s, &choice))
    return FALSE;
  g_array_append_val (s->choices, choice);
  return TRUE;
}

static gboolean
fill_with_new (ChaseLowIndex *s, const Choice *choice)
{
  guint32 arrow, element;

  if (choice->cell == NONE)
    {
      if (!may_add (s, s->index->source[choice->arrow]))
        return FALSE;
      element = chase_partial_table_add (&s->table, s->index->source[choice->arrow]);
      return choice->goal == NONE
             || chase_partial_table_fill (
                 &s->table, chase_partial_table_cell (&s->table, element, choice->arrow),
                 choice->goal);
    }
  chase_partial_table_value (&s->table, choice->cell, NULL, &arrow);
  if (!may_add (s, s->index->target[arrow]))
    return FALSE;
  element = chase_partial_table_add (&s->table, s->index->target[arrow]);
  return chase_partial_table_fill (&s->table, choice->cell, element);
}

/* Undoes the last choice's attempt and makes the next one; FALSE when there is none, or it fails.
 */
static gboolean
attempt (ChaseLowIndex *s, Choice *choice)
{
  guint32 candidate = choice->candidate;
  gboolean good;

  chase_partial_table_undo (&s->table, choice->log);
  if (candidate == NONE)
    {
      choice->exhausted = TRUE;
      good = fill_with_new (s, choice);
    }
  else
    {
      choice->candidate = chase_partial_table_before (&s->table, candidate);
      good = chase_partial_table_fill (&s->table, choice->cell, candidate);
    }
  return good && !agree (s, s->left_own, s->right_own) && !agree (s, s->left, s->right);
}

static gboolean
begin (ChaseLowIndex *s)
{
  s->begun = TRUE;
  s->curbed = FALSE;
  chase_partial_table_undo (&s->table, 0);
  chase_partial_table_add (&s->table, s->source);
  return push_choice (s, 0);
}

/* All of this size was tried. */
static ChaseLowIndexState
grow (ChaseLowIndex *s)
{
  if (!s->curbed || s->excess == MAX_EXCESS)
    return CHASE_LOW_INDEX_NONE;
  s->excess++;
  s->begun = FALSE;
  return CHASE_LOW_INDEX_OPEN;
}

static ChaseLowIndexState
step (ChaseLowIndex *s)
{
  Choice *choice;

  if (!s->begun && !begin (s))
    return CHASE_LOW_INDEX_NONE;
  if (s->choices->len == 0)
    return grow (s);
  choice = &g_array_index (s->choices, Choice, s->choices->len - 1);
  if (choice->exhausted)
    g_array_set_size (s->choices, s->choices->len - 1);
  else if (attempt (s, choice) && !push_choice (s, choice->cursor))
    return CHASE_LOW_INDEX_FOUND;
  return CHASE_LOW_INDEX_OPEN;
}

ChaseLowIndexState
chase_low_index_run (ChaseLowIndex *s, guint64 work)
{
  guint64 end = s->table.work + work;

  while (s->state == CHASE_LOW_INDEX_OPEN && s->table.work < end && !chase_clock_tick (s->clock))
    {
      s->table.work++;
      s->state = step (s);
    }
  return s->state;
}

ChaseEvidence *
chase_low_index_model (ChaseLowIndex *s)
{
  g_autoptr (ChaseAction) action = chase_action_new (s->index);

  for (guint32 e = 0; e < chase_partial_table_size (&s->table); e++)
    chase_action_add (action, chase_partial_table_object (&s->table, e));
  for (guint32 c = 0; c < chase_partial_table_n_cells (&s->table); c++)
    {
      guint32 element, arrow;
      guint32 value = chase_partial_table_value (&s->table, c, &element, &arrow);

      chase_action_set (action, element, arrow, value);
    }
  return chase_action_model (action, 0, s->left, s->right);
}
