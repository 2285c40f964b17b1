#ifndef NYCKELTAL_CGMIME_SHIM_H
#define NYCKELTAL_CGMIME_SHIM_H

#include <gmime/gmime.h>

#endif
