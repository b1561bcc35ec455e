/* SPDX-License-Identifier: MIT */
#include "model/dual.h"

#include "model/dual-private.h"

static void
replace (ChaseTerm **slot, ChaseTerm *term)
{
  chase_term_unref (*slot);
  *slot = term;
}

static void
swap (ChaseTerm **one, ChaseTerm **two)
{
  ChaseTerm *term = *one;

  *one = *two;
  *two = term;
}

static GPtrArray *
dual_list (const ChaseDualizer *dualizer, const GPtrArray *terms,
           ChaseTerm *(*dual) (const ChaseDualizer *dualizer, const ChaseTerm *term))
{
  GPtrArray *list = NULL;

  for (guint i = 0; terms != NULL && i < terms->len; i++)
    chase_proposition_take (&list, dual (dualizer, g_ptr_array_index (terms, i)));
  return list;
}

static void
replace_list (const ChaseDualizer *dualizer, GPtrArray **slot,
              ChaseTerm *(*dual) (const ChaseDualizer *dualizer, const ChaseTerm *term))
{
  GPtrArray *list = dual_list (dualizer, *slot, dual);

  g_clear_pointer (slot, g_ptr_array_unref);
  *slot = list;
}

/* Statements. */

/* What a block is about decides what its statements mean. */
typedef struct
{
  const ChaseTerm *product; /* values, what cells show, are pairs in this product with sets; or
                               NULL */
  gboolean stays;           /* values are functions, or functors and transformations into Set */
  gboolean in_cat; /* a diagram in Cat: functors keep their direction, transformations turn round */
  GHashTable *nodes; /* names of nodes and of the objects that they show; of diagrams */
  GHashTable *edges;
} Block;

static gboolean
is_named (GHashTable *names, const ChaseTerm *term)
{
  return names != NULL && term != NULL && term->kind == CHASE_TERM_NAME
         && g_hash_table_contains (names, term->name);
}

/* Does @term mean an edge here? Of a node and an edge with one name, `->` stands on the node. */
static gboolean
is_edge (const Block *block, const ChaseStatement *statement, const ChaseTerm *term)
{
  return is_named (block->edges, term) && (statement->level >= 2 || !is_named (block->nodes, term));
}

/* A cell that stands on edges, on one end at least, and no edge between nodes. */
static gboolean
is_cell (const Block *block, const ChaseStatement *statement)
{
  return is_edge (block, statement, statement->from) || is_edge (block, statement, statement->to);
}

/* An arrow that is turned round where it is drawn bends to its other side. */
static void
turn_style (ChaseStatement *statement)
{
  ChaseStyle *style;

  if (statement->style == NULL)
    return;
  style = chase_style_copy (statement->style);
  chase_style_reverse (style);
  chase_style_free (statement->style);
  statement->style = style;
}

/* The corner of a pullback is a sign at its object: in the dual, where the arrows come instead of
 * going, the same corner is that of a pushout. */
static gboolean
is_corner (const ChaseStatement *statement)
{
  return statement->style != NULL
         && (statement->style->form == CHASE_EDGE_PULLBACK
             || statement->style->form == CHASE_EDGE_PUSHOUT);
}

/* What a node or an edge shows; of a diagram in a product with sets, the same. */
static ChaseTerm *
dual_shown (const ChaseDualizer *dualizer, const Block *block, const ChaseTerm *value)
{
  return block->product != NULL && value != NULL
             ? chase_dual_mixed_path (dualizer, block->product, value)
             : chase_dual_path (dualizer, value);
}

static void
dual_arrow (const ChaseDualizer *dualizer, const Block *block, ChaseStatement *statement)
{
  gboolean cell = is_cell (block, statement);
  gboolean turned = block->in_cat ? cell : !cell && !block->stays;

  if (block->in_cat && cell && chase_dual_stays_transformation (dualizer, statement->value))
    turned = FALSE;
  if (is_corner (statement))
    turned = FALSE;
  replace (&statement->from, chase_dual_path (dualizer, statement->from));
  replace (&statement->to, chase_dual_path (dualizer, statement->to));
  if (block->in_cat)
    replace (&statement->value, chase_dual_transformation (dualizer, statement->value));
  else
    replace (&statement->value, dual_shown (dualizer, block, statement->value));
  if (!turned)
    return;
  swap (&statement->from, &statement->to);
  turn_style (statement);
}

static void
dual_value (const ChaseDualizer *dualizer, const Block *block, ChaseStatement *statement)
{
  ChaseTerm *value = statement->value;

  replace (&statement->from, chase_dual_path (dualizer, statement->from));
  if (value == NULL || value->kind == CHASE_TERM_SET || value->kind == CHASE_TERM_FUNCTION)
    return;
  if (block->product != NULL)
    replace (&statement->value, chase_dual_pair_value (dualizer, block->product, value));
  else if (block->stays)
    replace (&statement->value, chase_dual_transformation (dualizer, value));
  else
    replace (&statement->value, chase_dual_path (dualizer, value));
}

static ChaseStatement *
dual_statement (const ChaseDualizer *dualizer, const Block *block, const ChaseStatement *original)
{
  ChaseStatement *statement = chase_statement_copy (original);

  switch (statement->kind)
    {
    case CHASE_STATEMENT_ARROW:
      dual_arrow (dualizer, block, statement);
      break;
    case CHASE_STATEMENT_NODE:
      if (block->in_cat)
        replace (&statement->value, chase_dual_category (dualizer, statement->value));
      else
        replace (&statement->value, dual_shown (dualizer, block, statement->value));
      break;
    case CHASE_STATEMENT_EQUATION:
      replace_list (dualizer, &statement->terms, chase_dual_path);
      break;
    case CHASE_STATEMENT_PROPERTY:
      statement->property = chase_property_dual (statement->property);
      break;
    case CHASE_STATEMENT_ASSIGNMENT:
      dual_value (dualizer, block, statement);
      break;
    case CHASE_STATEMENT_DRAW:
      turn_style (statement);
      break;
    case CHASE_STATEMENT_OBJECT:
      break;
    }
  return statement;
}

static void
note_cells (Block *block, const ChaseItem *item)
{
  block->nodes = g_hash_table_new (g_str_hash, g_str_equal);
  block->edges = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < chase_item_n_statements (item); i++)
    {
      const ChaseStatement *statement = chase_item_get_statement (item, i);

      if (statement->kind == CHASE_STATEMENT_OBJECT || statement->kind == CHASE_STATEMENT_NODE)
        {
          if (statement->name != NULL)
            g_hash_table_add (block->nodes, statement->name);
          if (statement->value != NULL && statement->value->kind == CHASE_TERM_NAME)
            g_hash_table_add (block->nodes, statement->value->name);
        }
      else if (statement->name != NULL)
        g_hash_table_add (block->edges, statement->name);
    }
}

static void
dual_block (const ChaseDualizer *dualizer, Block *block, ChaseItem *item)
{
  if (item->statements == NULL)
    return;
  if (item->kind == CHASE_ITEM_DIAGRAM)
    note_cells (block, item);
  for (guint i = 0; i < item->statements->len; i++)
    {
      ChaseStatement *statement = g_ptr_array_index (item->statements, i);

      item->statements->pdata[i] = dual_statement (dualizer, block, statement);
      chase_statement_unref (statement);
    }
  g_clear_pointer (&block->nodes, g_hash_table_unref);
  g_clear_pointer (&block->edges, g_hash_table_unref);
}

/* Items. */

static void
dual_functor_item (const ChaseDualizer *dualizer, ChaseItem *item)
{
  g_autoptr (ChaseTerm) name = chase_term_new_name (item->name);
  Block block = { .product = chase_dual_product_of (dualizer, name),
                  .stays = chase_dual_stays_functor (dualizer, name) };

  /* Set, and what is made with it, is where it was: a functor from there keeps its direction. */
  if (block.stays && !chase_dual_stays_category (dualizer, item->from)
      && !chase_dual_is_mixed (dualizer, item->from))
    item->contravariant = !item->contravariant;
  replace (&item->from, chase_dual_category (dualizer, item->from));
  replace (&item->to, chase_dual_category (dualizer, item->to));
  replace (&item->expression, chase_dual_functor (dualizer, item->expression));
  dual_block (dualizer, &block, item);
}

static void
dual_transformation_item (const ChaseDualizer *dualizer, ChaseItem *item)
{
  Block block = { .product = chase_dual_product_of (dualizer, item->from),
                  .stays = chase_dual_stays_functor (dualizer, item->from) };

  replace (&item->from, chase_dual_functor (dualizer, item->from));
  replace (&item->to, chase_dual_functor (dualizer, item->to));
  replace (&item->expression, chase_dual_transformation (dualizer, item->expression));
  if (!block.stays)
    swap (&item->from, &item->to);
  dual_block (dualizer, &block, item);
}

/* A limit or colimit of a diagram in Cat, as is said by its name. */
static gboolean
is_limit_in_cat (const ChaseDualizer *dualizer, const ChaseProposition *proposition)
{
  const ChaseTerm *base = proposition->base != NULL && proposition->base->len > 0
                              ? g_ptr_array_index (proposition->base, 0)
                              : NULL;
  const ChaseItem *item;

  if ((proposition->kind != CHASE_PROPOSITION_UNIVERSAL
       && proposition->kind != CHASE_PROPOSITION_EXISTS)
      || proposition->shape < CHASE_SHAPE_LIMIT || base == NULL || base->kind != CHASE_TERM_NAME)
    return FALSE;
  item = chase_document_find (dualizer->document, base->name);
  return item != NULL && item->kind == CHASE_ITEM_DIAGRAM && item->to != NULL
         && chase_term_is_name (item->to, "Cat");
}

/* What is said in a product of Set and another category is said of the same thing. */
static void
stay_mixed (const ChaseDualizer *dualizer, const ChaseTerm *in, GPtrArray **list)
{
  GPtrArray *made = NULL;

  for (guint i = 0; *list != NULL && i < (*list)->len; i++)
    chase_proposition_take (&made,
                            chase_dual_mixed_path (dualizer, in, g_ptr_array_index (*list, i)));
  g_clear_pointer (list, g_ptr_array_unref);
  *list = made;
}

static ChaseProposition *
dual_proposition (const ChaseDualizer *dualizer, const ChaseProposition *original);

static void
dual_item_proposition (const ChaseDualizer *dualizer, ChaseItem *item)
{
  ChaseProposition *dual;

  if (item->proposition == NULL)
    return;
  dual = dual_proposition (dualizer, item->proposition);
  chase_proposition_unref (item->proposition);
  item->proposition = dual;
}

static void
dual_view (const ChaseDualizer *dualizer, ChaseItem *item)
{
  if (item->view == CHASE_VIEW_CONE)
    item->view = CHASE_VIEW_COCONE;
  else if (item->view == CHASE_VIEW_COCONE)
    item->view = CHASE_VIEW_CONE;
  if (item->view == CHASE_VIEW_PROOF)
    replace (&item->expression, chase_dual_path (dualizer, item->expression));
  else if (item->view == CHASE_VIEW_CATEGORY || item->view == CHASE_VIEW_ALL)
    replace (&item->expression, chase_dual_category (dualizer, item->expression));
  else
    replace (&item->expression, chase_dual_transformation (dualizer, item->expression));
  if (item->view != CHASE_VIEW_SETS)
    replace (&item->at, chase_dual_path (dualizer, item->at));
  dual_item_proposition (dualizer, item);
}

static void
dual_diagram_item (const ChaseDualizer *dualizer, ChaseItem *item)
{
  g_autoptr (ChaseTerm) to = chase_term_ref (item->to);
  gboolean mixed = chase_dual_is_mixed (dualizer, to);
  Block block = { .product = mixed ? to : NULL,
                  .stays = mixed || chase_dual_stays_category (dualizer, to) };

  if (item->view != CHASE_VIEW_NONE)
    {
      dual_view (dualizer, item);
      return;
    }
  block.in_cat = chase_term_is_name (item->to, "Cat");
  replace (&item->to, chase_dual_category (dualizer, item->to));
  dual_block (dualizer, &block, item);
}

static ChaseItem *
dual_item (const ChaseDualizer *dualizer, const ChaseItem *original)
{
  ChaseItem *item = chase_item_copy (original);
  Block block = { 0 };

  switch (item->kind)
    {
    case CHASE_ITEM_CATEGORY:
      replace (&item->expression, chase_dual_category (dualizer, item->expression));
      dual_block (dualizer, &block, item);
      break;
    case CHASE_ITEM_FUNCTOR:
      dual_functor_item (dualizer, item);
      break;
    case CHASE_ITEM_TRANSFORMATION:
      dual_transformation_item (dualizer, item);
      break;
    case CHASE_ITEM_DIAGRAM:
      dual_diagram_item (dualizer, item);
      break;
    case CHASE_ITEM_MACROS:
      break;
    case CHASE_ITEM_CHECK:
      dual_item_proposition (dualizer, item);
      break;
    }
  return item;
}

/* Propositions. */

ChaseAdjective
chase_dual_adjective (ChaseAdjective adjective)
{
  static const ChaseAdjective pairs[][2] = {
    { CHASE_ADJECTIVE_INITIAL, CHASE_ADJECTIVE_TERMINAL },
    { CHASE_ADJECTIVE_MONO, CHASE_ADJECTIVE_EPI },
    { CHASE_ADJECTIVE_SPLIT_MONO, CHASE_ADJECTIVE_SPLIT_EPI },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint k = 0; k < 2; k++)
      if (adjective == pairs[i][k])
        return pairs[i][1 - k];
  return adjective;
}

/* Product with coproduct, and so on: they stand in the list pair by pair. */
static ChaseUniversalShape
dual_shape (ChaseUniversalShape shape)
{
  return shape ^ 1;
}

static void
dual_is (const ChaseDualizer *dualizer, ChaseProposition *proposition)
{
  const ChaseTerm *term = g_ptr_array_index (proposition->terms, 0);
  gboolean stays
      = chase_dual_stays_path (dualizer, term)
        || (proposition->in != NULL && chase_dual_stays_category (dualizer, proposition->in));

  for (guint i = 0; proposition->adjectives != NULL && !stays && i < proposition->adjectives->len;
       i++)
    {
      ChaseAdjective *adjective = &g_array_index (proposition->adjectives, ChaseAdjective, i);

      *adjective = chase_dual_adjective (*adjective);
    }
}

static void
reverse_list (GPtrArray *list)
{
  for (guint i = 0, j = list != NULL ? list->len : 0; i + 1 < j; i++)
    {
      gpointer item = list->pdata[i];

      list->pdata[i] = list->pdata[--j];
      list->pdata[j] = item;
    }
}

/* A term whose sort only its kind and the document tell: a category, a functor, a transformation,
 * or a path. */
static ChaseTerm *
dual_any (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_OPPOSITE:
    case CHASE_TERM_FUNCTOR_CATEGORY:
    case CHASE_TERM_SLICE_OVER:
    case CHASE_TERM_SLICE_UNDER:
    case CHASE_TERM_ELEMENTS:
      return chase_dual_category (dualizer, term);
    case CHASE_TERM_HOM:
    case CHASE_TERM_YONEDA:
    case CHASE_TERM_FORGET:
    case CHASE_TERM_FREE:
    case CHASE_TERM_COFREE:
    case CHASE_TERM_UNIT:
    case CHASE_TERM_COUNIT:
    case CHASE_TERM_IDENTITY_FUNCTOR:
    case CHASE_TERM_OPPOSITE_FUNCTOR:
    case CHASE_TERM_CONST:
      return chase_dual_transformation (dualizer, term);
    case CHASE_TERM_TIMES:
      return chase_dual_is_transformation (dualizer, term->args[0])
                     || chase_dual_is_transformation (dualizer, term->args[1])
                 ? chase_dual_transformation (dualizer, term)
                 : chase_dual_category (dualizer, term);
    default:
      return chase_dual_is_transformation (dualizer, term)
                 ? chase_dual_transformation (dualizer, term)
                 : chase_dual_path (dualizer, term);
    }
}

/* `A isomorphic B` and `|Nat(F, G)|` of composites: a name that is a functor of the document tells.
 */
static gboolean
is_functor_word (const ChaseTerm *term)
{
  switch ((ChaseTermKind)term->kind)
    {
    case CHASE_TERM_HOM:
    case CHASE_TERM_FORGET:
    case CHASE_TERM_FREE:
    case CHASE_TERM_COFREE:
    case CHASE_TERM_IDENTITY_FUNCTOR:
    case CHASE_TERM_CONST:
      return TRUE;
    default:
      return FALSE;
    }
}

static ChaseTerm *
dual_functor_or_any (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  const ChaseTerm *head = term;
  ChaseItem *item;

  while (head->kind == CHASE_TERM_COMPOSE || head->kind == CHASE_TERM_THEN)
    head = head->args[0];
  item
      = head->kind == CHASE_TERM_NAME ? chase_document_find (dualizer->document, head->name) : NULL;
  if (head != term
      && ((item != NULL && item->kind == CHASE_ITEM_FUNCTOR) || is_functor_word (head)))
    return chase_dual_functor (dualizer, term);
  return dual_any (dualizer, term);
}

static gboolean
stays_hom (const ChaseDualizer *dualizer, const ChaseProposition *proposition)
{
  return proposition->in != NULL
             ? chase_dual_stays_category (dualizer, proposition->in)
             : chase_dual_stays_path (dualizer, g_ptr_array_index (proposition->terms, 0));
}

static void
dual_count (const ChaseDualizer *dualizer, ChaseProposition *proposition)
{
  const ChaseTerm *first = g_ptr_array_index (proposition->terms, 0);
  gboolean turned
      = (proposition->count == CHASE_COUNT_HOM && !stays_hom (dualizer, proposition))
        || (proposition->count == CHASE_COUNT_NAT && !chase_dual_stays_functor (dualizer, first));
  gboolean of_categories = proposition->count == CHASE_COUNT_OB
                           || proposition->count == CHASE_COUNT_MOR
                           || proposition->count == CHASE_COUNT_FUN;

  if (of_categories)
    replace_list (dualizer, &proposition->terms, chase_dual_category);
  else if (proposition->count == CHASE_COUNT_NAT)
    replace_list (dualizer, &proposition->terms, chase_dual_functor);
  else
    replace_list (dualizer, &proposition->terms, chase_dual_path);
  if (turned)
    reverse_list (proposition->terms);
}

/* Is a universal property one of sets, or of functors to them, which keep their direction? */
static gboolean
stays_universal (const ChaseDualizer *dualizer, const ChaseProposition *proposition)
{
  const ChaseTerm *base = proposition->base != NULL && proposition->base->len > 0
                              ? g_ptr_array_index (proposition->base, 0)
                              : NULL;
  const ChaseItem *item = NULL;

  if (proposition->in != NULL)
    return chase_dual_stays_category (dualizer, proposition->in);
  if (proposition->shape < CHASE_SHAPE_LIMIT)
    return chase_dual_stays_path (
        dualizer, proposition->terms != NULL ? g_ptr_array_index (proposition->terms, 0) : base);
  if (base != NULL && base->kind == CHASE_TERM_NAME)
    item = chase_document_find (dualizer->document, base->name);
  return item != NULL && item->kind == CHASE_ITEM_DIAGRAM && item->to != NULL
         && chase_dual_stays_category (dualizer, item->to);
}

/* In Cat, turning all categories round is a functor that keeps the direction of functors. */
static void
dual_in_cat (const ChaseDualizer *dualizer, ChaseProposition *proposition)
{
  gboolean objects = proposition->kind != CHASE_PROPOSITION_EQUATION;
  gboolean of_objects
      = proposition->shape == CHASE_SHAPE_PRODUCT || proposition->shape == CHASE_SHAPE_COPRODUCT;

  if (proposition->kind == CHASE_PROPOSITION_IS && proposition->adjectives != NULL
      && proposition->adjectives->len > 0)
    objects = g_array_index (proposition->adjectives, ChaseAdjective, 0) <= CHASE_ADJECTIVE_ZERO;
  replace_list (dualizer, &proposition->terms, objects ? chase_dual_category : chase_dual_functor);
  replace_list (dualizer, &proposition->legs, chase_dual_functor);
  replace_list (dualizer, &proposition->base,
                of_objects ? chase_dual_category : chase_dual_functor);
}

/* The drawing by whose nodes and edges a term speaks, where no category has an arrow of the name.
 */
static const ChaseItem *
drawing_with (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  while (term->kind == CHASE_TERM_COMPOSE || term->kind == CHASE_TERM_THEN
         || term->kind == CHASE_TERM_POWER || term->kind == CHASE_TERM_IDENTITY)
    term = term->args[0];
  return term->kind == CHASE_TERM_NAME && !g_hash_table_contains (dualizer->arrows, term->name)
             ? g_hash_table_lookup (dualizer->drawn, term->name)
             : NULL;
}

/* The drawing by whose nodes and edges a proposition speaks, or NULL. */
static const ChaseItem *
drawing_of (const ChaseDualizer *dualizer, const ChaseProposition *proposition)
{
  const GPtrArray *terms
      = proposition->kind == CHASE_PROPOSITION_EXISTS ? proposition->base : proposition->terms;
  const ChaseItem *drawing = NULL;

  if (proposition->in != NULL)
    return chase_dual_drawing (dualizer, proposition->in);
  for (guint i = 0; terms != NULL && i < terms->len && drawing == NULL; i++)
    drawing = drawing_with (dualizer, g_ptr_array_index (terms, i));
  return drawing;
}

/* Does it say what only a functor or a transformation is? */
static gboolean
is_of_functor (const ChaseProposition *proposition)
{
  return proposition->adjectives != NULL && proposition->adjectives->len > 0
         && g_array_index (proposition->adjectives, ChaseAdjective, 0) >= CHASE_ADJECTIVE_FUNCTOR;
}

/* There a pair is one of functors. */
static ChaseTerm *
dual_pair_or_any (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  return term->kind == CHASE_TERM_PAIR ? chase_dual_functor (dualizer, term)
                                       : dual_functor_or_any (dualizer, term);
}

/* A functor of the document, whose name is no arrow's, a functor in words, or a pair of such. */
static gboolean
is_of_functors (const ChaseDualizer *dualizer, const ChaseTerm *term)
{
  const ChaseItem *item;

  if (term->kind == CHASE_TERM_PAIR)
    return is_of_functors (dualizer, term->args[0]) && is_of_functors (dualizer, term->args[1]);
  if (term->kind == CHASE_TERM_COMPOSE || term->kind == CHASE_TERM_THEN
      || term->kind == CHASE_TERM_OPPOSITE_FUNCTOR)
    return is_of_functors (dualizer, term->args[0]);
  if (term->kind != CHASE_TERM_NAME)
    return is_functor_word (term);
  item = chase_document_find (dualizer->document, term->name);
  return item != NULL && item->kind == CHASE_ITEM_FUNCTOR
         && !g_hash_table_contains (dualizer->arrows, term->name);
}

/* Does @proposition say something of functors, one of them a pair? */
static gboolean
is_of_pairs (const ChaseDualizer *dualizer, const ChaseProposition *proposition)
{
  gboolean pair = FALSE;

  if (proposition->in != NULL || is_of_functor (proposition))
    return is_of_functor (proposition);
  for (guint i = 0; proposition->terms != NULL && i < proposition->terms->len; i++)
    {
      const ChaseTerm *term = g_ptr_array_index (proposition->terms, i);

      if (!is_of_functors (dualizer, term))
        return FALSE;
      pair = pair || term->kind == CHASE_TERM_PAIR;
    }
  return pair;
}

static ChaseProposition *
dual_proposition (const ChaseDualizer *dualizer, const ChaseProposition *original)
{
  ChaseProposition *proposition = chase_proposition_copy (original);
  const ChaseItem *drawing = drawing_of (dualizer, proposition);

  if (drawing != NULL           ? chase_term_is_name (drawing->to, "Cat")
      : proposition->in != NULL ? chase_term_is_name (proposition->in, "Cat")
                                : is_limit_in_cat (dualizer, proposition))
    {
      dual_in_cat (dualizer, proposition);
      return proposition;
    }
  if (chase_dual_is_mixed (dualizer, proposition->in))
    {
      stay_mixed (dualizer, proposition->in, &proposition->terms);
      stay_mixed (dualizer, proposition->in, &proposition->legs);
      stay_mixed (dualizer, proposition->in, &proposition->base);
      replace (&proposition->in, chase_dual_category (dualizer, proposition->in));
      return proposition;
    }
  if (drawing != NULL && chase_dual_stays_category (dualizer, drawing->to))
    {
      stay_mixed (dualizer, drawing->to, &proposition->terms);
      stay_mixed (dualizer, drawing->to, &proposition->legs);
      stay_mixed (dualizer, drawing->to, &proposition->base);
      return proposition;
    }
  switch (proposition->kind)
    {
    case CHASE_PROPOSITION_IS:
      dual_is (dualizer, proposition);
      replace_list (dualizer, &proposition->terms,
                    is_of_pairs (dualizer, proposition) ? dual_pair_or_any : dual_functor_or_any);
      break;
    case CHASE_PROPOSITION_COUNT:
      dual_count (dualizer, proposition);
      break;
    case CHASE_PROPOSITION_UNIVERSAL:
      if (!stays_universal (dualizer, proposition))
        proposition->shape = dual_shape (proposition->shape);
      replace_list (dualizer, &proposition->terms, chase_dual_path);
      break;
    case CHASE_PROPOSITION_EXISTS:
      if (!stays_universal (dualizer, proposition))
        proposition->shape = dual_shape (proposition->shape);
      break;
    case CHASE_PROPOSITION_ADJUNCTION:
      replace_list (dualizer, &proposition->terms, chase_dual_functor);
      reverse_list (proposition->terms);
      break;
    default:
      replace_list (dualizer, &proposition->terms,
                    is_of_pairs (dualizer, proposition) ? dual_pair_or_any : dual_functor_or_any);
    }
  replace_list (dualizer, &proposition->legs, dual_any);
  if (proposition->kind == CHASE_PROPOSITION_ADJUNCTION)
    reverse_list (proposition->legs);
  replace_list (dualizer, &proposition->base, chase_dual_path);
  replace (&proposition->in, chase_dual_category (dualizer, proposition->in));
  return proposition;
}

static void
dualizer_init (ChaseDualizer *dualizer, const ChaseDocument *document)
{
  dualizer->document = document;
  dualizer->arrows = g_hash_table_new (g_str_hash, g_str_equal);
  dualizer->drawn = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < chase_document_n_items (document); i++)
    {
      const ChaseItem *item = chase_document_get_item (document, i);

      for (guint k = 0; k < chase_item_n_statements (item); k++)
        {
          const ChaseStatement *statement = chase_item_get_statement (item, k);

          if (statement->kind == CHASE_STATEMENT_ARROW && statement->name != NULL
              && (item->kind == CHASE_ITEM_CATEGORY || item->to == NULL))
            g_hash_table_add (dualizer->arrows, statement->name);
          else if (statement->name != NULL && statement->value != NULL
                   && item->kind == CHASE_ITEM_DIAGRAM && item->to != NULL)
            g_hash_table_insert (dualizer->drawn, statement->name, (gpointer)item);
        }
    }
}

static void
dualizer_clear (ChaseDualizer *dualizer)
{
  g_hash_table_unref (dualizer->arrows);
  g_hash_table_unref (dualizer->drawn);
}

ChaseDocument *
chase_document_dual (const ChaseDocument *document)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)chase_item_unref);
  GPtrArray *trailing = chase_document_get_trailing (document);
  ChaseDualizer dualizer;

  dualizer_init (&dualizer, document);
  for (guint i = 0; i < chase_document_n_items (document); i++)
    g_ptr_array_add (items, dual_item (&dualizer, chase_document_get_item (document, i)));
  dualizer_clear (&dualizer);
  return chase_document_new_take (items, trailing != NULL ? g_ptr_array_ref (trailing) : NULL);
}

ChaseProposition *
chase_proposition_dual (const ChaseDocument *document, const ChaseProposition *proposition)
{
  ChaseProposition *dual;
  ChaseDualizer dualizer;

  dualizer_init (&dualizer, document);
  dual = dual_proposition (&dualizer, proposition);
  dualizer_clear (&dualizer);
  return dual;
}
