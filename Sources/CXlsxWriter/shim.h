#ifndef NYCKELTAL_CXLSXWRITER_SHIM_H
#define NYCKELTAL_CXLSXWRITER_SHIM_H

#include <locale.h>
#ifdef __APPLE__
#include <xlocale.h>
#endif
#include <xlsxwriter.h>

#endif
