// Compiles schema/ and seeds/ into the binary with #embed (C23), so that it needs no file beside it.
// One array and one entry a file; a test fails when a file of the folders is missing here.
#include "CEmbedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char schema_0001_reports_figures_reviews[] = {
#embed "../../schema/0001_reports_figures_reviews.sql"
};
static const unsigned char schema_0002_rank_claims[] = {
#embed "../../schema/0002_rank_claims.sql"
};
static const unsigned char seeds_bounds[] = {
#embed "../../seeds/bounds.csv"
};
static const unsigned char seeds_categories[] = {
#embed "../../seeds/categories.csv"
};
static const unsigned char seeds_codes[] = {
#embed "../../seeds/codes.csv"
};
static const unsigned char seeds_columns[] = {
#embed "../../seeds/columns.csv"
};
static const unsigned char seeds_cues[] = {
#embed "../../seeds/cues.csv"
};
static const unsigned char seeds_deictics[] = {
#embed "../../seeds/deictics.csv"
};
static const unsigned char seeds_divisions[] = {
#embed "../../seeds/divisions.csv"
};
static const unsigned char seeds_fields[] = {
#embed "../../seeds/fields.csv"
};
static const unsigned char seeds_indicators[] = {
#embed "../../seeds/indicators.csv"
};
static const unsigned char seeds_measure_words[] = {
#embed "../../seeds/measure_words.csv"
};
static const unsigned char seeds_members[] = {
#embed "../../seeds/members.csv"
};
static const unsigned char seeds_metadata[] = {
#embed "../../seeds/metadata.csv"
};
static const unsigned char seeds_nouns[] = {
#embed "../../seeds/nouns.csv"
};
static const unsigned char seeds_numeral_words[] = {
#embed "../../seeds/numeral_words.csv"
};
static const unsigned char seeds_organisation_suffixes[] = {
#embed "../../seeds/organisation_suffixes.csv"
};
static const unsigned char seeds_periods[] = {
#embed "../../seeds/periods.csv"
};
static const unsigned char seeds_ranks[] = {
#embed "../../seeds/ranks.csv"
};
static const unsigned char seeds_regions_other[] = {
#embed "../../seeds/regions_other.csv"
};
static const unsigned char seeds_reports_industry_education_consortium_changzhou[] = {
#embed "../../seeds/reports/industry-education-consortium-changzhou.md"
};
static const unsigned char seeds_reports_suzhou_wuxi_changzhou_pilot[] = {
#embed "../../seeds/reports/suzhou-wuxi-changzhou-pilot.txt"
};
static const unsigned char seeds_units[] = {
#embed "../../seeds/units.csv"
};
static const unsigned char seeds_words[] = {
#embed "../../seeds/words.csv"
};

static const EmbeddedFileEntry entries[] = {
    {"schema/0001_reports_figures_reviews.sql", schema_0001_reports_figures_reviews, sizeof schema_0001_reports_figures_reviews},
    {"schema/0002_rank_claims.sql", schema_0002_rank_claims, sizeof schema_0002_rank_claims},
    {"seeds/bounds.csv", seeds_bounds, sizeof seeds_bounds},
    {"seeds/categories.csv", seeds_categories, sizeof seeds_categories},
    {"seeds/codes.csv", seeds_codes, sizeof seeds_codes},
    {"seeds/columns.csv", seeds_columns, sizeof seeds_columns},
    {"seeds/cues.csv", seeds_cues, sizeof seeds_cues},
    {"seeds/deictics.csv", seeds_deictics, sizeof seeds_deictics},
    {"seeds/divisions.csv", seeds_divisions, sizeof seeds_divisions},
    {"seeds/fields.csv", seeds_fields, sizeof seeds_fields},
    {"seeds/indicators.csv", seeds_indicators, sizeof seeds_indicators},
    {"seeds/measure_words.csv", seeds_measure_words, sizeof seeds_measure_words},
    {"seeds/members.csv", seeds_members, sizeof seeds_members},
    {"seeds/metadata.csv", seeds_metadata, sizeof seeds_metadata},
    {"seeds/nouns.csv", seeds_nouns, sizeof seeds_nouns},
    {"seeds/numeral_words.csv", seeds_numeral_words, sizeof seeds_numeral_words},
    {"seeds/organisation_suffixes.csv", seeds_organisation_suffixes, sizeof seeds_organisation_suffixes},
    {"seeds/periods.csv", seeds_periods, sizeof seeds_periods},
    {"seeds/ranks.csv", seeds_ranks, sizeof seeds_ranks},
    {"seeds/regions_other.csv", seeds_regions_other, sizeof seeds_regions_other},
    {"seeds/reports/industry-education-consortium-changzhou.md", seeds_reports_industry_education_consortium_changzhou, sizeof seeds_reports_industry_education_consortium_changzhou},
    {"seeds/reports/suzhou-wuxi-changzhou-pilot.txt", seeds_reports_suzhou_wuxi_changzhou_pilot, sizeof seeds_reports_suzhou_wuxi_changzhou_pilot},
    {"seeds/units.csv", seeds_units, sizeof seeds_units},
    {"seeds/words.csv", seeds_words, sizeof seeds_words},
};

size_t embedded_file_count(void) { return sizeof entries / sizeof *entries; }

EmbeddedFileEntry embedded_file_at(size_t index) { return entries[index]; }
