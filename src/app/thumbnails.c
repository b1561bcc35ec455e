/* SPDX-License-Identifier: MIT */
#include "app/thumbnails.h"

#include "app/placing.h"

typedef struct
{
  ChaseDocument *document;
  ChaseItem *item;
  GWeakRef swatch;
} Wish;

struct _ChaseThumbnails
{
  GQueue wishes;
  Wish *placing; /* the one that is worked out now, or NULL */
  GCancellable *cancellable;
};

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  chase_document_unref (wish->document);
  chase_item_unref (wish->item);
  g_weak_ref_clear (&wish->swatch);
  g_free (wish);
}

ChaseThumbnails *
chase_thumbnails_new (void)
{
  return g_new0 (ChaseThumbnails, 1);
}

void
chase_thumbnails_forget (ChaseThumbnails *thumbnails)
{
  g_queue_clear_full (&thumbnails->wishes, wish_free);
  if (thumbnails->cancellable != NULL)
    g_cancellable_cancel (thumbnails->cancellable);
  g_clear_object (&thumbnails->cancellable);
  g_clear_pointer (&thumbnails->placing, wish_free);
}

void
chase_thumbnails_free (ChaseThumbnails *thumbnails)
{
  if (thumbnails == NULL)
    return;
  chase_thumbnails_forget (thumbnails);
  g_free (thumbnails);
}

static void
place_next (ChaseThumbnails *thumbnails);

static void
placed (GObject *source, GAsyncResult *result, gpointer data)
{
  ChaseThumbnails *thumbnails = data;
  g_autoptr (ChaseDiagram) diagram = chase_place_finish (result, NULL);
  g_autoptr (ChaseSwatch) swatch = NULL;

  /* Cancelled, the thumbnails may be gone. */
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  swatch = g_weak_ref_get (&thumbnails->placing->swatch);
  if (swatch != NULL && diagram != NULL)
    chase_swatch_set_diagram (swatch, diagram);
  g_clear_object (&thumbnails->cancellable);
  g_clear_pointer (&thumbnails->placing, wish_free);
  place_next (thumbnails);
}

static void
place_next (ChaseThumbnails *thumbnails)
{
  Wish *wish = thumbnails->placing == NULL ? g_queue_pop_head (&thumbnails->wishes) : NULL;
  g_autoptr (ChaseDiagram) diagram = NULL;

  if (wish == NULL)
    return;
  if (wish->item->view == CHASE_VIEW_NONE)
    diagram = chase_diagram_new (wish->document, wish->item, NULL);
  thumbnails->placing = wish;
  thumbnails->cancellable = g_cancellable_new ();
  chase_place_async (wish->document, wish->item, diagram, FALSE, thumbnails->cancellable, placed,
                     thumbnails);
}

void
chase_thumbnails_ask (ChaseThumbnails *thumbnails, ChaseDocument *document, ChaseItem *item,
                      ChaseSwatch *swatch)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->document = chase_document_ref (document);
  wish->item = chase_item_ref (item);
  g_weak_ref_init (&wish->swatch, swatch);
  g_queue_push_tail (&thumbnails->wishes, wish);
  place_next (thumbnails);
}
