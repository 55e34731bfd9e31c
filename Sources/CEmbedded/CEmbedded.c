// Compiles schema/ and seeds/ into the binary with #embed (C23), so that it needs no file beside it.
// One FILE line and one entry a file; a test fails when a file of the folders is missing here.
#include "CEmbedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char bounds[] = {
#embed "../../seeds/bounds.csv"
};
static const unsigned char categories[] = {
#embed "../../seeds/categories.csv"
};
static const unsigned char cues[] = {
#embed "../../seeds/cues.csv"
};
static const unsigned char deictics[] = {
#embed "../../seeds/deictics.csv"
};
static const unsigned char divisions[] = {
#embed "../../seeds/divisions.csv"
};
static const unsigned char nouns[] = {
#embed "../../seeds/nouns.csv"
};
static const unsigned char numeral_words[] = {
#embed "../../seeds/numeral_words.csv"
};
static const unsigned char organisation_suffixes[] = {
#embed "../../seeds/organisation_suffixes.csv"
};
static const unsigned char periods[] = {
#embed "../../seeds/periods.csv"
};
static const unsigned char regions_other[] = {
#embed "../../seeds/regions_other.csv"
};
static const unsigned char units[] = {
#embed "../../seeds/units.csv"
};
static const unsigned char words[] = {
#embed "../../seeds/words.csv"
};

static const EmbeddedFileEntry entries[] = {
    {"seeds/bounds.csv", bounds, sizeof bounds},
    {"seeds/categories.csv", categories, sizeof categories},
    {"seeds/cues.csv", cues, sizeof cues},
    {"seeds/deictics.csv", deictics, sizeof deictics},
    {"seeds/divisions.csv", divisions, sizeof divisions},
    {"seeds/nouns.csv", nouns, sizeof nouns},
    {"seeds/numeral_words.csv", numeral_words, sizeof numeral_words},
    {"seeds/organisation_suffixes.csv", organisation_suffixes, sizeof organisation_suffixes},
    {"seeds/periods.csv", periods, sizeof periods},
    {"seeds/regions_other.csv", regions_other, sizeof regions_other},
    {"seeds/units.csv", units, sizeof units},
    {"seeds/words.csv", words, sizeof words},
};

size_t embedded_file_count(void) { return sizeof entries / sizeof *entries; }

EmbeddedFileEntry embedded_file_at(size_t index) { return entries[index]; }
