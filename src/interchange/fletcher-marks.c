/* SPDX-License-Identifier: MIT */
#include "interchange/fletcher-private.h"

#include <string.h>

/* What fletcher can draw at an end of an arrow. One that is turned round is a head at the start. */
static const struct
{
  const char *mark;
  ChaseTail tail; /* at the start */
  ChaseHead head; /* at the end */
  gboolean back;  /* at the start, it says that the arrow goes there */
} marks[] = {
  /* Longer ones first. */
  { "harpoon'", CHASE_TAIL_DEFAULT, CHASE_HEAD_HARPOON_BOTTOM, TRUE },
  { "harpoon", CHASE_TAIL_DEFAULT, CHASE_HEAD_HARPOON_TOP, TRUE },
  { "hook'", CHASE_TAIL_HOOK_BOTTOM, CHASE_HEAD_NONE, FALSE },
  { "hook", CHASE_TAIL_HOOK_TOP, CHASE_HEAD_NONE, FALSE },
  { "stealth", CHASE_TAIL_ARROW, CHASE_HEAD_DEFAULT, FALSE },
  { "latex", CHASE_TAIL_ARROW, CHASE_HEAD_DEFAULT, FALSE },
  { "head", CHASE_TAIL_ARROW, CHASE_HEAD_DEFAULT, FALSE },
  { "bar", CHASE_TAIL_MAPS_TO, CHASE_HEAD_NONE, FALSE },
  { ">>>", CHASE_TAIL_MONO, CHASE_HEAD_EPI, FALSE },
  { "<<<", CHASE_TAIL_ARROW, CHASE_HEAD_EPI, TRUE },
  { ">>", CHASE_TAIL_MONO, CHASE_HEAD_EPI, FALSE },
  { "<<", CHASE_TAIL_ARROW, CHASE_HEAD_EPI, TRUE },
  { "|>", CHASE_TAIL_MONO, CHASE_HEAD_DEFAULT, FALSE },
  { "<|", CHASE_TAIL_ARROW, CHASE_HEAD_DEFAULT, TRUE },
  { "}>", CHASE_TAIL_MONO, CHASE_HEAD_DEFAULT, FALSE },
  { "<{", CHASE_TAIL_ARROW, CHASE_HEAD_DEFAULT, TRUE },
  { ">", CHASE_TAIL_MONO, CHASE_HEAD_DEFAULT, FALSE },
  { "<", CHASE_TAIL_ARROW, CHASE_HEAD_DEFAULT, TRUE },
  { "|", CHASE_TAIL_MAPS_TO, CHASE_HEAD_NONE, FALSE },
  { "O", CHASE_TAIL_DEFAULT, CHASE_HEAD_MULTIMAP, FALSE },
  { "o", CHASE_TAIL_DEFAULT, CHASE_HEAD_MULTIMAP, FALSE },
};

static const struct
{
  const char *line;
  ChaseBody body;
  guint lines;
} bodies[] = {
  { "-||-", CHASE_BODY_DOUBLE_BARRED, 1 },
  { "-|-", CHASE_BODY_BARRED, 1 },
  { "-@-", CHASE_BODY_BULLET_SOLID, 1 },
  { "-O-", CHASE_BODY_BULLET_HOLLOW, 1 },
  { "-o-", CHASE_BODY_BULLET_HOLLOW, 1 },
  { "---", CHASE_BODY_DASHED, 1 },
  { "--", CHASE_BODY_DASHED, 1 },
  { "-", CHASE_BODY_SOLID, 1 },
  { "===", CHASE_BODY_SOLID, 3 },
  { "==", CHASE_BODY_SOLID, 3 },
  { "=", CHASE_BODY_SOLID, 2 },
  { "...", CHASE_BODY_DOTTED, 1 },
  { "..", CHASE_BODY_DOTTED, 1 },
  { "~", CHASE_BODY_SQUIGGLY, 1 },
  { " ", CHASE_BODY_NONE, 1 },
};

/* Passes the mark at @text; returns its number, or -1 where there is none. */
static gint
read_mark (const char **text)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (*text, marks[i].mark))
      {
        *text += strlen (marks[i].mark);
        return (gint)i;
      }
  return -1;
}

static gint
read_line (const char **text)
{
  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    if (g_str_has_prefix (*text, bodies[i].line))
      {
        *text += strlen (bodies[i].line);
        return (gint)i;
      }
  return -1;
}

static void
apply_start (gint mark, ChaseStyle *style)
{
  if (mark >= 0)
    style->tail = marks[mark].tail;
}

static void
apply_end (gint mark, ChaseStyle *style)
{
  style->head = mark >= 0 ? marks[mark].head : CHASE_HEAD_NONE;
}

/* What stands at the end of an arrow that points back: there it is a tail. */
static ChaseTail
end_as_tail (gint mark)
{
  if (mark < 0)
    return CHASE_TAIL_DEFAULT;
  /* `<-<` has the tail of a mono. */
  return strcmp (marks[mark].mark, "<") == 0 ? CHASE_TAIL_MONO : marks[mark].tail;
}

gboolean
chase_fletcher_read_marks (const char *text, ChaseStyle *style, guint *lines, gboolean *reversed)
{
  const char *rest = text;
  gint first = read_mark (&rest);
  gint line = read_line (&rest);
  gint last;
  gboolean back;

  /* A line may begin with what could be a mark, or lack. */
  if (line < 0)
    return FALSE;
  last = read_mark (&rest);
  if (*rest != '\0')
    return FALSE;
  back = first >= 0 && marks[first].back
         && (last < 0 || marks[last].head == CHASE_HEAD_NONE || marks[last].mark[0] == '<');
  style->body = bodies[line].body;
  *lines = bodies[line].lines;
  if (back)
    {
      style->head = marks[first].head;
      style->tail = end_as_tail (last);
    }
  else
    {
      apply_start (first, style);
      apply_end (last, style);
    }
  *reversed = back;
  return TRUE;
}

/* The number of the mark that is called @name as a whole, or -1. */
static gint
mark_called (const char *name)
{
  static const char *const others[][2]
      = { { "doublehead", ">>" }, { "triplehead", ">>>" }, { "straight", ">" },
          { "solid", "|>" },      { "circle", "o" },       { "bigcircle", "O" } };
  const char *rest;
  gint mark;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (name, others[i][0]) == 0)
      name = others[i][1];
  rest = name;
  mark = read_mark (&rest);
  return *rest == '\0' ? mark : -1;
}

gboolean
chase_fletcher_apply_mark (const char *name, double at, ChaseStyle *style)
{
  gint mark = mark_called (name);

  if (mark < 0)
    return FALSE;
  if (at <= 0.0)
    apply_start (mark, style);
  else if (at >= 1.0)
    apply_end (mark, style);
  else if (marks[mark].tail == CHASE_TAIL_MAPS_TO)
    style->body = CHASE_BODY_BARRED;
  else if (marks[mark].head == CHASE_HEAD_MULTIMAP)
    style->body = CHASE_BODY_BULLET_HOLLOW;
  else
    return FALSE;
  return TRUE;
}

static const char *
tail_mark (ChaseTail tail)
{
  switch (tail)
    {
    case CHASE_TAIL_MONO:
      return ">";
    case CHASE_TAIL_MAPS_TO:
      return "|";
    case CHASE_TAIL_HOOK_TOP:
    case CHASE_TAIL_COIL_TOP:
      return "hook";
    case CHASE_TAIL_HOOK_BOTTOM:
    case CHASE_TAIL_COIL_BOTTOM:
      return "hook'";
    case CHASE_TAIL_ARROW:
      return "<";
    case CHASE_TAIL_DEFAULT:
    case CHASE_TAIL_NONE:
    default:
      return "";
    }
}

static const char *
head_mark (ChaseHead head)
{
  switch (head)
    {
    case CHASE_HEAD_NONE:
      return "";
    case CHASE_HEAD_EPI:
      return ">>";
    case CHASE_HEAD_HARPOON_TOP:
      return "harpoon";
    case CHASE_HEAD_HARPOON_BOTTOM:
      return "harpoon'";
    case CHASE_HEAD_MULTIMAP:
      return "O";
    case CHASE_HEAD_DEFAULT:
    case CHASE_HEAD_ARROW:
    default:
      return ">";
    }
}

char *
chase_fletcher_write_marks (ChaseTail tail, ChaseBody body, guint lines, ChaseHead head)
{
  const char *line = "-";

  if (body == CHASE_BODY_SOLID && lines >= 2 && lines <= 3)
    line = lines == 2 ? "=" : "==";
  else
    for (guint i = G_N_ELEMENTS (bodies); i-- > 0;)
      if (bodies[i].body == body && bodies[i].lines == 1)
        line = bodies[i].line;
  if (body == CHASE_BODY_DASHED)
    line = "--";
  else if (body == CHASE_BODY_DOTTED)
    line = "..";
  else if (body == CHASE_BODY_BULLET_HOLLOW)
    line = "-O-";
  return g_strconcat (tail_mark (tail), line, head_mark (head), NULL);
}
