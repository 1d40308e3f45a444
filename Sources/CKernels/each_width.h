#ifndef RINGVIRK_EACH_WIDTH_H
#define RINGVIRK_EACH_WIDTH_H

// A function marked so is compiled for several widths of vectors, of which the loader takes the processor's. The loader
// asks before a sanitizer's own library is ready, so that under one there is only the plain width.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
#define RINGVIRK_ONE_WIDTH
#endif
#endif

#if defined(__x86_64__) && !defined(RINGVIRK_ONE_WIDTH)
#define EACH_WIDTH __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define EACH_WIDTH
#endif

#define INLINE static inline __attribute__((always_inline))

#endif
