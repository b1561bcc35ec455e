/* SPDX-License-Identifier: MIT */
#include "engine/explain-private.h"

#include "i18n.h"

enum
{
  ELEMENTS_SHOWN = 30, /* of a set; and values of a function */
  RULES_SHOWN = 30,
};

/* A model with the things of it that are told: those that the two paths meet, or all. */
typedef struct
{
  ChaseTelling *t;
  const ChaseModel *model;
  gsize *first; /* object -> number of its first element's name */
  guint8 *met;  /* object -> whether a path passes it */
} ModelTelling;

static char *
element_text (const ModelTelling *m, guint32 object, guint32 x)
{
  GString *out;

  if (m->model->names == NULL)
    return g_strdup_printf ("%u", x);
  out = g_string_new (NULL);
  chase_append_name (out, m->model->names[m->first[object] + x]);
  return g_string_free (out, FALSE);
}

/* What is told of a large category: a set of one element between others says nothing. */
static gboolean
is_told (const ModelTelling *m, guint32 object)
{
  return m->model->n_objects <= 12 || m->met[object] || m->model->sizes[object] > 1;
}

static void
tell_set (const ModelTelling *m, guint32 object)
{
  g_autofree char *name = chase_told_object (m->t->presentation, object);
  g_autoptr (GString) text = g_string_new (NULL);
  guint32 size = m->model->sizes[object];

  for (guint32 x = 0; x < size; x++)
    {
      g_autofree char *element = element_text (m, object, x);

      if (x == ELEMENTS_SHOWN)
        {
          g_string_append_printf (text, ", … (%u elements)", size);
          break;
        }
      g_string_append_printf (text, "%s%s", x > 0 ? ", " : "", element);
    }
  chase_tell (m->t, "%s = {%s}", name, text->str);
}

static void
tell_empty_sets (const ModelTelling *m)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint32 i = 0; i < m->model->n_objects; i++)
    {
      g_autofree char *name = chase_told_object (m->t->presentation, i);

      if (m->model->sizes[i] == 0 && is_told (m, i))
        g_string_append_printf (text, "%s = ", name);
    }
  if (text->len > 0)
    chase_tell (m->t, "%s{}", text->str);
}

static void
tell_function (const ModelTelling *m, guint32 number)
{
  const ChasePresentation *p = m->t->presentation;
  const ChaseArrow *arrow = chase_presentation_arrow (p, number);
  g_autofree char *name = chase_told_arrow (p, number);
  g_autofree char *source = chase_told_object (p, arrow->source);
  g_autofree char *target = chase_told_object (p, arrow->target);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint32 x = 0; x < m->model->sizes[arrow->source]; x++)
    {
      guint32 y = m->model->functions[m->model->offsets[number] + x];
      g_autofree char *from = element_text (m, arrow->source, x);
      g_autofree char *to = element_text (m, arrow->target, y);

      if (x == ELEMENTS_SHOWN)
        {
          g_string_append (text, ", …");
          break;
        }
      g_string_append_printf (text, "%s%s |-> %s", x > 0 ? ", " : "", from, to);
    }
  chase_tell (m->t, "%s : %s -> %s   %s", name, source, target, text->str);
}

static guint32
tell_way (const ModelTelling *m, guint32 source, ChaseWord word, guint32 x, const char *title,
          guint width)
{
  const ChasePresentation *p = m->t->presentation;
  g_autoptr (GString) way = g_string_new (NULL);
  g_autofree char *start = element_text (m, source, x);
  guint padding = width - (guint)g_utf8_strlen (title, -1);

  g_string_append (way, start);
  for (guint32 i = 0; i < word.length; i++)
    {
      guint32 f = word.letters[i];
      g_autofree char *name = chase_told_arrow (p, f);
      g_autofree char *next = NULL;

      x = m->model->functions[m->model->offsets[f] + x];
      next = element_text (m, chase_presentation_arrow (p, f)->target, x);
      g_string_append_printf (way, " -%s-> %s", name, next);
    }
  chase_tell (m->t, "  %s:%*s  %s", title, (int)padding, "", way->str);
  return x;
}

static void
tell_ways (const ModelTelling *m, guint32 source, const ChaseWord *words)
{
  const ChasePresentation *p = m->t->presentation;
  guint32 x = chase_model_find (m->model, source, m->model->at);
  g_autofree char *object = chase_told_object (p, source);
  g_autofree char *element = element_text (m, source, x);
  g_autofree char *left = chase_path_to_text (p, source, words[0]);
  g_autofree char *right = chase_path_to_text (p, source, words[1]);
  guint width = (guint)MAX (g_utf8_strlen (left, -1), g_utf8_strlen (right, -1));
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  guint32 target, y, z;

  chase_presentation_path_target (p, source, words[0], &target);
  chase_tell (m->t, "Follow the element %s of %s along both paths:", element, object);
  y = tell_way (m, source, words[0], x, left, width);
  z = tell_way (m, source, words[1], x, right, width);
  one = element_text (m, target, y);
  other = element_text (m, target, z);
  chase_tell (m->t, "One leads to %s, the other to %s: the two paths are not equal.", one, other);
}

static void
meet (const ModelTelling *m, guint32 source, ChaseWord word)
{
  m->met[source] = 1;
  for (guint32 i = 0; i < word.length; i++)
    m->met[chase_presentation_arrow (m->t->presentation, word.letters[i])->target] = 1;
}

static gboolean
has_properties (const ChasePresentation *presentation)
{
  for (guint32 i = 0; i < chase_presentation_n_arrows (presentation); i++)
    if (chase_presentation_arrow (presentation, i)->properties != CHASE_PROPERTY_NONE)
      return TRUE;
  return FALSE;
}

void
chase_tell_model (ChaseTelling *t, guint32 source, const ChaseWord *words, const ChaseModel *model)
{
  g_autofree gsize *first = g_new0 (gsize, (gsize)model->n_objects + 1);
  g_autofree guint8 *met = g_new0 (guint8, (gsize)model->n_objects + 1);
  ModelTelling m = { t, model, first, met };
  gboolean all = TRUE;

  for (guint32 i = 0; i < model->n_objects; i++)
    first[i + 1] = first[i] + model->sizes[i];
  meet (&m, source, words[0]);
  meet (&m, source, words[1]);
  chase_tell (t,
              has_properties (t->presentation)
                  ? _ ("These sets and functions satisfy every given equation and every declared "
                       "property:")
                  : _ ("These sets and functions satisfy every given equation:"));
  t->indent += 2;
  for (guint32 i = 0; i < model->n_objects; i++)
    if (is_told (&m, i) && model->sizes[i] > 0)
      tell_set (&m, i);
  tell_empty_sets (&m);
  for (guint32 i = 0; i < model->n_arrows; i++)
    {
      const ChaseArrow *arrow = chase_presentation_arrow (t->presentation, i);

      if (is_told (&m, arrow->source) && is_told (&m, arrow->target) && !arrow->formal
          && model->sizes[arrow->source] > 0)
        tell_function (&m, i);
      all = all && is_told (&m, arrow->source) && is_told (&m, arrow->target);
    }
  if (!all)
    chase_tell (t, "All other sets have one element at most.");
  t->indent -= 2;
  tell_ways (&m, source, words);
}

void
chase_tell_normal (ChaseTelling *t, guint32 source, const ChaseWord *words,
                   const ChaseNormal *normal)
{
  const ChasePresentation *p = t->presentation;
  const ChaseWord *forms[2] = { &normal->left, &normal->right };

  chase_tell (t, "These rules rewrite every path to one normal form, the same for equal paths:");
  for (guint32 i = 0; i < normal->n_rules; i++)
    {
      ChaseWord left = normal->rules[i].left;
      guint32 start = chase_presentation_arrow (p, left.letters[0])->source;
      g_autofree char *from = chase_path_to_text (p, start, left);
      g_autofree char *to = chase_path_to_text (p, start, normal->rules[i].right);

      if (i == RULES_SHOWN)
        {
          chase_tell (t, "  … (%u rules)", normal->n_rules);
          break;
        }
      chase_tell (t, "  %s  ->  %s", from, to);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = chase_path_to_text (p, source, words[i]);
      g_autofree char *form = chase_path_to_text (p, source, *forms[i]);

      chase_tell (t, "The normal form of %s is %s.", path, form);
    }
  chase_tell (t, "The two normal forms differ, so the two paths are not equal.");
}
