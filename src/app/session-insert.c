/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "app/session-private.h"

#include <glib/gi18n.h>

typedef struct
{
  guint n_nodes;
  guint n_arrows;
  double places[8][2];
  guint arrows[12][2];
} Template;

static const Template templates[] = {
  [CHASE_TEMPLATE_SQUARE] = { 4,
                              4,
                              { { 0, 0 }, { 1, 0 }, { 0, 1 }, { 1, 1 } },
                              { { 0, 1 }, { 0, 2 }, { 1, 3 }, { 2, 3 } } },
  [CHASE_TEMPLATE_TRIANGLE]
  = { 3, 3, { { 0, 0 }, { 1, 0 }, { 1, 1 } }, { { 0, 1 }, { 1, 2 }, { 0, 2 } } },
  [CHASE_TEMPLATE_SPAN] = { 3, 2, { { 0, 0 }, { 1, 0 }, { 0, 1 } }, { { 0, 1 }, { 0, 2 } } },
  [CHASE_TEMPLATE_COSPAN] = { 3, 2, { { 1, 1 }, { 1, 0 }, { 0, 1 } }, { { 1, 0 }, { 2, 0 } } },
  [CHASE_TEMPLATE_CUBE]
  = { 8,
      12,
      { { 0, 0 }, { 2, 0 }, { 0, 2 }, { 2, 2 }, { 1, 1 }, { 3, 1 }, { 1, 3 }, { 3, 3 } },
      { { 0, 1 },
        { 0, 2 },
        { 1, 3 },
        { 2, 3 },
        { 4, 5 },
        { 4, 6 },
        { 5, 7 },
        { 6, 7 },
        { 0, 4 },
        { 1, 5 },
        { 2, 6 },
        { 3, 7 } } },
};

static gboolean
is_free (const ChaseEdit *edit, const Template *template, double column, double row)
{
  for (guint i = 0; i < template->n_nodes; i++)
    if (chase_edit_node_at (edit, column + template->places[i][0], row + template->places[i][1])
        != CHASE_NO_HANDLE)
      return FALSE;
  return TRUE;
}

void
chase_session_insert (ChaseSession *session, ChaseTemplate which, double column, double row)
{
  const Template *template = &templates[which];
  g_autoptr (GArray) select = chase_handles_new ();
  ChaseEdit *edit = chase_session_edit (session);
  guint nodes[8];

  if (edit == NULL)
    return;
  while (!is_free (edit, template, column, row))
    column += 1;
  for (guint i = 0; i < template->n_nodes; i++)
    {
      nodes[i] = chase_edit_add_node (edit, "", column + template->places[i][0],
                                      row + template->places[i][1]);
      chase_handles_add (select, nodes[i]);
    }
  for (guint i = 0; i < template->n_arrows; i++)
    chase_handles_add (select, chase_edit_add_arrow (edit, nodes[template->arrows[i][0]],
                                                     nodes[template->arrows[i][1]], ""));
  chase_session_commit (session, edit, _ ("Insert"), NULL, select);
}
