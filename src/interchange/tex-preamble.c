/* SPDX-License-Identifier: MIT */
#include "interchange/tex-preamble-private.h"

#include "interchange/tex-macros-private.h"
#include "model/tex.h"
#include "typeset/symbols.h"

#include <string.h>

/* What the definitions that an author made for a paper need to stand in a preamble of ours. */

/* Packages by the commands that they define. */
static const struct
{
  const char *command;
  const char *load;
} packages[] = {
  { "\\mathscr", "\\usepackage{mathrsfs}" },
  { "\\mathbbm", "\\usepackage{bbm}" },
  { "\\mathds", "\\usepackage{dsfont}" },
  { "\\bm", "\\usepackage{bm}" },
  { "\\xspace", "\\usepackage{xspace}" },
  { "\\faktor", "\\usepackage{faktor}" },
  { "\\cancel", "\\usepackage{cancel}" },
  { "\\tensor", "\\usepackage{tensor}" },
  { "\\ifthenelse", "\\usepackage{ifthen}" },
  { "\\newcommandx", "\\usepackage{xargs}" },
  { "\\renewcommandx", "\\usepackage{xargs}" },
  { "\\providecommandx", "\\usepackage{xargs}" },
  { "\\llbracket", "\\usepackage{stmaryrd}" },
  { "\\rrbracket", "\\usepackage{stmaryrd}" },
  { "\\sslash", "\\usepackage{stmaryrd}" },
  { "\\mapsfrom", "\\usepackage{stmaryrd}" },
  { "\\Mapsto", "\\usepackage{stmaryrd}" },
  { "\\fatsemi", "\\usepackage{stmaryrd}" },
  { "\\shortrightarrow", "\\usepackage{stmaryrd}" },
  { "\\xtwoheadrightarrow", "\\usepackage{extpfeil}" },
  { "\\xhookrightarrow", "\\usepackage{mathtools}" },
  { "\\xhookleftarrow", "\\usepackage{mathtools}" },
  { "\\xmapsto", "\\usepackage{mathtools}" },
  { "\\xRightarrow", "\\usepackage{mathtools}" },
  { "\\xLeftarrow", "\\usepackage{mathtools}" },
  { "\\xleftrightarrow", "\\usepackage{mathtools}" },
  { "\\coloneqq", "\\usepackage{mathtools}" },
  { "\\eqqcolon", "\\usepackage{mathtools}" },
  { "\\vcentcolon", "\\usepackage{mathtools}" },
  { "\\mathclap", "\\usepackage{mathtools}" },
  { "\\mathllap", "\\usepackage{mathtools}" },
  { "\\mathrlap", "\\usepackage{mathtools}" },
  { "\\prescript", "\\usepackage{mathtools}" },
  { "\\DeclarePairedDelimiter", "\\usepackage{mathtools}" },
  { "\\xymatrix", "\\usepackage[all,2cell]{xy}\n\\UseAllTwocells" },
};

static void
append_once (GString *out, const char *line)
{
  if (strstr (out->str, line) == NULL)
    g_string_append_printf (out, "%s\n", line);
}

static void
load_packages (const char *text, GString *out)
{
  gsize end = strlen (text);

  for (gsize at = 0; at < end;)
    {
      gsize stop = text[at] == '\\' ? chase_tex_skip_command (text, at, end) : at + 1;

      for (guint i = 0; stop > at + 1 && i < G_N_ELEMENTS (packages); i++)
        if (strncmp (packages[i].command, text + at, stop - at) == 0
            && packages[i].command[stop - at] == '\0')
          append_once (out, packages[i].load);
      at = stop;
    }
  if (strstr (text, "\\begin{CD}") != NULL)
    append_once (out, "\\usepackage{amscd}");
  if (strstr (text, "\\begin{tikzpicture}") != NULL)
    append_once (out, "\\usetikzlibrary{arrows, calc, matrix, positioning}");
}

static gboolean
is_new (const char *command)
{
  return g_str_has_prefix (command, "\\newcommand") || g_str_has_prefix (command, "\\NewDocument")
         || g_str_has_prefix (command, "\\DeclareMath");
}

/* A name that the packages or an earlier definition have may be defined anew; one that they have
 * not, too, where its author expected it. */
static void
make_room (const char *command, const char *name, GHashTable *defined, GString *out)
{
  gboolean known
      = *name == '\\'
        && (g_hash_table_contains (defined, name) || chase_symbol_find (name + 1) != NULL);

  if (known && is_new (command))
    g_string_append_printf (out, "\\let%s\\relax\n", name);
  else if (!known && g_str_has_prefix (command, "\\renewcommand"))
    g_string_append_printf (out, "\\providecommand{%s}{}\n", name);
}

/* Settings for all diagrams hold for what was written anew, too, where each has a sign for
 * the end of a cell that is not the one set. */
static gsize
skip_setting (const char *text, gsize at, gsize end)
{
  static const char *const commands[] = { "\\tikzset", "\\tikzcdset" };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (chase_tex_at_command (text, at, end, commands[i]))
      {
        gsize open = chase_tex_skip_blanks (text, at + strlen (commands[i]), end);
        gsize stop = open < end && text[open] == '{' ? chase_tex_skip_group (text, open, end) : at;
        g_autofree char *whole = g_strndup (text + at, stop - at);

        return strstr (whole, "ampersand replacement") != NULL ? stop : at;
      }
  return at;
}

/* Adds to @defined the names that are. Caller frees the result. */
static char *
settle_definitions (const char *text, gboolean kept, GHashTable *defined)
{
  GString *out = g_string_new (NULL);
  gsize end = strlen (text);

  for (gsize at = 0; at < end;)
    {
      const char *command;
      g_autofree char *name = NULL;
      gsize stop = text[at] == '\\' && !kept ? skip_setting (text, at, end) : at;

      if (stop > at)
        {
          at = stop;
          continue;
        }
      stop = text[at] == '\\' ? chase_tex_macros_find_end (text, at, end, &command, &name) : at;
      if (name != NULL)
        make_room (command, name, defined, out);
      if (stop == at)
        stop = text[at] == '\\' ? chase_tex_skip_command (text, at, end) : at + 1;
      g_string_append_len (out, text + at, (gssize)(stop - at));
      if (name != NULL)
        g_hash_table_add (defined, g_steal_pointer (&name));
      at = stop;
    }
  return g_string_free (out, FALSE);
}

/* Commands of diagrams and of LaTeX, not of what they say. */
static gboolean
is_own (const char *name)
{
  static const char *const words[]
      = { "alt",         "only",         "par",        "the",         "everymath",
          "expandafter", "textwidth",    "textheight", "linewidth",   "tabcolsep",
          "arraycolsep", "baselineskip", "let",        "def",         "relax",
          "setlength",   "addtolength",  "foreach",    "definecolor", "usetikzlibrary",
          NULL };
  gsize n = strlen (name);

  if (g_str_has_prefix (name, "arrow") || g_str_has_prefix (name, "tikz")
      || g_str_has_prefix (name, "pgf") || g_strv_contains (words, name))
    return TRUE;
  return n >= 2 && (g_str_has_suffix (name, "ar") || g_str_has_suffix (name, "Ar"))
         && strspn (name, "lrud") == n - 2;
}

/* The box that many keep the corner of a pullback in. */
static void
provide_box (const char *name, GString *out)
{
  g_string_append_printf (out, "\\ifdefined\\%s\\else\\newsavebox{\\%s}\\sbox{\\%s}{$\\%s$}\\fi\n",
                          name, name, name,
                          strcmp (name, "pushout") == 0 ? "ulcorner" : "lrcorner");
}

/* As it is drawn here: by what most papers mean by it, or by its name. */
static void
provide_command (const char *name, GString *out)
{
  const char *meaning = chase_symbol_private (name);

  if (meaning == NULL)
    g_string_append_printf (out, "\\providecommand{\\%s}{\\ensuremath{\\mathrm{%s}}}\n", name,
                            name);
  else
    g_string_append_printf (out, "\\providecommand{\\%s}%s{%s}\n", name,
                            strchr (meaning, '#') != NULL ? "[1]" : "", meaning);
}

/* Commands that the text they come from does not define, nor LaTeX as far as is known here, are
 * shown as their names. */
static void
provide_unknown (const char *body, GHashTable *defined, GString *out)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  gsize end = strlen (body);
  gboolean box = FALSE;

  for (gsize at = 0; at < end;)
    {
      gsize stop = body[at] == '\\' ? chase_tex_skip_command (body, at, end) : at + 1;
      g_autofree char *name = body[at] == '\\' && at + 1 < end && g_ascii_isalpha (body[at + 1])
                                  ? g_strndup (body + at + 1, stop - at - 1)
                                  : NULL;
      g_autofree char *command = NULL;

      at = stop;
      if (name == NULL)
        continue;
      if (strcmp (name, "usebox") == 0)
        {
          box = TRUE;
          continue;
        }
      command = g_strconcat ("\\", name, NULL);
      if (!is_own (name) && (box || chase_symbol_find (name) == NULL)
          && !g_hash_table_contains (defined, command))
        {
          if (box)
            provide_box (name, lines);
          else
            provide_command (name, lines);
          g_hash_table_add (defined, g_steal_pointer (&command));
        }
      box = FALSE;
    }
  if (lines->len > 0)
    g_string_append_printf (out, "%% not defined in the text that these diagrams come from\n%s",
                            lines->str);
}

void
chase_tex_settle (const char *body, gboolean kept, GString *macros)
{
  g_autoptr (GHashTable) defined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *definitions = settle_definitions (macros->str, kept, defined);
  g_autoptr (GString) out = g_string_new (NULL);

  load_packages (definitions, out);
  load_packages (body, out);
  g_string_append (out, definitions);
  if (strstr (body, "\\begin{tikzpicture}") == NULL)
    provide_unknown (body, defined, out);
  g_string_assign (macros, out->str);
}
