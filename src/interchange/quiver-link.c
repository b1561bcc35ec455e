/* SPDX-License-Identifier: MIT */
#include "interchange/quiver-private.h"

#include <string.h>

#include "i18n.h"

/* How far back from its `q=` an address may begin. */
#define SITE_MAX 300

/* A link in the text: from its scheme (or host) to its end, and its parts. */
typedef struct
{
  gsize start;
  gsize end;
  gboolean known_site; /* the site calls itself quiver */
  char *payload;       /* percent-decoded; owned */
  GString *parameters; /* all the others, as written */
} Link;

static void
link_clear (Link *link)
{
  g_free (link->payload);
  if (link->parameters != NULL)
    g_string_free (link->parameters, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Link, link_clear)

static gboolean
ends_address (char c)
{
  return (guint8)c <= ' ' || strchr ("\"<>{}`|^", c) != NULL;
}

/* In LaTeX the characters that an address needs carry a backslash. */
static gboolean
is_escaped (const ChaseSource *source, gsize at)
{
  return source->text[at] == '\\' && at + 1 < source->length
         && strchr ("#%&_~", source->text[at + 1]) != NULL && source->text[at + 1] != '\0';
}

/* Finds the end of the address that begins at @start; what ends a sentence or a quotation is not
 * part of it. */
static gsize
find_end (const ChaseSource *source, gsize start, gsize at)
{
  gint round = 0, square = 0;
  gboolean quoted = start > 0 && source->text[start - 1] == '\'';

  for (; at < source->length && !ends_address (source->text[at]); at++)
    {
      char c = source->text[at];

      if ((c == '\\' && !is_escaped (source, at)) || (c == '\'' && quoted))
        break;
      round += (c == '(') - (c == ')');
      square += (c == '[') - (c == ']');
      if (round < 0 || square < 0 || (c == ']' && square == 0))
        break;
    }
  while (at > start && strchr (".,;:!?", source->text[at - 1]) != NULL)
    at--;
  return at;
}

static gsize
find_start (const ChaseSource *source, gsize least, gsize at)
{
  gsize far = at > SITE_MAX ? at - SITE_MAX : 0;

  least = MAX (least, far);
  while (at > least && !ends_address (source->text[at - 1])
         && strchr ("()[]'", source->text[at - 1]) == NULL)
    at--;
  return at;
}

/* Percent-decodes; what is no escape stays. Bytes that are no UTF-8 are mended. */
static char *
percent_decode (const char *text, gsize length)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    if (text[i] == '%' && i + 2 < length && g_ascii_isxdigit (text[i + 1])
        && g_ascii_isxdigit (text[i + 2]))
      {
        g_string_append_c (out, (char)(16 * g_ascii_xdigit_value (text[i + 1])
                                       + g_ascii_xdigit_value (text[i + 2])));
        i += 2;
      }
    else
      g_string_append_c (out, text[i]);
  return g_utf8_make_valid (out->str, (gssize)strlen (out->str));
}

/* Returns the address without the escapes of LaTeX and HTML. */
static char *
unescape (const ChaseSource *source, gsize start, gsize end)
{
  GString *out = g_string_new (NULL);

  for (gsize i = start; i < end; i++)
    {
      if (is_escaped (source, i))
        continue;
      g_string_append_c (out, source->text[i]);
      if (source->text[i] == '&' && end - i > 4 && memcmp (source->text + i, "&amp;", 5) == 0)
        i += 4;
    }
  return g_string_free (out, FALSE);
}

static void
take_parameter (Link *link, const char *text, gsize length, gboolean query)
{
  if (length >= 2 && text[0] == 'q' && text[1] == '=')
    {
      if (link->payload != NULL && query)
        g_clear_pointer (&link->payload, g_free);
      if (link->payload == NULL)
        link->payload = percent_decode (text + 2, length - 2);
      return;
    }
  if (length == 0)
    return;
  if (link->parameters->len > 0)
    g_string_append_c (link->parameters, '&');
  g_string_append_len (link->parameters, text, (gssize)length);
}

static void
take_parameters (Link *link, const char *text, const char *end, gboolean query)
{
  while (text < end)
    {
      const char *stop = memchr (text, '&', (gsize)(end - text));

      if (stop == NULL)
        stop = end;
      take_parameter (link, text, (gsize)(stop - text), query);
      text = stop + 1;
    }
}

/* The site is what stands before the first `?` or `#`; a query counts more than a fragment. */
static void
split (Link *link, const char *address)
{
  const char *end = address + strlen (address);
  const char *hash = strchr (address, '#');
  const char *stop = hash != NULL ? hash : end;
  const char *question = memchr (address, '?', (gsize)(stop - address));
  g_autofree char *site = g_ascii_strdown (address, (question != NULL ? question : stop) - address);

  link->known_site = strstr (site, "uiver") != NULL;
  link->parameters = g_string_new (NULL);
  if (hash != NULL)
    take_parameters (link, hash + 1, end, FALSE);
  if (question != NULL)
    take_parameters (link, question + 1, stop, TRUE);
}

static int
base64_value (char c)
{
  if (g_ascii_isupper (c))
    return c - 'A';
  if (g_ascii_islower (c))
    return c - 'a' + 26;
  if (g_ascii_isdigit (c))
    return c - '0' + 52;
  if (c == '+' || c == '-' || c == ' ')
    return 62;
  return c == '/' || c == '_' ? 63 : -1;
}

/* Decodes either alphabet, padded or not. Returns NULL, with the place, for a character of neither.
 */
static GString *
base64_decode (const char *text, gsize *at)
{
  GString *out = g_string_new (NULL);
  guint32 bits = 0;
  guint n = 0;

  for (*at = 0; text[*at] != '\0' && text[*at] != '='; (*at)++)
    {
      int value = base64_value (text[*at]);

      if (value < 0)
        {
          g_string_free (out, TRUE);
          return NULL;
        }
      bits = (bits << 6 | (guint32)value) & 0xffffff;
      n += 6;
      if (n < 8)
        continue;
      n -= 8;
      g_string_append_c (out, (char)(bits >> n & 0xff));
    }
  return out;
}

static gboolean
begins_array (const GString *text)
{
  gsize i = 0;

  while (i < text->len && g_ascii_isspace (text->str[i]))
    i++;
  return i < text->len && text->str[i] == '[';
}

/* Reads the payload of @link; also one that is the JSON itself, percent-encoded. */
static GString *
decode (const Link *link, gsize *at)
{
  *at = 0;
  if (link->payload[0] == '[')
    return g_string_new (link->payload);
  return base64_decode (link->payload, at);
}

/* Finds the next `q=` that begins a parameter, at or after @at. */
static gboolean
find_parameter (const ChaseSource *source, gsize at, gsize end, gsize *found)
{
  while (at < end)
    {
      const char *p = memchr (source->text + at, 'q', end - at);

      if (p == NULL)
        return FALSE;
      at = (gsize)(p - source->text);
      if (at > 0 && at + 1 < end && p[1] == '=' && strchr ("#?&;", p[-1]) != NULL && p[-1] != '\0')
        {
          *found = at;
          return TRUE;
        }
      at++;
    }
  return FALSE;
}

static gboolean
find_link (const ChaseSource *source, gsize offset, gsize end, Link *link)
{
  g_autofree char *address = NULL;
  gsize at;

  if (!find_parameter (source, offset, end, &at))
    return FALSE;
  link->start = find_start (source, offset, at);
  link->end = find_end (source, link->start, at);
  address = unescape (source, link->start, link->end);
  split (link, address);
  return TRUE;
}

static ChaseSketch *
read_payload (ChaseSource *source, const Link *link)
{
  ChaseQuiverPlace place = { source, link->start, link->end - link->start, TRUE };
  g_autoptr (ChaseJson) json = NULL;
  g_autoptr (GString) text = NULL;
  const char *message = NULL;
  gsize at;

  if (*link->payload == '\0')
    return chase_sketch_new ();
  text = decode (link, &at);
  if (text == NULL)
    {
      chase_source_error (source, place.offset, place.bytes, "copy the whole link again",
                          "this quiver link is damaged: character %zu"
                          " of what follows q= is not base64",
                          at + 1);
      return NULL;
    }
  json = chase_json_parse (text->str, text->len, NULL, &at, &message);
  if (json != NULL)
    return chase_quiver_read_array (&place, json);
  chase_source_error (source, place.offset, place.bytes,
                      at >= text->len ? _ ("its end seems to be cut off: copy the whole link again")
                                      : NULL,
                      "this quiver link is damaged: at byte %zu of its JSON, %s", at + 1, message);
  return NULL;
}

/* Is it quiver's at all? A `?q=` stands in the address of many a page. */
static gboolean
is_quiver (const Link *link)
{
  g_autoptr (GString) text = NULL;
  gsize at;

  if (link->payload == NULL)
    return FALSE;
  if (link->known_site)
    return TRUE;
  text = decode (link, &at);
  return text != NULL && begins_array (text);
}

ChaseSketch *
chase_quiver_next_link (ChaseSource *source, gsize offset, gsize end, gsize *next)
{
  g_auto (Link) link = { 0 };
  ChaseSketch *sketch;

  *next = end;
  if (!find_link (source, offset, end, &link))
    return NULL;
  *next = MAX (link.end, offset + 1);
  if (!is_quiver (&link))
    return NULL;
  sketch = read_payload (source, &link);
  if (sketch == NULL)
    return NULL;
  sketch->line = chase_source_line (source, link.start);
  if (link.parameters->len > 0)
    g_ptr_array_add (sketch->notes, g_strconcat ("quiver: ", link.parameters->str, NULL));
  return sketch;
}

/* A payload alone, without the link around it. */
static ChaseSketch *
read_bare (ChaseSource *source)
{
  g_autofree char *text = g_strndup (source->text, source->length);
  g_auto (Link) link = { .end = source->length };
  g_autoptr (GString) decoded = NULL;
  gsize at;

  link.payload = g_strdup (g_strstrip (text));
  decoded = decode (&link, &at);
  return decoded != NULL && begins_array (decoded) ? read_payload (source, &link) : NULL;
}

void
chase_quiver_read_links (ChaseSource *source, GPtrArray *sketches)
{
  guint before = sketches->len;
  ChaseSketch *sketch;
  gsize next = 0;

  while (next < source->length)
    {
      sketch = chase_quiver_next_link (source, next, source->length, &next);
      if (sketch != NULL)
        g_ptr_array_add (sketches, sketch);
    }
  if (sketches->len > before || source->reports > 0)
    return;
  sketch = read_bare (source);
  if (sketch != NULL)
    g_ptr_array_add (sketches, sketch);
  else
    chase_source_error (source, 0, 1, NULL, "there is no quiver link in this text");
}

gboolean
chase_quiver_has_link (const char *text, gsize length)
{
  ChaseSource source;
  gsize at = 0;

  chase_source_init (&source, text, length, NULL);
  while (at < length)
    {
      g_auto (Link) link = { 0 };

      if (!find_link (&source, at, length, &link))
        return FALSE;
      if (is_quiver (&link))
        return TRUE;
      at = MAX (link.end, at + 1);
    }
  return FALSE;
}

const char *
chase_quiver_get_parameters (const ChaseItem *item)
{
  const GPtrArray *above = item->comments.above;

  for (guint i = 0; above != NULL && i < above->len; i++)
    {
      const char *line = g_ptr_array_index (above, i);

      while (line != NULL && *line == ' ')
        line++;
      if (line != NULL && g_str_has_prefix (line, "quiver: "))
        return line + strlen ("quiver: ");
    }
  return NULL;
}

char *
chase_quiver_get_parameter (const char *text, const char *key)
{
  g_auto (GStrv) parts = g_strsplit (text, "&", -1);
  gsize n = strlen (key);

  for (guint i = 0; parts[i] != NULL; i++)
    if (strncmp (parts[i], key, n) == 0 && parts[i][n] == '=')
      return percent_decode (parts[i] + n + 1, strlen (parts[i] + n + 1));
  return NULL;
}
