// Compiles schema/ and seeds/ into the binary with #embed (C23), so that it needs no file beside it.
// One line a file in each of the two lists; a test fails when a file of the folders is missing here.
#include "CEmbedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char schema_0001[] = {
#embed "../../schema/0001_reports_and_figures.sql"
};

static const unsigned char bounds[] = {
#embed "../../seeds/bounds.csv"
};
static const unsigned char numeral_words[] = {
#embed "../../seeds/numeral_words.csv"
};
static const unsigned char units[] = {
#embed "../../seeds/units.csv"
};

static const EmbeddedFileEntry entries[] = {
    {"schema/0001_reports_and_figures.sql", schema_0001, sizeof schema_0001},
    {"seeds/bounds.csv", bounds, sizeof bounds},
    {"seeds/numeral_words.csv", numeral_words, sizeof numeral_words},
    {"seeds/units.csv", units, sizeof units},
};

size_t embedded_file_count(void) { return sizeof entries / sizeof *entries; }

EmbeddedFileEntry embedded_file_at(size_t index) { return entries[index]; }
