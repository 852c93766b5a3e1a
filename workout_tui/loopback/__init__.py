"""A look-alike of Google Sheets on 127.0.0.1: what the demo and the tests sync to."""
