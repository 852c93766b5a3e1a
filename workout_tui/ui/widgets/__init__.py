"""One widget a file. They know values of the model, never the store."""
