/* SPDX-License-Identifier: MIT */
#include "app/journal.h"
#include "app/loading.h"
#include "app/reading.h"
#include "app/window-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

static ChaseDocument *
read_file (GFile *file)
{
  g_autofree char *bytes = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) problems = chase_problems_new ();
  g_autoptr (ChaseDocument) document = NULL;
  gboolean native = FALSE;
  gsize length;

  if (file == NULL || !g_file_load_contents (file, NULL, &bytes, &length, NULL, NULL))
    return NULL;
  name = g_file_get_basename (file);
  document = chase_read_bytes (bytes, length, name, "drawing", &native, problems);
  return native && !chase_problems_has_error (problems) ? g_steal_pointer (&document) : NULL;
}

/* The last state of a document, as an edit of what is in its file. */
static void
recover (ChaseWindow *window, const ChaseLeft *left)
{
  ChasePage *page = chase_window_get_page (window);
  g_autoptr (ChaseDocument) base = read_file (left->file);
  g_autofree char *text = NULL;
  ChaseSession *session;

  if (page == NULL || !chase_session_is_pristine (chase_page_get_session (page)))
    page = chase_window_add_page (window);
  session = chase_page_get_session (page);
  if (base != NULL)
    chase_session_load (session, base, left->file, left->title);
  chase_session_replace_document (session, left->document, _ ("Recover"), NULL);
  chase_journal_flush (session);
  g_unlink (left->path);
  text = g_strdup_printf (
      base != NULL ? _ ("“%s” was not saved when Arrowchase last ended. This is its last state: "
                        "save it to keep it, or undo to see what is in the file.")
                   : _ ("“%s” was not saved when Arrowchase last ended. This is its last state: "
                        "save it to keep it."),
      left->title);
  chase_page_set_banner (page, text);
}

void
chase_window_recover (ChaseWindow *window)
{
  g_autoptr (GPtrArray) left = chase_journal_find_left ();

  for (guint i = 0; i < left->len; i++)
    recover (window, g_ptr_array_index (left, i));
}

void
chase_window_reload (ChaseWindow *window, GVariant *parameter)
{
  ChaseSession *session = chase_window_get_session (window);
  GFile *file = chase_session_get_file (session);
  g_autoptr (ChaseDocument) document = read_file (file);

  if (document == NULL)
    {
      chase_window_toast (window, _ ("The file cannot be read as it is now"));
      return;
    }
  chase_session_replace_document (session, document, _ ("Reload"), NULL);
  chase_session_saved (session, file);
}

void
chase_window_open_uri (ChaseWindow *window, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  chase_window_open (window, file);
}
