/* SPDX-License-Identifier: MIT */
#include "interchange/tikz-keys-private.h"

#include "interchange/tex-private.h"

#include <math.h>
#include <string.h>

/* Styles stand for no more than this, and for others no deeper. */
#define STYLE_MAX 1000
#define STYLE_DEPTH_MAX 4

ChaseTikzArrow *
chase_tikz_arrow_new (const ChaseTexStyles *styles)
{
  ChaseTikzArrow *arrow = g_new0 (ChaseTikzArrow, 1);

  arrow->style = chase_style_new ();
  arrow->lines = 1;
  arrow->rare.styles = styles;
  return arrow;
}

static void
free_ends (ChaseTikzArrow *arrow)
{
  GDestroyNotify release = arrow->packed ? (GDestroyNotify)chase_name_unref : g_free;

  release (arrow->from);
  release (arrow->to);
}

static void
clear_rare (ChaseTikzRare *rare)
{
  chase_tikz_label_free (rare->defaults);
  if (rare->unknown != NULL)
    g_string_free (rare->unknown, TRUE);
  if (rare->curls != NULL)
    g_string_free (rare->curls, TRUE);
}

const ChaseTikzRare *
chase_tikz_rare (const ChaseTikzArrow *arrow)
{
  static const ChaseTikzRare nothing;

  return arrow->lean ? &nothing : &arrow->rare;
}

void
chase_tikz_arrow_free (ChaseTikzArrow *arrow)
{
  if (arrow == NULL)
    return;
  free_ends (arrow);
  if (arrow->style != chase_style_default ())
    chase_style_free (arrow->style);
  while (arrow->labels != NULL)
    {
      ChaseTikzLabel *next = arrow->labels->next;

      chase_tikz_label_free (arrow->labels);
      arrow->labels = next;
    }
  if (!arrow->lean)
    clear_rare (&arrow->rare);
  g_free (arrow);
}

ChaseTikzLabel *
chase_tikz_label_defaults (ChaseTikzArrow *arrow)
{
  if (arrow->rare.defaults == NULL)
    arrow->rare.defaults = chase_tikz_label_new (arrow->rare.styles);
  return arrow->rare.defaults;
}

static char *
intern (ChaseNameTable *names, const char *text)
{
  return text != NULL ? chase_name_table_intern (names, text, strlen (text)) : NULL;
}

static gboolean
says_nothing (const ChaseTikzRare *rare)
{
  return rare->in == 0.0 && rare->out == 0.0 && rare->distance == 0.0 && rare->shorten_pt[0] == 0.0
         && rare->shorten_pt[1] == 0.0 && rare->defaults == NULL && rare->unknown == NULL
         && rare->curls == NULL;
}

ChaseTikzArrow *
chase_tikz_arrow_pack (ChaseTikzArrow *arrow, ChaseRecentStyles *recent, ChaseNameTable *names)
{
  char *ends[2] = { intern (names, arrow->from), intern (names, arrow->to) };
  g_autofree ChaseTikzLabel *none = chase_tikz_label_new (arrow->rare.styles);

  if (arrow->rare.defaults != NULL && memcmp (arrow->rare.defaults, none, sizeof *none) == 0)
    g_clear_pointer (&arrow->rare.defaults, chase_tikz_label_free);
  if (chase_style_is_default (arrow->style))
    {
      chase_style_free (arrow->style);
      arrow->style = (ChaseStyle *)chase_style_default ();
    }
  else
    arrow->style = chase_recent_styles_share (recent, arrow->style);
  free_ends (arrow);
  arrow->packed = TRUE;
  arrow->from = ends[0];
  arrow->to = ends[1];
  arrow->lean = says_nothing (&arrow->rare);
  return arrow->lean ? g_realloc (arrow, offsetof (ChaseTikzArrow, rare)) : arrow;
}

ChaseTikzArrow *
chase_tikz_arrow_keep (ChaseTikzArrow *arrow, const char *option)
{
  if (arrow->lean)
    {
      arrow = g_realloc (arrow, sizeof *arrow);
      arrow->rare = (ChaseTikzRare){ 0 };
      arrow->lean = FALSE;
    }
  chase_tikz_keep (&arrow->rare.unknown, option);
  return arrow;
}

void
chase_tikz_keep (GString **unknown, const char *option)
{
  if (*unknown == NULL)
    *unknown = g_string_new (NULL);
  if ((*unknown)->len > 0)
    g_string_append (*unknown, ", ");
  g_string_append (*unknown, option);
}

void
chase_tikz_set_text (char **slot, const char *text)
{
  g_free (*slot);
  *slot = g_strdup (text);
}

gboolean
chase_tikz_read_number (const char *text, double *number, const char **rest)
{
  char *end;

  while (*text == '{' || *text == ' ' || *text == '(')
    text++;
  if (!g_ascii_isdigit (*text) && strchr ("+-.", *text) == NULL)
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  if (end == text || !isfinite (*number))
    return FALSE;
  *number = CLAMP (*number, -1e6, 1e6);
  *rest = end;
  return TRUE;
}

gboolean
chase_tikz_read_length (const char *text, double unit, double *points)
{
  static const struct
  {
    const char *name;
    double points;
  } units[] = { { "pt", 1.0 },
                { "em", 10.0 },
                { "ex", 4.3 },
                { "mm", CHASE_TIKZ_MM },
                { "cm", 10.0 * CHASE_TIKZ_MM },
                { "in", 72.27 },
                { "pc", 12.0 },
                { "bp", 1.004 },
                { "sp", 0.0 },
                { "mu", 0.5556 } };
  const char *rest;

  if (!chase_tikz_read_number (text, points, &rest))
    return FALSE;
  while (*rest == ' ')
    rest++;
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (rest, units[i].name))
      {
        *points *= units[i].points;
        return TRUE;
      }
  *points *= unit;
  return TRUE;
}

gboolean
chase_tikz_read_plain (const char *text, double *number)
{
  const char *rest;

  return chase_tikz_read_number (text, number, &rest);
}

static gboolean
apply_colour (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  ChaseColour colour;

  if (value != NULL && strcmp (key, "draw") == 0 && strcmp (value, "none") == 0)
    {
      arrow->invisible = TRUE;
      return TRUE;
    }
  if (!chase_tikz_read_colour (arrow->rare.styles, value != NULL ? value : key, &colour))
    return FALSE;
  if (value != NULL && strcmp (key, "draw") != 0 && strcmp (key, "color") != 0)
    return FALSE;
  arrow->style->colour = colour;
  if (value == NULL || strcmp (key, "color") == 0)
    chase_tikz_label_defaults (arrow)->colour = colour;
  return TRUE;
}

gboolean
chase_tikz_is_fine_print (const char *key)
{
  static const char *const keys[] = { "crossing over",
                                      "crossing over clearance",
                                      "start anchor",
                                      "end anchor",
                                      "rounded corners",
                                      "sharp corners",
                                      "to path",
                                      "controls",
                                      "line width",
                                      "double distance",
                                      "ultra thin",
                                      "very thin",
                                      "thin",
                                      "semithick",
                                      "thick",
                                      "very thick",
                                      "ultra thick",
                                      "opacity",
                                      "draw opacity",
                                      "text opacity",
                                      "fill opacity",
                                      "line cap",
                                      "line join",
                                      "xshift",
                                      "yshift",
                                      "shift",
                                      "inner sep",
                                      "inner xsep",
                                      "inner ysep",
                                      "outer sep",
                                      "font",
                                      "scale",
                                      "label distance",
                                      "anchor",
                                      "rotate",
                                      "transform shape",
                                      "yscale",
                                      "xscale",
                                      "math mode",
                                      "curve",
                                      "dash phase",
                                      "arrow style",
                                      ">",
                                      "min distance",
                                      "max distance",
                                      "fill",
                                      "near",
                                      "text width",
                                      "align",
                                      "minimum width",
                                      "minimum height",
                                      "behind path",
                                      "on layer",
                                      "allow upside down",
                                      "auto",
                                      "every node",
                                      "every to",
                                      "dash pattern",
                                      "math mode",
                                      "shorten",
                                      "name",
                                      "baseline",
                                      "overlay" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (keys[i], key) == 0)
      return TRUE;
  return chase_tikz_is_tip_spec (key);
}

gboolean
chase_tikz_read_step (const char *option, guint *step)
{
  static const char *const openings[] = { "from slide ", "visible on=<", "visible on={<" };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      char *rest;
      guint64 slide;

      if (!g_str_has_prefix (option, openings[i]))
        continue;
      slide = g_ascii_strtoull (option + strlen (openings[i]), &rest, 10);
      if (slide < 1 || slide > 10000 || (i == 0 ? *rest != '\0' : !g_str_has_prefix (rest, "->")))
        return FALSE;
      *step = (guint)slide - 1;
      return TRUE;
    }
  return FALSE;
}

static gboolean
apply_key (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  if (value == NULL && chase_tikz_apply_tip (arrow, key))
    return TRUE;
  if (strcmp (key, "phantom") == 0)
    {
      arrow->invisible = arrow->phantom = TRUE;
      return TRUE;
    }
  if (strcmp (key, "dash pattern") == 0 && value != NULL && strcmp (value, "on 0pt off 100pt") == 0)
    {
      arrow->style->body = CHASE_BODY_NONE;
      return TRUE;
    }
  return chase_tikz_apply_way (arrow, key, value) || chase_tikz_apply_nfold (arrow, key, value)
         || chase_tikz_apply_label_key (chase_tikz_label_defaults (arrow), key, value)
         || apply_colour (arrow, key, value);
}

/* Does it say how a loop lies? */
static gboolean
is_curl (const char *key)
{
  return g_str_has_prefix (key, "loop") || strcmp (key, "in") == 0 || strcmp (key, "out") == 0
         || strcmp (key, "looseness") == 0 || strcmp (key, "distance") == 0;
}

/* A key that the text defines stands for others. */
static gboolean
apply_style (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  g_autofree char *options = NULL;

  if (arrow->depth < STYLE_DEPTH_MAX)
    options = chase_tex_styles_expand (arrow->rare.styles, key, value);
  if (options == NULL || strlen (options) > STYLE_MAX)
    return FALSE;
  arrow->depth++;
  chase_tikz_apply_list (arrow, options);
  arrow->depth--;
  return TRUE;
}

/* `-{Stealth}` and the like name a tip: the arrow is one all the same. */
static char *
split_value (char *option)
{
  char *value = strchr (option, '=');

  if (value == NULL || strchr ("<>|-", *option) != NULL)
    return NULL;
  *value++ = '\0';
  return g_strstrip (value);
}

void
chase_tikz_apply (ChaseTikzArrow *arrow, const char *option)
{
  g_autofree char *key = g_strdup (option);
  char *value;

  if (*option == '\0')
    return;
  if (*option == '"')
    {
      chase_tikz_apply_quoted (arrow, option);
      return;
    }
  /* A label that holds a comma is in braces, quotes and all. */
  if (*option == '{' && g_str_has_prefix (chase_tex_unbrace (key), "\""))
    {
      chase_tikz_apply_quoted (arrow, key);
      return;
    }
  if (chase_tikz_read_step (option, &arrow->style->step))
    return;
  value = split_value (key);
  g_strstrip (key);
  if (value != NULL && *value == '{' && strcmp (key, "between") != 0)
    chase_tex_unbrace (value);
  if (apply_key (arrow, key, value))
    {
      if (is_curl (key))
        chase_tikz_keep (&arrow->rare.curls, option);
      return;
    }
  if (apply_style (arrow, key, value))
    return;
  chase_tikz_apply_tip_spec (arrow, key);
  chase_tikz_apply_both_ways (arrow, key);
  chase_tikz_keep (&arrow->rare.unknown, option);
}

void
chase_tikz_apply_list (ChaseTikzArrow *arrow, const char *list)
{
  g_autoptr (GPtrArray) options = chase_tex_split (list, ',', TRUE);

  for (guint i = 0; i < options->len; i++)
    chase_tikz_apply (arrow, g_ptr_array_index (options, i));
}
