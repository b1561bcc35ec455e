/* SPDX-License-Identifier: MIT */
#include "typeset/symbols.h"
#include "typeset/typeset.h"

#include <math.h>
#include <string.h>

/* Sets the labels and cells of the diagrams in $CHASE_SHARED/corpus, which is not part of the
 * source: real diagrams in the hands of many authors. */

typedef struct
{
  ChaseFonts *fonts;
  GHashTable *seen;
  GHashTable *unknown; /* name -> how often */
  guint n_labels;
  guint n_malformed;
} Survey;

static void
set (Survey *survey, const char *start, gsize length)
{
  g_autofree char *tex = g_strstrip (g_strndup (start, length));
  g_autoptr (ChaseLabel) label = NULL;
  const ChaseLabelProblem *problems;
  guint n_problems;

  if (tex[0] == '\0' || !g_hash_table_add (survey->seen, g_strdup (tex)))
    return;
  label = chase_label_new (survey->fonts, NULL, tex, 10);
  g_assert_true (isfinite (chase_label_get_width (label)));
  g_assert_nonnull (chase_label_to_text (label));
  survey->n_labels++;
  problems = chase_label_get_problems (label, &n_problems);
  for (guint i = 0; i < n_problems; i++)
    if (problems[i].kind == CHASE_LABEL_PROBLEM_UNKNOWN_MACRO)
      {
        gpointer count = g_hash_table_lookup (survey->unknown, problems[i].what);

        g_hash_table_insert (survey->unknown, g_strdup (problems[i].what),
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (count) + 1));
      }
    else if (problems[i].kind == CHASE_LABEL_PROBLEM_MALFORMED)
      {
        g_test_message ("%s: %s", tex, problems[i].what);
        survey->n_malformed++;
      }
}

/* The partner of the brace or bracket at @text, or NULL. */
static const char *
partner (const char *text)
{
  char open = *text, close = open == '{' ? '}' : ']';
  int depth = 0;

  for (; *text != '\0'; text++)
    {
      if (*text == '\\' && text[1] != '\0')
        text++;
      else if (*text == open)
        depth++;
      else if (*text == close && --depth == 0)
        return text;
    }
  return NULL;
}

/* Quoted labels in the options of an arrow. */
static void
read_options (Survey *survey, const char *start, const char *end)
{
  while (start < end)
    {
      const char *quote = memchr (start, '"', (gsize)(end - start));
      const char *close;
      int depth = 0;

      if (quote == NULL)
        return;
      for (close = quote + 1; close < end && (*close != '"' || depth > 0); close++)
        depth += (*close == '{') - (*close == '}');
      if (close >= end)
        return;
      if (quote[1] == '{' && close[-1] == '}')
        set (survey, quote + 2, (gsize)(close - quote) - 3);
      else
        set (survey, quote + 1, (gsize)(close - quote) - 1);
      start = close + 1;
    }
}

static const char *
skip_arrow (Survey *survey, const char *at)
{
  while (*at != '\0')
    {
      const char *end;

      while (g_ascii_isspace (*at))
        at++;
      if (*at == '\'' || *at == '*')
        {
          at++;
          continue;
        }
      if (*at != '[' && *at != '{')
        return at;
      end = partner (at);
      if (end == NULL)
        return at + strlen (at);
      if (*at == '[')
        read_options (survey, at, end);
      else
        set (survey, at + 1, (gsize)(end - at) - 1);
      at = end + 1;
    }
  return at;
}

static gboolean
starts_arrow (const char *at)
{
  static const char *const names[] = { "\\arrow", "\\ar",   "\\rar",  "\\dar",  "\\lar",
                                       "\\uar",   "\\drar", "\\dlar", "\\urar", "\\ular" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize length = strlen (names[i]);

      if (strncmp (at, names[i], length) == 0 && !g_ascii_isalpha (at[length]))
        return TRUE;
    }
  return FALSE;
}

/* A cell ends at & or \\ outside of braces and environments; arrows are no part of it. */
static void
read_tikzcd (Survey *survey, const char *text)
{
  const char *at = strstr (text, "\\begin{tikzcd}");
  g_autoptr (GString) cell = g_string_new (NULL);
  int depth = 0;

  if (at == NULL || strstr (text, "ampersand replacement") != NULL
      || strstr (text, "\\draw") != NULL || strstr (text, "\\node") != NULL)
    return;
  at += strlen ("\\begin{tikzcd}");
  if (*at == '[' && partner (at) != NULL)
    at = partner (at) + 1;
  while (*at != '\0' && (depth > 0 || !g_str_has_prefix (at, "\\end{tikzcd}")))
    {
      if (starts_arrow (at))
        {
          at += strcspn (at, "[{ \n&%");
          at = skip_arrow (survey, at);
          continue;
        }
      if (depth == 0 && (*at == '&' || g_str_has_prefix (at, "\\\\")))
        {
          set (survey, cell->str, cell->len);
          g_string_truncate (cell, 0);
          at += *at == '&' ? 1 : 2;
          if (*at == '[' && partner (at) != NULL)
            at = partner (at) + 1;
          continue;
        }
      if (g_str_has_prefix (at, "\\begin{"))
        depth++;
      else if (g_str_has_prefix (at, "\\end{"))
        depth--;
      depth += (*at == '{') - (*at == '}');
      if (*at == '\\' && at[1] != '\0')
        g_string_append_c (cell, *at++);
      if (*at == '|' && cell->len == 0)
        {
          /* |[options]| or |(name)| before the contents of the cell */
          const char *bar = strchr (at + 1, '|');

          if (bar != NULL && (at[1] == '[' || at[1] == '('))
            {
              at = bar + 1;
              continue;
            }
        }
      g_string_append_c (cell, *at++);
    }
  set (survey, cell->str, cell->len);
}

/* Cells and ^{..} _{..} labels of \ar; the rest of the arrows' syntax is passed over. */
static void
read_xymatrix (Survey *survey, const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if ((*at == '^' || *at == '_') && at[1] == '{' && partner (at + 1) != NULL)
      set (survey, at + 2, (gsize)(partner (at + 1) - at) - 2);
}

static void
read_quiver (Survey *survey, const char *text)
{
  const char *data = strstr (text, "?q=");
  g_autofree guchar *json = NULL;
  g_autofree char *encoded = NULL;
  gsize length;

  if (data == NULL)
    return;
  encoded = g_strndup (data + 3, strspn (data + 3, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopq"
                                                   "rstuvwxyz0123456789+/="));
  json = g_base64_decode (encoded, &length);
  for (gsize i = 0; i < length; i++)
    if (json[i] == '"')
      {
        g_autoptr (GString) string = g_string_new (NULL);

        for (i++; i < length && json[i] != '"'; i++)
          {
            if (json[i] == '\\' && i + 1 < length)
              i++;
            g_string_append_c (string, (char)json[i]);
          }
        set (survey, string->str, string->len);
      }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
list_files (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
survey_folder (Survey *survey, const char *name, void (*read) (Survey *, const char *))
{
  const char *shared = g_getenv ("CHASE_SHARED");
  g_autofree char *folder = g_build_filename (shared != NULL ? shared : ".", "corpus", name, NULL);
  g_autoptr (GPtrArray) files = list_files (folder);

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *text = NULL;

      if (g_file_get_contents (files->pdata[i], &text, NULL, NULL))
        read (survey, text);
    }
}

static void
test_corpus (void)
{
  g_autoptr (ChaseFonts) fonts = chase_fonts_new (NULL, NULL);
  Survey survey = { .fonts = fonts };
  GHashTableIter iter;
  gpointer name;

  if (fonts == NULL)
    {
      g_test_skip ("no math font is installed");
      return;
    }
  survey.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  survey.unknown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  survey_folder (&survey, "tikzcd", read_tikzcd);
  survey_folder (&survey, "xymatrix", read_xymatrix);
  survey_folder (&survey, "quiver", read_quiver);
  g_test_message ("%u labels, %u problems, %u unknown commands", survey.n_labels,
                  survey.n_malformed, g_hash_table_size (survey.unknown));
  g_hash_table_iter_init (&iter, survey.unknown);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_test_message ("unknown: %s", (const char *)name);
    }
  if (survey.n_labels == 0)
    g_test_skip ("the corpus is not here");
  else
    {
      g_assert_cmpuint (survey.n_labels, >, 1000);
      g_assert_cmpuint (survey.n_malformed * 100, <, survey.n_labels);
    }
  g_hash_table_unref (survey.seen);
  g_hash_table_unref (survey.unknown);
}

/* The README of the corpus lists the commands of LaTeX that occur in it, as pdflatex knows them. */
static void
test_known (void)
{
  const char *shared = g_getenv ("CHASE_SHARED");
  g_autofree char *file
      = g_build_filename (shared != NULL ? shared : ".", "corpus", "README.md", NULL);
  g_autofree char *text = NULL;
  char *at, *end;
  guint n_commands = 0;

  if (!g_file_get_contents (file, &text, NULL, NULL)
      || (at = strstr (text, "unknown (user) macros tolerated")) == NULL
      || (end = strstr (at, "user macros must be known too")) == NULL)
    {
      g_test_skip ("the corpus is not here");
      return;
    }
  *end = '\0';
  while ((at = strstr (at, "`\\")) != NULL)
    {
      g_autofree char *name = g_strndup (at + 2, strcspn (at + 2, "`"));

      n_commands++;
      at += 2 + strlen (name);
      if (chase_symbol_find (name) == NULL)
        g_test_message ("unknown: %s", name);
      g_assert_nonnull (chase_symbol_find (name));
    }
  g_assert_cmpuint (n_commands, >, 150);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typeset/corpus/labels", test_corpus);
  g_test_add_func ("/typeset/corpus/known", test_known);
  return g_test_run ();
}
