/* SPDX-License-Identifier: MIT */
#include "engine/cosets-private.h"

/* A mono sends different rows to different rows. */
static gboolean
cancel_mono (ChaseCosets *c, guint32 arrow, guint32 *preimage)
{
  gboolean merged = FALSE;

  memset (preimage, 0xff, c->n_rows * sizeof (guint32));
  for (guint32 i = 0; i < c->n_rows; i++)
    {
      guint32 row = c->rows[i].at, value, *other;

      if (!chase_row_lives (c, row) || c->rows[i].object != c->index->source[arrow])
        continue;
      value = c->cell[chase_cosets_cell (c, row, arrow)];
      if (value == CHASE_NO_ROW)
        continue;
      other = &preimage[c->cell[chase_cosets_find (c, value) + 1]];
      if (*other == CHASE_NO_ROW)
        *other = row;
      else if (chase_cosets_find (c, *other) != row)
        {
          chase_cosets_clash (c, *other, row, CHASE_WHY_CANCEL, arrow, *other, row);
          chase_cosets_settle (c);
          merged = TRUE;
        }
    }
  return merged;
}

gboolean
chase_cosets_cancel_monos (ChaseCosets *c)
{
  ChaseProperty mono = CHASE_PROPERTY_MONO | CHASE_PROPERTY_SPLIT_MONO;
  g_autofree guint32 *preimage = NULL;
  gboolean merged = FALSE;

  if (!c->index->cancels)
    return FALSE;
  preimage = g_new (guint32, (gsize)c->n_rows + 1);
  for (guint32 a = 0; a < c->index->n_arrows; a++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (c->index->presentation, a);

      if ((arrow->properties & mono) && arrow->inverse == G_MAXUINT32 && chase_cosets_allows (c, a))
        merged |= cancel_mono (c, a, preimage);
    }
  return merged;
}

/* Adds a row that @arrow sends to each row of its target that it sends nothing to. */
static gboolean
cover_epi (ChaseCosets *c, guint32 arrow, guint8 *covered)
{
  guint32 n_rows = c->n_rows;
  gboolean added = FALSE;

  memset (covered, 0, n_rows);
  for (guint32 i = 0; i < n_rows; i++)
    if (chase_row_lives (c, c->rows[i].at) && c->rows[i].object == c->index->source[arrow])
      covered[chase_cosets_follow (c, i, arrow)] = 1;
  for (guint32 i = 0; i < n_rows; i++)
    {
      guint32 row = c->rows[i].at, made;

      if (!chase_row_lives (c, row) || c->rows[i].object != c->index->target[arrow] || covered[i])
        continue;
      made = chase_cosets_add_row (c, c->index->source[arrow], CHASE_NO_ROW, 0);
      if (made == CHASE_NO_ROW)
        return added;
      chase_cosets_set (c, made, arrow, row, 0);
      chase_cosets_settle (c);
      added = TRUE;
    }
  return added;
}

static gboolean
cover_split_mono (ChaseCosets *c, guint32 arrow)
{
  return chase_cosets_count (c, c->index->target[arrow]) > 0
         && chase_cosets_count (c, c->index->source[arrow]) == 0
         && chase_cosets_add_row (c, c->index->source[arrow], CHASE_NO_ROW, 0) != CHASE_NO_ROW;
}

gboolean
chase_cosets_cover (ChaseCosets *c)
{
  ChaseProperty epi = CHASE_PROPERTY_EPI | CHASE_PROPERTY_SPLIT_EPI;
  g_autofree guint8 *covered = g_new (guint8, (gsize)c->n_rows + 1);

  for (guint32 a = 0; a < c->index->n_arrows; a++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (c->index->presentation, a);

      if (arrow->inverse != G_MAXUINT32)
        continue;
      if (((arrow->properties & epi) && cover_epi (c, a, covered))
          || ((arrow->properties & CHASE_PROPERTY_SPLIT_MONO) && cover_split_mono (c, a)))
        return TRUE;
    }
  return FALSE;
}
