"""A sourced timeline from YAML: records, checks, pages, open data and a chart, for MkDocs and without it."""
