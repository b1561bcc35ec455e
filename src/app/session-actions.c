/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"

#include "app/placing.h"

#include <glib/gi18n.h>
#include <math.h>

static GArray *
handles_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
add_handle (GArray *handles, guint handle)
{
  g_array_append_val (handles, handle);
}

static const guint *
data_of (const GArray *handles)
{
  return (const guint *)(gpointer)handles->data;
}

guint32
chase_session_add_object (ChaseSession *session, double column, double row)
{
  g_autoptr (GArray) select = handles_new ();
  ChaseEdit *edit = chase_session_edit (session);

  if (edit == NULL)
    return G_MAXUINT32;
  add_handle (select, chase_edit_add_node (edit, "", column, row));
  chase_session_commit (session, edit, _ ("Add Object"), NULL, select);
  return g_array_index (select, guint32, 0);
}

static guint
handle_of_end (ChaseSession *session, ChaseEdit *edit, const ChaseEnd *end, gboolean *made)
{
  guint there;

  if (end->cell != G_MAXUINT32)
    return chase_session_statement (session, end->cell);
  there = chase_edit_node_at (edit, end->column, end->row);
  *made = there == CHASE_NO_HANDLE;
  return *made ? chase_edit_add_node (edit, "", end->column, end->row) : there;
}

GArray *
chase_session_connect (ChaseSession *session, const ChaseEnd *from, const ChaseEnd *to)
{
  GArray *waiting = handles_new ();
  gboolean made[2] = { FALSE, FALSE };
  ChaseEdit *edit = chase_session_edit (session);
  guint source, target, arrow;

  if (edit == NULL)
    return waiting;
  source = handle_of_end (session, edit, from, &made[0]);
  target = handle_of_end (session, edit, to, &made[1]);
  arrow = chase_edit_add_arrow (edit, source, target, "");
  if (made[0])
    add_handle (waiting, source);
  add_handle (waiting, arrow);
  if (made[1])
    add_handle (waiting, target);
  {
    g_autoptr (GArray) select = handles_new ();

    add_handle (select, arrow);
    add_handle (select, source);
    add_handle (select, target);
    /* The extra entries only translate the handles into cells. */
    chase_session_commit (session, edit, _ ("Draw Arrow"), NULL, select);
    for (guint i = 0; i < waiting->len; i++)
      {
        guint *entry = &g_array_index (waiting, guint, i);

        *entry = g_array_index (select, guint, *entry == arrow ? 0 : *entry == source ? 1 : 2);
      }
    chase_session_select (session, data_of (select), 1);
  }
  return waiting;
}

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
  g_autoptr (GArray) select = handles_new ();
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
      add_handle (select, nodes[i]);
    }
  for (guint i = 0; i < template->n_arrows; i++)
    add_handle (select, chase_edit_add_arrow (edit, nodes[template->arrows[i][0]],
                                              nodes[template->arrows[i][1]], ""));
  chase_session_commit (session, edit, _ ("Insert"), NULL, select);
}

/* What is remembered while a label is typed, kept beside the session. */
typedef struct
{
  ChaseDocument *base;
  guint statement;
  char *merge;
} Labelling;

static void
labelling_free (gpointer data)
{
  Labelling *labelling = data;

  chase_document_unref (labelling->base);
  g_free (labelling->merge);
  g_free (labelling);
}

static Labelling *
labelling_of (ChaseSession *session)
{
  return g_object_get_data (G_OBJECT (session), "labelling");
}

void
chase_session_begin_label (ChaseSession *session, guint32 cell)
{
  static guint serial;
  Labelling *labelling = g_new0 (Labelling, 1);

  labelling->base = chase_document_ref (chase_session_get_document (session));
  labelling->statement = chase_session_statement (session, cell);
  labelling->merge = g_strdup_printf ("label-%u", ++serial);
  g_object_set_data_full (G_OBJECT (session), "labelling", labelling, labelling_free);
}

/* Each text is set on the state from before, so that the name depends on what was typed in the end
 * alone. */
void
chase_session_type_label (ChaseSession *session, const char *text)
{
  Labelling *labelling = labelling_of (session);
  ChaseEdit *edit;

  if (labelling == NULL || labelling->statement == G_MAXUINT)
    return;
  edit = chase_session_edit_from (session, labelling->base);
  if (edit == NULL)
    return;
  if (chase_edit_get (edit, labelling->statement) == NULL)
    {
      chase_edit_free (edit);
      return;
    }
  chase_edit_set_label (edit, labelling->statement, text);
  chase_session_commit (session, edit, _ ("Set Label"), labelling->merge, NULL);
}

void
chase_session_end_label (ChaseSession *session)
{
  if (labelling_of (session) == NULL)
    return;
  g_object_set_data (G_OBJECT (session), "labelling", NULL);
  chase_session_seal (session);
}

guint32
chase_session_get_labelled (ChaseSession *session)
{
  Labelling *labelling = labelling_of (session);

  return labelling != NULL ? chase_diagram_find_statement (chase_session_get_diagram (session),
                                                           labelling->statement)
                           : G_MAXUINT32;
}

guint32
chase_session_next_blank (ChaseSession *session, guint32 after, gboolean backward)
{
  ChaseDiagram *diagram = chase_session_get_diagram (session);
  guint n = chase_diagram_n_cells (diagram);

  for (guint i = 1; i <= n; i++)
    {
      guint start = after == G_MAXUINT32 ? n - 1 : after;
      guint32 cell = backward ? (start + n - i) % n : (start + i) % n;
      const ChaseCell *drawn = chase_diagram_get_cell (diagram, cell);

      if (drawn->label[0] == '\0' && drawn->statement != G_MAXUINT)
        return cell;
    }
  return G_MAXUINT32;
}

void
chase_session_drag_to (ChaseSession *session, double columns, double rows)
{
  ChaseDiagram *diagram;
  const guint32 *selected;
  guint n_selected;
  g_autofree double *positions = NULL;
  g_autoptr (ChaseDiagram) moved = NULL;

  chase_session_preview (session, NULL);
  diagram = chase_session_get_diagram (session);
  selected = chase_session_get_selection (session, &n_selected);
  positions = g_new (double, 2 * diagram->n_nodes + 1);
  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      positions[2 * i] = chase_diagram_get_cell (diagram, i)->x;
      positions[2 * i + 1] = chase_diagram_get_cell (diagram, i)->y;
    }
  for (guint i = 0; i < n_selected; i++)
    if (selected[i] < diagram->n_nodes)
      {
        positions[2 * selected[i]] += columns;
        positions[2 * selected[i] + 1] += rows;
      }
  moved = chase_diagram_with_positions (diagram, positions);
  chase_session_preview (session, moved);
}

/* TRUE when no moved object has come to where another stands. */
static gboolean
has_room (ChaseSession *session, const ChaseEdit *edit)
{
  ChaseDiagram *diagram = chase_session_get_diagram (session);

  for (guint32 i = 0; i < diagram->n_nodes; i++)
    {
      guint handle = chase_session_statement (session, i);
      const ChaseStatement *node = chase_edit_get (edit, handle);

      if (!chase_session_is_selected (session, i))
        continue;
      for (guint32 j = 0; j < diagram->n_nodes; j++)
        {
          const ChaseStatement *other = chase_edit_get (edit, chase_session_statement (session, j));

          if (i != j && fabs (other->x - node->x) < 0.25 && fabs (other->y - node->y) < 0.25)
            return FALSE;
        }
    }
  return TRUE;
}

static void
move (ChaseSession *session, double columns, double rows, const char *merge)
{
  g_autoptr (GArray) selected = chase_session_selected_statements (session);
  ChaseEdit *edit = selected->len > 0 ? chase_session_edit (session) : NULL;

  if (edit == NULL)
    return;
  chase_edit_move (edit, data_of (selected), selected->len, columns, rows);
  if (!has_room (session, edit))
    {
      chase_edit_free (edit);
      chase_session_report (session, _ ("There is an object already"));
      return;
    }
  chase_session_commit (session, edit, _ ("Move"), merge, selected);
}

void
chase_session_drop (ChaseSession *session, double columns, double rows)
{
  chase_session_preview (session, NULL);
  if (columns != 0 || rows != 0)
    move (session, columns, rows, NULL);
}

void
chase_session_nudge (ChaseSession *session, double columns, double rows)
{
  move (session, columns, rows, "nudge");
}

void
chase_session_delete (ChaseSession *session)
{
  g_autoptr (GArray) selected = chase_session_selected_statements (session);
  g_autoptr (GArray) none = handles_new ();
  ChaseEdit *edit = selected->len > 0 ? chase_session_edit (session) : NULL;

  if (edit == NULL)
    return;
  chase_edit_delete (edit, data_of (selected), selected->len);
  chase_session_commit (session, edit, _ ("Delete"), NULL, none);
}

static gboolean
is_arrow (const ChaseEdit *edit, guint handle)
{
  const ChaseStatement *statement = chase_edit_get (edit, handle);

  return statement != NULL
         && (statement->kind == CHASE_STATEMENT_ARROW || statement->kind == CHASE_STATEMENT_DRAW);
}

typedef gboolean (*ArrowChange) (ChaseEdit *edit, guint arrow);

/* Does @change to every selected arrow; where it could not be done to any, says @refusal. */
static void
change_arrows (ChaseSession *session, const char *name, ArrowChange change, const char *refusal)
{
  g_autoptr (GArray) selected = chase_session_selected_statements (session);
  ChaseEdit *edit = selected->len > 0 ? chase_session_edit (session) : NULL;
  guint n_arrows = 0, n_done = 0;

  if (edit == NULL)
    return;
  for (guint i = 0; i < selected->len; i++)
    if (is_arrow (edit, g_array_index (selected, guint, i)))
      {
        n_arrows++;
        n_done += change (edit, g_array_index (selected, guint, i)) ? 1 : 0;
      }
  if (n_done > 0)
    chase_session_commit (session, edit, name, NULL, selected);
  else
    chase_edit_free (edit);
  if (n_arrows > 0 && n_done == 0)
    chase_session_report (session, "%s", refusal);
}

void
chase_session_reverse (ChaseSession *session)
{
  change_arrows (session, _ ("Reverse Arrow"), chase_edit_reverse,
                 _ ("This arrow is declared in the category of the diagram: reverse it there"));
}

static gboolean
flip (ChaseEdit *edit, guint arrow)
{
  chase_edit_flip (edit, arrow);
  return TRUE;
}

static gboolean
flip_label (ChaseEdit *edit, guint arrow)
{
  chase_edit_flip_label (edit, arrow);
  return TRUE;
}

void
chase_session_flip (ChaseSession *session)
{
  change_arrows (session, _ ("Flip Arrow"), flip, "");
}

void
chase_session_flip_labels (ChaseSession *session)
{
  change_arrows (session, _ ("Flip Label"), flip_label, "");
}

/* The selection, or all where nothing is selected. */
static GArray *
selected_or_all (ChaseSession *session)
{
  GArray *statements = chase_session_selected_statements (session);
  guint n = chase_diagram_n_cells (chase_session_get_diagram (session));

  if (statements->len > 0)
    return statements;
  for (guint32 i = 0; i < n; i++)
    add_handle (statements, chase_session_statement (session, i));
  return statements;
}

void
chase_session_turn (ChaseSession *session, ChaseTurn turn)
{
  g_autoptr (GArray) statements = selected_or_all (session);
  ChaseEdit *edit = statements->len > 0 ? chase_session_edit (session) : NULL;

  if (edit == NULL)
    return;
  chase_edit_turn (edit, data_of (statements), statements->len, turn);
  chase_session_commit (session, edit, turn <= CHASE_TURN_TRANSPOSE ? _ ("Mirror") : _ ("Rotate"),
                        NULL, NULL);
}

void
chase_session_restyle (ChaseSession *session, const char *name,
                       void (*change) (ChaseStyle *style, gpointer data), gpointer data)
{
  g_autoptr (GArray) selected = chase_session_selected_statements (session);
  ChaseEdit *edit = selected->len > 0 ? chase_session_edit (session) : NULL;

  if (edit == NULL)
    return;
  for (guint i = 0; i < selected->len; i++)
    {
      guint handle = g_array_index (selected, guint, i);
      const ChaseStatement *statement = chase_edit_get (edit, handle);
      g_autoptr (ChaseStyle) style = NULL;

      if (!is_arrow (edit, handle))
        continue;
      style = statement->style != NULL ? chase_style_copy (statement->style) : chase_style_new ();
      change (style, data);
      chase_edit_set_style (edit, handle, style);
    }
  chase_session_commit (session, edit, name, name, selected);
}

static void
add_curve (ChaseStyle *style, gpointer data)
{
  style->curve = CLAMP (style->curve + *(double *)data, -8, 8);
}

void
chase_session_curve (ChaseSession *session, double steps)
{
  chase_session_restyle (session, _ ("Curve Arrow"), add_curve, &steps);
}

void
chase_session_select_all (ChaseSession *session)
{
  guint n = chase_diagram_n_cells (chase_session_get_diagram (session));
  g_autofree guint32 *cells = g_new (guint32, n + 1);

  for (guint32 i = 0; i < n; i++)
    cells[i] = i;
  chase_session_select (session, cells, n);
}

void
chase_session_select_none (ChaseSession *session)
{
  chase_session_select (session, NULL, 0);
}

void
chase_session_select_connected (ChaseSession *session)
{
  ChaseDiagram *diagram = chase_session_get_diagram (session);
  guint n = chase_diagram_n_cells (diagram), n_marked = 0;
  g_autofree guint8 *marked = g_new0 (guint8, n + 1);
  g_autofree guint32 *cells = g_new (guint32, n + 1);
  gboolean more = TRUE;

  for (guint32 i = 0; i < n; i++)
    marked[i] = chase_session_is_selected (session, i);
  while (more)
    {
      more = FALSE;
      for (guint32 i = 0; i < n; i++)
        {
          const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
          guint sum = cell->level > 0 ? marked[i] + marked[cell->source] + marked[cell->target] : 0;

          if (sum == 0 || sum == 3)
            continue;
          marked[i] = marked[cell->source] = marked[cell->target] = 1;
          more = TRUE;
        }
    }
  for (guint32 i = 0; i < n; i++)
    if (marked[i])
      cells[n_marked++] = i;
  chase_session_select (session, cells, n_marked);
}

static guint *
statements_of (ChaseSession *session, const guint32 *cells, guint n)
{
  guint *statements = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    statements[i] = chase_session_statement (session, cells[i]);
  return statements;
}

/* Makes the change to a face that brings it to the other state; FALSE where there is none to make.
 */
static gboolean
change_face (ChaseSession *session, ChaseEdit *edit, const ChaseFaceVerdict *face)
{
  g_autofree guint *left = statements_of (session, face->left, face->n_left);
  g_autofree guint *right = statements_of (session, face->right, face->n_right);

  if (face->state == CHASE_STATE_GIVEN)
    return chase_edit_withdraw_face (edit, left, face->n_left, right, face->n_right);
  return chase_edit_declare_face (edit, left, face->n_left, right, face->n_right);
}

void
chase_session_toggle_face (ChaseSession *session, guint index)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (session);
  const ChaseFaceVerdict *face = verdicts != NULL ? chase_verdicts_face (verdicts, index) : NULL;
  ChaseEdit *edit;

  if (face == NULL)
    return;
  if (face->state == CHASE_STATE_PROVED)
    {
      chase_session_report (session, _ ("This face commutes already, because of what is given"));
      return;
    }
  edit = chase_session_edit (session);
  if (edit == NULL)
    return;
  if (change_face (session, edit, face))
    chase_session_commit (
        session, edit, face->state == CHASE_STATE_GIVEN ? _ ("Withdraw Face") : _ ("Declare Face"),
        NULL, NULL);
  else
    {
      chase_edit_free (edit);
      chase_session_report (
          session,
          _ ("The category of this diagram cannot be changed here, so the face stays as it is"));
    }
}

void
chase_session_declare_all (ChaseSession *session)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (session);
  ChaseEdit *edit = verdicts != NULL ? chase_session_edit (session) : NULL;
  guint n_done = 0;

  for (guint i = 0; edit != NULL && i < verdicts->faces->len; i++)
    {
      const ChaseFaceVerdict *face = chase_verdicts_face (verdicts, i);

      if (face->state == CHASE_STATE_FAILS || face->state == CHASE_STATE_UNDECIDED)
        n_done += change_face (session, edit, face) ? 1 : 0;
    }
  if (n_done > 0)
    chase_session_commit (session, edit, _ ("Declare All Faces"), NULL, NULL);
  else
    chase_edit_free (edit);
}

typedef struct
{
  ChaseSession *session;
  ChaseDiagram *diagram; /* as it was when the layout was asked for */
} Tidying;

static void
tidied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Tidying *tidying = data;
  g_autoptr (ChaseSession) session = tidying->session;
  g_autoptr (ChaseDiagram) before = tidying->diagram;
  g_autoptr (GError) error = NULL;
  g_autoptr (ChaseDiagram) after = chase_place_finish (result, &error);
  ChaseEdit *edit;

  if (after == NULL)
    chase_session_report (session, _ ("The diagram could not be laid out: %s"), error->message);
  if (after == NULL || before != chase_session_get_diagram (session))
    return; /* it may have been edited in the meantime */
  edit = chase_session_edit (session);
  for (guint32 i = 0; edit != NULL && i < after->n_nodes; i++)
    {
      const ChaseCell *node = chase_diagram_get_cell (after, i);

      chase_edit_place (edit, node->statement, node->x, node->y);
    }
  if (edit != NULL)
    chase_session_commit (session, edit, _ ("Tidy Up"), NULL, NULL);
}

void
chase_session_tidy (ChaseSession *session)
{
  Tidying *tidying = g_new0 (Tidying, 1);

  tidying->session = g_object_ref (session);
  tidying->diagram = chase_diagram_ref (chase_session_get_diagram (session));
  chase_place_async (chase_session_get_document (session), chase_session_get_item (session),
                     tidying->diagram, TRUE, NULL, tidied, tidying);
}
