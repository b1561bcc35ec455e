/* SPDX-License-Identifier: MIT */
#include "engine/check-private.h"
#include "engine/engine-private.h"
#include "engine/explain.h"

enum
{
  MAX_PATHS = 60,
  MAX_LENGTH = 6,
  QUICK_RULES = 30, /* for each question whether two paths become equal */
  QUICK_ROWS = 100,
  MAX_APART = 20, /* of pairs that do: whether they are equal already */
};

typedef struct
{
  guint32 start, end;
  GArray *letters;
} Path;

/* Short paths that end where a morphism begins (@before), or begin where it ends. */
typedef struct
{
  ChaseChecker *checker;
  ChasePresentation *presentation;
  const ChaseIndex *index;
  guint32 source;
  const GArray *word;
  gboolean before;
  GArray *paths; /* of Path, by length */
  guint n_asked;
  ChaseClock clock;
} Search;

static void
path_clear (gpointer data)
{
  g_array_unref (((Path *)data)->letters);
}

static void
add_path (Search *s, const Path *from, guint32 arrow)
{
  Path path = { from->start, from->end, g_array_new (FALSE, FALSE, sizeof (guint32)) };

  if (s->before)
    {
      g_array_append_val (path.letters, arrow);
      path.start = s->index->source[arrow];
    }
  if (from->letters->len > 0)
    g_array_append_vals (path.letters, from->letters->data, from->letters->len);
  if (!s->before)
    {
      g_array_append_val (path.letters, arrow);
      path.end = s->index->target[arrow];
    }
  g_array_append_val (s->paths, path);
}

static void
list_paths (Search *s, guint32 object)
{
  Path empty = { object, object, g_array_new (FALSE, FALSE, sizeof (guint32)) };

  g_array_append_val (s->paths, empty);
  for (guint i = 0; i < s->paths->len; i++)
    {
      const Path path = g_array_index (s->paths, Path, i);
      guint32 at = s->before ? path.start : path.end;
      const guint32 *first = s->before ? s->index->in_first : s->index->out_first;
      const guint32 *items = s->before ? s->index->in : s->index->out;

      for (guint32 k = first[at];
           k < first[at + 1] && s->paths->len < MAX_PATHS && path.letters->len < MAX_LENGTH; k++)
        add_path (s, &path, items[k]);
    }
}

static GArray *
with_morphism (const Search *s, const Path *path)
{
  const GArray *first = s->before ? path->letters : s->word;
  const GArray *second = s->before ? s->word : path->letters;
  GArray *whole = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (first->len > 0)
    g_array_append_vals (whole, first->data, first->len);
  if (second->len > 0)
    g_array_append_vals (whole, second->data, second->len);
  return whole;
}

static ChaseEngine *
engine_of (const Search *s)
{
  return chase_checker_engine (s->checker, s->presentation);
}

/* That the two paths are equal with the morphism, or NULL. */
static ChaseAnswer *
find_equal (const Search *s, const Path *one, const Path *two)
{
  g_autoptr (GArray) left = with_morphism (s, one);
  g_autoptr (GArray) right = with_morphism (s, two);
  ChaseBudget budget = *s->checker->budget;
  g_autoptr (ChaseAnswer) answer = NULL;

  budget.rules = QUICK_RULES;
  budget.rows = QUICK_ROWS;
  budget.progress = NULL;
  answer
      = chase_engine_equal (engine_of (s), s->before ? one->start : s->source, chase_letters (left),
                            chase_letters (right), &budget, s->checker->cancellable);
  return answer->verdict == CHASE_VERDICT_HOLDS ? g_steal_pointer (&answer) : NULL;
}

static JsonArray *
names_of (const Search *s, const Path *path)
{
  return chase_arrow_names (s->presentation, (const guint32 *)(gpointer)path->letters->data,
                            path->letters->len);
}

static void
report (const Search *s, const Path *one, const Path *two, const ChaseAnswer *equal,
        const ChaseAnswer *apart, ChaseResult *result)
{
  JsonObject *object = chase_evidence_typed ("table");
  JsonArray *pair = json_array_new ();
  g_autofree char *left
      = chase_path_to_text (s->presentation, one->start, chase_letters (one->letters));
  g_autofree char *right
      = chase_path_to_text (s->presentation, two->start, chase_letters (two->letters));

  json_array_add_array_element (pair, names_of (s, one));
  json_array_add_array_element (pair, names_of (s, two));
  json_object_set_array_member (object, "confused", pair);
  json_object_set_string_member (object, "side", s->before ? "right" : "left");
  json_object_set_member (object, "equal",
                          chase_evidence_to_json (equal->evidence, s->presentation));
  json_object_set_member (object, "apart",
                          chase_evidence_to_json (apart->evidence, s->presentation));
  chase_result_set_object (result, CHASE_VERDICT_FAILS, object,
                           "It does not tell %s and %s apart, which are different.", left, right);
}

/* Does the pair show it? */
static gboolean
try_pair (Search *s, const Path *one, const Path *two, ChaseResult *result)
{
  g_autoptr (ChaseAnswer) equal = NULL;
  g_autoptr (ChaseAnswer) apart = NULL;

  if (one->start != two->start || one->end != two->end)
    return FALSE;
  equal = find_equal (s, one, two);
  if (equal == NULL || s->n_asked++ >= MAX_APART)
    return FALSE;
  apart = chase_engine_equal (engine_of (s), one->start, chase_letters (one->letters),
                              chase_letters (two->letters), s->checker->budget,
                              s->checker->cancellable);
  if (apart->verdict == CHASE_VERDICT_FAILS)
    report (s, one, two, equal, apart, result);
  return apart->verdict == CHASE_VERDICT_FAILS;
}

gboolean
chase_find_apart (ChaseChecker *checker, ChasePresentation *presentation, guint32 source,
                  guint32 target, const GArray *word, gboolean before, ChaseResult *result)
{
  Search s = { checker, presentation, .source = source, .word = word, .before = before };
  gboolean found = FALSE;

  s.index = &engine_of (&s)->index;
  s.paths = g_array_new (FALSE, FALSE, sizeof (Path));
  g_array_set_clear_func (s.paths, path_clear);
  chase_clock_start (&s.clock, checker->budget, checker->cancellable);
  list_paths (&s, before ? source : target);
  for (guint i = 1; i < s.paths->len && !found; i++)
    for (guint k = 0; k < i && !found && !chase_clock_look (&s.clock); k++)
      found = try_pair (&s, &g_array_index (s.paths, Path, k), &g_array_index (s.paths, Path, i),
                        result);
  g_array_unref (s.paths);
  return found;
}
