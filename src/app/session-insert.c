/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "app/session-private.h"

#include "app-templates.h"
#include "notation/notation.h"

#include <glib/gi18n.h>
#include <string.h>

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

#define FOLDER "/arrowchase/templates/"

char **
chase_template_names (void)
{
  return g_resource_enumerate_children (app_templates_get_resource (), FOLDER, 0, NULL);
}

static GBytes *
template_text (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);

  return g_resource_lookup_data (app_templates_get_resource (), path, 0, NULL);
}

/* The first line of a template says what it is, up to a colon. */
char *
chase_template_title (const char *name)
{
  g_autoptr (GBytes) bytes = template_text (name);
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, NULL) : "";
  g_autofree char *line = NULL;
  const char *title, *wide;
  gsize length;

  if (text[0] != '#')
    return g_strdup (name);
  text += strspn (text, "# ");
  line = g_strndup (text, strcspn (text, "\n"));
  title = _ (line);
  length = strcspn (title, ":");
  if ((wide = strstr (title, "：")) != NULL)
    length = MIN (length, (gsize)(wide - title));
  return g_strndup (title, length);
}

ChaseDocument *
chase_template_document (const char *name)
{
  g_autoptr (GBytes) bytes = template_text (name);
  gsize length;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return text != NULL ? chase_notation_parse (text, length, NULL) : NULL;
}

void
chase_session_insert_template (ChaseSession *session, const char *name, double column, double row)
{
  g_autoptr (ChaseDocument) document = chase_template_document (name);

  if (document != NULL)
    chase_session_paste_all (session, document, column, row, _ ("Insert Template"));
}
