/* SPDX-License-Identifier: MIT */
#include "samples.h"

#include <string.h>

static ChaseDiagram *
begin (const char *name)
{
  g_autoptr (ChaseItem) item = chase_item_new (CHASE_ITEM_DIAGRAM);

  item->name = chase_name_new (name);
  return chase_diagram_new_empty (item);
}

static guint32
node (ChaseDiagram *diagram, const char *label, double x, double y)
{
  return chase_diagram_add_node (diagram, label, TRUE, x, y, NULL);
}

static guint32
edge (ChaseDiagram *diagram, guint32 source, guint32 target, const char *label)
{
  return chase_diagram_add_edge (diagram, source, target, label, NULL);
}

static guint32
styled (ChaseDiagram *diagram, guint32 source, guint32 target, const char *label,
        const ChaseStyle *style)
{
  return chase_diagram_add_edge (diagram, source, target, label, style);
}

static ChaseStyle
plain (void)
{
  ChaseStyle style;

  chase_style_init (&style);
  return style;
}

static void
declare (ChaseDiagram *diagram, guint32 cell, ChaseProperty properties)
{
  g_array_index (diagram->cells, ChaseCell, cell).properties = properties;
}

static ChaseDiagram *
make_square (void)
{
  ChaseDiagram *d = begin ("square");
  guint32 a = node (d, "A", 0, 0), b = node (d, "B", 1, 0);
  guint32 c = node (d, "C", 0, 1), e = node (d, "D", 1, 1);

  edge (d, a, b, "f");
  edge (d, a, c, "g");
  edge (d, b, e, "h");
  edge (d, c, e, "k");
  return d;
}

static ChaseDiagram *
make_naturality (void)
{
  ChaseDiagram *d = begin ("naturality");
  guint32 a = node (d, "F(X)", 0, 0), b = node (d, "F(Y)", 1, 0);
  guint32 c = node (d, "G(X)", 0, 1), e = node (d, "G(Y)", 1, 1);

  edge (d, a, b, "F(f)");
  edge (d, a, c, "\\eta_X");
  edge (d, b, e, "\\eta_Y");
  edge (d, c, e, "G(f)");
  return d;
}

static ChaseDiagram *
make_wide (void)
{
  ChaseDiagram *d = begin ("wide");
  guint32 a = node (d, "\\mathrm{Hom}(A \\otimes B, C)", 0, 0);
  guint32 b = node (d, "\\mathrm{Hom}(A, [B, C])", 1, 0);
  guint32 c = node (d, "\\bigoplus_{i \\in I} A_i", 0, 1);
  guint32 e = node (d, "\\frac{A}{B}", 1, 1);

  edge (d, a, b, "\\text{currying, natural in all}");
  edge (d, a, c, "\\varphi");
  edge (d, b, e, "\\psi_{A,B}^{-1}");
  edge (d, c, e, "\\pi");
  return d;
}

static ChaseDiagram *
make_cube (void)
{
  ChaseDiagram *d = begin ("cube");
  const char *const labels[] = { "A", "B", "C", "D", "A'", "B'", "C'", "D'" };
  const double places[][2]
      = { { 0, 0 }, { 2, 0 }, { 0, 2 }, { 2, 2 }, { 1, 1 }, { 3, 1 }, { 1, 3 }, { 3, 3 } };
  guint32 n[8];

  for (guint i = 0; i < 8; i++)
    n[i] = node (d, labels[i], places[i][0], places[i][1]);
  edge (d, n[0], n[1], "f");
  edge (d, n[0], n[2], "g");
  edge (d, n[1], n[3], "h");
  edge (d, n[2], n[3], "k");
  edge (d, n[4], n[5], "f'");
  edge (d, n[4], n[6], "g'");
  edge (d, n[5], n[7], "h'");
  edge (d, n[6], n[7], "k'");
  edge (d, n[0], n[4], "a");
  edge (d, n[1], n[5], "b");
  edge (d, n[2], n[6], "c");
  edge (d, n[3], n[7], "d");
  return d;
}

static void
add_row (ChaseDiagram *d, guint32 cells[][2], guint n)
{
  for (guint i = 0; i < n; i++)
    {
      cells[i][0] = node (d, "A", i / 6 * 1.0, i % 6 * 0.5);
      cells[i][1] = node (d, "B", i / 6 * 1.0 + 0.75, i % 6 * 0.5);
    }
}

static ChaseDiagram *
make_heads (void)
{
  ChaseDiagram *d = begin ("heads");
  const ChaseHead heads[]
      = { CHASE_HEAD_ARROW,       CHASE_HEAD_NONE,           CHASE_HEAD_EPI,
          CHASE_HEAD_HARPOON_TOP, CHASE_HEAD_HARPOON_BOTTOM, CHASE_HEAD_MULTIMAP };
  guint32 ends[24][2];

  add_row (d, ends, 24);
  for (guint i = 0; i < 24; i++)
    {
      ChaseStyle style = plain ();

      style.head = heads[i % 6];
      style.level = 1 + i / 6;
      styled (d, ends[i][0], ends[i][1], "", &style);
    }
  return d;
}

static ChaseDiagram *
make_tails (void)
{
  ChaseDiagram *d = begin ("tails");
  const ChaseTail tails[]
      = { CHASE_TAIL_NONE,        CHASE_TAIL_MONO,  CHASE_TAIL_MAPS_TO,  CHASE_TAIL_HOOK_TOP,
          CHASE_TAIL_HOOK_BOTTOM, CHASE_TAIL_ARROW, CHASE_TAIL_COIL_TOP, CHASE_TAIL_COIL_BOTTOM };
  guint32 ends[24][2];

  add_row (d, ends, 24);
  for (guint i = 0; i < 24; i++)
    {
      ChaseStyle style = plain ();

      style.tail = tails[i % 8];
      style.level = 1 + i / 8;
      styled (d, ends[i][0], ends[i][1], "", &style);
    }
  return d;
}

static ChaseDiagram *
make_bodies (void)
{
  ChaseDiagram *d = begin ("bodies");
  const ChaseBody bodies[]
      = { CHASE_BODY_SOLID,        CHASE_BODY_DASHED,        CHASE_BODY_DOTTED,
          CHASE_BODY_SQUIGGLY,     CHASE_BODY_BARRED,        CHASE_BODY_DOUBLE_BARRED,
          CHASE_BODY_BULLET_SOLID, CHASE_BODY_BULLET_HOLLOW, CHASE_BODY_NONE };
  guint32 ends[24][2];

  add_row (d, ends, 24);
  for (guint i = 0; i < 24; i++)
    {
      ChaseStyle style = plain ();

      style.body = bodies[i % 9];
      style.level = 1 + i / 9;
      styled (d, ends[i][0], ends[i][1], i % 2 == 0 ? "f" : "", &style);
    }
  return d;
}

static ChaseDiagram *
make_labels (void)
{
  ChaseDiagram *d = begin ("labels");
  const ChaseLabelSide sides[] = { CHASE_LABEL_AUTO, CHASE_LABEL_LEFT, CHASE_LABEL_CENTRE,
                                   CHASE_LABEL_RIGHT, CHASE_LABEL_OVER };

  guint32 n[20];

  for (guint i = 0; i < 20; i++)
    n[i] = node (d, (const char *[]){ "A", "B", "X", "Y" }[i % 4], i % 4,
                 0.75 * (i / 4) + (i % 4 == 3 ? 0.5 : 0));
  for (guint i = 0; i < 5; i++)
    {
      ChaseStyle style = plain ();

      style.label_side = sides[i];
      style.label_at = 0.2 + 0.15 * i;
      styled (d, n[4 * i], n[4 * i + 1], "fg", &style);
      style.level = 2;
      style.label_at = 0.5;
      styled (d, n[4 * i + 2], n[4 * i + 3], "\\alpha", &style);
    }
  return d;
}

static ChaseDiagram *
make_curves (void)
{
  ChaseDiagram *d = begin ("curves");
  guint32 a = node (d, "A", 0, 1), b = node (d, "B", 2, 1);
  guint32 c = node (d, "C", 3, 0), e = node (d, "D", 4, 2);

  for (int i = -5; i <= 5; i += 2)
    {
      ChaseStyle style = plain ();

      style.curve = i;
      style.label_side = i > 3 ? CHASE_LABEL_CENTRE : CHASE_LABEL_AUTO;
      styled (d, a, b, i % 3 ? "\\varphi_i" : "\\psi", &style);
    }
  for (int i = -2; i <= 2; i += 2)
    {
      ChaseStyle style = plain ();

      style.offset = 2 * i;
      style.body = i == 0 ? CHASE_BODY_DASHED : CHASE_BODY_SQUIGGLY;
      style.shorten_source = 10 + 5 * i;
      styled (d, c, e, i == 0 ? "" : "u", &style);
    }
  return d;
}

static ChaseDiagram *
make_loops (void)
{
  ChaseDiagram *d = begin ("loops");

  for (guint i = 0; i < 8; i++)
    node (d, i % 2 ? "F(X)" : "A", i % 4, i / 4 * 1.2);
  for (guint i = 0; i < 8; i++)
    {
      ChaseStyle style = plain ();

      style.angle = i * 45.0;
      style.radius = i % 3 == 0 ? 3 : i % 3 == 1 ? 1 : -5;
      style.level = i == 5 ? 2 : 1;
      styled (d, i, i, "t", &style);
    }
  return d;
}

static ChaseDiagram *
make_parallel (void)
{
  ChaseDiagram *d = begin ("parallel");
  guint32 a = node (d, "A", 0, 0), b = node (d, "B", 1, 0);
  guint32 c = node (d, "\\mathcal{C}", 0, 1), e = node (d, "\\mathcal{D}", 1, 1);
  guint32 f = node (d, "X_0", 2, 0), g = node (d, "X_1", 3, 0), h = node (d, "Y", 2, 1),
          k = node (d, "Z", 3, 1);
  ChaseStyle style = plain ();
  guint32 l, r;

  edge (d, a, b, "f");
  edge (d, a, b, "g");
  l = edge (d, c, e, "L");
  r = edge (d, e, c, "R");
  style.form = CHASE_EDGE_ADJUNCTION;
  styled (d, l, r, "", &style);
  edge (d, f, g, "d_0");
  edge (d, g, f, "s_0");
  edge (d, f, g, "d_1");
  edge (d, h, k, "");
  edge (d, h, k, "");
  edge (d, k, h, "");
  return d;
}

static ChaseDiagram *
make_two_cells (void)
{
  ChaseDiagram *d = begin ("two_cells");
  guint32 c = node (d, "\\mathcal{C}", 0, 0), e = node (d, "\\mathcal{D}", 2, 0);
  guint32 f, g, h;
  ChaseStyle up = plain (), down = plain (), short_one = plain ();

  up.curve = -4;
  down.curve = 4;
  f = styled (d, c, e, "F", &up);
  g = styled (d, c, e, "G", NULL);
  h = styled (d, c, e, "H", &down);
  short_one.shorten_source = 20;
  short_one.shorten_target = 20;
  styled (d, f, g, "\\alpha", NULL);
  styled (d, g, h, "\\beta", &short_one);
  return d;
}

static ChaseDiagram *
make_three_cell (void)
{
  ChaseDiagram *d = begin ("three_cell");
  guint32 c = node (d, "\\mathcal{C}", 0, 0), e = node (d, "\\mathcal{D}", 2.5, 0);
  ChaseStyle up = plain (), down = plain (), left = plain (), right = plain ();
  guint32 f, g, alpha, beta;

  up.curve = -4;
  down.curve = 4;
  left.offset = 6;
  right.offset = -6;
  left.label_side = CHASE_LABEL_RIGHT;
  f = styled (d, c, e, "F", &up);
  g = styled (d, c, e, "G", &down);
  alpha = styled (d, f, g, "\\alpha", &left);
  beta = styled (d, f, g, "\\beta", &right);
  edge (d, alpha, beta, "\\Gamma");
  return d;
}

static ChaseDiagram *
make_corners (void)
{
  ChaseDiagram *d = begin ("corners");
  ChaseStyle pullback = plain (), pushout = plain ();

  pullback.form = CHASE_EDGE_PULLBACK;
  pushout.form = CHASE_EDGE_PUSHOUT;
  for (guint i = 0; i < 3; i++)
    {
      double x = 2.5 * i, skew = i == 2 ? 0.5 : 0;

      node (d, i == 1 ? "A \\times_C B" : "P", x, 0);
      node (d, "A", x + 1, skew);
      node (d, "B", x, 1);
      node (d, "C", x + 1, 1 + skew);
    }
  for (guint i = 0; i < 3; i++)
    {
      guint32 p = 4 * i, a = p + 1, b = p + 2, c = p + 3;

      edge (d, p, a, "p");
      edge (d, p, b, "q");
      edge (d, a, c, "f");
      edge (d, b, c, "g");
      styled (d, p, c, "", &pullback);
      if (i == 0)
        styled (d, c, p, "", &pullback);
      if (i == 1)
        styled (d, c, p, "", &pushout);
    }
  return d;
}

static ChaseDiagram *
make_declared (void)
{
  ChaseDiagram *d = begin ("declared");
  guint32 a = node (d, "A", 0, 0), b = node (d, "B", 1, 0), c = node (d, "C", 2, 0);
  guint32 e = node (d, "D", 3, 0), f = node (d, "\\bullet", 1, 1), g = node (d, "", 2, 1);

  declare (d, edge (d, a, b, "m"), CHASE_PROPERTY_MONO);
  declare (d, edge (d, b, c, "e"), CHASE_PROPERTY_EPI);
  declare (d, edge (d, c, e, "i"), CHASE_PROPERTY_ISO);
  declare (d, edge (d, b, f, ""), CHASE_PROPERTY_ISO);
  declare (d, edge (d, f, g, "me"), CHASE_PROPERTY_MONO | CHASE_PROPERTY_EPI);
  edge (d, g, e, "");
  return d;
}

static ChaseDiagram *
make_colours (void)
{
  ChaseDiagram *d = begin ("colours");
  guint32 a = node (d, "A", 0, 0), b = node (d, "B", 1, 0), c = node (d, "C", 2, 0);
  ChaseStyle red = plain (), navy = plain (), late = plain ();

  red.colour = (ChaseColour){ CHASE_COLOUR_RGB, { 200, 20, 30 }, 1 };
  red.label_colour = (ChaseColour){ CHASE_COLOUR_HSL, { 120, 60, 30 }, 1 };
  navy.colour = (ChaseColour){ CHASE_COLOUR_RGB, { 0, 0, 128 }, 0.5 };
  late.step = 2;
  late.curve = 3;
  styled (d, a, b, "r", &red);
  styled (d, b, c, "n", &navy);
  styled (d, a, c, "late", &late);
  return d;
}

static ChaseDiagram *
make_grid (void)
{
  ChaseDiagram *d = begin ("grid");
  guint32 n[12];

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *label = g_strdup_printf ("X_{%u%u}", i / 4, i % 4);

      n[i] = node (d, label, i % 4, i / 4);
    }
  for (guint i = 0; i < 12; i++)
    {
      if (i % 4 < 3)
        edge (d, n[i], n[i + 1], "f");
      if (i / 4 < 2)
        edge (d, n[i], n[i + 4], "g");
    }
  return d;
}

static ChaseDiagram *
make_empty (void)
{
  return begin ("empty");
}

/* Angles at the ends, labels that are turned, farther off, and many. */
static ChaseDiagram *
make_angles (void)
{
  ChaseDiagram *d = begin ("angles");
  guint32 a = node (d, "A", 0, 0), b = node (d, "B", 1, 0), c = node (d, "C", 0, 1);
  guint32 e = node (d, "A\\times B", 1, 1), f = node (d, "F", 2, 0);
  ChaseStyle *style = chase_style_new ();
  ChaseStyleLabel label;

  style->bend = -40;
  chase_style_add_label (style, "\\sim", NULL);
  styled (d, a, b, "f", style);
  style->bend = 30;
  styled (d, a, b, "g", style);
  chase_style_free (style);
  style = chase_style_new ();
  style->has_out = style->has_in = TRUE;
  style->out = style->in = -90;
  style->looseness = 1.4;
  styled (d, c, e, "h", style);
  style->out = 125;
  style->in = 55;
  style->looseness = 1;
  styled (d, f, f, "r", style);
  chase_style_free (style);
  style = chase_style_new ();
  style->label_sloped = TRUE;
  style->label_gap = 12;
  chase_style_label_init (&label);
  label.side = CHASE_LABEL_RIGHT;
  label.sloped = TRUE;
  chase_style_add_label (style, "right", &label);
  label.side = CHASE_LABEL_CENTRE;
  label.at = 0.2;
  label.sloped = FALSE;
  chase_style_add_label (style, "c", &label);
  styled (d, b, c, "left", style);
  styled (d, f, e, "k", style);
  chase_style_free (style);
  return d;
}

/* Loops that nobody placed, alone and among arrows. */
static ChaseDiagram *
make_many_loops (void)
{
  ChaseDiagram *d = begin ("many loops");
  guint32 a = node (d, "A", 0, 0), b = node (d, "B", 2, 0), c = node (d, "C", 0, 2);
  guint32 e = node (d, "D", 4, 1);

  edge (d, a, b, "f");
  edge (d, a, c, "g");
  for (guint i = 0; i < 5; i++)
    {
      edge (d, e, e, "e");
      if (i < 3)
        edge (d, a, a, "a");
      if (i < 2)
        edge (d, b, b, "b");
    }
  edge (d, c, c, "c");
  return d;
}

/* A loop goes to where no curved arrow leaves or comes. */
static ChaseDiagram *
make_loops_by_curves (void)
{
  ChaseDiagram *d = begin ("loops by curves");
  guint32 x = node (d, "X", 0, 0), y = node (d, "Y", 2, 0), z = node (d, "Z", 0, 2);
  ChaseStyle bent = plain ();

  bent.curve = 3;
  styled (d, x, y, "f", &bent);
  styled (d, y, x, "g", &bent);
  bent.curve = -4;
  styled (d, x, z, "h", &bent);
  edge (d, x, x, "e");
  edge (d, y, y, "t");
  edge (d, z, z, "u");
  return d;
}

/* A composite, drawn in three clicks. */
static ChaseDiagram *
make_steps (void)
{
  ChaseDiagram *diagram = begin ("steps");
  ChaseStyle second = plain (), third = plain ();
  guint32 a, b, c;

  second.step = 1;
  third.step = 2;
  a = node (diagram, "A", 0, 0);
  b = node (diagram, "B", 1, 0);
  c = chase_diagram_add_node (diagram, "C", TRUE, 1, 1, &second);
  edge (diagram, a, b, "f");
  styled (diagram, b, c, "g", &second);
  styled (diagram, a, c, "g \\circ f", &third);
  return diagram;
}

const ChaseSample chase_samples[] = {
  { "square", make_square },
  { "naturality", make_naturality },
  { "wide", make_wide },
  { "cube", make_cube },
  { "heads", make_heads },
  { "tails", make_tails },
  { "bodies", make_bodies },
  { "labels", make_labels },
  { "curves", make_curves },
  { "loops", make_loops },
  { "parallel", make_parallel },
  { "two-cells", make_two_cells },
  { "three-cell", make_three_cell },
  { "corners", make_corners },
  { "declared", make_declared },
  { "colours", make_colours },
  { "grid", make_grid },
  { "empty", make_empty },
  { "angles", make_angles },
  { "many-loops", make_many_loops },
  { "loops-by-curves", make_loops_by_curves },
  { "steps", make_steps },
};
const guint chase_n_samples = G_N_ELEMENTS (chase_samples);

ChaseDiagram *
chase_sample_make (const char *name)
{
  for (guint i = 0; i < chase_n_samples; i++)
    if (strcmp (chase_samples[i].name, name) == 0)
      return chase_samples[i].make ();
  g_assert_not_reached ();
}
