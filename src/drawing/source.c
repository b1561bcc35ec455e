/* SPDX-License-Identifier: MIT */
#include "drawing/source.h"

#include <math.h>
#include <string.h>

#define SVG_OPEN "<chase:source xmlns:chase=\"urn:arrowchase:source\" encoding=\""
#define SVG_CLOSE "</chase:source>"
/* Only the id tells the page of this program from others. */
#define HTML_OPEN "<pre id=\"chase-source\" data-encoding=\""
#define HTML_CLOSE "</pre>"
#define PNG_KEYWORD "arrowchase-source"
#define PDF_OPEN "<< /Type /EmbeddedFile /Subtype /text#2Fx-arrowchase /Length "

/* Where @needle is in the bytes, or NULL. */
static const char *
find (const char *data, gsize size, const char *needle)
{
  gsize length = strlen (needle);

  for (const char *p = data; size - (gsize)(p - data) >= length; p++)
    {
      p = memchr (p, needle[0], size - (gsize)(p - data) - length + 1);
      if (p == NULL)
        return NULL;
      if (memcmp (p, needle, length) == 0)
        return p;
    }
  return NULL;
}

static gboolean
is_plain_xml (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c < 32 && c != '\n' && c != '\t') || c == 127 || c == 0xfffe || c == 0xffff)
        return FALSE;
    }
  return TRUE;
}

/* Appends @source behind an open attribute that says how it is encoded, and closes the tag. */
static void
append_encoded (GString *out, const char *source)
{
  if (is_plain_xml (source))
    {
      g_string_append (out, "text\">");
      for (const char *p = source; *p != '\0'; p++)
        if (*p == '<')
          g_string_append (out, "&lt;");
        else if (*p == '>')
          g_string_append (out, "&gt;");
        else if (*p == '&')
          g_string_append (out, "&amp;");
        else
          g_string_append_c (out, *p);
    }
  else
    {
      g_autofree char *code = g_base64_encode ((const guchar *)source, strlen (source));

      g_string_append (out, "base64\">");
      g_string_append (out, code);
    }
}

void
chase_source_append_svg (GString *svg, const char *source)
{
  g_string_append (svg, "<metadata>\n" SVG_OPEN);
  append_encoded (svg, source);
  g_string_append (svg, SVG_CLOSE "\n</metadata>\n");
}

void
chase_source_append_html (GString *html, const char *source)
{
  g_string_append (html, "<details>\n<summary>The source</summary>\n" HTML_OPEN);
  append_encoded (html, source);
  g_string_append (html, HTML_CLOSE "\n</details>\n");
}

static char *
unescape (const char *text, gsize size)
{
  static const char *const entities[] = { "&lt;", "&gt;", "&amp;", "&quot;", "&apos;" };
  static const char meanings[] = "<>&\"'";
  GString *out = g_string_sized_new (size);

  for (gsize i = 0; i < size;)
    {
      guint e;

      for (e = 0; e < G_N_ELEMENTS (entities); e++)
        if (size - i >= strlen (entities[e])
            && strncmp (text + i, entities[e], strlen (entities[e])) == 0)
          break;
      if (e < G_N_ELEMENTS (entities))
        {
          g_string_append_c (out, meanings[e]);
          i += strlen (entities[e]);
        }
      else
        g_string_append_c (out, text[i++]);
    }
  return g_string_free (out, FALSE);
}

/* What append_encoded () wrote between @open and @close, or NULL. */
static char *
find_encoded (const char *data, gsize size, const char *open, const char *close)
{
  const char *start = find (data, size, open), *text, *end;
  gsize left;

  if (start == NULL)
    return NULL;
  start += strlen (open);
  left = size - (gsize)(start - data);
  text = memchr (start, '>', left);
  end = text != NULL ? find (text, size - (gsize)(text - data), close) : NULL;
  if (end == NULL)
    return NULL;
  text++;
  if (left >= 6 && strncmp (start, "base64", 6) == 0)
    {
      g_autofree char *code = g_strndup (text, (gsize)(end - text));
      gsize length;
      g_autofree guchar *bytes = g_base64_decode (code, &length);

      return g_strndup ((char *)bytes, length);
    }
  return unescape (text, (gsize)(end - text));
}

char *
chase_source_find_svg (const char *data, gsize size)
{
  return find_encoded (data, size, SVG_OPEN, SVG_CLOSE);
}

char *
chase_source_find_html (const char *data, gsize size)
{
  return find_encoded (data, size, HTML_OPEN, HTML_CLOSE);
}

/* PNG (third edition), annex D. */
static guint32
crc (guint32 value, const guint8 *data, gsize size)
{
  value = ~value;
  for (gsize i = 0; i < size; i++)
    {
      value ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        value = value & 1 ? 0xedb88320u ^ (value >> 1) : value >> 1;
    }
  return ~value;
}

static void
append_number (GByteArray *bytes, guint32 number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *)&big, 4);
}

static void
append_chunk (GByteArray *png, const char *type, const guint8 *data, gsize size)
{
  append_number (png, (guint32)size);
  g_byte_array_append (png, (const guint8 *)type, 4);
  g_byte_array_append (png, data, (guint)size);
  append_number (png, crc (crc (0, (const guint8 *)type, 4), data, size));
}

/* iTXt: keyword, 0, not compressed, method 0, no language, no translated keyword, text. */
static void
append_text (GByteArray *png, const char *keyword, const char *text)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  const guint8 zeros[5] = { 0 };

  if (text == NULL || *text == '\0')
    return;
  g_byte_array_append (data, (const guint8 *)keyword, (guint)strlen (keyword));
  g_byte_array_append (data, zeros, 5);
  g_byte_array_append (data, (const guint8 *)text, (guint)strlen (text));
  append_chunk (png, "iTXt", data->data, data->len);
}

static void
append_resolution (GByteArray *png, double dpi)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  const guint8 per_metre = 1;
  guint32 density = (guint32)lround (dpi / 0.0254);

  append_number (data, density);
  append_number (data, density);
  g_byte_array_append (data, &per_metre, 1);
  append_chunk (png, "pHYs", data->data, data->len);
}

/* The signature, and IHDR with its 13 bytes. */
#define PNG_HEAD (8 + 12 + 13)

GBytes *
chase_source_add_png (GByteArray *png, const char *title, const char *description,
                      const char *source, double dpi)
{
  GByteArray *out = g_byte_array_new ();

  g_return_val_if_fail (png->len > PNG_HEAD, NULL);
  g_byte_array_append (out, png->data, PNG_HEAD);
  append_resolution (out, dpi);
  append_text (out, "Title", title);
  append_text (out, "Description", description);
  append_text (out, PNG_KEYWORD, source);
  g_byte_array_append (out, png->data + PNG_HEAD, png->len - PNG_HEAD);
  g_byte_array_unref (png);
  return g_byte_array_free_to_bytes (out);
}

char *
chase_source_find_png (const guint8 *data, gsize size)
{
  gsize keyword = strlen (PNG_KEYWORD);

  for (gsize at = 8; at + 12 <= size;)
    {
      guint32 length;

      memcpy (&length, data + at, 4);
      length = GUINT32_FROM_BE (length);
      if (length > size - at - 12)
        return NULL;
      if (memcmp (data + at + 4, "iTXt", 4) == 0 && length >= keyword + 5
          && memcmp (data + at + 8, PNG_KEYWORD, keyword + 1) == 0)
        return g_strndup ((const char *)data + at + 8 + keyword + 5, length - keyword - 5);
      at += 12 + (gsize)length;
    }
  return NULL;
}

/* What cairo's trailer says. */
typedef struct
{
  guint64 xref;  /* offset of the table */
  guint64 size;  /* number of objects */
  guint64 root;  /* number of the catalogue */
  char *trailer; /* the entries of its dictionary */
  char *catalogue;
} PdfFile;

static guint64
number_after (const char *text, const char *key)
{
  const char *found = text != NULL ? strstr (text, key) : NULL;

  return found != NULL ? g_ascii_strtoull (found + strlen (key), NULL, 10) : 0;
}

/* The text between the next << after @start and the >> that closes it. */
static char *
dictionary_at (const char *start)
{
  const char *open = start != NULL ? strstr (start, "<<") : NULL;
  int depth = 0;

  for (const char *p = open; p != NULL && *p != '\0'; p++)
    if (strncmp (p, "<<", 2) == 0)
      {
        depth++;
        p++;
      }
    else if (strncmp (p, ">>", 2) == 0 && --depth == 0)
      return g_strndup (open + 2, (gsize)(p - open - 2));
    else if (strncmp (p, ">>", 2) == 0)
      p++;
  return NULL;
}

/* @tail is the end of the file as text; offsets count from the start of @pdf. */
static gboolean
read_pdf (const GByteArray *pdf, PdfFile *file)
{
  gsize tail_size = MIN (pdf->len, 2048);
  g_autofree char *tail = g_malloc0 (tail_size + 1);
  g_autofree char *entry = NULL, *object = NULL;
  const char *trailer;
  guint64 at;

  /* Fonts with their NULs may stand in it. */
  memcpy (tail, pdf->data + pdf->len - tail_size, tail_size);
  for (gsize i = 0; i < tail_size; i++)
    if (tail[i] == '\0')
      tail[i] = ' ';
  trailer = g_strrstr (tail, "trailer");
  file->trailer = dictionary_at (trailer);
  file->xref = number_after (trailer, "startxref\n");
  file->size = number_after (file->trailer, "/Size ");
  file->root = number_after (file->trailer, "/Root ");
  at = file->xref + strlen ("xref\n0 \n") + 20 * file->root;
  for (guint64 n = file->size; n > 0; n /= 10)
    at++;
  if (file->root == 0 || file->root >= file->size || at + 20 > pdf->len)
    return FALSE;
  entry = g_strndup ((char *)pdf->data + at, 20);
  at = g_ascii_strtoull (entry, NULL, 10);
  if (at == 0 || at >= pdf->len)
    return FALSE;
  object = g_strndup ((char *)pdf->data + at, MIN (pdf->len - at, 2048));
  if (g_ascii_strtoull (object, NULL, 10) != file->root)
    return FALSE;
  file->catalogue = dictionary_at (object);
  return file->catalogue != NULL && strstr (file->catalogue, "/Names") == NULL;
}

static void
append_update (GByteArray *pdf, const PdfFile *file, const char *source)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gsize size = strlen (source), offsets[3], base = pdf->len;
  guint64 stream = file->size, spec = file->size + 1;

  offsets[0] = base + out->len;
  g_string_append_printf (out, "%" G_GUINT64_FORMAT " 0 obj\n<<%s", file->root, file->catalogue);
  g_string_append_printf (out,
                          "\n   /Names << /EmbeddedFiles << /Names [ (source.chase) "
                          "%" G_GUINT64_FORMAT " 0 R ] >> >>\n   /AF [ %" G_GUINT64_FORMAT
                          " 0 R ]\n>>\nendobj\n",
                          spec, spec);
  offsets[1] = base + out->len;
  g_string_append_printf (out, "%" G_GUINT64_FORMAT " 0 obj\n" PDF_OPEN, stream);
  g_string_append_printf (
      out, "%" G_GSIZE_FORMAT " /Params << /Size %" G_GSIZE_FORMAT " >> >>\nstream\n", size, size);
  g_string_append_len (out, source, (gssize)size);
  g_string_append (out, "\nendstream\nendobj\n");
  offsets[2] = base + out->len;
  g_string_append_printf (out,
                          "%" G_GUINT64_FORMAT " 0 obj\n<< /Type /Filespec /F (source.chase) /UF "
                          "(source.chase)\n   /Desc (The diagram, for Arrowchase) "
                          "/AFRelationship /Source\n   /EF << /F %" G_GUINT64_FORMAT
                          " 0 R >> >>\nendobj\n",
                          spec, stream);
  {
    gsize xref = base + out->len;

    g_string_append_printf (out, "xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n",
                            file->root, offsets[0]);
    g_string_append_printf (out,
                            "%" G_GUINT64_FORMAT " 2\n%010" G_GSIZE_FORMAT
                            " 00000 n \n%010" G_GSIZE_FORMAT " 00000 n \n",
                            stream, offsets[1], offsets[2]);
    g_string_append_printf (
        out, "trailer\n<< /Size %" G_GUINT64_FORMAT " /Root %" G_GUINT64_FORMAT " 0 R",
        file->size + 2, file->root);
    if (number_after (file->trailer, "/Info ") > 0)
      g_string_append_printf (out, " /Info %" G_GUINT64_FORMAT " 0 R",
                              number_after (file->trailer, "/Info "));
    g_string_append_printf (
        out, " /Prev %" G_GUINT64_FORMAT " >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
        file->xref, xref);
  }
  g_byte_array_append (pdf, (const guint8 *)out->str, (guint)out->len);
}

void
chase_source_attach_pdf (GByteArray *pdf, const char *source)
{
  PdfFile file = { 0 };

  if (read_pdf (pdf, &file))
    append_update (pdf, &file, source);
  g_free (file.trailer);
  g_free (file.catalogue);
}

char *
chase_source_find_pdf (const char *data, gsize size)
{
  const char *start = find (data, size, PDF_OPEN), *stream;
  g_autofree char *digits = NULL;
  guint64 length;

  if (start == NULL)
    return NULL;
  start += strlen (PDF_OPEN);
  digits = g_strndup (start, MIN (size - (gsize)(start - data), 20));
  length = g_ascii_strtoull (digits, NULL, 10);
  stream = find (start, size - (gsize)(start - data), "stream\n");
  if (stream == NULL)
    return NULL;
  stream += strlen ("stream\n");
  if (length > size - (gsize)(stream - data))
    return NULL;
  return g_strndup (stream, length);
}
