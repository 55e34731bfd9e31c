// libxml2's HTML parser for Swift: elements and text as they come, each with how far the parser has read.
// No tree is built, so memory does not grow with the document, and nothing recurses. No header of libxml2 is shown to Swift:
// those of Debian bring ICU's along, which Foundation has its own copy of.
#ifndef CHTMLPARSER_H
#define CHTMLPARSER_H

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

/// Parses what `read` gives, to its end or until `start` stops it. 0 when there was no memory for it.
int zhibiao_html_parse(const ZhibiaoHTMLHandler *_Nonnull handler);

/// Whether a `style` may say that its element is not shown or is bold; cheap, to look closer only then.
int zhibiao_html_style_matters(const char *_Nonnull style);
#endif
