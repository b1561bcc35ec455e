/* SPDX-License-Identifier: MIT */
#include "app/name-proposals.h"

#include "notation/notation.h"

#include <string.h>

/* From a transformation over its functors to their categories. */
#define FARTHEST 3

typedef struct
{
  ChaseDocument *document;
  const char *prefix;
  GHashTable *seen; /* of the strings in found */
  GPtrArray *found;
} Search;

/* The words that are of no list in the model. */
static const char *const words[] = {
  "along",
  "ask",
  "at",
  "category",
  "check",
  "cofree",
  "commutes",
  "const",
  "contravariant",
  "diagram",
  "equivalent",
  "exists",
  "forget",
  "free",
  "functor",
  "in",
  "is",
  "isomorphic",
  "macros",
  "not",
  "object",
  "objects",
  "of",
  "over",
  "slice",
  "strictly",
  "table",
  "transformation",
  "under",
  "with",
};

static void
add (Search *search, const char *name)
{
  char *written;

  if (name == NULL || !g_str_has_prefix (name, search->prefix) || g_str_equal (name, search->prefix)
      || g_hash_table_contains (search->seen, name))
    return;
  written = chase_notation_print_name (name);
  g_hash_table_add (search->seen, g_strdup (name));
  g_ptr_array_add (search->found, written);
}

static void
add_keyword (Search *search, const char *word)
{
  if (g_str_has_prefix (word, search->prefix) && !g_str_equal (word, search->prefix)
      && g_hash_table_add (search->seen, g_strdup (word)))
    g_ptr_array_add (search->found, g_strdup (word));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Puts in order what was found since there were @start. */
static void
put_in_order (Search *search, guint start)
{
  if (search->found->len > start)
    qsort (search->found->pdata + start, search->found->len - start, sizeof (gpointer),
           compare_names);
}

/* What the block of @item declares. */
static void
add_declared (Search *search, const ChaseItem *item)
{
  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (item, i);

      add (search, statement->name);
      if (statement->kind == CHASE_STATEMENT_NODE && statement->value != NULL)
        add (search, statement->value->name);
    }
}

/* What @item declares, and what those declare of which its head speaks: its category, what it
 * computes. */
static void
add_known (Search *search, const ChaseItem *item, guint distance)
{
  const ChaseProposition *proposition = item->proposition;
  const ChaseTerm *head[]
      = { item->from, item->to, item->expression, proposition != NULL ? proposition->in : NULL };

  add_declared (search, item);
  for (guint i = 0; i < G_N_ELEMENTS (head) && distance < FARTHEST; i++)
    {
      const ChaseItem *other = head[i] != NULL && head[i]->name != NULL
                                   ? chase_document_find (search->document, head[i]->name)
                                   : NULL;

      if (other != NULL)
        add_known (search, other, distance + 1);
    }
}

static void
add_document (Search *search)
{
  for (guint i = 0; i < chase_document_n_items (search->document); i++)
    add (search, chase_document_get_item (search->document, i)->name);
}

static void
add_others (Search *search)
{
  for (guint i = 0; i < chase_document_n_items (search->document); i++)
    add_declared (search, chase_document_get_item (search->document, i));
}

static void
add_keywords (Search *search)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    add_keyword (search, words[i]);
  for (guint i = CHASE_VIEW_IMAGE; i <= CHASE_VIEW_PROOF; i++)
    add_keyword (search, chase_view_word ((ChaseViewKind)i));
  for (guint i = 0; i < CHASE_N_ADJECTIVES; i++)
    add_keyword (search, chase_adjective_word ((ChaseAdjective)i));
  for (guint i = 0; i < CHASE_N_SHAPES; i++)
    add_keyword (search, chase_shape_word ((ChaseUniversalShape)i));
}

/* The last item that begins on @line or before, or NULL. */
static const ChaseItem *
item_at (ChaseDocument *document, guint line)
{
  const ChaseItem *found = NULL;

  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      const ChaseItem *item = chase_document_get_item (document, i);

      if (item->line <= line)
        found = item;
    }
  return found;
}

/* Is @at inside the braces of @item, TeX that @line lines lie before? */
static gboolean
is_tex (const ChaseItem *item, const char *text, gsize at)
{
  const char *open = text;

  for (guint line = 1; line < item->line && open != NULL; line++)
    open = strchr (open, '\n') != NULL ? strchr (open, '\n') + 1 : NULL;
  open = open != NULL ? strchr (open, '{') : NULL;
  return open != NULL && text + at > open && text + at <= chase_tex_block_end (open + 1);
}

static guint
line_of (const char *text, gsize at)
{
  guint line = 1;

  for (const char *p = text; p < text + at; p++)
    line += *p == '\n';
  return line;
}

/* All that begins with @prefix, the nearest first. Caller owns the array. */
static GPtrArray *
search_names (ChaseDocument *document, const ChaseItem *here, const char *prefix)
{
  Search search = { .document = document, .prefix = prefix };
  guint start;

  search.found = g_ptr_array_new_with_free_func (g_free);
  search.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (here != NULL)
    add_known (&search, here, 0);
  put_in_order (&search, 0);
  start = search.found->len;
  add_document (&search);
  put_in_order (&search, start);
  start = search.found->len;
  add_others (&search);
  put_in_order (&search, start);
  start = search.found->len;
  add_keywords (&search);
  put_in_order (&search, start);
  g_hash_table_unref (search.seen);
  return search.found;
}

ChaseNameProposals *
chase_name_proposals_find (ChaseDocument *document, const char *text, gsize at, guint most)
{
  gsize line_start = at, start, end;
  ChaseNameProposals *proposals;
  const ChaseItem *here;
  g_autofree char *prefix = NULL;

  while (line_start > 0 && text[line_start - 1] != '\n')
    line_start--;
  if (!chase_notation_find_word (text + line_start, at - line_start, &start, &end))
    return NULL;
  here = item_at (document, line_of (text, at));
  if (here != NULL && here->kind == CHASE_ITEM_MACROS && is_tex (here, text, at))
    return NULL;
  proposals = g_new0 (ChaseNameProposals, 1);
  proposals->start = line_start + start;
  proposals->end = line_start + end;
  prefix = g_strndup (text + proposals->start, at - proposals->start);
  proposals->names = search_names (document, here, prefix);
  if (proposals->names->len > most)
    g_ptr_array_set_size (proposals->names, (int)most);
  return proposals;
}

void
chase_name_proposals_free (ChaseNameProposals *proposals)
{
  if (proposals == NULL)
    return;
  g_ptr_array_unref (proposals->names);
  g_free (proposals);
}
