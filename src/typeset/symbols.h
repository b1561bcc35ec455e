/* SPDX-License-Identifier: MIT */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The classes of atoms that TeX tells apart when it puts space between them. */
typedef enum
{
  CHASE_ATOM_ORD,
  CHASE_ATOM_OP,
  CHASE_ATOM_BIN,
  CHASE_ATOM_REL,
  CHASE_ATOM_OPEN,
  CHASE_ATOM_CLOSE,
  CHASE_ATOM_PUNCT,
  CHASE_ATOM_INNER,
  CHASE_ATOM_NONE, /* not an atom: a space, a change of style */
} ChaseAtom;

/* The first eight agree with ChaseTextStyle: letters in them are set as text, with kerning. */
typedef enum
{
  CHASE_ALPHABET_ROMAN,
  CHASE_ALPHABET_BOLD,
  CHASE_ALPHABET_ITALIC,
  CHASE_ALPHABET_BOLD_ITALIC,
  CHASE_ALPHABET_SANS,
  CHASE_ALPHABET_SANS_BOLD,
  CHASE_ALPHABET_SANS_ITALIC,
  CHASE_ALPHABET_MONO,
  CHASE_ALPHABET_NORMAL,
  CHASE_ALPHABET_CAL,
  CHASE_ALPHABET_SCRIPT,
  CHASE_ALPHABET_BOLD_SCRIPT,
  CHASE_ALPHABET_FRAKTUR,
  CHASE_ALPHABET_BOLD_FRAKTUR,
  CHASE_ALPHABET_BLACKBOARD,
} ChaseAlphabet;

typedef enum
{
  CHASE_SYMBOL_CHAR,        /* value: the character, never restyled */
  CHASE_SYMBOL_SHORT,       /* the same, less tall */
  CHASE_SYMBOL_GREEK,       /* value: an italic letter */
  CHASE_SYMBOL_GREEK_UP,    /* value: a letter that is upright in the normal alphabet */
  CHASE_SYMBOL_GREEK_IT,    /* value: a capital that is italic all the same */
  CHASE_SYMBOL_BIGOP,       /* value: the operator; limits in display style */
  CHASE_SYMBOL_INTEGRAL,    /* value: the operator; limits at the side */
  CHASE_SYMBOL_NAME,        /* an operator written as its name */
  CHASE_SYMBOL_NAME_LIMITS, /* the same with limits in display style */
  CHASE_SYMBOL_VARLIM,      /* value: 0..3, lim with a bar or an arrow */
  CHASE_SYMBOL_ACCENT,      /* value: the combining character */
  CHASE_SYMBOL_WIDE_ACCENT, /* the same, as wide as its body */
  CHASE_SYMBOL_UNDER_ACCENT,
  CHASE_SYMBOL_OVER_BRACE, /* value: the brace or bracket */
  CHASE_SYMBOL_UNDER_BRACE,
  CHASE_SYMBOL_XARROW,   /* value: the arrow to stretch */
  CHASE_SYMBOL_ALPHABET, /* value: a ChaseAlphabet for the argument */
  CHASE_SYMBOL_SWITCH,   /* value: a ChaseAlphabet for the rest of the group */
  CHASE_SYMBOL_TEXT,     /* value: a ChaseTextStyle for the argument, which is text */
  CHASE_SYMBOL_SPACE,    /* value: eighteenths of an em */
  CHASE_SYMBOL_STYLE,    /* value: 0 display .. 3 scriptscript */
  CHASE_SYMBOL_SIZE,     /* value: percent */
  CHASE_SYMBOL_BIG,      /* value: 1..4, how big the delimiter */
  CHASE_SYMBOL_CLASS,    /* makes its argument an atom of the class */
  CHASE_SYMBOL_FRACTION, /* value: 1..7, see the parser */
  CHASE_SYMBOL_INFIX,    /* value: 0..4: over, atop, choose, brace, brack */
  CHASE_SYMBOL_COMMAND,  /* value: a ChaseCommand */
} ChaseSymbolKind;

typedef enum
{
  CHASE_COMMAND_BEGIN,
  CHASE_COMMAND_BGROUP,
  CHASE_COMMAND_BMOD,
  CHASE_COMMAND_BOXED,
  CHASE_COMMAND_CIRCLED,
  CHASE_COMMAND_BUILDREL,
  CHASE_COMMAND_CANCEL,
  CHASE_COMMAND_CHAR,
  CHASE_COMMAND_CLAP,
  CHASE_COMMAND_COLOR,
  CHASE_COMMAND_COLORBOX,
  CHASE_COMMAND_DEFINE,
  CHASE_COMMAND_DISPLAYLIMITS,
  CHASE_COMMAND_EGROUP,
  CHASE_COMMAND_END,
  CHASE_COMMAND_FCOLORBOX,
  CHASE_COMMAND_GENFRAC,
  CHASE_COMMAND_GROUP_ARGUMENT,
  CHASE_COMMAND_HPHANTOM,
  CHASE_COMMAND_HREF,
  CHASE_COMMAND_HSPACE,
  CHASE_COMMAND_ITALIC_CORRECTION,
  CHASE_COMMAND_KERN,
  CHASE_COMMAND_LEFT,
  CHASE_COMMAND_LIMITS,
  CHASE_COMMAND_LLAP,
  CHASE_COMMAND_MATHCHOICE,
  CHASE_COMMAND_MIDDLE,
  CHASE_COMMAND_MOD,
  CHASE_COMMAND_MSPACE,
  CHASE_COMMAND_MULTICOLUMN,
  CHASE_COMMAND_NEWLINE,
  CHASE_COMMAND_NOLIMITS,
  CHASE_COMMAND_NOT,
  CHASE_COMMAND_NOTHING,
  CHASE_COMMAND_OPERATORNAME,
  CHASE_COMMAND_OVERLAY,
  CHASE_COMMAND_OVERLINE,
  CHASE_COMMAND_OVERSET,
  CHASE_COMMAND_OVERUNDERSET,
  CHASE_COMMAND_PARENTHESIS_MATH,
  CHASE_COMMAND_PHANTOM,
  CHASE_COMMAND_PMOD,
  CHASE_COMMAND_POD,
  CHASE_COMMAND_PRESCRIPT,
  CHASE_COMMAND_RAISEBOX,
  CHASE_COMMAND_RESIZEBOX,
  CHASE_COMMAND_RIGHT,
  CHASE_COMMAND_RLAP,
  CHASE_COMMAND_ROOT,
  CHASE_COMMAND_ROTATEBOX,
  CHASE_COMMAND_SCALEBOX,
  CHASE_COMMAND_SIDESET,
  CHASE_COMMAND_SKIP_ARGUMENT,
  CHASE_COMMAND_SMASH,
  CHASE_COMMAND_SQRT,
  CHASE_COMMAND_STACKREL,
  CHASE_COMMAND_STRUT,
  CHASE_COMMAND_SUBSTACK,
  CHASE_COMMAND_TEXORPDFSTRING,
  CHASE_COMMAND_TEXTCOLOR,
  CHASE_COMMAND_TEXT_ACCENT,
  CHASE_COMMAND_UNDERLINE,
  CHASE_COMMAND_UNDERSET,
  CHASE_COMMAND_UNDERTEXT,
  CHASE_COMMAND_VPHANTOM,
} ChaseCommand;

typedef struct
{
  const char *name; /* without the backslash */
  guint8 kind;      /* ChaseSymbolKind */
  guint8 atom;      /* ChaseAtom */
  gint32 value;
} ChaseSymbol;

/** Returns what the command @name means in LaTeX with amsmath, amssymb and some more, or NULL. */
const ChaseSymbol *
chase_symbol_find (const char *name);
/** Returns the whole table, sorted by name; for tests and completion. */
const ChaseSymbol *
chase_symbol_list (guint *n_symbols);
/** Returns the TeX meaning of a private macro that many papers define alike, or of a symbol with
 * spaces of its own such as \iff, or NULL. */
const char *
chase_symbol_private (const char *name);

/** The class of a character that stands for itself in mathematics. */
ChaseAtom
chase_character_atom (gunichar character);
/** TRUE for the characters of big operators, whose limits go above and below in display style. */
gboolean
chase_character_is_big (gunichar character);
gboolean
chase_character_is_integral (gunichar character);
/** TRUE for letters that math fonts do not have: they are set as text. */
gboolean
chase_character_is_text (gunichar character);
/** Returns the character that a Unicode superscript (or subscript) stands for, or 0. */
gunichar
chase_character_superscript (gunichar character);
gunichar
chase_character_subscript (gunichar character);
/** The other way round: the superscript (or subscript) form of @character, or 0 when there is none.
 */
gunichar
chase_character_to_superscript (gunichar character);
gunichar
chase_character_to_subscript (gunichar character);
/** Returns @character in @alphabet as a mathematical alphanumeric symbol, or itself. */
gunichar
chase_character_style (gunichar character, ChaseAlphabet alphabet);
/** The letter that a mathematical alphanumeric symbol is a style of, or the character itself. */
gunichar
chase_character_plain (gunichar character);

G_END_DECLS
