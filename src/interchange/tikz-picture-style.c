/* SPDX-License-Identifier: MIT */
#include "interchange/tikz-picture-private.h"

#include "interchange/tex-private.h"

#include <string.h>

/* What holds for many arrows is written with each: it is no longer than this. */
#define SHARED_MAX 200

/* The two ends of an arrow in plain TikZ, and tikz-cd's keys for it. */
static const struct
{
  const char *tail, *head, *keys;
} tips[] = {
  { "", "", "no head" },
  { "", ">", "" },
  { "<", "", "leftarrow" },
  { "<", ">", "leftrightarrow" },
  { ">", ">", "tail" },
  { "<", "<", "leftarrowtail" },
  { "|", ">", "maps to" },
  { "<", "|", "mapsfrom" },
  { "", ">>", "two heads" },
  { ">", ">>", "tail, two heads" },
  { "<<", "", "twoheadleftarrow" },
  { "right hook", ">", "hook" },
  { "left hook", ">", "hook'" },
  { "right hook", ">>", "hook, two heads" },
  { "left hook", ">>", "hook', two heads" },
  { "<", "left hook", "hookleftarrow" },
  { "<", "right hook", "hookleftarrow" },
  { "", "left to", "harpoon" },
  { "", "right to", "harpoon'" },
};

void
chase_picture_style_init (ChasePictureStyle *style, const ChasePictureStyle *base)
{
  *style = (ChasePictureStyle){ .tip = "no head" };
  if (base != NULL)
    *style = (ChasePictureStyle){ .tip = base->tip,
                                  .other_tip = g_strdup (base->other_tip),
                                  .beside = base->beside,
                                  .drawn = base->drawn };
  style->keys = g_string_new (base != NULL ? base->keys->str : NULL);
  style->labels = g_string_new (base != NULL ? base->labels->str : NULL);
}

void
chase_picture_style_clear (ChasePictureStyle *style)
{
  g_free (style->other_tip);
  g_string_free (style->keys, TRUE);
  g_string_free (style->labels, TRUE);
}

static void
add (GString *list, const char *option)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", option);
}

/* The names that TikZ and its libraries have for the one tip of an arrow; what they look like in
 * detail is not kept. */
static const char *
plain_tip (const char *end, gboolean tail)
{
  static const char *const names[]
      = { "stealth",     "Stealth",     "latex",       "latex'",   "Latex",    "to",
          "To",          "implies",     "Implies",     "angle 45", "angle 60", "angle 90",
          "triangle 45", "triangle 60", "triangle 90", "cm to",    "stealth'", "open triangle 60",
          NULL };

  if (g_strv_contains (names, end))
    return tail ? "<" : ">";
  if (strcmp (end, "Hooks[right]") == 0 || strcmp (end, "{Hooks[right]}") == 0)
    return "right hook";
  if (strcmp (end, "Hooks[left]") == 0 || strcmp (end, "{Hooks[left]}") == 0)
    return "left hook";
  if (strcmp (end, "left hook to") == 0 || strcmp (end, "right hook to") == 0)
    return end[0] == 'l' ? "left hook" : "right hook";
  return end;
}

/* `right hook->`, `-stealth`, `<->`. FALSE where @option is no such key. */
static gboolean
apply_tip (ChasePictureStyle *style, const char *option)
{
  const char *dash = strchr (option, '-');
  g_autofree char *tail = NULL;
  g_autofree char *head = NULL;

  if (dash == NULL || strpbrk (option, "=\"/:") != NULL || option[0] == '.')
    return FALSE;
  tail = g_strstrip (g_strndup (option, (gsize)(dash - option)));
  head = g_strstrip (g_strdup (dash + 1));
  for (guint i = 0; i < G_N_ELEMENTS (tips); i++)
    if (strcmp (tips[i].tail, plain_tip (tail, TRUE)) == 0
        && strcmp (tips[i].head, plain_tip (head, FALSE)) == 0)
      {
        style->tip = tips[i].keys;
        g_clear_pointer (&style->other_tip, g_free);
        return TRUE;
      }
  /* `-{Stealth[length=3mm]}` has tikz-cd, too; a word with a hyphen is none. */
  if (*tail != '\0' && *tail != '{' && *tail != '<')
    return FALSE;
  g_free (style->other_tip);
  style->other_tip = g_strdup (option);
  return TRUE;
}

/* `every node/.style={auto, font=\small}`, which speaks of labels. FALSE where it is none. */
static gboolean
apply_every_node (ChasePictureStyle *style, const char *option)
{
  g_autoptr (GPtrArray) parts = NULL;
  g_autofree char *value = NULL;
  const char *equals = strchr (option, '=');

  if (!g_str_has_prefix (option, "every node/.") || equals == NULL)
    return FALSE;
  value = chase_tex_unbrace (g_strstrip (g_strdup (equals + 1)));
  parts = chase_tex_split (value, ',', FALSE);
  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);

      if (strcmp (part, "auto") == 0)
        style->beside = TRUE;
      else if (!g_str_has_prefix (part, "font") && style->labels->len + strlen (part) < SHARED_MAX)
        add (style->labels, part);
    }
  return TRUE;
}

/* `"f"`, `"$f$"'`: the text of a label in quotes, as mathematics. Caller frees. */
static char *
quoted_label (const char *option)
{
  const char *close = strrchr (option + 1, '"');
  g_autofree char *text = NULL;
  g_autofree char *math = NULL;

  if (close == NULL)
    return g_strdup (option);
  text = chase_tex_unbrace (g_strndup (option + 1, (gsize)(close - option - 1)));
  math = chase_picture_math (text);
  return g_strdup_printf ("\"{%s}\"%s", math, close + 1);
}

static void
apply_option (ChasePictureStyle *style, const char *option, gboolean own)
{
  if (*option == '"' && own)
    {
      g_autofree char *label = quoted_label (option);

      add (style->keys, label);
      return;
    }
  if (apply_tip (style, option) || apply_every_node (style, option))
    return;
  if (strcmp (option, "auto") == 0)
    style->beside = TRUE;
  else if (strcmp (option, "draw") == 0)
    style->drawn = TRUE;
  else if (strcmp (option, "swap") == 0 && own)
    add (style->labels, option);
  else if (own && *option != '\0' && !g_str_has_prefix (option, "font")
           && strncmp (option, ">=", 2) != 0 && strncmp (option, "> =", 3) != 0)
    add (style->keys, option);
}

void
chase_picture_style_apply (ChasePictureStyle *style, const char *options, gboolean own)
{
  g_autoptr (GPtrArray) parts = chase_tex_split (options, ',', TRUE);
  gsize keys = style->keys->len;

  for (guint i = 0; i < parts->len; i++)
    apply_option (style, g_ptr_array_index (parts, i), own);
  /* A path of so many options that each of its arrows would be longer than itself says too much. */
  if (style->keys->len - keys > SHARED_MAX && strlen (options) > 2 * SHARED_MAX)
    g_string_truncate (style->keys, keys);
}

void
chase_picture_style_write (const ChasePictureStyle *style, GString *out)
{
  const char *tip = style->other_tip != NULL ? style->other_tip : style->tip;

  if (*tip != '\0')
    g_string_append_printf (out, ", %s", tip);
  if (style->keys->len > 0)
    g_string_append_printf (out, ", %s", style->keys->str);
}

char *
chase_picture_math (const char *text)
{
  static const char *const sizes[]
      = { "\\tiny", "\\scriptsize", "\\footnotesize", "\\small", "\\normalsize", "\\scriptstyle" };
  g_autofree char *plain = chase_tex_unbrace (g_strstrip (g_strdup (text)));
  const char *inside = plain;
  gsize n;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    if (chase_tex_at_command (inside, 0, strlen (inside), sizes[i]))
      inside += strlen (sizes[i]);
  while (*inside == ' ')
    inside++;
  n = strlen (inside);
  if (n >= 2 && *inside == '$' && strchr (inside + 1, '$') == inside + n - 1)
    return g_strstrip (g_strndup (inside + 1, n - 2));
  if (n >= 4 && g_str_has_prefix (inside, "\\(") && g_str_has_suffix (inside, "\\)"))
    return g_strstrip (g_strndup (inside + 2, n - 4));
  return n > 0 ? g_strdup_printf ("\\text{%s}", inside) : g_strdup ("");
}

/* Does one of @options begin with one of the words in @keys? */
static gboolean
says (const char *options, const char *const *keys)
{
  g_autoptr (GPtrArray) parts = chase_tex_split (options, ',', FALSE);

  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);
      g_autofree char *key = g_strchomp (g_strndup (part, strcspn (part, "=")));

      if (g_strv_contains (keys, key))
        return TRUE;
    }
  return FALSE;
}

char *
chase_picture_label (const ChasePictureStyle *style, const char *text, const char *options,
                     gboolean at_end)
{
  static const char *const sides[]
      = { "above",      "below",       "left", "right",       "above left", "above right",
          "below left", "below right", "auto", "description", "swap",       NULL };
  static const char *const places[]
      = { "pos",           "midway",   "near start", "near end", "very near start",
          "very near end", "at start", "at end",     "sloped",   NULL };
  g_autofree char *all = g_strconcat (style->labels->str, style->labels->len > 0 ? ", " : "",
                                      options != NULL ? options : "", NULL);
  g_autoptr (GPtrArray) parts = chase_tex_split (all, ',', FALSE);
  g_autofree char *math = chase_picture_math (text);
  GString *label;

  if (*math == '\0')
    return NULL;
  label = g_string_new (NULL);
  g_string_append_printf (label, "\"{%s}\"{", math);
  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);

      if (*part != '\0' && strcmp (part, "auto") != 0 && !g_str_has_prefix (part, "font"))
        g_string_append_printf (label, "%s, ", part);
    }
  if (!style->beside && !says (all, sides))
    g_string_append (label, "description, ");
  if (at_end && !says (all, places))
    g_string_append (label, "at end, ");
  if (g_str_has_suffix (label->str, ", "))
    g_string_truncate (label, label->len - 2);
  g_string_append_c (label, '}');
  return g_string_free (label, FALSE);
}
