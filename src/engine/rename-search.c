/* SPDX-License-Identifier: MIT */
#include "engine/rename-search.h"
#include "engine/functor-images.h"

#define NONE G_MAXUINT32
#define MAX_TRIALS 60
#define MAX_STEPS 20000

typedef struct
{
  ChaseChecker *checker;
  const ChaseCategory *c;
  const ChaseCategory *d;
  guint32 *objects; /* of c: the value, or NONE */
  guint32 *arrows;  /* of c, formal inverses too */
  gboolean *taken_objects;
  gboolean *taken; /* generators of d, by themselves or by their inverses */
  guint trials;
  guint steps;
  JsonObject *found;
} Search;

static JsonObject *
renaming_json (const Search *search)
{
  const ChasePresentation *p = search->c->presentation, *q = search->d->presentation;
  JsonObject *object = json_object_new ();
  JsonObject *objects = json_object_new ();
  JsonObject *arrows = json_object_new ();

  for (guint32 a = 0; a < chase_presentation_n_objects (p); a++)
    json_object_set_string_member (objects, chase_presentation_object_name (p, a),
                                   chase_presentation_object_name (q, search->objects[a]));
  for (guint32 f = 0; f < chase_presentation_n_arrows (p); f++)
    json_object_set_string_member (arrows, chase_presentation_arrow (p, f)->name,
                                   chase_presentation_arrow (q, search->arrows[f])->name);
  json_object_set_object_member (object, "objects", objects);
  json_object_set_object_member (object, "arrows", arrows);
  return object;
}

/* The functor that the search has come to: is it one, and has it an inverse? */
static void
try_functor (Search *search)
{
  guint n = chase_presentation_n_arrows (search->c->presentation);
  g_autofree ChaseWord *words = g_new (ChaseWord, n + 1);
  ChaseFunctor functor = { .key = (char *)"a renaming",
                           .source = search->c,
                           .target = search->d,
                           .form = CHASE_FUNCTOR_WORDS,
                           .objects = search->objects,
                           .words = words };
  ChaseResult laws = { 0 };
  ChaseImages images;
  JsonObject *back = NULL;

  for (guint32 f = 0; f < n; f++)
    words[f] = (ChaseWord){ &search->arrows[f], 1 };
  chase_decide_functor_laws (search->checker, &functor, &laws);
  if (laws.verdict == CHASE_VERDICT_HOLDS)
    {
      if (chase_images_init (&images, search->checker, &functor))
        back = chase_inverse_functor_json (&images);
      chase_images_clear (&images);
    }
  if (back != NULL)
    {
      search->found = chase_evidence_typed ("bijection");
      json_object_set_object_member (search->found, "renaming", renaming_json (search));
      json_object_set_member (search->found, "laws", chase_result_evidence_json (&laws));
      json_object_set_object_member (search->found, "back", back);
    }
  search->trials++;
  chase_evidence_unref (laws.evidence);
  chase_presentation_unref (laws.presentation);
  g_free (laws.reason);
}

static gboolean
stop (const Search *search)
{
  return search->found != NULL || search->trials >= MAX_TRIALS || search->steps >= MAX_STEPS;
}

static guint32
generator (const ChasePresentation *p, guint32 f)
{
  return chase_presentation_arrow (p, f)->formal ? chase_presentation_arrow (p, f)->inverse : f;
}

static gboolean
may_be (const Search *search, guint32 f, guint32 g)
{
  const ChaseArrow *one = chase_presentation_arrow (search->c->presentation, f);
  const ChaseArrow *two = chase_presentation_arrow (search->d->presentation, g);

  return !search->taken[generator (search->d->presentation, g)]
         && two->source == search->objects[one->source]
         && two->target == search->objects[one->target]
         && (one->inverse == NONE) == (two->inverse == NONE)
         && (one->inverse != NONE || one->properties == two->properties);
}

static void
place_arrows (Search *search, guint32 f)
{
  const ChasePresentation *p = search->c->presentation, *q = search->d->presentation;

  while (f < chase_presentation_n_arrows (p) && chase_presentation_arrow (p, f)->formal)
    f++;
  if (f == chase_presentation_n_arrows (p))
    {
      try_functor (search);
      return;
    }
  for (guint32 g = 0; g < chase_presentation_n_arrows (q) && !stop (search); g++)
    {
      search->steps++;
      if (!may_be (search, f, g))
        continue;
      search->taken[generator (q, g)] = TRUE;
      search->arrows[f] = g;
      if (chase_presentation_arrow (p, f)->inverse != NONE)
        search->arrows[chase_presentation_arrow (p, f)->inverse]
            = chase_presentation_arrow (q, g)->inverse;
      place_arrows (search, f + 1);
      search->taken[generator (q, g)] = FALSE;
    }
}

static void
place_objects (Search *search, guint32 a)
{
  guint32 n = chase_presentation_n_objects (search->c->presentation);

  if (a == n)
    {
      place_arrows (search, 0);
      return;
    }
  for (guint32 x = 0; x < n && !stop (search); x++)
    {
      search->steps++;
      if (search->taken_objects[x])
        continue;
      search->taken_objects[x] = TRUE;
      search->objects[a] = x;
      place_objects (search, a + 1);
      search->taken_objects[x] = FALSE;
    }
}

JsonObject *
chase_renaming_find (ChaseChecker *checker, const ChaseCategory *c, const ChaseCategory *d)
{
  Search search = { checker, c, d, NULL, NULL, NULL, NULL, 0, 0, NULL };
  guint n, m;

  if (c->kind != CHASE_CATEGORY_PRESENTED || d->kind != CHASE_CATEGORY_PRESENTED)
    return NULL;
  n = chase_presentation_n_objects (c->presentation);
  m = chase_presentation_n_arrows (c->presentation);
  if (n != chase_presentation_n_objects (d->presentation)
      || m != chase_presentation_n_arrows (d->presentation))
    return NULL;
  search.objects = g_new (guint32, n + 1);
  search.arrows = g_new (guint32, m + 1);
  search.taken_objects = g_new0 (gboolean, n + 1);
  search.taken = g_new0 (gboolean, m + 1);
  place_objects (&search, 0);
  g_free (search.objects);
  g_free (search.arrows);
  g_free (search.taken_objects);
  g_free (search.taken);
  return search.found;
}
