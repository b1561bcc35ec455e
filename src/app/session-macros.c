/* SPDX-License-Identifier: MIT */
#include "app/session-private.h"

#include "app/session-actions.h"
#include "notation/notation.h"

#include <glib/gi18n.h>

/* The TeX definitions that the labels are set with, and what is defined nowhere. */

static void
macro_file_changed (ChaseSession *session)
{
  chase_session_emit (session, CHASE_SESSION_CHANGED);
}

void
chase_session_set_macro_file (ChaseSession *session, ChaseMacroFile *file)
{
  g_return_if_fail (session->macro_file == NULL);
  session->macro_file = g_object_ref (file);
  g_signal_connect_object (file, "changed", G_CALLBACK (macro_file_changed), session,
                           G_CONNECT_SWAPPED);
}

char *
chase_session_dup_macros (ChaseSession *session)
{
  const char *chosen
      = session->macro_file != NULL ? chase_macro_file_get_text (session->macro_file) : NULL;
  g_autofree char *own = chase_document_dup_macros (chase_session_get_document (session));

  if (chosen == NULL || own == NULL)
    return chosen != NULL ? g_strdup (chosen) : g_steal_pointer (&own);
  return g_strconcat (chosen, "\n", own, NULL);
}

ChaseMacros *
chase_session_parse_macros (ChaseSession *session)
{
  g_autofree char *text = chase_session_dup_macros (session);
  ChaseMacros *macros = chase_macros_new ();

  if (text != NULL)
    chase_macros_parse (macros, text);
  return macros;
}

ChaseDocument *
chase_session_portable_document (ChaseSession *session)
{
  ChaseDocument *document = chase_session_get_document (session);
  const char *chosen
      = session->macro_file != NULL ? chase_macro_file_get_text (session->macro_file) : NULL;
  g_autofree char *uses = NULL;
  g_autofree char *used = NULL;
  g_autoptr (ChaseMacros) macros = NULL;
  g_autoptr (ChaseItem) item = NULL;

  if (chosen == NULL)
    return chase_document_ref (document);
  uses = chase_notation_print (document, CHASE_NOTATION_ASCII);
  macros = chase_macros_new ();
  chase_macros_parse (macros, chosen);
  used = chase_macros_used (macros, uses);
  item = chase_item_new_macros (used);
  return *item->tex != '\0' ? chase_document_insert (document, 0, item)
                            : chase_document_ref (document);
}

/* Adds @name to those that have been told of. FALSE where it was among them. */
static gboolean
is_news (ChaseSession *session, const char *name)
{
  if (session->told == NULL)
    session->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return g_hash_table_add (session->told, g_strdup (name));
}

static void
tell (ChaseSession *session, const char *names, guint n)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("%s is not defined, and drawn as its name",
                                    "%s are not defined, and drawn as their names", n),
                          names);
  chase_session_offer (session, text, _ ("_Macro File…"), "win.macro-file");
}

/* Half a name is no macro yet: while a label is typed nothing is said. */
static gboolean
tell_of_news (gpointer data)
{
  ChaseSession *session = data;
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  if (session->closed || chase_session_get_labelled (session) != G_MAXUINT32)
    return G_SOURCE_REMOVE;
  for (guint i = 0; session->unknown != NULL && i < session->unknown->len; i++)
    {
      const char *name = g_ptr_array_index (session->unknown, i);

      if (is_news (session, name))
        g_string_append_printf (names, "%s%s", n++ > 0 ? ", " : "", name);
    }
  if (n > 0)
    tell (session, names->str, n);
  return G_SOURCE_REMOVE;
}

void
chase_session_tell_of_unknown (ChaseSession *session)
{
  if (session->unknown != NULL && session->unknown->len > 0 && !session->closed)
    g_idle_add_full (G_PRIORITY_DEFAULT, tell_of_news, g_object_ref (session), g_object_unref);
}

void
chase_session_set_unknown (ChaseSession *session, GPtrArray *names)
{
  g_clear_pointer (&session->unknown, g_ptr_array_unref);
  session->unknown = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < names->len; i++)
    if (*(const char *)g_ptr_array_index (names, i) == '\\')
      g_ptr_array_add (session->unknown, g_strdup (g_ptr_array_index (names, i)));
  chase_session_tell_of_unknown (session);
}

GPtrArray *
chase_session_get_unknown (ChaseSession *session)
{
  return session->unknown;
}
