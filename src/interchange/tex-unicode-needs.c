/* SPDX-License-Identifier: MIT */
#include "interchange/tex-unicode-private.h"

#include <string.h>

/* What the signs of a text need of the document that it stands in. */

static gboolean
is_cjk (gunichar sign)
{
  return (sign >= 0x2E80 && sign <= 0x9FFF) || (sign >= 0xAC00 && sign <= 0xD7AF)
         || (sign >= 0xF900 && sign <= 0xFAFF) || (sign >= 0xFF00 && sign <= 0xFFEF)
         || (sign >= 0x20000 && sign <= 0x3FFFF);
}

static gboolean
is_kana (gunichar sign)
{
  return sign >= 0x3041 && sign <= 0x30FF;
}

static gboolean
is_hangul (gunichar sign)
{
  return (sign >= 0x1100 && sign <= 0x11FF) || (sign >= 0x3130 && sign <= 0x318F)
         || (sign >= 0xAC00 && sign <= 0xD7AF);
}

/* Letters of text that LaTeX has with fonts in the encoding T1 alone. */
static gboolean
needs_t1 (gunichar sign)
{
  static const gunichar letters[]
      = { 0xAB,  0xBB,  0xD0,  0xDE,  0xF0,  0xFE,  0x104, 0x105,  0x110,  0x111,  0x118,
          0x119, 0x12E, 0x12F, 0x14A, 0x14B, 0x172, 0x173, 0x201A, 0x201E, 0x2039, 0x203A };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i] == sign)
      return TRUE;
  return FALSE;
}

gboolean
chase_tex_is_text (gunichar sign)
{
  static const gunichar unknown[] = { 0x126, 0x127, 0x138, 0x13F, 0x140, 0x149, 0x166, 0x167 };

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    if (unknown[i] == sign)
      return FALSE;
  return (sign > 0xA0 && sign < 0x180) || (sign >= 0x218 && sign <= 0x21B) || needs_t1 (sign)
         || (sign >= 0x2013 && sign <= 0x201D) || sign == 0x20AC || sign == 0x2122;
}

static ChaseTexNeeds
need_of (gunichar sign)
{
  if (is_hangul (sign))
    return CHASE_TEX_CJK | CHASE_TEX_HANGUL;
  if (is_kana (sign))
    return CHASE_TEX_CJK | CHASE_TEX_KANA;
  if (is_cjk (sign))
    return CHASE_TEX_CJK;
  if (needs_t1 (sign))
    return CHASE_TEX_T1;
  /* Some of these LaTeX knows in text alone. */
  if (chase_tex_is_math (sign))
    return CHASE_TEX_MATH;
  return chase_tex_is_text (sign) ? 0 : CHASE_TEX_OTHER;
}

ChaseTexNeeds
chase_tex_needs (const char *text, GString *others)
{
  ChaseTexNeeds needs = 0;

  if (!g_utf8_validate (text, -1, NULL))
    return 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      ChaseTexNeeds need = (guchar)*p >= 0x80 ? need_of (g_utf8_get_char (p)) : 0;
      g_autofree char *sign = (need & CHASE_TEX_OTHER) != 0 && others != NULL
                                  ? g_strndup (p, (gsize)(g_utf8_next_char (p) - p))
                                  : NULL;

      if (sign != NULL && strstr (others->str, sign) == NULL)
        g_string_append (others, sign);
      needs |= need;
    }
  return needs;
}

static void
declare_signs (const char *text, GHashTable *done, GString *out)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar sign = (guchar)*p >= 0x80 ? g_utf8_get_char (p) : 0;
      g_autofree char *alone = NULL;
      g_autofree char *tex = NULL;

      if (sign == 0 || need_of (sign) != CHASE_TEX_MATH
          || !g_hash_table_add (done, GUINT_TO_POINTER (sign)))
        continue;
      alone = g_strndup (p, (gsize)(g_utf8_next_char (p) - p));
      tex = chase_tex_from_unicode (alone);
      g_string_append_printf (out, "  \\DeclareUnicodeCharacter{%04X}{\\ensuremath{%s%s}}\n", sign,
                              *tex == '_' || *tex == '^' ? "{}" : "", tex);
    }
}

void
chase_tex_prepare (const char *body, GString *macros)
{
  g_autoptr (GString) others = g_string_new (NULL);
  g_autoptr (GString) load = g_string_new (NULL);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  ChaseTexNeeds needs = chase_tex_needs (body, others) | chase_tex_needs (macros->str, others);

  if ((needs & CHASE_TEX_T1) != 0)
    g_string_append (load, "\\usepackage[T1]{fontenc}\n");
  if ((needs & CHASE_TEX_CJK) != 0)
    {
      const char *family = (needs & CHASE_TEX_HANGUL) != 0 ? "mj"
                           : (needs & CHASE_TEX_KANA) != 0 ? "min"
                                                           : "gbsn";

      g_string_append_printf (
          load,
          "%% for pdflatex; lualatex and xelatex take \\usepackage{ctex} in place of these lines\n"
          "\\usepackage{CJKutf8}\n"
          "\\AtBeginDocument{\\begin{CJK}{UTF8}{%s}}\n"
          "\\AtEndDocument{\\end{CJK}}\n",
          family);
    }
  if ((needs & CHASE_TEX_MATH) != 0)
    {
      g_string_append (load, "\\ifdefined\\DeclareUnicodeCharacter\n");
      declare_signs (body, done, load);
      declare_signs (macros->str, done, load);
      g_string_append (load, "\\fi\n");
    }
  if (others->len > 0)
    g_string_append_printf (load,
                            "%% pdflatex has no form of %s: take lualatex, with a font that has it "
                            "(package fontspec)\n",
                            others->str);
  g_string_prepend (macros, load->str);
}
