/* SPDX-License-Identifier: MIT */
#include "interchange/dot-read-private.h"
#include "interchange/plain-text-private.h"

#include <string.h>

/* The labels of nodes and edges: plain text, HTML, or formulas. */

/* Graphviz's signs in a label: \N is the node's name, \n, \l and \r end a line. */
static char *
expand_label (const char *label, const char *name)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (const char *p = label; *p != '\0'; p++)
    if (*p != '\\' || p[1] == '\0')
      g_string_append_c (out, *p == '\n' ? ' ' : *p);
    else if (*++p == 'N' && name != NULL)
      g_string_append (out, name);
    else if (strchr ("nlr", *p) != NULL)
      g_string_append_c (out, ' ');
    else
      g_string_append_c (out, *p);
  return g_strstrip (g_strdup (out->str));
}

/* What a label in Graphviz's HTML says: without its tags, the usual entities resolved. */
static char *
without_tags (const char *html)
{
  static const char *const entities[][2]
      = { { "&amp;", "&" },  { "&lt;", "<" },      { "&gt;", ">" },   { "&quot;", "\"" },
          { "&nbsp;", " " }, { "&alpha;", "α" },   { "&beta;", "β" }, { "&gamma;", "γ" },
          { "&eta;", "η" },  { "&epsilon;", "ε" }, { "&phi;", "φ" },  { "&pi;", "π" },
          { "&rarr;", "→" }, { "&times;", "×" },   { "&prime;", "′" } };
  GString *out = g_string_new (NULL);

  for (const char *p = html; *p != '\0'; p++)
    {
      guint e = 0;

      if (g_str_has_prefix (p, "<sub>") || g_str_has_prefix (p, "<sup>"))
        {
          g_string_append (out, p[3] == 'b' ? "_{" : "^{");
          p += strlen ("<sub>") - 1;
          continue;
        }
      if (g_str_has_prefix (p, "</sub>") || g_str_has_prefix (p, "</sup>"))
        {
          g_string_append_c (out, '}');
          p += strlen ("</sub>") - 1;
          continue;
        }
      if (*p == '<')
        {
          g_string_append_c (out, ' ');
          p += strcspn (p, ">");
          if (*p == '\0')
            break;
          continue;
        }
      while (e < G_N_ELEMENTS (entities) && !g_str_has_prefix (p, entities[e][0]))
        e++;
      if (e == G_N_ELEMENTS (entities))
        g_string_append_c (out, *p);
      else
        {
          g_string_append (out, entities[e][1]);
          p += strlen (entities[e][0]) - 1;
        }
    }
  return g_string_free (out, FALSE);
}

/* The label of @object as plain text; of an edge without one, the label beside it. */
static char *
label_text (void *object)
{
  const char *text = chase_dot_attribute (object, "label");

  if (*text == '\0')
    text = chase_dot_attribute (object, "xlabel");
  return *text != '\0' && aghtmlstr ((char *)text) ? without_tags (text) : g_strdup (text);
}

/* `$..$` as a label is a formula, in which a backslash is TeX's; it may be written twice.
 * NULL where @label is none. */
static char *
formula_of (const char *label)
{
  g_autofree char *text = g_strstrip (g_utf8_make_valid (label, -1));
  gsize n = strlen (text);

  if (n < 3 || text[0] != '$' || strchr (text + 1, '$') != text + n - 1)
    return NULL;
  text[n - 1] = '\0';
  return chase_dot_undouble (text + 1);
}

/* dot2tex's key for the label as LaTeX; NULL where @texlbl is empty. */
static char *
given_latex (const char *texlbl)
{
  g_autofree char *text = g_strstrip (g_utf8_make_valid (texlbl, -1));
  gsize n = strlen (text);
  gboolean framed = n >= 2 && text[0] == '$' && text[n - 1] == '$';

  if (n == 0)
    return NULL;
  if (framed)
    text[n - 1] = '\0';
  return chase_dot_undouble (text + (framed ? 1 : 0));
}

/* A label with a command of TeX in it is a formula, though nothing says so; what Graphviz has for
 * the ends of lines and for names counts only at its end or before no letter. */
static char *
command_of (const char *label)
{
  g_autofree char *text = g_strstrip (g_utf8_make_valid (label, -1));
  GString *out = g_string_new (NULL);
  gboolean found = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean twice = p[0] == '\\' && p[1] == '\\';
      const char *word = p + 1 + twice;

      if (*p != '\\' || !g_ascii_isalpha (word[0]) || !g_ascii_isalpha (word[1]))
        {
          g_string_append_c (out, *p);
          continue;
        }
      /* `\nA` begins a line, `\\nu` is a letter. */
      if (!twice && p > text && strchr ("nlrNGETHL", word[0]) != NULL)
        return g_string_free (out, TRUE);
      found = TRUE;
      p += twice;
      g_string_append_c (out, '\\');
    }
  return g_string_free (out, !found);
}

char *
chase_dot_label (void *object, const char *name)
{
  const char *label = chase_dot_attribute (object, "label");
  g_autofree char *latex = given_latex (chase_dot_attribute (object, "texlbl"));
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *formula = NULL;

  if (latex != NULL)
    return g_steal_pointer (&latex);
  if (!aghtmlstr ((char *)label))
    {
      formula = formula_of (label);
      if (formula == NULL)
        formula = command_of (label);
    }
  if (formula != NULL)
    return g_steal_pointer (&formula);
  text = label_text (object);
  plain = expand_label (text, name);
  if (name != NULL && strcmp (chase_dot_attribute (object, "shape"), "point") == 0)
    return g_strdup ("\\bullet");
  /* cgraph does not tell an empty label from one that was not given. */
  if (*plain == '\0' && name != NULL)
    return chase_plain_to_latex (name);
  return chase_plain_to_latex (plain);
}

char *
chase_dot_title (Agraph_t *graph)
{
  g_autofree char *text = label_text (graph);
  g_autofree char *plain = expand_label (text, NULL);
  g_autofree char *valid = g_utf8_make_valid (plain, -1);

  return *valid != '\0' ? g_steal_pointer (&valid) : NULL;
}

/* `taillabel` and `headlabel` stand near the ends; `xlabel` is the label where there is no other.
 */
void
chase_dot_add_labels (Agedge_t *edge, ChaseStyle *style)
{
  static const char *const keys[] = { "taillabel", "headlabel", "xlabel" };
  static const double places[] = { 0.15, 0.85, 0.5 };
  guint n = *chase_dot_attribute (edge, "label") != '\0' ? 3 : 2;

  for (guint i = 0; i < n; i++)
    {
      const char *text = chase_dot_attribute (edge, keys[i]);
      g_autofree char *plain = *text != '\0' && aghtmlstr ((char *)text)
                                   ? without_tags (text)
                                   : expand_label (text, NULL);
      g_autofree char *latex = chase_plain_to_latex (g_strstrip (plain));
      ChaseStyleLabel placement;

      chase_style_label_init (&placement);
      placement.side = i < 2 ? CHASE_LABEL_LEFT : CHASE_LABEL_RIGHT;
      placement.at = places[i];
      if (*latex != '\0')
        chase_style_add_label (style, latex, &placement);
    }
}
