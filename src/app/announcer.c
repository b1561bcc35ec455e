/* SPDX-License-Identifier: MIT */
#include "app/announcer.h"

#include "app/session-actions.h"
#include "app/speech.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkLabel *label;
  ChaseCanvas *canvas;
  ChaseSession *session;
  ChaseLabelCache *labels;
  char *undo; /* what could be undone and redone when it was last looked */
  char *redo;
  ChaseWholeState whole;
} Announcer;

static void
announcer_free (gpointer data, GClosure *closure)
{
  Announcer *announcer = data;

  chase_label_cache_free (announcer->labels);
  g_free (announcer->undo);
  g_free (announcer->redo);
  g_free (announcer);
}

static void
say (Announcer *announcer, const char *text)
{
  g_autofree char *named = g_strdup_printf (_ ("Drawing. %s"), text);

  g_object_set_data_full (G_OBJECT (announcer->label), "said", g_strdup (text), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (announcer->label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (announcer->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  named, -1);
}

/* What is selected, in words; NULL for nothing. Caller frees. */
static char *
selection_in_words (Announcer *announcer)
{
  ChaseDiagram *diagram = chase_session_get_diagram (announcer->session);
  guint n;
  const guint32 *cells = chase_session_get_selection (announcer->session, &n);

  if (n == 0)
    return NULL;
  if (n == 1 && cells[0] < chase_diagram_n_cells (diagram))
    return chase_cell_in_words (diagram, announcer->labels, cells[0]);
  return g_strdup_printf (ngettext ("%u thing selected", "%u things selected", n), n);
}

static void
selected (ChaseSession *session, Announcer *announcer)
{
  g_autofree char *words = selection_in_words (announcer);

  if (words != NULL && chase_session_get_labelled (session) == G_MAXUINT32)
    say (announcer, words);
}

static void
keep (char **kept, const char *text)
{
  g_free (*kept);
  *kept = g_strdup (text);
}

/* An edit, an undo or a redo, by what can be undone and redone now. */
static void
changed (ChaseSession *session, Announcer *announcer)
{
  const char *undo = chase_session_undo_name (session), *redo = chase_session_redo_name (session);
  gboolean undone = redo != NULL && g_strcmp0 (redo, announcer->redo) != 0
                    && g_strcmp0 (redo, announcer->undo) == 0;
  g_autofree char *words = selection_in_words (announcer);
  g_autofree char *said = NULL;

  if (chase_session_get_labelled (session) != G_MAXUINT32)
    return;
  if (undone)
    said = g_strdup_printf (_ ("Undone: %s"), redo);
  else if (undo != NULL && words != NULL)
    said = g_strdup_printf ("%s. %s", undo, words);
  else
    said = g_strdup (undo);
  keep (&announcer->undo, undo);
  keep (&announcer->redo, redo);
  if (said != NULL)
    say (announcer, said);
}

static void
judged (ChaseSession *session, Announcer *announcer)
{
  ChaseVerdicts *verdicts = chase_session_get_verdicts (session);

  if (verdicts == NULL || chase_session_is_judging (session) || verdicts->whole == announcer->whole)
    return;
  announcer->whole = verdicts->whole;
  if (verdicts->whole == CHASE_WHOLE_HOLDS)
    say (announcer, _ ("The diagram commutes"));
  else if (verdicts->whole == CHASE_WHOLE_FAILS)
    say (announcer, _ ("The diagram need not commute"));
  else if (verdicts->whole == CHASE_WHOLE_UNDECIDED)
    say (announcer, _ ("Whether the diagram commutes is undecided"));
}

void
chase_announcer_follow (GtkLabel *label, ChaseCanvas *canvas, ChaseSession *session,
                        ChaseFonts *fonts)
{
  Announcer *announcer = g_new0 (Announcer, 1);

  announcer->label = label;
  announcer->canvas = canvas;
  announcer->session = session;
  announcer->labels = chase_label_cache_new (fonts, NULL);
  announcer->whole = CHASE_WHOLE_NOTHING;
  /* The closures go with the label; the first of them to be made takes the announcer along. */
  for (guint i = 0; i < 3; i++)
    {
      static const char *const signals[] = { "changed", "selected", "judged" };
      GCallback callbacks[] = { G_CALLBACK (changed), G_CALLBACK (selected), G_CALLBACK (judged) };
      GClosure *closure = g_cclosure_new (callbacks[i], announcer, i == 0 ? announcer_free : NULL);

      g_object_watch_closure (G_OBJECT (label), closure);
      g_signal_connect_closure (session, signals[i], closure, FALSE);
    }
}

const char *
chase_announcer_get_said (GtkLabel *label)
{
  return g_object_get_data (G_OBJECT (label), "said");
}
