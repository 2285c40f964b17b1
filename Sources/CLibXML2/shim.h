#ifndef NYCKELTAL_CLIBXML2_SHIM_H
#define NYCKELTAL_CLIBXML2_SHIM_H

/* For its compiler and linker flags only: libxml2's headers bring ICU's, which clash with those of
   Foundation where both are imported. CMarkup includes them; Swift never does. */

#endif
