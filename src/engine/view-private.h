/* SPDX-License-Identifier: MIT */
#pragma once

/* What the files of the computed diagrams share; nobody else includes this. */

#include "engine/hom-sets.h"
#include "engine/view.h"
#include "model/set-chart.h"

G_BEGIN_DECLS

/* A computed diagram in the making. */
typedef struct
{
  ChaseTheory *theory;
  ChaseItem *item;
  const ChaseBudget *budget;
  GPtrArray *problems;
  ChaseDiagram *diagram;
} ChaseView;

/* Each fills view->diagram, or says why not and returns FALSE. */
gboolean
chase_view_category (ChaseView *view);
gboolean
chase_view_all (ChaseView *view);
gboolean
chase_view_elements (ChaseView *view);
gboolean
chase_view_opposite (ChaseView *view);
gboolean
chase_view_naturality (ChaseView *view);
/* view-prism.c: the prisms of a composite at @arrows (of ChaseTerm), whose ends are the terms @ends, two each. */
gboolean
chase_view_prisms (ChaseView *view, const GPtrArray *arrows, const GPtrArray *ends);
gboolean
chase_view_proof (ChaseView *view);
gboolean
chase_view_image (ChaseView *view);
gboolean
chase_view_sets (ChaseView *view);
/* view-chart.c: `sets` of a transformation, or of a functor in the making. FALSE, with nothing drawn,
 * where there is no chart of the view's subject. */
gboolean
chase_view_chart (ChaseView *view);
gboolean
chase_view_yoneda (ChaseView *view);
gboolean
chase_view_cone (ChaseView *view);

/* Reports @reason where the view's subject is named. Returns FALSE. */
gboolean
chase_view_wrong (ChaseView *view, const char *reason);

/* view-category.c */

/* The label that the category's block declares for the object or arrow called @name, or the name's.
 */
char *
chase_view_declared_label (const ChaseCategory *category, ChaseStatementKind kind,
                           const char *name);
char *
chase_view_object_label (const ChaseCategory *category, guint32 object);
/* "h \circ f", the labels of the arrows of @word composed. */
char *
chase_view_word_label (const ChaseCategory *category, ChaseWord word);
void
chase_view_style_for (ChaseStyle *style, ChaseProperty properties);
/* The diagram that the view is about, drawn or computed, or NULL with an error. */
ChaseItem *
chase_view_find_subject (ChaseView *view);
/* What @subject draws, computed where it is. NULL with an error. */
ChaseDiagram *
chase_view_draw_subject (ChaseView *view, ChaseItem *subject);

/* view-naturality.c: the labels of F(A), F(f), alpha_A. */
char *
chase_view_applied_label (ChaseTermKind kind, const ChaseTerm *operator,
                          const ChaseTerm * argument);
ChaseTerm *
chase_view_functor_term (const ChaseFunctor *functor);
ChaseTerm *
chase_view_label_term (const char *name);
ChaseTerm *
chase_view_object_term (const ChaseCategory *category, guint32 object);

/* view-place.c */

/* The places (2 numbers each) that layout finds for the objects of @category. Caller frees. */
double *
chase_view_place_category (const ChaseCategory *category);
/* The same for the nodes of @diagram. */
double *
chase_view_place_diagram (const ChaseDiagram *diagram);
/* The same for any graph: @ends has the source and the target of each edge. */
double *
chase_view_place_graph (guint32 n_nodes, const guint32 *ends, guint n_edges);
/* How many of the @n points lie on the segment from @from to @to, its ends aside. */
guint
chase_view_points_on (const double *points, guint n, const double *from, const double *to);

/* view-colour.c: colours that stay distinct for colour-blind eyes; those after the last begin
 * again. */
ChaseColour
chase_view_colour (guint number);
/* What is of no importance. */
ChaseColour
chase_view_grey (void);
void
chase_view_paint (ChaseStyle *style, ChaseColour colour);
/* What has no value yet: of a colour that calls, with a question mark behind its *@label. */
void
chase_view_mark_missing (ChaseStyle *style, char **label);

/**
 * A functor to finite sets as view-elements.c draws it. The set at object A has sizes[A] elements;
 * the label of its x-th is names[A][x]; generator f sends x to functions[f][x], NULL for one that
 * is not drawn, and CHASE_CHART_MISSING for a value that is not given yet.
 */
typedef struct
{
  const ChaseCategory *category;
  guint32 n_objects;
  guint32 n_arrows;
  guint32 *sizes;
  char ***names;
  guint32 **functions;
  gboolean *missing; /* of a picture in the making: sets that are not given yet; or NULL */
  char **titles; /* of the sets */
  char **labels; /* of the functions */
  /* What is highlighted, or NULL: colours[A][x] is a colour + 1 of an element, and
   * paths[f][x] that of the element arrow which starts at x in f. */
  guint8 **colours;
  guint8 **paths;
} ChaseSetPicture;

/* The element called @name (NULL: its number) as a label. */
char *
chase_view_element_label (const ChaseName *name, guint32 number);

/* A set of more elements shows this many less one, and dots for the rest. */
#define CHASE_SET_SHOWN 7

/* view-chase.c: colours + 1 of what both paths of a chase, the first one alone and the second one
 * alone touch. */
#define CHASE_COLOUR_FIRST 1
#define CHASE_COLOUR_SECOND 2
#define CHASE_COLOUR_BOTH 3

/* Gives @picture, filled by now, marks without any colour. */
void
chase_set_picture_prepare_marks (ChaseSetPicture *picture);
/* Follows the element @x of the set at @object along @word, and marks what it meets. */
void
chase_set_picture_follow (ChaseSetPicture *picture, guint32 object, guint32 x, ChaseWord word,
                          guint8 colour);
/* Lets what is marked be among the first of its set, so that it is seen also in large ones. */
void
chase_set_picture_bring_forward (ChaseSetPicture *picture);
/* Marks what the view's element meets in @picture of @functor. FALSE, and says why, where there is
 * no such element or path. */
gboolean
chase_view_chase (ChaseView *view, ChaseSetPicture *picture, const ChaseFunctor *functor);

ChaseSetPicture *
chase_set_picture_new (const ChaseCategory *category);
void
chase_set_picture_set_size (ChaseSetPicture *picture, guint32 object, guint32 size);
void
chase_set_picture_free (ChaseSetPicture *picture);
/* Fills @diagram, which is empty. */
void
chase_set_picture_draw (const ChaseSetPicture *picture, ChaseDiagram *diagram);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseSetPicture, chase_set_picture_free)

G_END_DECLS
