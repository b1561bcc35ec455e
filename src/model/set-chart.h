/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/theory.h"

G_BEGIN_DECLS

/** In the place of a value that a function does not have yet. */
#define CHASE_CHART_MISSING G_MAXUINT32

/**
 * ChaseChartSet:
 *
 * The set that the functor which is item @item of the document (-1: one whose values are not
 * written out) has at the object @argument. @elements (of ChaseName) is NULL while it is not given.
 */
typedef struct
{
  gint item;
  const char *argument;
  const ChaseTerm *functor; /* as it is written */
  GPtrArray *elements;
} ChaseChartSet;

/**
 * ChaseChartFunction:
 *
 * A function from the set number @source to the set number @target: that of a functor at the arrow
 * @argument, or (@component) that of a transformation at the object @argument. It sends the x-th
 * element to the values[x]-th one, or CHASE_CHART_MISSING.
 */
typedef struct
{
  gint item;
  const char *argument;
  const ChaseTerm *operator; /* the functor or the transformation, as it is written */
  gboolean component;
  guint32 source, target;
  guint32 *values;
} ChaseChartFunction;

/**
 * ChaseSetChart:
 *
 * A functor to finite sets, or a transformation between two, as far as the document gives it: what
 * is drawn, and pointed at, while it is being made. Sets and functions come in the order of the
 * objects and arrows; of a transformation first those of the functor that it starts from, then
 * those of the other one, then its components.
 */
typedef struct
{
  /*< private >*/
  ChaseTheory *theory; /* owns all names and terms */
  /*< public, read only >*/
  GArray *sets;      /* of ChaseChartSet */
  GArray *functions; /* of ChaseChartFunction */
} ChaseSetChart;

/**
 * The chart of the functor or the transformation that @term names or is. NULL where that does not
 * go to Set from a category with generators, or its elements have no names. Caller owns it.
 */
ChaseSetChart *
chase_set_chart_new (ChaseTheory *theory, const ChaseTerm *term);
void
chase_set_chart_free (ChaseSetChart *chart);
/** Returns how many sets are drawn. */
guint
chase_set_chart_n_sets (const ChaseSetChart *chart);
/** Returns a set that is there. Borrowed. */
const ChaseChartSet *
chase_set_chart_set (const ChaseSetChart *chart, guint index);
/** Returns how many functions are drawn between them. */
guint
chase_set_chart_n_functions (const ChaseSetChart *chart);
/** Returns a function that is there. Borrowed. */
const ChaseChartFunction *
chase_set_chart_function (const ChaseSetChart *chart, guint index);
/** How many elements a set has; 0 while it is not given. */
guint
chase_chart_set_size (const ChaseChartSet *set);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChaseSetChart, chase_set_chart_free)

G_END_DECLS
