/* SPDX-License-Identifier: MIT */
#include "model/history.h"

typedef struct
{
  ChaseDocument *document;
  char *name;  /* of the edit that led here; NULL for the first state */
  char *merge; /* NULL: nothing merges with it */
  GVariant *selection;
} State;

struct _ChaseHistory
{
  GPtrArray *states; /* of State */
  guint cursor;
  gint saved; /* index of the state that is in the file, or -1 when that one is gone */
};

static void
state_free (gpointer data)
{
  State *state = data;

  chase_document_unref (state->document);
  g_free (state->name);
  g_free (state->merge);
  g_clear_pointer (&state->selection, g_variant_unref);
  g_free (state);
}

static State *
state_at (const ChaseHistory *history, guint index)
{
  return g_ptr_array_index (history->states, index);
}

static State *
present (const ChaseHistory *history)
{
  return state_at (history, history->cursor);
}

static void
append (ChaseHistory *history, ChaseDocument *document, const char *name, const char *merge)
{
  State *state = g_new0 (State, 1);

  state->document = chase_document_ref (document);
  state->name = g_strdup (name);
  state->merge = g_strdup (merge);
  g_ptr_array_add (history->states, state);
  history->cursor = history->states->len - 1;
}

ChaseHistory *
chase_history_new (ChaseDocument *document)
{
  ChaseHistory *history = g_new0 (ChaseHistory, 1);

  history->states = g_ptr_array_new_with_free_func (state_free);
  append (history, document, NULL, NULL);
  return history;
}

void
chase_history_free (ChaseHistory *history)
{
  if (history == NULL)
    return;
  g_ptr_array_unref (history->states);
  g_free (history);
}

ChaseDocument *
chase_history_get_document (const ChaseHistory *history)
{
  return present (history)->document;
}

static void
forget_undone (ChaseHistory *history)
{
  guint keep = history->cursor + 1;

  if (keep < history->states->len)
    g_ptr_array_remove_range (history->states, keep, history->states->len - keep);
  if (history->saved >= (gint)keep)
    history->saved = -1;
}

void
chase_history_commit (ChaseHistory *history, ChaseDocument *document, const char *name,
                      const char *merge, GVariant *selection)
{
  State *state;

  forget_undone (history);
  state = present (history);
  if (merge != NULL && g_strcmp0 (state->merge, merge) == 0)
    {
      chase_document_ref (document);
      chase_document_unref (state->document);
      state->document = document;
      if (history->saved == (gint)history->cursor)
        history->saved = -1;
    }
  else
    append (history, document, name, merge);
  chase_history_set_selection (history, selection);
}

void
chase_history_seal (ChaseHistory *history)
{
  g_clear_pointer (&present (history)->merge, g_free);
}

void
chase_history_set_selection (ChaseHistory *history, GVariant *selection)
{
  State *state = present (history);

  if (selection != NULL)
    g_variant_ref_sink (selection);
  g_clear_pointer (&state->selection, g_variant_unref);
  state->selection = selection;
}

GVariant *
chase_history_get_selection (const ChaseHistory *history)
{
  return present (history)->selection;
}

gboolean
chase_history_undo (ChaseHistory *history)
{
  if (history->cursor == 0)
    return FALSE;
  chase_history_seal (history);
  history->cursor--;
  return TRUE;
}

gboolean
chase_history_redo (ChaseHistory *history)
{
  if (history->cursor + 1 >= history->states->len)
    return FALSE;
  history->cursor++;
  return TRUE;
}

const char *
chase_history_undo_name (const ChaseHistory *history)
{
  return present (history)->name;
}

const char *
chase_history_redo_name (const ChaseHistory *history)
{
  if (history->cursor + 1 >= history->states->len)
    return NULL;
  return state_at (history, history->cursor + 1)->name;
}

void
chase_history_mark_saved (ChaseHistory *history)
{
  history->saved = (gint)history->cursor;
  chase_history_seal (history);
}

gboolean
chase_history_is_modified (const ChaseHistory *history)
{
  return history->saved != (gint)history->cursor;
}
