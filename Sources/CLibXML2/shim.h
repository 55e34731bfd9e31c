// libxml2 as a system library: only where to find it; CHTMLParser uses it.
#include <libxml/HTMLparser.h>
