/* SPDX-License-Identifier: MIT */
#include "evidence/tale.h"

static void
step_free (gpointer data)
{
  ChaseTaleStep *step = data;

  g_array_unref (step->cells);
  g_free (step->math);
  g_free (step);
}

ChaseTale *
chase_tale_new (ChaseTaleKind kind)
{
  ChaseTale *tale = g_new0 (ChaseTale, 1);

  tale->kind = kind;
  tale->steps = g_ptr_array_new_with_free_func (step_free);
  return tale;
}

void
chase_tale_free (ChaseTale *tale)
{
  if (tale == NULL)
    return;
  g_ptr_array_unref (tale->steps);
  for (guint i = 0; i < 2; i++)
    {
      g_free (tale->runs[i].edges);
      g_free (tale->runs[i].nodes);
      g_strfreev (tale->runs[i].names);
    }
  g_free (tale->functor);
  chase_diagram_unref (tale->before);
  g_free (tale);
}

void
chase_tale_take_step (ChaseTale *tale, const GArray *cells, char *math)
{
  ChaseTaleStep *step = g_new (ChaseTaleStep, 1);

  *step = (ChaseTaleStep){ g_array_copy ((GArray *)cells), math };
  g_ptr_array_add (tale->steps, step);
}
