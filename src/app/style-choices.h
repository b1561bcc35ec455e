/* SPDX-License-Identifier: MIT */
#pragma once

#include "model/style.h"

G_BEGIN_DECLS

/* A field of a style with a few values, each of which can be shown as a picture. */
typedef struct
{
  const char *key;   /* of the action's parameter: "head epi" */
  const char *title; /* to be translated */
  struct
  {
    const char *word;
    const char *title; /* to be translated */
  } choices[12];       /* up to the first without a word */
} ChaseStyleChoices;

/** The fields, in the order of the inspector. */
const ChaseStyleChoices *
chase_style_choices (guint *n);
/**
 * Changes @style as @words says, a key and a value: "head epi", "level 2", "colour #c01c28",
 * "curve -1.5", "outline circle". FALSE where that says nothing.
 */
gboolean
chase_style_apply (ChaseStyle *style, const char *words);
/** TRUE when a cell of @level (0 an object, 1 an arrow, 2 a 2-cell) with @style has the value @word
 * of the field @key, said or by itself. */
gboolean
chase_style_has (const ChaseStyle *style, guint level, const char *key, const char *word);

/* A colour that is told apart from the others in every theme. */
typedef struct
{
  const char *ink;
  const char *ground; /* the same, so light that a label on it can be read */
  const char *title;  /* to be translated */
} ChaseStyleColour;

/** The colours that are offered. */
const ChaseStyleColour *
chase_style_colours (guint *n);

/* A field of a style with a number. */
typedef struct
{
  const char *key;
  const char *title; /* to be translated */
  double least, most, step;
  gboolean loops; /* of loops alone; else of all but loops, where @straight */
  gboolean straight;
} ChaseStyleNumber;

const ChaseStyleNumber *
chase_style_numbers (guint *n);
double
chase_style_get_number (const ChaseStyle *style, const char *key);

G_END_DECLS
