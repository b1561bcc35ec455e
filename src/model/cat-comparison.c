/* SPDX-License-Identifier: MIT */
#include "model/cat-comparison.h"
#include "model/cat-diagram.h"

#include "model/theory-private.h"

/* The categories of a colimit are glued along relations: what the functor @along of @i (NULL: the
 * identity) makes of each object and generator is what @beside of @j makes of it. */
typedef struct
{
  guint i, j;
  const ChaseFunctor *along, *beside;
} Relation;

typedef struct
{
  ChaseTheory *theory;
  const ChaseProposition *proposition;
  ChaseCatComparison *made;
  GPtrArray *legs;   /* of ChaseFunctor */
  GArray *relations; /* of Relation */
  const ChaseCategory *apex;
  guint32 *first_object; /* of each part, among all objects; then of each arrow */
  guint32 *first_arrow;
  guint32 *class;  /* of each object: a smaller one that is glued to it, or itself */
  guint32 *object; /* of each class, in the glued category */
  guint32 *letter; /* of each arrow, there */
} Gluing;

void
chase_cat_comparison_free (ChaseCatComparison *comparison)
{
  if (comparison == NULL)
    return;
  g_ptr_array_unref (comparison->parts);
  g_ptr_array_unref (comparison->given);
  g_free (comparison);
}

static const ChaseCategory *
part (const Gluing *gluing, guint i)
{
  return g_ptr_array_index (gluing->made->parts, i);
}

/* Reading. */

static const ChaseFunctor *
read_functor (ChaseTheory *theory, const ChaseTerm *term)
{
  const ChaseFunctor *given = chase_theory_functor (theory, term, NULL, NULL, NULL);
  const ChaseFunctor *functor = given != NULL ? chase_theory_functor_listed (theory, given) : NULL;

  return functor != NULL && functor->form == CHASE_FUNCTOR_WORDS ? functor : NULL;
}

/* With generators, of which nothing is declared but isos and idempotents. */
static gboolean
is_plain (const ChaseCategory *category)
{
  return category != NULL && category->kind == CHASE_CATEGORY_PRESENTED
         && (category->table || !chase_presentation_says_more (category->presentation));
}

static gboolean
add_part (Gluing *gluing, const ChaseCategory *category)
{
  g_ptr_array_add (gluing->made->parts, (gpointer)category);
  return is_plain (category);
}

static gboolean
add_relation (Gluing *gluing, guint i, const ChaseFunctor *along, guint j,
              const ChaseFunctor *beside)
{
  Relation relation = { i, j, along, beside };

  g_array_append_val (gluing->relations, relation);
  if (along != NULL)
    g_ptr_array_add (gluing->made->given, (gpointer)along);
  g_ptr_array_add (gluing->made->given, (gpointer)beside);
  return TRUE;
}

static gboolean
read_objects (Gluing *gluing)
{
  for (guint i = 0; i < gluing->proposition->base->len; i++)
    if (!add_part (gluing,
                   chase_theory_category_listed (
                       gluing->theory, g_ptr_array_index (gluing->proposition->base, i), NULL)))
      return FALSE;
  return TRUE;
}

/* A pushout of two functors from one category, or a coequalizer of two between the same. */
static gboolean
read_pair (Gluing *gluing, gboolean pushout)
{
  const ChaseFunctor *pair[2];

  if (gluing->proposition->base->len != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      pair[i] = read_functor (gluing->theory, g_ptr_array_index (gluing->proposition->base, i));
      if (pair[i] == NULL)
        return FALSE;
    }
  if (pair[0]->source != pair[1]->source || (!pushout && pair[0]->target != pair[1]->target)
      || !is_plain (pair[0]->source) || !add_part (gluing, pair[0]->target)
      || (pushout && !add_part (gluing, pair[1]->target)))
    return FALSE;
  return add_relation (gluing, 0, pair[0], pushout, pair[1]);
}

static gboolean
read_diagram (Gluing *gluing)
{
  const ChaseTerm *term = g_ptr_array_index (gluing->proposition->base, 0);
  ChaseItem *item
      = term->kind == CHASE_TERM_NAME ? chase_theory_find (gluing->theory, term->name) : NULL;
  g_autoptr (ChaseCatDiagram) drawn
      = item != NULL ? chase_cat_diagram_new (gluing->theory, item) : NULL;

  if (drawn == NULL)
    return FALSE;
  for (guint i = 0; i < drawn->nodes->len; i++)
    {
      const ChaseCategory *category = g_ptr_array_index (drawn->nodes, i);
      const ChaseCategory *listed = chase_theory_listed (gluing->theory, category);

      if (!add_part (gluing, listed != NULL ? listed : category))
        return FALSE;
    }
  for (guint i = 0; i < drawn->edges->len; i++)
    {
      const ChaseCatEdge *edge = chase_cat_diagram_edge (drawn, i);
      const ChaseFunctor *functor = read_functor (gluing->theory, edge->term);

      if (functor == NULL || functor->source != part (gluing, edge->source)
          || functor->target != part (gluing, edge->target))
        return FALSE;
      add_relation (gluing, edge->source, NULL, edge->target, functor);
    }
  return TRUE;
}

/* A pullback of two functors to one category, or an equalizer: of what is to be found. */
static gboolean
read_cospan (Gluing *gluing, gboolean pullback)
{
  if (gluing->proposition->base->len != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      const ChaseFunctor *functor
          = read_functor (gluing->theory, g_ptr_array_index (gluing->proposition->base, i));

      if (functor == NULL || (i == 0 && !add_part (gluing, functor->target))
          || functor->target != part (gluing, 0)
          || (pullback ? !add_part (gluing, functor->source)
                       : i == 0 && !add_part (gluing, functor->source))
          || functor->source != part (gluing, pullback ? i + 1 : 1))
        return FALSE;
      g_ptr_array_add (gluing->made->given, (gpointer)functor);
    }
  return TRUE;
}

static gboolean
read_shape (Gluing *gluing)
{
  gboolean found = gluing->proposition->kind == CHASE_PROPOSITION_EXISTS;

  switch ((int)gluing->proposition->shape)
    {
    case CHASE_SHAPE_PULLBACK:
      return found && read_cospan (gluing, TRUE);
    case CHASE_SHAPE_EQUALIZER:
      return found && read_cospan (gluing, FALSE);
    case CHASE_SHAPE_LIMIT:
      return found && read_diagram (gluing);
    case CHASE_SHAPE_PRODUCT:
    case CHASE_SHAPE_COPRODUCT:
      return read_objects (gluing);
    case CHASE_SHAPE_PUSHOUT:
      return read_pair (gluing, TRUE);
    case CHASE_SHAPE_COEQUALIZER:
      return read_pair (gluing, FALSE);
    case CHASE_SHAPE_COLIMIT:
      return read_diagram (gluing);
    default:
      return FALSE;
    }
}

static gboolean
read_legs (Gluing *gluing, gboolean outward)
{
  const GPtrArray *legs = gluing->proposition->legs;

  gluing->apex = chase_theory_category_listed (
      gluing->theory, g_ptr_array_index (gluing->proposition->terms, 0), NULL);
  if (gluing->apex == NULL || gluing->apex->kind != CHASE_CATEGORY_PRESENTED
      || (legs != NULL ? legs->len : 0) != gluing->made->parts->len)
    return FALSE;
  for (guint i = 0; i < gluing->made->parts->len; i++)
    {
      const ChaseFunctor *leg = read_functor (gluing->theory, g_ptr_array_index (legs, i));

      if (leg == NULL || leg->source != (outward ? gluing->apex : part (gluing, i))
          || leg->target != (outward ? part (gluing, i) : gluing->apex))
        return FALSE;
      g_ptr_array_add (gluing->legs, (gpointer)leg);
    }
  return TRUE;
}

/* What the statement says, as a key. Caller frees. */
static char *
key_of (const ChaseProposition *proposition, const char *what)
{
  GString *key = g_string_new (what);
  const GPtrArray *lists[] = { proposition->terms, proposition->legs, proposition->base };

  g_string_append_printf (key, " %s", chase_shape_word (proposition->shape));
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint k = 0; lists[i] != NULL && k < lists[i]->len; k++)
      {
        g_autofree char *text = chase_term_to_text (g_ptr_array_index (lists[i], k));

        g_string_append_printf (key, "%s%s", k == 0 ? "; " : ", ", text);
      }
  return g_string_free (key, FALSE);
}

/* Objects. */

static guint32
class_of (const Gluing *gluing, guint32 x)
{
  while (gluing->class[x] != x)
    x = gluing->class[x] = gluing->class[gluing->class[x]];
  return x;
}

static void
number_all (Gluing *gluing)
{
  guint n = gluing->made->parts->len;
  guint32 objects = 0, arrows = 0;

  gluing->first_object = g_new (guint32, n + 1);
  gluing->first_arrow = g_new (guint32, n + 1);
  for (guint i = 0; i <= n; i++)
    {
      gluing->first_object[i] = objects;
      gluing->first_arrow[i] = arrows;
      objects += i < n ? chase_presentation_n_objects (part (gluing, i)->presentation) : 0;
      arrows += i < n ? chase_presentation_n_arrows (part (gluing, i)->presentation) : 0;
    }
  gluing->class = g_new (guint32, objects + 1);
  gluing->object = g_new (guint32, objects + 1);
  gluing->letter = g_new (guint32, arrows + 1);
  for (guint32 x = 0; x < objects; x++)
    gluing->class[x] = x;
}

static guint32
object_at (const Gluing *gluing, guint i, const ChaseFunctor *along, guint32 x)
{
  return class_of (gluing, gluing->first_object[i] + (along != NULL ? along->objects[x] : x));
}

static void
glue_objects (Gluing *gluing)
{
  for (guint r = 0; r < gluing->relations->len; r++)
    {
      const Relation *relation = &g_array_index (gluing->relations, Relation, r);
      guint32 n = chase_presentation_n_objects (relation->beside->source->presentation);

      for (guint32 x = 0; x < n; x++)
        {
          guint32 one = object_at (gluing, relation->i, relation->along, x);
          guint32 two = object_at (gluing, relation->j, relation->beside, x);

          gluing->class[MAX (one, two)] = MIN (one, two);
        }
    }
}

/* Generators and equations. */

static void
add_generators (Gluing *gluing, ChasePresentation *glued)
{
  for (guint i = 0; i < gluing->made->parts->len; i++)
    {
      const ChasePresentation *p = part (gluing, i)->presentation;

      for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
        {
          g_autofree char *text
              = g_strdup_printf ("%u.%s", i, chase_presentation_object_name (p, a));
          g_autoptr (ChaseName) name = chase_name_new (text);

          if (class_of (gluing, gluing->first_object[i] + a) == gluing->first_object[i] + a)
            gluing->object[gluing->first_object[i] + a]
                = chase_presentation_add_object (glued, name);
        }
      for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
        {
          const ChaseArrow *arrow = chase_presentation_arrow (p, f);
          g_autofree char *text = g_strdup_printf ("%u.%s", i, arrow->name);
          g_autoptr (ChaseName) name = chase_name_new (text);
          guint32 *letter = &gluing->letter[gluing->first_arrow[i]];

          if (arrow->formal)
            continue;
          letter[f] = chase_presentation_add_arrow (
              glued, name, gluing->object[object_at (gluing, i, NULL, arrow->source)],
              gluing->object[object_at (gluing, i, NULL, arrow->target)],
              part (gluing, i)->table ? 0 : arrow->properties);
          if (arrow->inverse != NOWHERE && !part (gluing, i)->table)
            letter[arrow->inverse] = chase_presentation_arrow (glued, letter[f])->inverse;
        }
    }
}

/* A path of the part @i, in the glued category. */
static GArray *
letters_of (const Gluing *gluing, guint i, ChaseWord word)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 k = 0; k < word.length; k++)
    g_array_append_val (letters, gluing->letter[gluing->first_arrow[i] + word.letters[k]]);
  return letters;
}

static ChaseWord
word_of (const GArray *letters)
{
  return (ChaseWord){ (const guint32 *)(gpointer)letters->data, letters->len };
}

static void
add_equation (Gluing *gluing, ChasePresentation *glued, guint32 source, guint i, ChaseWord left,
              guint j, ChaseWord right)
{
  g_autoptr (GArray) one = letters_of (gluing, i, left);
  g_autoptr (GArray) two = letters_of (gluing, j, right);

  chase_presentation_add_equation (glued, source, word_of (one), word_of (two), NULL, 0);
}

/* FALSE where a generator has no value. */
static gboolean
add_relations (Gluing *gluing, ChasePresentation *glued)
{
  for (guint r = 0; r < gluing->relations->len; r++)
    {
      const Relation *relation = &g_array_index (gluing->relations, Relation, r);
      const ChasePresentation *p = relation->beside->source->presentation;

      for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
        {
          const ChaseArrow *arrow = chase_presentation_arrow (p, f);
          ChaseWord one
              = relation->along != NULL ? relation->along->words[f] : (ChaseWord){ &f, 1 };
          ChaseWord two = relation->beside->words[f];

          if (arrow->formal)
            continue;
          if (one.length == G_MAXUINT32 || two.length == G_MAXUINT32)
            return FALSE;
          add_equation (
              gluing, glued,
              gluing->object[object_at (gluing, relation->i, relation->along, arrow->source)],
              relation->i, one, relation->j, two);
        }
    }
  return TRUE;
}

static gboolean
add_equations (Gluing *gluing, ChasePresentation *glued)
{
  for (guint i = 0; i < gluing->made->parts->len; i++)
    {
      const ChasePresentation *p = part (gluing, i)->presentation;

      for (guint32 e = 0; e < chase_presentation_n_equations (p); e++)
        {
          const ChaseEquation *equation = chase_presentation_equation (p, e);

          add_equation (gluing, glued,
                        gluing->object[object_at (gluing, i, NULL, equation->source)], i,
                        equation->left, i, equation->right);
        }
    }
  return add_relations (gluing, glued);
}

/* The functors. */

static void
copy_word (ChaseFunctor *functor, guint32 f, ChaseWord word)
{
  guint32 *letters = g_new (guint32, word.length + 1);

  for (guint32 k = 0; k < word.length; k++)
    letters[k] = word.letters[k];
  functor->words[f].letters = letters;
  functor->words[f].length = word.length;
}

/* FALSE where glued objects go apart. */
static gboolean
fill_from_glued (const Gluing *gluing, ChaseFunctor *functor)
{
  g_autofree gboolean *known
      = g_new0 (gboolean, gluing->first_object[gluing->made->parts->len] + 1);

  for (guint i = 0; i < gluing->made->parts->len; i++)
    {
      const ChaseFunctor *leg = g_ptr_array_index (gluing->legs, i);
      const ChasePresentation *p = part (gluing, i)->presentation;

      for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
        {
          guint32 x = object_at (gluing, i, NULL, a);
          guint32 *value = &functor->objects[gluing->object[x]];

          if (known[x] && *value != leg->objects[a])
            return FALSE;
          known[x] = TRUE;
          *value = leg->objects[a];
        }
      for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
        {
          guint32 letter = gluing->letter[gluing->first_arrow[i] + f];

          if (part (gluing, i)->table && chase_presentation_arrow (p, f)->formal)
            continue;
          if (leg->words[f].length == G_MAXUINT32)
            functor->words[letter].length = G_MAXUINT32;
          else
            copy_word (functor, letter, leg->words[f]);
        }
    }
  return TRUE;
}

static void
compare_glued (Gluing *gluing)
{
  ChaseCategory *made
      = chase_category_new (CHASE_CATEGORY_PRESENTED, key_of (gluing->proposition, "glued for"));
  ChaseFunctor *functor;
  const ChaseCategory *kept;

  number_all (gluing);
  glue_objects (gluing);
  add_generators (gluing, made->presentation);
  if (!add_equations (gluing, made->presentation))
    {
      chase_category_free (made);
      return;
    }
  kept = chase_theory_keep_category (gluing->theory, made);
  functor = chase_theory_functor_new (CHASE_FUNCTOR_WORDS, kept, gluing->apex,
                                      key_of (gluing->proposition, "compared for"));
  gluing->made->apart = !fill_from_glued (gluing, functor);
  if (gluing->made->apart)
    chase_theory_functor_free (functor);
  else
    gluing->made->comparison = chase_theory_keep_functor (gluing->theory, functor);
}

/* (p, q), whose word at f is that of p, and then that of q, in the product. */
static gboolean
fill_pairing (const Gluing *gluing, ChaseFunctor *functor)
{
  const ChaseFunctor *p = g_ptr_array_index (gluing->legs, 0);
  const ChaseFunctor *q = g_ptr_array_index (gluing->legs, 1);
  const ChasePresentation *from = gluing->apex->presentation;
  guint32 n = chase_presentation_n_objects (part (gluing, 1)->presentation);
  guint32 m = chase_presentation_n_arrows (part (gluing, 1)->presentation);
  guint32 offset = chase_presentation_n_arrows (part (gluing, 0)->presentation) * n;

  for (guint32 a = 0; a < chase_presentation_n_objects (from); a++)
    functor->objects[a] = p->objects[a] * n + q->objects[a];
  for (guint32 f = 0; f < chase_presentation_n_arrows (from); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (from, f);
      g_autoptr (GArray) word = g_array_new (FALSE, FALSE, sizeof (guint32));

      if (p->words[f].length == G_MAXUINT32 || q->words[f].length == G_MAXUINT32)
        return FALSE;
      for (guint32 k = 0; k < p->words[f].length; k++)
        {
          guint32 letter = p->words[f].letters[k] * n + q->objects[arrow->source];

          g_array_append_val (word, letter);
        }
      for (guint32 k = 0; k < q->words[f].length; k++)
        {
          guint32 letter = offset + p->objects[arrow->target] * m + q->words[f].letters[k];

          g_array_append_val (word, letter);
        }
      copy_word (functor, f, word_of (word));
    }
  return TRUE;
}

static void
compare_product (Gluing *gluing)
{
  ChaseTerm *args[] = { g_ptr_array_index (gluing->proposition->base, 0),
                        g_ptr_array_index (gluing->proposition->base, 1) };
  g_autoptr (ChaseTerm) times = chase_term_new (CHASE_TERM_TIMES, args, 2, 0);
  const ChaseCategory *product = chase_theory_category (gluing->theory, times, NULL);
  ChaseFunctor *functor;

  if (product == NULL || !product->product || product->parts[0] != part (gluing, 0)
      || product->parts[1] != part (gluing, 1))
    return;
  functor = chase_theory_functor_new (CHASE_FUNCTOR_WORDS, gluing->apex, product,
                                      key_of (gluing->proposition, "compared for"));
  if (fill_pairing (gluing, functor))
    gluing->made->comparison = chase_theory_keep_functor (gluing->theory, functor);
  else
    chase_theory_functor_free (functor);
}

static void
compare (Gluing *gluing)
{
  gboolean product = gluing->proposition->shape == CHASE_SHAPE_PRODUCT;

  if (gluing->proposition->kind == CHASE_PROPOSITION_EXISTS)
    {
      gluing->made->found = read_shape (gluing);
      return;
    }
  if (!read_shape (gluing) || !read_legs (gluing, product)
      || (product && gluing->made->parts->len != 2))
    return;
  if (product)
    compare_product (gluing);
  else
    compare_glued (gluing);
}

ChaseCatComparison *
chase_cat_comparison_new (ChaseTheory *theory, const ChaseProposition *proposition)
{
  Gluing gluing = { .theory = theory, .proposition = proposition };

  if ((proposition->kind != CHASE_PROPOSITION_UNIVERSAL
       && proposition->kind != CHASE_PROPOSITION_EXISTS)
      || proposition->base == NULL || proposition->base->len == 0)
    return NULL;
  gluing.made = g_new0 (ChaseCatComparison, 1);
  gluing.made->parts = g_ptr_array_new ();
  gluing.made->given = g_ptr_array_new ();
  gluing.legs = g_ptr_array_new ();
  gluing.relations = g_array_new (FALSE, FALSE, sizeof (Relation));
  g_rec_mutex_lock (&theory->lock);
  compare (&gluing);
  g_rec_mutex_unlock (&theory->lock);
  g_ptr_array_unref (gluing.legs);
  g_array_unref (gluing.relations);
  g_free (gluing.first_object);
  g_free (gluing.first_arrow);
  g_free (gluing.class);
  g_free (gluing.object);
  g_free (gluing.letter);
  if (gluing.made->comparison == NULL && !gluing.made->apart && !gluing.made->found)
    g_clear_pointer (&gluing.made, chase_cat_comparison_free);
  return gluing.made;
}
