/* SPDX-License-Identifier: MIT */
#include "interchange/interchange.h"

#include "interchange/dot-private.h"
#include "interchange/linked-private.h"
#include "interchange/quiver-private.h"
#include "interchange/tex-preamble-private.h"
#include "interchange/tex-unicode-private.h"
#include "interchange/tikz-private.h"
#include "interchange/verbatim-private.h"

#include <string.h>

#include "i18n.h"

typedef void (*Read) (ChaseSource *source, GPtrArray *sketches);
typedef void (*Write) (const ChaseDiagram *diagram, const ChaseInterchangeOptions *options,
                       GString *out, GPtrArray *problems);

/* Each diagram has a frame of its own, and stands in its middle. */
#define BEGIN_FRAME "\\begin{frame}\n\\centering\n"

/* What stands before and after all the diagrams of a standalone text. */
static void
open_tikzcd (const ChaseInterchangeOptions *options, const char *macros, GString *out)
{
  if (options->overlays)
    g_string_append (out, "\\documentclass{beamer}\n");
  else
    g_string_append (out, "\\documentclass[varwidth, border=4pt]{standalone}\n");
  g_string_append (out, "\\usepackage{amsmath, amssymb}\n");
  g_string_append (out, options->quiver_sty ? "\\usepackage{quiver}\n"
                                            : "\\usepackage{tikz-cd}\n"
                                              "\\usetikzlibrary{decorations.pathmorphing}\n");
  g_string_append_printf (out, "%s\\begin{document}\n", macros);
  if (options->overlays)
    g_string_append (out, BEGIN_FRAME);
}

static void
close_tikzcd (const ChaseInterchangeOptions *options, GString *out)
{
  if (options->overlays)
    g_string_append (out, "\\end{frame}\n");
  g_string_append (out, "\\end{document}\n");
}

static void
open_fletcher (const ChaseInterchangeOptions *options, const char *macros, GString *out)
{
  g_string_append (out, "#import \"@preview/fletcher:0.5.8\" as fletcher: diagram, node, edge\n"
                        "#set page(width: auto, height: auto, margin: 4pt)\n\n");
}

static void
write_json (const ChaseDiagram *diagram, const ChaseInterchangeOptions *options, GString *out,
            GPtrArray *problems)
{
  chase_quiver_write_json (diagram, out, problems);
}

static const struct
{
  const char *title;
  Read read;
  Write write;
  void (*open) (const ChaseInterchangeOptions *options, const char *macros, GString *out);
  void (*close) (const ChaseInterchangeOptions *options, GString *out);
} formats[] = {
  [CHASE_FORMAT_CHASE] = { N_ ("the notation of Arrowchase"), NULL, NULL },
  [CHASE_FORMAT_TIKZCD]
  = { "tikz-cd", chase_tex_read, chase_tikz_write, open_tikzcd, close_tikzcd },
  [CHASE_FORMAT_QUIVER_JSON] = { N_ ("quiver JSON"), chase_quiver_read_json, write_json },
  [CHASE_FORMAT_QUIVER_URL]
  = { N_ ("quiver link"), chase_quiver_read_links, chase_quiver_write_link },
  [CHASE_FORMAT_DOT] = { N_ ("Graphviz DOT"), chase_dot_read, chase_dot_write },
  [CHASE_FORMAT_FLETCHER]
  = { "fletcher", chase_fletcher_read, chase_fletcher_write, open_fletcher, NULL },
  [CHASE_FORMAT_ROCQ] = { "Rocq", NULL, NULL },
  [CHASE_FORMAT_LEAN] = { "Lean", NULL, NULL },
  [CHASE_FORMAT_SVG] = { "SVG", NULL, NULL },
  [CHASE_FORMAT_PNG] = { "PNG", NULL, NULL },
  [CHASE_FORMAT_PDF] = { "PDF", NULL, NULL },
  [CHASE_FORMAT_HTML] = { "HTML", chase_quiver_read_links, NULL },
  [CHASE_FORMAT_UNKNOWN] = { N_ ("unknown format"), NULL, NULL },
};

void
chase_interchange_options_init (ChaseInterchangeOptions *options)
{
  *options = (ChaseInterchangeOptions){ 0 };
}

const char *
chase_format_title (ChaseFormat format)
{
  return _ (formats[MIN (format, CHASE_FORMAT_UNKNOWN)].title);
}

gboolean
chase_format_can_read (ChaseFormat format)
{
  return formats[MIN (format, CHASE_FORMAT_UNKNOWN)].read != NULL;
}

gboolean
chase_format_can_write (ChaseFormat format)
{
  return formats[MIN (format, CHASE_FORMAT_UNKNOWN)].write != NULL;
}

/* Makes @stem a name of the notation: a letter, then letters, digits and `_`. */
static char *
stem_to_name (const char *stem)
{
  g_autofree char *valid = g_utf8_make_valid (stem != NULL && *stem != '\0' ? stem : "diagram", -1);
  GString *name = g_string_new (NULL);

  if (!g_unichar_isalpha (g_utf8_get_char (valid)))
    g_string_append (name, "diagram_");
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (name, c);
      else if (name->len == 0 || name->str[name->len - 1] != '_')
        g_string_append_c (name, '_');
    }
  while (name->len > 1 && name->str[name->len - 1] == '_')
    g_string_truncate (name, name->len - 1);
  return g_string_free (name, FALSE);
}

/* @wanted, numbered where it is taken. Caller frees. */
static char *
free_name (GHashTable *taken, const char *wanted)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (taken, wanted));
  char *name = g_strdup (wanted);

  while (g_hash_table_contains (taken, name))
    {
      g_free (name);
      name = g_strdup_printf ("%s_%u", wanted, ++n);
    }
  g_hash_table_replace (taken, g_strdup (wanted), GUINT_TO_POINTER (MAX (n, 1)));
  if (strcmp (name, wanted) != 0)
    g_hash_table_insert (taken, g_strdup (name), GUINT_TO_POINTER (1));
  return name;
}

/* A diagram and, before it, the categories that its groups are. */
static void
add_items (GPtrArray *items, GHashTable *taken, ChaseSketch *sketch, const char *name,
           gboolean drawing_only)
{
  g_autoptr (ChaseItem) diagram = NULL;

  chase_sketch_name_groups (sketch);
  diagram = chase_sketch_to_item (sketch, name, drawing_only);
  if (sketch->defined)
    chase_verbatim_seal (diagram);
  for (guint i = 0; sketch->groups != NULL && i < sketch->groups->len; i++)
    {
      const ChaseSketchGroup *group = g_ptr_array_index (sketch->groups, i);
      g_autofree char *wanted = stem_to_name (group->name);
      g_autofree char *own = free_name (taken, wanted);

      g_ptr_array_add (items, chase_sketch_group_to_item (group, own, diagram));
    }
  g_ptr_array_add (items, g_steal_pointer (&diagram));
}

/* Names the diagrams: what the text calls them, else @stem; numbered where that is taken. */
static ChaseDocument *
to_document (GPtrArray *sketches, const char *macros, const ChaseReadOptions *options)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_item_unref);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *fallback = stem_to_name (options->stem);

  if (macros != NULL)
    g_ptr_array_add (items, chase_item_new_macros (macros));
  for (guint i = 0; i < sketches->len; i++)
    {
      ChaseSketch *sketch = g_ptr_array_index (sketches, i);
      g_autofree char *own = sketch->labelled       ? g_strdup (sketch->name)
                             : sketch->name != NULL ? stem_to_name (sketch->name)
                                                    : NULL;
      g_autofree char *name = free_name (taken, own != NULL ? own : fallback);

      add_items (items, taken, sketch, name, options->drawing_only);
      /* What the document has is not held twice. */
      g_clear_pointer (&sketches->pdata[i], chase_sketch_free);
    }
  return chase_document_new_take (items, NULL);
}

ChaseDocument *
chase_interchange_read_with (ChaseFormat format, const char *text, gsize length,
                             const ChaseReadOptions *options, GPtrArray *problems)
{
  const ChaseReadOptions plain = { 0 };
  g_autoptr (GPtrArray) sketches
      = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_sketch_free);
  g_autofree char *macros = NULL;
  ChaseSource source;

  chase_source_init (&source, text, length, problems);
  if (chase_format_can_read (format))
    formats[format].read (&source, sketches);
  else
    chase_source_error (&source, 0, 1, NULL, "%s cannot be read", chase_format_title (format));
  macros = source.macros;
  chase_tex_styles_free (source.styles);
  return to_document (sketches, macros, options != NULL ? options : &plain);
}

ChaseDocument *
chase_interchange_read (ChaseFormat format, const char *text, gsize length, const char *stem,
                        GPtrArray *problems)
{
  const ChaseReadOptions options = { .stem = stem };

  return chase_interchange_read_with (format, text, length, &options, problems);
}

/* Keys that only quiver's package has, which an author's paper loads and few have installed. */
static gboolean
needs_quiver_sty (const char *text)
{
  static const char *const keys[] = { "curve=", "between=", "no body", "tail reversed", "2tail" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strstr (text, keys[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* LaTeX that was read and not changed since is written as it was, where nothing else is asked for.
 */
static gboolean
write_verbatim (ChaseFormat format, const ChaseDiagram *diagram,
                const ChaseInterchangeOptions *options, GString *out, GPtrArray *problems)
{
  g_autofree char *text = NULL;
  gboolean alone;

  if (format != CHASE_FORMAT_TIKZCD || options->fresh || options->cramped || options->centre
      || options->equation || options->overlays || options->quiver_sty)
    return FALSE;
  text = chase_verbatim_find (diagram, &alone);
  if (text == NULL || (options->standalone && needs_quiver_sty (text)))
    return FALSE;
  if (!alone && !options->standalone)
    chase_problems_warning (problems, 0, 0, 1, NULL,
                            "the LaTeX of %s needs definitions that stand in the file it comes "
                            "from; a standalone text has them, too",
                            diagram->item->name);
  g_string_append (out, text);
  return TRUE;
}

/* Returns whether it is LaTeX as it was read. */
static gboolean
write_one (ChaseFormat format, const ChaseDiagram *diagram, const ChaseInterchangeOptions *options,
           GString *out, GPtrArray *problems)
{
  gsize start;

  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
  if (write_verbatim (format, diagram, options, out, problems))
    return TRUE;
  start = out->len;
  formats[format].write (diagram, options, out, problems);
  if ((format == CHASE_FORMAT_TIKZCD || format == CHASE_FORMAT_FLETCHER) && !options->unlinked)
    chase_linked_add (format, diagram, options, start, out);
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
  return FALSE;
}

/* Closes the text, and opens it before @body where it is to stand alone. */
static char *
frame (ChaseFormat format, const ChaseInterchangeOptions *options, const char *macros,
       GString *body)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (!options->standalone || formats[format].open == NULL)
    return g_strdup (body->str);
  formats[format].open (options, macros, out);
  g_string_append_len (out, body->str, (gssize)body->len);
  if (out->len > 0 && out->str[out->len - 1] != '\n')
    g_string_append_c (out, '\n');
  if (formats[format].close != NULL)
    formats[format].close (options, out);
  return g_strdup (out->str);
}

static gboolean
check_format (ChaseFormat format, GPtrArray *problems)
{
  if (chase_format_can_write (format))
    return TRUE;
  chase_problems_error (problems, 0, 0, 1, NULL, "%s cannot be written",
                        chase_format_title (format));
  return FALSE;
}

static void
append_macros (const ChaseItem *item, GString *macros)
{
  g_autofree char *own = chase_interchange_get_macros (item);

  if (own == NULL || strstr (macros->str, own) != NULL)
    return;
  g_string_append (macros, own);
  if (!g_str_has_suffix (own, "\n"))
    g_string_append_c (macros, '\n');
}

/* Has the preamble load once what a word in @body needs. */
static void
ask_for (const GString *body, const char *word, const char *load, GString *macros)
{
  if (strstr (body->str, word) != NULL && strstr (macros->str, load) == NULL)
    g_string_append (macros, load);
}

static gboolean
append_diagram (ChaseFormat format, const ChaseDiagram *diagram,
                const ChaseInterchangeOptions *options, GString *body, GString *macros,
                GPtrArray *problems)
{
  gboolean kept;

  if (body->len > 0 && formats[format].open != NULL)
    g_string_append (body, body->str[body->len - 1] == '\n' ? "\n" : "\n\n");
  if (body->len > 0 && format == CHASE_FORMAT_TIKZCD && options->standalone && options->overlays)
    g_string_append (body, "\\end{frame}\n\n" BEGIN_FRAME);
  kept = write_one (format, diagram, options, body, problems);
  if (options->overlays)
    {
      ask_for (body, "{adjustbox}", "\\usepackage{adjustbox}\n", macros);
      ask_for (body, "bezier bounding box", "\\usetikzlibrary{bbox}\n", macros);
    }
  append_macros (diagram->item, macros);
  return kept;
}

static void
begin_macros (const ChaseInterchangeOptions *options, GString *macros)
{
  if (options->macros == NULL)
    return;
  g_string_append (macros, options->macros);
  if (macros->len > 0 && macros->str[macros->len - 1] != '\n')
    g_string_append_c (macros, '\n');
}

static void
brace_signs (GString *text)
{
  g_autofree char *braced = chase_tex_brace_signs (text->str);

  g_string_assign (text, braced);
}

char *
chase_interchange_write_diagrams (ChaseFormat format, const GPtrArray *diagrams,
                                  const ChaseInterchangeOptions *options, GPtrArray *problems)
{
  const ChaseInterchangeOptions plain = { 0 };
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GString) macros = g_string_new (NULL);
  gboolean kept = FALSE;

  if (!check_format (format, problems))
    return NULL;
  options = options != NULL ? options : &plain;
  begin_macros (options, macros);
  for (guint i = 0; i < diagrams->len; i++)
    if (append_diagram (format, g_ptr_array_index (diagrams, i), options, body, macros, problems))
      kept = TRUE;
  if (format == CHASE_FORMAT_TIKZCD && options->standalone)
    {
      brace_signs (body);
      brace_signs (macros);
      chase_tex_settle (body->str, kept, macros);
      chase_tex_prepare (body->str, macros);
    }
  return frame (format, options, macros->str, body);
}

char *
chase_interchange_write_diagram (ChaseFormat format, const ChaseDiagram *diagram,
                                 const ChaseInterchangeOptions *options, GPtrArray *problems)
{
  g_autoptr (GPtrArray) diagrams = g_ptr_array_new ();

  g_ptr_array_add (diagrams, (gpointer)diagram);
  return chase_interchange_write_diagrams (format, diagrams, options, problems);
}

char *
chase_interchange_write (ChaseFormat format, const ChaseDocument *document, const ChaseItem *item,
                         const ChaseInterchangeOptions *options, GPtrArray *problems)
{
  g_autoptr (GPtrArray) diagrams
      = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_diagram_unref);
  g_autofree char *macros = chase_document_dup_macros (document);
  ChaseInterchangeOptions own = { 0 };

  if (options != NULL)
    own = *options;
  if (own.macros == NULL)
    own.macros = macros;
  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      ChaseItem *present = chase_document_get_item (document, i);

      if (present->kind != CHASE_ITEM_DIAGRAM || (item != NULL && item != present))
        continue;
      if (present->view != CHASE_VIEW_NONE)
        chase_problems_error (problems, present->line, present->column, 1, NULL,
                              "diagram %s is computed, and was not", present->name);
      else
        g_ptr_array_add (diagrams, chase_diagram_new (document, present, NULL));
    }
  return chase_interchange_write_diagrams (format, diagrams, &own, problems);
}

char *
chase_interchange_get_macros (const ChaseItem *item)
{
  const char *parameters = chase_quiver_get_parameters (item);

  return parameters != NULL ? chase_quiver_get_parameter (parameters, "macros") : NULL;
}
