"""The log's copy in the lifter's own sheet: the worker thread and its protocol. Knows no Textual."""
