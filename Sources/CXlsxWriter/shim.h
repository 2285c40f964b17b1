#ifndef NYCKELTAL_CXLSXWRITER_SHIM_H
#define NYCKELTAL_CXLSXWRITER_SHIM_H

#include <locale.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif
#ifdef __linux__
#include <sys/syscall.h>
#include <unistd.h>
#endif
#include <xlsxwriter.h>

/* The library prints numbers with sprintf: under sv_SE it would write 0,5, which is not XML Schema's
   double. These switch one thread to the "C" locale and back. A locale_t is passed as a pointer,
   since Swift imports the type differently on Linux and macOS. */
static inline void *nyckeltal_c_locale_begin(void **previous) {
  locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
  if (c == (locale_t)0) return NULL;
  *previous = (void *)uselocale(c);
  return (void *)c;
}

static inline void nyckeltal_c_locale_end(void *c, void *previous) {
  uselocale((locale_t)previous);
  freelocale((locale_t)c);
}

/* A file in memory, closed when a child process begins; -1 where the system has none. glibc declares
   memfd_create only under _GNU_SOURCE. */
static inline int nyckeltal_memory_file(void) {
#ifdef SYS_memfd_create
  const unsigned int close_on_exec = 1;
  return (int)syscall(SYS_memfd_create, "nyckeltal.xlsx", close_on_exec);
#else
  return -1;
#endif
}

#endif
