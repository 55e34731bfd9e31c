// libxml2's HTML parser for Swift: elements and text as they come, each with how far the parser has read.
// No tree is built, so memory does not grow with the document, and nothing recurses.
#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H
#include <string.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

/// Who gets what the parser finds. Positions are bytes of the UTF-8 that `read` gave, as far as the parser has consumed it.
typedef struct {
    void *_Nonnull context;
    /// Puts whole UTF-8 sequences into the buffer; the number of bytes, 0 at the end.
    int (*_Nonnull read)(void *_Nonnull context, char *_Nonnull buffer, int capacity);
    /// Attributes are name, value (which may be NULL), name, value, …, NULL. Not 0 stops the parser.
    int (*_Nonnull start)(
        void *_Nonnull context, const char *_Nonnull name, const char *_Nullable const *_Nullable attributes, long position);
    void (*_Nonnull end)(void *_Nonnull context, const char *_Nonnull name);
    void (*_Nonnull text)(void *_Nonnull context, const unsigned char *_Nonnull bytes, int count, long position);
    /// A comment or the like stood here.
    void (*_Nonnull other)(void *_Nonnull context);
} ZhibiaoHTMLHandler;

typedef struct {
    const ZhibiaoHTMLHandler *handler;
    htmlParserCtxtPtr parser;
} ZhibiaoHTMLRun;

static inline long zhibiao_html_position(const ZhibiaoHTMLRun *run) {
    const struct _xmlParserInput *input = run->parser->input;
    return (long)input->consumed + (long)(input->cur - input->base);
}

static inline int zhibiao_html_read(void *context, char *buffer, int capacity) {
    const ZhibiaoHTMLHandler *handler = ((ZhibiaoHTMLRun *)context)->handler;
    return handler->read(handler->context, buffer, capacity);
}

static inline int zhibiao_html_close(void *context) {
    (void)context;
    return 0;
}

static inline void zhibiao_html_start(void *context, const xmlChar *name, const xmlChar **attributes) {
    ZhibiaoHTMLRun *run = context;
    if (run->handler->start(run->handler->context, (const char *)name, (const char *const *)attributes, zhibiao_html_position(run)))
        xmlStopParser(run->parser);
}

static inline void zhibiao_html_end(void *context, const xmlChar *name) {
    ZhibiaoHTMLRun *run = context;
    run->handler->end(run->handler->context, (const char *)name);
}

static inline void zhibiao_html_text(void *context, const xmlChar *bytes, int count) {
    ZhibiaoHTMLRun *run = context;
    run->handler->text(run->handler->context, bytes, count, zhibiao_html_position(run));
}

static inline void zhibiao_html_comment(void *context, const xmlChar *value) {
    (void)value;
    const ZhibiaoHTMLHandler *handler = ((ZhibiaoHTMLRun *)context)->handler;
    handler->other(handler->context);
}

static inline void zhibiao_html_instruction(void *context, const xmlChar *target, const xmlChar *data) {
    (void)target;
    zhibiao_html_comment(context, data);
}

// What scripts and styles hold.
static inline void zhibiao_html_data(void *context, const xmlChar *bytes, int count) {
    (void)bytes;
    (void)count;
    zhibiao_html_comment(context, NULL);
}

/// Parses what `read` gives, to its end or until `start` stops it. 0 when there was no memory for it.
static inline int zhibiao_html_parse(const ZhibiaoHTMLHandler *_Nonnull handler) {
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    if (!parser) return 0;
    ZhibiaoHTMLRun run = {handler, parser};
    memset(parser->sax, 0, sizeof *parser->sax);
    parser->sax->startElement = zhibiao_html_start;
    parser->sax->endElement = zhibiao_html_end;
    parser->sax->characters = zhibiao_html_text;
    parser->sax->ignorableWhitespace = zhibiao_html_text;
    parser->sax->comment = zhibiao_html_comment;
    parser->sax->processingInstruction = zhibiao_html_instruction;
    parser->sax->cdataBlock = zhibiao_html_data;
    parser->userData = &run;
    // Encodings that the page names are not believed: what is read here is UTF-8.
    htmlCtxtUseOptions(
        parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    xmlParserInputBufferPtr buffer =
        xmlParserInputBufferCreateIO(zhibiao_html_read, zhibiao_html_close, &run, XML_CHAR_ENCODING_NONE);
    xmlParserInputPtr input = buffer ? xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE) : NULL;
    if (!input) {
        if (buffer) xmlFreeParserInputBuffer(buffer);
        htmlFreeParserCtxt(parser);
        return 0;
    }
    inputPush(parser, input);
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(parser);
    htmlFreeParserCtxt(parser);
    return 1;
}
#endif
