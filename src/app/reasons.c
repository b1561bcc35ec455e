/* SPDX-License-Identifier: MIT */
#include "app/reasons.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * What the engine says, sentence by sentence: %1 to %9 stand for what it puts in, and is a sentence
 * or a word of this list at times; "(s)" for the s of a plural. The engine speaks English, as its
 * reports do; a sentence that is not here stays as it is. The first that fits counts.
 */
static const char *const sentences[] = {
  N_ ("The paths are the same."),
  N_ ("The paths are equal by a proof of %1 step(s)."),
  N_ ("By the table the paths are equal."),
  N_ ("By the table both are %1."),
  N_ ("By the table one is %1, the other %2."),
  N_ ("The two paths are the same."),
  N_ ("The two paths are equal by a proof of %1 step(s)."),
  N_ ("The two paths differ in a model of the category."),
  N_ ("The two paths have different normal forms."),
  N_ ("This equation is given."),
  N_ ("Two paths from %1 to %2 are not equal."),
  N_ ("Not decided: %1 pair(s) of paths could not be compared."),
  N_ ("Not decided: %1."),
  N_ ("The diagram commutes: %1 pair(s) of paths had to be compared."),
  N_ ("The diagram has a cycle."),
  N_ ("Not finished: %1."),
  N_ ("At %1 the functions differ: one gives %2, another %3."),
  N_ ("The functions have the same value at each of %1 elements."),
  N_ ("These functions are not written out."),
  N_ ("The components of these transformations are not written out."),
  N_ ("It is not clear in which category this is meant."),
  N_ ("This program cannot yet decide equations in %1."),
  N_ ("These paths make no sense."),
  N_ ("This path makes no sense."),
  N_ ("This makes no sense: %1."),
  N_ ("Hom(%1, %2) has %3 morphism(s) and Hom(%4, %5) has %6."),
  N_ ("No arrow from %1 gives a bijection of hom-sets."),
  N_ ("A unit was found, which matches %1 morphism(s) on the left with those on the right."),
  N_ ("Not all units were tried: %1."),
  N_ ("Each object has universal arrows, but no choice of them is natural."),
  N_ ("The unit and the counit are not given by paths between these functors and the identities."),
  N_ ("By a look at its %1 morphism(s)."),
  N_ ("By a look at all %1 morphism(s)."),
  N_ ("A morphism has no inverse: %1."),
  N_ ("Two morphisms are parallel: %1."),
  N_ ("Two objects are isomorphic: %1."),
  N_ ("A morphism is no identity: %1."),
  N_ ("No way along arrows, in whichever direction, leads from %1 to %2."),
  N_ ("Arrows join all of its objects."),
  N_ ("It has no object."),
  N_ ("It has %1 object(s)."),
  N_ ("It has infinitely many morphisms between finitely many objects."),
  N_ ("Not all functors were found: %1."),
  N_ ("%1 has declared monos or epis."),
  N_ ("There is %1 %2."),
  N_ ("There are %1 %2."),
  N_ ("There are infinitely many %1."),
  N_ ("morphism(s)"),
  N_ ("object(s)"),
  N_ ("functor(s)"),
  N_ ("element(s)"),
  N_ ("natural transformation(s)"),
  N_ ("One of the two is no object there."),
  N_ ("This set is not written out."),
  N_ ("The arrows of this diagram are not morphisms of one category whose values are written out "
      "or listed."),
  N_ ("The arrows of this computed diagram are not morphisms of one category."),
  N_ ("The diagram is not drawn in a category with generators, or has errors."),
  N_ ("This program cannot yet list the morphisms of %1."),
  N_ ("The table is not a category."),
  N_ ("The morphisms of %1 could not all be listed: it is infinite, or too large for the limits, "
      "or it has declared monos or epis."),
  N_ ("A functor between them is full, faithful and essentially surjective."),
  N_ ("A functor between them is a bijection of objects and of morphisms."),
  N_ ("One has %1 object(s) and %2 morphism(s), %3 and %4 of the other."),
  N_ ("Up to isomorphism of objects, one has %1 object(s) and %2 morphism(s), %3 and %4 of the "
      "other."),
  N_ ("No functor was found, but what shows that there is none would take too long to verify."),
  N_ ("No way to send one to the other keeps composition."),
  N_ ("Their morphisms compose differently: what they are told apart by is not the same in both."),
  N_ ("Not all ways to match them were tried: %1."),
  N_ ("%1 has infinitely many morphisms, the other not."),
  N_ ("They are one category."),
  N_ ("It sends %1 and %2 to one morphism."),
  N_ ("A morphism between the values at %1 and %2 comes from none between the two."),
  N_ ("Not all morphisms between the values were found: %1."),
  N_ ("No value is a set of %1 element(s)."),
  N_ ("It is not known to be a functor."),
  N_ ("The morphisms of %1, or the values of %2, are infinitely many or too many to be listed."),
  N_ ("By a look at the images of all %1 morphisms."),
  N_ ("%1 comes from no morphism between the objects."),
  N_ ("%1 is not reached."),
  N_ ("%1 is reached twice."),
  N_ ("The morphisms of %1 and %2 could not all be listed."),
  N_ ("This category has errors."),
  N_ ("What generators and equations present is a category."),
  N_ ("This functor has errors."),
  N_ ("This transformation has errors."),
  N_ ("This program cannot yet decide what is %1."),
  N_ ("All of them hold."),
  N_ ("Not counted: an arrow is declared epi without being iso."),
  N_ ("Not counted: what is declared mono or epi cannot be shown by a list."),
  N_ ("Not counted: %1."),
  N_ ("These are not known to be functors between two categories whose morphisms can all be "
      "listed."),
  N_ ("These could not be read as sets and functions of %1 whose ends fit together."),
  N_ ("Nothing is said."),
  N_ ("Not %1: %2"),
  N_ ("The values of these functors could not all be listed, or they are no functors."),
  N_ ("The component at %1 has no inverse."),
  N_ ("Every component has an inverse."),
  N_ ("The components are not written out."),
  N_ ("It is not natural."),
  N_ ("None of the %1 natural transformations has an inverse."),
  N_ ("Their values at %1 are not isomorphic."),
  N_ ("Not all transformations were found: %1."),
  N_ ("There are too many transformations to try."),
  N_ ("The %1 breaks at %2: one way gives %3, the other %4."),
  N_ ("The %1 breaks. %2"),
  N_ ("%1 is declared %2, and its image is not."),
  N_ ("There is no %1 to keep."),
  N_ ("The one %1 holds."),
  N_ ("All %1 given equations hold."),
  N_ ("All %1 naturality squares hold."),
  N_ ("All %1 triangle identities hold."),
  N_ ("All %1 laws hold."),
  N_ ("given equation"),
  N_ ("law"),
  N_ ("the time allowed ran out"),
  N_ ("the memory allowed ran out"),
  N_ ("it was cancelled"),
  N_ ("every way tried came to its limit"),
  N_ ("naturality square"),
  N_ ("triangle identity"),
  N_ ("The values of %1 could not all be listed."),
  N_ ("This program cannot yet write out the components of %1."),
  N_ ("It runs from %1 to %2."),
  N_ ("No two of the %1 morphisms become equal."),
  N_ ("It does not tell %1 and %2 apart."),
  N_ ("No morphism leads back to the identity."),
  N_ ("%1 is its inverse."),
  N_ ("%1 is its retraction."),
  N_ ("%1 is its section."),
  N_ ("It follows from what is declared, in %1 steps."),
  N_ ("It follows from what is declared of its arrows."),
  N_ ("There is no arrow from %1."),
  N_ ("There is no arrow to %1."),
  N_ ("There are %1 arrows from %2."),
  N_ ("There are %1 arrows to %2."),
  N_ ("There is exactly one arrow for each of %1 objects."),
  N_ ("There is an isomorphism and its inverse."),
  N_ ("None of the %1 arrows between them has an inverse."),
  N_ ("Two paths send the element %1 to %2 and to %3."),
  N_ ("All paths between two nodes are one function: %1 pair(s) of nodes."),
  N_ ("This could not be listed as sets and functions of %1."),
  N_ ("What is initial has no elements."),
  N_ ("What is terminal has one element everywhere."),
  N_ ("What is zero has no elements and one."),
  N_ ("An element of the sets shows it, at %1."),
  N_ ("By a look at the images of all elements."),
  N_ ("Not all ways back were tried: %1."),
  N_ ("There is a way back."),
  N_ ("No way back composes to the identity."),
  N_ ("Its two ends are the same."),
  N_ ("It has different ends."),
  N_ ("The given legs do not commute with the arrows."),
  N_ ("A family of elements comes from no element, or from two."),
  N_ ("The legs confuse what is not glued, or miss an element."),
  N_ ("Not all families were tried: %1."),
  N_ ("Each of %1 families comes from one element."),
  N_ ("The legs send %1 classes of elements to one each."),
  N_ ("It has one object and its identity."),
  N_ ("Every set has a function from the empty one."),
  N_ ("It has sets of all sizes and all functions between them."),
  N_ ("The entry on line %1 changes a composite with an identity."),
  N_ ("It is not closed: the table does not say what %1 after %2 is."),
  N_ ("It is not associative: (%1 . %2) . %3 = %4, but %5 . (%6 . %7) = %8."),
  N_ ("The table is a category, but in it %1 is not %2, as it is declared."),
  N_ ("Closed, with units and associative: %1 morphisms."),
  N_ ("A cone of %1 has no mediating morphism."),
  N_ ("A cone of %1 has a second mediating morphism."),
  N_ ("Each of %1 competing cones has one mediating morphism."),
  N_ ("Not all cones were tried: %1."),
  N_ ("The morphisms of this category could not all be listed."),
  N_ ("Not all of naturality was gone through: %1."),
  N_ ("The values of %1 or the morphisms of %2 could not all be listed, or it is no functor."),
  N_ ("%1 transformation(s) and as many elements, one for the other, and natural in both."),
  N_ ("%1 transformation(s) and as many elements, one for the other."),
  N_ ("This functor does not start from a listed category."),
  N_ ("There are more elements than a report lists."),
  N_ ("%1 represents it, with the universal element %2."),
  N_ ("It is not a functor from a listed category to Set."),
  N_ ("No element names a bijection at every object."),
  N_ ("This program cannot yet decide statements of this kind."),
  N_ ("This was stopped before it was decided."),
  N_ ("Every morphism was listed."),
  N_ ("The elements of the group were listed."),
  N_ ("The reduced paths of a complete system were counted."),
  N_ ("There are infinitely many: the reduced paths of a complete system run in a circle."),
};

/* A regular expression for @sentence. */
static GRegex *
pattern_of (const char *sentence)
{
  GString *text = g_string_new ("^");
  GRegex *regex;

  for (const char *p = sentence; *p != '\0'; p++)
    if (*p == '%' && g_ascii_isdigit (p[1]))
      {
        g_string_append (text, "(.+?)");
        p++;
      }
    else if (g_str_has_prefix (p, "(s)"))
      {
        g_string_append (text, "s?");
        p += 2;
      }
    else
      {
        if (!g_ascii_isalnum (*p) && *p != ' ' && *p > 0)
          g_string_append_c (text, '\\');
        g_string_append_c (text, *p);
      }
  g_string_append_c (text, '$');
  regex = g_regex_new (text->str, G_REGEX_OPTIMIZE | G_REGEX_DOTALL, 0, NULL);
  g_assert (regex != NULL);
  g_string_free (text, TRUE);
  return regex;
}

/* The sentence's translation with what @match has found put in, in the language of the user. */
static char *
fill (const char *translation, const GMatchInfo *match)
{
  GString *text = g_string_new (NULL);

  for (const char *p = translation; *p != '\0'; p++)
    if (*p == '%' && g_ascii_isdigit (p[1]))
      {
        g_autofree char *found = g_match_info_fetch (match, *++p - '0');
        g_autofree char *said = chase_reason_in_words (found != NULL ? found : "");

        g_string_append (text, said);
      }
    else
      g_string_append_c (text, *p);
  return g_string_free (text, FALSE);
}

static GRegex *const *
patterns (void)
{
  static GRegex *compiled[G_N_ELEMENTS (sentences)];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
        compiled[i] = pattern_of (sentences[i]);
      g_once_init_leave (&ready, 1);
    }
  return compiled;
}

const char *
chase_reason_sentence (const char *reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_regex_match (patterns ()[i], reason, 0, NULL))
      return sentences[i];
  return NULL;
}

char *
chase_reason_in_words (const char *reason)
{
  /* Nothing to do in English. */
  if (_ (sentences[0]) == sentences[0])
    return g_strdup (reason);
  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autoptr (GMatchInfo) match = NULL;

      if (g_regex_match (patterns ()[i], reason, 0, &match))
        return fill (_ (sentences[i]), match);
    }
  return g_strdup (reason);
}
