/* SPDX-License-Identifier: MIT */
#include "app/speech.h"

#include <glib/gi18n.h>

/* Arrows on arrows on arrows are named no deeper than this. */
#define DEPTH_MAX 4

/* The label as it is read aloud, or NULL where there is none. */
static const char *
spoken (ChaseLabelCache *labels, const ChaseCell *cell)
{
  return cell->label[0] != '\0'
             ? chase_label_to_text (chase_label_cache_get (labels, cell->label, 16))
             : NULL;
}

static char *
end_in_words (const ChaseDiagram *diagram, ChaseLabelCache *labels, guint32 index, guint depth)
{
  const ChaseCell *cell = chase_diagram_get_cell (diagram, index);
  const char *label = spoken (labels, cell);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (label != NULL)
    return g_strdup (label);
  if (cell->level == 0 || depth == 0)
    return g_strdup (cell->level == 0 ? _ ("an object without a label")
                                      : _ ("an arrow without a label"));
  from = end_in_words (diagram, labels, cell->source, depth - 1);
  to = end_in_words (diagram, labels, cell->target, depth - 1);
  /* TRANSLATORS: an end of an arrow between arrows, or of one from an arrow */
  return g_strdup_printf (_ ("the arrow from %s to %s"), from, to);
}

/* What kind of arrow it is, with room for its label and its ends. */
static const char *
format_of (const ChaseCell *cell, gboolean labelled)
{
  if (cell->level > 1)
    return labelled ? _ ("Arrow between arrows %s, from %s to %s")
                    : _ ("Arrow between arrows, from %s to %s");
  if (cell->properties & CHASE_PROPERTY_ISO)
    return labelled ? _ ("Isomorphism %s from %s to %s") : _ ("Isomorphism from %s to %s");
  if (cell->properties & CHASE_PROPERTY_MONO)
    return labelled ? _ ("Monomorphism %s from %s to %s") : _ ("Monomorphism from %s to %s");
  if (cell->properties & CHASE_PROPERTY_EPI)
    return labelled ? _ ("Epimorphism %s from %s to %s") : _ ("Epimorphism from %s to %s");
  return labelled ? _ ("Arrow %s from %s to %s") : _ ("Arrow from %s to %s");
}

char *
chase_cell_in_words (const ChaseDiagram *diagram, ChaseLabelCache *labels, guint32 index)
{
  const ChaseCell *cell = chase_diagram_get_cell (diagram, index);
  const char *label = spoken (labels, cell);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (cell->level == 0)
    return label != NULL ? g_strdup_printf (_ ("Object %s"), label)
                         : g_strdup (_ ("Object without a label"));
  from = end_in_words (diagram, labels, cell->source, DEPTH_MAX);
  to = end_in_words (diagram, labels, cell->target, DEPTH_MAX);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return label != NULL ? g_strdup_printf (format_of (cell, TRUE), label, from, to)
                       : g_strdup_printf (format_of (cell, FALSE), from, to);
#pragma GCC diagnostic pop
}
