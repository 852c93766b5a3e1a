"""From values of the model to rows of text: pure, so that every screen can be tested without a terminal."""
