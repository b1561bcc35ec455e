/* SPDX-License-Identifier: MIT */
#pragma once

/**
 * Tells the allocator how this program uses memory. Questions are many, and each frees much of what
 * it took: the memory is kept for the next one instead of being given back and taken again, a page
 * at a time; and the heap is reserved ahead, to be backed by huge pages where the system has them,
 * for a large document spends as long in faults of small ones as in being read. To be called once,
 * before any thread is started.
 */
void
cli_heap_prepare (void);
