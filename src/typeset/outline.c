/* SPDX-License-Identifier: MIT */
#include "typeset/fonts-private.h"

#include <string.h>

typedef struct
{
  GArray *segments;
  float em;
} Sink;

static void
add (Sink *sink, ChaseSegmentKind kind, const float *points, guint n_points)
{
  ChaseSegment segment = { .kind = kind };

  for (guint i = 0; i < n_points; i++)
    {
      segment.points[i].x = points[2 * i] * sink->em;
      segment.points[i].y = -points[2 * i + 1] * sink->em;
    }
  g_array_append_val (sink->segments, segment);
}

static void
on_move (hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
  add (data, CHASE_SEGMENT_MOVE, (float[]){ x, y }, 1);
}

static void
on_line (hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
  add (data, CHASE_SEGMENT_LINE, (float[]){ x, y }, 1);
}

static void
on_quad (hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float cx, float cy, float x,
         float y, void *user)
{
  add (data, CHASE_SEGMENT_QUAD, (float[]){ cx, cy, x, y }, 2);
}

static void
on_cubic (hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float ax, float ay, float bx,
          float by, float x, float y, void *user)
{
  add (data, CHASE_SEGMENT_CUBIC, (float[]){ ax, ay, bx, by, x, y }, 3);
}

static void
on_close (hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user)
{
  add (data, CHASE_SEGMENT_CLOSE, NULL, 0);
}

static void
trace (ChaseFace *face, guint32 glyph, GArray *segments)
{
  hb_draw_funcs_t *funcs = hb_draw_funcs_create ();
  Sink sink = { segments, face->em };

  hb_draw_funcs_set_move_to_func (funcs, on_move, NULL, NULL);
  hb_draw_funcs_set_line_to_func (funcs, on_line, NULL, NULL);
  hb_draw_funcs_set_quadratic_to_func (funcs, on_quad, NULL, NULL);
  hb_draw_funcs_set_cubic_to_func (funcs, on_cubic, NULL, NULL);
  hb_draw_funcs_set_close_path_func (funcs, on_close, NULL, NULL);
  hb_font_get_glyph_shape (face->hb, glyph, funcs, &sink);
  hb_draw_funcs_destroy (funcs);
}

/* One block: the key, the outline, then its segments. */
typedef struct
{
  gint64 key;
  ChaseOutline outline;
  ChaseSegment segments[];
} Entry;

static Entry *
entry_new (ChaseFonts *fonts, gint64 key, ChaseFace *face, guint32 glyph)
{
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (ChaseSegment));
  Entry *entry;

  if (face != NULL)
    trace (face, glyph, segments);
  entry = g_malloc0 (sizeof (Entry) + segments->len * sizeof (ChaseSegment));
  entry->key = key;
  entry->outline.segments = entry->segments;
  entry->outline.n_segments = segments->len;
  if (segments->len > 0)
    {
      const ChaseGlyphMetrics *metrics = chase_face_metrics (fonts, face, glyph);

      memcpy (entry->segments, segments->data, segments->len * sizeof (ChaseSegment));
      entry->outline.left = metrics->left;
      entry->outline.top = -metrics->top;
      entry->outline.right = metrics->right;
      entry->outline.bottom = -metrics->bottom;
    }
  return entry;
}

const ChaseOutline *
chase_fonts_get_outline (ChaseFonts *fonts, guint font, guint32 glyph)
{
  gint64 key = ((gint64)font << 32) | glyph;
  Entry *entry;

  g_return_val_if_fail (fonts != NULL, NULL);
  g_mutex_lock (&fonts->lock);
  entry = g_hash_table_lookup (fonts->outlines, &key);
  if (entry == NULL)
    {
      ChaseFace *face = font < fonts->faces->len ? fonts->faces->pdata[font] : NULL;

      if (face != NULL && glyph >= hb_face_get_glyph_count (hb_font_get_face (face->hb)))
        face = NULL;
      entry = entry_new (fonts, key, face, glyph);
      g_hash_table_insert (fonts->outlines, &entry->key, entry);
    }
  g_mutex_unlock (&fonts->lock);
  return &entry->outline;
}
