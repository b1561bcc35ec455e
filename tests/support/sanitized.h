/* SPDX-License-Identifier: MIT */
#pragma once

/* SANITIZED: 1 where the address sanitizer watches, which takes several times the time and the memory; else 0. */
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif
