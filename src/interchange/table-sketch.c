/* SPDX-License-Identifier: MIT */
#include "interchange/table-private.h"

#include "interchange/tex-private.h"
#include "model/label-tokens.h"

#include <math.h>
#include <string.h>

#include "i18n.h"

/* Rounds of resolving arrows whose ends are later arrows; nobody nests names that deep. */
#define ROUNDS_MAX 16
/* Nor do they stand on each other so high. */
#define LEVEL_MAX 255u

/* Names are looked for in no more of the keys that are kept. */
#define MENTIONS_MAX 4000

static void
end_place (ChaseTableBuilder *builder, const ChaseTableEnd *end, double *x, double *y)
{
  *x = end->on_arrow ? builder->middles[end->arrow].x : end->column;
  *y = end->on_arrow ? builder->middles[end->arrow].y : end->row;
}

/* A loop that is not one of quiver's keeps its own keys. */
static void
set_loop (const ChaseTikzArrow *arrow, ChaseStyle *style)
{
  g_autoptr (GString) canonical = g_string_new (NULL);

  chase_tikz_set_loop (arrow, style);
  if (chase_tikz_rare (arrow)->curls == NULL || arrow->reversed)
    return;
  chase_tikz_write_loop (style, canonical);
  if (strcmp (chase_tikz_rare (arrow)->curls->str, canonical->str) != 0)
    {
      chase_style_set_extra (style, "tikzloop", chase_tikz_rare (arrow)->curls->str);
      style->looseness = 1.0;
    }
}

static double
draft_length (const ChaseTableBuilder *builder, const ChaseTableDraft *draft)
{
  ChaseSpot from = chase_table_end_points (builder, &draft->ends[0]);
  ChaseSpot to = chase_table_end_points (builder, &draft->ends[1]);

  return chase_tikz_length (&from, &to, draft->ends[0].on_arrow || draft->ends[1].on_arrow);
}

/* A path that turns at a right angle leaves towards the other end, and arrives from the first. */
static gboolean
turn_towards (guint turn, const ChaseSpot *from, const ChaseSpot *to, double *angle)
{
  if (turn == CHASE_TIKZ_TURN_UPRIGHT && from->y != to->y)
    *angle = to->y < from->y ? 90.0 : -90.0;
  else if (turn == CHASE_TIKZ_TURN_LEVEL && from->x != to->x)
    *angle = to->x > from->x ? 0.0 : 180.0;
  else
    return FALSE;
  return TRUE;
}

static void
set_turns (ChaseTableBuilder *builder, const ChaseTableDraft *draft, ChaseStyle *style)
{
  ChaseSpot places[2];

  for (guint i = 0; i < 2; i++)
    end_place (builder, &draft->ends[i], &places[i].x, &places[i].y);
  if (!style->has_out)
    style->has_out = turn_towards (draft->arrow->turns_out, &places[0], &places[1], &style->out);
  if (!style->has_in)
    style->has_in = turn_towards (draft->arrow->turns_in, &places[1], &places[0], &style->in);
}

/* An arrow may say in which directions it leaves and arrives, and how long its handles are. */
static void
set_in_out (ChaseTableBuilder *builder, const ChaseTableDraft *draft, ChaseStyle *style)
{
  const ChaseTikzArrow *arrow = draft->arrow;
  double distance = chase_tikz_rare (arrow)->distance;

  style->has_out = arrow->has_out;
  style->has_in = arrow->has_in;
  style->out = arrow->has_out ? chase_tikz_rare (arrow)->out : 0.0;
  style->in = arrow->has_in ? chase_tikz_rare (arrow)->in : 0.0;
  if (arrow->turns_out != 0 || arrow->turns_in != 0)
    set_turns (builder, draft, style);
  if (distance > 0.0 && (style->has_out || style->has_in || style->bend != 0.0))
    style->looseness
        = chase_tikz_looseness (distance * CHASE_TIKZ_MM, draft_length (builder, draft));
}

/* In per cent of its length; one between two arrows must not vanish, for it may be
 * longer in print than is known here. */
static void
set_shorten (ChaseTableBuilder *builder, const ChaseTableDraft *draft, ChaseStyle *style)
{
  gboolean between = draft->ends[0].on_arrow || draft->ends[1].on_arrow;
  double length = draft_length (builder, draft);
  double most = between ? 30.0 : 40.0;
  const double *points = chase_tikz_rare (draft->arrow)->shorten_pt;

  if (points[0] != 0.0)
    style->shorten_source = CLAMP (round (100.0 * points[0] / length), 0.0, most);
  if (points[1] != 0.0)
    style->shorten_target = CLAMP (round (100.0 * points[1] / length), 0.0, most);
}

static guint32
cell_number (ChaseTableBuilder *builder, const ChaseTableEnd *end)
{
  return end->on_arrow ? builder->drafts[end->arrow].edge
                       : chase_table_cell (builder->table, end->row, end->column)->node;
}

static guint
level_of (const guint32 ends[2], const guint8 *levels)
{
  return MIN (LEVEL_MAX, 1u + MAX (levels[ends[0]], levels[ends[1]]));
}

gboolean
chase_table_is_mentioned (const ChaseTableBuilder *builder, const char *name)
{
  gsize n = strlen (name);

  for (const char *p = builder->mentions->str; (p = strchr (p, '(')) != NULL; p++)
    if (strncmp (p + 1, name, n) == 0 && (p[n + 1] == ')' || p[n + 1] == '.'))
      return TRUE;
  return FALSE;
}

/* Keys of others speak of places on this arrow: it keeps their names. */
static void
keep_names (ChaseTableBuilder *builder, const ChaseTikzArrow *arrow, ChaseStyle *style)
{
  for (const ChaseTikzLabel *label = arrow->labels; label != NULL; label = label->next)
    if (label->name != NULL && *label->name != '\0'
        && chase_table_is_mentioned (builder, label->name))
      {
        const char *kept = chase_style_get_extra (style, "tikz");
        g_autoptr (GString) all = g_string_new (kept);

        g_string_append_printf (all, "%s\"\"{name=%s, anchor=center, inner sep=0",
                                all->len > 0 ? ", " : "", label->name);
        if (label->has_at)
          {
            char buffer[G_ASCII_DTOSTR_BUF_SIZE];

            g_string_append_printf (all, ", pos=%s",
                                    g_ascii_formatd (buffer, sizeof buffer, "%g", label->at));
          }
        g_string_append_c (all, '}');
        chase_style_set_extra (style, "tikz", all->str);
      }
}

static void
add_unknown (ChaseTableBuilder *builder, const ChaseTikzArrow *arrow, ChaseStyle *style)
{
  if (chase_tikz_rare (arrow)->unknown != NULL)
    {
      chase_style_set_extra (style, "tikz", chase_tikz_rare (arrow)->unknown->str);
      chase_table_report (builder->table, arrow->offset, arrow->bytes,
                          chase_tikz_rare (arrow)->unknown->str);
    }
  if (arrow->strays && g_hash_table_add (builder->table->reported, g_strdup ("to path")))
    chase_source_warn (builder->table->source, arrow->offset, arrow->bytes, NULL,
                       "the path of this arrow is drawn straight here, and kept for LaTeX");
  keep_names (builder, arrow, style);
  for (const ChaseTikzLabel *label = arrow->labels; label != NULL; label = label->next)
    if (label->unknown != NULL)
      chase_table_report (builder->table, arrow->offset, arrow->bytes, label->unknown->str);
}

/* Where the middle of a curve lies that is @aside to the right of the way. */
static ChaseSpot
middle_of (ChaseSpot from, ChaseSpot to, double aside)
{
  double length = hypot (to.x - from.x, to.y - from.y);
  ChaseSpot middle = { (from.x + to.x) / 2.0, (from.y + to.y) / 2.0 };

  if (length > 0.0)
    {
      middle.x -= aside * (to.y - from.y) / length;
      middle.y += aside * (to.x - from.x) / length;
    }
  return middle;
}

static void
set_middle (ChaseTableBuilder *builder, ChaseTableDraft *draft, const ChaseSpot places[2],
            const ChaseStyle *style)
{
  ChaseTableMiddle *made;
  double curve = style->bend != 0.0 ? style->bend / CHASE_TIKZ_BEND : style->curve;
  ChaseSpot from = chase_table_end_points (builder, &draft->ends[0]);
  ChaseSpot to = chase_table_end_points (builder, &draft->ends[1]);
  ChaseSpot middle = middle_of (places[0], places[1], (24.0 * curve + 8.0 * style->offset) / 128.0);

  made = &builder->middles[draft - builder->drafts];
  made->x = middle.x;
  made->y = middle.y;
  made->points
      = middle_of (from, to, chase_tikz_aside (style, hypot (to.x - from.x, to.y - from.y), FALSE));
}

static void
set_lines (const ChaseTikzArrow *arrow, guint level, ChaseStyle *style)
{
  if (style->form != CHASE_EDGE_ARROW)
    style->level = level == 1 ? 0 : 1;
  else if (!arrow->invisible && arrow->lines != level)
    style->level = arrow->lines;
}

static void
set_shape (ChaseTableBuilder *builder, const ChaseTableDraft *draft, ChaseStyle *style)
{
  gboolean loop = chase_table_same_cell (&draft->ends[0], &draft->ends[1]);

  chase_table_set_controls (builder, draft);
  if (draft->arrow->invisible && style->form == CHASE_EDGE_ARROW)
    {
      style->body = CHASE_BODY_NONE;
      style->head = CHASE_HEAD_NONE;
      style->tail = CHASE_TAIL_DEFAULT;
    }
  if (loop)
    set_loop (draft->arrow, style);
  else
    {
      style->radius = 3.0;
      style->angle = 0.0;
      set_in_out (builder, draft, style);
    }
  set_shorten (builder, draft, style);
}

static gboolean
says_iso (const ChaseTikzArrow *arrow)
{
  if (!arrow->invisible)
    for (const ChaseTikzLabel *label = arrow->labels; label != NULL; label = label->next)
      if (chase_label_is_iso (label->text))
        return TRUE;
  return FALSE;
}

static void
add_edge (ChaseTableBuilder *builder, ChaseTableDraft *draft, guint8 *levels)
{
  const ChaseTikzArrow *arrow = draft->arrow;
  ChaseStyle *style = chase_style_copy (arrow->style);
  gboolean from_target = FALSE;
  ChaseSpot places[2];
  double dx, dy;
  guint32 ends[2];
  const ChaseTikzLabel *label;
  guint level;

  for (guint i = 0; i < 2; i++)
    end_place (builder, &draft->ends[i], &places[i].x, &places[i].y);
  dx = places[1].x - places[0].x;
  dy = places[1].y - places[0].y;
  add_unknown (builder, arrow, style);
  label = chase_table_take_labels (draft, dx, dy, style, &from_target);
  set_shape (builder, draft, style);
  if (builder->middles != NULL)
    set_middle (builder, draft, places, style);
  for (guint i = 0; i < 2; i++)
    ends[i] = cell_number (builder, &draft->ends[arrow->reversed != from_target ? 1 - i : i]);
  style->source_midpoint = draft->ends[0].midpoint;
  style->target_midpoint = draft->ends[1].midpoint;
  if (style->form == CHASE_EDGE_ARROW)
    chase_table_add_more_labels (draft, label, dx, dy, style);
  if (arrow->reversed)
    chase_style_reverse (style);
  level = level_of (ends, levels);
  set_lines (arrow, level, style);
  levels[builder->sketch->n] = (guint8)level;
  if (label == NULL && style->form == CHASE_EDGE_ARROW)
    style->label_side = CHASE_LABEL_AUTO;
  draft->edge = chase_sketch_add_edge (builder->sketch, ends[0], ends[1],
                                       label != NULL ? label->text : "", style);
  chase_sketch_get (builder->sketch, draft->edge)->iso = says_iso (arrow);
}

static gboolean
is_ready (const ChaseTableBuilder *builder, const ChaseTableDraft *draft)
{
  for (guint i = 0; i < 2; i++)
    if (draft->ends[i].on_arrow && !builder->drafts[draft->ends[i].arrow].done)
      return FALSE;
  return TRUE;
}

static void
drop (ChaseTableBuilder *builder, ChaseTableDraft *draft)
{
  const ChaseTikzArrow *arrow = draft->arrow;

  if (!draft->ends[0].known)
    chase_table_report_end (builder, arrow, arrow->from);
  else if (!draft->ends[1].known)
    chase_table_report_end (builder, arrow, arrow->to);
  else
    chase_source_warn (builder->table->source, arrow->offset, arrow->bytes, NULL,
                       "this arrow is left out: the arrow on which it stands is missing");
}

static void
add_edges (ChaseTableBuilder *builder)
{
  g_autofree guint8 *levels = g_new0 (guint8, builder->sketch->n + builder->n + 1);
  gboolean progress = TRUE;

  for (guint round = 0; progress && round < ROUNDS_MAX; round++)
    {
      progress = FALSE;
      for (guint i = 0; i < builder->n; i++)
        {
          ChaseTableDraft *draft = &builder->drafts[i];

          if (draft->done || draft->helper || !draft->ends[0].known || !draft->ends[1].known
              || !is_ready (builder, draft))
            continue;
          add_edge (builder, draft, levels);
          draft->done = progress = TRUE;
          /* What the sketch has is not held twice. */
          draft->arrow = NULL;
          g_clear_pointer (&builder->table->arrows->pdata[i], chase_tikz_arrow_free);
        }
    }
  for (guint i = 0; i < builder->n; i++)
    if (!builder->drafts[i].done && !builder->drafts[i].helper)
      drop (builder, &builder->drafts[i]);
}

static gboolean
any_on_arrow (const ChaseTableBuilder *builder)
{
  for (guint i = 0; i < builder->n; i++)
    if (builder->drafts[i].ends[0].on_arrow || builder->drafts[i].ends[1].on_arrow)
      return TRUE;
  return FALSE;
}

ChaseSketch *
chase_table_to_sketch (ChaseTable *table)
{
  ChaseTableBuilder builder
      = { .table = table, .sketch = chase_sketch_new (), .n = table->arrows->len };

  builder.mentions = g_string_new (NULL);
  builder.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  builder.drafts = g_new0 (ChaseTableDraft, builder.n + 1);
  for (guint i = 0; i < builder.n; i++)
    {
      ChaseTikzArrow *arrow = g_ptr_array_index (table->arrows, i);

      builder.drafts[i].arrow = arrow;
      if (chase_tikz_rare (arrow)->unknown != NULL
          && strchr (chase_tikz_rare (arrow)->unknown->str, '(') != NULL
          && builder.mentions->len < MENTIONS_MAX)
        g_string_append (builder.mentions, chase_tikz_rare (arrow)->unknown->str);
    }
  if (table->options != NULL && strchr (table->options, '(') != NULL)
    g_string_append_len (builder.mentions, table->options,
                         (gssize)MIN (strlen (table->options), MENTIONS_MAX));
  chase_table_note_names (&builder);
  chase_table_find_ends (&builder);
  chase_table_find_helpers (&builder);
  chase_table_find_ends (&builder);
  if (any_on_arrow (&builder))
    builder.middles = g_new0 (ChaseTableMiddle, builder.n + 1);
  chase_table_mark_cells (&builder);
  chase_table_add_nodes (&builder);
  add_edges (&builder);
  g_hash_table_unref (builder.names);
  g_string_free (builder.mentions, TRUE);
  g_free (builder.middles);
  g_free (builder.drafts);
  return builder.sketch;
}
