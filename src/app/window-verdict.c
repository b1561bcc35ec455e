/* SPDX-License-Identifier: MIT */
#include "app/window-private.h"

#include <glib/gi18n.h>

/* How the verdict of a whole diagram is told: a sign, words and a colour, so that no one of them is
 * needed. */
typedef struct
{
  const char *style;
  const char *icon;
  const char *words;
} Look;

static Look
look_of (const ChaseVerdicts *verdicts)
{
  switch (verdicts->whole)
    {
    case CHASE_WHOLE_HOLDS:
      return (Look){ "holds", "object-select-symbolic", _ ("Commutes") };
    case CHASE_WHOLE_FAILS:
      return (Look){ "fails", "window-close-symbolic", _ ("Need not commute") };
    case CHASE_WHOLE_UNDECIDED:
      return (Look){ "undecided", "dialog-question-symbolic", _ ("Undecided") };
    case CHASE_WHOLE_WRONG:
      return (Look){ "undecided", "dialog-warning-symbolic", _ ("Makes no sense yet") };
    case CHASE_WHOLE_UNASKED:
      return (Look){ "asking", NULL, _ ("Checking…") };
    case CHASE_WHOLE_NOTHING:
    default:
      return (Look){ "nothing", "object-select-symbolic", _ ("Nothing to check") };
    }
}

static void
count_faces (const ChaseVerdicts *verdicts, GString *text)
{
  const char *words[CHASE_N_STATES]
      = { _ ("%u given"), _ ("%u proved"), _ ("%u that need not commute"), _ ("%u undecided"),
          _ ("%u not asked") };
  const char *between = _ ("Faces: ");
  guint n[CHASE_N_STATES] = { 0 };

  for (guint i = 0; i < verdicts->faces->len; i++)
    n[chase_verdicts_face (verdicts, i)->state]++;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (n[i] > 0)
      {
        g_autofree char *number = g_strdup_printf ("%u", n[i]);
        g_auto (GStrv) parts = g_strsplit (words[i], "%u", 2);
        g_autofree char *said = g_strjoinv (number, parts);

        g_string_append (text, between);
        g_string_append (text, said);
        between = _ (", ");
      }
  if (text->len > 0)
    g_string_append (text, _ (".\n"));
}

static char *
reason_of (const ChaseVerdicts *verdicts)
{
  g_autoptr (GString) text = g_string_new (NULL);

  count_faces (verdicts, text);
  if (verdicts->whole == CHASE_WHOLE_NOTHING && verdicts->reason == NULL)
    g_string_append (text, _ ("No two paths have the same ends."));
  if (verdicts->reason != NULL)
    g_string_append (text, verdicts->reason);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_look (ChaseWindow *window, const Look *look, const char *reason, gboolean asking)
{
  static const char *const styles[] = { "holds", "fails", "undecided", "nothing", "asking" };
  g_autofree char *spoken = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (window->verdict, styles[i]);
  gtk_widget_add_css_class (window->verdict, look->style);
  gtk_stack_set_visible_child (window->verdict_stack,
                               asking ? window->verdict_spinner : window->verdict_icon);
  gtk_spinner_set_spinning (GTK_SPINNER (window->verdict_spinner), asking);
  if (look->icon != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (window->verdict_icon), look->icon);
  gtk_label_set_label (window->verdict_label, look->words);
  gtk_label_set_label (window->verdict_reason, reason);
  spoken = g_strdup_printf (_ ("Verdict: %s"), look->words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (window->verdict), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
}

/* Where there is nothing to ask there is nothing to say. */
static gboolean
has_verdict (ChaseSession *session)
{
  ChaseVerdicts *verdicts = session != NULL ? chase_session_get_verdicts (session) : NULL;

  if (session == NULL || !chase_session_is_editable (session)
      || chase_session_get_diagram (session)->n_nodes == 0)
    return FALSE;
  if (verdicts == NULL)
    return chase_session_is_judging (session);
  return verdicts->whole != CHASE_WHOLE_NOTHING;
}

/* While a short question is asked the last answer stays, so that nothing flickers. */
void
chase_window_show_verdict (ChaseWindow *window)
{
  ChaseSession *session = chase_window_get_session (window);
  ChaseVerdicts *verdicts = session != NULL ? chase_session_get_verdicts (session) : NULL;

  gtk_widget_set_visible (window->verdict,
                          !chase_window_is_starting (window) && has_verdict (session));
  if (session == NULL)
    return;
  if (verdicts == NULL || verdicts->whole == CHASE_WHOLE_UNASKED)
    {
      Look asking = { "asking", NULL, _ ("Checking…") };

      set_look (window, &asking, _ ("The question is being asked."), TRUE);
      return;
    }
  {
    Look look = look_of (verdicts);
    g_autofree char *reason = reason_of (verdicts);

    set_look (window, &look, reason, FALSE);
  }
  chase_window_update_actions (window);
}
