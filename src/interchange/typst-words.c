/* SPDX-License-Identifier: MIT */
#include "interchange/typst-words-private.h"

#include <string.h>

typedef struct
{
  const char *latex;
  const char *typst;
} Word;

/* Commands that are a function of Typst, and symbols that have a name there which people use. */
static const Word functions[] = {
  { "mathbb", "bb" },       { "mathcal", "cal" },       { "mathscr", "cal" },
  { "mathfrak", "frak" },   { "mathbf", "bold" },       { "boldsymbol", "bold" },
  { "mathsf", "sans" },     { "mathtt", "mono" },       { "mathit", "italic" },
  { "sqrt", "sqrt" },       { "overline", "overline" }, { "underline", "underline" },
  { "hat", "hat" },         { "widehat", "hat" },       { "tilde", "tilde" },
  { "widetilde", "tilde" }, { "bar", "macron" },        { "vec", "arrow" },
  { "dot", "dot" },         { "ddot", "dot.double" },   { "check", "caron" },
  { "breve", "breve" },     { "acute", "acute" },       { "grave", "grave" },
  { "mathring", "circle" }, { "cancel", "cancel" },
};

static const Word symbols[] = {
  { "alpha", "alpha" },
  { "beta", "beta" },
  { "gamma", "gamma" },
  { "delta", "delta" },
  { "epsilon", "epsilon.alt" },
  { "varepsilon", "epsilon" },
  { "zeta", "zeta" },
  { "eta", "eta" },
  { "theta", "theta" },
  { "vartheta", "theta.alt" },
  { "iota", "iota" },
  { "kappa", "kappa" },
  { "lambda", "lambda" },
  { "mu", "mu" },
  { "nu", "nu" },
  { "xi", "xi" },
  { "pi", "pi" },
  { "rho", "rho" },
  { "sigma", "sigma" },
  { "tau", "tau" },
  { "upsilon", "upsilon" },
  { "phi", "phi.alt" },
  { "varphi", "phi" },
  { "chi", "chi" },
  { "psi", "psi" },
  { "omega", "omega" },
  { "Gamma", "Gamma" },
  { "Delta", "Delta" },
  { "Theta", "Theta" },
  { "Lambda", "Lambda" },
  { "Xi", "Xi" },
  { "Pi", "Pi" },
  { "Sigma", "Sigma" },
  { "Phi", "Phi" },
  { "Psi", "Psi" },
  { "Omega", "Omega" },
  { "times", "times" },
  { "to", "->" },
  { "rightarrow", "->" },
  { "mapsto", "|->" },
  { "Rightarrow", "=>" },
  { "circ", "compose" },
  { "exists", "exists" },
  { "forall", "forall" },
  { "in", "in" },
  { "sim", "tilde.op" },
  { "cong", "tilde.equiv" },
  { "simeq", "tilde.eq" },
  { "infty", "infinity" },
  { "partial", "partial" },
  { "emptyset", "emptyset" },
  { "varnothing", "emptyset" },
  { "cdot", "dot" },
  { "dots", "dots" },
  { "ldots", "dots" },
  { "cdots", "dots.c" },
  { "vdots", "dots.v" },
  { "prod", "product" },
  { "coprod", "product.co" },
  { "sum", "sum" },
  { "int", "integral" },
  { "cup", "union" },
  { "cap", "sect" },
  { "subset", "subset" },
  { "subseteq", "subset.eq" },
  { "supset", "supset" },
  { "leq", "<=" },
  { "geq", ">=" },
  { "neq", "!=" },
  { "wedge", "and" },
  { "vee", "or" },
  { "star", "star" },
  { "ast", "ast" },
  { "bullet", "bullet" },
  { "otimes", "times.o" },
  { "oplus", "plus.o" },
  { "ell", "ell" },
  { "bot", "bot" },
  { "top", "top" },
  { "langle", "chevron.l" },
  { "rangle", "chevron.r" },
  { "prime", "prime" },
  { "nabla", "nabla" },
  { "hookrightarrow", "arrow.hook" },
  { "twoheadrightarrow", "->>" },
  { "square", "square" },
  { "dashv", "tack.l" },
  { "vdash", "tack.r" },
  { "colon", "colon" },
  { "approx", "approx" },
  { "equiv", "equiv" },
  { "setminus", "without" },
};

/* Functions of Typst that no command of LaTeX is written as. */
static const Word more_functions[]
    = { { "mathrm", "upright" },  { "mathord", "script" },        { "mathord", "sscript" },
        { "mathord", "display" }, { "mathord", "inline" },        { "mathscr", "scr" },
        { "operatorname", "op" }, { "underbrace", "underbrace" }, { "overbrace", "overbrace" } };

/* The same of symbols, and other names for those above. */
static const Word more_symbols[] = { { "to", "arrow.r" },
                                     { "leftarrow", "arrow.l" },
                                     { "epsilon", "epsilon.alt" },
                                     { "otimes", "tensor" },
                                     { "otimes", "times.circle" },
                                     { "oplus", "plus.circle" },
                                     { "cap", "inter" },
                                     { "langle", "angle.l" },
                                     { "rangle", "angle.r" },
                                     { "vert", "bar.v" },
                                     { "cdot", "dot.op" },
                                     { "cdot", "dot.c" },
                                     { "ldots", "dots.h" },
                                     { "cdots", "dots.h.c" },
                                     { "pm", "plus.minus" },
                                     { "hookrightarrow", "arrow.r.hook" },
                                     { "uparrow", "arrow.t" },
                                     { "downarrow", "arrow.b" },
                                     { "neq", "eq.not" },
                                     { "propto", "prop" },
                                     { "varnothing", "nothing" },
                                     { "/", "slash" },
                                     { "/\\!/", "slash.double" },
                                     { "rtimes", "times.r" },
                                     { "ltimes", "times.l" },
                                     { "setminus", "without" },
                                     { "circ", "compose" },
                                     { "leadsto", "arrow.squiggly" },
                                     { "longrightarrow", "arrow.r.long" },
                                     { "twoheadrightarrow", "arrow.r.twohead" },
                                     { "Rightarrow", "arrow.r.double" },
                                     { "sim", "tilde.op" },
                                     { "cong", "tilde.equiv" },
                                     { "simeq", "tilde.eq" },
                                     { "square", "square" },
                                     { "ast", "ast.op" },
                                     { "star", "star.op" },
                                     { "sqcup", "union.sq" },
                                     { "cap", "sect" },
                                     { "backslash", "backslash" } };

static const char *
to_typst (const Word *words, guint n_words, const char *latex)
{
  for (guint i = 0; i < n_words; i++)
    if (strcmp (words[i].latex, latex) == 0)
      return words[i].typst;
  return NULL;
}

static const char *
to_latex (const Word *words, guint n_words, const char *typst, gsize n)
{
  for (guint i = 0; i < n_words; i++)
    if (strlen (words[i].typst) == n && memcmp (words[i].typst, typst, n) == 0)
      return words[i].latex;
  return NULL;
}

const char *
chase_typst_function (const char *latex)
{
  return to_typst (functions, G_N_ELEMENTS (functions), latex);
}

const char *
chase_typst_symbol (const char *latex)
{
  return to_typst (symbols, G_N_ELEMENTS (symbols), latex);
}

const char *
chase_typst_function_to_latex (const char *typst, gsize n)
{
  const char *latex = to_latex (more_functions, G_N_ELEMENTS (more_functions), typst, n);

  return latex != NULL ? latex : to_latex (functions, G_N_ELEMENTS (functions), typst, n);
}

const char *
chase_typst_symbol_to_latex (const char *typst, gsize n)
{
  const char *latex = to_latex (symbols, G_N_ELEMENTS (symbols), typst, n);

  return latex != NULL ? latex : to_latex (more_symbols, G_N_ELEMENTS (more_symbols), typst, n);
}

gboolean
chase_typst_is_function_of (const char *latex)
{
  return chase_typst_function (latex) != NULL
         || to_typst (more_functions, G_N_ELEMENTS (more_functions), latex) != NULL;
}
