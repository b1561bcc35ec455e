/* SPDX-License-Identifier: MIT */
#pragma once

#include "interchange/tikz-picture-private.h"

G_BEGIN_DECLS

/* Nodes of a picture that stand where their author placed them, and not in a \matrix. */

/* A point of the picture: to the right and upwards, in centimetres. */
typedef struct
{
  double x, y;
} ChasePicturePoint;

typedef struct
{
  char *name;    /* or NULL */
  char *options; /* of what it looks like */
  char *math;    /* its text; NULL: a coordinate, which draws nothing */
  ChasePicturePoint point;
  gboolean cell; /* it has a place in the grid: */
  guint row, column;
  gsize start, stop; /* of its statement */
} ChasePictureNode;

typedef struct
{
  GPtrArray *all;      /* of ChasePictureNode */
  GHashTable *by_name; /* name -> ChasePictureNode, borrowed */
} ChasePictureNodes;

/* What a picture or a scope says of places. */
typedef struct
{
  ChasePicturePoint shift, scale, distance;
  gboolean turned; /* by an angle, which nothing here does */
} ChasePictureFrame;

/* tikz-picture-places.c */

void
chase_picture_frame_init (ChasePictureFrame *frame);
/** Takes from a list of options what speaks of places. */
void
chase_picture_frame_apply (ChasePictureFrame *frame, const char *options);
/** Finds the point that `@text`, the inside of round brackets, stands for. FALSE where it is not
 * known. */
gboolean
chase_picture_find_point (const ChasePictureNodes *nodes, const ChasePictureFrame *frame,
                          const char *text, ChasePicturePoint *point);
/** Places a node by its options (`right=2cm of a`), of which it returns the others. *@placed is
 * FALSE where none of them does. Caller frees. */
char *
chase_picture_place (const ChasePictureNodes *nodes, const ChasePictureFrame *frame,
                     const char *options, ChasePicturePoint *point, gboolean *placed);

/* tikz-picture-nodes.c */

/** Reads the placed nodes of [@start, @end). NULL where there are fewer than two. */
ChasePictureNodes *
chase_picture_nodes_read (ChaseSource *source, gsize start, gsize end);
/** Takes NULL quietly. */
void
chase_picture_nodes_free (ChasePictureNodes *nodes);

/* tikz-picture-grid.c */

/**
 * Gives each node that has a name a cell of a grid, appends the cells to @out as tikz-cd has them,
 * and notes them in @matrix. FALSE where the grid would be far larger than the picture.
 */
gboolean
chase_picture_nodes_arrange (ChasePictureNodes *nodes, ChasePictureMatrix *matrix, GString *out);
/** Returns the cell of the node at `@coordinate`, `1-2`, or NULL where none is near. @nodes:
 * ChasePictureNodes. Caller frees. */
char *
chase_picture_nodes_find (gconstpointer nodes, const char *coordinate);
/** Makes of nodes without a name, which stand beside arrows, the labels of these, as they are in
 * @arrows; what stands elsewhere is reported. */
void
chase_picture_nodes_label (ChaseSource *source, const ChasePictureNodes *nodes, GString *arrows);

G_END_DECLS
