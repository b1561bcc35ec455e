/* SPDX-License-Identifier: MIT */
#include "interchange/dot-private.h"

#include <string.h>

#include "i18n.h"

/*
 * How large a graph a DOT text makes, before cgraph is let near it: `{a b c} -> {d e f}` makes an
 * edge of every pair, and braces without anything in them subgraphs.
 */

/* Subgraphs nested deeper than this are a mistake, or meant to do harm. */
#define DEPTH_MAX 100
/* So many subgraphs and edges between groups anybody may have; more of them if the text is long. */
#define SUBGRAPHS_FREE 1000
#define EDGES_FREE 1000

/* One pair of braces. */
typedef struct
{
  guint64 nodes; /* names in it, at most */
  guint64 left;  /* of the part before an edge's sign */
  gboolean sign; /* an edge's sign stands before the next part */
} Group;

typedef struct
{
  Group groups[DEPTH_MAX + 1];
  guint depth;
  guint64 edges, subgraphs;
} Count;

static void
add_part (Count *count, guint64 nodes)
{
  Group *group = &count->groups[count->depth];

  if (group->sign && (group->left > 1 || nodes > 1))
    count->edges += MIN (group->left * nodes, G_MAXUINT32);
  group->nodes = MIN (group->nodes + nodes, G_MAXUINT32);
  group->left = nodes;
  group->sign = FALSE;
}

/* Behind a comment, or @p where there is none. */
static const char *
skip_comment (const char *p, gboolean line_start)
{
  const char *end;

  if (p[0] == '/' && p[1] == '*')
    {
      end = strstr (p + 2, "*/");
      return end != NULL ? end + 2 : p + strlen (p);
    }
  if ((p[0] == '/' && p[1] == '/') || (p[0] == '#' && line_start))
    return p + strcspn (p, "\n");
  return p;
}

static const char *
skip_string (const char *p)
{
  for (p++; *p != '\0' && *p != '"'; p++)
    if (*p == '\\' && p[1] != '\0')
      p++;
  return *p == '"' ? p + 1 : p;
}

/* Behind `<...>` with what is nested in it, or the brackets of attributes. NULL: too deep. */
static const char *
skip_nested (const char *p, char open, char close)
{
  guint depth = 0;

  for (; *p != '\0'; p++)
    if (*p == '"' && open == '[')
      p = skip_string (p) - 1;
    else if (*p == open && ++depth > DEPTH_MAX)
      return NULL;
    else if (*p == close && --depth == 0)
      return p + 1;
  return p;
}

static gboolean
is_name_byte (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '.' || (guchar)c >= 0x80;
}

static const char *
skip_subgraph_name (const char *p)
{
  while (g_ascii_isspace (*p))
    p++;
  if (*p == '"')
    return skip_string (p);
  while (is_name_byte (*p))
    p++;
  return p;
}

/* Counts the next piece of the text. Returns what follows it, or NULL: too deep. */
static const char *
count_piece (Count *count, const char *p)
{
  switch (*p)
    {
    case '{':
      if (count->depth == DEPTH_MAX)
        return NULL;
      count->subgraphs++;
      count->groups[++count->depth] = (Group){ 0 };
      return p + 1;
    case '}':
      if (count->depth > 0)
        add_part (count, count->groups[count->depth--].nodes);
      return p + 1;
    case '[':
      return skip_nested (p, '[', ']');
    case '<':
      p = skip_nested (p, '<', '>');
      break;
    case '"':
      p = skip_string (p);
      break;
    case '-':
      count->groups[count->depth].sign = p[1] == '-' || p[1] == '>';
      return p + (p[1] != '\0' ? 2 : 1);
    default:
      if (!is_name_byte (*p))
        return p + 1;
      if (g_ascii_strncasecmp (p, "subgraph", 8) == 0 && !is_name_byte (p[8]))
        return skip_subgraph_name (p + 8);
      while (is_name_byte (*p))
        p++;
    }
  add_part (count, 1);
  return p;
}

const char *
chase_dot_excess (const char *text)
{
  gsize length = strlen (text);
  Count count = { .depth = 0 };

  for (const char *p = text; *p != '\0';)
    {
      const char *next = skip_comment (p, p == text || p[-1] == '\n');

      p = next != p ? next : count_piece (&count, p);
      if (p == NULL)
        return _ ("the graphs in this text are nested too deeply");
    }
  if (count.subgraphs > SUBGRAPHS_FREE + length / 16)
    return _ ("this text makes more subgraphs than it can have anything to say about");
  if (count.edges > EDGES_FREE + length / 8)
    return _ ("groups of nodes make more edges in this text than can be drawn");
  return NULL;
}
