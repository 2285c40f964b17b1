#include "CMarkup.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>

struct nyckeltal_markup {
  xmlTextReaderPtr reader;
  xmlDocPtr document;   /* of HTML, which is read as a whole; else NULL */
  xmlChar *attribute;   /* the value that was last asked for */
  /* what took the thread's errors before */
  xmlStructuredErrorFunc handler;
  void *handler_context;
  xmlGenericErrorFunc printer;
  void *printer_context;
};

/* XML_PARSE_NOERROR does not hold for errors of conversion, which are printed. */
#if LIBXML_VERSION >= 21200
static void ignore(void *context, const xmlError *error) {
#else
static void ignore(void *context, xmlErrorPtr error) {
#endif
  (void)context;
  (void)error;
}

static void print_nothing(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

/* No network, no entities put in, no external subset; nothing printed. libxml2's own bounds on
   depth (256) and on the length of a text stay in force. */
static const int xml_options =
    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
static const int html_options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT;

static nyckeltal_markup *make(void) {
  nyckeltal_markup *markup = calloc(1, sizeof *markup);
  if (!markup) return NULL;
  xmlInitParser();
  markup->handler = xmlStructuredError;
  markup->handler_context = xmlStructuredErrorContext;
  markup->printer = xmlGenericError;
  markup->printer_context = xmlGenericErrorContext;
  xmlSetStructuredErrorFunc(NULL, ignore);
  xmlSetGenericErrorFunc(NULL, print_nothing);
  return markup;
}

/* A reader that could not be made is closed at once. */
static nyckeltal_markup *checked(nyckeltal_markup *markup) {
  if (markup->reader) return markup;
  nyckeltal_markup_close(markup);
  return NULL;
}

nyckeltal_markup *nyckeltal_markup_open_xml(const char *bytes, size_t count) {
  nyckeltal_markup *markup = count > INT_MAX ? NULL : make();
  if (!markup) return NULL;
  markup->reader = xmlReaderForMemory(bytes, (int)count, NULL, NULL, xml_options);
  return checked(markup);
}

nyckeltal_markup *nyckeltal_markup_open_html(const char *utf8, size_t count) {
  nyckeltal_markup *markup = count > INT_MAX ? NULL : make();
  if (!markup) return NULL;
  markup->document = htmlReadMemory(utf8, (int)count, NULL, "UTF-8", html_options);
  if (markup->document) markup->reader = xmlReaderWalker(markup->document);
  return checked(markup);
}

void nyckeltal_markup_close(nyckeltal_markup *markup) {
  if (!markup) return;
  if (markup->attribute) xmlFree(markup->attribute);
  if (markup->reader) xmlFreeTextReader(markup->reader);
  if (markup->document) xmlFreeDoc(markup->document);
  xmlSetStructuredErrorFunc(markup->handler_context, markup->handler);
  xmlSetGenericErrorFunc(markup->printer_context, markup->printer);
  free(markup);
}

nyckeltal_markup_event nyckeltal_markup_next(nyckeltal_markup *markup) {
  for (;;) {
    int moved = xmlTextReaderRead(markup->reader);
    if (moved == 0) return NYCKELTAL_MARKUP_END;
    if (moved < 0) {
      xmlErrorPtr error = xmlGetLastError();
      /* only a document type can declare entities that grow */
      if (error && error->code == XML_ERR_ENTITY_LOOP) return NYCKELTAL_MARKUP_DOCTYPE;
      return error && error->code == XML_ERR_NO_MEMORY ? NYCKELTAL_MARKUP_MEMORY
                                                        : NYCKELTAL_MARKUP_MALFORMED;
    }
    switch (xmlTextReaderNodeType(markup->reader)) {
      case XML_READER_TYPE_ELEMENT: return NYCKELTAL_MARKUP_ELEMENT;
      case XML_READER_TYPE_END_ELEMENT: return NYCKELTAL_MARKUP_ELEMENT_END;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE: return NYCKELTAL_MARKUP_TEXT;
      case XML_READER_TYPE_DOCUMENT_TYPE:
      case XML_READER_TYPE_ENTITY_REFERENCE:
        if (!markup->document) return NYCKELTAL_MARKUP_DOCTYPE;
        break;
      default: break;
    }
  }
}

const char *nyckeltal_markup_name(const nyckeltal_markup *markup) {
  const xmlChar *name = xmlTextReaderConstLocalName(markup->reader);
  return name ? (const char *)name : "";
}

int nyckeltal_markup_is_empty(const nyckeltal_markup *markup) {
  return xmlTextReaderIsEmptyElement(markup->reader) == 1;
}

int nyckeltal_markup_depth(const nyckeltal_markup *markup) {
  int depth = xmlTextReaderDepth(markup->reader);
  return depth < 0 ? 0 : depth;
}

const char *nyckeltal_markup_text(const nyckeltal_markup *markup, size_t *count) {
  const xmlChar *text = xmlTextReaderConstValue(markup->reader);
  *count = text ? strlen((const char *)text) : 0;
  return text ? (const char *)text : "";
}

const char *nyckeltal_markup_attribute(nyckeltal_markup *markup, const char *name) {
  if (markup->attribute) {
    xmlFree(markup->attribute);
    markup->attribute = NULL;
  }
  /* looked up without its prefix: documents choose their own */
  xmlNodePtr node = xmlTextReaderCurrentNode(markup->reader);
  if (!node || node->type != XML_ELEMENT_NODE) return NULL;
  for (xmlAttrPtr attribute = node->properties; attribute; attribute = attribute->next) {
    if (strcmp((const char *)attribute->name, name) != 0) continue;
    markup->attribute = xmlNodeListGetString(node->doc, attribute->children, 1);
    return markup->attribute ? (const char *)markup->attribute : "";
  }
  return NULL;
}
