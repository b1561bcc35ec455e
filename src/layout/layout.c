/* SPDX-License-Identifier: MIT */
#include "layout/layout.h"

#include <string.h>

G_DEFINE_QUARK (chase - layout - error - quark, chase_layout_error)

static const char *const engine_words[] = { "auto", "dot", "neato", "circo" };

gboolean
chase_layout_engine_parse (const char *word, ChaseLayoutEngine *engine)
{
  for (guint i = 0; i < G_N_ELEMENTS (engine_words); i++)
    if (strcmp (word, engine_words[i]) == 0)
      {
        *engine = (ChaseLayoutEngine)i;
        return TRUE;
      }
  return FALSE;
}

void
chase_layout_options_init (ChaseLayoutOptions *options)
{
  *options = (ChaseLayoutOptions){ CHASE_LAYOUT_AUTO, FALSE };
}

gboolean
chase_layout (const ChaseDiagram *diagram, const ChaseLayoutOptions *options, double *positions,
              GError **error)
{
  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      positions[2 * i] = i;
      positions[2 * i + 1] = 0;
    }
  return TRUE;
}
