/* SPDX-License-Identifier: MIT */
#include "app/canvas-private.h"

#include "drawing/paint-cairo.h"

#include <math.h>
#include <string.h>

/* The canvas as layers, so that a frame costs what has changed in it: the paper, what is shown
 * below the diagram, the diagram with the dots of the grid, and what is shown above it. The diagram
 * is recorded in tiles. A tile is kept while the view stays the same and so does what is in it, and
 * GTK paints again only where a layer or a tile is another one than in the frame before. */

#define TILE 256 /* pixels of the widget */

typedef struct
{
  guint64 contents; /* a hash, 0 while it is not known */
  GskRenderNode *node;
  GArray *items; /* of guint, while tiles are made: of the scene */
  GArray *dots;  /* of ChasePoint, likewise */
} Tile;

struct _ChaseLayers
{
  ChaseScene *scene; /* that is recorded, or NULL */
  double scale;
  ChasePoint origin;
  int width, height, density; /* the density in pixels of the screen to one of the widget */
  int n_columns, n_rows;
  Tile *tiles; /* row by row */
};

ChaseLayers *
chase_layers_new (void)
{
  return g_new0 (ChaseLayers, 1);
}

static void
drop_tiles (ChaseLayers *layers)
{
  for (int i = 0; i < layers->n_columns * layers->n_rows; i++)
    {
      g_clear_pointer (&layers->tiles[i].node, gsk_render_node_unref);
      g_array_unref (layers->tiles[i].items);
      g_array_unref (layers->tiles[i].dots);
    }
  g_clear_pointer (&layers->tiles, g_free);
}

void
chase_layers_free (ChaseLayers *layers)
{
  drop_tiles (layers);
  chase_scene_unref (layers->scene);
  g_free (layers);
}

static gboolean
is_same_view (const ChaseLayers *a, const ChaseLayers *b)
{
  return a->scale == b->scale && a->origin.x == b->origin.x && a->origin.y == b->origin.y
         && a->width == b->width && a->height == b->height && a->density == b->density;
}

static void
make_tiles (ChaseLayers *layers)
{
  layers->n_columns = (layers->width + TILE - 1) / TILE;
  layers->n_rows = (layers->height + TILE - 1) / TILE;
  layers->tiles = g_new0 (Tile, (gsize)layers->n_columns * (gsize)layers->n_rows);
  for (int i = 0; i < layers->n_columns * layers->n_rows; i++)
    {
      layers->tiles[i].items = g_array_new (FALSE, FALSE, sizeof (guint));
      layers->tiles[i].dots = g_array_new (FALSE, FALSE, sizeof (ChasePoint));
    }
}

static int
tile_at (double place, int n)
{
  return (int)CLAMP (floor (place / TILE), -1, n);
}

/* Appends @thing, a dot or the number of an item, to each tile that @box, in pixels of the widget,
 * meets. */
static void
deal (ChaseLayers *layers, const ChaseRect *box, gboolean dot, gconstpointer thing)
{
  int left = MAX (tile_at (box->x, layers->n_columns), 0);
  int top = MAX (tile_at (box->y, layers->n_rows), 0);
  int right = MIN (tile_at (box->x + box->width, layers->n_columns), layers->n_columns - 1);
  int bottom = MIN (tile_at (box->y + box->height, layers->n_rows), layers->n_rows - 1);

  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      {
        Tile *tile = &layers->tiles[row * layers->n_columns + column];

        g_array_append_vals (dot ? tile->dots : tile->items, thing, 1);
      }
}

#define DOT 1.1  /* the radius of a dot of the grid */
#define EDGE 1.0 /* how far what is smoothed reaches beyond its box */

static void
deal_all (ChaseCanvas *canvas, ChaseLayers *layers)
{
  g_autoptr (GArray) dots = chase_canvas_list_dots (canvas, layers->width, layers->height);
  guint n = chase_scene_n_items (layers->scene);

  for (guint i = 0; i < dots->len; i++)
    {
      ChasePoint at = g_array_index (dots, ChasePoint, i);
      ChaseRect box = { at.x - DOT - EDGE, at.y - DOT - EDGE, 2 * (DOT + EDGE), 2 * (DOT + EDGE) };

      deal (layers, &box, TRUE, &at);
    }
  for (guint i = 0; i < n; i++)
    {
      const ChaseSceneItem *item = chase_scene_get_item (layers->scene, i);
      ChaseRect box = { (item->bounds.x - layers->origin.x) * layers->scale - EDGE,
                        (item->bounds.y - layers->origin.y) * layers->scale - EDGE,
                        item->bounds.width * layers->scale + 2 * EDGE,
                        item->bounds.height * layers->scale + 2 * EDGE };

      if (box.x <= layers->width && box.y <= layers->height && box.x + box.width >= 0
          && box.y + box.height >= 0 && chase_paint_is_seen (item, layers->scale * layers->density))
        deal (layers, &box, FALSE, &i);
    }
}

/* FNV, eight bytes at a time. */
guint64
chase_mix (guint64 hash, gconstpointer data, gsize n)
{
  const guint8 *bytes = data;
  guint64 word = 0;

  for (; n >= sizeof word; n -= sizeof word, bytes += sizeof word)
    {
      memcpy (&word, bytes, sizeof word);
      hash = (hash ^ word) * G_GUINT64_CONSTANT (0x100000001b3);
      hash ^= hash >> 29;
    }
  for (; n > 0; n--, bytes++)
    hash = (hash ^ *bytes) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

static guint64
mix_item (guint64 hash, const ChaseSceneItem *item)
{
  double numbers[] = { item->role, item->paint.rgba, item->paint.width, item->paint.cap, item->font,
                       item->size, item->angle,      item->n_points,    item->n_verbs };

  hash = chase_mix (hash, numbers, sizeof numbers);
  hash = chase_mix (hash, item->verbs, item->n_verbs);
  hash = chase_mix (hash, item->points, item->n_points * sizeof *item->points);
  for (guint i = 0; i < item->n_glyphs; i++)
    {
      double glyph[] = { item->glyphs[i].glyph, item->glyphs[i].x, item->glyphs[i].y };

      hash = chase_mix (hash, glyph, sizeof glyph);
    }
  return hash;
}

static guint64
contents_of (const ChaseLayers *layers, const Tile *tile)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325) ^ chase_scene_get_paper (layers->scene);

  hash = chase_mix (hash, tile->dots->data, tile->dots->len * sizeof (ChasePoint));
  for (guint i = 0; i < tile->items->len; i++)
    hash = mix_item (hash,
                     chase_scene_get_item (layers->scene, g_array_index (tile->items, guint, i)));
  return MAX (hash, 1);
}

static void
draw_tile (ChaseCanvas *canvas, const ChaseLayers *layers, const Tile *tile, cairo_t *cr)
{
  chase_canvas_set_grid_ink (canvas, cr);
  for (guint i = 0; i < tile->dots->len; i++)
    {
      ChasePoint at = g_array_index (tile->dots, ChasePoint, i);

      cairo_new_sub_path (cr);
      cairo_arc (cr, at.x, at.y, DOT, 0, 2 * G_PI);
    }
  cairo_fill (cr);
  cairo_scale (cr, layers->scale, layers->scale);
  cairo_translate (cr, -layers->origin.x, -layers->origin.y);
  chase_paint_cairo_items (layers->scene, cr, (const guint *)(gpointer)tile->items->data,
                           tile->items->len, layers->scale * layers->density);
}

/* An empty tile is a layer too: one more or less would be another order to GTK, and all be painted
 * again. It is no node for cairo that nothing is painted on: that ends the broadway server of 4.8.
 */
static GskRenderNode *
record (ChaseCanvas *canvas, const ChaseLayers *layers, int index)
{
  int x = index % layers->n_columns * TILE, y = index / layers->n_columns * TILE;
  graphene_rect_t box
      = GRAPHENE_RECT_INIT ((float)x, (float)y, (float)MIN (TILE, layers->width - x),
                            (float)MIN (TILE, layers->height - y));
  const Tile *tile = &layers->tiles[index];
  GskRenderNode *node;
  cairo_t *cr;

  if (tile->items->len == 0 && tile->dots->len == 0)
    return gsk_color_node_new (&(GdkRGBA){ 0, 0, 0, 0 }, &box);
  node = gsk_cairo_node_new (&box);
  cr = gsk_cairo_node_get_draw_context (node);
  draw_tile (canvas, layers, tile, cr);
  cairo_destroy (cr);
  return node;
}

/* To know what is in a tile costs time, and says nothing while the view moves. */
static void
record_tiles (ChaseCanvas *canvas, ChaseLayers *layers, gboolean same_view)
{
  deal_all (canvas, layers);
  for (int i = 0; i < layers->n_columns * layers->n_rows; i++)
    {
      Tile *tile = &layers->tiles[i];
      guint64 contents = same_view ? contents_of (layers, tile) : 0;

      if (contents == 0 || contents != tile->contents)
        {
          g_clear_pointer (&tile->node, gsk_render_node_unref);
          tile->node = record (canvas, layers, i);
          tile->contents = contents;
        }
      g_array_set_size (tile->items, 0);
      g_array_set_size (tile->dots, 0);
    }
}

static void
add_diagram (ChaseCanvas *canvas, GtkSnapshot *snapshot, int width, int height)
{
  ChaseLayers *layers = canvas->layers;
  ChaseLayers now = { .scene = chase_canvas_get_scene (canvas),
                      .scale = canvas->scale,
                      .origin = canvas->origin,
                      .width = width,
                      .height = height,
                      .density = gtk_widget_get_scale_factor (GTK_WIDGET (canvas)) };
  gboolean same_view = layers->scene != NULL && is_same_view (layers, &now);

  if (!same_view || now.scene != layers->scene)
    {
      chase_scene_ref (now.scene);
      chase_scene_unref (layers->scene);
      if (!same_view)
        {
          drop_tiles (layers);
          *layers = now;
          make_tiles (layers);
        }
      layers->scene = now.scene;
      record_tiles (canvas, layers, same_view);
    }
  for (int i = 0; i < layers->n_columns * layers->n_rows; i++)
    gtk_snapshot_append_node (snapshot, layers->tiles[i].node);
}

/* What @draw draws, in a layer that is no larger than it. */
static void
add_sketch (ChaseCanvas *canvas, GtkSnapshot *snapshot, int width, int height,
            void (*draw) (ChaseCanvas *canvas, cairo_t *cr))
{
  cairo_surface_t *sketch = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (sketch);
  graphene_rect_t box, all = GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height);
  double x, y, across, down;

  draw (canvas, cr);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (sketch, &x, &y, &across, &down);
  graphene_rect_init (&box, (float)floor (x) - 1, (float)floor (y) - 1, (float)ceil (across) + 3,
                      (float)ceil (down) + 3);
  if (!graphene_rect_intersection (&box, &all, &box))
    graphene_rect_init (&box, 0, 0, 1, 1);
  cr = gtk_snapshot_append_cairo (snapshot, &box);
  cairo_set_source_surface (cr, sketch, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (sketch);
}

void
chase_canvas_add_layers (ChaseCanvas *canvas, GtkSnapshot *snapshot, int width, int height)
{
  guint32 paper = chase_scene_get_paper (chase_canvas_get_scene (canvas));
  GdkRGBA colour = { (float)((paper >> 24) & 0xff) / 255, (float)((paper >> 16) & 0xff) / 255,
                     (float)((paper >> 8) & 0xff) / 255, 1 };

  if (width <= 0 || height <= 0)
    return;
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  add_sketch (canvas, snapshot, width, height, chase_canvas_draw_below);
  add_diagram (canvas, snapshot, width, height);
  add_sketch (canvas, snapshot, width, height, chase_canvas_draw_above);
}
