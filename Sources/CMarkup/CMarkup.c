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
};

/* No network, no entities put in, no external subset; nothing printed. libxml2's own bounds on
   depth (256) and on the length of a text stay in force. */
static const int xml_options =
    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
static const int html_options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT;

static nyckeltal_markup *make(xmlTextReaderPtr reader, xmlDocPtr document) {
  nyckeltal_markup *markup = reader ? calloc(1, sizeof *markup) : NULL;
  if (!markup) {
    if (reader) xmlFreeTextReader(reader);
    if (document) xmlFreeDoc(document);
    return NULL;
  }
  markup->reader = reader;
  markup->document = document;
  return markup;
}

nyckeltal_markup *nyckeltal_markup_open_xml(const char *bytes, size_t count) {
  if (count > INT_MAX) return NULL;
  xmlInitParser();
  return make(xmlReaderForMemory(bytes, (int)count, NULL, NULL, xml_options), NULL);
}

nyckeltal_markup *nyckeltal_markup_open_html(const char *utf8, size_t count) {
  if (count > INT_MAX) return NULL;
  xmlInitParser();
  xmlDocPtr document = htmlReadMemory(utf8, (int)count, NULL, "UTF-8", html_options);
  if (!document) return NULL;
  return make(xmlReaderWalker(document), document);
}

void nyckeltal_markup_close(nyckeltal_markup *markup) {
  if (!markup) return;
  if (markup->attribute) xmlFree(markup->attribute);
  xmlFreeTextReader(markup->reader);
  if (markup->document) xmlFreeDoc(markup->document);
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
