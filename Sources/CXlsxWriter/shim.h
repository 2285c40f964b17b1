#ifndef NYCKELTAL_CXLSXWRITER_SHIM_H
#define NYCKELTAL_CXLSXWRITER_SHIM_H

#include <locale.h>
#ifdef __APPLE__
#include <xlocale.h>
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

#endif
