/* SPDX-License-Identifier: MIT */
#include "engine/view-private.h"

#include "i18n.h"

/* Sets of more elements show this many less one, and dots. */
#define SHOWN 9
#define ROW 0.5
#define COLUMNS 2.6

typedef struct
{
  ChaseView *view;
  const ChaseFunctor *functor;
  guint32 object;
  guint32 size;
  guint32 shown;
} Yoneda;

static const char *
element_name (const Yoneda *yoneda, guint32 x)
{
  const ChaseSets *sets = yoneda->functor->sets;

  return sets->names[sets->first[yoneda->object] + x];
}

static gboolean
is_rest (const Yoneda *yoneda, guint32 x)
{
  return yoneda->size > SHOWN && x == yoneda->shown - 1;
}

static void
add_column (const Yoneda *yoneda, gboolean right)
{
  g_autofree char *object = chase_view_object_label (yoneda->functor->source, yoneda->object);

  for (guint32 x = 0; x < yoneda->shown; x++)
    {
      const char *name = element_name (yoneda, x);
      g_autofree char *element
          = g_ascii_isalpha (name[0]) ? chase_name_to_label (name) : g_strdup (name);
      g_autofree char *sent = g_strdup_printf ("\\mathrm{id}_{%s} \\mapsto %s", object, element);
      g_autoptr (ChaseStyle) style = chase_style_new ();

      if (!is_rest (yoneda, x))
        {
          chase_style_set_extra (style, "dot", right ? "right" : "left");
          chase_view_paint (style, chase_view_colour (x));
        }
      chase_diagram_add_node (yoneda->view->diagram,
                              is_rest (yoneda, x) ? "\\vdots"
                              : right             ? element
                                                  : sent,
                              TRUE, right ? COLUMNS : 0, x * ROW, style);
    }
}

static void
add_frames (const Yoneda *yoneda)
{
  g_autoptr (ChaseTerm) term = chase_view_functor_term (yoneda->functor);
  g_autofree char *functor = chase_term_to_label (term);
  g_autofree char *object = chase_view_object_label (yoneda->functor->source, yoneda->object);
  g_autofree char *more
      = yoneda->size > SHOWN ? g_strdup_printf ("\\ \\text{(%u)}", yoneda->size) : g_strdup ("");
  g_autofree char *hom = yoneda->functor->contravariant
                             ? g_strdup_printf ("\\mathrm{Hom}(-, %s)", object)
                             : g_strdup_printf ("\\mathrm{Hom}(%s, -)", object);
  g_autofree char *left = g_strdup_printf ("\\mathrm{Nat}(%s, %s)%s", hom, functor, more);
  g_autofree char *right = g_strdup_printf ("%s(%s)%s", functor, object, more);
  guint32 n = MAX (yoneda->shown, 1);
  g_autofree guint32 *nodes = g_new (guint32, 2 * n);

  for (guint32 i = 0; i < 2 * n; i++)
    nodes[i] = i;
  chase_diagram_add_frame (yoneda->view->diagram, CHASE_FRAME_ELLIPSE, left, NULL, nodes, n);
  chase_diagram_add_frame (yoneda->view->diagram, CHASE_FRAME_ELLIPSE, right, NULL, nodes + n, n);
}

static void
add_empty (const Yoneda *yoneda)
{
  g_autoptr (ChaseStyle) style = chase_style_new ();

  chase_view_paint (style, chase_view_grey ());
  for (int i = 0; i < 2; i++)
    chase_diagram_add_node (yoneda->view->diagram, "\\varnothing", TRUE, i * COLUMNS, 0, style);
}

static void
add_bijection (const Yoneda *yoneda)
{
  for (guint32 x = 0; x < yoneda->shown; x++)
    {
      g_autoptr (ChaseStyle) style = chase_style_new ();

      if (is_rest (yoneda, x))
        continue;
      style->tail = CHASE_TAIL_ARROW;
      chase_view_paint (style, chase_view_colour (x));
      if (x == 0)
        style->label_side = CHASE_LABEL_LEFT;
      chase_diagram_add_edge (yoneda->view->diagram, x, yoneda->shown + x, x == 0 ? "\\cong" : "",
                              style);
    }
}

gboolean
chase_view_yoneda (ChaseView *view)
{
  const ChaseFunctor *functor
      = chase_theory_functor (view->theory, view->item->expression, NULL, NULL, view->problems);
  Yoneda yoneda = { view, functor };

  if (functor == NULL)
    return FALSE;
  if (functor->sets == NULL || functor->source->kind != CHASE_CATEGORY_PRESENTED)
    return chase_view_wrong (view, _ ("its elements are drawn where its sets are given"));
  if (view->item->at == NULL)
    return chase_view_wrong (view, _ ("it has to say at which object: yoneda P at A"));
  if (!chase_theory_object (view->theory, chase_theory_argument (view->theory, functor),
                            view->item->at, &yoneda.object, view->problems))
    return FALSE;
  yoneda.size = functor->sets->sizes[yoneda.object];
  yoneda.shown = MIN (yoneda.size, SHOWN);
  add_column (&yoneda, FALSE);
  add_column (&yoneda, TRUE);
  if (yoneda.size == 0)
    add_empty (&yoneda);
  add_frames (&yoneda);
  add_bijection (&yoneda);
  return TRUE;
}
