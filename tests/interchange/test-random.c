/* SPDX-License-Identifier: MIT */
#include "vectors.h"

#include "drawing/export.h"
#include "interchange/grid-private.h"
#include "notation/notation.h"
#include "typeset/typeset.h"

#include <string.h>

static gboolean
one_in (GRand *rand, gint n)
{
  return g_rand_int_range (rand, 0, n) == 0;
}

static ChaseColour
some_colour (GRand *rand)
{
  static const ChaseColour colours[] = { { CHASE_COLOUR_HSL, { 0, 100, 50 }, 1.0 },
                                         { CHASE_COLOUR_HSL, { 240, 60, 60 }, 1.0 },
                                         { CHASE_COLOUR_HSL, { 120, 40, 30 }, 0.5 } };

  return one_in (rand, 2) ? (ChaseColour){ .kind = CHASE_COLOUR_NONE }
                          : colours[g_rand_int_range (rand, 0, G_N_ELEMENTS (colours))];
}

/* Labels as people write them, with all that a format may have a meaning of its own for. */
static char *
some_label (GRand *rand, guint i)
{
  static const char *const behind[] = { "\\substack{x\\\\y}",
                                        "\\text{K\\\"ahler}",
                                        "\\\\a",
                                        "\\\\",
                                        "\\text{a $x$ b}",
                                        "\\backslash",
                                        "\\%",
                                        "\\{x < y\\}",
                                        "\\text{\"no\", he said}",
                                        "\\begin{pmatrix}a & b\\\\c & d\\end{pmatrix}",
                                        "\\# \\$",
                                        "\\text{日本}",
                                        "\\N",
                                        "'^{-1}" };

  if (one_in (rand, 2))
    return g_strdup_printf ("L_{%u}", i);
  return g_strdup_printf ("L_{%u}%s", i, behind[g_rand_int_range (rand, 0, G_N_ELEMENTS (behind))]);
}

static void
add_labels (GRand *rand, ChaseStyle *style)
{
  static const char *const texts[]
      = { "\\sim", "a, b", "\"quoted\"", "x_{\\{1\\}}", "\\text{K\\\"a}", "\\substack{x\\\\y}" };

  for (gint n = g_rand_int_range (rand, 0, 3); n > 0; n--)
    {
      ChaseStyleLabel label;

      chase_style_label_init (&label);
      label.side = (ChaseLabelSide)g_rand_int_range (rand, CHASE_LABEL_LEFT, CHASE_LABEL_OVER + 1);
      label.at = g_rand_int_range (rand, 0, 11) / 10.0;
      label.sloped = one_in (rand, 3);
      label.gap = one_in (rand, 3) ? 2.0 : CHASE_STYLE_LABEL_GAP;
      label.colour = some_colour (rand);
      chase_style_add_label (style, texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))],
                             &label);
    }
}

static void
add_extras (GRand *rand, ChaseStyle *style)
{
  style->step = (guint)g_rand_int_range (rand, 0, 3);
  if (one_in (rand, 4))
    chase_style_set_extra (style, "tikz", "crossing over, line width=1pt");
  if (one_in (rand, 6))
    chase_style_set_extra (style, "wild", NULL);
  if (one_in (rand, 6))
    chase_style_set_extra (style, "frame", "\\text{\"all\"}\\mathcal{C}");
}

static void
bend_it (GRand *rand, ChaseStyle *style)
{
  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      style->curve = g_rand_int_range (rand, -5, 6) / 2.0;
      break;
    case 1:
      style->bend = 10.0 * g_rand_int_range (rand, -9, 10);
      break;
    case 2:
      style->has_out = style->has_in = TRUE;
      style->out = 15.0 * g_rand_int_range (rand, 0, 24);
      style->in = 15.0 * g_rand_int_range (rand, 0, 24);
      style->looseness = one_in (rand, 2) ? 1.0 : 2.5;
      break;
    default:
      break;
    }
}

/* Any of quiver's words, and of those that we have beyond them. */
static ChaseStyle *
some_style (GRand *rand, gboolean loop)
{
  ChaseStyle *style = chase_style_new ();

  if (one_in (rand, 8))
    style->form = (ChaseEdgeForm)g_rand_int_range (rand, 0, CHASE_EDGE_PUSHOUT + 1);
  style->body = (ChaseBody)g_rand_int_range (rand, 0, CHASE_BODY_BULLET_HOLLOW + 1);
  style->head = (ChaseHead)g_rand_int_range (rand, 0, CHASE_HEAD_MULTIMAP + 1);
  style->tail = (ChaseTail)g_rand_int_range (rand, 0, CHASE_TAIL_COIL_BOTTOM + 1);
  style->level = (guint)g_rand_int_range (rand, 0, 5);
  if (loop)
    {
      style->radius = g_rand_int_range (rand, 1, 6) * (one_in (rand, 2) ? 1.0 : -1.0);
      style->angle = 45.0 * g_rand_int_range (rand, -3, 5);
    }
  else
    bend_it (rand, style);
  style->offset = g_rand_int_range (rand, -5, 6) / 2.0;
  style->shorten_source = 10.0 * g_rand_int_range (rand, 0, 4);
  style->shorten_target = 10.0 * g_rand_int_range (rand, 0, 4);
  style->label_side = (ChaseLabelSide)g_rand_int_range (rand, 0, CHASE_LABEL_OVER + 1);
  style->label_at = g_rand_int_range (rand, 0, 11) / 10.0;
  style->label_gap = one_in (rand, 6) ? 12.0 : CHASE_STYLE_LABEL_GAP;
  style->label_sloped = one_in (rand, 6);
  style->colour = some_colour (rand);
  style->label_colour = some_colour (rand);
  style->source_midpoint = one_in (rand, 6);
  style->target_midpoint = one_in (rand, 6);
  add_labels (rand, style);
  add_extras (rand, style);
  return style;
}

static ChaseStyle *
some_node_style (GRand *rand)
{
  ChaseStyle *style = chase_style_new ();

  style->label_colour = some_colour (rand);
  style->colour = one_in (rand, 3) ? some_colour (rand) : style->colour;
  add_extras (rand, style);
  return style;
}

/* A diagram of random arrows, some between arrows, in random styles. */
static ChaseDocument *
random_diagram (guint32 seed, gboolean placed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  ChaseItem *item = chase_item_new (CHASE_ITEM_DIAGRAM);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_item_unref);
  guint n_nodes = (guint)g_rand_int_range (rand, 1, 7);
  guint n_edges = (guint)g_rand_int_range (rand, 0, 8);

  item->name = chase_name_new ("d");
  for (guint i = 0; i < n_nodes + n_edges; i++)
    {
      g_autofree char *name = g_strdup_printf ("x%u", i);
      g_autofree char *label = some_label (rand, i);
      ChaseStatement *statement
          = chase_statement_new (i < n_nodes ? CHASE_STATEMENT_NODE : CHASE_STATEMENT_ARROW);

      statement->name = chase_name_new (name);
      statement->label = chase_name_new (label);
      statement->has_position = placed && i < n_nodes;
      statement->x = placed ? i % 3 : 0;
      statement->y = placed ? i / 3 : 0;
      if (i >= n_nodes)
        {
          guint32 ends[2];
          gboolean higher;

          for (guint j = 0; j < 2; j++)
            {
              g_autofree char *end = NULL;

              ends[j] = (guint32)g_rand_int_range (
                  rand, 0, (gint)(g_rand_int_range (rand, 0, 4) == 0 ? i : n_nodes));
              end = g_strdup_printf ("x%u", ends[j]);
              *(j == 0 ? &statement->from : &statement->to) = chase_term_new_name (end);
            }
          higher = ends[0] >= n_nodes || ends[1] >= n_nodes;
          statement->level = higher ? 2 : 1;
          statement->style = some_style (rand, ends[0] == ends[1]);
        }
      else
        statement->style = some_node_style (rand);
      chase_item_take_statement (item, statement);
    }
  g_ptr_array_add (items, item);
  return chase_document_new_take (items, NULL);
}

/* What the defaults stand for: two heads of an epi, and so on. */
static ChaseStyle *
plain_style (const ChaseDiagram *diagram, const ChaseCell *cell)
{
  ChaseStyle *style = chase_style_copy (cell->style);

  style->head = chase_cell_head (cell);
  style->tail = chase_cell_tail (cell);
  if (style->level == cell->level)
    style->level = 0;
  if (style->bend != 0.0 || style->has_out || style->has_in)
    style->curve = 0.0;
  style->label_side = CHASE_LABEL_AUTO;
  /* A node has one colour, by either name. */
  if (cell->level == 0 && style->label_colour.kind == CHASE_COLOUR_NONE)
    style->label_colour = style->colour;
  if (cell->level == 0)
    style->colour = (ChaseColour){ .kind = CHASE_COLOUR_NONE };
  return style;
}

/* A colour of ours may come back as the same one in another form. */
static void
check_colour (const ChaseColour *a, const ChaseColour *b)
{
  double rgb[2][3];

  g_assert_cmpuint (a->kind == CHASE_COLOUR_NONE, ==, b->kind == CHASE_COLOUR_NONE);
  if (a->kind == CHASE_COLOUR_NONE)
    return;
  chase_colour_to_rgb (a, rgb[0]);
  chase_colour_to_rgb (b, rgb[1]);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (rgb[0][i], rgb[1][i], 0.011);
  g_assert_cmpfloat_with_epsilon (a->alpha, b->alpha, 0.01);
}

static void
check_cell (const ChaseDiagram *diagram, const ChaseCell *cell, const ChaseDiagram *again,
            const ChaseCell *found)
{
  g_autoptr (ChaseStyle) a = plain_style (diagram, cell);
  g_autoptr (ChaseStyle) b = plain_style (again, found);

  check_colour (&a->colour, &b->colour);
  check_colour (&a->label_colour, &b->label_colour);
  a->colour = b->colour;
  a->label_colour = b->label_colour;
  g_assert_cmpuint (chase_style_n_labels (a), ==, chase_style_n_labels (b));
  g_assert_true (chase_style_equal (a, b));
}

static const ChaseCell *
find_labelled (const ChaseDiagram *diagram, const char *label)
{
  guint32 i = 0;

  while (strcmp (chase_diagram_get_cell (diagram, i)->label, label) != 0)
    g_assert_cmpuint (++i, <, chase_diagram_n_cells (diagram));
  return chase_diagram_get_cell (diagram, i);
}

/* Where no object has a place, none gets one, nor a label a side. */
static void
check_unplaced (const ChaseDiagram *diagram, const ChaseDiagram *again)
{
  for (guint32 i = 0; i < chase_diagram_n_cells (diagram); i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      const ChaseCell *found = find_labelled (again, cell->label);

      g_assert_false (found->has_position);
      g_assert_cmpuint (found->style->label_side, ==, cell->style->label_side);
    }
}

/* Every cell of @diagram is in @again, with its label, its ends and all of its style. */
static void
check_cells (const ChaseDiagram *diagram, const ChaseDiagram *again)
{
  guint32 n = chase_diagram_n_cells (diagram);

  g_assert_cmpuint (n, ==, chase_diagram_n_cells (again));
  for (guint32 i = 0; i < n; i++)
    {
      const ChaseCell *cell = chase_diagram_get_cell (diagram, i);
      const ChaseCell *found = find_labelled (again, cell->label);

      check_cell (diagram, cell, again, found);
      if (i >= diagram->n_nodes)
        g_assert_cmpstr (chase_diagram_get_cell (diagram, cell->source)->label, ==,
                         chase_diagram_get_cell (again, found->source)->label);
    }
}

/* Written and read again, a diagram is the same: as quiver's JSON has it, our keys included, and
 * cell by cell. */
static void
check_format (ChaseFormat format, guint n, gboolean placed)
{
  for (guint32 seed = 0; seed < n; seed++)
    {
      g_autoptr (ChaseDocument) document = random_diagram (seed, placed);
      g_autofree char *before
          = chase_interchange_write (CHASE_FORMAT_QUIVER_JSON, document, NULL, NULL, NULL);
      g_autofree char *written = chase_interchange_write (format, document, NULL, NULL, NULL);
      g_autoptr (ChaseDocument) read = read_text (format, written, 1, NULL);
      g_autofree char *after
          = chase_interchange_write (CHASE_FORMAT_QUIVER_JSON, read, NULL, NULL, NULL);
      g_autoptr (ChaseDiagram) diagram
          = chase_diagram_new (document, chase_document_get_item (document, 0), NULL);
      g_autoptr (ChaseDiagram) again
          = chase_diagram_new (read, chase_document_nth (read, CHASE_ITEM_DIAGRAM, 0), NULL);

      if (strcmp (before, after) != 0)
        g_error ("seed %u\n%s\n%s\n%s", seed, before, written, after);
      g_test_message ("seed %u", seed);
      check_cells (diagram, again);
      if (!placed)
        check_unplaced (diagram, again);
    }
}

static void
test_json (void)
{
  check_format (CHASE_FORMAT_QUIVER_JSON, 1000, TRUE);
}

static void
test_links (void)
{
  check_format (CHASE_FORMAT_QUIVER_URL, 500, TRUE);
}

static void
test_tikzcd (void)
{
  check_format (CHASE_FORMAT_TIKZCD, 400, TRUE);
}

static void
test_dot (void)
{
  check_format (CHASE_FORMAT_DOT, 1000, TRUE);
}

static void
test_unplaced (void)
{
  check_format (CHASE_FORMAT_DOT, 300, FALSE);
}

static void
test_fletcher (void)
{
  check_format (CHASE_FORMAT_FLETCHER, 400, TRUE);
}

/* What is drawn and read again is the same document. */
static void
check_pictures (ChaseExportFormat format, guint n)
{
  g_autoptr (ChaseFonts) fonts = chase_fonts_new (NULL, NULL);
  ChaseExportOptions options;

  if (fonts == NULL)
    {
      g_test_skip ("there is no font here");
      return;
    }
  chase_export_options_init (&options);
  options.dpi = 24.0;
  for (guint32 seed = 0; seed < n; seed++)
    {
      g_autoptr (ChaseDocument) document = random_diagram (seed, TRUE);
      g_autofree char *text = chase_notation_print (document, CHASE_NOTATION_ASCII);
      g_autoptr (ChaseDiagram) diagram
          = chase_diagram_new (document, chase_document_get_item (document, 0), NULL);
      const ChaseExportPage page = { .diagram = diagram };
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *source = NULL;
      g_autoptr (ChaseDocument) again = NULL;

      options.source = text;
      bytes = chase_export (format, &page, 1, fonts, NULL, &options, NULL);
      g_assert_nonnull (bytes);
      source = chase_export_extract_source (bytes, NULL);
      g_assert_cmpstr (source, ==, text);
      again = chase_notation_parse (source, strlen (source), NULL);
      g_assert_true (chase_document_equal (document, again));
    }
}

static void
test_svg (void)
{
  check_pictures (CHASE_EXPORT_SVG, 60);
}

static void
test_png (void)
{
  check_pictures (CHASE_EXPORT_PNG, 30);
}

static void
test_pdf (void)
{
  check_pictures (CHASE_EXPORT_PDF, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/json", test_json);
  g_test_add_func ("/random/links", test_links);
  g_test_add_func ("/random/tikzcd", test_tikzcd);
  g_test_add_func ("/random/dot", test_dot);
  g_test_add_func ("/random/dot/unplaced", test_unplaced);
  g_test_add_func ("/random/fletcher", test_fletcher);
  g_test_add_func ("/random/svg", test_svg);
  g_test_add_func ("/random/png", test_png);
  g_test_add_func ("/random/pdf", test_pdf);
  return g_test_run ();
}
