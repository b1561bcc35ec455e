/* SPDX-License-Identifier: MIT */
#include "app/canvas-private.h"

#include <math.h>
#include <string.h>

/* Selecting by code: every cell in view has a few letters, and typing them selects it. The letters
 * are those that the fingers rest on, and their neighbours. */

static const char letters[] = "asdfjklgheirucm";

#define N_LETTERS ((guint)(sizeof letters - 1))

struct _ChaseCodes
{
  ChaseDiagram *diagram; /* whose cells these are */
  GArray *cells;         /* of guint32 */
  guint length;          /* of a code */
  gboolean adding;
  GString *typed;
};

static void
codes_free (ChaseCodes *codes)
{
  if (codes == NULL)
    return;
  chase_diagram_unref (codes->diagram);
  g_array_unref (codes->cells);
  g_string_free (codes->typed, TRUE);
  g_free (codes);
}

void
chase_canvas_end_codes (ChaseCanvas *canvas)
{
  if (canvas->codes == NULL)
    return;
  g_clear_pointer (&canvas->codes, codes_free);
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  g_signal_emit_by_name (canvas, "hint-changed");
}

gboolean
chase_canvas_has_codes (ChaseCanvas *canvas)
{
  return canvas->codes != NULL
         && canvas->codes->diagram == chase_session_get_diagram (canvas->session);
}

static gboolean
place_of (ChaseCanvas *canvas, guint32 cell, ChasePoint *at)
{
  ChasePoint centre;

  if (!chase_scene_cell_centre (chase_canvas_get_scene (canvas), cell, &centre)
      && !chase_scene_edge_point (chase_canvas_get_scene (canvas), cell, 0.5, &centre, NULL))
    return FALSE;
  *at = chase_canvas_from_scene (canvas, centre.x, centre.y);
  return at->x >= 0 && at->y >= 0 && at->x <= gtk_widget_get_width (GTK_WIDGET (canvas))
         && at->y <= gtk_widget_get_height (GTK_WIDGET (canvas));
}

void
chase_canvas_ask_code (ChaseCanvas *canvas, gboolean adding)
{
  ChaseCodes *codes = g_new0 (ChaseCodes, 1);
  ChasePoint at;
  guint room = N_LETTERS;

  chase_canvas_end_label (canvas);
  chase_canvas_end_codes (canvas);
  codes->diagram = chase_diagram_ref (chase_session_get_diagram (canvas->session));
  codes->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  codes->adding = adding;
  codes->typed = g_string_new (NULL);
  for (guint32 i = 0; i < chase_diagram_n_cells (codes->diagram); i++)
    if (place_of (canvas, i, &at))
      g_array_append_val (codes->cells, i);
  for (codes->length = 1; room < codes->cells->len; room *= N_LETTERS)
    codes->length++;
  canvas->codes = codes;
  gtk_widget_grab_focus (GTK_WIDGET (canvas));
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  g_signal_emit_by_name (canvas, "hint-changed");
}

/* The code of the @i-th cell, at most 15 letters. */
static void
code_of (const ChaseCodes *codes, guint i, char code[16])
{
  guint n = MIN (codes->length, 15);

  for (guint k = n; k > 0; k--, i /= N_LETTERS)
    code[k - 1] = letters[i % N_LETTERS];
  code[n] = '\0';
}

char *
chase_canvas_code_of (ChaseCanvas *canvas, guint32 cell)
{
  char code[16];

  for (guint i = 0; chase_canvas_has_codes (canvas) && i < canvas->codes->cells->len; i++)
    if (g_array_index (canvas->codes->cells, guint32, i) == cell)
      {
        code_of (canvas->codes, i, code);
        return g_strdup (code);
      }
  return NULL;
}

/* What is typed in full selects; with several to be chosen the codes stay. */
static void
choose (ChaseCanvas *canvas)
{
  ChaseCodes *codes = canvas->codes;
  char code[16];

  if (codes->typed->len < codes->length)
    return;
  for (guint i = 0; i < codes->cells->len; i++)
    {
      guint32 cell = g_array_index (codes->cells, guint32, i);

      code_of (codes, i, code);
      if (strcmp (code, codes->typed->str) != 0)
        continue;
      if (codes->adding)
        chase_session_toggle (canvas->session, cell);
      else if (!chase_session_point (canvas->session, cell))
        chase_session_select (canvas->session, &cell, 1);
    }
  if (codes->adding)
    g_string_truncate (codes->typed, 0);
  else
    chase_canvas_end_codes (canvas);
}

static gboolean
key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
             ChaseCanvas *canvas)
{
  guint lower = gdk_keyval_to_lower (key);
  ChaseCodes *codes = canvas->codes;

  if (!chase_canvas_has_codes (canvas))
    {
      chase_canvas_end_codes (canvas);
      return GDK_EVENT_PROPAGATE;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0 && lower < 128
      && strchr (letters, (int)lower) != NULL && lower != 0)
    {
      g_string_append_c (codes->typed, (char)lower);
      choose (canvas);
    }
  else if (key == GDK_KEY_BackSpace && codes->typed->len > 0)
    g_string_truncate (codes->typed, codes->typed->len - 1);
  else if (key == GDK_KEY_Escape || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    chase_canvas_end_codes (canvas);
  else
    {
      /* A modifier alone changes nothing; any other key is what it always is. */
      if (gdk_keyval_to_unicode (key) != 0)
        chase_canvas_end_codes (canvas);
      return GDK_EVENT_PROPAGATE;
    }
  gtk_widget_queue_draw (GTK_WIDGET (canvas));
  return GDK_EVENT_STOP;
}

static void
draw_code (ChaseCanvas *canvas, cairo_t *cr, ChasePoint at, const char *code, gsize typed,
           const GdkRGBA *accent)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (canvas), NULL);
  g_autofree char *markup = g_strdup_printf ("<b><span alpha=\"50%%\">%.*s</span>%s</b>",
                                             (int)typed, code, code + typed);
  int width, height;
  double x, y;

  pango_layout_set_markup (layout, markup, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  x = round (at.x - width / 2.0);
  y = round (at.y - height / 2.0);
  gdk_cairo_set_source_rgba (cr, accent);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x - 1, at.y, height / 2.0 + 1, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cr, x + width + 1, at.y, height / 2.0 + 1, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

void
chase_canvas_draw_codes (ChaseCanvas *canvas, cairo_t *cr)
{
  /* Dark enough under white letters in every theme. */
  static const GdkRGBA ground = { 0.09F, 0.35F, 0.69F, 0.95F };
  const ChaseCodes *codes = canvas->codes;
  ChasePoint at;
  char code[16];

  if (!chase_canvas_has_codes (canvas))
    return;
  for (guint i = 0; i < codes->cells->len; i++)
    {
      guint32 cell = g_array_index (codes->cells, guint32, i);

      code_of (codes, i, code);
      if (strncmp (code, codes->typed->str, codes->typed->len) != 0
          || !place_of (canvas, cell, &at))
        continue;
      /* Below an object's own letter, so that both can be read. */
      if (chase_diagram_get_cell (codes->diagram, cell)->level == 0)
        at.y += 24 * canvas->scale;
      draw_code (canvas, cr, at, code, codes->typed->len, &ground);
    }
}

void
chase_canvas_add_codes (ChaseCanvas *canvas)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), canvas);
  gtk_widget_add_controller (GTK_WIDGET (canvas), keys);
}
