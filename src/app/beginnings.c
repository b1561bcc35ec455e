/* SPDX-License-Identifier: MIT */
#include "app/beginnings.h"

#include <glib/gi18n.h>
#include <string.h>

/* As many words as are told apart: of more, those behind are looked for in the title alone. */
#define MOST_WORDS 32

typedef struct
{
  const char *format; /* of the titles */
  const char *typed;
  guint most;
  guint32 wanted; /* the words that a name has to hold, a bit each */
  GStrv words;
  GPtrArray *found;
  guint n_first; /* of these: what says the words as they were typed */
} Search;

static void
beginning_free (gpointer data)
{
  ChaseBeginning *beginning = data;

  g_free (beginning->title);
  g_free (beginning->from);
  g_free (beginning->to);
  g_free (beginning);
}

/* Which of the words are in @text, a bit each. */
static guint32
words_in (const Search *search, const char *text)
{
  guint32 words = 0;

  for (guint i = 0; search->words[i] != NULL && i < MOST_WORDS; i++)
    if (g_str_match_string (search->words[i], text, TRUE))
      words |= 1u << i;
  return words;
}

static void
search_init (Search *search, const char *format)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", -1);
  g_autofree char *said = g_strjoinv (" ", parts);
  g_autofree char *always = g_strconcat (_ ("Definition"), " ", said, NULL);
  guint n = MIN (g_strv_length (search->words), MOST_WORDS);

  search->format = format;
  search->wanted = n < 32 ? (1u << n) - 1 : G_MAXUINT32;
  search->wanted &= ~words_in (search, always);
}

/* Do the words stand in @title in the order of typing? */
static gboolean
is_in_order (const Search *search, const char *title)
{
  g_autofree char *text = g_utf8_casefold (title, -1);
  const char *at = text;

  for (guint i = 0; search->words[i] != NULL && at != NULL; i++)
    {
      g_autofree char *word = g_utf8_casefold (search->words[i], -1);

      at = strstr (at, word);
      at = at != NULL ? at + strlen (word) : NULL;
    }
  return at != NULL;
}

static void
consider (Search *search, const char *from, guint32 in_from, const char *to, guint32 in_to)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *title = NULL;
  g_autofree char *all = NULL;
  ChaseBeginning *beginning;
  int place;

  if (search->found->len >= search->most || (search->wanted & ~(in_from | in_to)) != 0)
    return;
  parts = g_strsplit (search->format, "%s", 3);
  title = g_strconcat (parts[0], from, parts[1], to, parts[2], NULL);
  all = g_strconcat (_ ("Definition"), " ", title, NULL);
  if (!g_str_match_string (search->typed, all, TRUE))
    return;
  beginning = g_new0 (ChaseBeginning, 1);
  place = is_in_order (search, title) ? (int)search->n_first++ : -1;
  beginning->title = g_steal_pointer (&title);
  beginning->from = g_strdup (from);
  beginning->to = g_strdup (to);
  g_ptr_array_insert (search->found, place, beginning);
}

static gboolean
are_parallel (const ChaseItem *a, const ChaseItem *b)
{
  return a != b && a->contravariant == b->contravariant && chase_term_equal (a->from, b->from)
         && chase_term_equal (a->to, b->to);
}

gboolean
chase_item_begins_as (const ChaseItem *item, ChaseItemKind kind)
{
  return item->kind == kind
         || (kind == CHASE_ITEM_CATEGORY && item->kind == CHASE_ITEM_DIAGRAM
             && item->view == CHASE_VIEW_NONE && item->to == NULL);
}

/* The named items of @kind, and in *@in which words are in their names. */
static GPtrArray *
list_named (const Search *search, ChaseDocument *document, ChaseItemKind kind, guint32 **in)
{
  guint n = chase_document_n_items (document);
  GPtrArray *items = g_ptr_array_new ();

  *in = g_new (guint32, n + 1);
  for (guint i = 0; i < n; i++)
    {
      ChaseItem *item = chase_document_get_item (document, i);

      if (!chase_item_begins_as (item, kind) || item->name == NULL)
        continue;
      (*in)[items->len] = words_in (search, item->name);
      g_ptr_array_add (items, item);
    }
  return items;
}

static void
find_functors (Search *search, ChaseDocument *document)
{
  g_autofree guint32 *in = NULL;
  g_autoptr (GPtrArray) items = list_named (search, document, CHASE_ITEM_CATEGORY, &in);
  guint32 in_sets = words_in (search, "Set");

  search_init (search, _ ("Functor from %s to %s"));
  for (guint i = 0; i < items->len; i++)
    {
      const ChaseItem *from = items->pdata[i];

      for (guint k = 0; k < items->len; k++)
        consider (search, from->name, in[i], ((ChaseItem *)items->pdata[k])->name, in[k]);
      consider (search, from->name, in[i], "Set", in_sets);
    }
}

static void
find_transformations (Search *search, ChaseDocument *document)
{
  g_autofree guint32 *in = NULL;
  g_autoptr (GPtrArray) items = list_named (search, document, CHASE_ITEM_FUNCTOR, &in);

  search_init (search, _ ("Transformation from %s to %s"));
  for (guint i = 0; i < items->len; i++)
    for (guint k = 0; k < items->len; k++)
      if (are_parallel (items->pdata[i], items->pdata[k]))
        consider (search, ((ChaseItem *)items->pdata[i])->name, in[i],
                  ((ChaseItem *)items->pdata[k])->name, in[k]);
}

GPtrArray *
chase_beginnings_find (ChaseDocument *document, const char *typed, guint most)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  Search search = { .typed = text,
                    .most = most,
                    .words = g_strsplit_set (text, " ", -1),
                    .found = g_ptr_array_new_with_free_func (beginning_free) };

  find_functors (&search, document);
  find_transformations (&search, document);
  g_strfreev (search.words);
  return search.found;
}
