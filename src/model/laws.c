/* SPDX-License-Identifier: MIT */
#include "model/laws.h"

#include "i18n.h"

#define NOWHERE G_MAXUINT32

static void
claim_free (gpointer data)
{
  ChaseLawClaim *claim = data;

  g_array_unref (claim->left);
  g_array_unref (claim->right);
  g_free (claim);
}

ChaseLawList *
chase_law_list_new (void)
{
  ChaseLawList *list = g_new0 (ChaseLawList, 1);

  list->claims = g_ptr_array_new_with_free_func (claim_free);
  list->broken = NOWHERE;
  return list;
}

void
chase_law_list_free (ChaseLawList *list)
{
  if (list == NULL)
    return;
  g_ptr_array_unref (list->claims);
  g_free (list->obstacle);
  g_free (list);
}

ChaseLawClaim *
chase_law_list_add (ChaseLawList *list, ChaseLawReason reason, guint32 number)
{
  ChaseLawClaim *claim = g_new0 (ChaseLawClaim, 1);

  claim->reason = reason;
  claim->number = number;
  claim->at = NOWHERE;
  claim->left = g_array_new (FALSE, FALSE, sizeof (guint32));
  claim->right = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_ptr_array_add (list->claims, claim);
  return claim;
}

/* The two sides of a law as paths of the functor's source. */
typedef struct
{
  ChaseLawReason reason;
  guint32 number;
  guint32 source;
  guint32 target;
  ChaseWord left;
  ChaseWord right;
} Sides;

/* Functors by words. */

static void
add_words (ChaseLawList *list, const ChaseFunctor *functor, const Sides *sides)
{
  ChaseLawClaim *claim = chase_law_list_add (list, sides->reason, sides->number);

  claim->presentation = functor->target->presentation;
  claim->source = functor->objects[sides->source];
  if (!chase_functor_map (functor, sides->left, claim->left)
      || !chase_functor_map (functor, sides->right, claim->right))
    {
      g_ptr_array_set_size (list->claims, (gint)list->claims->len - 1);
      if (list->obstacle == NULL)
        list->obstacle = g_strdup_printf (
            _ ("It is not known what %s does to the inverse of an isomorphism."), functor->key);
    }
}

/* Functors to Set. */

static void
add_values (GArray *values, const ChaseSets *sets, guint32 source, ChaseWord word)
{
  for (guint32 x = 0; x < sets->sizes[source]; x++)
    {
      guint32 y = x;

      for (guint32 i = 0; i < word.length && y != NOWHERE; i++)
        y = sets->functions[sets->offsets[word.letters[i]] + y];
      g_array_append_val (values, y);
    }
}

static void
add_functions (ChaseLawList *list, const ChaseSets *sets, const Sides *sides)
{
  ChaseLawClaim *claim = chase_law_list_add (list, sides->reason, sides->number);

  claim->functions = TRUE;
  claim->domain = sets->names + sets->first[sides->source];
  claim->codomain = sets->names + sets->first[sides->target];
  add_values (claim->left, sets, sides->source, sides->left);
  add_values (claim->right, sets, sides->source, sides->right);
}

/* Functors to a functor category: composites of transformations, at every object. */

static gboolean
written_out (const ChaseFunctor *functor)
{
  const ChasePresentation *p = functor->source->presentation;
  ChaseTransformationForm form = NOWHERE;

  if (functor->target->parts[0]->presentation == NULL)
    return FALSE;
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseTransformation *alpha = functor->transformations[f];

      if (alpha == NULL || alpha->form == CHASE_TRANSFORMATION_TERM)
        return FALSE;
      if (form != (ChaseTransformationForm)NOWHERE && alpha->form != form)
        return FALSE;
      form = alpha->form;
    }
  return TRUE;
}

static void
join_components (const ChaseFunctor *functor, const ChaseFunctor *begin, ChaseWord word,
                 guint32 object, GArray *out)
{
  if (begin->form == CHASE_FUNCTOR_SETS)
    for (guint32 x = 0; x < begin->sets->sizes[object]; x++)
      {
        guint32 y = x;

        for (guint32 i = 0; i < word.length && y != NOWHERE; i++)
          {
            const ChaseTransformation *alpha = functor->transformations[word.letters[i]];

            y = alpha->functions[alpha->offsets[object] + y];
          }
        g_array_append_val (out, y);
      }
  else
    for (guint32 i = 0; i < word.length; i++)
      {
        ChaseWord part = functor->transformations[word.letters[i]]->words[object];

        g_array_append_vals (out, part.letters, part.length);
      }
}

static void
add_components (ChaseLawList *list, const ChaseFunctor *functor, const Sides *sides)
{
  const ChaseFunctor *begin = functor->functors[sides->source];
  const ChaseFunctor *end = functor->functors[sides->target];
  const ChasePresentation *base = functor->target->parts[0]->presentation;

  for (guint32 object = 0; object < chase_presentation_n_objects (base); object++)
    {
      ChaseLawClaim *claim = chase_law_list_add (list, sides->reason, sides->number);

      claim->at = object;
      claim->functions = begin->form == CHASE_FUNCTOR_SETS;
      if (claim->functions)
        {
          claim->domain = begin->sets->names + begin->sets->first[object];
          claim->codomain = end->sets->names + end->sets->first[object];
        }
      else
        {
          claim->presentation = functor->target->parts[1]->presentation;
          claim->source = begin->objects[object];
        }
      join_components (functor, begin, sides->left, object, claim->left);
      join_components (functor, begin, sides->right, object, claim->right);
    }
}

static void
add_law (ChaseLawList *list, const ChaseFunctor *functor, const Sides *sides)
{
  if (functor->form == CHASE_FUNCTOR_WORDS)
    add_words (list, functor, sides);
  else if (functor->form == CHASE_FUNCTOR_SETS)
    add_functions (list, functor->sets, sides);
  else
    add_components (list, functor, sides);
}

/* Declared properties. */

static gboolean
letters_have (const ChaseFunctor *functor, guint32 f, guint wanted)
{
  ChaseWord word = functor->words[f];

  for (guint32 i = 0; i < word.length; i++)
    {
      const ChaseArrow *letter
          = chase_presentation_arrow (functor->target->presentation, word.letters[i]);

      if ((letter->properties & wanted) == 0 && letter->inverse == NOWHERE)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_injective (const ChaseSets *sets, guint32 f, guint32 source, guint32 target)
{
  g_autofree gboolean *hit = g_new0 (gboolean, sets->sizes[target] + 1);

  for (guint32 x = 0; x < sets->sizes[source]; x++)
    {
      guint32 y = sets->functions[sets->offsets[f] + x];

      if (y == NOWHERE || hit[y])
        return FALSE;
      hit[y] = TRUE;
    }
  return TRUE;
}

static gboolean
is_surjective (const ChaseSets *sets, guint32 f, guint32 source, guint32 target)
{
  g_autofree gboolean *hit = g_new0 (gboolean, sets->sizes[target] + 1);
  guint32 n = 0;

  for (guint32 x = 0; x < sets->sizes[source]; x++)
    {
      guint32 y = sets->functions[sets->offsets[f] + x];

      if (y != NOWHERE && !hit[y])
        {
          hit[y] = TRUE;
          n++;
        }
    }
  return n == sets->sizes[target];
}

static void
note_broken (ChaseLawList *list, guint32 f, const char *word)
{
  if (list->broken != NOWHERE)
    return;
  list->broken = f;
  list->broken_word = word;
}

static void
note_obstacle (ChaseLawList *list, const ChaseFunctor *functor, const ChaseArrow *arrow,
               const char *word)
{
  if (list->obstacle == NULL)
    list->obstacle = g_strdup_printf (
        _ ("%s is declared %s in %s, and %s(%s) is not known to be %s: an equation that follows by "
           "cancelling it may not be kept."),
        arrow->name, CHASE_SAID (word), functor->source->key, functor->key, arrow->name,
        CHASE_SAID (word));
}

/* A functor keeps what is split or iso; mono and epi it need not keep, but then what follows by
 * cancelling is in doubt. */
static void
check_in_sets (ChaseLawList *list, const ChaseFunctor *functor, guint32 f, const ChaseArrow *arrow,
               gboolean cancels)
{
  const ChaseSets *sets = functor->sets;
  gboolean injective = is_injective (sets, f, arrow->source, arrow->target);
  gboolean surjective = is_surjective (sets, f, arrow->source, arrow->target);
  gboolean retracts
      = injective && (sets->sizes[arrow->source] > 0 || sets->sizes[arrow->target] == 0);

  if ((arrow->properties & CHASE_PROPERTY_ISO) && !(injective && surjective))
    note_broken (list, f, "iso");
  if ((arrow->properties & CHASE_PROPERTY_SPLIT_MONO) && !retracts)
    note_broken (list, f, "split mono");
  if ((arrow->properties & CHASE_PROPERTY_SPLIT_EPI) && !surjective)
    note_broken (list, f, "split epi");
  if ((arrow->properties & CHASE_PROPERTY_MONO) && !injective && cancels)
    note_obstacle (list, functor, arrow, "mono");
  if ((arrow->properties & CHASE_PROPERTY_EPI) && !surjective && cancels)
    note_obstacle (list, functor, arrow, "epi");
}

static void
check_in_words (ChaseLawList *list, const ChaseFunctor *functor, guint32 f, const ChaseArrow *arrow,
                gboolean cancels)
{
  const guint split_mono = CHASE_PROPERTY_SPLIT_MONO | CHASE_PROPERTY_ISO;
  const guint split_epi = CHASE_PROPERTY_SPLIT_EPI | CHASE_PROPERTY_ISO;

  if ((arrow->properties & CHASE_PROPERTY_ISO) && functor->words[arrow->inverse].length == NOWHERE)
    note_obstacle (list, functor, arrow, "iso");
  if ((arrow->properties & CHASE_PROPERTY_SPLIT_MONO) && !letters_have (functor, f, split_mono))
    note_obstacle (list, functor, arrow, "split mono");
  if ((arrow->properties & CHASE_PROPERTY_SPLIT_EPI) && !letters_have (functor, f, split_epi))
    note_obstacle (list, functor, arrow, "split epi");
  if ((arrow->properties & CHASE_PROPERTY_MONO) && cancels
      && !letters_have (functor, f, split_mono | CHASE_PROPERTY_MONO))
    note_obstacle (list, functor, arrow, "mono");
  if ((arrow->properties & CHASE_PROPERTY_EPI) && cancels
      && !letters_have (functor, f, split_epi | CHASE_PROPERTY_EPI))
    note_obstacle (list, functor, arrow, "epi");
}

static gboolean
is_inverse_word (const ChaseFunctor *functor, ChaseWord word, ChaseWord inverse)
{
  const ChasePresentation *d = functor->target->presentation;

  if (word.length != inverse.length)
    return FALSE;
  for (guint32 i = 0; i < word.length; i++)
    if (chase_presentation_arrow (d, word.letters[i])->inverse
        != inverse.letters[word.length - 1 - i])
      return FALSE;
  return TRUE;
}

static void
add_inverse_laws (ChaseLawList *list, const ChaseFunctor *functor, guint32 f,
                  const ChaseArrow *arrow)
{
  guint32 there[2] = { f, arrow->inverse };
  guint32 back[2] = { arrow->inverse, f };
  Sides sides = { CHASE_LAW_INVERSE, f, arrow->source, arrow->source, { there, 2 }, { NULL, 0 } };
  Sides other = { CHASE_LAW_INVERSE, f, arrow->target, arrow->target, { back, 2 }, { NULL, 0 } };

  if (functor->form == CHASE_FUNCTOR_WORDS
      && (functor->words[arrow->inverse].length == NOWHERE
          || is_inverse_word (functor, functor->words[f], functor->words[arrow->inverse])))
    return;
  if (functor->form == CHASE_FUNCTOR_SETS && list->broken == f)
    return;
  add_law (list, functor, &sides);
  add_law (list, functor, &other);
}

static void
check_properties (ChaseLawList *list, const ChaseFunctor *functor)
{
  const ChasePresentation *p = functor->source->presentation;
  gboolean cancels = chase_presentation_n_equations (p) > 0;

  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    cancels
        = cancels || (chase_presentation_arrow (p, f)->properties & CHASE_PROPERTY_IDEMPOTENT) != 0;
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      if (arrow->formal || arrow->properties == 0)
        continue;
      if (functor->form == CHASE_FUNCTOR_SETS)
        check_in_sets (list, functor, f, arrow, cancels);
      else if (functor->form == CHASE_FUNCTOR_WORDS)
        check_in_words (list, functor, f, arrow, cancels);
      else if ((arrow->properties & ~(guint)CHASE_PROPERTY_IDEMPOTENT) != 0
               && functor->form == CHASE_FUNCTOR_TABLES)
        note_obstacle (list, functor, arrow,
                       chase_property_word (arrow->properties) != NULL
                           ? chase_property_word (arrow->properties)
                           : "special");
      if (arrow->properties & CHASE_PROPERTY_IDEMPOTENT)
        {
          guint32 twice[2] = { f, f };
          Sides sides = { CHASE_LAW_IDEMPOTENT, f,           arrow->source, arrow->target,
                          { twice, 2 },         { twice, 1 } };

          add_law (list, functor, &sides);
        }
      if (arrow->inverse != NOWHERE && functor->form != CHASE_FUNCTOR_TABLES)
        add_inverse_laws (list, functor, f, arrow);
    }
}

ChaseLawList *
chase_functor_laws (const ChaseFunctor *functor)
{
  ChaseLawList *list = chase_law_list_new ();
  const ChasePresentation *p = functor->source->presentation;

  g_return_val_if_fail (functor->form != CHASE_FUNCTOR_TERM, list);
  if (functor->form == CHASE_FUNCTOR_TABLES && !written_out (functor))
    {
      list->obstacle = g_strdup_printf (
          _ ("The transformations that %s has as values are not written out."), functor->key);
      return list;
    }
  check_properties (list, functor);
  if (list->broken != NOWHERE)
    return list;
  for (guint32 e = 0; e < chase_presentation_n_equations (p); e++)
    {
      const ChaseEquation *equation = chase_presentation_equation (p, e);
      Sides sides = { CHASE_LAW_EQUATION, e, equation->source, equation->target, equation->left,
                      equation->right };

      add_law (list, functor, &sides);
    }
  return list;
}

static void
add_square_of_words (ChaseLawList *list, const ChaseTransformation *alpha, guint32 f,
                     const ChaseArrow *arrow)
{
  ChaseLawClaim *claim = chase_law_list_add (list, CHASE_LAW_NATURAL, f);
  ChaseWord a = alpha->words[arrow->source];
  ChaseWord b = alpha->words[arrow->target];
  ChaseWord over = alpha->from->words[f];
  ChaseWord under = alpha->to->words[f];

  claim->presentation = alpha->from->target->presentation;
  claim->source = alpha->from->objects[arrow->source];
  g_array_append_vals (claim->left, over.letters, over.length);
  g_array_append_vals (claim->left, b.letters, b.length);
  g_array_append_vals (claim->right, a.letters, a.length);
  g_array_append_vals (claim->right, under.letters, under.length);
}

static void
add_square_of_functions (ChaseLawList *list, const ChaseTransformation *alpha, guint32 f,
                         const ChaseArrow *arrow)
{
  ChaseLawClaim *claim = chase_law_list_add (list, CHASE_LAW_NATURAL, f);
  const ChaseSets *from = alpha->from->sets;
  const ChaseSets *to = alpha->to->sets;

  claim->functions = TRUE;
  claim->domain = from->names + from->first[arrow->source];
  claim->codomain = to->names + to->first[arrow->target];
  for (guint32 x = 0; x < from->sizes[arrow->source]; x++)
    {
      guint32 over = from->functions[from->offsets[f] + x];
      guint32 left = alpha->functions[alpha->offsets[arrow->target] + over];
      guint32 component = alpha->functions[alpha->offsets[arrow->source] + x];
      guint32 right = to->functions[to->offsets[f] + component];

      g_array_append_val (claim->left, left);
      g_array_append_val (claim->right, right);
    }
}

ChaseLawList *
chase_naturality_laws (const ChaseTransformation *alpha)
{
  ChaseLawList *list = chase_law_list_new ();
  const ChasePresentation *p = alpha->from->source->presentation;

  g_return_val_if_fail (alpha->form != CHASE_TRANSFORMATION_TERM, list);
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (p, f);

      /* The square of an inverse is that of the isomorphism, pasted between inverses. */
      if (arrow->formal)
        continue;
      if (alpha->form == CHASE_TRANSFORMATION_WORDS)
        add_square_of_words (list, alpha, f, arrow);
      else
        add_square_of_functions (list, alpha, f, arrow);
    }
  return list;
}

ChaseLawList *
chase_transformation_equations (const ChaseTransformation *left, const ChaseTransformation *right)
{
  ChaseLawList *list = chase_law_list_new ();
  const ChasePresentation *p = left->from->source->presentation;

  g_return_val_if_fail (left->form == right->form && left->form != CHASE_TRANSFORMATION_TERM, list);
  for (guint32 i = 0; i < chase_presentation_n_objects (p); i++)
    {
      ChaseLawClaim *claim = chase_law_list_add (list, CHASE_LAW_EQUATION, i);

      claim->at = i;
      claim->functions = left->form == CHASE_TRANSFORMATION_FUNCTIONS;
      if (claim->functions)
        {
          const ChaseSets *from = left->from->sets;
          const ChaseSets *to = left->to->sets;

          claim->domain = from->names + from->first[i];
          claim->codomain = to->names + to->first[i];
          g_array_append_vals (claim->left, left->functions + left->offsets[i], from->sizes[i]);
          g_array_append_vals (claim->right, right->functions + right->offsets[i], from->sizes[i]);
          continue;
        }
      claim->presentation = left->from->target->presentation;
      claim->source = left->from->objects[i];
      g_array_append_vals (claim->left, left->words[i].letters, left->words[i].length);
      g_array_append_vals (claim->right, right->words[i].letters, right->words[i].length);
    }
  return list;
}
