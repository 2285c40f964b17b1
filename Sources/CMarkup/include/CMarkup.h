#ifndef NYCKELTAL_CMARKUP_H
#define NYCKELTAL_CMARKUP_H

#include <stddef.h>

/* Pull reading of XML and HTML through libxml2, whose headers stay out of this one.

   A reader is opened, used and closed by one thread, on which libxml2 prints nothing meanwhile;
   readers are closed in the reverse order. Strings are UTF-8 and belong to the reader; they are
   valid until the next call that moves it. */

typedef struct nyckeltal_markup nyckeltal_markup;

typedef enum nyckeltal_markup_event {
  NYCKELTAL_MARKUP_END = 0,
  NYCKELTAL_MARKUP_ELEMENT,      /* an element begins; it has no end event where it is empty */
  NYCKELTAL_MARKUP_ELEMENT_END,
  NYCKELTAL_MARKUP_TEXT,
  NYCKELTAL_MARKUP_MALFORMED,    /* the document is not well-formed, or nested too deeply */
  NYCKELTAL_MARKUP_DOCTYPE,      /* an XML document type declaration: refused */
  NYCKELTAL_MARKUP_MEMORY        /* no memory */
} nyckeltal_markup_event;

/* Both return NULL without memory, or where the bytes are too many for the library (2 GiB).
   The bytes must outlive the reader. */
nyckeltal_markup *nyckeltal_markup_open_xml(const char *bytes, size_t count);
nyckeltal_markup *nyckeltal_markup_open_html(const char *utf8, size_t count);
void nyckeltal_markup_close(nyckeltal_markup *markup);

nyckeltal_markup_event nyckeltal_markup_next(nyckeltal_markup *markup);

/* The element's name without its prefix. */
const char *nyckeltal_markup_name(const nyckeltal_markup *markup);
/* Whether the element has no content. */
int nyckeltal_markup_is_empty(const nyckeltal_markup *markup);
/* The number of elements around this one. */
int nyckeltal_markup_depth(const nyckeltal_markup *markup);
/* The text of a text event. */
const char *nyckeltal_markup_text(const nyckeltal_markup *markup, size_t *count);
/* An attribute's value by its name without prefix, NULL where it is absent. */
const char *nyckeltal_markup_attribute(nyckeltal_markup *markup, const char *name);

#endif
