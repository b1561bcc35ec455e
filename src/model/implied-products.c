/* SPDX-License-Identifier: MIT */
#include "model/implied-private.h"
#include "model/of-parts.h"

/* Properties of a product E * F that is not written out, such as Set * C. */

typedef struct
{
  const ChaseTerm *parts[2];
  GPtrArray *list;
} Product;

static ChaseProposition *
say (const Product *product, guint i, ChaseAdjective adjective)
{
  return chase_say_is (chase_term_ref (product->parts[i]), adjective, NULL);
}

/* Where one part has no object, the product has none. */
static void
of_nothing (const Product *product, gboolean conclude)
{
  for (guint i = 0; i < 2; i++)
    chase_imply_one (product->list, TRUE, conclude, chase_say_empty (product->parts[i]));
}

/* It holds of both; or it fails for one, and the other has an object over which a copy of it lies.
 */
static void
of_both (const Product *product, ChaseAdjective adjective)
{
  chase_imply_two (product->list, TRUE, TRUE, say (product, 0, adjective),
                   say (product, 1, adjective));
  for (guint i = 0; i < 2; i++)
    chase_imply_two (product->list, FALSE, FALSE, say (product, i, adjective),
                     chase_say_empty (product->parts[1 - i]));
}

void
chase_imply_of_product (ChaseTheory *theory, const ChaseProposition *proposition, GPtrArray *list)
{
  ChaseAdjective adjective = chase_only_adjective (proposition);
  Product product = { .list = list };
  const ChaseTerm *term;

  if (adjective < CHASE_ADJECTIVE_FINITE || adjective > CHASE_ADJECTIVE_POSET)
    return;
  term = chase_category_term_of_kind (theory, g_ptr_array_index (proposition->terms, 0),
                                      CHASE_CATEGORY_PRODUCT, CHASE_TERM_TIMES);
  if (term == NULL)
    return;
  product.parts[0] = term->args[0];
  product.parts[1] = term->args[1];
  of_nothing (&product,
              adjective != CHASE_ADJECTIVE_MONOID && adjective != CHASE_ADJECTIVE_CONNECTED);
  of_both (&product, adjective);
}
