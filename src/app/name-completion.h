/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CHASE_TYPE_NAME_COMPLETION (chase_name_completion_get_type ())
G_DECLARE_FINAL_TYPE (ChaseNameCompletion, chase_name_completion, CHASE, NAME_COMPLETION, GObject)

/**
 * Offers, while a name is typed into @view or with Ctrl+Space, the names and keywords that it may
 * become, in a list over @host, which has the view (inside a scrolled window) as its child. The
 * keyboard stays in the text: Up and Down choose, Tab and Return take, Escape closes. Return takes
 * only what was chosen, for it ends statements too. What is taken is one edit of @session. Caller
 * owns it, and lets it go before the view does.
 */
ChaseNameCompletion *
chase_name_completion_new (GtkOverlay *host, GtkTextView *view, ChaseSession *session);
/** Tells it what the text has been read as; NULL: it has changed since. */
void
chase_name_completion_set_reading (ChaseNameCompletion *completion, ChaseDocument *document);

G_END_DECLS
