/* SPDX-License-Identifier: MIT */
#include "model/edit-private.h"

#include <string.h>

/* Commands that only change the look of what follows: they leave no trace in a name. */
static const char *const quiet_commands[]
    = { "mathcal",   "mathrm", "mathbf",       "mathbb",    "mathsf", "mathfrak", "mathscr",
        "mathit",    "mathtt", "text",         "textrm",    "textbf", "textit",   "operatorname",
        "left",      "right",  "big",          "Big",       "quad",   "circ",     "cdot",
        "textcolor", "color",  "displaystyle", "textstyle", NULL };

static gboolean
is_script (gunichar c)
{
  return c == 0xb2 || c == 0xb3 || c == 0xb9 || (c >= 0x2070 && c <= 0x209c)
         || (c >= 0x1d62 && c <= 0x1d6a) || c == 0x2c7c || (c >= 0x1d2c && c <= 0x1d61);
}

static gboolean
is_name (const char *text)
{
  gunichar first = g_utf8_get_char (text);

  if (!g_unichar_isalpha (first) && first != '_')
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c) && !g_unichar_isdigit (c) && c != '_' && c != '\''
          && !is_script (c))
        return FALSE;
    }
  return TRUE;
}

/* "x_{12}" without its braces. */
static char *
without_braces (const char *label)
{
  g_auto (GStrv) halves = g_strsplit (label, "_{", 2);
  const char *close = halves[0] != NULL && halves[1] != NULL ? strchr (halves[1], '}') : NULL;

  if (close == NULL || strchr (halves[1], '{') != NULL)
    return g_strdup (label);
  return g_strdup_printf ("%s_%.*s%s", halves[0], (int)(close - halves[1]), halves[1], close + 1);
}

/* "x_1" or "x_i'": what LaTeX sets just as the name of the same letters is set. */
static gboolean
has_one_letter_below (const char *label)
{
  const char *p = strchr (label, '_');

  if (p == NULL || p == label || p[1] == '\0')
    return FALSE;
  p = g_utf8_next_char (p + 1);
  return strspn (p, "'") == strlen (p);
}

char *
chase_label_to_name (const char *label)
{
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  if (!g_utf8_validate (label, -1, NULL))
    return NULL;
  name = without_braces (label);
  if (!is_name (name) || g_str_equal (name, "_"))
    return NULL;
  shown = chase_name_to_label (name);
  if (g_str_equal (shown, label) || (g_str_equal (name, label) && has_one_letter_below (label)))
    return g_steal_pointer (&name);
  return NULL;
}

gboolean
chase_label_is_placeholder (const char *label)
{
  static const char *const signs[]
      = { "\\bullet", "\\cdot",   "\\circ",    "\\ast",      "*",        "\\star",
          "\\cdots",  "\\dots",   "\\ldots",   "\\vdots",    "\\ddots",  "...",
          "\\sim",    "\\cong",   "\\simeq",   "\\equiv",    "\\approx", "=",
          "!",        "\\exists", "\\exists!", "\\exists !", "?",        "\\,",
          "-",        "\\wr",     "\\hdots",   "\\colon",    "\\dotsb",  NULL };

  return g_strv_contains (signs, label);
}

static void
append_command (GString *stem, const char *command, gsize length)
{
  g_autofree char *word = g_strndup (command, length);

  if (!g_strv_contains (quiet_commands, word))
    g_string_append (stem, word);
}

char *
chase_label_to_stem (const char *label)
{
  g_autoptr (GString) stem = g_string_new (NULL);

  if (!g_utf8_validate (label, -1, NULL))
    return NULL;
  for (const char *p = label; *p != '\0' && stem->len < 40;)
    {
      gunichar c = g_utf8_get_char (p);
      gboolean known = g_unichar_isalpha (c) || is_script (c)
                       || (stem->len > 0 && (g_unichar_isdigit (c) || c == '_' || c == '\''));
      gsize length = 0;

      if (c == '\\')
        {
          while (g_ascii_isalpha (p[1 + length]))
            length++;
          append_command (stem, p + 1, length);
          p += length > 0 || p[1] == '\0' ? 1 + length : 2;
          continue;
        }
      if (known)
        g_string_append_unichar (stem, c);
      p = g_utf8_next_char (p);
    }
  while (stem->len > 0 && stem->str[stem->len - 1] == '_')
    g_string_truncate (stem, stem->len - 1);
  return stem->len > 0 && is_name (stem->str) ? g_strdup (stem->str) : NULL;
}

static gboolean
has_sort (const ChaseStatement *statement, gboolean node)
{
  return node ? chase_statement_is_node (statement) : chase_statement_is_arrow (statement);
}

guint
chase_edit_find_named (const ChaseEdit *edit, gboolean node, const char *name)
{
  for (guint i = 0; i < edit->slots->len; i++)
    {
      const ChaseStatement *statement = chase_edit_get (edit, i);

      if (statement != NULL && has_sort (statement, node) && g_strcmp0 (statement->name, name) == 0)
        return i;
    }
  return CHASE_NO_HANDLE;
}

static gboolean
shows_object (const ChaseStatement *statement, const char *name)
{
  return chase_statement_is_node (statement) && chase_term_is_name (statement->value, name);
}

static gboolean
category_has (const ChaseEdit *edit, gboolean node, const char *name)
{
  const ChaseItem *category = edit->category >= 0
                                  ? chase_document_get_item (edit->document, (guint)edit->category)
                                  : NULL;

  for (guint i = 0; category != NULL && i < chase_item_n_statements (category); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (category, i);

      if (statement->kind == (node ? CHASE_STATEMENT_OBJECT : CHASE_STATEMENT_ARROW)
          && g_strcmp0 (statement->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

/* An end of a 2-cell may be a node or an arrow, so in a drawing the two share one space of names.
 */
gboolean
chase_edit_has_name (const ChaseEdit *edit, gboolean node, const char *name)
{
  if (chase_edit_find_named (edit, TRUE, name) != CHASE_NO_HANDLE
      || chase_edit_find_named (edit, FALSE, name) != CHASE_NO_HANDLE
      || category_has (edit, node, name))
    return TRUE;
  for (guint i = 0; i < edit->slots->len; i++)
    {
      const ChaseStatement *statement = chase_edit_get (edit, i);

      if (statement != NULL && shows_object (statement, name))
        return TRUE;
    }
  return FALSE;
}

char *
chase_edit_free_name (const ChaseEdit *edit, gboolean node, const char *stem)
{
  if (!chase_edit_has_name (edit, node, stem))
    return g_strdup (stem);
  for (guint n = 2;; n++)
    {
      g_autofree char *name = g_strdup_printf ("%s_%u", stem, n);

      if (!chase_edit_has_name (edit, node, name))
        return g_steal_pointer (&name);
    }
}

char *
chase_edit_blank_name (const ChaseEdit *edit, gboolean node)
{
  const char *letters = node ? "ABCDEFGHIJKLMNPQRSTUVWXYZ" : "fghklmnpqrstuvw";

  for (const char *p = letters; *p != '\0'; p++)
    {
      char name[2] = { *p, '\0' };

      if (!chase_edit_has_name (edit, node, name))
        return g_strdup (name);
    }
  return chase_edit_free_name (edit, node, node ? "A" : "f");
}

typedef struct
{
  const char *old;
  const char *new;
} Renaming;

static const char *
renamed (const char *name, gpointer data)
{
  const Renaming *renaming = data;

  return g_str_equal (name, renaming->old) ? renaming->new : NULL;
}

static void
rename_terms (GPtrArray *terms, Renaming *renaming)
{
  for (guint i = 0; terms != NULL && i < terms->len; i++)
    {
      ChaseTerm *old = g_ptr_array_index (terms, i);

      g_ptr_array_index (terms, i) = chase_term_rename (old, renamed, renaming);
      chase_term_unref (old);
    }
}

static void
rename_term (ChaseTerm **term, Renaming *renaming)
{
  ChaseTerm *old = *term;

  *term = chase_term_rename (old, renamed, renaming);
  chase_term_unref (old);
}

/* An equation, a property or the value of an arrow: what may speak of the arrow by its name. */
static void
rename_arrow_in (ChaseEdit *edit, guint handle, Renaming *renaming)
{
  const ChaseStatement *statement = chase_edit_get (edit, handle);
  gboolean named = statement->kind == CHASE_STATEMENT_PROPERTY
                   && g_strcmp0 (statement->name, renaming->old) == 0;
  gboolean valued = statement->kind == CHASE_STATEMENT_ARROW
                    && chase_term_mentions (statement->value, renaming->old);
  const GPtrArray *terms = chase_statement_terms (statement);
  gboolean said = FALSE;

  for (guint i = 0; terms != NULL && i < terms->len; i++)
    said = said || chase_term_mentions (g_ptr_array_index (terms, i), renaming->old);
  if (!named && !valued && !said)
    return;
  {
    ChaseStatement *own = chase_edit_write (edit, handle);

    if (named)
      {
        chase_name_unref (own->name);
        own->name = chase_name_new (renaming->new);
      }
    if (valued)
      rename_term (&own->value, renaming);
    if (said)
      rename_terms (own->terms, renaming);
  }
}

static gboolean
proposition_speaks_of (const ChaseEdit *edit, const ChaseProposition *proposition, const char *name)
{
  const ChaseItem *diagram = chase_document_get_item (edit->document, edit->diagram);
  guint n_known = 0;

  if (proposition->kind == CHASE_PROPOSITION_COMMUTES)
    return FALSE;
  if (proposition->in != NULL)
    return diagram->name != NULL && chase_term_is_name (proposition->in, diagram->name);
  if (chase_document_find (edit->document, name) != NULL)
    return FALSE;
  for (guint i = 0; i < chase_document_n_items (edit->document); i++)
    {
      const ChaseItem *item = chase_document_get_item (edit->document, i);

      for (guint j = 0; i != edit->diagram && j < chase_item_n_statements (item); j++)
        if (g_strcmp0 (chase_item_get_statement (item, j)->name, name) == 0)
          n_known++;
    }
  return n_known == 0;
}

static gboolean
any_mentions (GPtrArray *terms, const char *name)
{
  for (guint i = 0; terms != NULL && i < terms->len; i++)
    if (chase_term_mentions (g_ptr_array_index (terms, i), name))
      return TRUE;
  return FALSE;
}

static void
rename_in_checks (ChaseEdit *edit, Renaming *renaming)
{
  for (guint i = 0; edit->free && i < chase_document_n_items (edit->document); i++)
    {
      ChaseItem *item = chase_document_get_item (edit->document, i);
      ChaseProposition *said = item->kind == CHASE_ITEM_CHECK ? item->proposition : NULL;
      g_autoptr (ChaseItem) copy = NULL;
      ChaseProposition *own;
      ChaseDocument *changed;

      if (said == NULL || !proposition_speaks_of (edit, said, renaming->old)
          || !(any_mentions (said->terms, renaming->old) || any_mentions (said->legs, renaming->old)
               || any_mentions (said->base, renaming->old)))
        continue;
      copy = chase_item_copy (item);
      own = chase_proposition_copy (said);
      rename_terms (own->terms, renaming);
      rename_terms (own->legs, renaming);
      rename_terms (own->base, renaming);
      chase_proposition_unref (copy->proposition);
      copy->proposition = own;
      changed = chase_document_replace (edit->document, i, copy);
      chase_document_unref (edit->document);
      edit->document = changed;
    }
}

/* What the category says about an object or an arrow, said with the new name. */
static void
rename_in_category (ChaseEdit *edit, gboolean node, Renaming *renaming)
{
  ChaseItem *category = chase_edit_copy_category (edit);

  for (guint i = 0; category != NULL && i < chase_item_n_statements (category); i++)
    {
      ChaseStatement *old = chase_item_get_statement (category, i);
      ChaseStatement *own = chase_statement_copy (old);
      gboolean declares = own->kind == CHASE_STATEMENT_OBJECT ? node : !node;

      if (declares && g_strcmp0 (own->name, renaming->old) == 0)
        {
          chase_name_unref (own->name);
          own->name = chase_name_new (renaming->new);
        }
      if (node && own->kind == CHASE_STATEMENT_ARROW)
        {
          rename_term (&own->from, renaming);
          rename_term (&own->to, renaming);
        }
      else if (!node)
        rename_terms (chase_statement_terms (own), renaming);
      g_ptr_array_index (category->statements, i) = own;
      chase_statement_unref (old);
    }
  if (category != NULL)
    chase_edit_take_category (edit, category);
}

void
chase_edit_point_ends (ChaseEdit *edit, guint cell, const char *name)
{
  for (guint i = 0; i < edit->slots->len; i++)
    {
      ChaseSlot *slot = chase_edit_slot (edit, i);
      ChaseStatement *own;

      if (slot->statement == NULL || slot->statement->kind != CHASE_STATEMENT_ARROW
          || (slot->source != cell && slot->target != cell))
        continue;
      own = chase_edit_write (edit, i);
      slot = chase_edit_slot (edit, i);
      if (slot->source == cell)
        {
          chase_term_unref (own->from);
          own->from = chase_term_new_name (name);
        }
      if (slot->target == cell)
        {
          chase_term_unref (own->to);
          own->to = chase_term_new_name (name);
        }
    }
}

void
chase_edit_rename (ChaseEdit *edit, guint cell, const char *name)
{
  ChaseStatement *own = chase_edit_write (edit, cell);
  g_autofree char *old = g_strdup (own->name);
  Renaming renaming = { old, name };
  gboolean node = chase_statement_is_node (own);

  if (g_strcmp0 (old, name) == 0)
    return;
  chase_name_unref (own->name);
  own->name = chase_name_new (name);
  chase_edit_point_ends (edit, cell, name);
  if (old == NULL)
    return;
  if (!node)
    for (guint i = 0; i < edit->slots->len; i++)
      if (chase_edit_get (edit, i) != NULL)
        rename_arrow_in (edit, i, &renaming);
  if (edit->category >= 0)
    rename_in_category (edit, node, &renaming);
  rename_in_checks (edit, &renaming);
}

void
chase_edit_ensure_name (ChaseEdit *edit, guint cell)
{
  const ChaseStatement *statement = chase_edit_get (edit, cell);
  g_autofree char *name = NULL;

  if (statement->name != NULL)
    return;
  name = chase_edit_blank_name (edit, FALSE);
  if (statement->label == NULL && statement->value == NULL)
    chase_edit_write (edit, cell)->label = chase_name_new ("");
  chase_edit_rename (edit, cell, name);
}
