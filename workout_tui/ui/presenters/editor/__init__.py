"""The editor of templates, drawn."""
