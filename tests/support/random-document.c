/* SPDX-License-Identifier: MIT */
#include "support/random-document.h"

#include <math.h>

static const char *const names[] = {
  "A",        "B",    "C",      "f",     "g",          "h",       "alpha",    "η",     "x_1",
  "f'",       "鱿",   "x₁²",    "_",     "object",     "objects", "mono",     "epi",   "split",
  "iso",      "at",   "in",     "is",    "with",       "not",     "yoneda",   "over",  "under",
  "along",    "of",   "by",     "to",    "check",      "diagram", "category", "table", "functor",
  "id",       "Id",   "op",     "Hom",   "Nat",        "Ob",      "const",    "slice", "elements",
  "forget",   "free", "cofree", "image", "commutes",   "dashed",  "curve",    "a b",   "0",
  "A \\to B", "-",    "\"",     "ᵒᵖ",    "isomorphic", "a",       "strictly", "Set",   "label",
};

static const char *const texts[] = {
  "",           "l",  "\\mathcal{C}^{op}", "a \"b\" c", "\\\"", "\\\\",
  "ends in \\", "鱿", "# no comment",      "[x]",       "{",    " blank ",
};

static const char *const comments[]
    = { "", "one", " indented", "!bang", " !bang", "#", "\"", "鱿 `" };

static guint
below (GRand *rand, guint n)
{
  return (guint)g_rand_int_range (rand, 0, (gint32)n);
}

static gboolean
chance (GRand *rand, double p)
{
  return g_rand_double (rand) < p;
}

static const char *
any_name (GRand *rand)
{
  return names[below (rand, G_N_ELEMENTS (names))];
}

static ChaseName *
new_text (GRand *rand)
{
  return chase_name_new (texts[below (rand, G_N_ELEMENTS (texts))]);
}

static ChaseTerm *
take (ChaseTermKind kind, gint32 number, guint32 n, ChaseTerm *a, ChaseTerm *b, ChaseTerm *c)
{
  ChaseTerm *args[] = { a, b, c };

  return chase_term_new_take (kind, args, n, number, 0, 0);
}

static ChaseTerm *
random_list (GRand *rand, ChaseTermKind kind, guint depth)
{
  ChaseTerm *args[4];
  guint n = 2 + below (rand, 3);

  for (guint i = 0; i < n; i++)
    args[i] = random_term (rand, depth);
  return chase_term_new_take (kind, args, n, 0, 0, 0);
}

static ChaseTerm *
hole_or_term (GRand *rand, guint depth)
{
  return chance (rand, 0.4) ? take (CHASE_TERM_HOLE, 0, 0, NULL, NULL, NULL)
                            : random_term (rand, depth);
}

ChaseTerm *
random_term (GRand *rand, guint depth)
{
  static const ChaseTermKind unary[] = { CHASE_TERM_IDENTITY, CHASE_TERM_OPPOSITE,
                                         CHASE_TERM_ELEMENTS, CHASE_TERM_IDENTITY_FUNCTOR,
                                         CHASE_TERM_CONST,    CHASE_TERM_OPPOSITE_FUNCTOR,
                                         CHASE_TERM_YONEDA };
  static const ChaseTermKind binary[]
      = { CHASE_TERM_APPLY,       CHASE_TERM_COMPONENT,        CHASE_TERM_PAIR,
          CHASE_TERM_TIMES,       CHASE_TERM_FUNCTOR_CATEGORY, CHASE_TERM_SLICE_OVER,
          CHASE_TERM_SLICE_UNDER, CHASE_TERM_FORGET,           CHASE_TERM_FREE,
          CHASE_TERM_COFREE };

  if (depth <= 1 || chance (rand, 0.25))
    return chase_term_new_name (any_name (rand));
  depth--;
  switch (below (rand, 9))
    {
    case 0:
    case 1:
      return random_list (rand, CHASE_TERM_COMPOSE, depth);
    case 2:
      return random_list (rand, CHASE_TERM_THEN, depth);
    case 3:
      return take (CHASE_TERM_POWER, g_rand_int_range (rand, -3, 12), 1, random_term (rand, depth),
                   NULL, NULL);
    case 4:
      return take (CHASE_TERM_HOM, 0, 2, hole_or_term (rand, depth), hole_or_term (rand, depth),
                   NULL);
    case 5:
      return take (unary[below (rand, G_N_ELEMENTS (unary))], 0, 1, random_term (rand, depth), NULL,
                   NULL);
    case 6:
      if (chance (rand, 0.1))
        return take (CHASE_TERM_YONEDA, 0, 3, random_term (rand, depth), random_term (rand, depth),
                     random_term (rand, depth));
      G_GNUC_FALLTHROUGH;
    default:
      return take (binary[below (rand, G_N_ELEMENTS (binary))], 0, 2, random_term (rand, depth),
                   random_term (rand, depth), NULL);
    }
}

static ChaseTerm *
random_element (GRand *rand)
{
  g_autofree char *number = NULL;

  if (chance (rand, 0.5))
    return chase_term_new_name (any_name (rand));
  number = g_strdup_printf ("%d", g_rand_int_range (rand, -20, 1000));
  return chase_term_new_name (number);
}

static ChaseTerm *
random_value (GRand *rand)
{
  ChaseTerm *args[8];
  guint n;

  if (chance (rand, 0.5))
    return random_term (rand, 3);
  n = 2 * below (rand, 5);
  for (guint i = 0; i < n; i++)
    args[i] = random_element (rand);
  return chase_term_new_take (n > 0 && chance (rand, 0.5) ? CHASE_TERM_FUNCTION : CHASE_TERM_SET,
                              args, n, 0, 0, 0);
}

static double
random_number (GRand *rand)
{
  switch (below (rand, 4))
    {
    case 0:
      return g_rand_int_range (rand, -10, 10);
    case 1:
      return g_rand_int_range (rand, -100, 100) / 10.0;
    case 2:
      return g_rand_double_range (rand, -1e3, 1e3);
    default:
      return g_rand_double (rand) * 1e-9;
    }
}

static void
random_colour (GRand *rand, ChaseColour *colour)
{
  static const char *const words[] = { "red", "teal", "black", "gray" };

  switch (below (rand, 4))
    {
    case 0:
      chase_colour_parse_name (words[below (rand, G_N_ELEMENTS (words))], colour);
      break;
    case 1:
      *colour = (ChaseColour){ CHASE_COLOUR_RGB,
                               { below (rand, 256), below (rand, 256), below (rand, 256) },
                               1.0 };
      break;
    default:
      *colour = (ChaseColour){ chance (rand, 0.8) ? CHASE_COLOUR_HSL : CHASE_COLOUR_RGB,
                               { below (rand, 361), random_number (rand), below (rand, 101) },
                               chance (rand, 0.5) ? 1.0 : g_rand_double (rand) };
    }
}

static void
random_extra (GRand *rand, ChaseStyle *style)
{
  static const char *const keys[] = { "foo",   "foo bar", "dashed", "double barred",
                                      "curve", "a/b",     "my-key", "ηx",
                                      "at",    "red" };

  chase_style_set_extra (style, keys[below (rand, G_N_ELEMENTS (keys))],
                         chance (rand, 0.5) ? NULL : texts[below (rand, G_N_ELEMENTS (texts))]);
}

static void
random_bend (GRand *rand, ChaseStyle *style)
{
  if (chance (rand, 0.1))
    style->bend = random_number (rand);
  style->has_out = chance (rand, 0.1);
  if (style->has_out)
    style->out = random_number (rand);
  style->has_in = chance (rand, 0.1);
  if (style->has_in)
    style->in = random_number (rand);
  if (chance (rand, 0.1))
    style->looseness = fabs (random_number (rand));
}

static void
random_labels (GRand *rand, ChaseStyle *style)
{
  style->label_sloped = chance (rand, 0.1);
  if (chance (rand, 0.1))
    style->label_gap = random_number (rand);
  while (chance (rand, 0.15))
    {
      g_autoptr (ChaseName) text = new_text (rand);
      ChaseStyleLabel label;

      chase_style_label_init (&label);
      label.side = below (rand, CHASE_LABEL_OVER + 1);
      label.sloped = chance (rand, 0.3);
      if (chance (rand, 0.3))
        label.at = g_rand_double (rand);
      if (chance (rand, 0.3))
        label.gap = random_number (rand);
      if (chance (rand, 0.3))
        random_colour (rand, &label.colour);
      chase_style_add_label (style, text, &label);
    }
}

ChaseStyle *
random_style (GRand *rand)
{
  g_autoptr (ChaseStyle) style = chase_style_new ();

  if (chance (rand, 0.3))
    style->form = below (rand, CHASE_EDGE_PUSHOUT + 1);
  if (chance (rand, 0.3))
    style->head = below (rand, CHASE_HEAD_MULTIMAP + 1);
  if (chance (rand, 0.3))
    style->tail = below (rand, CHASE_TAIL_COIL_BOTTOM + 1);
  if (chance (rand, 0.3))
    style->body = below (rand, CHASE_BODY_BULLET_HOLLOW + 1);
  if (chance (rand, 0.2))
    style->level = below (rand, 5);
  if (chance (rand, 0.2))
    style->curve = random_number (rand);
  if (chance (rand, 0.2))
    style->offset = random_number (rand);
  if (chance (rand, 0.2))
    style->shorten_source = random_number (rand);
  if (chance (rand, 0.2))
    style->shorten_target = chance (rand, 0.5) ? style->shorten_source : random_number (rand);
  if (chance (rand, 0.2))
    style->label_side = below (rand, CHASE_LABEL_OVER + 1);
  if (chance (rand, 0.2))
    style->label_at = g_rand_double (rand);
  if (chance (rand, 0.2))
    random_colour (rand, &style->colour);
  if (chance (rand, 0.2))
    random_colour (rand, &style->label_colour);
  if (chance (rand, 0.1))
    style->radius = random_number (rand);
  if (chance (rand, 0.1))
    style->angle = random_number (rand);
  if (chance (rand, 0.1))
    style->source_midpoint = TRUE;
  if (chance (rand, 0.1))
    style->target_midpoint = TRUE;
  if (chance (rand, 0.1))
    style->step = below (rand, 9);
  while (chance (rand, 0.2))
    random_extra (rand, style);
  random_bend (rand, style);
  random_labels (rand, style);
  return chase_style_is_default (style) ? NULL : g_steal_pointer (&style);
}

static ChaseName *
new_comment (GRand *rand)
{
  return chase_name_new (comments[below (rand, G_N_ELEMENTS (comments))]);
}

/* Lines as a reader gives them: never two blank ones, none at the start of a block, and none at its
 * end. */
static GPtrArray *
random_lines (GRand *rand, gboolean first, gboolean last)
{
  GPtrArray *lines = NULL;
  gboolean blank = first;
  guint n = chance (rand, 0.6) ? 0 : 1 + below (rand, 4);

  for (guint i = 0; i < n; i++)
    {
      if (lines == NULL)
        lines = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_name_unref);
      if (!blank && chance (rand, 0.5) && !(last && i + 1 == n))
        {
          g_ptr_array_add (lines, NULL);
          blank = TRUE;
          continue;
        }
      g_ptr_array_add (lines, new_comment (rand));
      blank = FALSE;
    }
  return lines;
}

static void
random_comments (GRand *rand, ChaseComments *slot, gboolean first)
{
  slot->above = random_lines (rand, first, FALSE);
  if (chance (rand, 0.1))
    slot->behind = new_comment (rand);
}

static void
random_look (GRand *rand, ChaseStatement *statement)
{
  if (chance (rand, 0.4))
    statement->label = new_text (rand);
  if (chance (rand, 0.5))
    statement->style = random_style (rand);
}

static ChaseStatement *
random_statement (GRand *rand, const ChaseItem *item)
{
  static const ChaseProperty properties[]
      = { CHASE_PROPERTY_MONO,       CHASE_PROPERTY_EPI,       CHASE_PROPERTY_ISO,
          CHASE_PROPERTY_SPLIT_MONO, CHASE_PROPERTY_SPLIT_EPI, CHASE_PROPERTY_IDEMPOTENT };
  gboolean drawn = item->kind == CHASE_ITEM_DIAGRAM;
  ChaseStatement *statement;

  if (item->kind == CHASE_ITEM_FUNCTOR || item->kind == CHASE_ITEM_TRANSFORMATION)
    {
      statement = chase_statement_new (CHASE_STATEMENT_ASSIGNMENT);
      statement->from = random_term (rand, 2);
      statement->value = random_value (rand);
      return statement;
    }
  switch (below (rand, drawn ? 6 : 4))
    {
    case 0:
      statement = chase_statement_new (CHASE_STATEMENT_OBJECT);
      random_look (rand, statement);
      break;
    case 1:
      statement = chase_statement_new (CHASE_STATEMENT_ARROW);
      statement->level = drawn && chance (rand, 0.3) ? 2 : 1;
      statement->from = random_term (rand, 2);
      statement->to = chase_term_new_name (any_name (rand));
      if (drawn && chance (rand, 0.4))
        statement->value = random_term (rand, 4);
      random_look (rand, statement);
      if (chance (rand, 0.1))
        return statement;
      break;
    case 2:
      statement = chase_statement_new (CHASE_STATEMENT_EQUATION);
      for (guint n = 2 + below (rand, 2); n > 0; n--)
        chase_proposition_take (&statement->terms, random_term (rand, 4));
      if (chance (rand, 0.8))
        return statement;
      break;
    case 3:
      statement = chase_statement_new (CHASE_STATEMENT_PROPERTY);
      statement->property = properties[below (rand, G_N_ELEMENTS (properties))];
      break;
    case 4:
      statement = chase_statement_new (CHASE_STATEMENT_NODE);
      statement->has_position = chance (rand, 0.8);
      if (statement->has_position)
        {
          statement->x = random_number (rand);
          statement->y = random_number (rand);
        }
      if (!statement->has_position || chance (rand, 0.5))
        statement->value = random_term (rand, 2);
      random_look (rand, statement);
      break;
    default:
      statement = chase_statement_new (CHASE_STATEMENT_DRAW);
      random_look (rand, statement);
      break;
    }
  statement->name = chase_name_new (any_name (rand));
  return statement;
}

/* Appends @first, and now and then others that are said together with it. */
static void
take_group (GRand *rand, ChaseItem *item, ChaseStatement *first)
{
  gboolean many = first->kind == CHASE_STATEMENT_OBJECT || first->kind == CHASE_STATEMENT_PROPERTY
                  || first->kind == CHASE_STATEMENT_ARROW;

  random_comments (rand, chase_statement_comments (first), chase_item_n_statements (item) == 0);
  chase_item_take_statement (item, first);
  while (many && chance (rand, 0.3))
    {
      ChaseStatement *next = chase_statement_copy (first);

      chase_comments_clear (chase_statement_comments (next));
      next->joined = TRUE;
      chase_name_set (&next->name, NULL);
      next->name = chase_name_new (any_name (rand));
      if (first->kind == CHASE_STATEMENT_OBJECT)
        {
          chase_name_set (&next->label, NULL);
          g_clear_pointer (&next->style, chase_style_free);
          random_look (rand, next);
        }
      chase_item_take_statement (item, next);
    }
}

static void
random_block (GRand *rand, ChaseItem *item)
{
  for (guint n = below (rand, 8); n > 0; n--)
    take_group (rand, item, random_statement (rand, item));
  item->closing.above = random_lines (rand, chase_item_n_statements (item) == 0, TRUE);
  if (chance (rand, 0.1))
    item->closing.behind = new_comment (rand);
}

static void
random_terms (GRand *rand, GPtrArray **list, guint n)
{
  while (n-- > 0)
    chase_proposition_take (list, random_term (rand, 3));
}

static void
random_adjectives (GRand *rand, ChaseProposition *proposition)
{
  proposition->adjectives = g_array_new (FALSE, FALSE, sizeof (ChaseAdjective));
  do
    {
      ChaseAdjective adjective = below (rand, CHASE_N_ADJECTIVES);

      g_array_append_val (proposition->adjectives, adjective);
    }
  while (chance (rand, 0.3));
}

static void
random_count (GRand *rand, ChaseProposition *proposition)
{
  g_autofree char *number = g_strdup_printf ("%u", g_rand_int (rand));

  proposition->count = below (rand, CHASE_COUNT_SET + 1);
  proposition->number = chase_name_new (number);
  random_terms (rand, &proposition->terms,
                proposition->count == CHASE_COUNT_HOM || proposition->count == CHASE_COUNT_NAT
                        || proposition->count == CHASE_COUNT_FUN
                    ? 2
                    : 1);
}

static ChaseProposition *
random_proposition (GRand *rand)
{
  ChaseProposition *proposition
      = chase_proposition_new (below (rand, CHASE_PROPOSITION_YONEDA + 1));

  switch (proposition->kind)
    {
    case CHASE_PROPOSITION_COUNT:
      random_count (rand, proposition);
      break;
    case CHASE_PROPOSITION_UNIVERSAL:
      proposition->shape = below (rand, CHASE_N_SHAPES);
      random_terms (rand, &proposition->terms, 1);
      random_terms (rand, &proposition->legs, 1 + below (rand, 3));
      random_terms (rand, &proposition->base, 1 + below (rand, 2));
      break;
    case CHASE_PROPOSITION_EXISTS:
      proposition->shape = below (rand, CHASE_N_SHAPES);
      random_terms (rand, &proposition->base, 1 + below (rand, 3));
      break;
    case CHASE_PROPOSITION_ADJUNCTION:
      random_terms (rand, &proposition->terms, 2);
      random_terms (rand, &proposition->legs, 2);
      break;
    case CHASE_PROPOSITION_IS:
      random_terms (rand, &proposition->terms, 1);
      random_adjectives (rand, proposition);
      break;
    case CHASE_PROPOSITION_COMMUTES:
      random_terms (rand, &proposition->terms, 1);
      proposition->strictly = chance (rand, 0.3);
      break;
    default:
      random_terms (rand, &proposition->terms, 2);
      break;
    }
  if (chance (rand, 0.4))
    proposition->in = random_term (rand, 2);
  return proposition;
}

static void
random_chase (GRand *rand, ChaseItem *item)
{
  g_autofree char *number = g_strdup_printf ("%d", (int)below (rand, 9) - 4);

  item->at = chase_term_new_name (chance (rand, 0.5) ? any_name (rand) : number);
  if (chance (rand, 0.3))
    return;
  item->proposition = chase_proposition_new (CHASE_PROPOSITION_EQUATION);
  for (guint n = 1 + below (rand, 2); n > 0; n--)
    chase_proposition_take (&item->proposition->terms, random_term (rand, 3));
}

static void
random_definition (GRand *rand, ChaseItem *item)
{
  gboolean ends = item->kind == CHASE_ITEM_FUNCTOR || item->kind == CHASE_ITEM_TRANSFORMATION;

  item->name = chase_name_new (any_name (rand));
  if (chance (rand, 0.2))
    item->label = new_text (rand);
  if (ends)
    {
      item->from = random_term (rand, 3);
      item->to = random_term (rand, 3);
      item->contravariant = item->kind == CHASE_ITEM_FUNCTOR && chance (rand, 0.2);
    }
  if (chance (rand, 0.6))
    {
      random_block (rand, item);
      item->table = item->kind == CHASE_ITEM_CATEGORY && chance (rand, 0.2);
      if (item->kind == CHASE_ITEM_DIAGRAM && chance (rand, 0.5))
        item->to = random_term (rand, 2);
      return;
    }
  g_clear_pointer (&item->statements, g_ptr_array_unref);
  item->expression = random_term (rand, 4);
  if (item->kind != CHASE_ITEM_DIAGRAM)
    return;
  item->view = 1 + below (rand, CHASE_VIEW_PROOF);
  if (item->view == CHASE_VIEW_PROOF)
    item->from = random_term (rand, 1);
  if (item->view == CHASE_VIEW_YONEDA || item->view == CHASE_VIEW_PROOF
      || (item->view == CHASE_VIEW_NATURALITY && chance (rand, 0.5)))
    item->at = random_term (rand, 3);
  if (item->view == CHASE_VIEW_SETS && chance (rand, 0.5))
    random_chase (rand, item);
}

/* Braces and comments in any order. */
static ChaseItem *
random_macros (GRand *rand)
{
  static const char *const pieces[]
      = { "{",   "}", "\\", "%", "#", "\"", "\n", "\r\n", " ", "\\newcommand{\\im}[1]{#1}",
          "\\{", "α", "`" };
  g_autoptr (GString) tex = g_string_new (NULL);

  for (guint n = below (rand, 12); n > 0; n--)
    g_string_append (tex, pieces[below (rand, G_N_ELEMENTS (pieces))]);
  return chase_item_new_macros (tex->str);
}

static ChaseItem *
random_item (GRand *rand, gboolean first)
{
  ChaseItem *item = chance (rand, 0.1) ? random_macros (rand)
                                       : chase_item_new (below (rand, CHASE_ITEM_CHECK + 1));

  random_comments (rand, &item->comments, first);
  if (item->kind == CHASE_ITEM_MACROS)
    return item;
  if (item->kind != CHASE_ITEM_CHECK)
    random_definition (rand, item);
  else
    {
      item->proposition = random_proposition (rand);
      item->negated = chance (rand, 0.3);
    }
  return item;
}

ChaseDocument *
random_document_new (guint32 seed, guint size)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_item_unref);
  guint n = size > 0 ? below (rand, 2 * size) : 0;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, random_item (rand, i == 0));
  return chase_document_new_take (items, random_lines (rand, n == 0, TRUE));
}
