/* SPDX-License-Identifier: MIT */
#include "app/session-actions.h"
#include "app/session-private.h"
#include "model/repair.h"

#include <glib/gi18n.h>

/* Making functors and transformations by pointing: a definition is begun empty, and in the picture
 * of a functor a click on an object and one on its image say where it goes. */

/* The picture of a functor between two categories, and which of its cells is what. */
typedef struct
{
  guint index; /* of the functor among the items */
  ChaseTheory *theory;
  const ChaseCategory *categories[2];
} Picture;

static gboolean
picture_init (Picture *picture, ChaseSession *session)
{
  ChaseDocument *document = chase_session_get_document (session);
  const ChaseItem *shown = chase_session_get_item (session);
  ChaseItem *functor = shown->view == CHASE_VIEW_IMAGE && shown->expression->kind == CHASE_TERM_NAME
                           ? chase_document_find (document, shown->expression->name)
                           : NULL;

  if (functor == NULL || functor->kind != CHASE_ITEM_FUNCTOR || functor->expression != NULL
      || functor->from == NULL || functor->to == NULL || session->placing != NULL)
    return FALSE;
  picture->index = (guint)chase_document_index_of (document, functor);
  picture->theory = chase_theory_new (document, NULL);
  picture->categories[0] = chase_theory_category (picture->theory, functor->from, NULL);
  picture->categories[1] = chase_theory_category (picture->theory, functor->to, NULL);
  if (picture->categories[0] != NULL && picture->categories[0]->presentation != NULL
      && picture->categories[1] != NULL && picture->categories[1]->presentation != NULL)
    return TRUE;
  g_clear_pointer (&picture->theory, chase_theory_unref);
  return FALSE;
}

static guint
n_objects (const Picture *picture, guint side)
{
  return chase_presentation_n_objects (picture->categories[side]->presentation);
}

/* The arrow that is the @n-th drawn one of a side; G_MAXUINT32 behind the last. Puts into *@n what
 * is left. */
static guint32
nth_arrow (const Picture *picture, guint side, guint32 *n)
{
  const ChasePresentation *p = picture->categories[side]->presentation;

  for (guint32 i = 0; i < chase_presentation_n_arrows (p); i++)
    if (!chase_presentation_arrow (p, i)->formal && (*n)-- == 0)
      return i;
  return G_MAXUINT32;
}

/* What of the functor's categories a cell of the picture is. */
typedef struct
{
  gboolean known;
  guint side; /* 0: of the source */
  gboolean arrow;
  guint32 index;
} Thing;

static Thing
thing_at (const Picture *picture, guint32 cell)
{
  Thing thing = { TRUE, 0, FALSE, cell };

  if (cell == G_MAXUINT32)
    return (Thing){ FALSE };
  for (; thing.side < 2; thing.side++)
    {
      if (thing.index < n_objects (picture, thing.side))
        return thing;
      thing.index -= n_objects (picture, thing.side);
    }
  thing.arrow = TRUE;
  for (thing.side = 0; thing.side < 2; thing.side++)
    {
      guint32 found = nth_arrow (picture, thing.side, &thing.index);

      if (found == G_MAXUINT32)
        continue;
      thing.index = found;
      return thing;
    }
  return (Thing){ FALSE }; /* one of the arrows A |-> F(A) */
}

static const char *
name_of (const Picture *picture, const Thing *thing)
{
  const ChasePresentation *p = picture->categories[thing->side]->presentation;

  return thing->arrow ? chase_presentation_arrow (p, thing->index)->name
                      : chase_presentation_object_name (p, thing->index);
}

/* The object that the functor has at @object of its source; G_MAXUINT32 while it has none. */
static guint32
image_of (ChaseSession *session, const Picture *picture, guint32 object)
{
  const ChaseItem *functor
      = chase_document_get_item (chase_session_get_document (session), picture->index);
  const char *name = chase_presentation_object_name (picture->categories[0]->presentation, object);
  guint32 image;

  for (guint i = 0; i < chase_item_n_statements (functor); i++)
    {
      const ChaseStatement *said = chase_item_get_statement (functor, i);

      if (said->kind == CHASE_STATEMENT_ASSIGNMENT && chase_term_is_name (said->from, name)
          && chase_theory_object (picture->theory, picture->categories[1], said->value, &image,
                                  NULL))
        return image;
    }
  return G_MAXUINT32;
}

static void
fill (ChaseSession *session, const Picture *picture, const Thing *argument, const ChaseTerm *value)
{
  g_autoptr (ChaseTerm) at = chase_term_new_name (name_of (picture, argument));

  g_array_set_size (session->pointed, 0);
  chase_session_fill (session, picture->index, at, value);
}

/* The ends between which the image of an arrow has to run. */
static gboolean
ends_of (ChaseSession *session, const Picture *picture, const Thing *arrow, guint32 ends[2])
{
  const ChaseItem *functor
      = chase_document_get_item (chase_session_get_document (session), picture->index);
  const ChaseArrow *drawn
      = chase_presentation_arrow (picture->categories[0]->presentation, arrow->index);
  guint32 source = image_of (session, picture, drawn->source);
  guint32 target = image_of (session, picture, drawn->target);

  ends[0] = functor->contravariant ? target : source;
  ends[1] = functor->contravariant ? source : target;
  return source != G_MAXUINT32 && target != G_MAXUINT32;
}

/* The arrows of the image are pointed at in the order of travel; an object, for an identity. */
static void
point_along (ChaseSession *session, const Picture *picture, const Thing *arrow, const Thing *image)
{
  const ChasePresentation *p = picture->categories[1]->presentation;
  guint32 ends[2], at;
  g_autoptr (ChaseTerm) value = NULL;

  if (!ends_of (session, picture, arrow, ends))
    {
      chase_session_report (session, _ ("First say where its ends go"));
      return;
    }
  if (!image->arrow && image->index == ends[0] && ends[0] == ends[1])
    {
      value = chase_word_to_term (picture->categories[1], ends[0], (ChaseWord){ NULL, 0 });
      fill (session, picture, arrow, value);
      return;
    }
  if (!image->arrow)
    return;
  g_array_append_val (session->pointed, image->index);
  if (!chase_presentation_path_target (
          p, ends[0],
          (ChaseWord){ (const guint32 *)(gpointer)session->pointed->data, session->pointed->len },
          &at))
    {
      g_array_set_size (session->pointed, 0);
      chase_session_report (session, _ ("The image does not run on from there: begin again"));
      return;
    }
  if (at != ends[1])
    return;
  value = chase_word_to_term (
      picture->categories[1], ends[0],
      (ChaseWord){ (const guint32 *)(gpointer)session->pointed->data, session->pointed->len });
  fill (session, picture, arrow, value);
}

gboolean
chase_session_point (ChaseSession *session, guint32 cell)
{
  guint32 before = chase_session_get_single (session);
  Picture picture = { 0 };
  Thing argument, image;

  if (chase_session_get_item (session)->view == CHASE_VIEW_SETS)
    return chase_session_point_element (session, cell);
  if (!picture_init (&picture, session))
    return FALSE;
  argument = thing_at (&picture, before);
  image = thing_at (&picture, cell);
  if (!image.known || image.side == 0 || !argument.known || argument.side != 0)
    {
      g_array_set_size (session->pointed, 0);
      chase_theory_unref (picture.theory);
      return FALSE;
    }
  if (argument.arrow)
    point_along (session, &picture, &argument, &image);
  else if (!image.arrow)
    {
      g_autoptr (ChaseTerm) value = chase_term_new_name (name_of (&picture, &image));

      fill (session, &picture, &argument, value);
    }
  chase_theory_unref (picture.theory);
  return TRUE;
}

ChaseGap *
chase_session_find_value_choices (ChaseSession *session, guint32 cell)
{
  Picture picture = { 0 };
  ChaseGap *gap = NULL;
  Thing thing;

  if (!picture_init (&picture, session))
    return NULL;
  thing = thing_at (&picture, cell);
  if (thing.known && thing.side == 0)
    gap = chase_theory_choices (picture.theory, picture.index, name_of (&picture, &thing));
  chase_theory_unref (picture.theory);
  return gap;
}

/* Beginning */

/* The first of @names that is free, else the first of them with a number. Caller frees. */
static char *
free_name (ChaseDocument *document, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (chase_document_find (document, names[i]) == NULL)
      return g_strdup (names[i]);
  return chase_document_free_name (document, names[0]);
}

static ChaseItem *
definition_new (ChaseDocument *document, ChaseItemKind kind, const char *const *names,
                const ChaseTerm *from, const ChaseTerm *to)
{
  ChaseItem *item = chase_item_new (kind);
  g_autofree char *name = free_name (document, names);

  item->name = chase_name_new (name);
  item->from = chase_term_ref (from);
  item->to = chase_term_ref (to);
  return item;
}

/* TRUE for a functor that is written out as one to Set. */
static gboolean
goes_to_sets (ChaseDocument *document, const ChaseTerm *functor)
{
  const ChaseItem *item
      = functor->kind == CHASE_TERM_NAME ? chase_document_find (document, functor->name) : NULL;

  return item != NULL && item->to != NULL && chase_term_is_name (item->to, "Set");
}

/* The picture in which @definition is made: the image of a functor, sets with their elements, or
 * naturality squares. */
static ChaseItem *
picture_of (ChaseDocument *document, const ChaseItem *definition)
{
  ChaseItem *item = chase_item_new (CHASE_ITEM_DIAGRAM);
  gboolean functor = definition->kind == CHASE_ITEM_FUNCTOR;
  g_autofree char *stem = NULL;
  g_autofree char *name = NULL;

  if (functor ? chase_term_is_name (definition->to, "Set")
              : goes_to_sets (document, definition->from))
    item->view = CHASE_VIEW_SETS;
  else
    item->view = functor ? CHASE_VIEW_IMAGE : CHASE_VIEW_NATURALITY;
  stem = g_strconcat (definition->name, "_", chase_view_word (item->view), NULL);
  name = chase_document_free_name (document, stem);
  item->name = chase_name_new (name);
  item->expression = chase_term_new_name (definition->name);
  return item;
}

static void
begin (ChaseSession *session, ChaseItem *definition, const char *edit)
{
  ChaseDocument *before = chase_session_get_document (session);
  g_autoptr (ChaseDocument) begun = chase_document_insert (before, -1, definition);
  g_autoptr (ChaseItem) picture = picture_of (begun, definition);
  g_autoptr (ChaseDocument) shown = chase_document_insert (begun, -1, picture);

  chase_session_replace_document (session, shown, edit, NULL);
  chase_session_show_item (session,
                           chase_document_n_items (chase_session_get_document (session)) - 1);
}

static void
begin_functor (ChaseSession *session, const char *const *names, const char *from, const char *to)
{
  g_autoptr (ChaseTerm) source = chase_term_new_name (from);
  g_autoptr (ChaseTerm) target = chase_term_new_name (to);
  g_autoptr (ChaseItem) functor = definition_new (chase_session_get_document (session),
                                                  CHASE_ITEM_FUNCTOR, names, source, target);

  begin (session, functor, _ ("Make Functor"));
}

void
chase_session_begin_functor (ChaseSession *session, const char *from, const char *to)
{
  static const char *const names[][4] = { { "F", "G", "H", NULL }, { "M", "N", "P", NULL } };

  begin_functor (session, names[g_str_equal (to, "Set")], from, to);
}

void
chase_session_define_functor (ChaseSession *session, const char *name, const char *from,
                              const char *to)
{
  begin_functor (session, (const char *const[]){ name, NULL }, from, to);
}

gboolean
chase_session_begin_transformation (ChaseSession *session, const char *from, const char *to)
{
  static const char *const names[] = { "alpha", "beta", "gamma", NULL };
  ChaseDocument *document = chase_session_get_document (session);
  g_autoptr (ChaseTerm) source = chase_term_new_name (from);
  g_autoptr (ChaseTerm) target = chase_term_new_name (to);
  g_autoptr (ChaseTheory) theory = chase_theory_new (document, NULL);
  const ChaseFunctor *f = chase_theory_functor (theory, source, NULL, NULL, NULL);
  const ChaseFunctor *g = chase_theory_functor (theory, target, NULL, NULL, NULL);
  g_autoptr (ChaseItem) alpha = NULL;

  if (f == NULL || g == NULL || f->source != g->source || f->target != g->target)
    {
      chase_session_report (
          session, _ ("A transformation runs between two functors that have the same categories"));
      return FALSE;
    }
  alpha = definition_new (document, CHASE_ITEM_TRANSFORMATION, names, source, target);
  begin (session, alpha, _ ("Make Transformation"));
  return TRUE;
}
