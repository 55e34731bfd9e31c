// Drives libxml2's HTML parser and hands on what it finds; see CHTMLParser.h.
#include "CHTMLParser.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>
#include <string.h>

typedef struct {
    const ZhibiaoHTMLHandler *handler;
    htmlParserCtxtPtr parser;
} ZhibiaoHTMLRun;

static long zhibiao_html_position(const ZhibiaoHTMLRun *run) {
    const struct _xmlParserInput *input = run->parser->input;
    return (long)input->consumed + (long)(input->cur - input->base);
}

static int zhibiao_html_read(void *context, char *buffer, int capacity) {
    const ZhibiaoHTMLHandler *handler = ((ZhibiaoHTMLRun *)context)->handler;
    return handler->read(handler->context, buffer, capacity);
}

static int zhibiao_html_close(void *context) {
    (void)context;
    return 0;
}

static void zhibiao_html_start(void *context, const xmlChar *name, const xmlChar **attributes) {
    ZhibiaoHTMLRun *run = context;
    if (run->handler->start(run->handler->context, (const char *)name, (const char *const *)attributes, zhibiao_html_position(run)))
        xmlStopParser(run->parser);
}

static void zhibiao_html_end(void *context, const xmlChar *name) {
    ZhibiaoHTMLRun *run = context;
    run->handler->end(run->handler->context, (const char *)name);
}

static void zhibiao_html_text(void *context, const xmlChar *bytes, int count) {
    ZhibiaoHTMLRun *run = context;
    run->handler->text(run->handler->context, bytes, count, zhibiao_html_position(run));
}

static void zhibiao_html_comment(void *context, const xmlChar *value) {
    (void)value;
    const ZhibiaoHTMLHandler *handler = ((ZhibiaoHTMLRun *)context)->handler;
    handler->other(handler->context);
}

static void zhibiao_html_instruction(void *context, const xmlChar *target, const xmlChar *data) {
    (void)target;
    zhibiao_html_comment(context, data);
}

// What scripts and styles hold.
static void zhibiao_html_data(void *context, const xmlChar *bytes, int count) {
    (void)bytes;
    (void)count;
    zhibiao_html_comment(context, NULL);
}

// libxml2 asks for its set-up to be done before several threads parse.
static pthread_once_t zhibiao_html_once = PTHREAD_ONCE_INIT;

int zhibiao_html_parse(const ZhibiaoHTMLHandler *_Nonnull handler) {
    pthread_once(&zhibiao_html_once, xmlInitParser);
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

int zhibiao_html_style_matters(const char *style) {
    return xmlStrcasestr(BAD_CAST style, BAD_CAST "none") || xmlStrcasestr(BAD_CAST style, BAD_CAST "hidden")
        || xmlStrcasestr(BAD_CAST style, BAD_CAST "weight");
}
