/* SPDX-License-Identifier: MIT */
#pragma once

#include "engine/engine.h"
#include "model/diagram.h"
#include "model/theory.h"

G_BEGIN_DECLS

/**
 * Works out the computed diagram @item (a DIAGRAM with a view, with or without a name) about the
 * document of @theory, ready to be drawn. Nodes for which no place suggests itself have no
 * position: layout finds one. Returns NULL with the reason in @problems (may be NULL) where the
 * view's subject is not what it should be, is not finite within @budget (NULL: the default one), or
 * the view is of a kind that cannot be drawn. Caller owns the result.
 */
ChaseDiagram *
chase_view_compute (ChaseTheory *theory, ChaseItem *item, const ChaseBudget *budget,
                    GPtrArray *problems);

G_END_DECLS
