"""A look-alike of Google Sheets on 127.0.0.1: what the demo and the tests sync to.

    server     sockets, tokens, and a page that shows the cells live; `hands` are the user's
    service    faults, the quota, late requests, and the record of what was asked
    api        a method and a path in, an answer out: no socket, no clock, no sleep
    batch      batchUpdate, all or nothing, over `requests`; `values` has the methods on plain rows
    book       a spreadsheet of `grid`s of `cells`, whose copy costs one list a tab

It stands alone: it knows nothing of the program, so it cannot agree with the program by sharing its mistakes. Bodies
are held against a table of Google's messages (`messages`, `schema`), answers against recordings of Google's own.

What it does not have: merges, charts, conditional formats, data validation, filter views, formulas beyond
arithmetic (and so no references that move), the defaults of effective formats, and locales other than en_US.
"""
