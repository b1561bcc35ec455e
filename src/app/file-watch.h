/* SPDX-License-Identifier: MIT */
#pragma once

#include "app/session.h"

G_BEGIN_DECLS

/**
 * Notices when another program has written the file of @session, and offers to read it again, for
 * as long as the session lives.
 */
void
chase_file_watch_follow (ChaseSession *session);

G_END_DECLS
