/* SPDX-License-Identifier: MIT */
#include "interchange/tikz-picture-free-private.h"

#include "interchange/tex-private.h"

#include <string.h>

/* The nodes of a picture, statement by statement: `\node (a) at (0,1) {$A$};`, and those that stand
 * on the way of a path. */

/* A picture of more is no diagram that a person drew. */
#define NODES_MAX 300
#define SCOPES_MAX 20

typedef struct
{
  ChaseSource *source;
  const char *text;
  gsize at, end;
  ChasePictureNodes *nodes;
  ChasePictureFrame frames[SCOPES_MAX];
  guint depth, skipped; /* of scopes */
} Reader;

static void
node_free (gpointer data)
{
  ChasePictureNode *node = data;

  g_free (node->name);
  g_free (node->options);
  g_free (node->math);
  g_free (node);
}

void
chase_picture_nodes_free (ChasePictureNodes *nodes)
{
  if (nodes == NULL)
    return;
  g_hash_table_unref (nodes->by_name);
  g_ptr_array_unref (nodes->all);
  g_free (nodes);
}

/* What stands between @open, which is here, and what closes it. */
static char *
read_inside (Reader *reader, gsize end)
{
  gsize start = reader->at;

  if (reader->text[start] == '{')
    reader->at = chase_tex_skip_group (reader->text, start, end);
  else if (reader->text[start] == '[')
    reader->at = chase_tex_skip_bracket (reader->text, start, end);
  else
    {
      guint depth = 0;

      for (; reader->at < end; reader->at++)
        {
          depth += reader->text[reader->at] == '(';
          if (reader->text[reader->at] == ')' && --depth == 0)
            break;
        }
      reader->at = MIN (reader->at + 1, end);
    }
  return chase_tex_tidy (reader->text, MIN (start + 1, end), MAX (reader->at, start + 2) - 1);
}

static gboolean
at_word (const Reader *reader, gsize end, const char *word)
{
  gsize n = strlen (word);

  return chase_tex_at (reader->text, reader->at, end, word)
         && (reader->at + n >= end || !g_ascii_isalpha (reader->text[reader->at + n]));
}

/* One without a name at a coordinate that has one is called as that. */
static void
take_name (Reader *reader, ChasePictureNode *node, const char *place)
{
  const ChasePictureNode *there
      = place != NULL ? g_hash_table_lookup (reader->nodes->by_name, place) : NULL;

  if (node->name == NULL && there != NULL && there->math == NULL && node->math != NULL)
    node->name = g_strdup (place);
  if (node->name != NULL)
    g_hash_table_replace (reader->nodes->by_name, node->name, node);
}

/* Reads what stands between the word for a node and its text, in any order: options, which are
 * appended to @options, its name, and its place. Returns the last, or NULL. Caller frees. */
static char *
read_head (Reader *reader, gsize end, ChasePictureNode *node, GString *options)
{
  char *place = NULL;
  gboolean at = FALSE;

  for (;;)
    {
      char c;

      reader->at = chase_tex_skip_blanks (reader->text, reader->at, end);
      c = reader->at < end ? reader->text[reader->at] : '\0';
      if (c == '[')
        {
          g_autofree char *list = read_inside (reader, end);

          g_string_append_printf (options, "%s%s", options->len > 0 ? ", " : "", list);
        }
      else if (c == '(' && at)
        {
          g_free (place);
          place = read_inside (reader, end);
          at = FALSE;
        }
      else if (c == '(')
        {
          g_free (node->name);
          node->name = read_inside (reader, end);
        }
      else if (at_word (reader, end, "at"))
        {
          at = TRUE;
          reader->at += strlen ("at");
        }
      else
        return place;
    }
}

/* Gives @node its place, by its options, of which it keeps the others, or by @place. FALSE where
 * that is not known. */
static gboolean
find_place (const Reader *reader, ChasePictureNode *node, const char *options, const char *place,
            const ChasePicturePoint *here)
{
  const ChasePictureFrame *frame = &reader->frames[reader->depth];
  gboolean placed;

  node->options = chase_picture_place (reader->nodes, frame, options, &node->point, &placed);
  if (place != NULL)
    return chase_picture_find_point (reader->nodes, frame, place, &node->point) || placed;
  /* The first node of many a picture says nothing, and stands at the origin. */
  if (!placed)
    node->point = here != NULL ? *here : frame->shift;
  return TRUE;
}

/* The rest of a node, behind the word for it. @here: where the path is that it stands on, or NULL.
 */
static void
read_node (Reader *reader, gsize start, gsize end, gboolean coordinate,
           const ChasePicturePoint *here)
{
  ChasePictureNode *node = g_new0 (ChasePictureNode, 1);
  g_autoptr (GString) options = g_string_new (NULL);
  g_autofree char *place = read_head (reader, end, node, options);

  if (reader->at < end && reader->text[reader->at] == '{' && !coordinate)
    {
      g_autofree char *text = read_inside (reader, end);

      node->math = chase_picture_math (text);
    }
  node->start = start;
  node->stop = reader->at;
  if (!find_place (reader, node, options->str, place, here) || (node->math == NULL && !coordinate)
      || reader->nodes->all->len >= NODES_MAX)
    {
      node_free (node);
      return;
    }
  g_ptr_array_add (reader->nodes->all, node);
  take_name (reader, node, place);
}

/* The nodes with names on a path, each behind the coordinate where it stands. */
static void
read_path (Reader *reader, gsize end)
{
  ChasePicturePoint point = { 0.0, 0.0 };
  gboolean known = FALSE;

  while (reader->at < end)
    {
      gsize start = reader->at = chase_tex_skip_blanks (reader->text, reader->at, end);
      gboolean node = at_word (reader, end, "node");

      if (start >= end)
        break;
      if (node || at_word (reader, end, "coordinate"))
        {
          reader->at += strlen (node ? "node" : "coordinate");
          if (known)
            read_node (reader, start, end, !node, &point);
        }
      else if (reader->text[start] == '(')
        {
          g_autofree char *inside = read_inside (reader, end);

          known = strpbrk (inside, ",:") != NULL
                  && chase_picture_find_point (reader->nodes, &reader->frames[reader->depth],
                                               inside, &point);
        }
      else
        {
          known = FALSE;
          reader->at
              = reader->text[start] == '{'    ? chase_tex_skip_group (reader->text, start, end)
                : reader->text[start] == '['  ? chase_tex_skip_bracket (reader->text, start, end)
                : reader->text[start] == '\\' ? chase_tex_skip_command (reader->text, start, end)
                                              : start + 1;
        }
    }
}

/* FALSE where no scope begins or ends here. */
static gboolean
read_scope (Reader *reader)
{
  static const char begin[] = "\\begin{scope}";
  static const char end[] = "\\end{scope}";
  g_autofree char *options = NULL;

  if (chase_tex_at (reader->text, reader->at, reader->end, end))
    {
      reader->at += strlen (end);
      if (reader->skipped > 0)
        reader->skipped--;
      else if (reader->depth > 0)
        reader->depth--;
      return TRUE;
    }
  if (!chase_tex_at (reader->text, reader->at, reader->end, begin))
    return FALSE;
  reader->at = chase_tex_skip_blanks (reader->text, reader->at + strlen (begin), reader->end);
  if (reader->at < reader->end && reader->text[reader->at] == '[')
    options = read_inside (reader, reader->end);
  if (reader->depth + 1 >= SCOPES_MAX)
    {
      reader->skipped++;
      return TRUE;
    }
  reader->frames[reader->depth + 1] = reader->frames[reader->depth];
  reader->depth++;
  if (options != NULL)
    chase_picture_frame_apply (&reader->frames[reader->depth], options);
  return TRUE;
}

static void
read_statement (Reader *reader)
{
  static const char *const paths[] = { "\\path", "\\draw" };
  gsize start = reader->at;
  gsize stop;

  if (read_scope (reader))
    return;
  reader->at = chase_tex_styles_read (reader->source->styles, reader->text, start, reader->end);
  if (reader->at > start)
    return;
  stop = chase_picture_skip_statement (reader->text, start, reader->end);
  if (chase_tex_at_command (reader->text, start, stop, "\\node"))
    {
      reader->at += strlen ("\\node");
      read_node (reader, start, stop, FALSE, NULL);
    }
  else if (chase_tex_at_command (reader->text, start, stop, "\\coordinate"))
    {
      reader->at += strlen ("\\coordinate");
      read_node (reader, start, stop, TRUE, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    if (chase_tex_at_command (reader->text, start, stop, paths[i]))
      {
        reader->at += strlen (paths[i]);
        read_path (reader, stop);
      }
  reader->at = stop;
}

static gboolean
is_turned (const Reader *reader)
{
  return reader->frames[reader->depth].turned;
}

ChasePictureNodes *
chase_picture_nodes_read (ChaseSource *source, gsize start, gsize end)
{
  ChasePictureNodes *nodes = g_new0 (ChasePictureNodes, 1);
  Reader reader
      = { .source = source, .text = source->text, .at = start, .end = end, .nodes = nodes };
  guint named = 0;

  nodes->all = g_ptr_array_new_with_free_func (node_free);
  nodes->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  chase_picture_frame_init (&reader.frames[0]);
  reader.at = chase_tex_skip_blanks (source->text, start, end);
  if (reader.at < end && source->text[reader.at] == '[')
    {
      g_autofree char *options = read_inside (&reader, end);

      chase_picture_frame_apply (&reader.frames[0], options);
    }
  for (;;)
    {
      reader.at = chase_tex_skip_blanks (reader.text, reader.at, end);
      if (reader.at >= end || is_turned (&reader) || nodes->all->len >= NODES_MAX)
        break;
      read_statement (&reader);
    }
  for (guint i = 0; i < nodes->all->len; i++)
    {
      const ChasePictureNode *node = g_ptr_array_index (nodes->all, i);

      named += node->name != NULL && node->math != NULL;
    }
  if (named >= 2 && !is_turned (&reader) && nodes->all->len < NODES_MAX)
    return nodes;
  chase_picture_nodes_free (nodes);
  return NULL;
}
