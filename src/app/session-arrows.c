/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "app/session-private.h"

#include <glib/gi18n.h>

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

static void
swap_extras (ChaseStyle *a, ChaseStyle *b)
{
  GArray *extras = a->extras;

  a->extras = b->extras;
  b->extras = extras;
}

/* Of what was changed an arrow has all but an outline. */
static void
keep_for_arrow (ChaseStyle *style, const ChaseStyle *before)
{
  g_autoptr (ChaseStyle) kept = chase_style_copy (before);

  swap_extras (style, kept);
}

/* Of what was changed an object has its colours, its outline and the click at which it appears. */
static void
keep_for_node (ChaseStyle *style, const ChaseStyle *before)
{
  ChaseColour colours[2] = { style->colour, style->label_colour };
  guint step = style->step;
  g_autoptr (ChaseStyle) kept = chase_style_copy (before);
  ChaseStyle swap = *style;

  *style = *kept;
  *kept = swap;
  swap_extras (style, kept);
  style->colour = colours[0];
  style->label_colour = colours[1];
  style->step = step;
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

      if (statement == NULL || !(is_arrow (edit, handle) || statement->name != NULL))
        continue;
      style = statement->style != NULL ? chase_style_copy (statement->style) : chase_style_new ();
      change (style, data);
      if (is_arrow (edit, handle))
        keep_for_arrow (style, statement->style);
      else
        keep_for_node (style, statement->style);
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
