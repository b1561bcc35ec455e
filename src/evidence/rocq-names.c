/* SPDX-License-Identifier: MIT */
#include "evidence/rocq-private.h"

#include <string.h>

/* Reserved by the language, defined by the head of the file, or bound in the lemmas. */
static const char *const reserved[] = {
  "as",
  "at",
  "cofix",
  "else",
  "end",
  "exists",
  "exists2",
  "fix",
  "for",
  "forall",
  "fun",
  "if",
  "IF",
  "in",
  "let",
  "match",
  "mod",
  "Prop",
  "return",
  "Set",
  "SProp",
  "then",
  "Type",
  "using",
  "where",
  "with",
  "by",
  "_",
  "eq",
  "eq_refl",
  "eq_sym",
  "eq_trans",
  "f_equal",
  "Category",
  "Ob",
  "Hom",
  "id",
  "comp",
  "id_left",
  "id_right",
  "assoc",
  "mono",
  "epi",
  "split_epi",
  "split_mono",
  "base",
  "other",
  "rest",
  "here",
  "associate",
  "Lemmas",
  "Axiom",
  "Check",
  "CoFixpoint",
  "CoInductive",
  "Conjecture",
  "Definition",
  "Example",
  "Fixpoint",
  "Hypothesis",
  "Inductive",
  "Lemma",
  "Module",
  "Notation",
  "Parameter",
  "Proof",
  "Qed",
  "Record",
  "Section",
  "Theorem",
  "Variable",
  "Build_Category",
  "is_split_mono",
  "is_split_epi",
  "is_iso",
  "split_mono_of_iso",
  "split_epi_of_iso",
  "mono_of_split_mono",
  "epi_of_split_epi",
  "mono_of_iso",
  "epi_of_iso",
  "iso_id",
  "split_mono_id",
  "split_epi_id",
  "mono_id",
  "epi_id",
  "mono_composite",
  "epi_composite",
  "undo",
  "split_mono_composite",
  "split_epi_composite",
  "iso_composite",
  "mono_first",
  "split_mono_first",
  "epi_last",
  "split_epi_last",
  "iso_of_split_mono_epi",
  "iso_of_split_epi_mono",
  "without_last",
  "without_first",
  "mono_before_iso",
  "mono_behind_iso",
  "epi_before_iso",
  "epi_behind_iso",
  "split_mono_before_iso",
  "split_mono_behind_iso",
  "split_epi_before_iso",
  "split_epi_behind_iso",
  "iso_before_iso",
  "iso_behind_iso",
  "Properties",
  "ex_intro",
  "conj",
  "eq_ind",
  "back",
};

static const char *const greek_small[]
    = { "alpha", "beta",   "gamma",   "delta", "epsilon", "zeta",    "eta",  "theta", "iota",
        "kappa", "lambda", "mu",      "nu",    "xi",      "omicron", "pi",   "rho",   "varsigma",
        "sigma", "tau",    "upsilon", "phi",   "chi",     "psi",     "omega" };

GHashTable *
chase_rocq_names_new (void)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (reserved); i++)
    g_hash_table_add (names, g_strdup (reserved[i]));
  return names;
}

static void
append_greek (GString *out, gunichar c)
{
  gboolean capital = c < 0x3B1;
  guint at = out->len;

  g_string_append (out, greek_small[c - (capital ? 0x391 : 0x3B1)]);
  if (capital)
    out->str[at] = g_ascii_toupper (out->str[at]);
}

/* Signs of the notation that say what the name is made of; two words never run together. */
static void
append_sign (GString *out)
{
  if (out->len > 0 && out->str[out->len - 1] != '_')
    g_string_append_c (out, '_');
}

static void
append_character (GString *out, gunichar c)
{
  static const char *const superscripts = "\xc2\xb9\xc2\xb2\xc2\xb3";

  if (c < 0x80)
    {
      if (g_ascii_isalnum (c) || c == '_' || (c == '\'' && out->len > 0))
        g_string_append_c (out, (char)c);
      else
        append_sign (out);
    }
  else if ((c >= 0x391 && c <= 0x3A9 && c != 0x3A2) || (c >= 0x3B1 && c <= 0x3C9))
    append_greek (out, c);
  else if (c >= 0x2080 && c <= 0x2089)
    g_string_append_c (out, (char)('0' + (c - 0x2080)));
  else if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079))
    g_string_append_c (out, (char)('0' + (c - 0x2070)));
  else if (g_utf8_strchr (superscripts, -1, c) != NULL)
    g_string_append_c (out, c == 0xB9 ? '1' : (char)('2' + (c - 0xB2)));
  else if (c == 0x2032 && out->len > 0)
    g_string_append_c (out, '\'');
  else if (g_unichar_isalnum (c))
    g_string_append_printf (out, "u%04X", c);
  else
    append_sign (out);
}

static char *
identifier (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    append_character (out, g_utf8_get_char (p));
  while (out->len > 1 && out->str[out->len - 1] == '_' && text[strlen (text) - 1] != '_')
    g_string_truncate (out, out->len - 1);
  if (out->len == 0 || (out->len == 1 && out->str[0] == '_'))
    g_string_assign (out, "x");
  else if (g_ascii_isdigit (out->str[0]))
    g_string_prepend (out, "n");
  return g_string_free (out, FALSE);
}

const char *
chase_rocq_name (GHashTable *names, const char *text)
{
  g_autofree char *stem = identifier (text);
  char *name = g_strdup (stem);

  for (guint i = 2; g_hash_table_contains (names, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s_%u", stem, i);
    }
  g_hash_table_add (names, name);
  return name;
}

/* Inside a comment Rocq still reads strings and comments. */
void
chase_rocq_append_comment (GString *out, const char *text)
{
  char before = '\0';

  for (const char *p = text; *p != '\0'; p++)
    {
      char c = g_ascii_iscntrl (*p) ? ' ' : *p;

      if ((before == '(' && c == '*') || (before == '*' && c == ')'))
        g_string_append_c (out, ' ');
      if (c == '"')
        g_string_append (out, "''");
      else
        g_string_append_c (out, c);
      before = c;
    }
}
