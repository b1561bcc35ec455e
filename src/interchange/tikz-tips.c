/* SPDX-License-Identifier: MIT */
#include "interchange/tikz-keys-private.h"

#include <string.h>

/* The keys of TikZ for the tips, the line and the number of lines of an arrow. */

#define KEEP (-1)

/* What a key does to the two tips and the line; KEEP leaves a field as it is. */
static const struct
{
  const char *key;
  gint8 tail, head, body, lines;
  gboolean reversed;
} tips[] = {
#define BOTH(key, tail, head, lines)                                                               \
  {                                                                                                \
    key, CHASE_TAIL_##tail, CHASE_HEAD_##head, KEEP, lines, FALSE                                  \
  }
#define BACK(key, tail, head, body, lines)                                                         \
  {                                                                                                \
    key, CHASE_TAIL_##tail, CHASE_HEAD_##head, body, lines, TRUE                                   \
  }
#define TAIL(key, tail)                                                                            \
  {                                                                                                \
    key, CHASE_TAIL_##tail, KEEP, KEEP, KEEP, FALSE                                                \
  }
#define HEAD(key, head)                                                                            \
  {                                                                                                \
    key, KEEP, CHASE_HEAD_##head, KEEP, KEEP, FALSE                                                \
  }
#define BODY(key, body)                                                                            \
  {                                                                                                \
    key, KEEP, KEEP, CHASE_BODY_##body, KEEP, FALSE                                                \
  }
  BOTH ("rightarrow", DEFAULT, DEFAULT, KEEP),
  BOTH ("->", DEFAULT, DEFAULT, KEEP),
  BOTH ("Rightarrow", DEFAULT, DEFAULT, 2),
  BOTH ("leftrightarrow", ARROW, DEFAULT, KEEP),
  BOTH ("<->", ARROW, DEFAULT, KEEP),
  BOTH ("Leftrightarrow", ARROW, DEFAULT, 2),
  BOTH ("mapsto", MAPS_TO, DEFAULT, KEEP),
  BOTH ("|->", MAPS_TO, DEFAULT, KEEP),
  BOTH ("Mapsto", MAPS_TO, DEFAULT, 2),
  BOTH ("hookrightarrow", HOOK_TOP, DEFAULT, KEEP),
  BOTH ("rightarrowtail", MONO, DEFAULT, KEEP),
  BOTH (">->", MONO, DEFAULT, KEEP),
  BOTH ("twoheadrightarrow", DEFAULT, EPI, KEEP),
  BOTH ("->>", DEFAULT, EPI, KEEP),
  BOTH (">->>", MONO, EPI, KEEP),
  BOTH ("rightharpoonup", DEFAULT, HARPOON_TOP, KEEP),
  BOTH ("rightharpoondown", DEFAULT, HARPOON_BOTTOM, KEEP),
  BOTH ("dash", DEFAULT, NONE, KEEP),
  BOTH ("-", DEFAULT, NONE, KEEP),
  BOTH ("equal", DEFAULT, NONE, 2),
  BOTH ("equals", DEFAULT, NONE, 2),
  BACK ("leftarrow", DEFAULT, DEFAULT, KEEP, KEEP),
  BACK ("<-", DEFAULT, DEFAULT, KEEP, KEEP),
  BACK ("Leftarrow", DEFAULT, DEFAULT, KEEP, 2),
  BACK ("mapsfrom", MAPS_TO, DEFAULT, KEEP, KEEP),
  BACK ("<-|", MAPS_TO, DEFAULT, KEEP, KEEP),
  BACK ("Mapsfrom", MAPS_TO, DEFAULT, KEEP, 2),
  BACK ("hookleftarrow", HOOK_BOTTOM, DEFAULT, KEEP, KEEP),
  BACK ("leftarrowtail", MONO, DEFAULT, KEEP, KEEP),
  BACK ("<-<", MONO, DEFAULT, KEEP, KEEP),
  BACK ("twoheadleftarrow", DEFAULT, EPI, KEEP, KEEP),
  BACK ("<<-", DEFAULT, EPI, KEEP, KEEP),
  BACK ("leftharpoonup", DEFAULT, HARPOON_BOTTOM, KEEP, KEEP),
  BACK ("leftharpoondown", DEFAULT, HARPOON_TOP, KEEP, KEEP),
  BACK ("dashleftarrow", DEFAULT, DEFAULT, CHASE_BODY_DASHED, KEEP),
  BACK ("leftsquigarrow", DEFAULT, DEFAULT, CHASE_BODY_SQUIGGLY, KEEP),
  { "dashrightarrow", CHASE_TAIL_DEFAULT, CHASE_HEAD_DEFAULT, CHASE_BODY_DASHED, KEEP, FALSE },
  { "rightsquigarrow", CHASE_TAIL_DEFAULT, CHASE_HEAD_DEFAULT, CHASE_BODY_SQUIGGLY, KEEP, FALSE },
  { "leftrightsquigarrow", CHASE_TAIL_ARROW, CHASE_HEAD_DEFAULT, CHASE_BODY_SQUIGGLY, KEEP, FALSE },
  TAIL ("no tail", DEFAULT),
  TAIL ("maps to", MAPS_TO),
  TAIL ("hook", HOOK_TOP),
  TAIL ("hook'", HOOK_BOTTOM),
  TAIL ("tail", MONO),
  TAIL ("2tail", MONO),
  TAIL ("tail reversed", ARROW),
  TAIL ("2tail reversed", ARROW),
  TAIL ("coil", COIL_TOP),
  TAIL ("coil'", COIL_BOTTOM),
  HEAD ("no head", NONE),
  HEAD ("to head", DEFAULT),
  HEAD ("two heads", EPI),
  HEAD ("harpoon", HARPOON_TOP),
  HEAD ("harpoon'", HARPOON_BOTTOM),
  HEAD ("multimap", MULTIMAP),
  BOTH ("-{Circle[open]}", DEFAULT, MULTIMAP, KEEP),
  BODY ("dashed", DASHED),
  BODY ("densely dashed", DASHED),
  BODY ("loosely dashed", DASHED),
  BODY ("dotted", DOTTED),
  BODY ("densely dotted", DOTTED),
  BODY ("loosely dotted", DOTTED),
  BODY ("squiggly", SQUIGGLY),
  BODY ("no body", NONE),
  BODY ("solid", SOLID),
  { "double line", KEEP, KEEP, KEEP, 2, FALSE },
  { "double equal sign distance", KEEP, KEEP, KEEP, 2, FALSE },
  { "Rrightarrow", CHASE_TAIL_DEFAULT, CHASE_HEAD_DEFAULT, KEEP, 3, FALSE },
  { "Lleftarrow", CHASE_TAIL_DEFAULT, CHASE_HEAD_DEFAULT, KEEP, 3, TRUE },
  { "double", KEEP, KEEP, KEEP, 2, FALSE },
#undef BOTH
#undef BACK
#undef TAIL
#undef HEAD
#undef BODY
};

gboolean
chase_tikz_apply_tip (ChaseTikzArrow *arrow, const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (tips); i++)
    {
      if (strcmp (tips[i].key, key) != 0)
        continue;
      if (tips[i].tail != KEEP)
        arrow->style->tail = (ChaseTail)tips[i].tail;
      if (tips[i].head != KEEP)
        arrow->style->head = (ChaseHead)tips[i].head;
      if (tips[i].body != KEEP)
        arrow->style->body = (ChaseBody)tips[i].body;
      /* How far apart the dashes stand is kept for LaTeX. */
      if (g_str_has_prefix (key, "densely ") || g_str_has_prefix (key, "loosely "))
        chase_style_set_extra (arrow->style, "tikzdash", key);
      if (tips[i].lines != KEEP)
        arrow->lines = (guint)tips[i].lines;
      if (tips[i].tail != KEEP && tips[i].head != KEEP)
        arrow->reversed = tips[i].reversed;
      return TRUE;
    }
  return FALSE;
}

/* `-Stealth`, `<-{Latex[open]}`: tips by their names, which are kept for LaTeX; here an arrow is
 * one. */
gboolean
chase_tikz_is_tip_spec (const char *key)
{
  return (*key == '-' || g_str_has_prefix (key, "<-")) && strlen (key) > 2;
}

void
chase_tikz_apply_tip_spec (ChaseTikzArrow *arrow, const char *key)
{
  if (!chase_tikz_is_tip_spec (key))
    return;
  arrow->style->head = CHASE_HEAD_DEFAULT;
  arrow->style->tail = *key == '<' ? CHASE_TAIL_ARROW : CHASE_TAIL_DEFAULT;
}

/* Two harpoons at once: kept for LaTeX, and drawn as an arrow both ways. */
void
chase_tikz_apply_both_ways (ChaseTikzArrow *arrow, const char *key)
{
  if (strcmp (key, "rightleftharpoons") != 0 && strcmp (key, "leftrightharpoons") != 0)
    return;
  arrow->style->head = CHASE_HEAD_DEFAULT;
  arrow->style->tail = CHASE_TAIL_ARROW;
}

gboolean
chase_tikz_apply_nfold (ChaseTikzArrow *arrow, const char *key, const char *value)
{
  double lines;

  if (strcmp (key, "nfold") != 0 && strcmp (key, "scaling nfold") != 0)
    return FALSE;
  if (value != NULL && chase_tikz_read_plain (value, &lines))
    arrow->lines = (guint)CLAMP (lines, 1.0, 4.0);
  return TRUE;
}

gboolean
chase_tikz_is_marked (const ChaseStyle *style)
{
  return style->body >= CHASE_BODY_BARRED && style->body <= CHASE_BODY_BULLET_HOLLOW
         && style->form == CHASE_EDGE_ARROW;
}
