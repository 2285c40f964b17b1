#ifndef NYCKELTAL_CARCHIVE_SHIM_H
#define NYCKELTAL_CARCHIVE_SHIM_H

#include <archive.h>
#include <archive_entry.h>

#endif
