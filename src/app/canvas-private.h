/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/canvas.h"
#include "app/label-editor.h"

G_BEGIN_DECLS

/* What a place of the canvas belongs to. */
typedef enum
{
  CHASE_ZONE_EMPTY,
  CHASE_ZONE_NODE, /* the object itself: an arrow starts here */
  CHASE_ZONE_RING, /* the ring around it: by this it is moved */
  CHASE_ZONE_ARROW,
  CHASE_ZONE_MARK,  /* the verdict of a face */
  CHASE_ZONE_TAIL,  /* where an arrow starts: by this it is connected elsewhere */
  CHASE_ZONE_TIP,   /* and where it ends */
  CHASE_ZONE_BEND,  /* its middle: by this it is curved */
  CHASE_ZONE_LABEL, /* of an arrow: it slides along it */
} ChaseZone;

#define CHASE_MAIN_LABEL G_MAXUINT

typedef struct
{
  ChaseZone zone;
  guint32 cell; /* G_MAXUINT32 for none */
  guint32 mark;
  double column, row; /* the nearest place of the grid */
  guint tag;          /* of the zone LABEL: which further label it is, CHASE_MAIN_LABEL for none */
} ChaseSpot;

typedef enum
{
  CHASE_DRAG_NONE,
  CHASE_DRAG_CONNECT,
  CHASE_DRAG_MOVE,
  CHASE_DRAG_RUBBER,
  CHASE_DRAG_PAN,
  CHASE_DRAG_RECONNECT,
  CHASE_DRAG_BEND,
  CHASE_DRAG_LABEL,
} ChaseDragKind;

typedef struct _ChaseCodes ChaseCodes;
typedef struct _ChaseLayers ChaseLayers;

struct _ChaseCanvas
{
  GtkWidget parent;
  ChaseSession *session;
  ChaseFonts *fonts;
  ChaseLabelCache *labels;
  char *macros;         /* the TeX definitions that the labels are set with, or NULL */
  ChaseScene *scene;    /* NULL: to be made again */
  ChaseScene *selected; /* what is drawn under what is selected, or NULL: likewise */
  guint64 marks;        /* the number of those in @scene */
  ChaseLayers *layers;
  GtkWidget *editor;
  GArray *queue;   /* of guint: statements that wait for a label */
  guint32 renamed; /* the element whose name is typed, or G_MAXUINT32 */
  char *renaming;  /* and what was typed so far, or NULL */

  double scale;      /* pixels in a unit */
  ChasePoint origin; /* the scene's point in the left upper corner */
  gboolean fitted;
  double width, height; /* in which it was last shown */
  ChasePoint corner;    /* where it was then in the window */
  ChasePoint window;    /* how large that was then */
  gboolean room_asked;  /* a pane was asked for, or away: the next size is no surprise */
  double roomy_scale;   /* to which it goes back when a pane closes, or 0 */
  gboolean held;        /* a place of the grid that keeps its point when the scene is made again */
  ChasePoint held_grid;
  ChasePoint held_point;

  ChaseCodes *codes;  /* by which cells are selected just now, or NULL */
  char *hint;         /* that says more than a word of the program, or NULL */
  ChasePoint pointer; /* of the widget */
  ChasePoint mouse;   /* of the window: where one was said to be last */
  gboolean pointer_inside;
  ChaseSpot hover;
  const char *cursor; /* the name of the one that is shown, or NULL */
  guint hover_tick;   /* it is looked for again with the next frame */

  ChaseDragKind drag;
  ChasePoint drag_start; /* of the widget */
  ChaseSpot drag_from;
  ChaseScene *drag_scene; /* as it was then */
  ChasePoint drag_origin; /* the view's, when it is moved */
  ChasePoint drag_step;   /* how far the moved objects have come, in steps of the grid */
  ChaseStyle *drag_style; /* of the arrow that is shaped, as it was then */
  gboolean drag_joins;    /* the middle has been drawn to another arrow: a 2-cell */
  gboolean drag_left;     /* it has left the place where it began */

  GArray *chase;       /* of guint32: the path that lights up, or NULL */
  GArray *chase_fresh; /* what of it glows */

  double focus_column, focus_row; /* the cell that the arrow keys move */
  gboolean focus_shown;
  guint connect_from; /* statement where the next arrow by keyboard starts, or G_MAXUINT */
  gboolean space_down;
  gboolean space_used;
  double zoom_start;
  ChasePoint pinch_grip; /* the scene's point between the two fingers */
  gboolean pinching;     /* two fingers move the view */
  gboolean drag_off;     /* and what one finger began is off until it touches again */
  gboolean touched;      /* by a finger, the last time: it needs more room than a pointer */
  gboolean held_long; /* it has rested: it moves what is under it, or opens the menu when lifted */
  gboolean several;   /* taps add to the selection, drags select what is inside */
};

/* canvas.c */
ChaseScene *
chase_canvas_get_scene (ChaseCanvas *canvas);
/* What is drawn under what is selected; NULL for nothing. */
ChaseScene *
chase_canvas_get_selected (ChaseCanvas *canvas);

/* canvas-view.c */
void
chase_canvas_keep_in_view (ChaseCanvas *canvas, double width, double height, ChasePoint moved,
                           gboolean hand);
void
chase_canvas_find_fit (ChaseCanvas *canvas, double width, double height, double *scale,
                       ChasePoint *origin);
ChasePoint
chase_canvas_middle (ChaseCanvas *canvas);
/* With the next frame: while sizes are given nothing may be asked to change its own. */
void
chase_canvas_tell_view (ChaseCanvas *canvas);
ChasePoint
chase_canvas_to_scene (ChaseCanvas *canvas, double x, double y);
ChasePoint
chase_canvas_from_scene (ChaseCanvas *canvas, double x, double y);
ChaseSpot
chase_canvas_find (ChaseCanvas *canvas, double x, double y);
/* Where the arrow that is being drawn would end: arrows end at arrows, and objects at objects. */
ChaseSpot
chase_canvas_find_end (ChaseCanvas *canvas);
void
chase_canvas_set_view (ChaseCanvas *canvas, double scale, ChasePoint origin);
void
chase_canvas_zoom_at (ChaseCanvas *canvas, double factor, double x, double y);
void
chase_canvas_scroll_to_focus (ChaseCanvas *canvas);
/* The object's own box and, around it, the outside of its ring, in units of the scene. */
gboolean
chase_canvas_node_box (ChaseCanvas *canvas, guint32 cell, ChaseRect *inner, ChaseRect *outer);
/* One of several selected objects is moved by its body too, and the others with it. */
gboolean
chase_canvas_moves_by_body (ChaseCanvas *canvas, guint32 cell);
/* Too large to be drawn afresh while an object is dragged: then only its new place is shown. */
gboolean
chase_canvas_is_large (ChaseCanvas *canvas);
void
chase_canvas_update_hover (ChaseCanvas *canvas);
void
chase_canvas_queue_hover (ChaseCanvas *canvas);

/* canvas-codes.c */
void
chase_canvas_add_codes (ChaseCanvas *canvas);
void
chase_canvas_draw_codes (ChaseCanvas *canvas, cairo_t *cr);
gboolean
chase_canvas_has_codes (ChaseCanvas *canvas);
void
chase_canvas_end_codes (ChaseCanvas *canvas);
/* What is to be typed for @cell, or NULL. Caller frees. */
char *
chase_canvas_code_of (ChaseCanvas *canvas, guint32 cell);

/* canvas-handles.c */
/* The box of the label that @spot, of the zone LABEL, belongs to. */
gboolean
chase_canvas_label_box (ChaseCanvas *canvas, const ChaseSpot *spot, ChaseRect *box);
/* The place of a handle of the arrow @cell, in the scene. */
gboolean
chase_canvas_handle_point (ChaseCanvas *canvas, guint32 cell, ChaseZone zone, ChasePoint *point);
/* An end of the only arrow that is selected. */
gboolean
chase_canvas_find_end_handle (ChaseCanvas *canvas, ChasePoint at, ChaseSpot *spot);
/* Which part of the arrow at @spot is at the point. */
void
chase_canvas_refine_arrow (ChaseCanvas *canvas, ChasePoint at, ChaseSpot *spot);
/* The style of the arrow that is dragged with the pointer where it is. Caller frees. */
ChaseStyle *
chase_canvas_shape_style (ChaseCanvas *canvas, gboolean loose);
void
chase_canvas_draw_handles (ChaseCanvas *canvas, cairo_t *cr, const GdkRGBA *accent);

/* canvas-labels.c */
void
chase_canvas_add_editor (ChaseCanvas *canvas);
/* What was typed as an element's name is of no more use: the picture is another one. */
void
chase_canvas_forget_renaming (ChaseCanvas *canvas);
void
chase_canvas_allocate_editor (ChaseCanvas *canvas, int width, int height);

/* canvas-draw.c */
/* The dots of the grid, as points (of ChasePoint) of the widget. Caller unrefs. */
GArray *
chase_canvas_list_dots (ChaseCanvas *canvas, double width, double height);
void
chase_canvas_set_grid_ink (ChaseCanvas *canvas, cairo_t *cr);
/** Where an empty page says what to do: between the dots in the middle of the view. */
ChasePoint
chase_canvas_place_invitation (ChaseCanvas *canvas);
/* What lies below the diagram, and what above it. */
void
chase_canvas_draw_below (ChaseCanvas *canvas, cairo_t *cr);
void
chase_canvas_draw_above (ChaseCanvas *canvas, cairo_t *cr);

/* canvas-layers.c */
/* Mixes @n bytes into @hash. */
guint64
chase_mix (guint64 hash, gconstpointer data, gsize n);
ChaseLayers *
chase_layers_new (void);
void
chase_layers_free (ChaseLayers *layers);
void
chase_canvas_add_layers (ChaseCanvas *canvas, GtkSnapshot *snapshot, int width, int height);

/* canvas-gestures.c, canvas-keys.c */
void
chase_canvas_add_gestures (ChaseCanvas *canvas);
void
chase_canvas_add_keys (ChaseCanvas *canvas);

G_END_DECLS
