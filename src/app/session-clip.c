/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "app/session-private.h"

#include "app/joining.h"
#include "app/placing.h"
#include "app/plain-words.h"
#include "app/reading.h"
#include "notation/notation.h"

#include <glib/gi18n.h>
#include <string.h>

static ChaseItem *
copy_selection (ChaseSession *session)
{
  guint n;
  const guint32 *cells = chase_session_get_selection (session, &n);

  return n > 0 ? chase_edit_copy (chase_session_get_diagram (session), cells, n, "clipping") : NULL;
}

char *
chase_session_copy (ChaseSession *session)
{
  g_autoptr (ChaseItem) copy = copy_selection (session);

  return copy != NULL ? chase_notation_print_item (copy, CHASE_NOTATION_ASCII) : NULL;
}

typedef struct
{
  double left, top;
} Corner;

static Corner
corner_of (const ChaseDiagram *diagram)
{
  Corner corner = { 0, 0 };
  gboolean any = FALSE;

  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      const ChaseCell *node = chase_diagram_get_cell (diagram, i);

      if (!node->has_position)
        continue;
      corner.left = any ? MIN (corner.left, node->x) : node->x;
      corner.top = any ? MIN (corner.top, node->y) : node->y;
      any = TRUE;
    }
  return corner;
}

/* Its left upper corner comes to @column, or to the first one behind it where there is room. */
static GArray *
paste_beside (ChaseEdit *edit, ChaseDiagram *fragment, double *column, double row)
{
  Corner corner = corner_of (fragment);
  double rows = row - corner.top;
  double columns = chase_edit_find_room (edit, fragment, *column - corner.left, rows);

  *column = columns + corner.left;
  return chase_edit_paste (edit, fragment, columns, rows);
}

static void
paste_diagram (ChaseSession *session, ChaseEdit *edit, ChaseDiagram *fragment, double column,
               double row, const char *name)
{
  g_autoptr (GArray) handles = paste_beside (edit, fragment, &column, row);

  chase_session_commit (session, edit, name, NULL, handles);
}

static gboolean
is_drawn (const ChaseItem *item)
{
  return item->kind == CHASE_ITEM_DIAGRAM && item->view == CHASE_VIEW_NONE;
}

static ChaseItem *
first_drawing (ChaseDocument *document)
{
  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      ChaseItem *item = chase_document_get_item (document, i);

      if (is_drawn (item))
        return item;
    }
  return NULL;
}

/* Onto an empty page comes all that a document says, its categories and functors too. */
static gboolean
take_whole (ChaseSession *session, ChaseDocument *document, const char *name)
{
  gboolean defines = FALSE;

  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      ChaseItemKind kind = chase_document_get_item (document, i)->kind;

      defines = defines || kind == CHASE_ITEM_CATEGORY || kind == CHASE_ITEM_FUNCTOR;
    }
  if (!defines || !chase_session_is_pristine (session))
    return FALSE;
  chase_session_replace_document (session, document, name, NULL);
  chase_session_tell_drawn (session);
  return TRUE;
}

gboolean
chase_session_paste_document (ChaseSession *session, ChaseDocument *document, double column,
                              double row, const char *name)
{
  ChaseItem *first = first_drawing (document);
  g_autoptr (ChaseDiagram) fragment
      = first != NULL ? chase_diagram_new (document, first, NULL) : NULL;
  g_autoptr (ChaseDiagram) placed = NULL;
  g_autoptr (ChaseDocument) joined = NULL;
  ChaseEdit *edit;

  if (fragment == NULL || chase_diagram_n_cells (fragment) == 0)
    return FALSE;
  if (take_whole (session, document, name))
    return TRUE;
  joined = chase_join_documents (chase_session_get_document (session), session->shown, document,
                                 first);
  edit = chase_session_edit_from (session, joined);
  if (edit == NULL)
    return FALSE;
  placed = chase_diagram_is_placed (fragment) ? chase_diagram_ref (fragment)
                                              : chase_place_plainly (fragment);
  paste_diagram (session, edit, placed, column, row, name);
  return TRUE;
}

static double
width_of (const ChaseDiagram *diagram, double left)
{
  double right = left;

  for (guint32 i = 0; i < diagram->n_nodes; i++)
    right = MAX (right, chase_diagram_get_cell (diagram, i)->x);
  return right - left + 1;
}

void
chase_session_paste_all (ChaseSession *session, ChaseDocument *document, double column, double row,
                         const char *name)
{
  ChaseEdit *edit = take_whole (session, document, name) ? NULL : chase_session_edit (session);
  g_autoptr (GArray) all = chase_handles_new ();

  for (guint i = 0; edit != NULL && i < chase_document_n_items (document); i++)
    {
      ChaseItem *item = chase_document_get_item (document, i);
      g_autoptr (ChaseDiagram) drawing
          = is_drawn (item) ? chase_diagram_new (document, item, NULL) : NULL;
      g_autoptr (GArray) handles = NULL;

      if (drawing == NULL)
        continue;
      handles = paste_beside (edit, drawing, &column, row);
      column += width_of (drawing, corner_of (drawing).left);
      g_array_append_vals (all, handles->data, handles->len);
    }
  if (edit != NULL)
    chase_session_commit (session, edit, name, NULL, all);
}

/* The longest text that becomes the label of an object. */
#define MOST_LABEL 80

/* What @text (without space around it) says on an object: words as text, else a formula in one
 * line; NULL for what can be neither. Caller frees. */
static char *
label_of_words (const char *text)
{
  char *label;

  if (text[0] == '\0' || g_utf8_strlen (text, -1) > MOST_LABEL || strstr (text, "://") != NULL)
    return NULL;
  label = chase_plain_words_to_label (text);
  return label == NULL && strpbrk (text, "\n\r") == NULL ? g_strdup (text) : label;
}

/* A plain text: a line as one types it to draw, or else the label of an object. */
static gboolean
paste_words (ChaseSession *session, const char *text, double column, double row)
{
  g_autofree char *words = g_strstrip (g_strdup (text));
  g_autofree char *error = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GArray) select = chase_handles_new ();
  ChaseEdit *edit;

  if (strpbrk (words, ":=") != NULL)
    {
      error = chase_session_draw_text (session, words, column, row);
      if (error == NULL)
        return TRUE;
    }
  label = label_of_words (words);
  edit = label != NULL ? chase_session_edit (session) : NULL;
  if (edit == NULL)
    return FALSE;
  while (chase_edit_node_at (edit, column, row) != CHASE_NO_HANDLE)
    column += 1;
  chase_handles_add (select, chase_edit_add_node (edit, label, column, row));
  chase_session_commit (session, edit, _ ("Paste"), NULL, select);
  return TRUE;
}

gboolean
chase_session_paste (ChaseSession *session, const char *text, double column, double row)
{
  g_autoptr (ChaseDocument) document
      = chase_read_bytes (text, strlen (text), NULL, "pasted", NULL, NULL);

  if (document != NULL
      && chase_session_paste_document (session, document, column, row, _ ("Paste")))
    return TRUE;
  if (chase_session_is_editable (session) && paste_words (session, text, column, row))
    return TRUE;
  chase_session_report (session, _ ("There is no diagram on the clipboard"));
  return FALSE;
}

void
chase_session_duplicate (ChaseSession *session)
{
  g_autoptr (ChaseItem) copy = copy_selection (session);
  g_autoptr (ChaseDiagram) fragment = NULL;
  Corner corner;
  ChaseEdit *edit;

  if (copy == NULL)
    return;
  fragment = chase_diagram_new (chase_session_get_document (session), copy, NULL);
  edit = chase_session_edit (session);
  if (edit == NULL)
    return;
  corner = corner_of (fragment);
  paste_diagram (session, edit, fragment, corner.left + 1, corner.top, _ ("Duplicate"));
}
